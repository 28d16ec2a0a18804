/* What changed between two points of the history, and which steps are asked for. */

#include "store-model.h"

#include "base/error.h"
#include "store/document-private.h"
#include "store/history-compare.h"

#define ADD(name, func) \
  g_test_add ("/store/history-compare/" name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

/* --- Against the slow way: all records of both states, side by side ------------------------------------------- */

typedef struct
{
  gint64 seq;
  GPtrArray *records; /* TenureRecord: every record there was */
} State;

static void
state_free (gpointer data)
{
  State *state = data;

  g_ptr_array_unref (state->records);
  g_free (state);
}

static gint64
newest_step (TenureReader *reader)
{
  g_autoptr (GPtrArray) entries = tenure_history_list (reader, 1, NULL);

  return entries->len > 0 ? ((TenureHistoryEntry *) entries->pdata[0])->seq : 0;
}

static State *
state_new (TenureReader *reader)
{
  State *state = g_new (State, 1);

  state->seq = newest_step (reader);
  state->records = g_ptr_array_new_with_free_func ((GDestroyNotify) tenure_record_free);
  for (TenureRecordType type = 0; type < TENURE_N_RECORDS; type++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TenureCursor) cursor = tenure_reader_select (reader, type, NULL, 0, &error);
      const TenureValue *values;
      TenureId id;

      while (tenure_cursor_next (cursor, &id, &values, &error))
        {
          TenureRecord *record = tenure_record_new (type);

          record->id = id;
          for (guint i = 0; i < record->n_fields; i++)
            tenure_record_set (record, i, &values[i]);
          g_ptr_array_add (state->records, record);
        }
      g_assert_no_error (error);
    }
  return state;
}

static const TenureRecord *
find (const State *state, TenureRecordType type, TenureId id)
{
  for (guint i = 0; i < state->records->len; i++)
    {
      const TenureRecord *record = state->records->pdata[i];

      if (record->type == type && record->id == id)
        return record;
    }
  return NULL;
}

static guint
count_fields (const TenureRecord *before, const TenureRecord *after)
{
  guint n = 0;

  for (guint i = 0; i < before->n_fields; i++)
    n += !tenure_record_field_equal (before, after, i);
  return n;
}

static guint
count_differences (const State *from, const State *to)
{
  guint n = 0;

  for (guint i = 0; i < from->records->len; i++)
    {
      const TenureRecord *before = from->records->pdata[i];
      const TenureRecord *after = find (to, before->type, before->id);

      n += after == NULL || count_fields (before, after) > 0;
    }
  for (guint i = 0; i < to->records->len; i++)
    {
      const TenureRecord *after = to->records->pdata[i];

      n += find (from, after->type, after->id) == NULL;
    }
  return n;
}

static void
check_difference (const TenureRecordDifference *difference, const State *from, const State *to)
{
  const TenureRecord *before = find (from, difference->type, difference->id);
  const TenureRecord *after = find (to, difference->type, difference->id);

  g_assert_cmpint (difference->kind,
                   ==,
                   before == NULL  ? TENURE_DIFFERENCE_ADDED
                   : after == NULL ? TENURE_DIFFERENCE_DELETED
                                   : TENURE_DIFFERENCE_CHANGED);
  if (before != NULL && after != NULL)
    g_assert_cmpuint (difference->fields->len, ==, count_fields (before, after));
  for (guint i = 0; i < difference->fields->len; i++)
    {
      const TenureFieldDifference *field = &g_array_index (difference->fields, TenureFieldDifference, i);
      TenureValue nothing = TENURE_VALUE_NULL_INIT;

      g_assert_true (tenure_value_equal (&field->before, before != NULL ? tenure_record_get (before, field->field) : &nothing));
      g_assert_true (tenure_value_equal (&field->after, after != NULL ? tenure_record_get (after, field->field) : &nothing));
      g_assert_cmpint (field->before_label != NULL, ==, field->before.kind != TENURE_VALUE_NULL);
      g_assert_cmpint (field->after_label != NULL, ==, field->after.kind != TENURE_VALUE_NULL);
    }
}

