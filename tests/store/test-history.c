#include "store-fixture.h"

#include "base/error.h"
#include "store/document-private.h"

#define ADD(name, func) g_test_add ("/store/history/" name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

static void
test_list (StoreFixture *fixture, gconstpointer data)
{
  TenureReader *reader = tenure_document_get_reader (fixture->document);
  StoreSample sample;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) newest = NULL;
  g_autoptr (GDateTime) at = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GError) error = NULL;
  const TenureHistoryEntry *entry;

  tenure_document_set_author (fixture->document, "Rhian Price");
  sample = store_make_sample (fixture->document);
  tenure_document_set_author (fixture->document, NULL);
  store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "end", "2028-03-31");
  g_assert_true (tenure_document_undo (fixture->document, NULL, &error));
  entries = tenure_history_list (reader, 0, &error);
  g_assert_cmpuint (entries->len, ==, 2);
  entry = entries->pdata[0];
  g_assert_cmpint (entry->seq, ==, 2);
  g_assert_cmpint (entry->state, ==, TENURE_HISTORY_UNDONE);
  g_assert_cmpuint (entry->counts[TENURE_RECORD_AGREEMENT].updated, ==, 1);
  g_assert_cmpstr (entry->author, ==, tenure_document_get_author (fixture->document));
  entry = entries->pdata[1];
  g_assert_cmpint (entry->state, ==, TENURE_HISTORY_DONE);
  g_assert_cmpstr (entry->author, ==, "Rhian Price");
  g_assert_cmpstr (entry->label, ==, "Make sample");
  g_assert_cmpuint (entry->counts[TENURE_RECORD_ORGANISATION].inserted, ==, 2);
  g_assert_cmpuint (entry->counts[TENURE_RECORD_FUNDER].inserted, ==, 1);
  g_assert_cmpuint (entry->counts[TENURE_RECORD_PERSON].inserted, ==, 0);
  at = g_date_time_new_from_iso8601 (entry->at, NULL);
  g_assert_nonnull (at);
  g_assert_cmpint (g_date_time_difference (now, at), <, 60 * G_TIME_SPAN_SECOND);
  store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "end", "2029-03-31");
  newest = tenure_history_list (reader, 2, &error);
  g_assert_cmpuint (newest->len, ==, 2);
  g_assert_cmpint (((TenureHistoryEntry *) newest->pdata[0])->seq, ==, 3);
  g_assert_cmpint (((TenureHistoryEntry *) newest->pdata[1])->state, ==, TENURE_HISTORY_DROPPED);
}

static gboolean
change_two (TenureEdit *edit, gpointer data, GError **error)
{
  const StoreSample *sample = data;

  return tenure_edit_set (edit, TENURE_RECORD_AGREEMENT, sample->agreement, store_field (AGREEMENT, "value"),
                          &TENURE_VALUE_OF_INTEGER (4500000), error)
         && tenure_edit_set (edit, TENURE_RECORD_AGREEMENT, sample->agreement, store_field (AGREEMENT, "provider"),
                             &TENURE_VALUE_OF_INTEGER (sample->council), error);
}

static const TenureFieldChange *
find_change (GPtrArray *changes, const char *field)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const TenureFieldChange *change = changes->pdata[i];

      if (g_strcmp0 (tenure_record_def (change->type)->fields[change->field].name, field) == 0)
        return change;
    }
  g_error ("no change of %s", field);
}

static void
test_field_changes (StoreFixture *fixture, gconstpointer data)
{
  TenureReader *reader = tenure_document_get_reader (fixture->document);
  StoreSample sample = store_make_sample (fixture->document);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) inserted = NULL;
  g_autoptr (GPtrArray) two = NULL;
  g_autoptr (GError) error = NULL;
  const TenureFieldChange *change;

  tenure_document_edit (fixture->document, "Change two", change_two, &sample, &error);
  g_assert_no_error (error);
  changes = tenure_history_load_changes (reader, 2, 0, &error);
  g_assert_cmpuint (changes->len, ==, 2);
  change = find_change (changes, "value");
  g_assert_cmpint (change->id, ==, sample.agreement);
  g_assert_cmpstr (change->title, ==, "Home from hospital");
  g_assert_cmpint (change->before.integer, ==, 3000000);
  g_assert_cmpint (change->after.integer, ==, 4500000);
  /* The currency is none of the change, but an amount is nothing without it. */
  g_assert_cmpstr (change->before_label, ==, "£30,000");
  g_assert_cmpstr (change->after_label, ==, "£45,000");
  g_assert_false (change->inserted || change->deleted);
  change = find_change (changes, "provider");
  g_assert_cmpstr (change->before_label, ==, "Ynys Môn Carers");
  g_assert_cmpstr (change->after_label, ==, "North Ridge Council");
  inserted = tenure_history_load_changes (reader, 1, 0, &error);
  change = find_change (inserted, "start");
  g_assert_true (change->inserted);
  g_assert_null (change->before_label);
  g_assert_cmpstr (change->after_label, ==, "1 Apr 2026");
  two = tenure_history_load_changes (reader, 1, 2, &error);
  g_assert_cmpuint (two->len, ==, 2);
  g_assert_null (tenure_history_load_changes (reader, 99, 0, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND);
}

