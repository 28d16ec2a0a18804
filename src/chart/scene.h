#pragma once

#include "base/id.h"
#include "base/money.h"
#include "chart/theme.h"

G_BEGIN_DECLS

/* A chart, computed. A chart function turns data, size and theme into one scene; painting, hit testing,
 * keyboard walking, tooltips, the accessible text and the table twin all read the same lists, so they cannot
 * disagree.
 *
 * A scene is made of *shapes* (what is painted) and *marks* (what can be pointed at, walked to, opened, read
 * out and listed). Shapes say which mark they belong to; a mark without a shape exists where there is nothing
 * to paint but something to say (a bar of zero). Typical scenes have 50–5,000 shapes and up to a few thousand
 * marks; denser data arrive as one raster shape (see timeline.h).
 *
 * A scene is as wide as was asked for, and at least as high: where text at its size would not find room, it
 * is higher, and the view scrolls or asks for more.
 *
 * One owner frees it. Reading is safe from several threads except for hit tests and lazily described marks.
 */
typedef struct _TenureScene TenureScene;

typedef enum
{
  TENURE_SHAPE_RECT,     /* x, y, width, height; corner radius */
  TENURE_SHAPE_LINE,     /* x, y to x + width, y + height; dash */
  TENURE_SHAPE_POLYGON,  /* points, closed */
  TENURE_SHAPE_POLYLINE, /* points, open */
  TENURE_SHAPE_CIRCLE,   /* centre x, y; radius */
  TENURE_SHAPE_TEXT,     /* x, y, width, height: the measured box, top left and size */
  TENURE_SHAPE_RASTER,   /* x, y, width, height: a picture of density, one cell a pixel */
} TenureShapeKind;

/* Painted in this order; within a layer, in the order of adding. */
typedef enum
{
  TENURE_LAYER_GROUND,
  TENURE_LAYER_GRID,
  TENURE_LAYER_BACK, /* ghosts, joins */
  TENURE_LAYER_DATA,
  TENURE_LAYER_FRONT, /* glyphs, markers, target lines */
  TENURE_LAYER_TEXT,
  TENURE_LAYER_TOP, /* fixed headers over what scrolls */
  TENURE_LAYER_TOP_TEXT,
  TENURE_N_LAYERS
} TenureSceneLayer;

typedef struct
{
  TenureShapeKind kind;
  TenureSceneLayer layer;
  TenureChartRole fill;   /* NONE: not filled. For text: its colour */
  TenureChartRole stroke; /* NONE: no outline */
  TenureChartPattern pattern;
  gboolean open;               /* the pattern alone, in the colour of `fill`, without ground */
  double opacity;              /* 0 … 1 */
  double x, y, width, height;  /* by kind, see above; px */
  double radius;               /* corner of a rect, radius of a circle */
  double line_width;           /* of the stroke; 0 = the theme's thin line */
  double dash;                 /* length of dashes and gaps; 0 = unbroken */
  TenureChartType type;        /* text */
  gboolean wrap;               /* text: broken into lines to fit `width`; otherwise one line, with … when too long */
  const char *text;            /* owned by the scene */
  gpointer data;               /* for the painter: laid-out text or the pixels of a raster; owned by the scene */
  guint first_point, n_points; /* into tenure_scene_get_points(), x and y in turn */
  gboolean clipped;            /* painted only inside tenure_scene_get_clip() */
  gint32 mark;                 /* index of its mark, −1 for none */
} TenureShape;

/* What the amount of a mark counts. */
typedef enum
{
  TENURE_UNIT_NONE,
  TENURE_UNIT_COUNT,
  TENURE_UNIT_MONEY,        /* minor units of tenure_scene_get_currency() */
  TENURE_UNIT_BASIS_POINTS, /* hundredths of a per cent, for shares */
  TENURE_UNIT_DAY,          /* TenureDay */
} TenureUnit;

typedef struct
{
  TenureId record;               /* what a click opens; TENURE_ID_NONE when the mark stands for several or for no record */
  guint first_record, n_records; /* every record behind the mark, into tenure_scene_get_records() */
  const char *label;             /* "Apr 2027", "Lantern Trust: Advice line" */
  const char *value;  /* "£1.2m a year, 14 agreements", "not recorded"; whole words for tooltip and screen reader */
  const char *series; /* (nullable): "Secured" */
  const char *cell;   /* exact text of the table cell, "£1,234,567"; NULL: `value` */
  gint64 amount;      /* the figure itself, in `unit`; meaningless unless `known` */
  TenureUnit unit;
  gboolean known;
  gint32 row, column;         /* cell of the table twin; −1 when it has none */
  gint32 source;              /* index into the data the chart was made from (bar, seat, board); −1 when it has none */
  gint32 group;               /* ← → walk inside a group, ↑ ↓ between groups; from 0 */
  double x, y, width, height; /* bounds; at least 1 px each way */
} TenureMark;

