#pragma once

#include "app/forms/draft-store.h"

G_BEGIN_DECLS

/* The form of a renewal. What it is filled with is a proposal: nothing is stored until the form is saved. What happens
 * within the term is next-step.h. Tests: tests/app/test-renewal.c. */

/**
 * tenure_renewal_draft_new:
 * @committed_end: of @agreement, as figured (analysis/term.h); NONE when it cannot be told
 *
 * A new term from this one: the same agreement again from the day after @committed_end and for as many months as the
 * signed term had (to the day, where that is no number of months), as its renewal, with the same funders. What belongs to
 * the old term alone – signature, decision, notes on its end, options, payments – stays behind. Dates are left out where
 * they cannot be told.
 *
 * Offered in the same step: that the term before was renewed, decided on @today, unless it is recorded as renewed already;
 * left out at first where it is recorded as not to be renewed. And a place by hand in each portfolio in which the term
 * before has one.
 *
 * Returns: (transfer full): NULL with the errors of tenure_draft_load()
 */
TenureDraft *tenure_renewal_draft_new (
    TenureReader *reader, TenureId agreement, TenureDay committed_end, TenureDay today, GError **error);

G_END_DECLS
