/* What is still to come under a budget, and when the money is used up. */

#include "config.h"
#include "analysis/participation-private.h"

#include "base/ratio.h"

/* A run rate says nothing before it has run so long. */
#define DAYS_TO_GO_BY 28

typedef struct
{
  const TenureParticipation *source;
  guint index;
  const TenureFactBudget *fact;
  TenureBudgetFigures *budget;
  TenureDay as_of, first; /* the first day of the budget, or of its first commitment */
} Forecast;

static TenureParticipationFacts const *
get_facts (const Forecast *self)
{
  return &self->source->facts->participation;
}

/* Adds what comes to the budget on @day; steps come in order of days. A sum beyond what fits stays where it is. */
static void
add_step (const Forecast *self, TenureDay day, gint64 low, gint64 middle, gint64 high)
{
  GArray *steps = self->budget->steps;
  TenureForecastStep step = { day, self->budget->figures[TENURE_BUDGET_COMMITTED].integer,
                              self->budget->figures[TENURE_BUDGET_COMMITTED].integer,
                              self->budget->figures[TENURE_BUDGET_COMMITTED].integer };

  if (steps->len > 0)
    step = g_array_index (steps, TenureForecastStep, steps->len - 1);
  step.day = day;
  tenure_money_add (&step.low_minor, low);
  tenure_money_add (&step.middle_minor, middle);
  tenure_money_add (&step.high_minor, high);
  g_array_append_val (steps, step);
}

/* What was committed from @from to @to. */
static gint64
sum_committed (const TenureBudgetFigures *budget, TenureDay from, TenureDay to)
{
  TenureSum sum = { 0 };

  for (guint i = 0; i < budget->commitments->len; i++)
    {
      const TenureCommitment *commitment = &g_array_index (budget->commitments, TenureCommitment, i);

      if (commitment->day >= from && commitment->day <= to)
        tenure_sum_add (&sum, commitment->minor);
    }
  return sum.overflows ? 0 : sum.minor;
}

/* --- By the calendar --- */

/* What a meeting of a board has cost the budget so far. */
typedef struct
{
  TenureSum sum;
  gint64 least, most;
  guint n;
} BoardCost;

static void
add_meeting_cost (BoardCost *cost, gint64 minor)
{
  cost->least = cost->n == 0 ? minor : MIN (cost->least, minor);
  cost->most = cost->n == 0 ? minor : MAX (cost->most, minor);
  cost->n++;
  tenure_sum_add (&cost->sum, minor);
}

/* By board; the caller frees. */
static BoardCost *
find_board_costs (const Forecast *self)
{
  const TenureParticipationFacts *facts = get_facts (self);
  BoardCost *costs = g_new0 (BoardCost, self->source->facts->n_boards + 1);

  for (guint m = 0; m < facts->n_meetings; m++)
    {
      gint64 minor;
      gboolean known;

      if (facts->meetings[m].held <= self->as_of
          && tenure_participation_sum_meeting (self->source, self->index, m, &minor, &known) > 0 && known)
        add_meeting_cost (&costs[facts->meetings[m].board], minor);
    }
  return costs;
}

typedef struct
{
  TenureDay day;
  gint64 low, middle, high;
} Coming;

static int
compare_coming (gconstpointer a, gconstpointer b)
{
  const Coming *first = a, *second = b;

  return (first->day > second->day) - (first->day < second->day);
}

/* FALSE where nothing is known of what such a meeting costs. */
static gboolean
foresee_meeting (const Forecast *self, const BoardCost *costs, guint m, Coming *out_coming)
{
  const TenureFactMeeting *meeting = &get_facts (self)->meetings[m];
  const BoardCost *cost = &costs[meeting->board];
  gint64 minor;
  gboolean known;
  guint n = tenure_participation_sum_meeting (self->source, self->index, m, &minor, &known);

  *out_coming = (Coming){ meeting->held, minor, minor, minor };
  if (n > 0 && known)
    return TRUE;
  if (cost->n == 0 || cost->sum.overflows || !tenure_ratio_scale (cost->sum.minor, 1, cost->n, &out_coming->middle))
    return FALSE;
  out_coming->low = cost->least;
  out_coming->high = cost->most;
  return TRUE;
}

