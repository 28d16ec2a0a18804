#pragma once

#include "analysis/effects.h"
#include "analysis/flag-moves.h"
#include "analysis/scenario.h"

G_BEGIN_DECLS

/* A scenario beside the facts that it began with, both judged alike. Test: tests/analysis/test-scenario-compare.c. */

/* What one financial year costs. Where there is no spend on one side its sum is 0. */
typedef struct
{
  TenureDay from, until; /* first day, last day */
  TenureSum base, scenario;
} TenureScenarioYear;

/**
 * TenureScenarioComparison:
 * @base, @scenario: both sides; figures, horizon and flags are looked up there
 * @effects: figures that differ, as a preview says them
 * @flags: (element-type TenureFlagMove): flags that come, go or get another level, by rule and record
 * @years: (element-type TenureScenarioYear): from T's financial year on, to the last in which either spends: what has been
 *   spent is nobody's to change. Each side in the main currency of its portfolio
 */
typedef struct
{
  TenureAnalysis *base, *scenario;
  TenureEffects *effects;
  GArray *flags;
  GArray *years;
  GArray *selected; /* private: the selection of the scenario */
} TenureScenarioComparison;

/**
 * tenure_scenario_compare:
 * @base: the facts of which @scenario was made
 * @selection: (nullable): the portfolio; what the scenario adds belongs to it there
 *
 * Judges both sides, twice the work of one analysis: for a worker. All arguments must live as long as the result.
 */
TenureScenarioComparison *tenure_scenario_compare (const TenureFacts *base,
                                                   const TenureScenario *scenario,
                                                   TenureDay as_of,
                                                   const TenureAnalysisOptions *options,
                                                   const TenureSelection *selection) G_GNUC_WARN_UNUSED_RESULT;
void tenure_scenario_comparison_free (TenureScenarioComparison *comparison);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureScenarioComparison, tenure_scenario_comparison_free)

G_END_DECLS
