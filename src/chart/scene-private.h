#pragma once

#include <cairo.h>

#include "chart/scene-build.h"
#include "chart/text-private.h"

G_BEGIN_DECLS

typedef struct
{
  guint row, column;
  const char *text;
} TenureSceneCell;

typedef struct
{
  const char *title;
  gboolean numeric;
} TenureSceneColumn;

typedef struct
{
  const char *title;
  TenureId record;
} TenureSceneRow;

/* Marks by the square of the plane that they touch. */
typedef struct
{
  double cell_px;
  guint columns, rows;
  guint *starts; /* columns × rows + 1: where the marks of a square begin in `marks` */
  guint *marks;  /* ascending within a square */
} TenureHitGrid;

struct _TenureScene
{
  double width, height;
  TenureChartTheme theme;
  TenureCurrency currency;
  GStringChunk *strings;
  const char *title, *subtitle, *footnote, *summary;
  gboolean has_clip, clipping;
  double clip_x, clip_y, clip_width, clip_height;
  GArray *layers[TENURE_N_LAYERS]; /* TenureShape; NULL once finished */
  GArray *shapes;                  /* TenureShape, in painting order */
  GArray *points;                  /* double */
  GArray *marks;                   /* TenureMark */
  GArray *records;                 /* TenureId */
  guint *walk;                     /* mark indices in reading order */
  guint *rank;                     /* place of each mark in `walk` */
  TenureHitGrid *grid;             /* made by the first hit test */
  const char *corner;
  GArray *columns; /* TenureSceneColumn */
  GArray *rows;    /* TenureSceneRow */
  GArray *cells;   /* TenureSceneCell */
  TenureSceneDescriber describer;
  gpointer describer_data;
  GDestroyNotify describer_destroy;
  gboolean table_described;
};

/* A shape of no extent at the end of @layer. */
TenureShape *tenure_scene_add_shape (TenureScene *scene, TenureSceneLayer layer, TenureShapeKind kind);

void tenure_scene_order_marks (TenureScene *scene);
void tenure_hit_grid_free (TenureHitGrid *grid);

G_END_DECLS
