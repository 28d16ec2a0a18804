#include "config.h"
#include "app/rules/rule-dialog.h"

#include "app/change.h"
#include "app/forms/note-row.h"
#include "app/gtk/entry-row-name.h"
#include "app/gtk/list-box.h"
#include "app/gtk/text-scale.h"
#include "app/lookup.h"
#include "app/rules/rule-preview.h"

#include "base/i18n.h"

/* One entry, and the line under it that says what is wrong. */
typedef struct
{
  AdwEntryRow *row;
  GtkAccessible *spoken;
  GtkWidget *note;
  GtkLabel *fault;
} Entry;

struct _TenureRuleDialog
{
  AdwWindow parent_instance;

  TenureWindow *window;
  TenureSnapshot *snapshot;
  TenureRuleDraft *draft;
  TenureId portfolio; /* that is looked at; NONE */
  GCancellable *counting;
  gboolean touched; /* before that nothing is called wrong */
  gboolean filling;

  AdwWindowTitle *title;
  AdwPreferencesGroup *rule_group;
  AdwPreferencesGroup *where_group;
  AdwPreferencesGroup *why_group;
  GtkLabel *preview;
  Entry entries[TENURE_RULE_DRAFT_N_FIELDS];
  GtkSwitch *in_use;
  GtkSwitch *only_here;
  AdwComboRow *level;
};

G_DEFINE_FINAL_TYPE (TenureRuleDialog, tenure_rule_dialog, ADW_TYPE_WINDOW)

static const TenureLevel levels[] = { TENURE_LEVEL_NOTE, TENURE_LEVEL_AMBER, TENURE_LEVEL_RED };

/* --- Counting what would change ------------------------------------------------------------------------------- */

typedef struct
{
  TenureSnapshot *snapshot;
  TenureRuleDraft *draft;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  tenure_snapshot_unref (request->snapshot);
  tenure_rule_draft_free (request->draft);
  g_free (request);
}

/* Without a reason yet it can be counted all the same. */
static gpointer
count_thread (TenureReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;
  const TenureFacts *facts = tenure_snapshot_get_facts (request->snapshot);
  TenureRuleSetting setting;

  tenure_rule_draft_read (request->draft, &setting, NULL);
  return tenure_rule_preview_dup_words (
      request->snapshot, &setting, tenure_rule_draft_find_same (facts->rule_settings, facts->n_rule_settings, &setting));
}

static void
counted (gpointer dialog, gpointer request, gpointer answer, const GError *error)
{
  TenureRuleDialog *self = dialog;
  g_autofree char *words = answer;

  if (self->window != NULL)
    gtk_label_set_text (self->preview, words != NULL ? words : error->message);
}

static void
count (TenureRuleDialog *self)
{
  static const TenureLookup lookup = { count_thread, counted, request_free, g_free };
  Request *request = g_new (Request, 1);

  *request = (Request){ tenure_snapshot_ref (self->snapshot), tenure_rule_draft_copy (self->draft) };
  gtk_label_set_text (self->preview, _ ("Counting…"));
  tenure_lookup_ask (&lookup, &self->counting, self, NULL, request);
}

/* --- What is typed -------------------------------------------------------------------------------------------- */

