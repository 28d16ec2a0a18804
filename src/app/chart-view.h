#pragma once

#include <gtk/gtk.h>

#include "base/id.h"
#include "chart/scene.h"

G_BEGIN_DECLS

/* A chart on screen: a widget around one scene. It asks its provider for a scene of its size and theme whenever size,
 * theme or data change, paints it, and gives it a pointer, a keyboard, a voice and a menu:
 *   hover names the mark, click opens its record, arrows, Home, End walk the marks with a visible ring, Enter opens,
 *   Menu or Shift+F10 or the secondary button offers "Show as Table", "Copy as Text" and "Save Picture…".
 *
 * The painted scene is kept as a texture, so that moving a ring repaints the ring and no more.
 *
 * Accessibility: role "img"; the label is the chart's title, or, while a mark has the keyboard, that mark's text;
 * the description is the whole chart in words.
 *
 * Tests: tests/app/test-chart-view.c, tests/app/test-charts.py. */

#define TENURE_TYPE_CHART_VIEW (tenure_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (TenureChartView, tenure_chart_view, TENURE, CHART_VIEW, GtkWidget)

/* Makes the scene of @width × @height px in @theme; the view owns the result. NULL: nothing to draw yet. Called on the
 * main thread, so it must be quick (a chart from finished results, never the analysis itself). */
typedef TenureScene *(*TenureChartViewFunc) (double width, double height, const TenureChartTheme *theme, gpointer user_data);

/* Properties:
 *   min-chart-height (int): the least height the view asks for, px at text scale 1; 220 unless set
 *   headings (boolean): whether title, subtitle and footnote are part of the picture; TRUE unless set
 *   compact (boolean): titles in a smaller type, for charts that stand side by side; FALSE unless set
 *   grows (boolean): a scene that comes out taller than asked for makes the view ask for that height; for charts with
 *     a row per record, in a scrolled page; FALSE unless set
 *   file-stem (string): what "Save Picture…" proposes as a name, "term-bands"
 * Signals:
 *   ::record-activated (TenureId record): a mark that stands for a record was clicked or opened with Enter
 *   ::mark-activated (int mark): the same for any mark, with its index in the scene, before the above */
GtkWidget *tenure_chart_view_new (void);

/* @destroy (nullable) frees @user_data when the provider is replaced or the view goes. @func NULL: shows nothing. The
 * scene of the old provider is let go at once. */
void tenure_chart_view_set_provider (TenureChartView *self,
                                     TenureChartViewFunc func,
                                     gpointer user_data,
                                     GDestroyNotify destroy);

/* The provider's data changed: makes a new scene before the next frame, and keeps the keyboard on the mark of the same
 * record if there still is one. */
void tenure_chart_view_invalidate (TenureChartView *self);

/* The scene on screen; NULL before the first allocation and without a provider. Valid until the next frame. */
TenureScene *tenure_chart_view_get_scene (TenureChartView *self);

/* The mark that has the keyboard, −1 for none. Setting one that is not there sets none. */
int tenure_chart_view_get_focus_mark (TenureChartView *self);
void tenure_chart_view_set_focus_mark (TenureChartView *self, int mark);

/* The keyboard has the word: forgets what the pointer is on, until it moves, and shows where the keyboard is. */
void tenure_chart_view_use_keyboard (TenureChartView *self);

/* While something else is said beside the pointer, nothing is said of what it is on. */
void tenure_chart_view_set_quiet (TenureChartView *self, gboolean quiet);

/* The pointer's shape over the chart; NULL: the usual one, which says whether a mark can be opened. */
void tenure_chart_view_set_cursor (TenureChartView *self, const char *name);

/* The step through the marks that a key means: arrows, Home and End, of the keypad too. FALSE for other keys. */
gboolean tenure_chart_step_for_key (guint key, TenureWalk *out_step);

/* What the view has cost since it was made: scenes made, textures painted, and how long both took for the last frame
 * and for the slowest, in µs. The proof, in tests, that hovering and walking make and paint nothing. */
typedef struct
{
  guint n_scenes, n_paints;
  gint64 last_us, worst_us;
} TenureChartViewCosts;

TenureChartViewCosts tenure_chart_view_get_costs (TenureChartView *self);

G_END_DECLS
