/* Each column is a row: a tick that shows it and, while it is shown, two buttons that move it, and keys for its width. Shown
 * ones come first, in their order on screen; a tick leaves the rows where they are, so that none jumps away below the
 * pointer. */

#include "config.h"
#include "app/agreements/register-columns-button.h"

#include "app/tooltip.h"

#include "base/i18n.h"

/* By how much a key makes a column wider or narrower: about three letters. */
#define STEP_PX 24

typedef struct
{
  TenureRegisterView *view; /* outlives the list */
  const TenureRegisterColumn *column;
  GtkWidget *row, *check;
  GtkWidget *up, *down; /* the buttons are made when it is first shown */
} Entry;

static Entry *
entry_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "entry");
}

static GtkWidget *
find_row (GtkWidget *list, const TenureRegisterColumn *column)
{
  GtkWidget *row = gtk_widget_get_first_child (list);

  while (row != NULL && entry_of (row)->column != column)
    row = gtk_widget_get_next_sibling (row);
  return row;
}

/* --- Moving --------------------------------------------------------------------------------------------------- */

static void
name_mover (GtkWidget *button, char *name)
{
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_free (name);
}

/* The names say the place, so that a screen reader tells what became of it. */
static void
name_movers (const Entry *entry, guint place, guint of)
{
  const char *title = entry->column->title;

  /* Translators: a column of the register, its place, and how many there are. */
  name_mover (entry->up, g_strdup_printf (_ ("Move “%1$s” up, now %2$u of %3$u"), title, place, of));
  name_mover (entry->down, g_strdup_printf (_ ("Move “%1$s” down, now %2$u of %3$u"), title, place, of));
}

/* What a screen reader says of a row, and says anew when a key changes it. */
static void
describe (const Entry *entry, guint place, guint of)
{
  g_autofree char *words =
      place > 0 ? g_strdup_printf (
          /* Translators: of a column of the register: its place, how many there are, its width in pixels. */
          _ ("Now %1$u of %2$u, %3$d wide"), place, of, tenure_register_view_widen_column (entry->view, entry->column, 0))
                : g_strdup ("");

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry->check), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static void move_up_cb (GtkButton *button, Entry *entry);
static void move_down_cb (GtkButton *button, Entry *entry);

static GtkWidget *
add_mover (Entry *entry, const char *icon, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", clicked, entry);
  gtk_box_append (GTK_BOX (entry->row), button);
  return button;
}

/* Shows the buttons of what is shown, named by its place. What stays shown is left alone: hidden for a moment, a button
 * loses the keyboard. */
static void
show_movers (GtkWidget *list, TenureRegisterView *view)
{
  g_autoptr (TenureRegisterLayout) layout = tenure_register_view_dup_layout (view);

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (entry_of (row)->up != NULL && !tenure_register_view_get_column_shown (view, entry_of (row)->column))
      {
        gtk_widget_set_visible (entry_of (row)->up, FALSE);
        gtk_widget_set_visible (entry_of (row)->down, FALSE);
        describe (entry_of (row), 0, 0);
      }
  for (guint i = 0; i < layout->places->len; i++)
    {
      Entry *entry = entry_of (find_row (list, g_array_index (layout->places, TenureRegisterPlace, i).column));

      if (entry->up == NULL)
        {
          entry->up = add_mover (entry, "go-up-symbolic", G_CALLBACK (move_up_cb));
          entry->down = add_mover (entry, "go-down-symbolic", G_CALLBACK (move_down_cb));
        }
      gtk_widget_set_visible (entry->up, TRUE);
      gtk_widget_set_visible (entry->down, TRUE);
      name_movers (entry, i + 1, layout->places->len);
      describe (entry, i + 1, layout->places->len);
    }
}

/* Puts the rows of shown columns first, in their order. */
static void
order_rows (GtkWidget *list, TenureRegisterView *view)
{
  g_autoptr (TenureRegisterLayout) layout = tenure_register_view_dup_layout (view);
  GtkWidget *before = NULL;

  for (guint i = 0; i < layout->places->len; i++)
    {
      GtkWidget *row = find_row (list, g_array_index (layout->places, TenureRegisterPlace, i).column);

      gtk_box_reorder_child_after (GTK_BOX (list), row, before);
      before = row;
    }
}

