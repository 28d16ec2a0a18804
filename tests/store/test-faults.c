/* The n-th change of the file system fails, for every n: writing, cutting, syncing, opening. */

#include "fault-vfs.h"
#include "store-fixture.h"

#include "base/error.h"
#include "store/document-private.h"
#include "store/sql-private.h"
#include "store/user-file-private.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* ---- what is tried ---- */

typedef gboolean (*Attempt) (StoreFixture *fixture, const StoreSample *sample, GError **error);

static gboolean
change_much (TenureEdit *edit, gpointer data, GError **error)
{
  const StoreSample *sample = data;

  if (!tenure_edit_begin_bulk (edit, error))
    return FALSE;
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strnfill (300 + i, 'x');
      g_autoptr (TenureRecord) person = store_record (TENURE_RECORD_PERSON, "name", name, NULL);

      if (!tenure_edit_insert (edit, person, error))
        return FALSE;
    }
  return tenure_edit_set (edit, TENURE_RECORD_AGREEMENT, sample->agreement, 0, &TENURE_VALUE_OF_TEXT ("Much changed"), error);
}

static gboolean
try_edit (StoreFixture *fixture, const StoreSample *sample, GError **error)
{
  return tenure_document_edit (fixture->document, "Much", change_much, (gpointer) sample, error);
}

static gboolean
try_undo (StoreFixture *fixture, const StoreSample *sample, GError **error)
{
  return tenure_document_undo (fixture->document, NULL, error);
}

static gboolean
try_save (StoreFixture *fixture, const StoreSample *sample, GError **error)
{
  return tenure_document_save (fixture->document, NULL, error);
}

static gboolean
try_open (StoreFixture *fixture, const StoreSample *sample, GError **error)
{
  TenureDocument *document
      = tenure_document_open (tenure_document_get_file (fixture->document), TENURE_OPEN_DEFAULT, fixture->folder, NULL, error);

  if (document == NULL)
    return FALSE;
  tenure_document_close (document, TRUE);
  g_object_unref (document);
  return TRUE;
}

static gboolean
try_new (StoreFixture *fixture, const StoreSample *sample, GError **error)
{
  TenureDocument *document = tenure_document_new (fixture->folder, error);

  if (document == NULL)
    return FALSE;
  tenure_document_close (document, TRUE);
  g_object_unref (document);
  return TRUE;
}

static char *
read_file (GFile *file, gsize *out_length)
{
  g_autoptr (GError) error = NULL;
  char *bytes;

  g_file_load_contents (file, NULL, &bytes, out_length, NULL, &error);
  g_assert_no_error (error);
  return bytes;
}

/* After a failure: all or nothing happened, the user's file is one of the two versions, the working copy can be read
 * and changed and saved. */
static void
check_whole (StoreFixture *fixture, const StoreSample *sample, const char *before, gboolean ok)
{
  g_autofree char *after = store_dump (tenure_document_get_reader (fixture->document));
  g_autofree char *saved_dump = NULL, *dump = NULL;
  g_autoptr (GFile) file = store_fixture_file (fixture, "after.tenure");
  g_autoptr (GError) error = NULL;
  TenureDocument *again;

  if (!ok)
    g_assert_cmpstr (before, ==, after);
  store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample->agreement, "title", "Works on");
  g_assert_true (tenure_document_save_as (fixture->document, file, NULL, &error));
  g_assert_no_error (error);
  again = tenure_document_open (file, TENURE_OPEN_DEFAULT, fixture->folder, NULL, &error);
  g_assert_no_error (error);
  dump = store_dump (tenure_document_get_reader (fixture->document));
  saved_dump = store_dump (tenure_document_get_reader (again));
  g_assert_cmpstr (dump, ==, saved_dump);
  tenure_document_close (again, TRUE);
  g_object_unref (again);
}

