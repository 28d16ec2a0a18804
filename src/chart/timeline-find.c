#include "config.h"

#include <math.h>

#include "chart/timeline-private.h"

/* Pointing and walking over all bars, painted or not. */

static gboolean
get_point (const TenureTimelineIndex *index,
           const TenureTimelineView *view,
           const TenureTimelineFrame *frame,
           const TenureChartTheme *theme,
           double x,
           double y,
           TenureTimelinePlaces *places,
           double *out_row)
{
  *places = tenure_timeline_places (index, frame, theme);
  if (x < places->rows.x || x > places->rows.x + places->rows.width || y < places->rows.y
      || y > places->rows.y + places->rows.height || view->row_px <= 0 || view->px_per_day <= 0)
    return FALSE;
  *out_row = (y - places->rows.y + view->scroll_px) / view->row_px;
  return *out_row >= 0 && *out_row < index->extent.n_rows + 1;
}

/* What joins a term to the one before it in its row begins with the end of that. */
static TenureDay
start_with_join (const TenureTimelineIndex *index, guint item, guint row)
{
  const TenureTimelineItem *at = &index->items[item];

  if (tenure_timeline_row_is_header (&index->rows[row]) || item == index->rows[row].first_item
      || index->predecessor[at->bar] != (gint32) at[-1].bar)
    return at->start;
  return MAX (at[-1].end, MIN (at[-1].option_end, at->start));
}

/* Distance in px along the row. As it is painted: bars narrower than a pixel count as one, options give way
 * to the next term of an open row. */
static double
item_distance (const TenureTimelineIndex *index, guint item, guint row, const TenureTimelineView *view, double x)
{
  const TenureTimelineItem *at = &index->items[item];
  TenureDay end = at->option_end;
  double from, to;

  if (!tenure_timeline_row_is_header (&index->rows[row]) && item + 1 < index->rows[row + 1].first_item)
    end = MAX (at->end, MIN (end, at[1].start));
  from = (start_with_join (index, item, row) - view->first_day) * view->px_per_day;
  to = MAX ((end - view->first_day) * view->px_per_day, from + 1);
  return MAX (MAX (from - x, x - to), 0);
}

int
tenure_timeline_find (const TenureTimelineIndex *index,
                      const TenureTimelineView *view,
                      const TenureTimelineFrame *frame,
                      const TenureChartTheme *theme,
                      double x,
                      double y,
                      double reach_px)
{
  TenureTimelinePlaces places;
  double at, best = MAX (reach_px, 0);
  int found = -1;
  guint from, to;

  g_return_val_if_fail (index != NULL && view != NULL && frame != NULL && theme != NULL, -1);

  if (!get_point (index, view, frame, theme, x, y, &places, &at) || index->extent.n_rows == 0)
    return -1;
  from = (guint) MAX (at - best / view->row_px, 0);
  to = (guint) MIN (at + best / view->row_px, index->extent.n_rows - 1);
  for (guint row = MIN (from, index->extent.n_rows - 1); row <= to; row++)
    for (guint i = index->rows[row].first_item; i < index->rows[row + 1].first_item; i++)
      {
        const TenureTimelineItem *item = &index->items[i];
        double dy = MAX (MAX (row - at, at - (row + 1.0)), 0) * view->row_px;
        double distance;

        /* The words of an undated bar fill its row. */
        distance = (item->flags & TENURE_ITEM_UNDATED) != 0
                       ? dy
                       : hypot (item_distance (index, i, row, view, x - places.rows.x), dy);
        if (distance < best || (found < 0 && distance <= best))
          {
            best = distance;
            found = (int) item->bar;
          }
      }
  return found;
}

