#pragma once

#include "app/chart-view.h"
#include "app/snapshot.h"
#include "report/charts.h"

G_BEGIN_DECLS

/* Shows the chart @chart of @snapshot (nullable: nothing) in @self, which keeps a reference to the snapshot as long as it
 * shows it. @board: index into the facts' boards for the chart of seats, ignored by the others. */
void tenure_chart_view_show_report (TenureChartView *self,
                                    TenureSnapshot *snapshot,
                                    TenureReportChart chart,
                                    int board);

/* The parts of @snapshot under the name that report/ knows them by. Lent by the snapshot; `beside` is not part of it. */
TenureAnalysis tenure_snapshot_as_analysis (TenureSnapshot *snapshot);

G_END_DECLS
