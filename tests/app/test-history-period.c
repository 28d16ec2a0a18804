/* Days and moments of the History page. Runs in London (test_env sets TZ). */

#include "app/history/history-period.h"

static TenureDay
day_of (const char *iso)
{
  TenureDay day = TENURE_DAY_NONE;

  g_assert_true (iso == NULL || tenure_day_parse_iso (iso, &day));
  return day;
}

static void
test_days (void)
{
  static const struct
  {
    TenureHistoryPeriod period;
    const char *today, *from;
  } cases[] = {
    { TENURE_HISTORY_ANY_TIME, "2026-11-21", NULL },
    { TENURE_HISTORY_SINCE_SAVED, "2026-11-21", NULL },
    { TENURE_HISTORY_TODAY, "2026-11-21", "2026-11-21" },
    { TENURE_HISTORY_THIS_WEEK, "2026-11-21", "2026-11-16" }, /* a Saturday */
    { TENURE_HISTORY_THIS_WEEK, "2026-11-22", "2026-11-16" }, /* a Sunday */
    { TENURE_HISTORY_THIS_WEEK, "2026-11-23", "2026-11-23" }, /* a Monday */
    { TENURE_HISTORY_THIS_WEEK, "1969-12-30", "1969-12-29" },
    { TENURE_HISTORY_THIS_MONTH, "2026-11-21", "2026-11-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureDay from = day_of ("2020-01-01"), to = day_of ("2020-02-02");

      g_test_message ("period %d on %s", (int) cases[i].period, cases[i].today);
      tenure_history_period_get_days (cases[i].period, day_of (cases[i].today), &from, &to);
      g_assert_cmpint (from, ==, day_of (cases[i].from));
      g_assert_cmpint (to, ==, TENURE_DAY_NONE);
    }
}

static void
test_days_are_kept (void)
{
  TenureDay from = day_of ("2026-10-01"), to = TENURE_DAY_NONE;

  tenure_history_period_get_days (TENURE_HISTORY_DAYS, day_of ("2026-11-21"), &from, &to);
  g_assert_cmpint (from, ==, day_of ("2026-10-01"));
  g_assert_cmpint (to, ==, TENURE_DAY_NONE);
}

/* A month before the newest step, on the day of the clock where the person is; an hour before midnight UTC it is tomorrow
 * there in summer. */
static void
test_offer (void)
{
  static const struct
  {
    const char *newest, *from;
  } cases[] = {
    { "2026-11-19T10:15:00Z", "2026-10-19" }, { "2026-03-31T12:00:00Z", "2026-02-28" },
    { "2026-07-31T23:30:00Z", "2026-07-01" }, { NULL, "2026-10-21" },
    { "some time ago", "2026-10-21" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("newest %s", cases[i].newest);
      g_assert_cmpint (tenure_history_offer_day (cases[i].newest, day_of ("2026-11-21")), ==, day_of (cases[i].from));
    }
}

/* A day of summer time begins an hour earlier than its number says. */
static void
test_moments (void)
{
  g_autofree char *winter = tenure_history_dup_moment (day_of ("2026-11-21"));
  g_autofree char *summer = tenure_history_dup_moment (day_of ("2026-07-31"));

  g_assert_cmpstr (winter, ==, "2026-11-21T00:00:00Z");
  g_assert_cmpstr (summer, ==, "2026-07-30T23:00:00Z");
  g_assert_null (tenure_history_dup_moment (TENURE_DAY_NONE));
}

static void
test_words (void)
{
  static const struct
  {
    TenureHistoryPeriod period;
    const char *from, *to, *words;
  } cases[] = {
    { TENURE_HISTORY_ANY_TIME, NULL, NULL, NULL },
    { TENURE_HISTORY_SINCE_SAVED, NULL, NULL, "since the portfolio was last saved" },
    { TENURE_HISTORY_TODAY, NULL, NULL, "today" },
    { TENURE_HISTORY_DAYS, NULL, NULL, NULL },
    { TENURE_HISTORY_DAYS, "2026-10-01", NULL, "since 1 Oct 2026" },
    { TENURE_HISTORY_DAYS, NULL, "2026-11-03", "until 3 Nov 2026" },
    { TENURE_HISTORY_DAYS, "2026-10-01", "2026-11-03", "from 1 Oct 2026 to 3 Nov 2026" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = tenure_history_dup_period (cases[i].period, day_of (cases[i].from), day_of (cases[i].to));

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history-period/days", test_days);
  g_test_add_func ("/history-period/days-are-kept", test_days_are_kept);
  g_test_add_func ("/history-period/offer", test_offer);
  g_test_add_func ("/history-period/moments", test_moments);
  g_test_add_func ("/history-period/words", test_words);
  return g_test_run ();
}
