#include "config.h"
#include "app/agreements/inspector.h"

#include "analysis/contradictions.h"
#include "app/agreements/agreement-menu.h"
#include "app/agreements/inspector-private.h"
#include "app/flag-button.h"
#include "app/flag-list.h"
#include "app/gtk/list-box.h"
#include "app/gtk/tags.h"

#include "base/i18n.h"

#define NAME_CHARS 14
#define VALUE_CHARS 14     /* "31 March 2027", and most amounts */
#define LEAST_WIDTH_PX 304 /* what window.ui gives the inspector, less the margins and the space between */

/* Where the keyboard is: the button's action and what it is done to. Anything else in here has no action. */
typedef struct
{
  gboolean inside;
  char *action;
  GVariant *target;
} Place;

struct _TenureInspector
{
  GtkWidget parent_instance;

  TenureSession *session;
  GtkBox *content;
  GtkExpander *history; /* in @content; NULL where no record is shown */
  GtkExpander *untold;  /* likewise, the flags that cannot be told; NULL where they are not folded */
  Place place;          /* where the keyboard was when all was made anew */
  GtkWidget *stand_in;  /* (nullable): not there yet, so the keyboard waits here; only compared */
  TenureId shown;       /* the record; NONE for none */
};

G_DEFINE_FINAL_TYPE (TenureInspector, tenure_inspector, GTK_TYPE_WIDGET)

/* --- Building blocks ----------------------------------------------------------------------------------------- */

GtkWidget *
tenure_inspector_add_section (GtkBox *content, const char *title)
{
  GtkWidget *heading = tenure_text_new (title, "heading");
  GtkWidget *grid = gtk_grid_new ();

  gtk_widget_set_margin_top (heading, 12);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  gtk_box_append (content, heading);
  gtk_box_append (content, grid);
  return grid;
}

/* Whether a value finds no room beside its name, or the type beside the buttons, because the letters are large. */
static gboolean
is_narrow (GtkWidget *inside)
{
  PangoContext *context = gtk_widget_get_pango_context (inside);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int char_px = PANGO_PIXELS (pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);
  return (NAME_CHARS + VALUE_CHARS) * char_px > LEAST_WIDTH_PX;
}

/* @text: the value, a label or what leads to another record. */
static void
add_value (GtkWidget *grid, const char *label, GtkWidget *text)
{
  GtkWidget *name = tenure_text_new (label, "dim-label");
  gboolean narrow = is_narrow (grid);
  int row = 0;

  while (gtk_grid_get_child_at (GTK_GRID (grid), 0, row) != NULL)
    row++;
  if (narrow)
    gtk_widget_set_margin_bottom (text, 6);
  else
    {
      gtk_label_set_width_chars (GTK_LABEL (name), NAME_CHARS);
      gtk_label_set_max_width_chars (GTK_LABEL (name), NAME_CHARS);
    }
  gtk_widget_set_valign (name, GTK_ALIGN_START);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (text, GTK_ALIGN_START);
  gtk_grid_attach (GTK_GRID (grid), name, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), text, narrow ? 0 : 1, narrow ? row + 1 : row, 1, 1);
}

/* Words that can be marked and copied with the pointer. Tab goes past them to what can be done. */
static GtkWidget *
value_new (const char *value)
{
  GtkWidget *text = tenure_text_new (value, NULL);

  gtk_label_set_selectable (GTK_LABEL (text), TRUE);
  gtk_widget_set_focusable (text, FALSE);
  return text;
}

void
tenure_inspector_add_row (GtkWidget *grid, const char *label, const char *value)
{
  GtkWidget *text = value_new (value);

  add_value (grid, label, text);
}

void
tenure_inspector_add_figure (GtkWidget *grid, const char *label, const char *value, GtkWidget *why)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = value_new (value);

  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (text, GTK_ALIGN_START);
  gtk_widget_set_valign (why, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), why);
  add_value (grid, label, box);
}

