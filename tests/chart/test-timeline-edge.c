/* The end of a bar as a thing to take hold of: which one is under the pointer, and which day it is pulled to. */

#include <math.h>

#include "chart/timeline-edge.h"
#include "samples.h"

static const TenureTimelineFrame frame = { .width = 900, .height = 500, .as_of = 20778 /* 21 Nov 2026 */, .strip = TRUE };

static TenureChartTheme
plain_theme (void)
{
  TenureChartTheme theme;

  tenure_chart_theme_init (&theme, FALSE, FALSE, 1, "Cantarell");
  theme.headings = FALSE;
  return theme;
}

/* The middle of the row of the mark of bar @source. */
static double
row_of (TenureTimelineIndex *index, const TenureTimelineView *view, const TenureChartTheme *theme, int source)
{
  TenureScene *scene = tenure_chart_timeline (index, view, &frame, theme);
  double y = NAN;

  for (guint i = 0; i < tenure_scene_get_n_marks (scene); i++)
    if (tenure_scene_get_mark (scene, i)->source == source)
      y = tenure_scene_get_mark (scene, i)->y + tenure_scene_get_mark (scene, i)->height / 2;
  tenure_scene_free (scene);
  g_assert_false (isnan (y));
  return y;
}

/* @expected: a bar, or −1 */
static void
check (TenureTimelineIndex *index, const TenureTimelineView *view, const TenureChartTheme *theme, double x, double y, int expected)
{
  TenureTimelineEdge edge = { .bar = -1 };

  g_assert_cmpint (tenure_timeline_edge_at (index, view, &frame, theme, x, y, 4, &edge), ==, expected >= 0);
  g_assert_cmpint (edge.bar, ==, expected);
  if (expected < 0)
    return;
  g_assert_cmpfloat (fabs (edge.x - x), <=, 4);
  g_assert_cmpfloat (edge.y, <=, y);
  g_assert_cmpfloat (edge.y + edge.height, >=, y);
}

static void
test_edge (void)
{
  TenureTimelineBar bars[] = {
    sample_timeline_bar (1, 0, -1, "2026-02-01", "2026-03-31"), sample_timeline_bar (2, 0, 0, "2026-04-01", "2026-12-31"),
    sample_timeline_bar (3, 0, -1, "2026-02-01", "2026-02-04"), sample_timeline_bar (4, 0, -1, "2026-02-01", "2026-08-31"),
    sample_timeline_bar (5, 0, -1, "2026-06-30", "2026-05-31"),
  };
  TenureTimelineData data = { .bars = bars, .n_bars = 5, .year_start_month = 4, .currency = TENURE_CURRENCY_GBP };
  g_autoptr (TenureTimelineIndex) index = NULL;
  TenureTimelineView view = { .first_day = sample_day ("2026-01-01"), .px_per_day = 1, .row_px = 24 };
  TenureChartTheme theme = plain_theme ();
  double march = sample_day ("2026-04-01") - sample_day ("2026-01-01");
  double chain, open;

  bars[3].open_ended = TRUE;
  index = tenure_timeline_index_new (&data);
  chain = row_of (index, &view, &theme, 0);
  open = row_of (index, &view, &theme, 3);
  check (index, &view, &theme, march, chain, 0);
  check (index, &view, &theme, march + 4, chain, 0);
  check (index, &view, &theme, march - 4, chain, 0);
  check (index, &view, &theme, march + 5, chain, -1);
  check (index, &view, &theme, tenure_timeline_edge_x (index, &view, &frame, &theme, bars[1].last), chain, 1);
  check (index, &view, &theme, tenure_timeline_edge_x (index, &view, &frame, &theme, bars[2].last),
         row_of (index, &view, &theme, 2), -1); /* four pixels wide: where would one take hold of its middle? */
  check (index, &view, &theme, tenure_timeline_edge_x (index, &view, &frame, &theme, bars[3].last), open, -1);
  check (index, &view, &theme, tenure_timeline_edge_x (index, &view, &frame, &theme, bars[4].first),
         row_of (index, &view, &theme, 4), -1);
  check (index, &view, &theme, march, 2, -1); /* on the strip above */
  view.row_px = 4;                            /* too thin for words, and for a hand */
  for (double y = 0; y < frame.height; y++)
    check (index, &view, &theme, march, y, -1);
}

static const struct
{
  const char *at; /* the day whose beginning is under the pointer */
  double px_per_day;
  const char *expected;
} days[] = {
  { "2026-10-01", 10, "2026-09-30" }, { "2026-10-16", 10, "2026-10-15" }, /* far from both ends of the month */
  { "2026-10-02", 10, "2026-10-01" },                                      /* ten pixels off */
  { "2026-10-03", 2, "2026-09-30" },  { "2026-09-29", 2, "2026-09-30" },   /* within six */
  { "2026-10-10", 0.5, "2026-09-30" }, { "2026-10-20", 0.5, "2026-10-31" },
  { "2026-02-27", 2, "2026-02-28" },  { "2028-02-28", 2, "2028-02-29" },   { "2026-01-02", 2, "2026-01-10" },
  { "1900-01-02", 2, "2026-01-10" }, /* not before the start */
};

static void
test_day (void)
{
  TenureTimelineBar bar = sample_timeline_bar (1, 0, -1, "2026-01-10", "2026-03-31");
  TenureTimelineData data = { .bars = &bar, .n_bars = 1, .year_start_month = 4, .currency = TENURE_CURRENCY_GBP };
  g_autoptr (TenureTimelineIndex) index = tenure_timeline_index_new (&data);
  TenureChartTheme theme = plain_theme ();

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      TenureTimelineView view = { .first_day = sample_day ("2026-01-01"), .px_per_day = days[i].px_per_day, .row_px = 24 };
      double x = tenure_timeline_edge_x (index, &view, &frame, &theme, sample_day (days[i].at) - 1);
      TenureDay last = tenure_timeline_edge_day (index, &view, &frame, &theme, x, 6, bar.first);
      char iso[TENURE_DAY_ISO_SIZE];

      g_assert_cmpstr (tenure_day_to_iso (last, iso), ==, days[i].expected);
      g_assert_cmpint (tenure_timeline_edge_day (index, &view, &frame, &theme, x, 0, bar.first), ==,
                       MAX (sample_day (days[i].at) - 1, bar.first));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/edge", test_edge);
  g_test_add_func ("/timeline/edge-day", test_day);
  return g_test_run ();
}
