#include "config.h"
#include "app/forms/field-editor-private.h"

#include "app/forms/field-text.h"
#include "app/forms/note-row.h"
#include "app/forms/scroll-to.h"
#include "app/gtk/choice-factory.h"
#include "app/gtk/entry-row-name.h"

#include "base/i18n.h"

/* --- Note ---------------------------------------------------------------------------------------------------- */

static GtkWidget *
note_new (TenureFieldEditor *self)
{
  GtkWidget *row = tenure_note_row_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_set_visible (row, FALSE);
  gtk_widget_add_css_class (row, "tenure-note");
  self->note_label = GTK_LABEL (label);
  return row;
}

static void
set_class (GtkWidget *widget, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* Of a choice, what is chosen: a combo row of libadwaita 1.2 does not say it. */
static char *
dup_description (const TenureFormRow *row, const char *note)
{
  const char *words = note != NULL ? note : row->help != NULL ? row->help : "";
  const TenureFormOption *chosen = row->kind == TENURE_FORM_CHOICE ? row->options->pdata[row->chosen] : NULL;

  if (chosen == NULL)
    return g_strdup (words);
  if (*words == '\0')
    return g_strdup (chosen->label);
  /* Translators: what is chosen, and what is to be said of the field: "Grant. How it is paid." */
  return g_strdup_printf (_ ("%1$s. %2$s"), chosen->label, words);
}

/* Read aloud with the field: what is wrong with it, or how it is understood; otherwise its help. */
static void
describe_aloud (TenureFieldEditor *self, const TenureFormRow *row, const char *note)
{
  g_autofree char *description = dup_description (row, note);

  gtk_accessible_update_property (self->spoken, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  gtk_accessible_update_state (self->spoken, GTK_ACCESSIBLE_STATE_INVALID,
                               self->problem ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* What is understood of the words in the entry, where that is not what they say already; NULL for nothing. */
static char *
dup_reading (TenureFieldEditor *self, const TenureFormRow *row)
{
  const TenureRecord *record = self->draft->record;
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->row));
  g_autofree char *reading = NULL;

  if (*row->text == '\0' || row->problem != NULL)
    return NULL;
  reading =
      tenure_field_text_dup_reading (&tenure_record_def (record->type)->fields[self->field],
                                     tenure_record_get (record, self->field), tenure_record_get_currency (record), typed);
  return g_strcmp0 (reading, typed) != 0 ? g_steal_pointer (&reading) : NULL;
}

/* A problem is said at once and in red; how the words are understood only while they are being typed. A name that is
 * being typed is no problem yet: the matches are on offer under it. */
static void
show_note (TenureFieldEditor *self, const TenureFormRow *row, gboolean typing)
{
  gboolean offering = typing && self->kind == TENURE_FORM_REFERENCE && *row->text != '\0';
  g_autofree char *reading = typing && self->kind == TENURE_FORM_ENTRY ? dup_reading (self, row) : NULL;
  const char *note = row->problem != NULL && !offering ? row->problem : row->hint;

  if (note == NULL)
    note = reading != NULL ? reading : row->remark;
  self->problem = row->problem != NULL;
  if (note != NULL && typing && !gtk_widget_get_visible (self->note))
    tenure_scroll_to_soon (self->note);
  gtk_label_set_text (self->note_label, note != NULL ? note : "");
  gtk_widget_set_visible (self->note, note != NULL);
  set_class (self->row, "tenure-noted", note != NULL);
  set_class (self->row, "error", self->problem && !offering);
  set_class (GTK_WIDGET (self->note_label), "error", self->problem && !offering);
  set_class (GTK_WIDGET (self->note_label), "warning", row->problem == NULL && row->hint != NULL);
  set_class (GTK_WIDGET (self->note_label), "dim-label", row->problem == NULL && row->hint == NULL);
  if (self->add_new != NULL)
    gtk_widget_set_visible (self->add_new, self->problem && !typing && *row->text != '\0');
  describe_aloud (self, row, note);
}

/* --- Entry --------------------------------------------------------------------------------------------------- */

static gboolean
is_being_typed (TenureFieldEditor *self)
{
  GtkRoot *root = gtk_widget_get_root (self->row);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, self->row);
}

static void
entry_changed_cb (TenureFieldEditor *self)
{
  if (self->filling)
    return;
  tenure_draft_set_text (self->draft, self->field, gtk_editable_get_text (GTK_EDITABLE (self->row)));
  tenure_field_editor_changed (self);
}

static void
entry_activated_cb (TenureFieldEditor *self)
{
  self->context->activated (self->context->data);
}

/* Leaving a field writes what was understood in the usual way: 31/3/27 becomes 31 Mar 2027. */
static void
focus_left_cb (TenureFieldEditor *self)
{
  tenure_field_editor_refresh (self);
}

static GtkWidget *
entry_row_new (TenureFieldEditor *self, const TenureFormRow *row)
{
  GtkWidget *entry = adw_entry_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  if (row->unit != NULL)
    {
      GtkWidget *unit = gtk_label_new (row->unit);

      gtk_widget_add_css_class (unit, "dim-label");
      adw_entry_row_add_suffix (ADW_ENTRY_ROW (entry), unit);
    }
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (entry_changed_cb), self);
  g_signal_connect_swapped (entry, "entry-activated", G_CALLBACK (entry_activated_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

/* --- Choice -------------------------------------------------------------------------------------------------- */

static void
choice_selected_cb (TenureFieldEditor *self)
{
  guint chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (self->row));

  if (self->filling || chosen >= self->values->len)
    return;
  tenure_draft_set_value (self->draft, self->field, g_ptr_array_index (self->values, chosen));
  tenure_field_editor_changed (self);
}

static void
value_free (gpointer data)
{
  tenure_value_clear (data);
  g_free (data);
}

static GtkWidget *
choice_row_new (TenureFieldEditor *self, const TenureFormRow *row)
{
  GtkWidget *combo = adw_combo_row_new ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  self->values = g_ptr_array_new_with_free_func (value_free);
  for (guint i = 0; i < row->options->len; i++)
    {
      const TenureFormOption *option = g_ptr_array_index (row->options, i);
      TenureValue *value = g_new (TenureValue, 1);

      *value = tenure_value_copy (&option->value);
      g_ptr_array_add (self->values, value);
      gtk_string_list_append (labels, option->label);
    }
  tenure_combo_row_set_spoken (ADW_COMBO_ROW (combo));
  adw_combo_row_set_model (ADW_COMBO_ROW (combo), G_LIST_MODEL (labels));
  adw_combo_row_set_selected (ADW_COMBO_ROW (combo), row->chosen);
  g_signal_connect_swapped (combo, "notify::selected", G_CALLBACK (choice_selected_cb), self);
  return combo;
}

/* --- Long text ----------------------------------------------------------------------------------------------- */

static void
buffer_changed_cb (TenureFieldEditor *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  if (self->filling)
    return;
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  tenure_draft_set_text (self->draft, self->field, text);
  tenure_field_editor_changed (self);
}

static GtkWidget *
long_text_row_new (TenureFieldEditor *self, const TenureFormRow *row)
{
  GtkWidget *outer = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  /* Translators: the label of a field and its help, in one line: "Notes. Never details of patients." */
  g_autofree char *words = row->help != NULL ? g_strdup_printf (_ ("%1$s. %2$s"), row->label, row->help) : NULL;
  GtkWidget *caption = gtk_label_new (words != NULL ? words : row->label);
  GtkWidget *view = gtk_text_view_new ();

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_set_size_request (view, -1, 54);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, row->label, -1);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), view);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (outer), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (outer), FALSE);
  gtk_widget_set_focusable (outer, FALSE);
  gtk_widget_add_css_class (outer, "tenure-long-text");
  self->text_view = view;
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (buffer_changed_cb), self);
  return outer;
}

