/* Month by month from T on: what runs, and what ends. */

#include "analysis/portfolio-private.h"

#include <stdlib.h>

/* --- Horizon --- */

/* What comes in and goes out on each measured day; wide, because it is only added up at the end. */
typedef struct
{
  __int128 secured, committed, extended;
} Step;

static void
set_days (TenurePortfolio *portfolio)
{
  TenureDay month = tenure_day_month_start (portfolio->terms->as_of);

  for (guint i = 0; i < TENURE_HORIZON_MONTHS; i++)
    {
      portfolio->horizon[i].month = portfolio->expiries[i].month = tenure_day_add_months (month, (int) i);
      portfolio->horizon[i].day = MAX (portfolio->horizon[i].month, portfolio->terms->as_of);
    }
}

/* The first measured day that is not before @day; TENURE_HORIZON_MONTHS when there is none. */
static guint
find_day (const TenurePortfolio *portfolio, TenureDay day)
{
  guint low = 0, high = TENURE_HORIZON_MONTHS;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (portfolio->horizon[middle].day < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

void
tenure_terms_find_reach (
    const TenureTerms *terms, guint index, TenureDay *out_secured, TenureDay *out_committed, TenureDay *out_extended)
{
  const TenureAgreementFigures *figures = &terms->agreements[index];
  TenureDay secured, committed = figures->committed_end, extended = figures->maximum_end;

  if (figures->open_ended)
    {
      committed = tenure_day_is_known (figures->secured_until) ? figures->secured_until : terms->as_of;
      extended = TENURE_DAY_MAX;
    }
  secured = figures->secured_state == TENURE_SECURED_CANNOT_TELL ? committed : figures->secured_until;
  if (tenure_day_is_known (figures->covered_from))
    extended = MIN (extended, figures->covered_from - 1);
  *out_secured = MIN (secured, committed);
  *out_committed = committed;
  *out_extended = MAX (extended, committed);
}

static void
add_layer (
    const TenurePortfolio *portfolio, Step *steps, gsize layer, TenureDay first, TenureDay last, gint64 minor)
{
  guint from = find_day (portfolio, first);
  guint until = last >= TENURE_DAY_MAX ? TENURE_HORIZON_MONTHS : find_day (portfolio, last + 1);

  if (from >= until)
    return;
  *(__int128 *) ((char *) &steps[from] + layer) += minor;
  *(__int128 *) ((char *) &steps[until] + layer) -= minor;
}

static TenureSum
narrow (__int128 sum)
{
  gboolean fits = sum >= G_MININT64 && sum <= G_MAXINT64;

  return (TenureSum){ .minor = fits ? (gint64) sum : 0, .overflows = !fits };
}

static void
add_up (TenurePortfolio *portfolio, const Step *steps)
{
  Step sum = { 0, 0, 0 };

  for (guint i = 0; i < TENURE_HORIZON_MONTHS; i++)
    {
      sum.secured += steps[i].secured;
      sum.committed += steps[i].committed;
      sum.extended += steps[i].extended;
      portfolio->horizon[i].secured = narrow (sum.secured);
      portfolio->horizon[i].committed = narrow (sum.committed);
      portfolio->horizon[i].extended = narrow (sum.extended);
    }
}

void
tenure_portfolio_compute_horizon (TenurePortfolio *portfolio, const TenureMembers *members)
{
  Step steps[TENURE_HORIZON_MONTHS + 1] = { { 0, 0, 0 } };

  set_days (portfolio);
  portfolio->horizon_of = portfolio->n_live;
  for (guint i = 0; i < members->n; i++)
    {
      const TenureAgreementFigures *figures = &members->terms->agreements[members->indexes[i]];
      TenureDay secured, committed, extended;
      gint64 annual;

      if (!figures->live || !tenure_portfolio_get_annual (portfolio, members->indexes[i], &annual) ||
          (!figures->term_known && !(figures->open_ended && tenure_day_is_known (figures->start))))
        continue;
      portfolio->horizon_known++;
      portfolio->secured_told += figures->secured_state != TENURE_SECURED_CANNOT_TELL;
      tenure_terms_find_reach (members->terms, members->indexes[i], &secured, &committed, &extended);
      add_layer (portfolio, steps, G_STRUCT_OFFSET (Step, secured), figures->start, secured, annual);
      add_layer (portfolio, steps, G_STRUCT_OFFSET (Step, committed), figures->start, committed, annual);
      add_layer (portfolio, steps, G_STRUCT_OFFSET (Step, extended), figures->start, extended, annual);
    }
  add_up (portfolio, steps);
}

/* --- Expiries --- */

typedef struct
{
  TenureDay day;
  gboolean known;
  gint64 minor;
} Ending;

static int
compare_endings (const void *a, const void *b)
{
  const Ending *left = a, *right = b;

  return (left->day > right->day) - (left->day < right->day);
}

/* The place of @day in the months from T's on; TENURE_HORIZON_MONTHS or more when it is past them. */
static guint
month_place (const TenurePortfolio *portfolio, TenureDay day)
{
  int first_year, first_month, year, month;

  tenure_day_to_civil (portfolio->expiries[0].month, &first_year, &first_month, NULL);
  tenure_day_to_civil (day, &year, &month, NULL);
  return (guint) ((year - first_year) * 12 + month - first_month);
}

static void
add_ending (TenureExpiryFigures *expiry, const Ending *ending, gboolean covered)
{
  expiry->gross_count++;
  expiry->gross_known += ending->known;
  tenure_sum_add (&expiry->gross, ending->minor);
  if (covered)
    return;
  expiry->net_count++;
  expiry->net_known += ending->known;
  tenure_sum_add (&expiry->net, ending->minor);
}

/* A sum that does not fit is larger than one that does. */
static gboolean
is_larger (TenureSum a, TenureSum b)
{
  if (a.overflows != b.overflows)
    return a.overflows;
  return !a.overflows && a.minor > b.minor;
}

static gboolean
is_higher (const TenurePortfolio *portfolio, guint count, TenureSum sum)
{
  return count > portfolio->pile_up_count ||
         (count == portfolio->pile_up_count && is_larger (sum, portfolio->pile_up));
}

/* @endings are in the order of their days, so that the earlier of two equal heaps stays. */
static void
find_pile_up (TenurePortfolio *portfolio, const Ending *endings, guint n)
{
  portfolio->pile_up_day = TENURE_DAY_NONE;
  for (guint i = 0; i < n;)
    {
      guint count = 0, known = 0;
      TenureSum sum = { 0 };
      TenureDay day = endings[i].day;

      for (; i < n && endings[i].day == day; i++)
        {
          count++;
          known += endings[i].known;
          tenure_sum_add (&sum, endings[i].minor);
        }
      if (!is_higher (portfolio, count, sum))
        continue;
      portfolio->pile_up_day = day;
      portfolio->pile_up_count = count;
      portfolio->pile_up_known = known;
      portfolio->pile_up = sum;
    }
}

void
tenure_portfolio_compute_expiries (TenurePortfolio *portfolio, const TenureMembers *members)
{
  g_autofree Ending *endings = g_new (Ending, members->n);
  guint n = 0;

  for (guint i = 0; i < members->n; i++)
    {
      const TenureAgreementFigures *figures = &members->terms->agreements[members->indexes[i]];
      Ending ending = { .day = figures->committed_end };
      guint place;

      if (!figures->live || figures->open_ended)
        continue;
      portfolio->expiries_of++;
      if (!tenure_day_is_known (ending.day) || ending.day < members->terms->as_of)
        continue;
      portfolio->expiries_known++;
      ending.known = tenure_portfolio_get_annual (portfolio, members->indexes[i], &ending.minor);
      if (!figures->covered)
        endings[n++] = ending;
      place = month_place (portfolio, ending.day);
      if (place < TENURE_HORIZON_MONTHS)
        add_ending (&portfolio->expiries[place], &ending, figures->covered);
    }
  if (n > 0)
    qsort (endings, n, sizeof *endings, compare_endings);
  find_pile_up (portfolio, endings, n);
}
