#include "config.h"
#include "app/scenario/scenario-dialog.h"

#include "app/change.h"
#include "app/forms/field-text.h"
#include "app/gtk/text-scale.h"
#include "app/lookup.h"
#include "app/scenario/scenario-trial.h"
#include "app/session.h"
#include "register/scenario-apply.h"

#include "base/count.h"
#include "base/i18n.h"

/* How long nothing is typed before anything is worked out. */
#define QUIET_MS 150
/* Lines of a group that are shown; the others are counted. */
#define SHOWN 50

/* A group of lines: what it is, as it is, and as it would be. */
typedef struct
{
  AdwPreferencesGroup *group;
  GPtrArray *labels; /* of GtkLabel, whose rows are kept: a screen reader stays where it is */
} Lines;

struct _TenureScenarioDialog
{
  AdwWindow parent_instance;

  TenureWindow *window;
  GArray *agreements; /* TenureId */
  guint timer;
  GCancellable *trying;
  TenureTrial *trial;   /* of what stands there now; NULL while it is being worked out */
  gboolean wants_apply; /* Enter was pressed meanwhile */
  Lines parts[5];

  AdwWindowTitle *title;
  AdwComboRow *kind;
  AdwEntryRow *amount;
  GtkLabel *words;
  AdwPreferencesGroup *question, *problems, *figures, *flags, *ahead, *years;
};

G_DEFINE_FINAL_TYPE (TenureScenarioDialog, tenure_scenario_dialog, ADW_TYPE_WINDOW)

enum
{
  PROBLEMS,
  FIGURES,
  FLAGS,
  AHEAD,
  YEARS,
};

/* --- What is asked -------------------------------------------------------------------------------------------- */

/* @amount: what is asked for beside the kind of change; NULL: nothing. How it is written is known of @type and @field. */
static const struct
{
  TenureScenarioKind kind;
  const char *label, *amount, *usual;
  TenureRecordType type;
  const char *field;
} kinds[] = {
  { TENURE_SCENARIO_EXTEND, N_ ("Extend"), N_ ("By how long"), N_ ("12 months"), TENURE_RECORD_EXTENSION, "length" },
  { TENURE_SCENARIO_EXERCISE, N_ ("Take up the next option"), NULL, NULL, TENURE_RECORD_NONE, NULL },
  { TENURE_SCENARIO_UPLIFT, N_ ("Change the price"), N_ ("By how many per cent"), "", TENURE_RECORD_UPLIFT, "rate" },
  { TENURE_SCENARIO_MOVE_END, N_ ("Move the end"), N_ ("New last day"), "", TENURE_RECORD_AGREEMENT, "end" },
  { TENURE_SCENARIO_END_EARLY, N_ ("End early"), N_ ("Last day"), "", TENURE_RECORD_AGREEMENT, "terminated" },
  { TENURE_SCENARIO_MERGE, N_ ("Merge to one term"), N_ ("Last day"), "", TENURE_RECORD_AGREEMENT, "end" },
};

static void
take_length (TenureTrialRequest *request, const TenureValue *value)
{
  TenureDuration length = TENURE_DURATION_UNKNOWN;

  tenure_duration_parse_iso (value->text, &length);
  request->months = length.known && length.days == 0 ? length.months : 0;
}

static void
take_value (TenureTrialRequest *request, const TenureValue *value)
{
  if (request->kind == TENURE_SCENARIO_EXTEND)
    take_length (request, value);
  else if (request->kind == TENURE_SCENARIO_UPLIFT)
    request->uplift_bp = (gint32) value->integer;
  else
    tenure_day_parse_iso (value->text, &request->day);
}

/* What stands there; NULL with @error saying why it cannot be tried, without one where something is still to be entered.
 * @out_understood: how it was read; left alone where there is nothing to read */
