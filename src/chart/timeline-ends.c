#include "config.h"

#include "base/i18n.h"

#include "chart/format-private.h"
#include "chart/timeline-private.h"

/* What ends on which day, net of signed successors: the strip, its names and the title read this one list. */

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  TenureDay da = ((const TenureDayEnd *) a)->day;
  TenureDay db = ((const TenureDayEnd *) b)->day;

  return da < db ? -1 : da > db;
}

/* Ends by day: sorted, then equal days merged. */
void
tenure_timeline_collect_ends (TenureTimelineIndex *index)
{
  GArray *ends = index->ends;
  guint at = 0;

  for (guint i = 0; i < index->data.n_bars; i++)
    {
      const TenureTimelineBar *bar = &index->data.bars[i];
      gint64 minor = bar->value_known ? bar->annual_minor : 0;
      TenureDayEnd end = { bar->last, 1, bar->in_sector, minor, bar->in_sector ? minor : 0 };

      if (tenure_day_is_known (bar->last) && !bar->covered)
        g_array_append_val (ends, end);
    }
  g_array_sort (ends, compare_ends);
  for (guint i = 0; i < ends->len; i++)
    {
      TenureDayEnd end = g_array_index (ends, TenureDayEnd, i);
      TenureDayEnd *last = at > 0 ? &g_array_index (ends, TenureDayEnd, at - 1) : NULL;

      if (last != NULL && last->day == end.day)
        {
          last->count += end.count;
          last->n_sector += end.n_sector;
          tenure_money_add (&last->minor, end.minor);
          tenure_money_add (&last->sector_minor, end.sector_minor);
        }
      else
        g_array_index (ends, TenureDayEnd, at++) = end;
    }
  g_array_set_size (ends, at);
}

/* The first entry on or after @day. */
static guint
ends_from (const TenureTimelineIndex *index, TenureDay day)
{
  guint low = 0, high = index->ends->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (index->ends, TenureDayEnd, middle).day < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

TenureDayEnd
tenure_timeline_index_ends (const TenureTimelineIndex *index, TenureDay from, TenureDay after)
{
  TenureDayEnd sum = { .day = from };

  for (guint i = ends_from (index, from); i < index->ends->len; i++)
    {
      const TenureDayEnd *end = &g_array_index (index->ends, TenureDayEnd, i);

      if (end->day >= after)
        break;
      sum.count += end->count;
      sum.n_sector += end->n_sector;
      tenure_money_add (&sum.minor, end->minor);
      tenure_money_add (&sum.sector_minor, end->sector_minor);
    }
  return sum;
}

TenureDayEnd
tenure_timeline_index_pile_up (const TenureTimelineIndex *index, TenureDay from)
{
  TenureDayEnd largest = { .day = TENURE_DAY_NONE };

  for (guint i = ends_from (index, from); i < index->ends->len; i++)
    {
      const TenureDayEnd *end = &g_array_index (index->ends, TenureDayEnd, i);

      if (end->minor > largest.minor || (end->minor == largest.minor && end->count > largest.count))
        largest = *end;
    }
  return largest;
}

char *
tenure_timeline_dup_sector_part (const TenureTimelineIndex *index, const TenureDayEnd *end)
{
  g_autofree char *money = NULL;

  if (!index->data.counts_sector || end->n_sector == end->count)
    return NULL;
  if (end->sector_minor <= 0)
    /* Translators: how many of several agreements are the sector's. */
    return g_strdup_printf (_ ("%u with {sector} organisations"), end->n_sector);
  money = tenure_format_money_short (end->sector_minor, index->data.currency);
  /* Translators: the same, and what these are worth a year: "41 with VCS organisations (£8.1m)". */
  return g_strdup_printf (_ ("%1$u with {sector} organisations (%2$s)"), end->n_sector, money);
}

char *
tenure_timeline_dup_count (const TenureTimelineIndex *index, const TenureDayEnd *end)
{
  g_autofree char *count = tenure_format_agreements (end->count), *part = tenure_timeline_dup_sector_part (index, end);

  if (part == NULL)
    return g_steal_pointer (&count);
  /* Translators: "44 agreements", "41 with VCS organisations (£8.1m)". */
  return g_strdup_printf (_ ("%1$s, %2$s"), count, part);
}
