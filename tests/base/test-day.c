/* Civil days against worked cases and against GDate, which counts the same calendar in another way. */

#include "base/day.h"

#include <string.h>

/* GDate's day 1 is 1 January of the year 1. */
#define JULIAN_OF_1970 719163

static TenureDay
day (const char *iso)
{
  TenureDay result = TENURE_DAY_NONE;

  g_assert_true (tenure_day_parse_iso (iso, &result));
  return result;
}

static void
assert_day (TenureDay actual, const char *expected)
{
  char buffer[TENURE_DAY_ISO_SIZE];

  g_assert_cmpstr (tenure_day_to_iso (actual, buffer), ==, expected);
}

static void
test_known_numbers (void)
{
  static const struct
  {
    const char *iso;
    TenureDay day;
  } cases[] = {
    { "1970-01-01", 0 },     { "1969-12-31", -1 },       { "2000-02-29", 11016 },           { "2000-03-01", 11017 },
    { "2026-11-21", 20778 }, { "0001-01-01", TENURE_DAY_MIN }, { "9999-12-31", TENURE_DAY_MAX },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].iso);
      g_assert_cmpint (day (cases[i].iso), ==, cases[i].day);
      assert_day (cases[i].day, cases[i].iso);
    }
}

/* Every day of the whole range, there and back, beside GDate. */
static void
test_every_day_agrees_with_gdate (void)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, 1);
  for (TenureDay d = TENURE_DAY_MIN; d <= TENURE_DAY_MAX; d++)
    {
      int year, month, day_of_month;
      TenureDay back = TENURE_DAY_NONE;

      tenure_day_to_civil (d, &year, &month, &day_of_month);
      if (year != g_date_get_year (&date) || month != (int) g_date_get_month (&date)
          || day_of_month != g_date_get_day (&date))
        g_error ("day %d reads %04d-%02d-%02d", d, year, month, day_of_month);
      if (!tenure_day_from_civil (year, month, day_of_month, &back) || back != d)
        g_error ("%04d-%02d-%02d became day %d instead of %d", year, month, day_of_month, back, d);
      g_assert_cmpint ((int) g_date_get_julian (&date), ==, d + JULIAN_OF_1970);
      if (d < TENURE_DAY_MAX)
        g_date_add_days (&date, 1);
    }
}

