#pragma once

#include "analysis/explanation.h"
#include "cli/reading.h"

G_BEGIN_DECLS

/* What `tenure-cli explain RECORD completeness` says: how many of the fields that count (analysis/completeness.h) are
 * recorded, and which are not. NULL when records of this type are not counted. */
TenureExplanation *tenure_explain_completeness (const TenureReading *reading,
                                                const TenureRecordName *record) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
