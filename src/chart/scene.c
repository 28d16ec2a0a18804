#include "config.h"

#include "chart/scene-private.h"

#include <math.h>

#define STRING_BLOCK 4096

TenureScene *
tenure_scene_new (double width, double height, const TenureChartTheme *theme)
{
  TenureScene *scene = g_new0 (TenureScene, 1);

  g_assert (theme != NULL);
  scene->width = isfinite (width) ? MAX (width, 1) : 1;
  scene->height = isfinite (height) ? MAX (height, 1) : 1;
  scene->theme = *theme;
  scene->strings = g_string_chunk_new (STRING_BLOCK);
  scene->title = scene->subtitle = scene->footnote = scene->summary = scene->corner = "";
  for (guint i = 0; i < TENURE_N_LAYERS; i++)
    scene->layers[i] = g_array_new (FALSE, TRUE, sizeof (TenureShape));
  scene->points = g_array_new (FALSE, FALSE, sizeof (double));
  scene->marks = g_array_new (FALSE, TRUE, sizeof (TenureMark));
  scene->records = g_array_new (FALSE, FALSE, sizeof (TenureId));
  scene->columns = g_array_new (FALSE, TRUE, sizeof (TenureSceneColumn));
  scene->rows = g_array_new (FALSE, TRUE, sizeof (TenureSceneRow));
  scene->cells = g_array_new (FALSE, TRUE, sizeof (TenureSceneCell));
  return scene;
}

static void
shape_clear (TenureShape *shape)
{
  if (shape->kind == TENURE_SHAPE_TEXT)
    g_clear_pointer ((TenureTypeset **) &shape->data, tenure_typeset_unref);
  else if (shape->kind == TENURE_SHAPE_RASTER)
    g_clear_pointer ((cairo_surface_t **) &shape->data, cairo_surface_destroy);
}

static void
shapes_free (GArray *shapes)
{
  if (shapes == NULL)
    return;
  for (guint i = 0; i < shapes->len; i++)
    shape_clear (&g_array_index (shapes, TenureShape, i));
  g_array_free (shapes, TRUE);
}

void
tenure_scene_free (TenureScene *scene)
{
  if (scene == NULL)
    return;
  for (guint i = 0; i < TENURE_N_LAYERS; i++)
    shapes_free (scene->layers[i]);
  shapes_free (scene->shapes);
  g_array_free (scene->points, TRUE);
  g_array_free (scene->marks, TRUE);
  g_array_free (scene->records, TRUE);
  g_array_free (scene->columns, TRUE);
  g_array_free (scene->rows, TRUE);
  g_array_free (scene->cells, TRUE);
  g_free (scene->walk);
  g_free (scene->rank);
  g_clear_pointer (&scene->grid, tenure_hit_grid_free);
  g_string_chunk_free (scene->strings);
  if (scene->describer_destroy != NULL)
    scene->describer_destroy (scene->describer_data);
  g_free (scene);
}

/* --- Making --------------------------------------------------------------------------------------------- */

void
tenure_scene_set_height (TenureScene *scene, double height)
{
  scene->height = MAX (height, 1);
}

void
tenure_scene_set_currency (TenureScene *scene, TenureCurrency currency)
{
  scene->currency = currency;
}

const char *
tenure_scene_intern (TenureScene *scene, const char *text)
{
  return text != NULL ? g_string_chunk_insert (scene->strings, text) : NULL;
}

static const char *
intern_or_empty (TenureScene *scene, const char *text)
{
  return text != NULL ? tenure_scene_intern (scene, text) : "";
}

void
tenure_scene_set_title (TenureScene *scene, const char *title)
{
  scene->title = intern_or_empty (scene, title);
}

void
tenure_scene_set_subtitle (TenureScene *scene, const char *subtitle)
{
  scene->subtitle = intern_or_empty (scene, subtitle);
}

void
tenure_scene_set_footnote (TenureScene *scene, const char *footnote)
{
  scene->footnote = intern_or_empty (scene, footnote);
}

void
tenure_scene_set_summary (TenureScene *scene, const char *summary)
{
  scene->summary = intern_or_empty (scene, summary);
}

void
tenure_scene_begin_clip (TenureScene *scene, double x, double y, double width, double height)
{
  g_assert (!scene->has_clip);
  scene->has_clip = scene->clipping = TRUE;
  scene->clip_x = x;
  scene->clip_y = y;
  scene->clip_width = MAX (width, 1);
  scene->clip_height = MAX (height, 1);
}

void
tenure_scene_end_clip (TenureScene *scene)
{
  scene->clipping = FALSE;
}

TenureShape *
tenure_scene_add_shape (TenureScene *scene, TenureSceneLayer layer, TenureShapeKind kind)
{
  GArray *shapes = scene->layers[layer];
  TenureShape *shape;

  g_assert (shapes != NULL); /* not after tenure_scene_finish() */
  g_array_set_size (shapes, shapes->len + 1);
  shape = &g_array_index (shapes, TenureShape, shapes->len - 1);
  shape->kind = kind;
  shape->layer = layer;
  shape->opacity = 1;
  shape->mark = -1;
  shape->clipped = scene->clipping;
  return shape;
}

