/* Pulling the end of a bar to another day, to ask what would be. Nothing is changed by it. */

#include "config.h"
#include "app/timeline/timeline-canvas-private.h"

#include "app/chart-view-caption.h"
#include "base/i18n.h"

#define REACH_PX 4.0
#define SNAP_PX 6.0

static gboolean
edge_at (TenureTimelineCanvas *self, double x, double y, TenureTimelineEdge *out_edge)
{
  TenureTimelineStage stage = tenure_timeline_canvas_get_stage (self);

  return self->stretchable && tenure_timeline_canvas_is_ready (self)
         && tenure_timeline_edge_at (self->model->index, &self->view, &stage.frame, &stage.theme, x, y, REACH_PX, out_edge);
}

void
tenure_timeline_stretch_hover (TenureTimelineCanvas *self, double x, double y)
{
  TenureTimelineEdge edge;

  tenure_chart_view_set_cursor (self->chart, edge_at (self, x, y, &edge) ? "ew-resize" : NULL);
}

gboolean
tenure_timeline_stretch_begin (TenureTimelineCanvas *self, double x, double y)
{
  self->stretch = (TenureTimelineStretch){ .day = TENURE_DAY_NONE };
  self->stretch.held = edge_at (self, x, y, &self->stretch.edge);
  return self->stretch.held;
}

void
tenure_timeline_stretch_to (TenureTimelineCanvas *self, double x)
{
  TenureTimelineStage stage = tenure_timeline_canvas_get_stage (self);

  if (!self->stretch.held)
    return;
  self->stretch.day = tenure_timeline_edge_day (self->model->index, &self->view, &stage.frame, &stage.theme, x, SNAP_PX,
                                                self->model->bars[self->stretch.edge.bar].first);
  tenure_chart_view_set_quiet (self->chart, TRUE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
tenure_timeline_stretch_drop (TenureTimelineCanvas *self)
{
  if (!self->stretch.held)
    return FALSE;
  self->stretch.held = FALSE;
  self->stretch.dropped = TRUE;
  tenure_chart_view_set_quiet (self->chart, FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

void
tenure_timeline_stretch_end (TenureTimelineCanvas *self)
{
  TenureTimelineStretch stretch = self->stretch;
  const TenureTimelineBar *bar;

  self->stretch = (TenureTimelineStretch){ .day = TENURE_DAY_NONE };
  if (!stretch.held)
    return;
  tenure_chart_view_set_quiet (self->chart, FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  bar = &self->model->bars[stretch.edge.bar];
  if (tenure_day_is_known (stretch.day) && stretch.day != bar->last)
    tenure_timeline_canvas_end_pulled (self, bar->record, stretch.day);
}

/* From where the bar ends to where it would. */
static void
draw_change (TenureTimelineCanvas *self, GtkSnapshot *snapshot, double from, double to)
{
  const TenureTimelineEdge *edge = &self->stretch.edge;
  double height = edge->height, left = MIN (from, to), width = ABS (to - from);
  static const double dashes[] = { 4, 3 };
  GdkRGBA ink;
  cairo_t *cr;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &ink);
  cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT ((float) left - 2, (float) edge->y, (float) width + 4, (float) height));
  cairo_set_source_rgba (cr, ink.red, ink.green, ink.blue, 0.2);
  cairo_rectangle (cr, left, edge->y + 1, width, height - 2);
  cairo_fill (cr);
  cairo_set_source_rgba (cr, ink.red, ink.green, ink.blue, 1);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_rectangle (cr, left, edge->y + 1.5, width, height - 3);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, to, edge->y);
  cairo_line_to (cr, to, edge->y + height);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

gboolean
tenure_timeline_stretch_snapshot (TenureTimelineCanvas *self, GtkSnapshot *snapshot)
{
  TenureTimelineStage stage = tenure_timeline_canvas_get_stage (self);
  const TenureTimelineStretch *stretch = &self->stretch;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *text = NULL;
  TenureDay last;
  double x;

  if (!stretch->held || !tenure_day_is_known (stretch->day))
    return FALSE;
  last = self->model->bars[stretch->edge.bar].last;
  before = tenure_day_dup_label (last);
  after = tenure_day_dup_label (stretch->day);
  /* Translators: two days: "What if the end moved? 31 Mar 2027 → 30 Sep 2027" */
  text = g_strdup_printf (_ ("What if the end moved? %1$s → %2$s"), before, after);
  x = tenure_timeline_edge_x (self->model->index, &self->view, &stage.frame, &stage.theme, stretch->day);
  draw_change (self, snapshot, stretch->edge.x, x);
  tenure_chart_view_snapshot_caption (
      GTK_WIDGET (self), snapshot, &stage.theme, text,
      &GRAPHENE_RECT_INIT ((float) x, (float) stretch->edge.y, 1, (float) stretch->edge.height),
      &GRAPHENE_RECT_INIT (0, 0, (float) stage.frame.width, (float) stage.frame.height));
  return TRUE;
}
