#include "config.h"
#include "store/reader.h"

#include "base/error.h"
#include "store/connection-private.h"
#include "store/reader-private.h"
#include "store/statements-private.h"

#include "base/i18n.h"

/* Virtual machine steps between two looks at the cancellable: about a hundredth of a millisecond. */
#define STEPS_BETWEEN_CHECKS 1000

struct _TenureReader
{
  sqlite3 *db;
  gboolean owns_db;
  TenureReaderFunc before_use;
  gpointer before_use_data;
  GCancellable *cancellable;
  sqlite3_stmt *load[TENURE_N_RECORDS];
  sqlite3_stmt *title[TENURE_N_RECORDS];
  sqlite3_stmt *has[TENURE_N_RECORDS];
  sqlite3_stmt *setting;
};

TenureReader *
tenure_reader_wrap (sqlite3 *db)
{
  TenureReader *reader = g_new0 (TenureReader, 1);

  reader->db = db;
  return reader;
}

TenureReader *
tenure_reader_open (const char *path, gboolean snapshot, GError **error)
{
  g_autoptr (TenureReader) reader = NULL;
  sqlite3 *db = tenure_connection_open (path, TENURE_CONNECTION_READ, error);
  gint64 ignored;

  if (db == NULL)
    return NULL;
  reader = tenure_reader_wrap (db);
  reader->owns_db = TRUE;
  /* BEGIN alone takes no snapshot: the first SELECT does. */
  if (snapshot
      && (!tenure_sql_exec (db, "BEGIN", error)
          || !tenure_sql_query_integer (db, "SELECT seq FROM history LIMIT 1", 0, &ignored, error)))
    return NULL;
  return g_steal_pointer (&reader);
}

/* The last step and the last that stands name the state of a document: numbers of steps are never used again. */
static gboolean
get_state (sqlite3 *db, gint64 *out_last, gint64 *out_done)
{
  return tenure_sql_query_integer (db, "SELECT max (seq) FROM history", 0, out_last, NULL)
         && tenure_sql_query_integer (db, "SELECT max (seq) FROM history WHERE state = 'done'", 0, out_done, NULL);
}

TenureReader *
tenure_reader_open_twin (TenureReader *reader)
{
  g_autoptr (TenureReader) twin = NULL;
  gint64 last, done, twin_last, twin_done;

  if (!reader->owns_db || !get_state (reader->db, &last, &done))
    return NULL;
  twin = tenure_reader_open (sqlite3_db_filename (reader->db, "main"), TRUE, NULL);
  if (twin == NULL || !get_state (twin->db, &twin_last, &twin_done) || last != twin_last || done != twin_done)
    return NULL;
  tenure_reader_set_cancellable (twin, reader->cancellable);
  return g_steal_pointer (&twin);
}

void
tenure_reader_forget_statements (TenureReader *reader)
{
  for (guint i = 0; i < TENURE_N_RECORDS; i++)
    {
      g_clear_pointer (&reader->load[i], sqlite3_finalize);
      g_clear_pointer (&reader->title[i], sqlite3_finalize);
      g_clear_pointer (&reader->has[i], sqlite3_finalize);
    }
  g_clear_pointer (&reader->setting, sqlite3_finalize);
}

void
tenure_reader_free (TenureReader *reader)
{
  if (reader == NULL)
    return;
  tenure_reader_set_cancellable (reader, NULL);
  tenure_reader_forget_statements (reader);
  if (reader->owns_db)
    sqlite3_close_v2 (reader->db);
  g_free (reader);
}

sqlite3 *
tenure_reader_get_db (TenureReader *reader)
{
  if (reader->before_use != NULL)
    reader->before_use (reader->before_use_data);
  return reader->db;
}

void
tenure_reader_set_before_use (TenureReader *reader, TenureReaderFunc func, gpointer data)
{
  reader->before_use = func;
  reader->before_use_data = data;
}

static int
stop_when_cancelled (void *data)
{
  return g_cancellable_is_cancelled (data);
}

