/* What runs between agreements: signed successors, renewal chains, gaps, rollovers, leads.
 *
 * Links come from people and files, so they may point anywhere: to the agreement itself, round in a loop, out
 * of range. Such links are dropped first; what is left is a forest, and every pass over it is linear. The one
 * search, for renewals that nobody recorded, is a binary search in the short terms of one provider, sorted by
 * service and end. */

#include "analysis/term-private.h"

#include <stdlib.h>
#include <string.h>

#define NO_LINK (-1)
#define NO_SERVICE (-1)

/* --- Links without loops --- */

typedef struct
{
  gint32 *link;      /* the one before, or NO_LINK */
  guint32 *in_order; /* every index after the one it links to */
  guint n;
} Forest;

static void
forest_clear (Forest *forest)
{
  g_free (forest->link);
  g_free (forest->in_order);
}

static void
cut_loop (Forest *forest, gint32 at)
{
  while (forest->link[at] != NO_LINK)
    {
      gint32 next = forest->link[at];

      forest->link[at] = NO_LINK;
      at = next;
    }
}

/* Orders @forest so that links come first, and cuts every link of a loop. Walks from each index to one
 * already placed; `seen` holds the walk's own number while it lasts. */
static void
forest_settle (Forest *forest)
{
  g_autofree guint32 *seen = g_new0 (guint32, forest->n);
  g_autofree guint32 *path = g_new (guint32, forest->n);
  guint placed = 0;
  const guint32 done = G_MAXUINT32;

  forest->in_order = g_new (guint32, forest->n);
  for (guint i = 0; i < forest->n; i++)
    {
      guint length = 0;
      gint32 at = (gint32) i;

      while (at != NO_LINK && seen[at] == 0)
        {
          seen[at] = i + 1;
          path[length++] = (guint32) at;
          at = forest->link[at];
        }
      if (at != NO_LINK && seen[at] == i + 1)
        cut_loop (forest, at);
      while (length > 0)
        {
          seen[path[--length]] = done;
          forest->in_order[placed++] = path[length];
        }
    }
}

static gint32
checked_link (gint32 link, guint index, guint n)
{
  return link >= 0 && (guint) link < n && (guint) link != index ? link : NO_LINK;
}

/* --- Chains and successors --- */

static void
compute_chains (const Forest *forest, TenureAgreementFigures *agreements)
{
  for (guint i = 0; i < forest->n; i++)
    {
      guint32 at = forest->in_order[i];
      gint32 before = forest->link[at];

      agreements[at].chain = before == NO_LINK ? (gint32) at : agreements[before].chain;
      agreements[at].chain_position = before == NO_LINK ? 1 : agreements[before].chain_position + 1;
      /* Until the way back up, the terms that come after. */
      agreements[at].chain_length = 0;
    }
  for (guint i = forest->n; i-- > 0;)
    {
      guint32 at = forest->in_order[i];
      gint32 before = forest->link[at];

      if (before != NO_LINK)
        agreements[before].chain_length = MAX (agreements[before].chain_length, agreements[at].chain_length + 1);
      agreements[at].chain_length += agreements[at].chain_position;
    }
}

static gboolean
is_signed (const TenureTermContext *context, const TenureFactAgreement *agreement)
{
  if (tenure_day_is_known (agreement->signed_day))
    return agreement->signed_day <= context->as_of;
  return tenure_day_is_known (agreement->start) && agreement->start <= context->as_of;
}

/* A successor of unknown start comes after every known one. */
static gboolean
starts_sooner (TenureDay a, TenureDay b)
{
  return tenure_day_is_known (a) && (!tenure_day_is_known (b) || a < b);
}

/* A successor that comes after a gap covers only once it has begun. */
static gboolean
is_covered (const TenureTermContext *context, const TenureAgreementFigures *figures)
{
  TenureDay needed = context->as_of;

  if (tenure_day_is_known (figures->committed_end))
    needed = MAX (needed, tenure_day_after (figures->committed_end));
  return tenure_day_is_known (figures->covered_from) && figures->covered_from <= needed;
}

static void
compute_successors (const TenureTermContext *context, const Forest *forest, TenureAgreementFigures *agreements)
{
  for (guint i = 0; i < forest->n; i++)
    {
      agreements[i].successor = NO_LINK;
      agreements[i].covered_from = TENURE_DAY_NONE;
    }
  for (guint i = 0; i < forest->n; i++)
    {
      TenureAgreementFigures *before;

      if (forest->link[i] == NO_LINK)
        continue;
      before = &agreements[forest->link[i]];
      if (tenure_day_is_known (agreements[i].start) && tenure_day_is_known (before->committed_end))
        {
          agreements[i].gap_known = TRUE;
          agreements[i].gap_days = agreements[i].start - before->committed_end - 1;
        }
      if (!is_signed (context, &context->facts->agreements[i]))
        continue;
      if (before->successor == NO_LINK || starts_sooner (agreements[i].start, before->covered_from))
        {
          before->successor = (gint32) i;
          before->covered_from = agreements[i].start;
        }
    }
  for (guint i = 0; i < forest->n; i++)
    agreements[i].covered = is_covered (context, &agreements[i]);
}

