/* What a term is worth when it gets longer, shorter or dearer. */

#include "config.h"
#include "analysis/scenario-private.h"

#include "base/ratio.h"

#define MONTHS_A_YEAR 12
#define MAX_DAYS 30000 /* of a length, base/duration.h */

char *
tenure_scenario_dup_problem (const TenureFacts *facts, guint index, const char *format)
{
  g_autofree char *name = tenure_facts_dup_agreement_name (facts, index);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, name);
#pragma GCC diagnostic pop
}

TenureAgreementFigures
tenure_scenario_figures (const TenureFacts *facts, guint index, TenureDay as_of)
{
  TenureFactAgreement agreement = facts->agreements[index];
  TenureFacts alone = {
    .agreements = &agreement, .n_agreements = 1, .extensions = facts->extensions, .n_extensions = facts->n_extensions
  };
  g_autoptr (TenureTerms) terms = NULL;

  agreement.provider = agreement.predecessor = agreement.lead = agreement.service = -1;
  agreement.n_funders = 0;
  agreement.terminated = TENURE_DAY_NONE;
  terms = tenure_terms_new (&alone, as_of, NULL);
  return terms->agreements[0];
}

gboolean
tenure_scenario_scale (gint64 minor, TenureMonths months, TenureMonths by, gint64 *out_minor)
{
  gint64 numerator = ((gint64) months.whole * months.length + months.part) * by.length;
  gint64 denominator = ((gint64) by.whole * by.length + by.part) * months.length;

  return tenure_ratio_scale (minor, numerator, denominator, out_minor);
}

/* Whether the value is one for the whole term, and so another one for another term. A value of which nobody says that it is
 * a total, beside a stated yearly value, is one where it cannot be the yearly value again. */
static gboolean
is_total (const TenureFactAgreement *agreement, const TenureAgreementFigures *figures)
{
  if (!agreement->value_known || agreement->basis == TENURE_BASIS_ANNUAL)
    return FALSE;
  if (agreement->basis == TENURE_BASIS_TOTAL || figures->annual_state == TENURE_ANNUAL_WHOLE_TOTAL)
    return TRUE;
  return figures->annual_state == TENURE_ANNUAL_STATED && agreement->value_minor != figures->annual_minor;
}

/* What the months between two ends cost at the rate of the term so far. */
static gboolean
price_of (const TenureFactAgreement *agreement,
          const TenureAgreementFigures *before,
          TenureDay from,
          TenureDay to,
          gint64 *out_minor)
{
  TenureMonths months = tenure_months_between (from, to);

  if (before->annual_state == TENURE_ANNUAL_WHOLE_TOTAL)
    return before->term_known && tenure_scenario_scale (agreement->value_minor, months, before->term, out_minor);
  return before->annual_known
         && tenure_scenario_scale (before->annual_minor, months, tenure_months_whole (MONTHS_A_YEAR), out_minor);
}

static gboolean
find_total (const TenureFactAgreement *agreement, const TenureAgreementFigures *before, TenureDay end, gint64 *out_total)
{
  gint64 part;

  *out_total = agreement->value_minor;
  if (end >= before->agreed_end)
    return price_of (agreement, before, before->agreed_end + 1, end, &part) && tenure_money_add (out_total, part);
  return price_of (agreement, before, end + 1, before->agreed_end, &part) && tenure_money_add (out_total, -part);
}

static gboolean
follow_cost (gboolean known, gint64 *cost, gint64 total, gint64 was)
{
  return known && was > 0 && tenure_ratio_scale (*cost, total, was, cost);
}

void
tenure_scenario_follow_value (TenureFactAgreement *agreement, const TenureAgreementFigures *before, TenureDay end)
{
  gint64 was = agreement->value_minor, total = 0;
  gboolean known;

  if (!is_total (agreement, before))
    return;
  known = find_total (agreement, before, end, &total);
  agreement->value_known = known;
  agreement->value_minor = known ? total : 0;
  agreement->basis = TENURE_BASIS_TOTAL;
  was = known ? was : 0;
  agreement->full_cost_known = follow_cost (agreement->full_cost_known, &agreement->full_cost_minor, total, was);
  agreement->other_funding_known = follow_cost (agreement->other_funding_known, &agreement->other_funding_minor, total, was);
  agreement->monitoring_cost_known =
      follow_cost (agreement->monitoring_cost_known, &agreement->monitoring_cost_minor, total, was);
}

gboolean
tenure_scenario_uplift (TenureFactAgreement *agreement, gint32 uplift_bp)
{
  gint64 rate = TENURE_WHOLE_BP + uplift_bp, value = 0, annual = 0;

  if (agreement->value_known && !tenure_ratio_scale (agreement->value_minor, rate, TENURE_WHOLE_BP, &value))
    return FALSE;
  if (agreement->annual_known && !tenure_ratio_scale (agreement->annual_minor, rate, TENURE_WHOLE_BP, &annual))
    return FALSE;
  agreement->value_minor = value;
  agreement->annual_minor = annual;
  return TRUE;
}

void
tenure_scenario_follow_duration (TenureFactAgreement *agreement)
{
  TenureMonths length;

  if (!agreement->duration.known)
    return;
  agreement->duration = TENURE_DURATION_UNKNOWN;
  if (!tenure_day_is_known (agreement->start) || agreement->end < agreement->start)
    return;
  length = tenure_months_between (agreement->start, agreement->end);
  if (length.whole <= TENURE_SCENARIO_MAX_MONTHS && length.part <= MAX_DAYS)
    agreement->duration = (TenureDuration){ .months = (gint16) length.whole, .days = (gint16) length.part, .known = TRUE };
}
