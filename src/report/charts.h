#pragma once

#include "analysis/analysis.h"
#include "chart/scene.h"

G_BEGIN_DECLS

/* From computed results to scenes: the charts of Tenure by name, with titles that say what the reader should
 * see, subtitles that say what is drawn, and footnotes with as-of day, n and what was left out. The command
 * line and the window both draw through here. */

typedef enum
{
  TENURE_REPORT_CHART_TERM_BANDS,
  TENURE_REPORT_CHART_HORIZON,
  TENURE_REPORT_CHART_EXPIRIES,
  TENURE_REPORT_CHART_SEATS, /* needs a board */
  TENURE_REPORT_CHART_BOARDS,
  TENURE_REPORT_CHART_TIMELINE, /* fitted to the size; the window keeps its own view */
  TENURE_N_REPORT_CHARTS,
} TenureReportChart;

/* "term-bands", "horizon", "expiries", "seats", "boards", "timeline"; static. */
const char *tenure_report_chart_name (TenureReportChart chart);

/* FALSE, and @out_chart unchanged, when @name is none of them. */
gboolean tenure_report_chart_from_name (const char *name, TenureReportChart *out_chart);

typedef struct
{
  const char *scope;  /* (nullable): portfolio and filter in words, for the footnote */
  const char *sector; /* (nullable): the user's word for the sector; NULL: "VCS" */
  int board;          /* index into the facts' boards, for SEATS; else ignored */
} TenureReportChartOptions;

/**
 * tenure_report_chart_new:
 * @options: (nullable)
 *
 * Returns: (transfer full): the scene; NULL with TENURE_ERROR_NOT_FOUND when SEATS names no board
 */
TenureScene *tenure_report_chart_new (TenureReportChart chart,
                                      const TenureAnalysis *analysis,
                                      const TenureReportChartOptions *options,
                                      double width,
                                      double height,
                                      const TenureChartTheme *theme,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
