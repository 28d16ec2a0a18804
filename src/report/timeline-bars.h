#pragma once

#include "analysis/analysis.h"
#include "chart/timeline.h"

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

G_END_DECLS
