#include "config.h"
#include "app/history/history-page.h"

#include "app/empty-state.h"
#include "app/gtk/drop-down-name.h"
#include "app/gtk/when-shown.h"
#include "app/history/history-past.h"
#include "app/history/history-period.h"
#include "app/history/history-result.h"
#include "app/history/history-steps.h"
#include "app/history/history-words.h"
#include "app/whole-note.h"
#include "exchange/read-date.h"
#include "store/history-travel.h"

#include <adwaita.h>
#include "base/count.h"
#include "base/i18n.h"

/* Steps shown at first and with each "Show Older Changes"; records of what changed that are shown at first. */
#define STEPS_AT_ONCE 30
#define RECORDS_AT_FIRST 12

/* What the history of can be asked for: with a kind comes what belongs to it, an agreement's payments for one. */
static const TenureRecordType kinds[] = {
  TENURE_RECORD_NONE,         TENURE_RECORD_AGREEMENT,   TENURE_RECORD_ORGANISATION, TENURE_RECORD_PERSON,
  TENURE_RECORD_BOARD,        TENURE_RECORD_PORTFOLIO,   TENURE_RECORD_PAYMENT,      TENURE_RECORD_EXEMPTION,
  TENURE_RECORD_SNOOZE,       TENURE_RECORD_USUAL_TERMS, TENURE_RECORD_PRICE_INDEX,  TENURE_RECORD_SAVED_VIEW,
  TENURE_RECORD_RULE_SETTING, TENURE_RECORD_SCENARIO,    TENURE_RECORD_BUDGET,       TENURE_RECORD_CLAIM,
  TENURE_RECORD_PAY_RATE,
};

struct _TenureHistoryPage
{
  GtkWidget parent_instance;

  TenureSession *session;
  TenureHistoryQuestion *question; /* the newest */
  GCancellable *asking;            /* of it; NULL when it is answered */
  guint n_steps;                   /* at the most */
  TenureRecordType record_type;    /* the one record asked for; NONE */
  TenureId record;
  TenureDay from, to;     /* of the period of days */
  gboolean filling;       /* the page writes its own controls */
  gboolean period_chosen; /* by the user: no other is offered */
  gboolean period_offered;
  char *newest; /* (nullable): moment of the newest step, as last answered */

  GtkToggleButton *steps_button;
  GtkToggleButton *result_button;
  GtkWidget *copy_button;
  GtkMenuButton *past_button;
  GtkSearchEntry *search;
  GtkWidget *record_button;
  GtkLabel *record_label;
  GtkDropDown *kinds, *authors, *periods;
  GtkRevealer *days_revealer;
  GtkEntry *from_entry;
  GtkEntry *to_entry;
  GtkLabel *days_fault;
  GtkStack *stack;
  GtkWidget *head;
  GtkLabel *headline;
  GtkLabel *in_full;
  GtkLabel *scope;
  GtkStack *lists;
  AdwStatusPage *failure;
  TenureHistorySteps *steps;
  TenureHistoryResult *result;
};

G_DEFINE_FINAL_TYPE (TenureHistoryPage, tenure_history_page, GTK_TYPE_WIDGET)

static TenureDocument *
get_document (TenureHistoryPage *self)
{
  return tenure_session_get_document (self->session);
}

/* --- The question -------------------------------------------------------------------------------------------- */

static TenureHistoryPeriod
get_period (TenureHistoryPage *self)
{
  return (TenureHistoryPeriod) gtk_drop_down_get_selected (self->periods);
}

/* NULL for everybody. */
static const char *
get_author (TenureHistoryPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->authors);
  GtkStringList *names = GTK_STRING_LIST (gtk_drop_down_get_model (self->authors));

  return selected > 0 && selected != GTK_INVALID_LIST_POSITION ? gtk_string_list_get_string (names, selected) : NULL;
}

static void
ask_for_period (TenureHistoryPage *self, TenureHistoryQuestion *question)
{
  TenureHistoryPeriod period = get_period (self);
  TenureDay from = self->from, to = self->to;

  tenure_history_period_get_days (period, tenure_day_today (), &from, &to);
  question->since = tenure_history_dup_moment (from);
  question->before = tenure_history_dup_moment (tenure_day_after (to));
  if (period == TENURE_HISTORY_SINCE_SAVED)
    question->filter.after = MAX (tenure_document_get_saved_step (get_document (self)), 0);
}

