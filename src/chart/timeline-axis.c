#include "config.h"

#include "base/i18n.h"
#include <math.h>

#include "chart/format-private.h"
#include "chart/timeline-private.h"

/* The two lines of dates, the grid and the as-of line. */

#define LEAST_GRID_PX 36.0

/* --- Dates ---------------------------------------------------------------------------------------------- */

typedef struct
{
  TenureTimeStep minor, major;
  gboolean both; /* the minor ticks have labels too */
} Steps;

/* Days or months under months or years where they find room; else lines as fine as can be told apart, under
 * the years that find room. */
static Steps
choose_steps (const TenureTimelineDraw *draw)
{
  TenureTimeStep fits = tenure_time_step_for (draw->scale.px_per_day, LEAST_GRID_PX * MAX (draw->theme->text_scale, 0.8));
  double label_px = tenure_scene_text_width (draw->scene, TENURE_TYPE_SMALL, "2026/27") + 3 * draw->theme->space_px;

  if (fits <= TENURE_TIME_STEP_WEEK)
    return (Steps){ fits, TENURE_TIME_STEP_MONTH, TRUE };
  if (fits <= TENURE_TIME_STEP_QUARTER)
    return (Steps){ fits, TENURE_TIME_STEP_YEAR, TRUE };
  return (Steps){ fits, tenure_time_step_for (draw->scale.px_per_day, label_px), FALSE };
}

static TenureDay
clamp_day (double day)
{
  return (TenureDay) CLAMP (floor (day), TENURE_DAY_MIN, TENURE_DAY_MAX);
}

/* The tick on or before the left edge. */
TenureDay
tenure_timeline_first_tick (const TenureTimelineDraw *draw, TenureTimeStep step)
{
  static const double longest_days[] = { 1, 7, 31, 92, 366, 1827, 3653, 18263, 36525, 365243 };
  TenureDay edge = clamp_day (draw->view->first_day);
  int month = draw->index->data.year_start_month;
  TenureDay tick = tenure_time_step_first (step, clamp_day (edge - longest_days[step]), month);
  TenureDay next = tick;

  while (tenure_day_is_known (next) && next <= edge)
    {
      tick = next;
      next = tenure_time_step_next (step, tick, month);
    }
  return tick;
}

/* Where upright lines begin: below the words of the strip. */
static double
lines_top (const TenureTimelineDraw *draw)
{
  return draw->frame->strip ? draw->places.strip.y + draw->places.line_small + 4 : draw->places.axis.y;
}

static void
add_grid (TenureTimelineDraw *draw, TenureTimeStep step, TenureChartRole role)
{
  double bottom = draw->places.rows.y + draw->places.rows.height;
  int month = draw->index->data.year_start_month;

  for (TenureDay tick = tenure_timeline_first_tick (draw, step); tenure_day_is_known (tick);
       tick = tenure_time_step_next (step, tick, month))
    {
      double x = round (tenure_timeline_day_px (draw, tick));

      if (x > tenure_timeline_right (draw))
        return;
      if (x >= draw->places.axis.x)
        tenure_scene_add_line (draw->scene, TENURE_LAYER_GRID, x, lines_top (draw), x, bottom, role);
    }
}

/* @sticky: the label of the span that the left edge cuts stays at the edge. Whole labels only, inside their
 * span, inside the picture, clear of what @placer holds. */
