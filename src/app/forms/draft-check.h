#pragma once

#include "analysis/facts.h"
#include "app/forms/field-text.h"
#include "app/forms/form-model.h"

G_BEGIN_DECLS

/* What the fields of a form say against each other, beside the field and as it is typed. Worth saying, never a reason to
 * refuse: registers do hold such rows, and which of two is wrong only a person can tell. Agreements are judged by
 * analysis/contradictions.h, numbers of registers by catalogue/identifier.h, as at an import. */

/* What is to be said of @field of @draft; NULL when nothing contradicts it. The caller frees. */
char *tenure_draft_dup_contradiction (const TenureDraft *draft, guint field);

/* Reads words typed into @field of @draft as tenure_field_text_read() does, lengths of time counted from the first day where
 * the field is a last one. */
gboolean tenure_draft_read (
    const TenureDraft *draft, guint field, const char *text, TenureFieldReading *out_reading, GError **error);

/* The dates, notice, money and options of a draft of an agreement as facts, for its own figures alone (analysis/term.h): no
 * other record is among them. */
TenureFacts *tenure_draft_agreement_facts_new (const TenureDraft *agreement);

/* An agreement and what is below it as facts, for a form of one more payment: @agreement, and (element-type TenureRecord)
 * @children: payments, options, variations and uplifts; others are passed over. */
TenureFacts *tenure_draft_facts_new (const TenureRecord *agreement, const GPtrArray *children);

G_END_DECLS
