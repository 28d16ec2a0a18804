#pragma once

#include "analysis/term.h"
#include "register/members.h"

G_BEGIN_DECLS

/* What is said of records that have no page: usual terms, exemptions and portfolios. Nothing here knows
 * widgets. The caller frees. Tests: tests/app/test-form-model.c. */

/* Which agreements usual terms are for: "Northgate Council: Grant", "Every funder and kind". */
char *tenure_usual_terms_dup_title (const TenureRecord *terms);

/* What they are and how many planned or running agreements rest on them: "Renewal notice 3 months, assumed for 31
 * agreements. Lead time not recorded." @use (nullable): not counted yet. */
char *tenure_usual_terms_dup_use (const TenureRecord *terms, const TenureUsualTermsUse *use);

/* Why, by whom, and whether it holds on @as_of: "“A pilot” Decided by Jo Reed. Holds until 1 Apr 2027." */
char *tenure_exemption_dup_words (const TenureRecord *exemption, TenureDay as_of);

/* Who belongs to a portfolio, by which rule, whose it is and what for: "62 agreements by rule, 3 more by hand · Rule: Kind:
 * Grant · Owner: A. Okafor · Purpose: …". @members (nullable): not counted yet. */
char *tenure_portfolio_dup_words (TenureReader *reader, const TenureRecord *portfolio, const TenureMembers *members);

G_END_DECLS
