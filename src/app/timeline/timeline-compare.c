#include "config.h"
#include "app/timeline/timeline-compare.h"

#include "app/gtk/list-box.h"
#include "app/history/history-period.h"
#include "app/progress.h"
#include "app/window.h"
#include "exchange/read-date.h"
#include "store/history-filter.h"
#include "store/history-travel.h"

#include "base/i18n.h"

/* The parts of the popover; they live as long as the button. */
typedef struct
{
  TenureTimelineCompareClient client;
  GtkMenuButton *button;
  GtkWidget *entry, *fault, *stop;
  GCancellable *going; /* of the newest going back; NULL: there was none */
} Asking;

/* What is under way is not wanted any more. */
static void
give_up (Asking *asking)
{
  if (asking->going != NULL)
    g_cancellable_cancel (asking->going);
  g_clear_object (&asking->going);
}

static void
asking_free (gpointer data)
{
  give_up (data);
  g_free (data);
}

/* One going back: the button may be gone when it ends. */
typedef struct
{
  GtkMenuButton *button; /* a reference */
  TenureProgress *progress;
  TenureDay day;
} Going;

static void
going_free (Going *going)
{
  tenure_progress_finish (going->progress);
  g_object_unref (going->progress);
  g_object_unref (going->button);
  g_free (going);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Going, going_free)

static Asking *
asking_of (GtkMenuButton *button)
{
  return g_object_get_data (G_OBJECT (button), "compare");
}

static void
set_fault (Asking *asking, const char *fault)
{
  gtk_label_set_text (GTK_LABEL (asking->fault), fault != NULL ? fault : "");
  gtk_widget_set_visible (asking->fault, fault != NULL);
}

static void
show_state (Asking *asking, TenureDay day)
{
  g_autofree char *label = tenure_day_is_known (day) ? tenure_day_dup_label (day) : NULL;
  /* Translators: the day whose record stands behind the bars. */
  g_autofree char *text = label != NULL ? g_strdup_printf (_ ("Behind: %s"), label) : g_strdup (_ ("Compare"));

  gtk_menu_button_set_label (asking->button, text);
  if (asking->stop != NULL)
    gtk_widget_set_sensitive (asking->stop, label != NULL);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Going) going = data;
  Asking *asking = asking_of (going->button);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (going->button));
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureDocument) past = tenure_document_open_past_finish (TENURE_DOCUMENT (source), result, &error);

  /* Whoever gave it up, the page may be gone. */
  if (g_cancellable_is_cancelled (tenure_progress_get_cancellable (going->progress)))
    return;
  if (past == NULL)
    {
      if (TENURE_IS_WINDOW (root))
        tenure_window_report (TENURE_WINDOW (root), _ ("The Portfolio Cannot Be Shown as It Was"), error);
      return;
    }
  /* Gone to another document, or away, meanwhile. */
  if (asking == NULL || asking->client.get_document (asking->client.data) != TENURE_DOCUMENT (source))
    return;
  show_state (asking, going->day);
  asking->client.changed (past, going->day, asking->client.data);
}

static void
progress_cb (double fraction, gpointer progress)
{
  tenure_progress_set_fraction (progress, fraction);
}

static void
go_back (Asking *asking, TenureDocument *document, gint64 seq, TenureDay day)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (asking->button));
  g_autofree char *when = tenure_day_dup_label (day);
  g_autofree char *title = g_strdup_printf (_ ("Going back to %s"), when);
  Going *going = g_new (Going, 1);

  *going = (Going){ g_object_ref (asking->button), tenure_progress_new (title), day };
  give_up (asking);
  asking->going = g_object_ref (tenure_progress_get_cancellable (going->progress));
  if (TENURE_IS_WINDOW (root))
    tenure_window_add_progress (TENURE_WINDOW (root), going->progress);
  tenure_document_open_past_async (document, seq, when, progress_cb, going->progress,
                                   tenure_progress_get_cancellable (going->progress), opened_cb, going);
}

static void
compare_cb (Asking *asking)
{
  TenureDocument *document = asking->client.get_document (asking->client.data);
  g_autoptr (GError) error = NULL;
  g_autofree char *end = NULL;
  gint64 seq = 0;
  TenureDay day;

  if (document == NULL)
    return;
  if (!tenure_read_day (gtk_editable_get_text (GTK_EDITABLE (asking->entry)), &day, &error))
    {
      set_fault (asking, error->message);
      return;
    }
  end = tenure_history_dup_moment (tenure_day_after (day));
  if (!tenure_history_find_step (tenure_document_get_reader (document), end, &seq, &error))
    {
      set_fault (asking, error->message);
      return;
    }
  if (seq == 0)
    {
      set_fault (asking, _ ("Nothing had been recorded by the end of that day."));
      return;
    }
  gtk_menu_button_popdown (asking->button);
  go_back (asking, document, seq, day);
}

static void
stop_cb (Asking *asking)
{
  gtk_menu_button_popdown (asking->button);
  give_up (asking);
  show_state (asking, TENURE_DAY_NONE);
  asking->client.changed (NULL, TENURE_DAY_NONE, asking->client.data);
}

static void
entry_changed_cb (Asking *asking)
{
  set_fault (asking, NULL);
}

static void
create_popover (GtkMenuButton *button, gpointer data)
{
  Asking *asking = data;
  GtkWidget *popover, *box, *compare;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  popover = gtk_popover_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  compare = gtk_button_new_with_label (_ ("Show Behind the Bars"));
  asking->entry = gtk_entry_new ();
  asking->fault = tenure_popover_words_new ("", "error");
  asking->stop = gtk_button_new_with_label (_ ("Stop Comparing"));
  gtk_entry_set_placeholder_text (GTK_ENTRY (asking->entry), _ ("3 Mar 2026"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (asking->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("As recorded on"), -1);
  gtk_widget_set_visible (asking->fault, FALSE);
  gtk_widget_add_css_class (compare, "suggested-action");
  gtk_widget_set_sensitive (asking->stop, FALSE);
  gtk_box_append (GTK_BOX (box),
                  tenure_popover_words_new (_ ("What was recorded at the end of this day stands behind the bars."), NULL));
  gtk_box_append (GTK_BOX (box), asking->entry);
  gtk_box_append (GTK_BOX (box), asking->fault);
  gtk_box_append (GTK_BOX (box), compare);
  gtk_box_append (GTK_BOX (box), asking->stop);
  g_signal_connect_swapped (asking->entry, "activate", G_CALLBACK (compare_cb), asking);
  g_signal_connect_swapped (asking->entry, "changed", G_CALLBACK (entry_changed_cb), asking);
  g_signal_connect_swapped (compare, "clicked", G_CALLBACK (compare_cb), asking);
  g_signal_connect_swapped (asking->stop, "clicked", G_CALLBACK (stop_cb), asking);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

void
tenure_timeline_compare_set_up (GtkMenuButton *button, const TenureTimelineCompareClient *client)
{
  Asking *asking = g_new0 (Asking, 1);

  *asking = (Asking){ .client = *client, .button = button };
  g_object_set_data_full (G_OBJECT (button), "compare", asking, asking_free);
  show_state (asking, TENURE_DAY_NONE);
  gtk_menu_button_set_create_popup_func (button, create_popover, asking, NULL);
}

void
tenure_timeline_compare_give_up (GtkMenuButton *button)
{
  give_up (asking_of (button));
}
