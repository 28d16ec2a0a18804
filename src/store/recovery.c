/* What a crash left behind: folders below `working/` that nobody holds the lock of. */

#include "config.h"
#include "store/recovery.h"

#include "store/connection-private.h"
#include "store/document-private.h"
#include "store/file-header-private.h"
#include "store/working-copy-private.h"

#include "base/i18n.h"
#include <glib/gstdio.h>
#include <stdio.h>

void
tenure_recoverable_free (TenureRecoverable *recoverable)
{
  if (recoverable == NULL)
    return;
  g_clear_object (&recoverable->file);
  g_free (recoverable->path);
  g_free (recoverable->title);
  g_free (recoverable->last_step);
  g_free (recoverable);
}

static gint64
get_changed_at (const char *database)
{
  g_autofree char *log = g_strconcat (database, "-wal", NULL);
  GStatBuf of_database, of_log;
  gint64 changed_at = 0;

  if (g_stat (database, &of_database) == 0)
    changed_at = of_database.st_mtime;
  if (g_stat (log, &of_log) == 0)
    changed_at = MAX (changed_at, of_log.st_mtime);
  return changed_at;
}

/* Whether the copy holds steps that the user's file does not. One that cannot be read counts: it is not ours to throw
 * away. */
static gboolean
has_unsaved_changes (const TenureWorkingCopy *copy)
{
  g_autoptr (TenureSqlConnection) db = tenure_connection_open (copy->database, TENURE_CONNECTION_WRITE, NULL);
  g_auto (TenureHistoryPosition) position = { 0 };

  if (db == NULL || !tenure_history_log_get_position (db, &position, NULL))
    return TRUE;
  return position.done != copy->saved_seq;
}

/* What the user called the portfolio; for a copy whose note of the file's name is lost. */
static char *
dup_name_within (const TenureWorkingCopy *copy)
{
  g_autoptr (TenureSqlConnection) db = tenure_connection_open (copy->database, TENURE_CONNECTION_READ, NULL);
  g_autoptr (TenureSqlStatement) statement = NULL;
  gboolean row;

  if (db != NULL)
    statement = tenure_sql_prepare (db, "SELECT name FROM portfolio ORDER BY id LIMIT 1", NULL);
  if (statement == NULL || !tenure_sql_step (statement, &row, NULL) || !row)
    return NULL;
  return tenure_sql_column_dup (statement, 0);
}

/* The note beside the copy, and what the copy itself says where the note says nothing. */
static void
load (TenureWorkingCopy *copy)
{
  tenure_working_copy_load (copy);
  if (copy->title == NULL)
    copy->title = dup_name_within (copy);
}

static char *
dup_last_step (const TenureWorkingCopy *copy)
{
  g_autoptr (TenureSqlConnection) db = tenure_connection_open (copy->database, TENURE_CONNECTION_READ, NULL);
  g_auto (TenureHistoryPosition) position = { 0 };

  if (db == NULL || !tenure_history_log_get_position (db, &position, NULL))
    return NULL;
  return g_steal_pointer (&position.done_label);
}

static TenureRecoverable *
describe (const TenureWorkingCopy *copy)
{
  TenureRecoverable *recoverable = g_new0 (TenureRecoverable, 1);

  recoverable->path = g_strdup (copy->folder);
  recoverable->file = copy->file != NULL ? g_object_ref (copy->file) : NULL;
  recoverable->title = g_strdup (copy->title != NULL ? copy->title : _ ("Untitled portfolio"));
  recoverable->changed_at = get_changed_at (copy->database);
  recoverable->last_step = dup_last_step (copy);
  return recoverable;
}

/* NULL when the folder is in use, or was clean and is gone now. */
static TenureRecoverable *
look_at (const char *folder)
{
  g_autoptr (TenureWorkingCopy) copy = tenure_working_copy_lock (folder, NULL);
  g_autoptr (TenureRecoverable) recoverable = NULL;

  if (copy == NULL)
    return NULL;
  load (copy);
  if (!tenure_working_copy_is_ready (copy) || !has_unsaved_changes (copy))
    tenure_working_copy_remove (g_steal_pointer (&copy));
  else
    recoverable = describe (copy);
  return g_steal_pointer (&recoverable);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const TenureRecoverable *left = *(TenureRecoverable *const *) a, *right = *(TenureRecoverable *const *) b;

  return (right->changed_at > left->changed_at) - (right->changed_at < left->changed_at);
}

