#include "config.h"

#include "chart/timeline-private.h"

/* Built once for each set of data, in O(n log n) of the number of chains; everything else is counting.
 * Measured by tests/bench/bench-timeline.c. */

/* --- Chains --------------------------------------------------------------------------------------------- */

/* What a chain is sorted by. */
typedef struct
{
  guint32 root; /* the bar that begins it */
  guint32 group;
  gint64 key;
  TenureDay start;
} Chain;

typedef struct
{
  TenureTimelineIndex *index;
  const TenureTimelineBar *bars;
  guint n;
  guint n_groups; /* with the one for bars whose group is out of range */
  guint32 *root;  /* of each bar */
  guint32 *rank;  /* by root: place of the chain in `chains` */
  GArray *chains;
  guint32 *order;       /* bars by chain, in each chain by start */
  guint32 *chain_start; /* chains + 1: where the bars of a chain begin in `order` */
} Build;

static guint32
group_of (const Build *build, guint bar)
{
  return MIN (build->bars[bar].group, build->n_groups - 1);
}

static gint32
link_of (const Build *build, guint bar)
{
  gint32 predecessor = build->bars[bar].predecessor;

  if (predecessor < 0 || (guint) predecessor >= build->n || (guint) predecessor == bar
      || group_of (build, (guint) predecessor) != group_of (build, bar))
    return -1;
  return predecessor;
}

/* Follows links up to the first term of each chain; a link that would close a loop is cut. */
static void
find_roots (Build *build)
{
  g_autofree guint32 *visit = g_new0 (guint32, build->n + 1);
  gint32 *predecessor = build->index->predecessor;

  for (guint i = 0; i < build->n; i++)
    {
      predecessor[i] = link_of (build, i);
      build->root[i] = G_MAXUINT32;
    }
  for (guint i = 0; i < build->n; i++)
    {
      guint32 root;
      guint j = i;

      while (build->root[j] == G_MAXUINT32 && predecessor[j] >= 0 && visit[predecessor[j]] != i + 1)
        {
          visit[j] = i + 1;
          j = (guint) predecessor[j];
        }
      if (build->root[j] == G_MAXUINT32 && predecessor[j] >= 0)
        predecessor[j] = -1;
      root = build->root[j] == G_MAXUINT32 ? j : build->root[j];
      for (j = i; build->root[j] == G_MAXUINT32; j = (guint) predecessor[j])
        {
          build->root[j] = root;
          if (predecessor[j] < 0)
            break;
        }
    }
}

static gint64
bar_key (const Build *build, const TenureTimelineBar *bar)
{
  static const guint8 severity[TENURE_N_CHART_LEVELS] = {
    [TENURE_CHART_LEVEL_RED] = 0,   [TENURE_CHART_LEVEL_AMBER] = 1,       [TENURE_CHART_LEVEL_NOTE] = 2,
    [TENURE_CHART_LEVEL_CLEAR] = 4, [TENURE_CHART_LEVEL_CANNOT_TELL] = 3,
  };
  gint64 end = tenure_day_is_known (bar->last) ? bar->last : bar->open_ended ? TENURE_DAY_MAX : TENURE_DAY_MAX + 1;

  switch (build->index->data.order)
    {
    case TENURE_TIMELINE_BY_START:
      return tenure_day_is_known (bar->first) ? bar->first : TENURE_DAY_MAX + 1;
    case TENURE_TIMELINE_BY_VALUE:
      return bar->value_known ? -bar->annual_minor : G_MAXINT64;
    case TENURE_TIMELINE_BY_LEVEL:
      return severity[MIN (bar->level, TENURE_N_CHART_LEVELS - 1)] * ((gint64) 1 << 32) + end;
    case TENURE_TIMELINE_BY_END:
    default:
      return end;
    }
}

/* A chain's key from those of its terms: the latest end; else the smallest, which is the earliest, largest,
 * worst. */
static gint64
join_keys (const Build *build, gint64 a, gint64 b)
{
  return build->index->data.order == TENURE_TIMELINE_BY_END ? MAX (a, b) : MIN (a, b);
}

static int
compare_chains (gconstpointer a, gconstpointer b)
{
  const Chain *ca = a;
  const Chain *cb = b;

  if (ca->group != cb->group)
    return ca->group < cb->group ? -1 : 1;
  if (ca->key != cb->key)
    return ca->key < cb->key ? -1 : 1;
  if (ca->start != cb->start)
    return ca->start < cb->start ? -1 : 1;
  return ca->root < cb->root ? -1 : ca->root > cb->root;
}

