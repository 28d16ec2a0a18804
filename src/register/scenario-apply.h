#pragma once

#include "analysis/scenario.h"
#include "store/document.h"

G_BEGIN_DECLS

/**
 * tenure_scenario_apply:
 * @label: what undo and history call it: tenure_scenario_dup_label()
 * @as_of: T, as for tenure_scenario_new()
 * @portfolio: what is added is put into it by hand; or TENURE_ID_NONE
 * @kept: the scenario that the document keeps of these changes; it goes, since it is no longer something that might be; or
 *   TENURE_ID_NONE
 *
 * Makes the changes in the document as it is now, as one step of history: afterwards its facts are the scenario's.
 * Options are taken up, or taken out where they are part of a new end. Terms that are merged are deleted; their payments,
 * variations, results, memberships, exemptions and whatever else names them belong to the one that stays. What is added is a
 * record with all that its like has and that is not of one term alone. All changes are made or none.
 *
 * Reads the facts, so call it on a worker. Test: tests/register/test-scenario-apply.c.
 *
 * Returns: FALSE with the document as it was, with TENURE_ERROR_INVALID where a change cannot be made (the first that cannot
 *   says why), and the errors of tenure_load_facts() and tenure_document_edit()
 */
gboolean tenure_scenario_apply (TenureDocument *document,
                                const char *label,
                                const TenureScenarioChange *changes,
                                guint n,
                                TenureDay as_of,
                                TenureId portfolio,
                                TenureId kept,
                                GError **error);

G_END_DECLS