static gboolean
go_by_calendar (const Forecast *self)
{
  const TenureParticipationFacts *facts = get_facts (self);
  g_autofree BoardCost *costs = find_board_costs (self);
  g_autoptr (GArray) coming = g_array_new (FALSE, FALSE, sizeof (Coming));
  Coming meeting;

  for (guint m = 0; m < facts->n_meetings; m++)
    if (facts->meetings[m].held > self->as_of && facts->meetings[m].held <= self->fact->to_day
        && foresee_meeting (self, costs, m, &meeting))
      g_array_append_val (coming, meeting);
  g_array_sort (coming, compare_coming);
  for (guint i = 0; i < coming->len; i++)
    {
      meeting = g_array_index (coming, Coming, i);
      add_step (self, meeting.day, meeting.low, meeting.middle, meeting.high);
    }
  return coming->len > 0;
}

/* --- By last year --- */

static gboolean
go_by_last_year (const Forecast *self)
{
  const TenureBudgetFigures *previous;
  const TenureFactBudget *fact;
  gint64 then, now;
  gboolean compares;

  if (self->fact->previous < 0)
    return FALSE;
  previous = &self->source->budgets[self->fact->previous];
  fact = &get_facts (self)->budgets[self->fact->previous];
  if (fact->currency != self->fact->currency)
    return FALSE;
  /* A budget that began later in its year has no months that could be held against these. */
  compares = tenure_day_is_known (fact->from_day) && fact->from_day <= tenure_day_add_months (self->first, -12);
  now = sum_committed (self->budget, self->first, self->as_of);
  then = sum_committed (previous, tenure_day_add_months (self->first, -12), tenure_day_add_months (self->as_of, -12));
  for (guint i = 0; i < previous->commitments->len; i++)
    {
      const TenureCommitment *commitment = &g_array_index (previous->commitments, TenureCommitment, i);
      TenureDay day = tenure_day_add_months (commitment->day, 12);
      gint64 scaled = commitment->minor;

      if (day <= self->as_of || day > self->fact->to_day)
        continue;
      if (compares && then > 0 && now > 0 && !tenure_ratio_scale (commitment->minor, now, then, &scaled))
        scaled = commitment->minor;
      add_step (self, day, MIN (scaled, commitment->minor), commitment->minor, MAX (scaled, commitment->minor));
    }
  return self->budget->steps->len > 0;
}

/* --- By what a day has cost --- */

static gboolean
is_less (TenureRatio a, TenureRatio b)
{
  return tenure_ratio_compare (a, b) < 0;
}

/* What a day of the cheapest and of the dearest of the whole months so far cost; both @mean where there are not two. */
static void
find_range (const Forecast *self, TenureRatio mean, TenureRatio *out_low, TenureRatio *out_high)
{
  TenureDay month = tenure_day_month_start (self->first);
  guint n = 0;

  *out_low = *out_high = mean;
  if (month < self->first)
    month = tenure_day_add_months (month, 1);
  for (TenureDay next = tenure_day_add_months (month, 1); next <= self->as_of + 1;
       month = next, next = tenure_day_add_months (month, 1))
    {
      TenureRatio rate = { sum_committed (self->budget, month, next - 1), next - month };

      *out_low = n == 0 || is_less (rate, *out_low) ? rate : *out_low;
      *out_high = n == 0 || is_less (*out_high, rate) ? rate : *out_high;
      n++;
    }
  if (n < 2)
    *out_low = *out_high = mean;
  *out_low = is_less (mean, *out_low) ? mean : *out_low;
  *out_high = is_less (*out_high, mean) ? mean : *out_high;
}

/* What @days cost; nothing where it does not fit. */
static gint64
cost_of (TenureRatio rate, gint64 days)
{
  gint64 minor;

  return tenure_ratio_scale (rate.numerator, days, rate.denominator, &minor) ? minor : 0;
}

