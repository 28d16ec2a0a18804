#include "config.h"
#include "app/gtk/drop-down-name.h"

#include "base/i18n.h"

static void
chosen_cb (GtkDropDown *drop_down)
{
  const char *name = g_object_get_data (G_OBJECT (drop_down), "name");
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  GObject *chosen = gtk_drop_down_get_selected_item (drop_down);
  g_autofree char *text = NULL;

  if (chosen != NULL && GTK_IS_STRING_OBJECT (chosen))
    /* Translators: what a choice is for, and what is chosen: "Group by: By provider". */
    text = g_strdup_printf (_ ("%1$s: %2$s"), name, gtk_string_object_get_string (GTK_STRING_OBJECT (chosen)));
  if (button != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text != NULL ? text : name, -1);
}

void
tenure_drop_down_set_name (GtkDropDown *drop_down, const char *name)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));
  g_return_if_fail (name != NULL);

  g_object_set_data_full (G_OBJECT (drop_down), "name", g_strdup (name), g_free);
  g_signal_connect (drop_down, "notify::selected-item", G_CALLBACK (chosen_cb), NULL);
  chosen_cb (drop_down);
}
