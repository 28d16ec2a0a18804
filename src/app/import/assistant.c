#include "config.h"
#include "app/import/assistant.h"

#include "app/gtk/text-scale.h"
#include "app/import/import.h"
#include "app/import/preview.h"
#include "app/import/provider-list.h"
#include "app/import/run.h"
#include "store/reader.h"

#include "base/count.h"
#include "base/i18n.h"

/* Answers come in quick succession while a name is typed; the preview waits for a pause. */
#define PAUSE_MS 350

struct _TenureImportAssistant
{
  AdwWindow parent_instance;

  TenureWindow *window;
  TenureDocument *document;
  GFile *file;
  TenureImportChoices *choices;
  TenureImportOutcome *outcome; /* of the newest rehearsal, then of the import */
  TenureQuestions asked;        /* questions that were open at the first look; they stay on show */
  TenureProgress *progress;     /* of the run that is under way */
  guint rehearsal;              /* its source: waiting for a pause */
  gboolean writing;

  AdwPreferencesGroup *columns;
  AdwPreferencesGroup *questions;
  AdwPreferencesGroup *terms;
  AdwPreferencesGroup *problems;

  AdwWindowTitle *title;
  GtkWidget *cancel_button;
  GtkWidget *import_button;
  GtkSpinner *spinner;
  GtkStack *stages;
  AdwStatusPage *working_page;
  GtkProgressBar *bar;
  AdwStatusPage *failed_page;
  GtkWidget *back_button;
  GtkWidget *another_button;
  GtkLabel *summary;
  GtkLabel *detail;
  GtkWidget *unanswered; /* says how many providers are not known to be of the sector or not */
  GtkLabel *unanswered_label;
  GtkStack *parts;
  AdwPreferencesPage *columns_page;
  AdwPreferencesPage *questions_page;
  GtkStackPage *questions_stack_page;
  TenureProviderList *providers;
  GtkStackPage *providers_stack_page;
  AdwPreferencesPage *problems_page;
  GtkStackPage *problems_stack_page;
  AdwStatusPage *report_page;
  GtkWidget *report_title;
  GtkLabel *report_counts;
  GtkWidget *undo_button;
  GtkWidget *done_button;
  AdwPreferencesPage *report_problems_page;
};

G_DEFINE_FINAL_TYPE (TenureImportAssistant, tenure_import_assistant, ADW_TYPE_WINDOW)

static void rehearse (TenureImportAssistant *self);

/* --- Showing ------------------------------------------------------------------------------------------------- */

/* @by: NULL for nothing in its place. */
static void
replace_group (AdwPreferencesPage *page, AdwPreferencesGroup **group, AdwPreferencesGroup *by)
{
  if (*group != NULL)
    adw_preferences_page_remove (page, *group);
  *group = by;
  if (by != NULL)
    adw_preferences_page_add (page, by);
}

static gboolean
rehearse_cb (gpointer data)
{
  TenureImportAssistant *self = data;

  self->rehearsal = 0;
  rehearse (self);
  return G_SOURCE_REMOVE;
}

static void
choices_changed_cb (gpointer data)
{
  TenureImportAssistant *self = data;

  if (self->writing)
    return;
  g_clear_handle_id (&self->rehearsal, g_source_remove);
  self->rehearsal = g_timeout_add (PAUSE_MS, rehearse_cb, self);
  gtk_spinner_start (self->spinner);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "assistant.import", FALSE);
}

static void
provider_answered_cb (TenureImportAssistant *self, const char *name, int vcs)
{
  tenure_import_choices_set_vcs (self->choices, name, vcs);
  choices_changed_cb (self);
}

static void
show_part_title (GtkStackPage *page, const char *title, guint n)
{
  g_autofree char *count = tenure_count_dup_label (n);
  g_autofree char *counted = n > 0 ? g_strdup_printf ("%s (%s)", title, count) : g_strdup (title);

  gtk_stack_page_set_title (page, counted);
}

static gboolean
has_usual_terms (TenureImportAssistant *self)
{
  return tenure_reader_count (tenure_document_get_reader (self->document), TENURE_RECORD_USUAL_TERMS, NULL) > 0;
}

