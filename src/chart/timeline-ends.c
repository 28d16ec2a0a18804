#include "config.h"

#include "base/i18n.h"

#include "chart/format-private.h"
#include "chart/timeline-private.h"

/* What ends on which day without a signed successor, and what is to be decided by which: the strip, its names and the title
 * read these two lists. What ends is what the chart of expiries counts (docs/domain.md section 2, "Succession"); this one
 * also has past days and all suppliers in view. */

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

/* Of the bars that are due in [from, after): all, or the sector's alone. */
typedef struct
{
  TenureTimelineDue due;
  TenureDay from, after;
  gboolean sector;
} Span;

/* NONE when it is not due at all. */
static TenureDay
due_day (const TenureTimelineBar *bar, TenureTimelineDue due)
{
  if (due == TENURE_DUE_DECISION)
    return bar->decision;
  return bar->covered ? TENURE_DAY_NONE : bar->last;
}

static gboolean
is_due_as_well (const TenureTimelineIndex *index, guint32 lead, gconstpointer data)
{
  const TenureTimelineBar *bar = &index->data.bars[lead];
  const Span *span = data;
  TenureDay day = due_day (bar, span->due);

  return tenure_day_is_known (day) && bar->value_known && (bar->in_sector || !span->sector) && day >= span->from
         && day < span->after;
}

/* What bar @i adds to what is due in [from, after), on one of whose days it is. */
static TenureDayEnd
count_due (const TenureTimelineIndex *index, TenureTimelineDue due, guint32 i, TenureDay from, TenureDay after)
{
  const TenureTimelineBar *bar = &index->data.bars[i];
  Span all = { due, from, after, FALSE }, sector = { due, from, after, TRUE };
  TenureDayEnd end = { .day = due_day (bar, due), .count = 1, .n_sector = bar->in_sector };

  if (bar->value_known && !tenure_timeline_is_passed_on (index, i, is_due_as_well, &all))
    end.minor = bar->annual_minor;
  if (bar->value_known && bar->in_sector && !tenure_timeline_is_passed_on (index, i, is_due_as_well, &sector))
    end.sector_minor = bar->annual_minor;
  return end;
}

typedef struct
{
  const TenureTimelineIndex *index;
  TenureTimelineDue due;
} Days;

static int
compare_below (gconstpointer a, gconstpointer b, gpointer data)
{
  const Days *days = data;
  const TenureTimelineBar *bars = days->index->data.bars;

  return compare_days (due_day (&bars[*(const guint32 *) a], days->due), due_day (&bars[*(const guint32 *) b], days->due));
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

static void
collect (TenureTimelineIndex *index, TenureTimelineDue due)
{
  Days days = { index, due };

  for (guint32 i = 0; i < index->data.n_bars; i++)
    {
      const TenureTimelineBar *bar = &index->data.bars[i];
      TenureDay day = due_day (bar, due);
      TenureDayEnd end;

      if (!tenure_day_is_known (day))
        continue;
      end = count_due (index, due, i, day, day + 1);
      g_array_append_val (index->due[due], end);
      if (bar->lead >= 0 && (end.minor != 0 || end.sector_minor != 0))
        g_array_append_val (index->due_below[due], i);
    }
  merge_days (index->due[due]);
  g_array_sort_with_data (index->due_below[due], compare_below, &days);
}

void
tenure_timeline_collect_due (TenureTimelineIndex *index)
{
  for (TenureTimelineDue due = 0; due < TENURE_N_DUES; due++)
    {
      index->due[due] = g_array_new (FALSE, FALSE, sizeof (TenureDayEnd));
      index->due_below[due] = g_array_new (FALSE, FALSE, sizeof (guint32));
      collect (index, due);
    }
}

typedef TenureDay (*DayOf) (const Days *days, guint i);

static TenureDay
day_of_due (const Days *days, guint i)
{
  return g_array_index (days->index->due[days->due], TenureDayEnd, i).day;
}

static TenureDay
day_of_below (const Days *days, guint i)
{
  guint32 bar = g_array_index (days->index->due_below[days->due], guint32, i);

  return due_day (&days->index->data.bars[bar], days->due);
}

/* Of @n entries in the order of days, the first on or after @day; @n when there is none. */
static guint
find_first (const Days *days, guint n, DayOf day_of, TenureDay day)
{
  guint low = 0, high = n;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (day_of (days, middle) < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Takes out of @sum what stands twice because its lead is due on another of the days. */
static void
take_passed_on (const Days *days, TenureDay from, TenureDay after, TenureDayEnd *sum)
{
  const GArray *below = days->index->due_below[days->due];

  for (guint k = find_first (days, below->len, day_of_below, from); k < below->len; k++)
    {
      guint32 i = g_array_index (below, guint32, k);
      TenureDay day = day_of_below (days, k);
      TenureDayEnd alone, here;

      if (day >= after)
        break;
      alone = count_due (days->index, days->due, i, day, day + 1);
      here = count_due (days->index, days->due, i, from, after);
      add_up_to_limit (&sum->minor, here.minor - MAX (alone.minor, -G_MAXINT64));
      add_up_to_limit (&sum->sector_minor, here.sector_minor - MAX (alone.sector_minor, -G_MAXINT64));
    }
}

TenureDayEnd
tenure_timeline_index_due (const TenureTimelineIndex *index, TenureTimelineDue due, TenureDay from, TenureDay after)
{
  Days days = { index, due };
  const GArray *list = index->due[due];
  TenureDayEnd sum = { .day = from };

  for (guint i = find_first (&days, list->len, day_of_due, from); i < list->len; i++)
    {
      const TenureDayEnd *end = &g_array_index (list, TenureDayEnd, i);

      if (end->day >= after)
        break;
      add_end (&sum, end);
    }
  take_passed_on (&days, from, after, &sum);
  return sum;
}

TenureDayEnd
tenure_timeline_index_pile_up (const TenureTimelineIndex *index, TenureDay from, TenureDay after)
{
  Days days = { index, TENURE_DUE_END };
  const GArray *ends = index->due[TENURE_DUE_END];
  TenureDayEnd largest = { .day = TENURE_DAY_NONE };

  for (guint i = find_first (&days, ends->len, day_of_due, from); i < ends->len; i++)
    {
      const TenureDayEnd *end = &g_array_index (ends, TenureDayEnd, i);

      if (end->day >= after)
        break;
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
