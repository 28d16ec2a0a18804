#include "config.h"
#include "app/documents/export-calendar.h"

#include "app/documents/file-filters.h"
#include "app/gtk/chosen-file.h"
#include "app/window-private.h"
#include "base/count.h"
#include "report/calendar.h"

#include "base/i18n.h"
#include <string.h>

#define SUFFIX ".ics"

typedef struct
{
  TenureSnapshot *snapshot;
  GFile *file;
  char *name;
  guint n_events;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  tenure_snapshot_unref (export->snapshot);
  g_object_unref (export->file);
  g_free (export->name);
  g_free (export);
}

static void
write_calendar (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Export *export = data;
  TenureCalendarOptions options = { .name = export->name,
                                    .stamp = g_get_real_time () / G_USEC_PER_SEC,
                                    .alarm_days = TENURE_CALENDAR_ALARM_DAYS };
  g_autofree char *text = tenure_calendar_dup (tenure_snapshot_get_analysis (export->snapshot), &options, &export->n_events);
  GError *error = NULL;

  if (g_file_replace_contents (export->file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
report_failure (TenureWindow *window, GFile *file, const GError *error)
{
  tenure_file_report_unwritten (GTK_WINDOW (window), _ ("Calendar Not Saved"), file, error);
}

/* What was written is said with the filter it obeys. */
static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  TenureWindow *window = TENURE_WINDOW (source);
  const Export *export = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *count = tenure_count_dup_label (export->n_events);
  g_autofree char *scope = tenure_snapshot_dup_scope_label (export->snapshot);
  g_autofree char *text = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      report_failure (window, export->file, error);
      return;
    }
  /* Translators: a number, and what it is of, as in "Calendar with 142 entries written: All agreements" */
  text = g_strdup_printf (
      ngettext ("Calendar with %1$s entry written: %2$s", "Calendar with %1$s entries written: %2$s", export->n_events),
      count, scope);
  tenure_window_toast (window, text);
}

static void
chooser_response_cb (GtkNativeDialog *native, int response, gpointer data)
{
  g_autoptr (TenureWindow) window = data;
  g_autoptr (GtkNativeDialog) chooser = native;
  TenureSnapshot *snapshot = tenure_session_get_snapshot (window->session);
  g_autoptr (GFile) chosen = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  Export *export;

  if (response != GTK_RESPONSE_ACCEPT || snapshot == NULL)
    return;
  chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  file = tenure_file_complete (chosen, SUFFIX, &error);
  if (file == NULL)
    {
      report_failure (window, chosen, error);
      return;
    }
  export = g_new0 (Export, 1);
  export->snapshot = tenure_snapshot_ref (snapshot);
  export->file = g_steal_pointer (&file);
  export->name = g_strdup (tenure_document_get_title (tenure_window_get_document (window)));
  task = g_task_new (window, NULL, written_cb, NULL);
  g_task_set_task_data (task, export, export_free);
  g_task_run_in_thread (task, write_calendar);
}

void
tenure_export_calendar (TenureWindow *window)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Export Calendar"), GTK_WINDOW (window),
                                                               GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Export"), _ ("Cancel"));
  g_autofree char *name = g_strconcat (tenure_document_get_title (tenure_window_get_document (window)), SUFFIX, NULL);

  tenure_file_filters_add_calendar (GTK_FILE_CHOOSER (chooser));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (chooser_response_cb), g_object_ref (window));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
