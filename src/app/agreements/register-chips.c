#include "config.h"
#include "app/agreements/register-chips.h"

#include "base/i18n.h"

static void
chip_clicked_cb (GtkButton *chip, TenureSession *session)
{
  tenure_session_set_facet (session, g_object_get_data (G_OBJECT (chip), "facet"), NULL);
}

static GtkWidget *
chip_new (TenureSession *session, const char *facet, const char *const *values)
{
  g_autoptr (TenureFilter) alone = tenure_filter_new ();
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  GtkWidget *chip;

  tenure_filter_set_facet (alone, facet, values);
  label = tenure_filter_dup_label (alone, NULL);
  text = g_strdup_printf ("%s  ×", label);
  /* Translators: the accessible name of a button: "Remove filter Kind: Grant". */
  name = g_strdup_printf (_("Remove filter %s"), label);
  chip = gtk_button_new_with_label (text);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (chip))), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (chip))), 40);
  gtk_widget_add_css_class (chip, "tenure-chip");
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (chip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (chip), "facet", (gpointer) facet);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_clicked_cb), session, 0);
  return chip;
}

void
tenure_register_chips_show (GtkBox *chips, TenureSession *session)
{
  const TenureFilter *filter = tenure_snapshot_get_filter (tenure_session_get_snapshot (session));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (chips))) != NULL)
    gtk_box_remove (chips, child);
  for (guint i = 0; i < tenure_facets_count (); i++)
    {
      const char *facet = tenure_facet_get_name (i);
      const char *const *values = tenure_filter_get_facet (filter, facet);

      if (values != NULL)
        gtk_box_append (chips, chip_new (session, facet, values));
    }
  /* What holds none would be a stop for Tab itself. */
  gtk_widget_set_can_focus (gtk_widget_get_ancestor (GTK_WIDGET (chips), GTK_TYPE_SCROLLED_WINDOW),
                            gtk_widget_get_first_child (GTK_WIDGET (chips)) != NULL);
}

GtkWidget *
tenure_register_chips_new (GtkBox **out_chips)
{
  GtkWidget *chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), chips);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  /* Chips are whole. */
  gtk_scrollable_set_hscroll_policy (GTK_SCROLLABLE (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller))),
                                     GTK_SCROLL_NATURAL);
  gtk_widget_set_hexpand (scroller, TRUE);
  *out_chips = GTK_BOX (chips);
  return scroller;
}
