#include "config.h"
#include "app/chart-view-report.h"

#include "app/settings.h"

typedef struct
{
  TenureSnapshot *snapshot;
  TenureReportChart chart;
  int board;
  int organisation; /* -1: the chart is of what the filter lets through */
  char *scope;
  gboolean brief;
} Source;

static void
source_free (gpointer data)
{
  Source *source = data;

  tenure_snapshot_unref (source->snapshot);
  g_free (source->scope);
  g_free (source);
}

static TenureScene *
make_organisation_chart (const Source *source, double width, double height, const TenureChartTheme *theme)
{
  const TenureBasis *basis = tenure_snapshot_get_basis (source->snapshot);
  TenureReportChartOptions options = { .organisation = source->organisation };

  options.provided = tenure_basis_get_provided (basis, (guint) source->organisation, &options.n_provided);
  return tenure_report_chart_new (source->chart, tenure_basis_get_analysis (basis), &options, width, height, theme, NULL);
}

static TenureScene *
make_chart_cb (double width, double height, const TenureChartTheme *theme, gpointer user_data)
{
  const Source *source = user_data;
  TenureReportChartOptions options = { .scope = source->scope, .board = source->board, .brief = source->brief };

  if (source->organisation >= 0)
    return make_organisation_chart (source, width, height, theme);
  /* The one way to fail is a board that is gone: nothing is drawn until the page has turned to another. */
  return tenure_report_chart_new (source->chart, tenure_snapshot_get_analysis (source->snapshot), &options, width, height,
                                  theme, NULL);
}

static void
show (TenureChartView *self, TenureSnapshot *snapshot, TenureReportChart chart, int board, int organisation)
{
  Source *source;
  gboolean compact, grows;

  if (snapshot == NULL)
    {
      tenure_chart_view_set_provider (self, NULL, NULL, NULL);
      return;
    }
  source = g_new0 (Source, 1);
  source->snapshot = tenure_snapshot_ref (snapshot);
  source->chart = chart;
  source->board = board;
  source->organisation = organisation;
  g_object_get (self, "compact", &compact, "grows", &grows, NULL);
  source->brief = compact && !grows;
  source->scope = tenure_snapshot_dup_scope_label (snapshot);
  tenure_chart_view_set_provider (self, make_chart_cb, source, source_free);
}

void
tenure_chart_view_show_report (TenureChartView *self, TenureSnapshot *snapshot, TenureReportChart chart, int board)
{
  g_return_if_fail (TENURE_IS_CHART_VIEW (self));

  show (self, snapshot, chart, board, -1);
}

void
tenure_chart_view_show_organisation (TenureChartView *self,
                                     TenureSnapshot *snapshot,
                                     TenureReportChart chart,
                                     guint organisation)
{
  g_return_if_fail (TENURE_IS_CHART_VIEW (self));

  show (self, snapshot, chart, -1, (int) organisation);
}
