#pragma once

#include "app/forms/draft-store.h"

G_BEGIN_DECLS

/* The form of an agreement under another one: what a lead provider or a consortium passes on, with terms of its own. Nothing
 * is stored until the form is saved. Tests: tests/app/test-sub-contract.c. */

/**
 * tenure_sub_contract_draft_new:
 * @committed_end: of @lead, as figured (analysis/term.h); NONE when it cannot be told or there is none
 *
 * A new agreement under @lead, with its service, programme, place and currency, from its start to @committed_end, and with
 * the provider of @lead for its funder: the money comes from there. To whom it passes, how much and on which terms is
 * asked: none of that follows from the lead. Dates are left out where they cannot be told.
 *
 * Returns: (transfer full): NULL with the errors of tenure_draft_load()
 */
TenureDraft *tenure_sub_contract_draft_new (TenureReader *reader, TenureId lead, TenureDay committed_end, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
