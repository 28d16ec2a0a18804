#include "config.h"
#include "app/scenario/scenario-goal.h"

#include "app/forms/field-text.h"
#include "app/lookup.h"
#include "register/scenario-proposal.h"

#include "base/i18n.h"
#include "base/ratio.h"

/* How long nothing is typed before anything is looked for. */
#define QUIET_MS 300

struct _TenureScenarioGoal
{
  AdwPreferencesGroup parent_instance;

  TenureSession *session;
  AdwEntryRow *share, *sum;
  guint timer;
  GCancellable *proposing;
  GPtrArray *requests;
};

G_DEFINE_FINAL_TYPE (TenureScenarioGoal, tenure_scenario_goal, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  PROPOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- What is asked -------------------------------------------------------------------------------------------- */

/* What is typed in @row, read as @field is; FALSE with @error. Blank is NULL. */
static gboolean
read_row (AdwEntryRow *row,
          TenureRecordType type,
          const char *field,
          TenureCurrency currency,
          TenureFieldReading *out_reading,
          GError **error)
{
  return tenure_field_text_read (type, tenure_record_field_index (type, field), gtk_editable_get_text (GTK_EDITABLE (row)),
                                 currency, out_reading, error);
}

typedef struct
{
  TenureSnapshot *snapshot;
  gint32 share_bp;
  gint64 sum_minor;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  tenure_snapshot_unref (question->snapshot);
  g_free (question);
}

/* NULL with @error saying why it is not understood, without one where no share is written. */
static Question *
read_question (TenureScenarioGoal *self, GError **error)
{
  TenureSnapshot *snapshot = tenure_session_get_snapshot (self->session);
  TenureFieldReading share, sum;
  Question *question;

  if (snapshot == NULL || !read_row (self->share, TENURE_RECORD_FUNDER, "share", TENURE_CURRENCY_NONE, &share, error)
      || share.value.kind != TENURE_VALUE_INTEGER || share.value.integer < 1)
    return NULL;
  if (!read_row (self->sum, TENURE_RECORD_AGREEMENT, "annual_value",
                 tenure_snapshot_get_analysis (snapshot)->portfolio->currency, &sum, error))
    return NULL;
  question = g_new (Question, 1);
  question->snapshot = tenure_snapshot_ref (snapshot);
  question->share_bp = (gint32) MIN (share.value.integer, TENURE_WHOLE_BP);
  question->sum_minor = sum.value.kind == TENURE_VALUE_INTEGER ? sum.value.integer : TENURE_PROPOSAL_ANY_SUM;
  return question;
}

/* --- What is proposed ----------------------------------------------------------------------------------------- */

typedef struct
{
  GPtrArray *requests;
  char *words;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_ptr_array_unref (answer->requests);
  g_free (answer->words);
  g_free (answer);
}

static gpointer
propose (TenureReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;
  g_autoptr (TenureProposal) proposal =
      tenure_proposal_new (tenure_snapshot_get_analysis (question->snapshot), question->share_bp);
  Answer *answer = g_new (Answer, 1);

  answer->requests =
      tenure_proposal_make_requests (proposal, tenure_snapshot_get_facts (question->snapshot), question->sum_minor);
  answer->words = tenure_proposal_dup_words (proposal, tenure_snapshot_get_facts (question->snapshot), question->sum_minor);
  return answer;
}

/* @words: (nullable) */
static void
take_requests (TenureScenarioGoal *self, GPtrArray *requests, const char *words)
{
  g_ptr_array_unref (self->requests);
  self->requests = requests;
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), words);
  g_signal_emit (self, signals[PROPOSED], 0);
}

static void
proposed (gpointer owner, gpointer request, gpointer data, const GError *error)
{
  Answer *answer = data;

  if (answer == NULL)
    return;
  take_requests (owner, g_ptr_array_ref (answer->requests), answer->words);
  answer_free (answer);
}

static gboolean
quiet_cb (gpointer data)
{
  static const TenureLookup lookup = { propose, proposed, question_free, answer_free };
  TenureScenarioGoal *self = data;
  Question *question = read_question (self, NULL);

  self->timer = 0;
  if (question != NULL)
    tenure_lookup_ask (&lookup, &self->proposing, self, NULL, question);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (TenureScenarioGoal *self)
{
  g_autoptr (GError) error = NULL;
  Question *question = read_question (self, &error);

  g_clear_handle_id (&self->timer, g_source_remove);
  tenure_lookup_cancel (&self->proposing);
  if (question == NULL)
    {
      take_requests (self, tenure_scenario_requests_new (),
                     error != NULL ? error->message : _ ("Write a share, such as 60 %."));
      return;
    }
  question_free (question);
  self->timer = g_timeout_add (QUIET_MS, quiet_cb, self);
}

/* --- Object --------------------------------------------------------------------------------------------------- */

static void
tenure_scenario_goal_dispose (GObject *object)
{
  TenureScenarioGoal *self = TENURE_SCENARIO_GOAL (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  tenure_lookup_cancel (&self->proposing);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (tenure_scenario_goal_parent_class)->dispose (object);
}

static void
tenure_scenario_goal_finalize (GObject *object)
{
  g_ptr_array_unref (TENURE_SCENARIO_GOAL (object)->requests);
  G_OBJECT_CLASS (tenure_scenario_goal_parent_class)->finalize (object);
}

static void
tenure_scenario_goal_class_init (TenureScenarioGoalClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenure_scenario_goal_dispose;
  G_OBJECT_CLASS (klass)->finalize = tenure_scenario_goal_finalize;
  signals[PROPOSED] =
      g_signal_new ("proposed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static AdwEntryRow *
add_row (TenureScenarioGoal *self, const char *title, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (changed_cb), self);
  return ADW_ENTRY_ROW (row);
}

static void
tenure_scenario_goal_init (TenureScenarioGoal *self)
{
  self->requests = tenure_scenario_requests_new ();
  self->share = add_row (self, _ ("Secured of each provider’s yearly value in 12 months, at least"), _ ("60 %"));
  self->sum = add_row (self, _ ("For a yearly sum of at most (blank: any)"), "");
}

void
tenure_scenario_goal_set_session (TenureScenarioGoal *self, TenureSession *session)
{
  g_return_if_fail (TENURE_IS_SCENARIO_GOAL (self) && TENURE_IS_SESSION (session) && self->session == NULL);

  self->session = g_object_ref (session);
  changed_cb (self);
}

void
tenure_scenario_goal_grab_focus (TenureScenarioGoal *self)
{
  g_return_if_fail (TENURE_IS_SCENARIO_GOAL (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->share));
}

const GPtrArray *
tenure_scenario_goal_get_requests (TenureScenarioGoal *self)
{
  g_return_val_if_fail (TENURE_IS_SCENARIO_GOAL (self), NULL);

  return self->requests;
}
