#pragma once

#include "app/import/choices.h"
#include "app/progress.h"
#include "store/document.h"

G_BEGIN_DECLS

/* One run of the importer on a worker: a rehearsal for the preview, or the import itself. */
typedef struct
{
  TenurePlan *plan;
  TenureImportReport *report;
} TenureImportOutcome;

void tenure_import_outcome_free (TenureImportOutcome *outcome);

/* Makes a plan for @file, gives it a copy of @choices and runs it. @progress can cancel it. The callback comes on the
 * main thread. Usual terms among the choices are written in the same step as the records. */
void tenure_import_run_async (GFile *file,
                              const TenureImportChoices *choices,
                              TenureDocument *document,
                              TenureImportFlags flags,
                              TenureProgress *progress,
                              GAsyncReadyCallback callback,
                              gpointer data);

/* NULL with the errors of tenure_plan_new() and tenure_import_run(). */
TenureImportOutcome *tenure_import_run_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureImportOutcome, tenure_import_outcome_free)

G_END_DECLS
