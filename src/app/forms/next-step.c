#include "config.h"
#include "app/forms/next-step.h"

#include "app/forms/draft-check.h"
#include "base/error.h"
#include "base/ratio.h"

#include "base/i18n.h"

#define AGREEMENT(name) tenure_record_field_index (TENURE_RECORD_AGREEMENT, name)
#define EXTENSION(name) tenure_record_field_index (TENURE_RECORD_EXTENSION, name)

#define MONTHS_A_YEAR 12
#define MAX_MONTHS 1200 /* of a length, base/duration.h */

/* --- Figures -------------------------------------------------------------------------------------------------- */

/* Of @agreement alone, on the first day on which every option with a day is taken up. */
static TenureAgreementFigures
figures_of (const TenureDraft *agreement)
{
  g_autoptr (TenureFacts) facts = tenure_draft_agreement_facts_new (agreement);
  g_autoptr (TenureTerms) terms = NULL;
  TenureDay day = 0;

  for (guint i = 0; i < facts->n_extensions; i++)
    day = MAX (day, facts->extensions[i].exercised);
  terms = tenure_terms_new (facts, day, NULL);
  return terms->agreements[0];
}

/* The new end, as long as it can be told. */
static TenureDay
new_end (const TenureStep *step)
{
  return step->longer != NULL ? tenure_record_get_day (step->longer->record, AGREEMENT ("end")) : TENURE_DAY_NONE;
}

/* A value that is as much as a stated yearly value is for the term only where that is a year. */
static gboolean
may_be_total (const TenureDraft *agreement, const TenureAgreementFigures *figures)
{
  gint64 value;

  if (!tenure_record_get_integer (agreement->record, AGREEMENT ("value"), &value))
    return FALSE;
  return value != figures->annual_minor
         || (figures->term_known && tenure_months_compare (figures->term, tenure_months_whole (MONTHS_A_YEAR)) == 0);
}

static TenureStepTotal
find_total (const TenureDraft *agreement, const TenureAgreementFigures *figures)
{
  const char *basis = tenure_record_get_text_by_name (agreement->record, "value_basis");

  switch ((TenureAnnualState) figures->annual_state)
    {
    case TENURE_ANNUAL_NO_VALUE:
    case TENURE_ANNUAL_NO_CURRENCY:
      return TENURE_STEP_TOTAL_NO_VALUE;
    case TENURE_ANNUAL_NO_BASIS:
      return TENURE_STEP_TOTAL_NO_BASIS;
    case TENURE_ANNUAL_STATED:
      if (!tenure_record_is_known (agreement->record, AGREEMENT ("value")) || g_strcmp0 (basis, "annual") == 0)
        return TENURE_STEP_TOTAL_FOLLOWS;
      return basis != NULL || may_be_total (agreement, figures) ? TENURE_STEP_TOTAL_ASKED : TENURE_STEP_TOTAL_NO_BASIS;
    case TENURE_ANNUAL_FROM_TOTAL:
    case TENURE_ANNUAL_WHOLE_TOTAL:
    case TENURE_ANNUAL_NO_TERM:
    case TENURE_ANNUAL_OUT_OF_RANGE:
    default:
      return g_strcmp0 (basis, "annual") == 0 ? TENURE_STEP_TOTAL_FOLLOWS : TENURE_STEP_TOTAL_ASKED;
    }
}

/* @minor × @months ÷ @by, half-even. */
static gboolean
scale_by_months (gint64 minor, TenureMonths months, TenureMonths by, gint64 *out_minor)
{
  gint64 numerator = ((gint64) months.whole * months.length + months.part) * by.length;
  gint64 denominator = ((gint64) by.whole * by.length + by.part) * months.length;

  return tenure_ratio_scale (minor, numerator, denominator, out_minor);
}

/* What the time that is added costs at the rate of the time so far. */
static gboolean
added_value (const TenureStep *step, gint64 *out_minor)
{
  TenureDay end = new_end (step);
  TenureMonths added, year = tenure_months_whole (MONTHS_A_YEAR), term;
  g_autoptr (TenureDraft) before = NULL;
  TenureAgreementFigures figures;
  gint64 total;

  if (!tenure_day_is_known (end) || end <= step->end
      || !tenure_record_get_integer (step->agreement->original, AGREEMENT ("value"), &total))
    return FALSE;
  before = tenure_draft_new_for (step->agreement->original);
  tenure_record_set_day (before->record, AGREEMENT ("end"), step->end);
  figures = figures_of (before);
  added = tenure_months_between (tenure_day_after (step->end), end);
  term = figures.term;
  if (figures.annual_state == TENURE_ANNUAL_WHOLE_TOTAL)
    return figures.term_known && scale_by_months (total, added, term, out_minor);
  return figures.annual_known && scale_by_months (figures.annual_minor, added, year, out_minor);
}

