#include "config.h"

#include "base/i18n.h"
#include <math.h>

#include "chart/format-private.h"
#include "chart/timeline-private.h"

/* The strip of ends, the two lines of dates, the grid and the as-of line. */

#define LEAST_GRID_PX 36.0
#define LEAST_BIN_PX 3.0

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

static double
right_edge (const TenureTimelineDraw *draw)
{
  return draw->places.rows.x + draw->places.rows.width;
}

/* The tick on or before the left edge. */
static TenureDay
first_tick (const TenureTimelineDraw *draw, TenureTimeStep step)
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

  for (TenureDay tick = first_tick (draw, step); tenure_day_is_known (tick);
       tick = tenure_time_step_next (step, tick, month))
    {
      double x = round (tenure_timeline_day_px (draw, tick));

      if (x > right_edge (draw))
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

  for (TenureDay tick = first_tick (draw, step), next; tenure_day_is_known (tick); tick = next)
    {
      double x = round (tenure_timeline_day_px (draw, tick));
      double end, text_x, width;
      g_autofree char *label = tenure_time_step_dup_label (step, tick, month, sticky);

      next = tenure_time_step_next (step, tick, month);
      if (x > right_edge (draw))
        return;
      end = tenure_day_is_known (next) ? round (tenure_timeline_day_px (draw, next)) : right_edge (draw);
      width = tenure_scene_text_width (draw->scene, TENURE_TYPE_SMALL, label);
      text_x = MAX (x, axis->x) + draw->theme->space_px;
      if (text_x + width <= MIN (end, right_edge (draw)) - 1 && (x >= axis->x || sticky)
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
  if (x < axis->x || x > right_edge (draw))
    return;
  shape = tenure_scene_add_line (draw->scene, TENURE_LAYER_FRONT, x, lines_top (draw), x,
                                 draw->places.rows.y + draw->places.rows.height, TENURE_ROLE_ACCENT);
  shape->line_width = 2;
  label = tenure_day_dup_label (draw->frame->as_of);
  width = tenure_scene_text_width (draw->scene, TENURE_TYPE_SMALL, label) + 2 * space;
  height = draw->places.line_small + 2;
  left = CLAMP (round (x - width / 2), axis->x, MAX (right_edge (draw) - width, axis->x));
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
  tenure_scene_add_line (draw->scene, TENURE_LAYER_TOP, axis->x, base, right_edge (draw), base, TENURE_ROLE_GRID_STRONG);
  if (draw->frame->strip)
    tenure_scene_add_line (draw->scene, TENURE_LAYER_FRONT, axis->x, axis->y, right_edge (draw), axis->y, TENURE_ROLE_AXIS);
}

/* --- The strip ------------------------------------------------------------------------------------------ */

typedef struct
{
  TenureDay from, after;
  TenureDayEnd sum;
} Bin;

static TenureTimeStep
bin_step (const TenureTimelineDraw *draw)
{
  TenureTimeStep step = TENURE_TIME_STEP_MONTH;
  static const double days[] = { 1, 7, 30, 91, 365, 1826, 3652, 18262, 36524, 365242 };

  while (step < TENURE_TIME_STEP_YEARS_1000 && days[step] * draw->scale.px_per_day < LEAST_BIN_PX)
    step++;
  return step;
}

static void
collect_bins (TenureTimelineDraw *draw, TenureTimeStep step, GArray *bins)
{
  int month = draw->index->data.year_start_month;
  TenureDay tick = first_tick (draw, step);

  while (tenure_day_is_known (tick) && tenure_timeline_day_px (draw, tick) < right_edge (draw))
    {
      TenureDay next = tenure_time_step_next (step, tick, month);
      Bin bin = { tick, tenure_day_is_known (next) ? next : TENURE_DAY_MAX, { 0 } };

      bin.sum = tenure_timeline_index_ends (draw->index, bin.from, bin.after);
      if (bin.sum.count > 0)
        g_array_append_val (bins, bin);
      tick = next;
    }
}

/* "Mar 2027", "2026/27", or the first and the last of those that a wider bin covers. */
static char *
dup_bin_label (const TenureTimelineDraw *draw, TenureTimeStep step, const Bin *bin)
{
  TenureTimeStep unit = step <= TENURE_TIME_STEP_QUARTER ? TENURE_TIME_STEP_MONTH : TENURE_TIME_STEP_YEAR;
  int month = draw->index->data.year_start_month;
  TenureDay last_day = tenure_day_before (bin->after);
  TenureDay last =
      unit == TENURE_TIME_STEP_MONTH ? tenure_day_month_start (last_day) : tenure_day_year_start (last_day, month);
  g_autofree char *from = tenure_time_step_dup_label (unit, bin->from, month, TRUE);
  g_autofree char *to = NULL;

  if (last <= bin->from)
    return g_steal_pointer (&from);
  to = tenure_time_step_dup_label (unit, last, month, TRUE);
  /* Translators: a span of months or years. */
  return g_strdup_printf (_ ("%1$s to %2$s"), from, to);
}

static void
add_bin (TenureTimelineDraw *draw, TenureTimeStep step, const Bin *bin, double highest, gboolean largest)
{
  const TenureBox *strip = &draw->places.strip;
  double top = strip->y + draw->places.line_small + 4;
  double bottom = strip->y + strip->height;
  TenureLinearScale scale = tenure_linear_scale (0, MAX (highest, 1), bottom, top);
  double x1 = MAX (round (tenure_timeline_day_px (draw, bin->from)), strip->x);
  double x2 = MIN (round (tenure_timeline_day_px (draw, bin->after)), right_edge (draw));
  double gap = x2 - x1 >= 4 ? 1 : 0;
  double y = MIN (round (tenure_linear_scale_px (&scale, (double) bin->sum.minor)), bottom - (bin->sum.minor > 0 ? 2 : 0));
  g_autofree char *label = dup_bin_label (draw, step, bin);
  g_autofree char *money = tenure_timeline_dup_worth (draw->index, bin->sum.minor, TRUE);
  g_autofree char *count = tenure_timeline_dup_count (draw->index, &bin->sum);
  g_autofree char *words = g_strdup_printf (_ ("%1$s a year ends, %2$s"), money, count);
  TenureMark mark = TENURE_MARK_INIT;
  TenureShape *bar;

  if (x2 - gap <= x1)
    return;
  mark.label = label;
  mark.value = words;
  mark.cell = money;
  mark.amount = bin->sum.minor;
  mark.unit = TENURE_UNIT_MONEY;
  mark.known = TRUE;
  mark.group = 0;
  mark.x = x1;
  mark.y = MIN (y, bottom - 3);
  mark.width = x2 - gap - x1;
  mark.height = bottom - mark.y;
  bar = tenure_scene_add_rect (draw->scene, TENURE_LAYER_DATA, x1, y, x2 - gap - x1, bottom - y,
                               largest ? TENURE_ROLE_MEASURE : TENURE_ROLE_MEASURE_2);
  bar->mark = (gint32) tenure_scene_add_mark (draw->scene, &mark, NULL, 0);
}

/* The largest bin and its largest day: "31 Mar 2027: £4.6m, 38 agreements". */
static char *
dup_largest (TenureTimelineDraw *draw, TenureTimeStep step, const Bin *largest, gboolean with_sector)
{
  TenureDayEnd day = tenure_timeline_index_pile_up (draw->index, largest->from);
  gboolean one_day = day.day < largest->after && day.minor == largest->sum.minor;
  const TenureDayEnd *end = one_day ? &day : &largest->sum;
  g_autofree char *name = one_day ? tenure_day_dup_label (day.day) : dup_bin_label (draw, step, largest);
  g_autofree char *count =
      with_sector ? tenure_timeline_dup_count (draw->index, end) : tenure_format_agreements (end->count);
  g_autofree char *money = tenure_timeline_dup_worth (draw->index, largest->sum.minor, FALSE);

  return g_strdup_printf (_ ("%1$s: %2$s, %3$s"), name, money, count);
}

static void
add_strip_labels (TenureTimelineDraw *draw, TenureTimeStep step, const Bin *largest)
{
  const TenureBox *strip = &draw->places.strip;
  g_auto (TenurePlacer) placer = { 0 };
  TenureTextStyle style = { TENURE_TYPE_SMALL, TENURE_ROLE_INK, 0, 0, 0, FALSE };
  /* The longest that finds room. */
  static const char *const captions[] = { N_ ("Annual value ending, net of signed successors"), N_ ("Annual value ending"),
                                          N_ ("Ending") };
  double width;

  tenure_placer_init (&placer, 2 * draw->theme->space_px);
  if (largest != NULL)
    {
      g_autofree char *text = dup_largest (draw, step, largest, TRUE);
      double middle = tenure_timeline_day_px (draw, (largest->from + largest->after) / 2);
      double x;

      width = tenure_scene_text_width (draw->scene, style.type, text);
      if (width > strip->width)
        {
          g_free (text);
          text = dup_largest (draw, step, largest, FALSE);
          width = tenure_scene_text_width (draw->scene, style.type, text);
        }
      x = CLAMP (middle - width / 2, strip->x, MAX (right_edge (draw) - width, strip->x));
      if (width <= strip->width && tenure_placer_take (&placer, x, strip->y, width, draw->places.line_small))
        tenure_scene_add_text (draw->scene, TENURE_LAYER_TEXT, x, strip->y, text, &style);
    }
  style.role = TENURE_ROLE_INK_SOFT;
  for (guint i = 0; i < G_N_ELEMENTS (captions); i++)
    {
      width = tenure_scene_text_width (draw->scene, style.type, _ (captions[i]));
      if (width > strip->width || !tenure_placer_take (&placer, strip->x, strip->y, width, draw->places.line_small))
        continue;
      tenure_scene_add_text (draw->scene, TENURE_LAYER_TEXT, strip->x, strip->y, _ (captions[i]), &style);
      break;
    }
}

void
tenure_timeline_draw_strip (TenureTimelineDraw *draw)
{
  g_autoptr (GArray) bins = g_array_new (FALSE, FALSE, sizeof (Bin));
  TenureTimeStep step = bin_step (draw);
  const Bin *largest = NULL;

  if (!draw->frame->strip)
    return;
  collect_bins (draw, step, bins);
  for (guint i = 0; i < bins->len; i++)
    {
      const Bin *bin = &g_array_index (bins, Bin, i);

      if (bin->sum.minor > (largest != NULL ? largest->sum.minor : 0))
        largest = bin;
    }
  for (guint i = 0; i < bins->len; i++)
    {
      const Bin *bin = &g_array_index (bins, Bin, i);

      add_bin (draw, step, bin, largest != NULL ? (double) largest->sum.minor : 0, bin == largest);
    }
  add_strip_labels (draw, step, largest);
}
