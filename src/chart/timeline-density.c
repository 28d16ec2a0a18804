#include "config.h"

#include "base/i18n.h"
#include <math.h>
#include <string.h>

#include "chart/format-private.h"
#include "chart/timeline-private.h"

/* Rows thinner than a line: how much of each pixel is covered, and by what. For each line of pixels the bars
 * of its rows add to a line of differences (+1 where a bar begins, −1 where it ends); its running sum is the
 * number of bars over each pixel. Four counts (committed, red among them, amber among them, options) share
 * one 64-bit word, 16 bits each, and are summed in one addition; borrows between them cancel by the time they
 * are read. So a million bars cost four million additions and one pass over the pixels. */

#define LANE_BITS 16
#define LANE_MAX 0xffffu
#define COMMITTED ((guint64) 1)
#define RED ((guint64) 1 << LANE_BITS)
#define AMBER ((guint64) 1 << (2 * LANE_BITS))
#define OPTION ((guint64) 1 << (3 * LANE_BITS))

/* Shades: 16 steps each of cover, red share and amber share. */
#define STEPS 16u
#define N_SHADES (STEPS * STEPS * STEPS)

struct _TenureDensity
{
  TenureTimelineDraw *draw;
  guint width;      /* cells */
  guint64 *line;    /* width + 1 differences */
  guint64 *touched; /* a bit for each that was written to */
  guint32 shades[N_SHADES];
  guint32 option_shades[STEPS];
  double origin; /* day 0 in cells */
  double px_per_day;
};

typedef struct _TenureDensity Density;

/* --- Shades --------------------------------------------------------------------------------------------- */

static TenureRgba
mix (TenureRgba a, TenureRgba b, double share)
{
  return (TenureRgba){
    a.red + (b.red - a.red) * share,
    a.green + (b.green - a.green) * share,
    a.blue + (b.blue - a.blue) * share,
    1,
  };
}

static guint32
pixel (TenureRgba colour, double alpha)
{
  guint32 a = (guint32) lround (alpha * 255);

  return a << 24 | (guint32) lround (colour.red * alpha * 255) << 16 | (guint32) lround (colour.green * alpha * 255) << 8
         | (guint32) lround (colour.blue * alpha * 255);
}

/* The thinnest cover is still seen. */
static double
cover_alpha (guint cover)
{
  return 0.25 + 0.75 * cover / (STEPS - 1);
}

static void
make_shades (Density *density)
{
  const TenureRgba *roles = density->draw->theme->roles;

  for (guint cover = 0; cover < STEPS; cover++)
    {
      for (guint red = 0; red < STEPS; red++)
        for (guint amber = 0; amber < STEPS; amber++)
          {
            double r = (double) red / (STEPS - 1);
            double a = (double) amber / (STEPS - 1);
            TenureRgba colour = mix (roles[TENURE_ROLE_CLEAR], roles[TENURE_ROLE_AMBER], r < 1 ? MIN (a / (1 - r), 1) : 0);

            colour = mix (colour, roles[TENURE_ROLE_RED], r);
            density->shades[(cover * STEPS + red) * STEPS + amber] = pixel (colour, cover_alpha (cover));
          }
      density->option_shades[cover] = pixel (roles[TENURE_ROLE_CLEAR], 0.45 * cover_alpha (cover));
    }
}

/* --- One line ------------------------------------------------------------------------------------------- */

static inline guint
cell_at (const Density *density, TenureDay day)
{
  double x = density->origin + day * density->px_per_day;

  return x <= 0 ? 0 : x >= density->width ? density->width : (guint) x;
}

static guint64
weight_of (const TenureTimelineItem *item)
{
  static const guint64 weights[TENURE_N_CHART_LEVELS] = {
    [TENURE_CHART_LEVEL_CLEAR] = COMMITTED,         [TENURE_CHART_LEVEL_RED] = COMMITTED + RED,
    [TENURE_CHART_LEVEL_AMBER] = COMMITTED + AMBER, [TENURE_CHART_LEVEL_NOTE] = COMMITTED,
    [TENURE_CHART_LEVEL_CANNOT_TELL] = COMMITTED,
  };

  return weights[item->level];
}

static inline void
add_at (Density *density, guint x, guint64 weight)
{
  density->line[x] += weight;
  density->touched[x / 64] |= (guint64) 1 << (x % 64);
}

static void
add_item (Density *density, const TenureTimelineItem *item)
{
  guint from, to, option;
  guint64 weight;
  gboolean open = (item->flags & TENURE_ITEM_OPEN) != 0;
  TenureDay end = open ? tenure_timeline_secured_end (density->draw, item) : item->end;

  if ((item->flags & TENURE_ITEM_UNDATED) != 0)
    return;
  from = cell_at (density, item->start);
  to = cell_at (density, end);
  /* What is there is seen, if only as one cell. */
  to = MAX (to, from + (from < density->width && end > density->draw->view->first_day));
  if (to > from)
    {
      weight = weight_of (item);
      add_at (density, from, weight);
      add_at (density, to, -weight);
    }
  if (item->option_end <= item->end && !open)
    return;
  option = open ? density->width : cell_at (density, item->option_end);
  if (option > to)
    {
      add_at (density, to, OPTION);
      add_at (density, option, -OPTION);
    }
}

