/* What can happen next to an agreement, as buttons under its name: what one decides stands where one decides it. */

#include "config.h"
#include "app/agreements/inspector-private.h"

#include "base/i18n.h"

static void
add_button (GtkWidget *row, const char *label, const char *action, TenureId agreement)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", agreement);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_box_append (GTK_BOX (row), button);
}

/* An early end, reached or set, takes the options with it. */
static gboolean
has_option_left (const TenureFacts *facts, const TenureFactAgreement *agreement)
{
  if (tenure_day_is_known (agreement->terminated))
    return FALSE;
  for (guint i = 0; i < agreement->n_extensions; i++)
    if (!tenure_day_is_known (facts->extensions[agreement->first_extension + i].exercised))
      return TRUE;
  return FALSE;
}

static gboolean
is_over (TenureStatus status)
{
  return status == TENURE_STATUS_ENDED || status == TENURE_STATUS_TERMINATED;
}

void
tenure_inspector_add_acts (GtkBox *content, TenureSnapshot *snapshot, TenureId agreement)
{
  const TenureTerms *terms = tenure_snapshot_get_terms (snapshot);
  int index = tenure_basis_find (tenure_snapshot_get_basis (snapshot), TENURE_RECORD_AGREEMENT, agreement);
  GtkWidget *row;
  gboolean over;

  if (index < 0)
    return;
  over = is_over ((TenureStatus) terms->agreements[index].status);
  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_margin_top (row, 6);
  add_button (row, _ ("_Renew…"), "win.renew", agreement);
  if (!over)
    add_button (row, _ ("E_nd Early…"), "win.end-early", agreement);
  gtk_box_append (content, row);
  if (over || !has_option_left (terms->facts, &terms->facts->agreements[index]))
    return;
  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  add_button (row, _ ("_Take Up an Option…"), "win.take-up-option", agreement);
  gtk_box_append (content, row);
}