void
tenure_inspector_add_tags (GtkWidget *grid, const char *label, const char *list)
{
  GtkWidget *tags = tenure_tags_new (NULL);

  tenure_tags_add_list (tags, list);
  add_value (grid, label, tags);
}

/* Makes @button lead to a record. */
static void
set_record (GtkWidget *button, TenureRecordType type, TenureId id)
{
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sx)", tenure_record_def (type)->table, id);
}

void
tenure_inspector_add_note (GtkWidget *grid, const char *text)
{
  int row = 0;

  while (gtk_grid_get_child_at (GTK_GRID (grid), 0, row) != NULL)
    row++;
  gtk_grid_attach (GTK_GRID (grid), tenure_text_new (text, "warning"), 0, row, 2, 1);
}

/* @value as a button, which says what it is of. Its action is set before it stands in the window, where an action without
 * its target is a mistake. */
static GtkWidget *
make_link (const char *label, const char *value)
{
  GtkWidget *button = gtk_button_new ();
  /* Translators: the name of a button, for screen readers: a field and the record that it leads to: "Provider: Lantern Trust". */
  g_autofree char *words = g_strdup_printf (_ ("%1$s: %2$s"), label, value);

  gtk_button_set_child (GTK_BUTTON (button), tenure_text_new (value, NULL));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "tenure-link");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return button;
}

void
tenure_inspector_add_link (GtkWidget *grid, const char *label, const char *value, TenureRecordType type, TenureId id)
{
  GtkWidget *button = make_link (label, value);

  set_record (button, type, id);
  add_value (grid, label, button);
}

void
tenure_inspector_add_address (GtkWidget *grid, const char *label, const char *value, const char *uri)
{
  GtkWidget *button = make_link (label, value);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-link");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", uri);
  add_value (grid, label, button);
}

void
tenure_inspector_add_record (GtkBox *content, const char *title, const char *text, TenureRecordType type, TenureId id)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), tenure_text_new (title, "tenure-link-title"));
  if (text != NULL)
    gtk_box_append (GTK_BOX (box), tenure_text_new (text, "caption"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "tenure-link-row");
  set_record (button, type, id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "", -1);
  gtk_box_append (content, button);
}

/* --- Head ---------------------------------------------------------------------------------------------------- */

static GtkWidget *
make_command (const char *label, const char *icon, const char *action, const char *table, TenureId id)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sx)", table, id);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
make_close_button (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Hide these details"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Hide these details"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "inspector.close");
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tenure_session_select (TENURE_INSPECTOR (widget)->session, TENURE_RECORD_NONE, TENURE_ID_NONE);
}

static void
add_head (TenureInspector *self, const TenureRecordDef *def, TenureId id, const char *title)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *type = tenure_text_new (_ (def->label), "caption");

  gtk_widget_add_css_class (type, "dim-label");
  gtk_widget_set_hexpand (type, TRUE);
  if (is_narrow (bar))
    gtk_widget_set_halign (bar, GTK_ALIGN_END);
  else
    gtk_box_append (GTK_BOX (bar), type);
  gtk_box_append (GTK_BOX (bar), make_command (_ ("Edit"), "document-edit-symbolic", "win.edit-record", def->table, id));
  gtk_box_append (GTK_BOX (bar),
                  make_command (_ ("Duplicate"), "edit-copy-symbolic", "win.duplicate-record", def->table, id));
  if (def->type == TENURE_RECORD_AGREEMENT)
    gtk_box_append (GTK_BOX (bar), tenure_agreement_menu_new (id));
  if (def->type == TENURE_RECORD_ORGANISATION)
    gtk_box_append (GTK_BOX (bar),
                    make_command (_ ("Open its page"), "go-next-symbolic", "win.show-record", def->table, id));
  gtk_box_append (GTK_BOX (bar), make_command (_ ("History of This Record"), "tenure-history-symbolic", "win.show-history",
                                               def->table, id));
  gtk_box_append (GTK_BOX (bar), make_command (_ ("Delete"), "user-trash-symbolic", "win.delete-record", def->table, id));
  gtk_box_append (GTK_BOX (bar), make_close_button ());
  gtk_box_append (self->content, bar);
  if (is_narrow (bar))
    gtk_box_append (self->content, type);
  gtk_box_append (self->content, tenure_text_new (title, "title-3"));
}

