#include "config.h"
#include "app/overview/due-notice.h"

#include "app/overview/attention.h"
#include "app/settings.h"
#include "base/i18n.h"

/* What was told of a portfolio that nobody opened for so long is forgotten. */
#define KEEP_DAYS 400

typedef struct
{
  TenureSnapshot *snapshot;
  char *uri;
  char *title;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  tenure_snapshot_unref (question->snapshot);
  g_free (question->uri);
  g_free (question->title);
  g_free (question);
}

gboolean
tenure_due_notice_is_new (const char *words, const char *told, TenureDay told_day, TenureDay today)
{
  return g_strcmp0 (words, told) != 0 || told_day > today || today - told_day >= TENURE_DUE_NOTICE_AGAIN_DAYS;
}

static void
count (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  g_autoptr (TenureAttentions) attentions = tenure_attentions_new (tenure_snapshot_get_analysis (question->snapshot), NULL);
  gboolean due = attentions->counts[TENURE_ATTENTION_DECISIONS] > 0;

  g_task_return_pointer (task, due ? tenure_attentions_dup_decisions (attentions) : NULL, g_free);
}

static void
send (const Question *question, const char *words)
{
  /* Translators: title of a notification; %s is the name of a portfolio */
  g_autofree char *title = g_strdup_printf (_ ("To decide in %s"), question->title);
  g_autofree char *mark = g_compute_checksum_for_string (G_CHECKSUM_SHA256, question->uri, -1);
  g_autofree char *id = g_strconcat ("due-", mark, NULL);
  g_autoptr (GNotification) notification = g_notification_new (title);

  g_notification_set_body (notification, words);
  g_notification_set_default_action_and_target (notification, "app.open-recent", "s", question->uri);
  g_application_send_notification (g_application_get_default (), id, notification);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer unused)
{
  GTask *task = G_TASK (result);
  const Question *question = g_task_get_task_data (task);
  g_autofree char *words = g_task_propagate_pointer (task, NULL);
  TenureDay told_day, today = tenure_day_today ();
  g_autofree char *told = tenure_settings_dup_told_due (question->uri, &told_day);

  if (words == NULL || !tenure_due_notice_is_new (words, told, told_day, today))
    return;
  send (question, words);
  tenure_settings_set_told_due (question->uri, today, words, KEEP_DAYS);
}

/* Of a portfolio within the document its page tells; here it would pass for all. */
static gboolean
is_of_today_whole (TenureSnapshot *snapshot)
{
  const TenureAnalysis *analysis = tenure_snapshot_get_analysis (snapshot);

  return analysis->as_of == tenure_day_today () && analysis->portfolio->n_selected == analysis->facts->n_agreements;
}

void
tenure_due_notice_look (TenureSession *session)
{
  TenureSnapshot *snapshot = tenure_session_get_snapshot (session);
  TenureDocument *document = tenure_session_get_document (session);
  GFile *file = document != NULL ? tenure_document_get_file (document) : NULL;
  g_autoptr (GTask) task = NULL;
  Question *question;

  if (!tenure_settings_get_tell_due () || snapshot == NULL || file == NULL || !is_of_today_whole (snapshot))
    return;
  question = g_new (Question, 1);
  *question =
      (Question){ tenure_snapshot_ref (snapshot), g_file_get_uri (file), g_strdup (tenure_document_get_title (document)) };
  task = g_task_new (session, NULL, counted_cb, NULL);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, count);
}