static void
test_record (StoreFixture *fixture, gconstpointer data)
{
  TenureReader *reader = tenure_document_get_reader (fixture->document);
  StoreSample sample = store_make_sample (fixture->document);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;

  store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "title", "Second");
  store_set (fixture->document, TENURE_RECORD_ORGANISATION, sample.provider, "name", "Not asked for");
  store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "title", "Third");
  store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "title", "Undone");
  g_assert_true (tenure_document_undo (fixture->document, NULL, &error));
  changes = tenure_history_load_record (reader, TENURE_RECORD_AGREEMENT, sample.agreement, &error);
  g_assert_no_error (error);
  g_assert_cmpint (((TenureFieldChange *) changes->pdata[0])->seq, ==, 4);
  g_assert_cmpstr (((TenureFieldChange *) changes->pdata[0])->after_label, ==, "Third");
  g_assert_cmpint (((TenureFieldChange *) changes->pdata[1])->seq, ==, 2);
  for (guint i = 2; i < changes->len; i++)
    g_assert_cmpint (((TenureFieldChange *) changes->pdata[i])->seq, ==, 1);
  g_assert_cmpuint (changes->len, >, 6);
}

static gboolean
insert_many (TenureEdit *edit, gpointer data, GError **error)
{
  g_autoptr (TenureRecord) person = store_record (TENURE_RECORD_PERSON, "name", "Somebody with a name", NULL);

  for (guint i = 0; i < GPOINTER_TO_UINT (data); i++)
    {
      person->id = TENURE_ID_NONE;
      if (!tenure_edit_insert (edit, person, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
exec (TenureDocument *document, const char *sql)
{
  return sqlite3_exec (document->writer->db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

static gint64
query (TenureDocument *document, const char *sql)
{
  gint64 value = -1;

  g_assert_true (tenure_sql_query_integer (document->writer->db, sql, -1, &value, NULL));
  return value;
}

/* Small steps are kept as they are, from 64 KB on they are packed; a million bytes go to a thread of their own. */
static void
test_packing (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint rows;
    gboolean packed;
  } cases[] = { { 100, FALSE }, { 3000, TRUE }, { 40000, TRUE } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%u rows", cases[i].rows);
      tenure_document_edit (fixture->document, "Many", insert_many, GUINT_TO_POINTER (cases[i].rows), &error);
      g_assert_no_error (error);
      g_assert_cmpint (query (fixture->document, "SELECT packing = 'zstd' FROM history ORDER BY seq DESC LIMIT 1"), ==, cases[i].packed);
      if (cases[i].packed)
        g_assert_cmpint (query (fixture->document, "SELECT length (changes) * 2 < size FROM history ORDER BY seq DESC LIMIT 1"), ==, 1);
      g_assert_true (tenure_document_undo (fixture->document, NULL, &error));
      g_assert_cmpint (tenure_reader_count (tenure_document_get_reader (fixture->document), TENURE_RECORD_PERSON, NULL), ==, 0);
      g_assert_true (tenure_document_redo (fixture->document, NULL, &error));
      g_assert_cmpint (tenure_reader_count (tenure_document_get_reader (fixture->document), TENURE_RECORD_PERSON, NULL), ==, cases[i].rows);
      g_assert_true (tenure_document_undo (fixture->document, NULL, &error));
    }
}

/* Whatever is wrong with the stored bytes: a clear error, the records as they are, and the document works on. */
static void
test_damaged (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    int code;
  } cases[] = {
    { "UPDATE history SET changes = x'00' WHERE seq = 2", TENURE_ERROR_CORRUPT },
    { "UPDATE history SET changes = NULL WHERE seq = 2", TENURE_ERROR_CORRUPT },
    { "UPDATE history SET changes = zeroblob (length (changes)) WHERE seq = 2", TENURE_ERROR_CORRUPT },
    { "UPDATE history SET packing = 'zstd' WHERE seq = 2", TENURE_ERROR_CORRUPT },
    { "UPDATE history SET packing = 'other' WHERE seq = 2", TENURE_ERROR_CORRUPT },
    { "UPDATE history SET size = 9000000000000000000, packing = 'zstd' WHERE seq = 2", TENURE_ERROR_CORRUPT },
    { "UPDATE history SET size = -1 WHERE seq = 2", TENURE_ERROR_CORRUPT },
    { "UPDATE history SET schema = 99 WHERE seq = 2", TENURE_ERROR_CORRUPT },
    /* A row of "funder" with a single column, inserted; forged, since no version had so few. */
    { "UPDATE history SET packing = 'none', size = 21, changes = "
      "x'54010166756e646572001200010000000000000001' WHERE seq = 2", TENURE_ERROR_CHANGED },
    { "UPDATE agreement SET title = 'Changed behind the back'", TENURE_ERROR_CHANGED },
    { "DELETE FROM agreement", TENURE_ERROR_CHANGED },
  };
  TenureReader *reader = tenure_document_get_reader (fixture->document);
  StoreSample sample = store_make_sample (fixture->document);

  store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "title", "Second");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *before = NULL, *after = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].sql);
      g_assert_true (exec (fixture->document, "CREATE TEMP TABLE old AS SELECT * FROM history; "
                                              "CREATE TEMP TABLE old_agreement AS SELECT * FROM agreement"));
      g_assert_true (exec (fixture->document, cases[i].sql));
      before = store_dump (reader);
      g_assert_false (tenure_document_undo (fixture->document, NULL, &error));
      g_assert_error (error, TENURE_ERROR, cases[i].code);
      after = store_dump (reader);
      g_assert_cmpstr (before, ==, after);
      store_insert (fixture->document, store_record (TENURE_RECORD_PERSON, "name", "Works on", NULL));
      g_assert_true (tenure_document_undo (fixture->document, NULL, NULL));
      g_assert_true (exec (fixture->document,
                           "DELETE FROM history; INSERT INTO history SELECT * FROM old; DROP TABLE old; "
                           "DELETE FROM agreement; INSERT INTO agreement SELECT * FROM old_agreement; "
                           "DROP TABLE old_agreement"));
    }
  g_assert_true (tenure_document_undo (fixture->document, NULL, NULL));
}

