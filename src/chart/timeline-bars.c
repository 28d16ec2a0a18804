#include "config.h"

#include "base/i18n.h"
#include <math.h>

#include "chart/timeline-private.h"

/* Rows thick enough to be told apart. The parts of bars are added kind by kind and level by level, so that
 * the painter finds long runs of one style; that is most of the speed of a frame. */

#define TICK_PX 5.0  /* of a variation on the upper edge of its bar */
#define GHOST_PX 2.0 /* by which a ghost is higher than its bar, above and below */

typedef TenureTimelineBox Bar;

/* --- Collecting ----------------------------------------------------------------------------------------- */

/* The first item of an open row whose options end after the left edge: ends grow along a row, but for
 * options, which may reach over a later term; so from the committed ends, and one back. */
static guint
first_visible (const TenureTimelineDraw *draw, guint row)
{
  guint low = draw->index->rows[row].first_item;
  guint from = low;
  guint high = draw->index->rows[row + 1].first_item;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (draw->index->items[middle].end <= draw->view->first_day)
        low = middle + 1;
      else
        high = middle;
    }
  return low > from ? low - 1 : low;
}

gint32
tenure_timeline_add_bar_mark (TenureTimelineDraw *draw, const Bar *bar)
{
  const TenureTimelineBar *datum = &draw->index->data.bars[bar->item->bar];
  TenureMark mark = TENURE_MARK_INIT;

  mark.record = datum->record;
  mark.source = (gint32) bar->item->bar;
  mark.group = 1 + (gint32) MIN (datum->group, draw->index->data.n_groups);
  mark.amount = datum->annual_minor;
  mark.unit = TENURE_UNIT_MONEY;
  mark.known = datum->value_known;
  mark.x = bar->x1;
  mark.y = bar->y;
  mark.width = bar->x3 - bar->x1;
  mark.height = bar->height;
  return (gint32) tenure_scene_add_mark (draw->scene, &mark, NULL, 0);
}

TenureDay
tenure_timeline_secured_end (const TenureTimelineDraw *draw, const TenureTimelineItem *item)
{
  TenureDay secured = item->secured;

  if (!tenure_day_is_known (secured))
    secured = tenure_day_after (draw->frame->as_of);
  return tenure_day_is_known (secured) ? MAX (secured, item->start) : item->start;
}

static Bar
place_bar (const TenureTimelineDraw *draw, const TenureTimelineItem *item, double y, double height)
{
  double left = tenure_timeline_left (draw) - 4, right = tenure_timeline_right (draw) + 4;
  Bar bar = { .item = item, .y = y, .height = height };

  if ((item->flags & TENURE_ITEM_UNDATED) != 0)
    {
      bar.x1 = tenure_timeline_left (draw);
      bar.x2 = bar.x3 = tenure_timeline_right (draw);
      return bar;
    }
  bar.x1 = CLAMP (round (tenure_timeline_day_px (draw, item->start)), left, right);
  bar.x2 = CLAMP (round (tenure_timeline_day_px (draw, item->end)), left, right);
  bar.x3 = CLAMP (round (tenure_timeline_day_px (draw, item->option_end)), left, right);
  if ((item->flags & TENURE_ITEM_OPEN) != 0)
    {
      bar.x2 = CLAMP (round (tenure_timeline_day_px (draw, tenure_timeline_secured_end (draw, item))), left, right);
      bar.x3 = right;
    }
  bar.x2 = MAX (bar.x2, bar.x1 + 1);
  bar.x3 = MAX (bar.x3, bar.x2);
  return bar;
}

static void
collect_row (TenureTimelineDraw *draw, guint row, GArray *bars)
{
  double y = round (tenure_timeline_row_y (draw, row));
  double row_px = draw->view->row_px;
  double height = tenure_timeline_has_labels (draw) ? row_px - TENURE_TIMELINE_MARKER_PX - TENURE_TIMELINE_BELOW_PX
                                                    : MAX (row_px - 1, 2);
  guint end = draw->index->rows[row + 1].first_item;
  double after_day = draw->view->first_day + draw->places.rows.width / draw->view->px_per_day;

  for (guint i = first_visible (draw, row); i < end; i++)
    {
      const TenureTimelineItem *item = &draw->index->items[i];
      gboolean undated = (item->flags & TENURE_ITEM_UNDATED) != 0;
      Bar bar;

      if (!undated && item->start >= after_day)
        break;
      bar = place_bar (draw, item, y + (tenure_timeline_has_labels (draw) ? TENURE_TIMELINE_MARKER_PX : 0), height);
      if (!undated && bar.x3 < tenure_timeline_left (draw))
        continue;
      bar.next_x = i + 1 < end
                       ? MIN (tenure_timeline_day_px (draw, draw->index->items[i + 1].start), tenure_timeline_right (draw))
                       : tenure_timeline_right (draw);
      bar.x3 = MAX (bar.x2, MIN (bar.x3, bar.next_x));
      bar.mark = tenure_timeline_add_bar_mark (draw, &bar);
      g_array_append_val (bars, bar);
    }
}

