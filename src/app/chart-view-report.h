#pragma once

#include "app/chart-view.h"
#include "register/snapshot.h"
#include "report/charts.h"

G_BEGIN_DECLS

/* Shows the chart @chart of @snapshot (nullable: nothing) in @self, which keeps a reference to the snapshot as long as it
 * shows it. @board: index into the facts' boards for the chart of seats, ignored by the others. */
void tenure_chart_view_show_report (TenureChartView *self, TenureSnapshot *snapshot, TenureReportChart chart, int board);

/* Shows a chart of organisation @organisation, an index into the facts, in the same way: over all the agreements that it
 * provides, whatever the filter. */
void tenure_chart_view_show_organisation (TenureChartView *self,
                                          TenureSnapshot *snapshot,
                                          TenureReportChart chart,
                                          guint organisation);

G_END_DECLS
