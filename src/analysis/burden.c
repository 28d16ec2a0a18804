#include "analysis/burden.h"

#include "base/ratio.h"

/* Bid and monitoring over the agreed term. */
static gboolean
find_costs (const TenureFactAgreement *fact,
            const TenureAgreementFigures *figures,
            gint64 *out_monitoring,
            gint64 *out_costs)
{
  gboolean yearly = fact->basis == TENURE_BASIS_ANNUAL;

  if (!fact->bid_cost_known || !fact->monitoring_cost_known || fact->bid_cost_minor < 0 || fact->monitoring_cost_minor < 0)
    return FALSE;
  *out_monitoring = fact->monitoring_cost_minor;
  *out_costs = fact->bid_cost_minor;
  if (yearly
      && !tenure_ratio_scale (fact->monitoring_cost_minor, figures->total_minor, figures->annual_minor, out_monitoring))
    return FALSE;
  return tenure_money_add (out_costs, *out_monitoring);
}

TenureBurden
tenure_agreement_burden (const TenureTerms *terms, guint index)
{
  const TenureFactAgreement *fact = &terms->facts->agreements[index];
  const TenureAgreementFigures *figures = &terms->agreements[index];
  TenureBurden burden = { .ratio = tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_RATIO, 0, 1) };
  gint64 costs, monitoring;

  if (!fact->value_known || !figures->total_known || figures->total_minor <= 0
      || !find_costs (fact, figures, &monitoring, &costs))
    return burden;
  burden.monitoring_minor = monitoring;
  burden.ratio = tenure_figure_number ((double) costs / (double) figures->total_minor, TENURE_FIGURE_UNIT_RATIO, 1, 1);
  return burden;
}
