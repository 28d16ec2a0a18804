#include "config.h"
#include "app/gtk/table-rows.h"

static GtkWidget *
rows_of (GtkColumnView *view)
{
  return gtk_widget_get_last_child (GTK_WIDGET (view));
}

void
tenure_table_scroll_to (GtkColumnView *view, guint position)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  gtk_widget_activate_action (rows_of (view), "list.scroll-to-item", "u", position);
}

gboolean
tenure_table_focus_rows (GtkColumnView *view)
{
  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), FALSE);

  return gtk_widget_grab_focus (rows_of (view));
}