TenureShape *
tenure_scene_add_rect (
    TenureScene *scene, TenureSceneLayer layer, double x, double y, double width, double height, TenureChartRole fill)
{
  TenureShape *shape = tenure_scene_add_shape (scene, layer, TENURE_SHAPE_RECT);

  shape->x = x;
  shape->y = y;
  shape->width = MAX (width, 0);
  shape->height = MAX (height, 0);
  shape->fill = fill;
  return shape;
}

TenureShape *
tenure_scene_add_line (
    TenureScene *scene, TenureSceneLayer layer, double x1, double y1, double x2, double y2, TenureChartRole stroke)
{
  TenureShape *shape = tenure_scene_add_shape (scene, layer, TENURE_SHAPE_LINE);

  shape->x = x1;
  shape->y = y1;
  shape->width = x2 - x1;
  shape->height = y2 - y1;
  shape->stroke = stroke;
  return shape;
}

TenureShape *
tenure_scene_add_circle (TenureScene *scene, TenureSceneLayer layer, double x, double y, double radius, TenureChartRole fill)
{
  TenureShape *shape = tenure_scene_add_shape (scene, layer, TENURE_SHAPE_CIRCLE);

  shape->x = x;
  shape->y = y;
  shape->radius = MAX (radius, 0);
  shape->fill = fill;
  return shape;
}

static TenureShape *
add_points (TenureScene *scene, TenureSceneLayer layer, TenureShapeKind kind, const double *xy, guint n)
{
  TenureShape *shape = tenure_scene_add_shape (scene, layer, kind);

  shape->first_point = scene->points->len / 2;
  shape->n_points = n;
  g_array_append_vals (scene->points, xy, 2 * n);
  return shape;
}

TenureShape *
tenure_scene_add_polygon (TenureScene *scene, TenureSceneLayer layer, const double *xy, guint n, TenureChartRole fill)
{
  TenureShape *shape = add_points (scene, layer, TENURE_SHAPE_POLYGON, xy, n);

  shape->fill = fill;
  return shape;
}

TenureShape *
tenure_scene_add_polyline (TenureScene *scene, TenureSceneLayer layer, const double *xy, guint n, TenureChartRole stroke)
{
  TenureShape *shape = add_points (scene, layer, TENURE_SHAPE_POLYLINE, xy, n);

  shape->stroke = stroke;
  return shape;
}

TenureShape *
tenure_scene_add_raster (TenureScene *scene,
                         TenureSceneLayer layer,
                         double x,
                         double y,
                         double width,
                         double height,
                         guint columns,
                         guint rows,
                         guint32 **out_pixels,
                         gsize *out_stride)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) columns, (int) rows);
  TenureShape *shape;

  cairo_surface_flush (surface);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS || cairo_image_surface_get_data (surface) == NULL)
    {
      cairo_surface_destroy (surface);
      return NULL;
    }
  /* Nothing has painted on the surface, so what is written to it needs no announcement beyond this one. */
  cairo_surface_mark_dirty (surface);
  *out_pixels = (guint32 *) (gpointer) cairo_image_surface_get_data (surface);
  *out_stride = (gsize) cairo_image_surface_get_stride (surface) / sizeof (guint32);
  shape = tenure_scene_add_shape (scene, layer, TENURE_SHAPE_RASTER);
  shape->x = x;
  shape->y = y;
  shape->width = width;
  shape->height = height;
  shape->data = surface;
  return shape;
}

/* --- Marks and table ------------------------------------------------------------------------------------ */

static void
clip_mark (const TenureScene *scene, TenureMark *mark)
{
  double right = MIN (mark->x + mark->width, scene->clip_x + scene->clip_width);
  double bottom = MIN (mark->y + mark->height, scene->clip_y + scene->clip_height);

  mark->x = CLAMP (mark->x, scene->clip_x, scene->clip_x + scene->clip_width - 1);
  mark->y = CLAMP (mark->y, scene->clip_y, scene->clip_y + scene->clip_height - 1);
  mark->width = right - mark->x;
  mark->height = bottom - mark->y;
}

guint
tenure_scene_add_mark (TenureScene *scene, const TenureMark *mark, const TenureId *records, gsize n_records)
{
  TenureMark copy = *mark;

  copy.label = tenure_scene_intern (scene, mark->label);
  copy.value = tenure_scene_intern (scene, mark->value);
  copy.series = tenure_scene_intern (scene, mark->series);
  copy.cell = tenure_scene_intern (scene, mark->cell);
  if (scene->clipping)
    clip_mark (scene, &copy);
  copy.width = MAX (copy.width, 1);
  copy.height = MAX (copy.height, 1);
  copy.first_record = scene->records->len;
  if (n_records > 0)
    g_array_append_vals (scene->records, records, (guint) n_records);
  else if (mark->record != TENURE_ID_NONE)
    g_array_append_val (scene->records, mark->record);
  copy.n_records = scene->records->len - copy.first_record;
  if (copy.record == TENURE_ID_NONE && copy.n_records == 1)
    copy.record = g_array_index (scene->records, TenureId, copy.first_record);
  g_array_append_val (scene->marks, copy);
  return scene->marks->len - 1;
}

