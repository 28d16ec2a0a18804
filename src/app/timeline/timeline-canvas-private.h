#pragma once

#include "app/timeline/timeline-canvas.h"
#include "chart/timeline-minimap.h"

G_BEGIN_DECLS

/* What timeline-canvas.c (the frame and the view) shares with timeline-canvas-input.c (pointer and keyboard). */

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

/* Gives the template its handlers. */
void tenure_timeline_canvas_class_bind_input (GtkWidgetClass *klass);

G_END_DECLS
