#include "config.h"
#include "app/history/history-period.h"

#include "base/i18n.h"

const char *
tenure_history_period_label (TenureHistoryPeriod period)
{
  switch (period)
    {
    case TENURE_HISTORY_SINCE_SAVED:
      return _ ("Since last saved");
    case TENURE_HISTORY_TODAY:
      return _ ("Today");
    case TENURE_HISTORY_THIS_WEEK:
      return _ ("This week");
    case TENURE_HISTORY_THIS_MONTH:
      return _ ("This month");
    case TENURE_HISTORY_DAYS:
      return _ ("Since a day…");
    default:
      return _ ("Any time");
    }
}

/* Day 0 was a Thursday. */
static TenureDay
week_start (TenureDay day)
{
  int since_monday = (day % 7 + 7 + 3) % 7;

  return day - since_monday;
}

void
tenure_history_period_get_days (TenureHistoryPeriod period, TenureDay today, TenureDay *inout_from, TenureDay *inout_to)
{
  if (period == TENURE_HISTORY_DAYS)
    return;
  *inout_to = TENURE_DAY_NONE;
  switch ((int) period)
    {
    case TENURE_HISTORY_TODAY:
      *inout_from = today;
      break;
    case TENURE_HISTORY_THIS_WEEK:
      *inout_from = week_start (today);
      break;
    case TENURE_HISTORY_THIS_MONTH:
      *inout_from = tenure_day_month_start (today);
      break;
    default:
      *inout_from = TENURE_DAY_NONE;
      break;
    }
}

/* A midnight that summer time skips is the moment after it. */
char *
tenure_history_dup_moment (TenureDay day)
{
  g_autoptr (GDateTime) local = NULL;
  g_autoptr (GDateTime) utc = NULL;
  int year, month, day_of_month;

  if (!tenure_day_is_known (day))
    return NULL;
  tenure_day_to_civil (day, &year, &month, &day_of_month);
  local = g_date_time_new_local (year, month, day_of_month, 0, 0, 0);
  utc = g_date_time_to_utc (local);
  return g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
}

TenureDay
tenure_history_offer_day (const char *newest, TenureDay today)
{
  g_autoptr (GDateTime) moment = newest != NULL ? g_date_time_new_from_iso8601 (newest, NULL) : NULL;
  TenureDay day = today;

  if (moment != NULL)
    {
      g_autoptr (GDateTime) local = g_date_time_to_local (moment);

      tenure_day_from_civil (g_date_time_get_year (local), g_date_time_get_month (local),
                             g_date_time_get_day_of_month (local), &day);
    }
  return tenure_day_add_months (day, -1);
}

char *
tenure_history_dup_period (TenureHistoryPeriod period, TenureDay from, TenureDay to)
{
  g_autofree char *first = tenure_day_dup_label (from);
  g_autofree char *last = tenure_day_dup_label (to);

  switch (period)
    {
    case TENURE_HISTORY_ANY_TIME:
      return NULL;
    case TENURE_HISTORY_SINCE_SAVED:
      return g_strdup (_ ("since the portfolio was last saved"));
    case TENURE_HISTORY_TODAY:
      return g_strdup (_ ("today"));
    case TENURE_HISTORY_THIS_WEEK:
      return g_strdup (_ ("this week"));
    case TENURE_HISTORY_THIS_MONTH:
      return g_strdup (_ ("this month"));
    default:
      break;
    }
  if (tenure_day_is_known (from) && tenure_day_is_known (to))
    return g_strdup_printf (_ ("from %1$s to %2$s"), first, last);
  if (tenure_day_is_known (from))
    return g_strdup_printf (_ ("since %s"), first);
  return tenure_day_is_known (to) ? g_strdup_printf (_ ("until %s"), last) : NULL;
}
