#include "config.h"
#include "app/gtk/table-keys.h"

#include "app/tooltip.h"

#include "base/i18n.h"

/* --- Tab ----------------------------------------------------------------------------------------------------- */

static gboolean
key_pressed_cb (GtkWidget *view, guint key, guint code, GdkModifierType state)
{
  gboolean back = key == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) != 0;
  GtkWidget *scroller = gtk_widget_get_ancestor (view, GTK_TYPE_SCROLLED_WINDOW);

  if ((key != GDK_KEY_Tab && key != GDK_KEY_KP_Tab && key != GDK_KEY_ISO_Left_Tab) || scroller == NULL
      || (state & gtk_accelerator_get_default_mod_mask () & ~GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit_by_name (scroller, "move-focus-out", back ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_STOP;
}

static void
let_tab_leave (GtkWidget *view)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), view);
  gtk_widget_add_controller (view, keys);
}

void
tenure_table_let_tab_leave (GtkColumnView *view)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  let_tab_leave (GTK_WIDGET (view));
}

void
tenure_list_let_tab_leave (GtkListView *view)
{
  g_return_if_fail (GTK_IS_LIST_VIEW (view));

  let_tab_leave (GTK_WIDGET (view));
}

/* --- Sorting ------------------------------------------------------------------------------------------------- */

/* What the button sorted by last, to turn it round. */
typedef struct
{
  GtkColumnView *view;
  int column; /* its position among the columns; −1 for none */
  GtkSortType type;
} Sorting;

static void
sort_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Sorting *sorting = data;
  int wanted = g_variant_get_int32 (parameter);
  g_autoptr (GtkColumnViewColumn) column = NULL;

  column = g_list_model_get_item (gtk_column_view_get_columns (sorting->view), (guint) wanted);
  if (column == NULL)
    return;
  if (wanted == sorting->column && sorting->type == GTK_SORT_ASCENDING)
    sorting->type = GTK_SORT_DESCENDING;
  else
    sorting->type = GTK_SORT_ASCENDING;
  sorting->column = wanted;
  gtk_column_view_sort_by_column (sorting->view, column, sorting->type);
}

/* Anew each time: columns come and go. */
static void
fill_menu (GtkMenuButton *button, gpointer data)
{
  const Sorting *sorting = data;
  GListModel *columns = gtk_column_view_get_columns (sorting->view);
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      g_autofree char *action = g_strdup_printf ("sort.by(%u)", i);

      if (gtk_column_view_column_get_sorter (column) != NULL && gtk_column_view_column_get_visible (column))
        g_menu_append (menu, gtk_column_view_column_get_title (column), action);
    }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
sorting_free (gpointer data)
{
  Sorting *sorting = data;

  g_object_unref (sorting->view);
  g_free (sorting);
}

GtkWidget *
tenure_table_sort_button_new (GtkColumnView *view)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("by", G_VARIANT_TYPE_INT32);
  GtkWidget *button;
  Sorting *sorting;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), NULL);

  button = gtk_menu_button_new ();
  sorting = g_new (Sorting, 1);
  *sorting = (Sorting){ .view = g_object_ref (view), .column = -1 };
  g_object_set_data_full (G_OBJECT (button), "sorting", sorting, sorting_free);
  g_signal_connect (action, "activate", G_CALLBACK (sort_cb), sorting);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (button, "sort", G_ACTION_GROUP (group));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), fill_menu, sorting, NULL);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Sort By"));
  gtk_widget_add_css_class (button, "flat");
  tenure_tooltip_set (button, _ ("Sort by a column; choose it again to turn the order round"));
  return button;
}
