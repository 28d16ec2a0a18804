#include "store-fixture.h"

#include "base/error.h"
#include "store/connection-private.h"
#include "store/document-private.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define ADD(name, func) g_test_add ("/store/recovery/" name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
#define KILLS 12

static const char *own_path;

/* ---- the child that is killed: edits, undoes, saves, without end; says each time what is certain ---- */

static gboolean
insert_numbered (TenureEdit *edit, gpointer data, GError **error)
{
  guint n = GPOINTER_TO_UINT (data);

  if (n % 7 == 0 && !tenure_edit_begin_bulk (edit, error))
    return FALSE;
  for (guint i = 0; i < (n % 5 == 0 ? 300 : 1); i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %u of step %u", i, n);
      g_autoptr (TenureRecord) person = store_record (TENURE_RECORD_PERSON, "name", name, NULL);

      if (!tenure_edit_insert (edit, person, error))
        return FALSE;
    }
  return TRUE;
}

static int
edit_forever (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureDocument) document = tenure_document_new (folder, &error);

  g_assert_no_error (error);
  for (guint n = 1; n < 100000; n++)
    {
      g_autofree char *label = g_strdup_printf ("Step %u", n);

      tenure_document_edit (document, label, insert_numbered, GUINT_TO_POINTER (n), &error);
      g_assert_no_error (error);
      printf ("%u\n", n);
      fflush (stdout);
      if (n % 11 == 0)
        tenure_connection_checkpoint (document->database);
    }
  return 0;
}

/* ---- the parent ---- */

/* The last number the child printed as done; 0 when it came to none. */
static guint
read_last_line (int pipe)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char buffer[4096];
  ssize_t n;
  char *last;

  while ((n = read (pipe, buffer, sizeof buffer)) > 0)
    g_string_append_len (text, buffer, n);
  while (text->len > 0 && text->str[text->len - 1] != '\n')
    g_string_truncate (text, text->len - 1);
  if (text->len == 0)
    return 0;
  g_string_truncate (text, text->len - 1);
  last = strrchr (text->str, '\n');
  return (guint) strtoul (last != NULL ? last + 1 : text->str, NULL, 10);
}

static guint
run_and_kill (const char *folder, guint after_ms)
{
  const char *argv[] = { own_path, "--edit-forever", folder, NULL };
  g_autoptr (GError) error = NULL;
  int out, status;
  guint last;
  GPid child;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &child, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  g_usleep (after_ms * 1000);
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  last = read_last_line (out);
  close (out);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  return last;
}

/* Everything that was said to be done is there, in whole steps, and can be undone to the first. */
static void
check_recovered (TenureDocument *document, guint last)
{
  TenureReader *reader = tenure_document_get_reader (document);
  g_autoptr (GPtrArray) entries = tenure_history_list (reader, 0, NULL);
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_PERSON);
  g_autoptr (GArray) found = NULL;
  g_autoptr (GError) error = NULL;
  guint expected = 0;

  g_assert_cmpuint (entries->len, >=, last);
  g_assert_cmpuint (entries->len, <=, last + 1);
  for (guint n = 1; n <= entries->len; n++)
    expected += n % 5 == 0 ? 300 : 1;
  g_assert_cmpint (tenure_reader_count (reader, TENURE_RECORD_PERSON, NULL), ==, expected);
  tenure_query_set_search (query, "person");
  found = tenure_query_run (query, reader, &error);
  g_assert_cmpuint (found->len, ==, expected);
  for (guint n = entries->len; n > 0; n--)
    {
      g_assert_true (tenure_document_undo (document, NULL, &error));
      g_assert_no_error (error);
    }
  g_assert_cmpint (tenure_reader_count (reader, TENURE_RECORD_PERSON, NULL), ==, 0);
}

