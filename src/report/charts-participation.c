/* Participation budgets and the hours of taking part as pictures. */

#include "config.h"
#include "report/charts-private.h"

#include "chart/burnup.h"
#include "chart/hours.h"

#include "base/i18n.h"

/* --- Burn-up ---------------------------------------------------------------------------------------------------- */

/* What the budget had come to on @day, each part on the one below. */
static TenureBurnupMonth
month_on (const TenureFacts *facts, guint index, TenureDay day)
{
  static const TenureBudgetFigure figures[] = { TENURE_BUDGET_PAID, TENURE_BUDGET_APPROVED, TENURE_BUDGET_CLAIMED,
                                                TENURE_BUDGET_COMMITTED };
  g_autoptr (TenureParticipation) then = tenure_participation_new (facts, day);
  TenureBurnupMonth month = { 0 };
  gint64 below = 0;

  G_STATIC_ASSERT (G_N_ELEMENTS (figures) == TENURE_BURNUP_N_PARTS);
  for (guint part = 0; part < TENURE_BURNUP_N_PARTS; part++)
    {
      const TenureFigure *figure = &then->budgets[index].figures[figures[part]];
      gint64 sum = figure->kind == TENURE_FIGURE_INTEGER ? MAX (figure->integer, below) : below;

      month.parts[part] = sum - below;
      below = sum;
    }
  return month;
}

/* The forecast by the end of @day: the last step that is not later. */
static TenureBurnupMonth
month_foretold (const TenureBudgetFigures *budget, TenureDay day)
{
  gint64 so_far = budget->figures[TENURE_BUDGET_COMMITTED].kind == TENURE_FIGURE_INTEGER
                      ? budget->figures[TENURE_BUDGET_COMMITTED].integer
                      : 0;
  TenureBurnupMonth month = { .foretold = TRUE, .low = so_far, .middle = so_far, .high = so_far };

  for (guint i = 0; i < budget->steps->len; i++)
    {
      const TenureForecastStep *step = &g_array_index (budget->steps, TenureForecastStep, i);

      if (step->day > day)
        break;
      month.low = step->low_minor;
      month.middle = step->middle_minor;
      month.high = step->high_minor;
    }
  return month;
}

/* The months of the budget's period up to those that are drawn; without a forecast up to the day looked at. */
void
tenure_report_burnup_init (TenureReportBurnup *self, const TenureAnalysis *analysis, guint budget)
{
  const TenureFactBudget *fact = &analysis->facts->participation.budgets[budget];
  const TenureBudgetFigures *figures = &analysis->participation->budgets[budget];
  TenureDay as_of = analysis->as_of, month;

  self->n = 0;
  if (!tenure_day_is_known (fact->from_day) || !tenure_day_is_known (fact->to_day))
    return;
  month = tenure_day_month_start (fact->from_day);
  for (; month <= fact->to_day && self->n < TENURE_BURNUP_MAX_MONTHS; month = tenure_day_add_months (month, 1))
    {
      TenureDay last = MIN (tenure_day_add_months (month, 1) - 1, fact->to_day);

      if (month <= as_of)
        self->months[self->n++] = month_on (analysis->facts, budget, MIN (last, as_of));
      else if (figures->steps->len > 0)
        self->months[self->n++] = month_foretold (figures, last);
    }
}

TenureScene *
tenure_report_chart_burnup (const TenureChartRequest *request, guint index)
{
  const TenureFactBudget *fact = &request->analysis->facts->participation.budgets[index];
  const TenureBudgetFigures *budget = &request->analysis->participation->budgets[index];
  const TenureFigure *committed = &budget->figures[TENURE_BUDGET_COMMITTED];
  TenureReportBurnup own;
  g_autofree char *things = g_strdup (ngettext ("claim or unclaimed time", "claims and unclaimed times", committed->of));
  TenureBurnupData data = {
    .name = fact->name,
    .first_month = tenure_day_is_known (fact->from_day) ? tenure_day_month_start (fact->from_day) : TENURE_DAY_NONE,
    .amount_known = fact->amount_known,
    .amount_minor = fact->amount_minor,
    .committed_known = committed->kind == TENURE_FIGURE_INTEGER,
    .committed_minor = committed->kind == TENURE_FIGURE_INTEGER ? committed->integer : 0,
    .exhausted = budget->exhausted,
    .method = tenure_forecast_method_sentence (budget->method),
    .year_start_month = tenure_options_year_first_month (&request->analysis->terms->options),
    .currency = fact->currency,
  };

  if (request->burnup == NULL)
    tenure_report_burnup_init (&own, request->analysis, index);
  data.months = request->burnup != NULL ? request->burnup->months : own.months;
  data.n_months = request->burnup != NULL ? request->burnup->n : own.n;
  data.notes = tenure_chart_request_notes (request, things, committed->known, committed->of,
                                           _ ("no time, no rate or another currency"));
  return tenure_chart_burnup (&data, request->width, request->height, request->theme);
}

