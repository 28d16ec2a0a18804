#include "config.h"
#include "app/scenario/scenario-keep.h"

#include "base/i18n.h"
#include "base/text.h"

typedef struct
{
  TenureScenarioKeepFunc keep;
  gpointer owner;
  GPtrArray *names;
  char *own; /* the name it has, or NULL */
  GtkPopover *popover;
  GtkEditable *name, *notes;
  GtkLabel *caption;
  GtkWidget *button;
} Keep;

static void
keep_free (gpointer data)
{
  Keep *self = data;

  g_ptr_array_unref (self->names);
  g_free (self->own);
  g_free (self);
}

static gboolean
is_taken (const Keep *self, const char *name)
{
  for (guint i = 0; i < self->names->len; i++)
    if (g_strcmp0 (self->names->pdata[i], name) == 0)
      return g_strcmp0 (self->own, name) != 0;
  return FALSE;
}

static void
name_changed_cb (Keep *self)
{
  g_autofree char *name = tenure_text_dup_clean (gtk_editable_get_text (self->name));

  gtk_widget_set_sensitive (self->button, name != NULL);
  gtk_label_set_text (self->caption,
                      name != NULL && is_taken (self, name)
                          ? _ ("Takes the place of the scenario that is kept by this name.")
                          : _ ("The changes stay with the portfolio to be looked at again. Nothing else changes."));
}

static void
keep_cb (Keep *self)
{
  g_autofree char *name = tenure_text_dup_clean (gtk_editable_get_text (self->name));
  g_autofree char *notes = tenure_text_dup_clean (gtk_editable_get_text (self->notes));

  if (name == NULL)
    return;
  gtk_popover_popdown (self->popover);
  self->keep (self->owner, name, notes);
}

static GtkEditable *
add_entry (Keep *self, GtkBox *box, const char *label, const char *text)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (keep_cb), self);
  gtk_box_append (box, entry);
  return GTK_EDITABLE (entry);
}

static GtkLabel *
add_caption (GtkBox *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

GtkWidget *
tenure_scenario_keep_new (const TenureScenarioKept *kept, GPtrArray *names, TenureScenarioKeepFunc keep, gpointer owner)
{
  Keep *self = g_new0 (Keep, 1);
  GtkWidget *popover = gtk_popover_new ();
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));

  self->keep = keep;
  self->owner = owner;
  self->names = g_ptr_array_ref (names);
  self->own = g_strdup (kept->name);
  self->popover = GTK_POPOVER (popover);
  self->name = add_entry (self, box, _ ("Name for this scenario"), kept->name);
  self->notes = add_entry (self, box, _ ("Notes"), kept->notes);
  self->caption = add_caption (box);
  self->button = gtk_button_new_with_label (_ ("Keep"));
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_widget_set_halign (self->button, GTK_ALIGN_END);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (keep_cb), self);
  gtk_box_append (box, self->button);
  g_signal_connect_swapped (self->name, "changed", G_CALLBACK (name_changed_cb), self);
  name_changed_cb (self);
  gtk_popover_set_child (self->popover, GTK_WIDGET (box));
  g_object_set_data_full (G_OBJECT (popover), "tenure-keep", self, keep_free);
  return popover;
}