static void
test_killed (void)
{
  guint n_with_steps = 0;

  for (guint i = 0; i < KILLS; i++)
    {
      StoreFixture fixture = { 0 };
      g_autoptr (GPtrArray) left = NULL;
      g_autoptr (GError) error = NULL;
      TenureDocument *document;
      guint after_ms = (guint) g_test_rand_int_range (20, 600), last;

      fixture.folder = g_dir_make_tmp ("tenure-kill-XXXXXX", NULL);
      last = run_and_kill (fixture.folder, after_ms);
      g_test_message ("killed after %u ms, %u steps", after_ms, last);
      left = tenure_recovery_list (fixture.folder);
      if (last > 0)
        {
          n_with_steps++;
          g_assert_cmpuint (left->len, ==, 1);
          document = tenure_recovery_open (left->pdata[0], &error);
          g_assert_no_error (error);
          g_assert_true (tenure_document_is_dirty (document));
          check_recovered (document, last);
          store_close (document);
        }
      store_fixture_tear_down (&fixture, NULL);
    }
  g_assert_cmpuint (n_with_steps, >, 0);
}

static guint
count_recoverable (StoreFixture *fixture)
{
  g_autoptr (GPtrArray) left = tenure_recovery_list (fixture->folder);

  return left->len;
}