int
tenure_timeline_find_group (const TenureTimelineIndex *index,
                            const TenureTimelineView *view,
                            const TenureTimelineFrame *frame,
                            const TenureChartTheme *theme,
                            double x,
                            double y)
{
  TenureTimelinePlaces places;
  double at;
  guint row;

  g_return_val_if_fail (index != NULL && view != NULL && frame != NULL && theme != NULL, -1);

  if (!get_point (index, view, frame, theme, x, y, &places, &at) || at >= index->extent.n_rows)
    return -1;
  row = (guint) at;
  if (tenure_timeline_row_is_header (&index->rows[row]))
    return index->rows[row].group;
  /* The header that stays at the top while its rows scroll under it. */
  if (y - places.rows.y < view->row_px && view->row_px >= places.label_row_px)
    return index->rows[(guint) (view->scroll_px / view->row_px)].owner;
  return -1;
}

/* --- Walking -------------------------------------------------------------------------------------------- */

/* A row with bars that can be walked to. */
static gboolean
is_open_row (const TenureTimelineIndex *index, guint row)
{
  return !tenure_timeline_row_is_header (&index->rows[row]) && index->rows[row].first_item < index->rows[row + 1].first_item;
}

/* The next open row from @row in @direction, @row itself included; −1 when there is none. */
static gint64
open_row_from (const TenureTimelineIndex *index, gint64 row, int direction)
{
  for (; row >= 0 && row < index->extent.n_rows; row += direction)
    if (is_open_row (index, (guint) row))
      return row;
  return -1;
}

static int
end_bar (const TenureTimelineIndex *index, gboolean last)
{
  gint64 row = open_row_from (index, last ? (gint64) index->extent.n_rows - 1 : 0, last ? -1 : 1);

  if (row < 0)
    return -1;
  return (int) index->items[last ? index->rows[row + 1].first_item - 1 : index->rows[row].first_item].bar;
}

static double
middle (const TenureTimelineItem *item)
{
  return ((double) item->start + (double) item->end) / 2;
}

/* The bar of @row nearest in time to @item. */
static int
nearest_in_row (const TenureTimelineIndex *index, guint row, const TenureTimelineItem *item)
{
  double best = INFINITY;
  int found = -1;

  for (guint i = index->rows[row].first_item; i < index->rows[row + 1].first_item; i++)
    {
      double distance = fabs (middle (&index->items[i]) - middle (item));

      if (distance < best)
        {
          best = distance;
          found = (int) index->items[i].bar;
        }
    }
  return found;
}

static int
step_along (const TenureTimelineIndex *index, guint item, int direction)
{
  guint row = index->row_of_item[item];
  gint64 next;

  if (direction > 0 ? item + 1 < index->rows[row + 1].first_item : item > index->rows[row].first_item)
    return (int) index->items[direction > 0 ? item + 1 : item - 1].bar;
  next = open_row_from (index, (gint64) row + direction, direction);
  if (next < 0)
    return (int) index->items[item].bar;
  return (int) index->items[direction > 0 ? index->rows[next].first_item : index->rows[next + 1].first_item - 1].bar;
}

int
tenure_timeline_walk (const TenureTimelineIndex *index, int bar, TenureWalk step)
{
  guint item, row;
  gint64 next;

  g_return_val_if_fail (index != NULL, -1);

  if (bar < 0 || (guint) bar >= index->data.n_bars)
    return end_bar (index, step == TENURE_WALK_LAST || step == TENURE_WALK_PREVIOUS);
  item = index->item_of_bar[bar];
  row = index->row_of_item[item];
  /* A bar whose group was collapsed meanwhile: on to the next open row. */
  if (tenure_timeline_row_is_header (&index->rows[row]) && step != TENURE_WALK_FIRST && step != TENURE_WALK_LAST)
    {
      next = open_row_from (index, row, step == TENURE_WALK_NEXT || step == TENURE_WALK_DOWN ? 1 : -1);
      return next < 0 ? end_bar (index, TRUE) : (int) index->items[index->rows[next].first_item].bar;
    }
  switch (step)
    {
    case TENURE_WALK_FIRST:
    case TENURE_WALK_LAST:
      return end_bar (index, step == TENURE_WALK_LAST);
    case TENURE_WALK_NEXT:
      return step_along (index, item, 1);
    case TENURE_WALK_PREVIOUS:
      return step_along (index, item, -1);
    case TENURE_WALK_UP:
    case TENURE_WALK_DOWN:
    default:
      next = open_row_from (index, (gint64) row + (step == TENURE_WALK_UP ? -1 : 1), step == TENURE_WALK_UP ? -1 : 1);
      return next < 0 ? bar : nearest_in_row (index, (guint) next, &index->items[item]);
    }
}