/* --- Flags --------------------------------------------------------------------------------------------------- */

/* Why there are no flags, where the one fact that all rules need is missing, and a way to record it. */
static void
add_unjudged (TenureInspector *self, TenureSnapshot *snapshot, const TenureFlags *flags, TenureId id)
{
  const TenureFacts *facts = tenure_snapshot_get_facts (snapshot);
  int index = tenure_basis_find (tenure_snapshot_get_basis (snapshot), TENURE_RECORD_AGREEMENT, id);
  g_autofree char *words = index >= 0 ? tenure_flags_dup_unjudged (flags, (guint) index) : NULL;
  gint32 provider = index >= 0 ? facts->agreements[index].provider : -1;
  GtkWidget *button;

  if (words == NULL)
    return;
  gtk_box_append (self->content, tenure_text_new (words, NULL));
  if (provider < 0)
    return;
  button = tenure_flag_button_new (_ ("Record It…"), NULL, "win.edit-record",
                                   g_variant_new ("(sx)", tenure_record_def (TENURE_RECORD_ORGANISATION)->table,
                                                  (gint64) facts->organisations[provider].id));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (self->content, button);
}

static void
add_flags (TenureInspector *self, TenureSnapshot *snapshot, const TenureFlags *flags, TenureRecordType type, TenureId id)
{
  g_autoptr (GPtrArray) raised = tenure_flags_find (flags, type, id);
  g_autoptr (GPtrArray) exempted = tenure_flags_find_exempted (flags, type, id);

  g_ptr_array_extend (raised, exempted, NULL, NULL);
  self->untold = tenure_flag_list_append (self->content, snapshot, raised, NULL);
  if (type == TENURE_RECORD_AGREEMENT)
    add_unjudged (self, snapshot, flags, id);
}

/* --- Whole --------------------------------------------------------------------------------------------------- */

static void
clear (TenureInspector *self)
{
  GtkWidget *child;

  self->history = NULL;
  self->untold = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content))) != NULL)
    gtk_box_remove (self->content, child);
}

static void
show_nothing (TenureInspector *self)
{
  GtkWidget *hint = tenure_text_new (
      _ ("Select a record to see its flags and why, what is recorded, and what happened to it."), "dim-label");

  gtk_label_set_justify (GTK_LABEL (hint), GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (hint), 0.5);
  gtk_widget_set_vexpand (hint, TRUE);
  gtk_box_append (self->content, hint);
}

/* A search or a filter has left the record behind; its commands still work on it. */
static void
add_not_listed (TenureInspector *self, TenureSnapshot *snapshot, TenureId agreement)
{
  int index = tenure_basis_find (tenure_snapshot_get_basis (snapshot), TENURE_RECORD_AGREEMENT, agreement);
  const guint32 *shown;
  guint n;

  shown = tenure_snapshot_get_shown (snapshot, &n);
  for (guint i = 0; i < n; i++)
    if (index >= 0 && shown[i] == (guint32) index)
      return;
  gtk_box_append (self->content, tenure_text_new (_ ("Not among the agreements shown"), "tenure-not-listed"));
}

/* What cannot all be true of an agreement, its lead and those under it; NULL for other records. */
static GPtrArray *
find_contradictions (TenureSnapshot *snapshot, TenureReader *reader, const TenureRecord *record)
{
  int index = tenure_basis_find (tenure_snapshot_get_basis (snapshot), TENURE_RECORD_AGREEMENT, record->id);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GArray) subs = NULL;
  TenureAgreementParts parts;

  if (record->type != TENURE_RECORD_AGREEMENT || index < 0)
    return NULL;
  parts = tenure_agreement_parts (tenure_snapshot_get_facts (snapshot), (guint) index);
  found = tenure_contradictions_find (&parts);
  subs = tenure_inspector_list_linked (reader, snapshot, "lead_agreement", record->id);
  g_ptr_array_extend_and_steal (found,
                                tenure_contradictions_find_passed_on (tenure_snapshot_get_terms (snapshot), (guint) index,
                                                                      (const guint32 *) subs->data, subs->len));
  return g_steal_pointer (&found);
}

