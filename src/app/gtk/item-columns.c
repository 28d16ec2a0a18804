#include "config.h"
#include "app/gtk/item-columns.h"

#include "app/gtk/heading-end.h"
#include "app/gtk/heading-sort.h"
#include "app/gtk/row-name.h"
#include "app/tooltip.h"

#include "base/i18n.h"

/* What a factory knows of its column. */
typedef struct
{
  const TenureItemColumn *column;
  const TenureItemColumn *name;
} Bound;

static Bound *
bound_new (const TenureItemColumn *column, const TenureItemColumn *name)
{
  Bound *bound = g_new (Bound, 1);

  *bound = (Bound){ column, name };
  return bound;
}

static void
bound_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

/* --- Cells --------------------------------------------------------------------------------------------------- */

static GtkWidget *
inscription_new (const TenureItemColumn *column)
{
  GtkWidget *label = gtk_inscription_new (NULL);
  guint chars = (guint) column->width_chars;
  guint least = column->numeric ? chars : chars / 2;

  gtk_inscription_set_xalign (GTK_INSCRIPTION (label), column->numeric ? 1 : 0);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (label), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (label),
                                 column->min_width_chars > 0 ? (guint) column->min_width_chars : least);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (label), chars);
  if (column->numeric)
    gtk_widget_add_css_class (label, "numeric");
  return label;
}

static void
setup_cb (const Bound *bound, GtkListItem *list_item)
{
  const TenureItemColumn *column = bound->column;

  gtk_list_item_set_child (list_item, column->create != NULL ? column->create () : inscription_new (column));
}

static void
show_cell (const Bound *bound, GtkWidget *cell, gconstpointer item)
{
  g_autofree char *text = NULL;

  if (bound->column->show != NULL)
    {
      bound->column->show (cell, item);
      return;
    }
  text = bound->column->dup_text (item);
  if (bound->column == bound->name)
    tenure_row_set_name (cell, text != NULL ? text : _ ("No name recorded"));
  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text != NULL ? text : "–");
  tenure_tooltip_set (cell, text != NULL ? NULL : _ ("Not recorded"));
  if (text != NULL)
    gtk_widget_remove_css_class (cell, "dim-label");
  else
    gtk_widget_add_css_class (cell, "dim-label");
}

static void
item_changed_cb (gconstpointer item, GtkListItem *list_item)
{
  show_cell (g_object_get_data (G_OBJECT (list_item), "bound"), gtk_list_item_get_child (list_item), item);
}

static void
bind_cb (const Bound *bound, GtkListItem *list_item)
{
  gpointer item = gtk_list_item_get_item (list_item);

  g_object_set_data (G_OBJECT (list_item), "bound", (gpointer) bound);
  show_cell (bound, gtk_list_item_get_child (list_item), item);
  g_signal_connect (item, "changed", G_CALLBACK (item_changed_cb), list_item);
}

static void
unbind_cb (const Bound *bound, GtkListItem *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), item_changed_cb, list_item);
}

/* --- Columns ------------------------------------------------------------------------------------------------- */

static GtkListItemFactory *
factory_new (const TenureItemColumn *column, const TenureItemColumn *name)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Bound *bound = bound_new (column, name);

  /* The factory owns it by the last of its handlers. */
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), bound);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), bound);
  g_signal_connect_data (factory, "unbind", G_CALLBACK (unbind_cb), bound, bound_free, G_CONNECT_SWAPPED);
  return factory;
}

void
tenure_item_columns_add (GtkColumnView *view, const TenureItemColumn *columns, guint n, guint name)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  g_return_if_fail (name < n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkSorter) sorter = tenure_heading_sorter_new (&columns[i]);
      g_autoptr (GtkColumnViewColumn) column =
          gtk_column_view_column_new (_ (columns[i].title), factory_new (&columns[i], &columns[name]));

      gtk_column_view_column_set_expand (column, columns[i].expands);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_append_column (view, column);
      if (columns[i].numeric)
        tenure_heading_align_end (view, column);
    }
}

/* --- Order --------------------------------------------------------------------------------------------------- */

int
tenure_compare_numbers (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b ? 1 : 0;
}

int
tenure_item_column_compare (
    const TenureItemColumn *column, const TenureItemColumn *name, gboolean descending, gconstpointer a, gconstpointer b)
{
  gboolean a_has = column->has == NULL || column->has (a);
  gboolean b_has = column->has == NULL || column->has (b);
  int order;

  if (a_has != b_has)
    return a_has ? -1 : 1;
  order = a_has ? column->compare (a, b) : 0;
  if (order == 0)
    return name->compare (a, b);
  return descending ? -order : order;
}
