#include "config.h"
#include "app/gtk/entry-row-name.h"

GtkAccessible *
tenure_entry_row_set_spoken (AdwEntryRow *row)
{
  GtkEditable *text;

  g_return_val_if_fail (ADW_IS_ENTRY_ROW (row), NULL);

  text = gtk_editable_get_delegate (GTK_EDITABLE (row));
  g_object_set (row, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  g_object_set (text, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
  return GTK_ACCESSIBLE (text);
}