static void
add_tick_labels (TenureTimelineDraw *draw, TenureTimeStep step, double y, gboolean sticky, TenurePlacer *placer)
{
  const TenureBox *axis = &draw->places.axis;
  int month = draw->index->data.year_start_month;
  TenureTextStyle style = { TENURE_TYPE_SMALL, sticky ? TENURE_ROLE_INK : TENURE_ROLE_INK_SOFT, 0, 0, 0, FALSE };

  for (TenureDay tick = tenure_timeline_first_tick (draw, step), next; tenure_day_is_known (tick); tick = next)
    {
      double x = round (tenure_timeline_day_px (draw, tick));
      double end, text_x, width;
      g_autofree char *label = tenure_time_step_dup_label (step, tick, month, sticky);

      next = tenure_time_step_next (step, tick, month);
      if (x > tenure_timeline_right (draw))
        return;
      end = tenure_day_is_known (next) ? round (tenure_timeline_day_px (draw, next)) : tenure_timeline_right (draw);
      width = tenure_scene_text_width (draw->scene, TENURE_TYPE_SMALL, label);
      text_x = MAX (x, axis->x) + draw->theme->space_px;
      if (text_x + width <= MIN (end, tenure_timeline_right (draw)) - 1 && (x >= axis->x || sticky)
          && tenure_placer_take (placer, text_x, y, width, draw->places.line_small))
        tenure_scene_add_text (draw->scene, TENURE_LAYER_TOP_TEXT, text_x, y, label, &style);
    }
}

/* A line through everything with its date in the middle of the two lines of dates. */
static void
add_as_of (TenureTimelineDraw *draw, TenurePlacer *placer)
{
  const TenureBox *axis = &draw->places.axis;
  double space = draw->theme->space_px;
  double pill_y = axis->y + draw->places.line_small + 1;
  g_autofree char *label = NULL;
  double x, width, height, left;
  TenureShape *shape;

  if (!tenure_day_is_known (draw->frame->as_of))
    return;
  x = round (tenure_timeline_day_px (draw, draw->frame->as_of));
  if (x < axis->x || x > tenure_timeline_right (draw))
    return;
  shape = tenure_scene_add_line (draw->scene, TENURE_LAYER_FRONT, x, lines_top (draw), x,
                                 draw->places.rows.y + draw->places.rows.height, TENURE_ROLE_ACCENT);
  shape->line_width = 2;
  label = tenure_day_dup_label (draw->frame->as_of);
  width = tenure_scene_text_width (draw->scene, TENURE_TYPE_SMALL, label) + 2 * space;
  height = draw->places.line_small + 2;
  left = CLAMP (round (x - width / 2), axis->x, MAX (tenure_timeline_right (draw) - width, axis->x));
  /* Below the line of years, so that the year it lies in can still be read. */
  if (!tenure_placer_take (placer, left, pill_y, width, height))
    return;
  shape = tenure_scene_add_rect (draw->scene, TENURE_LAYER_TOP, left, pill_y, width, height, TENURE_ROLE_ACCENT);
  shape->radius = height / 2;
  tenure_scene_add_text (draw->scene, TENURE_LAYER_TOP_TEXT, left + width / 2, pill_y + height / 2, label,
                         &(TenureTextStyle){ TENURE_TYPE_SMALL, TENURE_ROLE_GROUND, 0.5, 0.5, 0, FALSE });
}

void
tenure_timeline_draw_axis (TenureTimelineDraw *draw)
{
  const TenureBox *axis = &draw->places.axis;
  g_auto (TenurePlacer) upper = { 0 };
  g_auto (TenurePlacer) lower = { 0 };
  Steps steps = choose_steps (draw);
  double base = axis->y + axis->height - 1;

  tenure_placer_init (&upper, draw->theme->space_px);
  tenure_placer_init (&lower, draw->theme->space_px);
  add_as_of (draw, &lower);
  /* The strong lines over the fine ones that they coincide with. */
  if (steps.minor != steps.major)
    add_grid (draw, steps.minor, TENURE_ROLE_GRID);
  add_grid (draw, steps.major, TENURE_ROLE_GRID_STRONG);
  add_tick_labels (draw, steps.major, axis->y + 1, TRUE, &upper);
  if (steps.both)
    add_tick_labels (draw, steps.minor, axis->y + draw->places.line_small + 2, FALSE, &lower);
  tenure_scene_add_line (draw->scene, TENURE_LAYER_TOP, axis->x, base, tenure_timeline_right (draw), base,
                         TENURE_ROLE_GRID_STRONG);
  if (draw->frame->strip)
    tenure_scene_add_line (draw->scene, TENURE_LAYER_FRONT, axis->x, axis->y, tenure_timeline_right (draw), axis->y,
                           TENURE_ROLE_AXIS);
}
