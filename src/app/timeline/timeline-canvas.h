#pragma once

#include <gtk/gtk.h>

#include "app/chart-view.h"
#include "app/timeline/timeline-model.h"

G_BEGIN_DECLS

/* The timeline on screen: a chart view that shows one frame of a timeline index, with what a timeline adds to a chart.
 *
 *   drag, scroll, Shift+scroll      pan
 *   Ctrl+scroll, pinch, + and −     zoom the days around the pointer, the fingers, the selected bar
 *   Ctrl+Shift+scroll               zoom the rows
 *   drag the committed end of a bar   asks what would be, were it another day (::end-pulled); Escape lets go of it
 *   drag on the map of all years    moves its window, or an edge of it; beside it draws a new one
 *   Ctrl+arrows                     pan
 *   arrows, Home, End               walk bars and headers of groups, shown or not, and bring them into view; on a header
 *                                   right opens and left closes the group
 *   Enter, double click             open; on a header: open or close the group
 *   0, T, S                         fit, today, selection
 *   (G and O open the choices of grouping and order: timeline-page.c)
 *   click on a group's header       collapse or expand
 *
 * A change of view makes one new scene and paints it once before the next frame, however many events led to it.
 * Hovering, walking within the frame and captions repaint only themselves.
 *
 * Properties: selected (int64): the record of the selected bar, TENURE_ID_NONE for none; notifies.
 * Signals: ::record-activated (TenureId), ::group-toggled (guint group), ::end-pulled (TenureId, int day).
 * Tests: tests/app/test-timeline-canvas.c. */

#define TENURE_TYPE_TIMELINE_CANVAS (tenure_timeline_canvas_get_type ())
G_DECLARE_FINAL_TYPE (TenureTimelineCanvas, tenure_timeline_canvas, TENURE, TIMELINE_CANVAS, GtkWidget)

GtkWidget *tenure_timeline_canvas_new (void);

/* Shows @model (nullable: nothing); the canvas takes a reference. The view stays where it was, except for the first
 * model that has bars: that one starts at today. */
void tenure_timeline_canvas_set_model (TenureTimelineCanvas *self, TenureTimelineModel *model);

/* Whether ends of bars can be pulled; not unless it is said. */
void tenure_timeline_canvas_set_stretchable (TenureTimelineCanvas *self, gboolean stretchable);

void tenure_timeline_canvas_fit (TenureTimelineCanvas *self);
void tenure_timeline_canvas_today (TenureTimelineCanvas *self);

/* Brings the selected bar into view; FALSE when there is none. */
gboolean tenure_timeline_canvas_reveal_selected (TenureTimelineCanvas *self);

/* Zooms the days around the selected bar if it is in view, otherwise around the middle. */
void tenure_timeline_canvas_zoom (TenureTimelineCanvas *self, double factor);

TenureId tenure_timeline_canvas_get_selected (TenureTimelineCanvas *self);
void tenure_timeline_canvas_set_selected (TenureTimelineCanvas *self, TenureId record);

/* The chart that it is made of: its scene is the frame on screen, its costs what frames took. Lent. */
TenureChartView *tenure_timeline_canvas_get_chart (TenureTimelineCanvas *self);

/* The days in view; NONE both before the first frame. */
void tenure_timeline_canvas_get_days (TenureTimelineCanvas *self, TenureDay *out_from, TenureDay *out_after);

/* The view now, for tests. */
TenureTimelineView tenure_timeline_canvas_get_view (TenureTimelineCanvas *self);

G_END_DECLS
