#pragma once

#include "chart/notes.h"
#include "report/charts.h"

G_BEGIN_DECLS

/* What every chart here is made from. */
typedef struct
{
  const TenureAnalysis *analysis;
  const char *scope;                            /* (nullable) */
  const TenureTimelineGroupingChoice *grouping; /* (nullable) */
  double width, height;
  const TenureChartTheme *theme;
  gboolean brief, grows;
  const TenureReportBurnup *burnup; /* (nullable) */
  TenureTermSpreadBy spread_by;
  const TenureTermSpread *spread; /* (nullable): computed already, as the two below */
  const TenureTermTrend *trend;
  const TenureRelationships *relationships; /* with their survival */
  const TenureSurvival *survival;
} TenureChartRequest;

/* The footnote's as-of day and scope, with @n of @of @things and why the rest is left out. */
TenureChartNotes tenure_chart_request_notes (
    const TenureChartRequest *request, const char *things, guint n, guint of, const char *left_out);

TenureScene *tenure_report_chart_term_bands (const TenureChartRequest *request);
TenureScene *tenure_report_chart_horizon (const TenureChartRequest *request);
TenureScene *tenure_report_chart_expiries (const TenureChartRequest *request);
TenureScene *tenure_report_chart_survival (const TenureChartRequest *request);
TenureScene *tenure_report_chart_distribution (const TenureChartRequest *request);
TenureScene *tenure_report_chart_trend (const TenureChartRequest *request);
TenureScene *tenure_report_chart_seats (const TenureChartRequest *request, guint board);
TenureScene *tenure_report_chart_boards (const TenureChartRequest *request);
TenureScene *tenure_report_chart_timeline (const TenureChartRequest *request);
TenureScene *tenure_report_chart_burnup (const TenureChartRequest *request, guint budget);
TenureScene *tenure_report_chart_hours (const TenureChartRequest *request, TenureHoursBy by);

/* The horizon of the request's portfolio; @things: what its footnote counts, translated. */
TenureScene *tenure_report_chart_horizon_of (const TenureChartRequest *request, const char *things);

/* A timeline without the strip, as tall as the rows of the request's portfolio, but not taller than @most_px. */
TenureScene *tenure_report_chart_small_timeline (const TenureChartRequest *request, double most_px, const char *things);

TenureScene *tenure_report_chart_anatomy (const TenureChartRequest *request,
                                          guint organisation,
                                          const TenureSelection *provided);

/* One organisation: the request's scope and portfolio are not looked at. */
TenureScene *tenure_report_chart_organisation (const TenureChartRequest *request,
                                               TenureReportChart chart,
                                               const TenureReportChartOptions *options);

G_END_DECLS
