#include "config.h"

#include "chart/timeline-minimap.h"

#include "base/i18n.h"
#include <math.h>

#include "chart/timeline-private.h"

#define MOST_DAYS 10958 /* thirty years */
#define EDGE_PX 5.0
#define CLICK_PX 4.0
#define STEP_PX 2.0
#define LEAST_WINDOW_PX 6.0
#define LEAST_LABEL_PX 48.0

/* --- What runs when --- */

static gint64
span_of (gint64 day)
{
  return (day - TENURE_TIMELINE_MAP_FIRST) / TENURE_TIMELINE_MAP_SPAN_DAYS;
}

void
tenure_timeline_collect_map (TenureTimelineIndex *index)
{
  g_autofree gint32 *change = g_new0 (gint32, TENURE_TIMELINE_MAP_SPANS + 1);
  gint32 running = 0;

  index->map = g_new0 (guint32, TENURE_TIMELINE_MAP_SPANS);
  for (guint i = 0; i < index->data.n_bars; i++)
    {
      const TenureTimelineItem *item = &index->items[i];
      gint64 from, after;

      if ((item->flags & TENURE_ITEM_UNDATED) != 0 || item->end <= TENURE_TIMELINE_MAP_FIRST)
        continue;
      from = MAX (span_of (item->start), 0);
      after = MIN (span_of ((gint64) item->end - 1) + 1, TENURE_TIMELINE_MAP_SPANS);
      if (from >= after)
        continue;
      change[from]++;
      change[after]--;
    }
  for (guint i = 0; i < TENURE_TIMELINE_MAP_SPANS; i++)
    index->map[i] = (guint32) (running += change[i]);
}

/* --- Places --- */

typedef struct
{
  TenureBox box;
  double first, px_per_day;
  double x1, x2; /* of the window */
} Map;

static Map
map_of (const TenureTimelineIndex *index,
        const TenureTimelineView *view,
        const TenureTimelineFrame *frame,
        const TenureTimelinePlaces *places)
{
  Map map = { .box = places->minimap };
  double first = tenure_day_is_known (index->extent.first) ? index->extent.first : 0;
  double after = tenure_day_is_known (index->extent.first) ? index->extent.after : first + 365;
  double middle = tenure_day_is_known (frame->as_of) ? frame->as_of : (first + after) / 2;

  first = CLAMP (first, middle - MOST_DAYS, middle - 365);
  after = CLAMP (after, middle + 365, middle + MOST_DAYS);
  map.first = first;
  map.px_per_day = map.box.width / (after - first);
  map.x1 = map.box.x + (view->first_day - first) * map.px_per_day;
  map.x2 = map.x1 + places->rows.width / view->px_per_day * map.px_per_day;
  /* A month among sixty years is still something to take hold of; what is outside is at the edge. */
  if (map.x2 - map.x1 < LEAST_WINDOW_PX)
    {
      map.x1 = (map.x1 + map.x2 - LEAST_WINDOW_PX) / 2;
      map.x2 = map.x1 + LEAST_WINDOW_PX;
    }
  map.x1 = CLAMP (map.x1, map.box.x, map.box.x + map.box.width - LEAST_WINDOW_PX);
  map.x2 = CLAMP (map.x2, map.x1 + LEAST_WINDOW_PX, map.box.x + map.box.width);
  return map;
}

TenureTimelineBrush
tenure_timeline_brush_at (const TenureTimelineIndex *index,
                          const TenureTimelineView *view,
                          const TenureTimelineFrame *frame,
                          const TenureChartTheme *theme,
                          double x,
                          double y)
{
  TenureTimelinePlaces places;
  Map map;

  g_return_val_if_fail (index != NULL && view != NULL && frame != NULL && theme != NULL, TENURE_BRUSH_NONE);

  places = tenure_timeline_places (index, frame, theme);
  map = map_of (index, view, frame, &places);
  if (map.box.height <= 0 || y < map.box.y || y > map.box.y + map.box.height || x < map.box.x
      || x > map.box.x + map.box.width)
    return TENURE_BRUSH_NONE;
  /* A narrow window is moved by its middle third, or nothing of it would be left to move it by. */
  if (fabs (x - map.x1) <= MIN (EDGE_PX, (map.x2 - map.x1) / 3))
    return TENURE_BRUSH_LEFT;
  if (fabs (x - map.x2) <= MIN (EDGE_PX, (map.x2 - map.x1) / 3))
    return TENURE_BRUSH_RIGHT;
  return x > map.x1 && x < map.x2 ? TENURE_BRUSH_WINDOW : TENURE_BRUSH_OUTSIDE;
}

