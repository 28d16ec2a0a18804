#include "report/scenario-json.h"

#include "report/figures-json.h"
#include "report/json-private.h"

static void
add_changes (GString *json, const TenureScenario *scenario, const guint *lines, const char *const *texts)
{
  tenure_json_add_open (json, "changes", '[');
  for (guint i = 0; i < scenario->n_changes; i++)
    {
      tenure_json_separate (json);
      g_string_append_c (json, '{');
      tenure_json_add_key (json, "line");
      g_string_append_printf (json, "%u", lines[i]);
      tenure_json_add_text (json, "change", texts[i]);
      tenure_json_add_boolean (json, "made", scenario->problems[i] == NULL);
      tenure_json_add_text (json, "problem", scenario->problems[i]);
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
}

static void
add_cost (GString *json, const char *key, TenureSum sum, const TenurePortfolio *portfolio)
{
  tenure_json_add_figure (json, key,
                          tenure_figure_sum (sum, portfolio->currency, portfolio->spend_known, portfolio->spend_of));
}

static void
add_years (GString *json, const TenureScenarioComparison *comparison)
{
  tenure_json_add_open (json, "cost_by_year", '[');
  for (guint i = 0; i < comparison->years->len; i++)
    {
      const TenureScenarioYear *year = &g_array_index (comparison->years, TenureScenarioYear, i);

      tenure_json_separate (json);
      g_string_append_c (json, '{');
      tenure_json_add_day (json, "from", year->from);
      tenure_json_add_day (json, "until", year->until);
      add_cost (json, "base_minor", year->base, comparison->base->portfolio);
      add_cost (json, "scenario_minor", year->scenario, comparison->scenario->portfolio);
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
}

static void
add_level (GString *json, const char *key, const TenureFlag *flag)
{
  tenure_json_add_text (json, key, flag != NULL ? tenure_level_code ((TenureLevel) flag->level) : NULL);
}

static void
add_flag (GString *json, const TenureScenarioComparison *comparison, const TenureFlagMove *move)
{
  const TenureFlag *flag = move->after != NULL ? move->after : move->before;
  const TenureFlags *flags = move->after != NULL ? comparison->scenario->flags : comparison->base->flags;
  g_autofree char *name = tenure_flag_dup_name (flags, flag);
  g_autofree char *reason = tenure_flag_dup_reason (flags, flag);

  tenure_json_separate (json);
  g_string_append_c (json, '{');
  tenure_json_add_text (json, "rule", tenure_rule ((TenureRuleId) flag->rule)->code);
  tenure_json_add_text (json, "record_type", tenure_record_def ((TenureRecordType) flag->record_type)->table);
  tenure_json_add_id (json, "record", flag->id);
  tenure_json_add_text (json, "name", name);
  add_level (json, "before", move->before);
  add_level (json, "after", move->after);
  tenure_json_add_text (json, "reason", reason);
  g_string_append_c (json, '}');
}

void
tenure_report_append_scenario_json (const TenureScenario *scenario,
                                    const TenureScenarioComparison *comparison,
                                    const guint *lines,
                                    const char *const *texts,
                                    GString *json)
{
  g_return_if_fail (scenario != NULL && comparison != NULL && json != NULL);

  g_string_append_c (json, '{');
  add_changes (json, scenario, lines, texts);
  tenure_json_add_key (json, "base");
  tenure_report_append_figures_json (comparison->base, json);
  tenure_json_add_key (json, "scenario");
  tenure_report_append_figures_json (comparison->scenario, json);
  add_years (json, comparison);
  tenure_json_add_open (json, "flags", '[');
  for (guint i = 0; i < comparison->flags->len; i++)
    add_flag (json, comparison, &g_array_index (comparison->flags, TenureFlagMove, i));
  g_string_append (json, "]}");
}

/* --- Proposals ------------------------------------------------------------------------------------------------ */

static const char *
state_code (TenureProposalState state)
{
  static const char *const codes[] = {
    [TENURE_PROPOSAL_ENOUGH] = "enough",           [TENURE_PROPOSAL_CHEAPEST] = "cheapest",
    [TENURE_PROPOSAL_BOUNDED] = "bounded",         [TENURE_PROPOSAL_OUT_OF_REACH] = "out_of_reach",
    [TENURE_PROPOSAL_CANNOT_TELL] = "cannot_tell",
  };

  return codes[state];
}

static void
add_minor (GString *json, const char *key, gint64 minor)
{
  tenure_json_add_key (json, key);
  g_string_append_printf (json, "%" G_GINT64_FORMAT, minor);
}

static void
add_extension (GString *json, const TenureFacts *facts, const TenureProposedExtension *extension)
{
  tenure_json_separate (json);
  g_string_append_c (json, '{');
  tenure_json_add_id (json, "record", facts->agreements[extension->agreement].id);
  tenure_json_add_text (json, "name", tenure_facts_get_agreement_title (facts, extension->agreement));
  add_minor (json, "months", extension->months);
  add_minor (json, "cost_minor", extension->cost_minor);
  tenure_json_add_boolean (json, "in_lead", extension->in_lead);
  g_string_append_c (json, '}');
}

static void
add_provider (GString *json,
              const TenureFacts *facts,
              const TenureProposal *proposal,
              const TenureProposalProvider *provider)
{
  tenure_json_separate (json);
  g_string_append_c (json, '{');
  tenure_json_add_id (json, "organisation", facts->organisations[provider->organisation].id);
  tenure_json_add_text (json, "name", facts->organisations[provider->organisation].name);
  tenure_json_add_text (json, "state", state_code (provider->state));
  tenure_json_add_figure (json, "annual_minor", provider->annual);
  tenure_json_add_figure (json, "secured_minor", provider->secured);
  add_minor (json, "cost_minor", provider->cost_minor);
  add_minor (json, "least_minor", provider->least_minor);
  tenure_json_add_open (json, "extensions", '[');
  for (guint i = 0; i < provider->n; i++)
    add_extension (json, facts, &g_array_index (proposal->extensions, TenureProposedExtension, provider->first + i));
  g_string_append (json, "]}");
}

void
tenure_report_append_proposal_json (const TenureFacts *facts,
                                    const TenureProposal *proposal,
                                    gint64 sum_minor,
                                    GString *json)
{
  g_return_if_fail (facts != NULL && proposal != NULL && json != NULL);

  g_string_append_c (json, '{');
  tenure_json_add_boolean (json, "within", tenure_proposal_is_done (proposal, sum_minor));
  tenure_json_add_currency (json, "currency", proposal->currency);
  if (sum_minor == TENURE_PROPOSAL_ANY_SUM)
    tenure_json_add_text (json, "sum_minor", NULL);
  else
    add_minor (json, "sum_minor", sum_minor);
  add_minor (json, "cost_minor", proposal->cost_minor);
  add_minor (json, "least_minor", proposal->least_minor);
  tenure_json_add_open (json, "providers", '[');
  for (guint i = 0; i < proposal->providers->len; i++)
    add_provider (json, facts, proposal, &g_array_index (proposal->providers, TenureProposalProvider, i));
  g_string_append (json, "]}");
}
