/* What is decided in a small dialog: an option is taken up, an agreement is ended early. */

#include "app/forms/next-step.h"
#include "base/error.h"
#include "store/edit.h"
#include "store/history.h"

#include <glib/gstdio.h>

#define FIELD(name) tenure_record_field_index (TENURE_RECORD_AGREEMENT, name)
#define TODAY "2026-11-21"

typedef struct
{
  char *folder;
  TenureDocument *document;
  TenureId agreement;
} Fixture;

/* Fields of an agreement and the lengths of its options, ended by NULL. */
typedef struct
{
  const char *fields[16];
  const char *options[3];
  const char *exercised; /* the day on which the first was taken up; NULL for none */
} Case;

typedef struct
{
  Fixture *fixture;
  const Case *with;
} Filling;

static TenureDay
day (const char *text)
{
  TenureDay value = TENURE_DAY_NONE;

  g_assert_true (tenure_day_parse_iso (text, &value));
  return value;
}

static gboolean
insert_option (TenureEdit *edit, TenureId agreement, const char *length, const char *exercised, GError **error)
{
  g_autoptr (TenureRecord) option = tenure_record_new (TENURE_RECORD_EXTENSION);

  tenure_record_set_reference (option, tenure_record_field_index (TENURE_RECORD_EXTENSION, "agreement"), agreement);
  tenure_record_set_text_by_name (option, "length", length);
  if (exercised != NULL)
    tenure_record_set_text_by_name (option, "exercised", exercised);
  return tenure_edit_insert (edit, option, error);
}

static void
set_field (TenureRecord *record, const char *name, const char *text)
{
  guint field = FIELD (name);

  if (tenure_field_type_is_integer (tenure_record_def (record->type)->fields[field].type))
    tenure_record_set_integer (record, field, g_ascii_strtoll (text, NULL, 10));
  else
    tenure_record_set_text (record, field, text);
}

static gboolean
fill (TenureEdit *edit, gpointer data, GError **error)
{
  const Filling *filling = data;
  g_autoptr (TenureRecord) record = tenure_record_new (TENURE_RECORD_AGREEMENT);

  tenure_record_set_text_by_name (record, "title", "Befriending");
  for (guint i = 0; filling->with->fields[i] != NULL; i += 2)
    set_field (record, filling->with->fields[i], filling->with->fields[i + 1]);
  if (!tenure_edit_insert (edit, record, error))
    return FALSE;
  filling->fixture->agreement = record->id;
  for (guint i = 0; filling->with->options[i] != NULL; i++)
    if (!insert_option (edit, record->id, filling->with->options[i], i == 0 ? filling->with->exercised : NULL, error))
      return FALSE;
  return TRUE;
}