static void
show_fault (Entry *entry, const char *fault)
{
  if (entry->row == NULL)
    return;
  gtk_label_set_text (entry->fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (entry->note, fault != NULL);
  if (fault != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (entry->row), "error");
      gtk_accessible_update_state (entry->spoken, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_accessible_update_property (entry->spoken, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, fault, -1);
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (entry->row), "error");
  gtk_accessible_reset_state (entry->spoken, GTK_ACCESSIBLE_STATE_INVALID);
  gtk_accessible_reset_property (entry->spoken, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static gboolean
has_unread_numbers (char **faults)
{
  for (guint i = 0; i < TENURE_RULE_DRAFT_N_FIELDS; i++)
    if (faults[i] != NULL && i != TENURE_RULE_DRAFT_REASON)
      return TRUE;
  return FALSE;
}

/* That a reason is wanted is not called wrong before somebody tried to go without. @moves: whether what was typed can move a
 * flag; to count takes two analyses of everything. */
static void
refresh (TenureRuleDialog *self, gboolean moves)
{
  char *faults[TENURE_RULE_DRAFT_N_FIELDS];
  TenureRuleSetting setting;
  gboolean fine = tenure_rule_draft_read (self->draft, &setting, faults);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rule.apply", fine);
  if (has_unread_numbers (faults))
    {
      tenure_lookup_cancel (&self->counting);
      gtk_label_set_text (self->preview, _ ("Counted as soon as the numbers and days can be followed."));
    }
  else if (moves)
    count (self);
  for (guint i = 0; i < TENURE_RULE_DRAFT_N_FIELDS; i++)
    {
      show_fault (&self->entries[i], i != TENURE_RULE_DRAFT_REASON || self->touched ? faults[i] : NULL);
      g_free (faults[i]);
    }
}

static void
typed_cb (TenureRuleDialog *self, AdwEntryRow *row)
{
  gboolean moves = row != self->entries[TENURE_RULE_DRAFT_REASON].row && row != self->entries[TENURE_RULE_DRAFT_SOURCE].row;

  if (self->filling)
    return;
  for (guint i = 0; i < TENURE_RULE_DRAFT_N_FIELDS; i++)
    if (self->entries[i].row == row)
      tenure_rule_draft_set_text (self->draft, (TenureRuleDraftField) i, gtk_editable_get_text (GTK_EDITABLE (row)));
  self->touched = TRUE;
  refresh (self, moves);
}

static void
chosen_cb (TenureRuleDialog *self)
{
  if (self->filling)
    return;
  self->draft->off = !gtk_switch_get_active (self->in_use);
  self->draft->portfolio =
      self->only_here != NULL && gtk_switch_get_active (self->only_here) ? self->portfolio : TENURE_ID_NONE;
  if (self->level != NULL)
    self->draft->level = levels[MIN (adw_combo_row_get_selected (self->level), G_N_ELEMENTS (levels) - 1)];
  self->touched = TRUE;
  refresh (self, TRUE);
}

/* --- Rows ----------------------------------------------------------------------------------------------------- */

static void
add_entry (TenureRuleDialog *self, AdwPreferencesGroup *group, TenureRuleDraftField field, const char *title)
{
  Entry *entry = &self->entries[field];
  GtkWidget *fault = tenure_text_new ("", "caption");

  entry->row = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry->row), title);
  entry->spoken = tenure_entry_row_set_spoken (entry->row);
  gtk_editable_set_text (GTK_EDITABLE (entry->row), self->draft->texts[field] != NULL ? self->draft->texts[field] : "");
  entry->note = tenure_note_row_new ();
  entry->fault = GTK_LABEL (fault);
  gtk_widget_add_css_class (fault, "error");
  gtk_widget_add_css_class (fault, "tenure-rule-fault");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (entry->note), fault);
  gtk_widget_set_visible (entry->note, FALSE);
  adw_preferences_group_add (group, GTK_WIDGET (entry->row));
  adw_preferences_group_add (group, entry->note);
  g_signal_connect_object (entry->row, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
}

static GtkSwitch *
add_switch (TenureRuleDialog *self, AdwPreferencesGroup *group, const char *title, const char *subtitle, gboolean active)
{
  GtkWidget *row = adw_action_row_new (), *widget = gtk_switch_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (widget), active);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), widget);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), widget);
  adw_preferences_group_add (group, row);
  g_signal_connect_object (widget, "notify::active", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  return GTK_SWITCH (widget);
}

/* "Red, months", the worst first. */
static void
add_thresholds (TenureRuleDialog *self)
{
  static const TenureThreshold order[] = { TENURE_THRESHOLD_RED, TENURE_THRESHOLD_AMBER, TENURE_THRESHOLD_NOTE,
                                           TENURE_THRESHOLD_EXTRA };
  const TenureRule *own = tenure_rule (self->draft->rule);

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const char *label = tenure_rule_threshold_label (own, order[i]);
      const char *unit = tenure_rule_unit_name (tenure_rule_get_unit (own, order[i]));
      g_autofree char *title = *unit != '\0' ? g_strdup_printf (_ ("%1$s, %2$s"), label, unit) : g_strdup (label);

      if (tenure_rule_draft_asks (self->draft, (TenureRuleDraftField) order[i]))
        add_entry (self, self->rule_group, (TenureRuleDraftField) order[i], title);
    }
}

static void
add_level (TenureRuleDialog *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      gtk_string_list_append (names, tenure_level_label (levels[i]));
      if (levels[i] == self->draft->level)
        selected = i;
    }
  self->level = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->level), _ ("Level"));
  adw_combo_row_set_model (self->level, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->level, selected);
  adw_preferences_group_add (self->rule_group, GTK_WIDGET (self->level));
  g_signal_connect_object (self->level, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_object_unref (names);
}

static void
add_rows (TenureRuleDialog *self, const char *portfolio)
{
  self->filling = TRUE;
  add_thresholds (self);
  if (tenure_rule (self->draft->rule)->level != TENURE_LEVEL_NONE)
    add_level (self);
  self->in_use = add_switch (self, self->rule_group, _ ("In use"), _ ("Switched off, it raises no flag"), !self->draft->off);
  if (self->portfolio != TENURE_ID_NONE)
    {
      g_autofree char *title = g_strdup_printf (_ ("Only in “%s”"), portfolio != NULL ? portfolio : "");

      self->only_here = add_switch (self, self->where_group, title, _ ("Switched off, it is changed everywhere"),
                                    self->draft->portfolio != TENURE_ID_NONE);
    }
  add_entry (self, self->where_group, TENURE_RULE_DRAFT_FROM, _ ("From (blank: it has always held)"));
  add_entry (self, self->where_group, TENURE_RULE_DRAFT_UNTIL, _ ("Until (blank: until it is changed)"));
  add_entry (self, self->why_group, TENURE_RULE_DRAFT_REASON, _ ("Reason"));
  add_entry (self, self->why_group, TENURE_RULE_DRAFT_SOURCE, _ ("Where it was decided"));
  self->filling = FALSE;
}

