#pragma once

#include "analysis/contradictions.h"

G_BEGIN_DECLS

/* Everything in the agreements of a document that cannot be true: one list behind "Needs attention" and `tenure-cli check`.
 * Beside what contradictions.h finds in one agreement, and in what is passed on, these are
 *
 * - length-disagrees: start and end are more than a month off the stated length; the dates stand (field: duration)
 * - amount-implausible: more than any agreement is likely to be worth (value, annual_value, full_cost, other_funding)
 * - value-negative; annual-above-total: the yearly value is more than that of the whole term
 * - renewal-loop, lead-loop: it renews, or is under, itself, by way of others
 * - renews-later: it renews one that started later
 *
 * What is merely not recorded is not among them. */
typedef struct
{
  guint32 *first;   /* n_agreements + 1: those of agreement a are found[first[a]] to found[first[a + 1]] */
  GPtrArray *found; /* of TenureContradiction */
} TenureContradictionList;

/**
 * tenure_contradiction_list_new:
 *
 * Returns: (transfer full): of every agreement of @terms, in the order of the facts; keeps nothing of @terms. 100,000
 *   agreements take a fraction of a second: not on the main thread. Cases: tests/analysis/test-contradiction-list.c, and
 *   tests/cli/test-check.py
 */
TenureContradictionList *tenure_contradiction_list_new (const TenureTerms *terms) G_GNUC_WARN_UNUSED_RESULT;
TenureContradictionList *tenure_contradiction_list_ref (TenureContradictionList *list);
void tenure_contradiction_list_unref (TenureContradictionList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureContradictionList, tenure_contradiction_list_unref)

/* How many there are of one agreement, and one of them, lent. */
guint tenure_contradiction_list_count (const TenureContradictionList *list, guint agreement);
const TenureContradiction *tenure_contradiction_list_get (const TenureContradictionList *list, guint agreement, guint place);

G_END_DECLS
