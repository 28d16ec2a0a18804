/* Undo and redo: a stored changeset applied backwards or forwards. */

#include "config.h"
#include "store/replay-private.h"

#include "base/error.h"
#include "store/changeset-private.h"
#include "store/edit-private.h"
#include "store/history-log-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static int
abort_on_conflict (void *data, int conflict, sqlite3_changeset_iter *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

static gboolean
is_title_column (TenureRecordType type, guint column)
{
  const TenureRecordDef *def = tenure_record_def (type);
  int field = tenure_changeset_field (type, column);

  return field >= 0 && def->title_field != NULL && strcmp (def->fields[field].name, def->title_field) == 0;
}

static gboolean
changes_title (const TenureChangesetReader *row)
{
  for (guint i = 0; i < row->n_columns; i++)
    if (is_title_column (row->type, i) && (row->old_values[i].present || row->new_values[i].present))
      return TRUE;
  return FALSE;
}

/* The parent as it is now: an update of a child's other fields does not name it. */
static TenureId
find_parent (TenureWriter *writer, TenureRecordType type, TenureId id, guint field)
{
  g_autoptr (TenureRecord) record = tenure_reader_load (writer->reader, type, id, NULL);

  return record != NULL ? tenure_record_get_reference (record, field) : TENURE_ID_NONE;
}

static gboolean
touch_row (TenureWriter *writer, const TenureChangesetReader *row, GError **error)
{
  int field = tenure_edit_parent_field (row->type);
  gboolean title = changes_title (row);
  TenureId parents[3] = { TENURE_ID_NONE };
  guint n_parents = 1;

  if (field >= 0 && (row->type == TENURE_RECORD_FUNDER || row->type == TENURE_RECORD_IDENTIFIER))
    {
      guint column = tenure_changeset_column (row->type, (guint) field);

      parents[0] = row->op == TENURE_ROW_UPDATED ? find_parent (writer, row->type, row->id, (guint) field) : TENURE_ID_NONE;
      parents[n_parents++] = tenure_changeset_get_reference (row, row->old_values, column);
      parents[n_parents++] = tenure_changeset_get_reference (row, row->new_values, column);
    }
  for (guint i = 0; i < n_parents; i++)
    if (!tenure_search_index_touch (writer->search, row->type, row->id, parents[i], title, error))
      return FALSE;
  return TRUE;
}

/* Tells the search index what is about to change. */
static gboolean
touch_rows (TenureWriter *writer, GBytes *changeset, GError **error)
{
  g_auto (TenureChangesetReader) reader;
  g_autoptr (GError) failure = NULL;

  tenure_changeset_reader_init (&reader, g_bytes_get_data (changeset, NULL), g_bytes_get_size (changeset));
  while (tenure_changeset_next (&reader, &failure))
    if (reader.type != TENURE_RECORD_NONE && !touch_row (writer, &reader, error))
      return FALSE;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
apply (TenureWriter *writer, GBytes *changeset, gboolean redo, const char *label, GError **error)
{
  int rc = sqlite3changeset_apply_v2 (writer->db,
                                      (int) g_bytes_get_size (changeset),
                                      (void *) g_bytes_get_data (changeset, NULL),
                                      NULL,
                                      abort_on_conflict,
                                      NULL,
                                      NULL,
                                      NULL,
                                      redo ? 0 : SQLITE_CHANGESETAPPLY_INVERT);

  if (rc == SQLITE_OK)
    return TRUE;
  if (rc != SQLITE_ABORT && rc != SQLITE_SCHEMA)
    return tenure_sql_fail (writer->db, rc, error);
  g_set_error (error,
               TENURE_ERROR,
               TENURE_ERROR_CHANGED,
               redo ? _("“%s” cannot be redone: the records are not as they were before it.")
                    : _("“%s” cannot be undone: the records are not as it left them."),
               label);
  return FALSE;
}

static gboolean
fail_nothing_to_do (gboolean redo, GError **error)
{
  g_set_error_literal (error,
                       TENURE_ERROR,
                       TENURE_ERROR_NOT_FOUND,
                       redo ? _("There is nothing to redo.") : _("There is nothing to undo."));
  return FALSE;
}

static gboolean
replay_step (TenureWriter *writer, gint64 seq, gboolean redo, TenureChanges **out_changes, GError **error)
{
  g_autofree char *label = NULL;
  g_autoptr (GBytes) changeset = tenure_history_log_load (writer->db, seq, &label, error);
  g_autoptr (TenureChanges) changes = NULL;

  if (changeset == NULL)
    return FALSE;
  changes = tenure_changes_new (TENURE_CHANGE_REDO, label);
  if (!tenure_changeset_check (g_bytes_get_data (changeset, NULL), g_bytes_get_size (changeset), changes, error))
    return FALSE;
  tenure_search_index_expect (writer->search, changes);
  if (!touch_rows (writer, changeset, error) || !apply (writer, changeset, redo, label, error)
      || !tenure_search_index_finish (writer->search, error)
      || !tenure_history_log_set_state (writer->db, seq, redo ? TENURE_HISTORY_DONE : TENURE_HISTORY_UNDONE, error))
    return FALSE;
  *out_changes = redo ? g_steal_pointer (&changes) : tenure_changes_invert (changes, TENURE_CHANGE_UNDO);
  return TRUE;
}

gboolean
tenure_replay_run (TenureWriter *writer, gboolean redo, TenureChanges **out_changes, GError **error)
{
  g_auto (TenureHistoryPosition) position = { 0 };
  g_autoptr (TenureChanges) changes = NULL;
  gint64 seq;

  if (!tenure_writer_begin (writer, error))
    return FALSE;
  if (tenure_history_log_get_position (writer->db, &position, error))
    {
      seq = redo ? position.undone : position.done;
      if (seq == 0)
        fail_nothing_to_do (redo, error);
      else if (replay_step (writer, seq, redo, &changes, error) && tenure_writer_commit (writer, error))
        {
          tenure_reader_set_cancellable (writer->reader, NULL);
          *out_changes = g_steal_pointer (&changes);
          return TRUE;
        }
    }
  tenure_writer_rollback (writer);
  return FALSE;
}
