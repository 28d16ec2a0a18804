/* What saving a form does to other records in the same step: offered with a switch each, at the head of the form. */

#include "config.h"
#include "app/forms/form-sections-private.h"

#include "base/i18n.h"

/* One offer; lives as long as its switch. */
typedef struct
{
  const TenureFieldEditorContext *context;
  TenureDraft *other;
  GtkWidget *row;
  GPtrArray *editors; /* of TenureFieldEditor: the fields that the offer sets */
} Offer;

static void
offer_free (gpointer data, GClosure *closure)
{
  Offer *offer = data;

  g_ptr_array_unref (offer->editors);
  g_free (offer);
}

/* The fields are there while the offer stands. */
static void
show_fields (const Offer *offer)
{
  for (guint i = 0; i < offer->editors->len; i++)
    gtk_widget_set_visible (tenure_field_editor_get_row (offer->editors->pdata[i]), !offer->other->offer->left_out);
}

/* What is not wanted has no faults: it is again what was proposed. */
static void
take_back (TenureDraft *other)
{
  for (guint i = 0; i < other->record->n_fields; i++)
    if (other->texts[i] != NULL || !tenure_record_field_equal (other->record, other->proposed, i))
      tenure_draft_set_value (other, i, tenure_record_get (other->proposed, i));
}

static void
switched_cb (GtkSwitch *widget, GParamSpec *property, Offer *offer)
{
  offer->other->offer->left_out = !gtk_switch_get_active (widget);
  if (offer->other->offer->left_out)
    take_back (offer->other);
  offer->context->changed (offer->context->data);
  show_fields (offer);
}

static GtkWidget *
switch_new (Offer *offer)
{
  GtkWidget *widget = gtk_switch_new ();

  gtk_switch_set_active (GTK_SWITCH (widget), !offer->other->offer->left_out);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  g_signal_connect_data (widget, "notify::active", G_CALLBACK (switched_cb), offer, offer_free, 0);
  return widget;
}

/* Of a stored record, what the offer changes in it. */
static void
add_fields (TenureFormSections *self, const TenureFormPlace *place, Offer *offer)
{
  const TenureDraft *other = offer->other;

  for (guint i = 0; other->original != NULL && i < other->record->n_fields; i++)
    {
      g_autoptr (TenureFormRow) row = NULL;

      if (!tenure_record_field_equal (other->proposed, other->original, i))
        row = tenure_form_row (other, i);
      if (row != NULL)
        g_ptr_array_add (offer->editors, tenure_form_sections_add_editor (self, place, offer->other, row));
    }
}

static void
add_offer (TenureFormSections *self, const TenureFormPlace *place, TenureDraft *other)
{
  Offer *offer = g_new0 (Offer, 1);
  GtkWidget *widget;

  *offer = (Offer){ self->context, other, adw_action_row_new (), g_ptr_array_new () };
  widget = switch_new (offer);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (offer->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (offer->row), other->offer->words);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (offer->row), other->offer->note);
  adw_action_row_add_suffix (ADW_ACTION_ROW (offer->row), widget);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (offer->row), widget);
  tenure_form_place_add (place, offer->row);
  add_fields (self, place, offer);
  show_fields (offer);
}

void
tenure_form_sections_add_beside (TenureFormSections *self, GtkBox *box)
{
  TenureFormPlace place = { NULL };

  if (self->draft->beside->len == 0)
    return;
  place.group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (place.group, _ ("In the same step"));
  gtk_box_prepend (box, GTK_WIDGET (place.group));
  for (guint i = 0; i < self->draft->beside->len; i++)
    add_offer (self, &place, self->draft->beside->pdata[i]);
}
