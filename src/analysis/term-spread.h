#pragma once

#include "analysis/explanation.h"
#include "analysis/portfolio.h"

G_BEGIN_DECLS

/* How long agreements are promised for, group by group: not one number but where the terms lie. Chosen over mean and
 * deviation, which say nothing of terms that stand at 12 and at 36 months with little between. */

typedef enum
{
  TENURE_TERM_SPREAD_BY_SIZE,    /* of the provider: a TenureSize */
  TENURE_TERM_SPREAD_BY_PLACE,   /* index into the facts' places */
  TENURE_TERM_SPREAD_BY_FUNDER,  /* index into the facts' organisations; who has several funders counts under each */
  TENURE_TERM_SPREAD_BY_PURPOSE, /* a TenurePurpose */
  TENURE_TERM_SPREAD_BY_KIND,    /* a TenureAgreementKind */
  TENURE_N_TERM_SPREADS,
} TenureTermSpreadBy;

/* "size", "place", "funder", "purpose", "kind"; static. */
const char *tenure_term_spread_by_code (TenureTermSpreadBy by);

/* FALSE, and @out_by unchanged, when @code is none of them. */
gboolean tenure_term_spread_by_from_code (const char *code, TenureTermSpreadBy *out_by);

typedef struct
{
  guint32 agreement; /* index */
  double months;
} TenureTermSpreadTerm;

typedef struct
{
  gint32 group;     /* as TenureTermSpreadBy has it; -1: not recorded */
  guint of;         /* running agreements */
  guint open_ended; /* of those, without an end: they have no term */
  guint known;      /* of those, with a known committed term */
  guint le12;       /* of the known, at most 12 months */
  guint first_term; /* a run of `known` in `terms`, the shortest first */

  /* Months; 0 where nothing is known. */
  double least, lower, median, upper, most;
} TenureTermSpreadGroup;

typedef struct
{
  const TenureTerms *source;
  TenureTermSpreadBy by;
  /* Sizes from the smallest up. Others: the shortest median first; of equal ones the larger group; nothing known last. */
  TenureTermSpreadGroup *groups;
  guint n_groups;
  TenureTermSpreadTerm *terms;
} TenureTermSpread;

/**
 * tenure_term_spread_new:
 *
 * Of the portfolio's running agreements, as its median term. Each agreement is one, whatever it is worth, so that money
 * that is passed on plays no part: a sub-contract has a term of its own that somebody lives on.
 *
 * Lower quartile, median and upper quartile, k = 1, 2, 3: with the n known terms in order and h = n · k ÷ 4, the mean of
 * terms h and h + 1 where h is whole, else term ⌈h⌉ (Hyndman and Fan 1996, definition 2; of the median, the middle one or
 * the mean of the two in the middle). Found and compared exactly; doubles are for drawing. Test:
 * tests/analysis/test-term-spread.c.
 *
 * Sorts once: 100,000 agreements take some 40 ms, so not on the main thread.
 *
 * Returns: (transfer full): borrows the portfolio's terms
 */
TenureTermSpread *tenure_term_spread_new (const TenurePortfolio *portfolio, TenureTermSpreadBy by) G_GNUC_WARN_UNUSED_RESULT;
void tenure_term_spread_free (TenureTermSpread *spread);

/* What the group is called, translated: "small", "Aldermere", "Not recorded"; lent by facts or catalogue. */
const char *tenure_term_spread_label (const TenureTermSpread *spread, const TenureTermSpreadGroup *group);

/* The same for files: "small", "project", a name; NULL where it is not recorded. */
const char *tenure_term_spread_code (const TenureTermSpread *spread, const TenureTermSpreadGroup *group);

/* Why: of each group how many terms are known and where they lie; then the agreements of which the term is missing, and
 * apart the open-ended ones. Of each list the first @most, 0: all. The caller frees. */
TenureExplanation *tenure_term_spread_explain (const TenureTermSpread *spread, const TenurePortfolio *portfolio, guint most);

/* --- Quartiles, for whoever has terms --- */

/* Terms as whole numbers that order as they do. */
gint64 tenure_months_to_parts (TenureMonths months);

/* Quartile @k (1, 2 or 3) of the @n ≥ 1 @parts in order, in months, as above. */
double tenure_parts_quartile (const gint64 *parts, guint n, guint k);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureTermSpread, tenure_term_spread_free)

G_END_DECLS
