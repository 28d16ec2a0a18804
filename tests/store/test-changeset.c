#include "store-fixture.h"

#include "base/error.h"
#include "store/changeset-private.h"
#include "store/history-log-private.h"
#include "store/reader-private.h"

#include <string.h>

/* The bytes of an edit as the session makes them. */
static GBytes *
load_step (TenureDocument *document, gint64 seq)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = tenure_history_log_load (tenure_reader_get_db (tenure_document_get_reader (document)), seq, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
test_reads_sessions (StoreFixture *fixture, gconstpointer data)
{
  StoreSample sample = store_make_sample (fixture->document);
  g_auto (TenureChangesetReader) reader = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  guint column = tenure_changeset_column (TENURE_RECORD_AGREEMENT, store_field (AGREEMENT, "end"));

  store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "end", "2028-03-31");
  bytes = load_step (fixture->document, 2);
  tenure_changeset_reader_init (&reader, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_true (tenure_changeset_next (&reader, &error));
  g_assert_cmpint (reader.type, ==, TENURE_RECORD_AGREEMENT);
  g_assert_cmpint (reader.op, ==, TENURE_ROW_UPDATED);
  g_assert_cmpint (reader.id, ==, sample.agreement);
  for (guint i = 1; i < reader.n_columns; i++)
    g_assert_cmpint (reader.new_values[i].present, ==, i == column);
  g_assert_cmpmem (reader.old_values[column].text, reader.old_values[column].length, "2027-03-31", 10);
  g_assert_cmpmem (reader.new_values[column].text, reader.new_values[column].length, "2028-03-31", 10);
  g_assert_false (tenure_changeset_next (&reader, &error));
  g_assert_no_error (error);
}

static void
test_known_hang (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "corrupt-changeset-that-hangs.bin", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, &error));
  g_assert_no_error (error);
  g_assert_false (tenure_changeset_check (bytes, length, NULL, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_CORRUPT);
}

/* Cut anywhere but between rows, it is damaged; anywhere at all, it ends. */
static void
test_cut (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  const guint8 *all;
  guint n_whole = 0;

  store_make_sample (fixture->document);
  bytes = load_step (fixture->document, 1);
  all = g_bytes_get_data (bytes, &length);
  g_assert_cmpuint (length, >, 200);
  for (gsize cut = 0; cut <= length; cut++)
    {
      g_autofree guint8 *part = g_memdup2 (all, cut);
      g_autoptr (GError) error = NULL;

      if (tenure_changeset_check (part, cut, NULL, &error))
        n_whole++;
      else
        g_assert_error (error, TENURE_ERROR, TENURE_ERROR_CORRUPT);
    }
  /* The empty one, the ends of six rows, and of the headings between five tables. */
  g_assert_cmpuint (n_whole, ==, 1 + 6 + 5);
}

/* With every byte changed in a few ways it is read to an end, within its bounds: run under the address sanitizer. What
 * still counts as well-formed may be applied: SQLite then ends with a conflict or a result, never without. */
static void
test_mutations (StoreFixture *fixture, gconstpointer data)
{
  static const guint8 flips[] = { 0x01, 0x80, 0xff };
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);
  g_autoptr (GBytes) bytes = NULL;
  const guint8 *all;
  gsize length;
  guint n_refused = 0, n_read = 0;

  store_make_sample (fixture->document);
  bytes = load_step (fixture->document, 1);
  all = g_bytes_get_data (bytes, &length);
  for (guint i = 0; i < 20000; i++)
    {
      g_autofree guint8 *changed = g_memdup2 (all, length);
      guint n_changes = (guint) g_rand_int_range (rand, 1, 4);

      for (guint c = 0; c < n_changes; c++)
        changed[g_rand_int_range (rand, 0, (gint32) length)] ^= flips[g_rand_int_range (rand, 0, 3)];
      if (tenure_changeset_check (changed, length, NULL, NULL))
        n_read++;
      else
        n_refused++;
    }
  g_assert_cmpuint (n_refused, >, 1000);
  g_assert_cmpuint (n_read, >, 1000);
}

static void
test_refuses (void)
{
  static const struct
  {
    const char *what;
    const char *bytes;
    gsize length;
  } cases[] = {
    { "row before a table", "\x12\0", 2 },
    { "unknown table", "T\x02\x01\0other\0", 10 },
    { "shadow table", "T\x02\x01\0agreement_search_data\0", 26 },
    { "no columns", "T\0setting\0", 10 },
    { "too many columns", "T\x03\x01\0\0setting\0", 13 },
    { "key elsewhere", "T\x02\0\x01setting\0", 12 },
    { "name without end", "T\x02\x01\0setting", 11 },
    { "patchset", "P\x02\x01\0setting\0", 12 },
    { "endless varint", "T\x85\x85\x85\x85\x85\x85\x85", 8 },
    { "unknown operation", "T\x02\x01\0setting\0\x13\0\x03\x01k\x03\x01v", 20 },
    { "indirect change", "T\x02\x01\0setting\0\x12\x01\x03\x01k\x03\x01v", 20 },
    { "real number", "T\x02\x01\0setting\0\x12\0\x03\x01k\x02\0\0\0\0\0\0\0\0", 26 },
    { "text past the end", "T\x02\x01\0setting\0\x12\0\x03\x01k\x03\x7fv", 20 },
    { "half a row", "T\x02\x01\0setting\0\x12\0\x03\x01k\0", 18 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree guint8 *bytes = g_memdup2 (cases[i].bytes, cases[i].length);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].what);
      g_assert_false (tenure_changeset_check (bytes, cases[i].length, NULL, &error));
      g_assert_error (error, TENURE_ERROR, TENURE_ERROR_CORRUPT);
    }
  g_assert_true (tenure_changeset_check ("T\x02\x01\0setting\0\x12\0\x03\x01k\x03\x01v", 20, NULL, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/changeset/reads-sessions", StoreFixture, NULL, store_fixture_set_up, test_reads_sessions, store_fixture_tear_down);
  g_test_add_func ("/store/changeset/known-hang", test_known_hang);
  g_test_add ("/store/changeset/cut", StoreFixture, NULL, store_fixture_set_up, test_cut, store_fixture_tear_down);
  g_test_add ("/store/changeset/mutations", StoreFixture, NULL, store_fixture_set_up, test_mutations, store_fixture_tear_down);
  g_test_add_func ("/store/changeset/refuses", test_refuses);
  return g_test_run ();
}
