#pragma once

#include "analysis/effects.h"
#include "app/forms/bulk-plan.h"
#include "register/snapshot.h"

G_BEGIN_DECLS

/**
 * tenure_bulk_find_effects:
 * @before: what is looked at: its day, and the agreements that its filter lets through; those stay the same ones, whatever
 *   the change does to what the filter sees in them
 *
 * What @plan would do to the figures: it is made in an edit, read within it, and taken back, so that nothing is figured
 * otherwise than when it is done. The document takes no other change while its rows are written and read, and no step is
 * kept. Seconds at worst, where 100,000 agreements are read (tests/bench/bench-register.c): for a worker.
 *
 * Returns: (transfer full): NULL as tenure_document_edit(), or on G_IO_ERROR_CANCELLED
 *
 * Rejected: putting the values into a copy of the facts. What a field does to them is the loader's knowledge
 * (store/load-facts.h), and would be written a second time. Test: tests/app/test-bulk-effects.c.
 */
TenureEffects *tenure_bulk_find_effects (const TenureBulkChange *change,
                                         const TenureBulkPlan *plan,
                                         const TenureSnapshot *before,
                                         TenureDocument *document,
                                         GCancellable *cancellable,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