static TenureTrialRequest *
read_request (TenureScenarioDialog *self, char **out_understood, GError **error)
{
  guint chosen = adw_combo_row_get_selected (self->kind);
  g_autoptr (TenureTrialRequest) request = tenure_trial_request_new (kinds[chosen].kind, self->agreements);
  TenureFieldReading reading;

  if (kinds[chosen].amount == NULL)
    return g_steal_pointer (&request);
  if (!tenure_field_text_read (kinds[chosen].type, tenure_record_field_index (kinds[chosen].type, kinds[chosen].field),
                               gtk_editable_get_text (GTK_EDITABLE (self->amount)), TENURE_CURRENCY_NONE, &reading, error)
      || reading.value.kind == TENURE_VALUE_NULL)
    return NULL;
  take_value (request, &reading.value);
  *out_understood = tenure_field_text_dup_reading (
      &tenure_record_def (kinds[chosen].type)->fields[tenure_record_field_index (kinds[chosen].type, kinds[chosen].field)],
      &reading.value, TENURE_CURRENCY_NONE, gtk_editable_get_text (GTK_EDITABLE (self->amount)));
  tenure_value_clear (&reading.value);
  return g_steal_pointer (&request);
}

/* --- What would be -------------------------------------------------------------------------------------------- */

static GtkLabel *
line_new (AdwPreferencesGroup *group)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_widget_add_css_class (row, "tenure-figure-line");
  adw_preferences_group_add (group, row);
  return GTK_LABEL (label);
}

static GtkWidget *
row_around (GtkLabel *label)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (label), ADW_TYPE_ACTION_ROW);
}

static void
show_line (Lines *lines, guint i, const char *label, const char *words)
{
  GtkWidget *row;

  if (i == lines->labels->len)
    g_ptr_array_add (lines->labels, line_new (lines->group));
  row = row_around (lines->labels->pdata[i]);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  gtk_label_set_text (lines->labels->pdata[i], words);
  gtk_widget_set_visible (row, TRUE);
}

/* The first @n lines are there, of @all. */
static void
end_lines (Lines *lines, guint n, guint all)
{
  g_autofree char *more = tenure_count_dup_words (ngettext ("and %s more", "and %s more", all - n), all - n);

  for (guint i = n; i < lines->labels->len; i++)
    gtk_widget_set_visible (row_around (lines->labels->pdata[i]), FALSE);
  adw_preferences_group_set_description (lines->group, all > n ? more : NULL);
  gtk_widget_set_visible (GTK_WIDGET (lines->group), all > 0);
}

static void
show_lines (Lines *lines, const GPtrArray *effects)
{
  guint n = MIN (effects->len, SHOWN);

  for (guint i = 0; i < n; i++)
    {
      const TenureEffect *effect = effects->pdata[i];
      g_autofree char *words = g_strdup_printf (_ ("%1$s → %2$s"), effect->before, effect->after);

      show_line (lines, i, effect->label, words);
    }
  end_lines (lines, n, effects->len);
}

static void
show_problems (Lines *lines, const GPtrArray *problems)
{
  guint n = MIN (problems->len, SHOWN);

  for (guint i = 0; i < n; i++)
    show_line (lines, i, problems->pdata[i], "");
  end_lines (lines, n, problems->len);
}

static void
hide_lines (TenureScenarioDialog *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->parts); i++)
    gtk_widget_set_visible (GTK_WIDGET (self->parts[i].group), FALSE);
}

static char *
dup_summary (const TenureTrial *trial)
{
  if (trial->n_changes == 0)
    return g_strdup (_ ("Nothing can be changed."));
  if (trial->figures->len == 0 && trial->all_flags == NULL)
    return g_strdup (_ ("No figure and no flag changes."));
  /* Translators: what becomes of flags: "Flags: 29 go, 3 come." */
  return g_strdup_printf (_ ("Flags: %s."), trial->all_flags != NULL ? trial->all_flags : _ ("none comes or goes"));
}

static void
show_trial (TenureScenarioDialog *self)
{
  const TenureTrial *trial = self->trial;
  g_autofree char *summary = dup_summary (trial);

  gtk_label_set_text (self->words, summary);
  show_problems (&self->parts[PROBLEMS], trial->problems);
  show_lines (&self->parts[FIGURES], trial->figures);
  show_lines (&self->parts[FLAGS], trial->flags);
  show_lines (&self->parts[AHEAD], trial->ahead);
  show_lines (&self->parts[YEARS], trial->years);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scenario.apply", trial->n_changes > 0);
}

/* --- Working it out ------------------------------------------------------------------------------------------- */

