#include "config.h"

#include "chart/strip-private.h"

#include <math.h>

#define PLOT_LINES 2.2 /* of SMALL */

static double
small_line (const TenureScene *scene)
{
  return ceil (tenure_scene_line_height (scene, TENURE_TYPE_SMALL));
}

double
tenure_strip_height (const TenureScene *scene)
{
  return (PLOT_LINES + 1) * small_line (scene) + 3 * tenure_scene_get_theme (scene)->space_px;
}

static double
month_x (const TenureStrip *strip, const TenureStripData *data, guint i)
{
  return round (strip->plot.x + strip->plot.width * i / data->n);
}

static double
value_y (const TenureStrip *strip, double value)
{
  return round (tenure_linear_scale_px (&strip->scale, MAX (value, 0)));
}

TenureBox
tenure_strip_month (const TenureStrip *strip, const TenureStripData *data, guint i)
{
  double x = month_x (strip, data, i), base = strip->plot.y + strip->plot.height;
  double y = MIN (value_y (strip, data->values[i]), base - 1);

  return (TenureBox){ x, y, month_x (strip, data, i + 1) - x, base - y };
}

static void
add_area (TenureScene *scene, const TenureStrip *strip, const TenureStripData *data)
{
  g_autoptr (GArray) xy = g_array_new (FALSE, FALSE, sizeof (double));
  double base = strip->plot.y + strip->plot.height;
  double first[2] = { strip->plot.x, base }, last[2] = { strip->plot.x + strip->plot.width, base };
  TenureShape *area;

  g_array_append_vals (xy, first, 2);
  for (guint i = 0; i < data->n; i++)
    {
      double y = value_y (strip, data->values[i]);
      double step[4] = { month_x (strip, data, i), y, month_x (strip, data, i + 1), y };

      g_array_append_vals (xy, step, 4);
    }
  g_array_append_vals (xy, last, 2);
  area = tenure_scene_add_polygon (scene, TENURE_LAYER_DATA, (const double *) (gconstpointer) xy->data, xy->len / 2,
                                   data->role);
  area->pattern = data->pattern;
  area->open = data->pattern != TENURE_PATTERN_SOLID;
  area->stroke = data->role;
}

/* The largest value and nothing, at the left. */
static void
add_axis (TenureScene *scene, const TenureStrip *strip, const TenureStripData *data, double largest)
{
  double space = tenure_scene_get_theme (scene)->space_px;
  double right = strip->plot.x + strip->plot.width, base = strip->plot.y + strip->plot.height;
  g_autofree char *label = data->dup_label (largest, data->data);
  TenureTextStyle style = { TENURE_TYPE_SMALL, TENURE_ROLE_INK_SOFT, 1, 0.5, 0, FALSE };

  tenure_scene_add_line (scene, TENURE_LAYER_FRONT, strip->plot.x, base, right, base, TENURE_ROLE_AXIS);
  if (largest <= 0)
    return;
  tenure_scene_add_line (scene, TENURE_LAYER_GRID, strip->plot.x, strip->plot.y, right, strip->plot.y, TENURE_ROLE_GRID);
  style.max_px = MAX (strip->plot.x - 1.5 * space, 1);
  tenure_scene_add_text (scene, TENURE_LAYER_TEXT, strip->plot.x - 1.5 * space, strip->plot.y, label, &style);
}

TenureStrip
tenure_strip_add (TenureScene *scene, const TenureBox *plot, double top, const TenureStripData *data)
{
  double space = tenure_scene_get_theme (scene)->space_px, line = small_line (scene);
  TenureStrip strip = { .plot = { plot->x, top + line + 2 * space, plot->width, PLOT_LINES * line } };
  double largest = 0;

  for (guint i = 0; i < data->n; i++)
    largest = MAX (largest, data->values[i]);
  strip.plot.y = round (strip.plot.y);
  strip.scale = tenure_linear_scale (0, largest > 0 ? largest : 1, strip.plot.y + strip.plot.height, strip.plot.y);
  tenure_scene_add_text (scene, TENURE_LAYER_TEXT, plot->x, top + space, data->title,
                         &(TenureTextStyle){ TENURE_TYPE_SMALL, TENURE_ROLE_INK, 0, 0, plot->width, FALSE });
  add_axis (scene, &strip, data, largest);
  if (largest > 0)
    add_area (scene, &strip, data);
  return strip;
}