/* --- Editor -------------------------------------------------------------------------------------------------- */

/* Help stays out of the way of the eye and of the Tab key: F1 shows it, and a screen reader reads it with the field. */
static GtkWidget *
help_button_new (const TenureFormRow *row)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *label = gtk_label_new (row->help);
  g_autofree char *name = g_strdup_printf (_ ("About “%s”"), row->label);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 42);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_popover_set_child (GTK_POPOVER (popover), label);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "help-about-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_can_focus (button, FALSE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "tenure-help");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static void
dress_row (TenureFieldEditor *self, const TenureFormRow *row)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), row->label);
  if (ADW_IS_ENTRY_ROW (self->row))
    self->spoken = tenure_entry_row_set_spoken (ADW_ENTRY_ROW (self->row));
  else
    self->spoken = GTK_ACCESSIBLE (self->text_view != NULL ? self->text_view : self->row);
  gtk_accessible_update_property (self->spoken, GTK_ACCESSIBLE_PROPERTY_REQUIRED, row->required, -1);
  /* Long text says its help in the caption. */
  if (row->help == NULL || row->kind == TENURE_FORM_LONG_TEXT)
    return;
  self->help = help_button_new (row);
  if (ADW_IS_ENTRY_ROW (self->row))
    adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->row), self->help);
  else
    adw_action_row_add_suffix (ADW_ACTION_ROW (self->row), self->help);
}

static void
editor_free (gpointer data)
{
  TenureFieldEditor *self = data;

  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_free (self->refused);
  g_free (self);
}

static GtkWidget *
row_new (TenureFieldEditor *self, const TenureFormRow *row)
{
  switch (row->kind)
    {
    case TENURE_FORM_CHOICE:
      return choice_row_new (self, row);
    case TENURE_FORM_LONG_TEXT:
      return long_text_row_new (self, row);
    case TENURE_FORM_FILTER:
      return tenure_field_editor_filter_row_new (self);
    case TENURE_FORM_ENTRY:
    case TENURE_FORM_REFERENCE:
    default:
      return entry_row_new (self, row);
    }
}

