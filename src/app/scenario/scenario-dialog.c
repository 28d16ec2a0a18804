#include "config.h"
#include "app/scenario/scenario-dialog.h"

#include "app/change.h"
#include "app/gtk/text-scale.h"
#include "app/lookup.h"
#include "app/scenario/scenario-changes.h"
#include "app/scenario/scenario-goal.h"
#include "app/scenario/scenario-keep.h"
#include "app/scenario/scenario-question.h"
#include "app/scenario/scenario-result.h"
#include "app/session.h"
#include "register/scenario-apply.h"

#include "base/count.h"
#include "base/i18n.h"

/* How long nothing is typed before anything is worked out. */
#define QUIET_MS 150

struct _TenureScenarioDialog
{
  AdwWindow parent_instance;

  TenureWindow *window;
  GArray *agreements;       /* TenureId: of the question; NULL where nothing is asked */
  TenureScenarioKept *kept; /* the changes that are listed, and what they are kept as */
  GArray *beside;           /* TenureId: what the document keeps, in the order of @together but for its first row */
  GPtrArray *names;         /* of those */
  guint timer;
  GCancellable *loading, *trying;
  TenureTrial *trial;   /* of what stands there now; NULL while it is being worked out */
  gboolean wants_apply; /* Enter was pressed meanwhile */
  gboolean can_write;
  gboolean touched; /* the list holds what is kept nowhere else */
  gboolean dropped; /* it was left with that, and can be shown again */

  AdwWindowTitle *title;
  GtkButton *drop;
  GtkMenuButton *keep;
  AdwComboRow *together;
  TenureScenarioGoal *goal;
  TenureScenarioQuestion *question;
  GtkWidget *add_another;
  AdwPreferencesGroup *beside_group, *changes;
  TenureScenarioResult *result;
};

G_DEFINE_FINAL_TYPE (TenureScenarioDialog, tenure_scenario_dialog, ADW_TYPE_WINDOW)

static void restart (TenureScenarioDialog *self);

/* --- What is asked -------------------------------------------------------------------------------------------- */

/* All that is to be tried, (element-type TenureScenarioRequest): what is listed, and what is asked for; NULL with @error
 * saying why not, without one where something is still to be entered. */
static GPtrArray *
read_requests (TenureScenarioDialog *self, GError **error)
{
  g_autoptr (GPtrArray) requests = tenure_scenario_requests_dup (self->kept->requests);
  g_autoptr (TenureScenarioRequest) asked = NULL;
  g_autoptr (GError) failure = NULL;

  if (self->agreements != NULL)
    asked = tenure_scenario_question_read (self->question, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (asked != NULL)
    g_ptr_array_add (requests, g_steal_pointer (&asked));
  return requests->len > 0 ? g_steal_pointer (&requests) : NULL;
}

static const TenureFacts *
get_facts (TenureScenarioDialog *self)
{
  TenureSnapshot *snapshot = tenure_session_get_snapshot (tenure_window_get_session (self->window));

  return snapshot != NULL ? tenure_snapshot_get_facts (snapshot) : NULL;
}

static void
show_title (TenureScenarioDialog *self)
{
  guint n = self->agreements != NULL ? self->agreements->len : self->kept->requests->len;
  g_autofree char *of = self->agreements != NULL ? tenure_count_dup_words (ngettext ("%s agreement", "%s agreements", n), n)
                                                 : tenure_count_dup_words (ngettext ("%s change", "%s changes", n), n);
  const char *title = self->kept->id != TENURE_ID_NONE                   ? self->kept->name
                      : gtk_widget_get_visible (GTK_WIDGET (self->goal)) ? _ ("Propose Extensions")
                                                                         : _ ("Try a Change");

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, of);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_button_set_label (self->drop, self->kept->id != TENURE_ID_NONE ? _ ("Close") : _ ("Drop"));
}

/* --- What is listed ------------------------------------------------------------------------------------------- */

static void remove_change (gpointer owner, guint i);

static void
show_changes (TenureScenarioDialog *self)
{
  tenure_scenario_changes_show (self->changes, self->kept, get_facts (self), remove_change, self);
  show_title (self);
}