static TenureHistoryQuestion *
make_question (TenureHistoryPage *self)
{
  TenureHistoryQuestion *question = tenure_history_question_new ();
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));

  question->author = g_strdup (get_author (self));
  question->words = *words != '\0' && self->record_type == TENURE_RECORD_NONE ? g_strdup (words) : NULL;
  question->filter.author = question->author;
  question->filter.words = question->words;
  question->filter.type = kinds[gtk_drop_down_get_selected (self->kinds)];
  question->filter.record_type = self->record_type;
  question->filter.record = self->record;
  question->compare = gtk_toggle_button_get_active (self->result_button);
  question->max = question->compare ? RECORDS_AT_FIRST : self->n_steps;
  ask_for_period (self, question);
  return question;
}

/* --- The answer ---------------------------------------------------------------------------------------------- */

/* "since 1 Oct 2026 · by Rhian Price"; NULL when everything was asked for. */
static char *
dup_scope (TenureHistoryPage *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  TenureHistoryPeriod period = get_period (self);
  char *when = tenure_history_dup_period (period, self->from, self->to);

  if (when != NULL)
    g_ptr_array_add (parts, when);
  if (self->question->author != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_ ("by %s"), self->question->author));
  if (self->question->words != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_ ("of records called “%s”"), self->question->words));
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static char *
dup_headline (const TenureHistoryAnswer *answer)
{
  guint n;

  if (answer->comparison != NULL)
    return tenure_history_dup_headline (answer->comparison);
  n = answer->entries->len;
  if (answer->more)
    return tenure_count_dup_words (ngettext ("More than %s step", "More than %s steps", n), n);
  return n > 0 ? tenure_count_dup_words (ngettext ("%s step", "%s steps", n), n) : g_strdup (_ ("No steps"));
}

static void
show_head (TenureHistoryPage *self, const TenureHistoryAnswer *answer)
{
  g_autofree char *headline = dup_headline (answer);
  g_autofree char *scope = dup_scope (self);
  g_autofree char *kinds_in_full = answer->comparison != NULL && tenure_history_has_many_kinds (answer->comparison)
                                       ? tenure_history_dup_counts (answer->comparison->counts, answer->comparison->settings)
                                       : NULL;

  gtk_label_set_text (self->headline, headline);
  gtk_label_set_text (self->in_full, kinds_in_full != NULL ? kinds_in_full : "");
  gtk_widget_set_visible (GTK_WIDGET (self->in_full), kinds_in_full != NULL);
  gtk_label_set_text (self->scope, scope != NULL ? scope : "");
  gtk_widget_set_visible (GTK_WIDGET (self->scope), scope != NULL);
  gtk_widget_set_visible (self->head, self->question->compare || scope != NULL || answer->entries->len == 0
                                          || !tenure_history_question_asks_all (self->question));
}