/* What is in use is not offered; what was let go dirty is, with its file; what was let go clean is gone. */
static void
test_offered (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = store_fixture_file (fixture, "mine.tenure");
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;
  const TenureRecoverable *recoverable;
  StoreSample sample = store_make_sample (fixture->document);
  g_autofree char *before = NULL, *after = NULL;

  g_assert_true (tenure_document_save_as (fixture->document, file, NULL, NULL));
  store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "title", "Unsaved");
  before = store_dump (tenure_document_get_reader (fixture->document));
  g_assert_cmpuint (count_recoverable (fixture), ==, 0);
  tenure_document_close (fixture->document, FALSE);
  g_clear_object (&fixture->document);
  left = tenure_recovery_list (fixture->folder);
  g_assert_cmpuint (left->len, ==, 1);
  recoverable = left->pdata[0];
  g_assert_cmpstr (recoverable->title, ==, "mine");
  g_assert_true (g_file_equal (recoverable->file, file));
  g_assert_cmpint (ABS (recoverable->changed_at - g_get_real_time () / G_USEC_PER_SEC), <, 60);
  g_assert_cmpstr (recoverable->last_step, ==, "Set");
  fixture->document = tenure_recovery_open (recoverable, &error);
  g_assert_no_error (error);
  after = store_dump (tenure_document_get_reader (fixture->document));
  g_assert_cmpstr (before, ==, after);
  g_assert_true (tenure_document_is_dirty (fixture->document));
  /* Held again: a second one may not have it. */
  g_assert_null (tenure_recovery_open (recoverable, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_CHANGED);
  g_clear_error (&error);
  g_assert_false (tenure_recovery_discard (recoverable, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_CHANGED);
  g_clear_error (&error);
  /* It still knows which version of the file it came from. */
  g_assert_true (tenure_document_save (fixture->document, NULL, &error));
  g_assert_no_error (error);
  tenure_document_close (fixture->document, FALSE);
  g_assert_cmpuint (count_recoverable (fixture), ==, 0);
}

static void
test_discarded (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;

  store_make_sample (fixture->document);
  tenure_document_close (fixture->document, FALSE);
  left = tenure_recovery_list (fixture->folder);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_true (tenure_recovery_discard (left->pdata[0], &error));
  g_assert_cmpuint (count_recoverable (fixture), ==, 0);
  g_assert_null (tenure_recovery_open (left->pdata[0], &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND);
}

/* A lock that nobody holds any more is no lock, whatever is in the file. */
static void
test_stale_lock (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) left = NULL;
  g_autofree char *lock = NULL;
  g_autoptr (GError) error = NULL;

  store_make_sample (fixture->document);
  lock = g_build_filename (fixture->document->copy->folder, "lock", NULL);
  tenure_document_close (fixture->document, FALSE);
  g_clear_object (&fixture->document);
  g_assert_true (g_file_set_contents (lock, "pid 1 on this machine", -1, NULL));
  left = tenure_recovery_list (fixture->folder);
  g_assert_cmpuint (left->len, ==, 1);
  fixture->document = tenure_recovery_open (left->pdata[0], &error);
  g_assert_no_error (error);
}

/* Leftovers that hold nothing of the user's go; what cannot be read stays for a person to decide. */
static void
test_leftovers (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *empty = g_build_filename (fixture->folder, "working", "empty", NULL);
  g_autofree char *damaged = g_build_filename (fixture->folder, "working", "damaged", NULL);
  g_autofree char *state = g_build_filename (damaged, "state.ini", NULL);
  g_autofree char *database = g_build_filename (damaged, "portfolio.tenure", NULL);
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (empty, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (damaged, 0700), ==, 0);
  g_assert_true (g_file_set_contents (state, "[working-copy]\nsaved-seq=0\ntitle=Lost\n", -1, NULL));
  g_assert_true (g_file_set_contents (database, "not a database at all, but perhaps of use to somebody", -1, NULL));
  left = tenure_recovery_list (fixture->folder);
  g_assert_false (g_file_test (empty, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_null (tenure_recovery_open (left->pdata[0], &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_FOREIGN);
  g_assert_true (g_file_test (database, G_FILE_TEST_EXISTS));
}

/* The note beside the copy may be gone, empty, cut or nonsense: the copy is offered all the same, by what can be told of
 * it, and never takes a file's place by itself. */
static void
test_note_lost (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *note; /* NULL: none */
    const char *title;
    gboolean file;
  } cases[] = {
    { NULL, "North Ridge" },
    { "", "North Ridge" },
    { "[working-copy]\nfile=file:///nowhere/mine.ten", "North Ridge" },
    { "[working-copy]\ntitle=Mine\nsaved-seq=", "Mine" },
    { "\x01\x02 no note at all [", "North Ridge" },
    { "[working-copy]\nfile=file:///nowhere/mine.tenure\ntitle=mine\nsaved-seq=0\nmark-known=true\nmark-hash=1\n", "mine", TRUE },
  };
  StoreSample sample = store_make_sample (fixture->document);
  g_autofree char *before = NULL, *note = NULL;

  store_insert (fixture->document, store_record (TENURE_RECORD_PORTFOLIO, "name", "North Ridge", NULL));
  before = store_dump (tenure_document_get_reader (fixture->document));
  note = g_build_filename (fixture->document->copy->folder, "state.ini", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) left = NULL;
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;
      const TenureRecoverable *recoverable;

      g_test_message ("case %u", i);
      tenure_document_close (fixture->document, FALSE);
      g_clear_object (&fixture->document);
      if (cases[i].note == NULL)
        g_assert_cmpint (g_unlink (note), ==, 0);
      else
        g_assert_true (g_file_set_contents (note, cases[i].note, -1, NULL));
      left = tenure_recovery_list (fixture->folder);
      g_assert_cmpuint (left->len, ==, 1);
      recoverable = left->pdata[0];
      g_assert_cmpstr (recoverable->title, ==, cases[i].title);
      g_assert_true ((recoverable->file != NULL) == cases[i].file);
      fixture->document = tenure_recovery_open (recoverable, &error);
      g_assert_no_error (error);
      g_assert_true (tenure_document_is_dirty (fixture->document));
      after = store_dump (tenure_document_get_reader (fixture->document));
      g_assert_cmpstr (before, ==, after);
    }
  store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "title", "Works on");
}

/* ---- the same without waiting ---- */

typedef struct
{
  GAsyncResult *result;
  gboolean done;
} Answer;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->result = g_object_ref (result);
  answer->done = TRUE;
}

static GAsyncResult *
wait_for (Answer *answer)
{
  store_wait (&answer->done);
  answer->done = FALSE;
  return g_steal_pointer (&answer->result);
}

static GPtrArray *
list_on_worker (StoreFixture *fixture)
{
  Answer answer = { 0 };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *left;

  tenure_recovery_list_async (fixture->folder, NULL, answered_cb, &answer);
  result = wait_for (&answer);
  left = tenure_recovery_list_finish (result, &error);
  g_assert_no_error (error);
  return left;
}