typedef struct
{
  TenureTrialRequest *request;
  TenureSnapshot *snapshot;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  tenure_trial_request_free (question->request);
  tenure_snapshot_unref (question->snapshot);
  g_free (question);
}

static gpointer
try_out (TenureReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;

  return tenure_trial_new (question->request, question->snapshot);
}

static void
tried (gpointer owner, gpointer data, gpointer trial, const GError *error)
{
  TenureScenarioDialog *self = owner;

  if (trial == NULL)
    return;
  self->trial = trial;
  show_trial (self);
  if (self->wants_apply)
    gtk_widget_activate_action (GTK_WIDGET (self), "scenario.apply", NULL);
}

static void
ask (TenureScenarioDialog *self, TenureTrialRequest *request)
{
  static const TenureLookup lookup = { try_out, tried, question_free, (GDestroyNotify) tenure_trial_free };
  TenureSnapshot *snapshot = tenure_session_get_snapshot (tenure_window_get_session (self->window));
  Question *question;

  if (snapshot == NULL)
    {
      tenure_trial_request_free (request);
      return;
    }
  question = g_new (Question, 1);
  *question = (Question){ request, tenure_snapshot_ref (snapshot) };
  tenure_lookup_ask (&lookup, &self->trying, self, NULL, question);
}

static gboolean
quiet_cb (gpointer data)
{
  TenureScenarioDialog *self = data;
  g_autofree char *understood = NULL;
  TenureTrialRequest *request;

  self->timer = 0;
  request = read_request (self, &understood, NULL);
  if (request != NULL)
    ask (self, request);
  return G_SOURCE_REMOVE;
}

static void
forget_trial (TenureScenarioDialog *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  tenure_lookup_cancel (&self->trying);
  g_clear_pointer (&self->trial, tenure_trial_free);
  self->wants_apply = FALSE;
}

/* Says at once what is wrong or wanting; what would be, a moment later. */
static void
restart (TenureScenarioDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *understood = NULL;
  g_autoptr (TenureTrialRequest) request = read_request (self, &understood, &error);

  forget_trial (self);
  adw_preferences_group_set_description (self->question, understood);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scenario.apply", request != NULL);
  if (request != NULL)
    {
      gtk_label_set_text (self->words, _ ("Working it out…"));
      self->timer = g_timeout_add (QUIET_MS, quiet_cb, self);
      return;
    }
  hide_lines (self);
  gtk_label_set_text (self->words,
                      error != NULL ? error->message : _ ("Enter how much. Nothing is changed until it is applied."));
}

static void
amount_changed_cb (TenureScenarioDialog *self)
{
  restart (self);
}

static void
amount_activated_cb (TenureScenarioDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "scenario.apply", NULL);
}

static void
kind_changed_cb (TenureScenarioDialog *self)
{
  guint chosen = adw_combo_row_get_selected (self->kind);

  if (chosen >= G_N_ELEMENTS (kinds))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->amount), kinds[chosen].amount != NULL);
  if (kinds[chosen].amount != NULL)
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->amount), _ (kinds[chosen].amount));
      gtk_editable_set_text (GTK_EDITABLE (self->amount), *kinds[chosen].usual != '\0' ? _ (kinds[chosen].usual) : "");
    }
  restart (self);
}

/* --- Applying it ---------------------------------------------------------------------------------------------- */

static gboolean
make (TenureDocument *document, gpointer data, GError **error)
{
  const TenureTrial *trial = data;

  return tenure_scenario_apply (document, trial->label, trial->changes, trial->n_changes, trial->as_of, trial->portfolio,
                                error);
}

static char *
dup_done (const TenureTrial *trial)
{
  if (trial->n_changes == 1)
    return g_strdup (trial->label);
  return tenure_count_dup_words (ngettext ("%s agreement changed", "%s agreements changed", trial->n_changes),
                                 trial->n_changes);
}

