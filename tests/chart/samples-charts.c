#include "samples.h"

static TenureScene *
make_term_bands (double width, double height, const TenureChartTheme *theme)
{
  return tenure_chart_term_bands (&sample_term_bands, width, height, theme);
}

static TenureScene *
make_horizon (double width, double height, const TenureChartTheme *theme)
{
  return tenure_chart_horizon (&sample_horizon, width, height, theme);
}

static TenureScene *
make_expiries (double width, double height, const TenureChartTheme *theme)
{
  return tenure_chart_expiries (&sample_expiries, width, height, theme);
}

static TenureScene *
make_income (double width, double height, const TenureChartTheme *theme)
{
  return tenure_chart_income (&sample_income, width, height, theme);
}

static TenureScene *
make_survival (double width, double height, const TenureChartTheme *theme)
{
  return tenure_chart_survival (&sample_survival, width, height, theme);
}

static TenureScene *
make_seats (double width, double height, const TenureChartTheme *theme)
{
  return tenure_chart_seats (&sample_seats, width, height, theme);
}

static TenureScene *
make_seats_small (double width, double height, const TenureChartTheme *theme)
{
  return tenure_chart_seats (&sample_seats_small, width, height, theme);
}

static TenureScene *
make_assembly (double width, double height, const TenureChartTheme *theme)
{
  SampleSeats sample;
  TenureScene *scene;

  sample_seats_fill (&sample, 180);
  scene = tenure_chart_seats (&sample.data, width, height, theme);
  sample_seats_clear (&sample);
  return scene;
}

static void
free_timeline (gpointer sample)
{
  sample_timeline_clear (sample);
  g_free (sample);
}

static TenureScene *
make_timeline_of (
    guint n, guint n_groups, gboolean fit, double width, double height, const TenureChartTheme *theme)
{
  SampleTimeline *sample = g_new0 (SampleTimeline, 1);
  TenureTimelineFrame frame = {
    .width = width,
    .height = height,
    .as_of = sample_as_of (),
    .strip = TRUE,
    .notes = { .as_of = sample_as_of (),
               .scope = "North Ridge ICS",
               .things = "agreements",
               .n = n,
               .of = n },
  };
  g_autoptr (TenureTimelineIndex) index = NULL;
  TenureTimelineView view;

  sample_timeline_fill (sample, n, n_groups);
  sample->groups[2].collapsed = TRUE;
  index = tenure_timeline_index_new (&sample->data);
  /* Scenes say on demand what bars are called, however long after they were made. */
  tenure_timeline_index_take_owner (index, sample, free_timeline);
  if (fit)
    tenure_timeline_view_fit (&view, index, &frame, theme);
  else
    {
      tenure_timeline_view_today (&view, index, &frame, theme);
      tenure_timeline_view_pan (&view, index, &frame, theme, 0, 61);
    }
  return tenure_chart_timeline (index, &view, &frame, theme);
}

static TenureScene *
make_timeline (double width, double height, const TenureChartTheme *theme)
{
  return make_timeline_of (220, 34, FALSE, width, height, theme);
}

static TenureScene *
make_timeline_fit (double width, double height, const TenureChartTheme *theme)
{
  return make_timeline_of (220, 34, TRUE, width, height, theme);
}

static TenureScene *
make_timeline_dense (double width, double height, const TenureChartTheme *theme)
{
  return make_timeline_of (100000, 40, TRUE, width, height, theme);
}

static TenureScene *
make_boards (double width, double height, const TenureChartTheme *theme)
{
  return tenure_chart_boards_compare (&sample_boards, width, height, theme);
}

const SampleChart sample_charts[] = {
  { "term-bands", make_term_bands, 560, 300 },
  { "horizon", make_horizon, 760, 380 },
  { "expiries", make_expiries, 620, 320 },
  { "income", make_income, 520, 260 },
  { "survival", make_survival, 620, 360 },
  { "seats", make_seats, 620, 380 },
  { "seats-small", make_seats_small, 460, 300 },
  { "seats-assembly", make_assembly, 760, 460 },
  { "boards", make_boards, 860, 400 },
  { "timeline", make_timeline, 1280, 720 },
  { "timeline-fit", make_timeline_fit, 1280, 720 },
  { "timeline-dense", make_timeline_dense, 1280, 720 },
};

const guint sample_n_charts = G_N_ELEMENTS (sample_charts);