static void
remove_change (gpointer owner, guint i)
{
  TenureScenarioDialog *self = owner;

  g_ptr_array_remove_index (self->kept->requests, i);
  self->touched = TRUE;
  show_changes (self);
  restart (self);
}

/* What is asked for joins the list, and the next question is blank. */
static void
add_another_cb (TenureScenarioDialog *self)
{
  g_autoptr (TenureScenarioRequest) asked = tenure_scenario_question_read (self->question, NULL);

  if (asked == NULL)
    return;
  g_ptr_array_add (self->kept->requests, g_steal_pointer (&asked));
  self->touched = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->beside_group), FALSE);
  show_changes (self);
  tenure_scenario_question_clear (self->question);
  tenure_scenario_question_grab_focus (self->question);
}

/* What was left out of the last proposal is proposed anew. */
static void
proposed_cb (TenureScenarioDialog *self)
{
  g_ptr_array_unref (self->kept->requests);
  self->kept->requests = tenure_scenario_requests_dup (tenure_scenario_goal_get_requests (self->goal));
  self->touched = FALSE;
  show_changes (self);
  restart (self);
}

/* --- What is kept --------------------------------------------------------------------------------------------- */

static gpointer
load_kept (TenureReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  return tenure_scenario_kept_load (reader, *(const TenureId *) data, error);
}

static void
kept_loaded (gpointer owner, gpointer request, gpointer answer, const GError *error)
{
  TenureScenarioDialog *self = owner;

  if (answer == NULL)
    {
      tenure_scenario_result_say (self->result, error->message);
      return;
    }
  tenure_scenario_kept_free (self->kept);
  self->kept = answer;
  show_changes (self);
  restart (self);
}

static void
open_kept (TenureScenarioDialog *self, TenureId id)
{
  static const TenureLookup lookup = { load_kept, kept_loaded, g_free, (GDestroyNotify) tenure_scenario_kept_free };

  tenure_lookup_ask (&lookup, &self->loading, self, tenure_window_get_document (self->window), g_memdup2 (&id, sizeof id));
}

/* The first row stands for none of them. */
static void
together_changed_cb (TenureScenarioDialog *self)
{
  guint chosen = adw_combo_row_get_selected (self->together);

  if (chosen > 0 && chosen <= self->beside->len)
    {
      open_kept (self, g_array_index (self->beside, TenureId, chosen - 1));
      return;
    }
  tenure_lookup_cancel (&self->loading);
  tenure_scenario_kept_free (self->kept);
  self->kept = tenure_scenario_kept_new (NULL);
  show_changes (self);
  restart (self);
}

static void
offer_kept (TenureScenarioDialog *self)
{
  TenureReader *reader = tenure_document_get_reader (tenure_window_get_document (self->window));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_array_unref (self->beside);
  self->beside = tenure_scenario_kept_list (reader, self->names);
  gtk_string_list_append (names, _ ("Nothing else"));
  for (guint i = 0; i < self->names->len; i++)
    gtk_string_list_append (names, self->names->pdata[i]);
  adw_combo_row_set_model (self->together, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->beside_group), self->beside->len > 0);
  g_signal_connect_swapped (self->together, "notify::selected", G_CALLBACK (together_changed_cb), self);
}

static gboolean
make_kept (TenureDocument *document, gpointer data, GError **error)
{
  return tenure_scenario_kept_save (document, data, error);
}

static void
keep_cb (gpointer owner, const char *name, const char *notes)
{
  TenureScenarioDialog *self = owner;
  TenureScenarioKept *kept = tenure_scenario_kept_new (name);
  TenureChange change = { .make = make_kept,
                          .free_data = (GDestroyNotify) tenure_scenario_kept_free,
                          .failed = _ ("The Scenario Is Not Kept") };

  kept->id = g_strcmp0 (name, self->kept->name) == 0 ? self->kept->id : TENURE_ID_NONE;
  kept->notes = g_strdup (notes);
  g_ptr_array_unref (kept->requests);
  kept->requests = read_requests (self, NULL);
  if (kept->requests == NULL)
    kept->requests = tenure_scenario_requests_dup (self->kept->requests);
  change.data = kept;
  change.done = g_strdup_printf (_ ("Kept scenario “%s”"), name);
  self->dropped = TRUE;
  change.form = GTK_WINDOW (self);
  tenure_change_run (self->window, &change);
}

