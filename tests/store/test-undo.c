#include "store-model.h"

#include "base/error.h"

#include <string.h>

#define ADD(name, func) g_test_add ("/store/undo/" name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

typedef enum
{
  SET,
  UNDO,
  REDO,
  END,
} Verb;

/* Scripts: what is done, and the title and labels expected after it. */
typedef struct
{
  Verb verb;
  const char *text;
  const char *title, *undo, *redo;
} Command;

static const Command straight[] = {
  { SET, "B", "B", "Set", NULL },           { SET, "C", "C", "Set", NULL },
  { UNDO, NULL, "B", "Set", "Set" },        { UNDO, NULL, "A", "Insert", "Set" },
  { REDO, NULL, "B", "Set", "Set" },        { REDO, NULL, "C", "Set", NULL },
  { UNDO, NULL, "B", "Set", "Set" },        { UNDO, NULL, "A", "Insert", "Set" },
  { UNDO, NULL, NULL, NULL, "Insert" },     { REDO, NULL, "A", "Insert", "Set" },
  { END },
};

/* A new edit after an undo ends what could have been redone. */
static const Command branching[] = {
  { SET, "B", "B", "Set", NULL },    { SET, "C", "C", "Set", NULL },    { UNDO, NULL, "B", "Set", "Set" },
  { SET, "D", "D", "Set", NULL },    { UNDO, NULL, "B", "Set", "Set" }, { REDO, NULL, "D", "Set", NULL },
  { UNDO, NULL, "B", "Set", "Set" }, { UNDO, NULL, "A", "Insert", "Set" },
  { SET, "E", "E", "Set", NULL },    { UNDO, NULL, "A", "Insert", "Set" }, { END },
};

static void
run_script (StoreFixture *fixture, gconstpointer data)
{
  TenureReader *reader = tenure_document_get_reader (fixture->document);
  TenureId id = store_insert (fixture->document, store_record (TENURE_RECORD_AGREEMENT, "title", "A", NULL));

  for (const Command *command = data; command->verb != END; command++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *title = NULL;

      g_test_message ("command %d", (int) (command - (const Command *) data));
      if (command->verb == SET)
        store_set (fixture->document, TENURE_RECORD_AGREEMENT, id, "title", command->text);
      else if (command->verb == UNDO)
        g_assert_true (tenure_document_undo (fixture->document, NULL, &error));
      else
        g_assert_true (tenure_document_redo (fixture->document, NULL, &error));
      g_assert_no_error (error);
      title = tenure_reader_dup_title (reader, TENURE_RECORD_AGREEMENT, id);
      g_assert_cmpstr (title, ==, command->title);
      g_assert_cmpstr (tenure_document_get_undo_label (fixture->document), ==, command->undo);
      g_assert_cmpstr (tenure_document_get_redo_label (fixture->document), ==, command->redo);
    }
}