void
tenure_scene_set_table_corner (TenureScene *scene, const char *title)
{
  scene->corner = intern_or_empty (scene, title);
}

guint
tenure_scene_add_column (TenureScene *scene, const char *title, gboolean numeric)
{
  TenureSceneColumn column = { intern_or_empty (scene, title), numeric };

  g_array_append_val (scene->columns, column);
  return scene->columns->len - 1;
}

guint
tenure_scene_add_row (TenureScene *scene, const char *title, TenureId record)
{
  TenureSceneRow row = { intern_or_empty (scene, title), record };

  g_array_append_val (scene->rows, row);
  return scene->rows->len - 1;
}

void
tenure_scene_set_cell (TenureScene *scene, guint row, guint column, const char *text)
{
  TenureSceneCell cell = { row, column, intern_or_empty (scene, text) };

  g_array_append_val (scene->cells, cell);
}

void
tenure_scene_set_describer (TenureScene *scene, const TenureSceneDescriber *describer, gpointer data, GDestroyNotify destroy)
{
  scene->describer = *describer;
  scene->describer_data = data;
  scene->describer_destroy = destroy;
}

TenureScene *
tenure_scene_finish (TenureScene *scene)
{
  guint n = 0;

  g_assert (scene->shapes == NULL);
  for (guint i = 0; i < TENURE_N_LAYERS; i++)
    n += scene->layers[i]->len;
  scene->shapes = g_array_sized_new (FALSE, FALSE, sizeof (TenureShape), n);
  for (guint i = 0; i < TENURE_N_LAYERS; i++)
    {
      if (scene->layers[i]->len > 0)
        g_array_append_vals (scene->shapes, scene->layers[i]->data, scene->layers[i]->len);
      g_array_free (g_steal_pointer (&scene->layers[i]), TRUE);
    }
  tenure_scene_order_marks (scene);
  return scene;
}

/* --- Reading -------------------------------------------------------------------------------------------- */

void
tenure_scene_get_size (const TenureScene *scene, double *out_width, double *out_height)
{
  g_return_if_fail (scene != NULL);

  if (out_width != NULL)
    *out_width = scene->width;
  if (out_height != NULL)
    *out_height = scene->height;
}

const TenureChartTheme *
tenure_scene_get_theme (const TenureScene *scene)
{
  g_return_val_if_fail (scene != NULL, NULL);
  return &scene->theme;
}

TenureCurrency
tenure_scene_get_currency (const TenureScene *scene)
{
  g_return_val_if_fail (scene != NULL, TENURE_CURRENCY_NONE);
  return scene->currency;
}

const char *
tenure_scene_get_title (const TenureScene *scene)
{
  g_return_val_if_fail (scene != NULL, "");
  return scene->title;
}

const char *
tenure_scene_get_subtitle (const TenureScene *scene)
{
  g_return_val_if_fail (scene != NULL, "");
  return scene->subtitle;
}

const char *
tenure_scene_get_footnote (const TenureScene *scene)
{
  g_return_val_if_fail (scene != NULL, "");
  return scene->footnote;
}

gboolean
tenure_scene_get_clip (const TenureScene *scene, double *out_x, double *out_y, double *out_w, double *out_h)
{
  g_return_val_if_fail (scene != NULL, FALSE);

  if (!scene->has_clip)
    return FALSE;
  *out_x = scene->clip_x;
  *out_y = scene->clip_y;
  *out_w = scene->clip_width;
  *out_h = scene->clip_height;
  return TRUE;
}

const TenureShape *
tenure_scene_get_shapes (const TenureScene *scene, guint *out_n)
{
  g_return_val_if_fail (scene != NULL && scene->shapes != NULL, NULL);

  if (out_n != NULL)
    *out_n = scene->shapes->len;
  return (const TenureShape *) (gconstpointer) scene->shapes->data;
}

const double *
tenure_scene_get_points (const TenureScene *scene, guint *out_n)
{
  g_return_val_if_fail (scene != NULL, NULL);

  if (out_n != NULL)
    *out_n = scene->points->len;
  return (const double *) (gconstpointer) scene->points->data;
}

guint
tenure_scene_get_n_marks (const TenureScene *scene)
{
  g_return_val_if_fail (scene != NULL, 0);
  return scene->marks->len;
}

const TenureMark *
tenure_scene_get_mark (TenureScene *scene, guint i)
{
  TenureMark *mark;

  g_return_val_if_fail (scene != NULL && i < scene->marks->len, NULL);

  mark = &g_array_index (scene->marks, TenureMark, i);
  if (mark->label == NULL && scene->describer.mark != NULL)
    scene->describer.mark (scene->describer_data, scene, mark);
  return mark;
}

const TenureId *
tenure_scene_get_records (const TenureScene *scene, const TenureMark *mark)
{
  g_return_val_if_fail (scene != NULL && mark != NULL, NULL);
  return mark->n_records > 0 ? &g_array_index (scene->records, TenureId, mark->first_record) : NULL;
}