static void
store (Fixture *fixture, const Case *with)
{
  Filling filling = { fixture, with };
  g_autoptr (GError) error = NULL;

  tenure_document_edit (fixture->document, "Fill", fill, &filling, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("tenure-next-step-XXXXXX", NULL);
  fixture->document = tenure_document_new (fixture->folder, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *working = g_build_filename (fixture->folder, "working", NULL);

  tenure_document_close (fixture->document, TRUE);
  g_object_unref (fixture->document);
  g_rmdir (working);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static TenureStep *
begin (Fixture *fixture, TenureStepKind kind, const Case *with)
{
  g_autoptr (GError) error = NULL;
  TenureStep *step;

  store (fixture, with);
  step = tenure_step_new (tenure_document_get_reader (fixture->document), kind, fixture->agreement, day (TODAY), &error);
  g_assert_no_error (error);
  return step;
}

static const Case year = {
  .fields = { "start", "2026-04-01", "end", "2027-03-31", "value", "2000000", "value_basis", "total", "currency", "GBP" },
  .options = { "P12M" },
};

static void
answer (TenureStep *step, TenureDraft *draft, guint field, const char *text)
{
  tenure_draft_set_text (draft, field, text);
  tenure_step_follow (step);
}

static char *
dup_words (GPtrArray *lines, const char *label)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const TenureStepLine *line = lines->pdata[i];

      if (g_str_equal (line->label, label))
        return g_strdup (line->words);
    }
  return NULL;
}

#define assert_line(lines, label, wanted) \
  G_STMT_START \
  { \
    g_autofree char *words_ = dup_words (lines, label); \
    g_assert_cmpstr (words_, ==, wanted); \
  } \
  G_STMT_END

static TenureFormRow *
row_of (const TenureStep *step, TenureDraft *draft, guint field)
{
  TenureFormRow *row = tenure_form_row (draft, field);

  tenure_step_amend (step, draft, row);
  return row;
}

/* --- The new total --------------------------------------------------------------------------------------------- */

static const struct
{
  const char *name;
  Case with;
  TenureStepTotal total;
  const char *end;   /* as proposed */
  gint64 value;      /* as proposed; -1 for none */
} totals[] = {
  { "a year and a year more", { { "start", "2026-04-01", "end", "2027-03-31", "value", "2000000", "value_basis", "total",
    "currency", "GBP" }, { "P12M" } }, TENURE_STEP_TOTAL_ASKED, "2028-03-31", 4000000 },
  { "three years and half a year more", { { "start", "2024-04-01", "end", "2027-03-31", "value", "9000000", "value_basis",
    "total", "currency", "GBP" }, { "P6M" } }, TENURE_STEP_TOTAL_ASKED, "2027-09-30", 10500000 },
  { "three months and three more at the same rate", { { "start", "2026-10-01", "end", "2026-12-31", "value", "3000000",
    "value_basis", "total", "currency", "GBP" }, { "P3M" } }, TENURE_STEP_TOTAL_ASKED, "2027-03-31", 6000000 },
  { "a stated yearly value counts", { { "start", "2025-04-01", "end", "2027-03-31", "value", "4500000", "annual_value",
    "2000000", "currency", "GBP" }, { "P12M" } }, TENURE_STEP_TOTAL_ASKED, "2028-03-31", 6500000 },
  { "as much as the stated yearly value, over two years", { { "start", "2025-04-01", "end", "2027-03-31", "value", "2000000",
    "annual_value", "2000000", "currency", "GBP" }, { "P12M" } }, TENURE_STEP_TOTAL_NO_BASIS, "2028-03-31", -1 },
  { "as much as the stated yearly value, over a year", { { "start", "2026-04-01", "end", "2027-03-31", "value", "2000000",
    "annual_value", "2000000", "currency", "GBP" }, { "P12M" } }, TENURE_STEP_TOTAL_ASKED, "2028-03-31", 4000000 },
  { "half to even", { { "start", "2026-04-01", "end", "2027-03-31", "value", "6", "value_basis", "total", "currency", "GBP" },
    { "P3M" } }, TENURE_STEP_TOTAL_ASKED, "2027-06-30", 8 },
  { "each year: the total follows", { { "start", "2025-04-01", "end", "2027-03-31", "value", "2000000", "value_basis",
    "annual", "currency", "GBP" }, { "P12M" } }, TENURE_STEP_TOTAL_FOLLOWS, "2028-03-31", -1 },
  { "one year without a basis: both readings agree", { { "start", "2026-04-01", "end", "2027-03-31", "value", "2000000",
    "currency", "GBP" }, { "P12M" } }, TENURE_STEP_TOTAL_ASKED, "2028-03-31", 4000000 },
  { "two years without a basis", { { "start", "2025-04-01", "end", "2027-03-31", "value", "2000000", "currency", "GBP" },
    { "P12M" } }, TENURE_STEP_TOTAL_NO_BASIS, "2028-03-31", -1 },
  { "no value", { { "start", "2026-04-01", "end", "2027-03-31" }, { "P12M" } }, TENURE_STEP_TOTAL_NO_VALUE, "2028-03-31", -1 },
  { "no start: a total and no rate", { { "end", "2027-03-31", "value", "2000000", "value_basis", "total", "currency", "GBP" },
    { "P12M" } }, TENURE_STEP_TOTAL_ASKED, "2028-03-31", -1 },
  { "after an option that was taken up before", { { "start", "2025-04-01", "end", "2026-03-31", "value", "4000000",
    "value_basis", "total", "currency", "GBP" }, { "P12M", "P6M" }, "2026-01-05" }, TENURE_STEP_TOTAL_ASKED, "2027-09-30",
    5000000 },
};

static void
test_total (Fixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (totals); i++)
    {
      g_autoptr (TenureStep) step = begin (fixture, TENURE_STEP_TAKE_UP_OPTION, &totals[i].with);
      gint64 value = -1;

      g_test_message ("%s", totals[i].name);
      tenure_record_get_integer (step->longer->record, FIELD ("value"), &value);
      g_assert_cmpint (step->total, ==, totals[i].total);
      g_assert_cmpstr (tenure_record_get_text_by_name (step->longer->record, "end"), ==, totals[i].end);
      g_assert_cmpint (value, ==, totals[i].value);
    }
}

