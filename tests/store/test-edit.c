#include "store-fixture.h"

#include "base/error.h"
#include "store/reader-private.h"
#include "store/sql-private.h"

#define ADD(name, func) g_test_add ("/store/edit/" name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

static guint
count_steps (TenureDocument *document)
{
  g_autoptr (GPtrArray) entries = tenure_history_list (tenure_document_get_reader (document), 0, NULL);

  return entries->len;
}

typedef struct
{
  gboolean bulk;
  const char *message;
} Failing;

static gboolean
insert_then_fail (TenureEdit *edit, gpointer data, GError **error)
{
  const Failing *failing = data;
  g_autoptr (TenureRecord) person = store_record (TENURE_RECORD_PERSON, "name", "A. N. Other", NULL);

  if (failing->bulk && !tenure_edit_begin_bulk (edit, error))
    return FALSE;
  if (!tenure_edit_insert (edit, person, error) || !tenure_edit_set_setting (edit, "a.key", "v", error))
    return FALSE;
  g_set_error_literal (error, TENURE_ERROR, TENURE_ERROR_INVALID, failing->message);
  return FALSE;
}

static void
test_failure_leaves_nothing (StoreFixture *fixture, gconstpointer data)
{
  TenureReader *reader = tenure_document_get_reader (fixture->document);

  for (int bulk = 0; bulk < 2; bulk++)
    {
      Failing failing = { bulk, "no" };
      g_autoptr (GError) error = NULL;
      g_autofree char *setting = NULL;

      g_assert_false (tenure_document_edit (fixture->document, "Fail", insert_then_fail, &failing, &error));
      g_assert_error (error, TENURE_ERROR, TENURE_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, "no");
      g_assert_cmpint (tenure_reader_count (reader, TENURE_RECORD_PERSON, NULL), ==, 0);
      setting = tenure_reader_dup_setting (reader, "a.key");
      g_assert_null (setting);
      g_assert_cmpuint (count_steps (fixture->document), ==, 0);
      g_assert_false (tenure_document_is_dirty (fixture->document));
    }
}

static gboolean
do_nothing (TenureEdit *edit, gpointer data, GError **error)
{
  return TRUE;
}

static gboolean
set_what_is (TenureEdit *edit, gpointer data, GError **error)
{
  const StoreSample *sample = data;
  g_autoptr (TenureRecord) agreement = tenure_edit_get (edit, TENURE_RECORD_AGREEMENT, sample->agreement, error);
  gboolean changed = TRUE;

  if (agreement == NULL || !tenure_edit_update (edit, agreement, &changed, error))
    return FALSE;
  g_assert_false (changed);
  return TRUE;
}

/* Insert and delete again: a change and its opposite are no change. */
static gboolean
come_and_go (TenureEdit *edit, gpointer data, GError **error)
{
  g_autoptr (TenureRecord) person = store_record (TENURE_RECORD_PERSON, "name", "Brief", NULL);

  return tenure_edit_insert (edit, person, error) && tenure_edit_delete (edit, TENURE_RECORD_PERSON, person->id, error);
}

