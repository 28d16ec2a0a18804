/* Spend by financial year: each agreement's total, spread evenly over the days of the term it was agreed for.
 */

#include "analysis/portfolio-private.h"

#define YEARS_BEFORE 20
#define YEARS_AFTER 19
#define N_YEARS (YEARS_BEFORE + 1 + YEARS_AFTER)

/* The places that days fall into: before the years, the years, after them, those that a termination cut off, which are paid
 * for by nobody, and those of which a lead has the money. */
enum
{
  PLACE_EARLIER,
  PLACE_FIRST_YEAR,
  PLACE_LATER = PLACE_FIRST_YEAR + N_YEARS,
  PLACE_CUT,
  PLACE_LEAD,
  N_PLACES,
};

typedef struct
{
  TenureDay starts[N_YEARS + 1]; /* of each year, and of the one after the last */
  TenureSum sums[N_PLACES];
} Years;

static void
years_init (Years *years, TenureDay as_of, int first_month)
{
  TenureDay current = tenure_day_year_start (as_of, first_month);

  *years = (Years){ .sums = { { 0 } } };
  for (int i = 0; i <= N_YEARS; i++)
    years->starts[i] = tenure_day_add_months (current, (i - YEARS_BEFORE) * 12);
}

/* The days of one term, by place, without the empty places. */
typedef struct
{
  guint n;
  guint places[N_PLACES];
  gint64 days[N_PLACES];
} Spread;

static void
spread_add (Spread *spread, guint place, gint64 days)
{
  if (days <= 0)
    return;
  /* A year may come again, where a lead has the days between. */
  for (guint i = 0; i < spread->n; i++)
    if (spread->places[i] == place)
      {
        spread->days[i] += days;
        return;
      }
  spread->places[spread->n] = place;
  spread->days[spread->n++] = days;
}

