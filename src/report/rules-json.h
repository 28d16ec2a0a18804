#pragma once

#include "analysis/analysis.h"

G_BEGIN_DECLS

/* Appends the rules that @analysis went by as a JSON array: code, title, statement, thresholds in the unit that goes with
 * them, level, what they apply to, source, confidence, whether they are a local setting, what the setting is, and how many
 * flags of each level they raise. */
void tenure_report_append_rules_json (const TenureAnalysis *analysis, GString *json);

/* Appends the members by which a flag names its rule: "threshold", the statement, and "local". */
void tenure_report_add_rule_json (GString *json, const TenureRule *rule);

G_END_DECLS
