/* Schema versions: numbered files, each applied with its user_version in one transaction. */

#include "config.h"
#include "store/schema-private.h"

#include "base/error.h"
#include "store/store-resources.h"

#include "base/i18n.h"
#include <string.h>

/* Letters of a foreign name that a message shows. */
#define MAX_NAME 60

static GBytes *
load_version (int version)
{
  g_autofree char *path = g_strdup_printf ("/io/github/tenure_app/Tenure/store/schema/%03d.sql", version);
  g_autoptr (GError) error = NULL;
  GBytes *sql = g_resource_lookup_data (tenure_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (sql == NULL)
    g_error ("schema version %d is not built in: %s", version, error->message);
  return sql;
}

/* Resources end in a NUL that their size does not count. */
static gboolean
apply_version (sqlite3 *db, int version, GError **error)
{
  g_autoptr (GBytes) sql = load_version (version);
  g_autofree char *mark = g_strdup_printf ("PRAGMA user_version = %d", version);

  return tenure_sql_exec (db, g_bytes_get_data (sql, NULL), error) && tenure_sql_exec (db, mark, error);
}

static gboolean
apply_in_transaction (sqlite3 *db, int version, const char *also, GError **error)
{
  if (!tenure_sql_exec (db, "BEGIN EXCLUSIVE", error))
    return FALSE;
  if (!apply_version (db, version, error) || !tenure_sql_exec (db, also, error) || !tenure_sql_exec (db, "COMMIT", error))
    {
      sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
      return FALSE;
    }
  return TRUE;
}

gboolean
tenure_schema_create (sqlite3 *db, GError **error)
{
  g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d", TENURE_APPLICATION_ID);

  return apply_in_transaction (db, 1, mark, error) && tenure_schema_migrate (db, 1, error);
}

gboolean
tenure_schema_migrate (sqlite3 *db, int from, GError **error)
{
  for (int version = from + 1; version <= TENURE_SCHEMA_VERSION; version++)
    if (!apply_in_transaction (db, version, "", error))
      return FALSE;
  return TRUE;
}

/* name → "type, table, text", of everything in the schema. */
static GHashTable *
read_schema (sqlite3 *db, GError **error)
{
  g_autoptr (GHashTable) schema = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (TenureSqlStatement) statement = tenure_sql_prepare (
      db, "SELECT type || ' ' || name, tbl_name || ': ' || coalesce (sql, '') FROM sqlite_schema", error);
  gboolean row = TRUE;

  while (statement != NULL && row)
    {
      if (!tenure_sql_step (statement, &row, error))
        return NULL;
      if (row)
        g_hash_table_replace (schema, tenure_sql_column_dup (statement, 0), tenure_sql_column_dup (statement, 1));
    }
  return statement != NULL ? g_steal_pointer (&schema) : NULL;
}

static GHashTable *
expected_schema (int version, GError **error)
{
  g_autoptr (TenureSqlConnection) db = NULL;
  int rc = sqlite3_open_v2 (":memory:", &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);

  if (rc != SQLITE_OK)
    {
      tenure_sql_fail (db, rc, error);
      return NULL;
    }
  for (int v = 1; v <= version; v++)
    if (!apply_version (db, v, error))
      return NULL;
  return read_schema (db, error);
}

/* What the newest version expects is worked out once. It takes ten milliseconds, as all versions are applied to an empty
 * database in memory. */
static GMutex newest_lock;
static GHashTable *newest;

/* (transfer full) */
static GHashTable *
ref_expected (int version, GError **error)
{
  GHashTable *expected;

  if (version != TENURE_SCHEMA_VERSION)
    return expected_schema (version, error);
  g_mutex_lock (&newest_lock);
  if (newest == NULL)
    newest = expected_schema (version, error);
  expected = newest != NULL ? g_hash_table_ref (newest) : NULL;
  g_mutex_unlock (&newest_lock);
  return expected;
}

/* An error will come again where somebody waits for the answer. */
static gpointer
prepare_thread (gpointer unused)
{
  GHashTable *expected = ref_expected (TENURE_SCHEMA_VERSION, NULL);

  g_clear_pointer (&expected, g_hash_table_unref);
  return NULL;
}

GThread *
tenure_schema_prepare (void)
{
  return g_thread_new ("tenure-schema", prepare_thread, NULL);
}

/* The first name of @a that @b lacks or has otherwise. */
static const char *
find_difference (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer name, text;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &name, &text))
    if (g_strcmp0 (g_hash_table_lookup (b, name), text) != 0)
      return name;
  return NULL;
}

gboolean
tenure_schema_verify (sqlite3 *db, int version, GError **error)
{
  g_autoptr (GHashTable) found = read_schema (db, error);
  g_autoptr (GHashTable) expected = found != NULL ? ref_expected (version, error) : NULL;
  const char *name;

  if (expected == NULL)
    return FALSE;
  name = find_difference (found, expected);
  if (name != NULL)
    {
      g_autofree char *shown = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), MAX_NAME));

      g_set_error (error, TENURE_ERROR, TENURE_ERROR_CORRUPT,
                   _ ("The document holds something that Tenure never writes (“%s”) and was not opened."), shown);
      return FALSE;
    }
  name = find_difference (expected, found);
  if (name != NULL)
    {
      g_set_error (error, TENURE_ERROR, TENURE_ERROR_CORRUPT,
                   _ ("The document lacks a part that every Tenure document has (“%s”) and was not opened."), name);
      return FALSE;
    }
  return TRUE;
}
