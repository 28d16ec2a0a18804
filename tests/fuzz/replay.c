/* Runs a fuzz target on every sample of a folder, and on each of them cut short and with one byte changed. */

#include <gio/gio.h>
#include <string.h>

#include "fuzz.h"

#define CUTS 64

static void
replay (gconstpointer data)
{
  const char *path = data;
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, &error));
  g_assert_cmpint (LLVMFuzzerTestOneInput ((const uint8_t *) contents, length), ==, 0);
  for (gsize i = 0; i < CUTS && length > 0; i++)
    {
      gsize at = length * i / CUTS;
      char kept = contents[at];

      g_assert_cmpint (LLVMFuzzerTestOneInput ((const uint8_t *) contents, at), ==, 0);
      contents[at] = (char) (kept ^ (1 << (i % 8)));
      g_assert_cmpint (LLVMFuzzerTestOneInput ((const uint8_t *) contents, length), ==, 0);
      contents[at] = kept;
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GDir) folder = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  folder = g_dir_open (argv[1], 0, NULL);
  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      char *path = g_build_filename (argv[1], name, NULL);
      g_autofree char *test = g_strconcat ("/replay/", name, NULL);

      g_ptr_array_add (paths, path);
      g_test_add_data_func (test, path, replay);
    }
  g_assert_cmpuint (paths->len, >, 0);
  return g_test_run ();
}
