#include "config.h"

#include "chart/anatomy-private.h"

#include "base/i18n.h"
#include <math.h>

#include "chart/format-private.h"

char *
tenure_anatomy_dup_month (const TenureAnatomyData *data, guint i)
{
  return tenure_day_dup_month_label (tenure_day_add_months (data->first_month, (int) i));
}

const char *
tenure_anatomy_name (const TenureAnatomyAgreement *agreement)
{
  return agreement->name != NULL ? agreement->name : _ ("No name recorded");
}

char *
tenure_anatomy_dup_remarked (const TenureAnatomyAgreement *agreement)
{
  if (agreement->remark == NULL)
    return g_strdup (tenure_anatomy_name (agreement));
  /* Translators: the name of an agreement, "notice by 31 Dec 2026". */
  return g_strdup_printf (_ ("%1$s, %2$s"), tenure_anatomy_name (agreement), agreement->remark);
}

char *
tenure_anatomy_dup_a_month (const TenureAnatomyData *data, double minor, double short_by)
{
  g_autofree char *money = tenure_format_money (llround (minor), data->currency);
  g_autofree char *gap = tenure_format_money (llround (MAX (short_by, 0)), data->currency);

  if (!data->below_told || llround (short_by) <= 0)
    return g_strdup_printf (_ ("%s a month"), money);
  /* Translators: two amounts of money. */
  return g_strdup_printf (_ ("%1$s a month; with other income %2$s less than cost"), money, gap);
}

/* When income falls below cost; a whole clause, without how long reserves last. */
static char *
dup_below (const TenureAnatomyData *data)
{
  g_autofree char *month = NULL;

  if (data->below_month == 0)
    return g_strdup (_ ("Secured income is below cost already"));
  month = tenure_anatomy_dup_month (data, (guint) data->below_month);
  /* Translators: a month, "Apr 2027". */
  return g_strdup_printf (_ ("Secured income falls below cost in %s"), month);
}

static char *
dup_reserves (const TenureAnatomyData *data)
{
  g_autofree char *month = NULL;

  if (!data->reserves_told)
    return g_strdup (_ ("how long reserves last is not recorded"));
  if (data->shortfall_month < 0)
    return g_strdup_printf (
        ngettext ("reserves last for all of %u month", "reserves last for all of %u months", data->n_months),
        data->n_months);
  month = tenure_anatomy_dup_month (data, (guint) data->shortfall_month);
  /* Translators: a month, "Sep 2027". */
  return g_strdup_printf (_ ("reserves last until %s"), month);
}

char *
tenure_anatomy_dup_title (const TenureAnatomyData *data)
{
  g_autofree char *below = NULL, *reserves = NULL;

  if (data->title != NULL)
    return g_strdup (data->title);
  if (!data->below_told)
    return g_strdup (_ ("When secured income falls below cost cannot be told"));
  if (data->below_month < 0 && data->shortfall_month >= 0)
    return g_strdup (_ ("Secured income covers cost, but free reserves are less than nothing"));
  if (data->below_month < 0)
    return g_strdup_printf (
        ngettext ("Secured income covers cost for %u month", "Secured income covers cost for %u months", data->n_months),
        data->n_months);
  below = dup_below (data);
  reserves = dup_reserves (data);
  /* Translators: "Secured income falls below cost in Apr 2027", "reserves last until Sep 2027". */
  return g_strdup_printf (_ ("%1$s; %2$s"), below, reserves);
}

char *
tenure_anatomy_dup_subtitle (const TenureAnatomyData *data)
{
  const char *drawn =
      _ ("Income a month by agreement; the line before an end is the three months’ notice that the Compact asked for");

  if (data->missing == NULL)
    return g_strdup (drawn);
  /* Translators: what is drawn, and names of fields. */
  return g_strdup_printf (_ ("%1$s. Not recorded: %2$s"), drawn, data->missing);
}

char *
tenure_anatomy_dup_summary (const TenureAnatomyData *data)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < data->n_agreements; i++)
    if (data->agreements[i].end_words != NULL)
      g_string_append_printf (text, "%s: %s. ", tenure_anatomy_name (&data->agreements[i]), data->agreements[i].end_words);
  return g_strchomp (g_string_free (text, FALSE));
}