static void
show_record (TenureInspector *self, TenureSnapshot *snapshot, TenureReader *reader, const TenureRecord *record)
{
  const TenureFlags *flags = tenure_basis_get_flags (tenure_snapshot_get_basis (snapshot));
  g_autofree char *title = tenure_reader_dup_title (reader, record->type, record->id);
  g_autoptr (GPtrArray) contradictions = find_contradictions (snapshot, reader, record);

  add_head (self, tenure_record_def (record->type), record->id, title != NULL ? title : "");
  if (record->type == TENURE_RECORD_AGREEMENT)
    {
      add_not_listed (self, snapshot, record->id);
      tenure_inspector_add_found_in (self->content, snapshot, reader, record);
      tenure_inspector_add_acts (self->content, snapshot, record->id);
    }
  add_flags (self, snapshot, flags, record->type, record->id);
  tenure_inspector_add_figures (self->content, self->session, snapshot, record->type, record->id);
  tenure_inspector_add_fields (self->content, snapshot, reader, record, contradictions);
  tenure_inspector_add_children (self->content, reader, record, contradictions);
  if (record->type == TENURE_RECORD_AGREEMENT)
    {
      tenure_inspector_add_linked (self->content, reader, snapshot, record->id);
      tenure_inspector_add_payments (self->content, reader, snapshot, record->id, contradictions);
    }
  tenure_inspector_add_origin (self->content, reader, record);
  self->history = GTK_EXPANDER (tenure_inspector_add_history (self->content, self->session, record->type, record->id));
}

static GtkWidget *
get_focus (TenureInspector *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? focus : NULL;
}

static void
forget_place (TenureInspector *self)
{
  g_clear_pointer (&self->place.action, g_free);
  g_clear_pointer (&self->place.target, g_variant_unref);
  self->place.inside = FALSE;
  self->stand_in = NULL;
}

/* While the keyboard waits for a part to come, it is still meant to be there. */
static void
note_place (TenureInspector *self)
{
  GtkWidget *focus = get_focus (self);

  if (focus != NULL && focus == self->stand_in)
    return;
  forget_place (self);
  self->place.inside = focus != NULL;
  if (focus == NULL || !GTK_IS_ACTIONABLE (focus))
    return;
  self->place.action = g_strdup (gtk_actionable_get_action_name (GTK_ACTIONABLE (focus)));
  self->place.target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (focus));
  if (self->place.target != NULL)
    g_variant_ref (self->place.target);
}

/* The first button with the action of the place among @widget and what stands in it, of the same @target or of any. */
static GtkWidget *
find_button (GtkWidget *widget, const char *action, GVariant *target, gboolean any_target)
{
  GtkWidget *found = NULL;

  if (GTK_IS_ACTIONABLE (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    {
      GVariant *its = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget));

      if (any_target || its == target || (its != NULL && target != NULL && g_variant_equal (its, target)))
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, action, target, any_target);
  return found;
}

static gboolean
grab_place (TenureInspector *self, GtkWidget *within, gboolean any_target)
{
  GtkWidget *button =
      self->place.action != NULL ? find_button (within, self->place.action, self->place.target, any_target) : NULL;

  return button != NULL && gtk_widget_grab_focus (button);
}

/* Everything in here is made anew when the document changes or another record is selected: the keyboard goes back to where
 * it was, or to what does the same to this record. What a worker reads is not there yet: the keyboard waits at the first
 * button meanwhile. */