/* Each time it is asked for. */
static void
make_keep_popover (GtkMenuButton *button, gpointer data)
{
  TenureScenarioDialog *self = data;

  gtk_menu_button_set_popover (button, tenure_scenario_keep_new (self->kept, self->names, keep_cb, self));
}

/* --- Working it out ------------------------------------------------------------------------------------------- */

typedef struct
{
  GPtrArray *requests;
  TenureSnapshot *snapshot;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_ptr_array_unref (question->requests);
  tenure_snapshot_unref (question->snapshot);
  g_free (question);
}

static gpointer
try_out (TenureReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;

  return tenure_trial_new (question->requests, question->snapshot);
}

static void
tried (gpointer owner, gpointer data, gpointer trial, const GError *error)
{
  TenureScenarioDialog *self = owner;

  if (trial == NULL)
    return;
  self->trial = trial;
  tenure_scenario_result_show (self->result, trial);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scenario.apply", self->can_write && self->trial->made->n > 0);
  if (self->wants_apply)
    gtk_widget_activate_action (GTK_WIDGET (self), "scenario.apply", NULL);
}

static gboolean
quiet_cb (gpointer data)
{
  static const TenureLookup lookup = { try_out, tried, question_free, (GDestroyNotify) tenure_trial_free };
  TenureScenarioDialog *self = data;
  TenureSnapshot *snapshot = tenure_session_get_snapshot (tenure_window_get_session (self->window));
  g_autoptr (GPtrArray) requests = read_requests (self, NULL);
  Question *question;

  self->timer = 0;
  if (requests == NULL || snapshot == NULL)
    return G_SOURCE_REMOVE;
  question = g_new (Question, 1);
  *question = (Question){ g_steal_pointer (&requests), tenure_snapshot_ref (snapshot) };
  tenure_lookup_ask (&lookup, &self->trying, self, NULL, question);
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
  g_autoptr (GPtrArray) requests = read_requests (self, &error);

  forget_trial (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scenario.apply", self->can_write && requests != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->keep), self->can_write && requests != NULL);
  gtk_widget_set_sensitive (self->add_another, requests != NULL && requests->len > self->kept->requests->len);
  if (requests != NULL)
    {
      tenure_scenario_result_wait (self->result);
      self->timer = g_timeout_add (QUIET_MS, quiet_cb, self);
      return;
    }
  tenure_scenario_result_say (self->result, error != NULL ? error->message
                                            : self->agreements != NULL
                                                ? _ ("Enter how much. Nothing is changed until it is applied.")
                                            : gtk_widget_get_visible (GTK_WIDGET (self->goal)) ? _ ("No change is proposed.")
                                                                                               : _ ("No change is left."));
}

/* --- Applying it ---------------------------------------------------------------------------------------------- */

typedef struct
{
  TenureTrial *trial;
  TenureId kept;
} Applying;

static void
applying_free (gpointer data)
{
  Applying *applying = data;

  tenure_trial_free (applying->trial);
  g_free (applying);
}

static gboolean
make (TenureDocument *document, gpointer data, GError **error)
{
  const Applying *applying = data;
  const TenureTrial *trial = applying->trial;

  return tenure_scenario_apply (document, trial->label, trial->made->changes, trial->made->n, trial->as_of, trial->portfolio,
                                applying->kept, error);
}

static char *
dup_done (TenureScenarioDialog *self)
{
  const TenureTrial *trial = self->trial;

  if (self->kept->id != TENURE_ID_NONE)
    return g_strdup_printf (_ ("Applied scenario “%s”"), self->kept->name);
  if (trial->made->n == 1)
    return g_strdup (trial->label);
  /* One change of several agreements, or several. */
  if (self->kept->requests->len == 0)
    return tenure_count_dup_words (ngettext ("%s agreement changed", "%s agreements changed", trial->made->n),
                                   trial->made->n);
  return tenure_count_dup_words (ngettext ("%s change made", "%s changes made", trial->made->n), trial->made->n);
}

static void
apply_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TenureScenarioDialog *self = TENURE_SCENARIO_DIALOG (widget);
  TenureChange change = { .make = make, .free_data = applying_free, .failed = _ ("Nothing Was Changed") };
  Applying *applying;
  gboolean whole;

  self->wants_apply = self->trial == NULL;
  if (self->trial == NULL || self->trial->made->n == 0)
    return;
  change.done = dup_done (self);
  applying = g_new (Applying, 1);
  /* What could not be made was said before; what is not understood was not even seen, and stays. */
  whole = self->kept->n_unread == 0;
  *applying = (Applying){ g_steal_pointer (&self->trial), whole ? self->kept->id : TENURE_ID_NONE };
  change.data = applying;
  self->dropped = TRUE;
  change.form = GTK_WINDOW (self);
  tenure_change_run (self->window, &change);
}