static void
show_record_button (TenureHistoryPage *self, const char *title)
{
  gboolean one = self->record_type != TENURE_RECORD_NONE;

  gtk_widget_set_visible (GTK_WIDGET (self->search), !one);
  gtk_widget_set_visible (self->record_button, one);
  if (!one)
    return;
  if (title == NULL)
    title = _ (tenure_record_def (self->record_type)->label);
  gtk_label_set_text (self->record_label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->record_button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static gboolean
same_names (GtkStringList *list, GPtrArray *names)
{
  gboolean same = g_list_model_get_n_items (G_LIST_MODEL (list)) == names->len + 1;

  for (guint i = 0; same && i < names->len; i++)
    same = g_str_equal (gtk_string_list_get_string (list, i + 1), names->pdata[i]);
  return same;
}

/* Keeps whom the user has chosen, who has made steps as long as the history is there. */
static void
show_authors (TenureHistoryPage *self, GPtrArray *names)
{
  GtkStringList *list = GTK_STRING_LIST (gtk_drop_down_get_model (self->authors));
  g_autofree char *chosen = g_strdup (get_author (self));
  guint selected = 0;

  if (same_names (list, names))
    return;
  self->filling = TRUE;
  gtk_string_list_splice (list, 1, g_list_model_get_n_items (G_LIST_MODEL (list)) - 1, NULL);
  for (guint i = 0; i < names->len; i++)
    {
      gtk_string_list_append (list, names->pdata[i]);
      if (g_strcmp0 (names->pdata[i], chosen) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_selected (self->authors, selected);
  self->filling = FALSE;
}

static gboolean
is_empty (TenureHistoryPage *self, const TenureHistoryAnswer *answer)
{
  return answer->authors->len == 0 && answer->entries != NULL && answer->entries->len == 0
         && get_period (self) == TENURE_HISTORY_ANY_TIME && tenure_history_question_asks_all (self->question);
}

static void
show_answer (TenureHistoryPage *self, TenureHistoryAnswer *answer)
{
  show_authors (self, answer->authors);
  show_record_button (self, answer->record_title);
  gtk_widget_set_visible (self->copy_button, self->question->compare);
  gtk_widget_set_sensitive (self->copy_button, answer->comparison != NULL && answer->comparison->n_records > 0);
  show_head (self, answer);
  gtk_stack_set_visible_child_name (self->stack, is_empty (self, answer) ? "empty" : "content");
  gtk_stack_set_visible_child (self->lists, self->question->compare ? GTK_WIDGET (self->result) : GTK_WIDGET (self->steps));
  if (answer->entries != NULL && answer->entries->len > 0 && tenure_history_question_asks_all (self->question))
    {
      g_free (self->newest);
      self->newest = g_strdup (((const TenureHistoryEntry *) answer->entries->pdata[0])->at);
    }
  if (answer->entries != NULL)
    tenure_history_steps_show (self->steps, self->question, answer->entries, answer->more);
  else
    tenure_history_result_show (self->result, self->question, g_steal_pointer (&answer->comparison));
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenureHistoryPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureHistoryAnswer) answer = tenure_history_ask_finish (result, &error);
  g_autofree char *words = NULL;

  /* Overtaken: a newer question will be answered. */
  if (self->asking == NULL || g_task_get_cancellable (G_TASK (result)) != self->asking)
    return;
  g_clear_object (&self->asking);
  if (answer != NULL)
    {
      show_answer (self, answer);
      return;
    }
  words = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (self->failure, words);
  gtk_widget_set_visible (self->copy_button, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
ask (gpointer widget)
{
  TenureHistoryPage *self = widget;

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  g_clear_pointer (&self->question, tenure_history_question_free);
  self->question = make_question (self);
  tenure_history_ask_async (get_document (self), self->question, self->asking, answered_cb, g_object_ref (self));
}

/* --- Controls ------------------------------------------------------------------------------------------------ */

static void
asked_otherwise_cb (TenureHistoryPage *self)
{
  if (self->filling || self->session == NULL)
    return;
  self->n_steps = STEPS_AT_ONCE;
  gtk_revealer_set_reveal_child (self->days_revealer, get_period (self) == TENURE_HISTORY_DAYS);
  ask (self);
}

static void
period_changed_cb (TenureHistoryPage *self)
{
  if (!self->filling && self->session != NULL)
    self->period_chosen = TRUE;
  asked_otherwise_cb (self);
}

/* Shows @period, with the days of it where it is one of days. */
static void
set_period (TenureHistoryPage *self, TenureHistoryPeriod period, TenureDay from)
{
  g_autofree char *day = tenure_day_is_known (from) ? tenure_day_dup_label (from) : NULL;

  self->filling = TRUE;
  self->from = from;
  self->to = TENURE_DAY_NONE;
  gtk_editable_set_text (GTK_EDITABLE (self->from_entry), day != NULL ? day : "");
  gtk_editable_set_text (GTK_EDITABLE (self->to_entry), "");
  gtk_drop_down_set_selected (self->periods, period);
  self->filling = FALSE;
}

/* What changed since ever is everything: a stretch of time is offered, for which the day is there to be changed. Step by
 * step all are listed again, unless the user has chosen meanwhile. */
static void
view_changed_cb (TenureHistoryPage *self)
{
  gboolean compares = gtk_toggle_button_get_active (self->result_button);

  if (self->filling || self->session == NULL)
    return;
  if (compares && !self->period_chosen && get_period (self) == TENURE_HISTORY_ANY_TIME)
    {
      set_period (self, TENURE_HISTORY_DAYS, tenure_history_offer_day (self->newest, tenure_day_today ()));
      self->period_offered = TRUE;
    }
  else if (!compares && self->period_offered && !self->period_chosen)
    set_period (self, TENURE_HISTORY_ANY_TIME, TENURE_DAY_NONE);
  asked_otherwise_cb (self);
}

static void
search_changed_cb (TenureHistoryPage *self)
{
  asked_otherwise_cb (self);
}

static void
record_clicked_cb (TenureHistoryPage *self)
{
  self->record_type = TENURE_RECORD_NONE;
  self->record = TENURE_ID_NONE;
  show_record_button (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  asked_otherwise_cb (self);
}

/* TRUE with the day, NONE for an empty entry. */
static gboolean
read_day (GtkEntry *entry, TenureDay *out_day, GError **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  gboolean good;

  *out_day = TENURE_DAY_NONE;
  good = *text == '\0' || tenure_read_day (text, out_day, error);
  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  return good;
}

static void
days_changed_cb (TenureHistoryPage *self)
{
  TenureDay from, to;
  g_autoptr (GError) error = NULL;
  gboolean from_good = read_day (self->from_entry, &from, &error);
  gboolean to_good = read_day (self->to_entry, &to, from_good ? &error : NULL);
  const char *fault = NULL;

  if (!from_good || !to_good)
    fault = error->message;
  else if (tenure_day_is_known (from) && tenure_day_is_known (to) && to < from)
    fault = _ ("The last day is before the first.");
  gtk_label_set_text (self->days_fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->days_fault), fault != NULL);
  if (fault != NULL || self->filling)
    return;
  self->period_chosen = TRUE;
  self->from = from;
  self->to = to;
  asked_otherwise_cb (self);
}

static void
more_cb (TenureHistoryPage *self)
{
  self->n_steps += STEPS_AT_ONCE;
  ask (self);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenureHistoryPage) self = data;
  g_autoptr (TenureHistoryAnswer) answer = tenure_history_ask_finish (result, NULL);
  g_autofree char *cells = NULL;

  gtk_widget_set_sensitive (self->copy_button, TRUE);
  if (answer == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  cells = tenure_history_dup_cells (answer->comparison);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), cells);
}

/* All of them, not only those that are shown. */
static void
copy_clicked_cb (TenureHistoryPage *self)
{
  g_autoptr (TenureHistoryQuestion) all = tenure_history_question_dup (self->question);

  all->skip = 0;
  all->max = 0;
  gtk_widget_set_sensitive (self->copy_button, FALSE);
  tenure_history_ask_async (get_document (self), all, NULL, copied_cb, g_object_ref (self));
}

void
tenure_history_page_show_record (TenureHistoryPage *self, TenureRecordType type, TenureId id)
{
  g_return_if_fail (TENURE_IS_HISTORY_PAGE (self));

  self->filling = TRUE;
  self->record_type = type;
  self->record = id;
  gtk_drop_down_set_selected (self->kinds, 0);
  gtk_drop_down_set_selected (self->authors, 0);
  gtk_drop_down_set_selected (self->periods, TENURE_HISTORY_ANY_TIME);
  self->period_chosen = self->period_offered = FALSE;
  gtk_toggle_button_set_active (self->steps_button, TRUE);
  self->filling = FALSE;
  asked_otherwise_cb (self);
}

/* --- Following the document ----------------------------------------------------------------------------------- */

static void
document_changed_cb (TenureHistoryPage *self)
{
  tenure_when_shown (GTK_WIDGET (self), ask);
}

static void
document_saved_cb (TenureHistoryPage *self)
{
  if (get_period (self) == TENURE_HISTORY_SINCE_SAVED)
    document_changed_cb (self);
}

/* --- Object -------------------------------------------------------------------------------------------------- */

static void
tenure_history_page_dispose (GObject *object)
{
  TenureHistoryPage *self = TENURE_HISTORY_PAGE (object);
  GtkWidget *child;

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->question, tenure_history_question_free);
  g_clear_pointer (&self->newest, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (tenure_history_page_parent_class)->dispose (object);
}

static void
tenure_history_page_class_init (TenureHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_history_page_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenure_app/Tenure/history/history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TenureHistoryPage, steps_button);
  gtk_widget_class_bind_template_child (widget_class, TenureHistoryPage, result_button);
  gtk_widget_class_bind_template_child (widget_class, TenureHistoryPage, copy_button);
  gtk_widget_class_bind_template_child (widget_class, TenureHistoryPage, past_button);
  gtk_widget_class_bind_template_child (widget_class, TenureHistoryPage, search);
  gtk_widget_class_bind_template_child (widget_class, TenureHistoryPage, record_button);
  gtk_widget_class_bind_template_child (widget_class, TenureHistoryPage, record_label);
  gtk_widget_class_bind_template_child (widget_class, TenureHistoryPage, kinds);
  gtk_widget_class_bind_template_child (widget_class, TenureHistoryPage, authors);
  gtk_widget_class_bind_template_child (widget_class, TenureHistoryPage, periods);
  gtk_widget_class_bind_template_child (widget_class, TenureHistoryPage, days_revealer);
  gtk_widget_class_bind_template_child (widget_class, TenureHistoryPage, from_entry);
  gtk_widget_class_bind_template_child (widget_class, TenureHistoryPage, to_entry);
  gtk_widget_class_bind_template_child (widget_class, TenureHistoryPage, days_fault);
  gtk_widget_class_bind_template_child (widget_class, TenureHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TenureHistoryPage, head);
  gtk_widget_class_bind_template_child (widget_class, TenureHistoryPage, headline);
  gtk_widget_class_bind_template_child (widget_class, TenureHistoryPage, in_full);
  gtk_widget_class_bind_template_child (widget_class, TenureHistoryPage, scope);
  gtk_widget_class_bind_template_child (widget_class, TenureHistoryPage, lists);
  gtk_widget_class_bind_template_child (widget_class, TenureHistoryPage, failure);
  gtk_widget_class_bind_template_callback (widget_class, asked_otherwise_cb);
  gtk_widget_class_bind_template_callback (widget_class, period_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, days_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
}

static void
fill_choices (TenureHistoryPage *self)
{
  g_autoptr (GtkStringList) kind_names = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) author_names = gtk_string_list_new ((const char *[]){ _ ("Anybody"), NULL });
  g_autoptr (GtkStringList) period_names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (kind_names, kinds[i] == TENURE_RECORD_NONE ? _ ("All kinds")
                                                                       : _ (tenure_record_def (kinds[i])->label_plural));
  for (TenureHistoryPeriod period = 0; period < TENURE_HISTORY_N_PERIODS; period++)
    gtk_string_list_append (period_names, tenure_history_period_label (period));
  gtk_drop_down_set_model (self->kinds, G_LIST_MODEL (kind_names));
  gtk_drop_down_set_model (self->authors, G_LIST_MODEL (author_names));
  gtk_drop_down_set_model (self->periods, G_LIST_MODEL (period_names));
  tenure_drop_down_set_name (self->kinds, _ ("Kind of record"));
  tenure_drop_down_set_name (self->authors, _ ("Person"));
  tenure_drop_down_set_name (self->periods, _ ("Time"));
}

static void
tenure_history_page_init (TenureHistoryPage *self)
{
  self->n_steps = STEPS_AT_ONCE;
  self->record_type = TENURE_RECORD_NONE;
  self->from = TENURE_DAY_NONE;
  self->to = TENURE_DAY_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self);
  tenure_history_past_set_up_button (self->past_button);
  gtk_stack_add_named (self->stack,
                       tenure_empty_state_new ("tenure-history-symbolic", _ ("Nothing Has Changed Yet"),
                                               _ ("Every change is kept here with its author and time, and can be undone."),
                                               TENURE_RECORD_NONE),
                       "empty");
}

GtkWidget *
tenure_history_page_new (TenureSession *session)
{
  TenureHistoryPage *self = g_object_new (TENURE_TYPE_HISTORY_PAGE, NULL);
  TenureDocument *document = tenure_session_get_document (session);

  self->session = g_object_ref (session);
  self->steps = TENURE_HISTORY_STEPS (tenure_history_steps_new (session));
  self->result = TENURE_HISTORY_RESULT (tenure_history_result_new (session));
  tenure_whole_note_add (GTK_WIDGET (self->stack), session,
                         _ ("Portfolio, search and filters choose agreements; the history is of the whole document."),
                         FALSE);
  gtk_stack_add_child (self->lists, GTK_WIDGET (self->steps));
  gtk_stack_add_child (self->lists, GTK_WIDGET (self->result));
  g_signal_connect_object (self->steps, "more", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::dirty", G_CALLBACK (document_saved_cb), self, G_CONNECT_SWAPPED);
  /* A document of the past has no past of its own to be looked at: its title would tell two days. */
  gtk_widget_set_visible (GTK_WIDGET (self->past_button), tenure_document_get_recorded (document) == NULL);
  document_changed_cb (self);
  return GTK_WIDGET (self);
}