/* --- Rollovers --- */

/* A short term that a later one may follow. */
typedef struct
{
  gint32 service;
  TenureDay end, start;
  guint32 index;
} ShortTerm;

/* Short terms of recorded providers: those of provider p stand from first[p] to before first[p + 1], sorted. */
typedef struct
{
  ShortTerm *terms;
  guint32 *first;
} ShortTerms;

static void
short_terms_clear (ShortTerms *short_terms)
{
  g_free (short_terms->terms);
  g_free (short_terms->first);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ShortTerms, short_terms_clear)

static int
compare_short_terms (const void *a, const void *b)
{
  const ShortTerm *left = a, *right = b;

  if (left->service != right->service)
    return left->service < right->service ? -1 : 1;
  if (left->end != right->end)
    return left->end < right->end ? -1 : 1;
  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;
  return (left->index > right->index) - (left->index < right->index);
}

/* Counts those of each provider into first[provider + 1], then makes of the counts where each begins. */
static void
count_short_terms (const TenureFacts *facts, const guint8 *chosen, ShortTerms *short_terms)
{
  guint n = facts->n_organisations;

  short_terms->first = g_new0 (guint32, n + 1);
  for (guint i = 0; i < facts->n_agreements; i++)
    if (chosen[i])
      short_terms->first[facts->agreements[i].provider + 1]++;
  for (guint provider = 0; provider < n; provider++)
    short_terms->first[provider + 1] += short_terms->first[provider];
}

/* Those that end on @ending_from or later; with @by_service, -1 standing for services that are not recorded, else as if all
 * were one. Dealt out by provider first: sorting a hundred thousand at once takes four times as long. */
static ShortTerms
collect_short_terms (const TenureTermContext *context,
                     const TenureAgreementFigures *agreements,
                     gboolean by_service,
                     TenureDay ending_from)
{
  const TenureFacts *facts = context->facts;
  g_autofree guint8 *chosen = g_new (guint8, facts->n_agreements);
  g_autofree guint32 *next = NULL;
  ShortTerms short_terms;

  for (guint i = 0; i < facts->n_agreements; i++)
    chosen[i] = facts->agreements[i].provider >= 0 && agreements[i].short_term && agreements[i].committed_end >= ending_from;
  count_short_terms (facts, chosen, &short_terms);
  short_terms.terms = g_new (ShortTerm, short_terms.first[facts->n_organisations]);
  next = g_memdup2 (short_terms.first, (facts->n_organisations + 1) * sizeof *next);
  for (guint i = 0; i < facts->n_agreements; i++)
    if (chosen[i])
      short_terms.terms[next[facts->agreements[i].provider]++] =
          (ShortTerm){ by_service ? MAX (facts->agreements[i].service, NO_SERVICE) : 0, agreements[i].committed_end,
                       agreements[i].start, i };
  for (guint provider = 0; provider < facts->n_organisations; provider++)
    if (short_terms.first[provider + 1] - short_terms.first[provider] > 1)
      qsort (&short_terms.terms[short_terms.first[provider]], short_terms.first[provider + 1] - short_terms.first[provider],
             sizeof (ShortTerm), compare_short_terms);
  return short_terms;
}

