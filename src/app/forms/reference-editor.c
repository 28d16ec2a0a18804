/* References are typed: the records that match are offered under the entry, and one that is missing can be made on the
 * spot. Down and Up choose, Enter takes, Escape leaves the offer. A name that is left half way stays, with a button that
 * makes a new record of it. */

#include "config.h"
#include "app/forms/field-editor-private.h"
#include "app/forms/draft-store.h"

#include "base/text.h"
#include "store/query.h"

#include "base/i18n.h"

#define MAX_MATCHES 8

/* Records of these types may be made with a name alone. */
static gboolean
can_create (TenureRecordType type)
{
  return type == TENURE_RECORD_ORGANISATION || type == TENURE_RECORD_PERSON;
}

/* --- Taking a match ------------------------------------------------------------------------------------------ */

static void
take (TenureFieldEditor *self, TenureId id, const char *title)
{
  tenure_draft_set_reference (self->draft, self->field, id, title);
  gtk_popover_popdown (self->popover);
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->row), title);
  gtk_editable_set_position (GTK_EDITABLE (self->row), -1);
  self->filling = FALSE;
  tenure_field_editor_changed (self);
}

static TenureId
create (TenureFieldEditor *self, const char *name)
{
  TenureRecord *record = tenure_record_new (self->refers_to);

  record->id = tenure_id_new ();
  tenure_record_set_text_by_name (record, "name", name);
  g_ptr_array_add (self->context->created, record);
  return record->id;
}

static void
row_activated_cb (TenureFieldEditor *self, GtkListBoxRow *row)
{
  const char *title = g_object_get_data (G_OBJECT (row), "title");
  TenureId *id = g_object_get_data (G_OBJECT (row), "id");
  g_autofree char *name = g_strdup (title);

  take (self, *id != TENURE_ID_NONE ? *id : create (self, name), name);
}

/* --- Offering ------------------------------------------------------------------------------------------------ */

static void
append_match (TenureFieldEditor *self, TenureId id, const char *title, const char *shown)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (shown);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data_full (G_OBJECT (row), "title", g_strdup (title), g_free);
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&id, sizeof id), g_free);
  gtk_list_box_append (self->matches, row);
}

/* What the form itself has made is not in the document yet. Returns whether one is called just so. */
static gboolean
offer_created (TenureFieldEditor *self, const char *text)
{
  gboolean exact = FALSE;

  for (guint i = 0; i < self->context->created->len; i++)
    {
      const TenureRecord *record = g_ptr_array_index (self->context->created, i);
      const char *name = tenure_record_get_text_by_name (record, "name");

      if (record->type != self->refers_to || !tenure_text_is_same (name, text))
        continue;
      append_match (self, record->id, name, name);
      exact = TRUE;
    }
  return exact;
}

static gboolean
offer_stored (TenureFieldEditor *self, const char *text)
{
  g_autoptr (TenureQuery) query = tenure_query_new (self->refers_to);
  g_autoptr (GArray) ids = NULL;
  gboolean exact = FALSE;

  tenure_query_set_search (query, text);
  ids = tenure_query_run (query, self->context->reader, NULL);
  for (guint i = 0; ids != NULL && i < MIN (ids->len, MAX_MATCHES); i++)
    {
      TenureId id = g_array_index (ids, TenureId, i);
      g_autofree char *title = tenure_reader_dup_title (self->context->reader, self->refers_to, id);

      if (title == NULL || id == self->draft->record->id)
        continue;
      append_match (self, id, title, title);
      exact = exact || tenure_text_is_same (title, text);
    }
  return exact;
}

static void
offer (TenureFieldEditor *self, const char *text)
{
  GtkWidget *row;
  gboolean exact;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->matches))) != NULL)
    gtk_list_box_remove (self->matches, row);
  exact = offer_created (self, text);
  exact = offer_stored (self, text) || exact;
  if (!exact && can_create (self->refers_to))
    {
      g_autofree char *label = tenure_draft_dup_created_label (self->refers_to, text);

      append_match (self, TENURE_ID_NONE, text, label);
    }
  gtk_list_box_select_row (self->matches, gtk_list_box_get_row_at_index (self->matches, 0));
}

