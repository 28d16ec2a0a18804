#pragma once

#include "app/forms/draft-store.h"

G_BEGIN_DECLS

/* Forms that begin with what usually happens to an agreement next. All are proposals: nothing is stored until the form is
 * saved. Tests: tests/app/test-renewal.c. */

/**
 * tenure_renewal_draft_new:
 * @committed_end: of @agreement, as figured (analysis/term.h); NONE when it cannot be told
 *
 * A new term from this one: the same agreement again from the day after @committed_end and for as many months as the
 * signed term had (to the day, where that is no number of months), as its renewal, with the same funders. What belongs to
 * the old term alone – signature, decision, notes on its end, options, payments – stays behind. Dates are left out where
 * they cannot be told.
 *
 * Returns: (transfer full): NULL with the errors of tenure_draft_load()
 */
TenureDraft *tenure_renewal_draft_new (TenureReader *reader, TenureId agreement, TenureDay committed_end, GError **error);

/* Whether saving @draft adds an agreement that is the renewal of another. */
gboolean tenure_draft_renews (const TenureDraft *draft);

/* The agreement with its first open option taken up on @day; NULL with TENURE_ERROR_NOT_FOUND when it has none. */
TenureDraft *tenure_exercise_draft_new (TenureReader *reader, TenureId agreement, TenureDay day, GError **error);

/* The agreement, ended early on @day; NONE where the day is still to be said. */
TenureDraft *tenure_early_end_draft_new (TenureReader *reader, TenureId agreement, TenureDay day, GError **error);

G_END_DECLS