static void
sort_chains (Build *build)
{
  for (guint i = 0; i < build->n; i++)
    if (build->root[i] == i)
      {
        Chain chain = { i, group_of (build, i), bar_key (build, &build->bars[i]), build->bars[i].first };

        build->rank[i] = build->chains->len;
        g_array_append_val (build->chains, chain);
      }
  for (guint i = 0; i < build->n; i++)
    {
      Chain *chain = &g_array_index (build->chains, Chain, build->rank[build->root[i]]);

      chain->key = join_keys (build, chain->key, bar_key (build, &build->bars[i]));
    }
  g_array_sort (build->chains, compare_chains);
  for (guint k = 0; k < build->chains->len; k++)
    build->rank[g_array_index (build->chains, Chain, k).root] = k;
}

/* Bars by chain (a counting sort), then by start within each chain (few: by insertion, except in monstrous
 * chains). */
static int
compare_bars (gconstpointer a, gconstpointer b, gpointer data)
{
  const TenureTimelineBar *bars = data;
  guint32 ia = *(const guint32 *) a;
  guint32 ib = *(const guint32 *) b;
  TenureDay da = tenure_day_is_known (bars[ia].first) ? bars[ia].first : bars[ia].last;
  TenureDay db = tenure_day_is_known (bars[ib].first) ? bars[ib].first : bars[ib].last;

  if (da != db)
    return da < db ? -1 : 1;
  return ia < ib ? -1 : ia > ib;
}

static void
order_bars (Build *build)
{
  guint n_chains = build->chains->len;
  g_autofree guint32 *fill = NULL;

  build->chain_start = g_new0 (guint32, n_chains + 1);
  for (guint i = 0; i < build->n; i++)
    build->chain_start[build->rank[build->root[i]] + 1]++;
  for (guint k = 0; k < n_chains; k++)
    build->chain_start[k + 1] += build->chain_start[k];
  fill = g_memdup2 (build->chain_start, (n_chains + 1) * sizeof *fill);
  for (guint i = 0; i < build->n; i++)
    build->order[fill[build->rank[build->root[i]]]++] = i;
  for (guint k = 0; k < n_chains; k++)
    {
      guint32 from = build->chain_start[k];
      guint32 length = build->chain_start[k + 1] - from;

      if (length > 1)
        g_qsort_with_data (build->order + from, (gint) length, sizeof *build->order, compare_bars, (gpointer) build->bars);
    }
}

/* --- Rows ----------------------------------------------------------------------------------------------- */

static TenureTimelineItem
item_for (const Build *build, guint bar_index)
{
  const TenureTimelineBar *bar = &build->bars[bar_index];
  TenureTimelineItem item = { .bar = bar_index,
                              .level = MIN (bar->level, TENURE_CHART_LEVEL_CANNOT_TELL),
                              .secured = TENURE_DAY_NONE };
  gboolean start = tenure_day_is_known (bar->first);
  gboolean end = tenure_day_is_known (bar->last);

  if (!start && !end)
    {
      item.flags = TENURE_ITEM_UNDATED;
      return item;
    }
  if (!start)
    item.flags |= TENURE_ITEM_NO_START;
  if (!end)
    item.flags |= bar->open_ended ? TENURE_ITEM_OPEN : TENURE_ITEM_NO_END;
  item.start = start ? bar->first : bar->last - TENURE_TIMELINE_STUB_DAYS;
  item.end = end               ? tenure_day_after (bar->last)
             : bar->open_ended ? MAX (build->index->extent.after, item.start + 1)
                               : item.start + TENURE_TIMELINE_STUB_DAYS;
  item.end = MAX (item.end, item.start + 1);
  item.option_end = item.end;
  if (tenure_day_is_known (bar->secured))
    item.secured = tenure_day_after (bar->secured);
  if (end && tenure_day_is_known (bar->max_last))
    item.option_end = MAX (item.end, tenure_day_after (bar->max_last));
  return item;
}

static void
begin_row (GArray *rows, const GArray *items, gint32 group, gint32 owner)
{
  TenureTimelineRow row = { items->len, group, owner };

  g_array_append_val (rows, row);
}

/* The terms of one chain, in as few rows as their overlaps need. Terms are placed row by row: what does not
 * fit into a row waits for the next. */
