#include "config.h"
#include "app/history/history-work.h"

#include "app/history/history-label.h"

TenureHistoryQuestion *
tenure_history_question_new (void)
{
  TenureHistoryQuestion *question = g_new0 (TenureHistoryQuestion, 1);

  question->filter = TENURE_HISTORY_FILTER_INIT;
  return question;
}

TenureHistoryQuestion *
tenure_history_question_dup (const TenureHistoryQuestion *question)
{
  TenureHistoryQuestion *copy = g_memdup2 (question, sizeof *question);

  copy->author = g_strdup (question->author);
  copy->words = g_strdup (question->words);
  copy->since = g_strdup (question->since);
  copy->before = g_strdup (question->before);
  copy->filter.author = copy->author;
  copy->filter.words = copy->words;
  return copy;
}

void
tenure_history_question_free (TenureHistoryQuestion *question)
{
  if (question == NULL)
    return;
  g_free (question->author);
  g_free (question->words);
  g_free (question->since);
  g_free (question->before);
  g_free (question);
}

gboolean
tenure_history_question_asks_all (const TenureHistoryQuestion *question)
{
  return question->author == NULL && question->words == NULL && question->filter.type == TENURE_RECORD_NONE
         && question->filter.record_type == TENURE_RECORD_NONE;
}

void
tenure_history_answer_free (TenureHistoryAnswer *answer)
{
  if (answer == NULL)
    return;
  g_clear_pointer (&answer->entries, g_ptr_array_unref);
  g_clear_pointer (&answer->comparison, tenure_history_comparison_free);
  g_clear_pointer (&answer->authors, g_ptr_array_unref);
  g_free (answer->record_title);
  g_free (answer);
}

/* --- On the worker ------------------------------------------------------------------------------------------- */

typedef struct
{
  TenureDocument *document;
  TenureHistoryQuestion *question;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->document);
  tenure_history_question_free (job->question);
  g_free (job);
}

/* Nothing lies before a step that nothing precedes: a stretch up to step 0 is none, where 0 would mean up to the end. */
static gboolean
find_stretch (TenureHistoryQuestion *question, TenureReader *reader, gboolean *out_empty, GError **error)
{
  *out_empty = FALSE;
  if (question->since != NULL && !tenure_history_find_step (reader, question->since, &question->filter.after, error))
    return FALSE;
  if (question->before == NULL)
    return TRUE;
  if (!tenure_history_find_step (reader, question->before, &question->filter.until, error))
    return FALSE;
  *out_empty = question->filter.until <= question->filter.after;
  return TRUE;
}

/* One step more than is shown tells whether there are more. */
static gboolean
list_steps (const TenureHistoryQuestion *question, TenureReader *reader, TenureHistoryAnswer *answer, GError **error)
{
  answer->entries = tenure_history_find (reader, &question->filter, question->max > 0 ? question->max + 1 : 0, error);
  if (answer->entries == NULL)
    return FALSE;
  answer->more = question->max > 0 && answer->entries->len > question->max;
  if (answer->more)
    g_ptr_array_set_size (answer->entries, (int) question->max);
  return TRUE;
}

static gboolean
compare (const TenureHistoryQuestion *question, TenureReader *reader, TenureHistoryAnswer *answer, GError **error)
{
  answer->comparison =
      question->step != 0
          ? tenure_history_compare_step (reader, question->step, &question->filter, question->skip, question->max, error)
          : tenure_history_compare (reader, &question->filter, question->skip, question->max, error);
  if (answer->comparison == NULL)
    return FALSE;
  tenure_history_comparison_put_in_words (answer->comparison, reader);
  return TRUE;
}

static void
find_nothing (const TenureHistoryQuestion *question, TenureHistoryAnswer *answer)
{
  if (!question->compare)
    {
      answer->entries = g_ptr_array_new ();
      return;
    }
  answer->comparison = g_new0 (TenureHistoryComparison, 1);
  answer->comparison->records = g_ptr_array_new ();
}

static gboolean
answer_question (TenureHistoryQuestion *question, TenureReader *reader, TenureHistoryAnswer *answer, GError **error)
{
  gboolean empty;

  if (question->step != 0)
    return compare (question, reader, answer, error);
  answer->authors = tenure_history_list_authors (reader, error);
  if (answer->authors == NULL || !find_stretch (question, reader, &empty, error))
    return FALSE;
  if (question->filter.record_type != TENURE_RECORD_NONE)
    answer->record_title = tenure_history_dup_title (reader, question->filter.record_type, question->filter.record);
  if (empty)
    {
      find_nothing (question, answer);
      return TRUE;
    }
  return question->compare ? compare (question, reader, answer, error) : list_steps (question, reader, answer, error);
}

static void
ask_on_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (TenureHistoryAnswer) answer = g_new0 (TenureHistoryAnswer, 1);
  g_autoptr (TenureReader) reader = NULL;
  GError *error = NULL;

  reader = tenure_document_open_reader (job->document, &error);
  if (reader != NULL)
    tenure_reader_set_cancellable (reader, cancellable);
  if (reader != NULL && answer_question (job->question, reader, answer, &error))
    g_task_return_pointer (task, g_steal_pointer (&answer), (GDestroyNotify) tenure_history_answer_free);
  else
    g_task_return_error (task, error);
}

void
tenure_history_ask_async (TenureDocument *document,
                          const TenureHistoryQuestion *question,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new (Job, 1);

  *job = (Job){ g_object_ref (document), tenure_history_question_dup (question) };
  g_task_set_source_tag (task, tenure_history_ask_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, ask_on_worker);
}

TenureHistoryAnswer *
tenure_history_ask_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