static void
collect_bars (TenureTimelineDraw *draw, GArray *bars, GArray *empty_rows)
{
  for (guint row = draw->first_row; row < draw->after_row; row++)
    {
      guint before = bars->len;

      if (tenure_timeline_row_is_header (&draw->index->rows[row]))
        continue;
      collect_row (draw, row, bars);
      if (bars->len == before)
        g_array_append_val (empty_rows, row);
    }
}

/* --- Parts of bars -------------------------------------------------------------------------------------- */

static double
term_width (const Bar *bar)
{
  double width = bar->x2 - bar->x1;

  /* Neighbours in a chain are told apart by a gap, bars too thin for one are not. */
  return width > 3 * TENURE_TIMELINE_GAP_PX ? width - TENURE_TIMELINE_GAP_PX : width;
}

static void
add_terms (TenureTimelineDraw *draw, const GArray *bars, TenureChartLevel level)
{
  TenureChartRole role = tenure_chart_level_role (level);

  for (guint i = 0; i < bars->len; i++)
    {
      const Bar *bar = &g_array_index (bars, Bar, i);
      TenureShape *shape;

      if (bar->item->level != level || tenure_timeline_is_undated (bar) || tenure_timeline_is_stub (bar))
        continue;
      shape = tenure_scene_add_rect (draw->scene, TENURE_LAYER_DATA, bar->x1, bar->y, term_width (bar), bar->height, role);
      shape->mark = bar->mark;
      if (level == TENURE_CHART_LEVEL_CANNOT_TELL)
        shape->stroke = TENURE_ROLE_UNKNOWN;
    }
}

/* One date missing: dotted, without an edge on the side that is not known. */
static void
add_stubs (TenureTimelineDraw *draw, const GArray *bars)
{
  for (guint i = 0; i < bars->len; i++)
    {
      const Bar *bar = &g_array_index (bars, Bar, i);
      TenureShape *shape;

      if (tenure_timeline_is_undated (bar) || !tenure_timeline_is_stub (bar))
        continue;
      shape = tenure_scene_add_rect (draw->scene, TENURE_LAYER_DATA, bar->x1, bar->y, term_width (bar), bar->height,
                                     TENURE_ROLE_UNKNOWN);
      shape->pattern = TENURE_PATTERN_DOTS;
      shape->open = TRUE;
      shape->mark = bar->mark;
    }
  for (guint i = 0; i < bars->len; i++)
    {
      const Bar *bar = &g_array_index (bars, Bar, i);
      double x = (bar->item->flags & TENURE_ITEM_NO_START) != 0 ? bar->x2 - TENURE_TIMELINE_GAP_PX : bar->x1;
      TenureShape *shape;

      if (tenure_timeline_is_undated (bar) || !tenure_timeline_is_stub (bar))
        continue;
      shape =
          tenure_scene_add_line (draw->scene, TENURE_LAYER_DATA, x, bar->y, x, bar->y + bar->height, TENURE_ROLE_UNKNOWN);
      shape->line_width = 2;
    }
}

/* Hatched: the options. Lined: what an open-ended agreement may bring beyond its notice. */
static void
add_options (TenureTimelineDraw *draw, const GArray *bars, TenureChartLevel level)
{
  TenureChartRole role = tenure_chart_level_role (level);

  if (level == TENURE_CHART_LEVEL_CANNOT_TELL)
    role = TENURE_ROLE_UNKNOWN;
  else if (level == TENURE_CHART_LEVEL_CLEAR)
    role = TENURE_ROLE_AXIS;
  for (guint i = 0; i < bars->len; i++)
    {
      const Bar *bar = &g_array_index (bars, Bar, i);
      TenureShape *shape;

      if (bar->item->level != level || bar->x3 - bar->x2 < 1 || tenure_timeline_is_undated (bar))
        continue;
      shape =
          tenure_scene_add_rect (draw->scene, TENURE_LAYER_DATA, bar->x2 - (bar->height > 4 ? TENURE_TIMELINE_GAP_PX : 0),
                                 bar->y, bar->x3 - bar->x2, bar->height, role);
      shape->pattern = tenure_timeline_is_open (bar) ? TENURE_PATTERN_HORIZONTAL : TENURE_PATTERN_HATCH;
      shape->open = TRUE;
      shape->stroke = bar->height > 4 ? role : TENURE_ROLE_NONE;
      shape->mark = bar->mark;
    }
}

