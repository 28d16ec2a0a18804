#pragma once

#include "app/forms/form-model.h"
#include "catalogue/rule.h"
#include "store/document.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* Setting aside what a rule says of a record: by an exemption, which leaves the record out of the rule while the flag stays
 * on show as exempted, or by a snooze, which keeps the flag off the list of what needs attention until a day
 * (analysis/snooze.h). Both are records like others, with a form of their own: of which record and rule, why, who decided,
 * from when and until when; and both stay when they are over. Tests: tests/app/test-form-model.c. */

/* What one is about: "Short term: Home from hospital"; "Concentration of spend: the whole portfolio" for a rule that judges
 * everything together. The caller frees. */
char *tenure_set_aside_dup_title (TenureReader *reader, const TenureRecord *record);

/**
 * tenure_exemption_draft_new:
 * @record: TENURE_ID_NONE for a rule that judges everything together
 * @from: the day that is looked at: from then on the flag is exempted
 *
 * Reason, who decided and the day of review are for the user to say.
 */
TenureDraft *tenure_exemption_draft_new (TenureReader *reader, TenureRuleId rule, TenureId record, TenureDay from);

/**
 * tenure_snooze_draft_new:
 * @record: TENURE_ID_NONE for a rule that judges everything together
 * @level: of the flag now; worse than that, it is listed again. NONE: nothing is flagged yet, and any flag is worse
 * @from: the day that is looked at
 * @by: (nullable): who is at the desk; proposed
 *
 * Reason and until when are for the user to say.
 */
TenureDraft *tenure_snooze_draft_new (
    TenureReader *reader, TenureRuleId rule, TenureId record, TenureLevel level, TenureDay from, const char *by);

/**
 * tenure_set_aside_end:
 * @type: TENURE_RECORD_EXEMPTION or TENURE_RECORD_SNOOZE
 *
 * Lets the rule apply again, or lists the flag again, from @day on, in one step that can be undone. The record stays,
 * with its reason; looked at before @day, it still holds.
 *
 * Returns: FALSE on the errors of tenure_document_edit(), and with TENURE_ERROR_NOT_FOUND
 */
gboolean tenure_set_aside_end (TenureDocument *document, TenureRecordType type, TenureId id, TenureDay day, GError **error);

G_END_DECLS
