#include "config.h"
#include "app/timeline/timeline-print.h"

#include "app/window.h"
#include "chart/timeline-pages.h"

#include "base/i18n.h"

typedef struct
{
  TenureWindow *window;
  TenureTimelineModel *model;
  TenureDay from, after;
  TenureChartTheme theme;
  GFile *file;              /* NULL until it is chosen */
  TenureProgress *progress; /* NULL until the work begins */
} Print;

static void
print_free (gpointer data)
{
  Print *print = data;

  if (print->progress != NULL)
    tenure_progress_finish (print->progress);
  g_clear_object (&print->progress);
  g_clear_object (&print->file);
  tenure_timeline_model_unref (print->model);
  g_object_unref (print->window);
  g_free (print);
}

/* --- On the worker --- */

static void
progress_cb (double fraction, gpointer data)
{
  tenure_progress_set_fraction (data, fraction);
}

static void
print_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Print *print = data;
  TenureTimelinePaper paper = { .from = print->from, .after = print->after };
  g_autoptr (TenureTimelinePages) pages = NULL;
  GError *error = NULL;

  paper.frame = (TenureTimelineFrame){ .width = TENURE_TIMELINE_A4_WIDTH_PX,
                                       .height = TENURE_TIMELINE_A4_HEIGHT_PX,
                                       .as_of = print->model->as_of,
                                       .notes = print->model->notes,
                                       .strip = TRUE };
  pages = tenure_timeline_pages_new (print->model->index, &paper, &print->theme, &error);
  if (pages != NULL && tenure_timeline_pages_export (pages, print->file, progress_cb, print->progress, cancellable, &error))
    g_task_return_int (task, tenure_timeline_pages_get_n (pages));
  else
    g_task_return_error (task, error);
}

/* --- In the window --- */

static void
printed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  const Print *print = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = g_file_get_basename (print->file);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gssize n = g_task_propagate_int (G_TASK (result), &error);

  if (n < 0)
    {
      tenure_window_report (print->window, _ ("The Pages Were Not Saved"), error);
      return;
    }
  /* Translators: a number of pages, the name of a file. */
  text = g_strdup_printf (ngettext ("Saved %1$u page as “%2$s”", "Saved %1$u pages as “%2$s”", (gulong) n), (guint) n, name);
  tenure_window_toast (print->window, text);
}

static void
start (Print *print)
{
  g_autoptr (GTask) task = NULL;

  print->progress = tenure_progress_new (_ ("Saving pages of the timeline"));
  tenure_window_add_progress (print->window, print->progress);
  task = g_task_new (print->window, tenure_progress_get_cancellable (print->progress), printed_cb, NULL);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, print, print_free);
  g_task_run_in_thread (task, print_thread);
}

static GFile *
with_ending (GFile *file)
{
  g_autofree char *path = g_file_get_uri (file);
  g_autofree char *whole = g_str_has_suffix (path, ".pdf") ? g_strdup (path) : g_strconcat (path, ".pdf", NULL);

  return g_file_new_for_uri (whole);
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  Print *print = data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    {
      print->file = with_ending (file);
      start (print);
    }
  else
    print_free (print);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

void
tenure_timeline_print (GtkWidget *widget, TenureTimelineModel *model, TenureDay from, TenureDay after, const char *family)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GtkFileChooserNative *dialog;
  TenureChartTheme screen;
  Print *print;

  if (!TENURE_IS_WINDOW (root))
    return;
  print = g_new0 (Print, 1);
  print->window = g_object_ref (TENURE_WINDOW (root));
  print->model = tenure_timeline_model_ref (model);
  print->from = from;
  print->after = after;
  /* On paper letters have their usual size, whatever the screen's. */
  tenure_chart_theme_init (&screen, FALSE, FALSE, 1, family);
  tenure_chart_theme_init_export (&print->theme, &screen, FALSE);
  dialog = gtk_file_chooser_native_new (_ ("Save as Pages"), GTK_WINDOW (root), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"),
                                        _ ("_Cancel"));
  gtk_file_filter_set_name (filter, _ ("Pages (PDF)"));
  gtk_file_filter_add_suffix (filter, "pdf");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), "timeline.pdf");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), print);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
