#pragma once

#include "analysis/analysis.h"

G_BEGIN_DECLS

/* A register of old grants has nothing that runs today: the overview then says so, and offers the last day on which there
 * was something to see. Without widgets; test: tests/app/test-overview.c. */

/**
 * tenure_overview_last_end:
 * @selection: (nullable): the agreements that the filter lets through
 *
 * Returns: the last committed end where every agreement had ended before the day of @analysis; NONE where one has not, or
 *   where the dates of one do not say
 */
TenureDay tenure_overview_last_end (const TenureAnalysis *analysis, const TenureSelection *selection);

/* "All 120 agreements ended before 21 Nov 2026; the last on 31 Mar 2024." The caller frees. */
char *tenure_overview_dup_ended_sentence (TenureDay as_of, TenureDay last, guint n);

G_END_DECLS