/* A document that a worker recovered belongs to the thread that asked. */
static void
test_async (StoreFixture *fixture, gconstpointer data)
{
  StoreSample sample = store_make_sample (fixture->document);
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GAsyncResult) result = NULL, again = NULL;
  g_autoptr (GError) error = NULL;
  Answer answer = { 0 };

  tenure_document_close (fixture->document, FALSE);
  g_clear_object (&fixture->document);
  left = list_on_worker (fixture);
  g_assert_cmpuint (left->len, ==, 1);
  tenure_recovery_open_async (left->pdata[0], NULL, answered_cb, &answer);
  result = wait_for (&answer);
  fixture->document = tenure_recovery_open_finish (result, &error);
  g_assert_no_error (error);
  g_assert_true (fixture->document->owner == g_thread_self ());
  g_assert_true (tenure_document_is_dirty (fixture->document));
  store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "title", "Edited by its new owner");
  tenure_recovery_open_async (left->pdata[0], NULL, answered_cb, &answer);
  again = wait_for (&answer);
  g_assert_null (tenure_recovery_open_finish (again, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_CHANGED);
}

/* Cancelling leaves everything where it was. */
static void
test_async_cancelled (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GAsyncResult) listed = NULL, opened = NULL;
  g_autoptr (GError) error = NULL;
  Answer answer = { 0 };

  store_make_sample (fixture->document);
  tenure_document_close (fixture->document, FALSE);
  g_cancellable_cancel (cancelled);
  tenure_recovery_list_async (fixture->folder, cancelled, answered_cb, &answer);
  listed = wait_for (&answer);
  g_assert_null (tenure_recovery_list_finish (listed, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  left = list_on_worker (fixture);
  g_assert_cmpuint (left->len, ==, 1);
  tenure_recovery_open_async (left->pdata[0], cancelled, answered_cb, &answer);
  opened = wait_for (&answer);
  g_assert_null (tenure_recovery_open_finish (opened, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_recoverable (fixture), ==, 1);
}

static TenureDocument *
open_backup_on_worker (StoreFixture *fixture, const TenureBackup *backup, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  Answer answer = { 0 };

  tenure_backup_open_async (backup, fixture->folder, cancellable, answered_cb, &answer);
  result = wait_for (&answer);
  return tenure_backup_open_finish (result, error);
}

/* A backup comes as a document of its own; one that nobody waited for leaves nothing behind. */
static void
test_backup_async (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = store_fixture_file (fixture, "mine.tenure");
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  StoreSample sample = store_make_sample (fixture->document);
  TenureDocument *document;

  g_assert_true (tenure_document_save_as (fixture->document, file, NULL, NULL));
  store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "title", "Second version");
  g_assert_true (tenure_document_save (fixture->document, NULL, NULL));
  backups = tenure_backup_list (file, fixture->folder);
  g_assert_cmpuint (backups->len, ==, 1);
  document = open_backup_on_worker (fixture, backups->pdata[0], NULL, &error);
  g_assert_no_error (error);
  g_assert_null (tenure_document_get_file (document));
  g_assert_true (tenure_document_is_dirty (document));
  g_assert_true (document->owner == g_thread_self ());
  store_close (document);
  g_cancellable_cancel (cancelled);
  g_assert_null (open_backup_on_worker (fixture, backups->pdata[0], cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_recoverable (fixture), ==, 0);
}

int
main (int argc, char **argv)
{
  own_path = argv[0];
  if (argc == 3 && strcmp (argv[1], "--edit-forever") == 0)
    return edit_forever (argv[2]);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/recovery/killed", test_killed);
  ADD ("offered", test_offered);
  ADD ("discarded", test_discarded);
  ADD ("stale-lock", test_stale_lock);
  ADD ("leftovers", test_leftovers);
  ADD ("note-lost", test_note_lost);
  ADD ("async", test_async);
  ADD ("async-cancelled", test_async_cancelled);
  ADD ("backup-async", test_backup_async);
  return g_test_run ();
}
