/* Civil-day arithmetic by the era method: 400-year eras of 146,097 days, years that begin in March so that the
 * leap day comes last. Chosen over GDate because a plain integer can be stored, compared and swept in arrays. */

#include "config.h"
#include "base/day.h"

#include "base/day-private.h"

#include "base/i18n.h"

static int
days_in_month (int year, int month)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

  return month == 2 && leap ? 29 : lengths[month - 1];
}

static TenureDay
civil_to_day (int year, int month, int day_of_month)
{
  int y = month <= 2 ? year - 1 : year;
  int era = (y >= 0 ? y : y - 399) / 400;
  int year_of_era = y - era * 400;
  int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day_of_month - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * 146097 + day_of_era - 719468;
}

gboolean
tenure_day_from_civil (int year, int month, int day_of_month, TenureDay *out_day)
{
  g_return_val_if_fail (out_day != NULL, FALSE);

  if (year < 1 || year > 9999 || month < 1 || month > 12)
    return FALSE;
  if (day_of_month < 1 || day_of_month > days_in_month (year, month))
    return FALSE;
  *out_day = civil_to_day (year, month, day_of_month);
  return TRUE;
}

/* Years begin in March here too. The year of a day in its century, and the month of a day in its year, come of one
 * multiplication and a shift each, without a division (C. Neri and L. Schneider, "Euclidean affine functions and their
 * application to calendar algorithms", 2022): this is called several times for every agreement. */
void
tenure_day_to_civil (TenureDay day, int *out_year, int *out_month, int *out_day_of_month)
{
  guint32 quarter_days = 4 * (guint32) (CLAMP (day, TENURE_DAY_MIN, TENURE_DAY_MAX) + 719468) + 3;
  guint32 century = quarter_days / 146097;
  guint64 years = G_GUINT64_CONSTANT (2939745) * (quarter_days % 146097 | 3);
  guint32 day_of_year = (guint32) years / 2939745 / 4;
  guint32 months = 2141 * day_of_year + 197913;
  int month = (int) (months >> 16);
  gboolean next_year = month > 12;

  g_return_if_fail (day != TENURE_DAY_NONE);

  if (out_year != NULL)
    *out_year = (int) (100 * century + (guint32) (years >> 32)) + next_year;
  if (out_month != NULL)
    *out_month = next_year ? month - 12 : month;
  if (out_day_of_month != NULL)
    *out_day_of_month = (int) ((months & 0xffff) / 2141) + 1;
}

TenureDay
tenure_day_in_month (int months, int day_of_month)
{
  int year = months / 12;
  int month = months % 12 + 1;

  return civil_to_day (year, month, MIN (day_of_month, days_in_month (year, month)));
}

TenureDay
tenure_day_add_months (TenureDay day, int months)
{
  int year, month, day_of_month;
  gint64 total;

  g_return_val_if_fail (day != TENURE_DAY_NONE, TENURE_DAY_NONE);

  tenure_day_to_civil (day, &year, &month, &day_of_month);
  total = (gint64) year * 12 + (month - 1) + months;
  if (total < 12)
    return TENURE_DAY_MIN;
  if (total >= 10000 * 12)
    return TENURE_DAY_MAX;
  return tenure_day_in_month ((int) total, day_of_month);
}

TenureDay
tenure_day_after (TenureDay last)
{
  return last == TENURE_DAY_NONE || last >= TENURE_DAY_MAX ? last : last + 1;
}

TenureDay
tenure_day_before (TenureDay first_outside)
{
  return first_outside == TENURE_DAY_NONE || first_outside <= TENURE_DAY_MIN ? first_outside : first_outside - 1;
}

static gboolean
read_digits (const char *text, int count, int *out_value)
{
  int value = 0;

  for (int i = 0; i < count; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      value = value * 10 + (text[i] - '0');
    }
  *out_value = value;
  return TRUE;
}

gboolean
tenure_day_parse_iso (const char *text, TenureDay *out_day)
{
  int year, month, day_of_month;

  g_return_val_if_fail (out_day != NULL, FALSE);

  if (text == NULL || !read_digits (text, 4, &year) || text[4] != '-' || !read_digits (text + 5, 2, &month) || text[7] != '-'
      || !read_digits (text + 8, 2, &day_of_month) || text[10] != '\0')
    return FALSE;
  return tenure_day_from_civil (year, month, day_of_month, out_day);
}

char *
tenure_day_to_iso (TenureDay day, char *buffer)
{
  int parts[3];

  g_return_val_if_fail (buffer != NULL, NULL);

  buffer[0] = '\0';
  if (day == TENURE_DAY_NONE)
    return buffer;
  tenure_day_to_civil (day, &parts[0], &parts[1], &parts[2]);
  /* By hand: a register of a hundred thousand rows writes three hundred thousand dates. */
  for (int i = 3; i >= 0; i--, parts[0] /= 10)
    buffer[i] = (char) ('0' + parts[0] % 10);
  buffer[4] = buffer[7] = '-';
  buffer[5] = (char) ('0' + parts[1] / 10);
  buffer[6] = (char) ('0' + parts[1] % 10);
  buffer[8] = (char) ('0' + parts[2] / 10);
  buffer[9] = (char) ('0' + parts[2] % 10);
  buffer[10] = '\0';
  return buffer;
}

static const char *
month_name (int month)
{
  static const char *const names[] = {
    N_ ("Jan"), N_ ("Feb"), N_ ("Mar"), N_ ("Apr"), N_ ("May"), N_ ("Jun"),
    N_ ("Jul"), N_ ("Aug"), N_ ("Sep"), N_ ("Oct"), N_ ("Nov"), N_ ("Dec"),
  };

  return _ (names[month - 1]);
}

char *
tenure_day_dup_label (TenureDay day)
{
  int year, month, day_of_month;

  if (day == TENURE_DAY_NONE)
    return g_strdup ("");
  tenure_day_to_civil (day, &year, &month, &day_of_month);
  /* Translators: a date, "21 Nov 2026": day of the month, month, year. Reorder with %2$s and the like. */
  return g_strdup_printf (_ ("%1$d %2$s %3$d"), day_of_month, month_name (month), year);
}

char *
tenure_day_dup_month_label (TenureDay day)
{
  int year, month;

  if (day == TENURE_DAY_NONE)
    return g_strdup ("");
  tenure_day_to_civil (day, &year, &month, NULL);
  /* Translators: a month, "Nov 2026": month, year. */
  return g_strdup_printf (_ ("%1$s %2$d"), month_name (month), year);
}

TenureDay
tenure_day_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int year, month, day_of_month;

  g_date_time_get_ymd (now, &year, &month, &day_of_month);
  return civil_to_day (year, month, day_of_month);
}

TenureDay
tenure_day_month_start (TenureDay day)
{
  int year, month;

  g_return_val_if_fail (day != TENURE_DAY_NONE, TENURE_DAY_NONE);

  tenure_day_to_civil (day, &year, &month, NULL);
  return civil_to_day (year, month, 1);
}

TenureDay
tenure_day_year_start (TenureDay day, int first_month)
{
  int year, month;

  g_return_val_if_fail (day != TENURE_DAY_NONE, TENURE_DAY_NONE);
  g_return_val_if_fail (first_month >= 1 && first_month <= 12, TENURE_DAY_NONE);

  tenure_day_to_civil (day, &year, &month, NULL);
  return civil_to_day (month >= first_month ? year : year - 1, first_month, 1);
}
