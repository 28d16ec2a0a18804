#include "config.h"

#include "base/i18n.h"
#include <string.h>

#include "base/text.h"
#include "exchange/import-private.h"

static void
clear_problem (gpointer data)
{
  TenureImportProblem *problem = data;

  g_free (problem->column);
  g_free (problem->message);
}

static void
clear_provider (gpointer data)
{
  TenureImportProvider *provider = data;

  g_free (provider->name);
  g_free (provider->evidence);
}

TenureImportReport *
tenure_import_report_new (const char *file, TenureProfile profile)
{
  TenureImportReport *report = g_new0 (TenureImportReport, 1);

  report->file = g_strdup (file);
  report->profile = profile;
  report->problems = g_array_new (FALSE, FALSE, sizeof (TenureImportProblem));
  g_array_set_clear_func (report->problems, clear_problem);
  report->totals = g_array_new (FALSE, FALSE, sizeof (TenureImportTotal));
  report->providers = g_array_new (FALSE, FALSE, sizeof (TenureImportProvider));
  g_array_set_clear_func (report->providers, clear_provider);
  return report;
}

TenureImportReport *
tenure_import_report_new_unreadable (GFile *file, TenureProfile profile, const GError *error)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  TenureImportReport *report = tenure_import_report_new (name, profile);
  TenureImportProblem problem = { .level = TENURE_PROBLEM_ERROR,
                                  .code = "file-unreadable",
                                  .message = g_strdup (error->message) };

  g_array_append_val (report->problems, problem);
  report->n_errors = 1;
  return report;
}

void
tenure_import_report_free (TenureImportReport *report)
{
  if (report == NULL)
    return;
  g_free (report->file);
  g_array_unref (report->problems);
  g_array_unref (report->totals);
  g_array_unref (report->providers);
  g_free (report);
}

const char *
tenure_problem_level_get_name (TenureProblemLevel level)
{
  static const char *const names[] = { "note", "warning", "error" };

  g_return_val_if_fail ((guint) level < G_N_ELEMENTS (names), "error");

  return names[level];
}

char *
tenure_import_problem_dup_sentence (const TenureImportProblem *problem)
{
  g_autofree char *quoted = NULL;

  g_return_val_if_fail (problem != NULL, NULL);

  /* Translators: something in quotation marks. */
  quoted = problem->column != NULL ? g_strdup_printf (_ ("“%s”"), problem->column) : NULL;
  if (quoted == NULL || strstr (problem->message, quoted) != NULL)
    return g_strdup (problem->message);
  /* Translators: a title of a column in quotation marks, then a sentence about a cell of it. */
  return g_strdup_printf (_ ("Column %1$s: %2$s"), quoted, problem->message);
}

static void
append_text (GString *json, const char *name, const char *text)
{
  g_string_append_printf (json, "\"%s\":", name);
  if (text != NULL)
    tenure_text_append_json (json, text);
  else
    g_string_append (json, "null");
}

static void
append_problem (GString *json, const TenureImportProblem *problem)
{
  g_autofree char *sentence = tenure_import_problem_dup_sentence (problem);

  if (problem->row > 0)
    g_string_append_printf (json, "{\"row\":%u,", problem->row);
  else
    g_string_append (json, "{\"row\":null,");
  append_text (json, "column", problem->column);
  g_string_append_printf (json, ",\"level\":\"%s\",\"code\":\"%s\",", tenure_problem_level_get_name (problem->level),
                          problem->code);
  append_text (json, "message", sentence);
  g_string_append_c (json, '}');
}

void
tenure_import_report_append_json (const TenureImportReport *report, GString *json)
{
  char code[4];

  g_return_if_fail (report != NULL && json != NULL);

  g_string_append_c (json, '{');
  append_text (json, "file", report->file);
  g_string_append_printf (json,
                          ",\"profile\":\"%s\",\"records_read\":%u,\"added\":%u,\"updated\":%u,\"unchanged\":%u,"
                          "\"refused\":%u,\"problems\":[",
                          tenure_profile_get_name (report->profile), report->records_read, report->added, report->updated,
                          report->unchanged, report->refused);
  for (guint i = 0; i < report->problems->len; i++)
    {
      g_string_append (json, i > 0 ? "," : "");
      append_problem (json, &g_array_index (report->problems, TenureImportProblem, i));
    }
  g_string_append_printf (json, "],\"problem_counts\":{\"note\":%u,\"warning\":%u,\"error\":%u},\"totals\":[",
                          report->n_notes, report->n_warnings, report->n_errors);
  for (guint i = 0; i < report->totals->len; i++)
    {
      const TenureImportTotal *total = &g_array_index (report->totals, TenureImportTotal, i);

      g_string_append (json, i > 0 ? ",{" : "{");
      append_text (json, "currency",
                   total->currency != TENURE_CURRENCY_NONE ? tenure_currency_to_code (total->currency, code) : NULL);
      g_string_append_printf (json, ",\"minor\":%" G_GINT64_FORMAT "}", total->minor);
    }
  g_string_append (json, "]}");
}