static void
add_chain_rows (Build *build, guint chain, gint32 owner, GArray *rows, GArray *items, GArray *waiting)
{
  g_array_set_size (waiting, 0);
  g_array_append_vals (waiting, build->order + build->chain_start[chain],
                       build->chain_start[chain + 1] - build->chain_start[chain]);
  while (waiting->len > 0)
    {
      TenureDay free_from = TENURE_DAY_NONE;
      gboolean closed = FALSE; /* an undated bar keeps its row to itself */
      guint left = 0;

      begin_row (rows, items, -1, owner);
      for (guint i = 0; i < waiting->len; i++)
        {
          guint32 bar = g_array_index (waiting, guint32, i);
          TenureTimelineItem item = item_for (build, bar);
          gboolean undated = (item.flags & TENURE_ITEM_UNDATED) != 0;
          gboolean fits = !closed && (free_from == TENURE_DAY_NONE || (!undated && item.start >= free_from));

          if (!fits)
            {
              g_array_index (waiting, guint32, left++) = bar;
              continue;
            }
          g_array_append_val (items, item);
          free_from = undated ? TENURE_DAY_MAX : item.end;
          closed = undated;
        }
      g_array_set_size (waiting, left);
    }
}

/* Where each group's chains begin and end, for chains are sorted by group. */
static guint32 *
group_chains (const Build *build)
{
  guint32 *starts = g_new0 (guint32, build->n_groups + 1);

  for (guint k = 0; k < build->chains->len; k++)
    starts[g_array_index (build->chains, Chain, k).group + 1]++;
  for (guint g = 0; g < build->n_groups; g++)
    starts[g + 1] += starts[g];
  return starts;
}

/* Bars of a collapsed group lie together in its header's row. */
static void
add_collapsed (Build *build, guint from, guint to, GArray *items)
{
  for (guint k = from; k < to; k++)
    for (guint i = build->chain_start[k]; i < build->chain_start[k + 1]; i++)
      {
        TenureTimelineItem item = item_for (build, build->order[i]);

        g_array_append_val (items, item);
      }
}

static void
add_rows (Build *build, GArray *rows, GArray *items)
{
  const TenureTimelineGroup *groups = build->index->data.groups;
  g_autofree guint32 *starts = group_chains (build);
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (guint32));
  gint hidden_below = -1; /* depth of the collapsed group we are inside */

  for (guint g = 0; g < build->n_groups; g++)
    {
      gboolean real = g < build->index->data.n_groups;

      if (real && hidden_below >= 0 && groups[g].depth > hidden_below)
        {
          build->index->totals[g].hidden = TRUE;
          build->index->totals[g].header_row = rows->len - 1;
          add_collapsed (build, starts[g], starts[g + 1], items);
          continue;
        }
      hidden_below = real && groups[g].collapsed ? groups[g].depth : -1;
      if (real)
        {
          build->index->totals[g].header_row = rows->len;
          begin_row (rows, items, (gint32) g, (gint32) g);
        }
      if (hidden_below >= 0)
        add_collapsed (build, starts[g], starts[g + 1], items);
      else
        for (guint k = starts[g]; k < starts[g + 1]; k++)
          add_chain_rows (build, k, real ? (gint32) g : -1, rows, items, waiting);
    }
  begin_row (rows, items, -1, -1); /* the end of the last row */
}

/* --- Extent --------------------------------------------------------------------------------------------- */

static void
widen (TenureTimelineExtent *extent, TenureDay day)
{
  if (!tenure_day_is_known (day))
    return;
  if (!tenure_day_is_known (extent->first))
    {
      extent->first = day;
      extent->after = day + 1;
    }
  extent->first = MIN (extent->first, day);
  extent->after = MAX (extent->after, day + 1);
}

static void
measure_extent (Build *build)
{
  TenureTimelineExtent *extent = &build->index->extent;

  *extent = (TenureTimelineExtent){ .n_bars = build->n, .first = TENURE_DAY_NONE, .after = TENURE_DAY_NONE };
  for (guint i = 0; i < build->n; i++)
    {
      const TenureTimelineBar *bar = &build->bars[i];

      widen (extent, bar->first);
      widen (extent, bar->last);
      if (tenure_day_is_known (bar->last))
        widen (extent, bar->max_last);
      if (build->index->data.ghosts != NULL && build->index->data.ghosts[i].recorded)
        {
          widen (extent, build->index->data.ghosts[i].first);
          widen (extent, build->index->data.ghosts[i].last);
        }
      if (bar->gone)
        continue;
      extent->n_undated += !tenure_day_is_known (bar->first) && !tenure_day_is_known (bar->last);
      extent->n_reversed += tenure_day_is_known (bar->first) && tenure_day_is_known (bar->last) && bar->last < bar->first;
    }
}

/* --- Making --------------------------------------------------------------------------------------------- */

