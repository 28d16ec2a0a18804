/* Saving: a compact snapshot, a look at what is on disk, a backup of it, and one replacement. */

#include "config.h"
#include "store/document.h"

#include "base/error.h"
#include "store/backup-private.h"
#include "store/connection-private.h"
#include "store/document-private.h"

#include "base/i18n.h"
#include <glib/gstdio.h>

typedef struct
{
  GFile *file;
  TenureFileMark expected; /* what must still be on disk; not known: anything may be */
  char *database, *folder, *state_dir;
  /* What came of it. */
  char *snapshot;
  gint64 seq;
  TenureFileMark mark;
} SaveJob;

static SaveJob *
save_job_new (TenureDocument *self, GFile *file, gboolean check)
{
  SaveJob *job = g_new0 (SaveJob, 1);

  job->file = g_object_ref (file);
  job->database = g_strdup (self->copy->database);
  job->folder = g_strdup (self->copy->folder);
  job->state_dir = tenure_working_copy_dup_state_dir (self->copy);
  if (check)
    {
      job->expected = self->copy->mark;
      job->expected.etag = g_strdup (self->copy->mark.etag);
    }
  return job;
}

static void
save_job_free (gpointer data)
{
  SaveJob *job = data;

  if (job->snapshot != NULL)
    g_unlink (job->snapshot);
  g_object_unref (job->file);
  tenure_file_mark_clear (&job->expected);
  tenure_file_mark_clear (&job->mark);
  g_free (job->database);
  g_free (job->folder);
  g_free (job->state_dir);
  g_free (job->snapshot);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaveJob, save_job_free)

/* VACUUM INTO reads one state of the document, whatever is edited meanwhile, and leaves neither free pages nor a log. */
static gboolean
take_snapshot (SaveJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (TenureSqlConnection) db = tenure_connection_open (job->database, TENURE_CONNECTION_WRITE, error);
  g_autoptr (TenureReader) reader = NULL;
  g_autoptr (TenureSqlStatement) statement = NULL;

  if (db == NULL)
    return FALSE;
  reader = tenure_reader_wrap (db);
  tenure_reader_set_cancellable (reader, cancellable);
  job->snapshot = g_strdup_printf ("%s/snapshot-%" G_GINT64_FORMAT, job->folder, tenure_id_new ());
  statement = tenure_sql_prepare (db, "VACUUM INTO :path", error);
  if (statement == NULL)
    return FALSE;
  tenure_sql_bind_text (statement, ":path", job->snapshot);
  return tenure_sql_run (statement, error);
}

/* Which step the snapshot holds; asked of the snapshot itself, because edits go on. */
static gboolean
read_snapshot_position (SaveJob *job, GError **error)
{
  g_autoptr (TenureSqlConnection) db = tenure_connection_open (job->snapshot, TENURE_CONNECTION_READ, error);
  g_auto (TenureHistoryPosition) position = { 0 };

  if (db == NULL || !tenure_history_log_get_position (db, &position, error))
    return FALSE;
  job->seq = position.done;
  return TRUE;
}

/* The etag is only a time; what counts is the content. *@out_etag: what the file has now. A file that is gone is no
 * obstacle: nothing is overwritten. */
static gboolean
check_disk (SaveJob *job, char **out_etag, GCancellable *cancellable, GError **error)
{
  g_auto (TenureFileMark) found = { 0 };
  g_autoptr (GError) failure = NULL;

  if (!tenure_user_file_read_mark (job->file, &found, cancellable, &failure))
    {
      if (g_error_matches (failure, TENURE_ERROR, TENURE_ERROR_NOT_FOUND))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (found.hash != job->expected.hash)
    {
      tenure_user_file_fail_changed (job->file, error);
      return FALSE;
    }
  *out_etag = g_steal_pointer (&found.etag);
  return TRUE;
}

static gboolean
run_save (SaveJob *job, GCancellable *cancellable, GError **error)
{
  g_autofree char *etag = NULL;

  return take_snapshot (job, cancellable, error) && read_snapshot_position (job, error)
         && (!job->expected.known || check_disk (job, &etag, cancellable, error))
         && tenure_backup_keep (job->file, job->state_dir, cancellable, error)
         && tenure_user_file_replace (job->snapshot, job->file, etag, &job->mark, cancellable, error);
}

/* The note beside the working copy comes second: should it fail, the copy merely counts as unsaved. */
static void
take_saved (TenureDocument *self, gpointer data)
{
  g_autoptr (SaveJob) job = data;
  TenureWorkingCopy *copy = self->copy;

  if (copy == NULL)
    return;
  g_set_object (&copy->file, job->file);
  g_free (copy->title);
  copy->title = tenure_user_file_dup_title (job->file);
  tenure_file_mark_clear (&copy->mark);
  copy->mark = job->mark;
  job->mark = (TenureFileMark){ 0 };
  copy->saved_seq = job->seq;
  self->read_only = FALSE;
  g_clear_pointer (&self->recorded, g_free);
  tenure_working_copy_store (copy, NULL);
  g_object_ref (self);
  tenure_document_notify_file (self);
  tenure_document_notify_state (self);
  g_object_unref (self);
}

static gboolean
save_and_tell (TenureDocument *self, SaveJob *job, GCancellable *cancellable, GError **error)
{
  if (!run_save (job, cancellable, error))
    {
      save_job_free (job);
      return FALSE;
    }
  tenure_document_tell_owner (self, take_saved, job);
  return TRUE;
}

/* The job of a plain save; NULL with @error set when there is nowhere to save to. */
static SaveJob *
make_job (TenureDocument *self, GError **error)
{
  if (self->copy == NULL || self->copy->file == NULL)
    g_set_error_literal (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND,
                         _ ("This document has no file yet. Choose a name and a folder for it."));
  else if (self->read_only)
    g_set_error_literal (error, TENURE_ERROR, TENURE_ERROR_READ_ONLY,
                         _ ("This document was opened for reading only. Save it under another name."));
  else
    return save_job_new (self, self->copy->file, TRUE);
  return NULL;
}

gboolean
tenure_document_save (TenureDocument *self, GCancellable *cancellable, GError **error)
{
  SaveJob *job;

  g_return_val_if_fail (TENURE_IS_DOCUMENT (self), FALSE);

  job = make_job (self, error);
  return job != NULL && save_and_tell (self, job, cancellable, error);
}

gboolean
tenure_document_save_as (TenureDocument *self, GFile *file, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (TENURE_IS_DOCUMENT (self) && G_IS_FILE (file) && self->copy != NULL, FALSE);

  return save_and_tell (self, save_job_new (self, file, FALSE), cancellable, error);
}

static void
save_on_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (save_and_tell (source, data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
start_save (TenureDocument *self, SaveJob *job, GTask *task)
{
  g_task_set_source_tag (task, start_save);
  g_task_set_task_data (task, job, NULL);
  g_task_run_in_thread (task, save_on_worker);
}

void
tenure_document_save_async (TenureDocument *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  SaveJob *job;

  g_return_if_fail (TENURE_IS_DOCUMENT (self));

  task = g_task_new (self, cancellable, callback, data);
  job = make_job (self, &error);
  if (job != NULL)
    start_save (self, job, task);
  else
    g_task_return_error (task, error);
}

void
tenure_document_save_as_async (
    TenureDocument *self, GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TENURE_IS_DOCUMENT (self) && G_IS_FILE (file) && self->copy != NULL);

  task = g_task_new (self, cancellable, callback, data);
  start_save (self, save_job_new (self, file, FALSE), task);
}

gboolean
tenure_document_save_finish (TenureDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
