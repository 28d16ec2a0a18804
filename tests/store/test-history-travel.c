/* Going to a step at once, and opening the document as it was recorded then. */

#include "store-model.h"

#include "base/error.h"
#include "store/document-private.h"
#include "store/history-travel.h"

#define ADD(name, func) \
  g_test_add ("/store/history-travel/" name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

static gint64
newest_step (TenureReader *reader)
{
  g_autoptr (GPtrArray) entries = tenure_history_list (reader, 1, NULL);

  return entries->len > 0 ? ((TenureHistoryEntry *) entries->pdata[0])->seq : 0;
}

/* How many working copies there are. */
static guint
count_copies (StoreFixture *fixture)
{
  g_autofree char *folder = g_path_get_dirname (fixture->document->copy->folder);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* --- Going back and forth ------------------------------------------------------------------------------------- */

static void
changed_cb (TenureDocument *document, TenureChanges *changes, gpointer data)
{
  *(guint *) data += 1;
}

static void
progress_cb (double fraction, gpointer data)
{
  *(double *) data = fraction;
}

static void
test_go_to (StoreFixture *fixture, gconstpointer data)
{
  TenureReader *reader = tenure_document_get_reader (fixture->document);
  g_autoptr (StoreModel) model = store_model_new ();
  guint seed = g_test_rand_int_range (1, G_MAXINT32), n_changed = 0;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  gint64 last = 0;

  g_test_message ("seed %u", seed);
  g_ptr_array_add (states, store_dump (reader));
  while (last < 40)
    {
      store_model_edit (model, fixture->document, rand);
      if (newest_step (reader) > last)
        g_ptr_array_add (states, store_dump (reader));
      last = newest_step (reader);
    }
  g_signal_connect (fixture->document, "changed", G_CALLBACK (changed_cb), &n_changed);
  for (guint i = 0; i < 30; i++)
    {
      gint64 seq = g_rand_int_range (rand, 0, 41);
      gint64 here = fixture->document->position.done;
      g_autofree char *state = NULL;
      double fraction = -1;
      guint n_steps = 99;

      n_changed = 0;
      g_assert_true (tenure_document_go_to (fixture->document, seq, progress_cb, &fraction, NULL, &n_steps, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (n_steps, ==, ABS (seq - here));
      state = store_dump (reader);
      g_assert_cmpstr (state, ==, states->pdata[seq]);
      g_assert_cmpuint (n_changed, ==, seq != here);
      g_assert_cmpfloat (fraction, ==, seq != here ? 1.0 : -1.0);
      g_assert_cmpint (fixture->document->position.done, ==, seq);
      g_assert_cmpint (tenure_document_get_redo_label (fixture->document) != NULL, ==, seq < 40);
    }
}

/* What is told of several steps is what they did together. */
static void
touched_cb (TenureDocument *document, TenureChanges *changes, gpointer data)
{
  const TenureTableChanges *people = tenure_changes_get (changes, TENURE_RECORD_PERSON);
  const TenureTableChanges *agreements = tenure_changes_get (changes, TENURE_RECORD_AGREEMENT);

  g_assert_cmpint (tenure_changes_get_kind (changes), ==, TENURE_CHANGE_UNDO);
  g_assert_cmpuint (people->inserted->len + people->updated->len + people->deleted->len, ==, 0);
  g_assert_cmpuint (agreements->updated->len, ==, 1);
  g_assert_cmpuint (agreements->inserted->len + agreements->deleted->len, ==, 0);
  *(gboolean *) data = TRUE;
}

static void
test_changes_of_many_steps (StoreFixture *fixture, gconstpointer data)
{
  StoreSample sample = store_make_sample (fixture->document);
  g_autoptr (GError) error = NULL;
  gboolean told = FALSE;
  TenureId passing = store_insert (fixture->document, store_record (TENURE_RECORD_PERSON, "name", "Passing", NULL));

  store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "end", "2028-03-31");
  store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "end", "2029-03-31");
  g_assert_true (store_delete (fixture->document, TENURE_RECORD_PERSON, passing, NULL));
  g_signal_connect (fixture->document, "changed", G_CALLBACK (touched_cb), &told);
  g_assert_true (tenure_document_go_to (fixture->document, 1, NULL, NULL, NULL, NULL, &error));
  g_assert_true (told);
}

/* A damaged step in between: none is undone, and the message names it. */
static void
test_all_or_none (StoreFixture *fixture, gconstpointer data)
{
  TenureReader *reader = tenure_document_get_reader (fixture->document);
  StoreSample sample = store_make_sample (fixture->document);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL, *still = NULL;

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *end = g_strdup_printf ("203%u-03-31", i);

      store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "end", end);
    }
  before = store_dump (reader);
  sqlite3_exec (fixture->document->writer->db, "UPDATE history SET changes = x'5407' WHERE seq = 3", NULL, NULL, NULL);
  g_assert_false (tenure_document_go_to (fixture->document, 1, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, "3"));
  g_clear_error (&error);
  after = store_dump (reader);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (fixture->document->position.done, ==, 5);
  g_assert_null (tenure_document_open_past (fixture->document, 1, "1 Oct 2026", NULL, NULL, NULL, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_cmpuint (count_copies (fixture), ==, 1);
  g_cancellable_cancel (cancelled);
  g_assert_false (tenure_document_go_to (fixture->document, 4, NULL, NULL, cancelled, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  still = store_dump (reader);
  g_assert_cmpstr (still, ==, before);
}

static void
gone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tenure_document_go_to_finish (TENURE_DOCUMENT (source), result, NULL, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static void
test_go_to_async (StoreFixture *fixture, gconstpointer data)
{
  TenureReader *reader = tenure_document_get_reader (fixture->document);
  gboolean done = FALSE;

  store_make_sample (fixture->document);
  store_insert (fixture->document, store_record (TENURE_RECORD_PERSON, "name", "Ada", NULL));
  tenure_document_go_to_async (fixture->document, 0, NULL, NULL, NULL, gone_cb, &done);
  store_wait (&done);
  g_assert_cmpint (tenure_reader_count (reader, TENURE_RECORD_AGREEMENT, NULL), ==, 0);
  g_assert_null (tenure_document_get_undo_label (fixture->document));
}

/* --- The past ------------------------------------------------------------------------------------------------- */

/* As it was recorded after any step: the copy that was kept then, and a history that ends there. */
static void
test_past_of_random_edits (StoreFixture *fixture, gconstpointer data)
{
  TenureReader *reader = tenure_document_get_reader (fixture->document);
  g_autoptr (StoreModel) model = store_model_new ();
  guint seed = g_test_rand_int_range (1, G_MAXINT32);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *now = NULL;
  gint64 last = 0;

  g_test_message ("seed %u", seed);
  g_ptr_array_add (states, store_dump (reader));
  while (last < 30)
    {
      store_model_edit (model, fixture->document, rand);
      if (newest_step (reader) > last)
        g_ptr_array_add (states, store_dump (reader));
      last = newest_step (reader);
    }
  for (gint64 seq = 0; seq <= 30; seq += 3)
    {
      g_autoptr (GError) error = NULL;
      TenureDocument *past = tenure_document_open_past (fixture->document, seq, "then", NULL, NULL, NULL, &error);
      g_autofree char *state = NULL;

      g_assert_no_error (error);
      state = store_dump (tenure_document_get_reader (past));
      g_assert_cmpstr (state, ==, states->pdata[seq]);
      g_assert_cmpint (newest_step (tenure_document_get_reader (past)), ==, seq);
      g_assert_null (tenure_document_get_redo_label (past));
      store_close (past);
    }
  now = store_dump (reader);
  g_assert_cmpstr (now, ==, states->pdata[30]);
  g_assert_cmpuint (count_copies (fixture), ==, 1);
}

/* It is called by its day, cannot be changed, and can be found in as the other can. */
static void
test_past_is_for_looking (StoreFixture *fixture, gconstpointer data)
{
  StoreSample sample = store_make_sample (fixture->document);
  g_autoptr (GFile) file = store_fixture_file (fixture, "north.tenure");
  g_autoptr (GFile) kept = store_fixture_file (fixture, "kept.tenure");
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_AGREEMENT);
  g_autoptr (GArray) found = NULL;
  g_autoptr (GError) error = NULL;
  TenureDocument *past;

  g_assert_cmpint (tenure_document_get_saved_step (fixture->document), ==, -1);
  g_assert_true (tenure_document_save_as (fixture->document, file, NULL, &error));
  g_assert_cmpint (tenure_document_get_saved_step (fixture->document), ==, 1);
  store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "title", "Renamed");
  g_assert_null (tenure_document_get_recorded (fixture->document));
  past = tenure_document_open_past (fixture->document, 1, "3 Mar 2026", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tenure_document_get_title (past), ==, "north, as recorded on 3 Mar 2026");
  g_assert_cmpstr (tenure_document_get_recorded (past), ==, "3 Mar 2026");
  g_assert_true (tenure_document_is_read_only (past));
  g_assert_false (tenure_document_is_dirty (past));
  g_assert_null (tenure_document_get_file (past));
  g_assert_false (store_delete (past, TENURE_RECORD_AGREEMENT, sample.agreement, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_READ_ONLY);
  g_clear_error (&error);
  tenure_query_set_search (query, "hospital");
  found = tenure_query_run (query, tenure_document_get_reader (past), &error);
  g_assert_cmpuint (found->len, ==, 1);
  /* Kept under a name it is a document like any other. */
  g_assert_true (tenure_document_save_as (past, kept, NULL, &error));
  g_assert_false (tenure_document_is_read_only (past));
  g_assert_null (tenure_document_get_recorded (past));
  g_assert_cmpstr (tenure_document_get_title (past), ==, "kept");
  store_close (past);
}

/* The program ends without a word: nothing is offered for recovery, and nothing is left. */
static void
test_past_is_not_recovered (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *state_dir = NULL, *folder = NULL, *copy = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;
  TenureDocument *past;

  store_make_sample (fixture->document);
  store_insert (fixture->document, store_record (TENURE_RECORD_PERSON, "name", "Ada", NULL));
  state_dir = tenure_working_copy_dup_state_dir (fixture->document->copy);
  past = tenure_document_open_past (fixture->document, 1, "then", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  folder = g_strdup (past->copy->folder);
  /* As a crash does it: the lock goes with its holder, the folder stays. */
  copy = g_strdup_printf ("cp -r '%s' '%s-left'", folder, folder);
  g_assert_true (g_spawn_command_line_sync (copy, NULL, NULL, NULL, NULL));
  store_close (past);
  g_assert_cmpuint (count_copies (fixture), ==, 2);
  left = tenure_recovery_list (state_dir);
  g_assert_cmpuint (left->len, ==, 0);
  g_assert_cmpuint (count_copies (fixture), ==, 1);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  TenureDocument *past = tenure_document_open_past_finish (TENURE_DOCUMENT (source), result, &error);

  g_assert_no_error (error);
  g_assert_cmpint (tenure_reader_count (tenure_document_get_reader (past), TENURE_RECORD_PERSON, NULL), ==, 0);
  store_close (past);
  *(gboolean *) data = TRUE;
}

static void
cancelled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tenure_document_open_past_finish (TENURE_DOCUMENT (source), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *(gboolean *) data = TRUE;
}

static void
test_past_async (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gboolean done = FALSE, cancelled = FALSE;
  double fraction = -1;

  store_make_sample (fixture->document);
  store_insert (fixture->document, store_record (TENURE_RECORD_PERSON, "name", "Ada", NULL));
  tenure_document_open_past_async (fixture->document, 1, "then", progress_cb, &fraction, NULL, opened_cb, &done);
  store_wait (&done);
  g_assert_cmpfloat (fraction, ==, 1.0);
  g_cancellable_cancel (cancellable);
  tenure_document_open_past_async (fixture->document, 1, "then", NULL, NULL, cancellable, cancelled_cb, &cancelled);
  store_wait (&cancelled);
  g_assert_cmpuint (count_copies (fixture), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("go-to", test_go_to);
  ADD ("changes-of-many-steps", test_changes_of_many_steps);
  ADD ("all-or-none", test_all_or_none);
  ADD ("go-to-async", test_go_to_async);
  ADD ("past-of-random-edits", test_past_of_random_edits);
  ADD ("past-is-for-looking", test_past_is_for_looking);
  ADD ("past-is-not-recovered", test_past_is_not_recovered);
  ADD ("past-async", test_past_async);
  return g_test_run ();
}
