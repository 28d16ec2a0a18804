#include "config.h"
#include "report/charts.h"

#include "base/error.h"
#include "report/charts-private.h"

#include "base/i18n.h"

static const char *const names[TENURE_N_REPORT_CHARTS] = {
  [TENURE_REPORT_CHART_TERM_BANDS] = "term-bands",
  [TENURE_REPORT_CHART_HORIZON] = "horizon",
  [TENURE_REPORT_CHART_EXPIRIES] = "expiries",
  [TENURE_REPORT_CHART_SURVIVAL] = "survival",
  [TENURE_REPORT_CHART_DISTRIBUTION] = "distribution",
  [TENURE_REPORT_CHART_TREND] = "trend",
  [TENURE_REPORT_CHART_SEATS] = "seats",
  [TENURE_REPORT_CHART_BOARDS] = "boards",
  [TENURE_REPORT_CHART_TIMELINE] = "timeline",
  [TENURE_REPORT_CHART_ORGANISATION_TIMELINE] = "organisation-timeline",
  [TENURE_REPORT_CHART_ORGANISATION_AHEAD] = "organisation-ahead",
  [TENURE_REPORT_CHART_ORGANISATION_INCOME] = "organisation-income",
  [TENURE_REPORT_CHART_ORGANISATION_ANATOMY] = "anatomy",
  [TENURE_REPORT_CHART_BURNUP] = "burnup",
  [TENURE_REPORT_CHART_HOURS] = "hours",
};

const char *
tenure_report_chart_name (TenureReportChart chart)
{
  g_return_val_if_fail (chart < TENURE_N_REPORT_CHARTS, NULL);

  return names[chart];
}

gboolean
tenure_report_chart_from_name (const char *name, TenureReportChart *out_chart)
{
  g_return_val_if_fail (name != NULL && out_chart != NULL, FALSE);

  for (int chart = 0; chart < TENURE_N_REPORT_CHARTS; chart++)
    if (g_str_equal (names[chart], name))
      {
        *out_chart = (TenureReportChart) chart;
        return TRUE;
      }
  return FALSE;
}

TenureChartNotes
tenure_chart_request_notes (const TenureChartRequest *request, const char *things, guint n, guint of, const char *left_out)
{
  return (TenureChartNotes){
    .as_of = request->analysis->as_of, .scope = request->scope, .things = things, .n = n, .of = of, .left_out = left_out
  };
}

/* Boards and seats are judged whatever portfolio and filter choose among agreements: no scope is claimed for them. */
static TenureScene *
make_boards (const TenureChartRequest *request)
{
  TenureChartRequest whole = *request;

  whole.scope = NULL;
  return tenure_report_chart_boards (&whole);
}

static TenureScene *
make_seats (const TenureChartRequest *request, int board, GError **error)
{
  TenureChartRequest whole = *request;

  whole.scope = NULL;
  if (board >= 0 && (guint) board < request->analysis->facts->n_boards)
    return tenure_report_chart_seats (&whole, (guint) board);
  g_set_error_literal (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND, _ ("The chart of seats is about one board. Say which."));
  return NULL;
}

/* Who takes part, and what pays for it, is no matter of agreements either. */
static TenureScene *
make_burnup (const TenureChartRequest *request, int budget, GError **error)
{
  TenureChartRequest whole = *request;

  whole.scope = NULL;
  if (budget >= 0 && (guint) budget < request->analysis->facts->participation.n_budgets)
    return tenure_report_chart_burnup (&whole, (guint) budget);
  g_set_error_literal (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND,
                       _ ("This chart is about one participation budget. Say which."));
  return NULL;
}

static TenureScene *
make_hours (const TenureChartRequest *request, TenureHoursBy by)
{
  TenureChartRequest whole = *request;

  whole.scope = NULL;
  return tenure_report_chart_hours (&whole, by != TENURE_HOURS_ALL ? by : TENURE_HOURS_BY_MONTH);
}

static TenureScene *
make_organisation (const TenureChartRequest *request,
                   TenureReportChart chart,
                   const TenureReportChartOptions *options,
                   GError **error)
{
  if (options != NULL && options->organisation >= 0
      && (guint) options->organisation < request->analysis->facts->n_organisations)
    return tenure_report_chart_organisation (request, chart, options);
  g_set_error_literal (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND, _ ("This chart is about one organisation. Say which."));
  return NULL;
}

TenureScene *
tenure_report_chart_new (TenureReportChart chart,
                         const TenureAnalysis *analysis,
                         const TenureReportChartOptions *options,
                         double width,
                         double height,
                         const TenureChartTheme *theme,
                         GError **error)
{
  TenureChartRequest request = { .analysis = analysis, .width = width, .height = height, .theme = theme };

  g_return_val_if_fail (analysis != NULL && theme != NULL, NULL);

  if (options != NULL)
    {
      request.scope = options->scope;
      request.grouping = options->grouping;
      request.brief = options->brief;
      request.grows = options->grows;
      request.burnup = options->burnup;
      request.spread_by = options->spread_by;
      request.spread = options->spread;
      request.trend = options->trend;
      request.relationships = options->relationships;
      request.survival = options->survival;
    }
  switch (chart)
    {
    case TENURE_REPORT_CHART_TERM_BANDS:
      return tenure_report_chart_term_bands (&request);
    case TENURE_REPORT_CHART_HORIZON:
      return tenure_report_chart_horizon (&request);
    case TENURE_REPORT_CHART_EXPIRIES:
      return tenure_report_chart_expiries (&request);
    case TENURE_REPORT_CHART_SURVIVAL:
      return tenure_report_chart_survival (&request);
    case TENURE_REPORT_CHART_DISTRIBUTION:
      return tenure_report_chart_distribution (&request);
    case TENURE_REPORT_CHART_TREND:
      return tenure_report_chart_trend (&request);
    case TENURE_REPORT_CHART_SEATS:
      return make_seats (&request, options != NULL ? options->board : -1, error);
    case TENURE_REPORT_CHART_BOARDS:
      return make_boards (&request);
    case TENURE_REPORT_CHART_TIMELINE:
      return tenure_report_chart_timeline (&request);
    case TENURE_REPORT_CHART_ORGANISATION_TIMELINE:
    case TENURE_REPORT_CHART_ORGANISATION_AHEAD:
    case TENURE_REPORT_CHART_ORGANISATION_INCOME:
    case TENURE_REPORT_CHART_ORGANISATION_ANATOMY:
      return make_organisation (&request, chart, options, error);
    case TENURE_REPORT_CHART_BURNUP:
      return make_burnup (&request, options != NULL ? options->budget : -1, error);
    case TENURE_REPORT_CHART_HOURS:
      return make_hours (&request, options != NULL ? options->hours_by : TENURE_HOURS_BY_MONTH);
    case TENURE_N_REPORT_CHARTS:
    default:
      g_return_val_if_reached (NULL);
    }
}

TenureChartLevel
tenure_level_to_chart (TenureLevel level)
{
  switch (level)
    {
    case TENURE_LEVEL_RED:
      return TENURE_CHART_LEVEL_RED;
    case TENURE_LEVEL_AMBER:
      return TENURE_CHART_LEVEL_AMBER;
    case TENURE_LEVEL_NOTE:
      return TENURE_CHART_LEVEL_NOTE;
    case TENURE_LEVEL_CANNOT_TELL:
      return TENURE_CHART_LEVEL_CANNOT_TELL;
    default:
      return TENURE_CHART_LEVEL_CLEAR;
    }
}