/* Deleted as by hand, so that Ctrl+Z brings the words back. */
static void
forget (TenureFieldEditor *self)
{
  GtkTextIter start, end;

  switch (self->kind)
    {
    case TENURE_FORM_CHOICE:
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->row), 0);
      break;
    case TENURE_FORM_LONG_TEXT:
      gtk_text_buffer_get_bounds (self->buffer, &start, &end);
      gtk_text_buffer_delete_interactive (self->buffer, &start, &end, TRUE);
      break;
    case TENURE_FORM_ENTRY:
    case TENURE_FORM_REFERENCE:
      gtk_editable_delete_text (GTK_EDITABLE (self->row), 0, -1);
      break;
    default:
      break;
    }
}

/* Ctrl+Shift+Backspace, before the entry sees it, which would delete to the beginning of the line only. */
static gboolean
key_pressed_cb (TenureFieldEditor *self, guint keyval, guint keycode, GdkModifierType state)
{
  GdkModifierType wanted = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  if (keyval != GDK_KEY_BackSpace || (state & gtk_accelerator_get_default_mod_mask ()) != wanted)
    return GDK_EVENT_PROPAGATE;
  forget (self);
  return GDK_EVENT_STOP;
}

static void
watch_keys (TenureFieldEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->row, keys);
}

TenureFieldEditor *
tenure_field_editor_new (TenureDraft *draft, const TenureFormRow *row, const TenureFieldEditorContext *context)
{
  TenureFieldEditor *self = g_new0 (TenureFieldEditor, 1);

  self->draft = draft;
  self->field = row->field;
  self->kind = row->kind;
  self->refers_to = row->refers_to;
  self->context = context;
  self->row = row_new (self, row);
  self->note = note_new (self);
  if (row->kind == TENURE_FORM_REFERENCE)
    tenure_field_editor_offer_matches (self);
  watch_keys (self);
  dress_row (self, row);
  tenure_field_editor_refresh (self);
  g_object_set_data_full (G_OBJECT (self->row), "editor", self, editor_free);
  return self;
}

GtkWidget *
tenure_field_editor_get_row (TenureFieldEditor *self)
{
  return self->row;
}

GtkWidget *
tenure_field_editor_get_note (TenureFieldEditor *self)
{
  return self->note;
}

void
tenure_field_editor_show_help (TenureFieldEditor *self)
{
  if (self->help != NULL)
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->help));
}

gboolean
tenure_field_editor_edits (TenureFieldEditor *self, const TenureDraft *draft, guint field)
{
  return self->draft == draft && self->field == field;
}

gboolean
tenure_field_editor_is_wanting (TenureFieldEditor *self)
{
  const TenureRecordDef *def = tenure_record_def (self->draft->record->type);

  return (def->fields[self->field].flags & TENURE_FIELD_REQUIRED) != 0 && tenure_field_editor_is_blank (self);
}

gboolean
tenure_field_editor_is_blank (TenureFieldEditor *self)
{
  return !tenure_record_is_known (self->draft->record, self->field);
}

gboolean
tenure_field_editor_has_problem (TenureFieldEditor *self)
{
  return self->problem && !tenure_draft_is_void (self->draft);
}

static void
show_value (TenureFieldEditor *self, const TenureFormRow *row)
{
  self->filling = TRUE;
  if (self->kind == TENURE_FORM_CHOICE)
    adw_combo_row_set_selected (ADW_COMBO_ROW (self->row), row->chosen);
  else if (self->kind == TENURE_FORM_LONG_TEXT)
    gtk_text_buffer_set_text (self->buffer, row->text, -1);
  else if (self->kind == TENURE_FORM_FILTER)
    tenure_field_editor_show_filter (self, row);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->row), row->text);
  self->filling = FALSE;
}

/* A proposal that came while the keyboard was here already: it is there to be typed over. */
static gboolean
takes_proposal (TenureFieldEditor *self, const TenureFormRow *row)
{
  return self->kind == TENURE_FORM_ENTRY && *row->text != '\0' && *gtk_editable_get_text (GTK_EDITABLE (self->row)) == '\0';
}

static void
show_proposal (TenureFieldEditor *self, const TenureFormRow *row)
{
  show_value (self, row);
  gtk_editable_select_region (GTK_EDITABLE (self->row), 0, -1);
}

void
tenure_field_editor_refresh (TenureFieldEditor *self)
{
  g_autoptr (TenureFormRow) row = tenure_form_row (self->draft, self->field);
  gboolean typing = self->kind != TENURE_FORM_FILTER && is_being_typed (self);

  if (self->context->amend != NULL)
    self->context->amend (self->context->data, self->draft, row);
  if (self->kind == TENURE_FORM_FILTER)
    tenure_field_editor_describe_filter (self, row);
  if (!typing)
    show_value (self, row);
  else if (takes_proposal (self, row))
    show_proposal (self, row);
  show_note (self, row, typing);
}

void
tenure_field_editor_changed (TenureFieldEditor *self)
{
  self->context->changed (self->context->data);
}