/* While the new end cannot be read, the last proposal stands. */
static void
propose_total (TenureStep *step)
{
  gint64 added, total;

  if (step->total != TENURE_STEP_TOTAL_ASKED || !added_value (step, &added)
      || !tenure_record_get_integer (step->agreement->original, AGREEMENT ("value"), &total)
      || !tenure_money_add (&total, added))
    return;
  step->proposed_minor = total;
  step->proposed_known = TRUE;
}

/* --- Answers -------------------------------------------------------------------------------------------------- */

/* From the day after the present end to the new one; unknown when that is no length that can be stored. */
static TenureDuration
added_length (const TenureStep *step)
{
  TenureDay end = new_end (step);
  TenureMonths added;

  if (!tenure_day_is_known (end) || end <= step->end)
    return TENURE_DURATION_UNKNOWN;
  added = tenure_months_between (tenure_day_after (step->end), end);
  if (added.whole > MAX_MONTHS)
    return TENURE_DURATION_UNKNOWN;
  return (TenureDuration){ .months = (gint16) added.whole, .days = (gint16) added.part, .known = TRUE };
}

/* The last day that @length leads to; NONE when it cannot be told. */
static TenureDay
end_after (const TenureStep *step, TenureDuration length)
{
  if (!tenure_day_is_known (step->end) || !length.known)
    return TENURE_DAY_NONE;
  return tenure_day_before (tenure_duration_after (length, tenure_day_after (step->end)));
}

/* The words of a length stay as they are where they lead to the same day. */
static void
follow_length (TenureStep *step)
{
  TenureDuration stored = tenure_record_get_duration (step->option->original, EXTENSION ("length"));
  TenureDuration length = added_length (step);

  if (!length.known || end_after (step, stored) == new_end (step))
    length = stored;
  if (length.known)
    tenure_record_set_duration (step->option->record, EXTENSION ("length"), length);
}

/* What is for the period of the value is for the longer one now: at the rate of the term so far, as the total that is
 * proposed; not known where that cannot be worked out. Left as it was, a cost for three years would be held against the
 * money for five. */
static void
follow_costs (TenureStep *step)
{
  static const char *const names[] = { "full_cost", "other_funding", "monitoring_cost" };
  const TenureRecord *stored = step->agreement->original;
  gint64 total = 0;
  gboolean scales = step->proposed_known && tenure_record_get_integer (stored, AGREEMENT ("value"), &total) && total > 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      guint field = tenure_record_field_index (TENURE_RECORD_AGREEMENT, names[i]);
      gint64 cost, longer;

      if (!tenure_record_get_integer (stored, field, &cost))
        continue;
      if (scales && tenure_ratio_scale (cost, step->proposed_minor, total, &longer))
        tenure_record_set_integer (step->agreement->record, field, longer);
      else
        tenure_record_set (step->agreement->record, field, &TENURE_VALUE_NULL_INIT);
    }
}

static void
follow_total (TenureStep *step)
{
  guint value = AGREEMENT ("value");
  gboolean was_known = step->proposed_known;
  gint64 was = step->proposed_minor, now;
  gboolean given = tenure_record_get_integer (step->longer->record, value, &now);

  propose_total (step);
  if (step->longer->texts[value] == NULL && was_known && given && now == was)
    tenure_record_set_integer (step->longer->record, value, step->proposed_minor);
  if (step->total != TENURE_STEP_TOTAL_ASKED)
    return;
  tenure_record_set (step->agreement->record, value, tenure_record_get (step->longer->record, value));
  if (tenure_record_is_known (step->longer->record, value))
    tenure_record_set_text_by_name (step->agreement->record, "value_basis", "total");
  follow_costs (step);
}

void
tenure_step_follow (TenureStep *step)
{
  if (step->kind != TENURE_STEP_TAKE_UP_OPTION)
    return;
  follow_length (step);
  follow_total (step);
}

guint
tenure_step_get_questions (const TenureStep *step, TenureStepQuestion *out_questions)
{
  guint n = 0;

  if (step->kind == TENURE_STEP_END_EARLY)
    {
      out_questions[n++] = (TenureStepQuestion){ step->agreement, AGREEMENT ("terminated") };
      out_questions[n++] = (TenureStepQuestion){ step->agreement, AGREEMENT ("ended_reason") };
      return n;
    }
  out_questions[n++] = (TenureStepQuestion){ step->option, EXTENSION ("exercised") };
  if (tenure_day_is_known (step->end))
    out_questions[n++] = (TenureStepQuestion){ step->longer, AGREEMENT ("end") };
  if (step->total == TENURE_STEP_TOTAL_ASKED)
    out_questions[n++] = (TenureStepQuestion){ step->longer, AGREEMENT ("value") };
  return n;
}

