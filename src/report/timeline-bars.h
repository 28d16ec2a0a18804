#pragma once

#include "chart/timeline.h"
#include "report/timeline-groups.h"

G_BEGIN_DECLS

/**
 * tenure_report_timeline_bar:
 * @index: an agreement of the facts
 * @places: of each agreement of the facts its place among the bars, −1 for those that have none
 *
 * Its bar as every timeline draws it, values in the main currency of the analysis' portfolio. Its lead is the nearest one
 * that has a bar. Label and group are left to the caller.
 */
TenureTimelineBar tenure_report_timeline_bar (const TenureAnalysis *analysis, guint32 index, const gint32 *places);

/* The bars of a timeline, and what they borrow from but for the labels that the facts lend: the facts of both analyses must
 * live as long. */
typedef struct
{
  TenureTimelineGroups *groups; /* whose groups and keys are these, but for the group of what is gone */
  TenureTimelineGroup *all_groups;
  const char **keys; /* of all_groups */
  guint n_groups;
  TenureTimelineBar *bars; /* of what is shown, in that order; then of what is gone */
  guint n_bars, n_gone;
  TenureDay *changes;
  guint n_changes;
  TenureTimelineGhost *ghosts; /* NULL without @past */
} TenureTimelineBars;

/**
 * tenure_report_timeline_bars_new:
 * @shown: (array length=n_shown): agreements as indexes into the facts
 * @past: (nullable): the same portfolio as it was recorded earlier. What it has and the facts do not is gone since: these
 *   come last, in a group of their own
 * @past_shown: (array length=n_past_shown): of @past, what would have been shown
 *
 * Bars are called by their titles under the headings of providers, elsewhere by provider and title. A worker's work.
 * Test: tests/report/test-timeline-groups.c.
 */
TenureTimelineBars *tenure_report_timeline_bars_new (const TenureAnalysis *analysis,
                                                     const guint32 *shown,
                                                     guint n_shown,
                                                     const TenureTimelineGroupingChoice *choice,
                                                     const TenureAnalysis *past,
                                                     const guint32 *past_shown,
                                                     guint n_past_shown);
void tenure_report_timeline_bars_free (TenureTimelineBars *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureTimelineBars, tenure_report_timeline_bars_free)

/* What an index is made from; order, year and currency are left to the caller. Borrows everything. */
TenureTimelineData tenure_report_timeline_bars_get_data (const TenureTimelineBars *self);

G_END_DECLS
