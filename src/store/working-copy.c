#include "config.h"
#include "store/working-copy-private.h"

#include "base/error.h"
#include "store/document.h"

#include <errno.h>
#include <fcntl.h>
#include "base/i18n.h"
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#define GROUP "working-copy"

char *
tenure_state_dir_dup (const char *state_dir)
{
  return state_dir != NULL ? g_strdup (state_dir) : g_build_filename (g_get_user_state_dir (), "tenure", NULL);
}

char *
tenure_working_copy_dup_state_dir (const TenureWorkingCopy *copy)
{
  g_autofree char *working = g_path_get_dirname (copy->folder);

  return g_path_get_dirname (working);
}

static gboolean
fail_with_errno (GError **error, const char *path)
{
  int code = errno;

  g_set_error (error, TENURE_ERROR, TENURE_ERROR_STORAGE,
               _ ("“%s”, where Tenure keeps its working copies, could not be written: %s."), path, g_strerror (code));
  return FALSE;
}

static TenureWorkingCopy *
make (const char *folder)
{
  TenureWorkingCopy *copy = g_new0 (TenureWorkingCopy, 1);

  copy->folder = g_strdup (folder);
  copy->database = g_build_filename (folder, "portfolio" TENURE_DOCUMENT_SUFFIX, NULL);
  copy->lock = -1;
  return copy;
}

static gboolean
take_lock (TenureWorkingCopy *copy, GError **error)
{
  g_autofree char *path = g_build_filename (copy->folder, "lock", NULL);

  copy->lock = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (copy->lock < 0)
    return fail_with_errno (error, path);
  if (flock (copy->lock, LOCK_EX | LOCK_NB) == 0)
    return TRUE;
  if (errno != EWOULDBLOCK)
    return fail_with_errno (error, path);
  g_set_error_literal (error, TENURE_ERROR, TENURE_ERROR_CHANGED,
                       _ ("Another window of Tenure is using this working copy. Close it there first."));
  return FALSE;
}

TenureWorkingCopy *
tenure_working_copy_new (const char *state_dir, GError **error)
{
  g_autofree char *state = tenure_state_dir_dup (state_dir);
  g_autofree char *template = g_build_filename (state, "working", "XXXXXX", NULL);
  g_autofree char *parent = g_path_get_dirname (template);
  g_autoptr (TenureWorkingCopy) copy = NULL;

  if (g_mkdir_with_parents (parent, 0700) != 0 || g_mkdtemp_full (template, 0700) == NULL)
    {
      fail_with_errno (error, parent);
      return NULL;
    }
  copy = make (template);
  if (!take_lock (copy, error))
    return NULL;
  return g_steal_pointer (&copy);
}

TenureWorkingCopy *
tenure_working_copy_lock (const char *folder, GError **error)
{
  g_autoptr (TenureWorkingCopy) copy = make (folder);

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_set_error_literal (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND, _ ("This working copy is no longer there."));
      return NULL;
    }
  return take_lock (copy, error) ? g_steal_pointer (&copy) : NULL;
}

gboolean
tenure_working_copy_is_ready (const TenureWorkingCopy *copy)
{
  GStatBuf status;

  return g_stat (copy->database, &status) == 0 && status.st_size > 0;
}

char *
tenure_working_copy_dup_incoming (const TenureWorkingCopy *copy)
{
  return g_build_filename (copy->folder, "incoming", NULL);
}

gboolean
tenure_working_copy_arrive (const TenureWorkingCopy *copy, GError **error)
{
  g_autofree char *incoming = tenure_working_copy_dup_incoming (copy);

  return g_rename (incoming, copy->database) == 0 || fail_with_errno (error, copy->database);
}

static gint64
get_saved_seq (GKeyFile *state)
{
  g_autoptr (GError) failure = NULL;
  gint64 seq = g_key_file_get_int64 (state, GROUP, "saved-seq", &failure);

  return failure == NULL ? seq : -1;
}

/* A file without its mark is none: it could not be told whether someone else changed it. */
static void
load_file (TenureWorkingCopy *copy, GKeyFile *state)
{
  g_autofree char *uri = g_key_file_get_string (state, GROUP, "file", NULL);

  copy->mark.known = uri != NULL && g_key_file_get_boolean (state, GROUP, "mark-known", NULL);
  if (!copy->mark.known)
    return;
  copy->file = g_file_new_for_uri (uri);
  copy->mark.hash = g_key_file_get_uint64 (state, GROUP, "mark-hash", NULL);
  copy->mark.etag = g_key_file_get_string (state, GROUP, "mark-etag", NULL);
}

void
tenure_working_copy_load (TenureWorkingCopy *copy)
{
  g_autofree char *path = g_build_filename (copy->folder, "state.ini", NULL);
  g_autoptr (GKeyFile) state = g_key_file_new ();

  copy->saved_seq = -1;
  if (!g_key_file_load_from_file (state, path, G_KEY_FILE_NONE, NULL))
    return;
  load_file (copy, state);
  copy->title = g_key_file_get_string (state, GROUP, "title", NULL);
  copy->saved_seq = get_saved_seq (state);
}

gboolean
tenure_working_copy_store (const TenureWorkingCopy *copy, GError **error)
{
  g_autofree char *path = g_build_filename (copy->folder, "state.ini", NULL);
  g_autoptr (GKeyFile) state = g_key_file_new ();
  g_autoptr (GError) failure = NULL;

  if (copy->file != NULL)
    {
      g_autofree char *uri = g_file_get_uri (copy->file);

      g_key_file_set_string (state, GROUP, "file", uri);
    }
  if (copy->title != NULL)
    g_key_file_set_string (state, GROUP, "title", copy->title);
  g_key_file_set_int64 (state, GROUP, "saved-seq", copy->saved_seq);
  g_key_file_set_boolean (state, GROUP, "mark-known", copy->mark.known);
  g_key_file_set_uint64 (state, GROUP, "mark-hash", copy->mark.hash);
  if (copy->mark.etag != NULL)
    g_key_file_set_string (state, GROUP, "mark-etag", copy->mark.etag);
  if (g_key_file_save_to_file (state, path, &failure))
    return TRUE;
  g_set_error (error, TENURE_ERROR, TENURE_ERROR_STORAGE,
               _ ("“%s”, where Tenure keeps its working copies, could not be written: %s."), path, failure->message);
  return FALSE;
}

void
tenure_working_copy_free (TenureWorkingCopy *copy)
{
  if (copy == NULL)
    return;
  if (copy->lock >= 0)
    close (copy->lock);
  g_clear_object (&copy->file);
  tenure_file_mark_clear (&copy->mark);
  g_free (copy->title);
  g_free (copy->database);
  g_free (copy->folder);
  g_free (copy);
}

void
tenure_working_copy_remove (TenureWorkingCopy *copy)
{
  g_autoptr (GDir) dir = g_dir_open (copy->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (copy->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (copy->folder);
  tenure_working_copy_free (copy);
}
