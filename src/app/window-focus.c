/* Where the keyboard goes in a window: into the page, the search, the inspector, and back. */

#include "config.h"
#include "app/window-private.h"

static gboolean
has_focus_in (TenureWindow *self, GtkWidget *part)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && (focus == part || gtk_widget_is_ancestor (focus, part));
}

/* --- Page ---------------------------------------------------------------------------------------------------- */

/* How often, and how long apart, a page that is being read is asked whether it takes the keyboard now. */
#define ENTER_AGAIN_MS 50
#define ENTER_MOST 200

/* Whether the page itself says where in it the keyboard goes. */
static gboolean
knows_where (GtkWidget *page)
{
  GtkWidgetClass *any = g_type_class_peek (GTK_TYPE_WIDGET);

  return GTK_WIDGET_GET_CLASS (page)->grab_focus != any->grab_focus;
}

void
tenure_window_stop_entering_page (TenureWindow *self)
{
  g_clear_handle_id (&self->entering_page, g_source_remove);
}

/* In the sidebar, whose rows cannot be seen in a narrow window. */
static void
wait_for_page (TenureWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->page_list);

  if (row == NULL || !gtk_widget_get_mapped (GTK_WIDGET (row)) || !gtk_widget_grab_focus (GTK_WIDGET (row)))
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
}

static gboolean
is_waiting (TenureWindow *self)
{
  return gtk_window_get_focus (GTK_WINDOW (self)) == NULL || has_focus_in (self, GTK_WIDGET (self->page_list));
}

void
tenure_window_leave_page (TenureWindow *self)
{
  if (has_focus_in (self, GTK_WIDGET (self->pages)))
    wait_for_page (self);
}

static gboolean
enter_page_cb (gpointer data)
{
  TenureWindow *self = data;
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  if (page != NULL && is_waiting (self) && ++self->n_entered < ENTER_MOST && !gtk_widget_grab_focus (page))
    return G_SOURCE_CONTINUE;
  self->entering_page = 0;
  return G_SOURCE_REMOVE;
}

void
tenure_window_focus_page (TenureWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  tenure_window_stop_entering_page (self);
  if (page == NULL || has_focus_in (self, GTK_WIDGET (self->pages)) || gtk_widget_grab_focus (page))
    return;
  if (!knows_where (page) && gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD))
    return;
  wait_for_page (self);
  self->n_entered = 0;
  if (knows_where (page))
    self->entering_page = g_timeout_add (ENTER_AGAIN_MS, enter_page_cb, self);
}

/* --- Search -------------------------------------------------------------------------------------------------- */

/* Never closes the search that is open: the words in it may be wanted. */
static void
find_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TenureWindow *self = data;

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}

static void
search_stopped_cb (TenureWindow *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  tenure_window_focus_page (self);
}

static gboolean
leads_on (guint key)
{
  return key == GDK_KEY_Tab || key == GDK_KEY_KP_Tab || key == GDK_KEY_Down || key == GDK_KEY_KP_Down
         || key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;
}

/* From the words to what they found, past the sidebar and what stands above it. */
static gboolean
search_key_cb (TenureWindow *self, guint key, guint code, GdkModifierType state)
{
  if (!leads_on (key) || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (!gtk_widget_grab_focus (gtk_stack_get_visible_child (self->pages)))
    tenure_window_focus_page (self);
  return GDK_EVENT_STOP;
}

/* --- Inspector ----------------------------------------------------------------------------------------------- */

/* It can take the keyboard once it is on screen, which is a moment after it was asked for. */
static void
enter_inspector (TenureWindow *self)
{
  if (self->entering_inspector && gtk_widget_get_mapped (GTK_WIDGET (self->inspector_slot))
      && gtk_widget_child_focus (GTK_WIDGET (self->inspector_slot), GTK_DIR_TAB_FORWARD))
    self->entering_inspector = FALSE;
}

static void
leave_inspector (TenureWindow *self)
{
  self->entering_inspector = FALSE;
  if (adw_flap_get_folded (self->inspector_flap))
    adw_flap_set_reveal_flap (self->inspector_flap, FALSE);
  tenure_window_focus_page (self);
}

/* Goes there; from there, puts it away and goes back. */
static void
inspect_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TenureWindow *self = data;

  if (has_focus_in (self, GTK_WIDGET (self->inspector_slot)))
    {
      adw_flap_set_reveal_flap (self->inspector_flap, FALSE);
      leave_inspector (self);
      return;
    }
  self->entering_inspector = TRUE;
  adw_flap_set_reveal_flap (self->inspector_flap, TRUE);
  enter_inspector (self);
}

static gboolean
inspector_key_cb (TenureWindow *self, guint key, guint code, GdkModifierType state)
{
  if (key != GDK_KEY_Escape || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  leave_inspector (self);
  return GDK_EVENT_STOP;
}

/* --- Panes --------------------------------------------------------------------------------------------------- */

/* Sidebar, page, inspector, and round again; what is hidden is left out. */
static void
next_pane_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TenureWindow *self = data;
  GtkWidget *panes[] = { GTK_WIDGET (self->page_list), GTK_WIDGET (self->pages), GTK_WIDGET (self->inspector_slot) };
  guint here = G_N_ELEMENTS (panes) - 1;

  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    if (has_focus_in (self, panes[i]))
      here = i;
  for (guint i = 1; i <= G_N_ELEMENTS (panes); i++)
    {
      GtkWidget *pane = panes[(here + i) % G_N_ELEMENTS (panes)];

      if (gtk_widget_get_mapped (pane) && gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD))
        break;
    }
}

static const GActionEntry actions[] = {
  { .name = "find", .activate = find_cb },
  { .name = "inspect", .activate = inspect_cb },
  { .name = "next-pane", .activate = next_pane_cb },
};

static void
add_keys (TenureWindow *self, GtkWidget *widget, GtkPropagationPhase phase, GCallback pressed_cb)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, phase);
  g_signal_connect_object (keys, "key-pressed", pressed_cb, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, keys);
}

void
tenure_window_focus_init (TenureWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  add_keys (self, GTK_WIDGET (self->search_entry), GTK_PHASE_CAPTURE, G_CALLBACK (search_key_cb));
  add_keys (self, GTK_WIDGET (self->inspector_slot), GTK_PHASE_BUBBLE, G_CALLBACK (inspector_key_cb));
  g_signal_connect_object (self->search_entry, "stop-search", G_CALLBACK (search_stopped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inspector_flap, "notify::reveal-progress", G_CALLBACK (enter_inspector), self,
                           G_CONNECT_SWAPPED);
}
