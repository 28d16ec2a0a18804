#include "report/results-json.h"

#include "analysis/results.h"
#include "report/json-private.h"

void
tenure_report_append_results_json (
    const TenureTerms *terms, const guint32 *agreements, guint n, TenureCurrency currency, GString *json)
{
  TenureResults results;

  g_return_if_fail (terms != NULL && json != NULL);

  results = tenure_results_new (terms, agreements, n, currency);
  tenure_json_add_open (json, "results", '{');
  tenure_json_add_figure (json, "targets_met", results.targets_met);
  tenure_json_add_figure (json, "volunteer_hours", results.volunteer_hours);
  tenure_json_add_figure (json, "levered_income_minor", results.levered_income);
  tenure_json_add_open (json, "referrals", '{');
  tenure_json_add_figure (json, "received", results.received);
  tenure_json_add_figure (json, "capacity", results.capacity);
  tenure_json_add_figure (json, "share", results.referrals);
  g_string_append (json, "}}");
}
