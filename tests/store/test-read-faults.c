/* The n-th read of the file system fails, for every n, once and for good: whatever reads a document says so in a
 * sentence or gives all of what is there, and never less; whatever changes one leaves it as it was. */

#include "fault-vfs.h"
#include "store-fixture.h"

#include "base/error.h"
#include "store/document-private.h"
#include "store/load-facts.h"
#include "store/sql-private.h"

#define N_MORE 24

/* ---- a document that does not fit in one page of anything ---- */

static gboolean
add_more (TenureEdit *edit, gpointer data, GError **error)
{
  const StoreSample *sample = data;

  for (guint i = 0; i < N_MORE; i++)
    {
      g_autofree char *title = g_strdup_printf ("Befriending %u", i);
      g_autofree char *notes = g_strnfill (900 + 100 * i, 'n');
      g_autoptr (TenureRecord) agreement = store_record (TENURE_RECORD_AGREEMENT, "title", title, "notes", notes, "start",
                                                         "2026-04-01", "end", "2027-03-31", NULL);
      g_autoptr (TenureRecord) funder = tenure_record_new (TENURE_RECORD_FUNDER);

      tenure_record_set_reference (agreement, store_field (AGREEMENT, "provider"), sample->provider);
      if (!tenure_edit_insert (edit, agreement, error))
        return FALSE;
      tenure_record_set_reference (funder, store_field (FUNDER, "agreement"), agreement->id);
      tenure_record_set_reference (funder, store_field (FUNDER, "organisation"), sample->council);
      if (!tenure_edit_insert (edit, funder, error))
        return FALSE;
    }
  return tenure_edit_set_setting (edit, "word.sector", "VCS", error);
}

typedef struct
{
  StoreFixture base;
  StoreSample sample;
  GFile *file; /* saved as it was before the last edit */
  char *since; /* a moment before all edits */
} Fixture;

static void
set_up (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  store_fixture_set_up (&fixture->base, NULL);
  fixture->since = g_strdup ("2000-01-01T00:00:00Z");
  fixture->sample = store_make_sample (fixture->base.document);
  g_assert_true (tenure_document_edit (fixture->base.document, "Add more", add_more, &fixture->sample, &error));
  fixture->file = store_fixture_file (&fixture->base, "users.tenure");
  g_assert_true (tenure_document_save_as (fixture->base.document, fixture->file, NULL, &error));
  store_set (fixture->base.document, TENURE_RECORD_AGREEMENT, fixture->sample.agreement, "title", "Not saved yet");
}

static void
tear_down (Fixture *fixture)
{
  g_clear_object (&fixture->file);
  g_clear_pointer (&fixture->since, g_free);
  store_fixture_tear_down (&fixture->base, NULL);
}

/* What the writer keeps in memory it need not read. */
static void
forget_pages (Fixture *fixture)
{
  sqlite3_db_release_memory (fixture->base.document->writer->db);
}

/* ---- what reads: each gives everything it found as text, or NULL with an error ---- */

typedef char *(*Reading) (Fixture *fixture, TenureReader *reader, GError **error);

static gboolean
dump_type (TenureReader *reader, TenureRecordType type, GString *dump, GError **error)
{
  g_autoptr (TenureCursor) cursor = tenure_reader_select (reader, type, NULL, 0, error);
  const TenureValue *values;
  g_autoptr (GError) failure = NULL;
  TenureId id;

  if (cursor == NULL)
    return FALSE;
  while (tenure_cursor_next (cursor, &id, &values, &failure))
    {
      g_string_append_printf (dump, "%d %" G_GINT64_FORMAT, type, id);
      for (guint i = 0; i < tenure_record_def (type)->n_fields; i++)
        if (values[i].kind == TENURE_VALUE_INTEGER)
          g_string_append_printf (dump, "|%" G_GINT64_FORMAT, values[i].integer);
        else
          g_string_append_printf (dump, "|%s", values[i].kind == TENURE_VALUE_TEXT ? values[i].text : "-");
    }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return failure == NULL && (error == NULL || *error == NULL);
}

