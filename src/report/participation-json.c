#include "report/participation-json.h"

#include "analysis/participation-explain.h"
#include "report/json-private.h"

static void
add_budget (GString *json, const TenureFactBudget *fact, const TenureBudgetFigures *budget)
{
  tenure_json_separate (json);
  g_string_append_c (json, '{');
  tenure_json_add_text (json, "name", fact->name);
  tenure_json_add_id (json, "record", fact->id);
  tenure_json_add_currency (json, "currency", fact->currency);
  tenure_json_add_day (json, "from", fact->from_day);
  tenure_json_add_day (json, "until", fact->to_day);
  for (int figure = 0; figure < TENURE_N_BUDGET_FIGURES; figure++)
    tenure_json_add_figure (json, tenure_budget_figure_code ((TenureBudgetFigure) figure), budget->figures[figure]);
  tenure_json_add_text (json, "forecast_by", tenure_forecast_method_code (budget->method));
  tenure_json_add_day (json, "exhausted", budget->exhausted);
  g_string_append_c (json, '}');
}

void
tenure_report_append_participation_json (const TenureParticipation *participation, GString *json)
{
  const TenureFacts *facts = participation->facts;

  tenure_json_add_open (json, "participation", '[');
  for (guint b = 0; b < facts->participation.n_budgets; b++)
    add_budget (json, &facts->participation.budgets[b], &participation->budgets[b]);
  g_string_append_c (json, ']');
}
