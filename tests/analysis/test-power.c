/* Voting power: the games of docs/domain.md, section 6, and every coalition of random games counted one by one. */

#include "analysis/power.h"

#include "base/error.h"

#include <string.h>

#define MAX_VOTERS 16

typedef struct
{
  const char *name;
  guint64 quota;
  guint n;
  guint64 weights[9];
  const char *banzhaf[9];
  const char *shapley_shubik[9];
} Game;

static const Game games[] = {
  { "EEC 1958", 12, 6, { 4, 4, 4, 2, 2, 1 },
    { "5/21", "5/21", "5/21", "1/7", "1/7", "0/1" }, { "7/30", "7/30", "7/30", "3/20", "3/20", "0/1" } },
  { "two giants", 51, 3, { 50, 49, 1 }, { "3/5", "1/5", "1/5" }, { "2/3", "1/6", "1/6" } },
  { "four shareholders", 36, 4, { 20, 17, 16, 3 },
    { "5/12", "1/4", "1/4", "1/12" }, { "5/12", "1/4", "1/4", "1/12" } },
  { "a vote that can never decide", 36, 3, { 20, 17, 15 }, { "1/2", "1/2", "0/1" }, { "1/2", "1/2", "0/1" } },
  /* Blocs of 4, 4, 2, 2, 1 and 1; the voluntary sector is one of two seats. */
  { "a committee of 14", 8, 6, { 4, 4, 2, 2, 1, 1 },
    { "2/7", "2/7", "1/7", "1/7", "1/14", "1/14" },
    { "3/10", "3/10", "2/15", "2/15", "1/15", "1/15" } },
  { "an integration board", 5, 5, { 3, 3, 1, 1, 1 },
    { "2/7", "2/7", "1/7", "1/7", "1/7" }, { "3/10", "3/10", "2/15", "2/15", "2/15" } },
  { "alone", 1, 1, { 1 }, { "1/1" }, { "1/1" } },
  { "one without a vote", 2, 3, { 1, 1, 0 }, { "1/2", "1/2", "0/1" }, { "1/2", "1/2", "0/1" } },
  { "unanimity", 9, 3, { 2, 3, 4 }, { "1/3", "1/3", "1/3" }, { "1/3", "1/3", "1/3" } },
};

static char *
dup_fraction (const TenureFraction *fraction)
{
  return g_strdup_printf ("%s/%s", fraction->numerator, fraction->denominator);
}

static void
assert_fraction (const TenureFraction *fraction, const char *expected)
{
  g_autofree char *found = dup_fraction (fraction);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_worked_games (void)
{
  for (gsize g = 0; g < G_N_ELEMENTS (games); g++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TenurePower) power = tenure_power_new (games[g].weights, games[g].n, games[g].quota, &error);

      g_test_message ("%s", games[g].name);
      g_assert_no_error (error);
      g_assert_true (power->has_shapley_shubik);
      for (guint i = 0; i < games[g].n; i++)
        {
          assert_fraction (&power->voters[i].banzhaf, games[g].banzhaf[i]);
          assert_fraction (&power->voters[i].shapley_shubik, games[g].shapley_shubik[i]);
        }
    }
}

static void
test_veto_and_dummy (void)
{
  static const guint64 weights[] = { 5, 2, 2, 0 };
  g_autoptr (TenurePower) power = tenure_power_new (weights, 4, 6, NULL);

  g_assert_true (power->voters[0].veto);
  g_assert_false (power->voters[1].veto);
  g_assert_true (power->voters[3].dummy);
  g_assert_false (power->voters[1].dummy);
  /* With the chair: {chair, a}, {chair, b}, {chair, a, b}; chair swings 3 of 8, a and b 1 of 8 each. */
  assert_fraction (&power->voters[0].banzhaf_absolute, "3/4");
  assert_fraction (&power->voters[1].banzhaf_absolute, "1/4");
}

/* --- Every coalition, one by one --- */

static guint64
weight_of (const guint64 *weights, guint n, guint32 coalition)
{
  guint64 sum = 0;

  for (guint i = 0; i < n; i++)
    if (coalition & (1u << i))
      sum += weights[i];
  return sum;
}

static double
factorial (guint n)
{
  double product = 1;

  for (guint i = 2; i <= n; i++)
    product *= i;
  return product;
}

static void
count_one_by_one (const guint64 *weights, guint n, guint64 quota, guint64 *swings, double *orderings)
{
  memset (swings, 0, n * sizeof *swings);
  memset (orderings, 0, n * sizeof *orderings);
  for (guint32 coalition = 0; coalition < (1u << n); coalition++)
    {
      guint64 sum = weight_of (weights, n, coalition);
      guint size = (guint) __builtin_popcount (coalition);

      if (sum >= quota)
        continue;
      for (guint i = 0; i < n; i++)
        if (!(coalition & (1u << i)) && sum + weights[i] >= quota)
          {
            swings[i]++;
            orderings[i] += factorial (size) * factorial (n - 1 - size);
          }
    }
}

