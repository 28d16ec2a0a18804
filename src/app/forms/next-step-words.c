/* What a step says: beside its questions, about notice, and of the figures before and after. */

#include "config.h"
#include "app/forms/next-step.h"

#include "app/forms/draft-check.h"
#include "base/count.h"
#include "base/money.h"

#include "base/i18n.h"

#define AGREEMENT(name) tenure_record_field_index (TENURE_RECORD_AGREEMENT, name)
#define EXTENSION(name) tenure_record_field_index (TENURE_RECORD_EXTENSION, name)

static char *
dup_money (const TenureStep *step, gint64 minor)
{
  return tenure_money_dup_label ((TenureMoney){ minor, tenure_record_get_currency (step->agreement->record) }, FALSE);
}

static char *
dup_months (TenureMonths months)
{
  g_autofree char *whole = g_strdup_printf (ngettext ("%d month", "%d months", (gulong) months.whole), months.whole);
  g_autofree char *days = g_strdup_printf (ngettext ("%d day", "%d days", (gulong) months.part), months.part);

  if (months.part == 0)
    return g_steal_pointer (&whole);
  if (months.whole == 0)
    return g_steal_pointer (&days);
  /* Translators: a length, "2 months and 9 days". */
  return g_strdup_printf (_ ("%1$s and %2$s"), whole, days);
}

static char *
dup_days (int days)
{
  g_autofree char *count = tenure_count_dup_label ((guint64) days);

  return g_strdup_printf (ngettext ("%s day", "%s days", (gulong) days), count);
}

/* --- Beside the questions ------------------------------------------------------------------------------------- */

static gboolean
is_question (const TenureDraft *draft, const TenureFormRow *row, const TenureDraft *of, guint field)
{
  return draft == of && row->field == field;
}

static void
take_problem (TenureFormRow *row, char *problem)
{
  g_clear_pointer (&row->hint, g_free);
  if (row->problem == NULL)
    row->problem = problem;
  else
    g_free (problem);
}

static void
require (const TenureStep *step, TenureFormRow *row)
{
  row->required = TRUE;
  if (step->insisted && *row->text == '\0' && row->problem == NULL)
    row->problem = g_strdup (_ ("This is needed."));
}

/* How much longer; that it has to be longer at all. */
static void
amend_new_end (const TenureStep *step, TenureFormRow *row)
{
  TenureDay end = tenure_record_get_day (step->longer->record, row->field);
  g_autofree char *present = tenure_day_dup_label (step->end);
  g_autofree char *longer = NULL;

  row->label = _ ("New end");
  row->help = _ ("The last day of the longer term. It is proposed from the length of the option.");
  require (step, row);
  if (row->problem != NULL)
    return;
  if (tenure_day_is_known (end) && end <= step->end)
    take_problem (row, g_strdup_printf (_ ("The new end has to lie after the present one, %s."), present));
  else if (tenure_day_is_known (end) && tenure_months_between (step->end, end).whole >= 1200)
    take_problem (row, g_strdup (_ ("That is more than a hundred years later.")));
  if (row->problem != NULL || !tenure_day_is_known (end))
    return;
  longer = dup_months (tenure_months_between (tenure_day_after (step->end), end));
  /* Translators: a length of time and the present last day: 12 months after the present end, 31 Mar 2027. */
  row->remark = g_strdup_printf (_ ("%1$s after the present end, %2$s."), longer, present);
}

/* How the proposal was worked out, or what a blank means. */
static void
amend_total (const TenureStep *step, TenureFormRow *row)
{
  TenureDay end = tenure_record_get_day (step->longer->record, AGREEMENT ("end"));
  g_autofree char *total = NULL, *added = NULL, *longer = NULL;
  gint64 before = 0, now;

  row->label = _ ("New total");
  row->help = _ ("The value of the whole term with the option. Leave it blank while it is not known.");
  if (row->problem != NULL)
    return;
  g_clear_pointer (&row->hint, g_free);
  if (!tenure_record_get_integer (step->longer->record, row->field, &now))
    {
      row->hint = g_strdup (_ ("Not recorded: the old total would be too low for the longer term and is taken out."));
      return;
    }
  if (!step->proposed_known || now != step->proposed_minor || !tenure_day_is_known (end))
    return;
  tenure_record_get_integer (step->agreement->original, row->field, &before);
  total = dup_money (step, before);
  added = dup_money (step, now - before);
  longer = dup_months (tenure_months_between (tenure_day_after (step->end), end));
  /* Translators: the present total, what is added, and for how long: Worked out: £20,000, and £20,000 for 12 months more at
   * the same rate. */
  row->remark = g_strdup_printf (_ ("Worked out: %1$s, and %2$s for %3$s more at the same rate."), total, added, longer);
}