static void
test_no_change_no_step (StoreFixture *fixture, gconstpointer data)
{
  StoreSample sample = store_make_sample (fixture->document);
  static const TenureEditFunc funcs[] = { do_nothing, set_what_is, come_and_go };

  for (gsize i = 0; i < G_N_ELEMENTS (funcs); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (tenure_document_edit (fixture->document, "Nothing", funcs[i], &sample, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (count_steps (fixture->document), ==, 1);
    }
  g_assert_cmpstr (tenure_document_get_undo_label (fixture->document), ==, "Make sample");
}

static gboolean
update_end (TenureEdit *edit, gpointer data, GError **error)
{
  const StoreSample *sample = data;
  g_autoptr (TenureRecord) agreement = tenure_edit_get (edit, TENURE_RECORD_AGREEMENT, sample->agreement, error);
  gboolean changed = FALSE;

  tenure_record_set_text_by_name (agreement, "end", "2029-03-31");
  tenure_record_set_text_by_name (agreement, "notes", NULL);
  agreement->origin = 99;
  if (!tenure_edit_update (edit, agreement, &changed, error))
    return FALSE;
  g_assert_true (changed);
  return TRUE;
}

static void
test_update (StoreFixture *fixture, gconstpointer data)
{
  StoreSample sample = store_make_sample (fixture->document);
  g_autoptr (TenureRecord) agreement = NULL;
  g_autoptr (GError) error = NULL;

  tenure_document_edit (fixture->document, "Update", update_end, &sample, &error);
  g_assert_no_error (error);
  agreement = tenure_reader_load (tenure_document_get_reader (fixture->document), TENURE_RECORD_AGREEMENT, sample.agreement, &error);
  g_assert_cmpstr (tenure_record_get_text_by_name (agreement, "end"), ==, "2029-03-31");
  g_assert_cmpstr (tenure_record_get_text_by_name (agreement, "title"), ==, "Home from hospital");
  g_assert_cmpint (agreement->origin, ==, 99);
  g_assert_cmpstr (agreement->titles[store_field (AGREEMENT, "provider")], ==, "Ynys Môn Carers");
}

/* The order within an edit is free; what is missing at its end is not. */
static gboolean
insert_before_what_it_names (TenureEdit *edit, gpointer data, GError **error)
{
  g_autoptr (TenureRecord) agreement = store_record (TENURE_RECORD_AGREEMENT, "title", "First", NULL);
  g_autoptr (TenureRecord) provider = store_record (TENURE_RECORD_ORGANISATION, "name", "Second", NULL);

  provider->id = tenure_id_new ();
  tenure_record_set_reference (agreement, store_field (AGREEMENT, "provider"), provider->id);
  if (!tenure_edit_insert (edit, agreement, error))
    return FALSE;
  return data != NULL || tenure_edit_insert (edit, provider, error);
}

static void
test_references (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tenure_document_edit (fixture->document, "Both", insert_before_what_it_names, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (tenure_document_edit (fixture->document, "One", insert_before_what_it_names, fixture, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Provider"));
  g_assert_nonnull (strstr (error->message, "First"));
  g_assert_cmpint (tenure_reader_count (tenure_document_get_reader (fixture->document), TENURE_RECORD_AGREEMENT, NULL), ==, 1);
}

/* Past two thousand rows references are compared column by column: the same answer. */
static gboolean
insert_many (TenureEdit *edit, gpointer data, GError **error)
{
  g_autoptr (TenureRecord) person = store_record (TENURE_RECORD_PERSON, "name", "Many", NULL);

  for (guint i = 0; i < 2500; i++)
    {
      person->id = TENURE_ID_NONE;
      if (i == 2000 && data != NULL)
        tenure_record_set_reference (person, store_field (PERSON, "organisation"), 12345);
      if (!tenure_edit_insert (edit, person, error))
        return FALSE;
    }
  return TRUE;
}

static void
test_references_of_many (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (tenure_document_edit (fixture->document, "Bad", insert_many, fixture, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Works for"));
  g_clear_error (&error);
  g_assert_true (tenure_document_edit (fixture->document, "Good", insert_many, NULL, &error));
  g_assert_no_error (error);
}

static gboolean
insert_draft (TenureEdit *edit, gpointer data, GError **error)
{
  return tenure_edit_insert (edit, data, error);
}

static void
test_insert_refuses (StoreFixture *fixture, gconstpointer data)
{
  TenureId id = store_insert (fixture->document, store_record (TENURE_RECORD_PERSON, "name", "One", NULL));
  g_autoptr (TenureRecord) twin = store_record (TENURE_RECORD_PERSON, "name", "Two", NULL);
  g_autoptr (TenureRecord) nameless = tenure_record_new (TENURE_RECORD_PERSON);
  g_autoptr (GError) error = NULL;

  twin->id = id;
  g_assert_false (tenure_document_edit (fixture->document, "Twin", insert_draft, twin, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_CHANGED);
  g_clear_error (&error);
  g_assert_false (tenure_document_edit (fixture->document, "Nameless", insert_draft, nameless, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_INVALID);
  g_assert_cmpint (nameless->id, ==, TENURE_ID_NONE);
  g_assert_cmpint (tenure_reader_count (tenure_document_get_reader (fixture->document), TENURE_RECORD_PERSON, NULL), ==, 1);
}

static void
test_delete_agreement (StoreFixture *fixture, gconstpointer data)
{
  TenureReader *reader = tenure_document_get_reader (fixture->document);
  StoreSample sample = store_make_sample (fixture->document);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, sample.agreement);
  TenureId portfolio = store_insert (fixture->document, store_record (TENURE_RECORD_PORTFOLIO, "name", "P", NULL));
  g_autofree char *portfolio_id = g_strdup_printf ("%" G_GINT64_FORMAT, portfolio);
  TenureId successor, payment;
  g_autoptr (TenureRecord) kept = NULL;
  g_autoptr (TenureRecord) paid = NULL;
  g_autoptr (GError) error = NULL;

  successor = store_insert (fixture->document, store_record (TENURE_RECORD_AGREEMENT, "title", "Next", "predecessor", id, NULL));
  payment = store_insert (fixture->document, store_record (TENURE_RECORD_PAYMENT, "amount", "5", "agreement", id, NULL));
  store_insert (fixture->document, store_record (TENURE_RECORD_MEMBERSHIP, "portfolio", portfolio_id, "agreement", id, NULL));
  store_insert (fixture->document,
                store_record (TENURE_RECORD_EXEMPTION, "rule", "T1", "record", id, "reason", "A pilot", "granted_by", "Me", "review", "2027-01-01", NULL));
  g_assert_true (store_delete (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, &error));
  g_assert_no_error (error);
  g_assert_cmpint (tenure_reader_count (reader, TENURE_RECORD_FUNDER, NULL), ==, 0);
  g_assert_cmpint (tenure_reader_count (reader, TENURE_RECORD_EXTENSION, NULL), ==, 0);
  g_assert_cmpint (tenure_reader_count (reader, TENURE_RECORD_MEMBERSHIP, NULL), ==, 0);
  g_assert_cmpint (tenure_reader_count (reader, TENURE_RECORD_EXEMPTION, NULL), ==, 0);
  g_assert_cmpint (tenure_reader_count (reader, TENURE_RECORD_PORTFOLIO, NULL), ==, 1);
  kept = tenure_reader_load (reader, TENURE_RECORD_AGREEMENT, successor, &error);
  g_assert_false (tenure_record_is_known (kept, store_field (AGREEMENT, "predecessor")));
  paid = tenure_reader_load (reader, TENURE_RECORD_PAYMENT, payment, &error);
  g_assert_false (tenure_record_is_known (paid, store_field (PAYMENT, "agreement")));
}

static void
test_delete_refused (StoreFixture *fixture, gconstpointer data)
{
  TenureReader *reader = tenure_document_get_reader (fixture->document);
  StoreSample sample = store_make_sample (fixture->document);
  g_autofree char *before = store_dump (reader), *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (store_delete (fixture->document, TENURE_RECORD_ORGANISATION, sample.provider, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Ynys Môn Carers"));
  g_assert_nonnull (strstr (error->message, "Home from hospital"));
  g_clear_error (&error);
  /* A funder is a row of the agreement: the message names the agreement. */
  g_assert_false (store_delete (fixture->document, TENURE_RECORD_ORGANISATION, sample.council, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Home from hospital"));
  g_clear_error (&error);
  g_assert_false (store_delete (fixture->document, TENURE_RECORD_PERSON, 4711, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND);
  after = store_dump (reader);
  g_assert_cmpstr (before, ==, after);
}

static void
test_delete_board (StoreFixture *fixture, gconstpointer data)
{
  TenureDocument *document = fixture->document;
  TenureReader *reader = tenure_document_get_reader (document);
  g_autofree char *board = g_strdup_printf ("%" G_GINT64_FORMAT, store_insert (document, store_record (TENURE_RECORD_BOARD, "name", "B", NULL)));
  g_autofree char *seat = g_strdup_printf ("%" G_GINT64_FORMAT, store_insert (document, store_record (TENURE_RECORD_SEAT, "board", board, NULL)));
  g_autofree char *person = g_strdup_printf ("%" G_GINT64_FORMAT, store_insert (document, store_record (TENURE_RECORD_PERSON, "name", "P", NULL)));
  g_autofree char *meeting = g_strdup_printf ("%" G_GINT64_FORMAT, store_insert (document, store_record (TENURE_RECORD_MEETING, "board", board, "held", "2026-01-01", NULL)));
  g_autoptr (GError) error = NULL;

  store_insert (document, store_record (TENURE_RECORD_APPOINTMENT, "seat", seat, "person", person, NULL));
  store_insert (document, store_record (TENURE_RECORD_ATTENDANCE, "meeting", meeting, "seat", seat, NULL));
  g_assert_false (store_delete (document, TENURE_RECORD_PERSON, g_ascii_strtoll (person, NULL, 10), &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (store_delete (document, TENURE_RECORD_BOARD, g_ascii_strtoll (board, NULL, 10), &error));
  g_assert_no_error (error);
  for (TenureRecordType type = 0; type < TENURE_N_RECORDS; type++)
    g_assert_cmpint (tenure_reader_count (reader, type, NULL), ==, type == TENURE_RECORD_PERSON);
}

static gboolean
set_settings (TenureEdit *edit, gpointer data, GError **error)
{
  return tenure_edit_set_setting (edit, "view.word", data, error);
}

static void
test_settings (StoreFixture *fixture, gconstpointer data)
{
  static const char *const steps[] = { "VCSE", "third sector", NULL };
  TenureReader *reader = tenure_document_get_reader (fixture->document);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *value = NULL;

      g_assert_true (tenure_document_edit (fixture->document, "Word", set_settings, (gpointer) steps[i], &error));
      value = tenure_reader_dup_setting (reader, "view.word");
      g_assert_cmpstr (value, ==, steps[i]);
    }
  for (gsize i = G_N_ELEMENTS (steps) - 1; i > 0; i--)
    {
      g_autofree char *value = NULL;

      g_assert_true (tenure_document_undo (fixture->document, NULL, &error));
      value = tenure_reader_dup_setting (reader, "view.word");
      g_assert_cmpstr (value, ==, steps[i - 1]);
    }
}

typedef struct
{
  guint n, updated, inserted, deleted;
  TenureChangeKind kind;
  char *label;
  gboolean settings;
} Seen;

static void
changed_cb (TenureDocument *document, TenureChanges *changes, Seen *seen)
{
  const TenureTableChanges *agreements = tenure_changes_get (changes, TENURE_RECORD_AGREEMENT);

  seen->n++;
  seen->inserted = agreements->inserted->len;
  seen->updated = agreements->updated->len;
  seen->deleted = agreements->deleted->len;
  seen->kind = tenure_changes_get_kind (changes);
  seen->settings = tenure_changes_touch_settings (changes);
  g_free (seen->label);
  seen->label = g_strdup (tenure_changes_get_label (changes));
}

static void
test_changed (StoreFixture *fixture, gconstpointer data)
{
  Seen seen = { 0 };
  StoreSample sample;
  g_autoptr (GError) error = NULL;

  g_signal_connect (fixture->document, "changed", G_CALLBACK (changed_cb), &seen);
  sample = store_make_sample (fixture->document);
  g_assert_cmpuint (seen.n, ==, 1);
  g_assert_cmpuint (seen.inserted, ==, 1);
  g_assert_cmpint (seen.kind, ==, TENURE_CHANGE_EDIT);
  g_assert_false (seen.settings);
  store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "title", "Other");
  g_assert_cmpuint (seen.updated, ==, 1);
  g_assert_true (tenure_document_undo (fixture->document, NULL, &error));
  g_assert_cmpuint (seen.updated, ==, 1);
  g_assert_cmpint (seen.kind, ==, TENURE_CHANGE_UNDO);
  g_assert_true (tenure_document_undo (fixture->document, NULL, &error));
  g_assert_cmpuint (seen.inserted, ==, 0);
  g_assert_cmpuint (seen.deleted, ==, 1);
  g_assert_true (tenure_document_redo (fixture->document, NULL, &error));
  g_assert_cmpuint (seen.inserted, ==, 1);
  g_assert_cmpint (seen.kind, ==, TENURE_CHANGE_REDO);
  g_assert_cmpstr (seen.label, ==, "Make sample");
  g_assert_cmpuint (seen.n, ==, 5);
  g_free (seen.label);
}

static gboolean
insert_cancelled (TenureEdit *edit, gpointer data, GError **error)
{
  tenure_edit_set_cancellable (edit, data);
  return insert_many (edit, NULL, error);
}

static void
test_cancel (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (tenure_document_edit (fixture->document, "Cancelled", insert_cancelled, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (tenure_reader_count (tenure_document_get_reader (fixture->document), TENURE_RECORD_PERSON, NULL), ==, 0);
  /* The document works on. */
  store_make_sample (fixture->document);
}

/* A large bulk edit drops indexes on the way: the schema is the same afterwards, letter by letter. */
static gboolean
insert_bulk (TenureEdit *edit, gpointer data, GError **error)
{
  g_autoptr (TenureRecord) organisation = store_record (TENURE_RECORD_ORGANISATION, "name", "Bulk", NULL);

  if (!tenure_edit_begin_bulk (edit, error))
    return FALSE;
  for (guint i = 0; i < 6000; i++)
    {
      organisation->id = TENURE_ID_NONE;
      if (!tenure_edit_insert (edit, organisation, error))
        return FALSE;
    }
  return TRUE;
}

static char *
dump_schema (TenureDocument *document)
{
  g_autoptr (TenureSqlStatement) statement
      = tenure_sql_prepare (tenure_reader_get_db (tenure_document_get_reader (document)),
                            "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name",
                            NULL);
  GString *dump = g_string_new (NULL);

  while (sqlite3_step (statement) == SQLITE_ROW)
    for (int i = 0; i < 4; i++)
      g_string_append_printf (dump, "%s\n", (const char *) sqlite3_column_text (statement, i));
  return g_string_free (dump, FALSE);
}

static void
test_bulk_keeps_schema (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *before = dump_schema (fixture->document), *after = NULL;
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_ORGANISATION);
  g_autoptr (GArray) found = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (tenure_document_edit (fixture->document, "Bulk", insert_bulk, NULL, &error));
  g_assert_no_error (error);
  after = dump_schema (fixture->document);
  g_assert_cmpstr (before, ==, after);
  tenure_query_set_search (query, "bul");
  found = tenure_query_run (query, tenure_document_get_reader (fixture->document), &error);
  g_assert_cmpuint (found->len, ==, 6000);
}

static gpointer
edit_on_thread (gpointer data)
{
  StoreFixture *fixture = data;

  for (int i = 0; i < 20; i++)
    store_insert (fixture->document, store_record (TENURE_RECORD_PERSON, "name", "From a thread", NULL));
  return NULL;
}

static void
count_cb (TenureDocument *document, TenureChanges *changes, guint *count)
{
  (*count)++;
}

/* Edits of other threads are told here, from the main loop; readers of other threads see one state. */
static void
test_threads (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (TenureReader) snapshot = NULL;
  g_autoptr (GError) error = NULL;
  GThread *threads[3];
  guint count = 0;

  g_signal_connect (fixture->document, "changed", G_CALLBACK (count_cb), &count);
  snapshot = tenure_document_open_reader (fixture->document, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("edit", edit_on_thread, fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpuint (count, ==, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (count, ==, 60);
  g_assert_true (tenure_document_is_dirty (fixture->document));
  g_assert_cmpint (tenure_reader_count (snapshot, TENURE_RECORD_PERSON, NULL), ==, 0);
  g_assert_cmpint (tenure_reader_count (tenure_document_get_reader (fixture->document), TENURE_RECORD_PERSON, NULL), ==, 60);
}

static gboolean
edit_within (TenureEdit *edit, gpointer data, GError **error)
{
  g_autoptr (GError) inner = NULL;

  g_assert_false (tenure_document_edit (data, "Inner", do_nothing, NULL, &inner));
  g_assert_error (inner, TENURE_ERROR, TENURE_ERROR_READ_ONLY);
  return TRUE;
}

static void
test_busy (StoreFixture *fixture, gconstpointer data)
{
  g_assert_true (tenure_document_edit (fixture->document, "Outer", edit_within, fixture->document, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("failure-leaves-nothing", test_failure_leaves_nothing);
  ADD ("no-change-no-step", test_no_change_no_step);
  ADD ("update", test_update);
  ADD ("references", test_references);
  ADD ("references-of-many", test_references_of_many);
  ADD ("insert-refuses", test_insert_refuses);
  ADD ("delete-agreement", test_delete_agreement);
  ADD ("delete-refused", test_delete_refused);
  ADD ("delete-board", test_delete_board);
  ADD ("settings", test_settings);
  ADD ("changed", test_changed);
  ADD ("cancel", test_cancel);
  ADD ("bulk-keeps-schema", test_bulk_keeps_schema);
  ADD ("threads", test_threads);
  ADD ("busy", test_busy);
  return g_test_run ();
}