/* TRUE when the n-th operation was reached, so that there may be a next. */
static gboolean
run_once (Attempt attempt, int n, int code, gboolean for_good)
{
  StoreFixture fixture = { 0 };
  g_autoptr (GFile) file = NULL;
  g_autofree char *before = NULL, *file_before = NULL, *file_after = NULL;
  gsize length_before, length_after;
  g_autoptr (GError) error = NULL;
  StoreSample sample;
  gboolean ok, failed;

  store_fixture_set_up (&fixture, NULL);
  file = store_fixture_file (&fixture, "users.tenure");
  sample = store_make_sample (fixture.document);
  g_assert_true (tenure_document_save_as (fixture.document, file, NULL, &error));
  store_set (fixture.document, TENURE_RECORD_AGREEMENT, sample.agreement, "title", "Not saved yet");
  before = store_dump (tenure_document_get_reader (fixture.document));
  file_before = read_file (file, &length_before);
  fault_arm (FAULT_CHANGE, n, code, for_good);
  ok = attempt (&fixture, &sample, &error);
  failed = fault_disarm () > 0;
  if (!ok)
    {
      g_assert_true (failed);
      g_assert_nonnull (error);
      g_assert_true (error->domain == TENURE_ERROR);
      g_assert_true (g_str_has_suffix (error->message, "."));
      file_after = read_file (file, &length_after);
      g_assert_cmpmem (file_before, length_before, file_after, length_after);
    }
  check_whole (&fixture, &sample, before, ok);
  store_fixture_tear_down (&fixture, NULL);
  return failed;
}

static const struct
{
  const char *name;
  Attempt attempt;
} attempts[] = {
  { "edit", try_edit }, { "undo", try_undo }, { "save", try_save }, { "open", try_open }, { "new", try_new },
};

static void
test_every_operation (gconstpointer data)
{
  Attempt attempt = attempts[GPOINTER_TO_UINT (data)].attempt;
  static const struct
  {
    int code;
    gboolean lasting;
  } ways[] = { { SQLITE_IOERR_WRITE, FALSE }, { SQLITE_FULL, TRUE } };

  for (gsize way = 0; way < G_N_ELEMENTS (ways); way++)
    {
      int n = 0;

      while (run_once (attempt, n, ways[way].code, ways[way].lasting))
        n += n < 20 ? 1 : 1 + n / 6;
      g_test_message ("way %" G_GSIZE_FORMAT ": up to operation %d", way, n);
      g_assert_cmpint (n, >, 2);
    }
}

/* The disk fills up while the user's file is being replaced: it stays as it was. A limit on the size of files stands in
 * for the full disk, in a child so that it binds nobody else. */
static void
test_full_disk (void)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      StoreFixture fixture = { 0 };
      g_autoptr (GFile) file = NULL;
      g_autoptr (GError) error = NULL;
      g_auto (TenureFileMark) mark = { 0 };
      g_autofree char *source = NULL, *zeros = g_malloc0 (1024 * 1024), *after = NULL;
      struct rlimit limit = { 100 * 1024, 100 * 1024 };
      gsize length;

      store_fixture_set_up (&fixture, NULL);
      file = store_fixture_file (&fixture, "users.tenure");
      source = g_build_filename (fixture.folder, "snapshot", NULL);
      g_file_set_contents (source, zeros, 1024 * 1024, NULL);
      g_file_set_contents (g_file_peek_path (file), "theirs", 6, NULL);
      signal (SIGXFSZ, SIG_IGN);
      setrlimit (RLIMIT_FSIZE, &limit);
      if (tenure_user_file_replace (source, file, NULL, &mark, NULL, &error))
        _exit (1);
      if (!g_error_matches (error, TENURE_ERROR, TENURE_ERROR_STORAGE))
        _exit (2);
      after = read_file (file, &length);
      if (length != 6 || memcmp (after, "theirs", 6) != 0)
        _exit (3);
      g_clear_error (&error);
      if (tenure_document_save_as (fixture.document, file, NULL, &error))
        _exit (4);
      if (!g_error_matches (error, TENURE_ERROR, TENURE_ERROR_STORAGE))
        _exit (5);
      store_fixture_tear_down (&fixture, NULL);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/faults/full-disk", test_full_disk);
  fault_install ();
  for (gsize i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_autofree char *path = g_strconcat ("/store/faults/", attempts[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_every_operation);
    }
  return g_test_run ();
}