static void
activated_cb (TenureScenarioDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "scenario.apply", NULL);
}

/* --- Leaving it ----------------------------------------------------------------------------------------------- */

/* Changes that were put together one by one wait to be shown again, like what was typed into a form. */
static gboolean
tenure_scenario_dialog_close_request (GtkWindow *window)
{
  TenureScenarioDialog *self = TENURE_SCENARIO_DIALOG (window);

  if (!self->touched || self->kept->requests->len == 0)
    return GTK_WINDOW_CLASS (tenure_scenario_dialog_parent_class)->close_request (window);
  forget_trial (self);
  self->dropped = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  tenure_window_offer_again (self->window, window, _ ("The changes were not applied"), _ ("Reopen the List"));
  return GDK_EVENT_STOP;
}

/* What the document holds by now is asked anew. */
static void
tenure_scenario_dialog_map (GtkWidget *widget)
{
  TenureScenarioDialog *self = TENURE_SCENARIO_DIALOG (widget);

  GTK_WIDGET_CLASS (tenure_scenario_dialog_parent_class)->map (widget);
  if (!self->dropped)
    return;
  self->dropped = FALSE;
  restart (self);
}

/* --- Object --------------------------------------------------------------------------------------------------- */

static void
tenure_scenario_dialog_dispose (GObject *object)
{
  TenureScenarioDialog *self = TENURE_SCENARIO_DIALOG (object);

  forget_trial (self);
  tenure_lookup_cancel (&self->loading);
  g_clear_object (&self->window);
  G_OBJECT_CLASS (tenure_scenario_dialog_parent_class)->dispose (object);
}

static void
tenure_scenario_dialog_finalize (GObject *object)
{
  TenureScenarioDialog *self = TENURE_SCENARIO_DIALOG (object);

  g_clear_pointer (&self->agreements, g_array_unref);
  g_array_unref (self->beside);
  g_ptr_array_unref (self->names);
  tenure_scenario_kept_free (self->kept);
  G_OBJECT_CLASS (tenure_scenario_dialog_parent_class)->finalize (object);
}

static void
tenure_scenario_dialog_class_init (TenureScenarioDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TENURE_TYPE_SCENARIO_GOAL);
  g_type_ensure (TENURE_TYPE_SCENARIO_QUESTION);
  g_type_ensure (TENURE_TYPE_SCENARIO_RESULT);
  G_OBJECT_CLASS (klass)->dispose = tenure_scenario_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tenure_scenario_dialog_finalize;
  widget_class->map = tenure_scenario_dialog_map;
  GTK_WINDOW_CLASS (klass)->close_request = tenure_scenario_dialog_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenure_app/Tenure/scenario/scenario-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TenureScenarioDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TenureScenarioDialog, question);
  gtk_widget_class_bind_template_child (widget_class, TenureScenarioDialog, goal);
  gtk_widget_class_bind_template_child (widget_class, TenureScenarioDialog, drop);
  gtk_widget_class_bind_template_child (widget_class, TenureScenarioDialog, keep);
  gtk_widget_class_bind_template_child (widget_class, TenureScenarioDialog, together);
  gtk_widget_class_bind_template_child (widget_class, TenureScenarioDialog, add_another);
  gtk_widget_class_bind_template_child (widget_class, TenureScenarioDialog, beside_group);
  gtk_widget_class_bind_template_child (widget_class, TenureScenarioDialog, changes);
  gtk_widget_class_bind_template_child (widget_class, TenureScenarioDialog, result);
  gtk_widget_class_bind_template_callback (widget_class, restart);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_another_cb);
  gtk_widget_class_bind_template_callback (widget_class, proposed_cb);
  gtk_widget_class_install_action (widget_class, "scenario.apply", NULL, apply_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "scenario.apply", NULL);
}