static void
test_nothing_to_do (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (tenure_document_undo (fixture->document, NULL, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (tenure_document_redo (fixture->document, NULL, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND);
}

static void
append_children (GString *text, TenureReader *reader, TenureRecordType type, TenureId parent, const char *field)
{
  g_autoptr (GPtrArray) children = tenure_reader_load_children (reader, type, parent, NULL);

  for (guint i = 0; i < children->len; i++)
    g_string_append_printf (text, "%s ", tenure_record_get_text_by_name (children->pdata[i], field));
}

static void
append_organisation (GString *text, TenureReader *reader, TenureId id)
{
  append_children (text, reader, TENURE_RECORD_IDENTIFIER, id, "scheme");
  append_children (text, reader, TENURE_RECORD_IDENTIFIER, id, "value");
  append_children (text, reader, TENURE_RECORD_FORMER_NAME, id, "name");
}

static void
append_name (GString *text, TenureReader *reader, TenureId organisation)
{
  g_autoptr (TenureRecord) record = tenure_reader_load (reader, TENURE_RECORD_ORGANISATION, organisation, NULL);

  if (record != NULL)
    g_string_append_printf (text, "%s ", tenure_record_get_text_by_name (record, "name"));
}

/* All that an agreement is found by beside its own fields. */
static void
append_parties (GString *text, TenureReader *reader, const TenureRecord *agreement)
{
  TenureId provider = tenure_record_get_reference (agreement, store_field (AGREEMENT, "provider"));
  g_autoptr (GPtrArray) funders = tenure_reader_load_children (reader, TENURE_RECORD_FUNDER, agreement->id, NULL);

  append_name (text, reader, provider);
  append_organisation (text, reader, provider);
  for (guint i = 0; i < funders->len; i++)
    append_name (text, reader, tenure_record_get_reference (funders->pdata[i], store_field (FUNDER, "organisation")));
}

static gboolean
is_found_by (TenureReader *reader, const TenureRecord *record, const char *word)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint f = 0; f < record->n_fields; f++)
    if ((tenure_record_def (record->type)->fields[f].flags & TENURE_FIELD_SEARCHED) && tenure_record_is_known (record, f))
      g_string_append_printf (text, "%s ", tenure_record_get_text (record, f));
  if (record->type == TENURE_RECORD_ORGANISATION)
    append_organisation (text, reader, record->id);
  else
    append_parties (text, reader, record);
  return g_str_match_string (word, text->str, TRUE);
}

/* The search index built up by all these changes must be what it would be if it were built now. */
static void
check_search_of (TenureDocument *document, TenureRecordType type)
{
  static const char *const words[] = { "ynys", "mon", "garden", "oneil", "neil", "ecole", "home", "help", "x", "中文" };
  TenureReader *reader = tenure_document_get_reader (document);

  for (gsize w = 0; w < G_N_ELEMENTS (words); w++)
    {
      g_autoptr (TenureQuery) query = tenure_query_new (type);
      g_autoptr (TenureQuery) all = tenure_query_new (type);
      g_autoptr (GArray) found = NULL;
      g_autoptr (GArray) ids = tenure_query_run (all, reader, NULL);
      g_autoptr (GPtrArray) records = NULL;
      guint expected = 0;

      tenure_query_set_search (query, words[w]);
      found = tenure_query_run (query, reader, NULL);
      records = tenure_reader_load_many (reader, type, (const TenureId *) ids->data, ids->len, NULL);
      for (guint i = 0; i < records->len; i++)
        expected += is_found_by (reader, records->pdata[i], words[w]) ? 1 : 0;
      g_test_message ("search for %s", words[w]);
      g_assert_cmpuint (found->len, ==, expected);
    }
}

static void
check_search (TenureDocument *document)
{
  check_search_of (document, TENURE_RECORD_ORGANISATION);
  check_search_of (document, TENURE_RECORD_AGREEMENT);
}

static void
test_random_edits (StoreFixture *fixture, gconstpointer data)
{
  TenureReader *reader = tenure_document_get_reader (fixture->document);
  guint seed = g_test_rand_int_range (1, G_MAXINT32);
  g_autoptr (StoreModel) model = store_model_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_test_message ("seed %u", seed);
  g_ptr_array_add (states, store_dump (reader));
  for (guint i = 0; i < 150; i++)
    {
      g_autofree char *of_model = NULL, *of_document = NULL;

      store_model_edit (model, fixture->document, rand);
      of_model = store_model_dump (model);
      of_document = store_dump (reader);
      g_assert_cmpstr (of_document, ==, of_model);
      if (strcmp (of_document, states->pdata[states->len - 1]) != 0)
        g_ptr_array_add (states, g_steal_pointer (&of_document));
    }
  check_search (fixture->document);
  for (guint i = states->len - 1; i > 0; i--)
    {
      g_autofree char *state = NULL;

      g_assert_true (tenure_document_undo (fixture->document, NULL, &error));
      state = store_dump (reader);
      g_assert_cmpstr (state, ==, states->pdata[i - 1]);
      if (i == states->len / 2)
        check_search (fixture->document);
    }
  g_assert_cmpstr (states->pdata[0], ==, "");
  g_assert_false (tenure_document_is_dirty (fixture->document));
  for (guint i = 1; i < states->len; i++)
    {
      g_autofree char *state = NULL;

      g_assert_true (tenure_document_redo (fixture->document, NULL, &error));
      state = store_dump (reader);
      g_assert_cmpstr (state, ==, states->pdata[i]);
    }
  check_search (fixture->document);
}

/* Swapping two values and taking it back: uniqueness would make it fail. */
static void
test_swap (StoreFixture *fixture, gconstpointer data)
{
  StoreSample sample = store_make_sample (fixture->document);
  g_autofree char *before = store_dump (tenure_document_get_reader (fixture->document)), *after = NULL;
  g_autoptr (GError) error = NULL;

  store_set (fixture->document, TENURE_RECORD_ORGANISATION, sample.provider, "name", "North Ridge Council");
  store_set (fixture->document, TENURE_RECORD_ORGANISATION, sample.council, "name", "Ynys Môn Carers");
  for (int i = 0; i < 2; i++)
    g_assert_true (tenure_document_undo (fixture->document, NULL, &error));
  after = store_dump (tenure_document_get_reader (fixture->document));
  g_assert_cmpstr (before, ==, after);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tenure_document_undo_finish (TENURE_DOCUMENT (source), result, &error));
  g_assert_no_error (error);
  /* The news was told before the end was. */
  g_assert_false (tenure_document_is_dirty (TENURE_DOCUMENT (source)));
  *(gboolean *) data = TRUE;
}

static void
test_async (StoreFixture *fixture, gconstpointer data)
{
  gboolean done = FALSE;

  store_make_sample (fixture->document);
  g_assert_true (tenure_document_is_dirty (fixture->document));
  tenure_document_undo_async (fixture->document, NULL, undone_cb, &done);
  store_wait (&done);
  g_assert_cmpint (tenure_reader_count (tenure_document_get_reader (fixture->document), TENURE_RECORD_AGREEMENT, NULL), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/undo/straight", StoreFixture, straight, store_fixture_set_up, run_script, store_fixture_tear_down);
  g_test_add ("/store/undo/branching", StoreFixture, branching, store_fixture_set_up, run_script, store_fixture_tear_down);
  ADD ("nothing-to-do", test_nothing_to_do);
  ADD ("random-edits", test_random_edits);
  ADD ("swap", test_swap);
  ADD ("async", test_async);
  return g_test_run ();
}
