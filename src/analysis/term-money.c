/* The yearly value of an agreement and the value of its whole term: docs/domain.md, section 2, "Annual
 * value". */

#include "analysis/term-private.h"

#include "base/ratio.h"

#define MONTHS_A_YEAR 12

/* M as a fraction: months are `*out_numerator / *out_denominator`. */
static void
months_as_fraction (TenureMonths months, gint64 *out_numerator, gint64 *out_denominator)
{
  *out_numerator = (gint64) months.whole * months.length + months.part;
  *out_denominator = months.length;
}

/* total × 12 / M, half-even. */
static gboolean
annual_of_total (gint64 total, TenureMonths term, gint64 *out_annual)
{
  gint64 numerator, denominator;

  months_as_fraction (term, &numerator, &denominator);
  return tenure_ratio_scale (total, MONTHS_A_YEAR * denominator, numerator, out_annual);
}

/* annual × M / 12, half-even. */
static gboolean
total_of_annual (gint64 annual, TenureMonths term, gint64 *out_total)
{
  gint64 numerator, denominator;

  months_as_fraction (term, &numerator, &denominator);
  return tenure_ratio_scale (annual, numerator, MONTHS_A_YEAR * denominator, out_total);
}

/* The term that the value was agreed for: not cut by a later termination. */
static gboolean
find_agreed_term (const TenureAgreementFigures *figures, TenureMonths *out_term)
{
  gboolean anniversary;

  if (!tenure_day_is_known (figures->start) || !tenure_day_is_known (figures->agreed_end)
      || figures->agreed_end < figures->start)
    return FALSE;
  if (figures->term_known && figures->agreed_end == figures->committed_end)
    *out_term = figures->term;
  else
    *out_term = tenure_term_months (figures->start, figures->agreed_end, &anniversary);
  return TRUE;
}

static TenureAnnualState
find_annual (const TenureFactAgreement *agreement, const TenureMonths *term, gint64 *out_annual)
{
  gboolean yearly = agreement->annual_known || (agreement->value_known && agreement->basis == TENURE_BASIS_ANNUAL);

  if (!yearly && !agreement->value_known)
    return TENURE_ANNUAL_NO_VALUE;
  if (agreement->currency == TENURE_CURRENCY_NONE)
    return TENURE_ANNUAL_NO_CURRENCY;
  *out_annual = agreement->annual_known ? agreement->annual_minor : agreement->value_minor;
  if (yearly)
    return TENURE_ANNUAL_STATED;
  if (term == NULL)
    return TENURE_ANNUAL_NO_TERM;
  if (tenure_months_compare (*term, tenure_months_whole (MONTHS_A_YEAR)) <= 0)
    return TENURE_ANNUAL_WHOLE_TOTAL;
  if (agreement->basis == TENURE_BASIS_UNKNOWN)
    return TENURE_ANNUAL_NO_BASIS;
  return annual_of_total (agreement->value_minor, *term, out_annual) ? TENURE_ANNUAL_FROM_TOTAL : TENURE_ANNUAL_OUT_OF_RANGE;
}

/* A value beside a stated yearly value is the total, even where nobody says so. */
static gboolean
find_total (const TenureFactAgreement *agreement,
            const TenureAgreementFigures *figures,
            const TenureMonths *term,
            gint64 *out_total)
{
  gboolean is_total =
      agreement->basis == TENURE_BASIS_TOTAL || (agreement->basis == TENURE_BASIS_UNKNOWN && agreement->annual_known);

  if (agreement->currency == TENURE_CURRENCY_NONE)
    return FALSE;
  if (agreement->value_known && is_total)
    {
      *out_total = agreement->value_minor;
      return TRUE;
    }
  return figures->annual_state == TENURE_ANNUAL_STATED && term != NULL
         && total_of_annual (figures->annual_minor, *term, out_total);
}

static guint64
missing_for_annual (const TenureFactAgreement *agreement, const TenureAgreementFigures *figures)
{
  switch ((TenureAnnualState) figures->annual_state)
    {
    case TENURE_ANNUAL_NO_VALUE:
      return TENURE_MISSING_VALUE;
    case TENURE_ANNUAL_NO_BASIS:
      return TENURE_MISSING_VALUE_BASIS;
    case TENURE_ANNUAL_NO_TERM:
      return agreement->basis == TENURE_BASIS_UNKNOWN ? TENURE_MISSING_VALUE_BASIS : 0;
    case TENURE_ANNUAL_NO_CURRENCY:
      return TENURE_MISSING_CURRENCY;
    case TENURE_ANNUAL_STATED:
    case TENURE_ANNUAL_FROM_TOTAL:
    case TENURE_ANNUAL_WHOLE_TOTAL:
    case TENURE_ANNUAL_OUT_OF_RANGE:
    default:
      return 0;
    }
}

void
tenure_term_compute_money (const TenureFactAgreement *agreement, TenureAgreementFigures *figures)
{
  TenureMonths agreed;
  const TenureMonths *term = find_agreed_term (figures, &agreed) ? &agreed : NULL;
  gint64 annual = 0;

  figures->annual_state = find_annual (agreement, term, &annual);
  figures->annual_known = figures->annual_state <= TENURE_ANNUAL_WHOLE_TOTAL;
  figures->annual_minor = figures->annual_known ? annual : 0;
  figures->total_known = find_total (agreement, figures, term, &figures->total_minor);
  figures->missing |= missing_for_annual (agreement, figures);
}