/* The first of @terms that is not before @wanted. */
static guint
lower_bound (const ShortTerm *terms, guint n, const ShortTerm *wanted)
{
  guint low = 0, high = n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_short_terms (&terms[middle], wanted) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The term of @provider that @next follows though no link says so: the one that ends on the day it starts, else the latest
 * that ends in the @gap_days before. Either began earlier, so no loop can come of it. */
static gint32
find_previous (const ShortTerms *short_terms, gint32 provider, const ShortTerm *next, gint32 gap_days)
{
  const ShortTerm *terms = &short_terms->terms[short_terms->first[provider]];
  guint n = short_terms->first[provider + 1] - short_terms->first[provider];
  ShortTerm wanted = { next->service, next->start, TENURE_DAY_MIN, 0 };
  guint at = lower_bound (terms, n, &wanted);

  if (at < n && terms[at].service == next->service && terms[at].end == next->start && terms[at].start < next->start)
    return (gint32) terms[at].index;
  if (at == 0)
    return NO_LINK;
  at--;
  if (terms[at].service != next->service || terms[at].end < next->start - 1 - gap_days)
    return NO_LINK;
  return (gint32) terms[at].index;
}

gboolean
tenure_succession_is_unbroken (const TenureFactAgreement *before,
                               const TenureFactAgreement *after,
                               const TenureAgreementFigures *figures,
                               gint32 gap_days)
{
  gboolean other_service = before->service >= 0 && after->service >= 0 && before->service != after->service;

  return figures->gap_known && figures->gap_days <= gap_days && before->provider >= 0 && before->provider == after->provider
         && !other_service;
}

/* Where neither a renewal nor both services are recorded, a term may follow another of the same provider all the same. Asked
 * of what is live alone, because the rule is; so of the terms before only those of the last year or so count. */
static void
find_perhaps (const TenureTermContext *context,
              const Forest *renewals,
              const ShortTerms *by_service,
              const gint32 *previous,
              TenureAgreementFigures *agreements)
{
  const TenureFactAgreement *facts = context->facts->agreements;
  gint32 gap_days = tenure_options_rule (context->options, TENURE_RULE_T4)->extra;
  TenureDay from = tenure_day_add_months (context->as_of, -context->short_term.whole) - gap_days - 1;
  g_auto (ShortTerms) together = collect_short_terms (context, agreements, FALSE, from);
  guint n = together.first[context->facts->n_organisations];

  for (guint i = 0; i < renewals->n; i++)
    agreements[i].rollover_perhaps = NO_LINK;
  for (guint i = 0; i < n; i++)
    {
      ShortTerm next = together.terms[i];
      guint32 at = next.index;

      if (!agreements[at].live || renewals->link[at] != NO_LINK || previous[at] != NO_LINK)
        continue;
      if (facts[at].service >= 0)
        next.service = NO_SERVICE;
      agreements[at].rollover_perhaps =
          find_previous (facts[at].service < 0 ? &together : by_service, facts[at].provider, &next, gap_days);
    }
}

static gint32 *
find_rollovers (const TenureTermContext *context, const Forest *renewals, TenureAgreementFigures *agreements)
{
  const TenureFactAgreement *facts = context->facts->agreements;
  gint32 gap_days = tenure_options_rule (context->options, TENURE_RULE_T4)->extra;
  gint32 *previous = g_new (gint32, renewals->n);
  g_auto (ShortTerms) short_terms = collect_short_terms (context, agreements, TRUE, TENURE_DAY_MIN);
  guint n = short_terms.first[context->facts->n_organisations];

  for (guint i = 0; i < renewals->n; i++)
    {
      gint32 before = renewals->link[i];

      previous[i] = NO_LINK;
      if (before != NO_LINK && tenure_succession_is_unbroken (&facts[before], &facts[i], &agreements[i], gap_days))
        previous[i] = before;
    }
  for (guint i = 0; i < n; i++)
    {
      const ShortTerm *term = &short_terms.terms[i];

      if (renewals->link[term->index] != NO_LINK || term->service == NO_SERVICE)
        continue;
      previous[term->index] = find_previous (&short_terms, facts[term->index].provider, term, gap_days);
      agreements[term->index].rollover_inferred = previous[term->index] != NO_LINK;
    }
  find_perhaps (context, renewals, &short_terms, previous, agreements);
  return previous;
}

/* Recorded and inferred links together may close a loop again, hence a forest of their own. */
static void
compute_rollovers (const TenureTermContext *context, const Forest *renewals, TenureAgreementFigures *agreements)
{
  Forest forest = { .link = find_rollovers (context, renewals, agreements), .n = renewals->n };

  forest_settle (&forest);
  for (guint i = 0; i < forest.n; i++)
    {
      guint32 at = forest.in_order[i];
      gint32 before = forest.link[at];
      gboolean follows = before != NO_LINK && agreements[before].rollover_terms > 0;

      agreements[at].rollover_previous = before;
      agreements[at].rollover_inferred &= before != NO_LINK;
      agreements[at].rollover_first = (gint32) at;
      if (!agreements[at].short_term)
        continue;
      agreements[at].rollover_terms = follows ? agreements[before].rollover_terms + 1 : 1;
      if (follows)
        agreements[at].rollover_first = agreements[before].rollover_first;
    }
  forest_clear (&forest);
}

/* Most documents have no leads. */
static gboolean
has_leads (const TenureFacts *facts)
{
  for (guint i = 0; i < facts->n_agreements; i++)
    if (facts->agreements[i].lead >= 0)
      return TRUE;
  return FALSE;
}

static void
compute_leads (const TenureFacts *facts, TenureAgreementFigures *agreements)
{
  guint n = facts->n_agreements;
  gboolean any = has_leads (facts);
  Forest leads = { .link = any ? g_new (gint32, n) : NULL, .n = n };

  for (guint i = 0; any && i < n; i++)
    leads.link[i] = checked_link (facts->agreements[i].lead, i, n);
  if (any)
    forest_settle (&leads);
  for (guint i = 0; i < n; i++)
    agreements[i].lead = any ? leads.link[i] : NO_LINK;
  forest_clear (&leads);
}

void
tenure_succession_compute (const TenureTermContext *context, TenureAgreementFigures *agreements)
{
  guint n = context->facts->n_agreements;
  Forest renewals = { .link = g_new (gint32, n), .n = n };

  for (guint i = 0; i < n; i++)
    renewals.link[i] = checked_link (context->facts->agreements[i].predecessor, i, n);
  forest_settle (&renewals);
  compute_chains (&renewals, agreements);
  compute_successors (context, &renewals, agreements);
  compute_rollovers (context, &renewals, agreements);
  forest_clear (&renewals);
  compute_leads (context->facts, agreements);
}
