/* Documents of older versions: opened without loss, undone across the versions, never changed where they lie. */

#include "store-fixture.h"

#include "store/history-compare.h"
#include "store/history-travel.h"
#include "store/load-facts.h"
#include "store/origin.h"
#include "store/sql-private.h"

#include <string.h>

/* The stored sample of @version, unpacked into the fixture's folder. */
static GFile *
unpack_sample (StoreFixture *fixture, int version)
{
  g_autofree char *name = g_strdup_printf ("version-%d.tenure", version);
  g_autofree char *packed = g_strdup_printf ("%s.gz", name);
  g_autoptr (GFile) source = g_file_new_build_filename (g_getenv ("TENURE_TEST_DATA"), "documents", packed, NULL);
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  GFile *file = store_fixture_file (fixture, name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) raw = g_file_read (source, NULL, &error);
  g_autoptr (GInputStream) bytes = NULL;
  g_autoptr (GFileOutputStream) out = NULL;

  g_assert_no_error (error);
  bytes = g_converter_input_stream_new (G_INPUT_STREAM (raw), G_CONVERTER (decompressor));
  out = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_splice (G_OUTPUT_STREAM (out), bytes, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
  return file;
}

static TenureDocument *
open_sample (StoreFixture *fixture, GFile *file)
{
  g_autoptr (GFile) state = store_fixture_file (fixture, "state");
  g_autofree char *state_path = g_file_get_path (state);
  g_autoptr (GError) error = NULL;
  TenureDocument *document = tenure_document_open (file, TENURE_OPEN_DEFAULT, state_path, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static TenureId
find_agreement (TenureReader *reader, const char *words)
{
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_AGREEMENT);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) found = NULL;

  tenure_query_set_search (query, words);
  found = tenure_query_run (query, reader, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  return g_array_index (found, TenureId, 0);
}

static char *
label_of (TenureReader *reader, TenureId agreement, const char *field)
{
  g_autoptr (TenureRecord) record = tenure_reader_load (reader, TENURE_RECORD_AGREEMENT, agreement, NULL);

  return tenure_record_dup_label (record, tenure_record_field_index (TENURE_RECORD_AGREEMENT, field));
}

/* Three agreements of two providers came in with one import, and a second one changed one of them. */
static void
test_version_1 (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = unpack_sample (fixture, 1);
  TenureDocument *document = open_sample (fixture, file);
  TenureReader *reader = tenure_document_get_reader (document);
  TenureId agreement = find_agreement (reader, "hospital");
  g_autofree char *opened = store_dump (reader), *undone = NULL, *redone = NULL, *value = NULL, *before = NULL;
  g_autofree char *tags = NULL;
  g_autoptr (GError) error = NULL;

  value = label_of (reader, agreement, "value");
  g_assert_cmpstr (value, ==, "£45,000");
  g_assert_cmpstr (tenure_document_get_undo_label (document), ==, "Import b.csv");

  /* A field that the old version did not have, then back past it. */
  store_set (document, TENURE_RECORD_AGREEMENT, agreement, "tags", "winter; pilot");
  tags = label_of (reader, agreement, "tags");
  g_assert_cmpstr (tags, ==, "winter; pilot");
  for (int i = 0; i < 2; i++)
    {
      tenure_document_undo (document, NULL, &error);
      g_assert_no_error (error);
    }
  before = label_of (reader, agreement, "value");
  g_assert_cmpstr (before, ==, "£30,000");
  tenure_document_undo (document, NULL, &error);
  g_assert_no_error (error);
  undone = store_dump (reader);
  g_assert_cmpstr (undone, ==, "");
  for (int i = 0; i < 2; i++)
    {
      tenure_document_redo (document, NULL, &error);
      g_assert_no_error (error);
    }
  redone = store_dump (reader);
  g_assert_cmpstr (redone, ==, opened);
  store_close (document);
}

/* Three agreements of two providers, of which a second import moved an end. */
static void
test_version_2 (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = unpack_sample (fixture, 2);
  TenureDocument *document = open_sample (fixture, file);
  TenureReader *reader = tenure_document_get_reader (document);
  TenureId agreement = find_agreement (reader, "befriending");
  g_autofree char *opened = store_dump (reader), *after = label_of (reader, agreement, "end"), *before = NULL;
  g_autofree char *undone = NULL, *redone = NULL;
  TenureId view, portfolio;

  g_assert_cmpstr (after, ==, "31 Mar 2029");
  /* A record type and a field that the old version did not have, then back past them. */
  view = store_insert (document, store_record (TENURE_RECORD_SAVED_VIEW, "name", "Ending soon", "filter", "ends=3", NULL));
  portfolio = store_insert (document, store_record (TENURE_RECORD_PORTFOLIO, "name", "Advice", NULL));
  store_set (document, TENURE_RECORD_PORTFOLIO, portfolio, "rule", "kind=grant");
  g_assert_cmpint (view, !=, portfolio);
  for (int i = 0; i < 4; i++)
    g_assert_true (tenure_document_undo (document, NULL, NULL));
  before = label_of (reader, agreement, "end");
  g_assert_cmpstr (before, ==, "31 Mar 2028");
  g_assert_true (tenure_document_undo (document, NULL, NULL));
  undone = store_dump (reader);
  g_assert_cmpstr (undone, ==, "");
  for (int i = 0; i < 2; i++)
    g_assert_true (tenure_document_redo (document, NULL, NULL));
  redone = store_dump (reader);
  g_assert_cmpstr (redone, ==, opened);
  store_close (document);
}

/* The same shape; what version 4 brought is why an agreement ended early. */
static void
test_version_3 (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = unpack_sample (fixture, 3);
  TenureDocument *document = open_sample (fixture, file);
  TenureReader *reader = tenure_document_get_reader (document);
  TenureId agreement = find_agreement (reader, "befriending");
  g_autofree char *opened = store_dump (reader), *before = NULL, *reason = NULL, *redone = NULL;

  store_set (document, TENURE_RECORD_AGREEMENT, agreement, "ended_reason", "The hall burnt down");
  reason = label_of (reader, agreement, "ended_reason");
  g_assert_cmpstr (reason, ==, "The hall burnt down");
  for (int i = 0; i < 2; i++)
    g_assert_true (tenure_document_undo (document, NULL, NULL));
  before = label_of (reader, agreement, "end");
  g_assert_cmpstr (before, ==, "31 Mar 2028");
  g_assert_true (tenure_document_redo (document, NULL, NULL));
  redone = store_dump (reader);
  g_assert_cmpstr (redone, ==, opened);
  store_close (document);
}

/* The same of version 4, where a snooze had neither a first day nor a level: they can be said now. */
static void
test_version_4 (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = unpack_sample (fixture, 4);
  TenureDocument *document = open_sample (fixture, file);
  TenureReader *reader = tenure_document_get_reader (document);
  TenureId agreement = find_agreement (reader, "befriending"), snooze;
  TenureRecord *record = store_record (TENURE_RECORD_SNOOZE, "rule", "N2", "reason", "The budget", "put_off_by", "Jo Reed",
                                       "until", "2027-01-01", NULL);
  g_autofree char *opened = store_dump (reader), *undone = NULL, *redone = NULL;

  tenure_record_set_integer (record, tenure_record_field_index (TENURE_RECORD_SNOOZE, "record"), agreement);
  snooze = store_insert (document, record);
  store_set (document, TENURE_RECORD_SNOOZE, snooze, "level", "amber");
  store_set (document, TENURE_RECORD_SNOOZE, snooze, "from_day", "2026-11-21");
  for (int i = 0; i < 5; i++)
    g_assert_true (tenure_document_undo (document, NULL, NULL));
  undone = store_dump (reader);
  g_assert_cmpstr (undone, ==, "");
  for (int i = 0; i < 2; i++)
    g_assert_true (tenure_document_redo (document, NULL, NULL));
  redone = store_dump (reader);
  g_assert_cmpstr (redone, ==, opened);
  store_close (document);
}

/* The same of version 5: no table is another since. */
static void
test_version_5 (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = unpack_sample (fixture, 5);
  TenureDocument *document = open_sample (fixture, file);
  TenureReader *reader = tenure_document_get_reader (document);
  TenureId agreement = find_agreement (reader, "befriending");
  g_autofree char *opened = store_dump (reader), *after = label_of (reader, agreement, "end"), *before = NULL;
  g_autofree char *redone = NULL;

  g_assert_cmpstr (after, ==, "31 Mar 2029");
  g_assert_true (tenure_document_undo (document, NULL, NULL));
  before = label_of (reader, agreement, "end");
  g_assert_cmpstr (before, ==, "31 Mar 2028");
  g_assert_true (tenure_document_redo (document, NULL, NULL));
  redone = store_dump (reader);
  g_assert_cmpstr (redone, ==, opened);
  store_close (document);
}

/* The same of version 6, whose words of the search are today's; what version 7 brought is recorded and undone. */
static void
test_version_6 (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = unpack_sample (fixture, 6);
  TenureDocument *document = open_sample (fixture, file);
  TenureReader *reader = tenure_document_get_reader (document);
  TenureId agreement = find_agreement (reader, "befriending");
  g_autofree char *opened = store_dump (reader), *after = label_of (reader, agreement, "end"), *before = NULL;
  g_autofree char *blank = label_of (reader, agreement, "rests_on_one"), *none = NULL, *undone = NULL, *redone = NULL;

  g_assert_cmpstr (after, ==, "31 Mar 2029");
  g_assert_null (blank);
  store_set (document, TENURE_RECORD_AGREEMENT, agreement, "rests_on_one", "0");
  none = label_of (reader, agreement, "rests_on_one");
  g_assert_cmpstr (none, ==, "No");
  g_assert_true (tenure_document_undo (document, NULL, NULL));
  undone = store_dump (reader);
  g_assert_cmpstr (undone, ==, opened);
  g_assert_true (tenure_document_undo (document, NULL, NULL));
  before = label_of (reader, agreement, "end");
  g_assert_cmpstr (before, ==, "31 Mar 2028");
  g_assert_true (tenure_document_redo (document, NULL, NULL));
  redone = store_dump (reader);
  g_assert_cmpstr (redone, ==, opened);
  store_close (document);
}

/* The same of version 7, which knew of no changes in the rules: one is made, holds, and is taken back. */
static void
test_version_7 (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = unpack_sample (fixture, 7);
  TenureDocument *document = open_sample (fixture, file);
  TenureReader *reader = tenure_document_get_reader (document);
  TenureId agreement = find_agreement (reader, "befriending");
  g_autofree char *opened = store_dump (reader), *before = NULL, *undone = NULL, *redone = NULL;
  g_autoptr (TenureFacts) facts = NULL;

  store_insert (document, store_record (TENURE_RECORD_RULE_SETTING, "rule", "T1", "red", "1800", "reason", "Here", NULL));
  facts = tenure_load_facts (reader, NULL, NULL);
  g_assert_cmpuint (facts->n_rule_settings, ==, 1);
  g_assert_cmpint (facts->rule_settings[0].rule, ==, TENURE_RULE_T1);
  g_assert_cmpint (facts->rule_settings[0].thresholds[TENURE_THRESHOLD_RED], ==, 1800);
  g_assert_true (tenure_document_undo (document, NULL, NULL));
  undone = store_dump (reader);
  g_assert_cmpstr (undone, ==, opened);
  g_assert_true (tenure_document_undo (document, NULL, NULL));
  before = label_of (reader, agreement, "end");
  g_assert_cmpstr (before, ==, "31 Mar 2028");
  g_assert_true (tenure_document_redo (document, NULL, NULL));
  redone = store_dump (reader);
  g_assert_cmpstr (redone, ==, opened);
  store_close (document);
}

/* The same of version 10, which kept no scenarios: one is kept with its changes, taken back and made again. */
static void
test_version_10 (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = unpack_sample (fixture, 10);
  TenureDocument *document = open_sample (fixture, file);
  TenureReader *reader = tenure_document_get_reader (document);
  TenureId agreement = find_agreement (reader, "befriending"), scenario, change;
  g_autofree char *opened = store_dump (reader), *before = NULL, *undone = NULL, *redone = NULL, *kept = NULL;
  TenureRecord *first = store_record (TENURE_RECORD_SCENARIO_CHANGE, "kind", "extend", "length", "P12M", NULL);
  TenureRecord *named = tenure_record_new (TENURE_RECORD_SCENARIO_AGREEMENT);

  scenario = store_insert (document, store_record (TENURE_RECORD_SCENARIO, "name", "Longer", NULL));
  tenure_record_set_reference (first, tenure_record_field_index (first->type, "scenario"), scenario);
  change = store_insert (document, first);
  tenure_record_set_reference (named, tenure_record_field_index (named->type, "change"), change);
  tenure_record_set_reference (named, tenure_record_field_index (named->type, "agreement"), agreement);
  store_insert (document, named);
  kept = store_dump (reader);
  for (guint i = 0; i < 3; i++)
    g_assert_true (tenure_document_undo (document, NULL, NULL));
  undone = store_dump (reader);
  g_assert_cmpstr (undone, ==, opened);
  g_assert_true (tenure_document_undo (document, NULL, NULL));
  before = label_of (reader, agreement, "end");
  g_assert_cmpstr (before, ==, "31 Mar 2028");
  for (guint i = 0; i < 4; i++)
    g_assert_true (tenure_document_redo (document, NULL, NULL));
  redone = store_dump (reader);
  g_assert_cmpstr (redone, ==, kept);
  store_close (document);
}

/* The same of version 11, which knew nothing of what taking part costs: of a budget, of the time given at a meeting and of the
 * claim for it; and of a column that a table of the first version was given. */
static void
test_version_11 (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = unpack_sample (fixture, 11);
  TenureDocument *document = open_sample (fixture, file);
  TenureReader *reader = tenure_document_get_reader (document);
  g_autofree char *opened = store_dump (reader), *kept = NULL, *undone = NULL, *redone = NULL;
  TenureRecord *meeting = store_record (TENURE_RECORD_MEETING, "held", "2026-10-07", "minutes", "90", "uid", "a@b", NULL);
  TenureRecord *claim = store_record (TENURE_RECORD_CLAIM, "state", "draft", "claimed", "7500", "currency", "GBP", NULL);
  TenureRecord *given = store_record (TENURE_RECORD_PARTICIPATION, "preparation", "60", "payer", "budget", NULL);
  TenureId board = store_insert (document, store_record (TENURE_RECORD_BOARD, "name", "Place board", NULL));
  TenureId budget = store_insert (document, store_record (TENURE_RECORD_BUDGET, "name", "Taking part 2026/27", NULL));

  tenure_record_set_reference (meeting, tenure_record_field_index (meeting->type, "board"), board);
  tenure_record_set_reference (claim, tenure_record_field_index (claim->type, "budget"), budget);
  tenure_record_set_reference (given, tenure_record_field_index (given->type, "meeting"), store_insert (document, meeting));
  tenure_record_set_reference (given, tenure_record_field_index (given->type, "budget"), budget);
  tenure_record_set_reference (given, tenure_record_field_index (given->type, "claim"), store_insert (document, claim));
  store_insert (document, given);
  kept = store_dump (reader);
  for (guint i = 0; i < 5; i++)
    g_assert_true (tenure_document_undo (document, NULL, NULL));
  undone = store_dump (reader);
  g_assert_cmpstr (undone, ==, opened);
  g_assert_true (tenure_document_undo (document, NULL, NULL));
  for (guint i = 0; i < 6; i++)
    g_assert_true (tenure_document_redo (document, NULL, NULL));
  redone = store_dump (reader);
  g_assert_cmpstr (redone, ==, kept);
  store_close (document);
}

/* An import of today, one step. */
static gboolean
import_one (TenureEdit *edit, gpointer out_row, GError **error)
{
  g_autoptr (TenureOrigin) origin = tenure_origin_new ();
  g_autoptr (TenureRecord) agreement = store_record (TENURE_RECORD_AGREEMENT, "title", "Night shelter", NULL);

  origin->file = g_strdup ("c.csv");
  origin->profile = g_strdup ("register");
  *(TenureId *) out_row = agreement->origin = tenure_edit_add_origin_row (edit, origin->id, 2, "[\"Night shelter\"]", error);
  return agreement->origin != TENURE_ID_NONE && tenure_edit_insert (edit, agreement, error)
         && tenure_edit_add_origin (edit, origin, error);
}

/* Versions 8 and 9 kept source rows one by one, 10 and 11 packed them: they are found as before, beside those of an import of today. */
static void
test_source_rows (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = unpack_sample (fixture, GPOINTER_TO_INT (data));
  TenureDocument *document = open_sample (fixture, file);
  TenureReader *reader = tenure_document_get_reader (document);
  g_autoptr (TenureRecord) record =
      tenure_reader_load (reader, TENURE_RECORD_AGREEMENT, find_agreement (reader, "hospital"), NULL);
  g_autoptr (TenureOriginRow) old = NULL, new = NULL, still = NULL;
  g_autoptr (GError) error = NULL;
  TenureId row;

  old = tenure_origin_load_row (reader, record->origin, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (old->row, ==, 2);
  g_assert_cmpstr (old->cells, ==, "[\"Home from hospital\",\"Lantern Trust\",\"2025-04-01\",\"2027-03-31\",\"30000\"]");
  g_assert_true (tenure_document_edit (document, "Import", import_one, &row, &error));
  new = tenure_origin_load_row (reader, row, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (new->cells, ==, "[\"Night shelter\"]");
  still = tenure_origin_load_row (reader, record->origin, &error);
  g_assert_cmpstr (still->cells, ==, old->cells);
  store_close (document);
}

/* A field of today's version on a record of an older one, then a look at each step, older and newer ones: as recorded then
 * is as undone, and what changed since is told across the versions. */
static void
test_past_across_versions (StoreFixture *fixture, gconstpointer data)
{
  int version = GPOINTER_TO_INT (data);
  g_autoptr (GFile) file = unpack_sample (fixture, version);
  TenureDocument *document = open_sample (fixture, file);
  TenureReader *reader = tenure_document_get_reader (document);
  TenureId agreement = find_agreement (reader, version == 1 ? "hospital" : "befriending");
  TenureHistoryFilter filter = TENURE_HISTORY_FILTER_INIT;
  g_autoptr (TenureHistoryComparison) comparison = NULL;
  g_autoptr (GError) error = NULL;

  store_set (document, TENURE_RECORD_AGREEMENT, agreement, "tags", "winter; pilot");
  g_assert_true (store_delete (document, TENURE_RECORD_AGREEMENT, agreement, &error));
  comparison = tenure_history_compare (reader, &filter, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (comparison->counts[TENURE_RECORD_AGREEMENT].inserted, ==, 2);
  g_assert_cmpuint (comparison->counts[TENURE_RECORD_AGREEMENT].deleted, ==, 0);
  for (gint64 seq = 4; seq >= 0; seq--)
    {
      TenureDocument *past = tenure_document_open_past (document, seq, "then", NULL, NULL, NULL, &error);
      g_autofree char *as_recorded = NULL, *as_undone = NULL;

      g_assert_no_error (error);
      g_assert_true (tenure_document_go_to (document, seq, NULL, NULL, NULL, NULL, &error));
      as_recorded = store_dump (tenure_document_get_reader (past));
      as_undone = store_dump (reader);
      g_assert_cmpstr (as_recorded, ==, as_undone);
      store_close (past);
    }
  store_close (document);
}

static guint
count_found (TenureDocument *document, TenureRecordType type, const char *words)
{
  g_autoptr (TenureQuery) query = tenure_query_new (type);
  g_autoptr (GArray) found = NULL;
  g_autoptr (GError) error = NULL;

  tenure_query_set_search (query, words);
  found = tenure_query_run (query, tenure_document_get_reader (document), &error);
  g_assert_no_error (error);
  return found->len;
}

/* What stands in no index, as an older program left it, is found as soon as the document is opened, and taken out again when
 * it is no more. */
static void
test_older_index (StoreFixture *fixture, gconstpointer data)
{
  int version = GPOINTER_TO_INT (data);
  g_autoptr (GFile) file = unpack_sample (fixture, version);
  g_autofree char *path = g_file_get_path (file);
  TenureDocument *document;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "INSERT INTO former_name (id, organisation, name) "
                                     "SELECT 77, id, 'Quiet Fellowship' FROM organisation WHERE name = 'Lantern Trust';"
                                     "INSERT INTO identifier (id, organisation, scheme, value) "
                                     "SELECT 78, id, 'GB-CHC', '1155021' FROM organisation WHERE name = 'Lantern Trust'",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  document = open_sample (fixture, file);
  g_assert_cmpuint (count_found (document, TENURE_RECORD_ORGANISATION, "fellowship"), ==, 1);
  g_assert_cmpuint (count_found (document, TENURE_RECORD_ORGANISATION, "GB-CHC-1155021"), ==, 1);
  g_assert_cmpuint (count_found (document, TENURE_RECORD_AGREEMENT, "fellowship"), ==, 2);
  g_assert_cmpuint (count_found (document, TENURE_RECORD_AGREEMENT, "1155021"), ==, 2);
  g_assert_true (store_delete (document, TENURE_RECORD_IDENTIFIER, 78, NULL));
  g_assert_cmpuint (count_found (document, TENURE_RECORD_ORGANISATION, "1155021"), ==, 0);
  g_assert_cmpuint (count_found (document, TENURE_RECORD_AGREEMENT, "1155021"), ==, 0);
  g_assert_cmpuint (count_found (document, TENURE_RECORD_AGREEMENT, "fellowship lantern"), ==, 2);
  store_close (document);
}

/* Only the copy is migrated: the user's file stays as it is until it is saved. */
static void
test_file_untouched (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = unpack_sample (fixture, 1);
  g_autofree char *before = NULL, *after = NULL;
  gsize n_before, n_after;

  g_assert_true (g_file_load_contents (file, NULL, &before, &n_before, NULL, NULL));
  store_close (open_sample (fixture, file));
  g_assert_true (g_file_load_contents (file, NULL, &after, &n_after, NULL, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

#define ADD(name, func) \
  g_test_add ("/store/migrate/" name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("version-1", test_version_1);
  ADD ("version-2", test_version_2);
  ADD ("version-3", test_version_3);
  ADD ("version-4", test_version_4);
  ADD ("version-5", test_version_5);
  ADD ("version-6", test_version_6);
  ADD ("version-7", test_version_7);
  ADD ("version-10", test_version_10);
  ADD ("version-11", test_version_11);
  for (int version = 8; version <= 11; version++)
    {
      g_autofree char *path = g_strdup_printf ("/store/migrate/source-rows-of-version-%d", version);

      g_test_add (path, StoreFixture, GINT_TO_POINTER (version), store_fixture_set_up, test_source_rows, store_fixture_tear_down);
    }
  for (int version = 1; version <= 11; version++)
    {
      g_autofree char *path = g_strdup_printf ("/store/migrate/past-of-version-%d", version);

      g_test_add (path,
                  StoreFixture,
                  GINT_TO_POINTER (version),
                  store_fixture_set_up,
                  test_past_across_versions,
                  store_fixture_tear_down);
    }
  for (int version = 2; version <= 5; version++)
    {
      g_autofree char *path = g_strdup_printf ("/store/migrate/older-index-of-version-%d", version);

      g_test_add (path, StoreFixture, GINT_TO_POINTER (version), store_fixture_set_up, test_older_index, store_fixture_tear_down);
    }
  ADD ("file-untouched", test_file_untouched);
  return g_test_run ();
}