static void
test_days_that_do_not_exist (void)
{
  static const struct
  {
    int year, month, day;
  } cases[] = {
    { 2025, 2, 29 }, { 1900, 2, 29 },        { 2026, 4, 31 },        { 2026, 1, 0 },  { 2026, 1, 32 },
    { 2026, 0, 1 },  { 2026, 13, 1 },        { 0, 12, 31 },          { 10000, 1, 1 }, { -1, 1, 1 },
    { 2026, -1, 1 }, { 2026, 1, G_MININT32 }, { G_MAXINT32, 12, 31 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureDay untouched = 12345;

      g_test_message ("%d-%d-%d", cases[i].year, cases[i].month, cases[i].day);
      g_assert_false (tenure_day_from_civil (cases[i].year, cases[i].month, cases[i].day, &untouched));
      g_assert_cmpint (untouched, ==, 12345);
    }
}

/* Anything but YYYY-MM-DD is for the readers of files to judge, with a warning. */
static void
test_text_that_is_no_iso_date (void)
{
  static const char *const cases[] = {
    NULL,          "",           "2026",        "2026-11",     "2026-11-2",     "2026-1-21",  "26-11-21",
    "2026/11/21",  "20261121",   " 2026-11-21", "2026-11-21 ", "2026-11-21T00", "21-11-2026", "2026-02-30",
    "2026-11-21Z", "+026-11-21", "２０２６-11-21", "0000-01-01",  "2026-00-10",    "TBC",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureDay untouched = 12345;

      g_test_message ("%s", cases[i] != NULL ? cases[i] : "(null)");
      g_assert_false (tenure_day_parse_iso (cases[i], &untouched));
      g_assert_cmpint (untouched, ==, 12345);
    }
}

static void
test_add_months (void)
{
  static const struct
  {
    const char *from;
    int months;
    const char *to;
  } cases[] = {
    { "2026-04-01", 12, "2027-04-01" }, { "2026-04-01", 0, "2026-04-01" },
    /* The day of the month is kept, or clamped to the month's end. */
    { "2026-01-31", 1, "2026-02-28" },  { "2028-01-31", 1, "2028-02-29" },
    { "2026-01-31", 2, "2026-03-31" },  { "2026-01-31", 3, "2026-04-30" },
    { "2028-02-29", 12, "2029-02-28" }, { "2028-02-29", 48, "2032-02-29" },
    { "1896-02-29", 48, "1900-02-28" },
    /* Backwards and across a year. */
    { "2026-03-31", -1, "2026-02-28" }, { "2026-01-15", -1, "2025-12-15" },
    { "2026-12-15", 1, "2027-01-15" },  { "2026-01-15", -13, "2024-12-15" },
    /* Past either end of the range. */
    { "9999-12-15", 1, "9999-12-31" },  { "0001-01-15", -1, "0001-01-01" },
    { "2026-01-15", G_MAXINT32, "9999-12-31" }, { "2026-01-15", G_MININT32, "0001-01-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s + %d months", cases[i].from, cases[i].months);
      assert_day (tenure_day_add_months (day (cases[i].from), cases[i].months), cases[i].to);
    }
}

static void
test_add_months_agrees_with_gdate (void)
{
  for (int i = 0; i < 200000; i++)
    {
      TenureDay from = g_test_rand_int_range (day ("1600-01-01"), day ("2400-01-01"));
      int months = g_test_rand_int_range (-2400, 2401);
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_julian (&date, (guint32) (from + JULIAN_OF_1970));
      if (months >= 0)
        g_date_add_months (&date, (guint) months);
      else
        g_date_subtract_months (&date, (guint) -months);
      g_assert_cmpint (tenure_day_add_months (from, months), ==, (int) g_date_get_julian (&date) - JULIAN_OF_1970);
    }
}

static void
test_ends_inside_and_outside (void)
{
  assert_day (tenure_day_after (day ("2027-03-31")), "2027-04-01");
  assert_day (tenure_day_before (day ("2027-04-01")), "2027-03-31");
  assert_day (tenure_day_after (day ("2028-02-28")), "2028-02-29");
  g_assert_cmpint (tenure_day_after (TENURE_DAY_NONE), ==, TENURE_DAY_NONE);
  g_assert_cmpint (tenure_day_before (TENURE_DAY_NONE), ==, TENURE_DAY_NONE);
  g_assert_cmpint (tenure_day_after (TENURE_DAY_MAX), ==, TENURE_DAY_MAX);
  g_assert_cmpint (tenure_day_before (TENURE_DAY_MIN), ==, TENURE_DAY_MIN);
}

static void
test_month_and_year_starts (void)
{
  static const struct
  {
    const char *day;
    int first_month;
    const char *month_start, *year_start;
  } cases[] = {
    { "2026-11-21", 4, "2026-11-01", "2026-04-01" }, { "2027-03-31", 4, "2027-03-01", "2026-04-01" },
    { "2027-04-01", 4, "2027-04-01", "2027-04-01" }, { "2026-11-21", 1, "2026-11-01", "2026-01-01" },
    { "2026-11-30", 12, "2026-11-01", "2025-12-01" }, { "2026-12-01", 12, "2026-12-01", "2026-12-01" },
    { "2028-02-29", 4, "2028-02-01", "2027-04-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s, year from month %d", cases[i].day, cases[i].first_month);
      assert_day (tenure_day_month_start (day (cases[i].day)), cases[i].month_start);
      assert_day (tenure_day_year_start (day (cases[i].day), cases[i].first_month), cases[i].year_start);
    }
}

static void
test_labels (void)
{
  g_autofree char *label = tenure_day_dup_label (day ("2026-11-21"));
  g_autofree char *single = tenure_day_dup_label (day ("2026-04-01"));
  g_autofree char *month = tenure_day_dup_month_label (day ("2026-11-21"));
  g_autofree char *none = tenure_day_dup_label (TENURE_DAY_NONE);
  g_autofree char *no_month = tenure_day_dup_month_label (TENURE_DAY_NONE);

  g_assert_cmpstr (label, ==, "21 Nov 2026");
  g_assert_cmpstr (single, ==, "1 Apr 2026");
  g_assert_cmpstr (month, ==, "Nov 2026");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (no_month, ==, "");
  assert_day (TENURE_DAY_NONE, "");
}

static void
test_today_is_the_local_date (void)
{
  char buffer[TENURE_DAY_ISO_SIZE];

  /* Read the clock on both sides, so that a run across midnight still holds. */
  for (;;)
    {
      g_autoptr (GDateTime) before = g_date_time_new_now_local ();
      const char *today = tenure_day_to_iso (tenure_day_today (), buffer);
      g_autoptr (GDateTime) after = g_date_time_new_now_local ();
      g_autofree char *expected = g_date_time_format (before, "%Y-%m-%d");
      g_autofree char *still = g_date_time_format (after, "%Y-%m-%d");

      if (strcmp (expected, still) != 0)
        continue;
      g_assert_cmpstr (today, ==, expected);
      return;
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day/known-numbers", test_known_numbers);
  g_test_add_func ("/day/every-day-agrees-with-gdate", test_every_day_agrees_with_gdate);
  g_test_add_func ("/day/days-that-do-not-exist", test_days_that_do_not_exist);
  g_test_add_func ("/day/text-that-is-no-iso-date", test_text_that_is_no_iso_date);
  g_test_add_func ("/day/add-months", test_add_months);
  g_test_add_func ("/day/add-months-agrees-with-gdate", test_add_months_agrees_with_gdate);
  g_test_add_func ("/day/ends-inside-and-outside", test_ends_inside_and_outside);
  g_test_add_func ("/day/month-and-year-starts", test_month_and_year_starts);
  g_test_add_func ("/day/labels", test_labels);
  g_test_add_func ("/day/today-is-the-local-date", test_today_is_the_local_date);
  return g_test_run ();
}
