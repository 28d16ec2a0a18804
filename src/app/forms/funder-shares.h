#pragma once

#include "app/forms/form-model.h"

G_BEGIN_DECLS

/* How the funders of an agreement share what it costs: posts that two pay for have two funders with half each. Tests:
 * tests/app/test-funder-shares.c. */

/* (element-type TenureRecord): the funders in a draft of an agreement, lent; blank ones and those taken out left out. */
GPtrArray *tenure_funder_shares_list (const TenureDraft *agreement);

/* What the shares of @funders (element-type TenureRecord) make together, as it stands: "Shares make 80 %: 20 % is not
 * recorded." NULL where there is nothing to share. The caller frees. */
char *tenure_funder_shares_dup_words (const GPtrArray *funders);

/**
 * tenure_funder_shares_dup_joint:
 * @funders: (element-type TenureRecord): with the titles of what they refer to
 *
 * Who pays for what two or more pay for together: "North Ridge Council 50 %, Ridge NHS Trust 50 %".
 *
 * Returns: NULL where one pays, or where the shares do not make up the whole. The caller frees.
 */
char *tenure_funder_shares_dup_joint (const GPtrArray *funders);

/* "Joint post", where @agreement pays for posts or for a role, else "Joint"; translated. */
const char *tenure_funder_shares_joint_label (const TenureRecord *agreement);

/* Whether there are several funders whose shares are not the same already. */
gboolean tenure_funder_shares_can_divide (const TenureDraft *agreement);

/* Gives each funder the same share, the first of them a hundredth of a per cent more where 100 % does not divide. */
void tenure_funder_shares_divide (TenureDraft *agreement);

/* To be called after each change: gives a funder that the user added, once it is named, what the others leave of 100 %,
 * where all their shares are recorded. Once: what is taken out again stays out. */
void tenure_funder_shares_propose (TenureDraft *agreement);

G_END_DECLS
