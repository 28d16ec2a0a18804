#pragma once

#include "register/filter.h"

G_BEGIN_DECLS

/* Everything computed from one reading of the document on one day: facts, terms, boards, portfolio figures and flags,
 * for all agreements and for those that the filter lets through. Immutable once made, counted by reference, readable
 * from any thread. */
typedef struct _TenureSnapshot TenureSnapshot;

/**
 * tenure_snapshot_new:
 * @filter: copied
 * @reader: asked for what only the database knows (search, portfolios)
 */
TenureSnapshot *tenure_snapshot_new (TenureBasis *basis, const TenureFilter *filter, TenureReader *reader, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
TenureSnapshot *tenure_snapshot_ref (TenureSnapshot *self);
void tenure_snapshot_unref (TenureSnapshot *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureSnapshot, tenure_snapshot_unref)

TenureDay tenure_snapshot_get_as_of (const TenureSnapshot *self);
TenureBasis *tenure_snapshot_get_basis (const TenureSnapshot *self);
const TenureFacts *tenure_snapshot_get_facts (const TenureSnapshot *self);
const TenureTerms *tenure_snapshot_get_terms (const TenureSnapshot *self);
const TenureBoards *tenure_snapshot_get_boards (const TenureSnapshot *self);
const TenureFilter *tenure_snapshot_get_filter (const TenureSnapshot *self);

/* Everything over the agreements that the filter lets through, as the charts of the report take it. */
const TenureAnalysis *tenure_snapshot_get_analysis (const TenureSnapshot *self);

/* Of that, figures and flags. Boards and seats are judged whatever the filter, and a portfolio as a whole (rules D3 and G5)
 * whatever words and facets: a search shows a part of it and does not change what is said of it. */
const TenurePortfolio *tenure_snapshot_get_portfolio (const TenureSnapshot *self);
const TenureFlags *tenure_snapshot_get_flags (const TenureSnapshot *self);

/* The agreements that the filter lets through, as indexes into the facts, in order; all of them without a filter. */
const guint32 *tenure_snapshot_get_shown (const TenureSnapshot *self, guint *out_n);

/* Whether agreement @index is among them. */
gboolean tenure_snapshot_is_shown (const TenureSnapshot *self, guint index);

/* "All agreements" or "North place; grants; “advice”": the filter in words, as printed on every page and export. Free. */
char *tenure_snapshot_dup_scope_label (const TenureSnapshot *self);

/* How agreement @index belongs to the portfolio that is looked at: TenureMemberHow (register/members.h), 0 when it does not,
 * or when none is chosen. */
guint tenure_snapshot_get_how (const TenureSnapshot *self, guint index);

/* Why the rule of the portfolio that is looked at could not be followed, so that only what was put in by hand is shown: a
 * sentence, lent. NULL when all is well. */
const char *tenure_snapshot_get_fault (const TenureSnapshot *self);

G_END_DECLS
