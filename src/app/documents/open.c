#include "config.h"
#include "app/documents/open-private.h"

#include "app/documents/file-filters.h"
#include "app/window-private.h"
#include "store/recovery.h"

#include "base/i18n.h"

/* --- Windows ------------------------------------------------------------------------------------------------- */

/* Reading takes a while: the window that asked may have been closed meanwhile. */
static gboolean
is_open (TenureWindow *window)
{
  return window != NULL && gtk_window_get_application (GTK_WINDOW (window)) != NULL;
}

TenureWindow *
tenure_open_show_document (TenureApplication *application, TenureWindow *window, TenureDocument *document)
{
  if (is_open (window) && tenure_window_is_pristine (window))
    tenure_window_set_document (window, document);
  else
    window = tenure_window_new (application, document);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

TenureWindow *
tenure_open_find_window (TenureApplication *application, GFile *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); file != NULL && l != NULL; l = l->next)
    {
      TenureWindow *window = TENURE_IS_WINDOW (l->data) ? l->data : NULL;
      TenureDocument *document = window != NULL ? tenure_window_get_document (window) : NULL;
      GFile *own = document != NULL ? tenure_document_get_file (document) : NULL;

      if (own != NULL && g_file_equal (own, file))
        return window;
      if (window != NULL && window->opening_file != NULL && g_file_equal (window->opening_file, file))
        return window;
    }
  return NULL;
}

/* There is no window to say it in; the dialog keeps the program until it is read. */
static void
say_cannot_start (TenureApplication *application, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (NULL, _ ("Tenure Cannot Keep a Working Copy"), error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
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
  return tenure_open_show_document (application, NULL, document);
}

void
tenure_open_ensure_document (TenureWindow *window)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureDocument) document = NULL;

  if (!is_open (window) || tenure_window_get_document (window) != NULL)
    return;
  document = tenure_document_new (NULL, &error);
  if (document != NULL)
    tenure_window_set_document (window, document);
  else
    tenure_window_report (window, _ ("Tenure Cannot Keep a Working Copy"), error);
}

/* --- Opening ------------------------------------------------------------------------------------------------- */

typedef struct
{
  TenureApplication *application;
  TenureWindow *window; /* somebody must show progress and failure; NULL while nobody asked */
  TenureProgress *progress;
  GFile *file;
  gboolean sample; /* a copy of it, that is */
} Opening;

static Opening *
opening_new (TenureApplication *application, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *title = g_strdup_printf (_ ("Opening “%s”"), name);
  Opening *opening = g_new0 (Opening, 1);

  opening->application = application;
  opening->progress = tenure_progress_new (title);
  opening->file = g_object_ref (file);
  g_application_hold (G_APPLICATION (application));
  return opening;
}

/* Without a window that asked, a new one shows the progress and then the document. */
static void
opening_show_in (Opening *opening, TenureWindow *window)
{
  gboolean is_new = window == NULL;

  if (is_new)
    window = tenure_window_new (opening->application, NULL);
  opening->window = g_object_ref (window);
  g_set_object (&window->opening_file, opening->file);
  tenure_window_begin_change (window, opening->progress);
  if (is_new)
    gtk_window_present (GTK_WINDOW (window));
}

static void
opening_end (Opening *opening)
{
  g_clear_object (&opening->window->opening_file);
  tenure_window_end_change (opening->window, opening->progress);
}

static void
opening_free (Opening *opening)
{
  g_application_release (G_APPLICATION (opening->application));
  g_object_unref (opening->progress);
  g_object_unref (opening->file);
  g_clear_object (&opening->window);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
show_opened (Opening *opening, TenureDocument *document)
{
  /* What a crash left of the same file may have been recovered meanwhile. */
  TenureWindow *there = tenure_open_find_window (opening->application, tenure_document_get_file (document));
  g_autofree char *uri = g_file_get_uri (opening->file);

  if (there != NULL)
    {
      gtk_window_present (GTK_WINDOW (there));
      return;
    }
  there = tenure_open_show_document (opening->application, opening->window, document);
  if (opening->sample)
    tenure_window_set_disposable (there, TRUE);
  else
    gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri);
}

#define BEGUN "tenure-begun"

/* What was begun ahead of the window, if it is about @file; NULL otherwise. */
static Opening *
take_begun (TenureApplication *application, GFile *file)
{
  Opening *begun = g_object_get_data (G_OBJECT (application), BEGUN);

  if (begun == NULL || !g_file_equal (begun->file, file))
    return NULL;
  g_object_set_data (G_OBJECT (application), BEGUN, NULL);
  return begun;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureDocument) document = NULL;

  document = opening->sample ? tenure_backup_open_finish (result, &error) : tenure_document_open_finish (result, &error);
  if (opening->window == NULL)
    {
      take_begun (opening->application, opening->file);
      return;
    }
  opening_end (opening);
  if (document != NULL)
    show_opened (opening, document);
  tenure_open_ensure_document (opening->window);
  if (document == NULL)
    tenure_window_report (opening->window,
                          opening->sample ? _ ("The Sample Cannot Be Opened") : _ ("The File Cannot Be Opened"), error);
}

static Opening *
begin (TenureApplication *application, GFile *file)
{
  Opening *opening = opening_new (application, file);

  tenure_document_open_async (file, TENURE_OPEN_DEFAULT, NULL, tenure_progress_get_cancellable (opening->progress),
                              opened_cb, opening);
  return opening;
}

void
tenure_open_begin (TenureApplication *application, GFile *file)
{
  g_object_set_data (G_OBJECT (application), BEGUN, begin (application, file));
}

void
tenure_open_file (TenureApplication *application, TenureWindow *window, GFile *file)
{
  TenureWindow *there = tenure_open_find_window (application, file);
  Opening *opening;

  if (there != NULL)
    {
      gtk_window_present (GTK_WINDOW (there));
      return;
    }
  /* The worker first: reading a large file and making a window take a tenth of a second each. */
  opening = take_begun (application, file);
  if (opening == NULL)
    opening = begin (application, file);
  opening_show_in (opening, window);
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
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Open Portfolio"), GTK_WINDOW (window),
                                                               GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Open"), _ ("Cancel"));

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
  /* As a backup is opened: a document of its own, which never overwrites the installed file. */
  TenureBackup sample = { .backup = file };
  Opening *opening;

  if (file == NULL)
    {
      g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                                                      _ ("The sample portfolio is not installed with this copy of Tenure."));

      if (window != NULL)
        tenure_window_report (window, _ ("The Sample Cannot Be Opened"), error);
      return;
    }
  opening = opening_new (application, file);
  opening->sample = TRUE;
  tenure_backup_open_async (&sample, NULL, tenure_progress_get_cancellable (opening->progress), opened_cb, opening);
  opening_show_in (opening, window);
}
