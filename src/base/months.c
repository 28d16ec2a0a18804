#include "base/months.h"

#include "base/day-private.h"

TenureMonths
tenure_months_whole (int months)
{
  return (TenureMonths){ .whole = months, .part = 0, .length = 1 };
}

TenureMonths
tenure_months_between (TenureDay first, TenureDay last)
{
  TenureMonths result = { .whole = 0, .part = 0, .length = 1 };
  int first_year, first_month, day_of_month, year, month, months;
  TenureDay outside, anchor;

  g_return_val_if_fail (first != TENURE_DAY_NONE && last != TENURE_DAY_NONE, result);

  if (last < first)
    return result;
  /* Not tenure_day_after(): the last day of the calendar has a day after it here. */
  outside = last + 1;
  tenure_day_to_civil (first, &first_year, &first_month, &day_of_month);
  tenure_day_to_civil (last, &year, &month, NULL);
  months = year * 12 + month;
  while ((anchor = tenure_day_in_month (months, day_of_month)) > outside)
    months--;
  result.whole = months - (first_year * 12 + first_month - 1);
  result.part = outside - anchor;
  if (result.part > 0)
    result.length = tenure_day_in_month (months + 1, day_of_month) - anchor;
  return result;
}

int
tenure_months_compare (TenureMonths a, TenureMonths b)
{
  gint64 left, right;

  if (a.whole != b.whole)
    return a.whole < b.whole ? -1 : 1;
  left = (gint64) a.part * b.length;
  right = (gint64) b.part * a.length;
  return (left > right) - (left < right);
}

double
tenure_months_to_double (TenureMonths months)
{
  return months.whole + (double) months.part / months.length;
}
