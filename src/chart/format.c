#include "config.h"

#include "chart/format-private.h"

#include "base/i18n.h"

char *
tenure_format_count (gint64 count)
{
  TenureMoney whole = { 0, TENURE_CURRENCY_NONE };

  /* Grouped as amounts are: a count is an amount of no currency. */
  if (!__builtin_mul_overflow (count, (gint64) 100, &whole.minor))
    return tenure_money_dup_label (whole, FALSE);
  return g_strdup_printf ("%" G_GINT64_FORMAT, count);
}

char *
tenure_format_percent (gint64 part, gint64 whole)
{
  gint64 percent;

  if (whole <= 0)
    return g_strdup ("–");
  percent = (gint64) ((200 * (__int128) part + whole) / (2 * (__int128) whole));
  if (percent == 0 && part > 0)
    return g_strdup (_ ("<1 %"));
  if (percent == 100 && part < whole)
    return g_strdup (_ (">99 %"));
  /* Translators: a share; the space does not break. */
  return g_strdup_printf (_ ("%d %%"), (int) percent);
}

char *
tenure_format_percent_bound (gint64 part, gint64 whole, gboolean up)
{
  if (whole <= 0)
    return g_strdup ("–");
  return g_strdup_printf (_ ("%d %%"), (int) ((100 * (__int128) part + (up ? whole - 1 : 0)) / whole));
}

char *
tenure_format_money_short (gint64 minor, TenureCurrency currency)
{
  return tenure_money_dup_short ((TenureMoney){ minor, currency });
}

char *
tenure_format_money (gint64 minor, TenureCurrency currency)
{
  return tenure_money_dup_label ((TenureMoney){ minor, currency }, FALSE);
}

char *
tenure_format_agreements (guint n)
{
  g_autofree char *count = tenure_format_count (n);

  return g_strdup_printf (ngettext ("%s agreement", "%s agreements", n), count);
}

const char *
tenure_format_too_large (void)
{
  return _ ("The values come to more than can be counted. Look for an agreement with a value that cannot be right.");
}
