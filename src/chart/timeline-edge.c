#include "config.h"
#include "chart/timeline-edge.h"

#include <math.h>

#include "chart/timeline-private.h"

static double
x_of (const TenureTimelinePlaces *places, const TenureTimelineView *view, double day)
{
  return places->rows.x + (day - view->first_day) * view->px_per_day;
}

static gboolean
can_be_held (const TenureTimelineIndex *index, const TenureTimelineItem *item, double least_days)
{
  const TenureTimelineBar *bar = &index->data.bars[item->bar];

  return tenure_day_is_known (bar->first) && tenure_day_is_known (bar->last) && !bar->open_ended && bar->first <= bar->last
         && item->end - item->start >= least_days;
}

gboolean
tenure_timeline_edge_at (const TenureTimelineIndex *index,
                         const TenureTimelineView *view,
                         const TenureTimelineFrame *frame,
                         const TenureChartTheme *theme,
                         double x,
                         double y,
                         double reach_px,
                         TenureTimelineEdge *out_edge)
{
  TenureTimelinePlaces places = tenure_timeline_places (index, frame, theme);
  double at = (y - places.rows.y + view->scroll_px) / view->row_px;
  double best = reach_px;
  gboolean found = FALSE;
  guint row;

  if (y < places.rows.y || y >= places.rows.y + places.rows.height || view->row_px < places.label_row_px || at < 0
      || at >= index->extent.n_rows)
    return FALSE;
  row = (guint) at;
  if (tenure_timeline_row_is_header (&index->rows[row]))
    return FALSE;
  for (guint i = index->rows[row].first_item; i < index->rows[row + 1].first_item; i++)
    {
      const TenureTimelineItem *item = &index->items[i];
      double end = x_of (&places, view, item->end);

      if (fabs (end - x) > best || !can_be_held (index, item, 2 * reach_px / view->px_per_day))
        continue;
      best = fabs (end - x);
      *out_edge =
          (TenureTimelineEdge){ (int) item->bar, end, places.rows.y + row * view->row_px - view->scroll_px, view->row_px };
      found = TRUE;
    }
  return found;
}

TenureDay
tenure_timeline_edge_day (const TenureTimelineIndex *index,
                          const TenureTimelineView *view,
                          const TenureTimelineFrame *frame,
                          const TenureChartTheme *theme,
                          double x,
                          double snap_px,
                          TenureDay first)
{
  TenureTimelinePlaces places = tenure_timeline_places (index, frame, theme);
  double day = view->first_day + (x - places.rows.x) / view->px_per_day;
  TenureDay after = (TenureDay) CLAMP (round (day), TENURE_DAY_MIN + 1, TENURE_DAY_MAX);
  TenureDay month = tenure_day_month_start (after);
  TenureDay next = tenure_day_add_months (month, 1);
  TenureDay nearest = tenure_day_is_known (next) && next - day < day - month ? next : month;

  if (fabs (nearest - day) * view->px_per_day <= snap_px)
    after = nearest;
  return MAX (after - 1, first);
}

double
tenure_timeline_edge_x (const TenureTimelineIndex *index,
                        const TenureTimelineView *view,
                        const TenureTimelineFrame *frame,
                        const TenureChartTheme *theme,
                        TenureDay last)
{
  TenureTimelinePlaces places = tenure_timeline_places (index, frame, theme);

  return x_of (&places, view, (double) last + 1);
}
