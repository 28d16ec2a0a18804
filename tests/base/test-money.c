#include "base/money.h"

#include <string.h>

#define EUR TENURE_CURRENCY ('E', 'U', 'R')
#define USD TENURE_CURRENCY ('U', 'S', 'D')
#define SEK TENURE_CURRENCY ('S', 'E', 'K')
#define JPY TENURE_CURRENCY ('J', 'P', 'Y')
#define KWD TENURE_CURRENCY ('K', 'W', 'D')

static void
test_codes (void)
{
  static const struct
  {
    const char *code, *read;
    int digits;
  } cases[] = {
    { "GBP", "GBP", 2 }, { "gbp", "GBP", 2 }, { "EUR", "EUR", 2 }, { "JPY", "JPY", 0 }, { "KWD", "KWD", 3 },
    { "XTS", "XTS", 2 }, { NULL, "", 2 },     { "", "", 2 },       { "GB", "", 2 },     { "GBPS", "", 2 },
    { "£", "", 2 },      { "G P", "", 2 },    { "12A", "", 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureCurrency currency = tenure_currency_from_code (cases[i].code);
      char buffer[4];

      g_test_message ("%s", cases[i].code != NULL ? cases[i].code : "(null)");
      g_assert_cmpstr (tenure_currency_to_code (currency, buffer), ==, cases[i].read);
      g_assert_cmpint (tenure_currency_digits (currency), ==, cases[i].digits);
    }
  g_assert_cmpuint (tenure_currency_from_code ("GBP"), ==, TENURE_CURRENCY_GBP);
  g_assert_cmpuint (tenure_currency_from_code ("??"), ==, TENURE_CURRENCY_NONE);
}

static void
test_add (void)
{
  static const struct
  {
    gint64 sum, minor, result;
    gboolean fits;
  } cases[] = {
    { 0, 100, 100, TRUE },
    { 100, -250, -150, TRUE },
    { G_MAXINT64 - 1, 1, G_MAXINT64, TRUE },
    { G_MAXINT64, 1, G_MAXINT64, FALSE },
    { G_MININT64 + 1, -1, G_MININT64, TRUE },
    { G_MININT64, -1, G_MININT64, FALSE },
    { G_MAXINT64, G_MININT64, -1, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 sum = cases[i].sum;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (tenure_money_add (&sum, cases[i].minor), ==, cases[i].fits);
      g_assert_cmpint (sum, ==, cases[i].result);
    }
}

/* Once it does not fit it stays so, even when money came back. */
static void
test_sum (void)
{
  TenureSum sum = { 0 };

  tenure_sum_add (&sum, G_MAXINT64);
  tenure_sum_add (&sum, -1);
  g_assert_false (sum.overflows);
  g_assert_cmpint (sum.minor, ==, G_MAXINT64 - 1);
  tenure_sum_add (&sum, 2);
  g_assert_true (sum.overflows);
  tenure_sum_add (&sum, -100);
  g_assert_true (sum.overflows);
}

static void
test_plausible (void)
{
  static const struct
  {
    TenureMoney money;
    gboolean plausible;
  } cases[] = {
    { { G_GINT64_CONSTANT (1000000000000), TENURE_CURRENCY_GBP }, TRUE },
    { { G_GINT64_CONSTANT (1000000000001), TENURE_CURRENCY_GBP }, FALSE },
    { { G_GINT64_CONSTANT (-1000000000001), TENURE_CURRENCY_GBP }, FALSE },
    { { G_GINT64_CONSTANT (10000000001), TENURE_CURRENCY ('J', 'P', 'Y') }, FALSE },
    { { G_MAXINT64, TENURE_CURRENCY_NONE }, FALSE },
    { { G_MININT64, TENURE_CURRENCY_NONE }, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_true (tenure_money_is_plausible (cases[i].money) == cases[i].plausible);
    }
}

static void
test_apportion (void)
{
  static const struct
  {
    gint64 total;
    gint64 weights[5];
    gsize n;
    gint64 parts[5];
  } cases[] = {
    { 10000, { 40, 30, 20, 10 }, 4, { 4000, 3000, 2000, 1000 } },
    /* The penny that is left goes to the largest remainder, among equals to the earlier part. */
    { 100, { 1, 1, 1 }, 3, { 34, 33, 33 } },
    { 200, { 1, 1, 1 }, 3, { 67, 67, 66 } },
    { 10, { 1, 2, 4 }, 3, { 1, 3, 6 } },
    { 1, { 1, 2, 2 }, 3, { 0, 1, 0 } },
    /* No weight, no share; a credit splits as its debit does. */
    { 100, { 0, 1, 0, 2, 0 }, 5, { 0, 33, 0, 67, 0 } },
    { -100, { 1, 1, 1 }, 3, { -34, -33, -33 } },
    { 0, { 3, 4 }, 2, { 0, 0 } },
    { 999, { 7 }, 1, { 999 } },
    /* The product of total and weight needs more than 64 bits. */
    { G_MAXINT64, { G_MAXINT64 / 2, G_MAXINT64 / 2 }, 2, { G_MAXINT64 / 2 + 1, G_MAXINT64 / 2 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 parts[5] = { 0 };

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_true (tenure_money_apportion (cases[i].total, cases[i].weights, cases[i].n, parts));
      for (gsize j = 0; j < cases[i].n; j++)
        g_assert_cmpint (parts[j], ==, cases[i].parts[j]);
    }
}

static void
test_apportion_refuses (void)
{
  static const struct
  {
    gint64 total;
    gint64 weights[2];
    gsize n;
  } cases[] = {
    { 100, { 0, 0 }, 2 },          { 100, { 0, 0 }, 0 },          { 100, { 1, -1 }, 2 },
    { 100, { G_MAXINT64, 1 }, 2 }, { G_MININT64, { 1, 1 }, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 parts[2] = { 7, 7 };

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_false (tenure_money_apportion (cases[i].total, cases[i].weights, cases[i].n, parts));
      g_assert_cmpint (parts[0], ==, 7);
      g_assert_cmpint (parts[1], ==, 7);
    }
}

/* Whatever the weights: the parts sum to the whole, and each is within one unit of its exact share. */
static void
test_apportion_sums (void)
{
  for (int round = 0; round < 20000; round++)
    {
      gsize n = (gsize) g_test_rand_int_range (1, 12);
      gint64 total = (gint64) g_test_rand_int () * 256 + g_test_rand_int_range (0, 256);
      gint64 weights[12], parts[12], weight_sum = 0, sum = 0;

      for (gsize i = 0; i < n; i++)
        {
          weights[i] = g_test_rand_int_range (0, 3) == 0 ? 0 : g_test_rand_int_range (1, 1000000);
          weight_sum += weights[i];
        }
      g_assert_cmpint (tenure_money_apportion (total, weights, n, parts), ==, weight_sum > 0);
      if (weight_sum == 0)
        continue;
      for (gsize i = 0; i < n; i++)
        {
          __int128 off = (__int128) parts[i] * weight_sum - (__int128) total * weights[i];

          sum += parts[i];
          g_assert_true (off < weight_sum && off > -(__int128) weight_sum);
          g_assert_true (weights[i] > 0 || parts[i] == 0);
        }
      g_assert_cmpint (sum, ==, total);
    }
}

static void
test_labels (void)
{
  static const struct
  {
    TenureMoney money;
    gboolean whole;
    const char *label;
  } cases[] = {
    { { 123456, TENURE_CURRENCY_GBP }, FALSE, "£1,234.56" },
    { { 120000, TENURE_CURRENCY_GBP }, FALSE, "£1,200" },
    { { 120049, TENURE_CURRENCY_GBP }, TRUE, "£1,200" },
    { { 42666667, TENURE_CURRENCY_GBP }, TRUE, "£426,667" },
    { { -50, TENURE_CURRENCY_GBP }, TRUE, "−£1" },
    { { -49, TENURE_CURRENCY_GBP }, TRUE, "£0" },
    { { 5, TENURE_CURRENCY_GBP }, FALSE, "£0.05" },
    { { 0, TENURE_CURRENCY_GBP }, FALSE, "£0" },
    { { 99999, TENURE_CURRENCY_GBP }, FALSE, "£999.99" },
    { { 100000000, TENURE_CURRENCY_GBP }, FALSE, "£1,000,000" },
    { { -129606, TENURE_CURRENCY_GBP }, FALSE, "−£1,296.06" },
    { { 1200, EUR }, FALSE, "€12" },
    { { 1250, USD }, FALSE, "$12.50" },
    { { 123450, SEK }, FALSE, "1,234.50 SEK" },
    { { 1234, JPY }, TRUE, "1,234 JPY" },
    { { 1234567, KWD }, FALSE, "1,234.567 KWD" },
    { { 1234567, KWD }, TRUE, "1,235 KWD" },
    { { G_MAXINT64, TENURE_CURRENCY_GBP }, TRUE, "£92,233,720,368,547,758" },
    { { 1234500, TENURE_CURRENCY_NONE }, FALSE, "12,345" },
    { { G_MAXINT64, TENURE_CURRENCY_GBP }, FALSE, "£92,233,720,368,547,758.07" },
    { { G_MININT64, TENURE_CURRENCY_GBP }, FALSE, "−£92,233,720,368,547,758.08" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = tenure_money_dup_label (cases[i].money, cases[i].whole);

      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

static void
test_short_labels (void)
{
  static const struct
  {
    TenureMoney money;
    const char *label;
  } cases[] = {
    { { 0, TENURE_CURRENCY_GBP }, "£0" },
    { { 95000, TENURE_CURRENCY_GBP }, "£950" },
    { { 99949, TENURE_CURRENCY_GBP }, "£999" },
    /* The step is chosen after rounding: never £1000, £1000k or £1000m. */
    { { 99950, TENURE_CURRENCY_GBP }, "£1k" },
    { { 99994900, TENURE_CURRENCY_GBP }, "£1m" },
    { { 99949999, TENURE_CURRENCY_GBP }, "£999k" },
    { { 99950000, TENURE_CURRENCY_GBP }, "£1m" },
    { { 99949999999, TENURE_CURRENCY_GBP }, "£999m" },
    { { 99950000000, TENURE_CURRENCY_GBP }, "£1bn" },
    /* Three digits at most: tenths below a hundred, half away from zero. */
    { { 1234000, TENURE_CURRENCY_GBP }, "£12.3k" },
    { { 1235000, TENURE_CURRENCY_GBP }, "£12.4k" },
    { { 1200000, TENURE_CURRENCY_GBP }, "£12k" },
    { { 1200400, TENURE_CURRENCY_GBP }, "£12k" },
    { { 9994999, TENURE_CURRENCY_GBP }, "£99.9k" },
    { { 9995000, TENURE_CURRENCY_GBP }, "£100k" },
    { { 12350000, TENURE_CURRENCY_GBP }, "£124k" },
    { { 120000000, TENURE_CURRENCY_GBP }, "£1.2m" },
    { { 340000000000, TENURE_CURRENCY_GBP }, "£3.4bn" },
    { { -123400000, TENURE_CURRENCY_GBP }, "−£1.2m" },
    /* Less than half a pound either way is nothing at this size, without a sign. */
    { { 49, TENURE_CURRENCY_GBP }, "£0" },
    { { -49, TENURE_CURRENCY_GBP }, "£0" },
    { { -50, TENURE_CURRENCY_GBP }, "−£1" },
    { { 1200, JPY }, "1.2k JPY" },
    { { 1200000, KWD }, "1.2k KWD" },
    { { G_MAXINT64, TENURE_CURRENCY_GBP }, "£92,233,720bn" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = tenure_money_dup_short (cases[i].money);

      g_test_message ("%" G_GINT64_FORMAT, cases[i].money.minor);
      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/codes", test_codes);
  g_test_add_func ("/money/add", test_add);
  g_test_add_func ("/money/sum", test_sum);
  g_test_add_func ("/money/plausible", test_plausible);
  g_test_add_func ("/money/apportion", test_apportion);
  g_test_add_func ("/money/apportion-refuses", test_apportion_refuses);
  g_test_add_func ("/money/apportion-sums", test_apportion_sums);
  g_test_add_func ("/money/labels", test_labels);
  g_test_add_func ("/money/short-labels", test_short_labels);
  return g_test_run ();
}