static char *
read_all (Fixture *fixture, TenureReader *reader, GError **error)
{
  g_autoptr (GString) dump = g_string_new (NULL);

  for (TenureRecordType type = 0; type < TENURE_N_RECORDS; type++)
    if (!dump_type (reader, type, dump, error))
      return NULL;
  return g_strdup (dump->str);
}

static char *
dup_ids (GArray *ids)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%" G_GINT64_FORMAT " ", g_array_index (ids, TenureId, i));
  return g_string_free (text, FALSE);
}

static char *
read_query (Fixture *fixture, TenureReader *reader, GError **error)
{
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_AGREEMENT);
  g_autoptr (GArray) ids = NULL;
  TenureValue yes = TENURE_VALUE_OF_INTEGER (1);

  tenure_query_filter_via (query, store_field (AGREEMENT, "provider"), store_field (ORGANISATION, "vcs"), TENURE_FILTER_IS, &yes, 1);
  tenure_query_sort (query, store_field (AGREEMENT, "provider"), FALSE);
  tenure_query_sort (query, store_field (AGREEMENT, "title"), TRUE);
  ids = tenure_query_run (query, reader, error);
  return ids != NULL ? dup_ids (ids) : NULL;
}

static char *
read_search (Fixture *fixture, TenureReader *reader, GError **error)
{
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_AGREEMENT);
  g_autoptr (GArray) ids = NULL;

  tenure_query_set_search (query, "council befr");
  ids = tenure_query_run (query, reader, error);
  return ids != NULL ? dup_ids (ids) : NULL;
}

static char *
read_facet (Fixture *fixture, TenureReader *reader, GError **error)
{
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_AGREEMENT);
  g_autoptr (GPtrArray) facets = tenure_query_count_facet (query, reader, store_field (AGREEMENT, "provider"), error);
  GString *text = g_string_new (NULL);

  for (guint i = 0; facets != NULL && i < facets->len; i++)
    {
      const TenureFacet *facet = facets->pdata[i];

      g_string_append_printf (text, "%s %u;", facet->label != NULL ? facet->label : "-", facet->count);
    }
  return g_string_free (text, facets == NULL);
}

static void
append_record (GString *text, const TenureRecord *record)
{
  for (guint i = 0; i < record->n_fields; i++)
    {
      g_autofree char *label = tenure_record_dup_label (record, i);

      g_string_append_printf (text, "%s|", label != NULL ? label : "-");
    }
}

static char *
read_record (Fixture *fixture, TenureReader *reader, GError **error)
{
  g_autoptr (TenureRecord) record = tenure_reader_load (reader, TENURE_RECORD_AGREEMENT, fixture->sample.agreement, error);
  g_autoptr (GPtrArray) funders = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 count;

  if (record == NULL)
    return NULL;
  append_record (text, record);
  funders = tenure_reader_load_children (reader, TENURE_RECORD_FUNDER, fixture->sample.agreement, error);
  if (funders == NULL)
    return NULL;
  for (guint i = 0; i < funders->len; i++)
    append_record (text, funders->pdata[i]);
  count = tenure_reader_count (reader, TENURE_RECORD_AGREEMENT, error);
  if (count < 0)
    return NULL;
  g_string_append_printf (text, "%" G_GINT64_FORMAT, count);
  return g_strdup (text->str);
}

static char *
read_facts (Fixture *fixture, TenureReader *reader, GError **error)
{
  g_autoptr (TenureFacts) facts = tenure_load_facts (reader, NULL, error);
  GString *text = g_string_new (NULL);

  for (guint i = 0; facts != NULL && i < facts->n_agreements; i++)
    {
      const TenureFactAgreement *agreement = &facts->agreements[i];

      g_string_append_printf (text, "%s %d %d %u %u;", agreement->title, agreement->provider, agreement->end,
                              agreement->n_funders, agreement->n_extensions);
    }
  for (guint i = 0; facts != NULL && i < facts->n_organisations; i++)
    g_string_append_printf (text, "%s %d;", facts->organisations[i].name, facts->organisations[i].vcs);
  return g_string_free (text, facts == NULL);
}