gboolean
tenure_step_is_valid (const TenureStep *step)
{
  TenureStepQuestion questions[TENURE_STEP_MAX_QUESTIONS];
  guint n = tenure_step_get_questions (step, questions);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TenureFormRow) row = tenure_form_row (questions[i].draft, questions[i].field);

      tenure_step_amend (step, questions[i].draft, row);
      if (row->problem != NULL || (row->required && *row->text == '\0'))
        return FALSE;
    }
  return tenure_draft_is_valid (step->agreement);
}

/* --- Making --------------------------------------------------------------------------------------------------- */

static TenureDraft *
find_open_option (const TenureDraft *agreement)
{
  for (guint i = 0; i < agreement->children->len; i++)
    {
      TenureDraft *child = agreement->children->pdata[i];

      if (child->record->type == TENURE_RECORD_EXTENSION && !tenure_record_is_known (child->record, EXTENSION ("exercised")))
        return child;
    }
  return NULL;
}

/* An option that was taken up after an early end would make the term as agreed longer, and dearer, and nothing else. */
static gboolean
check_not_ended_early (const TenureStep *step, GError **error)
{
  TenureDay last = tenure_record_get_day (step->agreement->record, AGREEMENT ("terminated"));
  g_autofree char *day = NULL;

  if (!tenure_day_is_known (last))
    return TRUE;
  day = tenure_day_dup_label (last);
  g_set_error (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND,
               /* Translators: a day, after the name of a field of the agreement. */
               _ ("The agreement records “Ended early: %s”, and with that its options are gone."), day);
  return FALSE;
}

static gboolean
begin_option (TenureStep *step, GError **error)
{
  TenureAgreementFigures figures = figures_of (step->agreement);
  TenureCurrency currency = tenure_record_get_currency (step->agreement->record);

  if (!check_not_ended_early (step, error))
    return FALSE;
  step->option = find_open_option (step->agreement);
  if (step->option == NULL)
    {
      g_set_error_literal (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND,
                           _ ("This agreement records no option that is still open. Add one to it first: edit the agreement "
                              "and press “Add an Option”."));
      return FALSE;
    }
  step->end = figures.agreed_end;
  step->total = find_total (step->agreement, &figures);
  step->longer = tenure_draft_new (TENURE_RECORD_AGREEMENT, currency);
  tenure_record_set_day (step->option->record, EXTENSION ("exercised"), step->as_of);
  if (tenure_day_is_known (step->end))
    tenure_record_set_day (step->longer->record, AGREEMENT ("start"), tenure_day_after (step->end));
  tenure_record_set_day (step->longer->record, AGREEMENT ("end"),
                         end_after (step, tenure_record_get_duration (step->option->record, EXTENSION ("length"))));
  propose_total (step);
  if (step->proposed_known)
    tenure_record_set_integer (step->longer->record, AGREEMENT ("value"), step->proposed_minor);
  tenure_step_follow (step);
  return TRUE;
}

TenureStep *
tenure_step_new (TenureReader *reader, TenureStepKind kind, TenureId agreement, TenureDay as_of, GError **error)
{
  g_autoptr (TenureStep) step = g_new0 (TenureStep, 1);

  step->kind = kind;
  step->as_of = as_of;
  step->end = TENURE_DAY_NONE;
  step->total = TENURE_STEP_TOTAL_NONE;
  step->agreement = tenure_draft_load (reader, TENURE_RECORD_AGREEMENT, agreement, error);
  if (step->agreement == NULL || (kind == TENURE_STEP_TAKE_UP_OPTION && !begin_option (step, error)))
    return NULL;
  if (kind == TENURE_STEP_END_EARLY)
    step->end = figures_of (step->agreement).agreed_end;
  return g_steal_pointer (&step);
}

void
tenure_step_free (TenureStep *step)
{
  if (step == NULL)
    return;
  g_clear_pointer (&step->agreement, tenure_draft_free);
  g_clear_pointer (&step->longer, tenure_draft_free);
  g_free (step);
}

char *
tenure_step_dup_label (const TenureStep *step)
{
  const char *title = tenure_record_get_text_by_name (step->agreement->record, "title");

  /* Translators: what undo calls the step; the agreement's title. */
  return g_strdup_printf (step->kind == TENURE_STEP_END_EARLY ? _ ("End “%s” early") : _ ("Take up an option of “%s”"),
                          title != NULL ? title : "");
}

gboolean
tenure_step_save (TenureStep *step, TenureDocument *document, GError **error)
{
  g_free (step->agreement->label);
  step->agreement->label = tenure_step_dup_label (step);
  return tenure_draft_save (step->agreement, document, error);
}
