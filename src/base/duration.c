#include "config.h"
#include "base/duration.h"

#include "base/i18n.h"

#define MONTHS_MAX 1200
#define DAYS_MAX 30000

/* How long a month may be where no date says which. */
#define MIN_DAYS_A_MONTH 30
#define MAX_DAYS_A_MONTH 31

gboolean
tenure_duration_parse_iso (const char *text, TenureDuration *out_duration)
{
  static const struct
  {
    char letter;
    int months, days;
  } parts[] = { { 'Y', 12, 0 }, { 'M', 1, 0 }, { 'W', 0, 7 }, { 'D', 0, 1 } };
  gint64 months = 0, days = 0;
  gsize next = 0;

  g_return_val_if_fail (out_duration != NULL, FALSE);

  if (text == NULL || text[0] != 'P' || text[1] == '\0')
    return FALSE;
  for (const char *p = text + 1; *p != '\0'; p++)
    {
      int value = 0;
      const char *digits = p;

      for (; g_ascii_isdigit (*p) && p - digits < 6; p++)
        value = value * 10 + (*p - '0');
      while (next < G_N_ELEMENTS (parts) && parts[next].letter != *p)
        next++;
      if (p == digits || next == G_N_ELEMENTS (parts))
        return FALSE;
      months += (gint64) value * parts[next].months;
      days += (gint64) value * parts[next].days;
      next++;
    }
  if (months > MONTHS_MAX || days > DAYS_MAX)
    return FALSE;
  *out_duration = (TenureDuration){ .months = (gint16) months, .days = (gint16) days, .known = TRUE };
  return TRUE;
}

char *
tenure_duration_dup_iso (TenureDuration duration)
{
  if (!duration.known)
    return NULL;
  if (duration.months != 0 && duration.days != 0)
    return g_strdup_printf ("P%dM%dD", duration.months, duration.days);
  return duration.months != 0 ? g_strdup_printf ("P%dM", duration.months) : g_strdup_printf ("P%dD", duration.days);
}

char *
tenure_duration_dup_label (TenureDuration duration)
{
  g_autofree char *months = NULL;
  g_autofree char *days = NULL;

  if (!duration.known)
    return NULL;
  if (duration.months != 0)
    months = g_strdup_printf (ngettext ("%d month", "%d months", duration.months), duration.months);
  if (duration.days >= 14 && duration.days % 7 == 0)
    days = g_strdup_printf (ngettext ("%d week", "%d weeks", duration.days / 7), duration.days / 7);
  else if (duration.days != 0 || duration.months == 0)
    days = g_strdup_printf (ngettext ("%d day", "%d days", duration.days), duration.days);
  if (months != NULL && days != NULL)
    /* Translators: a length of time: "3 months" and "15 days". */
    return g_strdup_printf (_ ("%1$s and %2$s"), months, days);
  return months != NULL ? g_steal_pointer (&months) : g_steal_pointer (&days);
}

int
tenure_duration_compare_months (TenureDuration duration, int months)
{
  int rest = months - duration.months;

  if (rest < 0 || duration.days > MAX_DAYS_A_MONTH * rest)
    return 1;
  return duration.days < MIN_DAYS_A_MONTH * rest ? -1 : 0;
}

TenureDay
tenure_duration_after (TenureDuration duration, TenureDay day)
{
  g_return_val_if_fail (duration.known && day != TENURE_DAY_NONE, TENURE_DAY_NONE);

  return MIN (tenure_day_add_months (day, duration.months) + duration.days, TENURE_DAY_MAX);
}

TenureDay
tenure_duration_before (TenureDuration duration, TenureDay day)
{
  g_return_val_if_fail (duration.known && day != TENURE_DAY_NONE, TENURE_DAY_NONE);

  return MAX (tenure_day_add_months (day, -duration.months) - duration.days, TENURE_DAY_MIN);
}