/* On the first number, or on what there is to switch. */
static void
focus_first (TenureRuleDialog *self)
{
  static const TenureThreshold order[] = { TENURE_THRESHOLD_RED, TENURE_THRESHOLD_AMBER, TENURE_THRESHOLD_NOTE };

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    if (self->entries[order[i]].row != NULL)
      {
        gtk_widget_grab_focus (GTK_WIDGET (self->entries[order[i]].row));
        return;
      }
  gtk_widget_grab_focus (GTK_WIDGET (self->in_use));
}

/* --- Applying ------------------------------------------------------------------------------------------------- */

/* What is stored lends its strings from the draft. */
typedef struct
{
  TenureRuleDraft *draft;
  TenureRuleSetting setting;
  TenureId id, gone;
} Applying;

static void
applying_free (gpointer data)
{
  Applying *applying = data;

  tenure_rule_draft_free (applying->draft);
  g_free (applying);
}

static gboolean
apply (TenureDocument *document, gpointer data, GError **error)
{
  const Applying *applying = data;

  return tenure_rule_setting_store (document, &applying->setting, applying->id, applying->gone, error);
}

static void
apply_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TenureRuleDialog *self = TENURE_RULE_DIALOG (widget);
  const TenureFacts *facts = tenure_snapshot_get_facts (self->snapshot);
  TenureChange change = { .make = apply, .free_data = applying_free, .failed = _ ("The Rule Was Not Changed") };
  const TenureRule *own = tenure_rule (self->draft->rule);
  const TenureRuleSetting *same;
  Applying *applying = change.data = g_new0 (Applying, 1);

  applying->draft = tenure_rule_draft_copy (self->draft);
  if (!tenure_rule_draft_read (applying->draft, &applying->setting, NULL))
    {
      applying_free (applying);
      return;
    }
  same = tenure_rule_draft_find_same (facts->rule_settings, facts->n_rule_settings, &applying->setting);
  applying->id = same != NULL ? same->id : TENURE_ID_NONE;
  applying->gone = tenure_rule_draft_find_gone (applying->draft, &applying->setting);
  change.done = g_strdup_printf (_ ("Changed rule %1$s %2$s"), own->code, _ (own->title));
  change.form = GTK_WINDOW (self);
  tenure_change_run (self->window, &change);
}

/* --- Object --------------------------------------------------------------------------------------------------- */

static void
tenure_rule_dialog_dispose (GObject *object)
{
  TenureRuleDialog *self = TENURE_RULE_DIALOG (object);

  tenure_lookup_cancel (&self->counting);
  g_clear_pointer (&self->snapshot, tenure_snapshot_unref);
  g_clear_pointer (&self->draft, tenure_rule_draft_free);
  g_clear_object (&self->window);
  G_OBJECT_CLASS (tenure_rule_dialog_parent_class)->dispose (object);
}

static void
tenure_rule_dialog_class_init (TenureRuleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_rule_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenure_app/Tenure/rules/rule-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TenureRuleDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TenureRuleDialog, rule_group);
  gtk_widget_class_bind_template_child (widget_class, TenureRuleDialog, where_group);
  gtk_widget_class_bind_template_child (widget_class, TenureRuleDialog, why_group);
  gtk_widget_class_bind_template_child (widget_class, TenureRuleDialog, preview);
  gtk_widget_class_install_action (widget_class, "rule.apply", NULL, apply_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "rule.apply", NULL);
}

static void
tenure_rule_dialog_init (TenureRuleDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A setting of the portfolio's own is changed there; where nothing is said yet of a portfolio that is looked at, it is begun
 * there too: what is on screen is what is changed. */
TenureRuleDialog *
tenure_rule_dialog_new (TenureWindow *window, TenureSnapshot *snapshot, TenureRuleId id, const char *portfolio)
{
  const TenureRule *rule = tenure_options_rule (&tenure_snapshot_get_terms (snapshot)->options, id);
  TenureRuleDialog *self = g_object_new (TENURE_TYPE_RULE_DIALOG, "transient-for", window, NULL);
  g_autofree char *title = g_strdup_printf ("%s  %s", rule->code, _ (rule->title));
  g_autofree char *statement = tenure_rule_dup_statement (rule);
  g_autofree char *escaped = g_markup_escape_text (statement, -1);

  self->window = g_object_ref (window);
  self->snapshot = tenure_snapshot_ref (snapshot);
  self->portfolio = tenure_filter_get_portfolio (tenure_snapshot_get_filter (snapshot));
  self->draft = tenure_rule_draft_new (rule, self->portfolio);
  adw_window_title_set_title (self->title, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_preferences_group_set_description (self->rule_group, escaped);
  tenure_text_scale_window (GTK_WINDOW (self));
  add_rows (self, portfolio);
  refresh (self, TRUE);
  focus_first (self);
  return self;
}
