#pragma once

#include "analysis/scenario-compare.h"
#include "analysis/scenario-propose.h"

G_BEGIN_DECLS

/**
 * tenure_report_append_scenario_json:
 * @lines, @texts: of each change of @scenario where it is written and how
 *
 * {"changes": [{line, change, made, problem}…], "base": …, "scenario": … (both as tenure_report_append_figures_json()),
 * "cost_by_year": [{from, until, base_minor, scenario_minor}…], "flags": [{rule, record_type, record, name, before, after,
 * reason}…]}. @before and @after are levels, null for no flag; @reason is that of the flag as it is in the scenario, of one
 * that goes as it was.
 */
void tenure_report_append_scenario_json (const TenureScenario *scenario,
                                         const TenureScenarioComparison *comparison,
                                         const guint *lines,
                                         const char *const *texts,
                                         GString *json);

/* {"within", "currency", "sum_minor", "cost_minor", "least_minor", "providers": [{organisation, name, state, annual_minor,
 * secured_minor, cost_minor, least_minor, "extensions": [{record, name, months, cost_minor, in_lead}…]}…]}. @within: whether every
 * provider would have enough for at most @sum_minor; states: enough, cheapest, bounded, out_of_reach, cannot_tell. */
void tenure_report_append_proposal_json (const TenureFacts *facts,
                                         const TenureProposal *proposal,
                                         gint64 sum_minor,
                                         GString *json);

G_END_DECLS
