#include "config.h"
#include "app/history/history-step.h"

#include "app/history/history-row.h"
#include "app/history/history-words.h"

#include <adwaita.h>
#include "base/count.h"
#include "base/i18n.h"

/* Records told of at first, so that the steps stay in sight of each other, and with each "Show More". */
#define RECORDS_AT_FIRST 5
#define RECORDS_AT_ONCE 50

/* What a row knows of its step, for the time when it is opened. */
typedef struct
{
  TenureSession *session;
  TenureHistoryQuestion *question; /* what it changed; `skip` tells how much is shown */
  GCancellable *reading;           /* NULL while nothing is read */
  GtkWidget *last;                 /* the row at the end that goes when there is more to show; NULL */
  gboolean begun;
} Step;

static void
step_free (gpointer data)
{
  Step *step = data;

  if (step->reading != NULL)
    g_cancellable_cancel (step->reading);
  g_clear_object (&step->reading);
  tenure_history_question_free (step->question);
  g_object_unref (step->session);
  g_free (step);
}

static Step *
get_step (AdwExpanderRow *row)
{
  return g_object_get_data (G_OBJECT (row), "step");
}

/* --- What it changed ----------------------------------------------------------------------------------------- */

static void
set_last (AdwExpanderRow *row, GtkWidget *last)
{
  Step *step = get_step (row);

  if (step->last != NULL)
    adw_expander_row_remove (row, step->last);
  step->last = last;
  if (last != NULL)
    adw_expander_row_add_row (row, last);
}

static void read_on (AdwExpanderRow *row);

static GtkWidget *
more_row_new (AdwExpanderRow *row, guint n_left)
{
  GtkWidget *more = adw_action_row_new ();
  g_autofree char *title =
      tenure_count_dup_words (ngettext ("Show More: %s Record Left", "Show More: %s Records Left", n_left), n_left);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (more), title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (more), TRUE);
  g_signal_connect_object (more, "activated", G_CALLBACK (read_on), row, G_CONNECT_SWAPPED);
  return more;
}

static void
show_records (AdwExpanderRow *row, const TenureHistoryComparison *comparison)
{
  Step *step = get_step (row);

  set_last (row, NULL);
  for (guint i = 0; i < comparison->records->len; i++)
    adw_expander_row_add_row (row, tenure_history_row_new (step->session, comparison->records->pdata[i], TRUE));
  step->question->skip += comparison->records->len;
  step->question->max = RECORDS_AT_ONCE;
  if (step->question->skip < comparison->n_records)
    set_last (row, more_row_new (row, comparison->n_records - step->question->skip));
  else if (comparison->settings)
    set_last (row, tenure_history_row_new_plain (_ ("Settings of the portfolio"), _ ("changed")));
  else if (comparison->n_records == 0)
    set_last (row,
              tenure_history_row_new_plain (_ ("Nothing of what is asked for"), _ ("This step changed other records.")));
}

/* The row may be gone by now. */
static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GWeakRef *weak = data;
  g_autoptr (AdwExpanderRow) row = g_weak_ref_get (weak);
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureHistoryAnswer) answer = tenure_history_ask_finish (result, &error);

  g_weak_ref_clear (weak);
  g_free (weak);
  if (row == NULL || gtk_widget_get_parent (GTK_WIDGET (row)) == NULL)
    return;
  g_clear_object (&get_step (row)->reading);
  if (answer != NULL)
    show_records (row, answer->comparison);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    set_last (row, tenure_history_row_new_plain (_ ("The details cannot be read"), error->message));
}

static void
read_on (AdwExpanderRow *row)
{
  Step *step = get_step (row);
  GWeakRef *weak;

  if (step->reading != NULL)
    return;
  weak = g_new (GWeakRef, 1);
  g_weak_ref_init (weak, row);
  step->reading = g_cancellable_new ();
  set_last (row, tenure_history_row_new_plain (_ ("Reading…"), ""));
  tenure_history_ask_async (tenure_session_get_document (step->session), step->question, step->reading, answered_cb, weak);
}

/* --- What can be done ---------------------------------------------------------------------------------------- */

static GtkWidget *
button_new (const char *label, const char *tooltip, const char *action, gint64 seq)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", seq);
  return button;
}

