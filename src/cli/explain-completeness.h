#pragma once

#include "analysis/explanation.h"
#include "cli/reading.h"

G_BEGIN_DECLS

/* What `tenure-cli explain RECORD completeness` says: how many of the fields that count (analysis/completeness.h) are
 * recorded, and which are not. NULL without an error when records of this type are not counted; NULL with one when the
 * record cannot be read. */
TenureExplanation *tenure_explain_completeness (const TenureReading *reading,
                                                const TenureRecordName *record,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
