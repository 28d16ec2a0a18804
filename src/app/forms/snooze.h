#pragma once

#include "app/forms/form-model.h"
#include "catalogue/rule.h"
#include "store/document.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* Keeping a flag off the list of what needs attention until a day (analysis/snooze.h): of which record and rule, why, until
 * when, by whom. It is a record like others, with a form of its own, and stays when it is over. What it is about is said
 * as of an exemption, by tenure_exemption_dup_title(). Tests: tests/app/test-form-model.c. */

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
 * tenure_snooze_wake:
 *
 * Lists the flag again from @day on, in one step that can be undone. The snooze stays recorded, with its reason; looked at
 * before @day, the flag is still put off.
 *
 * Returns: FALSE on the errors of tenure_document_edit(), and with TENURE_ERROR_NOT_FOUND
 */
gboolean tenure_snooze_wake (TenureDocument *document, TenureId snooze, TenureDay day, GError **error);

G_END_DECLS
