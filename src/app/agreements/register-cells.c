/* The cells of one column: made a screenful at a time and given other rows as the grid scrolls. */

#include "config.h"
#include "app/agreements/register-cells.h"

#include "app/agreements/register-row.h"
#include "app/gtk/row-name.h"
#include "app/level-badge.h"
#include "app/tooltip.h"

#include "base/i18n.h"

static const TenureRegisterColumn *
column_of (GtkSignalListItemFactory *factory)
{
  return g_object_get_data (G_OBJECT (factory), "column");
}

static gboolean
shows_level (const TenureRegisterColumn *column)
{
  return g_str_equal (column->name, "level");
}

/* The first cell of a row says what the row is called, whichever column stands there. */
static void
name_row (GtkWidget *label, TenureRegisterRow *row)
{
  GtkWidget *cell = gtk_widget_get_parent (label);
  g_autofree char *title = NULL;

  if (cell == NULL || gtk_widget_get_prev_sibling (cell) != NULL)
    return;
  title = tenure_register_row_dup_text (row, tenure_register_column_find ("title"));
  tenure_row_set_name (label, title != NULL ? title : _ ("No title recorded"));
}

static void
show_cell (GtkWidget *label, TenureRegisterRow *row, const TenureRegisterColumn *column)
{
  g_autofree char *text = NULL;

  name_row (label, row);
  if (shows_level (column))
    {
      tenure_level_badge_show (TENURE_LEVEL_BADGE (label), tenure_register_row_get_level (row), NULL);
      return;
    }
  text = tenure_register_row_dup_text (row, column);
  if (text == NULL && column->field < 0 && !tenure_register_row_is_computed (row))
    {
      gtk_inscription_set_text (GTK_INSCRIPTION (label), "");
      return;
    }
  gtk_inscription_set_text (GTK_INSCRIPTION (label), text != NULL ? text : "–");
  if (text != NULL)
    gtk_widget_remove_css_class (label, "tenure-unknown");
  else
    gtk_widget_add_css_class (label, "tenure-unknown");
  tenure_tooltip_set (label, text != NULL         ? (*text == '\0' ? _ ("Does not apply") : NULL)
                             : column->field >= 0 ? _ ("Not recorded")
                                                  : _ ("Cannot be told from what is recorded, or does not apply"));
}

/* An inscription asks for the same room whatever it says: with labels each new text made GTK measure all cells again. */
static GtkWidget *
text_cell_new (const TenureRegisterColumn *column)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), 0);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (cell), 0);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), column->numeric ? 1 : 0);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  if (column->numeric)
    gtk_widget_add_css_class (cell, "numeric");
  return cell;
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const TenureRegisterColumn *column = column_of (factory);

  gtk_list_item_set_child (item, shows_level (column) ? tenure_level_badge_new () : text_cell_new (column));
}

static void
row_changed_cb (TenureRegisterRow *row, GtkListItem *item)
{
  show_cell (gtk_list_item_get_child (item), row, g_object_get_data (G_OBJECT (item), "column"));
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  TenureRegisterRow *row = gtk_list_item_get_item (item);

  g_object_set_data (G_OBJECT (item), "column", (gpointer) column_of (factory));
  show_cell (gtk_list_item_get_child (item), row, column_of (factory));
  g_signal_connect (row, "changed", G_CALLBACK (row_changed_cb), item);
}

static void
unbind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), row_changed_cb, item);
}

GtkListItemFactory *
tenure_register_factory_new (const TenureRegisterColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "column", (gpointer) column);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cell_cb), NULL);
  return factory;
}
