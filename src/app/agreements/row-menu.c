#include "config.h"
#include "app/agreements/row-menu.h"

#include "base/id.h"

#include "base/i18n.h"

typedef struct
{
  GtkWidget *page, *view;
  TenureRowMenuFunc list_selected;
} RowMenu;

/* --- What it offers ------------------------------------------------------------------------------------------ */

static void
add_for_id (GMenu *menu, const char *label, const char *action, TenureId agreement)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", agreement);
  g_menu_append_item (menu, item);
}

static void
add_for_record (GMenu *menu, const char *label, const char *action, TenureId agreement)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "(sx)", "agreement", agreement);
  g_menu_append_item (menu, item);
}

static void
add_section (GMenu *menu, GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static GMenu *
menu_new (const GArray *agreements)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) record = g_menu_new (), next = g_menu_new (), portfolio = g_menu_new (), rows = g_menu_new ();
  g_autoptr (GMenu) end = g_menu_new ();
  TenureId only = agreements->len == 1 ? g_array_index (agreements, TenureId, 0) : TENURE_ID_NONE;

  if (only != TENURE_ID_NONE)
    {
      add_for_record (record, _ ("_Edit…"), "win.edit-record", only);
      add_for_record (record, _ ("D_uplicate…"), "win.duplicate-record", only);
      add_for_id (next, _ ("_Renew…"), "win.renew", only);
      add_for_id (next, _ ("_Take Up an Option…"), "win.take-up-option", only);
      add_for_id (next, _ ("_End Early…"), "win.end-early", only);
      add_for_id (next, _ ("Add a _Sub-contract…"), "win.add-sub-contract", only);
    }
  else
    g_menu_append (record, _ ("_Edit Together…"), "register.edit-together");
  g_menu_append (portfolio, _ ("Add to _Portfolio…"), "register.portfolios");
  g_menu_append (portfolio, _ ("Re_move from Portfolio"), "register.leave-portfolio");
  g_menu_append (rows, _ ("_Copy Cells"), "register.copy");
  g_menu_append (rows, _ ("Copy All _Listed"), "register.copy-shown");
  g_menu_append (end, _ ("_Delete"), "register.delete");
  add_section (menu, record);
  add_section (menu, next);
  add_section (menu, portfolio);
  add_section (menu, rows);
  add_section (menu, end);
  return menu;
}

/* --- Showing it ---------------------------------------------------------------------------------------------- */

static gboolean
unparent_cb (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* The keyboard goes back to the rows. The menu goes later: the item that was chosen is still to be carried out, and by the
 * page that the menu stands in. */
static void
closed_cb (GtkWidget *popover)
{
  gtk_widget_grab_focus (gtk_widget_get_parent (popover));
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_cb, g_object_ref (popover), g_object_unref);
}

static gboolean
pop_up (const RowMenu *self, const GdkRectangle *at)
{
  g_autoptr (GArray) agreements = self->list_selected (self->page);
  g_autoptr (GMenu) menu = NULL;
  GtkWidget *popover;

  if (agreements->len == 0)
    return FALSE;
  menu = menu_new (agreements);
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (popover, self->page);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
  return TRUE;
}

/* Selects the row that @part is in or of, unless it is selected already, alone or with others, and gives it the keyboard. */
static void
select_row_of (GtkWidget *part, GtkWidget *view)
{
  gboolean selected = FALSE;
  GtkWidget *row = NULL;

  for (GtkWidget *widget = part; widget != NULL && widget != view; widget = gtk_widget_get_parent (widget))
    {
      selected = selected || gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_SELECTED;
      if (row == NULL && gtk_widget_get_focusable (widget))
        row = widget;
    }
  if (part != NULL && !selected)
    gtk_widget_activate_action (part, "listitem.select", "(bb)", FALSE, FALSE);
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, RowMenu *self)
{
  GdkRectangle at = { .width = 1, .height = 1 };
  double page_x, page_y;

  select_row_of (gtk_widget_pick (self->view, x, y, GTK_PICK_DEFAULT), self->view);
  if (!gtk_widget_translate_coordinates (self->view, self->page, x, y, &page_x, &page_y))
    return;
  at.x = (int) page_x;
  at.y = (int) page_y;
  if (pop_up (self, &at))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* Below the row that has the keyboard. Tab reaches it without selecting it. */
static gboolean
key_cb (GtkWidget *view, GVariant *parameter, gpointer data)
{
  const RowMenu *self = data;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (view));
  graphene_rect_t bounds;
  GdkRectangle at;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, view) || !gtk_widget_compute_bounds (focus, self->page, &bounds))
    return GDK_EVENT_PROPAGATE;
  select_row_of (focus, view);
  at = (GdkRectangle){ (int) bounds.origin.x + 24, (int) bounds.origin.y, 1, (int) bounds.size.height };
  return pop_up (self, &at);
}

static void
add_key (GtkEventController *shortcuts, const char *trigger, RowMenu *self)
{
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (shortcuts),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), gtk_callback_action_new (key_cb, self, NULL)));
}

void
tenure_row_menu_install (GtkWidget *page, GtkWidget *view, TenureRowMenuFunc list_selected)
{
  RowMenu *self = g_new (RowMenu, 1);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  *self = (RowMenu){ page, view, list_selected };
  g_object_set_data_full (G_OBJECT (view), "row-menu", self, g_free);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  add_key (shortcuts, "<Shift>F10", self);
  add_key (shortcuts, "Menu", self);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (view, shortcuts);
}