/* A day that is no early end is refused: stored, it would say of the agreement what did not happen. */
static char *
dup_last_day_problem (const TenureStep *step, TenureDay day)
{
  TenureDay start = tenure_record_get_day (step->agreement->record, AGREEMENT ("start"));
  g_autofree char *first = NULL, *end = NULL;

  if (!tenure_day_is_known (day))
    return NULL;
  if (tenure_day_is_known (start) && day < start)
    {
      first = tenure_day_dup_label (start);
      return g_strdup_printf (_ ("It starts on %s: give that day or a later one."), first);
    }
  if (!tenure_day_is_known (step->end) || day < step->end)
    return NULL;
  end = tenure_day_dup_label (step->end);
  return g_strdup_printf (_ ("That is not early: it ends on %s anyway. Give a day before that."), end);
}

static void
amend_last_day (const TenureStep *step, TenureFormRow *row)
{
  char *problem = dup_last_day_problem (step, tenure_record_get_day (step->agreement->record, row->field));

  row->label = _ ("Last day");
  require (step, row);
  if (problem != NULL)
    take_problem (row, problem);
}

void
tenure_step_amend (const TenureStep *step, const TenureDraft *draft, TenureFormRow *row)
{
  if (step->option != NULL && is_question (draft, row, step->option, EXTENSION ("exercised")))
    require (step, row);
  else if (step->longer != NULL && is_question (draft, row, step->longer, AGREEMENT ("end")))
    amend_new_end (step, row);
  else if (step->longer != NULL && is_question (draft, row, step->longer, AGREEMENT ("value")))
    amend_total (step, row);
  else if (is_question (draft, row, step->agreement, AGREEMENT ("terminated")))
    amend_last_day (step, row);
  else if (is_question (draft, row, step->agreement, AGREEMENT ("ended_reason")))
    row->label = _ ("Reason");
}

/* --- Lines ---------------------------------------------------------------------------------------------------- */

static void
line_free (gpointer data)
{
  TenureStepLine *line = data;

  g_free (line->label);
  g_free (line->words);
  g_free (line);
}

static GPtrArray *
lines_new (void)
{
  return g_ptr_array_new_with_free_func (line_free);
}

static TenureStepLine *
take_line (GPtrArray *lines, const char *label, char *words)
{
  TenureStepLine *line = g_new0 (TenureStepLine, 1);

  line->label = g_strdup (label);
  line->words = words;
  g_ptr_array_add (lines, line);
  return line;
}

/* @before and @after are taken over; NULL is what cannot be told. */
static void
take_change (GPtrArray *lines, const char *label, char *before, char *after)
{
  g_autofree char *was = before != NULL ? before : g_strdup (_ ("cannot be told"));
  g_autofree char *is = after != NULL ? after : g_strdup (_ ("cannot be told"));

  if (g_str_equal (was, is))
    /* Translators: a figure that a change leaves as it is: £20,000, as before. */
    take_line (lines, label, g_strdup_printf (_ ("%s, as before"), is));
  else
    /* Translators: a value before and after a change. */
    take_line (lines, label, g_strdup_printf (_ ("%1$s → %2$s"), was, is))->changed = TRUE;
}

/* --- Figures before and after --------------------------------------------------------------------------------- */

static TenureAgreementFigures
figures_on (const TenureDraft *agreement, TenureDay day)
{
  g_autoptr (TenureFacts) facts = tenure_draft_agreement_facts_new (agreement);
  g_autoptr (TenureTerms) terms = tenure_terms_new (facts, day, NULL);

  return terms->agreements[0];
}

/* As stored, with its options as stored. */
static TenureDraft *
before_new (const TenureDraft *agreement)
{
  TenureDraft *before = tenure_draft_new_for (agreement->original);

  for (guint i = 0; i < agreement->children->len; i++)
    {
      const TenureDraft *child = agreement->children->pdata[i];

      if (child->original != NULL)
        tenure_draft_add_child (before, tenure_draft_new_for (child->original));
    }
  return before;
}

static char *
dup_day (TenureDay day)
{
  return tenure_day_is_known (day) ? tenure_day_dup_label (day) : NULL;
}

static char *
dup_secured (const TenureAgreementFigures *figures)
{
  return dup_day (figures->secured_until);
}

/* Of a cost that nobody was asked about: that it was carried over at the rate of the term so far. */
static char *
dup_carried_over (const TenureStep *step, gint64 was, gint64 is)
{
  g_autofree char *money = dup_money (step, is);

  if (is == was)
    return g_steal_pointer (&money);
  /* Translators: an amount of which nobody was asked: at the rate of the time so far. */
  return g_strdup_printf (_ ("%s (assumed: same rate)"), money);
}

/* What is recorded for the period of the value; nothing where it is not. */
static void
take_cost (GPtrArray *lines, const TenureStep *step, const TenureDraft *stored, const char *name)
{
  guint field = tenure_record_field_index (TENURE_RECORD_AGREEMENT, name);
  gint64 was, is;
  gboolean known;

  if (!tenure_record_get_integer (stored->record, field, &was))
    return;
  known = tenure_record_get_integer (step->agreement->record, field, &is);
  take_change (lines, _ (tenure_record_def (TENURE_RECORD_AGREEMENT)->fields[field].label), dup_money (step, was),
               known ? dup_carried_over (step, was, is) : g_strdup (_ ("not recorded")));
}

