#pragma once

#include "chart/notes.h"
#include "report/charts.h"

G_BEGIN_DECLS

/* What every chart here is made from. */
typedef struct
{
  const TenureAnalysis *analysis;
  const char *scope;  /* (nullable) */
  const char *sector; /* (nullable) */
  double width, height;
  const TenureChartTheme *theme;
} TenureChartRequest;

/* The footnote's as-of day and scope, with @n of @of @things and why the rest is left out. */
TenureChartNotes tenure_chart_request_notes (
    const TenureChartRequest *request, const char *things, guint n, guint of, const char *left_out);

/* The word for the sector whose agreements the portfolio of an analysis is about, for what footnotes count: "running
 * agreements with VCS organisations". Lent. */
const char *tenure_chart_request_sector (const TenureChartRequest *request);

TenureScene *tenure_report_chart_term_bands (const TenureChartRequest *request);
TenureScene *tenure_report_chart_horizon (const TenureChartRequest *request);
TenureScene *tenure_report_chart_expiries (const TenureChartRequest *request);
TenureScene *tenure_report_chart_seats (const TenureChartRequest *request, guint board);
TenureScene *tenure_report_chart_boards (const TenureChartRequest *request);
TenureScene *tenure_report_chart_timeline (const TenureChartRequest *request);

G_END_DECLS