/* The parts that the user answers in are made once, or typing in them would be cut off by each rehearsal. */
static void
show_questions (TenureImportAssistant *self)
{
  if (self->asked != 0)
    replace_group (self->questions_page, &self->questions,
                   tenure_preview_questions_new (self->asked, self->choices, choices_changed_cb, self));
  if (!has_usual_terms (self))
    replace_group (self->questions_page, &self->terms, tenure_preview_terms_new (self->choices));
  gtk_stack_page_set_visible (self->questions_stack_page, self->asked != 0 || !has_usual_terms (self));
}

static guint
count_bits (guint bits)
{
  return bits == 0 ? 0 : (bits & 1) + count_bits (bits >> 1);
}

static guint
count_unknown_providers (const TenureImportReport *report)
{
  guint n = 0;

  for (guint i = 0; i < report->providers->len; i++)
    n += g_array_index (report->providers, TenureImportProvider, i).vcs == TENURE_ANSWER_UNKNOWN ? 1 : 0;
  return n;
}

/* What is not answered is out of every figure: that is said where the import is begun, which only then is the next step. */
static void
show_unanswered (TenureImportAssistant *self, guint n)
{
  g_autofree char *text = tenure_count_dup_words (
      ngettext ("%s provider is not known to be of the {sector} or not: its agreements will count in no "
                "figure of the sector until you say.",
                "%s providers are not known to be of the {sector} or not: their agreements will count in "
                "no figure of the sector until you say.",
                n),
      n);

  gtk_label_set_text (self->unanswered_label, text);
  gtk_widget_set_visible (self->unanswered, n > 0);
  if (n > 0)
    gtk_widget_remove_css_class (self->import_button, "suggested-action");
  else
    gtk_widget_add_css_class (self->import_button, "suggested-action");
}

/* The buttons of the header belong to the stage: Import while there is something to import, Done and Undo when it is in. */
static void
show_stage (TenureImportAssistant *self, const char *name, GtkWidget *button)
{
  gboolean done = button == self->done_button;

  gtk_stack_set_visible_child_name (self->stages, name);
  gtk_widget_set_visible (self->import_button, button == self->import_button);
  gtk_widget_set_visible (self->done_button, done);
  gtk_widget_set_visible (self->undo_button, done);
  gtk_widget_set_visible (self->cancel_button, !done);
}

static void
show_preview (TenureImportAssistant *self)
{
  const TenureImportReport *report = self->outcome->report;
  gboolean first = self->columns == NULL;
  g_autofree char *counts = tenure_preview_dup_counts (report);
  g_autofree char *detail = tenure_preview_dup_detail (self->outcome->plan, report);

  gtk_label_set_text (self->summary, counts);
  gtk_label_set_text (self->detail, detail);
  if (first)
    {
      self->asked = tenure_plan_get_questions (self->outcome->plan);
      replace_group (self->columns_page, &self->columns,
                     tenure_preview_columns_new (self->outcome->plan, self->choices, choices_changed_cb, self));
      show_questions (self);
    }
  tenure_provider_list_set_report (self->providers, report);
  replace_group (self->problems_page, &self->problems, tenure_preview_problems_new (report));
  gtk_stack_page_set_visible (self->providers_stack_page, report->providers->len > 0);
  show_part_title (self->questions_stack_page, _ ("Questions"),
                   count_bits (tenure_plan_get_questions (self->outcome->plan)));
  show_part_title (self->providers_stack_page, _ ("{Sector}"), count_unknown_providers (report));
  show_unanswered (self, report->profile == TENURE_PROFILE_ORGANISATIONS ? 0 : count_unknown_providers (report));
  show_part_title (self->problems_stack_page, _ ("Problems"), report->n_errors + report->n_warnings + report->n_notes);
  show_stage (self, "preview", self->import_button);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "assistant.import", report->records_read > report->refused);
  if (first)
    gtk_widget_grab_focus (self->import_button);
}

