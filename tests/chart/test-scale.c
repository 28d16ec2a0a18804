#include <math.h>

#include "chart/scale.h"

static void
test_linear (void)
{
  TenureLinearScale scale = tenure_linear_scale (0, 200, 10, 110);
  TenureLinearScale down = tenure_linear_scale (0, 200, 110, 10);
  TenureLinearScale point = tenure_linear_scale (5, 5, 10, 110);
  TenureLinearScale flat = tenure_linear_scale (0, 10, 40, 40);
  TenureLinearScale bad = tenure_linear_scale (NAN, INFINITY, 0, 10);

  g_assert_cmpfloat (tenure_linear_scale_px (&scale, 100), ==, 60);
  g_assert_cmpfloat (tenure_linear_scale_value (&scale, 60), ==, 100);
  g_assert_cmpfloat (tenure_linear_scale_px (&down, 200), ==, 10);
  /* One value lies in the middle, wherever it is. */
  g_assert_cmpfloat (tenure_linear_scale_px (&point, 5), ==, 60);
  g_assert_cmpfloat (tenure_linear_scale_value (&point, 77), ==, 5);
  /* No pixels: everything at the start. */
  g_assert_cmpfloat (tenure_linear_scale_px (&flat, 7), ==, 40);
  g_assert_cmpfloat (tenure_linear_scale_value (&flat, 99), ==, 0);
  g_assert_true (isfinite (tenure_linear_scale_px (&bad, 3)));
  g_assert_true (isfinite (tenure_linear_scale_px (&scale, NAN)));
}

static const struct
{
  double low, high;
  guint max;
  double first, step;
  guint count;
} tick_cases[] = {
  { 0, 100, 6, 0, 20, 6 },       { 0, 100, 5, 0, 50, 3 },   { 0, 7, 8, 0, 1, 8 },
  { 3, 97, 6, 20, 20, 4 },       { -10, 10, 5, -10, 5, 5 }, { 0, 0.3, 4, 0, 0.1, 4 },
  { 0, 12345678, 6, 0, 5e6, 3 }, { 5, 5, 6, 5, 1, 1 },      { 100, 0, 6, 0, 20, 6 },
};

static void
test_ticks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tick_cases); i++)
    {
      TenureTicks ticks = tenure_ticks_nice (tick_cases[i].low, tick_cases[i].high, tick_cases[i].max);

      g_test_message ("%g … %g", tick_cases[i].low, tick_cases[i].high);
      g_assert_cmpfloat_with_epsilon (ticks.first, tick_cases[i].first, 1e-9);
      g_assert_cmpfloat_with_epsilon (ticks.step, tick_cases[i].step, 1e-9);
      g_assert_cmpuint (ticks.count, ==, tick_cases[i].count);
    }
}

/* Never more than asked for, never outside, on any range. */
static void
test_ticks_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);

  for (guint i = 0; i < 20000; i++)
    {
      double low = g_rand_double_range (rand, -1, 1) * pow (10, g_rand_int_range (rand, -3, 12));
      double high = low + g_rand_double (rand) * pow (10, g_rand_int_range (rand, -3, 12));
      guint max = (guint) g_rand_int_range (rand, 2, 10);
      TenureTicks ticks = tenure_ticks_nice (low, high, max);
      /* A range far from zero and very narrow is limited by what a double holds. */
      double slack = ticks.step * 1e-6 + MAX (fabs (low), fabs (high)) * 1e-12;

      g_assert_cmpuint (ticks.count, >=, 1);
      g_assert_cmpuint (ticks.count, <=, max);
      g_assert_cmpfloat (ticks.step, >, 0);
      g_assert_cmpfloat (ticks.first, >=, low - slack);
      g_assert_cmpfloat (tenure_ticks_at (&ticks, ticks.count - 1), <=, high + slack);
    }
}

