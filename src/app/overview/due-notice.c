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

/* The words of the overview; NULL where nothing is to be decided. */
static char *
dup_words (const TenureSnapshot *snapshot)
{
  g_autoptr (TenureAttentions) attentions = tenure_attentions_new (tenure_snapshot_get_analysis (snapshot), NULL);

  return attentions->counts[TENURE_ATTENTION_DECISIONS] > 0 ? tenure_attentions_dup_decisions (attentions) : NULL;
}

static void
count (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;

  g_task_return_pointer (task, dup_words (question->snapshot), g_free);
}

static void
send (const char *uri, const char *name, const char *words)
{
  /* Translators: title of a notification; %s is the name of a portfolio */
  g_autofree char *title = g_strdup_printf (_ ("To decide in %s"), name);
  g_autofree char *mark = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);
  g_autofree char *id = g_strconcat ("due-", mark, NULL);
  g_autoptr (GNotification) notification = g_notification_new (title);

  g_notification_set_body (notification, words);
  g_notification_set_default_action_and_target (notification, "app.open-recent", "s", uri);
  g_application_send_notification (g_application_get_default (), id, notification);
}

/* Tells it unless it was told. @words: NULL for nothing */
static void
tell (const char *uri, const char *name, const char *words)
{
  TenureDay told_day, today = tenure_day_today ();
  g_autofree char *told = tenure_settings_dup_told_due (uri, &told_day);

  if (words == NULL || !tenure_due_notice_is_new (words, told, told_day, today))
    return;
  send (uri, name, words);
  tenure_settings_set_told_due (uri, today, words, KEEP_DAYS);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer unused)
{
  GTask *task = G_TASK (result);
  const Question *question = g_task_get_task_data (task);
  g_autofree char *words = g_task_propagate_pointer (task, NULL);

  tell (question->uri, question->title, words);
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

/* --- Without a window ----------------------------------------------------------------------------------------- */

/* A portfolio that is looked at once. */
typedef struct
{
  char *uri, *title;
  char *words; /* NULL: nothing to decide, or it cannot be read */
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_free (look->uri);
  g_free (look->title);
  g_free (look->words);
  g_free (look);
}

static TenureSnapshot *
take_snapshot (TenureReader *reader)
{
  g_autoptr (TenureFilter) filter = tenure_filter_new ();
  g_autoptr (TenureBasis) basis =
      tenure_basis_new (reader, tenure_day_today (), tenure_settings_get_year_first_month (), NULL, NULL);

  return basis != NULL ? tenure_snapshot_new (basis, filter, reader, NULL) : NULL;
}

/* What cannot be read is passed over: nobody asked, and opening it says what is wrong. */
static void
look_once (Look *look)
{
  g_autoptr (GFile) file = g_file_new_for_uri (look->uri);
  g_autoptr (TenureDocument) document = tenure_document_open (file, TENURE_OPEN_READ_ONLY, NULL, NULL, NULL);
  g_autoptr (TenureReader) reader = document != NULL ? tenure_document_open_reader (document, NULL) : NULL;
  g_autoptr (TenureSnapshot) snapshot = reader != NULL ? take_snapshot (reader) : NULL;

  if (snapshot != NULL)
    {
      look->title = g_strdup (tenure_document_get_title (document));
      look->words = dup_words (snapshot);
    }
  g_clear_pointer (&reader, tenure_reader_free);
  if (document != NULL)
    tenure_document_close (document, TRUE);
}

static void
look_at_all (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const GPtrArray *looks = data;

  for (guint i = 0; i < looks->len; i++)
    look_once (looks->pdata[i]);
  g_task_return_boolean (task, TRUE);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer unused)
{
  const GPtrArray *looks = g_task_get_task_data (G_TASK (result));

  for (guint i = 0; i < looks->len; i++)
    {
      const Look *look = looks->pdata[i];

      tell (look->uri, look->title, look->words);
    }
  g_application_release (G_APPLICATION (source));
}

void
tenure_due_notice_round (GApplication *application, const GPtrArray *uris)
{
  g_autoptr (GTask) task = NULL;
  GPtrArray *looks;

  g_return_if_fail (G_IS_APPLICATION (application) && uris != NULL);

  if (!tenure_settings_get_tell_due ())
    return;
  looks = g_ptr_array_new_with_free_func (look_free);
  for (guint i = 0; i < uris->len; i++)
    {
      Look *look = g_new0 (Look, 1);

      look->uri = g_strdup (uris->pdata[i]);
      g_ptr_array_add (looks, look);
    }
  g_application_hold (application);
  task = g_task_new (application, NULL, looked_cb, NULL);
  g_task_set_task_data (task, looks, (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, look_at_all);
}