static char *
dup_changes (GPtrArray *changes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const TenureFieldChange *change = changes->pdata[i];

      g_string_append_printf (text, "%s %u %s→%s;", change->title != NULL ? change->title : "-", change->field,
                              change->before_label != NULL ? change->before_label : "-",
                              change->after_label != NULL ? change->after_label : "-");
    }
  return g_string_free (text, FALSE);
}

static char *
read_history (Fixture *fixture, TenureReader *reader, GError **error)
{
  g_autoptr (GPtrArray) entries = tenure_history_list (reader, 0, error);
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *text = NULL;
  const TenureHistoryEntry *newest;

  if (entries == NULL)
    return NULL;
  newest = entries->pdata[0];
  changes = tenure_history_load_changes (reader, newest->seq, 0, error);
  if (changes == NULL)
    return NULL;
  text = dup_changes (changes);
  return g_strdup_printf ("%u %s %s", entries->len, newest->label, text);
}

static char *
read_record_history (Fixture *fixture, TenureReader *reader, GError **error)
{
  g_autoptr (GPtrArray) changes = tenure_history_load_record (reader, TENURE_RECORD_AGREEMENT, fixture->sample.agreement, error);

  return changes != NULL ? dup_changes (changes) : NULL;
}

static char *
read_changed (Fixture *fixture, TenureReader *reader, GError **error)
{
  g_autoptr (GArray) ids = tenure_history_find_changed (reader, TENURE_RECORD_AGREEMENT, fixture->since, error);

  return ids != NULL ? dup_ids (ids) : NULL;
}

static void
assert_sentence (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == TENURE_ERROR);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

/* From opening the reader on. */
static char *
run_reading (Fixture *fixture, Reading reading, GError **error)
{
  g_autoptr (TenureReader) reader = tenure_document_open_reader (fixture->base.document, error);

  return reader != NULL ? reading (fixture, reader, error) : NULL;
}

static const struct
{
  const char *name;
  Reading reading;
} readings[] = {
  { "all", read_all },         { "query", read_query },     { "search", read_search },
  { "facet", read_facet },     { "record", read_record },   { "facts", read_facts },
  { "history", read_history }, { "record-history", read_record_history }, { "changed", read_changed },
};

static void
test_reading (gconstpointer data)
{
  Reading reading = readings[GPOINTER_TO_UINT (data)].reading;
  Fixture fixture = { 0 };
  g_autoptr (GError) failure = NULL;
  g_autofree char *expected = NULL;

  set_up (&fixture);
  expected = run_reading (&fixture, reading, &failure);
  g_assert_no_error (failure);
  for (int lasting = 0; lasting < 2; lasting++)
    {
      guint struck = 1;
      int n;

      for (n = 0; struck > 0; n++)
        {
          g_autoptr (GError) error = NULL;
          g_autofree char *found = NULL;

          fault_arm (FAULT_READ, n, SQLITE_IOERR_READ, lasting);
          found = run_reading (&fixture, reading, &error);
          struck = fault_disarm ();
          g_test_message ("read %d%s: %s", n, lasting ? " and all after it" : "", found != NULL ? "all there" : error->message);
          if (found != NULL)
            g_assert_cmpstr (found, ==, expected);
          else
            assert_sentence (error);
          if (struck == 0)
            g_assert_nonnull (found);
        }
      /* There was something to strike, and more than opening. */
      g_assert_cmpint (n, >, 5);
    }
  tear_down (&fixture);
}

/* ---- what opens, changes and saves ---- */

typedef gboolean (*Attempt) (Fixture *fixture, GError **error);