static void
apply_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TenureScenarioDialog *self = TENURE_SCENARIO_DIALOG (widget);
  TenureChange change = { .make = make,
                          .free_data = (GDestroyNotify) tenure_trial_free,
                          .failed = _ ("Nothing Was Changed") };

  self->wants_apply = self->trial == NULL;
  if (self->trial == NULL || self->trial->n_changes == 0)
    return;
  change.done = dup_done (self->trial);
  change.data = g_steal_pointer (&self->trial);
  tenure_change_run (self->window, &change);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- Object --------------------------------------------------------------------------------------------------- */

static void
tenure_scenario_dialog_dispose (GObject *object)
{
  TenureScenarioDialog *self = TENURE_SCENARIO_DIALOG (object);

  forget_trial (self);
  g_clear_object (&self->window);
  G_OBJECT_CLASS (tenure_scenario_dialog_parent_class)->dispose (object);
}

static void
tenure_scenario_dialog_finalize (GObject *object)
{
  TenureScenarioDialog *self = TENURE_SCENARIO_DIALOG (object);

  g_clear_pointer (&self->agreements, g_array_unref);
  for (gsize i = 0; i < G_N_ELEMENTS (self->parts); i++)
    g_ptr_array_unref (self->parts[i].labels);
  G_OBJECT_CLASS (tenure_scenario_dialog_parent_class)->finalize (object);
}

static void
tenure_scenario_dialog_class_init (TenureScenarioDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_scenario_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tenure_scenario_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenure_app/Tenure/scenario/scenario-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TenureScenarioDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TenureScenarioDialog, question);
  gtk_widget_class_bind_template_child (widget_class, TenureScenarioDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, TenureScenarioDialog, amount);
  gtk_widget_class_bind_template_child (widget_class, TenureScenarioDialog, words);
  gtk_widget_class_bind_template_child (widget_class, TenureScenarioDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, TenureScenarioDialog, figures);
  gtk_widget_class_bind_template_child (widget_class, TenureScenarioDialog, flags);
  gtk_widget_class_bind_template_child (widget_class, TenureScenarioDialog, ahead);
  gtk_widget_class_bind_template_child (widget_class, TenureScenarioDialog, years);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, amount_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, amount_activated_cb);
  gtk_widget_class_install_action (widget_class, "scenario.apply", NULL, apply_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "scenario.apply", NULL);
}

static void
tenure_scenario_dialog_init (TenureScenarioDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tenure_text_scale_window (GTK_WINDOW (self));
  self->parts[PROBLEMS].group = self->problems;
  self->parts[FIGURES].group = self->figures;
  self->parts[FLAGS].group = self->flags;
  self->parts[AHEAD].group = self->ahead;
  self->parts[YEARS].group = self->years;
  for (gsize i = 0; i < G_N_ELEMENTS (self->parts); i++)
    self->parts[i].labels = g_ptr_array_new ();
}

/* One agreement cannot be merged. */
static void
fill_kinds (TenureScenarioDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind != TENURE_SCENARIO_MERGE || self->agreements->len > 1)
      gtk_string_list_append (names, _ (kinds[i].label));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (names));
}

static void
show_title (TenureScenarioDialog *self)
{
  guint n = self->agreements->len;
  g_autofree char *of = tenure_count_dup_words (ngettext ("%s agreement", "%s agreements", n), n);

  adw_window_title_set_title (self->title, _ ("Try a Change"));
  adw_window_title_set_subtitle (self->title, of);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Try a Change"));
}

TenureScenarioDialog *
tenure_scenario_dialog_new (TenureWindow *window, const GArray *ids)
{
  TenureScenarioDialog *self = g_object_new (TENURE_TYPE_SCENARIO_DIALOG, "transient-for", window, NULL);

  self->window = g_object_ref (window);
  self->agreements = g_array_new (FALSE, FALSE, sizeof (TenureId));
  g_array_append_vals (self->agreements, ids->data, ids->len);
  show_title (self);
  fill_kinds (self);
  kind_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->amount));
  return self;
}

void
tenure_scenario_dialog_move_end (TenureScenarioDialog *self, TenureDay day)
{
  g_autofree char *label = tenure_day_dup_label (day);

  g_return_if_fail (TENURE_IS_SCENARIO_DIALOG (self));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == TENURE_SCENARIO_MOVE_END)
      adw_combo_row_set_selected (self->kind, i);
  gtk_editable_set_text (GTK_EDITABLE (self->amount), label);
}