static void
check_pair (TenureReader *reader, const State *from, const State *to)
{
  TenureHistoryFilter filter = TENURE_HISTORY_FILTER_INIT;
  g_autoptr (TenureHistoryComparison) comparison = NULL;
  g_autoptr (TenureHistoryComparison) part = NULL;
  g_autoptr (GError) error = NULL;
  guint counted = 0;

  filter.after = from->seq;
  filter.until = to->seq;
  g_test_message ("after step %d up to step %d", (int) filter.after, (int) filter.until);
  comparison = tenure_history_compare (reader, &filter, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (comparison->n_records, ==, count_differences (from, to));
  g_assert_cmpuint (comparison->records->len, ==, comparison->n_records);
  for (guint i = 0; i < comparison->records->len; i++)
    check_difference (comparison->records->pdata[i], from, to);
  for (guint type = 0; type < TENURE_N_RECORDS; type++)
    counted += comparison->counts[type].inserted + comparison->counts[type].updated + comparison->counts[type].deleted;
  g_assert_cmpuint (counted, ==, comparison->n_records);
  part = tenure_history_compare (reader, &filter, 2, 3, &error);
  g_assert_cmpuint (part->n_records, ==, comparison->n_records);
  for (guint i = 0; i < part->records->len; i++)
    g_assert_cmpint (((TenureRecordDifference *) part->records->pdata[i])->id,
                     ==,
                     ((TenureRecordDifference *) comparison->records->pdata[i + 2])->id);
}

static void
test_random_edits (StoreFixture *fixture, gconstpointer data)
{
  TenureReader *reader = tenure_document_get_reader (fixture->document);
  guint seed = g_test_rand_int_range (1, G_MAXINT32);
  g_autoptr (StoreModel) model = store_model_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (state_free);

  g_test_message ("seed %u", seed);
  g_ptr_array_add (states, state_new (reader));
  for (guint i = 0; i < 80; i++)
    {
      store_model_edit (model, fixture->document, rand);
      g_ptr_array_add (states, state_new (reader));
    }
  check_pair (reader, states->pdata[0], states->pdata[states->len - 1]);
  for (guint i = 0; i < 60; i++)
    {
      int from = g_rand_int_range (rand, 0, (gint32) states->len - 1);
      int to = g_rand_int_range (rand, from + 1, (gint32) states->len);
      const State *first = states->pdata[from], *second = states->pdata[to];

      if (first->seq < second->seq)
        check_pair (reader, first, second);
    }
}

/* --- By hand -------------------------------------------------------------------------------------------------- */

static TenureHistoryComparison *
compare_since (StoreFixture *fixture, gint64 after)
{
  TenureHistoryFilter filter = TENURE_HISTORY_FILTER_INIT;
  g_autoptr (GError) error = NULL;
  TenureHistoryComparison *comparison;

  filter.after = after;
  comparison = tenure_history_compare (tenure_document_get_reader (fixture->document), &filter, 0, 0, &error);
  g_assert_no_error (error);
  return comparison;
}

/* Changed and changed back is no change; the first and the last value of the others count, not what lay between. */
static void
test_put_together (StoreFixture *fixture, gconstpointer data)
{
  StoreSample sample = store_make_sample (fixture->document);
  g_autoptr (TenureHistoryComparison) comparison = NULL;
  const TenureRecordDifference *difference;
  const TenureFieldDifference *field;
  TenureId passing;

  store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "end", "2028-03-31");
  store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "end", "2029-03-31");
  store_set (fixture->document, TENURE_RECORD_ORGANISATION, sample.council, "name", "Somebody else");
  store_set (fixture->document, TENURE_RECORD_ORGANISATION, sample.council, "name", "North Ridge Council");
  passing = store_insert (fixture->document, store_record (TENURE_RECORD_PERSON, "name", "Passing", NULL));
  g_assert_true (store_delete (fixture->document, TENURE_RECORD_PERSON, passing, NULL));
  comparison = compare_since (fixture, 1);
  g_assert_cmpuint (comparison->n_records, ==, 1);
  difference = comparison->records->pdata[0];
  g_assert_cmpint (difference->kind, ==, TENURE_DIFFERENCE_CHANGED);
  g_assert_cmpstr (difference->title, ==, "Home from hospital");
  g_assert_cmpstr (difference->detail, ==, "Ynys Môn Carers, from 1 Apr 2026");
  g_assert_cmpint (difference->parent_type, ==, TENURE_RECORD_NONE);
  g_assert_cmpint (difference->seq, ==, 3);
  g_assert_cmpuint (difference->fields->len, ==, 1);
  field = &g_array_index (difference->fields, TenureFieldDifference, 0);
  g_assert_cmpstr (field->before_label, ==, "31 Mar 2027");
  g_assert_cmpstr (field->after_label, ==, "31 Mar 2029");
}