static void
check_game (const guint64 *weights, guint n, guint64 quota)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenurePower) power = tenure_power_new (weights, n, quota, &error);
  guint64 swings[MAX_VOTERS], all = 0;
  double orderings[MAX_VOTERS];

  g_assert_no_error (error);
  count_one_by_one (weights, n, quota, swings, orderings);
  for (guint i = 0; i < n; i++)
    all += swings[i];
  for (guint i = 0; i < n; i++)
    {
      const TenurePowerVoter *voter = &power->voters[i];

      g_assert_cmpfloat_with_epsilon (voter->banzhaf.value, (double) swings[i] / (double) all, 1e-14);
      g_assert_cmpfloat_with_epsilon (voter->banzhaf_absolute.value, (double) swings[i] / (double) (1u << (n - 1)), 1e-14);
      g_assert_cmpfloat_with_epsilon (voter->shapley_shubik.value, orderings[i] / factorial (n), 1e-12);
      g_assert_true (voter->dummy == (swings[i] == 0));
      g_assert_true (voter->veto == (weight_of (weights, n, (1u << n) - 1) - weights[i] < quota));
    }
}

static void
test_random_games (void)
{
  for (guint round = 0; round < 400; round++)
    {
      guint n = round < 380 ? (guint) g_test_rand_int_range (1, 11) : MAX_VOTERS;
      gint32 largest = (gint32[]){ 2, 10, 1000 }[round % 3];
      guint64 weights[MAX_VOTERS], total = 0;

      for (guint i = 0; i < n; i++)
        total += weights[i] = (guint64) g_test_rand_int_range (0, largest + 1) * (round % 5 == 0 ? 7 : 1);
      if (total == 0)
        continue;
      check_game (weights, n, 1 + (guint64) g_test_rand_int_range (0, (gint32) total));
    }
}

/* 200 voters of equal weight: each has 1/200 of either power. */
static void
test_many_voters (void)
{
  g_autofree guint64 *weights = g_new (guint64, 200);
  g_autoptr (TenurePower) power = NULL;

  for (guint i = 0; i < 200; i++)
    weights[i] = 7;
  power = tenure_power_new (weights, 200, 200 * 7 / 2 + 1, NULL);
  assert_fraction (&power->voters[0].banzhaf, "1/200");
  assert_fraction (&power->voters[199].shapley_shubik, "1/200");
}

static void
test_large_weights (void)
{
  g_autofree guint64 *weights = g_new (guint64, 200);
  guint64 total = 0;
  double sum = 0;
  g_autoptr (TenurePower) power = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 200; i++)
    total += weights[i] = (guint64) g_test_rand_int_range (1, 101);
  power = tenure_power_new (weights, 200, total / 2 + 1, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 200; i++)
    sum += power->voters[i].banzhaf.value;
  g_assert_cmpfloat_with_epsilon (sum, 1, 1e-9);
}

static void
assert_refused (const guint64 *weights, guint n, guint64 quota, TenureError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tenure_power_new (weights, n, quota, &error));
  g_assert_error (error, TENURE_ERROR, (int) code);
}

static void
test_refusals (void)
{
  static const guint64 weights[] = { 3, 2, 1 };
  static const guint64 huge[] = { G_MAXUINT64, 1 };
  static const guint64 uncountable[] = { G_MAXUINT64 / 4, G_MAXUINT64 / 4 - 1, 3 };
  static const guint64 nothing[] = { 0, 0 };
  g_autofree guint64 *many = g_new0 (guint64, TENURE_POWER_MAX_VOTERS + 1);

  assert_refused (weights, 3, 0, TENURE_ERROR_INVALID);
  assert_refused (weights, 3, 7, TENURE_ERROR_INVALID);
  assert_refused (nothing, 2, 1, TENURE_ERROR_INVALID);
  assert_refused (NULL, 0, 1, TENURE_ERROR_INVALID);
  assert_refused (huge, 2, 5, TENURE_ERROR_RANGE);
  assert_refused (uncountable, 3, G_MAXUINT64 / 4, TENURE_ERROR_RANGE);
  assert_refused (many, TENURE_POWER_MAX_VOTERS + 1, 1, TENURE_ERROR_RANGE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/power/worked-games", test_worked_games);
  g_test_add_func ("/power/veto-and-dummy", test_veto_and_dummy);
  g_test_add_func ("/power/random-games", test_random_games);
  g_test_add_func ("/power/many-voters", test_many_voters);
  g_test_add_func ("/power/large-weights", test_large_weights);
  g_test_add_func ("/power/refusals", test_refusals);
  return g_test_run ();
}
