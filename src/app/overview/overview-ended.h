#pragma once

#include "analysis/analysis.h"

G_BEGIN_DECLS

/* A register of old grants has next to nothing that runs today: the overview then says so, and offers the last day on
 * which there was something to see. It goes by the agreements that the figures below it are about, those with
 * organisations of the sector; where there are none, by those of which the sector is not known, which the figures say
 * are left out. Without widgets; test: tests/app/test-overview.c. */

typedef struct
{
  gboolean sector_unknown; /* no agreement is known to be in scope: it is about those that may be */
  guint n_agreements;      /* that are looked at */
  guint n_ended;           /* of them: before the day of the analysis */
  TenureDay day;           /* the last one on which at least half as many of the ended ones ran as on the day of most; NONE:
                       * enough runs today */
  guint n_on_day;          /* of the ended ones: ran on @day */
} TenureOverviewEnded;

/**
 * tenure_overview_find_ended:
 * @selection: (nullable): the agreements that the filter lets through
 *
 * Says that hardly anything runs where more than half of the agreements ended before the day of @analysis and no more than
 * one in ten is known to run on it or to begin after it.
 */
TenureOverviewEnded tenure_overview_find_ended (const TenureAnalysis *analysis, const TenureSelection *selection);

/* "222 of 308 agreements with VCS organisations ended before 21 Nov 2026. On 31 Mar 2019, 64 of them ran." The caller frees. */
char *tenure_overview_dup_ended_sentence (TenureDay as_of, const TenureOverviewEnded *ended);

G_END_DECLS
