/* The term M(B,E) of docs/domain.md § 2: worked cases, and a slow version that walks day by day. */

#include "base/months.h"

static TenureDay
day (const char *iso)
{
  TenureDay result = TENURE_DAY_NONE;

  g_assert_true (tenure_day_parse_iso (iso, &result));
  return result;
}

static void
test_worked_cases (void)
{
  static const struct
  {
    const char *first, *last;
    TenureMonths months;
  } cases[] = {
    /* A financial year is exactly twelve months, and three of them exactly thirty-six. */
    { "2026-04-01", "2027-03-31", { 12, 0, 1 } },
    { "2026-04-01", "2029-03-31", { 36, 0, 1 } },
    /* An end on the anniversary itself is one day of the thirteenth month; reading it as twelve is the reader's
     * decision, marked as such, not arithmetic. */
    { "2015-04-01", "2016-04-01", { 12, 1, 30 } },
    { "2015-04-15", "2016-04-14", { 12, 0, 1 } },
    /* One day, one month, and parts of months of 28, 29, 30 and 31 days. */
    { "2026-04-01", "2026-04-01", { 0, 1, 30 } },
    { "2026-05-01", "2026-05-31", { 1, 0, 1 } },
    { "2026-02-01", "2026-02-14", { 0, 14, 28 } },
    { "2028-02-01", "2028-02-14", { 0, 14, 29 } },
    { "2026-04-01", "2026-05-15", { 1, 15, 31 } },
    /* From a month's end: the day is clamped, the count goes on from the first day. */
    { "2026-01-31", "2026-02-27", { 1, 0, 1 } },
    { "2026-01-31", "2026-02-28", { 1, 1, 31 } },
    { "2026-01-31", "2026-03-30", { 2, 0, 1 } },
    { "2026-08-31", "2027-02-27", { 6, 0, 1 } },
    /* Leap days: begun on one, ended on one, across one. */
    { "2024-02-29", "2025-02-27", { 12, 0, 1 } },
    { "2024-02-29", "2025-02-28", { 12, 1, 29 } },
    { "2027-03-01", "2028-02-29", { 12, 0, 1 } },
    { "2027-03-01", "2028-02-28", { 11, 28, 29 } },
    { "2024-02-29", "2028-02-28", { 48, 0, 1 } },
    /* Ends before it starts: nothing, and never negative. */
    { "2026-04-01", "2026-03-31", { 0, 0, 1 } },
    { "2026-04-01", "2020-01-01", { 0, 0, 1 } },
    /* The last days of the range: "31/12/9999" stands in registers for "no end". */
    { "9999-01-01", "9999-12-31", { 12, 0, 1 } },
    { "9999-12-01", "9999-12-30", { 0, 30, 31 } },
    { "0001-01-01", "9999-12-31", { 9999 * 12, 0, 1 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureMonths months = tenure_months_between (day (cases[i].first), day (cases[i].last));

      g_test_message ("%s to %s", cases[i].first, cases[i].last);
      g_assert_cmpint (months.whole, ==, cases[i].months.whole);
      g_assert_cmpint (months.part, ==, cases[i].months.part);
      g_assert_cmpint (months.length, ==, cases[i].months.length);
    }
}

/* Counts whole months by trying one after another, then walks the rest a day at a time. */
static TenureMonths
walk (TenureDay first, TenureDay last)
{
  TenureMonths months = { 0, 0, 1 };
  TenureDay outside = last + 1;
  TenureDay at;

  if (outside <= first)
    return months;
  while (tenure_day_add_months (first, months.whole + 1) <= outside)
    months.whole++;
  for (at = tenure_day_add_months (first, months.whole); at < outside; at++)
    months.part++;
  if (months.part > 0)
    {
      at = tenure_day_add_months (first, months.whole);
      for (months.length = 0; at < tenure_day_add_months (first, months.whole + 1); at++)
        months.length++;
    }
  return months;
}

static void
test_agrees_with_walking (void)
{
  for (int i = 0; i < 20000; i++)
    {
      TenureDay first = g_test_rand_int_range (day ("1990-01-01"), day ("2060-01-01"));
      TenureDay last = first + g_test_rand_int_range (-40, 4000);
      TenureMonths slow = walk (first, last);
      TenureMonths quick = tenure_months_between (first, last);

      if (quick.whole != slow.whole || quick.part != slow.part || quick.length != slow.length)
        g_error ("day %d to %d: %d + %d/%d, walked %d + %d/%d", first, last, quick.whole, quick.part, quick.length,
                 slow.whole, slow.part, slow.length);
    }
}

/* A day more is never a shorter term, and a term up to a day and from that day on never loses a month. */
static void
test_grows_with_the_end (void)
{
  for (int i = 0; i < 200; i++)
    {
      TenureDay first = g_test_rand_int_range (day ("1990-01-01"), day ("2060-01-01"));
      TenureMonths before = tenure_months_between (first, first - 1);

      for (TenureDay last = first; last < first + 800; last++)
        {
          TenureMonths months = tenure_months_between (first, last);

          g_assert_cmpint (tenure_months_compare (before, months), <, 0);
          g_assert_true (months.part >= 0 && months.part < months.length);
          before = months;
        }
    }
}

static void
test_compare (void)
{
  static const struct
  {
    TenureMonths a, b;
    int order;
  } cases[] = {
    { { 12, 0, 1 }, { 12, 0, 1 }, 0 },    { { 12, 0, 1 }, { 12, 1, 31 }, -1 },  { { 12, 30, 31 }, { 13, 0, 1 }, -1 },
    { { 1, 14, 28 }, { 1, 15, 30 }, 0 },  { { 1, 15, 31 }, { 1, 15, 30 }, -1 }, { { 36, 0, 1 }, { 35, 30, 31 }, 1 },
    { { 1, 10, 30 }, { 1, 10, 31 }, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int order = tenure_months_compare (cases[i].a, cases[i].b);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (CLAMP (order, -1, 1), ==, cases[i].order);
      g_assert_cmpint (tenure_months_compare (cases[i].b, cases[i].a), ==, -order);
    }
  g_assert_cmpint (tenure_months_compare (tenure_months_whole (12), (TenureMonths){ 12, 0, 1 }), ==, 0);
}

static void
test_for_drawing (void)
{
  g_assert_cmpfloat (tenure_months_to_double (tenure_months_whole (36)), ==, 36.0);
  g_assert_cmpfloat (tenure_months_to_double ((TenureMonths){ 1, 15, 30 }), ==, 1.5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/months/worked-cases", test_worked_cases);
  g_test_add_func ("/months/agrees-with-walking", test_agrees_with_walking);
  g_test_add_func ("/months/grows-with-the-end", test_grows_with_the_end);
  g_test_add_func ("/months/compare", test_compare);
  g_test_add_func ("/months/for-drawing", test_for_drawing);
  return g_test_run ();
}
