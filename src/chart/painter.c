#include "config.h"

#include "chart/painter.h"

#include <math.h>
#include <string.h>

#include "chart/pattern-private.h"
#include "chart/scene-private.h"

/* Neighbouring shapes of one style are painted in one go: cairo's cost is by the call, not by the rectangle.
 * Text is gathered by font and colour into a few long glyph runs. */

#define RING_GAP_PX 2.0
#define MAX_GLYPH_BATCHES 12

/* --- Styles --------------------------------------------------------------------------------------------- */

static TenureRgba
role_colour (const TenureScene *scene, TenureChartRole role, double opacity)
{
  TenureRgba colour = scene->theme.roles[role];

  colour.alpha *= opacity;
  return colour;
}

static void
set_source (cairo_t *cr, TenureRgba colour)
{
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha);
}

/* In high contrast every area of data gets an edge. */
static TenureChartRole
stroke_of (const TenureScene *scene, const TenureShape *shape)
{
  if (shape->stroke == TENURE_ROLE_NONE && scene->theme.high_contrast && shape->fill >= TENURE_ROLE_MEASURE
      && shape->kind != TENURE_SHAPE_TEXT && shape->layer >= TENURE_LAYER_DATA)
    return TENURE_ROLE_INK;
  return shape->stroke;
}

static double
line_width_of (const TenureScene *scene, const TenureShape *shape)
{
  if (shape->line_width > 0)
    return shape->line_width;
  /* What only guides the eye stays behind what is drawn, in high contrast too. */
  return shape->layer == TENURE_LAYER_GRID ? MIN (scene->theme.line_px, 1) : scene->theme.line_px;
}

static gboolean
same_style (const TenureShape *a, const TenureShape *b)
{
  return a->kind == b->kind && a->fill == b->fill && a->stroke == b->stroke && a->pattern == b->pattern && a->open == b->open
         && a->opacity == b->opacity && a->line_width == b->line_width && a->dash == b->dash && a->clipped == b->clipped;
}

/* --- Paths ---------------------------------------------------------------------------------------------- */