/* --- Brushing --- */

static void
look_at (TenureTimelineView *view, const TenureTimelinePlaces *places, double first, double after)
{
  view->first_day = MIN (first, after);
  view->px_per_day = places->rows.width / MAX (fabs (after - first), 1);
}

void
tenure_timeline_view_brush (TenureTimelineView *view,
                            const TenureTimelineIndex *index,
                            const TenureTimelineFrame *frame,
                            const TenureChartTheme *theme,
                            TenureTimelineBrush brush,
                            double from_x,
                            double to_x)
{
  TenureTimelinePlaces places;
  Map map;
  double days, from, to;

  g_return_if_fail (view != NULL && index != NULL && frame != NULL && theme != NULL);

  places = tenure_timeline_places (index, frame, theme);
  map = map_of (index, view, frame, &places);
  days = places.rows.width / view->px_per_day;
  from = map.first + (from_x - map.box.x) / map.px_per_day;
  to = map.first + (CLAMP (to_x, map.box.x, map.box.x + map.box.width) - map.box.x) / map.px_per_day;
  switch (brush)
    {
    case TENURE_BRUSH_WINDOW:
      view->first_day += to - from;
      break;
    case TENURE_BRUSH_LEFT:
      look_at (view, &places, MIN (to, view->first_day + days - 28), view->first_day + days);
      break;
    case TENURE_BRUSH_RIGHT:
      look_at (view, &places, view->first_day, MAX (to, view->first_day + 28));
      break;
    case TENURE_BRUSH_OUTSIDE:
      if (fabs (to_x - from_x) <= CLICK_PX)
        view->first_day = to - days / 2;
      else
        look_at (view, &places, from, to);
      break;
    case TENURE_BRUSH_NONE:
    default:
      return;
    }
  tenure_timeline_view_limit (view, index, frame, &places);
}

/* --- Drawing --- */

/* The most that run at once on any of the days of a step. */
static guint32
most_running (const TenureTimelineIndex *index, double from_day, double after_day)
{
  gint64 from = MAX (span_of ((gint64) from_day), 0);
  gint64 after = MIN (span_of ((gint64) after_day) + 1, TENURE_TIMELINE_MAP_SPANS);
  guint32 most = 0;

  for (gint64 i = from; i < after; i++)
    most = MAX (most, index->map[i]);
  return most;
}

static void
add_profile (TenureTimelineDraw *draw, const Map *map, double top)
{
  guint n = (guint) MAX (map->box.width / STEP_PX, 1);
  g_autofree guint32 *running = g_new (guint32, n);
  g_autofree double *xy = g_new (double, 2 * (n * 2 + 2));
  double bottom = map->box.y + map->box.height;
  guint32 most = 1;
  guint at = 0;

  for (guint i = 0; i < n; i++)
    {
      double day = map->first + i * STEP_PX / map->px_per_day;

      running[i] = most_running (draw->index, day, day + STEP_PX / map->px_per_day);
      most = MAX (most, running[i]);
    }
  xy[at++] = map->box.x;
  xy[at++] = bottom;
  for (guint i = 0; i < n; i++)
    {
      double y = bottom - round ((bottom - top) * running[i] / most);

      xy[at++] = map->box.x + i * STEP_PX;
      xy[at++] = y;
      xy[at++] = map->box.x + (i + 1) * STEP_PX;
      xy[at++] = y;
    }
  xy[at++] = map->box.x + n * STEP_PX;
  xy[at++] = bottom;
  tenure_scene_add_polygon (draw->scene, TENURE_LAYER_DATA, xy, at / 2, TENURE_ROLE_MEASURE_2);
}

