#include "base/ratio.h"

static void
test_make (void)
{
  static const struct
  {
    gint64 numerator, denominator;
    gboolean made;
    TenureRatio ratio;
  } cases[] = {
    { 2, 14, TRUE, { 1, 7 } },
    { 0, 22, TRUE, { 0, 1 } },
    { 7, 7, TRUE, { 1, 1 } },
    { -3, 9, TRUE, { -1, 3 } },
    { 3, -9, TRUE, { -1, 3 } },
    { -3, -9, TRUE, { 1, 3 } },
    { 0, -5, TRUE, { 0, 1 } },
    { G_MAXINT64, G_MAXINT64, TRUE, { 1, 1 } },
    { G_MAXINT64, 1, TRUE, { G_MAXINT64, 1 } },
    { -G_MAXINT64, 1, TRUE, { -G_MAXINT64, 1 } },
    { 1, 0, FALSE, { 7, 7 } },
    { 0, 0, FALSE, { 7, 7 } },
    { G_MININT64, 2, FALSE, { 7, 7 } },
    { 2, G_MININT64, FALSE, { 7, 7 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureRatio ratio = { 7, 7 };

      g_test_message ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, cases[i].numerator, cases[i].denominator);
      g_assert_cmpint (tenure_ratio_make (cases[i].numerator, cases[i].denominator, &ratio), ==, cases[i].made);
      g_assert_cmpint (ratio.numerator, ==, cases[i].ratio.numerator);
      g_assert_cmpint (ratio.denominator, ==, cases[i].ratio.denominator);
    }
}

static void
test_compare (void)
{
  static const struct
  {
    TenureRatio a, b;
    int order;
  } cases[] = {
    { { 1, 7 }, { 1, 9 }, 1 },
    { { 2, 14 }, { 1, 7 }, 0 },
    { { -1, 3 }, { 0, 1 }, -1 },
    { { 1, 10 }, { 1, 10 }, 0 },
    /* A tenth is no binary fraction; three of them are exactly three tenths here. */
    { { 3, 10 }, { 30000001, 100000000 }, -1 },
    { { G_MAXINT64, 2 }, { G_MAXINT64 - 1, 2 }, 1 },
    { { G_MAXINT64, G_MAXINT64 - 1 }, { G_MAXINT64 - 1, G_MAXINT64 - 2 }, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (tenure_ratio_compare (cases[i].a, cases[i].b), ==, cases[i].order);
      g_assert_cmpint (tenure_ratio_compare (cases[i].b, cases[i].a), ==, -cases[i].order);
    }
}

static void
test_scale (void)
{
  static const struct
  {
    gint64 numerator, scale, denominator;
    gboolean fits;
    gint64 value;
  } cases[] = {
    { 2, 10000, 14, TRUE, 1429 },
    { 120000, 12, 18, TRUE, 80000 },
    /* Halves go to the even neighbour, on both sides of zero and whatever the signs. */
    { 1, 1, 2, TRUE, 0 },
    { 3, 1, 2, TRUE, 2 },
    { 5, 1, 2, TRUE, 2 },
    { 7, 1, 2, TRUE, 4 },
    { -1, 1, 2, TRUE, 0 },
    { -3, 1, 2, TRUE, -2 },
    { -5, 1, 2, TRUE, -2 },
    { 5, -1, 2, TRUE, -2 },
    { 5, 1, -2, TRUE, -2 },
    { -7, -1, 2, TRUE, 4 },
    /* Beside a half. */
    { 49, 1, 100, TRUE, 0 },
    { 51, 1, 100, TRUE, 1 },
    { -51, 1, 100, TRUE, -1 },
    { 0, 100, 7, TRUE, 0 },
    /* The product may pass 64 bits as long as the quotient does not. */
    { G_MAXINT64, 10000, 10000, TRUE, G_MAXINT64 },
    { G_MININT64, 1, 1, TRUE, G_MININT64 },
    { G_MININT64, G_MININT64, G_MININT64, TRUE, G_MININT64 },
    { G_MAXINT64, 2, 1, FALSE, 7 },
    { G_MININT64, 1, -1, FALSE, 7 },
    { 1, 1, 0, FALSE, 7 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 value = 7;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (tenure_ratio_scale (cases[i].numerator, cases[i].scale, cases[i].denominator, &value), ==,
                       cases[i].fits);
      g_assert_cmpint (value, ==, cases[i].value);
    }
}

/* The quotient is the nearest whole number, and even where two are equally near: checked by multiplying back. */
static void
test_scale_is_nearest (void)
{
  for (int i = 0; i < 100000; i++)
    {
      gint64 numerator = g_test_rand_int_range (-1000000, 1000000);
      gint64 scale = g_test_rand_int_range (-1000, 1000);
      gint64 denominator = g_test_rand_int_range (1, 5000) * (g_test_rand_bit () ? 1 : -1);
      gint64 value, off;

      g_assert_true (tenure_ratio_scale (numerator, scale, denominator, &value));
      off = ABS (value * denominator - numerator * scale) * 2;
      g_assert_cmpint (off, <=, ABS (denominator));
      if (off == ABS (denominator))
        g_assert_cmpint (value % 2, ==, 0);
    }
}

static void
test_for_drawing (void)
{
  g_assert_cmpfloat (tenure_ratio_to_double ((TenureRatio){ 1, 8 }), ==, 0.125);
  g_assert_cmpfloat (tenure_ratio_to_double ((TenureRatio){ -3, 2 }), ==, -1.5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ratio/make", test_make);
  g_test_add_func ("/ratio/compare", test_compare);
  g_test_add_func ("/ratio/scale", test_scale);
  g_test_add_func ("/ratio/scale-is-nearest", test_scale_is_nearest);
  g_test_add_func ("/ratio/for-drawing", test_for_drawing);
  return g_test_run ();
}
