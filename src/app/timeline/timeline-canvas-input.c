/* Pointer, scrolling, gestures and keys of the timeline. */

#include "config.h"
#include "app/timeline/timeline-canvas-private.h"

#define WHEEL_STEP_PX 60.0
#define ZOOM_STEP 1.25
#define REACH_PX 4.0

static int
bar_at (TenureTimelineCanvas *self, double x, double y)
{
  TenureTimelineStage stage = tenure_timeline_canvas_get_stage (self);

  return tenure_timeline_canvas_is_ready (self)
             ? tenure_timeline_find (self->model->index, &self->view, &stage.frame, &stage.theme, x, y, REACH_PX)
             : -1;
}

static int
group_at (TenureTimelineCanvas *self, double x, double y)
{
  TenureTimelineStage stage = tenure_timeline_canvas_get_stage (self);

  return tenure_timeline_canvas_is_ready (self)
             ? tenure_timeline_find_group (self->model->index, &self->view, &stage.frame, &stage.theme, x, y)
             : -1;
}

static TenureTimelineBrush
brush_at (TenureTimelineCanvas *self, double x, double y)
{
  TenureTimelineStage stage = tenure_timeline_canvas_get_stage (self);

  return tenure_timeline_canvas_is_ready (self)
             ? tenure_timeline_brush_at (self->model->index, &self->view, &stage.frame, &stage.theme, x, y)
             : TENURE_BRUSH_NONE;
}

static void
brush_to (TenureTimelineCanvas *self, double x)
{
  TenureTimelineStage stage = tenure_timeline_canvas_get_stage (self);
  TenureTimelineView view = self->brush_view;

  if (!tenure_timeline_canvas_is_ready (self))
    return;
  tenure_timeline_view_brush (&view, self->model->index, &stage.frame, &stage.theme, self->brush, self->brush_x, x);
  tenure_timeline_canvas_set_view (self, &view);
}

static gboolean
is_on (const TenureMark *mark, const graphene_point_t *point)
{
  return point->x >= mark->x - REACH_PX && point->x <= mark->x + mark->width + REACH_PX && point->y >= mark->y - REACH_PX
         && point->y <= mark->y + mark->height + REACH_PX;
}

/* Bars that are marks of the scene are named by the chart view; the thinner ones, and what joins bars, here. */
static void
set_hover_bar (TenureTimelineCanvas *self, int bar)
{
  TenureScene *scene = tenure_chart_view_get_scene (self->chart);
  int mark = bar >= 0 && scene != NULL ? tenure_scene_find_record (scene, self->model->bars[bar].record) : -1;

  if (mark >= 0 && is_on (tenure_scene_get_mark (scene, (guint) mark), &self->pointer))
    bar = -1;
  if (self->hover_bar == bar)
    return;
  self->hover_bar = bar;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pointer_moved_cb (TenureTimelineCanvas *self, double x, double y)
{
  graphene_point_t pointer = GRAPHENE_POINT_INIT (x, y);

  if (graphene_point_near (&pointer, &self->pointer, 0.5f))
    return;
  self->pointer = pointer;
  set_hover_bar (self, bar_at (self, x, y));
  tenure_timeline_stretch_hover (self, x, y);
}

static void
pointer_left_cb (TenureTimelineCanvas *self)
{
  set_hover_bar (self, -1);
}

static void
released_cb (TenureTimelineCanvas *self, int n_press, double x, double y)
{
  int bar = bar_at (self, x, y);
  gboolean on_map = brush_at (self, x, y) == TENURE_BRUSH_OUTSIDE;
  int group = bar < 0 && n_press == 1 ? group_at (self, x, y) : -1;

  if (bar >= 0)
    tenure_timeline_canvas_select_bar (self, bar);
  if (bar >= 0 && n_press == 2)
    tenure_timeline_canvas_open_selected (self);
  if (group >= 0)
    tenure_timeline_canvas_toggle_group (self, group);
  /* A click brings the window there. */
  if (on_map && self->brush == TENURE_BRUSH_OUTSIDE)
    brush_to (self, x);
}

static void
drag_began_cb (TenureTimelineCanvas *self, double x, double y)
{
  self->drag_x = self->drag_y = 0;
  self->brush = brush_at (self, x, y);
  self->brush_view = self->view;
  self->brush_x = x;
  /* Escape is to reach it. */
  if (tenure_timeline_stretch_begin (self, x, y))
    gtk_widget_grab_focus (GTK_WIDGET (self->chart));
}

/* A press that hardly moves is a click; a drag takes the press away from the chart. */
static void
drag_moved_cb (TenureTimelineCanvas *self, double x, double y, GtkGestureDrag *gesture)
{
  double dx = x - self->drag_x;
  double dy = y - self->drag_y;

  if (self->drag_x == 0 && self->drag_y == 0 && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) x, (int) y))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (self->stretch.held || self->stretch.dropped)
    {
      tenure_timeline_stretch_to (self, self->stretch.edge.x + x);
      return;
    }
  if (self->brush != TENURE_BRUSH_NONE)
    {
      brush_to (self, self->brush_x + x);
      return;
    }
  self->drag_x = x;
  self->drag_y = y;
  tenure_timeline_canvas_pan (self, -dx, -dy);
}