GPtrArray *
tenure_step_effects (const TenureStep *step)
{
  TenureDay taken =
      step->option != NULL ? tenure_record_get_day (step->option->record, EXTENSION ("exercised")) : step->as_of;
  TenureDay day = tenure_day_is_known (taken) ? MAX (taken, step->as_of) : step->as_of;
  g_autoptr (TenureDraft) stored = before_new (step->agreement);
  TenureAgreementFigures before = figures_on (stored, day), after = figures_on (step->agreement, day);
  GPtrArray *lines = lines_new ();

  take_change (lines, _ ("Committed end"), dup_day (before.committed_end), dup_day (after.committed_end));
  take_change (lines, _ ("Term"), before.term_known ? dup_months (before.term) : NULL,
               after.term_known ? dup_months (after.term) : NULL);
  take_change (lines, _ ("Secured until"), dup_secured (&before), dup_secured (&after));
  take_change (lines, _ ("Value of the term as agreed"), before.total_known ? dup_money (step, before.total_minor) : NULL,
               after.total_known ? dup_money (step, after.total_minor) : NULL);
  take_change (lines, _ ("Yearly value"), before.annual_known ? dup_money (step, before.annual_minor) : NULL,
               after.annual_known ? dup_money (step, after.annual_minor) : NULL);
  take_cost (lines, step, stored, "full_cost");
  take_cost (lines, step, stored, "other_funding");
  take_cost (lines, step, stored, "monitoring_cost");
  return lines;
}

/* --- Notice --------------------------------------------------------------------------------------------------- */

/* How the notice of one side and the last day fit together. */
static char *
dup_notice (const TenureStep *step, TenureDuration notice, TenureDay last)
{
  g_autofree char *length = tenure_duration_dup_label (notice);
  TenureDay reach = tenure_day_before (tenure_duration_after (notice, step->as_of));
  g_autofree char *given = tenure_day_dup_label (step->as_of), *reaches = tenure_day_dup_label (reach);
  g_autofree char *by = NULL, *days = NULL, *short_by = NULL;

  if (!tenure_day_is_known (last))
    /* Translators: a length of notice, the day on which it is given, and the last day it leads to. */
    return g_strdup_printf (_ ("%1$s. Given on %2$s, it runs to %3$s."), length, given, reaches);
  by = tenure_day_dup_label (tenure_duration_before (notice, tenure_day_after (last)));
  if (last < step->as_of)
    return g_strdup_printf (_ ("%1$s. For that day it had to be given by %2$s."), length, by);
  days = dup_days (last - step->as_of);
  if (last >= reach)
    /* Translators: a length of notice, how far away the last day is, and by when notice has to be given. */
    return g_strdup_printf (_ ("%1$s. That day is %2$s away: notice has to be given by %3$s."), length, days, by);
  short_by = dup_days (reach - last);
  return g_strdup_printf (_ ("%1$s. That day is %2$s away, %3$s too few: notice given on %4$s runs to %5$s."), length, days,
                          short_by, given, reaches);
}

static char *
dup_side (const TenureStep *step, const char *notice_field, const char *cause_field, TenureDay last)
{
  const TenureRecord *record = step->agreement->record;
  TenureDuration notice = tenure_record_get_duration (record, AGREEMENT (notice_field));
  int without_cause = tenure_record_get_flag (record, AGREEMENT (cause_field));
  g_autofree char *words = notice.known ? dup_notice (step, notice, last) : g_strdup (_ ("Its length is not recorded."));

  if (without_cause == 0)
    /* Translators: after the length of notice and what it says about a day. */
    return g_strdup_printf (_ ("%s It may not end the agreement without cause."), words);
  if (without_cause < 0)
    return g_strdup_printf (_ ("%s Whether it may end the agreement without cause is not recorded."), words);
  return g_steal_pointer (&words);
}

static char *
dup_security (const TenureStep *step)
{
  g_autoptr (TenureDraft) stored = before_new (step->agreement);
  TenureAgreementFigures figures = figures_on (stored, step->as_of);
  g_autofree char *until = dup_secured (&figures);

  switch ((TenureSecuredState) figures.secured_state)
    {
    case TENURE_SECURED_BY_NOTICE:
      return g_strdup_printf (_ ("Until %s, by the funder’s notice."), until);
    case TENURE_SECURED_TO_END:
      return g_strdup_printf (_ ("Until %s, the end."), until);
    case TENURE_SECURED_CANNOT_TELL:
    default:
      return g_strdup (_ ("Cannot be told: the funder’s notice, or whether it may end without cause, is not recorded."));
    }
}

GPtrArray *
tenure_step_notice (const TenureStep *step)
{
  GPtrArray *lines;
  TenureDay last;

  if (step->kind != TENURE_STEP_END_EARLY)
    return NULL;
  lines = lines_new ();
  last = tenure_record_get_day (step->agreement->record, AGREEMENT ("terminated"));
  take_line (lines, _ ("Funder’s notice"), dup_side (step, "funder_notice", "funder_without_cause", last));
  take_line (lines, _ ("Provider’s notice"), dup_side (step, "provider_notice", "provider_without_cause", last));
  take_line (lines, _ ("Money secured now"), dup_security (step));
  return lines;
}
