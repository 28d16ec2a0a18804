#pragma once

#include "analysis/analysis.h"

G_BEGIN_DECLS

/* A register of old grants has next to nothing that runs today: the overview then says so, and offers the last day on which
 * there was something to see. Without widgets; test: tests/app/test-overview.c. */

typedef struct
{
  guint n_agreements; /* that are looked at */
  guint n_ended;      /* of them: before the day of the analysis */
  TenureDay day;      /* the last one on which at least half as many of the ended ones ran as on the day of most; NONE:
                       * enough runs today */
  guint n_on_day;     /* of the ended ones: ran on @day */
} TenureOverviewEnded;

/**
 * tenure_overview_find_ended:
 * @selection: (nullable): the agreements that the filter lets through
 *
 * Says that hardly anything runs where more than half of the agreements ended before the day of @analysis and no more than
 * one in ten is known to run on it or to begin after it.
 */
TenureOverviewEnded tenure_overview_find_ended (const TenureAnalysis *analysis, const TenureSelection *selection);

/* "222 of 308 agreements ended before 21 Nov 2026. On 31 Mar 2019, 64 of them ran." The caller frees. */
char *tenure_overview_dup_ended_sentence (TenureDay as_of, const TenureOverviewEnded *ended);

G_END_DECLS