static gboolean
go_by_run_rate (const Forecast *self)
{
  TenureRatio mean = { self->budget->figures[TENURE_BUDGET_COMMITTED].integer, (gint64) self->as_of - self->first + 1 }, low,
              high;
  gint64 passed = 0;

  if (mean.denominator < DAYS_TO_GO_BY || self->budget->commitments->len == 0)
    return FALSE;
  find_range (self, mean, &low, &high);
  /* From one month's end to the next, each as the whole so far less what was said before: nothing is lost in rounding. */
  for (TenureDay day = self->as_of; day < self->fact->to_day;)
    {
      TenureDay end = MIN (self->fact->to_day, tenure_day_add_months (tenure_day_month_start (day + 1), 1) - 1);
      gint64 days = (gint64) end - self->as_of;

      add_step (self, end, cost_of (low, days) - cost_of (low, passed), cost_of (mean, days) - cost_of (mean, passed),
                cost_of (high, days) - cost_of (high, passed));
      passed = days;
      day = end;
    }
  return TRUE;
}

/* --- All of it --- */

/* The first day on which more is committed than there is. */
static TenureDay
find_exhausted (const Forecast *self)
{
  TenureSum sum = { 0 };

  if (self->budget->figures[TENURE_BUDGET_AMOUNT].kind != TENURE_FIGURE_INTEGER)
    return TENURE_DAY_NONE;
  for (guint i = 0; i < self->budget->commitments->len; i++)
    {
      const TenureCommitment *commitment = &g_array_index (self->budget->commitments, TenureCommitment, i);

      tenure_sum_add (&sum, commitment->minor);
      if (!sum.overflows && sum.minor > self->budget->figures[TENURE_BUDGET_AMOUNT].integer)
        return commitment->day;
    }
  for (guint i = 0; i < self->budget->steps->len; i++)
    {
      const TenureForecastStep *step = &g_array_index (self->budget->steps, TenureForecastStep, i);

      if (step->middle_minor > self->budget->figures[TENURE_BUDGET_AMOUNT].integer)
        return step->day;
    }
  return TENURE_DAY_NONE;
}

static TenureForecastMethod
choose (const Forecast *self)
{
  if (!tenure_day_is_known (self->fact->to_day)
      || self->budget->figures[TENURE_BUDGET_COMMITTED].kind != TENURE_FIGURE_INTEGER)
    return TENURE_FORECAST_NONE;
  if (self->fact->to_day <= self->as_of)
    return TENURE_FORECAST_OVER;
  if (go_by_calendar (self))
    return TENURE_FORECAST_CALENDAR;
  if (go_by_last_year (self))
    return TENURE_FORECAST_LAST_YEAR;
  return go_by_run_rate (self) ? TENURE_FORECAST_RUN_RATE : TENURE_FORECAST_NONE;
}

void
tenure_participation_forecast (const TenureParticipation *participation, guint index)
{
  const TenureFactBudget *fact = &participation->facts->participation.budgets[index];
  TenureBudgetFigures *budget = &participation->budgets[index];
  const TenureFigure *committed = &budget->figures[TENURE_BUDGET_COMMITTED];
  Forecast self = { participation, index, fact, budget, participation->as_of, fact->from_day };
  TenureForecastStep end = { .day = participation->as_of };

  if (!tenure_day_is_known (self.first) && budget->commitments->len > 0)
    self.first = g_array_index (budget->commitments, TenureCommitment, 0).day;
  if (!tenure_day_is_known (self.first))
    self.first = participation->as_of;
  budget->method = choose (&self);
  budget->exhausted = find_exhausted (&self);
  end.low_minor = end.middle_minor = end.high_minor = committed->integer;
  if (budget->steps->len > 0)
    end = g_array_index (budget->steps, TenureForecastStep, budget->steps->len - 1);
  budget->figures[TENURE_BUDGET_FORECAST] = budget->figures[TENURE_BUDGET_FORECAST_LOW] =
      budget->figures[TENURE_BUDGET_FORECAST_HIGH] =
          tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_MINOR, committed->known, committed->of);
  if (budget->method == TENURE_FORECAST_NONE)
    return;
  budget->figures[TENURE_BUDGET_FORECAST_LOW] =
      tenure_figure_minor (end.low_minor, fact->currency, committed->known, committed->of);
  budget->figures[TENURE_BUDGET_FORECAST] =
      tenure_figure_minor (end.middle_minor, fact->currency, committed->known, committed->of);
  budget->figures[TENURE_BUDGET_FORECAST_HIGH] =
      tenure_figure_minor (end.high_minor, fact->currency, committed->known, committed->of);
}