void
tenure_reader_set_cancellable (TenureReader *reader, GCancellable *cancellable)
{
  g_return_if_fail (reader != NULL);

  g_set_object (&reader->cancellable, cancellable);
  sqlite3_progress_handler (tenure_reader_get_db (reader), STEPS_BETWEEN_CHECKS,
                            cancellable != NULL ? stop_when_cancelled : NULL, cancellable);
}

gboolean
tenure_reader_has (TenureReader *reader, TenureRecordType type, TenureId id, gboolean *out_there, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s WHERE id = :id", tenure_record_def (type)->table);
  gboolean ok;

  if (!tenure_sql_keep (tenure_reader_get_db (reader), &reader->has[type], sql, error))
    return FALSE;
  tenure_sql_bind_integer (reader->has[type], ":id", id);
  ok = tenure_sql_step (reader->has[type], out_there, error);
  sqlite3_reset (reader->has[type]);
  return ok;
}

static gboolean
load_titles (TenureReader *reader, TenureRecord *record, GError **error)
{
  const TenureRecordDef *def = tenure_record_def (record->type);

  record->titles = g_new0 (char *, record->n_fields);
  for (guint i = 0; i < record->n_fields; i++)
    if (def->fields[i].type == TENURE_FIELD_REFERENCE && tenure_record_is_known (record, i)
        && !tenure_reader_find_title (reader, def->fields[i].refers_to, tenure_record_get_reference (record, i),
                                      &record->titles[i], error))
      return FALSE;
  return TRUE;
}

gboolean
tenure_reader_find (TenureReader *reader, TenureRecordType type, TenureId id, TenureRecord **out_record, GError **error)
{
  g_autofree char *sql = reader->load[type] == NULL ? tenure_statement_select (type, "WHERE id = :id") : NULL;
  g_autoptr (TenureRecord) record = NULL;
  gboolean row, ok;

  if (!tenure_sql_keep (tenure_reader_get_db (reader), &reader->load[type], sql, error))
    return FALSE;
  tenure_sql_bind_integer (reader->load[type], ":id", id);
  ok = tenure_sql_step (reader->load[type], &row, error);
  if (ok && row)
    record = tenure_statement_dup_record (reader->load[type], type);
  sqlite3_reset (reader->load[type]);
  if (!ok || (record != NULL && !load_titles (reader, record, error)))
    return FALSE;
  *out_record = g_steal_pointer (&record);
  return TRUE;
}

TenureRecord *
tenure_reader_load (TenureReader *reader, TenureRecordType type, TenureId id, GError **error)
{
  TenureRecord *record;

  g_return_val_if_fail (reader != NULL, NULL);

  if (!tenure_reader_find (reader, type, id, &record, error))
    return NULL;
  if (record == NULL)
    g_set_error (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND, _ ("This record (%s) is no longer there."),
                 _ (tenure_record_def (type)->label));
  return record;
}

static void
free_record (gpointer record)
{
  tenure_record_free (record);
}

GPtrArray *
tenure_reader_load_many (TenureReader *reader, TenureRecordType type, const TenureId *ids, guint n, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_full (n, free_record);

  g_return_val_if_fail (reader != NULL, NULL);

  for (guint i = 0; i < n; i++)
    {
      TenureRecord *record;

      if (!tenure_reader_find (reader, type, ids[i], &record, error))
        return NULL;
      g_ptr_array_add (records, record);
    }
  return g_steal_pointer (&records);
}

static guint
parent_field (TenureRecordType child)
{
  const TenureRecordDef *def = tenure_record_def (child);

  for (guint i = 0; i < def->n_fields; i++)
    if (def->fields[i].flags & TENURE_FIELD_PARENT)
      return i;
  g_error ("record type %s has no parent", def->table);
}

