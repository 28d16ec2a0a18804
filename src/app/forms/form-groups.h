#pragma once

#include "app/forms/form-model.h"

G_BEGIN_DECLS

/* Which groups of a form matter for the record at hand, so that the others wait closed. Closed is not hidden: what is in a
 * closed group counts and is saved like the rest. Test: tests/app/test-form-groups.c.
 *
 * A group that is not named here always matters. The others:
 * - Notice and renewal: but for what citizens direct, which has neither (`counts_unless` of the catalogue says the same).
 * - Procurement: of what is bought, which is a contract, a service level agreement or a spot purchase, until it has ended.
 *   What is of no recorded kind is not known to be bought; the group opens once it is.
 * - Specification: of contracts and service level agreements until they have ended, and of every agreement before its start,
 *   when rule A1 asks for it.
 * - Key person: of an agreement that funds a role others lean on, until it has ended.
 * - Life, of an organisation, and so when it closed and what replaced it: never by itself.
 * - Accounts: but for an organisation known not to be of the sector, whose money no figure asks for.
 * - Voting: of a board that votes. */

/* Whether @group, as the catalogue names it, matters for @draft on @today by what kind of record it is and how far it has
 * got. Agreements are planned, running or ended as analysis/term.h has it; one without a known end has not ended. */
gboolean tenure_form_group_matters (const TenureDraft *draft, const char *group, TenureDay today);

G_END_DECLS
