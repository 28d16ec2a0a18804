#include "config.h"
#include "app/gtk/heading-end.h"

#define PENDING "tenure-heading-end-pending"
#define AT_END "tenure-heading-at-end"

static GtkColumnViewColumn *
find_column (GListModel *columns, const char *title)
{
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (gtk_column_view_column_get_title (column), title) == 0)
        return column; /* the list holds it */
    }
  return NULL;
}

/* @words: of a heading, before the mark of the order in one box. */
static void
move_to_end (GtkWidget *words)
{
  GtkWidget *box = gtk_widget_get_parent (words);

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  if (GTK_IS_BOX (box))
    gtk_box_reorder_child_after (GTK_BOX (box), words, gtk_widget_get_last_child (box));
}

static GtkWidget *
words_of (GtkWidget *heading)
{
  GtkWidget *box = gtk_widget_get_first_child (heading);
  GtkWidget *words = box != NULL ? gtk_widget_get_first_child (box) : NULL;

  return GTK_IS_LABEL (words) ? words : NULL;
}

static gboolean
align_cb (gpointer view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  GtkWidget *header = gtk_widget_get_first_child (view);

  g_object_set_data (view, PENDING, NULL);
  if (header == NULL) /* the view has gone meanwhile */
    return G_SOURCE_REMOVE;
  for (GtkWidget *heading = gtk_widget_get_first_child (header); heading != NULL;
       heading = gtk_widget_get_next_sibling (heading))
    {
      GtkWidget *words = words_of (heading);
      GtkColumnViewColumn *column = words != NULL ? find_column (columns, gtk_label_get_text (GTK_LABEL (words))) : NULL;

      if (column != NULL && g_object_get_data (G_OBJECT (column), AT_END) != NULL)
        move_to_end (words);
    }
  return G_SOURCE_REMOVE;
}

/* Once for many columns, before the next frame. */
static void
align_soon (GtkColumnView *view)
{
  if (g_object_get_data (G_OBJECT (view), PENDING) != NULL)
    return;
  g_object_set_data (G_OBJECT (view), PENDING, view);
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, align_cb, g_object_ref (view), g_object_unref);
}

void
tenure_heading_align_end (GtkColumnView *view, GtkColumnViewColumn *column)
{
  GListModel *columns;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  g_return_if_fail (GTK_IS_COLUMN_VIEW_COLUMN (column));

  columns = gtk_column_view_get_columns (view);
  g_object_set_data (G_OBJECT (column), AT_END, column);
  g_signal_connect_object (column, "notify::visible", G_CALLBACK (align_soon), view, G_CONNECT_SWAPPED);
  g_signal_handlers_disconnect_by_func (columns, align_soon, view);
  g_signal_connect_object (columns, "items-changed", G_CALLBACK (align_soon), view, G_CONNECT_SWAPPED);
  align_soon (view);
}