static void
test_record_skips_damaged (StoreFixture *fixture, gconstpointer data)
{
  StoreSample sample = store_make_sample (fixture->document);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;

  store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "title", "Second");
  g_assert_true (exec (fixture->document, "UPDATE history SET changes = x'54' WHERE seq = 1"));
  changes = tenure_history_load_record (tenure_document_get_reader (fixture->document), TENURE_RECORD_AGREEMENT, sample.agreement, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_null (tenure_history_load_changes (tenure_document_get_reader (fixture->document), 1, 0, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_CORRUPT);
}

/* The agreement counts for its funders too; what was undone does not, nor what lies before the moment. */
static void
test_since (StoreFixture *fixture, gconstpointer data)
{
  TenureReader *reader = tenure_document_get_reader (fixture->document);
  StoreSample sample;
  g_autofree char *parent = NULL;
  TenureId late;
  struct
  {
    const char *since;
    guint n;
  } cases[] = { { "2026-01-01T00:00:00Z", 2 }, { "2026-06-01T00:00:00Z", 2 }, { "2026-06-01T00:00:01Z", 1 },
                { "2026-08-01T00:00:01Z", 0 } };

  tenure_history_set_time (1767261600); /* 2026-01-01 10:00 */
  sample = store_make_sample (fixture->document);
  tenure_history_set_time (1780272000); /* 2026-06-01 */
  late = store_insert (fixture->document, store_record (TENURE_RECORD_AGREEMENT, "title", "Late", NULL));
  tenure_history_set_time (1785542400); /* 2026-08-01 */
  parent = g_strdup_printf ("%" G_GINT64_FORMAT, sample.agreement);
  store_insert (fixture->document, store_record (TENURE_RECORD_VARIATION, "agreement", parent, "scope", "wider", NULL));
  store_set (fixture->document, TENURE_RECORD_AGREEMENT, late, "title", "Undone");
  g_assert_true (tenure_document_undo (fixture->document, NULL, NULL));
  tenure_history_set_time (0);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) ids = tenure_history_find_changed (reader, TENURE_RECORD_AGREEMENT, cases[i].since, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (ids->len, ==, cases[i].n);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("list", test_list);
  ADD ("field-changes", test_field_changes);
  ADD ("record", test_record);
  ADD ("packing", test_packing);
  ADD ("damaged", test_damaged);
  ADD ("record-skips-damaged", test_record_skips_damaged);
  ADD ("since", test_since);
  return g_test_run ();
}
