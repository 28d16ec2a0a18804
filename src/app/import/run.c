#include "config.h"
#include "app/import/run.h"

#include "base/i18n.h"

typedef struct
{
  GFile *file;
  TenureImportChoices *choices;
  TenureDocument *document;
  TenureImportFlags flags;
  TenureProgress *progress;
} Run;

static void
run_free (gpointer data)
{
  Run *run = data;

  g_object_unref (run->file);
  tenure_import_choices_free (run->choices);
  g_object_unref (run->document);
  g_object_unref (run->progress);
  g_free (run);
}

void
tenure_import_outcome_free (TenureImportOutcome *outcome)
{
  g_clear_pointer (&outcome->report, tenure_import_report_free);
  g_clear_pointer (&outcome->plan, tenure_plan_free);
  g_free (outcome);
}

static void
progress_cb (double fraction, guint records_read, gpointer data)
{
  tenure_progress_set_fraction (data, fraction);
}

static void
worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Run *run = data;
  g_autoptr (TenureImportOutcome) outcome = g_new0 (TenureImportOutcome, 1);
  GError *error = NULL;

  outcome->plan = tenure_plan_new (run->file, TENURE_PROFILE_AUTO, cancellable, &error);
  if (outcome->plan != NULL)
    {
      tenure_import_choices_apply (run->choices, outcome->plan);
      outcome->report =
          tenure_import_run (outcome->plan, run->document, run->flags, progress_cb, run->progress, cancellable, &error);
    }
  if (outcome->report == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&outcome), (GDestroyNotify) tenure_import_outcome_free);
}

void
tenure_import_run_async (GFile *file,
                         const TenureImportChoices *choices,
                         TenureDocument *document,
                         TenureImportFlags flags,
                         TenureProgress *progress,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  GCancellable *cancellable = tenure_progress_get_cancellable (progress);
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Run *run = g_new0 (Run, 1);

  run->file = g_object_ref (file);
  run->choices = tenure_import_choices_dup (choices);
  run->document = g_object_ref (document);
  run->flags = flags;
  run->progress = g_object_ref (progress);
  g_task_set_source_tag (task, tenure_import_run_async);
  /* What was written stays written, however late the user cancelled. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, run, run_free);
  g_task_run_in_thread (task, worker);
}

TenureImportOutcome *
tenure_import_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
