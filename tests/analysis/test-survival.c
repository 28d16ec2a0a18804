#include "analysis/survival.h"

#include <math.h>

/* Remission of leukaemia in weeks under 6-MP (Freireich and others 1963); negative: still in remission then. */
static const int remission[] = { 6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35 };

static TenureSurvival *
survival_of (const int *times, guint n)
{
  g_autofree TenureLifetime *lifetimes = g_new (TenureLifetime, n);

  for (guint i = 0; i < n; i++)
    lifetimes[i] = (TenureLifetime){ tenure_months_whole (ABS (times[i])), times[i] > 0 };
  return tenure_survival_new (lifetimes, n);
}

/* Shares and Greenwood's errors as they are printed in textbooks. */
static void
test_worked_case (void)
{
  static const struct
  {
    int time;
    guint at_risk, ended, censored;
    double survival, error;
  } published[] = {
    { 6, 21, 3, 0, 0.857, 0.0764 },  { 7, 17, 1, 1, 0.807, 0.0869 },  { 10, 15, 1, 1, 0.753, 0.0963 },
    { 13, 12, 1, 2, 0.690, 0.1068 }, { 16, 11, 1, 0, 0.627, 0.1141 }, { 22, 7, 1, 3, 0.538, 0.1282 },
    { 23, 6, 1, 0, 0.448, 0.1346 },
  };
  g_autoptr (TenureSurvival) survival = survival_of (remission, G_N_ELEMENTS (remission));
  double share;

  g_assert_cmpuint (survival->n, ==, 21);
  g_assert_cmpuint (survival->n_ended, ==, 9);
  g_assert_cmpuint (survival->n_steps, ==, G_N_ELEMENTS (published));
  for (guint i = 0; i < survival->n_steps; i++)
    {
      const TenureSurvivalStep *step = &survival->steps[i];

      g_test_message ("week %d", published[i].time);
      g_assert_cmpint (step->time.whole, ==, published[i].time);
      g_assert_cmpuint (step->at_risk, ==, published[i].at_risk);
      g_assert_cmpuint (step->ended, ==, published[i].ended);
      g_assert_cmpuint (step->censored, ==, published[i].censored);
      g_assert_cmpfloat_with_epsilon (step->survival, published[i].survival, 0.0005);
      g_assert_cmpfloat_with_epsilon (step->error, published[i].error, 0.00005);
      g_assert_true (step->interval_known && step->lower < step->survival && step->survival < step->upper);
    }
  /* At 6 weeks: ln (−ln 0.857142…) = −1.86982, its error √(3 / (21 × 18)) / 0.154151 = 0.57793. */
  g_assert_cmpfloat_with_epsilon (survival->steps[0].lower, 0.61974, 0.00005);
  g_assert_cmpfloat_with_epsilon (survival->steps[0].upper, 0.95155, 0.00005);
  g_assert_true (survival->median_known);
  g_assert_cmpint (survival->median.whole, ==, 23);
  g_assert_true (survival->median_lower_known);
  g_assert_cmpint (survival->median_lower.whole, ==, 13);
  g_assert_false (survival->median_upper_known);
  g_assert_true (tenure_survival_at (survival, tenure_months_whole (5), &share));
  g_assert_cmpfloat (share, ==, 1);
  g_assert_true (tenure_survival_at (survival, tenure_months_whole (35), &share));
  g_assert_cmpfloat_with_epsilon (share, 0.448, 0.0005);
  g_assert_false (tenure_survival_at (survival, tenure_months_whole (36), &share));
}

static void
test_edges (void)
{
  static const int all_ended[] = { 12, 24 }, none_ended[] = { -12, -24, -24 }, together[] = { 12, 12, 12, 12 };
  g_autoptr (TenureSurvival) nothing = tenure_survival_new (NULL, 0);
  g_autoptr (TenureSurvival) ended = survival_of (all_ended, 2);
  g_autoptr (TenureSurvival) running = survival_of (none_ended, 3);
  g_autoptr (TenureSurvival) at_once = survival_of (together, 4);

  g_assert_cmpuint (nothing->n_steps, ==, 0);
  g_assert_false (nothing->median_known);
  /* Half have ended at 12 months, all at 24, where no interval can be given. */
  g_assert_cmpint (ended->median.whole, ==, 12);
  g_assert_cmpfloat (ended->steps[1].survival, ==, 0);
  g_assert_cmpfloat (ended->steps[1].error, ==, 0);
  g_assert_false (ended->steps[1].interval_known);
  g_assert_cmpuint (running->n_ended, ==, 0);
  g_assert_false (running->median_known);
  g_assert_cmpuint (at_once->n_steps, ==, 1);
  g_assert_cmpint (at_once->median.whole, ==, 12);
}

/* Nobody leaves without an end: the share that lasted longer, counted. */
static void
test_against_counting (void)
{
  int times[60];

  for (guint round = 0; round < 200; round++)
    {
      guint n = (guint) g_test_rand_int_range (1, G_N_ELEMENTS (times) + 1);
      g_autoptr (TenureSurvival) survival = NULL;

      for (guint i = 0; i < n; i++)
        times[i] = g_test_rand_int_range (1, 40);
      survival = survival_of (times, n);
      for (int time = 0; time <= survival->longest.whole; time++)
        {
          guint longer = 0;
          double share;

          for (guint i = 0; i < n; i++)
            longer += times[i] > time;
          g_assert_true (tenure_survival_at (survival, tenure_months_whole (time), &share));
          g_assert_cmpfloat_with_epsilon (share, (double) longer / n, 1e-12);
        }
    }
}

/* Redistribution to the right (Efron 1967), which gives the same curve another way: who leaves without an end hands on its
 * weight in equal parts to those that lasted longer. */
static void
test_against_redistribution (void)
{
  int times[40];
  double weights[40];

  for (guint round = 0; round < 200; round++)
    {
      guint n = (guint) g_test_rand_int_range (1, G_N_ELEMENTS (times) + 1);
      g_autoptr (TenureSurvival) survival = NULL;

      for (guint i = 0; i < n; i++)
        {
          times[i] = g_test_rand_int_range (1, 25) * (g_test_rand_bit () ? 1 : -1);
          weights[i] = 1.0 / n;
        }
      survival = survival_of (times, n);
      for (int time = 1; time <= survival->longest.whole; time++)
        {
          double share, kept = 0;
          guint longer = 0;

          for (guint i = 0; i < n; i++)
            longer += ABS (times[i]) > time;
          for (guint i = 0; longer > 0 && i < n; i++)
            if (times[i] == -time)
              for (guint j = 0; j < n; j++)
                weights[j] += ABS (times[j]) > time ? weights[i] / longer : 0;
          for (guint i = 0; i < n; i++)
            kept += ABS (times[i]) > time || (longer == 0 && times[i] == -time) ? weights[i] : 0;
          g_assert_true (tenure_survival_at (survival, tenure_months_whole (time), &share));
          g_assert_cmpfloat_with_epsilon (share, kept, 1e-9);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/survival/worked-case", test_worked_case);
  g_test_add_func ("/survival/edges", test_edges);
  g_test_add_func ("/survival/against-counting", test_against_counting);
  g_test_add_func ("/survival/against-redistribution", test_against_redistribution);
  return g_test_run ();
}
