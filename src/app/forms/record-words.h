#pragma once

#include "analysis/term.h"
#include "store/record.h"

G_BEGIN_DECLS

/* What is said of records that have no name of their own and no page: usual terms and exemptions. Nothing here knows
 * widgets. The caller frees. Tests: tests/app/test-form-model.c. */

/* Which agreements usual terms are for: "Northgate Council: Grant", "Every funder and kind". */
char *tenure_usual_terms_dup_title (const TenureRecord *terms);

/* What they are and how many planned or running agreements rest on them: "Renewal notice 3 months, assumed for 31
 * agreements. Lead time not recorded." @use (nullable): not counted yet. */
char *tenure_usual_terms_dup_use (const TenureRecord *terms, const TenureUsualTermsUse *use);

/* Why, by whom, and whether it holds on @as_of: "“A pilot” Decided by Jo Reed. Holds until 1 Apr 2027." */
char *tenure_exemption_dup_words (const TenureRecord *exemption, TenureDay as_of);

G_END_DECLS
