/* What a crash left behind: each portfolio is asked about in turn. */

#include "config.h"
#include "app/documents/open-private.h"

#include "app/window-private.h"
#include "store/recovery.h"

#include "base/i18n.h"

typedef struct
{
  TenureApplication *application;
  TenureWindow *window;
  TenureProgress *progress; /* of the one that is being opened */
  GPtrArray *left;          /* of TenureRecoverable; the first is the one asked about */
} Recovery;

static void ask_about_next (Recovery *recovery);

static void
recovery_free (Recovery *recovery)
{
  g_clear_pointer (&recovery->left, g_ptr_array_unref);
  g_object_unref (recovery->window);
  g_application_release (G_APPLICATION (recovery->application));
  g_free (recovery);
}

static void
go_on (Recovery *recovery)
{
  g_ptr_array_remove_index (recovery->left, 0);
  ask_about_next (recovery);
}

/* The window that shows the file as it was saved, or is about to, shows it with its changes instead; unless other
 * changes were made there meanwhile. */
static void
show_recovered (Recovery *recovery, TenureDocument *document)
{
  TenureWindow *there = tenure_open_find_window (recovery->application, tenure_document_get_file (document));
  TenureDocument *other = there != NULL ? tenure_window_get_document (there) : NULL;

  if (there == NULL || (other != NULL && tenure_document_is_dirty (other)))
    {
      tenure_open_show_document (recovery->application, recovery->window, document);
      return;
    }
  if (there->opening_file != NULL)
    tenure_progress_bar_cancel (there->progress_bar);
  tenure_window_set_document (there, document);
  gtk_window_present (GTK_WINDOW (there));
}

static void
recovered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Recovery *recovery = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureDocument) document = tenure_recovery_open_finish (result, &error);

  tenure_progress_finish (recovery->progress);
  g_clear_object (&recovery->progress);
  if (document != NULL)
    show_recovered (recovery, document);
  else
    tenure_window_report (recovery->window, _ ("The Portfolio Cannot Be Recovered"), error);
  go_on (recovery);
}

static void
recover (Recovery *recovery, const TenureRecoverable *recoverable)
{
  g_autofree char *title = g_strdup_printf (_ ("Recovering “%s”"), recoverable->title);

  recovery->progress = tenure_progress_new (title);
  tenure_window_add_progress (recovery->window, recovery->progress);
  tenure_recovery_open_async (recoverable, tenure_progress_get_cancellable (recovery->progress), recovered_cb, recovery);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Recovery *recovery = data;
  const TenureRecoverable *recoverable = g_ptr_array_index (recovery->left, 0);
  g_autoptr (GError) error = NULL;

  if (g_str_equal (response, "recover"))
    {
      recover (recovery, recoverable);
      return;
    }
  if (g_str_equal (response, "discard") && !tenure_recovery_discard (recoverable, &error))
    tenure_window_report (recovery->window, _ ("The Changes Were Not Discarded"), error);
  go_on (recovery);
}

/* What there is to recover: whose changes, the last of them and when. */
static char *
dup_body (const TenureRecoverable *recoverable)
{
  g_autoptr (GDateTime) changed = g_date_time_new_from_unix_local (recoverable->changed_at);
  /* Translators: day and time, as in 21 Nov 2026, 14:05 */
  g_autofree char *when = g_date_time_format (changed, _ ("%-d %b %Y, %H:%M"));

  if (recoverable->last_step == NULL)
    return g_strdup_printf (_ ("“%s” has changes, the last of %s, that were not saved. Nothing has been lost."),
                            recoverable->title, when);
  /* Translators: a portfolio, the name of the last thing done in it ("Import register.csv"), day and time. */
  return g_strdup_printf (_ ("“%1$s” has changes that were not saved. The last is “%2$s”, of %3$s. Nothing has been lost."),
                          recoverable->title, recoverable->last_step, when);
}

static void
ask_about_next (Recovery *recovery)
{
  const TenureRecoverable *recoverable;
  g_autofree char *body = NULL;
  AdwMessageDialog *dialog;

  if (recovery->left->len == 0 || gtk_window_get_application (GTK_WINDOW (recovery->window)) == NULL)
    {
      recovery_free (recovery);
      return;
    }
  recoverable = g_ptr_array_index (recovery->left, 0);
  body = dup_body (recoverable);
  dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_WINDOW (recovery->window), _ ("Recover a Portfolio That Was Not Saved?"), body));
  adw_message_dialog_add_responses (dialog, "later", _ ("Later"), "discard", _ ("Discard"), "recover", _ ("Recover"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "recover", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "recover");
  adw_message_dialog_set_close_response (dialog, "later");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), recovery);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Recovery *recovery = data;

  recovery->left = tenure_recovery_list_finish (result, NULL);
  if (recovery->left != NULL)
    ask_about_next (recovery);
  else
    recovery_free (recovery);
}

void
tenure_open_recovered (TenureApplication *application, TenureWindow *window)
{
  Recovery *recovery = g_new0 (Recovery, 1);

  recovery->application = application;
  recovery->window = g_object_ref (window);
  g_application_hold (G_APPLICATION (application));
  tenure_recovery_list_async (NULL, NULL, listed_cb, recovery);
}
