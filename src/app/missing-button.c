#include "config.h"
#include "app/missing-button.h"

#include "base/i18n.h"

GtkWidget *
tenure_missing_button_new (TenureRecordType type, TenureId id, guint field)
{
  const TenureRecordDef *def = tenure_record_def (type);
  const char *label = _ (def->fields[field].label);
  GtkWidget *button = gtk_button_new_with_label (label);
  /* Translators: what a button does that is called like a field: "Record “Signed end”". */
  g_autofree char *words = g_strdup_printf (_ ("Record “%s”"), label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "tenure-flag-button");
  gtk_widget_set_tooltip_text (button, words);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.edit-field");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sxs)", def->table, id, def->fields[field].name);
  return button;
}