/* What was wrong, and two ways on: back to the preview where there was one, or another file. */
static void
show_failure (TenureImportAssistant *self, const GError *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->failed_page, escaped);
  gtk_widget_set_visible (self->back_button, self->columns != NULL);
  show_stage (self, "failed", self->cancel_button);
  gtk_widget_grab_focus (self->columns != NULL ? self->back_button : self->another_button);
}

static void
show_report (TenureImportAssistant *self)
{
  gboolean whole = self->outcome->report->problems->len == 0;
  AdwPreferencesGroup *problems = NULL;
  g_autofree char *counts = tenure_preview_dup_counts (self->outcome->report);

  adw_status_page_set_description (self->report_page, counts);
  gtk_label_set_text (self->report_counts, counts);
  gtk_widget_set_visible (GTK_WIDGET (self->report_page), whole);
  gtk_widget_set_visible (self->report_title, !whole);
  gtk_widget_set_visible (GTK_WIDGET (self->report_counts), !whole);
  gtk_widget_set_visible (GTK_WIDGET (self->report_problems_page), !whole);
  if (!whole)
    replace_group (self->report_problems_page, &problems, tenure_preview_problems_new (self->outcome->report));
  show_stage (self, "report", self->done_button);
  gtk_widget_grab_focus (self->done_button);
}

/* --- Running ------------------------------------------------------------------------------------------------- */

static void
progress_cb (TenureImportAssistant *self, GParamSpec *pspec, TenureProgress *progress)
{
  double fraction = tenure_progress_get_fraction (progress);

  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->bar, fraction);
  else
    gtk_progress_bar_pulse (self->bar);
}

static TenureProgress *
begin (TenureImportAssistant *self, const char *title)
{
  if (self->progress != NULL)
    g_cancellable_cancel (tenure_progress_get_cancellable (self->progress));
  g_clear_object (&self->progress);
  self->progress = tenure_progress_new (title);
  g_signal_connect_object (self->progress, "notify::fraction", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  return self->progress;
}

/* Whether the run that ended is the newest one; others were overtaken. */
static gboolean
is_newest (TenureImportAssistant *self, GAsyncResult *result)
{
  return self->progress != NULL
         && g_task_get_cancellable (G_TASK (result)) == tenure_progress_get_cancellable (self->progress);
}

static void
rehearsed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenureImportAssistant) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureImportOutcome) outcome = tenure_import_run_finish (result, &error);

  if (!is_newest (self, result))
    return;
  gtk_spinner_stop (self->spinner);
  g_clear_object (&self->progress);
  if (outcome == NULL)
    {
      show_failure (self, error);
      return;
    }
  g_clear_pointer (&self->outcome, tenure_import_outcome_free);
  self->outcome = g_steal_pointer (&outcome);
  show_preview (self);
}

static void
rehearse (TenureImportAssistant *self)
{
  TenureProgress *progress = begin (self, _ ("Looking at the file"));

  gtk_spinner_start (self->spinner);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "assistant.import", FALSE);
  tenure_import_run_async (self->file, self->choices, self->document, TENURE_IMPORT_REHEARSE, progress, rehearsed_cb,
                           g_object_ref (self));
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenureImportAssistant) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureImportOutcome) outcome = tenure_import_run_finish (result, &error);

  self->writing = FALSE;
  tenure_window_end_change (self->window, NULL);
  g_clear_object (&self->progress);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      tenure_window_toast (self->window, _ ("The import was cancelled. Nothing was taken from the file."));
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (outcome == NULL)
    show_failure (self, error);
  else
    {
      g_clear_pointer (&self->outcome, tenure_import_outcome_free);
      self->outcome = g_steal_pointer (&outcome);
      show_report (self);
    }
}

static void
import_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TenureImportAssistant *self = TENURE_IMPORT_ASSISTANT (widget);
  g_autofree char *file = g_file_get_basename (self->file);
  g_autofree char *title = g_strdup_printf (_ ("Importing “%s”"), file);
  TenureProgress *progress;

  if (self->writing || self->outcome == NULL)
    return;
  self->writing = TRUE;
  progress = begin (self, title);
  gtk_widget_action_set_enabled (widget, "assistant.import", FALSE);
  adw_status_page_set_title (self->working_page, title);
  gtk_progress_bar_set_fraction (self->bar, 0);
  show_stage (self, "working", self->cancel_button);
  gtk_widget_grab_focus (self->cancel_button);
  tenure_window_begin_change (self->window, NULL);
  tenure_import_run_async (self->file, self->choices, self->document, TENURE_IMPORT_DEFAULT, progress, imported_cb,
                           g_object_ref (self));
}

