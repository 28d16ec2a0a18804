/* Edits so large that a thread inserts their rows: the document must end as if they had been inserted one by one. */

#include "store-fixture.h"

#include "base/error.h"
#include "store/document-private.h"
#include "store/origin.h"
#include "store/sql-private.h"

#define ADD(name, func) g_test_add ("/store/inserter/" name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
#define ROWS 9000 /* the thread comes in at 5,000 */
#define FIRST_ID 1000
#define OPEN_CURSOR_AT 6000

typedef struct
{
  gboolean bulk;
  guint repeated; /* the row that gets the id of the one before it; 0: none */
  GCancellable *cancel_at_end;
  gboolean reached_end;
} Script;

/* Text fields of an organisation, of which each row fills others: more shapes of rows than statements are kept for. */
static const char *const fields[] = { "vcs_evidence", "kind", "place", "postcode", "website", "notes", "opened" };

static TenureRecord *
make_organisation (guint i)
{
  g_autofree char *name = g_strdup_printf ("Organisation %u", i);
  TenureRecord *record = store_record (TENURE_RECORD_ORGANISATION, "name", name, NULL);

  for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
    if (i * 2654435761u >> (20 + f) & 1)
      tenure_record_set_text_by_name (record, fields[f], f == 6 ? "2026-11-22" : "charity");
  if (i % 3 == 0)
    tenure_record_set_flag (record, store_field (ORGANISATION, "vcs"), i % 2);
  record->id = FIRST_ID + i;
  return record;
}

/* What was inserted is there for whoever asks within the edit. */
static gboolean
look_and_change (TenureEdit *edit, guint i, GError **error)
{
  g_autoptr (TenureRecord) found = tenure_edit_get (edit, TENURE_RECORD_ORGANISATION, FIRST_ID + i, error);
  g_autofree char *name = g_strdup_printf ("Organisation %u", i);

  if (found == NULL)
    return FALSE;
  g_assert_cmpstr (tenure_record_get_text (found, 0), ==, name);
  g_assert_cmpint (tenure_reader_count (tenure_edit_get_reader (edit), TENURE_RECORD_ORGANISATION, NULL), ==,
                   i + 1 - i / 1500);
  if (i % 1000 == 0
      && !tenure_edit_set (edit, TENURE_RECORD_ORGANISATION, FIRST_ID + i, 0, &TENURE_VALUE_OF_TEXT ("Renamed"), error))
    return FALSE;
  return i % 1500 != 1499 || tenure_edit_delete (edit, TENURE_RECORD_ORGANISATION, FIRST_ID + i, error);
}

static gboolean
insert_one (TenureEdit *edit, const Script *script, guint i, TenureCursor *cursor, GError **error)
{
  g_autoptr (TenureRecord) organisation = make_organisation (i), identifier = NULL;
  g_autoptr (GError) failure = NULL;
  const TenureValue *values;
  TenureId id;

  if (script->repeated != 0 && i == script->repeated)
    organisation->id--;
  if (!tenure_edit_insert (edit, organisation, error))
    return FALSE;
  identifier = store_record (TENURE_RECORD_IDENTIFIER, "scheme", "GB-CHC", "value", "1234567", NULL);
  identifier->id = 10 * FIRST_ID + ROWS + i;
  tenure_record_set_reference (identifier, store_field (IDENTIFIER, "organisation"), organisation->id);
  if (!tenure_edit_insert (edit, identifier, error))
    return FALSE;
  if (cursor != NULL && !tenure_cursor_next (cursor, &id, &values, &failure))
    {
      g_assert_nonnull (failure);
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return i % 500 != 499 && i % 1000 != 0 ? TRUE : look_and_change (edit, i, error);
}

static gboolean
run_script (TenureEdit *edit, gpointer data, GError **error)
{
  Script *script = data;
  g_autoptr (TenureOrigin) origin = tenure_origin_new ();
  g_autoptr (TenureCursor) cursor = NULL;
  guint name = 0;

  if (script->cancel_at_end != NULL)
    tenure_edit_set_cancellable (edit, script->cancel_at_end);
  if (script->bulk && !tenure_edit_begin_bulk (edit, error))
    return FALSE;
  origin->file = g_strdup ("large.csv");
  origin->profile = g_strdup ("organisations");
  for (guint i = 0; i < ROWS; i++)
    {
      if (i == OPEN_CURSOR_AT)
        cursor = tenure_reader_select (tenure_edit_get_reader (edit), TENURE_RECORD_ORGANISATION, &name, 1, error);
      if (tenure_edit_add_origin_row (edit, origin->id, i, "[\"cell\"]", error) == TENURE_ID_NONE
          || !insert_one (edit, script, i, cursor, error))
        return FALSE;
    }
  if (!tenure_edit_add_origin (edit, origin, error))
    return FALSE;
  script->reached_end = TRUE;
  if (script->cancel_at_end != NULL)
    g_cancellable_cancel (script->cancel_at_end);
  return tenure_edit_set_setting (edit, "large.done", "yes", error);
}

static char *
run_and_dump (StoreFixture *fixture, gboolean bulk)
{
  Script script = { .bulk = bulk };
  g_autoptr (GError) error = NULL;

  tenure_document_edit (fixture->document, "Large", run_script, &script, &error);
  g_assert_no_error (error);
  return store_dump (tenure_document_get_reader (fixture->document));
}

static guint
count_found (StoreFixture *fixture, const char *words)
{
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_ORGANISATION);
  g_autoptr (GArray) found = NULL;

  tenure_query_set_search (query, words);
  found = tenure_query_run (query, tenure_document_get_reader (fixture->document), NULL);
  return found->len;
}

