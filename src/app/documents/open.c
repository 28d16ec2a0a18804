#include "config.h"
#include "app/documents/open.h"

#include "app/documents/file-filters.h"
#include "app/window-private.h"
#include "store/recovery.h"

#include <glib/gi18n.h>

/* --- Windows ------------------------------------------------------------------------------------------------- */

/* Reading takes a while: the window that asked may have been closed meanwhile. */
static gboolean
is_open (TenureWindow *window)
{
  return window != NULL && gtk_window_get_application (GTK_WINDOW (window)) != NULL;
}

static TenureWindow *
show_document (TenureApplication *application, TenureWindow *window, TenureDocument *document)
{
  if (is_open (window) && tenure_window_is_pristine (window))
    tenure_window_set_document (window, document);
  else
    window = tenure_window_new (application, document);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static TenureWindow *
find_window (TenureApplication *application, GFile *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    {
      TenureDocument *document = TENURE_IS_WINDOW (l->data) ? tenure_window_get_document (l->data) : NULL;
      GFile *own = document != NULL ? tenure_document_get_file (document) : NULL;

      if (own != NULL && g_file_equal (own, file))
        return l->data;
    }
  return NULL;
}

/* There is no window to say it in; the dialog keeps the program until it is read. */
static void
say_cannot_start (TenureApplication *application, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (NULL, _("Tenure Cannot Keep a Working Copy"), error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("Close"));
  gtk_window_set_application (GTK_WINDOW (dialog), GTK_APPLICATION (application));
  gtk_window_present (GTK_WINDOW (dialog));
  g_printerr ("tenure: %s\n", error->message);
}

TenureWindow *
tenure_open_new (TenureApplication *application)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureDocument) document = tenure_document_new (NULL, &error);

  if (document == NULL)
    {
      say_cannot_start (application, error);
      return NULL;
    }
  return show_document (application, NULL, document);
}

/* --- Opening a file ------------------------------------------------------------------------------------------ */

typedef struct
{
  TenureApplication *application;
  TenureWindow *window; /* never NULL: somebody must show progress and failure */
  TenureProgress *progress;
  GFile *file;
} Opening;

static void
opening_free (Opening *opening)
{
  tenure_window_end_change (opening->window, opening->progress);
  g_application_release (G_APPLICATION (opening->application));
  g_object_unref (opening->progress);
  g_object_unref (opening->file);
  g_object_unref (opening->window);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureDocument) document = tenure_document_open_finish (result, &error);
  g_autofree char *uri = g_file_get_uri (opening->file);

  if (document == NULL)
    {
      tenure_window_report (opening->window, _("The File Cannot Be Opened"), error);
      return;
    }
  gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri);
  opening->window->working = FALSE;
  show_document (opening->application, opening->window, document);
}

void
tenure_open_file (TenureApplication *application, TenureWindow *window, GFile *file)
{
  TenureWindow *there = find_window (application, file);
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  Opening *opening;

  if (there != NULL)
    {
      gtk_window_present (GTK_WINDOW (there));
      return;
    }
  if (window == NULL)
    window = tenure_open_new (application);
  if (window == NULL)
    return;
  name = g_file_get_basename (file);
  title = g_strdup_printf (_("Opening “%s”"), name);
  opening = g_new0 (Opening, 1);
  opening->application = application;
  opening->window = g_object_ref (window);
  opening->progress = tenure_progress_new (title);
  opening->file = g_object_ref (file);
  g_application_hold (G_APPLICATION (application));
  tenure_window_begin_change (window, opening->progress);
  tenure_document_open_async (file, TENURE_OPEN_DEFAULT, NULL, tenure_progress_get_cancellable (opening->progress),
                              opened_cb, opening);
}

/* --- Asking which -------------------------------------------------------------------------------------------- */

static void
chooser_response_cb (GtkNativeDialog *native, int response, gpointer data)
{
  g_autoptr (GtkNativeDialog) chooser = native;
  g_autoptr (GFile) file = NULL;
  GtkWindow *window = gtk_native_dialog_get_transient_for (chooser);

  if (response != GTK_RESPONSE_ACCEPT)
    return;
  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  tenure_open_file (data, TENURE_IS_WINDOW (window) ? TENURE_WINDOW (window) : NULL, file);
}

