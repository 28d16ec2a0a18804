#include "config.h"

#include "base/i18n.h"

#include "chart/format-private.h"
#include "chart/timeline-private.h"

/* What ends on which day, net of signed successors: the strip, its names and the title read this one list. */

static int
compare_days (TenureDay a, TenureDay b)
{
  return (a > b) - (a < b);
}

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  return compare_days (((const TenureDayEnd *) a)->day, ((const TenureDayEnd *) b)->day);
}

/* What reaches the limit stays there: nobody can say any more by how much it is above. */
static void
add_up_to_limit (gint64 *sum, gint64 minor)
{
  if (*sum != G_MAXINT64 && !tenure_money_add (sum, minor))
    *sum = G_MAXINT64;
}

static void
add_end (TenureDayEnd *sum, const TenureDayEnd *end)
{
  sum->count += end->count;
  sum->n_sector += end->n_sector;
  add_up_to_limit (&sum->minor, end->minor);
  add_up_to_limit (&sum->sector_minor, end->sector_minor);
}

/* Of the bars that end in [from, after): all, or the sector's alone. */
typedef struct
{
  TenureDay from, after;
  gboolean sector;
} Ends;

static gboolean
ends_as_well (const TenureTimelineIndex *index, guint32 lead, gconstpointer data)
{
  const TenureTimelineBar *bar = &index->data.bars[lead];
  const Ends *ends = data;

  return tenure_day_is_known (bar->last) && !bar->covered && bar->value_known && (bar->in_sector || !ends->sector)
         && bar->last >= ends->from && bar->last < ends->after;
}

/* What bar @i adds to what ends in [from, after), on one of whose days it ends. */
static TenureDayEnd
count_end (const TenureTimelineIndex *index, guint32 i, TenureDay from, TenureDay after)
{
  const TenureTimelineBar *bar = &index->data.bars[i];
  Ends all = { from, after, FALSE }, sector = { from, after, TRUE };
  TenureDayEnd end = { .day = bar->last, .count = 1, .n_sector = bar->in_sector };

  if (bar->value_known && !tenure_timeline_is_passed_on (index, i, ends_as_well, &all))
    end.minor = bar->annual_minor;
  if (bar->value_known && bar->in_sector && !tenure_timeline_is_passed_on (index, i, ends_as_well, &sector))
    end.sector_minor = bar->annual_minor;
  return end;
}

static int
compare_below (gconstpointer a, gconstpointer b, gpointer data)
{
  const TenureTimelineIndex *index = data;

  return compare_days (index->data.bars[*(const guint32 *) a].last, index->data.bars[*(const guint32 *) b].last);
}

static void
merge_days (GArray *ends)
{
  guint at = 0;

  g_array_sort (ends, compare_ends);
  for (guint i = 0; i < ends->len; i++)
    {
      TenureDayEnd end = g_array_index (ends, TenureDayEnd, i);
      TenureDayEnd *last = at > 0 ? &g_array_index (ends, TenureDayEnd, at - 1) : NULL;

      if (last != NULL && last->day == end.day)
        add_end (last, &end);
      else
        g_array_index (ends, TenureDayEnd, at++) = end;
    }
  g_array_set_size (ends, at);
}

void
tenure_timeline_collect_ends (TenureTimelineIndex *index)
{
  for (guint32 i = 0; i < index->data.n_bars; i++)
    {
      const TenureTimelineBar *bar = &index->data.bars[i];
      TenureDayEnd end;

      if (!tenure_day_is_known (bar->last) || bar->covered)
        continue;
      end = count_end (index, i, bar->last, bar->last + 1);
      g_array_append_val (index->ends, end);
      if (bar->lead >= 0 && (end.minor != 0 || end.sector_minor != 0))
        g_array_append_val (index->ends_below, i);
    }
  merge_days (index->ends);
  g_array_sort_with_data (index->ends_below, compare_below, index);
}

typedef TenureDay (*DayOf) (const TenureTimelineIndex *index, guint i);

static TenureDay
day_of_end (const TenureTimelineIndex *index, guint i)
{
  return g_array_index (index->ends, TenureDayEnd, i).day;
}

static TenureDay
day_of_below (const TenureTimelineIndex *index, guint i)
{
  return index->data.bars[g_array_index (index->ends_below, guint32, i)].last;
}

/* Of @n entries in the order of days, the first on or after @day; @n when there is none. */
static guint
find_first (const TenureTimelineIndex *index, guint n, DayOf day_of, TenureDay day)
{
  guint low = 0, high = n;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (day_of (index, middle) < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static guint
ends_from (const TenureTimelineIndex *index, TenureDay day)
{
  return find_first (index, index->ends->len, day_of_end, day);
}

/* Takes out of @sum what stands twice because its lead ends on another of the days. */
static void
take_passed_on (const TenureTimelineIndex *index, TenureDay from, TenureDay after, TenureDayEnd *sum)
{
  for (guint k = find_first (index, index->ends_below->len, day_of_below, from); k < index->ends_below->len; k++)
    {
      guint32 i = g_array_index (index->ends_below, guint32, k);
      TenureDay last = index->data.bars[i].last;
      TenureDayEnd alone, here;

      if (last >= after)
        break;
      alone = count_end (index, i, last, last + 1);
      here = count_end (index, i, from, after);
      add_up_to_limit (&sum->minor, here.minor - MAX (alone.minor, -G_MAXINT64));
      add_up_to_limit (&sum->sector_minor, here.sector_minor - MAX (alone.sector_minor, -G_MAXINT64));
    }
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
      add_end (&sum, end);
    }
  take_passed_on (index, from, after, &sum);
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
tenure_timeline_dup_worth (const TenureTimelineIndex *index, gint64 minor, gboolean in_full)
{
  g_autofree char *money =
      in_full ? tenure_format_money (minor, index->data.currency) : tenure_format_money_short (minor, index->data.currency);

  if (minor < G_MAXINT64)
    return g_steal_pointer (&money);
  /* Translators: a sum too large to be told; an amount of money. */
  return g_strdup_printf (_ ("more than %s"), money);
}

char *
tenure_timeline_dup_sector_part (const TenureTimelineIndex *index, const TenureDayEnd *end)
{
  g_autofree char *count = tenure_chart_dup_count (end->n_sector);
  g_autofree char *money = NULL;

  if (!index->data.counts_sector || end->n_sector == end->count)
    return NULL;
  if (end->sector_minor <= 0)
    /* Translators: how many of several agreements are the sector's. */
    return g_strdup_printf (_ ("%s with {sector} organisations"), count);
  money = tenure_timeline_dup_worth (index, end->sector_minor, FALSE);
  /* Translators: the same, and what these are worth a year: "41 with VCS organisations (£8.1m)". */
  return g_strdup_printf (_ ("%1$s with {sector} organisations (%2$s)"), count, money);
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