/* From the end of a term to the start of the one that renews it: an unbroken link when there is no gap,
 * dashes over a gap, an elbow when the two overlap and lie in different rows. */
static void
add_join (TenureTimelineDraw *draw, const Bar *bar, gboolean dashed)
{
  const TenureTimelineIndex *index = draw->index;
  gint32 predecessor = index->predecessor[bar->item->bar];
  guint row = index->row_of_item[bar->item - index->items];
  guint from_item, from_row;
  const TenureTimelineItem *from;
  double x, y, from_y;
  TenureShape *shape;

  if (predecessor < 0)
    return;
  from_item = index->item_of_bar[predecessor];
  from = &index->items[from_item];
  from_row = index->row_of_item[from_item];
  if ((from->flags & TENURE_ITEM_UNDATED) != 0 || (bar->item->start > from->end) != dashed)
    return;
  x = CLAMP (tenure_timeline_day_px (draw, from->end), tenure_timeline_left (draw) - 4, tenure_timeline_right (draw) + 4);
  y = bar->y + floor (bar->height / 2);
  /* All bars sit alike in their rows. */
  from_y = y + ((double) from_row - row) * draw->view->row_px;
  if (from_y == y)
    shape = tenure_scene_add_line (draw->scene, TENURE_LAYER_BACK, x - TENURE_TIMELINE_GAP_PX - 1, y, MAX (bar->x1, x) + 1,
                                   y, TENURE_ROLE_INK_SOFT);
  else
    {
      double xy[] = { MIN (x, bar->x1) - 1, from_y, MIN (x, bar->x1) - 5, from_y, MIN (x, bar->x1) - 5, y, bar->x1, y };

      shape = tenure_scene_add_polyline (draw->scene, TENURE_LAYER_BACK, xy, 4, TENURE_ROLE_INK_SOFT);
    }
  shape->line_width = 2;
  shape->dash = dashed ? 3 : 0;
}

static void
add_notice (TenureTimelineDraw *draw, const Bar *bar, gboolean assumed)
{
  const TenureTimelineBar *datum = &draw->index->data.bars[bar->item->bar];
  double x, y;
  TenureShape *shape;

  if (!tenure_day_is_known (datum->notice) || (bar->item->flags & (TENURE_ITEM_NO_END | TENURE_ITEM_OPEN)) != 0
      || datum->notice_assumed != assumed || datum->notice >= bar->item->end || tenure_timeline_is_undated (bar))
    return;
  x = MAX (round (tenure_timeline_day_px (draw, datum->notice)), bar->x1);
  y = bar->y + bar->height + TENURE_TIMELINE_BELOW_PX / 2;
  if (bar->x2 - TENURE_TIMELINE_GAP_PX - x < 2)
    return;
  shape = tenure_scene_add_line (draw->scene, TENURE_LAYER_DATA, x, y, bar->x2 - TENURE_TIMELINE_GAP_PX, y,
                                 TENURE_ROLE_INK_SOFT);
  shape->line_width = 2;
  shape->dash = assumed ? 3 : 0;
}

static void
add_decision (TenureTimelineDraw *draw, const Bar *bar)
{
  const TenureTimelineBar *datum = &draw->index->data.bars[bar->item->bar];
  double size = 2 * TENURE_TIMELINE_MARKER_PX;
  double top = bar->y - TENURE_TIMELINE_MARKER_PX;
  double x = tenure_day_is_known (datum->decision) ? round (tenure_timeline_day_px (draw, datum->decision)) : -1;
  double xy[] = { x - size * 0.6, top, x + size * 0.6, top, x, top + size };
  TenureShape *shape;

  if (tenure_timeline_is_undated (bar) || x < tenure_timeline_left (draw) || x > tenure_timeline_right (draw))
    return;
  shape = tenure_scene_add_polygon (draw->scene, TENURE_LAYER_FRONT, xy, 3, TENURE_ROLE_INK);
  shape->stroke = TENURE_ROLE_GROUND;
  shape->line_width = 1;
  shape->mark = bar->mark;
}

/* The days of variations, on the upper edge, where neither words nor the line of notice are. */
static void
add_ticks (TenureTimelineDraw *draw, const Bar *bar)
{
  const TenureTimelineData *data = &draw->index->data;
  const TenureTimelineBar *datum = &data->bars[bar->item->bar];

  for (guint i = datum->first_change; i < MIN ((guint64) datum->first_change + datum->n_changes, data->n_changes); i++)
    {
      double x = tenure_day_is_known (data->changes[i]) ? round (tenure_timeline_day_px (draw, data->changes[i])) : -1;
      TenureShape *tick;

      if (x < tenure_timeline_left (draw) || x > tenure_timeline_right (draw))
        continue;
      tick =
          tenure_scene_add_line (draw->scene, TENURE_LAYER_FRONT, x, bar->y - TICK_PX + 2, x, bar->y + 2, TENURE_ROLE_INK);
      tick->line_width = 2;
      tick->mark = bar->mark;
    }
}

