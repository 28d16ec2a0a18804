#pragma once

#include "app/timeline/timeline-canvas.h"
#include "chart/timeline-edge.h"
#include "chart/timeline-minimap.h"

G_BEGIN_DECLS

/* What timeline-canvas.c (the frame and the view) shares with timeline-canvas-input.c (pointer and keyboard). */

/* The end of a bar that the present drag has hold of. */
typedef struct
{
  gboolean held;
  TenureTimelineEdge edge; /* where it was taken hold of */
  TenureDay day;           /* that it is pulled to; NONE before it moved */
  gboolean dropped;        /* what is left of the drag does nothing */
} TenureTimelineStretch;

struct _TenureTimelineCanvas
{
  GtkWidget parent_instance;

  TenureTimelineModel *model;
  TenureTimelineView view;
  gboolean placed; /* the view has had its first position */
  TenureId selected;
  int group;     /* the header that the keyboard is on instead of the selected bar; −1 for none */
  int hover_bar; /* a bar too thin to be a mark of the scene; −1 for none */
  graphene_point_t pointer;

  double drag_x, drag_y;         /* what of the present drag is already panned */
  TenureTimelineBrush brush;     /* what the present drag has hold of on the map of all years */
  TenureTimelineView brush_view; /* the view when it began */
  double brush_x;
  gboolean stretchable;
  TenureTimelineStretch stretch;
  double pinch_scale; /* what of the present pinch is already zoomed */
  gboolean updating_scroll;

  guint scroll_source; /* an idle that brings the scroll bar up to date */

  TenureChartView *chart;
  GtkAdjustment *scroll;
};

/* The frame and the theme that every question about the view takes: one value, made where it is needed. */
typedef struct
{
  TenureTimelineFrame frame;
  TenureChartTheme theme;
} TenureTimelineStage;

TenureTimelineStage tenure_timeline_canvas_get_stage (TenureTimelineCanvas *self);

/* Whether there are bars and a view of them. Makes no scene, or ten scroll events would make ten. */
gboolean tenure_timeline_canvas_is_ready (TenureTimelineCanvas *self);

void tenure_timeline_canvas_pan (TenureTimelineCanvas *self, double dx, double dy);
void tenure_timeline_canvas_zoom_days_at (TenureTimelineCanvas *self, double factor, double x);
void tenure_timeline_canvas_zoom_rows_at (TenureTimelineCanvas *self, double factor, double y);
void tenure_timeline_canvas_walk (TenureTimelineCanvas *self, TenureWalk step);

/* @bar: its position in the model; −1 is ignored. */
void tenure_timeline_canvas_select_bar (TenureTimelineCanvas *self, int bar);
void tenure_timeline_canvas_open_selected (TenureTimelineCanvas *self);
void tenure_timeline_canvas_toggle_group (TenureTimelineCanvas *self, guint group);
void tenure_timeline_canvas_set_view (TenureTimelineCanvas *self, const TenureTimelineView *view);

/* Says that the end of @record was pulled to @day. */
void tenure_timeline_canvas_end_pulled (TenureTimelineCanvas *self, TenureId record, TenureDay day);

/* --- timeline-stretch.c: pulling the end of a bar --- */

/* The pointer says whether there is an end to take hold of. */
void tenure_timeline_stretch_hover (TenureTimelineCanvas *self, double x, double y);

/* Takes hold of the end at (x, y); FALSE where there is none, or the canvas is not stretchable. */
gboolean tenure_timeline_stretch_begin (TenureTimelineCanvas *self, double x, double y);
void tenure_timeline_stretch_to (TenureTimelineCanvas *self, double x);

/* Lets go of it where it is: says so if that is another day. */
void tenure_timeline_stretch_end (TenureTimelineCanvas *self);

/* Lets go of it as though it had never been moved; FALSE where none is held. */
gboolean tenure_timeline_stretch_drop (TenureTimelineCanvas *self);

/* What is held, over the frame; FALSE where there is nothing to draw. */
gboolean tenure_timeline_stretch_snapshot (TenureTimelineCanvas *self, GtkSnapshot *snapshot);

/* Gives the template its handlers. */
void tenure_timeline_canvas_class_bind_input (GtkWidgetClass *klass);

G_END_DECLS
