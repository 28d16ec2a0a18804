#include "report/completeness-json.h"

#include "report/json-private.h"

#define ALWAYS "always"
#define BEFORE_START "before_start"

static void
add_count (GString *json, const char *key, guint count)
{
  tenure_json_add_key (json, key);
  g_string_append_printf (json, "%u", count);
}

static void
begin (GString *json, const TenureCompletenessTally *tally, const char *when)
{
  tenure_json_separate (json);
  g_string_append_c (json, '{');
  tenure_json_add_text (json, "record_type", tenure_record_def (tally->type)->table);
  tenure_json_add_text (json, "when", when);
}

static void
add_fields (GString *json, const TenureCompletenessTally *tally, const char *when)
{
  for (guint i = 0; i < tally->n_fields; i++)
    {
      const TenureFieldTally *field = &tally->fields[i];

      begin (json, tally, when);
      tenure_json_add_text (json, "field", tenure_counted_name (tally->type, field->counted));
      add_count (json, "known", field->known);
      add_count (json, "of", field->of);
      g_string_append_c (json, '}');
    }
}

static void
add_type (GString *json, const TenureCompletenessTally *tally, const char *when)
{
  begin (json, tally, when);
  tenure_json_add_figure (json, "records", tenure_figure_count (tally->n_records, tally->n_records, tally->n_records));
  tenure_json_add_figure (json, "complete", tenure_figure_count (tally->n_complete, tally->n_records, tally->n_records));
  tenure_json_add_figure (json, "recorded", tenure_completeness_share (tally));
  g_string_append_c (json, '}');
}

static void
add_each (GString *json,
          const TenurePortfolioCompleteness *completeness,
          void (*add) (GString *json, const TenureCompletenessTally *tally, const char *when))
{
  for (int part = 0; part < TENURE_N_COMPLETENESS; part++)
    add (json, &completeness->parts[part], ALWAYS);
  add (json, &completeness->before_start, BEFORE_START);
}

void
tenure_report_add_completeness (const TenurePortfolioCompleteness *completeness, GString *json)
{
  g_return_if_fail (completeness != NULL && json != NULL);

  tenure_json_add_open (json, "completeness", '[');
  add_each (json, completeness, add_fields);
  g_string_append_c (json, ']');
  tenure_json_add_open (json, "completeness_by_type", '[');
  add_each (json, completeness, add_type);
  g_string_append_c (json, ']');
}