static void
show_providers_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TenureImportAssistant *self = TENURE_IMPORT_ASSISTANT (widget);

  gtk_stack_set_visible_child_name (self->parts, "providers");
  gtk_widget_child_focus (GTK_WIDGET (self->providers), GTK_DIR_TAB_FORWARD);
}

static void
undo_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TenureImportAssistant *self = TENURE_IMPORT_ASSISTANT (widget);

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  gtk_window_close (GTK_WINDOW (self));
}

/* The preview is as it was; the answer that led to the failure can be changed there. */
static void
back_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TenureImportAssistant *self = TENURE_IMPORT_ASSISTANT (widget);

  show_stage (self, "preview", self->import_button);
  gtk_widget_action_set_enabled (widget, "assistant.import", TRUE);
  gtk_widget_grab_focus (self->import_button);
}

/* Begins with @file, as if nothing had been looked at before. */
static void
look_at (TenureImportAssistant *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *title = g_strdup_printf (_ ("Looking at “%s”"), name);

  g_set_object (&self->file, file);
  replace_group (self->columns_page, &self->columns, NULL);
  replace_group (self->questions_page, &self->questions, NULL);
  replace_group (self->questions_page, &self->terms, NULL);
  g_clear_pointer (&self->outcome, tenure_import_outcome_free);
  g_clear_pointer (&self->choices, tenure_import_choices_free);
  self->choices = tenure_import_choices_new ();
  self->asked = 0;
  adw_window_title_set_subtitle (self->title, name);
  adw_status_page_set_title (self->working_page, title);
  show_stage (self, "working", self->import_button);
  rehearse (self);
}

static void
another_chosen_cb (GtkNativeDialog *native, int response, TenureImportAssistant *self)
{
  g_autoptr (GtkNativeDialog) chooser = native;
  g_autoptr (GFile) file = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;
  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  look_at (self, file);
}

static void
choose_another_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkNativeDialog *chooser = tenure_import_chooser_new (GTK_WINDOW (widget));

  g_signal_connect_object (chooser, "response", G_CALLBACK (another_chosen_cb), widget, 0);
  gtk_native_dialog_show (chooser);
}

/* --- Object -------------------------------------------------------------------------------------------------- */

/* Cancelling an import under way stops it; the window goes when it has stopped. */
static gboolean
tenure_import_assistant_close_request (GtkWindow *window)
{
  TenureImportAssistant *self = TENURE_IMPORT_ASSISTANT (window);

  if (self->progress != NULL)
    g_cancellable_cancel (tenure_progress_get_cancellable (self->progress));
  if (self->writing)
    {
      adw_status_page_set_title (self->working_page, _ ("Cancelling"));
      gtk_widget_set_sensitive (self->cancel_button, FALSE);
      return GDK_EVENT_STOP;
    }
  g_clear_handle_id (&self->rehearsal, g_source_remove);
  return GTK_WINDOW_CLASS (tenure_import_assistant_parent_class)->close_request (window);
}

static void
tenure_import_assistant_dispose (GObject *object)
{
  TenureImportAssistant *self = TENURE_IMPORT_ASSISTANT (object);

  g_clear_handle_id (&self->rehearsal, g_source_remove);
  g_clear_object (&self->progress);
  G_OBJECT_CLASS (tenure_import_assistant_parent_class)->dispose (object);
}

static void
tenure_import_assistant_finalize (GObject *object)
{
  TenureImportAssistant *self = TENURE_IMPORT_ASSISTANT (object);

  g_clear_pointer (&self->outcome, tenure_import_outcome_free);
  g_clear_pointer (&self->choices, tenure_import_choices_free);
  g_clear_object (&self->file);
  g_clear_object (&self->document);
  g_clear_object (&self->window);
  G_OBJECT_CLASS (tenure_import_assistant_parent_class)->finalize (object);
}

