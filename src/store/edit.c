/* What happens within an edit. Each function checks what it is given, tells the search index, changes one row, and sees
 * to it that either the session or the recorder notes the change. */

#include "config.h"
#include "store/edit.h"

#include "base/error.h"
#include "store/edit-private.h"
#include "store/row-bytes-private.h"

#include "base/i18n.h"
#include <string.h>

/* Insertions from which dropping the indexes pays: at least so many, and a quarter of what is there. */
#define DROP_FROM 5000

void
tenure_edit_set_cancellable (TenureEdit *edit, GCancellable *cancellable)
{
  g_return_if_fail (edit != NULL);

  tenure_reader_set_cancellable (edit->writer->reader, cancellable);
}

gboolean
tenure_edit_begin_bulk (TenureEdit *edit, GError **error)
{
  gint64 n_rows;

  g_return_val_if_fail (edit != NULL, FALSE);

  if (edit->recorder != NULL)
    return TRUE;
  n_rows = tenure_reader_count (edit->writer->reader, TENURE_RECORD_AGREEMENT, error);
  if (n_rows < 0)
    return FALSE;
  edit->drop_from = (guint) MAX (DROP_FROM, n_rows / 4);
  edit->recorder = tenure_recorder_new ();
  sqlite3session_enable (edit->session, 0);
  return TRUE;
}

int
tenure_edit_parent_field (TenureRecordType type)
{
  const TenureRecordDef *def = tenure_record_def (type);

  for (guint i = 0; i < def->n_fields; i++)
    if (def->fields[i].flags & TENURE_FIELD_PARENT)
      return (int) i;
  return -1;
}

static TenureId
get_parent (const TenureRecord *record)
{
  int field = tenure_edit_parent_field (record->type);

  return field >= 0 ? tenure_record_get_reference (record, (guint) field) : TENURE_ID_NONE;
}

/* In a bulk edit the session looks away, since for each row that changes anywhere it compares the names of all its
 * tables; it looks only at what the recorder does not have. */
static gboolean
run_watched (TenureEdit *edit, sqlite3_stmt *statement, GError **error)
{
  gboolean ok;

  if (edit->recorder != NULL)
    sqlite3session_enable (edit->session, 1);
  ok = tenure_sql_run (statement, error);
  if (edit->recorder != NULL)
    sqlite3session_enable (edit->session, 0);
  return ok;
}

/* Runs a statement that changes the row @id. */
static gboolean
change_row (TenureEdit *edit, sqlite3_stmt *statement, TenureRecordType type, TenureId id, GError **error)
{
  gboolean recorded = edit->recorder != NULL && tenure_recorder_make_stale (edit->recorder, type, id);
  gboolean ok = tenure_sql_expect_transaction (edit->writer->db, error)
                && (recorded ? tenure_sql_run (statement, error) : run_watched (edit, statement, error));

  sqlite3_clear_bindings (statement);
  return ok;
}

gboolean
tenure_edit_insert (TenureEdit *edit, TenureRecord *record, GError **error)
{
  TenureId id;

  g_return_val_if_fail (edit != NULL && record != NULL, FALSE);

  id = record->id;
  if (!tenure_record_check (record, error))
    return FALSE;
  if (edit->recorder != NULL && ++edit->n_inserted == edit->drop_from && !tenure_edit_go_large (edit, error))
    return FALSE;
  if (id == TENURE_ID_NONE)
    record->id = tenure_id_new ();
  g_byte_array_set_size (edit->row, 0);
  tenure_row_bytes_append_record (edit->row, record);
  if (!tenure_edit_index_along (edit, record, error)
      || !tenure_search_index_touch_parent (edit->writer->search, record->type, get_parent (record), error)
      || !tenure_edit_insert_row (edit, record->type, error))
    {
      record->id = id;
      return FALSE;
    }
  tenure_search_index_touch_new (edit->writer->search, record->type, record->id);
  if (edit->recorder != NULL)
    tenure_recorder_add (edit->recorder, record->type, record->id, edit->row);
  return TRUE;
}

/* Both the parent that a child had and the one it gets are found by other words afterwards. */
static gboolean
touch_for_update (TenureEdit *edit, const TenureRecord *stored, guint field, const TenureValue *value, GError **error)
{
  const TenureRecordDef *def = tenure_record_def (stored->type);
  gboolean title = def->title_field != NULL && strcmp (def->fields[field].name, def->title_field) == 0;

  if (!tenure_search_index_touch (edit->writer->search, stored->type, stored->id, get_parent (stored), title, error))
    return FALSE;
  if ((int) field != tenure_edit_parent_field (stored->type) || value->kind != TENURE_VALUE_INTEGER)
    return TRUE;
  return tenure_search_index_touch (edit->writer->search, stored->type, stored->id, value->integer, title, error);
}

