/* The name that a chosen file gets: an ending when it has none, and no silent writing over another file. */

#include "app/gtk/chosen-file.h"

#include <glib/gstdio.h>

static void
assert_named (const char *chosen, const char *suffix, const char *expected)
{
  g_autoptr (GFile) file = g_file_new_for_path (chosen);
  g_autoptr (GFile) whole = tenure_file_with_suffix (file, suffix);
  g_autofree char *path = g_file_get_path (whole);

  g_assert_cmpstr (path, ==, expected);
}

static void
test_suffix (void)
{
  assert_named ("/a/north ridge", ".ics", "/a/north ridge.ics");
  assert_named ("/a/north ridge.ics", ".ics", "/a/north ridge.ics");
  assert_named ("/a/north.ridge", ".ics", "/a/north.ridge.ics");
  assert_named ("/", ".ics", "/");
}

static void
test_taken (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tenure-chosen-XXXXXX", NULL);
  g_autofree char *taken = g_build_filename (folder, "days.ics", NULL);
  g_autofree char *short_name = g_build_filename (folder, "days", NULL);
  g_autoptr (GFile) chosen_taken = g_file_new_for_path (taken);
  g_autoptr (GFile) chosen_short = g_file_new_for_path (short_name);
  g_autoptr (GFile) free_name = NULL;
  g_autoptr (GFile) agreed = NULL;
  g_autoptr (GError) error = NULL;

  free_name = tenure_file_complete (chosen_short, ".ics", &error);
  g_assert_no_error (error);
  g_assert_true (g_file_equal (free_name, chosen_taken));
  g_assert_true (g_file_set_contents (taken, "kept", -1, NULL));
  /* The chooser asked about the name that it showed, and about no other. */
  agreed = tenure_file_complete (chosen_taken, ".ics", &error);
  g_assert_no_error (error);
  g_assert_true (g_file_equal (agreed, chosen_taken));
  g_assert_null (tenure_file_complete (chosen_short, ".ics", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_true (g_str_has_prefix (error->message, "“days.ics” is already there"));
  g_unlink (taken);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/chosen-file/suffix", test_suffix);
  g_test_add_func ("/app/chosen-file/taken", test_taken);
  return g_test_run ();
}