static GtkWidget *
restore_button_new (const TenureHistoryEntry *entry)
{
  if (entry->state != TENURE_HISTORY_DONE)
    return button_new (_ ("Redo to Here"), _ ("Redo up to and with this step"), "win.restore", entry->seq);
  return button_new (_ ("Go Back to Here"),
                     _ ("Undo all steps after this one, also those that are not listed; they can be redone"), "win.restore",
                     entry->seq);
}

/* What is wanted less often stands with what the step changed. */
static GtkWidget *
commands_row_new (const TenureHistoryEntry *entry, gboolean editable)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_add_css_class (box, "toolbar");
  if (editable)
    gtk_box_append (GTK_BOX (box),
                    button_new (_ ("Go Back to Before This"), _ ("Undo this step and all after it; they can be redone"),
                                "win.restore", entry->seq - 1));
  gtk_box_append (GTK_BOX (box),
                  button_new (_ ("View as Recorded Then"),
                              _ ("Open the portfolio as it was after this step, for looking, in a window of its own"),
                              "win.view-past", entry->seq));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static void
expanded_cb (AdwExpanderRow *row, GParamSpec *pspec, gpointer data)
{
  Step *step = get_step (row);
  const TenureHistoryEntry *entry = g_object_get_data (G_OBJECT (row), "entry");
  gboolean editable = !tenure_document_is_read_only (tenure_session_get_document (step->session));

  if (!adw_expander_row_get_expanded (row) || step->begun)
    return;
  step->begun = TRUE;
  if (entry->state == TENURE_HISTORY_DONE)
    adw_expander_row_add_row (row, commands_row_new (entry, editable));
  read_on (row);
}

/* --- The row ------------------------------------------------------------------------------------------------- */

static char *
dup_subtitle (const TenureHistoryEntry *entry)
{
  g_autofree char *time = tenure_history_dup_time (entry);
  g_autofree char *counts = tenure_history_dup_summary (entry->counts, entry->settings);
  g_autoptr (GString) text = g_string_new (time);

  if (entry->author != NULL && *entry->author != '\0')
    g_string_append_printf (text, " · %s", entry->author);
  if (*counts != '\0')
    g_string_append_printf (text, " · %s", counts);
  if (entry->state == TENURE_HISTORY_UNDONE)
    g_string_append_printf (text, " · %s", _ ("undone"));
  if (entry->state == TENURE_HISTORY_DROPPED)
    g_string_append_printf (text, " · %s", _ ("undone and replaced by later work"));
  return g_markup_escape_text (text->str, (gssize) text->len);
}

/* As much of @entry as the row needs later. */
static TenureHistoryEntry *
entry_dup (const TenureHistoryEntry *entry)
{
  TenureHistoryEntry *copy = g_memdup2 (entry, sizeof *entry);

  copy->at = g_strdup (entry->at);
  copy->author = g_strdup (entry->author);
  copy->label = g_strdup (entry->label);
  return copy;
}

static Step *
step_new (TenureSession *session, const TenureHistoryQuestion *question, gint64 seq)
{
  Step *step = g_new0 (Step, 1);

  step->session = g_object_ref (session);
  step->question = tenure_history_question_dup (question);
  step->question->step = seq;
  step->question->skip = 0;
  step->question->max = RECORDS_AT_FIRST;
  return step;
}

GtkWidget *
tenure_history_step_new (TenureSession *session,
                         const TenureHistoryQuestion *question,
                         const TenureHistoryEntry *entry,
                         gboolean newest)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *title = g_markup_escape_text (entry->label, -1);
  g_autofree char *subtitle = dup_subtitle (entry);
  gboolean editable = !tenure_document_is_read_only (tenure_session_get_document (session));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  g_object_set_data_full (G_OBJECT (row), "step", step_new (session, question, entry->seq), step_free);
  g_object_set_data_full (G_OBJECT (row), "entry", entry_dup (entry), (GDestroyNotify) tenure_history_entry_free);
  if (entry->state != TENURE_HISTORY_DONE)
    gtk_widget_add_css_class (row, "tenure-undone");
  if (entry->state == TENURE_HISTORY_DROPPED)
    adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), FALSE);
  else if (!newest && editable)
    adw_expander_row_add_action (ADW_EXPANDER_ROW (row), restore_button_new (entry));
  g_signal_connect (row, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
  return row;
}
