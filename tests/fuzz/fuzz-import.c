/* Any bytes as a file to import: planned and rehearsed against one empty document. Every record that is read is added,
 * updated, unchanged or refused, and every refusal is told. */

#include "fuzz.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "exchange/import.h"
#include "scratch-file.h"
#include "store/document.h"

static TenureDocument *document;

static void
close_document (void)
{
  g_autofree char *working = g_build_filename (fuzz_scratch_folder (), "working", NULL);

  tenure_document_close (document, TRUE);
  g_clear_object (&document);
  g_rmdir (working);
}

static void
check_report (const TenureImportReport *report)
{
  g_autoptr (GString) json = g_string_new (NULL);

  g_assert_cmpuint (report->records_read, ==, report->added + report->updated + report->unchanged + report->refused);
  g_assert_cmpuint (report->n_errors, >=, report->refused);
  for (guint i = 0; i < report->problems->len; i++)
    g_assert_nonnull (g_array_index (report->problems, TenureImportProblem, i).message);
  tenure_import_report_append_json (report, json);
  g_assert_true (g_utf8_validate (json->str, (gssize) json->len, NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  GFile *file = fuzz_scratch_file (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (TenurePlan) plan = tenure_plan_new (file, TENURE_PROFILE_AUTO, NULL, &error);
  g_autoptr (TenureImportReport) report = NULL;

  if (document == NULL)
    {
      document = tenure_document_new (fuzz_scratch_folder (), NULL);
      g_assert_nonnull (document);
      atexit (close_document);
    }
  if (plan != NULL)
    report = tenure_import_run (plan, document, TENURE_IMPORT_REHEARSE, NULL, NULL, NULL, &error);
  if (report != NULL)
    check_report (report);
  else
    g_assert_true (error->domain == TENURE_ERROR);
  return 0;
}
