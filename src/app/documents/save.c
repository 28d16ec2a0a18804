#include "config.h"
#include "app/documents/save.h"

#include "app/documents/file-filters.h"
#include "app/gtk/chosen-file.h"
#include "app/window-private.h"
#include "base/error.h"

#include "base/i18n.h"

typedef struct
{
  TenureWindow *window;
  TenureProgress *progress;
  TenureSaveDone done;
  gpointer data;
} Saving;

static Saving *
saving_new (TenureWindow *window, TenureSaveDone done, gpointer data)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->window = g_object_ref (window);
  saving->done = done;
  saving->data = data;
  return saving;
}

static void
saving_end (Saving *saving, gboolean saved)
{
  if (saving->progress != NULL)
    tenure_window_end_change (saving->window, saving->progress);
  if (saving->done != NULL)
    saving->done (saving->window, saved, saving->data);
  g_clear_object (&saving->progress);
  g_object_unref (saving->window);
  g_free (saving);
}

static void write_to (Saving *saving, GFile *file);

/* --- Choosing a file ----------------------------------------------------------------------------------------- */

static void
overwrite_response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Saving *saving = data;
  GFile *file = g_object_get_data (G_OBJECT (dialog), "file");

  if (g_str_equal (response, "overwrite"))
    write_to (saving, file);
  else
    saving_end (saving, FALSE);
}

/* The chooser asks about a name as it was typed; a suffix that is added afterwards may name another file. */
static void
ask_before_replacing (Saving *saving, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *body =
      g_strdup_printf (_ ("“%s” is there already. Its present version would be kept as a backup."), name);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (saving->window), _ ("Replace the File?"), body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "overwrite", _ ("Replace"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "overwrite", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "file", g_object_ref (file), g_object_unref);
  g_signal_connect (dialog, "response", G_CALLBACK (overwrite_response_cb), saving);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
chooser_response_cb (GtkNativeDialog *native, int response, gpointer data)
{
  Saving *saving = data;
  g_autoptr (GtkNativeDialog) chooser = native;
  g_autoptr (GFile) chosen = NULL;
  g_autoptr (GFile) file = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    {
      saving_end (saving, FALSE);
      return;
    }
  chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  file = tenure_file_with_suffix (chosen, TENURE_DOCUMENT_SUFFIX);
  if (!g_file_equal (file, chosen) && g_file_query_exists (file, NULL))
    ask_before_replacing (saving, file);
  else
    write_to (saving, file);
}

static void
choose_file (Saving *saving)
{
  TenureDocument *document = tenure_window_get_document (saving->window);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Save Portfolio"), GTK_WINDOW (saving->window),
                                                               GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Save"), _ ("Cancel"));
  g_autofree char *name = g_strconcat (tenure_document_get_title (document), TENURE_DOCUMENT_SUFFIX, NULL);
  GFile *file = tenure_document_get_file (document);

  tenure_file_filters_add_portfolio (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    {
      g_autoptr (GFile) folder = g_file_get_parent (file);

      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
    }
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (chooser_response_cb), saving);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* --- Writing ------------------------------------------------------------------------------------------------- */

static void
conflict_response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Saving *saving = data;

  if (g_str_equal (response, "overwrite"))
    write_to (saving, tenure_document_get_file (tenure_window_get_document (saving->window)));
  else if (g_str_equal (response, "copy"))
    choose_file (saving);
  else
    saving_end (saving, FALSE);
}

/* What another program wrote is never lost silently: @error says what happened, the user says what to do. */
static void
ask_about_failure (Saving *saving, const GError *error)
{
  gboolean changed = g_error_matches (error, TENURE_ERROR, TENURE_ERROR_CHANGED);
  GtkWidget *widget = adw_message_dialog_new (
      GTK_WINDOW (saving->window), changed ? _ ("The File Has Changed on Disk") : _ ("The Portfolio Was Not Saved"),
      error->message);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  adw_message_dialog_add_responses (dialog, "cancel", _ ("Cancel"), "copy", _ ("Save a Copy…"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "copy", ADW_RESPONSE_SUGGESTED);
  if (changed)
    {
      adw_message_dialog_add_response (dialog, "overwrite", _ ("Overwrite"));
      adw_message_dialog_set_response_appearance (dialog, "overwrite", ADW_RESPONSE_DESTRUCTIVE);
    }
  adw_message_dialog_set_default_response (dialog, "copy");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (conflict_response_cb), saving);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
remember (TenureWindow *window)
{
  GFile *file = tenure_document_get_file (tenure_window_get_document (window));
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;

  if (uri != NULL)
    gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Saving *saving = data;
  g_autoptr (GError) error = NULL;

  tenure_window_end_change (saving->window, saving->progress);
  g_clear_object (&saving->progress);
  if (tenure_document_save_finish (TENURE_DOCUMENT (source), result, &error))
    {
      remember (saving->window);
      tenure_window_look_update (saving->window);
      saving_end (saving, TRUE);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    saving_end (saving, FALSE);
  else
    ask_about_failure (saving, error);
}

static void
begin (Saving *saving)
{
  g_autofree char *title =
      g_strdup_printf (_ ("Saving “%s”"), tenure_document_get_title (tenure_window_get_document (saving->window)));

  saving->progress = tenure_progress_new (title);
  tenure_window_begin_change (saving->window, saving->progress);
}

static void
write_to (Saving *saving, GFile *file)
{
  begin (saving);
  tenure_document_save_as_async (tenure_window_get_document (saving->window), file,
                                 tenure_progress_get_cancellable (saving->progress), saved_cb, saving);
}

void
tenure_save (TenureWindow *window, TenureSaveDone done, gpointer data)
{
  TenureDocument *document = tenure_window_get_document (window);
  Saving *saving = saving_new (window, done, data);

  if (tenure_document_get_file (document) == NULL)
    {
      choose_file (saving);
      return;
    }
  begin (saving);
  tenure_document_save_async (document, tenure_progress_get_cancellable (saving->progress), saved_cb, saving);
}

void
tenure_save_as (TenureWindow *window, TenureSaveDone done, gpointer data)
{
  choose_file (saving_new (window, done, data));
}

/* --- Closing ------------------------------------------------------------------------------------------------- */

static void
saved_before_closing_cb (TenureWindow *window, gboolean saved, gpointer data)
{
  if (saved)
    tenure_window_close_now (window, FALSE);
}

static void
discard_cb (gpointer data)
{
  g_autoptr (TenureWindow) window = data;

  tenure_window_close_now (window, TRUE);
}

static void
close_response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  TenureWindow *window = data;

  if (g_str_equal (response, "save"))
    tenure_save (window, saved_before_closing_cb, NULL);
  /* The dialog must go before the window that it belongs to. */
  else if (g_str_equal (response, "discard"))
    g_idle_add_once (discard_cb, g_object_ref (window));
}

void
tenure_save_ask_before_closing (TenureWindow *window)
{
  TenureDocument *document = tenure_window_get_document (window);
  g_autofree char *body = g_strdup_printf (_ ("“%s” has changes that are not in its file. Without saving they are lost."),
                                           tenure_document_get_title (document));
  GtkWidget *widget = adw_message_dialog_new (GTK_WINDOW (window), _ ("Save the Changes?"), body);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  adw_message_dialog_add_responses (dialog, "cancel", _ ("Cancel"), "discard", _ ("Discard"), "save", _ ("Save"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), window, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
