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

/* The same months with posts, which half of the agreements record. */
static TenureScene *
make_horizon_with_posts (double width, double height, const TenureChartTheme *theme)
{
  g_autofree TenureHorizonMonth *months =
      g_memdup2 (sample_horizon.months, sample_horizon.n_months * sizeof *sample_horizon.months);
  TenureHorizonData data = sample_horizon;

  for (guint i = 1; i < data.n_months; i++)
    months[i].posts_at_risk = months[i - 1].posts_at_risk + 125 * (gint64) months[i - 1].n_ending;
  data.months = months;
  data.posts_known = 104;
  data.posts_of = 214;
  return tenure_chart_horizon (&data, width, height, theme);
}

/* Three agreements, reserves that last into the second year. */
static TenureScene *
make_anatomy (double width, double height, const TenureChartTheme *theme)
{
  static const TenureAnatomyAgreement agreements[] = {
    { 1, "Community connectors", 4800000, 0x7f, 0x7f, 0xfffffffff, 20999, 20907, "until 30 Jun 2027" },
    { 2, "Advice line in three surgeries and a library", 3600000, 0x7, 0xf, 0xf, 20908, 20817, "until 31 Mar 2027" },
    { 3, "Carers’ group", 2400000, 0xf, 0xf, 0xf, 20908, 20817, "until 31 Mar 2027" },
  };
  gint64 reserves[36];
  TenureAnatomyData data = { .first_month = sample_horizon.first_month, .n_months = 36, .agreements = agreements,
                             .n_agreements = 3, .other_known = TRUE, .cost_known = TRUE, .below_told = TRUE,
                             .reserves_told = TRUE, .other_minor = 1200000, .cost_minor = 11800000, .reserves_minor = reserves,
                             .below_month = 3, .shortfall_month = 14, .year_start_month = 4, .currency = TENURE_CURRENCY_GBP,
                             .notes = sample_horizon.notes };

  for (int i = 0; i < 36; i++)
    reserves[i] = i < 3 ? 6000000 : 6000000 - (gint64) (i - 2) * 500000 - 1;
  return tenure_chart_anatomy (&data, width, height, theme);
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
make_distribution (double width, double height, const TenureChartTheme *theme)
{
  return tenure_chart_distribution (&sample_distribution, width, height, theme);
}

static TenureScene *
make_trend (double width, double height, const TenureChartTheme *theme)
{
  return tenure_chart_trend (&sample_trend, width, height, theme);
}

static TenureScene *
make_burnup (double width, double height, const TenureChartTheme *theme)
{
  return tenure_chart_burnup (&sample_burnup, width, height, theme);
}

static TenureScene *
make_hours (double width, double height, const TenureChartTheme *theme)
{
  return tenure_chart_hours (&sample_hours, width, height, theme);
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
  { "horizon-posts", make_horizon_with_posts, 760, 460 },
  { "expiries", make_expiries, 620, 320 },
  { "anatomy", make_anatomy, 900, 500 },
  { "income", make_income, 520, 260 },
  { "survival", make_survival, 620, 360 },
  { "distribution", make_distribution, 760, 420 },
  { "trend", make_trend, 620, 360 },
  { "burnup", make_burnup, 620, 360 },
  { "hours", make_hours, 620, 360 },
  { "seats", make_seats, 620, 380 },
  { "seats-small", make_seats_small, 460, 300 },
  { "seats-assembly", make_assembly, 760, 460 },
  { "boards", make_boards, 860, 400 },
  { "timeline", make_timeline, 1280, 720 },
  { "timeline-fit", make_timeline_fit, 1280, 720 },
  { "timeline-dense", make_timeline_dense, 1280, 720 },
};

const guint sample_n_charts = G_N_ELEMENTS (sample_charts);
