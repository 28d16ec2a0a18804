#include "config.h"
#include "app/agreements/row-menu.h"

#include "base/id.h"

#include "base/i18n.h"

/* The menu's own commands: for the agreements that it was opened for. */
#define GROUP "rows"

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

/* @accel: (nullable): the key that does the same with what is selected. */
static void
add_for_rows (GMenu *menu, const char *label, const char *name, const char *accel)
{
  g_autofree char *action = g_strdup_printf (GROUP ".%s", name);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  if (accel != NULL)
    g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
}

static void
add_section (GMenu *menu, GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

GMenuModel *
tenure_row_menu_model_new (const GArray *agreements)
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
      add_for_id (next, _ ("E_nd Early…"), "win.end-early", only);
      add_for_id (next, _ ("Add a _Sub-contract…"), "win.add-sub-contract", only);
    }
  else
    add_for_rows (record, _ ("_Edit Together…"), TENURE_REGISTER_EDIT_TOGETHER, "<Control>e");
  add_for_rows (next, _ ("Tr_y a Change…"), TENURE_REGISTER_TRY_CHANGE, "<Control><Shift>t");
  add_for_rows (portfolio, _ ("Add to _Portfolio…"), TENURE_REGISTER_PORTFOLIOS, NULL);
  add_for_rows (portfolio, _ ("Re_move from Portfolio"), TENURE_REGISTER_LEAVE_PORTFOLIO, NULL);
  add_for_rows (rows, _ ("_Copy Cells"), TENURE_REGISTER_COPY, "<Control>c");
  g_menu_append (rows, _ ("Copy All _Listed"), "register.copy-shown");
  add_for_rows (end, _ ("_Delete"), TENURE_REGISTER_DELETE, "Delete");
  add_section (menu, record);
  add_section (menu, next);
  add_section (menu, portfolio);
  add_section (menu, rows);
  add_section (menu, end);
  return G_MENU_MODEL (menu);
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

static void
pop_up (TenureRegisterActs *self, const GdkRectangle *at)
{
  g_autoptr (GArray) agreements = tenure_register_view_dup_selection (self->view);
  g_autoptr (GSimpleActionGroup) group = tenure_register_acts_group_new (self, agreements);
  g_autoptr (GMenuModel) menu = tenure_row_menu_model_new (agreements);
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);

  gtk_widget_insert_action_group (popover, GROUP, G_ACTION_GROUP (group));
  gtk_widget_set_parent (popover, self->page);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* The row that @part is in or of; NULL for none: a heading, or the room below the last row. */
static GtkWidget *
row_of (GtkWidget *part, GtkWidget *view)
{
  for (GtkWidget *widget = part; widget != NULL && widget != view; widget = gtk_widget_get_parent (widget))
    if (g_str_equal (gtk_widget_get_css_name (widget), "row"))
      return widget;
  return NULL;
}

/* Selects the row, unless it is selected already, alone or with others, and gives it the keyboard. */
static void
select_row (GtkWidget *row)
{
  if (!(gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED))
    gtk_widget_activate_action (row, "listitem.select", "(bb)", FALSE, FALSE);
  gtk_widget_grab_focus (row);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, TenureRegisterActs *self)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  GtkWidget *row = row_of (gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT), view);
  GdkRectangle at = { .width = 1, .height = 1 };
  double page_x, page_y;

  if (row == NULL || !gtk_widget_translate_coordinates (view, self->page, x, y, &page_x, &page_y))
    return;
  at.x = (int) page_x;
  at.y = (int) page_y;
  select_row (row);
  pop_up (self, &at);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* Below the row that has the keyboard. Tab reaches it without selecting it. */
static gboolean
key_cb (GtkWidget *view, GVariant *parameter, gpointer data)
{
  TenureRegisterActs *self = data;
  GtkWidget *row = row_of (gtk_root_get_focus (gtk_widget_get_root (view)), view);
  graphene_rect_t bounds;
  GdkRectangle at;

  if (row == NULL || !gtk_widget_is_ancestor (row, view) || !gtk_widget_compute_bounds (row, self->page, &bounds))
    return GDK_EVENT_PROPAGATE;
  select_row (row);
  at = (GdkRectangle){ (int) bounds.origin.x + 24, (int) bounds.origin.y, 1, (int) bounds.size.height };
  pop_up (self, &at);
  return GDK_EVENT_STOP;
}

static void
add_key (GtkEventController *shortcuts, const char *trigger, TenureRegisterActs *self)
{
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (shortcuts),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), gtk_callback_action_new (key_cb, self, NULL)));
}

void
tenure_row_menu_install (TenureRegisterActs *acts)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), acts);
  add_key (shortcuts, "<Shift>F10", acts);
  add_key (shortcuts, "Menu", acts);
  gtk_widget_add_controller (GTK_WIDGET (acts->view), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (acts->view), shortcuts);
}
