/* Dated copies of the files that were saved over: "backups/<mark of the file's URI>/20261121T221530.123456.tenure" in the
 * state folder. The name is the time, so that the order of names is the order of time. */

#include "config.h"
#include "store/recovery.h"

#include "base/error.h"
#include "store/backup-private.h"
#include "store/content-hash-private.h"
#include "store/document-private.h"
#include "store/working-copy-private.h"

#include "base/i18n.h"
#include <glib/gstdio.h>
#include <string.h>

#define NAME_FORMAT "%Y%m%dT%H%M%S"

static char *
dup_folder (GFile *file, const char *state_dir)
{
  g_autofree char *state = tenure_state_dir_dup (state_dir);
  g_autofree char *uri = g_file_get_uri (file);
  char name[17];
  TenureContentHash hash;

  tenure_content_hash_init (&hash);
  tenure_content_hash_update (&hash, uri, strlen (uri));
  g_snprintf (name, sizeof name, "%016" G_GINT64_MODIFIER "x", tenure_content_hash_finish (&hash));
  return g_build_filename (state, "backups", name, NULL);
}

static char *
dup_name_of_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *second = g_date_time_format (now, NAME_FORMAT);

  return g_strdup_printf ("%s.%06d" TENURE_DOCUMENT_SUFFIX, second, g_date_time_get_microsecond (now));
}

static gint64
parse_name (const char *name)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *iso = NULL;

  if (strlen (name) < 15 || !g_str_has_suffix (name, TENURE_DOCUMENT_SUFFIX))
    return -1;
  iso = g_strdup_printf ("%.15sZ", name);
  time = g_date_time_new_from_iso8601 (iso, NULL);
  return time != NULL ? g_date_time_to_unix (time) : -1;
}

void
tenure_backup_free (TenureBackup *backup)
{
  if (backup == NULL)
    return;
  g_object_unref (backup->backup);
  g_free (backup);
}

static int
compare_names_falling (gconstpointer a, gconstpointer b)
{
  g_autofree char *left = g_file_get_path ((*(TenureBackup *const *) a)->backup);
  g_autofree char *right = g_file_get_path ((*(TenureBackup *const *) b)->backup);

  return strcmp (right, left);
}

static void
free_backup (gpointer backup)
{
  tenure_backup_free (backup);
}

static GPtrArray *
list_folder (const char *folder)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func (free_backup);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      gint64 saved_at = parse_name (name);
      TenureBackup *backup;
      GStatBuf status;

      if (saved_at < 0 || g_stat (path, &status) != 0)
        continue;
      backup = g_new (TenureBackup, 1);
      *backup = (TenureBackup){ g_file_new_for_path (path), saved_at, (guint64) status.st_size };
      g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare_names_falling);
  return backups;
}

GPtrArray *
tenure_backup_list (GFile *file, const char *state_dir)
{
  g_autofree char *folder = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  folder = dup_folder (file, state_dir);
  return list_folder (folder);
}

static void
remove_oldest (const char *folder)
{
  g_autoptr (GPtrArray) backups = list_folder (folder);

  for (guint i = TENURE_DOCUMENT_MAX_BACKUPS; i < backups->len; i++)
    g_file_delete (((TenureBackup *) backups->pdata[i])->backup, NULL, NULL);
}

gboolean
tenure_backup_keep (GFile *file, const char *state_dir, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = dup_folder (file, state_dir);
  g_autofree char *name = dup_name_of_now ();
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) backup = g_file_new_for_path (path);
  g_autoptr (GError) failure = NULL;

  g_mkdir_with_parents (folder, 0700);
  if (g_file_copy (file, backup, G_FILE_COPY_TARGET_DEFAULT_PERMS, cancellable, NULL, NULL, &failure))
    {
      remove_oldest (folder);
      return TRUE;
    }
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) && !g_file_query_exists (file, NULL))
    return TRUE;
  g_file_delete (backup, NULL, NULL);
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error (error, TENURE_ERROR, TENURE_ERROR_STORAGE,
                 _ ("The version on disk could not be kept as a backup, so nothing was saved: %s."), failure->message);
  return FALSE;
}

TenureDocument *
tenure_backup_open (const TenureBackup *backup, const char *state_dir, GCancellable *cancellable, GError **error)
{
  TenureDocument *document;

  g_return_val_if_fail (backup != NULL, NULL);

  document = tenure_document_open (backup->backup, TENURE_OPEN_DEFAULT, state_dir, cancellable, error);
  if (document == NULL)
    return NULL;
  g_clear_object (&document->copy->file);
  g_clear_pointer (&document->copy->title, g_free);
  tenure_file_mark_clear (&document->copy->mark);
  document->copy->saved_seq = -1;
  document->dirty = TRUE;
  if (tenure_working_copy_store (document->copy, error))
    return document;
  g_object_unref (document);
  return NULL;
}

typedef struct
{
  TenureBackup backup;
  char *state_dir;
} OpenJob;

static void
free_open_job (gpointer data)
{
  OpenJob *job = data;

  g_object_unref (job->backup.backup);
  g_free (job->state_dir);
  g_free (job);
}

/* Nobody waits for it any more. It would be kept for recovery, for it is not saved; but nothing in it is new. */
static void
drop_unwanted (gpointer data)
{
  tenure_document_close (data, TRUE);
  g_object_unref (data);
}

static void
open_on_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  OpenJob *job = data;
  GError *error = NULL;
  TenureDocument *document = tenure_backup_open (&job->backup, job->state_dir, cancellable, &error);

  if (document != NULL)
    g_task_return_pointer (task, document, drop_unwanted);
  else
    g_task_return_error (task, error);
}

void
tenure_backup_open_async (const TenureBackup *backup,
                          const char *state_dir,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  g_autoptr (GTask) task = NULL;
  OpenJob *job;

  g_return_if_fail (backup != NULL);

  job = g_new (OpenJob, 1);
  *job = (OpenJob){ *backup, g_strdup (state_dir) };
  g_object_ref (job->backup.backup);
  task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_source_tag (task, tenure_backup_open_async);
  g_task_set_task_data (task, job, free_open_job);
  g_task_run_in_thread (task, open_on_worker);
}

TenureDocument *
tenure_backup_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return tenure_document_propagate (G_TASK (result), error);
}
