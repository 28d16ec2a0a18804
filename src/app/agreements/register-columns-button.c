#include "config.h"
#include "app/agreements/register-columns-button.h"

#include "app/tooltip.h"

#include "base/i18n.h"

static void
toggled_cb (GtkCheckButton *check, TenureRegisterView *view)
{
  tenure_register_view_set_column_shown (view, g_object_get_data (G_OBJECT (check), "column"),
                                         gtk_check_button_get_active (check));
}

static GtkWidget *
make_list (TenureRegisterView *view)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  guint n;
  const TenureRegisterColumn *columns = tenure_register_columns (&n);

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (columns[i].title);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), tenure_register_view_get_column_shown (view, &columns[i]));
      g_object_set_data (G_OBJECT (check), "column", (gpointer) &columns[i]);
      g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), view);
      gtk_box_append (GTK_BOX (list), check);
    }
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