/* The yearly value stays what it was; the option keeps its length; one step with a name of its own. */
static void
test_take_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TenureStep) step = begin (fixture, TENURE_STEP_TAKE_UP_OPTION, &year);
  g_autoptr (GPtrArray) effects = tenure_step_effects (step);
  g_autoptr (TenureFormRow) end = row_of (step, step->longer, FIELD ("end"));
  g_autoptr (TenureFormRow) total = row_of (step, step->longer, FIELD ("value"));
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureRecord) stored = NULL;

  assert_line (effects, "Committed end", "31 Mar 2027 → 31 Mar 2028");
  assert_line (effects, "Term", "12 months → 24 months");
  assert_line (effects, "Value of the term as agreed", "£20,000 → £40,000");
  assert_line (effects, "Yearly value", "£20,000, as before");
  assert_line (effects, "Secured until", "cannot be told, as before");
  g_assert_cmpstr (end->remark, ==, "12 months after the present end, 31 Mar 2027.");
  g_assert_cmpstr (total->remark, ==, "Worked out: £20,000, and £20,000 for 12 months more at the same rate.");
  g_assert_cmpstr (tenure_record_get_text_by_name (step->option->record, "exercised"), ==, TODAY);
  g_assert_true (tenure_step_is_valid (step));
  tenure_step_save (step, fixture->document, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tenure_document_get_undo_label (fixture->document), ==, "Take up an option of “Befriending”");
  stored = tenure_reader_load (tenure_document_get_reader (fixture->document), TENURE_RECORD_EXTENSION,
                               step->option->record->id, &error);
  g_assert_cmpstr (tenure_record_get_text_by_name (stored, "length"), ==, "P12M");
}

/* Another end than the option gave: the option's length and the proposed total follow, a total that was typed does not. */
static void
test_another_end (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TenureStep) step = begin (fixture, TENURE_STEP_TAKE_UP_OPTION, &year);
  g_autoptr (TenureFormRow) row = NULL;
  gint64 value;

  answer (step, step->longer, FIELD ("end"), "+");
  g_assert_false (tenure_step_is_valid (step));
  answer (step, step->longer, FIELD ("end"), "+6m");
  g_assert_cmpstr (tenure_record_get_text_by_name (step->longer->record, "end"), ==, "2027-09-30");
  g_assert_cmpstr (tenure_record_get_text_by_name (step->option->record, "length"), ==, "P6M");
  g_assert_true (tenure_record_get_integer (step->agreement->record, FIELD ("value"), &value));
  g_assert_cmpint (value, ==, 3000000);
  answer (step, step->longer, FIELD ("value"), "35k");
  answer (step, step->longer, FIELD ("end"), "15/10/27");
  g_assert_cmpstr (tenure_record_get_text_by_name (step->option->record, "length"), ==, "P6M15D");
  g_assert_true (tenure_record_get_integer (step->agreement->record, FIELD ("value"), &value));
  g_assert_cmpint (value, ==, 3500000);
  answer (step, step->longer, FIELD ("end"), "31/3/27");
  row = row_of (step, step->longer, FIELD ("end"));
  g_assert_cmpstr (row->problem, ==, "The new end has to lie after the present one, 31 Mar 2027.");
  g_assert_false (tenure_step_is_valid (step));
  answer (step, step->longer, FIELD ("end"), "31/3/29");
  g_assert_true (tenure_step_is_valid (step));
}

