#include "config.h"

#include "chart/scale.h"

#include "base/i18n.h"
#include <math.h>

/* Room for rounding when a bound lies on a tick. */
#define TICK_SLACK 1e-9
#define MAX_TICKS 1000u

/* --- Linear --------------------------------------------------------------------------------------------- */

static double
finite_or_zero (double value)
{
  return isfinite (value) ? value : 0;
}

TenureLinearScale
tenure_linear_scale (double low, double high, double start_px, double end_px)
{
  low = finite_or_zero (low);
  high = finite_or_zero (high);
  return (TenureLinearScale){ MIN (low, high), MAX (low, high), start_px, end_px };
}

double
tenure_linear_scale_px (const TenureLinearScale *scale, double value)
{
  double extent = scale->high - scale->low;

  if (extent <= 0)
    return (scale->start_px + scale->end_px) / 2;
  return scale->start_px + (finite_or_zero (value) - scale->low) / extent * (scale->end_px - scale->start_px);
}

double
tenure_linear_scale_value (const TenureLinearScale *scale, double px)
{
  double extent_px = scale->end_px - scale->start_px;

  if (extent_px == 0)
    return scale->low;
  return scale->low + (px - scale->start_px) / extent_px * (scale->high - scale->low);
}

/* --- Ticks ---------------------------------------------------------------------------------------------- */

/* The smallest of 1, 2, 5 × 10ⁿ that is no smaller than @raw. */
static double
nice_step (double raw)
{
  double power = pow (10, floor (log10 (raw)));
  double lead = raw / power;

  if (lead <= 1 + TICK_SLACK)
    return power;
  if (lead <= 2 + TICK_SLACK)
    return 2 * power;
  if (lead <= 5 + TICK_SLACK)
    return 5 * power;
  return 10 * power;
}

static TenureTicks
ticks_with_step (double low, double high, double step)
{
  double first = ceil (low / step - TICK_SLACK);
  double last = floor (high / step + TICK_SLACK);

  if (last < first)
    return (TenureTicks){ low, step, 1 };
  return (TenureTicks){ first * step, step, (guint) MIN (last - first + 1, MAX_TICKS) };
}

static TenureTicks
ticks_from (double low, double high, guint max_ticks, double least_step)
{
  double step;

  low = finite_or_zero (low);
  high = finite_or_zero (high);
  if (high < low)
    return ticks_from (high, low, max_ticks, least_step);
  if (high == low)
    return (TenureTicks){ low, MAX (least_step, 1), 1 };
  step = MAX (nice_step ((high - low) / MAX (max_ticks, 2u)), least_step);
  /* With 0 on the grid, floor and ceiling can let one tick more in than asked for. */
  while (ticks_with_step (low, high, step).count > MAX (max_ticks, 2u))
    step = nice_step (step * 1.5);
  return ticks_with_step (low, high, step);
}

TenureTicks
tenure_ticks_nice (double low, double high, guint max_ticks)
{
  return ticks_from (low, high, max_ticks, 0);
}

TenureTicks
tenure_ticks_count (double low, double high, guint max_ticks)
{
  return ticks_from (low, high, max_ticks, 1);
}

TenureTicks
tenure_ticks_months (double low, double high, guint max_ticks)
{
  static const double steps[] = { 1, 3, 6, 12, 24, 36, 60, 120, 240, 600, 1200, 2400, 6000, 12000 };

  low = finite_or_zero (low);
  high = finite_or_zero (high);
  if (high < low)
    return tenure_ticks_months (high, low, max_ticks);
  if (high == low)
    return (TenureTicks){ low, 1, 1 };
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      TenureTicks ticks = ticks_with_step (low, high, steps[i]);

      if (ticks.count <= MAX (max_ticks, 2u))
        return ticks;
    }
  return ticks_from (low, high, max_ticks, 12000);
}

double
tenure_nice_ceiling (double high, guint max_ticks)
{
  double step;

  high = finite_or_zero (high);
  if (high <= 0)
    return 1;
  step = nice_step (high / MAX (max_ticks, 2u));
  return ceil (high / step - TICK_SLACK) * step;
}

/* --- Time ----------------------------------------------------------------------------------------------- */

TenureTimeScale
tenure_time_scale_fit (TenureDay first, TenureDay after, double start_px, double width_px)
{
  double days = MAX ((double) after - (double) first, 1);

  return (TenureTimeScale){ first, MAX (width_px, 1) / days, start_px };
}

/* The shortest that a step can be, in days. */
static double
step_days (TenureTimeStep step)
{
  static const double days[] = { 1, 7, 28, 89, 365, 1826, 3652, 18262, 36524, 365242 };

  return days[step];
}

static int
step_months (TenureTimeStep step)
{
  static const int months[] = { 0, 0, 1, 3, 12, 60, 120, 600, 1200, 12000 };

  return months[step];
}

