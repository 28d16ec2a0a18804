#include "config.h"

#include "chart/pattern-private.h"

#include <math.h>

/* Largest whole device scale for which tiles are made. */
#define TILE_MAX_SCALE 8

typedef struct
{
  double period_px;
  double line_px; /* width of lines; radius of dots */
} Grain;

static const Grain grains[TENURE_N_PATTERNS] = {
  [TENURE_PATTERN_HATCH] = { 6, 1.5 }, [TENURE_PATTERN_BACK_HATCH] = { 6, 1.5 }, [TENURE_PATTERN_DOTS] = { 6, 1.05 },
  [TENURE_PATTERN_CROSS] = { 8, 1.2 }, [TENURE_PATTERN_HORIZONTAL] = { 4, 1.2 }, [TENURE_PATTERN_VERTICAL] = { 4, 1.2 },
  [TENURE_PATTERN_GRID] = { 6, 1.1 },  [TENURE_PATTERN_ZIGZAG] = { 6, 1.2 },
};

TenureRgba
tenure_pattern_tone (TenureRgba fill)
{
  if (tenure_rgba_lightness (fill) > 55)
    return (TenureRgba){ 0, 0, 0, 0.30 };
  return (TenureRgba){ 1, 1, 1, 0.48 };
}

static void
add_diagonals (cairo_t *cr, double period, double x0, double y0, double x1, double y1, gboolean rising)
{
  double height = y1 - y0;
  double first = rising ? x0 + y0 : x0 - y1;
  double last = rising ? x1 + y1 : x1 - y0;

  /* A rising line is where x + y is a multiple of the period, a falling one where x − y is. */
  for (double k = floor (first / period) * period; k <= last; k += period)
    {
      cairo_move_to (cr, rising ? k - y0 : k + y0, y0);
      cairo_line_to (cr, rising ? k - y0 - height : k + y0 + height, y1);
    }
}

static void
add_straight (cairo_t *cr, double period, double x0, double y0, double x1, double y1, gboolean horizontal)
{
  double half = period / 2;

  if (horizontal)
    for (double y = floor (y0 / period) * period + half; y < y1; y += period)
      {
        cairo_move_to (cr, x0, y);
        cairo_line_to (cr, x1, y);
      }
  else
    for (double x = floor (x0 / period) * period + half; x < x1; x += period)
      {
        cairo_move_to (cr, x, y0);
        cairo_line_to (cr, x, y1);
      }
}

/* Level lines that go up and down by a third of their distance. */
static void
add_zigzags (cairo_t *cr, double period, double x0, double y0, double x1, double y1)
{
  double half = period / 2;

  for (double y = floor (y0 / period) * period + half; y < y1 + period; y += period)
    {
      double first = floor (x0 / period) * period;

      cairo_move_to (cr, first, y);
      for (double x = first; x < x1; x += period)
        {
          cairo_line_to (cr, x + half, y - half * 0.8);
          cairo_line_to (cr, x + period, y);
        }
    }
}

static void
fill_dots (cairo_t *cr, const Grain *grain, double x0, double y0, double x1, double y1)
{
  double half = grain->period_px / 2;

  for (double y = floor (y0 / half) * half; y < y1 + half; y += half)
    {
      /* Every other row is moved by half a period. */
      double shift = fmod (fabs (round (y / half)), 2) != 0 ? half : 0;

      for (double x = floor (x0 / grain->period_px) * grain->period_px + shift; x < x1 + half; x += grain->period_px)
        {
          cairo_new_sub_path (cr);
          cairo_arc (cr, x + half / 2, y + half / 2, grain->line_px, 0, 2 * G_PI);
        }
    }
  cairo_fill (cr);
}

static void
draw (cairo_t *cr, TenureChartPattern pattern, double x0, double y0, double x1, double y1)
{
  const Grain *grain = &grains[pattern];
  double period = grain->period_px;

  cairo_new_path (cr);
  if (pattern == TENURE_PATTERN_DOTS)
    {
      fill_dots (cr, grain, x0, y0, x1, y1);
      return;
    }
  if (pattern == TENURE_PATTERN_HATCH || pattern == TENURE_PATTERN_CROSS)
    add_diagonals (cr, period, x0, y0, x1, y1, TRUE);
  if (pattern == TENURE_PATTERN_BACK_HATCH || pattern == TENURE_PATTERN_CROSS)
    add_diagonals (cr, period, x0, y0, x1, y1, FALSE);
  if (pattern == TENURE_PATTERN_HORIZONTAL || pattern == TENURE_PATTERN_GRID)
    add_straight (cr, period, x0, y0, x1, y1, TRUE);
  if (pattern == TENURE_PATTERN_VERTICAL || pattern == TENURE_PATTERN_GRID)
    add_straight (cr, period, x0, y0, x1, y1, FALSE);
  if (pattern == TENURE_PATTERN_ZIGZAG)
    add_zigzags (cr, period, x0, y0, x1, y1);
  cairo_set_line_width (cr, grain->line_px);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_stroke (cr);
}

/* The whole scale at which the scene meets the pixels of an image; 0 when it is no image, or the scale is not
 * whole. */
static int
tile_scale (cairo_t *cr)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  cairo_matrix_t matrix;
  double device_x, device_y, scale;

  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_IMAGE)
    return 0;
  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (target, &device_x, &device_y);
  scale = matrix.xx * device_x;
  if (matrix.xy != 0 || matrix.yx != 0 || fabs (scale - matrix.yy * device_y) > 1e-6 || fabs (scale - round (scale)) > 1e-6
      || scale < 1 || scale > TILE_MAX_SCALE)
    return 0;
  return (int) round (scale);
}

static void
fill_with_tile (cairo_t *cr, TenureChartPattern pattern, TenureRgba colour, int scale)
{
  double period = grains[pattern].period_px;
  int size = (int) period * scale;
  cairo_surface_t *tile = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  cairo_t *tile_cr = cairo_create (tile);
  cairo_pattern_t *source;
  cairo_matrix_t matrix;

  cairo_scale (tile_cr, scale, scale);
  cairo_set_source_rgba (tile_cr, colour.red, colour.green, colour.blue, colour.alpha);
  draw (tile_cr, pattern, -period, -period, 2 * period, 2 * period);
  cairo_destroy (tile_cr);
  source = cairo_pattern_create_for_surface (tile);
  cairo_matrix_init_scale (&matrix, scale, scale);
  cairo_pattern_set_matrix (source, &matrix);
  cairo_pattern_set_extend (source, CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (source, CAIRO_FILTER_NEAREST);
  cairo_set_source (cr, source);
  cairo_fill (cr);
  cairo_pattern_destroy (source);
  cairo_surface_destroy (tile);
}

void
tenure_pattern_fill (cairo_t *cr, TenureChartPattern pattern, TenureRgba colour)
{
  int scale;
  double x0, y0, x1, y1;

  if (pattern == TENURE_PATTERN_SOLID)
    {
      cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha);
      cairo_fill (cr);
      return;
    }
  scale = tile_scale (cr);
  if (scale > 0)
    {
      fill_with_tile (cr, pattern, colour, scale);
      return;
    }
  cairo_save (cr);
  cairo_fill_extents (cr, &x0, &y0, &x1, &y1);
  cairo_clip (cr);
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha);
  draw (cr, pattern, x0, y0, x1, y1);
  cairo_restore (cr);
}
