#include "config.h"
#include "analysis/real-price.h"

#include "base/ratio.h"

#include "base/i18n.h"
#include <math.h>

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

/* The product of the uplifts that begin from year->from to the day before @until. */
static void
find_uplifts (const TenureFacts *facts, const TenureFactAgreement *agreement, TenureDay until, TenureRealPriceYear *year)
{
  for (guint i = 0; i < agreement->n_uplifts; i++)
    {
      const TenureFactRate *uplift = &facts->uplifts[agreement->first_uplift + i];

      if (!tenure_day_is_known (uplift->from_day) || uplift->from_day < year->from || uplift->from_day >= until)
        continue;
      year->uplift *= 1 + uplift->rate_bp / (double) TENURE_WHOLE_BP;
      year->n_uplifts++;
    }
}

/* The rate of the index year in which the day before the year lies: the rise of the year just completed. */
static void
find_rate (const TenureFacts *facts, gint32 series, TenureRealPriceYear *year)
{
  const TenureFactPriceIndex *index = &facts->price_indexes[series];
  TenureDay day = year->from - 1;

  for (guint i = 0; i < index->n_rates; i++)
    {
      const TenureFactRate *rate = &facts->rates[index->first_rate + i];

      if (tenure_day_is_known (rate->from_day) && rate->from_day <= day && day < tenure_day_add_months (rate->from_day, 12))
        {
          year->index_from = rate->from_day;
          year->index = 1 + rate->rate_bp / (double) TENURE_WHOLE_BP;
          return;
        }
    }
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

static TenureRealPriceYear
find_year (const TenureTerms *terms, guint index, gint32 series, int number)
{
  const TenureFactAgreement *agreement = &terms->facts->agreements[index];
  TenureDay start = terms->agreements[index].start;
  TenureRealPriceYear year = {
    .from = tenure_day_add_months (start, 12 * number), .uplift = 1, .index_from = TENURE_DAY_NONE, .index = 1
  };

  find_uplifts (terms->facts, agreement, tenure_day_add_months (start, 12 * (number + 1)), &year);
  if (series >= 0)
    find_rate (terms->facts, series, &year);
  return year;
}

TenureRealPriceYear
tenure_real_price_year (const TenureTerms *terms, guint index, int year)
{
  return find_year (terms, index, find_series (terms->facts, &terms->facts->agreements[index]), year);
}

TenureRealPrice
tenure_real_price (const TenureTerms *terms, guint index)
{
  TenureRealPrice price = { .series = find_series (terms->facts, &terms->facts->agreements[index]) };
  double uplift = 1, risen = 1;

  price.years = count_years (terms, &terms->agreements[index]);
  if (price.years > 0 && price.series < 0)
    price.missing |= TENURE_MISSING_PRICE_INDEX;
  for (int number = 1; number <= price.years; number++)
    {
      TenureRealPriceYear year = find_year (terms, index, price.series, number);

      if (year.n_uplifts == 0)
        price.missing |= TENURE_MISSING_UPLIFT;
      if (price.series >= 0 && !tenure_day_is_known (year.index_from))
        price.missing |= TENURE_MISSING_INDEX_RATE;
      uplift *= year.uplift;
      risen *= year.index;
    }
  price.uplift = uplift - 1;
  price.index = risen - 1;
  price.known = price.years > 0 && price.missing == 0 && risen > 0;
  if (price.known)
    price.change = uplift / risen - 1;
  return price;
}

gint64
tenure_real_price_get_hundredths (const TenureRealPrice *price)
{
  /* Further than any price moves, and well within the type. */
  const double most = 1e15;

  g_return_val_if_fail (price->known, 0);

  return (gint64) round (CLAMP (price->change * TENURE_WHOLE_BP, -most, most));
}

char *
tenure_real_price_dup_label (const TenureRealPrice *price)
{
  gint64 hundredths = tenure_real_price_get_hundredths (price);

  /* Translators: a change: "+1.20 %", "-5.52 %". */
  return g_strdup_printf (hundredths == 0 ? _ ("%.2f %%") : _ ("%+.2f %%"), (double) hundredths / 100);
}

int
tenure_real_price_compare (const TenureRealPrice *price, int basis_points)
{
  double difference = price->change - basis_points / (double) TENURE_WHOLE_BP;

  return (difference > ROOM) - (difference < -ROOM);
}
