#pragma once

#include "analysis/scenario-compare.h"

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

G_END_DECLS