/* As it was recorded earlier, behind the bar and a little higher: what has not changed is a rim around it, what has sticks
 * out. Without an end it fades into the right edge as an open-ended one does, or is as short as a bar with one date. */
static void
add_ghost (TenureTimelineDraw *draw, const Bar *bar, const TenureTimelineGhost *ghost)
{
  double left = tenure_timeline_left (draw) - 4, right = tenure_timeline_right (draw) + 4;
  double grow = bar->height > 6 ? GHOST_PX : 1;
  gboolean starts = tenure_day_is_known (ghost->first), ends = tenure_day_is_known (ghost->last);
  double x1, x2;
  TenureShape *shape;

  if (!ghost->recorded || (!starts && !ends))
    return;
  x1 = tenure_timeline_day_px (draw, starts ? ghost->first : ghost->last - TENURE_TIMELINE_STUB_DAYS);
  x2 = ends                ? tenure_timeline_day_px (draw, tenure_day_after (ghost->last))
       : ghost->open_ended ? right
                           : tenure_timeline_day_px (draw, ghost->first + TENURE_TIMELINE_STUB_DAYS);
  x1 = CLAMP (round (x1), left, right);
  x2 = MAX (CLAMP (round (x2), left, right), x1 + 1);
  if (x2 <= tenure_timeline_left (draw) || x1 >= tenure_timeline_right (draw))
    return;
  shape = tenure_scene_add_rect (draw->scene, TENURE_LAYER_BACK, x1 - grow, bar->y - grow, x2 - x1 + grow,
                                 bar->height + 2 * grow, TENURE_ROLE_GHOST);
  shape->stroke = TENURE_ROLE_INK_SOFT;
  shape->radius = 2;
  shape->mark = bar->mark;
}

static void
add_ghosts (TenureTimelineDraw *draw, const GArray *bars)
{
  const TenureTimelineGhost *ghosts = draw->index->data.ghosts;

  for (guint i = 0; ghosts != NULL && i < bars->len; i++)
    {
      const Bar *bar = &g_array_index (bars, Bar, i);

      add_ghost (draw, bar, &ghosts[bar->item->bar]);
    }
}

static void
add_selection (TenureTimelineDraw *draw, const GArray *bars)
{
  for (guint i = 0; draw->frame->selected != TENURE_ID_NONE && i < bars->len; i++)
    {
      const Bar *bar = &g_array_index (bars, Bar, i);
      TenureShape *ring;

      if (draw->index->data.bars[bar->item->bar].record != draw->frame->selected)
        continue;
      ring = tenure_scene_add_rect (draw->scene, TENURE_LAYER_FRONT, bar->x1 - 2, bar->y - 2, bar->x3 - bar->x1 + 4,
                                    bar->height + 4, TENURE_ROLE_NONE);
      ring->stroke = TENURE_ROLE_ACCENT;
      ring->line_width = 2;
      ring->radius = 3;
    }
}

void
tenure_timeline_draw_bars (TenureTimelineDraw *draw)
{
  g_autoptr (GArray) bars = g_array_new (FALSE, FALSE, sizeof (Bar));
  g_autoptr (GArray) empty_rows = g_array_new (FALSE, FALSE, sizeof (guint));

  collect_bars (draw, bars, empty_rows);
  add_ghosts (draw, bars);
  for (TenureChartLevel level = 0; level < TENURE_N_CHART_LEVELS; level++)
    add_terms (draw, bars, level);
  for (TenureChartLevel level = 0; level < TENURE_N_CHART_LEVELS; level++)
    add_options (draw, bars, level);
  add_stubs (draw, bars);
  add_selection (draw, bars);
  if (!tenure_timeline_has_labels (draw))
    return;
  for (guint dashed = 0; dashed < 2; dashed++)
    for (guint i = 0; i < bars->len; i++)
      {
        add_join (draw, &g_array_index (bars, Bar, i), dashed != 0);
        add_notice (draw, &g_array_index (bars, Bar, i), dashed != 0);
      }
  for (guint i = 0; i < bars->len; i++)
    add_decision (draw, &g_array_index (bars, Bar, i));
  for (guint i = 0; i < bars->len; i++)
    add_ticks (draw, &g_array_index (bars, Bar, i));
  tenure_timeline_draw_labels (draw, bars, empty_rows);
}
