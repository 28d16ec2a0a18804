/* Month by month from T on: what runs, and what ends. */

#include "analysis/portfolio-private.h"

#include <stdlib.h>

/* --- Horizon --- */

/* What comes in and goes out on each measured day; wide, because it is only added up at the end. */
typedef struct
{
  __int128 secured, committed, extended;
  __int128 begun; /* what comes in because it starts; it goes out with the next day */
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

/* Measured days, from the first to before the last. */
typedef struct
{
  guint from, until;
} Span;

static Span
span_of (const TenurePortfolio *portfolio, TenureDay first, TenureDay last)
{
  guint from = find_day (portfolio, first);
  guint until = last >= TENURE_DAY_MAX ? TENURE_HORIZON_MONTHS : find_day (portfolio, last + 1);

  return (Span){ from, MAX (from, until) };
}

/* A bit for each measured day. */
static guint64
bits_of (Span span)
{
  return ((G_GUINT64_CONSTANT (1) << span.until) - 1) & ~((G_GUINT64_CONSTANT (1) << span.from) - 1);
}

G_STATIC_ASSERT (TENURE_HORIZON_MONTHS < 64);

static void
add_span (Step *steps, gsize layer, Span span, gint64 minor)
{
  *(__int128 *) ((char *) &steps[span.from] + layer) += minor;
  *(__int128 *) ((char *) &steps[span.until] + layer) -= minor;
}

/* Leaves out the days in @lead, on which a lead has the money. */
static void
add_layer (
    const TenurePortfolio *portfolio, Step *steps, gsize layer, TenureDay first, TenureDay last, guint64 lead, gint64 minor)
{
  Span span = span_of (portfolio, first, last);

  if ((bits_of (span) & lead) == 0)
    {
      add_span (steps, layer, span, minor);
      return;
    }
  for (guint i = span.from; i < span.until; i++)
    if ((lead >> i & 1) == 0)
      add_span (steps, layer, (Span){ i, i + 1 }, minor);
}

/* What starts while no lead has its money, less what a lead that starts takes over of what ran. What is there on the first
 * day was there before. */
static void
add_begun (const TenurePortfolio *portfolio, Step *steps, TenureDay first, TenureDay last, guint64 lead, gint64 minor)
{
  Span span = span_of (portfolio, first, last);

  if (span.from > 0 && span.from < span.until && (lead >> span.from & 1) == 0)
    add_span (steps, G_STRUCT_OFFSET (Step, begun), (Span){ span.from, span.from + 1 }, minor);
  for (guint i = span.from + 1; lead != 0 && i < span.until; i++)
    if ((lead >> i & 1) != 0 && (lead >> (i - 1) & 1) == 0)
      add_span (steps, G_STRUCT_OFFSET (Step, begun), (Span){ i, i + 1 }, -minor);
}

/* Live, with a yearly value, and known from when to when. */
static gboolean
is_placed (const TenurePortfolio *portfolio, guint32 index)
{
  const TenureAgreementFigures *figures = &portfolio->terms->agreements[index];
  gint64 annual;

  return portfolio->places[index] == TENURE_PLACE_MEMBER && figures->live
         && tenure_portfolio_get_annual (portfolio, index, &annual)
         && (figures->term_known || (figures->open_ended && tenure_day_is_known (figures->start)));
}

/* Gathers the measured days on which one of those above it may pay; asks for all of them by saying of none that it is
 * found. */
static gboolean
gather_days (const TenurePortfolio *portfolio, guint32 index, gconstpointer data)
{
  guint64 *days = *(guint64 *const *) data;
  TenureDay secured, committed, extended;

  if (!is_placed (portfolio, index))
    return FALSE;
  tenure_terms_find_reach (portfolio->terms, index, &secured, &committed, &extended);
  *days |= bits_of (span_of (portfolio, portfolio->terms->agreements[index].start, extended));
  return FALSE;
}

static guint64
find_lead_days (const TenurePortfolio *portfolio, guint32 index)
{
  guint64 days = 0, *place = &days;

  tenure_portfolio_find_lead (portfolio, index, gather_days, &place);
  return days;
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
  Step sum = { 0, 0, 0, 0 };

  for (guint i = 0; i < TENURE_HORIZON_MONTHS; i++)
    {
      sum.secured += steps[i].secured;
      sum.committed += steps[i].committed;
      sum.extended += steps[i].extended;
      sum.begun += steps[i].begun;
      portfolio->horizon[i].secured = narrow (sum.secured);
      portfolio->horizon[i].committed = narrow (sum.committed);
      portfolio->horizon[i].extended = narrow (sum.extended);
      portfolio->horizon[i].begun = narrow (sum.begun);
    }
}

void
tenure_portfolio_compute_horizon (TenurePortfolio *portfolio, const TenureMembers *members)
{
  Step steps[TENURE_HORIZON_MONTHS + 1] = { { 0, 0, 0, 0 } };

  set_days (portfolio);
  portfolio->horizon_of = portfolio->n_live;
  for (guint i = 0; i < members->n; i++)
    {
      const TenureAgreementFigures *figures = &members->terms->agreements[members->indexes[i]];
      gint64 annual = figures->annual_minor;
      TenureDay secured, committed, extended;
      guint64 lead;

      if (!is_placed (portfolio, members->indexes[i]))
        continue;
      portfolio->horizon_known++;
      portfolio->horizon_planned += figures->status == TENURE_STATUS_PLANNED;
      portfolio->secured_told += figures->secured_state != TENURE_SECURED_CANNOT_TELL;
      tenure_terms_find_reach (members->terms, members->indexes[i], &secured, &committed, &extended);
      lead = find_lead_days (portfolio, members->indexes[i]);
      add_layer (portfolio, steps, G_STRUCT_OFFSET (Step, secured), figures->start, secured, lead, annual);
      add_layer (portfolio, steps, G_STRUCT_OFFSET (Step, committed), figures->start, committed, lead, annual);
      add_begun (portfolio, steps, figures->start, committed, lead, annual);
      add_layer (portfolio, steps, G_STRUCT_OFFSET (Step, extended), figures->start, extended, lead, annual);
    }
  add_up (portfolio, steps);
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
  guint n = 0;

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