/* A blank is not the old total over a longer term. */
/* A full cost for one year is not held against the money for two. */
static void
test_costs (Fixture *fixture, gconstpointer data)
{
  static const Case cases[] = {
    { { "start", "2026-04-01", "end", "2027-03-31", "value", "2000000", "value_basis", "total", "currency", "GBP", "full_cost",
        "2500001", "other_funding", "100000" }, { "P6M" } },
    { { "end", "2027-03-31", "value", "2000000", "value_basis", "total", "currency", "GBP", "full_cost", "2500001",
        "other_funding", "100000" }, { "P6M" } },
    { { "start", "2026-04-01", "end", "2027-03-31", "value", "2000000", "value_basis", "annual", "currency", "GBP", "full_cost",
        "2500001", "other_funding", "100000" }, { "P6M" } },
  };
  static const gint64 full[] = { 3750002, -1, 2500001 }, other[] = { 150000, -1, 100000 };
  static const char *const words[] = { "£1,000 → £1,500 (assumed: same rate)", "£1,000 → not recorded", "£1,000, as before" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureStep) step = begin (fixture, TENURE_STEP_TAKE_UP_OPTION, &cases[i]);
      g_autoptr (GPtrArray) lines = tenure_step_effects (step);
      gint64 cost = -1, funding = -1;

      tenure_record_get_integer (step->agreement->record, FIELD ("full_cost"), &cost);
      tenure_record_get_integer (step->agreement->record, FIELD ("other_funding"), &funding);
      g_assert_cmpint (cost, ==, full[i]);
      g_assert_cmpint (funding, ==, other[i]);
      assert_line (lines, "Other funders’ money", words[i]);
    }
}

static void
test_total_not_known (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TenureStep) step = begin (fixture, TENURE_STEP_TAKE_UP_OPTION, &year);
  g_autoptr (GPtrArray) effects = NULL;
  g_autoptr (TenureFormRow) row = NULL;

  answer (step, step->longer, FIELD ("value"), "");
  row = row_of (step, step->longer, FIELD ("value"));
  g_assert_nonnull (row->hint);
  g_assert_true (tenure_step_is_valid (step));
  g_assert_false (tenure_record_is_known (step->agreement->record, FIELD ("value")));
  effects = tenure_step_effects (step);
  assert_line (effects, "Yearly value", "£20,000 → cannot be told");
}

static void
test_missing_answers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TenureStep) step = begin (fixture, TENURE_STEP_TAKE_UP_OPTION, &year);
  guint exercised = tenure_record_field_index (TENURE_RECORD_EXTENSION, "exercised");
  g_autoptr (TenureFormRow) before = NULL, after = NULL;

  answer (step, step->option, exercised, "");
  g_assert_false (tenure_step_is_valid (step));
  before = row_of (step, step->option, exercised);
  g_assert_null (before->problem);
  step->insisted = TRUE;
  after = row_of (step, step->option, exercised);
  g_assert_cmpstr (after->problem, ==, "This is needed.");
}

static void
test_no_open_option (Fixture *fixture, gconstpointer data)
{
  const Case taken = { .fields = { "start", "2026-04-01", "end", "2027-03-31" }, { "P12M" }, "2026-11-01" };
  g_autoptr (GError) error = NULL;
  TenureStep *step;

  store (fixture, &taken);
  step = tenure_step_new (tenure_document_get_reader (fixture->document), TENURE_STEP_TAKE_UP_OPTION, fixture->agreement,
                          day (TODAY), &error);
  g_assert_null (step);
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND);
}

