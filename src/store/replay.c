/* Undo and redo: a stored changeset applied backwards or forwards. */

#include "config.h"
#include "store/replay-private.h"

#include "base/error.h"
#include "store/changeset-private.h"
#include "store/edit-private.h"
#include "store/history-log-private.h"

#include "base/i18n.h"
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
static gboolean
find_parent (TenureWriter *writer, TenureRecordType type, TenureId id, guint field, TenureId *out_parent, GError **error)
{
  g_autoptr (TenureRecord) record = NULL;

  if (!tenure_reader_find (writer->reader, type, id, &record, error))
    return FALSE;
  *out_parent = record != NULL ? tenure_record_get_reference (record, field) : TENURE_ID_NONE;
  return TRUE;
}

static gboolean
touch_row (TenureWriter *writer, const TenureChangesetReader *row, GError **error)
{
  int field = tenure_edit_parent_field (row->type);
  gboolean title = changes_title (row);
  TenureId parents[3] = { TENURE_ID_NONE };
  guint n_parents = 1;

  if (field >= 0 && tenure_search_index_found_by (row->type) != TENURE_RECORD_NONE)
    {
      guint column = tenure_changeset_column (row->type, (guint) field);

      if (row->op == TENURE_ROW_UPDATED && !find_parent (writer, row->type, row->id, (guint) field, &parents[0], error))
        return FALSE;
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
  int rc =
      sqlite3changeset_apply_v2 (writer->db, (int) g_bytes_get_size (changeset), (void *) g_bytes_get_data (changeset, NULL),
                                 NULL, abort_on_conflict, NULL, NULL, NULL, redo ? 0 : SQLITE_CHANGESETAPPLY_INVERT);

  if (rc == SQLITE_OK)
    return TRUE;
  if (rc != SQLITE_ABORT && rc != SQLITE_SCHEMA)
    return tenure_sql_fail (writer->db, rc, error);
  g_set_error (error, TENURE_ERROR, TENURE_ERROR_CHANGED,
               redo ? _ ("“%s” cannot be redone: the records are not as they were before it.")
                    : _ ("“%s” cannot be undone: the records are not as it left them."),
               label);
  return FALSE;
}

static gboolean
fail_nothing_to_do (gboolean redo, GError **error)
{
  g_set_error_literal (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND,
                       redo ? _ ("There is nothing to redo.") : _ ("There is nothing to undo."));
  return FALSE;
}

/* The search index is told what changes, step by step, and brought up to date once, by whoever ends the transaction: a
 * record that no step has touched so far is indexed as it still is. */
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
  if (!touch_rows (writer, changeset, error) || !tenure_sql_expect_transaction (writer->db, error)
      || !apply (writer, changeset, redo, label, error)
      || !tenure_history_log_set_state (writer->db, seq, redo ? TENURE_HISTORY_DONE : TENURE_HISTORY_UNDONE, error))
    return FALSE;
  *out_changes = redo ? g_steal_pointer (&changes) : tenure_changes_invert (changes, TENURE_CHANGE_UNDO);
  return TRUE;
}

/* The steps of one transaction, in the order in which they are replayed. */
typedef struct
{
  gboolean redo;
  GArray *steps; /* gint64 */
  TenureTravelProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;
} Replay;

static void
free_changes (gpointer changes)
{
  tenure_changes_unref (changes);
}

static gboolean
replay_steps (TenureWriter *writer, const Replay *replay, TenureChanges **out_changes, GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (free_changes);

  for (guint i = 0; i < replay->steps->len; i++)
    {
      TenureChanges *of_step = NULL;

      if (g_cancellable_set_error_if_cancelled (replay->cancellable, error)
          || !replay_step (writer, g_array_index (replay->steps, gint64, i), replay->redo, &of_step, error))
        return FALSE;
      g_ptr_array_add (changes, of_step);
      if (replay->progress != NULL)
        replay->progress ((i + 1.0) / replay->steps->len, replay->progress_data);
    }
  if (!tenure_search_index_finish (writer->search, error))
    return FALSE;
  *out_changes = tenure_changes_join (changes);
  return TRUE;
}

/* Ends the transaction in either way. */
static gboolean
run_replay (TenureWriter *writer, const Replay *replay, TenureChanges **out_changes, GError **error)
{
  g_autoptr (TenureChanges) changes = NULL;

  if (replay_steps (writer, replay, &changes, error) && tenure_writer_commit (writer, error))
    {
      tenure_reader_set_cancellable (writer->reader, NULL);
      *out_changes = g_steal_pointer (&changes);
      return TRUE;
    }
  tenure_writer_rollback (writer);
  return FALSE;
}

gboolean
tenure_replay_run (TenureWriter *writer, gboolean redo, TenureChanges **out_changes, GError **error)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (TenureHistoryPosition) position = { 0 };
  Replay replay = { .redo = redo, .steps = steps };

  if (!tenure_writer_begin (writer, error))
    return FALSE;
  if (!tenure_history_log_get_position (writer->db, &position, error))
    {
      tenure_writer_rollback (writer);
      return FALSE;
    }
  g_array_append_val (steps, *(redo ? &position.undone : &position.done));
  if (g_array_index (steps, gint64, 0) != 0)
    return run_replay (writer, &replay, out_changes, error);
  tenure_writer_rollback (writer);
  return fail_nothing_to_do (redo, error);
}

static gboolean
list_steps (sqlite3 *db, const char *sql, gint64 seq, GArray *steps, GError **error)
{
  g_autoptr (TenureSqlStatement) statement = tenure_sql_prepare (db, sql, error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  tenure_sql_bind_integer (statement, ":seq", seq);
  while (row)
    {
      gint64 step;

      if (!tenure_sql_step (statement, &row, error))
        return FALSE;
      step = row ? sqlite3_column_int64 (statement, 0) : 0;
      if (row)
        g_array_append_val (steps, step);
    }
  return TRUE;
}

/* Back where anything stands after the step, else forth. */
static gboolean
plan_replay (TenureWriter *writer, gint64 seq, Replay *replay, GError **error)
{
  if (!list_steps (writer->db, "SELECT seq FROM history WHERE state = 'done' AND seq > :seq ORDER BY seq DESC", seq,
                   replay->steps, error))
    return FALSE;
  replay->redo = replay->steps->len == 0;
  return !replay->redo
         || list_steps (writer->db, "SELECT seq FROM history WHERE state = 'undone' AND seq <= :seq ORDER BY seq", seq,
                        replay->steps, error);
}

gboolean
tenure_replay_to (TenureWriter *writer,
                  gint64 seq,
                  TenureTravelProgress progress,
                  gpointer progress_data,
                  GCancellable *cancellable,
                  TenureChanges **out_changes,
                  guint *out_n_steps,
                  GError **error)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (gint64));
  Replay replay = { .steps = steps, .progress = progress, .progress_data = progress_data, .cancellable = cancellable };
  gboolean planned;

  *out_changes = NULL;
  if (!tenure_writer_begin (writer, error))
    return FALSE;
  planned = plan_replay (writer, seq, &replay, error);
  *out_n_steps = steps->len;
  if (planned && steps->len > 0)
    return run_replay (writer, &replay, out_changes, error);
  tenure_writer_rollback (writer);
  return planned;
}