/* The same rows, found by the same words, undone and redone as one. */
static void
test_equals_plain (void)
{
  StoreFixture plain, bulk;
  g_autofree char *plain_dump = NULL, *bulk_dump = NULL, *empty = NULL, *redone = NULL, *undone = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_set_up (&plain, NULL);
  store_fixture_set_up (&bulk, NULL);
  empty = store_dump (tenure_document_get_reader (bulk.document));
  plain_dump = run_and_dump (&plain, FALSE);
  bulk_dump = run_and_dump (&bulk, TRUE);
  g_assert_cmpstr (plain_dump, ==, bulk_dump);
  g_assert_cmpuint (count_found (&bulk, "organisation"), ==, count_found (&plain, "organisation"));
  g_assert_cmpuint (count_found (&bulk, "renamed"), ==, 9);
  g_assert_true (tenure_document_undo (bulk.document, NULL, &error));
  g_assert_no_error (error);
  undone = store_dump (tenure_document_get_reader (bulk.document));
  g_assert_cmpstr (undone, ==, empty);
  g_assert_true (tenure_document_redo (bulk.document, NULL, &error));
  redone = store_dump (tenure_document_get_reader (bulk.document));
  g_assert_cmpstr (redone, ==, bulk_dump);
  store_fixture_tear_down (&plain, NULL);
  store_fixture_tear_down (&bulk, NULL);
}

/* What the thread runs into fails the edit, wherever it is by then, and leaves nothing. */
static void
test_refused (StoreFixture *fixture, gconstpointer data)
{
  static const guint rows[] = { 10, 5100, 7003, ROWS - 1 };
  g_autofree char *before = store_dump (tenure_document_get_reader (fixture->document));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Script script = { .bulk = TRUE, .repeated = rows[i] };
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_false (tenure_document_edit (fixture->document, "Large", run_script, &script, &error));
      g_assert_error (error, TENURE_ERROR, TENURE_ERROR_CHANGED);
      after = store_dump (tenure_document_get_reader (fixture->document));
      g_assert_cmpstr (before, ==, after);
      g_assert_null (tenure_document_get_undo_label (fixture->document));
    }
  g_free (run_and_dump (fixture, TRUE));
}

static gint64
set_page_limit (StoreFixture *fixture, gint64 pages)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA max_page_count = %" G_GINT64_FORMAT, pages);
  gint64 limit;

  g_assert_true (tenure_sql_query_integer (fixture->document->writer->db, sql, 0, &limit, NULL));
  return limit;
}

/* The disk is full when the thread has stored some rows, many, or most. */
static void
test_full (StoreFixture *fixture, gconstpointer data)
{
  static const gint64 room[] = { 60, 150, 220, 300 };
  g_autofree char *before = store_dump (tenure_document_get_reader (fixture->document));
  gint64 pages;

  g_assert_true (tenure_sql_query_integer (fixture->document->writer->db, "PRAGMA page_count", 0, &pages, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (room); i++)
    {
      Script script = { .bulk = TRUE };
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      set_page_limit (fixture, pages + room[i]);
      g_assert_false (tenure_document_edit (fixture->document, "Large", run_script, &script, &error));
      g_assert_error (error, TENURE_ERROR, TENURE_ERROR_STORAGE);
      g_test_message ("room for %d pages: %s", (int) room[i], script.reached_end ? "at the end" : "on the way");
      after = store_dump (tenure_document_get_reader (fixture->document));
      g_assert_cmpstr (before, ==, after);
    }
  set_page_limit (fixture, 1 << 30);
  g_free (run_and_dump (fixture, TRUE));
}

static void
test_cancelled (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = store_dump (tenure_document_get_reader (fixture->document)), *after = NULL;
  Script script = { .bulk = TRUE, .cancel_at_end = cancellable };
  g_autoptr (GError) error = NULL;

  g_assert_false (tenure_document_edit (fixture->document, "Large", run_script, &script, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (script.reached_end);
  after = store_dump (tenure_document_get_reader (fixture->document));
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/inserter/equals-plain", test_equals_plain);
  ADD ("refused", test_refused);
  ADD ("full", test_full);
  ADD ("cancelled", test_cancelled);
  return g_test_run ();
}
