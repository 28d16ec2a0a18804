#include "config.h"
#include "app/agreements/register-chips.h"

#include "app/gtk/wrap-layout.h"

#include "base/i18n.h"

/* Takes one condition out of a filter; @facet: which, where there are several. */
typedef void (*TakeOut) (TenureFilter *filter, const char *facet);

static void
take_out_facet (TenureFilter *filter, const char *facet)
{
  tenure_filter_set_facet (filter, facet, NULL);
}

static void
take_out_days (TenureFilter *filter, const char *facet)
{
  tenure_filter_set_changed_days (filter, 0);
}

static void
take_out_search (TenureFilter *filter, const char *facet)
{
  tenure_filter_set_search (filter, NULL);
}

static void
chip_clicked_cb (GtkButton *chip, TenureSession *session)
{
  TakeOut take_out = (TakeOut) g_object_get_data (G_OBJECT (chip), "take-out");
  g_autoptr (TenureFilter) filter = tenure_filter_dup (tenure_session_get_filter (session));

  take_out (filter, g_object_get_data (G_OBJECT (chip), "facet"));
  tenure_session_set_filter (session, filter);
}

/* @alone: a filter that holds nothing but the condition. */
static GtkWidget *
chip_new (TenureSession *session, const TenureFilter *alone, TakeOut take_out, const char *facet)
{
  g_autofree char *label = tenure_filter_dup_label (alone, NULL);
  g_autofree char *text = g_strdup_printf ("%s  ×", label);
  /* Translators: the accessible name of a button: "Remove filter Kind: Grant". */
  g_autofree char *name = g_strdup_printf (_ ("Remove filter %s"), label);
  GtkWidget *chip = gtk_button_new_with_label (text);

  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (chip))), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (chip))), 40);
  gtk_widget_add_css_class (chip, "tenure-chip");
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (chip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (chip), "take-out", (gpointer) take_out);
  g_object_set_data (G_OBJECT (chip), "facet", (gpointer) facet);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_clicked_cb), session, 0);
  return chip;
}

static void
add_facets (GtkBox *chips, TenureSession *session, const TenureFilter *filter)
{
  for (guint i = 0; i < tenure_facets_count (); i++)
    {
      const char *facet = tenure_facet_get_name (i);
      const char *const *values = tenure_filter_get_facet (filter, facet);
      g_autoptr (TenureFilter) alone = tenure_filter_new ();

      tenure_filter_set_facet (alone, facet, values);
      if (values != NULL)
        gtk_box_append (chips, chip_new (session, alone, take_out_facet, facet));
    }
}

/* The words searched for come with a view, and then there is no entry on screen that would say so. */
static void
add_search (GtkBox *chips, TenureSession *session, const TenureFilter *filter)
{
  g_autoptr (TenureFilter) alone = tenure_filter_new ();

  tenure_filter_set_search (alone, tenure_filter_get_search (filter));
  if (tenure_filter_get_search (filter)[0] != '\0')
    gtk_box_append (chips, chip_new (session, alone, take_out_search, NULL));
}

static void
add_days (GtkBox *chips, TenureSession *session, const TenureFilter *filter)
{
  g_autoptr (TenureFilter) alone = tenure_filter_new ();

  tenure_filter_set_changed_days (alone, tenure_filter_get_changed_days (filter));
  if (tenure_filter_get_changed_days (filter) > 0)
    gtk_box_append (chips, chip_new (session, alone, take_out_days, NULL));
}

void
tenure_register_chips_show (GtkBox *chips, TenureSession *session)
{
  const TenureFilter *filter = tenure_snapshot_get_filter (tenure_session_get_snapshot (session));
  g_autofree char *words = tenure_filter_dup_label (filter, NULL);
  GtkWidget *child;

  /* Chips that say the same stay: one may have the keyboard, or be pressed at this moment. */
  if (g_strcmp0 (g_object_get_data (G_OBJECT (chips), "shown"), words) == 0)
    return;
  g_object_set_data_full (G_OBJECT (chips), "shown", g_steal_pointer (&words), g_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (chips))) != NULL)
    gtk_box_remove (chips, child);
  add_search (chips, session, filter);
  add_facets (chips, session, filter);
  add_days (chips, session, filter);
  gtk_widget_set_visible (GTK_WIDGET (chips), gtk_widget_get_first_child (GTK_WIDGET (chips)) != NULL);
}

GtkWidget *
tenure_register_chips_new (void)
{
  GtkWidget *chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (chips, tenure_wrap_layout_new ());
  gtk_widget_add_css_class (chips, "tenure-chips");
  gtk_widget_set_visible (chips, FALSE);
  return chips;
}