static void
add_rounded (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  double r = MIN (radius, MIN (width, height) / 2);

  if (r <= 0)
    {
      cairo_rectangle (cr, x, y, width, height);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI_2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

/* Thin upright and level lines lie on whole pixels. */
static double
crisp (double position, double line_width)
{
  double whole = round (line_width);

  if (fabs (whole - line_width) > 0.01)
    return position;
  return fmod (whole, 2) != 0 ? floor (position) + 0.5 : round (position);
}

static void
add_line (cairo_t *cr, const TenureShape *shape, double line_width)
{
  double x1 = shape->x, y1 = shape->y;
  double x2 = x1 + shape->width, y2 = y1 + shape->height;

  if (shape->width == 0)
    x1 = x2 = crisp (x1, line_width);
  if (shape->height == 0)
    y1 = y2 = crisp (y1, line_width);
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
}

static void
add_points (cairo_t *cr, const TenureScene *scene, const TenureShape *shape)
{
  const double *xy = &g_array_index (scene->points, double, 2 * shape->first_point);

  for (guint i = 0; i < shape->n_points; i++)
    cairo_line_to (cr, xy[2 * i], xy[2 * i + 1]);
  if (shape->kind == TENURE_SHAPE_POLYGON)
    cairo_close_path (cr);
  cairo_new_sub_path (cr);
}

/* @inset: for strokes, so that the edge stays inside the shape's bounds. */
static void
add_path (cairo_t *cr, const TenureScene *scene, const TenureShape *shape, double inset, double line_width)
{
  switch (shape->kind)
    {
    case TENURE_SHAPE_RECT:
      if (shape->width > 2 * inset && shape->height > 2 * inset)
        add_rounded (cr, shape->x + inset, shape->y + inset, shape->width - 2 * inset, shape->height - 2 * inset,
                     shape->radius - inset);
      break;
    case TENURE_SHAPE_LINE:
      add_line (cr, shape, line_width);
      break;
    case TENURE_SHAPE_POLYGON:
    case TENURE_SHAPE_POLYLINE:
      add_points (cr, scene, shape);
      break;
    case TENURE_SHAPE_CIRCLE:
      cairo_new_sub_path (cr);
      cairo_arc (cr, shape->x, shape->y, MAX (shape->radius - inset, 0), 0, 2 * G_PI);
      break;
    case TENURE_SHAPE_TEXT:
    case TENURE_SHAPE_RASTER:
    default:
      break;
    }
}

/* --- Geometry shapes ------------------------------------------------------------------------------------ */

static void
fill_shapes (cairo_t *cr, const TenureScene *scene, const TenureShape *shapes, guint n)
{
  const TenureShape *style = shapes;
  TenureRgba fill = role_colour (scene, style->fill, style->opacity);

  cairo_new_path (cr);
  for (guint i = 0; i < n; i++)
    add_path (cr, scene, &shapes[i], 0, 0);
  if (style->open)
    {
      tenure_pattern_fill (cr, style->pattern, fill);
      return;
    }
  set_source (cr, fill);
  if (style->pattern == TENURE_PATTERN_SOLID)
    {
      cairo_fill (cr);
      return;
    }
  cairo_fill_preserve (cr);
  tenure_pattern_fill (cr, style->pattern, tenure_pattern_tone (scene->theme.roles[style->fill]));
}

static void
stroke_shapes (cairo_t *cr, const TenureScene *scene, const TenureShape *shapes, guint n, TenureChartRole stroke)
{
  const TenureShape *style = shapes;
  double line_width = line_width_of (scene, style);
  double dashes[2] = { style->dash, style->dash };
  gboolean is_area = style->kind == TENURE_SHAPE_RECT || style->kind == TENURE_SHAPE_CIRCLE;

  cairo_new_path (cr);
  for (guint i = 0; i < n; i++)
    add_path (cr, scene, &shapes[i], is_area ? line_width / 2 : 0, line_width);
  cairo_set_line_width (cr, line_width);
  cairo_set_dash (cr, dashes, style->dash > 0 ? 2 : 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  set_source (cr, role_colour (scene, stroke, style->opacity));
  cairo_stroke (cr);
}

static void
paint_batch (cairo_t *cr, const TenureScene *scene, const TenureShape *shapes, guint n)
{
  TenureChartRole stroke = stroke_of (scene, shapes);

  if (shapes->fill != TENURE_ROLE_NONE && shapes->kind != TENURE_SHAPE_LINE && shapes->kind != TENURE_SHAPE_POLYLINE)
    fill_shapes (cr, scene, shapes, n);
  if (stroke != TENURE_ROLE_NONE)
    stroke_shapes (cr, scene, shapes, n, stroke);
}

static void
paint_raster (cairo_t *cr, const TenureShape *shape)
{
  cairo_surface_t *surface = shape->data;
  double columns = cairo_image_surface_get_width (surface);
  double rows = cairo_image_surface_get_height (surface);

  if (columns < 1 || rows < 1)
    return;
  cairo_save (cr);
  cairo_translate (cr, shape->x, shape->y);
  cairo_scale (cr, shape->width / columns, shape->height / rows);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_rectangle (cr, 0, 0, columns, rows);
  cairo_fill (cr);
  cairo_restore (cr);
}

/* --- Text ----------------------------------------------------------------------------------------------- */

typedef struct
{
  const TenureGlyphRun *run; /* font of the batch */
  TenureChartRole role;
  double opacity;
  GArray *glyphs; /* cairo_glyph_t */
} GlyphBatch;

typedef struct
{
  cairo_t *cr;
  const TenureScene *scene;
  GlyphBatch batches[MAX_GLYPH_BATCHES];
  guint n_batches;
  TenureTypeset *ellipsis[TENURE_N_TYPES]; /* held until all text is painted, for batches borrow their fonts */
} GlyphBatches;

static void
flush_batch (GlyphBatches *all, GlyphBatch *batch)
{
  if (batch->glyphs->len > 0)
    {
      cairo_set_font_face (all->cr, batch->run->face);
      cairo_set_font_matrix (all->cr, &batch->run->matrix);
      cairo_set_font_options (all->cr, batch->run->options);
      set_source (all->cr, role_colour (all->scene, batch->role, batch->opacity));
      cairo_show_glyphs (all->cr, (cairo_glyph_t *) (gpointer) batch->glyphs->data, (int) batch->glyphs->len);
    }
  g_array_set_size (batch->glyphs, 0);
}

static void
flush_text (GlyphBatches *all)
{
  for (guint i = 0; i < all->n_batches; i++)
    flush_batch (all, &all->batches[i]);
  for (guint i = 0; i < all->n_batches; i++)
    g_array_free (all->batches[i].glyphs, TRUE);
  all->n_batches = 0;
}

static gboolean
same_font (const TenureGlyphRun *a, const TenureGlyphRun *b)
{
  return a == b || (a->face == b->face && memcmp (&a->matrix, &b->matrix, sizeof a->matrix) == 0);
}

static GlyphBatch *
batch_for (GlyphBatches *all, const TenureGlyphRun *run, TenureChartRole role, double opacity)
{
  GlyphBatch *batch;

  for (guint i = 0; i < all->n_batches; i++)
    {
      batch = &all->batches[i];
      if (batch->role == role && batch->opacity == opacity && same_font (batch->run, run))
        return batch;
    }
  if (all->n_batches == MAX_GLYPH_BATCHES)
    flush_text (all);
  batch = &all->batches[all->n_batches++];
  *batch = (GlyphBatch){ run, role, opacity, g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t)) };
  return batch;
}

/* @limit_px: glyphs that reach past it are left out. Returns where the last one ends. */
static double
gather_glyphs (
    GlyphBatches *all, const TenureShape *shape, const TenureTypeset *typeset, double x, double y, double limit_px)
{
  double end = 0;

  for (guint r = 0; r < typeset->n_runs; r++)
    {
      const TenureGlyphRun *run = &typeset->runs[r];
      GlyphBatch *batch = batch_for (all, run, shape->fill, shape->opacity);

      for (guint i = 0; i < run->n_glyphs; i++)
        {
          guint at = run->first_glyph + i;
          cairo_glyph_t glyph = typeset->glyphs[at];
          double next = at + 1 < typeset->n_glyphs ? typeset->glyphs[at + 1].x : typeset->width;

          if (next > limit_px)
            return end;
          end = next;
          glyph.x += x;
          glyph.y += y;
          g_array_append_val (batch->glyphs, glyph);
        }
    }
  return end;
}

/* Texts that the surface keeps as text are shown at once, one by one. */
static void
show_text (GlyphBatches *all, const TenureShape *shape)
{
  set_source (all->cr, role_colour (all->scene, shape->fill, shape->opacity));
  tenure_typeset_show_text (all->cr, &all->scene->theme, shape->type, shape->text, shape->x, shape->y, shape->width,
                            shape->wrap);
  cairo_new_path (all->cr);
}

static void
gather_text (GlyphBatches *all, const TenureShape *shape)
{
  const TenureTypeset *typeset = shape->data;
  TenureTypeset **ellipsis = &all->ellipsis[shape->type];
  double end;

  if (shape->wrap || typeset->width <= shape->width + 0.01)
    {
      gather_glyphs (all, shape, typeset, shape->x, shape->y, INFINITY);
      return;
    }
  end = gather_glyphs (all, shape, typeset, shape->x, shape->y, shape->width - typeset->ellipsis_width);
  if (*ellipsis == NULL)
    *ellipsis = tenure_typeset_get (&all->scene->theme, shape->type, "…", 0);
  gather_glyphs (all, shape, *ellipsis, shape->x + end, shape->y + typeset->baseline - (*ellipsis)->baseline, INFINITY);
}

/* --- Painting ------------------------------------------------------------------------------------------- */

static guint
batch_length (const TenureShape *shapes, guint n)
{
  guint length = 1;

  while (length < n && same_style (&shapes[0], &shapes[length]))
    length++;
  return length;
}

/* Rectangles and texts outside what is being repainted cost nothing. */
static gboolean
is_outside (const TenureShape *shape, const double clip[4])
{
  if (shape->kind != TENURE_SHAPE_RECT && shape->kind != TENURE_SHAPE_TEXT)
    return FALSE;
  return shape->x > clip[2] || shape->y > clip[3] || shape->x + shape->width < clip[0] || shape->y + shape->height < clip[1];
}

/* Turns the scene's clip on or off between runs of shapes; text gathered under the other state is painted
 * first. */
static void
switch_clip (const TenureScene *scene, cairo_t *cr, GlyphBatches *text, gboolean on)
{
  flush_text (text);
  if (!on)
    {
      cairo_restore (cr);
      return;
    }
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_rectangle (cr, scene->clip_x, scene->clip_y, scene->clip_width, scene->clip_height);
  cairo_clip (cr);
}

static void
paint_shapes (const TenureScene *scene, cairo_t *cr)
{
  const TenureShape *shapes = (const TenureShape *) (gconstpointer) scene->shapes->data;
  GlyphBatches text = { .cr = cr, .scene = scene };
  gboolean keeps_text = cairo_surface_has_show_text_glyphs (cairo_get_group_target (cr));
  gboolean clipped = FALSE;
  double clip[4];
  guint n;

  cairo_clip_extents (cr, &clip[0], &clip[1], &clip[2], &clip[3]);
  for (guint i = 0; i < scene->shapes->len; i += n)
    {
      n = 1;
      if (shapes[i].kind != TENURE_SHAPE_TEXT)
        flush_text (&text);
      if (is_outside (&shapes[i], clip))
        continue;
      if (shapes[i].clipped != clipped)
        {
          clipped = !clipped;
          switch_clip (scene, cr, &text, clipped);
        }
      if (shapes[i].kind == TENURE_SHAPE_TEXT && keeps_text)
        show_text (&text, &shapes[i]);
      else if (shapes[i].kind == TENURE_SHAPE_TEXT)
        gather_text (&text, &shapes[i]);
      else if (shapes[i].kind == TENURE_SHAPE_RASTER)
        paint_raster (cr, &shapes[i]);
      else
        {
          n = batch_length (&shapes[i], scene->shapes->len - i);
          paint_batch (cr, scene, &shapes[i], n);
        }
    }
  flush_text (&text);
  if (clipped)
    cairo_restore (cr);
  for (guint i = 0; i < TENURE_N_TYPES; i++)
    g_clear_pointer (&text.ellipsis[i], tenure_typeset_unref);
}

void
tenure_scene_paint (const TenureScene *scene, cairo_t *cr)
{
  g_return_if_fail (scene != NULL && scene->shapes != NULL);
  g_return_if_fail (cr != NULL);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, scene->width, scene->height);
  cairo_clip (cr);
  if (scene->theme.opaque)
    {
      set_source (cr, scene->theme.roles[TENURE_ROLE_GROUND]);
      cairo_paint (cr);
    }
  paint_shapes (scene, cr);
  cairo_restore (cr);
}