static void
invert (TenureTimelineIndex *index)
{
  for (guint row = 0; row < index->extent.n_rows; row++)
    for (guint i = index->rows[row].first_item; i < index->rows[row + 1].first_item; i++)
      {
        index->row_of_item[i] = row;
        index->item_of_bar[index->items[i].bar] = i;
      }
}

static void
build_rows (Build *build)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (TenureTimelineRow));
  GArray *items = g_array_sized_new (FALSE, FALSE, sizeof (TenureTimelineItem), build->n);

  add_rows (build, rows, items);
  build->index->extent.n_rows = rows->len - 1;
  build->index->rows = (TenureTimelineRow *) (gpointer) g_array_free (rows, FALSE);
  g_assert (items->len == build->n);
  build->index->items = (TenureTimelineItem *) (gpointer) g_array_free (items, FALSE);
}

TenureTimelineIndex *
tenure_timeline_index_new (const TenureTimelineData *data)
{
  TenureTimelineIndex *index;
  Build build = { 0 };

  g_return_val_if_fail (data != NULL, NULL);

  index = g_new0 (TenureTimelineIndex, 1);
  g_atomic_ref_count_init (&index->refs);
  g_mutex_init (&index->lock);
  index->data = *data;
  index->predecessor = g_new (gint32, data->n_bars + 1);
  index->item_of_bar = g_new (guint32, data->n_bars + 1);
  index->row_of_item = g_new (guint32, data->n_bars + 1);
  index->totals = g_new0 (TenureGroupTotal, data->n_groups + 1);
  build = (Build){ .index = index, .bars = data->bars, .n = data->n_bars, .n_groups = data->n_groups + 1 };
  build.root = g_new (guint32, data->n_bars + 1);
  build.rank = g_new (guint32, data->n_bars + 1);
  build.order = g_new (guint32, data->n_bars + 1);
  build.chains = g_array_new (FALSE, FALSE, sizeof (Chain));
  measure_extent (&build);
  find_roots (&build);
  sort_chains (&build);
  order_bars (&build);
  build_rows (&build);
  tenure_timeline_total_groups (index);
  tenure_timeline_collect_due (index);
  tenure_timeline_collect_map (index);
  invert (index);
  g_free (build.root);
  g_free (build.rank);
  g_free (build.order);
  g_free (build.chain_start);
  g_array_free (build.chains, TRUE);
  return index;
}

TenureTimelineIndex *
tenure_timeline_index_ref (TenureTimelineIndex *index)
{
  g_return_val_if_fail (index != NULL, NULL);

  g_atomic_ref_count_inc (&index->refs);
  return index;
}

void
tenure_timeline_index_unref (TenureTimelineIndex *index)
{
  if (index == NULL || !g_atomic_ref_count_dec (&index->refs))
    return;
  g_free (index->items);
  g_free (index->rows);
  g_free (index->item_of_bar);
  g_free (index->row_of_item);
  g_free (index->predecessor);
  g_free (index->totals);
  for (TenureTimelineDue due = 0; due < TENURE_N_DUES; due++)
    {
      g_array_free (index->due[due], TRUE);
      g_array_free (index->due_below[due], TRUE);
    }
  g_free (index->map);
  g_clear_pointer (&index->by_record, g_hash_table_unref);
  g_mutex_clear (&index->lock);
  if (index->destroy_owner != NULL)
    index->destroy_owner (index->owner);
  g_free (index);
}

void
tenure_timeline_index_take_owner (TenureTimelineIndex *index, gpointer owner, GDestroyNotify destroy)
{
  g_return_if_fail (index != NULL && index->destroy_owner == NULL);

  index->owner = owner;
  index->destroy_owner = destroy;
}

/* --- Asking --------------------------------------------------------------------------------------------- */

void
tenure_timeline_index_get_extent (const TenureTimelineIndex *index, TenureTimelineExtent *out_extent)
{
  g_return_if_fail (index != NULL && out_extent != NULL);

  *out_extent = index->extent;
}

int
tenure_timeline_index_find (TenureTimelineIndex *index, TenureId record)
{
  gpointer found = NULL;

  g_return_val_if_fail (index != NULL, -1);

  if (record == TENURE_ID_NONE)
    return -1;
  g_mutex_lock (&index->lock);
  if (index->by_record == NULL)
    {
      index->by_record = g_hash_table_new (g_int64_hash, g_int64_equal);
      for (guint i = index->data.n_bars; i > 0; i--)
        g_hash_table_insert (index->by_record, (gpointer) &index->data.bars[i - 1].record, GUINT_TO_POINTER (i));
    }
  found = g_hash_table_lookup (index->by_record, &record);
  g_mutex_unlock (&index->lock);
  return (int) GPOINTER_TO_UINT (found) - 1;
}