static void
drag_ended_cb (TenureTimelineCanvas *self)
{
  tenure_timeline_stretch_end (self);
}

static void
drag_cancelled_cb (TenureTimelineCanvas *self)
{
  tenure_timeline_stretch_drop (self);
}

static gboolean
scrolled_cb (TenureTimelineCanvas *self, double dx, double dy, GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;
  double unit = wheel ? WHEEL_STEP_PX : 1.0;
  double steps = wheel ? dy : dy / WHEEL_STEP_PX;

  if ((state & GDK_CONTROL_MASK) && (state & GDK_SHIFT_MASK))
    tenure_timeline_canvas_zoom_rows_at (self, pow (ZOOM_STEP, -(steps != 0 ? steps : dx)), self->pointer.y);
  else if (state & GDK_CONTROL_MASK)
    tenure_timeline_canvas_zoom_days_at (self, pow (ZOOM_STEP, -steps), self->pointer.x);
  else if ((state & GDK_SHIFT_MASK) && dx == 0)
    tenure_timeline_canvas_pan (self, dy * unit, 0);
  else
    tenure_timeline_canvas_pan (self, dx * unit, dy * unit);
  return TRUE;
}

static void
pinch_began_cb (TenureTimelineCanvas *self)
{
  self->pinch_scale = 1.0;
}

static void
pinched_cb (TenureTimelineCanvas *self, double scale, GtkGesture *gesture)
{
  double x, y;

  if (scale <= 0 || !gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  tenure_timeline_canvas_zoom_days_at (self, scale / self->pinch_scale, x);
  self->pinch_scale = scale;
}

static void
scroll_bar_moved_cb (TenureTimelineCanvas *self)
{
  if (!self->updating_scroll)
    tenure_timeline_canvas_pan (self, 0, gtk_adjustment_get_value (self->scroll) - self->view.scroll_px);
}

static gboolean
command_for_key (TenureTimelineCanvas *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      tenure_timeline_canvas_zoom (self, ZOOM_STEP);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      tenure_timeline_canvas_zoom (self, 1.0 / ZOOM_STEP);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      tenure_timeline_canvas_fit (self);
      return TRUE;
    case GDK_KEY_t:
      tenure_timeline_canvas_today (self);
      return TRUE;
    case GDK_KEY_s:
      tenure_timeline_canvas_reveal_selected (self);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
      tenure_timeline_canvas_pan (self, 0,
                                  (key == GDK_KEY_Page_Up ? -1 : 1) * gtk_adjustment_get_page_increment (self->scroll));
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      tenure_timeline_canvas_open_selected (self);
      return TRUE;
    case GDK_KEY_Escape:
      return tenure_timeline_stretch_drop (self);
    default:
      return FALSE;
    }
}

/* With Ctrl the arrows move what is seen by a quarter of it. */
static gboolean
pan_for_key (TenureTimelineCanvas *self, guint key)
{
  double dx = gtk_widget_get_width (GTK_WIDGET (self->chart)) / 4.0, dy = gtk_adjustment_get_page_size (self->scroll) / 4;

  if (key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
    tenure_timeline_canvas_pan (self, -dx, 0);
  else if (key == GDK_KEY_Right || key == GDK_KEY_KP_Right)
    tenure_timeline_canvas_pan (self, dx, 0);
  else if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    tenure_timeline_canvas_pan (self, 0, -dy);
  else if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    tenure_timeline_canvas_pan (self, 0, dy);
  else
    return FALSE;
  return TRUE;
}

static gboolean
key_pressed_cb (TenureTimelineCanvas *self, guint key, guint code, GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  TenureWalk step;

  if (!tenure_timeline_canvas_is_ready (self) || (modifiers & ~(GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0)
    return FALSE;
  if ((modifiers & GDK_CONTROL_MASK) != 0)
    return pan_for_key (self, key);
  if (!tenure_chart_step_for_key (key, &step))
    return command_for_key (self, key);
  tenure_timeline_canvas_walk (self, step);
  return TRUE;
}

void
tenure_timeline_canvas_class_bind_input (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_callback (klass, pointer_moved_cb);
  gtk_widget_class_bind_template_callback (klass, pointer_left_cb);
  gtk_widget_class_bind_template_callback (klass, released_cb);
  gtk_widget_class_bind_template_callback (klass, drag_began_cb);
  gtk_widget_class_bind_template_callback (klass, drag_moved_cb);
  gtk_widget_class_bind_template_callback (klass, drag_ended_cb);
  gtk_widget_class_bind_template_callback (klass, drag_cancelled_cb);
  gtk_widget_class_bind_template_callback (klass, scrolled_cb);
  gtk_widget_class_bind_template_callback (klass, pinch_began_cb);
  gtk_widget_class_bind_template_callback (klass, pinched_cb);
  gtk_widget_class_bind_template_callback (klass, key_pressed_cb);
  gtk_widget_class_bind_template_callback (klass, scroll_bar_moved_cb);
}
