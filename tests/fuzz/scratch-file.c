#include "scratch-file.h"

#include <glib/gstdio.h>
#include <stdlib.h>

static char *folder;
static GFile *file;

static void
remove_scratch (void)
{
  g_unlink (g_file_peek_path (file));
  g_rmdir (folder);
  g_clear_object (&file);
  g_clear_pointer (&folder, g_free);
}

const char *
fuzz_scratch_folder (void)
{
  g_autofree char *path = NULL;

  if (folder != NULL)
    return folder;
  folder = g_dir_make_tmp ("tenure-fuzz-XXXXXX", NULL);
  path = g_build_filename (folder, "input", NULL);
  file = g_file_new_for_path (path);
  atexit (remove_scratch);
  return folder;
}

GFile *
fuzz_scratch_file (const void *bytes, gsize length)
{
  fuzz_scratch_folder ();
  g_assert_true (g_file_set_contents_full (g_file_peek_path (file), bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  return file;
}
