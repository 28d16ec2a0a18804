#pragma once

#include "analysis/figure.h"
#include "analysis/term.h"

G_BEGIN_DECLS

/* What one agreement passes on to others: docs/domain.md, section 2, "Passed on". Sums over many agreements are another
 * matter, portfolio.h. */

/* In the lead's currency, as of T. What is kept can be told only where all that is passed on can. */
typedef struct
{
  TenureFigure annual; /* yearly value of the sub-agreements that run on T, of those that run or may run */
  TenureFigure kept;   /* yearly value of the lead − annual; cannot tell where one of them is not known, or the lead is not
                          known to run; below 0 where more is passed on than comes in */
} TenurePassedOn;

/**
 * tenure_passed_on:
 * @subs: (array length=n): the agreements under @lead, whatever their status; those under them are their own matter
 *
 * Formula: Σ yearly value of @subs that run on T, in the lead's currency; kept = yearly value of @lead − that sum. What an
 * agreement in another currency is worth is not known in the lead's. Worked examples: tests/analysis/test-passed-on.c.
 */
TenurePassedOn tenure_passed_on (const TenureTerms *terms, guint lead, const guint32 *subs, guint n);

/**
 * TenureSubIndex:
 * The agreements under each agreement behind each other, in the order of the facts: @subs[@first[a]] to @subs[@first[a + 1]]
 * stand directly under agreement a. Loops of leads are cut (term.h).
 */
typedef struct
{
  guint32 *first; /* n_agreements + 1 */
  guint32 *subs;
} TenureSubIndex;

TenureSubIndex *tenure_sub_index_new (const TenureTerms *terms) G_GNUC_WARN_UNUSED_RESULT;
void tenure_sub_index_free (TenureSubIndex *index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureSubIndex, tenure_sub_index_free)

G_END_DECLS