static void
free_recoverable (gpointer recoverable)
{
  tenure_recoverable_free (recoverable);
}

/* Ends early when cancelled. */
static GPtrArray *
list_left (const char *state_dir, GCancellable *cancellable)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (free_recoverable);
  g_autofree char *state = tenure_state_dir_dup (state_dir);
  g_autofree char *working = g_build_filename (state, "working", NULL);
  g_autoptr (GDir) dir = g_dir_open (working, 0, NULL);
  const char *name;

  while (dir != NULL && !g_cancellable_is_cancelled (cancellable) && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (working, name, NULL);
      TenureRecoverable *recoverable = look_at (folder);

      if (recoverable != NULL)
        g_ptr_array_add (found, recoverable);
    }
  g_ptr_array_sort (found, compare_newest_first);
  return found;
}

GPtrArray *
tenure_recovery_list (const char *state_dir)
{
  return list_left (state_dir, NULL);
}

static void
list_on_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, list_left (data, cancellable), (GDestroyNotify) g_ptr_array_unref);
}

void
tenure_recovery_list_async (const char *state_dir, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, tenure_recovery_list_async);
  g_task_set_task_data (task, g_strdup (state_dir), g_free);
  g_task_run_in_thread (task, list_on_worker);
}

GPtrArray *
tenure_recovery_list_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The version stands in the header; what the log still holds cannot change it. */
static gboolean
read_version (const TenureWorkingCopy *copy, int *out_version, GError **error)
{
  guint8 header[TENURE_FILE_HEADER_SIZE];
  FILE *stream = g_fopen (copy->database, "rb");
  gsize length = stream != NULL ? fread (header, 1, sizeof header, stream) : 0;
  g_autofree char *name = copy->title != NULL ? g_strdup (copy->title) : g_strdup (_ ("Untitled portfolio"));

  if (stream != NULL)
    fclose (stream);
  /* The log may hold pages that the file does not have yet, so that its length says nothing. */
  return tenure_file_header_check (header, length, G_MAXUINT64, name, out_version, error);
}

static TenureDocument *
open_left (const char *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (TenureWorkingCopy) copy = tenure_working_copy_lock (folder, error);
  TenureDocument *document;
  int version;

  if (copy == NULL)
    return NULL;
  load (copy);
  if (!read_version (copy, &version, error))
    return NULL;
  document = tenure_document_new_on_copy (copy, version, TENURE_OPEN_DEFAULT, cancellable, error);
  if (document != NULL)
    copy = NULL;
  return document;
}

TenureDocument *
tenure_recovery_open (const TenureRecoverable *recoverable, GError **error)
{
  g_return_val_if_fail (recoverable != NULL, NULL);

  return open_left (recoverable->path, NULL, error);
}

static void
open_on_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  TenureDocument *document = open_left (data, cancellable, &error);

  if (document != NULL)
    g_task_return_pointer (task, document, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
tenure_recovery_open_async (const TenureRecoverable *recoverable,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (recoverable != NULL);

  task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_source_tag (task, tenure_recovery_open_async);
  g_task_set_task_data (task, g_strdup (recoverable->path), g_free);
  g_task_run_in_thread (task, open_on_worker);
}

TenureDocument *
tenure_recovery_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return tenure_document_propagate (G_TASK (result), error);
}

gboolean
tenure_recovery_discard (const TenureRecoverable *recoverable, GError **error)
{
  TenureWorkingCopy *copy;

  g_return_val_if_fail (recoverable != NULL, FALSE);

  copy = tenure_working_copy_lock (recoverable->path, error);
  if (copy == NULL)
    return FALSE;
  tenure_working_copy_remove (copy);
  return TRUE;
}
