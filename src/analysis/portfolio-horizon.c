/* Month by month from T on: what runs, and what ends. */

#include "analysis/portfolio-private.h"

#include <stdlib.h>
#include <string.h>

/* --- Horizon --- */

static gboolean
is_member (guint32 index, gconstpointer data)
{
  const TenurePortfolio *portfolio = data;

  return portfolio->places[index] == TENURE_PLACE_MEMBER;
}

static gboolean
is_valued_member (guint32 index, gconstpointer data)
{
  gint64 annual;

  return is_member (index, data) && tenure_portfolio_get_annual (data, index, &annual);
}

void
tenure_portfolio_compute_horizon (TenurePortfolio *portfolio, const TenureMembers *members)
{
  TenureHorizonSet set = { members->terms, is_member, is_valued_member, portfolio };
  TenureHorizon horizon;

  tenure_horizon_compute (&set, members->indexes, members->n, &horizon);
  memcpy (portfolio->horizon, horizon.months, sizeof portfolio->horizon);
  portfolio->horizon_known = horizon.known;
  portfolio->horizon_of = horizon.of;
  portfolio->secured_told = horizon.secured_told;
  portfolio->horizon_planned = horizon.planned;
  portfolio->horizon_posts_known = horizon.posts_known;
  portfolio->horizon_posts_of = horizon.posts_of;
}

/* --- Expiries --- */

typedef struct
{
  TenureDay day;
  gboolean known;
  gint64 minor; /* 0 where a lead that ends on the day has it */
} Ending;

/* Ends from the first to the last of two days; net of what a signed successor covers. */
typedef struct
{
  TenureDay first, last;
  gboolean net;
} Ends;

static gboolean
is_ending (const TenureAgreementFigures *figures, TenureDay as_of)
{
  return figures->live && !figures->open_ended && tenure_day_is_known (figures->committed_end)
         && figures->committed_end >= as_of;
}

static gboolean
ends_as_well (const TenurePortfolio *portfolio, guint32 index, gconstpointer data)
{
  const TenureAgreementFigures *figures = &portfolio->terms->agreements[index];
  const Ends *ends = data;
  gint64 annual;

  return portfolio->places[index] == TENURE_PLACE_MEMBER && is_ending (figures, portfolio->terms->as_of)
         && figures->committed_end >= ends->first && figures->committed_end <= ends->last && !(ends->net && figures->covered)
         && tenure_portfolio_get_annual (portfolio, index, &annual);
}

/* Its yearly value, unless a lead that ends as well has it. */
static gint64
count_ending (const TenurePortfolio *portfolio, guint32 index, Ends ends)
{
  gint64 annual;

  if (!tenure_portfolio_get_annual (portfolio, index, &annual)
      || tenure_portfolio_find_lead (portfolio, index, ends_as_well, &ends) >= 0)
    return 0;
  return annual;
}

gint32
tenure_portfolio_find_ending_lead (const TenurePortfolio *portfolio, guint32 index, guint month)
{
  TenureDay first = portfolio->expiries[month].month;
  Ends ends = { .first = first, .last = tenure_day_add_months (first, 1) - 1, .net = TRUE };
  gint64 annual;

  return tenure_portfolio_get_annual (portfolio, index, &annual)
             ? tenure_portfolio_find_lead (portfolio, index, ends_as_well, &ends)
             : -1;
}

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
add_ending (const TenurePortfolio *portfolio, TenureExpiryFigures *expiry, guint32 index)
{
  const TenureAgreementFigures *figures = &portfolio->terms->agreements[index];
  Ends ends = { .first = expiry->month, .last = tenure_day_add_months (expiry->month, 1) - 1 };
  gint64 annual;
  gboolean known = tenure_portfolio_get_annual (portfolio, index, &annual);

  expiry->gross_count++;
  expiry->gross_known += known;
  tenure_sum_add (&expiry->gross, count_ending (portfolio, index, ends));
  if (figures->covered)
    return;
  ends.net = TRUE;
  expiry->net_count++;
  expiry->net_known += known;
  tenure_sum_add (&expiry->net, count_ending (portfolio, index, ends));
}

/* A sum that does not fit is larger than one that does. */
static gboolean
is_larger (TenureSum a, TenureSum b)
{
  if (a.overflows != b.overflows)
    return a.overflows;
  return !a.overflows && a.minor > b.minor;
}

/* What ends on one day. */
typedef struct
{
  TenureDay day;
  guint count, known;
  TenureSum sum;
} Heap;

/* Takes one day's from @endings on; moves *@at behind them. */
static Heap
heap_of_day (const Ending *endings, guint n, guint *at)
{
  Heap heap = { .day = endings[*at].day };

  for (; *at < n && endings[*at].day == heap.day; (*at)++)
    {
      heap.count++;
      heap.known += endings[*at].known;
      tenure_sum_add (&heap.sum, endings[*at].minor);
    }
  return heap;
}

static gboolean
has_more (const Heap *a, const Heap *b)
{
  return a->count > b->count || (a->count == b->count && is_larger (a->sum, b->sum));
}

static gboolean
is_dearer (const Heap *a, const Heap *b)
{
  return is_larger (a->sum, b->sum) || (!is_larger (b->sum, a->sum) && a->count > b->count);
}

/* @endings are in the order of their days, so that the earlier of two equal heaps stays. */
static void
find_pile_up (TenurePortfolio *portfolio, const Ending *endings, guint n)
{
  Heap most = { .day = TENURE_DAY_NONE }, dearest = { .day = TENURE_DAY_NONE };

  for (guint at = 0; at < n;)
    {
      Heap heap = heap_of_day (endings, n, &at);

      if (has_more (&heap, &most))
        most = heap;
      if (is_dearer (&heap, &dearest))
        dearest = heap;
    }
  if (dearest.sum.minor <= 0 && !dearest.sum.overflows)
    dearest = most;
  portfolio->pile_up_day = most.day;
  portfolio->pile_up_count = most.count;
  portfolio->pile_up_known = most.known;
  portfolio->pile_up = most.sum;
  portfolio->dearest_day = dearest.day;
  portfolio->dearest_count = dearest.count;
  portfolio->dearest_known = dearest.known;
  portfolio->dearest = dearest.sum;
}

void
tenure_portfolio_compute_expiries (TenurePortfolio *portfolio, const TenureMembers *members)
{
  g_autofree Ending *endings = g_new (Ending, members->n);
  TenureDay month = tenure_day_month_start (portfolio->terms->as_of);
  guint n = 0;

  for (guint i = 0; i < TENURE_HORIZON_MONTHS; i++)
    portfolio->expiries[i].month = tenure_day_add_months (month, (int) i);
  for (guint i = 0; i < members->n; i++)
    {
      guint32 index = members->indexes[i];
      const TenureAgreementFigures *figures = &members->terms->agreements[index];
      Ending ending = { .day = figures->committed_end };
      guint place;

      if (!figures->live || figures->open_ended)
        continue;
      portfolio->expiries_of++;
      if (!is_ending (figures, members->terms->as_of))
        continue;
      portfolio->expiries_known++;
      ending.known = tenure_portfolio_get_annual (portfolio, index, &ending.minor);
      ending.minor = count_ending (portfolio, index, (Ends){ ending.day, ending.day, TRUE });
      if (!figures->covered)
        endings[n++] = ending;
      place = month_place (portfolio, ending.day);
      if (place < TENURE_HORIZON_MONTHS)
        add_ending (portfolio, &portfolio->expiries[place], index);
    }
  if (n > 0)
    qsort (endings, n, sizeof *endings, compare_endings);
  find_pile_up (portfolio, endings, n);
}