/* Calendar years, where there is room for them: the map is for finding one's way, not for reading ends. */
static void
add_years (TenureTimelineDraw *draw, const Map *map)
{
  TenureTextStyle style = { TENURE_TYPE_SMALL, TENURE_ROLE_INK_SOFT, 0, 0, 0, FALSE };
  TenureTimeStep step = tenure_time_step_for (map->px_per_day, MAX (LEAST_LABEL_PX * draw->theme->text_scale, 1));
  int month = draw->index->data.year_start_month;

  step = MAX (step, TENURE_TIME_STEP_YEAR);
  for (TenureDay tick = tenure_time_step_first (step, (TenureDay) ceil (map->first), month); tenure_day_is_known (tick);
       tick = tenure_time_step_next (step, tick, month))
    {
      double x = round (map->box.x + (tick - map->first) * map->px_per_day);
      g_autofree char *label = tenure_time_step_dup_label (TENURE_TIME_STEP_YEAR, tick, month, FALSE);
      double width = tenure_scene_text_width (draw->scene, style.type, label);

      if (x + 3 + width > map->box.x + map->box.width)
        return;
      tenure_scene_add_line (draw->scene, TENURE_LAYER_GRID, x, map->box.y, x, map->box.y + map->box.height,
                             TENURE_ROLE_GRID_STRONG);
      tenure_scene_add_text (draw->scene, TENURE_LAYER_TOP_TEXT, x + 3, map->box.y, label, &style);
    }
}

static void
add_window (TenureTimelineDraw *draw, const Map *map)
{
  double bottom = map->box.y + map->box.height;
  double right = map->box.x + map->box.width;
  double x1 = round (map->x1), x2 = round (map->x2);
  TenureShape *shape;

  for (guint side = 0; side < 2; side++)
    {
      double from = side == 0 ? map->box.x : x2, to = side == 0 ? x1 : right;

      if (to <= from)
        continue;
      shape = tenure_scene_add_rect (draw->scene, TENURE_LAYER_FRONT, from, map->box.y, to - from, bottom - map->box.y,
                                     TENURE_ROLE_GROUND);
      shape->opacity = 0.55;
    }
  shape = tenure_scene_add_rect (draw->scene, TENURE_LAYER_FRONT, x1, map->box.y + 1, x2 - x1, map->box.height - 2,
                                 TENURE_ROLE_NONE);
  shape->stroke = TENURE_ROLE_INK_SOFT;
  shape->radius = 3;
  for (guint side = 0; side < 2; side++)
    {
      double x = side == 0 ? x1 : x2;

      shape = tenure_scene_add_line (draw->scene, TENURE_LAYER_FRONT, x, map->box.y + map->box.height * 0.3, x,
                                     map->box.y + map->box.height * 0.7, TENURE_ROLE_INK);
      shape->line_width = 3;
    }
}

void
tenure_timeline_draw_minimap (TenureTimelineDraw *draw)
{
  Map map = map_of (draw->index, draw->view, draw->frame, &draw->places);
  double as_of;
  TenureShape *line;

  if (map.box.height <= 0)
    return;
  tenure_scene_add_rect (draw->scene, TENURE_LAYER_GROUND, map.box.x, map.box.y, map.box.width, map.box.height,
                         TENURE_ROLE_PANEL);
  tenure_scene_add_line (draw->scene, TENURE_LAYER_TOP, map.box.x, map.box.y, map.box.x + map.box.width, map.box.y,
                         TENURE_ROLE_GRID_STRONG);
  add_profile (draw, &map, map.box.y + draw->places.line_small + 2);
  add_window (draw, &map);
  add_years (draw, &map);
  if (!tenure_day_is_known (draw->frame->as_of))
    return;
  as_of = round (map.box.x + (draw->frame->as_of - map.first) * map.px_per_day);
  line = tenure_scene_add_line (draw->scene, TENURE_LAYER_FRONT, as_of, map.box.y + draw->places.line_small + 2, as_of,
                                map.box.y + map.box.height, TENURE_ROLE_ACCENT);
  line->line_width = 2;
}
