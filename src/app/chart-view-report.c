#include "config.h"
#include "app/chart-view-report.h"

#include "app/settings.h"

typedef struct
{
  TenureSnapshot *snapshot;
  TenureReportChart chart;
  int board;
  char *scope;
  char *sector;
} Source;

static void
source_free (gpointer data)
{
  Source *source = data;

  tenure_snapshot_unref (source->snapshot);
  g_free (source->scope);
  g_free (source->sector);
  g_free (source);
}

static TenureScene *
make_chart_cb (double width, double height, const TenureChartTheme *theme, gpointer user_data)
{
  const Source *source = user_data;
  TenureReportChartOptions options = { .scope = source->scope,
                                       .sector = source->sector,
                                       .board = source->board };

  /* The one way to fail is a board that is gone: nothing is drawn until the page has turned to another. */
  return tenure_report_chart_new (source->chart, tenure_snapshot_get_analysis (source->snapshot), &options,
                                  width, height, theme, NULL);
}

void
tenure_chart_view_show_report (TenureChartView *self,
                               TenureSnapshot *snapshot,
                               TenureReportChart chart,
                               int board)
{
  Source *source;

  g_return_if_fail (TENURE_IS_CHART_VIEW (self));

  if (snapshot == NULL)
    {
      tenure_chart_view_set_provider (self, NULL, NULL, NULL);
      return;
    }
  source = g_new0 (Source, 1);
  source->snapshot = tenure_snapshot_ref (snapshot);
  source->chart = chart;
  source->board = board;
  source->scope = tenure_snapshot_dup_scope_label (snapshot);
  source->sector = tenure_settings_dup_sector_word ();
  tenure_chart_view_set_provider (self, make_chart_cb, source, source_free);
}