/* What is gone keeps its name, and those that mention it say it; a child says whose it was. */
static void
test_names_of_what_is_gone (StoreFixture *fixture, gconstpointer data)
{
  StoreSample sample = store_make_sample (fixture->document);
  TenureId other = store_insert (fixture->document, store_record (TENURE_RECORD_ORGANISATION, "name", "Other Voices", NULL));
  g_autofree char *other_id = g_strdup_printf ("%" G_GINT64_FORMAT, other);
  g_autofree char *provider_id = g_strdup_printf ("%" G_GINT64_FORMAT, sample.provider);
  g_autoptr (TenureHistoryComparison) step = NULL;
  g_autoptr (TenureHistoryComparison) deletion = NULL;
  g_autoptr (GError) error = NULL;
  TenureHistoryFilter filter = TENURE_HISTORY_FILTER_INIT;
  gboolean funder = FALSE;

  store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "provider", other_id);
  store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "provider", provider_id);
  g_assert_true (store_delete (fixture->document, TENURE_RECORD_ORGANISATION, other, &error));
  g_assert_true (store_delete (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, &error));
  step = tenure_history_compare_step (tenure_document_get_reader (fixture->document), 3, &filter, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (step->n_records, ==, 1);
  g_assert_cmpstr (((TenureRecordDifference *) step->records->pdata[0])->title, ==, "Home from hospital");
  g_assert_cmpstr (g_array_index (((TenureRecordDifference *) step->records->pdata[0])->fields, TenureFieldDifference, 0).after_label,
                   ==,
                   "Other Voices");
  deletion = tenure_history_compare_step (tenure_document_get_reader (fixture->document), 6, &filter, 0, 0, &error);
  for (guint i = 0; i < deletion->records->len; i++)
    {
      const TenureRecordDifference *difference = deletion->records->pdata[i];

      g_assert_cmpint (difference->kind, ==, TENURE_DIFFERENCE_DELETED);
      if (difference->type != TENURE_RECORD_FUNDER)
        continue;
      funder = TRUE;
      g_assert_cmpstr (difference->title, ==, "North Ridge Council");
      g_assert_cmpint (difference->parent_type, ==, TENURE_RECORD_AGREEMENT);
      g_assert_cmpstr (difference->parent_title, ==, "Home from hospital");
    }
  g_assert_true (funder);
}

/* An undone step can be looked into; one that is no longer kept says so; a damaged one is named. */
static void
test_steps_that_do_not_stand (StoreFixture *fixture, gconstpointer data)
{
  TenureReader *reader = tenure_document_get_reader (fixture->document);
  StoreSample sample = store_make_sample (fixture->document);
  TenureHistoryFilter filter = TENURE_HISTORY_FILTER_INIT;
  g_autoptr (TenureHistoryComparison) undone = NULL;
  g_autoptr (GError) error = NULL;

  store_insert (fixture->document, store_record (TENURE_RECORD_PERSON, "name", "Ada", NULL));
  g_assert_true (tenure_document_undo (fixture->document, NULL, &error));
  undone = tenure_history_compare_step (reader, 2, &filter, 0, 0, &error);
  g_assert_cmpuint (undone->n_records, ==, 1);
  g_assert_cmpstr (((TenureRecordDifference *) undone->records->pdata[0])->title, ==, "Ada");
  store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "end", "2028-03-31");
  g_assert_null (tenure_history_compare_step (reader, 2, &filter, 0, 0, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  sqlite3_exec (fixture->document->writer->db, "UPDATE history SET changes = x'5407' WHERE seq = 3", NULL, NULL, NULL);
  g_assert_null (tenure_history_compare (reader, &filter, 0, 0, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, "3"));
}

/* --- Filters -------------------------------------------------------------------------------------------------- */

static char *
find_steps (StoreFixture *fixture, const TenureHistoryFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries
      = tenure_history_find (tenure_document_get_reader (fixture->document), filter, 0, &error);
  GString *steps = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (steps, "%d ", (int) ((TenureHistoryEntry *) entries->pdata[i])->seq);
  return g_string_free (steps, FALSE);
}

static void
test_filters (StoreFixture *fixture, gconstpointer data)
{
  StoreSample sample = store_make_sample (fixture->document);                                                     /* 1 */
  TenureId gone = store_insert (fixture->document, store_record (TENURE_RECORD_PERSON, "name", "Ada Bell", NULL)); /* 2 */
  const struct
  {
    const char *what;
    TenureHistoryFilter filter;
    const char *steps;
  } cases[] = {
    { "all", TENURE_HISTORY_FILTER_INIT, "6 5 4 3 2 1 " },
    { "a stretch", { .after = 2, .until = 4, .type = TENURE_RECORD_NONE, .record_type = TENURE_RECORD_NONE }, "4 3 " },
    { "a person", { .author = "Rhian Price", .type = TENURE_RECORD_NONE, .record_type = TENURE_RECORD_NONE }, "5 4 " },
    { "nobody", { .author = "Nobody", .type = TENURE_RECORD_NONE, .record_type = TENURE_RECORD_NONE }, "" },
    { "a type with its children", { .type = TENURE_RECORD_AGREEMENT, .record_type = TENURE_RECORD_NONE }, "5 3 1 " },
    { "a child type", { .type = TENURE_RECORD_FUNDER, .record_type = TENURE_RECORD_NONE }, "5 1 " },
    { "a record with its children",
      { .type = TENURE_RECORD_NONE, .record_type = TENURE_RECORD_AGREEMENT, .record = sample.agreement },
      "5 3 1 " },
    { "a record that is gone", { .type = TENURE_RECORD_NONE, .record_type = TENURE_RECORD_PERSON, .record = gone }, "6 2 " },
    { "words", { .type = TENURE_RECORD_NONE, .record_type = TENURE_RECORD_NONE, .words = "HOME from" }, "5 3 1 " },
    { "words of what is gone", { .type = TENURE_RECORD_NONE, .record_type = TENURE_RECORD_NONE, .words = "bell" }, "6 2 " },
    { "words nobody has", { .type = TENURE_RECORD_NONE, .record_type = TENURE_RECORD_NONE, .words = "xyz" }, "" },
  };

  store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "end", "2028-03-31"); /* 3 */
  tenure_document_set_author (fixture->document, "Rhian Price");
  store_set (fixture->document, TENURE_RECORD_ORGANISATION, sample.council, "name", "North Ridge"); /* 4 */
  store_set (fixture->document, TENURE_RECORD_FUNDER, sample.funder, "share", "5000");              /* 5 */
  tenure_document_set_author (fixture->document, NULL);
  g_assert_true (store_delete (fixture->document, TENURE_RECORD_PERSON, gone, NULL)); /* 6 */
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *steps = find_steps (fixture, &cases[i].filter);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (steps, ==, cases[i].steps);
    }
}

