#pragma once

#include "chart/scene.h"

G_BEGIN_DECLS

/* Making a scene: used by chart functions. The pointer that an add function returns may be written to
 * (pattern, open, opacity, mark, …) until the next shape is added to the same layer. After
 * tenure_scene_finish() nothing is added. */

TenureScene *tenure_scene_new (double width, double height, const TenureChartTheme *theme);

/* For charts that are as tall as their content. */
void tenure_scene_set_height (TenureScene *scene, double height);
void tenure_scene_set_currency (TenureScene *scene, TenureCurrency currency);

/* Each copies its text; NULL is "". The summary is the chart's own sentence or two for the accessible text.
 */
void tenure_scene_set_title (TenureScene *scene, const char *title);
void tenure_scene_set_subtitle (TenureScene *scene, const char *subtitle);
void tenure_scene_set_footnote (TenureScene *scene, const char *footnote);
void tenure_scene_set_summary (TenureScene *scene, const char *summary);

/* A copy that lives as long as the scene. NULL stays NULL. */
const char *tenure_scene_intern (TenureScene *scene, const char *text);

/* Shapes and marks added from here on are cut off at the box, until tenure_scene_end_clip(). A scene has one
 * box. */
void tenure_scene_begin_clip (TenureScene *scene, double x, double y, double width, double height);
void tenure_scene_end_clip (TenureScene *scene);

TenureShape *tenure_scene_add_rect (
    TenureScene *scene, TenureSceneLayer layer, double x, double y, double width, double height, TenureChartRole fill);
TenureShape *tenure_scene_add_line (
    TenureScene *scene, TenureSceneLayer layer, double x1, double y1, double x2, double y2, TenureChartRole stroke);
TenureShape *tenure_scene_add_circle (
    TenureScene *scene, TenureSceneLayer layer, double x, double y, double radius, TenureChartRole fill);

/* @xy: @n pairs, copied. */
TenureShape *tenure_scene_add_polygon (
    TenureScene *scene, TenureSceneLayer layer, const double *xy, guint n, TenureChartRole fill);
TenureShape *tenure_scene_add_polyline (
    TenureScene *scene, TenureSceneLayer layer, const double *xy, guint n, TenureChartRole stroke);

/* A picture of @columns × @rows cells, painted without smoothing over width × height. @out_pixels is to be
 * filled before the scene is painted: premultiplied ARGB32, transparent at first, @out_stride cells a row.
 * NULL, and nothing added, when there is no memory for it or no cell in it. */
TenureShape *tenure_scene_add_raster (TenureScene *scene,
                                      TenureSceneLayer layer,
                                      double x,
                                      double y,
                                      double width,
                                      double height,
                                      guint columns,
                                      guint rows,
                                      guint32 **out_pixels,
                                      gsize *out_stride);

/* Where (x, y) is on the text: 0 start or top, 0.5 middle, 1 end or bottom. */
typedef struct
{
  TenureChartType type;
  TenureChartRole role; /* NONE counts as INK */
  double anchor_x, anchor_y;
  double max_px; /* 0: no limit; else the text is shortened with … to it, or broken into lines when `wrap` */
  gboolean wrap;
} TenureTextStyle;

/* Adds nothing, and returns NULL, for NULL or "" or when max_px leaves no room for a letter. */
TenureShape *tenure_scene_add_text (
    TenureScene *scene, TenureSceneLayer layer, double x, double y, const char *text, const TenureTextStyle *style);

/* Size of a text in one line, or wrapped at @wrap_px. */
void tenure_scene_measure (
    const TenureScene *scene, TenureChartType type, const char *text, double wrap_px, double *out_width, double *out_height);
double tenure_scene_text_width (const TenureScene *scene, TenureChartType type, const char *text);
double tenure_scene_line_height (const TenureScene *scene, TenureChartType type);

/* The glyph of a flag level centred on (x, y), fitting into @size: see TenureChartLevel. Nothing for CLEAR.
 * In colour
 * @fill, or hollow in that colour for CANNOT_TELL. */
void tenure_scene_add_level_glyph (TenureScene *scene,
                                   TenureSceneLayer layer,
                                   double x,
                                   double y,
                                   double size,
                                   TenureChartLevel level,
                                   TenureChartRole fill);

/* Copies the strings and records of @mark and returns its index. Start from TENURE_MARK_INIT. */
guint tenure_scene_add_mark (TenureScene *scene, const TenureMark *mark, const TenureId *records, gsize n_records);

#define TENURE_MARK_INIT                                                                                                    \
  {                                                                                                                         \
    .row = -1, .column = -1, .source = -1                                                                                   \
  }

/* --- The table twin ------------------------------------------------------------------------------------- */

void tenure_scene_set_table_corner (TenureScene *scene, const char *title);
guint tenure_scene_add_column (TenureScene *scene, const char *title, gboolean numeric);
guint tenure_scene_add_row (TenureScene *scene, const char *title, TenureId record);

/* A cell beside those that marks fill. */
void tenure_scene_set_cell (TenureScene *scene, guint row, guint column, const char *text);

/* Words on demand, for scenes with many marks: called the first time a mark without a label is read, and once
 * before the table is made. @data must outlive the scene; @destroy lets it go. */
typedef struct
{
  void (*mark) (gpointer data, TenureScene *scene, TenureMark *mark);
  void (*table) (gpointer data, TenureScene *scene);
} TenureSceneDescriber;

void tenure_scene_set_describer (TenureScene *scene,
                                 const TenureSceneDescriber *describer,
                                 gpointer data,
                                 GDestroyNotify destroy);

/* Puts the layers in order; the scene is ready to be read. Returns @scene. */
TenureScene *tenure_scene_finish (TenureScene *scene);

G_END_DECLS
