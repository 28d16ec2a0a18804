/* Pointer and keyboard of a chart view. */

#include "config.h"
#include "app/chart-view-private.h"

#define POINTER_REACH_PX 6.0

static void
update_cursor (TenureChartView *self)
{
  gboolean opens = tenure_chart_picture_get_record (&self->picture, self->hover_mark) != TENURE_ID_NONE;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), self->cursor != NULL ? self->cursor : opens ? "pointer" : NULL);
}

void
tenure_chart_view_set_cursor (TenureChartView *self, const char *name)
{
  g_return_if_fail (TENURE_IS_CHART_VIEW (self));

  if (g_strcmp0 (self->cursor, name) == 0)
    return;
  self->cursor = name != NULL ? g_intern_string (name) : NULL;
  update_cursor (self);
}

static void
set_hover_mark (TenureChartView *self, int mark)
{
  if (self->hover_mark == mark)
    return;
  self->hover_mark = mark;
  update_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static int
mark_at (TenureChartView *self, double x, double y)
{
  return tenure_chart_view_get_scene (self) ? tenure_scene_hit (self->picture.scene, x, y, POINTER_REACH_PX) : -1;
}

/* The toolkit says that the pointer moved when the widget did: a pointer that rests says nothing new, and must not take
 * the word from the keyboard. */
static void
pointer_moved_cb (TenureChartView *self, double x, double y)
{
  graphene_point_t pointer = GRAPHENE_POINT_INIT (x, y);

  if (graphene_point_near (&pointer, &self->pointer, 0.5f))
    return;
  self->pointer = pointer;
  set_hover_mark (self, mark_at (self, x, y));
}

static void
pointer_left_cb (TenureChartView *self)
{
  self->pointer = GRAPHENE_POINT_INIT (-1, -1);
  set_hover_mark (self, -1);
}

static void
pressed_cb (TenureChartView *self, int n_press, double x, double y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->by_keyboard = FALSE;
  self->pressed_mark = mark_at (self, x, y);
  tenure_chart_view_set_focus_mark (self, self->pressed_mark);
}

static void
released_cb (TenureChartView *self, int n_press, double x, double y)
{
  if (n_press == 1 && self->pressed_mark >= 0 && mark_at (self, x, y) == self->pressed_mark)
    tenure_chart_view_activate_mark (self, self->pressed_mark);
}

static void
popup_menu (TenureChartView *self, double x, double y)
{
  set_hover_mark (self, -1);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
popup_menu_at_mark (TenureChartView *self)
{
  double x = 12, y = 12;

  if (tenure_chart_picture_has_mark (&self->picture, self->focus_mark))
    {
      const TenureMark *mark = tenure_scene_get_mark (self->picture.scene, self->focus_mark);

      x = mark->x + mark->width / 2;
      y = mark->y + mark->height;
    }
  popup_menu (self, x, y);
}

static void
menu_pressed_cb (TenureChartView *self, int n_press, double x, double y)
{
  popup_menu (self, x, y);
}

static void
long_pressed_cb (TenureChartView *self, double x, double y)
{
  popup_menu (self, x, y);
}

static gboolean
key_pressed_cb (TenureChartView *self, guint key, guint code, GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  TenureWalk step;

  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && modifiers == GDK_SHIFT_MASK))
    {
      popup_menu_at_mark (self);
      return TRUE;
    }
  if (modifiers != 0 || tenure_chart_view_get_scene (self) == NULL)
    return FALSE;
  if (tenure_chart_step_for_key (key, &step))
    {
      tenure_chart_view_use_keyboard (self);
      tenure_chart_view_set_focus_mark (self, tenure_scene_walk (self->picture.scene, self->focus_mark, step));
      return TRUE;
    }
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_space)
    {
      tenure_chart_view_activate_mark (self, self->focus_mark);
      return tenure_chart_picture_has_mark (&self->picture, self->focus_mark);
    }
  return FALSE;
}

/* Coming by keyboard, one should see where one is. */
static void
focus_entered_cb (TenureChartView *self)
{
  self->by_keyboard = tenure_chart_view_shows_focus (self);
  if (self->focus_mark < 0 && self->by_keyboard && tenure_chart_view_get_scene (self) != NULL)
    tenure_chart_view_set_focus_mark (self, tenure_scene_walk (self->picture.scene, -1, TENURE_WALK_FIRST));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
focus_left_cb (TenureChartView *self)
{
  self->by_keyboard = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
tenure_chart_step_for_key (guint key, TenureWalk *out_step)
{
  static const struct
  {
    guint key, keypad;
    TenureWalk step;
  } steps[] = {
    { GDK_KEY_Right, GDK_KEY_KP_Right, TENURE_WALK_NEXT }, { GDK_KEY_Left, GDK_KEY_KP_Left, TENURE_WALK_PREVIOUS },
    { GDK_KEY_Up, GDK_KEY_KP_Up, TENURE_WALK_UP },         { GDK_KEY_Down, GDK_KEY_KP_Down, TENURE_WALK_DOWN },
    { GDK_KEY_Home, GDK_KEY_KP_Home, TENURE_WALK_FIRST },  { GDK_KEY_End, GDK_KEY_KP_End, TENURE_WALK_LAST },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (key == steps[i].key || key == steps[i].keypad)
      {
        *out_step = steps[i].step;
        return TRUE;
      }
  return FALSE;
}

void
tenure_chart_view_set_quiet (TenureChartView *self, gboolean quiet)
{
  g_return_if_fail (TENURE_IS_CHART_VIEW (self));

  if (self->quiet == quiet)
    return;
  self->quiet = quiet;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
tenure_chart_view_use_keyboard (TenureChartView *self)
{
  g_return_if_fail (TENURE_IS_CHART_VIEW (self));

  set_hover_mark (self, -1);
  self->by_keyboard = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
tenure_chart_view_class_bind_input (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_callback (klass, pointer_moved_cb);
  gtk_widget_class_bind_template_callback (klass, pointer_left_cb);
  gtk_widget_class_bind_template_callback (klass, key_pressed_cb);
  gtk_widget_class_bind_template_callback (klass, focus_entered_cb);
  gtk_widget_class_bind_template_callback (klass, focus_left_cb);
  gtk_widget_class_bind_template_callback (klass, pressed_cb);
  gtk_widget_class_bind_template_callback (klass, released_cb);
  gtk_widget_class_bind_template_callback (klass, menu_pressed_cb);
  gtk_widget_class_bind_template_callback (klass, long_pressed_cb);
}
