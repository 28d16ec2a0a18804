#include "config.h"
#include "app/agreements/selection-bar.h"

#include "base/count.h"
#include "base/i18n.h"

/* @name: what a screen reader says: beside the inspector's button a bare "Delete" would be one of two. */
static void
add_button (GtkActionBar *bar, const char *label, const char *name, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_action_bar_pack_end (bar, button);
}

GtkWidget *
tenure_selection_bar_new (void)
{
  GtkWidget *bar = gtk_action_bar_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_action_bar_pack_start (GTK_ACTION_BAR (bar), label);
  g_object_set_data (G_OBJECT (bar), "label", label);
  add_button (GTK_ACTION_BAR (bar), _ ("_Delete"), _ ("Delete All Selected"), "register.delete");
  add_button (GTK_ACTION_BAR (bar), _ ("_Copy Cells"), _ ("Copy Cells"), "register.copy");
  add_button (GTK_ACTION_BAR (bar), _ ("Add to _Portfolio…"), _ ("Add to Portfolio…"), "register.portfolios");
  add_button (GTK_ACTION_BAR (bar), _ ("_Edit Together…"), _ ("Edit Together…"), "register.edit-together");
  gtk_action_bar_set_revealed (GTK_ACTION_BAR (bar), FALSE);
  return bar;
}

void
tenure_selection_bar_show (GtkWidget *bar, guint n)
{
  g_autofree char *count = tenure_count_dup_label (n);
  g_autofree char *text = g_strdup_printf (ngettext ("%s agreement selected", "%s agreements selected", n), count);

  gtk_label_set_text (g_object_get_data (G_OBJECT (bar), "label"), n > 1 ? text : "");
  gtk_action_bar_set_revealed (GTK_ACTION_BAR (bar), n > 1);
}