static void
tenure_scenario_dialog_init (TenureScenarioDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tenure_text_scale_window (GTK_WINDOW (self));
  self->beside = g_array_new (FALSE, FALSE, sizeof (TenureId));
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->kept = tenure_scenario_kept_new (NULL);
  gtk_menu_button_set_create_popup_func (self->keep, make_keep_popover, self, NULL);
}

static TenureScenarioDialog *
dialog_new (TenureWindow *window)
{
  TenureScenarioDialog *self =
      g_object_new (TENURE_TYPE_SCENARIO_DIALOG, "transient-for", window, "destroy-with-parent", TRUE, NULL);

  self->window = g_object_ref (window);
  self->can_write = !tenure_document_is_read_only (tenure_window_get_document (window));
  return self;
}

/* In which amounts are that name no currency: the agreements'. */
static TenureCurrency
find_currency (TenureScenarioDialog *self)
{
  const TenureFacts *facts = get_facts (self);
  int index = facts != NULL ? tenure_facts_find_agreement (facts, g_array_index (self->agreements, TenureId, 0)) : -1;

  return index >= 0 ? facts->agreements[index].currency : TENURE_CURRENCY_NONE;
}

TenureScenarioDialog *
tenure_scenario_dialog_new (TenureWindow *window, const GArray *ids)
{
  TenureScenarioDialog *self;

  g_return_val_if_fail (TENURE_IS_WINDOW (window) && ids->len > 0, NULL);

  self = dialog_new (window);
  self->agreements = g_array_copy ((GArray *) ids);
  tenure_scenario_question_set_agreements (self->question, self->agreements, find_currency (self));
  offer_kept (self);
  show_changes (self);
  restart (self);
  tenure_scenario_question_grab_focus (self->question);
  return self;
}

/* One that asks for no change itself. */
static TenureScenarioDialog *
dialog_new_listing (TenureWindow *window)
{
  TenureScenarioDialog *self = dialog_new (window);

  offer_kept (self);
  gtk_widget_set_visible (GTK_WIDGET (self->question), FALSE);
  gtk_widget_set_visible (self->add_another, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->beside_group), FALSE);
  show_changes (self);
  return self;
}

TenureScenarioDialog *
tenure_scenario_dialog_new_kept (TenureWindow *window, TenureId id)
{
  TenureScenarioDialog *self;

  g_return_val_if_fail (TENURE_IS_WINDOW (window) && id != TENURE_ID_NONE, NULL);

  self = dialog_new_listing (window);
  open_kept (self, id);
  return self;
}

TenureScenarioDialog *
tenure_scenario_dialog_new_proposal (TenureWindow *window)
{
  TenureScenarioDialog *self;

  g_return_val_if_fail (TENURE_IS_WINDOW (window), NULL);

  self = dialog_new_listing (window);
  gtk_widget_set_visible (GTK_WIDGET (self->goal), TRUE);
  show_title (self);
  tenure_scenario_goal_set_session (self->goal, tenure_window_get_session (window));
  tenure_scenario_goal_grab_focus (self->goal);
  return self;
}

void
tenure_scenario_dialog_move_end (TenureScenarioDialog *self, TenureDay day)
{
  g_return_if_fail (TENURE_IS_SCENARIO_DIALOG (self));

  tenure_scenario_question_move_end (self->question, day);
}