/* --- Through headers as well --- */

static gboolean
is_stop (const TenureTimelineIndex *index, gint64 row)
{
  return tenure_timeline_row_is_header (&index->rows[row]) || is_open_row (index, (guint) row);
}

/* The next row to stop at from @row in @direction, @row itself included; −1 when there is none. */
static gint64
stop_from (const TenureTimelineIndex *index, gint64 row, int direction)
{
  for (; row >= 0 && row < index->extent.n_rows; row += direction)
    if (is_stop (index, row))
      return row;
  return -1;
}

static TenureTimelinePlace
place_in_row (const TenureTimelineIndex *index, gint64 row, gboolean last)
{
  guint item;

  if (row < 0)
    return (TenureTimelinePlace){ -1, -1 };
  if (tenure_timeline_row_is_header (&index->rows[row]))
    return (TenureTimelinePlace){ -1, index->rows[row].group };
  item = last ? index->rows[row + 1].first_item - 1 : index->rows[row].first_item;
  return (TenureTimelinePlace){ (int) index->items[item].bar, -1 };
}

/* The row of a place, and its item (−1 on a header). A bar in a collapsed group is on the header. */
static gint64
row_of_place (const TenureTimelineIndex *index, TenureTimelinePlace place, gint64 *out_item)
{
  *out_item = -1;
  if (place.bar >= 0 && (guint) place.bar < index->data.n_bars)
    {
      guint item = index->item_of_bar[place.bar];

      if (!tenure_timeline_row_is_header (&index->rows[index->row_of_item[item]]))
        *out_item = item;
      return index->row_of_item[item];
    }
  if (place.group >= 0 && (guint) place.group < index->data.n_groups)
    return index->totals[place.group].header_row;
  return -1;
}

TenureTimelinePlace
tenure_timeline_walk_places (const TenureTimelineIndex *index, TenureTimelinePlace from, TenureWalk step)
{
  gboolean back = step == TENURE_WALK_PREVIOUS || step == TENURE_WALK_UP;
  gint64 item, row, next;

  g_return_val_if_fail (index != NULL, ((TenureTimelinePlace){ -1, -1 }));

  row = row_of_place (index, from, &item);
  if (step == TENURE_WALK_FIRST || (row < 0 && step != TENURE_WALK_LAST && !back))
    return place_in_row (index, stop_from (index, 0, 1), FALSE);
  if (step == TENURE_WALK_LAST || row < 0)
    return place_in_row (index, stop_from (index, (gint64) index->extent.n_rows - 1, -1), TRUE);
  if (item >= 0 && step == TENURE_WALK_NEXT && item + 1 < index->rows[row + 1].first_item)
    return (TenureTimelinePlace){ (int) index->items[item + 1].bar, -1 };
  if (item >= 0 && step == TENURE_WALK_PREVIOUS && item > index->rows[row].first_item)
    return (TenureTimelinePlace){ (int) index->items[item - 1].bar, -1 };
  next = stop_from (index, row + (back ? -1 : 1), back ? -1 : 1);
  if (next < 0)
    return item >= 0 ? (TenureTimelinePlace){ (int) index->items[item].bar, -1 } : place_in_row (index, row, FALSE);
  if (item >= 0 && (step == TENURE_WALK_UP || step == TENURE_WALK_DOWN) && is_open_row (index, (guint) next))
    return (TenureTimelinePlace){ nearest_in_row (index, (guint) next, &index->items[item]), -1 };
  return place_in_row (index, next, step == TENURE_WALK_PREVIOUS);
}
