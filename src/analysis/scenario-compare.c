#include "config.h"
#include "analysis/scenario-compare.h"

/* Years are those of one calendar on both sides, so that they meet by their first day. */
static void
add_years (GArray *years, const TenurePortfolio *portfolio, TenureDay from, gboolean scenario)
{
  guint place = 0;

  for (guint i = 0; i < portfolio->n_years; i++)
    {
      const TenureYearFigures *year = &portfolio->years[i];
      TenureScenarioYear row = { .from = year->from, .until = year->until };

      if (year->from < from)
        continue;
      while (place < years->len && g_array_index (years, TenureScenarioYear, place).from < year->from)
        place++;
      if (place == years->len || g_array_index (years, TenureScenarioYear, place).from > year->from)
        g_array_insert_val (years, place, row);
      *(scenario ? &g_array_index (years, TenureScenarioYear, place).scenario
                 : &g_array_index (years, TenureScenarioYear, place).base) = year->spend;
    }
}

TenureScenarioComparison *
tenure_scenario_compare (const TenureFacts *base,
                         const TenureScenario *scenario,
                         TenureDay as_of,
                         const TenureAnalysisOptions *options,
                         const TenureSelection *selection)
{
  TenureScenarioComparison *comparison;
  TenureSelection selected;
  TenureDay from;

  g_return_val_if_fail (base != NULL && scenario != NULL && scenario->n_base == base->n_agreements, NULL);

  comparison = g_new0 (TenureScenarioComparison, 1);
  if (selection != NULL)
    {
      comparison->selected = tenure_scenario_select (scenario, selection->agreements, selection->n_agreements);
      selected = (TenureSelection){ (const guint32 *) (gpointer) comparison->selected->data, comparison->selected->len };
    }
  comparison->base = tenure_analysis_new (base, as_of, options, selection);
  comparison->scenario = tenure_analysis_new (scenario->facts, as_of, options, selection != NULL ? &selected : NULL);
  comparison->effects = tenure_effects_new (comparison->base, comparison->scenario);
  comparison->flags = tenure_flag_moves_list (comparison->base->flags, comparison->scenario->flags);
  comparison->years = g_array_new (FALSE, TRUE, sizeof (TenureScenarioYear));
  from = tenure_day_year_start (as_of, tenure_options_year_first_month (options));
  add_years (comparison->years, comparison->base->portfolio, from, FALSE);
  add_years (comparison->years, comparison->scenario->portfolio, from, TRUE);
  return comparison;
}

void
tenure_scenario_comparison_free (TenureScenarioComparison *comparison)
{
  if (comparison == NULL)
    return;
  g_array_unref (comparison->flags);
  g_array_unref (comparison->years);
  tenure_effects_free (comparison->effects);
  tenure_analysis_free (comparison->base);
  tenure_analysis_free (comparison->scenario);
  g_clear_pointer (&comparison->selected, g_array_unref);
  g_free (comparison);
}