static gboolean
try_open (Fixture *fixture, GError **error)
{
  TenureDocument *document = tenure_document_open (fixture->file, TENURE_OPEN_DEFAULT, fixture->base.folder, NULL, error);
  g_autofree char *title = NULL;

  if (document == NULL)
    return FALSE;
  fault_disarm ();
  title = tenure_reader_dup_title (tenure_document_get_reader (document), TENURE_RECORD_AGREEMENT, fixture->sample.agreement);
  g_assert_cmpstr (title, ==, "Home from hospital");
  store_close (document);
  return TRUE;
}

static gboolean
change (TenureEdit *edit, gpointer data, GError **error)
{
  const StoreSample *sample = data;
  g_autoptr (TenureRecord) agreement = tenure_edit_get (edit, TENURE_RECORD_AGREEMENT, sample->agreement, error);

  if (agreement == NULL)
    return FALSE;
  tenure_record_set_text_by_name (agreement, "title", "Changed");
  return tenure_edit_update (edit, agreement, NULL, error)
         && tenure_edit_set (edit, TENURE_RECORD_ORGANISATION, sample->council, store_field (ORGANISATION, "name"),
                             &TENURE_VALUE_OF_TEXT ("Another council"), error)
         && tenure_edit_delete (edit, TENURE_RECORD_FUNDER, sample->funder, error);
}

static gboolean
try_edit (Fixture *fixture, GError **error)
{
  return tenure_document_edit (fixture->base.document, "Change", change, &fixture->sample, error);
}

/* Goes on when a name cannot be read: what comes after must not be written on its own. */
static gboolean
change_carelessly (TenureEdit *edit, gpointer data, GError **error)
{
  const StoreSample *sample = data;
  g_autofree char *title = NULL;

  if (!tenure_edit_set (edit, TENURE_RECORD_AGREEMENT, sample->agreement, store_field (AGREEMENT, "title"),
                        &TENURE_VALUE_OF_TEXT ("Changed"), error))
    return FALSE;
  title = tenure_reader_dup_title (tenure_edit_get_reader (edit), TENURE_RECORD_IDENTIFIER, sample->identifier);
  return tenure_edit_set_setting (edit, "word.careless", title != NULL ? "read" : "not read", error);
}

static gboolean
try_careless_edit (Fixture *fixture, GError **error)
{
  return tenure_document_edit (fixture->base.document, "Change", change_carelessly, &fixture->sample, error);
}

static gboolean
delete (TenureEdit *edit, gpointer data, GError **error)
{
  const StoreSample *sample = data;

  return tenure_edit_delete (edit, TENURE_RECORD_AGREEMENT, sample->agreement, error);
}

static gboolean
try_delete (Fixture *fixture, GError **error)
{
  return tenure_document_edit (fixture->base.document, "Delete", delete, &fixture->sample, error);
}

static gboolean
try_undo (Fixture *fixture, GError **error)
{
  return tenure_document_undo (fixture->base.document, NULL, error);
}

static gboolean
try_save (Fixture *fixture, GError **error)
{
  return tenure_document_save (fixture->base.document, NULL, error);
}

static char *
dup_found (Fixture *fixture, const char *words)
{
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_AGREEMENT);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;

  tenure_query_set_search (query, words);
  ids = tenure_query_run (query, tenure_document_get_reader (fixture->base.document), &error);
  g_assert_no_error (error);
  return dup_ids (ids);
}

/* Rows and what the search finds, as one text. */
static char *
dup_state (Fixture *fixture)
{
  static const char *const words[] = { "home", "saved", "changed", "council", "another", "north", "befriending" };
  g_autoptr (GString) state = g_string_new (NULL);
  g_autofree char *rows = store_dump (tenure_document_get_reader (fixture->base.document));
  g_autofree char *setting = NULL;

  g_string_append (state, rows);
  setting = tenure_reader_dup_setting (tenure_document_get_reader (fixture->base.document), "word.careless");
  g_string_append_printf (state, "%s\n", setting != NULL ? setting : "");
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *found = dup_found (fixture, words[i]);

      g_string_append_printf (state, "%s: %s\n", words[i], found);
    }
  return g_strdup (state->str);
}