/* --- Rings ---------------------------------------------------------------------------------------------- */

gboolean
tenure_scene_get_ring_area (const TenureScene *scene, int mark, cairo_rectangle_t *out_area)
{
  const TenureMark *at;
  double margin;

  g_return_val_if_fail (scene != NULL && out_area != NULL, FALSE);

  if (mark < 0 || (guint) mark >= scene->marks->len)
    return FALSE;
  at = &g_array_index (scene->marks, TenureMark, mark);
  margin = RING_GAP_PX + 2 * scene->theme.line_px + 1;
  out_area->x = at->x - margin;
  out_area->y = at->y - margin;
  out_area->width = at->width + 2 * margin;
  out_area->height = at->height + 2 * margin;
  return TRUE;
}

void
tenure_scene_paint_ring (const TenureScene *scene, cairo_t *cr, int mark, TenureRing ring)
{
  cairo_rectangle_t area;
  double line = scene->theme.line_px * (ring == TENURE_RING_HOVER ? 1 : 2);
  double inset;

  g_return_if_fail (cr != NULL);

  if (!tenure_scene_get_ring_area (scene, mark, &area))
    return;
  /* Hover and selection sit on the mark's edge, focus a little outside it. */
  inset = ring == TENURE_RING_FOCUS ? 1 + line / 2 : 1 + RING_GAP_PX + line / 2;
  cairo_save (cr);
  cairo_new_path (cr);
  add_rounded (cr, area.x + inset, area.y + inset, area.width - 2 * inset, area.height - 2 * inset, 3);
  cairo_set_line_width (cr, line);
  set_source (cr, scene->theme.roles[ring == TENURE_RING_HOVER ? TENURE_ROLE_INK : TENURE_ROLE_ACCENT]);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
tenure_painter_drop_caches (void)
{
  tenure_typeset_drop_cache ();
}
