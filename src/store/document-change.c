/* Changing a document: one thread at a time has the writer; what came of it is told to the owner. */

#include "config.h"
#include "store/edit.h"

#include "base/error.h"
#include "store/connection-private.h"
#include "store/document-private.h"
#include "store/edit-private.h"
#include "store/history-travel.h"
#include "store/replay-private.h"

#include "base/i18n.h"

/* Pages in the write-ahead log past which a worker moves them into the file: 16 MiB. */
#define CHECKPOINT_PAGES 4096

/* What one change has to tell the owner. */
typedef struct
{
  guint64 change;
  gboolean has_position;
  TenureHistoryPosition position;
  TenureChanges *changes;
} News;

static void
take_news (TenureDocument *self, gpointer data)
{
  News *news = data;

  /* A worker's news may arrive after that of a later change of the owner's own. */
  if (news->has_position && news->change > self->position_change)
    {
      tenure_history_position_clear (&self->position);
      self->position = news->position;
      self->position_change = news->change;
    }
  else
    tenure_history_position_clear (&news->position);
  g_object_ref (self);
  tenure_document_notify_state (self);
  tenure_document_emit_changed (self, news->changes);
  g_object_unref (self);
  tenure_changes_unref (news->changes);
  g_free (news);
}

static void
run_checkpoint (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TenureDocument *self = source;

  tenure_connection_checkpoint (self->database);
  g_atomic_int_set (&self->checkpointing, 0);
  g_task_return_boolean (task, TRUE);
}

static void
checkpoint_when_large (TenureDocument *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->wal_pages < CHECKPOINT_PAGES || !g_atomic_int_compare_and_exchange (&self->checkpointing, 0, 1))
    return;
  task = g_task_new (self, NULL, NULL, NULL);
  g_task_set_source_tag (task, checkpoint_when_large);
  g_task_run_in_thread (task, run_checkpoint);
}

static gboolean
begin_change (TenureDocument *self, GError **error)
{
  if (self->read_only)
    {
      g_set_error_literal (error, TENURE_ERROR, TENURE_ERROR_READ_ONLY,
                           _ ("This document was opened for reading only. Save it under another name to change it."));
      return FALSE;
    }
  if (g_thread_self () != self->owner)
    g_mutex_lock (&self->changing);
  else if (!g_mutex_trylock (&self->changing))
    {
      g_set_error_literal (error, TENURE_ERROR, TENURE_ERROR_READ_ONLY,
                           _ ("Another change to this document is still being made. Try again when it has finished."));
      return FALSE;
    }
  if (self->writer != NULL)
    return TRUE;
  g_mutex_unlock (&self->changing);
  g_set_error_literal (error, TENURE_ERROR, TENURE_ERROR_READ_ONLY, _ ("This document is closed."));
  return FALSE;
}

/* @changes: NULL when there were none; taken over. */
static void
end_change (TenureDocument *self, TenureChanges *changes)
{
  News *news = NULL;

  if (changes != NULL)
    {
      news = g_new0 (News, 1);
      news->changes = changes;
      news->change = ++self->n_changes;
      news->has_position = tenure_history_log_get_position (self->writer->db, &news->position, NULL);
      checkpoint_when_large (self);
    }
  g_mutex_unlock (&self->changing);
  if (news != NULL)
    tenure_document_tell_owner (self, take_news, news);
}

gboolean
tenure_document_edit (TenureDocument *self, const char *label, TenureEditFunc func, gpointer data, GError **error)
{
  TenureChanges *changes = NULL;
  gboolean ok;

  g_return_val_if_fail (TENURE_IS_DOCUMENT (self) && label != NULL && func != NULL, FALSE);

  if (!begin_change (self, error))
    return FALSE;
  ok = tenure_edit_run (self->writer, label, tenure_document_get_author (self), func, data, &changes, error);
  end_change (self, changes);
  return ok;
}

