#include "analysis/binomial.h"

static void
test_worked_cases (void)
{
  static const struct
  {
    guint v, n;
    TenureRatio t;
    double expected;
  } cases[] = {
    { 0, 22, { 1, 10 }, 0.098477 },
    { 2, 14, { 1, 5 }, 0.448051 },
    { 14, 14, { 1, 5 }, 1 },
    { 0, 0, { 1, 5 }, 1 },
    { 0, 10, { 0, 1 }, 1 },
    { 9, 10, { 1, 1 }, 0 },
    { 1, 2, { 1, 2 }, 0.75 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double found;

      g_test_message ("P (X ≤ %u | %u)", cases[i].v, cases[i].n);
      g_assert_true (tenure_binomial_lower_tail (cases[i].v, cases[i].n, cases[i].t, &found));
      g_assert_cmpfloat_with_epsilon (found, cases[i].expected, 5e-7);
    }
}

/* The chances of 0, 1, 2, … successes by adding one trial at a time. */
static void
test_against_trials (void)
{
  double chances[41] = { 1 };

  for (guint n = 1; n <= 40; n++)
    {
      double sum = 0;

      for (guint k = n; k > 0; k--)
        chances[k] = chances[k] * 0.7 + chances[k - 1] * 0.3;
      chances[0] *= 0.7;
      for (guint v = 0; v <= n; v++)
        {
          double found;

          sum += chances[v];
          g_assert_true (tenure_binomial_lower_tail (v, n, (TenureRatio){ 3, 10 }, &found));
          g_assert_cmpfloat_with_epsilon (found, sum, 1e-12);
        }
    }
}

static void
test_out_of_range (void)
{
  double untouched = 0.5;

  g_assert_false (tenure_binomial_lower_tail (3, 2, (TenureRatio){ 1, 2 }, &untouched));
  g_assert_false (tenure_binomial_lower_tail (0, 5001, (TenureRatio){ 1, 2 }, &untouched));
  g_assert_false (tenure_binomial_lower_tail (0, 2, (TenureRatio){ -1, 2 }, &untouched));
  g_assert_false (tenure_binomial_lower_tail (0, 2, (TenureRatio){ 3, 2 }, &untouched));
  g_assert_cmpfloat (untouched, ==, 0.5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/binomial/worked-cases", test_worked_cases);
  g_test_add_func ("/binomial/against-trials", test_against_trials);
  g_test_add_func ("/binomial/out-of-range", test_out_of_range);
  return g_test_run ();
}
