#pragma once

#include "analysis/analysis.h"
#include "analysis/relationships.h"
#include "analysis/term-spread.h"
#include "analysis/term-trend.h"
#include "chart/burnup.h"
#include "chart/scene.h"
#include "report/timeline-groups.h"

G_BEGIN_DECLS

/* The level as charts know it. */
TenureChartLevel tenure_level_to_chart (TenureLevel level);

/* From computed results to scenes: the charts of Tenure by name, with titles that say what the reader should
 * see, subtitles that say what is drawn, and footnotes with as-of day, n and what was left out. The command
 * line and the window both draw through here. */

typedef enum
{
  TENURE_REPORT_CHART_TERM_BANDS,
  TENURE_REPORT_CHART_HORIZON,
  TENURE_REPORT_CHART_EXPIRIES,
  TENURE_REPORT_CHART_SURVIVAL,
  TENURE_REPORT_CHART_DISTRIBUTION, /* of terms, by what the options say */
  TENURE_REPORT_CHART_TREND,
  TENURE_REPORT_CHART_SEATS, /* needs a board */
  TENURE_REPORT_CHART_BOARDS,
  TENURE_REPORT_CHART_TIMELINE, /* fitted to the size; the window keeps its own view */
  /* These need an organisation. They are about all the agreements that it provides, whatever the selection and the
   * scope: it lives on all of them. */
  TENURE_REPORT_CHART_ORGANISATION_TIMELINE, /* as tall as its rows, up to a limit */
  TENURE_REPORT_CHART_ORGANISATION_AHEAD,    /* the funding horizon */
  TENURE_REPORT_CHART_ORGANISATION_INCOME,   /* who pays it */
  TENURE_REPORT_CHART_ORGANISATION_ANATOMY,  /* income against cost, and reserves running down */
  TENURE_REPORT_CHART_BURNUP,                /* needs a participation budget */
  TENURE_REPORT_CHART_HOURS,                 /* of taking part, by what the options say */
  TENURE_N_REPORT_CHARTS,
} TenureReportChart;

/* The tallest that a picture grows to; with more rows than that holds they are drawn thinner. */
#define TENURE_REPORT_MOST_PX 8000

/* "term-bands", "horizon", "expiries", "survival", "distribution", "trend", "seats", "boards", "timeline", "organisation-timeline",
 * "organisation-ahead", "organisation-income", "anatomy", "burnup", "hours"; static. */
const char *tenure_report_chart_name (TenureReportChart chart);

/* FALSE, and @out_chart unchanged, when @name is none of them. */
gboolean tenure_report_chart_from_name (const char *name, TenureReportChart *out_chart);

/* The months of a burn-up. To work them out takes as many passes over everything about taking part as there are months so
 * far. */
typedef struct
{
  TenureBurnupMonth months[TENURE_BURNUP_MAX_MONTHS];
  guint n;
} TenureReportBurnup;

/* @budget: index into the facts' participation budgets */
void tenure_report_burnup_init (TenureReportBurnup *self, const TenureAnalysis *analysis, guint budget);

typedef struct
{
  const char *scope; /* (nullable): portfolio and filter in words, for the footnote of what is about agreements; boards and
                         seats are whole whatever they are */
  int board;         /* index into the facts' boards, for SEATS; else ignored */
  int organisation;  /* index into the facts' organisations, for charts of one; else ignored */
  const TenureTimelineGroupingChoice *grouping; /* (nullable): of TIMELINE; NULL: by provider */
  int budget;                                   /* index into the facts' participation budgets, for BURNUP; else ignored */
  TenureHoursBy hours_by;                       /* of HOURS; not ALL */
  const TenureReportBurnup *burnup; /* (nullable): of BURNUP, worked out beforehand; NULL: worked out for the call */
  const guint32 *provided; /* (nullable): @n_provided indexes of the agreements that it provides; NULL: looked for among
                              all, which takes some milliseconds of 100,000 */
  guint n_provided;
  TenureTermSpreadBy spread_by; /* of DISTRIBUTION, unless `spread` says it */
  /* (nullable) each: what DISTRIBUTION, TREND and SURVIVAL rest on, computed beforehand of the same portfolio; NULL:
   * computed for the call, which of 100,000 agreements takes some 50 ms. */
  const TenureTermSpread *spread;
  const TenureTermTrend *trend;
  const TenureRelationships *relationships; /* with their survival */
  const TenureSurvival *survival;
  gboolean grows; /* TIMELINE: taller than asked for where its rows take more, up to TENURE_REPORT_MOST_PX */
  gboolean brief; /* BOARDS: the first of them, as many as the height holds, and how many more there are */
} TenureReportChartOptions;

/**
 * tenure_report_chart_new:
 * @options: (nullable)
 *
 * Returns: (transfer full): the scene; NULL with TENURE_ERROR_NOT_FOUND when SEATS names no board, or a chart of one
 *   organisation none. For those @analysis is the one of all agreements
 */
TenureScene *tenure_report_chart_new (TenureReportChart chart,
                                      const TenureAnalysis *analysis,
                                      const TenureReportChartOptions *options,
                                      double width,
                                      double height,
                                      const TenureChartTheme *theme,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