static void
restore_place (TenureInspector *self)
{
  gboolean leads_on = g_strcmp0 (self->place.action, "win.show-record") == 0;

  if (grab_place (self, GTK_WIDGET (self->content), FALSE)
      || (!leads_on && grab_place (self, GTK_WIDGET (self->content), TRUE)))
    {
      forget_place (self);
      return;
    }
  gtk_widget_child_focus (GTK_WIDGET (self->content), GTK_DIR_TAB_FORWARD);
  self->stand_in = get_focus (self);
}

void
tenure_inspector_filled (GtkWidget *widget)
{
  GtkWidget *ancestor = gtk_widget_get_ancestor (widget, TENURE_TYPE_INSPECTOR);
  TenureInspector *self = ancestor != NULL ? TENURE_INSPECTOR (ancestor) : NULL;

  /* Who has gone on meanwhile is not fetched back. */
  if (self != NULL && self->stand_in != NULL && get_focus (self) == self->stand_in && grab_place (self, widget, FALSE))
    forget_place (self);
}

static void
show_several (TenureInspector *self, TenureSnapshot *snapshot, GArray *agreements)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *type = tenure_text_new (_ ("Agreements"), "caption");

  gtk_widget_add_css_class (type, "dim-label");
  gtk_widget_set_hexpand (type, TRUE);
  gtk_box_append (GTK_BOX (bar), type);
  gtk_box_append (GTK_BOX (bar), make_close_button ());
  gtk_box_append (self->content, bar);
  tenure_inspector_add_selection (self->content, snapshot, agreements);
}

/* Of the record on show. */
static gboolean
is_open (GtkExpander *expander, gboolean same)
{
  return same && expander != NULL && gtk_expander_get_expanded (expander);
}

static void
set_open (GtkExpander *expander, gboolean open)
{
  if (expander != NULL && open)
    gtk_expander_set_expanded (expander, TRUE);
}

static void
show (TenureInspector *self)
{
  TenureRecordType type = tenure_session_get_selected_type (self->session);
  TenureId id = tenure_session_get_selected_id (self->session);
  TenureSnapshot *snapshot = tenure_session_get_snapshot (self->session);
  TenureReader *reader = tenure_document_get_reader (tenure_session_get_document (self->session));
  GArray *together = tenure_session_get_selected_together (self->session);
  gboolean history_open = is_open (self->history, self->shown == id);
  gboolean untold_open = is_open (self->untold, self->shown == id);
  g_autoptr (TenureRecord) record = NULL;

  note_place (self);
  clear (self);
  self->shown = id;
  if (type != TENURE_RECORD_NONE && snapshot != NULL && together == NULL)
    record = tenure_reader_load (reader, type, id, NULL);
  if (together != NULL && snapshot != NULL)
    show_several (self, snapshot, together);
  else if (record != NULL)
    show_record (self, snapshot, reader, record);
  else
    show_nothing (self);
  set_open (self->history, history_open);
  set_open (self->untold, untold_open);
  if (self->place.inside)
    restore_place (self);
}

static void
tenure_inspector_dispose (GObject *object)
{
  TenureInspector *self = TENURE_INSPECTOR (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (child != NULL)
    gtk_widget_unparent (child);
  forget_place (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (tenure_inspector_parent_class)->dispose (object);
}

static void
tenure_inspector_class_init (TenureInspectorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenure_inspector_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "inspector.close", NULL, close_action);
}

static void
tenure_inspector_init (TenureInspector *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->content = GTK_BOX (content);
  gtk_widget_set_margin_top (content, 6);
  gtk_widget_set_margin_bottom (content, 18);
  gtk_widget_set_margin_start (content, 12);
  gtk_widget_set_margin_end (content, 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), content);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Selected record"), -1);
}

GtkWidget *
tenure_inspector_new (TenureSession *session)
{
  TenureInspector *self = g_object_new (TENURE_TYPE_INSPECTOR, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi", G_CALLBACK (show), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (session, "updated", G_CALLBACK (show), self);
  g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (show), self);
  show (self);
  return GTK_WIDGET (self);
}
