#include "app/lookup.h"

typedef struct
{
  const TenureLookup *lookup;
  GCancellable **running;
  TenureDocument *document;
  gpointer request;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  question->lookup->free_request (question->request);
  g_clear_object (&question->document);
  g_free (question);
}

static void
find_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureReader) reader = NULL;
  gpointer answer = NULL;

  if (question->document != NULL)
    reader = tenure_document_open_reader (question->document, &error);
  if (reader != NULL)
    tenure_reader_set_cancellable (reader, cancellable);
  if (error == NULL)
    answer = question->lookup->find (reader, question->request, cancellable, &error);
  if (answer != NULL)
    g_task_return_pointer (task, answer, question->lookup->free_answer);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
found_cb (GObject *owner, GAsyncResult *result, gpointer data)
{
  const Question *question = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gpointer answer;

  /* Overtaken: a newer question is under way and will be answered, or nobody asks any more. */
  if (g_task_get_cancellable (G_TASK (result)) != *question->running)
    return;
  g_clear_object (question->running);
  answer = g_task_propagate_pointer (G_TASK (result), &error);
  question->lookup->found (owner, question->request, answer, error);
}

void
tenure_lookup_ask (
    const TenureLookup *lookup, GCancellable **running, gpointer owner, TenureDocument *document, gpointer request)
{
  g_autoptr (GTask) task = NULL;
  Question *question;

  g_return_if_fail (G_IS_OBJECT (owner));

  tenure_lookup_cancel (running);
  *running = g_cancellable_new ();
  question = g_new (Question, 1);
  *question = (Question){ lookup, running, document != NULL ? g_object_ref (document) : NULL, request };
  task = g_task_new (owner, *running, found_cb, NULL);
  g_task_set_source_tag (task, tenure_lookup_ask);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, find_thread);
}

void
tenure_lookup_cancel (GCancellable **running)
{
  if (*running != NULL)
    g_cancellable_cancel (*running);
  g_clear_object (running);
}