/* An early end, to come or past, takes the options with it: nothing to take up, and it is said why. */
static void
test_no_option_after_an_early_end (Fixture *fixture, gconstpointer data)
{
  static const char *const last_days[][2] = {
    { "2026-10-31", "31 Oct 2026" }, { TODAY, "21 Nov 2026" }, { "2026-12-31", "31 Dec 2026" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (last_days); i++)
    {
      const Case ended = { .fields = { "start", "2026-04-01", "end", "2027-03-31", "value", "2000000", "value_basis", "total",
                                       "currency", "GBP", "terminated", last_days[i][0] },
                           .options = { "P12M" } };
      g_autofree char *wanted = g_strdup_printf ("The agreement records “Ended early: %s”, and with that its options are gone.",
                                                 last_days[i][1]);
      g_autoptr (GError) error = NULL;
      TenureStep *step;

      store (fixture, &ended);
      step = tenure_step_new (tenure_document_get_reader (fixture->document), TENURE_STEP_TAKE_UP_OPTION, fixture->agreement,
                              day (TODAY), &error);
      g_assert_null (step);
      g_assert_error (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND);
      g_assert_cmpstr (error->message, ==, wanted);
    }
}

/* --- An early end ---------------------------------------------------------------------------------------------- */

static const struct
{
  const char *name;
  const char *notice, *without_cause; /* NULL for not recorded */
  const char *last;                   /* NULL while it is not said */
  const char *funder, *secured;
} notices[] = {
  { "no day yet", "P3M", "1", NULL, "3 months. Given on 21 Nov 2026, it runs to 20 Feb 2027.",
    "Until 20 Feb 2027, by the funder’s notice." },
  { "exactly the notice", "P3M", "1", "2027-02-20",
    "3 months. That day is 91 days away: notice has to be given by 21 Nov 2026.",
    "Until 20 Feb 2027, by the funder’s notice." },
  { "one day too few", "P3M", "1", "2027-02-19",
    "3 months. That day is 90 days away, 1 day too few: notice given on 21 Nov 2026 runs to 20 Feb 2027.",
    "Until 20 Feb 2027, by the funder’s notice." },
  { "past", "P3M", "1", "2026-11-20", "3 months. For that day it had to be given by 21 Aug 2026.",
    "Until 20 Feb 2027, by the funder’s notice." },
  { "only with cause", "P3M", "0", NULL,
    "3 months. Given on 21 Nov 2026, it runs to 20 Feb 2027. It may not end the agreement without cause.",
    "Until 31 Mar 2027, the end." },
  { "nothing recorded", NULL, NULL, "2026-12-31",
    "Its length is not recorded. Whether it may end the agreement without cause is not recorded.",
    "Cannot be told: the funder’s notice, or whether it may end without cause, is not recorded." },
};

static void
test_notice (Fixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (notices); i++)
    {
      Case with = { .fields = { "start", "2026-04-01", "end", "2027-03-31" } };
      g_autoptr (TenureStep) step = NULL;
      g_autoptr (GPtrArray) lines = NULL;
      guint n = 4;

      g_test_message ("%s", notices[i].name);
      if (notices[i].notice != NULL)
        {
          with.fields[n++] = "funder_notice";
          with.fields[n++] = notices[i].notice;
        }
      if (notices[i].without_cause != NULL)
        {
          with.fields[n++] = "funder_without_cause";
          with.fields[n++] = notices[i].without_cause;
        }
      step = begin (fixture, TENURE_STEP_END_EARLY, &with);
      if (notices[i].last != NULL)
        answer (step, step->agreement, FIELD ("terminated"), notices[i].last);
      lines = tenure_step_notice (step);
      assert_line (lines, "Funder’s notice", notices[i].funder);
      assert_line (lines, "Money secured now", notices[i].secured);
    }
}