static guint32
shade_of (const Density *density, guint64 counts, double per_row)
{
  guint committed = counts & LANE_MAX;
  guint red = (guint) (counts >> LANE_BITS) & LANE_MAX;
  guint amber = (guint) (counts >> (2 * LANE_BITS)) & LANE_MAX;
  guint options = (guint) (counts >> (3 * LANE_BITS)) & LANE_MAX;
  guint cover;

  if (committed == 0)
    {
      if (options == 0)
        return 0;
      cover = (guint) MIN (options * per_row, STEPS - 1);
      return density->option_shades[cover];
    }
  cover = (guint) MIN (committed * per_row, STEPS - 1);
  if (red + amber == 0)
    return density->shades[cover * STEPS * STEPS];
  /* Rounded up: a little red is not no red. */
  red = (red * (STEPS - 1) + committed - 1) / committed;
  amber = (amber * (STEPS - 1) + committed - 1) / committed;
  return density->shades[(cover * STEPS + red) * STEPS + amber];
}

/* New pixels are transparent already. */
static void
fill_run (guint32 *pixels, guint from, guint to, guint32 shade)
{
  if (shade == 0)
    return;
  for (guint x = from; x < to; x++)
    pixels[x] = shade;
}

/* From one difference to the next, which leaves the line empty for the rows after. */
static void
paint_line (Density *density, guint32 *pixels, guint n_rows)
{
  double per_row = (double) (STEPS - 1) / MAX (n_rows, 1u);
  guint64 counts = 0;
  guint32 shade = 0;
  guint from = 0;

  for (guint word = 0; word <= density->width / 64; word++)
    {
      guint64 bits = density->touched[word];

      density->touched[word] = 0;
      for (; bits != 0; bits &= bits - 1)
        {
          guint x = word * 64 + (guint) __builtin_ctzll (bits);

          fill_run (pixels, from, x, shade);
          counts += density->line[x];
          density->line[x] = 0;
          shade = shade_of (density, counts, per_row);
          from = x;
        }
    }
  fill_run (pixels, from, density->width, shade);
}

/* The bars of rows [first, after). More than a line can count are sampled evenly. */
static void
add_rows (Density *density, guint first, guint after)
{
  const TenureTimelineIndex *index = density->draw->index;
  guint from = index->rows[first].first_item;
  guint to = index->rows[after].first_item;
  guint stride = (to - from) / LANE_MAX + 1;

  for (guint i = from; i < to; i += stride)
    add_item (density, &index->items[i]);
}

/* --- The picture ---------------------------------------------------------------------------------------- */

static void
fill_pixels (Density *density, guint32 *pixels, gsize stride, guint height)
{
  const TenureTimelineDraw *draw = density->draw;
  guint n_rows = draw->index->extent.n_rows;
  guint last_first = G_MAXUINT, last_after = G_MAXUINT;

  for (guint y = 0; y < height; y++)
    {
      double top = (draw->view->scroll_px + y) / draw->view->row_px;
      double bottom = (draw->view->scroll_px + y + 1) / draw->view->row_px;
      guint first = (guint) MIN (top, n_rows);
      guint after = (guint) CLAMP (floor (bottom), first + 1.0, n_rows);

      if (first >= n_rows)
        return;
      if (first == last_first && after == last_after)
        {
          memcpy (pixels + y * stride, pixels + (y - 1) * stride, density->width * sizeof *pixels);
          continue;
        }
      add_rows (density, first, after);
      paint_line (density, pixels + y * stride, after - first);
      last_first = first;
      last_after = after;
    }
}

/* Made for the first picture of a frame and kept for those of its other collapsed groups. */
static Density *
density_of (TenureTimelineDraw *draw)
{
  Density *density = draw->density;

  if (density != NULL)
    return density;
  density = draw->density = g_new0 (Density, 1);
  density->draw = draw;
  density->width = (guint) draw->places.rows.width;
  density->px_per_day = draw->view->px_per_day;
  density->origin = -draw->view->first_day * draw->view->px_per_day;
  density->line = g_new0 (guint64, density->width + 1);
  density->touched = g_new0 (guint64, density->width / 64 + 1);
  make_shades (density);
  return density;
}

void
tenure_density_free (TenureDensity *density)
{
  if (density == NULL)
    return;
  g_free (density->line);
  g_free (density->touched);
  g_free (density);
}

