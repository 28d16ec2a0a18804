#include "analysis/real-price.h"

#include "base/ratio.h"

#define MAX_YEARS 50
#define ROOM 1e-8

/* The series that the agreement names, else the usual one. Of several usual ones none is. */
static gint32
find_series (const TenureFacts *facts, const TenureFactAgreement *agreement)
{
  gint32 usual = -1;

  if (agreement->price_index >= 0)
    return agreement->price_index;
  for (guint i = 0; i < facts->n_price_indexes; i++)
    if (facts->price_indexes[i].usual == TENURE_FACT_YES)
      {
        if (usual >= 0)
          return -1;
        usual = (gint32) i;
      }
  return usual;
}

/* The product of the uplifts that begin from @from to the day before @until; FALSE when there is none. */
static gboolean
find_uplift (const TenureFacts *facts, const TenureFactAgreement *agreement, TenureDay from, TenureDay until, double *factor)
{
  gboolean found = FALSE;

  for (guint i = 0; i < agreement->n_uplifts; i++)
    {
      const TenureFactRate *uplift = &facts->uplifts[agreement->first_uplift + i];

      if (!tenure_day_is_known (uplift->from_day) || uplift->from_day < from || uplift->from_day >= until)
        continue;
      *factor *= 1 + uplift->rate_bp / (double) TENURE_WHOLE_BP;
      found = TRUE;
    }
  return found;
}

/* The rate of the index year in which @day lies. */
static gboolean
find_rate (const TenureFacts *facts, gint32 series, TenureDay day, double *factor)
{
  const TenureFactPriceIndex *index = &facts->price_indexes[series];

  for (guint i = 0; i < index->n_rates; i++)
    {
      const TenureFactRate *rate = &facts->rates[index->first_rate + i];

      if (tenure_day_is_known (rate->from_day) && rate->from_day <= day && day < tenure_day_add_months (rate->from_day, 12))
        {
          *factor *= 1 + rate->rate_bp / (double) TENURE_WHOLE_BP;
          return TRUE;
        }
    }
  return FALSE;
}

/* Years begun after the first: the anniversaries up to T and the committed end. */
static int
count_years (const TenureTerms *terms, const TenureAgreementFigures *figures)
{
  TenureDay last = terms->as_of;
  int years = 0;

  if (!tenure_day_is_known (figures->start) || figures->reversed)
    return 0;
  if (tenure_day_is_known (figures->committed_end))
    last = MIN (last, figures->committed_end);
  while (years < MAX_YEARS && tenure_day_add_months (figures->start, 12 * (years + 1)) <= last)
    years++;
  return years;
}

TenureRealPrice
tenure_real_price (const TenureTerms *terms, guint index)
{
  const TenureFactAgreement *agreement = &terms->facts->agreements[index];
  const TenureAgreementFigures *figures = &terms->agreements[index];
  TenureRealPrice price = { .series = find_series (terms->facts, agreement) };
  double uplift = 1, risen = 1;

  price.years = count_years (terms, figures);
  if (price.years > 0 && price.series < 0)
    price.missing |= TENURE_MISSING_PRICE_INDEX;
  for (int year = 1; year <= price.years; year++)
    {
      TenureDay from = tenure_day_add_months (figures->start, 12 * year);
      TenureDay until = tenure_day_add_months (figures->start, 12 * (year + 1));

      if (!find_uplift (terms->facts, agreement, from, until, &uplift))
        price.missing |= TENURE_MISSING_UPLIFT;
      if (price.series >= 0 && !find_rate (terms->facts, price.series, from - 1, &risen))
        price.missing |= TENURE_MISSING_INDEX_RATE;
    }
  price.uplift = uplift - 1;
  price.index = risen - 1;
  price.known = price.years > 0 && price.missing == 0 && risen > 0;
  if (price.known)
    price.change = uplift / risen - 1;
  return price;
}

int
tenure_real_price_compare (const TenureRealPrice *price, int basis_points)
{
  double difference = price->change - basis_points / (double) TENURE_WHOLE_BP;

  return (difference > ROOM) - (difference < -ROOM);
}
