#include "base/duration.h"

static TenureDay
day (const char *iso)
{
  TenureDay result = TENURE_DAY_NONE;

  g_assert_true (tenure_day_parse_iso (iso, &result));
  return result;
}

static void
test_read_and_write (void)
{
  static const struct
  {
    const char *text;
    int months, days;
    const char *iso, *label;
  } cases[] = {
    { "P3M", 3, 0, "P3M", "3 months" },
    { "P1M", 1, 0, "P1M", "1 month" },
    { "P1Y", 12, 0, "P12M", "12 months" },
    { "P1Y6M", 18, 0, "P18M", "18 months" },
    { "P12W", 0, 84, "P84D", "12 weeks" },
    { "P14D", 0, 14, "P14D", "2 weeks" },
    { "P7D", 0, 7, "P7D", "7 days" },
    { "P30D", 0, 30, "P30D", "30 days" },
    { "P1D", 0, 1, "P1D", "1 day" },
    { "P0D", 0, 0, "P0D", "0 days" },
    { "P0M", 0, 0, "P0D", "0 days" },
    { "P1M15D", 1, 15, "P1M15D", "1 month and 15 days" },
    { "P1Y2M3W4D", 14, 25, "P14M25D", "14 months and 25 days" },
    { "P100Y", 1200, 0, "P1200M", "1200 months" },
    { "P30000D", 0, 30000, "P30000D", "30000 days" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureDuration duration, again;
      g_autofree char *iso = NULL;
      g_autofree char *label = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_true (tenure_duration_parse_iso (cases[i].text, &duration));
      g_assert_true (duration.known);
      g_assert_cmpint (duration.months, ==, cases[i].months);
      g_assert_cmpint (duration.days, ==, cases[i].days);
      iso = tenure_duration_dup_iso (duration);
      label = tenure_duration_dup_label (duration);
      g_assert_cmpstr (iso, ==, cases[i].iso);
      g_assert_cmpstr (label, ==, cases[i].label);
      g_assert_true (tenure_duration_parse_iso (iso, &again));
      g_assert_cmpint (again.months, ==, cases[i].months);
      g_assert_cmpint (again.days, ==, cases[i].days);
    }
}

static void
test_refused (void)
{
  static const char *const cases[] = {
    NULL,  "",     "P",     "3M",     "p3m",    "P3",     "PM",       "P3M ",   " P3M",     "P-3M",     "P3.5M",
    "PT3H", "P3MT1H", "P3D1M", "P1M1M", "P3 M", "P1201M", "P101Y", "P30001D", "P9999999M", "P99999W", "3 months",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureDuration untouched = TENURE_DURATION_DAYS (7);

      g_test_message ("%s", cases[i] != NULL ? cases[i] : "(null)");
      g_assert_false (tenure_duration_parse_iso (cases[i], &untouched));
      g_assert_cmpint (untouched.days, ==, 7);
    }
}

/* Three months is not ninety days: months are moved first and clamped to the month's end, then days. */
static void
test_from_a_day (void)
{
  static const struct
  {
    const char *duration, *day, *after, *before;
  } cases[] = {
    { "P3M", "2027-03-31", "2027-06-30", "2026-12-31" },   { "P90D", "2027-03-31", "2027-06-29", "2026-12-31" },
    { "P1M", "2027-03-31", "2027-04-30", "2027-02-28" },   { "P1M1D", "2027-03-31", "2027-05-01", "2027-02-27" },
    { "P12W", "2027-03-31", "2027-06-23", "2027-01-06" },  { "P0D", "2027-03-31", "2027-03-31", "2027-03-31" },
    { "P1Y", "2028-02-29", "2029-02-28", "2027-02-28" },   { "P1Y", "9999-12-31", "9999-12-31", "9998-12-31" },
    { "P30000D", "9999-12-01", "9999-12-31", "9917-10-12" }, { "P30000D", "0001-01-31", "0083-03-22", "0001-01-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureDuration duration;
      char buffer[TENURE_DAY_ISO_SIZE];

      g_test_message ("%s from %s", cases[i].duration, cases[i].day);
      g_assert_true (tenure_duration_parse_iso (cases[i].duration, &duration));
      g_assert_cmpstr (tenure_day_to_iso (tenure_duration_after (duration, day (cases[i].day)), buffer), ==,
                       cases[i].after);
      g_assert_cmpstr (tenure_day_to_iso (tenure_duration_before (duration, day (cases[i].day)), buffer), ==,
                       cases[i].before);
    }
}

static void
test_unknown (void)
{
  g_assert_null (tenure_duration_dup_iso (TENURE_DURATION_UNKNOWN));
  g_assert_null (tenure_duration_dup_label (TENURE_DURATION_UNKNOWN));
  g_assert_true (TENURE_DURATION_MONTHS (0).known);
}

static void
test_compare_months (void)
{
  static const struct
  {
    const char *length;
    int months, result;
  } cases[] = {
    { "P3M", 3, 0 },    { "P2M", 3, -1 },   { "P4M", 3, 1 },     { "P89D", 3, -1 },  { "P90D", 3, 0 },   { "P93D", 3, 0 },
    { "P94D", 3, 1 },   { "P13W", 3, 0 },   { "P12W", 3, -1 },   { "P1Y", 12, 0 },   { "P52W", 12, 0 },  { "P365D", 12, 0 },
    { "P366D", 12, 0 }, { "P2M30D", 3, 0 }, { "P2M29D", 3, -1 }, { "P2M32D", 3, 1 }, { "P3M1D", 3, 1 }, { "P0D", 0, 0 },
    { "P1D", 0, 1 },    { "P0D", 3, -1 },   { "P30000D", 967, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureDuration length;

      g_assert_true (tenure_duration_parse_iso (cases[i].length, &length));
      g_test_message ("%s and %d months", cases[i].length, cases[i].months);
      g_assert_cmpint (tenure_duration_compare_months (length, cases[i].months), ==, cases[i].result);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/duration/read-and-write", test_read_and_write);
  g_test_add_func ("/duration/refused", test_refused);
  g_test_add_func ("/duration/from-a-day", test_from_a_day);
  g_test_add_func ("/duration/compare-months", test_compare_months);
  g_test_add_func ("/duration/unknown", test_unknown);
  return g_test_run ();
}