void
tenure_open_choose (TenureApplication *application, TenureWindow *window)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Open Portfolio"), GTK_WINDOW (window),
                                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("Open"), _("Cancel"));

  tenure_file_filters_add_portfolio (GTK_FILE_CHOOSER (chooser));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (chooser_response_cb), application);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* --- The sample ---------------------------------------------------------------------------------------------- */

#define SAMPLE_NAME "north-ridge.tenure"

/* TENURE_DATA_DIR names the place of a program that is not installed. */
static GFile *
find_sample (void)
{
  const char *uninstalled = g_getenv ("TENURE_DATA_DIR");
  const char *const folders[] = { uninstalled != NULL ? uninstalled : TENURE_PKGDATADIR, TENURE_PKGDATADIR };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (folders[i], SAMPLE_NAME, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_file_new_for_path (path);
    }
  return NULL;
}

void
tenure_open_sample (TenureApplication *application, TenureWindow *window)
{
  g_autoptr (GFile) file = find_sample ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureDocument) document = NULL;

  if (file == NULL)
    {
      g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _("The sample portfolio is not installed with this copy of Tenure."));
    }
  else
    {
      /* As a backup is opened: a document of its own, which never overwrites the installed file. */
      TenureBackup sample = { .backup = file };

      document = tenure_backup_open (&sample, NULL, NULL, &error);
    }
  if (document != NULL)
    tenure_window_set_disposable (show_document (application, window, document), TRUE);
  else if (window != NULL)
    tenure_window_report (window, _("The Sample Cannot Be Opened"), error);
}

/* --- Recovery ------------------------------------------------------------------------------------------------ */

typedef struct
{
  TenureApplication *application;
  TenureWindow *window;
  GPtrArray *left; /* of TenureRecoverable */
} Recovery;

static void ask_about_next (Recovery *recovery);

static void
recovery_free (Recovery *recovery)
{
  g_ptr_array_unref (recovery->left);
  g_object_unref (recovery->window);
  g_free (recovery);
}

static void
recover (Recovery *recovery, const TenureRecoverable *recoverable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureDocument) document = tenure_recovery_open (recoverable, &error);

  if (document != NULL)
    show_document (recovery->application, recovery->window, document);
  else
    tenure_window_report (recovery->window, _("The Portfolio Cannot Be Recovered"), error);
}

static void
recovery_response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Recovery *recovery = data;
  const TenureRecoverable *recoverable = g_ptr_array_index (recovery->left, 0);
  g_autoptr (GError) error = NULL;

  if (g_str_equal (response, "recover"))
    recover (recovery, recoverable);
  else if (g_str_equal (response, "discard") && !tenure_recovery_discard (recoverable, &error))
    tenure_window_report (recovery->window, _("The Changes Were Not Discarded"), error);
  g_ptr_array_remove_index (recovery->left, 0);
  ask_about_next (recovery);
}

static void
ask_about_next (Recovery *recovery)
{
  const TenureRecoverable *recoverable;
  g_autoptr (GDateTime) changed = NULL;
  g_autofree char *when = NULL;
  g_autofree char *body = NULL;
  AdwMessageDialog *dialog;

  if (recovery->left->len == 0)
    {
      recovery_free (recovery);
      return;
    }
  recoverable = g_ptr_array_index (recovery->left, 0);
  changed = g_date_time_new_from_unix_local (recoverable->changed_at);
  /* Translators: day and time, as in 21 Nov 2026, 14:05 */
  when = g_date_time_format (changed, _("%-d %b %Y, %H:%M"));
  body = g_strdup_printf (_("“%s” has changes from %s that were not saved. Nothing of them is lost."),
                          recoverable->title, when);
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (recovery->window),
                                                       _("Recover a Portfolio That Was Not Saved?"), body));
  adw_message_dialog_add_responses (dialog, "later", _("Later"), "discard", _("Discard"), "recover", _("Recover"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "recover", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "recover");
  adw_message_dialog_set_close_response (dialog, "later");
  g_signal_connect (dialog, "response", G_CALLBACK (recovery_response_cb), recovery);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
tenure_open_recovered (TenureApplication *application, TenureWindow *window)
{
  g_autoptr (GPtrArray) left = tenure_recovery_list (NULL);
  Recovery *recovery;

  if (left->len == 0)
    return;
  recovery = g_new0 (Recovery, 1);
  recovery->application = application;
  recovery->window = g_object_ref (window);
  recovery->left = g_steal_pointer (&left);
  ask_about_next (recovery);
}