GPtrArray *
tenure_reader_load_children (TenureReader *reader, TenureRecordType child, TenureId parent, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (free_record);
  g_autofree char *column = tenure_statement_column (child, parent_field (child));
  g_autofree char *where = g_strdup_printf ("WHERE %s = :parent ORDER BY id", column);
  g_autofree char *sql = tenure_statement_select (child, where);
  g_autoptr (TenureSqlStatement) statement = NULL;
  gboolean row = TRUE;

  g_return_val_if_fail (reader != NULL, NULL);

  statement = tenure_sql_prepare (tenure_reader_get_db (reader), sql, error);
  if (statement == NULL)
    return NULL;
  tenure_sql_bind_integer (statement, ":parent", parent);
  while (row)
    {
      if (!tenure_sql_step (statement, &row, error))
        return NULL;
      if (row)
        g_ptr_array_add (records, tenure_statement_dup_record (statement, child));
    }
  for (guint i = 0; i < records->len; i++)
    if (!load_titles (reader, records->pdata[i], error))
      return NULL;
  return g_steal_pointer (&records);
}

/* The field that a record without a title of its own is called by: the first it cannot be without. */
static int
naming_field (TenureRecordType type)
{
  const TenureRecordDef *def = tenure_record_def (type);

  for (guint i = 0; i < def->n_fields; i++)
    if ((def->fields[i].flags & TENURE_FIELD_REQUIRED) && !(def->fields[i].flags & TENURE_FIELD_PARENT))
      return (int) i;
  return -1;
}

static gboolean
find_linked_title (TenureReader *reader, TenureRecordType type, TenureId id, char **out_title, GError **error)
{
  g_autoptr (TenureRecord) record = NULL;
  int field = naming_field (type);

  if (!tenure_reader_find (reader, type, id, &record, error))
    return FALSE;
  if (record == NULL)
    *out_title = NULL;
  else if (field >= 0)
    *out_title = tenure_record_dup_label (record, (guint) field);
  else
    *out_title = g_strdup (_ (tenure_record_def (type)->label));
  return TRUE;
}

gboolean
tenure_reader_find_title (TenureReader *reader, TenureRecordType type, TenureId id, char **out_title, GError **error)
{
  const TenureRecordDef *def = tenure_record_def (type);
  g_autofree char *sql = NULL;
  g_autofree char *title = NULL;
  gboolean row, ok;

  if (def->title_field == NULL)
    return find_linked_title (reader, type, id, out_title, error);
  if (reader->title[type] == NULL)
    sql = g_strdup_printf ("SELECT \"%s\" FROM %s WHERE id = :id", def->title_field, def->table);
  if (!tenure_sql_keep (tenure_reader_get_db (reader), &reader->title[type], sql, error))
    return FALSE;
  tenure_sql_bind_integer (reader->title[type], ":id", id);
  ok = tenure_sql_step (reader->title[type], &row, error);
  if (ok && row)
    {
      title = tenure_sql_column_dup (reader->title[type], 0);
      if (title == NULL)
        title = g_strdup (_ (def->label));
    }
  sqlite3_reset (reader->title[type]);
  if (ok)
    *out_title = g_steal_pointer (&title);
  return ok;
}

char *
tenure_reader_dup_title (TenureReader *reader, TenureRecordType type, TenureId id)
{
  char *title;

  g_return_val_if_fail (reader != NULL && tenure_record_def (type) != NULL, NULL);

  return tenure_reader_find_title (reader, type, id, &title, NULL) ? title : NULL;
}

gint64
tenure_reader_count (TenureReader *reader, TenureRecordType type, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", tenure_record_def (type)->table);
  gint64 count;

  g_return_val_if_fail (reader != NULL, -1);

  return tenure_sql_query_integer (tenure_reader_get_db (reader), sql, 0, &count, error) ? count : -1;
}

char *
tenure_reader_dup_setting (TenureReader *reader, const char *key)
{
  char *value = NULL;
  gboolean row;

  g_return_val_if_fail (reader != NULL && key != NULL, NULL);

  if (!tenure_sql_keep (tenure_reader_get_db (reader), &reader->setting, "SELECT value FROM setting WHERE key = :key", NULL))
    return NULL;
  tenure_sql_bind_text (reader->setting, ":key", key);
  if (tenure_sql_step (reader->setting, &row, NULL) && row)
    value = tenure_sql_column_dup (reader->setting, 0);
  sqlite3_reset (reader->setting);
  return value;
}