/* A raster over the width of the rows; NULL when there is nothing to fill. */
static guint32 *
add_raster (TenureTimelineDraw *draw, double y, double height_px, guint height, gsize *out_stride)
{
  const TenureBox *rows = &draw->places.rows;
  guint width = (guint) rows->width;
  guint32 *pixels;

  if (height == 0 || width == 0
      || tenure_scene_add_raster (draw->scene, TENURE_LAYER_DATA, rows->x, y, width, height_px, width, height, &pixels,
                                  out_stride)
             == NULL)
    return NULL;
  return pixels;
}

static void
fill_raster (TenureTimelineDraw *draw)
{
  const TenureBox *rows = &draw->places.rows;
  double used = draw->index->extent.n_rows * draw->view->row_px - draw->view->scroll_px;
  guint height = (guint) CLAMP (ceil (used), 0, floor (rows->height));
  gsize stride;
  guint32 *pixels = add_raster (draw, rows->y, height, height, &stride);

  if (pixels != NULL)
    fill_pixels (density_of (draw), pixels, stride, height);
}

void
tenure_timeline_draw_density_row (TenureTimelineDraw *draw, guint row, double y, double height)
{
  guint n = draw->index->rows[row + 1].first_item - draw->index->rows[row].first_item;
  gsize stride;
  guint32 *pixels = n > 0 && height >= 1 ? add_raster (draw, y, height, 1, &stride) : NULL;

  if (pixels == NULL)
    return;
  add_rows (density_of (draw), row, row + 1);
  /* Full strength where half of the bars run. */
  paint_line (density_of (draw), pixels, (n + 1) / 2);
}

/* Groups thick enough are named at the left, over the picture, and stand as marks for their bars. */
static void
add_group (TenureTimelineDraw *draw, guint group, double top, double bottom)
{
  const TenureTimelineGroup *datum = &draw->index->data.groups[group];
  const TenureGroupTotal *total = &draw->index->totals[group];
  const TenureBox *rows = &draw->places.rows;
  g_autofree char *words = tenure_format_agreements (total->n_bars);
  double space = draw->theme->space_px;
  double x = rows->x + space;
  TenureMark mark = TENURE_MARK_INIT;
  TenureShape *pill;
  double width;

  top = MAX (top, rows->y);
  bottom = MIN (bottom, rows->y + rows->height);
  mark.record = datum->record;
  mark.label = datum->label != NULL ? datum->label : _ ("Not recorded");
  mark.value = words;
  mark.amount = total->n_bars;
  mark.unit = TENURE_UNIT_COUNT;
  mark.known = TRUE;
  mark.group = 1 + (gint32) group;
  mark.x = rows->x;
  mark.y = top;
  mark.width = rows->width;
  mark.height = bottom - top;
  tenure_scene_add_mark (draw->scene, &mark, NULL, 0);
  tenure_scene_add_line (draw->scene, TENURE_LAYER_FRONT, rows->x, top, rows->x + rows->width, top, TENURE_ROLE_GRID);
  width = MIN (tenure_scene_text_width (draw->scene, TENURE_TYPE_SMALL, mark.label), rows->width / 3);
  pill = tenure_scene_add_rect (draw->scene, TENURE_LAYER_FRONT, x, top + 1, width + 2 * space, draw->places.line_small,
                                TENURE_ROLE_GROUND);
  /* Nothing shows through where the as-of line would. */
  pill->opacity = draw->as_of_px >= x - 1 && draw->as_of_px <= x + width + 2 * space + 1 ? 1 : 0.85;
  pill->radius = 3;
  tenure_scene_add_text (draw->scene, TENURE_LAYER_TEXT, x + space, top + 1, mark.label,
                         &(TenureTextStyle){ TENURE_TYPE_SMALL, TENURE_ROLE_INK, 0, 0, width + 1, FALSE });
}

void
tenure_timeline_draw_group_names (TenureTimelineDraw *draw)
{
  const TenureTimelineIndex *index = draw->index;
  const TenureBox *rows = &draw->places.rows;
  double free_y = rows->y;
  double needed = draw->places.line_small + 2;

  for (guint g = 0; g < index->data.n_groups; g++)
    {
      const TenureGroupTotal *total = &index->totals[g];
      double top = tenure_timeline_row_y (draw, total->header_row);
      double bottom = tenure_timeline_row_y (draw, total->after_row);

      if (total->hidden || bottom <= rows->y)
        continue;
      if (top >= rows->y + rows->height)
        return;
      if (MIN (bottom, rows->y + rows->height) - MAX (top, rows->y) < needed || MAX (top, rows->y) < free_y)
        continue;
      add_group (draw, g, top, bottom);
      free_y = MAX (top, rows->y) + needed;
    }
}

void
tenure_timeline_draw_density (TenureTimelineDraw *draw)
{
  fill_raster (draw);
  tenure_timeline_draw_group_names (draw);
}
