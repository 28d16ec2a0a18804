#include "config.h"
#include "app/missing-button.h"

#include "base/i18n.h"
#include <string.h>

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

static gboolean
is_of_a_year (const char *field)
{
  return strcmp (field, "income") == 0 || strcmp (field, "expenditure") == 0 || strcmp (field, "free_reserves") == 0;
}

GtkWidget *
tenure_missing_accounts_button_new (TenureId id, const TenureFactAccounts *accounts, TenureCounted counted)
{
  GtkWidget *button = tenure_missing_button_new (TENURE_RECORD_ORGANISATION, id, counted);
  const char *field = tenure_counted_name (TENURE_RECORD_ORGANISATION, counted);
  g_autofree char *year = NULL;
  g_autofree char *words = NULL;

  if (accounts->own || counted.child != TENURE_RECORD_NONE || !is_of_a_year (field))
    return button;
  year = tenure_day_dup_label (accounts->year_end);
  /* Translators: an amount of the accounts of one year: "Record “Yearly income” of the year to 31 Mar 2025". */
  words = g_strdup_printf (_ ("Record “%1$s” of the year to %2$s"),
                           tenure_counted_label (TENURE_RECORD_ORGANISATION, counted), year);
  gtk_widget_set_tooltip_text (button, words);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sxs)", tenure_record_def (TENURE_RECORD_ACCOUNTS)->table,
                                    accounts->id, field);
  return button;
}