/* The place of the first year that ends after @day. */
static guint
find_year (const Years *years, TenureDay day)
{
  guint low = 0, high = N_YEARS;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (years->starts[middle + 1] <= day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Spreads [first, after). */
static void
spread_days (Spread *spread, const Years *years, TenureDay first, TenureDay after)
{
  spread_add (spread, PLACE_EARLIER, MIN (after, years->starts[0]) - first);
  for (guint i = find_year (years, first); i < N_YEARS && years->starts[i] < after; i++)
    spread_add (spread, PLACE_FIRST_YEAR + i, MIN (after, years->starts[i + 1]) - MAX (first, years->starts[i]));
  spread_add (spread, PLACE_LATER, after - MAX (first, years->starts[N_YEARS]));
}

/* A total in the main currency, and a term to spread it over. */
static gboolean
is_spread (const TenurePortfolio *portfolio, guint32 index, gconstpointer unused)
{
  const TenureAgreementFigures *figures = &portfolio->terms->agreements[index];

  return portfolio->places[index] == TENURE_PLACE_MEMBER && figures->total_known
         && portfolio->terms->facts->agreements[index].currency == portfolio->currency
         && tenure_day_is_known (figures->start) && tenure_day_is_known (figures->agreed_end)
         && figures->agreed_end >= figures->start;
}

/* The day after the last that is paid for. */
static TenureDay
end_of_spend (const TenureAgreementFigures *figures)
{
  return CLAMP (figures->committed_end + 1, figures->start, figures->agreed_end + 1);
}

/* Days [first, after) of an agreement below @index, which is @steps below it. */
typedef struct
{
  guint32 index;
  guint steps;
  TenureDay first, after;
} Below;

/* Spreads them, days of which something above has the money apart. */
static void
spread_below (Spread *spread, const Years *years, const TenurePortfolio *portfolio, Below below)
{
  gint32 lead = tenure_portfolio_find_lead (portfolio, below.index, is_spread, NULL);
  const TenureAgreementFigures *figures;
  TenureDay from, until;

  if (lead < 0 || below.steps == TENURE_LEADS_ABOVE)
    {
      spread_days (spread, years, below.first, below.after);
      return;
    }
  figures = &portfolio->terms->agreements[lead];
  from = CLAMP (figures->start, below.first, below.after);
  until = CLAMP (end_of_spend (figures), from, below.after);
  if (below.first < from)
    spread_below (spread, years, portfolio, (Below){ (guint32) lead, below.steps + 1, below.first, from });
  spread_add (spread, PLACE_LEAD, until - from);
  if (until < below.after)
    spread_below (spread, years, portfolio, (Below){ (guint32) lead, below.steps + 1, until, below.after });
}

/* The days of what is spent, and the money of each place of them. FALSE when a part does not fit. */
static gboolean
spread_total (
    const Years *years, const TenurePortfolio *portfolio, guint32 index, Spread *out_spread, gint64 out_parts[N_PLACES])
{
  const TenureAgreementFigures *figures = &portfolio->terms->agreements[index];
  TenureDay after = figures->agreed_end + 1, cut = end_of_spend (figures);

  out_spread->n = 0;
  if (figures->start < cut)
    spread_below (out_spread, years, portfolio, (Below){ index, 0, figures->start, cut });
  spread_add (out_spread, PLACE_CUT, after - cut);
  return tenure_money_apportion (figures->total_minor, out_spread->days, out_spread->n, out_parts);
}

static void
add_spend (Years *years, const TenurePortfolio *portfolio, guint32 index)
{
  gint64 parts[N_PLACES];
  Spread spread;
  gboolean split = spread_total (years, portfolio, index, &spread, parts);

  for (guint i = 0; i < spread.n; i++)
    if (split)
      tenure_sum_add (&years->sums[spread.places[i]], parts[i]);
    else
      years->sums[spread.places[i]].overflows = TRUE;
}

gboolean
tenure_portfolio_spend_in (const TenurePortfolio *portfolio, guint32 index, TenureDay from, gint64 *out_minor)
{
  gint64 parts[N_PLACES];
  Spread spread;
  Years years;

  *out_minor = 0;
  if (!is_spread (portfolio, index, NULL))
    return FALSE;
  years_init (&years, portfolio->terms->as_of, tenure_options_year_first_month (&portfolio->terms->options));
  if (!spread_total (&years, portfolio, index, &spread, parts))
    return FALSE;
  for (guint i = 0; i < spread.n; i++)
    if (spread.places[i] >= PLACE_FIRST_YEAR && spread.places[i] < PLACE_LATER
        && years.starts[spread.places[i] - PLACE_FIRST_YEAR] == from)
      *out_minor = parts[i];
  return TRUE;
}

static gboolean
is_nothing (TenureSum sum)
{
  return sum.minor == 0 && !sum.overflows;
}

/* Keeps the years from the first to the last with any spend. */
static void
keep_years (TenurePortfolio *portfolio, const Years *years)
{
  guint from = 0, until = N_YEARS;

  while (from < until && is_nothing (years->sums[PLACE_FIRST_YEAR + from]))
    from++;
  while (until > from && is_nothing (years->sums[PLACE_FIRST_YEAR + until - 1]))
    until--;
  portfolio->n_years = until - from;
  portfolio->years = g_new (TenureYearFigures, portfolio->n_years);
  for (guint i = from; i < until; i++)
    portfolio->years[i - from] = (TenureYearFigures){ .from = years->starts[i],
                                                      .until = years->starts[i + 1] - 1,
                                                      .spend = years->sums[PLACE_FIRST_YEAR + i] };
  portfolio->spend_earlier = years->sums[PLACE_EARLIER];
  portfolio->spend_later = years->sums[PLACE_LATER];
}

void
tenure_portfolio_compute_years (TenurePortfolio *portfolio, const TenureMembers *members)
{
  const TenureTerms *terms = members->terms;
  Years years;

  years_init (&years, terms->as_of, tenure_options_year_first_month (&terms->options));
  portfolio->spend_of = members->n;
  for (guint i = 0; i < members->n; i++)
    if (is_spread (portfolio, members->indexes[i], NULL))
      {
        portfolio->spend_known++;
        add_spend (&years, portfolio, members->indexes[i]);
      }
  keep_years (portfolio, &years);
}