static gboolean
replay (TenureDocument *self, gboolean redo, GCancellable *cancellable, GError **error)
{
  TenureChanges *changes = NULL;
  gboolean ok;

  if (!begin_change (self, error))
    return FALSE;
  tenure_reader_set_cancellable (self->writer->reader, cancellable);
  ok = tenure_replay_run (self->writer, redo, &changes, error);
  tenure_reader_set_cancellable (self->writer->reader, NULL);
  end_change (self, changes);
  return ok;
}

gboolean
tenure_document_undo (TenureDocument *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (TENURE_IS_DOCUMENT (self), FALSE);

  return replay (self, FALSE, cancellable, error);
}

gboolean
tenure_document_redo (TenureDocument *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (TENURE_IS_DOCUMENT (self), FALSE);

  return replay (self, TRUE, cancellable, error);
}

static void
replay_on_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (replay (source, GPOINTER_TO_INT (data), cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
replay_async (TenureDocument *self, gboolean redo, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_task_set_source_tag (task, replay_async);
  g_task_set_task_data (task, GINT_TO_POINTER (redo), NULL);
  g_task_run_in_thread (task, replay_on_worker);
}

void
tenure_document_undo_async (TenureDocument *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (TENURE_IS_DOCUMENT (self));

  replay_async (self, FALSE, cancellable, callback, data);
}

void
tenure_document_redo_async (TenureDocument *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (TENURE_IS_DOCUMENT (self));

  replay_async (self, TRUE, cancellable, callback, data);
}

gboolean
tenure_document_undo_finish (TenureDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

const char *
tenure_document_get_undo_label (TenureDocument *self)
{
  g_return_val_if_fail (TENURE_IS_DOCUMENT (self), NULL);

  return self->position.done_label;
}

const char *
tenure_document_get_redo_label (TenureDocument *self)
{
  g_return_val_if_fail (TENURE_IS_DOCUMENT (self), NULL);

  return self->position.undone_label;
}

gboolean
tenure_document_go_to (TenureDocument *self,
                       gint64 seq,
                       TenureTravelProgress progress,
                       gpointer progress_data,
                       GCancellable *cancellable,
                       guint *out_n_steps,
                       GError **error)
{
  TenureChanges *changes = NULL;
  guint n_steps = 0;
  gboolean ok;

  g_return_val_if_fail (TENURE_IS_DOCUMENT (self), FALSE);

  if (!begin_change (self, error))
    return FALSE;
  tenure_reader_set_cancellable (self->writer->reader, cancellable);
  ok = tenure_replay_to (self->writer, seq, progress, progress_data, cancellable, &changes, &n_steps, error);
  tenure_reader_set_cancellable (self->writer->reader, NULL);
  end_change (self, changes);
  if (ok && out_n_steps != NULL)
    *out_n_steps = n_steps;
  return ok;
}

typedef struct
{
  gint64 seq;
  TenureTravelProgress progress;
  gpointer progress_data;
} Travel;

static void
go_on_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Travel *travel = data;
  GError *error = NULL;
  guint n_steps;

  if (tenure_document_go_to (source, travel->seq, travel->progress, travel->progress_data, cancellable, &n_steps, &error))
    g_task_return_int (task, n_steps);
  else
    g_task_return_error (task, error);
}

void
tenure_document_go_to_async (TenureDocument *self,
                             gint64 seq,
                             TenureTravelProgress progress,
                             gpointer progress_data,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  g_autoptr (GTask) task = NULL;
  Travel *travel;

  g_return_if_fail (TENURE_IS_DOCUMENT (self));

  travel = g_new (Travel, 1);
  *travel = (Travel){ seq, progress, progress_data };
  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, tenure_document_go_to_async);
  /* What was undone is undone, however late somebody cancelled. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, travel, g_free);
  g_task_run_in_thread (task, go_on_worker);
}

gboolean
tenure_document_go_to_finish (TenureDocument *self, GAsyncResult *result, guint *out_n_steps, GError **error)
{
  gssize n_steps;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  n_steps = g_task_propagate_int (G_TASK (result), error);
  if (n_steps >= 0 && out_n_steps != NULL)
    *out_n_steps = (guint) n_steps;
  return n_steps >= 0;
}