/* At the bounds, just inside and just outside; what the field says, and that it is refused. */
static const struct
{
  const char *name;
  Case with;
  const char *last, *problem; /* NULL where the day will do */
} last_days[] = {
  { "before the start", { { "start", "2026-04-01", "end", "2027-03-31" }, { NULL } }, "31/3/26",
    "It starts on 1 Apr 2026: give that day or a later one." },
  { "on the first day", { { "start", "2026-04-01", "end", "2027-03-31" }, { NULL } }, "1/4/26", NULL },
  { "a day before the end", { { "start", "2026-04-01", "end", "2027-03-31" }, { NULL } }, "30/3/27", NULL },
  { "at the end", { { "start", "2026-04-01", "end", "2027-03-31" }, { NULL } }, "31/3/27",
    "That is not early: it ends on 31 Mar 2027 anyway. Give a day before that." },
  { "after the end", { { "start", "2026-04-01", "end", "2027-03-31" }, { NULL } }, "1/6/27",
    "That is not early: it ends on 31 Mar 2027 anyway. Give a day before that." },
  { "after the signed end, within an option taken up", { { "start", "2025-04-01", "end", "2026-03-31" }, { "P12M" },
    "2026-01-05" }, "1/6/26", NULL },
  { "after the end with that option", { { "start", "2025-04-01", "end", "2026-03-31" }, { "P12M" }, "2026-01-05" }, "1/4/27",
    "That is not early: it ends on 31 Mar 2027 anyway. Give a day before that." },
  { "ended early before: later, within the term", { { "start", "2026-04-01", "end", "2027-03-31", "terminated", "2026-12-31" },
    { NULL } }, "31/1/27", NULL },
  { "no end agreed", { { "start", "2026-04-01", "open_ended", "1" }, { NULL } }, "1/6/30", NULL },
  { "no start recorded", { { "end", "2027-03-31" }, { NULL } }, "1/6/20", NULL },
};

static void
test_last_day (Fixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (last_days); i++)
    {
      g_autoptr (TenureStep) step = begin (fixture, TENURE_STEP_END_EARLY, &last_days[i].with);
      g_autoptr (TenureFormRow) row = NULL;

      g_test_message ("%s", last_days[i].name);
      answer (step, step->agreement, FIELD ("terminated"), last_days[i].last);
      row = row_of (step, step->agreement, FIELD ("terminated"));
      g_assert_cmpstr (row->problem, ==, last_days[i].problem);
      g_assert_null (row->hint);
      g_assert_cmpint (tenure_step_is_valid (step), ==, last_days[i].problem == NULL);
    }
}

static void
test_end_early (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TenureStep) step = begin (fixture, TENURE_STEP_END_EARLY, &year);
  g_autoptr (GPtrArray) effects = NULL;
  g_autoptr (GError) error = NULL;

  /* No day is proposed: one press of Enter must not end an agreement. */
  g_assert_false (tenure_step_is_valid (step));
  answer (step, step->agreement, FIELD ("terminated"), "31/12/26");
  answer (step, step->agreement, FIELD ("ended_reason"), "The hall burnt down");
  g_assert_true (tenure_step_is_valid (step));
  effects = tenure_step_effects (step);
  assert_line (effects, "Committed end", "31 Mar 2027 → 31 Dec 2026");
  assert_line (effects, "Term", "12 months → 9 months");
  assert_line (effects, "Yearly value", "£20,000, as before");
  tenure_step_save (step, fixture->document, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tenure_document_get_undo_label (fixture->document), ==, "End “Befriending” early");
}

#define ADD(name, function) g_test_add ("/next-step/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("total", test_total);
  ADD ("take-up", test_take_up);
  ADD ("another-end", test_another_end);
  ADD ("costs", test_costs);
  ADD ("total-not-known", test_total_not_known);
  ADD ("missing-answers", test_missing_answers);
  ADD ("no-open-option", test_no_open_option);
  ADD ("no-option-after-an-early-end", test_no_option_after_an_early_end);
  ADD ("notice", test_notice);
  ADD ("last-day", test_last_day);
  ADD ("end-early", test_end_early);
  return g_test_run ();
}
