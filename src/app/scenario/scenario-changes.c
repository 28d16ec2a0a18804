#include "config.h"
#include "app/scenario/scenario-changes.h"

#include "app/gtk/plain-rows.h"

#include "base/count.h"
#include "base/i18n.h"

typedef struct
{
  TenureScenarioRemoveFunc remove;
  guint place;
} Removal;

static void
remove_clicked_cb (gpointer owner, GtkWidget *button)
{
  const Removal *removal = g_object_get_data (G_OBJECT (button), "removal");

  removal->remove (owner, removal->place);
}

static GtkWidget *
remove_button_new (const Removal *removal, gpointer owner, const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  /* Translators: leaves a change, such as “Extend by 12 months”, out of what is tried. */
  g_autofree char *name = g_strdup_printf (_ ("Leave out “%s”"), label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Leave Out"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "removal", g_memdup2 (removal, sizeof *removal), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), owner, G_CONNECT_SWAPPED);
  return button;
}

void
tenure_scenario_changes_show (AdwPreferencesGroup *group,
                              const TenureScenarioKept *kept,
                              const TenureFacts *facts,
                              TenureScenarioRemoveFunc remove,
                              gpointer owner)
{
  guint unread = kept->n_unread;
  g_autofree char *left =
      tenure_count_dup_words (ngettext ("%s change that this version does not know is left out.",
                                        "%s changes that this version does not know are left out.", unread),
                              unread);

  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (group) && remove != NULL && G_IS_OBJECT (owner));

  tenure_plain_rows_clear (group);
  for (guint i = 0; i < kept->requests->len; i++)
    {
      const TenureScenarioRequest *request = kept->requests->pdata[i];
      g_autofree char *label = tenure_scenario_request_dup_label (request);
      g_autofree char *agreements = facts != NULL ? tenure_scenario_request_dup_agreements (request, facts) : NULL;
      GtkWidget *row = tenure_plain_rows_add (group, label, agreements != NULL ? agreements : "");

      adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove_button_new (&(Removal){ remove, i }, owner, label));
    }
  adw_preferences_group_set_description (group, unread > 0 ? left : NULL);
  gtk_widget_set_visible (GTK_WIDGET (group), kept->requests->len > 0 || unread > 0);
}
