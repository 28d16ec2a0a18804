#include "app/change.h"

typedef struct
{
  TenureWindow *window;
  TenureDocument *document;
  TenureChange change;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  work->change.free_data (work->change.data);
  g_free (work->change.done);
  g_object_unref (work->document);
  g_object_unref (work->window);
  g_clear_object (&work->change.form);
  g_free (work);
}

static void
make_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Work *work = data;
  GError *error = NULL;

  if (work->change.make (work->document, work->change.data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
say_done (const TenureChange *change, TenureWindow *window)
{
  gboolean changed = TRUE;
  g_autofree char *known = change->dup_done != NULL ? change->dup_done (change->data, &changed) : NULL;
  const char *done = known != NULL ? known : change->done;

  if (changed)
    tenure_window_toast_undo (window, done);
  else
    tenure_window_toast (window, done);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  const Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  tenure_window_end_change (work->window, NULL);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (work->change.form != NULL)
        gtk_window_destroy (work->change.form);
      say_done (&work->change, work->window);
      return;
    }
  if (work->change.form != NULL)
    gtk_window_present (work->change.form);
  tenure_window_report (work->window, work->change.failed, error);
}

void
tenure_change_run (TenureWindow *window, const TenureChange *change)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, made_cb, NULL);
  Work *work = g_new (Work, 1);

  *work = (Work){ g_object_ref (window), g_object_ref (tenure_window_get_document (window)), *change };
  g_task_set_source_tag (task, tenure_change_run);
  g_task_set_task_data (task, work, work_free);
  if (work->change.form != NULL)
    gtk_widget_set_visible (GTK_WIDGET (g_object_ref (work->change.form)), FALSE);
  tenure_window_begin_change (window, NULL);
  g_task_run_in_thread (task, make_thread);
}