static gboolean
update_field (TenureEdit *edit, const TenureRecord *stored, guint field, const TenureValue *value, GError **error)
{
  sqlite3_stmt *statement = tenure_writer_get_update (edit->writer, stored->type, field, error);

  if (statement == NULL || !touch_for_update (edit, stored, field, value, error))
    return FALSE;
  tenure_sql_bind_value (statement, ":value", value);
  tenure_sql_bind_integer (statement, ":id", stored->id);
  return change_row (edit, statement, stored->type, stored->id, error);
}

static gboolean
update_origin (TenureEdit *edit, const TenureRecord *stored, TenureId origin, GError **error)
{
  sqlite3_stmt *statement;

  if (origin == TENURE_ID_NONE || origin == stored->origin || !tenure_record_type_is_sourced (stored->type))
    return TRUE;
  statement = tenure_writer_get_set_origin (edit->writer, stored->type, error);
  if (statement == NULL)
    return FALSE;
  tenure_sql_bind_integer (statement, ":origin", origin);
  tenure_sql_bind_integer (statement, ":id", stored->id);
  return change_row (edit, statement, stored->type, stored->id, error);
}

gboolean
tenure_edit_update (TenureEdit *edit, const TenureRecord *record, gboolean *out_changed, GError **error)
{
  g_autoptr (TenureRecord) stored = NULL;
  gboolean changed = FALSE;

  g_return_val_if_fail (edit != NULL && record != NULL, FALSE);

  if (!tenure_record_check (record, error))
    return FALSE;
  stored = tenure_edit_get (edit, record->type, record->id, error);
  if (stored == NULL)
    return FALSE;
  for (guint i = 0; i < record->n_fields; i++)
    if (!tenure_record_field_equal (record, stored, i))
      {
        changed = TRUE;
        if (!update_field (edit, stored, i, &record->values[i], error))
          return FALSE;
      }
  if (changed && !update_origin (edit, stored, record->origin, error))
    return FALSE;
  if (out_changed != NULL)
    *out_changed = changed;
  return TRUE;
}

gboolean
tenure_edit_set (TenureEdit *edit, TenureRecordType type, TenureId id, guint field, const TenureValue *value, GError **error)
{
  g_autoptr (TenureRecord) stored = NULL;

  g_return_val_if_fail (edit != NULL && value != NULL, FALSE);

  if (!tenure_record_check_field (type, field, value, error))
    return FALSE;
  stored = tenure_edit_get (edit, type, id, error);
  if (stored == NULL)
    return FALSE;
  return tenure_value_equal (value, &stored->values[field]) || update_field (edit, stored, field, value, error);
}

gboolean
tenure_edit_erase (TenureEdit *edit, TenureRecordType type, TenureId id, TenureId parent, GError **error)
{
  sqlite3_stmt *statement;

  if (!tenure_edit_settle (edit, error))
    return FALSE;
  statement = tenure_writer_get_erase (edit->writer, type, error);
  if (statement == NULL || !tenure_search_index_touch (edit->writer->search, type, id, parent, TRUE, error))
    return FALSE;
  tenure_sql_bind_integer (statement, ":id", id);
  return change_row (edit, statement, type, id, error);
}

TenureRecord *
tenure_edit_get (TenureEdit *edit, TenureRecordType type, TenureId id, GError **error)
{
  g_return_val_if_fail (edit != NULL, NULL);

  return tenure_edit_settle (edit, error) ? tenure_reader_load (edit->writer->reader, type, id, error) : NULL;
}

TenureReader *
tenure_edit_get_reader (TenureEdit *edit)
{
  g_return_val_if_fail (edit != NULL, NULL);

  return edit->writer->reader;
}

static gboolean
is_setting_key (const char *key)
{
  return *key != '\0' && strlen (key) <= 100 && key[strspn (key, "abcdefghijklmnopqrstuvwxyz0123456789.-")] == '\0';
}

gboolean
tenure_edit_set_setting (TenureEdit *edit, const char *key, const char *value, GError **error)
{
  g_autoptr (TenureSqlStatement) statement = NULL;

  g_return_val_if_fail (edit != NULL && key != NULL && is_setting_key (key), FALSE);

  if (!tenure_edit_settle (edit, error))
    return FALSE;
  statement = tenure_sql_prepare (edit->writer->db,
                                  value != NULL ? "INSERT INTO setting (key, value) VALUES (:key, :value) "
                                                  "ON CONFLICT (key) DO UPDATE SET value = :value"
                                                : "DELETE FROM setting WHERE key = :key",
                                  error);
  if (statement == NULL)
    return FALSE;
  tenure_sql_bind_text (statement, ":key", key);
  if (value != NULL)
    tenure_sql_bind_text (statement, ":value", value);
  return tenure_sql_expect_transaction (edit->writer->db, error) && run_watched (edit, statement, error);
}