static void
test_ticks_whole (void)
{
  TenureTicks people = tenure_ticks_count (0, 3, 9);
  TenureTicks months = tenure_ticks_months (0, 36, 5);
  TenureTicks years = tenure_ticks_months (0, 130, 5);

  g_assert_cmpfloat (people.step, ==, 1);
  g_assert_cmpuint (people.count, ==, 4);
  g_assert_cmpfloat (months.step, ==, 12);
  g_assert_cmpuint (months.count, ==, 4);
  g_assert_cmpfloat (years.step, ==, 36);
}

static void
test_ceiling (void)
{
  g_assert_cmpfloat (tenure_nice_ceiling (0, 5), ==, 1);
  g_assert_cmpfloat (tenure_nice_ceiling (-3, 5), ==, 1);
  g_assert_cmpfloat (tenure_nice_ceiling (NAN, 5), ==, 1);
  g_assert_cmpfloat (tenure_nice_ceiling (13, 5), ==, 15);
  g_assert_cmpfloat (tenure_nice_ceiling (100, 5), ==, 100);
}

static TenureDay
day (const char *iso)
{
  TenureDay value;

  g_assert_true (tenure_day_parse_iso (iso, &value));
  return value;
}

static void
test_time (void)
{
  TenureTimeScale scale = tenure_time_scale_fit (day ("2026-04-01"), day ("2027-04-01"), 100, 730);
  TenureTimeScale point = tenure_time_scale_fit (100, 100, 0, 50);
  TenureTimeScale thin = tenure_time_scale_fit (100, 200, 0, 0);

  g_assert_cmpfloat (tenure_time_scale_px (&scale, day ("2026-04-11")), ==, 120);
  g_assert_cmpfloat (tenure_time_scale_day (&scale, 120), ==, day ("2026-04-11"));
  g_assert_cmpfloat (point.px_per_day, ==, 50);
  g_assert_cmpfloat (thin.px_per_day, >, 0);
}

static const struct
{
  TenureTimeStep step;
  const char *from;
  int first_month;
  const char *ticks[3];
  const char *labels[3];
} step_cases[] = {
  { TENURE_TIME_STEP_DAY,
    "2026-11-21",
    4,
    { "2026-11-21", "2026-11-22", "2026-11-23" },
    { "21", "22", "23" } },
  { TENURE_TIME_STEP_WEEK,
    "2026-11-21",
    4,
    { "2026-11-23", "2026-11-30", "2026-12-07" },
    { "23", "30", "7" } },
  { TENURE_TIME_STEP_MONTH,
    "2026-11-21",
    4,
    { "2026-12-01", "2027-01-01", "2027-02-01" },
    { "Dec", "Jan", "Feb" } },
  { TENURE_TIME_STEP_QUARTER,
    "2026-11-21",
    4,
    { "2027-01-01", "2027-04-01", "2027-07-01" },
    { "Jan", "Apr", "Jul" } },
  { TENURE_TIME_STEP_QUARTER,
    "2026-11-21",
    2,
    { "2027-02-01", "2027-05-01", "2027-08-01" },
    { "Feb", "May", "Aug" } },
  { TENURE_TIME_STEP_YEAR,
    "2026-04-01",
    4,
    { "2026-04-01", "2027-04-01", "2028-04-01" },
    { "2026/27", "2027/28", "2028/29" } },
  { TENURE_TIME_STEP_YEAR,
    "2026-11-21",
    1,
    { "2027-01-01", "2028-01-01", "2029-01-01" },
    { "2027", "2028", "2029" } },
  { TENURE_TIME_STEP_YEARS_5,
    "2026-11-21",
    4,
    { "2030-04-01", "2035-04-01", "2040-04-01" },
    { "2030/31", "2035/36", "2040/41" } },
  { TENURE_TIME_STEP_YEAR,
    "1969-12-01",
    4,
    { "1970-04-01", "1971-04-01", "1972-04-01" },
    { "1970/71", "1971/72", "1972/73" } },
};

