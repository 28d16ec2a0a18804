#include "config.h"
#include "app/organisations/organisation-reach.h"

#include "app/gtk/tags.h"

#include "base/count.h"
#include "base/i18n.h"

/* Of a field that holds several. */
static void
add_list (GtkBox *box, const TenureOrganisationDetail *detail, const char *field, const char *title)
{
  const char *list = tenure_record_get_text_by_name (detail->record, field);
  GtkWidget *tags = g_object_ref_sink (tenure_tags_new (title));

  if (list != NULL && tenure_tags_add_list (tags, list) > 0)
    gtk_box_append (box, tags);
  g_object_unref (tags);
}

static GtkWidget *
add_line (GtkBox *box, const char *title)
{
  GtkWidget *line = tenure_tags_new (title);

  gtk_box_append (box, line);
  return line;
}

static void
add_organisation (GtkWidget *line, const char *title, const char *name, TenureId id)
{
  GtkWidget *button = gtk_button_new_with_label (name != NULL ? name : _ ("No name recorded"));
  /* Translators: what leads to another organisation, and its name: "Part of: Lantern Trust". */
  g_autofree char *words = g_strdup_printf (_ ("%1$s: %2$s"), title, name != NULL ? name : _ ("No name recorded"));

  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (button, "tenure-chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sx)", tenure_record_def (TENURE_RECORD_ORGANISATION)->table,
                                    id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-record");
  gtk_box_append (GTK_BOX (line), button);
}

static void
add_parent (GtkBox *box, const TenureOrganisationDetail *detail)
{
  guint field = tenure_record_field_index (TENURE_RECORD_ORGANISATION, "parent");
  TenureId parent = tenure_record_get_reference (detail->record, field);

  if (parent != TENURE_ID_NONE)
    add_organisation (add_line (box, _ ("Part of")), _ ("Part of"), detail->record->titles[field], parent);
}

static void
add_members (GtkBox *box, const TenureOrganisationDetail *detail)
{
  GtkWidget *line = detail->members->len > 0 ? add_line (box, _ ("Members")) : NULL;

  for (guint i = 0; i < detail->members->len; i++)
    {
      const TenureRecord *member = detail->members->pdata[i];

      add_organisation (line, _ ("Members"), tenure_record_get_text_by_name (member, "name"), member->id);
    }
  if (detail->n_members > detail->members->len)
    {
      guint more = detail->n_members - detail->members->len;
      g_autofree char *words = tenure_count_dup_more (more);

      gtk_box_append (GTK_BOX (line), gtk_label_new (words));
    }
}

void
tenure_organisation_reach_show (GtkBox *box, const TenureOrganisationDetail *detail)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  add_list (box, detail, "places_served", _ ("Places served"));
  add_list (box, detail, "communities", _ ("Communities served"));
  add_parent (box, detail);
  add_members (box, detail);
  gtk_widget_set_visible (GTK_WIDGET (box), gtk_widget_get_first_child (GTK_WIDGET (box)) != NULL);
}
