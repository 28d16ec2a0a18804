#pragma once

#include "chart/timeline-pages.h"
#include "report/timeline-groups.h"

G_BEGIN_DECLS

/* What is to be printed. */
typedef struct
{
  const TenureAnalysis *analysis;
  const char *scope;                            /* (nullable): portfolio and filter in words */
  const TenureTimelineGroupingChoice *grouping; /* (nullable): by provider */
  double width, height;                         /* of a page, px */
} TenureTimelinePrint;

/* The timeline of the agreements in scope on paper. What @print points at must live as long. Fails as
 * tenure_timeline_pages_new() does. */
TenureTimelinePages *tenure_report_timeline_pages_new (const TenureTimelinePrint *print,
                                                       const TenureChartTheme *theme,
                                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