static void
move (Entry *entry, int by)
{
  GtkWidget *list = gtk_widget_get_parent (entry->row);
  g_autoptr (TenureRegisterLayout) layout = tenure_register_view_dup_layout (entry->view);

  if (!tenure_register_layout_move (layout, entry->column, by))
    return;
  tenure_register_view_set_layout (entry->view, layout);
  order_rows (list, entry->view);
  show_movers (list, entry->view);
}

static void
move_up_cb (GtkButton *button, Entry *entry)
{
  move (entry, -1);
}

static void
move_down_cb (GtkButton *button, Entry *entry)
{
  move (entry, 1);
}

static gboolean
move_up_key_cb (GtkWidget *row, GVariant *parameter, gpointer data)
{
  move (data, -1);
  return GDK_EVENT_STOP;
}

static gboolean
move_down_key_cb (GtkWidget *row, GVariant *parameter, gpointer data)
{
  move (data, 1);
  return GDK_EVENT_STOP;
}

/* All rows are told anew: those that fill share the room that is left. */
static gboolean
widen (Entry *entry, int by_px)
{
  if (tenure_register_view_get_column_shown (entry->view, entry->column))
    {
      tenure_register_view_widen_column (entry->view, entry->column, by_px);
      show_movers (gtk_widget_get_parent (entry->row), entry->view);
    }
  return GDK_EVENT_STOP;
}

static gboolean
widen_key_cb (GtkWidget *row, GVariant *parameter, gpointer data)
{
  return widen (data, STEP_PX);
}

static gboolean
narrow_key_cb (GtkWidget *row, GVariant *parameter, gpointer data)
{
  return widen (data, -STEP_PX);
}

static void
add_key (GtkEventController *shortcuts, const char *trigger, GtkShortcutFunc moved, Entry *entry)
{
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (shortcuts),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), gtk_callback_action_new (moved, entry, NULL)));
}

/* --- Rows ----------------------------------------------------------------------------------------------------- */

static void
toggled_cb (GtkCheckButton *check, Entry *entry)
{
  tenure_register_view_set_column_shown (entry->view, entry->column, gtk_check_button_get_active (check));
  show_movers (gtk_widget_get_parent (entry->row), entry->view);
}

static GtkWidget *
row_new (TenureRegisterView *view, const TenureRegisterColumn *column)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *check = gtk_check_button_new_with_label (column->title);
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();
  Entry *entry = g_new0 (Entry, 1);

  *entry = (Entry){ .view = view, .column = column, .row = row, .check = check };
  g_object_set_data_full (G_OBJECT (row), "entry", entry, g_free);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), tenure_register_view_get_column_shown (view, column));
  gtk_widget_set_hexpand (check, TRUE);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), entry);
  gtk_box_append (GTK_BOX (row), check);
  add_key (shortcuts, "<Alt>Up", move_up_key_cb, entry);
  add_key (shortcuts, "<Alt>Down", move_down_key_cb, entry);
  add_key (shortcuts, "<Alt>Right", widen_key_cb, entry);
  add_key (shortcuts, "<Alt>Left", narrow_key_cb, entry);
  gtk_widget_add_controller (row, shortcuts);
  return row;
}

static GtkWidget *
make_list (TenureRegisterView *view)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  guint n;
  const TenureRegisterColumn *columns = tenure_register_columns (&n);

  for (guint i = 0; i < n; i++)
    gtk_box_append (GTK_BOX (list), row_new (view, &columns[i]));
  order_rows (list, view);
  show_movers (list, view);
  return list;
}

/* Anew each time: a saved view may have changed the columns. */
static void
fill_cb (GtkMenuButton *button, gpointer data)
{
  GtkPopover *popover = gtk_menu_button_get_popover (button);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (gtk_popover_get_child (popover)), make_list (data));
}

GtkWidget *
tenure_register_columns_button_new (TenureRegisterView *view)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 440);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), fill_cb, view, NULL);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Columns"));
  tenure_tooltip_set (button, _ ("Choose the columns of the register"));
  return button;
}
