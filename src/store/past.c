/* A document as it was recorded earlier: a copy in the state folder, gone back through its own history.
 *
 * The copy is built under the name of bytes on their way (store/working-copy-private.h), and the note beside it says that
 * nothing in it is unsaved: what a crash leaves of it is cleared away at the next start, never offered for recovery. */

#include "config.h"
#include "store/history-travel.h"

#include "store/connection-private.h"
#include "store/document-private.h"
#include "store/replay-private.h"
#include "store/schema-private.h"

#include "base/i18n.h"

/* What the copying is of the whole, to somebody who waits. */
#define COPYING 0.2

typedef struct
{
  TenureTravelProgress func;
  gpointer data;
} Progress;

static void
tell (const Progress *progress, double fraction)
{
  if (progress->func != NULL)
    progress->func (fraction, progress->data);
}

static void
replayed_cb (double fraction, gpointer data)
{
  tell (data, COPYING + (1.0 - COPYING) * fraction);
}

/* One state of the document, whatever is edited meanwhile. */
static gboolean
copy_into (const char *database, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (TenureSqlConnection) db = tenure_connection_open (database, TENURE_CONNECTION_WRITE, error);
  g_autoptr (TenureReader) reader = NULL;
  g_autoptr (TenureSqlStatement) statement = NULL;

  if (db == NULL)
    return FALSE;
  reader = tenure_reader_wrap (db);
  tenure_reader_set_cancellable (reader, cancellable);
  statement = tenure_sql_prepare (db, "VACUUM INTO :path", error);
  if (statement == NULL)
    return FALSE;
  tenure_sql_bind_text (statement, ":path", path);
  return tenure_sql_run (statement, error);
}

static gboolean
forget_later_steps (sqlite3 *db, gint64 seq, GError **error)
{
  g_autoptr (TenureSqlStatement) statement = tenure_sql_prepare (db, "DELETE FROM history WHERE seq > :seq", error);

  if (statement == NULL)
    return FALSE;
  tenure_sql_bind_integer (statement, ":seq", seq);
  return tenure_sql_run (statement, error);
}

/* The copy is nobody's yet: should the program end here, it is thrown away, so nothing need reach the disk. */
static gboolean
go_back (const char *path, gint64 seq, Progress *progress, gint64 *out_seq, GCancellable *cancellable, GError **error)
{
  g_autoptr (TenureWriter) writer = tenure_writer_open (path, error);
  g_autoptr (TenureChanges) changes = NULL;
  g_auto (TenureHistoryPosition) position = { 0 };
  guint n_steps;

  if (writer == NULL || !tenure_sql_exec (writer->db, "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF", error))
    return FALSE;
  tenure_reader_set_cancellable (writer->reader, cancellable);
  if (!tenure_replay_to (writer, seq, replayed_cb, progress, cancellable, &changes, &n_steps, error)
      || !forget_later_steps (writer->db, seq, error) || !tenure_history_log_get_position (writer->db, &position, error))
    return FALSE;
  *out_seq = position.done;
  return TRUE;
}

/* The title of the document itself is for its own thread to read, so it comes along. */
static TenureDocument *
open_past (const char *database,
           const char *state_dir,
           const char *title,
           gint64 seq,
           const char *when,
           Progress *progress,
           GCancellable *cancellable,
           GError **error)
{
  TenureWorkingCopy *copy = tenure_working_copy_new (state_dir, error);
  g_autofree char *incoming = copy != NULL ? tenure_working_copy_dup_incoming (copy) : NULL;
  TenureDocument *document = NULL;

  if (copy == NULL)
    return NULL;
  /* Translators: a portfolio and a day: "North Ridge, as recorded on 3 Mar 2026" */
  copy->title = g_strdup_printf (_ ("%s, as recorded on %s"), title, when);
  if (copy_into (database, incoming, cancellable, error))
    {
      tell (progress, COPYING);
      if (go_back (incoming, seq, progress, &copy->saved_seq, cancellable, error) && tenure_working_copy_store (copy, error)
          && tenure_working_copy_arrive (copy, error))
        document = tenure_document_new_on_copy (copy, TENURE_SCHEMA_VERSION, TENURE_OPEN_READ_ONLY, cancellable, error);
    }
  if (document != NULL)
    document->recorded = g_strdup (when);
  else
    tenure_working_copy_remove (copy);
  return document;
}

/* --- On a worker --------------------------------------------------------------------------------------------- */

typedef struct
{
  char *database, *state_dir, *title, *when;
  gint64 seq;
  Progress progress;
} Job;

static Job *
job_new (TenureDocument *self, gint64 seq, const char *when, TenureTravelProgress progress, gpointer progress_data)
{
  Job *job = g_new0 (Job, 1);

  job->database = g_strdup (self->database);
  job->state_dir = tenure_working_copy_dup_state_dir (self->copy);
  job->title = g_strdup (tenure_document_get_title (self));
  job->when = g_strdup (when);
  job->seq = seq;
  job->progress = (Progress){ progress, progress_data };
  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->database);
  g_free (job->state_dir);
  g_free (job->title);
  g_free (job->when);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static TenureDocument *
run_job (Job *job, GCancellable *cancellable, GError **error)
{
  return open_past (job->database, job->state_dir, job->title, job->seq, job->when, &job->progress, cancellable, error);
}

static void
open_on_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  TenureDocument *document = run_job (data, cancellable, &error);

  if (document != NULL)
    g_task_return_pointer (task, document, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* --- Public -------------------------------------------------------------------------------------------------- */

TenureDocument *
tenure_document_open_past (TenureDocument *self,
                           gint64 seq,
                           const char *when,
                           TenureTravelProgress progress,
                           gpointer progress_data,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (Job) job = NULL;

  g_return_val_if_fail (TENURE_IS_DOCUMENT (self) && self->copy != NULL && when != NULL, NULL);

  job = job_new (self, seq, when, progress, progress_data);
  return run_job (job, cancellable, error);
}

void
tenure_document_open_past_async (TenureDocument *self,
                                 gint64 seq,
                                 const char *when,
                                 TenureTravelProgress progress,
                                 gpointer progress_data,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TENURE_IS_DOCUMENT (self) && self->copy != NULL && when != NULL);

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, tenure_document_open_past_async);
  g_task_set_task_data (task, job_new (self, seq, when, progress, progress_data), job_free);
  g_task_run_in_thread (task, open_on_worker);
}

TenureDocument *
tenure_document_open_past_finish (TenureDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return tenure_document_propagate (G_TASK (result), error);
}

const char *
tenure_document_get_recorded (TenureDocument *self)
{
  g_return_val_if_fail (TENURE_IS_DOCUMENT (self), NULL);

  return self->recorded;
}

gint64
tenure_document_get_saved_step (TenureDocument *self)
{
  g_return_val_if_fail (TENURE_IS_DOCUMENT (self), -1);

  return self->copy != NULL && self->copy->file != NULL ? self->copy->saved_seq : -1;
}
