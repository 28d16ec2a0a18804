#include "config.h"
#include "store/search-fill-private.h"

/* The funders of agreements, read in the order of the agreements. */
typedef struct
{
  sqlite3_stmt *statement;
  gboolean row; /* whether @agreement and @organisation hold one that is not used yet */
  TenureId agreement;
  TenureId organisation;
} Funders;

static gboolean
next_funder (Funders *funders, GError **error)
{
  if (!tenure_sql_step (funders->statement, &funders->row, error))
    return FALSE;
  if (funders->row)
    {
      funders->agreement = sqlite3_column_int64 (funders->statement, 0);
      funders->organisation = sqlite3_column_int64 (funders->statement, 1);
    }
  return TRUE;
}

/* What agreements are found by of an organisation: those that it funds by its name, those that it provides by all. */
typedef struct
{
  char *name;
  GString *also; /* its identifiers and former names; NULL when none is recorded */
} Words;

static void
words_free (gpointer data)
{
  Words *words = data;

  g_free (words->name);
  if (words->also != NULL)
    g_string_free (words->also, TRUE);
  g_free (words);
}

typedef void (*TakeWords) (GHashTable *organisations, TenureId id, const char *text);

static void
take_name (GHashTable *organisations, TenureId id, const char *text)
{
  Words *words = g_new0 (Words, 1);

  words->name = g_strdup (text);
  g_hash_table_insert (organisations, g_memdup2 (&id, sizeof id), words);
}

static void
take_also (GHashTable *organisations, TenureId id, const char *text)
{
  Words *words = g_hash_table_lookup (organisations, &id);

  if (words == NULL || text == NULL)
    return;
  if (words->also == NULL)
    words->also = g_string_new (NULL);
  g_string_append_c (words->also, ' ');
  g_string_append (words->also, text);
}

/* Hands the rows of @sql, an id and a text each, to @take. */
static gboolean
read_words (sqlite3 *db, const char *sql, TakeWords take, GHashTable *organisations, GError **error)
{
  g_autoptr (TenureSqlStatement) statement = tenure_sql_prepare (db, sql, error);
  gboolean row = statement != NULL;

  while (row)
    {
      if (!tenure_sql_step (statement, &row, error))
        return FALSE;
      if (row)
        take (organisations, sqlite3_column_int64 (statement, 0), (const char *) sqlite3_column_text (statement, 1));
    }
  return statement != NULL;
}

static GHashTable *
load_words (sqlite3 *db, GError **error)
{
  g_autoptr (GHashTable) organisations = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, words_free);

  if (read_words (db, "SELECT id, name FROM organisation", take_name, organisations, error)
      && read_words (db, "SELECT organisation, format ('%s-%s', scheme, value) FROM identifier", take_also, organisations,
                     error)
      && read_words (db, "SELECT organisation, name FROM former_name", take_also, organisations, error))
    return g_steal_pointer (&organisations);
  return NULL;
}

/* "SELECT id, provider, title, …": the searched fields in the order of the catalogue. */
static char *
agreements_statement (guint *out_n_fields)
{
  const TenureRecordDef *def = tenure_record_def (TENURE_RECORD_AGREEMENT);
  GString *sql = g_string_new ("SELECT id, provider");

  *out_n_fields = 0;
  for (guint i = 0; i < def->n_fields; i++)
    if (def->fields[i].flags & TENURE_FIELD_SEARCHED)
      {
        g_string_append_printf (sql, ", \"%s\"", def->fields[i].name);
        (*out_n_fields)++;
      }
  g_string_append (sql, " FROM agreement ORDER BY id");
  return g_string_free (sql, FALSE);
}

static void
append_provider (GString *text, GHashTable *organisations, TenureId id)
{
  const Words *words = g_hash_table_lookup (organisations, &id);

  if (words == NULL)
    return;
  if (words->name != NULL)
    g_string_append (text, words->name);
  if (words->also != NULL)
    g_string_append_len (text, words->also->str, (gssize) words->also->len);
}

/* Appends the funders of @agreement, and leaves @funders at the first of a later one. */
static gboolean
append_funders (GString *text, GHashTable *organisations, Funders *funders, TenureId agreement, GError **error)
{
  while (funders->row && funders->agreement <= agreement)
    {
      const Words *words =
          funders->agreement == agreement ? g_hash_table_lookup (organisations, &funders->organisation) : NULL;

      if (words != NULL && words->name != NULL)
        {
          g_string_append_c (text, ' ');
          g_string_append (text, words->name);
        }
      if (!next_funder (funders, error))
        return FALSE;
    }
  return TRUE;
}

/* Puts the agreement that @read stands on into the index. */
static gboolean
add_agreement (sqlite3_stmt *read,
               guint n_fields,
               GHashTable *organisations,
               Funders *funders,
               sqlite3_stmt *add,
               GString *text,
               GError **error)
{
  TenureId id = sqlite3_column_int64 (read, 0);

  g_string_truncate (text, 0);
  for (guint i = 0; i < n_fields; i++)
    {
      const char *field = (const char *) sqlite3_column_text (read, (int) i + 2);

      if (field != NULL)
        {
          g_string_append_len (text, field, sqlite3_column_bytes (read, (int) i + 2));
          g_string_append_c (text, ' ');
        }
    }
  append_provider (text, organisations, sqlite3_column_int64 (read, 1));
  if (!append_funders (text, organisations, funders, id, error))
    return FALSE;
  tenure_sql_bind_integer (add, ":id", id);
  tenure_sql_bind_value (add, ":text", &TENURE_VALUE_OF_TEXT (text->str));
  return tenure_sql_run (add, error);
}

gboolean
tenure_search_fill_agreements (sqlite3 *db, const char *table, GError **error)
{
  guint n_fields;
  g_autofree char *read_sql = agreements_statement (&n_fields);
  g_autofree char *add_sql = g_strdup_printf ("INSERT INTO %s (rowid, text) VALUES (:id, :text)", table);
  g_autoptr (GHashTable) organisations = load_words (db, error);
  g_autoptr (TenureSqlStatement) read = organisations != NULL ? tenure_sql_prepare (db, read_sql, error) : NULL;
  g_autoptr (TenureSqlStatement) add = read != NULL ? tenure_sql_prepare (db, add_sql, error) : NULL;
  g_autoptr (TenureSqlStatement) link =
      add != NULL ? tenure_sql_prepare (db, "SELECT agreement, organisation FROM funder ORDER BY 1, 2", error) : NULL;
  g_autoptr (GString) text = g_string_sized_new (1024);
  Funders funders = { .statement = link };
  gboolean row = TRUE;

  if (link == NULL || !next_funder (&funders, error))
    return FALSE;
  while (row)
    {
      if (!tenure_sql_step (read, &row, error))
        return FALSE;
      if (row && !add_agreement (read, n_fields, organisations, &funders, add, text, error))
        return FALSE;
    }
  return TRUE;
}