static void
tenure_import_assistant_class_init (TenureImportAssistantClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tenure_import_assistant_dispose;
  object_class->finalize = tenure_import_assistant_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = tenure_import_assistant_close_request;

  g_type_ensure (TENURE_TYPE_PROVIDER_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenure_app/Tenure/import/assistant.ui");
  gtk_widget_class_bind_template_child (widget_class, TenureImportAssistant, title);
  gtk_widget_class_bind_template_child (widget_class, TenureImportAssistant, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, TenureImportAssistant, import_button);
  gtk_widget_class_bind_template_child (widget_class, TenureImportAssistant, spinner);
  gtk_widget_class_bind_template_child (widget_class, TenureImportAssistant, stages);
  gtk_widget_class_bind_template_child (widget_class, TenureImportAssistant, working_page);
  gtk_widget_class_bind_template_child (widget_class, TenureImportAssistant, bar);
  gtk_widget_class_bind_template_child (widget_class, TenureImportAssistant, failed_page);
  gtk_widget_class_bind_template_child (widget_class, TenureImportAssistant, back_button);
  gtk_widget_class_bind_template_child (widget_class, TenureImportAssistant, another_button);
  gtk_widget_class_bind_template_child (widget_class, TenureImportAssistant, summary);
  gtk_widget_class_bind_template_child (widget_class, TenureImportAssistant, detail);
  gtk_widget_class_bind_template_child (widget_class, TenureImportAssistant, unanswered);
  gtk_widget_class_bind_template_child (widget_class, TenureImportAssistant, unanswered_label);
  gtk_widget_class_bind_template_child (widget_class, TenureImportAssistant, parts);
  gtk_widget_class_bind_template_child (widget_class, TenureImportAssistant, columns_page);
  gtk_widget_class_bind_template_child (widget_class, TenureImportAssistant, questions_page);
  gtk_widget_class_bind_template_child (widget_class, TenureImportAssistant, questions_stack_page);
  gtk_widget_class_bind_template_child (widget_class, TenureImportAssistant, providers);
  gtk_widget_class_bind_template_child (widget_class, TenureImportAssistant, providers_stack_page);
  gtk_widget_class_bind_template_child (widget_class, TenureImportAssistant, problems_page);
  gtk_widget_class_bind_template_child (widget_class, TenureImportAssistant, problems_stack_page);
  gtk_widget_class_bind_template_child (widget_class, TenureImportAssistant, report_page);
  gtk_widget_class_bind_template_child (widget_class, TenureImportAssistant, report_title);
  gtk_widget_class_bind_template_child (widget_class, TenureImportAssistant, report_counts);
  gtk_widget_class_bind_template_child (widget_class, TenureImportAssistant, undo_button);
  gtk_widget_class_bind_template_child (widget_class, TenureImportAssistant, done_button);
  gtk_widget_class_bind_template_child (widget_class, TenureImportAssistant, report_problems_page);
  gtk_widget_class_bind_template_callback (widget_class, provider_answered_cb);
  gtk_widget_class_install_action (widget_class, "assistant.import", NULL, import_action_cb);
  gtk_widget_class_install_action (widget_class, "assistant.show-providers", NULL, show_providers_action_cb);
  gtk_widget_class_install_action (widget_class, "assistant.undo", NULL, undo_action_cb);
  gtk_widget_class_install_action (widget_class, "assistant.back", NULL, back_action_cb);
  gtk_widget_class_install_action (widget_class, "assistant.choose-another", NULL, choose_another_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "assistant.import", NULL);
}

static void
tenure_import_assistant_init (TenureImportAssistant *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tenure_text_scale_window (GTK_WINDOW (self));
}

TenureImportAssistant *
tenure_import_assistant_new (TenureWindow *window, GFile *file)
{
  TenureImportAssistant *self = g_object_new (TENURE_TYPE_IMPORT_ASSISTANT, "transient-for", window, NULL);

  self->window = g_object_ref (window);
  self->document = g_object_ref (tenure_window_get_document (window));
  adw_window_title_set_title (self->title, _ ("Import"));
  look_at (self, file);
  return self;
}