static void
test_steps (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (step_cases); i++)
    {
      TenureDay tick =
          tenure_time_step_first (step_cases[i].step, day (step_cases[i].from), step_cases[i].first_month);

      for (guint k = 0; k < 3; k++)
        {
          g_autofree char *label =
              tenure_time_step_dup_label (step_cases[i].step, tick, step_cases[i].first_month, FALSE);
          char iso[TENURE_DAY_ISO_SIZE];

          g_assert_cmpstr (tenure_day_to_iso (tick, iso), ==, step_cases[i].ticks[k]);
          g_assert_cmpstr (label, ==, step_cases[i].labels[k]);
          tick = tenure_time_step_next (step_cases[i].step, tick, step_cases[i].first_month);
        }
    }
}

/* The calendar has an end, and stepping towards it stops. */
static void
test_steps_end (void)
{
  for (TenureTimeStep step = TENURE_TIME_STEP_MONTH; step <= TENURE_TIME_STEP_YEARS_1000; step++)
    {
      TenureDay tick = tenure_time_step_first (step, day ("9990-01-01"), 4);
      guint n = 0;

      while (tenure_day_is_known (tick) && n < 1000)
        {
          TenureDay next = tenure_time_step_next (step, tick, 4);

          g_assert_true (!tenure_day_is_known (next) || next > tick);
          tick = next;
          n++;
        }
      g_assert_cmpuint (n, <, 1000);
    }
  g_assert_cmpint (tenure_time_step_first (TENURE_TIME_STEP_YEAR, TENURE_DAY_NONE, 4), ==, TENURE_DAY_NONE);
}

static void
test_step_choice (void)
{
  g_assert_cmpint (tenure_time_step_for (40, 36), ==, TENURE_TIME_STEP_DAY);
  g_assert_cmpint (tenure_time_step_for (6, 36), ==, TENURE_TIME_STEP_WEEK);
  g_assert_cmpint (tenure_time_step_for (1.5, 36), ==, TENURE_TIME_STEP_MONTH);
  g_assert_cmpint (tenure_time_step_for (0.5, 36), ==, TENURE_TIME_STEP_QUARTER);
  g_assert_cmpint (tenure_time_step_for (0.1, 36), ==, TENURE_TIME_STEP_YEAR);
  g_assert_cmpint (tenure_time_step_for (1e-9, 36), ==, TENURE_TIME_STEP_YEARS_1000);
}

static void
test_bands (void)
{
  TenureBandScale scale = tenure_band_scale (4, 0, 100, 0.2);
  TenureBandScale none = tenure_band_scale (0, 0, 100, 0.2);
  TenureBandScale many = tenure_band_scale (1000, 0, 100, 0);

  g_assert_cmpfloat (tenure_band_scale_px (&scale, 3) + scale.width_px, <=, 100);
  g_assert_cmpfloat (scale.width_px, ==, floor (scale.width_px));
  g_assert_cmpfloat (scale.step_px, >, scale.width_px);
  g_assert_cmpfloat (none.width_px, ==, 0);
  g_assert_cmpfloat_with_epsilon (tenure_band_scale_px (&many, 999) + many.width_px, 100, 1e-6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scale/linear", test_linear);
  g_test_add_func ("/scale/ticks", test_ticks);
  g_test_add_func ("/scale/ticks-random", test_ticks_random);
  g_test_add_func ("/scale/ticks-whole", test_ticks_whole);
  g_test_add_func ("/scale/ceiling", test_ceiling);
  g_test_add_func ("/scale/time", test_time);
  g_test_add_func ("/scale/steps", test_steps);
  g_test_add_func ("/scale/steps-end", test_steps_end);
  g_test_add_func ("/scale/step-choice", test_step_choice);
  g_test_add_func ("/scale/bands", test_bands);
  return g_test_run ();
}
