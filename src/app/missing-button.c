#include "config.h"
#include "app/missing-button.h"

#include "base/i18n.h"

GtkWidget *
tenure_missing_button_new (TenureRecordType type, TenureId id, TenureCounted counted)
{
  const TenureRecordDef *child =
      counted.child != TENURE_RECORD_NONE ? tenure_record_def ((TenureRecordType) counted.child) : NULL;
  const char *label = tenure_counted_label (type, counted);
  GtkWidget *button = gtk_button_new_with_label (label);
  /* Translators: what a button does that is called like a field: "Record “Signed end”". */
  g_autofree char *words = child != NULL ? g_strdup (_ (child->add_label)) : g_strdup_printf (_ ("Record “%s”"), label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "tenure-flag-button");
  gtk_widget_set_tooltip_text (button, words);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), child != NULL ? "win.add-child" : "win.edit-field");
  if (child != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sx)", child->table, id);
  else
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sxs)", tenure_record_def (type)->table, id,
                                      tenure_counted_name (type, counted));
  return button;
}
