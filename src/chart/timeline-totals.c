#include "config.h"

#include "chart/timeline-private.h"

/* What groups hold, and whose money stands in a sum: what passes through a lead is counted once. */

gboolean
tenure_timeline_is_passed_on (const TenureTimelineIndex *index,
                              guint32 bar,
                              TenureTimelineHasPart has_part,
                              gconstpointer data)
{
  gint32 lead = index->data.bars[bar].lead;

  for (guint steps = 0; steps < TENURE_TIMELINE_LEADS; steps++)
    {
      if (lead < 0 || (guint) lead >= index->data.n_bars || (guint) lead == bar)
        return FALSE;
      if (has_part (index, (guint32) lead, data))
        return TRUE;
      lead = index->data.bars[lead].lead;
    }
  return FALSE;
}

/* --- Groups --- */

/* A group ends where one begins that is no deeper. @open holds the groups that have not ended yet, outermost first. */
static void
close_groups (TenureTimelineIndex *index, GArray *open, int depth, guint32 row)
{
  while (open->len > 0)
    {
      guint32 g = g_array_index (open, guint32, open->len - 1);

      if (index->data.groups[g].depth < depth)
        return;
      index->totals[g].after_row = row;
      g_array_set_size (open, open->len - 1);
    }
}

static void
nest_groups (TenureTimelineIndex *index)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 g = 0; g < index->data.n_groups; g++)
    {
      close_groups (index, open, index->data.groups[g].depth, index->totals[g].header_row);
      index->totals[g].parent = open->len > 0 ? (gint32) g_array_index (open, guint32, open->len - 1) : -1;
      g_array_append_val (open, g);
    }
  close_groups (index, open, -1, index->extent.n_rows);
}

static gboolean
is_inside (const TenureTimelineIndex *index, guint32 group, gint32 outer)
{
  gint32 at = group < index->data.n_groups ? (gint32) group : -1;

  while (at >= 0 && at != outer)
    at = index->totals[at].parent;
  return at >= 0;
}

/* @data is the group whose sum it is. */
static gboolean
runs_in_group (const TenureTimelineIndex *index, guint32 lead, gconstpointer data)
{
  const TenureTimelineBar *bar = &index->data.bars[lead];

  return bar->running && bar->value_known && is_inside (index, bar->group, *(const gint32 *) data);
}

static void
add_bar (TenureTimelineIndex *index, guint32 i, gint32 group)
{
  const TenureTimelineBar *bar = &index->data.bars[i];
  TenureGroupTotal *total = &index->totals[group];
  gboolean passed_on = bar->lead >= 0 && tenure_timeline_is_passed_on (index, i, runs_in_group, &group);

  total->n_bars++;
  total->n_running += bar->running;
  total->n_may_run += bar->may_run;
  total->n_known += bar->running && bar->value_known && tenure_money_add (&total->minor, passed_on ? 0 : bar->annual_minor);
}

void
tenure_timeline_total_groups (TenureTimelineIndex *index)
{
  nest_groups (index);
  for (guint32 i = 0; i < index->data.n_bars; i++)
    {
      guint32 group = index->data.bars[i].group;

      for (gint32 g = group < index->data.n_groups ? (gint32) group : -1; g >= 0; g = index->totals[g].parent)
        add_bar (index, i, g);
    }
}
