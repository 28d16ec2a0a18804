#pragma once

#include "app/forms/form-model.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* What cannot be true of an agreement that is being edited and the one that it is under, or those under it, as it is typed:
 * tenure_contradictions_find_passed_on() of analysis/contradictions.h with the draft in its place among what is stored.
 * Worth saying, never a reason to refuse. Tests: tests/app/test-draft-lead.c.
 *
 * What is stored is read once, and again when another lead is named: not at each letter. */
typedef struct _TenureDraftLead TenureDraftLead;

/* @agreement: lent, and outlives it; of an agreement. @reader: lent likewise. */
TenureDraftLead *tenure_draft_lead_new (const TenureDraft *agreement, TenureReader *reader);
void tenure_draft_lead_free (TenureDraftLead *self);

/* What is to be said of @field; NULL when nothing contradicts it. That it runs on after its lead stands beside the end,
 * where that is recorded, otherwise beside the lead; what is passed on beyond what there is, beside the value. Free. */
char *tenure_draft_lead_dup_contradiction (TenureDraftLead *self, guint field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureDraftLead, tenure_draft_lead_free)

G_END_DECLS