/* A person's records, with all that happened to them. */
static void
test_compare_by_author (StoreFixture *fixture, gconstpointer data)
{
  StoreSample sample = store_make_sample (fixture->document);
  TenureHistoryFilter filter = TENURE_HISTORY_FILTER_INIT;
  g_autoptr (TenureHistoryComparison) comparison = NULL;
  g_autoptr (GError) error = NULL;
  const TenureRecordDifference *difference;

  tenure_document_set_author (fixture->document, "Rhian Price");
  store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "end", "2028-03-31");
  tenure_document_set_author (fixture->document, NULL);
  store_set (fixture->document, TENURE_RECORD_AGREEMENT, sample.agreement, "end", "2029-03-31");
  store_set (fixture->document, TENURE_RECORD_ORGANISATION, sample.council, "name", "Not hers");
  filter.after = 1;
  filter.author = "Rhian Price";
  comparison = tenure_history_compare (tenure_document_get_reader (fixture->document), &filter, 0, 0, &error);
  g_assert_cmpuint (comparison->n_records, ==, 1);
  difference = comparison->records->pdata[0];
  g_assert_cmpstr (g_array_index (difference->fields, TenureFieldDifference, 0).after_label, ==, "31 Mar 2029");
}

static void
test_find_step (StoreFixture *fixture, gconstpointer data)
{
  TenureReader *reader = tenure_document_get_reader (fixture->document);
  static const struct
  {
    const char *moment;
    gint64 seq;
  } cases[] = {
    { "2026-10-01T00:00:00Z", 0 }, { "2026-10-01T09:00:00Z", 0 }, { "2026-10-01T09:00:01Z", 1 },
    { "2026-10-02T00:00:00Z", 1 }, { "2026-10-03T00:00:00Z", 2 }, { "2030-01-01T00:00:00Z", 2 },
  };
  g_autoptr (GError) error = NULL;

  tenure_history_set_time (1790845200); /* 2026-10-01T09:00:00Z */
  store_make_sample (fixture->document);
  tenure_history_set_time (1790845200 + 86400);
  store_insert (fixture->document, store_record (TENURE_RECORD_PERSON, "name", "Ada", NULL));
  store_insert (fixture->document, store_record (TENURE_RECORD_PERSON, "name", "Undone", NULL));
  tenure_history_set_time (0);
  g_assert_true (tenure_document_undo (fixture->document, NULL, &error));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 seq = -1;

      g_test_message ("%s", cases[i].moment);
      g_assert_true (tenure_history_find_step (reader, cases[i].moment, &seq, &error));
      g_assert_cmpint (seq, ==, cases[i].seq);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("random-edits", test_random_edits);
  ADD ("put-together", test_put_together);
  ADD ("names-of-what-is-gone", test_names_of_what_is_gone);
  ADD ("steps-that-do-not-stand", test_steps_that_do_not_stand);
  ADD ("filters", test_filters);
  ADD ("compare-by-author", test_compare_by_author);
  ADD ("find-step", test_find_step);
  return g_test_run ();
}
