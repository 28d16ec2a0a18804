#include "config.h"
#include "app/gtk/choice-factory.h"

#include "app/gtk/row-name.h"

/* --- An item -------------------------------------------------------------------------------------------------- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = g_object_new (TENURE_TYPE_ROW_BOX, "spacing", 6, NULL);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 1);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static const char *
get_words (GtkListItem *item)
{
  return gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item)));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), get_words (item));
  g_object_set (box, "row-name", get_words (item), NULL);
}

/* --- The mark of the list ------------------------------------------------------------------------------------- */

static void
show_mark (AdwComboRow *row, GParamSpec *pspec, GtkListItem *item)
{
  GtkWidget *mark = gtk_widget_get_last_child (gtk_list_item_get_child (item));

  gtk_widget_set_opacity (mark, adw_combo_row_get_selected_item (row) == gtk_list_item_get_item (item) ? 1 : 0);
}

static void
setup_marked_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

  setup_cb (factory, item);
  gtk_widget_set_opacity (mark, 0);
  gtk_box_append (GTK_BOX (gtk_list_item_get_child (item)), mark);
}

static void
bind_marked_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AdwComboRow *row)
{
  bind_cb (factory, item);
  g_signal_connect_object (row, "notify::selected-item", G_CALLBACK (show_mark), item, 0);
  show_mark (row, NULL, item);
}

static void
unbind_marked_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AdwComboRow *row)
{
  g_signal_handlers_disconnect_by_func (row, show_mark, item);
}

void
tenure_combo_row_set_spoken (AdwComboRow *row)
{
  g_autoptr (GtkListItemFactory) face = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) list = gtk_signal_list_item_factory_new ();

  g_return_if_fail (ADW_IS_COMBO_ROW (row));

  g_signal_connect (face, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (face, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (list, "setup", G_CALLBACK (setup_marked_cb), NULL);
  g_signal_connect (list, "bind", G_CALLBACK (bind_marked_cb), row);
  g_signal_connect (list, "unbind", G_CALLBACK (unbind_marked_cb), row);
  adw_combo_row_set_factory (row, face);
  adw_combo_row_set_list_factory (row, list);
}