/* --- Hours ------------------------------------------------------------------------------------------------------ */

static const char *
corner_of (TenureHoursBy by)
{
  switch (by)
    {
    case TENURE_HOURS_BY_BOARD:
      return _ ("Board");
    case TENURE_HOURS_BY_ORGANISATION:
      return _ ("Organisation");
    case TENURE_HOURS_BY_PERSON:
      return _ ("Person");
    case TENURE_HOURS_BY_SIZE:
      return _ ("Size");
    default:
      return _ ("Month");
    }
}

/* What a group is called, and the record that it is; (transfer full). */
static char *
dup_label (const TenureFacts *facts, TenureHoursBy by, gint32 key, TenureId *out_record)
{
  const char *name = NULL;

  if (by == TENURE_HOURS_BY_MONTH)
    return tenure_day_dup_month_label (key);
  if (by == TENURE_HOURS_BY_SIZE)
    return g_strdup (tenure_size_label ((TenureSize) key));
  if (key < 0)
    return g_strdup (_ ("Not recorded"));
  if (by == TENURE_HOURS_BY_BOARD)
    {
      name = facts->boards[key].name;
      *out_record = facts->boards[key].id;
    }
  else if (by == TENURE_HOURS_BY_ORGANISATION)
    {
      name = facts->organisations[key].name;
      *out_record = facts->organisations[key].id;
    }
  else
    {
      name = facts->persons[key].name;
      *out_record = facts->persons[key].id;
    }
  return g_strdup (name != NULL ? name : _ ("No name recorded"));
}

static TenureHoursRow
row_of (const TenureHours *hours, const char *label, TenureId record, TenureCurrency currency)
{
  return (TenureHoursRow){ .label = label,
                           .record = record,
                           .paid = hours->paid,
                           .unpaid = hours->unpaid,
                           .untold = hours->untold,
                           .value_known = !hours->overflows && hours->n_valued == hours->n_unpaid
                                          && (hours->n_valued == 0 || hours->currency == currency),
                           .value_minor = hours->value_minor };
}

TenureScene *
tenure_report_chart_hours (const TenureChartRequest *request, TenureHoursBy by)
{
  const TenureParticipation *participation = request->analysis->participation;
  g_autoptr (TenureHoursTable) all =
      tenure_hours_new (participation, TENURE_HOURS_ALL, TRUE, TENURE_DAY_NONE, TENURE_DAY_NONE);
  g_autoptr (TenureHoursTable) table = tenure_hours_new (participation, by, TRUE, TENURE_DAY_NONE, TENURE_DAY_NONE);
  const TenureHours *sum = &g_array_index (all->groups, TenureHours, 0);
  g_autofree TenureHoursRow *rows = g_new (TenureHoursRow, MAX (table->groups->len, 1u));
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *things = NULL;
  TenureHoursData data = { .corner = corner_of (by), .rows = rows };
  guint n_people = sum->n + all->n_left_out;

  for (guint i = 0; i < table->groups->len; i++)
    {
      const TenureHours *hours = &g_array_index (table->groups, TenureHours, i);
      TenureId record = TENURE_ID_NONE;

      if (hours->paid + hours->unpaid + hours->untold == 0)
        continue;
      g_ptr_array_add (labels, dup_label (request->analysis->facts, by, hours->key, &record));
      rows[data.n_rows++] = row_of (hours, labels->pdata[labels->len - 1], record, sum->currency);
    }
  data.paid = sum->paid;
  data.unpaid = sum->unpaid;
  data.untold = sum->untold;
  data.n_unpaid = sum->n_unpaid;
  data.n_valued = sum->overflows ? 0 : sum->n_valued;
  data.value_minor = sum->value_minor;
  data.currency = sum->currency;
  things = g_strdup (ngettext ("time that somebody took part", "times that somebody took part", n_people));
  data.notes = tenure_chart_request_notes (request, things, sum->n - sum->n_timeless, n_people,
                                           _ ("no time recorded, or not whom they spoke for"));
  return tenure_chart_hours (&data, request->width, request->height, request->theme);
}