static void
typed_cb (TenureFieldEditor *self)
{
  g_autofree char *text = tenure_text_dup_clean (gtk_editable_get_text (GTK_EDITABLE (self->row)));

  if (self->filling || self->popover == NULL)
    return;
  if (text == NULL)
    {
      gtk_popover_popdown (self->popover);
      return;
    }
  offer (self, text);
  if (gtk_list_box_get_row_at_index (self->matches, 0) == NULL)
    gtk_popover_popdown (self->popover);
  else if (!gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    {
      gtk_widget_set_size_request (GTK_WIDGET (self->popover), gtk_widget_get_width (self->row), -1);
      gtk_popover_popup (self->popover);
    }
}

/* What leaving takes: a record that is called just so, or a new one where nothing like it is on offer. Between records of
 * similar names somebody has to choose. */
static GtkListBoxRow *
find_clear_match (TenureFieldEditor *self, const char *text)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->matches, 0), *row = first;

  for (int i = 0; row != NULL; row = gtk_list_box_get_row_at_index (self->matches, ++i))
    {
      TenureId *id = g_object_get_data (G_OBJECT (row), "id");

      if (*id != TENURE_ID_NONE && tenure_text_is_same (g_object_get_data (G_OBJECT (row), "title"), text))
        return row;
    }
  return gtk_list_box_get_row_at_index (self->matches, 1) == NULL && can_create (self->refers_to) ? first : NULL;
}

static void
left_cb (TenureFieldEditor *self)
{
  g_autofree char *text = tenure_text_dup_clean (gtk_editable_get_text (GTK_EDITABLE (self->row)));
  GtkListBoxRow *row;

  if (self->popover == NULL)
    return;
  gtk_popover_popdown (self->popover);
  if (text == NULL || self->draft->texts[self->field] == NULL)
    return;
  offer (self, text);
  row = find_clear_match (self, text);
  if (row != NULL)
    row_activated_cb (self, row);
}

/* --- A new one ------------------------------------------------------------------------------------------------ */

static void
add_new_cb (TenureFieldEditor *self)
{
  g_autofree char *text = tenure_text_dup_clean (gtk_editable_get_text (GTK_EDITABLE (self->row)));

  if (text != NULL)
    take (self, create (self, text), text);
  gtk_widget_grab_focus (self->row);
}

static void
add_button (TenureFieldEditor *self)
{
  self->add_new = gtk_button_new_with_label (_ ("Add as New"));
  gtk_widget_set_valign (self->add_new, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->add_new, FALSE);
  g_signal_connect_swapped (self->add_new, "clicked", G_CALLBACK (add_new_cb), self);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->row), self->add_new);
}

/* --- Keys ---------------------------------------------------------------------------------------------------- */

static void
move_selection (TenureFieldEditor *self, int step)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->matches);
  int index = selected != NULL ? gtk_list_box_row_get_index (selected) + step : 0;
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->matches, MAX (index, 0));

  if (row != NULL)
    gtk_list_box_select_row (self->matches, row);
}

static gboolean
key_pressed_cb (TenureFieldEditor *self, guint key, guint code, GdkModifierType modifiers)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->matches);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Down:
      move_selection (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
      move_selection (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      gtk_popover_popdown (self->popover);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (row == NULL)
        return GDK_EVENT_PROPAGATE;
      row_activated_cb (self, row);
      /* Ctrl+Enter also saves the form, or one would think that it had. */
      return modifiers & GDK_CONTROL_MASK ? GDK_EVENT_PROPAGATE : GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
row_destroyed_cb (TenureFieldEditor *self)
{
  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;
}

void
tenure_field_editor_offer_matches (TenureFieldEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  if (can_create (self->refers_to))
    add_button (self);
  self->matches = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->matches, GTK_SELECTION_BROWSE);
  gtk_widget_set_focusable (GTK_WIDGET (self->matches), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->matches), "tenure-matches");
  g_signal_connect_swapped (self->matches, "row-activated", G_CALLBACK (row_activated_cb), self);

  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_child (self->popover, GTK_WIDGET (self->matches));
  gtk_popover_set_autohide (self->popover, FALSE);
  gtk_popover_set_has_arrow (self->popover, FALSE);
  gtk_popover_set_position (self->popover, GTK_POS_BOTTOM);
  gtk_widget_add_css_class (GTK_WIDGET (self->popover), "menu");
  gtk_widget_set_parent (GTK_WIDGET (self->popover), self->row);
  g_signal_connect_swapped (self->row, "destroy", G_CALLBACK (row_destroyed_cb), self);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->row, keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (self->row, focus);
  g_signal_connect_swapped (self->row, "changed", G_CALLBACK (typed_cb), self);
}