void tenure_scene_free (TenureScene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureScene, tenure_scene_free)

/* --- Reading -------------------------------------------------------------------------------------------- */

void tenure_scene_get_size (const TenureScene *scene, double *out_width, double *out_height);
const TenureChartTheme *tenure_scene_get_theme (const TenureScene *scene);
TenureCurrency tenure_scene_get_currency (const TenureScene *scene);

/* What the reader should see; what is drawn; filter, as-of date, n and what was left out. Never NULL, may be
 * "". */
const char *tenure_scene_get_title (const TenureScene *scene);
const char *tenure_scene_get_subtitle (const TenureScene *scene);
const char *tenure_scene_get_footnote (const TenureScene *scene);

/* What scrolls under fixed headers is cut off at this box; FALSE when nothing is. Marks of such shapes are
 * cut too. */
gboolean tenure_scene_get_clip (const TenureScene *scene, double *out_x, double *out_y, double *out_w, double *out_h);

const TenureShape *tenure_scene_get_shapes (const TenureScene *scene, guint *out_n);
const double *tenure_scene_get_points (const TenureScene *scene, guint *out_n);

/* The @i-th mark, with label, value and cell filled in; owned by the scene. */
guint tenure_scene_get_n_marks (const TenureScene *scene);
const TenureMark *tenure_scene_get_mark (TenureScene *scene, guint i);
const TenureId *tenure_scene_get_records (const TenureScene *scene, const TenureMark *mark);

/* --- Pointing and walking ------------------------------------------------------------------------------- */

/* The mark at (x, y): the topmost one that contains the point, otherwise the nearest within @reach_px; −1
 * when there is none. Of several that contain it the one added last wins; of several equally near, the one
 * added first. */
int tenure_scene_hit (TenureScene *scene, double x, double y, double reach_px);

typedef enum
{
  TENURE_WALK_FIRST,
  TENURE_WALK_LAST,
  TENURE_WALK_NEXT, /* through all marks in reading order: groups in turn, inside a group in order of adding
                     */
  TENURE_WALK_PREVIOUS,
  TENURE_WALK_UP, /* the nearest mark of the group before, or after */
  TENURE_WALK_DOWN,
} TenureWalk;

/* The mark reached from @mark (−1: nowhere yet, any step goes to the first, or with LAST and PREVIOUS to the
 * last). Stays on @mark at either end; −1 when the scene has no marks. */
int tenure_scene_walk (const TenureScene *scene, int mark, TenureWalk step);

/* The mark that stands for @record, alone or among others (alone wins); −1 when none does. */
int tenure_scene_find_record (const TenureScene *scene, TenureId record);

/* --- Words ---------------------------------------------------------------------------------------------- */

/* The picture in one paragraph, for a screen reader: title, subtitle, the chart's own summary, footnote.
 * Free. */
char *tenure_scene_dup_accessible_text (const TenureScene *scene);

/* "Secured, Apr 2027: £1.2m a year" – the tooltip and the name of the focused mark. Free. */
char *tenure_scene_dup_mark_text (TenureScene *scene, guint mark);

/* The chart as a table: made of the same marks. Cell (r, c) is the text of the mark at that row and column,
 * "" where there is none. */
typedef struct
{
  guint n_rows, n_columns;  /* without titles */
  char *corner;             /* title of the column of row titles */
  char **column_titles;     /* n_columns */
  gboolean *column_numeric; /* n_columns: align at the end */
  char **row_titles;        /* n_rows */
  TenureId *row_records;    /* n_rows: what a row opens, or TENURE_ID_NONE */
  char **cells;             /* n_rows × n_columns, row by row */
} TenureSceneTable;

TenureSceneTable *tenure_scene_dup_table (TenureScene *scene);
void tenure_scene_table_free (TenureSceneTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureSceneTable, tenure_scene_table_free)

/* Title, subtitle, the table with tabs between cells, footnote: pastes into a letter and into a spreadsheet.
 * Free. */
char *tenure_scene_dup_text (TenureScene *scene);

G_END_DECLS
