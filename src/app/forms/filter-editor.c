/* A field that holds a filter, as the rule of a portfolio does: in words, replaced by what is on screen, taken away. */

#include "config.h"
#include "app/forms/field-editor-private.h"

#include "base/error.h"
#include "register/members.h"

#include "base/i18n.h"

static const char *
get_filter (TenureFieldEditor *self)
{
  const TenureValue *value = tenure_record_get (self->draft->record, self->field);

  return value->kind == TENURE_VALUE_TEXT ? value->text : NULL;
}

static void
set_filter (TenureFieldEditor *self, const char *filter)
{
  TenureValue value = filter != NULL ? TENURE_VALUE_OF_TEXT ((char *) filter) : (TenureValue) TENURE_VALUE_NULL_INIT;

  tenure_draft_set_value (self->draft, self->field, &value);
  tenure_field_editor_changed (self);
}

static void
use_clicked_cb (TenureFieldEditor *self)
{
  TenureId portfolio = self->draft->record->id;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->refused, g_free);
  if (tenure_members_check_rule (self->context->reader, portfolio, self->context->filter, &error))
    set_filter (self, self->context->filter);
  else
    {
      self->refused = g_strdup (error->message);
      tenure_field_editor_refresh (self);
    }
}

static void
clear_clicked_cb (TenureFieldEditor *self)
{
  g_clear_pointer (&self->refused, g_free);
  set_filter (self, NULL);
}

static GtkWidget *
button_new (TenureFieldEditor *self, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  return button;
}

GtkWidget *
tenure_field_editor_filter_row_new (TenureFieldEditor *self)
{
  GtkWidget *row = adw_action_row_new ();

  self->use_filter = button_new (self, _ ("Use Filter on Screen"), G_CALLBACK (use_clicked_cb));
  self->clear_filter = button_new (self, _ ("Take Away"), G_CALLBACK (clear_clicked_cb));
  gtk_widget_set_tooltip_text (self->use_filter, _ ("What the pages are narrowed down to now becomes the rule"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->use_filter);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->clear_filter);
  return row;
}

void
tenure_field_editor_describe_filter (TenureFieldEditor *self, TenureFormRow *row)
{
  const char *text = get_filter (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureFilter) filter = text != NULL ? tenure_filter_from_text (text, NULL) : NULL;
  TenureId portfolio = self->draft->record->id;

  g_free (row->text);
  if (text == NULL)
    row->text = g_strdup (_ ("None: what belongs to it is put in by hand"));
  else
    row->text = filter != NULL ? tenure_filter_dup_label (filter, self->context->reader) : g_strdup (_ ("Not understood"));
  g_clear_pointer (&row->problem, g_free);
  if (self->refused != NULL)
    row->problem = g_strdup (self->refused);
  else if (text != NULL && !tenure_members_check_rule (self->context->reader, portfolio, text, &error))
    row->problem = g_strdup (error->message);
}

void
tenure_field_editor_show_filter (TenureFieldEditor *self, const TenureFormRow *row)
{
  const char *filter = self->context->filter;

  /* The words hold names that people gave, which are no markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->row), row->text);
  gtk_widget_set_visible (self->use_filter, filter != NULL && g_strcmp0 (filter, get_filter (self)) != 0);
  gtk_widget_set_visible (self->clear_filter, get_filter (self) != NULL);
}