/* The working copy can still be changed and saved, and what was saved read. */
static void
check_whole (Fixture *fixture)
{
  g_autoptr (GFile) file = store_fixture_file (&fixture->base, "after.tenure");
  g_autofree char *here = NULL, *there = NULL;
  g_autoptr (GError) error = NULL;
  TenureDocument *again;

  store_set (fixture->base.document, TENURE_RECORD_ORGANISATION, fixture->sample.provider, "place", "Works on");
  g_assert_true (tenure_document_save_as (fixture->base.document, file, NULL, &error));
  g_assert_no_error (error);
  again = tenure_document_open (file, TENURE_OPEN_DEFAULT, fixture->base.folder, NULL, &error);
  g_assert_no_error (error);
  here = store_dump (tenure_document_get_reader (fixture->base.document));
  there = store_dump (tenure_document_get_reader (again));
  g_assert_cmpstr (here, ==, there);
  store_close (again);
}

/* What a change makes of the document when nothing fails. */
static char *
dup_state_after (Attempt attempt)
{
  Fixture fixture = { 0 };
  g_autoptr (GError) error = NULL;
  char *state;

  set_up (&fixture);
  g_assert_true (attempt (&fixture, &error));
  g_assert_no_error (error);
  state = dup_state (&fixture);
  tear_down (&fixture);
  return state;
}

/* Ids differ from one document to the next. */
static guint
count_lines (const char *state)
{
  guint n = 0;

  for (const char *c = state; *c != '\0'; c++)
    n += *c == '\n';
  return n;
}

/* Returns whether the attempt went through. *@out_struck: whether there were so many reads at all. */
static gboolean
run_attempt (Fixture *fixture, Attempt attempt, int n, gboolean lasting, guint lines_after, gboolean *out_struck)
{
  g_autofree char *before = dup_state (fixture), *after = NULL;
  g_autoptr (GError) error = NULL;
  gboolean ok;

  forget_pages (fixture);
  fault_arm (FAULT_READ, n, SQLITE_IOERR_READ, lasting);
  ok = attempt (fixture, &error);
  *out_struck = fault_disarm () > 0 || !ok;
  after = dup_state (fixture);
  g_test_message ("read %d%s: %s", n, lasting ? " and all after it" : "", ok ? "done" : error->message);
  if (ok)
    g_assert_cmpuint (count_lines (after), ==, lines_after);
  else
    {
      assert_sentence (error);
      g_assert_cmpstr (before, ==, after);
    }
  return ok;
}

/* What failed left the document as it was, so the next may fail on it too; what went through ends it. */
static void
run_attempts (Attempt attempt, gboolean lasting, guint lines_after)
{
  Fixture fixture = { 0 };
  gboolean struck = TRUE, fresh = FALSE;
  int n;

  for (n = 0; struck; n++)
    {
      if (!fresh)
        set_up (&fixture);
      fresh = !run_attempt (&fixture, attempt, n, lasting, lines_after, &struck);
      if (fresh)
        continue;
      check_whole (&fixture);
      tear_down (&fixture);
    }
  /* There was something to strike. */
  g_assert_cmpint (n, >, 3);
}

static const struct
{
  const char *name;
  Attempt attempt;
} attempts[] = {
  { "open", try_open }, { "edit", try_edit }, { "careless-edit", try_careless_edit }, { "delete", try_delete }, { "undo", try_undo }, { "save", try_save },
};

static void
test_attempt (gconstpointer data)
{
  Attempt attempt = attempts[GPOINTER_TO_UINT (data)].attempt;
  g_autofree char *after = dup_state_after (attempt);

  run_attempts (attempt, FALSE, count_lines (after));
  run_attempts (attempt, TRUE, count_lines (after));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fault_install ();
  for (gsize i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_autofree char *path = g_strconcat ("/store/read-faults/", readings[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_reading);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_autofree char *path = g_strconcat ("/store/read-faults/", attempts[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_attempt);
    }
  return g_test_run ();
}
