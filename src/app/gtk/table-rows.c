#include "config.h"
#include "app/gtk/table-rows.h"

/* Frames within which a row that was scrolled to is there. */
#define MAX_FRAMES 30

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

static gboolean
grab_selected (GtkWidget *rows)
{
  for (GtkWidget *row = gtk_widget_get_first_child (rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_mapped (row) && gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED)
      return gtk_widget_grab_focus (row);
  return FALSE;
}

/* Until the row is there, or somebody has taken the keyboard elsewhere. */
static gboolean
grab_later_cb (GtkWidget *rows, GdkFrameClock *clock, gpointer data)
{
  guint *n_frames = data;
  GtkRoot *root = gtk_widget_get_root (rows);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean here = focus != NULL && (focus == rows || gtk_widget_is_ancestor (focus, rows));

  return here && !grab_selected (rows) && ++*n_frames < MAX_FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

void
tenure_table_focus_selected (GtkColumnView *view)
{
  GtkWidget *rows;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  rows = rows_of (view);
  if (!grab_selected (rows) && gtk_widget_grab_focus (rows))
    gtk_widget_add_tick_callback (rows, grab_later_cb, g_new0 (guint, 1), g_free);
}
