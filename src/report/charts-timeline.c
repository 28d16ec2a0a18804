/* The timeline of the agreements in scope, grouped by provider and fitted to the size: for files. The window
 * keeps its own index and view. */

#include "config.h"
#include "report/charts-private.h"
#include "report/timeline-bars.h"
#include "report/timeline-pages.h"

#include "base/i18n.h"

static const TenureTimelineGroupingChoice by_provider = { .by = TENURE_TIMELINE_GROUP_PROVIDER,
                                                          .then_by = TENURE_TIMELINE_N_GROUPINGS };

/* The labels that facts lend may go before the scene does: copies of them. */
static void
keep_labels (TenureTimelineBars *bars)
{
  for (guint i = 0; i < bars->n_groups; i++)
    if (bars->all_groups[i].label != NULL)
      bars->all_groups[i].label = g_string_chunk_insert_const (bars->groups->strings, bars->all_groups[i].label);
  for (guint i = 0; i < bars->n_bars; i++)
    if (bars->bars[i].label != NULL)
      bars->bars[i].label = g_string_chunk_insert (bars->groups->strings, bars->bars[i].label);
}

/* @counts_sector: the picture says how much is the sector's. The index lives as long as the scene does, longer than facts or
 * analysis may. */
static TenureTimelineIndex *
make_index (const TenureAnalysis *analysis, const TenureTimelineGroupingChoice *choice, gboolean counts_sector)
{
  const TenurePortfolio *portfolio = analysis->portfolio;
  TenureTimelineBars *bars =
      tenure_report_timeline_bars_new (analysis, portfolio->agreements, portfolio->n_agreements, choice, NULL, NULL, 0);
  TenureTimelineData data;
  TenureTimelineIndex *index;

  keep_labels (bars);
  data = tenure_report_timeline_bars_get_data (bars);
  data.order = TENURE_TIMELINE_BY_END;
  data.currency = portfolio->currency;
  data.counts_sector = counts_sector;
  data.year_start_month = tenure_options_year_first_month (&analysis->terms->options);
  index = tenure_timeline_index_new (&data);
  tenure_timeline_index_take_owner (index, bars, (GDestroyNotify) tenure_report_timeline_bars_free);
  return index;
}

static TenureTimelineFrame
make_frame (const TenureChartRequest *request, const TenureTimelineIndex *index, const char *things)
{
  TenureTimelineFrame frame = { .width = request->width, .height = request->height };
  TenureTimelineExtent extent;

  tenure_timeline_index_get_extent (index, &extent);
  frame.as_of = request->analysis->as_of;
  /* What has no dates has a row, and the timeline says how many of them there are. */
  frame.notes = tenure_chart_request_notes (request, things, extent.n_bars, extent.n_bars, NULL);
  return frame;
}

/* As tall as rows of the usual height take, @most_px at most. */
static TenureScene *
draw_growing (const TenureChartRequest *request, TenureTimelineIndex *index, TenureTimelineFrame *frame, double most_px)
{
  TenureTimelineView view;
  double total_px, page_px;

  /* What headings and axis take is asked where there is room for all of them. */
  frame->height = most_px;
  tenure_timeline_view_today (&view, index, frame, request->theme);
  tenure_timeline_view_get_scroll (&view, index, frame, request->theme, &total_px, &page_px);
  frame->height = MAX (request->height, MIN (most_px - page_px + total_px, most_px));
  tenure_timeline_view_fit (&view, index, frame, request->theme);
  return tenure_chart_timeline (index, &view, frame, request->theme);
}

TenureScene *
tenure_report_chart_timeline (const TenureChartRequest *request)
{
  g_autoptr (TenureTimelineIndex) index =
      make_index (request->analysis, request->grouping != NULL ? request->grouping : &by_provider, TRUE);
  TenureTimelineFrame frame = make_frame (request, index, _ ("agreements with {sector} organisations"));
  TenureTimelineView view;

  frame.strip = TRUE;
  if (request->grows)
    return draw_growing (request, index, &frame, TENURE_REPORT_MOST_PX);
  tenure_timeline_view_fit (&view, index, &frame, request->theme);
  return tenure_chart_timeline (index, &view, &frame, request->theme);
}

TenureScene *
tenure_report_chart_small_timeline (const TenureChartRequest *request, double most_px, const char *things)
{
  g_autoptr (TenureTimelineIndex) index = make_index (request->analysis, &by_provider, FALSE);
  TenureTimelineFrame frame = make_frame (request, index, things);

  return draw_growing (request, index, &frame, most_px);
}

TenureTimelinePages *
tenure_report_timeline_pages_new (const TenureTimelinePrint *print, const TenureChartTheme *theme, GError **error)
{
  TenureChartRequest request = {
    .analysis = print->analysis, .scope = print->scope, .width = print->width, .height = print->height, .theme = theme
  };
  g_autoptr (TenureTimelineIndex) index =
      make_index (print->analysis, print->grouping != NULL ? print->grouping : &by_provider, TRUE);
  TenureTimelinePaper paper = { .from = TENURE_DAY_NONE, .after = TENURE_DAY_NONE };

  paper.frame = make_frame (&request, index, _ ("agreements with {sector} organisations"));
  paper.frame.strip = TRUE;
  return tenure_timeline_pages_new (index, &paper, theme, error);
}
