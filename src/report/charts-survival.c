/* How long funding relationships last. */

#include "config.h"
#include "report/charts-private.h"

#include "analysis/relationships.h"
#include "chart/survival-curve.h"

#include "base/i18n.h"

static TenureSurvivalPoint
point_of (const TenureSurvivalStep *step)
{
  return (TenureSurvivalPoint){ .months = tenure_months_to_double (step->time),
                                .at_risk = step->at_risk,
                                .ended = step->ended,
                                .share = step->survival,
                                .lower = step->lower,
                                .upper = step->upper,
                                .interval_known = step->interval_known };
}

TenureScene *
tenure_report_chart_survival (const TenureChartRequest *request)
{
  g_autoptr (TenureRelationships) own =
      request->relationships == NULL ? tenure_relationships_new (request->analysis->portfolio) : NULL;
  const TenureRelationships *relationships = own != NULL ? own : request->relationships;
  g_autoptr (TenureSurvival) own_survival = request->survival == NULL ? tenure_relationships_survival (relationships) : NULL;
  const TenureSurvival *survival = own_survival != NULL ? own_survival : request->survival;
  g_autofree TenureSurvivalPoint *points = g_new0 (TenureSurvivalPoint, survival->n_steps);
  TenureSurvivalData data = { .points = points,
                              .n_points = survival->n_steps,
                              .longest = tenure_months_to_double (survival->longest),
                              .n = survival->n,
                              .lasted = survival->times,
                              .median_known = survival->median_known,
                              .median = tenure_months_to_double (survival->median) };

  for (guint i = 0; i < relationships->known->len; i++)
    data.n_terms += g_array_index (relationships->known, TenureRelationship, i).n_terms;
  for (guint i = 0; i < survival->n_steps; i++)
    points[i] = point_of (&survival->steps[i]);
  data.notes = tenure_chart_request_notes (request,
                                           ngettext ("funding relationship with {sector} organisations",
                                                     "funding relationships with {sector} organisations", survival->n),
                                           survival->n, relationships->of, _ ("a start or an end is not recorded"));
  return tenure_chart_survival (&data, request->width, request->height, request->theme);
}
