#pragma once

#include "analysis/analysis.h"
#include "analysis/explanation.h"

G_BEGIN_DECLS

/* Why the completeness of a portfolio is what it is: as one whole by type and field; of one type, or of what is to be
 * settled before the start, record by record. */

#define TENURE_COMPLETENESS_BEFORE_START TENURE_N_COMPLETENESS
#define TENURE_N_COMPLETENESS_GROUPS (TENURE_N_COMPLETENESS + 1)

/* "agreement", "organisation", "board", "seat", "agreement.before_start"; static. */
const char *tenure_completeness_group_code (guint group);

/* Also "agreement.always", as `tenure-cli figures --json` tells the two apart. FALSE, and @out_group unchanged, for others. */
gboolean tenure_completeness_group_from_code (const char *code, guint *out_group);

/* Each type with each of its fields: "Owner: 3 of 12 recorded"; the fields of a type add up to it. (transfer full) */
TenureExplanation *tenure_completeness_explain (const TenurePortfolioCompleteness *completeness);

/**
 * tenure_completeness_explain_group:
 *
 * Each record that counts: "7 of 16 recorded"; they add up to the group. Missing are all that is not recorded, record by
 * record. Random documents against the figure: tests/analysis/test-completeness-explain.c.
 *
 * Returns: (transfer full)
 */
TenureExplanation *tenure_completeness_explain_group (const TenureAnalysis *analysis, guint group);

G_END_DECLS
