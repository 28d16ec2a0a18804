/* Large edits, whose agreements are indexed for the search as they come: whatever changes on the way, each is found by the
 * very words that a slow and obvious statement makes of it. */

#include "store-fixture.h"

#include "store/document-private.h"
#include "store/sql-private.h"

#define ADD(name, func) \
  g_test_add ("/store/search-along/" name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
#define AGREEMENTS 7000 /* the thread comes in at 5,000 rows, and indexes a thousand at a time */
#define PROVIDERS 40
#define LATE 6500

typedef struct Script Script;
typedef gboolean (*Late) (TenureEdit *edit, const Script *script, GError **error);

/* What is done to records of long ago when most agreements are in. */
struct Script
{
  const char *name;
  Late late;
  gboolean ahead;                /* a provider's id is of a clock that is ahead */
  TenureId providers[PROVIDERS]; /* the last one provides nothing until LATE */
  TenureId first;                /* the first agreement */
};

static TenureRecord *
make_organisation (guint i)
{
  g_autofree char *name = g_strdup_printf ("Organisation %u", i);

  return store_record (TENURE_RECORD_ORGANISATION, "name", name, NULL);
}

static gboolean
insert_child (TenureEdit *edit, TenureRecord *record, guint field, TenureId parent, GError **error)
{
  gboolean ok;

  tenure_record_set_reference (record, field, parent);
  ok = tenure_edit_insert (edit, record, error);
  tenure_record_free (record);
  return ok;
}

static gboolean
insert_identifier (TenureEdit *edit, TenureId organisation, const char *value, GError **error)
{
  TenureRecord *record = store_record (TENURE_RECORD_IDENTIFIER, "scheme", "GB-CHC", "value", value, NULL);

  return insert_child (edit, record, store_field (IDENTIFIER, "organisation"), organisation, error);
}

static gboolean
insert_former_name (TenureEdit *edit, TenureId organisation, GError **error)
{
  TenureRecord *record = store_record (TENURE_RECORD_FORMER_NAME, "name", "Bygone Hall", NULL);

  return insert_child (edit, record, store_field (FORMER_NAME, "organisation"), organisation, error);
}

static gboolean
insert_funder (TenureEdit *edit, TenureId agreement, TenureId organisation, GError **error)
{
  TenureRecord *record = store_record (TENURE_RECORD_FUNDER, NULL);

  tenure_record_set_reference (record, store_field (FUNDER, "organisation"), organisation);
  return insert_child (edit, record, store_field (FUNDER, "agreement"), agreement, error);
}

static gboolean
insert_provider (TenureEdit *edit, Script *script, guint i, GError **error)
{
  g_autoptr (TenureRecord) record = make_organisation (i);
  g_autofree char *number = g_strdup_printf ("10%05u", i);

  if (script->ahead && i == 3)
    record->id = G_MAXINT64 - 1;
  if (!tenure_edit_insert (edit, record, error))
    return FALSE;
  script->providers[i] = record->id;
  return insert_identifier (edit, record->id, number, error);
}

static gboolean
insert_agreement (TenureEdit *edit, Script *script, guint i, GError **error)
{
  g_autofree char *title = g_strdup_printf ("Befriending %u", i), *reference = g_strdup_printf ("R-%u", i);
  g_autoptr (TenureRecord) record = store_record (TENURE_RECORD_AGREEMENT, "title", title, "reference", reference, NULL);
  guint provider = i % (i < LATE ? PROVIDERS - 1 : PROVIDERS);

  tenure_record_set_reference (record, store_field (AGREEMENT, "provider"), script->providers[provider]);
  if (!tenure_edit_insert (edit, record, error))
    return FALSE;
  if (i == 0)
    script->first = record->id;
  return i % 3 == 0 || insert_funder (edit, record->id, script->providers[i % 5], error);
}

static gboolean
run_script (TenureEdit *edit, gpointer data, GError **error)
{
  Script *script = data;

  if (!tenure_edit_begin_bulk (edit, error))
    return FALSE;
  for (guint i = 0; i < PROVIDERS; i++)
    if (!insert_provider (edit, script, i, error))
      return FALSE;
  for (guint i = 0; i < AGREEMENTS; i++)
    if (!insert_agreement (edit, script, i, error)
        || (i == LATE && script->late != NULL && !script->late (edit, script, error)))
      return FALSE;
  return TRUE;
}

static gboolean
add_identifier (TenureEdit *edit, const Script *script, GError **error)
{
  return insert_identifier (edit, script->providers[3], "7654321", error);
}

static gboolean
add_former_name (TenureEdit *edit, const Script *script, GError **error)
{
  return insert_former_name (edit, script->providers[3], error);
}

static gboolean
add_funder (TenureEdit *edit, const Script *script, GError **error)
{
  return insert_funder (edit, script->first, script->providers[7], error);
}

static gboolean
rename_provider (TenureEdit *edit, const Script *script, GError **error)
{
  return tenure_edit_set (edit, TENURE_RECORD_ORGANISATION, script->providers[3], store_field (ORGANISATION, "name"),
                          &TENURE_VALUE_OF_TEXT ("Renamed Hall"), error);
}

/* Nothing that an agreement is found by. */
static gboolean
move_provider (TenureEdit *edit, const Script *script, GError **error)
{
  return tenure_edit_set (edit, TENURE_RECORD_ORGANISATION, script->providers[3], store_field (ORGANISATION, "place"),
                          &TENURE_VALUE_OF_TEXT ("Skelmoor"), error);
}

static gboolean
change_title (TenureEdit *edit, const Script *script, GError **error)
{
  return tenure_edit_set (edit, TENURE_RECORD_AGREEMENT, script->first, store_field (AGREEMENT, "title"),
                          &TENURE_VALUE_OF_TEXT ("Day centre"), error);
}

static gboolean
give_to_another (TenureEdit *edit, const Script *script, GError **error)
{
  TenureValue provider = { .kind = TENURE_VALUE_INTEGER, .integer = script->providers[11] };

  return tenure_edit_set (edit, TENURE_RECORD_AGREEMENT, script->first, store_field (AGREEMENT, "provider"), &provider, error);
}

static gboolean
delete_first (TenureEdit *edit, const Script *script, GError **error)
{
  return tenure_edit_delete (edit, TENURE_RECORD_AGREEMENT, script->first, error);
}

/* Every word and the agreement it stands in, as one text. */
static char *
dump_index (sqlite3 *db, const char *table)
{
  g_autofree char *vocabulary = g_strdup_printf ("CREATE VIRTUAL TABLE temp.words USING fts5vocab ('%s', '%s', 'instance')",
                                                 strcmp (table, "agreement_search") == 0 ? "main" : "temp", table);
  g_autoptr (GString) text = g_string_new (NULL);
  sqlite3_stmt *read;
  gboolean row = TRUE;

  g_assert_true (tenure_sql_exec (db, vocabulary, NULL));
  read = tenure_sql_prepare (db, "SELECT DISTINCT term, doc FROM temp.words ORDER BY doc, term", NULL);
  while (row)
    {
      g_assert_true (tenure_sql_step (read, &row, NULL));
      if (row)
        g_string_append_printf (text, "%s %" G_GINT64_FORMAT "\n", sqlite3_column_text (read, 0),
                                (gint64) sqlite3_column_int64 (read, 1));
    }
  sqlite3_finalize (read);
  g_assert_true (tenure_sql_exec (db, "DROP TABLE temp.words", NULL));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
check_index (StoreFixture *fixture)
{
  sqlite3 *db = fixture->document->writer->db;
  g_autofree char *found = dump_index (db, "agreement_search"), *expected = NULL;

  g_assert_true (tenure_sql_exec (
      db,
      "CREATE VIRTUAL TABLE temp.expected USING fts5 (text);"
      "INSERT INTO temp.expected (rowid, text) SELECT a.id, concat_of.words FROM agreement a JOIN (SELECT a.id, "
      "a.title || ' ' || a.reference || ' ' || o.name || ' ' || "
      "coalesce ((SELECT group_concat (scheme || ' ' || value, ' ') FROM identifier WHERE organisation = o.id), '') || ' ' || "
      "coalesce ((SELECT group_concat (name, ' ') FROM former_name WHERE organisation = o.id), '') || ' ' || "
      "coalesce ((SELECT group_concat ((SELECT name FROM organisation WHERE id = f.organisation), ' ') FROM funder f "
      "WHERE f.agreement = a.id), '') AS words "
      "FROM agreement a JOIN organisation o ON o.id = a.provider) AS concat_of ON concat_of.id = a.id",
      NULL));
  expected = dump_index (db, "expected");
  g_assert_true (tenure_sql_exec (db, "DROP TABLE temp.expected", NULL));
  g_assert_true (strlen (expected) > 10 * AGREEMENTS);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_changes (void)
{
  static const Script scripts[] = {
    { "nothing", NULL, FALSE },
    { "another identifier", add_identifier, FALSE },
    { "a former name", add_former_name, FALSE },
    { "another funder", add_funder, FALSE },
    { "another name", rename_provider, FALSE },
    { "another place", move_provider, FALSE },
    { "another title", change_title, FALSE },
    { "another provider", give_to_another, FALSE },
    { "one deleted", delete_first, FALSE },
    { "of a clock ahead", rename_provider, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      Script script = scripts[i];
      StoreFixture fixture;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", script.name);
      store_fixture_set_up (&fixture, NULL);
      if (script.ahead)
        store_insert (fixture.document, make_organisation (0));
      g_assert_true (tenure_document_edit (fixture.document, "Large", run_script, &script, &error));
      g_assert_no_error (error);
      check_index (&fixture);
      store_fixture_tear_down (&fixture, NULL);
    }
}

/* A second file on top of the first; and the first again, when it was taken back. */
static void
test_one_after_another (StoreFixture *fixture, gconstpointer data)
{
  Script first = { "first" }, second = { "second", add_identifier };
  g_autoptr (GError) error = NULL;

  g_assert_true (tenure_document_edit (fixture->document, "First", run_script, &first, &error));
  g_assert_true (tenure_document_edit (fixture->document, "Second", run_script, &second, &error));
  g_assert_no_error (error);
  check_index (fixture);
  g_assert_true (tenure_document_undo (fixture->document, NULL, &error));
  check_index (fixture);
  store_set (fixture->document, TENURE_RECORD_ORGANISATION, first.providers[3], "name", "Renamed Hall");
  check_index (fixture);
}

static gint64
get_merging (StoreFixture *fixture)
{
  gint64 merging;

  g_assert_true (tenure_sql_query_integer (fixture->document->writer->db,
                                           "SELECT v FROM agreement_search_config WHERE k = 'automerge'", -1, &merging, NULL));
  return merging;
}

/* A filling merges nothing; what it left is merged by the edits that come after it. */
static void
test_merging (StoreFixture *fixture, gconstpointer data)
{
  Script script = { "first" };

  g_assert_true (tenure_document_edit (fixture->document, "First", run_script, &script, NULL));
  g_assert_cmpint (get_merging (fixture), ==, 0);
  store_set (fixture->document, TENURE_RECORD_AGREEMENT, script.first, "title", "Day centre");
  g_assert_cmpint (get_merging (fixture), ==, 4);
  check_index (fixture);
}

static gboolean
fail_at_the_end (TenureEdit *edit, const Script *script, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "not wanted");
  return FALSE;
}

/* Nothing of an edit that failed half-way stays in the index, and the next one is none the worse. */
static void
test_failed (StoreFixture *fixture, gconstpointer data)
{
  Script first = { "first" }, failing = { "failing", fail_at_the_end };
  g_autoptr (GError) error = NULL;

  g_assert_true (tenure_document_edit (fixture->document, "First", run_script, &first, NULL));
  g_assert_false (tenure_document_edit (fixture->document, "Failing", run_script, &failing, &error));
  check_index (fixture);
  first.late = change_title;
  g_assert_true (tenure_document_edit (fixture->document, "Again", run_script, &first, NULL));
  check_index (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/search-along/changes", test_changes);
  ADD ("one-after-another", test_one_after_another);
  ADD ("merging", test_merging);
  ADD ("failed", test_failed);
  return g_test_run ();
}
