#pragma once

#include "base/day.h"
#include "base/money.h"

G_BEGIN_DECLS

/* From values to pixels and back. Ranges without extent are named cases, not accidents: an empty range and a
 * range of one value map everything to the middle of the pixels and offer that one tick; a pixel range of no
 * width maps everything to its start. Nothing here divides by zero or returns a number that is not finite. */

typedef struct
{
  double low, high;        /* domain; low ≤ high */
  double start_px, end_px; /* may run either way */
} TenureLinearScale;

/* Not-finite bounds count as 0; swapped bounds are put in order. */
TenureLinearScale tenure_linear_scale (double low, double high, double start_px, double end_px);

double tenure_linear_scale_px (const TenureLinearScale *scale, double value);
double tenure_linear_scale_value (const TenureLinearScale *scale, double px);

/* Ticks in plain numbers: what one is and how many there are from the first. */
typedef struct
{
  double first;
  double step; /* > 0 */
  guint count; /* ≥ 1 */
} TenureTicks;

/* At most @max_ticks (≥ 2) ticks at 1, 2 or 5 × 10ⁿ that lie within low … high, 0 included when it is inside.
 * A range of one value gives one tick: that value. */
TenureTicks tenure_ticks_nice (double low, double high, guint max_ticks);

/* The same in whole numbers only (people, seats, agreements): the step is never below 1. */
TenureTicks tenure_ticks_count (double low, double high, guint max_ticks);

/* Steps of 1, 3, 6, 12, 24, 36, 60, 120 … months. */
TenureTicks tenure_ticks_months (double low, double high, guint max_ticks);

static inline double
tenure_ticks_at (const TenureTicks *ticks, guint i)
{
  return ticks->first + ticks->step * i;
}

/* The nice upper bound of bars that reach @high from a zero baseline: the first tick at or above it; 1 for 0
 * or less, so that an empty chart still has an axis. */
double tenure_nice_ceiling (double high, guint max_ticks);

/* --- Time ----------------------------------------------------------------------------------------------- */

typedef struct
{
  double first_day;  /* the day at px 0, with its fraction */
  double px_per_day; /* > 0 */
  double start_px;   /* where px 0 lies in the scene */
} TenureTimeScale;

static inline double
tenure_time_scale_px (const TenureTimeScale *scale, double day)
{
  return scale->start_px + (day - scale->first_day) * scale->px_per_day;
}

static inline double
tenure_time_scale_day (const TenureTimeScale *scale, double px)
{
  return scale->first_day + (px - scale->start_px) / scale->px_per_day;
}

/* A scale that shows [@first, @after) in @width_px. A span without extent is shown as the one day that it is;
 * a width below one pixel counts as one. */
TenureTimeScale tenure_time_scale_fit (TenureDay first, TenureDay after, double start_px, double width_px);

typedef enum
{
  TENURE_TIME_STEP_DAY,
  TENURE_TIME_STEP_WEEK, /* Mondays */
  TENURE_TIME_STEP_MONTH,
  TENURE_TIME_STEP_QUARTER, /* counted from the first month of the year */
  TENURE_TIME_STEP_YEAR,
  TENURE_TIME_STEP_YEARS_5,
  TENURE_TIME_STEP_YEARS_10,
  TENURE_TIME_STEP_YEARS_50,
  TENURE_TIME_STEP_YEARS_100,
  TENURE_TIME_STEP_YEARS_1000,
} TenureTimeStep;

/* The finest step whose ticks are at least @min_px apart. */
TenureTimeStep tenure_time_step_for (double px_per_day, double min_px);

/* The first tick of @step on or after @day, and the tick after @tick. Years begin on day 1 of @first_month
 * (1–12). NONE when the next tick would leave the range of days. */
TenureDay tenure_time_step_first (TenureTimeStep step, TenureDay day, int first_month);
TenureDay tenure_time_step_next (TenureTimeStep step, TenureDay tick, int first_month);

/* "21", "Nov", "2026/27" (or "2026" when years begin in January); with @full "21 Nov 2026", "Nov 2026". Free.
 */
char *tenure_time_step_dup_label (TenureTimeStep step, TenureDay tick, int first_month, gboolean full);

/* --- Bands ---------------------------------------------------------------------------------------------- */

/* @n equal bands with equal gaps between them and none outside: whole pixels when they are at least 3 px
 * wide. */
typedef struct
{
  double start_px;
  double step_px;
  double width_px;
  guint n;
} TenureBandScale;

/* @gap: share of a step left free, 0 … 0.9. n = 0 gives bands of no width. */
TenureBandScale tenure_band_scale (guint n, double start_px, double end_px, double gap);

static inline double
tenure_band_scale_px (const TenureBandScale *scale, guint i)
{
  return scale->start_px + scale->step_px * i;
}

G_END_DECLS
