/* New documents, and documents from files. */

#include "config.h"
#include "store/document.h"

#include "base/error.h"
#include "store/document-private.h"
#include "store/schema-private.h"

#include "base/i18n.h"

/* A working copy that came to nothing leaves no folder behind. */
static TenureDocument *
make_or_remove (TenureWorkingCopy *copy, int version, TenureOpenFlags flags, GCancellable *cancellable, GError **error)
{
  TenureDocument *document = tenure_document_new_on_copy (copy, version, flags, cancellable, error);

  if (document == NULL)
    tenure_working_copy_remove (copy);
  return document;
}

TenureDocument *
tenure_document_new (const char *state_dir, GError **error)
{
  TenureWorkingCopy *copy = tenure_working_copy_new (state_dir, error);

  if (copy == NULL)
    return NULL;
  if (!tenure_working_copy_store (copy, error))
    {
      tenure_working_copy_remove (copy);
      return NULL;
    }
  return make_or_remove (copy, 0, TENURE_OPEN_DEFAULT, NULL, error);
}

/* Damage that SQLite found, in a sentence that names the file. */
static void
name_file (GError **error, GFile *file)
{
  g_autofree char *name = tenure_user_file_dup_name (file);

  if (error != NULL && (g_error_matches (*error, TENURE_ERROR, TENURE_ERROR_CORRUPT)))
    g_prefix_error (error, "%s: ", name);
}

static gboolean
fetch (TenureWorkingCopy *copy, GFile *file, int *out_version, GCancellable *cancellable, GError **error)
{
  g_autofree char *incoming = tenure_working_copy_dup_incoming (copy);

  if (!tenure_user_file_copy (file, incoming, out_version, &copy->mark, cancellable, error)
      || !tenure_working_copy_arrive (copy, error))
    return FALSE;
  copy->file = g_object_ref (file);
  copy->title = tenure_user_file_dup_title (file);
  return TRUE;
}

static TenureDocument *
open_copy (TenureWorkingCopy *copy, int version, TenureOpenFlags flags, GCancellable *cancellable, GError **error)
{
  TenureDocument *document = tenure_document_new_on_copy (copy, version, flags, cancellable, error);

  if (document == NULL)
    {
      name_file (error, copy->file);
      tenure_working_copy_remove (copy);
      return NULL;
    }
  copy->saved_seq = document->position.done;
  document->dirty = FALSE;
  if (tenure_working_copy_store (copy, error))
    return document;
  g_object_unref (document);
  return NULL;
}

TenureDocument *
tenure_document_open (GFile *file, TenureOpenFlags flags, const char *state_dir, GCancellable *cancellable, GError **error)
{
  TenureWorkingCopy *copy;
  GThread *preparing;
  gboolean fetched;
  int version;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  copy = tenure_working_copy_new (state_dir, error);
  if (copy == NULL)
    return NULL;
  preparing = tenure_schema_prepare ();
  fetched = fetch (copy, file, &version, cancellable, error);
  g_thread_join (preparing);
  if (!fetched)
    {
      tenure_working_copy_remove (copy);
      return NULL;
    }
  return open_copy (copy, version, flags, cancellable, error);
}

typedef struct
{
  GFile *file;
  TenureOpenFlags flags;
  char *state_dir;
} OpenJob;

static void
free_open_job (gpointer data)
{
  OpenJob *job = data;

  g_object_unref (job->file);
  g_free (job->state_dir);
  g_free (job);
}

static void
open_on_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  OpenJob *job = data;
  GError *error = NULL;
  TenureDocument *document = tenure_document_open (job->file, job->flags, job->state_dir, cancellable, &error);

  if (document != NULL)
    g_task_return_pointer (task, document, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
tenure_document_open_async (GFile *file,
                            TenureOpenFlags flags,
                            const char *state_dir,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  g_autoptr (GTask) task = NULL;
  OpenJob *job;

  g_return_if_fail (G_IS_FILE (file));

  job = g_new (OpenJob, 1);
  *job = (OpenJob){ g_object_ref (file), flags, g_strdup (state_dir) };
  task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_source_tag (task, tenure_document_open_async);
  /* A person waits for it: what it brings comes before another frame without it. */
  g_task_set_priority (task, G_PRIORITY_HIGH);
  g_task_set_task_data (task, job, free_open_job);
  g_task_run_in_thread (task, open_on_worker);
}

TenureDocument *
tenure_document_propagate (GTask *task, GError **error)
{
  TenureDocument *document = g_task_propagate_pointer (task, error);

  if (document != NULL)
    tenure_document_adopt (document);
  return document;
}

TenureDocument *
tenure_document_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return tenure_document_propagate (G_TASK (result), error);
}
