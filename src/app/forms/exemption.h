#pragma once

#include "app/forms/form-model.h"
#include "catalogue/rule.h"
#include "store/document.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* Leaving a record out of a rule: an exemption says of which record and rule, why, who decided, and until when. It is a
 * record like others, with a form of its own; the flag stays on show as exempted. Tests: tests/app/test-form-model.c. */

/* What an exemption or a snooze is about: "Short term: Home from hospital"; "Concentration of spend: the whole portfolio" for a rule
 * that judges everything together. The caller frees. */
char *tenure_exemption_dup_title (TenureReader *reader, const TenureRecord *exemption);

/**
 * tenure_exemption_draft_new:
 * @record: TENURE_ID_NONE for a rule that judges everything together
 * @from: the day that is looked at: from then on the flag is exempted
 *
 * Reason, who decided and the day of review are for the user to say.
 */
TenureDraft *tenure_exemption_draft_new (TenureReader *reader, TenureRuleId rule, TenureId record, TenureDay from);

/**
 * tenure_exemption_end:
 *
 * Lets the rule apply again from @day on. What was exempted before that day stays so when one looks back.
 *
 * Returns: FALSE on the errors of tenure_document_edit(), and with TENURE_ERROR_NOT_FOUND
 */
gboolean tenure_exemption_end (TenureDocument *document, TenureId exemption, TenureDay day, GError **error);

G_END_DECLS
