#include "config.h"
#include "app/agreements/selection-bar.h"

#include "base/i18n.h"

static void
add_button (GtkActionBar *bar, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

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
  add_button (GTK_ACTION_BAR (bar), _("_Delete"), "register.delete");
  add_button (GTK_ACTION_BAR (bar), _("_Copy Cells"), "register.copy");
  add_button (GTK_ACTION_BAR (bar), _("_Edit Together…"), "register.edit-together");
  gtk_action_bar_set_revealed (GTK_ACTION_BAR (bar), FALSE);
  return bar;
}

void
tenure_selection_bar_show (GtkWidget *bar, guint n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u agreement selected", "%u agreements selected", n), n);

  gtk_label_set_text (g_object_get_data (G_OBJECT (bar), "label"), text);
  gtk_action_bar_set_revealed (GTK_ACTION_BAR (bar), n > 1);
}