TenureTimeStep
tenure_time_step_for (double px_per_day, double min_px)
{
  for (TenureTimeStep step = TENURE_TIME_STEP_DAY; step < TENURE_TIME_STEP_YEARS_1000; step++)
    if (step_days (step) * px_per_day >= min_px)
      return step;
  return TENURE_TIME_STEP_YEARS_1000;
}

static int
floor_div (int a, int b)
{
  return a >= 0 ? a / b : -((-a + b - 1) / b);
}

/* The last tick on or before @day. */
static TenureDay
step_floor (TenureTimeStep step, TenureDay day, int first_month)
{
  int year, month, day_of_month;
  TenureDay start;

  if (step == TENURE_TIME_STEP_DAY)
    return day;
  if (step == TENURE_TIME_STEP_WEEK)
    return floor_div (day - 4, 7) * 7 + 4; /* 5 January 1970 was a Monday */
  if (step == TENURE_TIME_STEP_MONTH)
    return tenure_day_month_start (day);
  start = tenure_day_year_start (day, first_month);
  if (step == TENURE_TIME_STEP_QUARTER)
    {
      while (tenure_day_add_months (start, 3) <= day)
        start = tenure_day_add_months (start, 3);
      return start;
    }
  tenure_day_to_civil (start, &year, &month, &day_of_month);
  year -= year % (step_months (step) / 12);
  if (!tenure_day_from_civil (MAX (year, 1), first_month, 1, &start))
    return TENURE_DAY_MIN;
  return start;
}

TenureDay
tenure_time_step_first (TenureTimeStep step, TenureDay day, int first_month)
{
  TenureDay tick;

  if (!tenure_day_is_known (day) || day > TENURE_DAY_MAX)
    return TENURE_DAY_NONE;
  first_month = CLAMP (first_month, 1, 12);
  tick = step_floor (step, MAX (day, TENURE_DAY_MIN), first_month);
  return tick >= day ? tick : tenure_time_step_next (step, tick, first_month);
}

TenureDay
tenure_time_step_next (TenureTimeStep step, TenureDay tick, int first_month)
{
  TenureDay next;

  if (!tenure_day_is_known (tick))
    return TENURE_DAY_NONE;
  if (step == TENURE_TIME_STEP_DAY)
    next = tick + 1;
  else if (step == TENURE_TIME_STEP_WEEK)
    next = tick + 7;
  else
    next = tenure_day_add_months (tick, step_months (step));
  /* Adding months clamps at the end of the calendar, where there is no next tick. */
  return next > TENURE_DAY_MAX || next <= tick || (step >= TENURE_TIME_STEP_MONTH && next == TENURE_DAY_MAX)
             ? TENURE_DAY_NONE
             : next;
}

static char *
month_label (TenureDay tick)
{
  int year, month, day_of_month;
  g_autoptr (GDate) date = NULL;
  char text[32];

  tenure_day_to_civil (tick, &year, &month, &day_of_month);
  date = g_date_new_dmy (1, (GDateMonth) month, (GDateYear) year);
  g_date_strftime (text, sizeof text, "%b", date);
  return g_strdup (text);
}

char *
tenure_time_step_dup_label (TenureTimeStep step, TenureDay tick, int first_month, gboolean full)
{
  int year, month, day_of_month;

  if (!tenure_day_is_known (tick))
    return g_strdup ("");
  tenure_day_to_civil (tick, &year, &month, &day_of_month);
  if (step <= TENURE_TIME_STEP_WEEK)
    return full ? tenure_day_dup_label (tick) : g_strdup_printf ("%d", day_of_month);
  if (step <= TENURE_TIME_STEP_QUARTER)
    return full ? tenure_day_dup_month_label (tick) : month_label (tick);
  if (first_month == 1)
    return g_strdup_printf ("%d", year);
  return g_strdup_printf ("%d/%02d", year, (year + 1) % 100);
}

/* --- Bands ---------------------------------------------------------------------------------------------- */

TenureBandScale
tenure_band_scale (guint n, double start_px, double end_px, double gap)
{
  double extent = MAX (end_px - start_px, 0);
  TenureBandScale scale = { start_px, 0, 0, n };

  if (n == 0)
    return scale;
  gap = CLAMP (gap, 0, 0.9);
  /* n bands and n − 1 gaps fill the extent exactly. */
  scale.step_px = extent / (n - gap);
  scale.width_px = scale.step_px * (1 - gap);
  if (scale.width_px >= 3)
    {
      scale.step_px = floor (scale.step_px);
      scale.width_px = MAX (floor (scale.width_px), 1);
    }
  return scale;
}

G_STATIC_ASSERT (TENURE_TIME_STEP_YEARS_1000 == 9);
