#pragma once

#include "analysis/analysis.h"

G_BEGIN_DECLS

/* The output of `tenure-cli figures --json`, `flags --json` and `power --json`: keys are stable, dates ISO,
 * numbers without locale; every figure is {"value", "unit", "known", "of"}, with "value": null where it
 * cannot be told. Documented in the manual page. Each appends one JSON value without a line end. */

void tenure_report_append_figures_json (const TenureAnalysis *analysis, GString *json);

/* An array of {rule, level, record_type, record, name, reason, inputs, missing}, worst first. */
void tenure_report_append_flags_json (const TenureAnalysis *analysis, GString *json);

/* {"banzhaf": [{numerator, denominator}…], "shapley_shubik": […], "veto": […], "dummy": […]}. */
void tenure_report_append_power_json (const TenurePower *power, GString *json);

/* {"title", "summary", "formula", "rule", "threshold", "source", "confidence", "lines": […], "missing": […]}.
 */
void tenure_report_append_explanation_json (const TenureExplanation *explanation, GString *json);

G_END_DECLS
