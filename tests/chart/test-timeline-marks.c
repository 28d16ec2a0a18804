/* What stands on and around the bars: words of chains, variations, an earlier record, decisions in the strip, the as-of line
 * and the map of all years. */

#include <math.h>
#include <string.h>

#include "chart/timeline-minimap.h"
#include "samples.h"

static const TenureTimelineFrame plain_frame = { .width = 900, .height = 500, .as_of = 20778 /* 21 Nov 2026 */, .strip = TRUE };

static TenureChartTheme
plain_theme (void)
{
  TenureChartTheme theme;

  tenure_chart_theme_init (&theme, FALSE, FALSE, 1, "Cantarell");
  theme.headings = FALSE;
  return theme;
}

static TenureTimelineData
data_of (const TenureTimelineBar *bars, guint n)
{
  return (TenureTimelineData){ .bars = bars, .n_bars = n, .year_start_month = 4, .currency = TENURE_CURRENCY_GBP };
}

/* A frame from 1 Jan 2026 on, a pixel a day. */
static TenureScene *
draw (const TenureTimelineData *data, const TenureTimelineFrame *frame)
{
  g_autoptr (TenureTimelineIndex) index = tenure_timeline_index_new (data);
  TenureTimelineView view = { .first_day = sample_day ("2026-01-01"), .px_per_day = 1, .row_px = 24 };
  TenureChartTheme theme = plain_theme ();

  return tenure_chart_timeline (index, &view, frame, &theme);
}

static double
day_px (const char *iso)
{
  return sample_day (iso) - sample_day ("2026-01-01");
}

/* --- Words of chains --- */

static const struct
{
  const char *terms[5][2];
  const char *expected; /* of the last term; NULL: says nothing of being consecutive */
} chain_cases[] = {
  { { { "2023-04-01", "2024-03-31" }, { "2024-04-01", "2025-03-31" }, { "2025-04-01", "2026-03-31" }, { "2026-04-01", "2027-03-31" } },
    "4th consecutive 12-month term" },
  { { { "2025-04-01", "2026-03-31" }, { "2026-04-01", "2027-03-31" } }, "2nd consecutive 12-month term" },
  /* 31 days apart still follow each other, 32 do not. */
  { { { "2025-04-01", "2026-03-31" }, { "2026-05-02", "2027-05-01" } }, "2nd consecutive 12-month term" },
  { { { "2025-04-01", "2026-03-31" }, { "2026-05-03", "2027-05-02" } }, NULL },
  { { { "2024-04-01", "2026-03-31" }, { "2026-04-01", "2027-03-31" } }, NULL },
  { { { "2023-04-01", "2025-03-31" }, { "2025-04-01", "2026-03-31" }, { "2026-04-01", "2027-03-31" } },
    "2nd consecutive 12-month term" },
  { { { "2026-04-01", "2026-04-30" }, { "2026-05-01", "2026-05-31" } }, "2nd consecutive term of 1 month" },
  { { { "2026-04-01", "2026-04-20" }, { "2026-04-21", "2026-05-10" } }, NULL },
  { { { "2026-04-01", "2027-03-31" } }, NULL },
};

/* Whatever the groups: agreements of one chain may lie in several. */
static void
test_consecutive (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (chain_cases); i++)
    for (guint n_groups = 0; n_groups < 3; n_groups++)
      {
        TenureTimelineGroup groups[] = { { .label = "North" }, { .label = "South" } };
        TenureTimelineBar bars[5];
        TenureTimelineData data = data_of (bars, 0);
        g_autoptr (TenureTimelineIndex) index = NULL;
        g_autofree char *text = NULL;

        data.groups = groups;
        data.n_groups = n_groups;
        for (; chain_cases[i].terms[data.n_bars][0] != NULL; data.n_bars++)
          bars[data.n_bars] =
              sample_timeline_bar (1 + data.n_bars, n_groups > 0 ? data.n_bars % n_groups : 0, (gint32) data.n_bars - 1,
                                   chain_cases[i].terms[data.n_bars][0], chain_cases[i].terms[data.n_bars][1]);
        index = tenure_timeline_index_new (&data);
        text = tenure_timeline_dup_bar_text (index, data.n_bars - 1);
        g_test_message ("case %u: %s", i, text);
        g_assert_cmpint (strstr (text, "onsecutive") != NULL, ==, chain_cases[i].expected != NULL);
        if (chain_cases[i].expected != NULL)
          g_assert_nonnull (strstr (text, chain_cases[i].expected));
      }
}

/* Links round in a circle and gaps are told of without end in sight for neither. */
static void
test_gap (void)
{
  TenureTimelineBar bars[] = { sample_timeline_bar (1, 0, 1, "2024-04-01", "2025-03-31"),
                               sample_timeline_bar (2, 0, 0, "2025-05-16", "2026-03-31") };
  TenureTimelineData data = data_of (bars, 2);
  g_autoptr (TenureTimelineIndex) index = tenure_timeline_index_new (&data);
  g_autofree char *first = tenure_timeline_dup_bar_text (index, 0), *second = tenure_timeline_dup_bar_text (index, 1);

  g_assert_null (strstr (first, "gap"));
  g_assert_nonnull (strstr (second, "Begins after a gap of 45 days"));
}

/* Pointing at what joins two terms is pointing at the later one. */
static void
test_join_found (void)
{
  TenureTimelineBar bars[] = { sample_timeline_bar (1, 0, -1, "2026-02-01", "2026-03-31"),
                               sample_timeline_bar (2, 0, 0, "2026-06-01", "2026-12-31") };
  TenureTimelineData data = data_of (bars, 2);
  g_autoptr (TenureTimelineIndex) index = tenure_timeline_index_new (&data);
  TenureTimelineView view = { .first_day = sample_day ("2026-01-01"), .px_per_day = 1, .row_px = 24 };
  TenureChartTheme theme = plain_theme ();
  TenureScene *scene = tenure_chart_timeline (index, &view, &plain_frame, &theme);
  double y = 0;

  for (guint i = 0; i < tenure_scene_get_n_marks (scene); i++)
    if (tenure_scene_get_mark (scene, i)->source == 1)
      y = tenure_scene_get_mark (scene, i)->y + 4;
  g_assert_cmpint (tenure_timeline_find (index, &view, &plain_frame, &theme, day_px ("2026-05-01"), y, 2), ==, 1);
  g_assert_cmpint (tenure_timeline_find (index, &view, &plain_frame, &theme, day_px ("2026-03-01"), y, 2), ==, 0);
  g_assert_cmpint (tenure_timeline_find (index, &view, &plain_frame, &theme, day_px ("2026-01-15"), y, 2), ==, -1);
  tenure_scene_free (scene);
}

/* --- Shapes --- */

/* Shapes of @kind with this stroke or fill whose left edge is at @x. */
static guint
count_at (const TenureScene *scene, TenureShapeKind kind, TenureChartRole role, double x)
{
  guint n, found = 0;
  const TenureShape *shapes = tenure_scene_get_shapes (scene, &n);

  for (guint i = 0; i < n; i++)
    found += shapes[i].kind == kind && (shapes[i].fill == role || shapes[i].stroke == role) && fabs (shapes[i].x - x) < 0.5
             && shapes[i].clipped;
  return found;
}

static void
test_variations (void)
{
  TenureTimelineBar bars[] = { sample_timeline_bar (1, 0, -1, "2026-02-01", "2027-03-31"),
                               sample_timeline_bar (2, 0, -1, "2026-02-01", "2027-03-31"),
                               sample_timeline_bar (3, 0, -1, "2026-02-01", "2027-03-31") };
  TenureDay changes[] = { sample_day ("2026-05-03"), sample_day ("2026-08-01"), TENURE_DAY_NONE };
  TenureTimelineData data = data_of (bars, 3);
  g_autoptr (TenureTimelineIndex) index = NULL;
  g_autoptr (TenureScene) scene = NULL;
  g_autofree char *text = NULL, *none = NULL, *beyond = NULL;

  bars[0].n_changes = 3;
  bars[2].first_change = 90; /* a run outside */
  bars[2].n_changes = 4;
  data.changes = changes;
  data.n_changes = G_N_ELEMENTS (changes);
  scene = draw (&data, &plain_frame);
  g_assert_cmpuint (count_at (scene, TENURE_SHAPE_LINE, TENURE_ROLE_INK, day_px ("2026-05-03")), ==, 1);
  g_assert_cmpuint (count_at (scene, TENURE_SHAPE_LINE, TENURE_ROLE_INK, day_px ("2026-08-01")), ==, 1);
  index = tenure_timeline_index_new (&data);
  text = tenure_timeline_dup_bar_text (index, 0);
  none = tenure_timeline_dup_bar_text (index, 1);
  beyond = tenure_timeline_dup_bar_text (index, 2);
  g_assert_nonnull (strstr (text, "3 variations, the latest on 1 Aug 2026"));
  g_assert_null (strstr (none, "variation"));
  g_assert_null (strstr (beyond, "variation"));
}

/* The same, moved, new and gone since. */
static void
test_ghosts (void)
{
  TenureTimelineBar bars[] = { sample_timeline_bar (1, 0, -1, "2026-02-01", "2027-03-31"),
                               sample_timeline_bar (2, 0, -1, "2026-02-01", "2027-03-31"),
                               sample_timeline_bar (3, 0, -1, "2026-02-01", "2027-03-31"),
                               sample_timeline_bar (4, 0, -1, NULL, NULL) };
  TenureTimelineGhost ghosts[] = {
    { sample_day ("2026-02-01"), sample_day ("2027-03-31"), TENURE_DAY_NONE, TRUE, FALSE },
    { sample_day ("2026-03-11"), sample_day ("2026-09-30"), TENURE_DAY_NONE, TRUE, FALSE },
    { TENURE_DAY_NONE, TENURE_DAY_NONE, TENURE_DAY_NONE, FALSE, FALSE },
    { sample_day ("2026-04-21"), sample_day ("2026-08-31"), TENURE_DAY_NONE, TRUE, FALSE },
  };
  TenureTimelineData data = data_of (bars, 4);
  g_autoptr (TenureTimelineIndex) index = NULL;
  g_autoptr (TenureScene) scene = NULL;
  TenureTimelineExtent extent;
  g_autofree char *texts[4] = { NULL };

  bars[3].gone = TRUE;
  bars[3].running = bars[3].value_known = FALSE;
  data.ghosts = ghosts;
  data.recorded = sample_day ("2026-03-03");
  scene = draw (&data, &plain_frame);
  g_assert_cmpuint (count_at (scene, TENURE_SHAPE_RECT, TENURE_ROLE_GHOST, day_px ("2026-02-01") - 2), ==, 1);
  g_assert_cmpuint (count_at (scene, TENURE_SHAPE_RECT, TENURE_ROLE_GHOST, day_px ("2026-03-11") - 2), ==, 1);
  g_assert_cmpuint (count_at (scene, TENURE_SHAPE_RECT, TENURE_ROLE_GHOST, day_px ("2026-04-21") - 2), ==, 1);
  g_assert_nonnull (strstr (tenure_scene_get_footnote (scene), "Behind: as recorded on 3 Mar 2026"));
  index = tenure_timeline_index_new (&data);
  for (guint i = 0; i < 4; i++)
    texts[i] = tenure_timeline_dup_bar_text (index, i);
  g_assert_null (strstr (texts[0], "recorded on"));
  g_assert_nonnull (strstr (texts[1], "As recorded on 3 Mar 2026: 11 Mar 2026 to 30 Sep 2026."));
  g_assert_nonnull (strstr (texts[2], "Not recorded yet on 3 Mar 2026."));
  g_assert_nonnull (strstr (texts[3], "No longer recorded. As recorded on 3 Mar 2026: 21 Apr 2026 to 31 Aug 2026."));
  /* What is gone is not one of those without dates. */
  tenure_timeline_index_get_extent (index, &extent);
  g_assert_cmpuint (extent.n_undated, ==, 0);
  for (guint i = 0; i < 4; i++)
    g_free (g_steal_pointer (&texts[i]));
}

/* --- The strip --- */

static const TenureMark *
find_month (TenureScene *scene, const char *label, const char *words)
{
  for (guint i = 0; i < tenure_scene_get_n_marks (scene); i++)
    {
      const TenureMark *mark = tenure_scene_get_mark (scene, i);

      if (mark->source < 0 && g_strcmp0 (mark->label, label) == 0 && strstr (mark->value, words) != NULL)
        return mark;
    }
  return NULL;
}

static void
test_decisions (void)
{
  TenureTimelineBar bars[] = { sample_timeline_bar (1, 0, -1, "2026-02-01", "2027-03-31"),
                               sample_timeline_bar (2, 0, -1, "2026-02-01", "2027-04-30"),
                               sample_timeline_bar (3, 0, -1, "2025-02-01", "2026-11-10"),
                               sample_timeline_bar (4, 0, -1, "2025-02-01", "2026-11-30") };
  TenureTimelineData data = data_of (bars, 4);
  g_autoptr (TenureScene) scene = NULL;

  bars[0].decision = sample_day ("2026-12-15");
  bars[1].decision = sample_day ("2027-03-20");
  scene = draw (&data, &plain_frame);
  g_assert_nonnull (find_month (scene, "Dec 2026", "£1,000 a year to be decided, 1 agreement"));
  g_assert_nonnull (find_month (scene, "Mar 2027",
                                "£1,000 a year ends without a signed successor, 1 agreement; £1,000 a year to be decided, "
                                "1 agreement"));
  /* The month of the as-of day is told in two: what ended before it is over. */
  g_assert_nonnull (find_month (scene, "Nov 2026", "£1,000 a year ended without a signed successor"));
  g_assert_nonnull (find_month (scene, "Nov 2026", "£1,000 a year ends without a signed successor"));
}

/* 31 March of more than one year. */
static void
test_piles_named (void)
{
  TenureTimelineBar bars[] = { sample_timeline_bar (1, 0, -1, "2026-02-01", "2027-03-31"),
                               sample_timeline_bar (2, 0, -1, "2026-02-01", "2027-03-31"),
                               sample_timeline_bar (3, 0, -1, "2026-02-01", "2028-03-31"),
                               sample_timeline_bar (4, 0, -1, "2026-02-01", "2027-09-10") };
  TenureTimelineData data = data_of (bars, 4);
  g_autoptr (TenureScene) scene = NULL;
  const TenureShape *shapes;
  guint n, named = 0;

  bars[3].annual_minor = 10000; /* a twentieth of the largest */
  scene = draw (&data, &plain_frame);
  shapes = tenure_scene_get_shapes (scene, &n);
  for (guint i = 0; i < n; i++)
    if (shapes[i].kind == TENURE_SHAPE_TEXT)
      {
        named += g_str_equal (shapes[i].text, "31 Mar 2027: £2k, 2 agreements");
        named += g_str_equal (shapes[i].text, "31 Mar 2028: £1k");
        g_assert_null (strstr (shapes[i].text, "Sep 2027: "));
      }
  g_assert_cmpuint (named, ==, 2);
}

/* A long name of the largest pile leaves room for the next; where there is none, no smaller one is named before it. */
static void
test_piles_by_size (void)
{
  static const int widths[] = { 900, 640, 560, 520 };

  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    {
      TenureTimelineBar bars[] = { sample_timeline_bar (1, 0, -1, "2026-02-01", "2027-03-31"),
                                   sample_timeline_bar (2, 0, -1, "2026-02-01", "2027-05-31"),
                                   sample_timeline_bar (3, 0, -1, "2026-02-01", "2031-03-31") };
      TenureTimelineData data = data_of (bars, 3);
      TenureTimelineFrame frame = plain_frame;
      g_autoptr (TenureScene) scene = NULL;
      const TenureShape *shapes;
      guint n, named = 0;

      for (guint i = 0; i < 3; i++)
        bars[i].annual_minor = 1000000 * (3 - i);
      frame.width = widths[w];
      scene = draw (&data, &frame);
      shapes = tenure_scene_get_shapes (scene, &n);
      for (guint i = 0; i < n; i++)
        if (shapes[i].kind == TENURE_SHAPE_TEXT)
          named |= (strstr (shapes[i].text, "Mar 2027: ") != NULL ? 1u : 0)
                   | (strstr (shapes[i].text, "May 2027: ") != NULL ? 2u : 0)
                   | (strstr (shapes[i].text, "Mar 2031: ") != NULL ? 4u : 0);
      g_test_message ("%d px: %u", widths[w], named);
      g_assert_true (named == 7 || named == 3 || named == 1);
      if (widths[w] == 900)
        g_assert_cmpuint (named & 3, ==, 3);
    }
}

/* Short terms of several lengths are a row all the same, as rule T4 counts them. */
static void
test_short_in_a_row (void)
{
  TenureTimelineBar bars[] = { sample_timeline_bar (1, 0, -1, "2025-10-01", "2026-03-31"),
                               sample_timeline_bar (2, 0, 0, "2026-04-01", "2027-03-31"),
                               sample_timeline_bar (3, 0, 1, "2027-04-01", "2028-03-31"),
                               sample_timeline_bar (4, 0, 2, "2028-04-01", "2030-03-31") };
  TenureTimelineData data = data_of (bars, 4);
  g_autoptr (TenureTimelineIndex) index = tenure_timeline_index_new (&data);
  static const char *const expected[] = { NULL, "2 short terms in a row.", "3 short terms in a row.", NULL };

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *text = tenure_timeline_dup_bar_text (index, i);

      if (expected[i] == NULL)
        g_assert_null (strstr (text, "in a row"));
      else
        g_assert_nonnull (strstr (text, expected[i]));
    }
}

/* What is not drawn has no sign in the key. */
static void
test_key_without_strip (void)
{
  TenureTimelineBar bars[] = { sample_timeline_bar (1, 0, -1, "2026-02-01", "2027-03-31") };
  TenureTimelineData data = data_of (bars, 1);
  g_autoptr (TenureTimelineIndex) index = tenure_timeline_index_new (&data);
  TenureTimelineView view = { .first_day = sample_day ("2026-01-01"), .px_per_day = 1, .row_px = 24 };
  TenureTimelineFrame frame = plain_frame;
  TenureChartTheme theme = plain_theme ();

  theme.headings = TRUE;
  for (guint strip = 0; strip < 2; strip++)
    {
      g_autoptr (TenureScene) scene = NULL;
      const TenureShape *shapes;
      guint n, found = 0;

      frame.strip = strip != 0;
      frame.height = 900;
      scene = tenure_chart_timeline (index, &view, &frame, &theme);
      shapes = tenure_scene_get_shapes (scene, &n);
      for (guint i = 0; i < n; i++)
        found += shapes[i].kind == TENURE_SHAPE_TEXT && strstr (shapes[i].text, "above: ") != NULL;
      g_assert_cmpuint (found, ==, strip != 0 ? 2 : 0);
    }
}

/* --- The as-of line --- */

/* Of any frame: where the line meets words among the rows, something opaque lies between the two. */
static void
check_as_of (TenureScene *scene, double as_of_px, guint *n_met)
{
  guint n, line = 0;
  const TenureShape *shapes = tenure_scene_get_shapes (scene, &n);
  double top, height, x, width;

  g_assert_true (tenure_scene_get_clip (scene, &x, &top, &width, &height));
  for (guint i = 0; i < n; i++)
    if (shapes[i].kind == TENURE_SHAPE_LINE && shapes[i].stroke == TENURE_ROLE_ACCENT && shapes[i].height > 100)
      line = i;
  g_assert_cmpuint (line, >, 0);
  for (guint i = line + 1; i < n; i++)
    {
      const TenureShape *words = &shapes[i];
      gboolean covered = FALSE;

      if (words->kind != TENURE_SHAPE_TEXT || words->y < top || as_of_px < words->x || as_of_px > words->x + words->width)
        continue;
      for (guint k = line + 1; k < i && !covered; k++)
        covered = shapes[k].kind == TENURE_SHAPE_RECT && shapes[k].fill != TENURE_ROLE_NONE && !shapes[k].open
                  && shapes[k].opacity == 1 && shapes[k].x <= as_of_px - 1 && shapes[k].x + shapes[k].width >= as_of_px + 1
                  && shapes[k].y <= words->y + 1 && shapes[k].y + shapes[k].height >= words->y + words->height - 1;
      g_test_message ("“%s” at %g", words->text, words->x);
      g_assert_true (covered);
      (*n_met)++;
    }
}

static void
test_as_of_clear_of_words (void)
{
  SampleTimeline sample;
  g_autoptr (TenureTimelineIndex) index = NULL;
  TenureChartTheme theme = plain_theme ();
  TenureTimelineView view;
  guint n_met = 0;

  sample_timeline_fill (&sample, 600, 60);
  for (guint i = 0; i < 60; i += 5)
    sample.groups[i].collapsed = TRUE;
  index = tenure_timeline_index_new (&sample.data);
  tenure_timeline_view_today (&view, index, &plain_frame, &theme);
  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (TenureScene) scene = tenure_chart_timeline (index, &view, &plain_frame, &theme);

      check_as_of (scene, round ((plain_frame.as_of - view.first_day) * view.px_per_day), &n_met);
      tenure_timeline_view_pan (&view, index, &plain_frame, &theme, i % 20 < 10 ? 19 : -19, 97);
    }
  g_assert_cmpuint (n_met, >, 20);
  sample_timeline_clear (&sample);
}

/* --- The map --- */

static void
test_minimap (void)
{
  TenureTimelineBar bars[] = { sample_timeline_bar (1, 0, -1, "2020-04-01", "2030-03-31"),
                               sample_timeline_bar (2, 0, -1, "1720-01-01", "9000-12-31") };
  TenureTimelineData data = data_of (bars, 2);
  TenureTimelineFrame frame = plain_frame;
  TenureTimelineView view = { .first_day = sample_day ("2026-01-01"), .px_per_day = 2, .row_px = 24 }, start;
  TenureChartTheme theme = plain_theme ();
  g_autoptr (TenureTimelineIndex) index = NULL;
  double y = frame.height - 6, middle = 450;
  int left = -1, right = -1;

  frame.minimap = TRUE;
  index = tenure_timeline_index_new (&data);
  for (int x = 0; x < (int) frame.width; x++)
    {
      TenureTimelineBrush brush = tenure_timeline_brush_at (index, &view, &frame, &theme, x, y);

      g_assert_cmpint (brush, !=, TENURE_BRUSH_NONE);
      left = left < 0 && brush == TENURE_BRUSH_LEFT ? x : left;
      right = brush == TENURE_BRUSH_RIGHT ? x : right;
    }
  /* Sixty years at most, the as-of day in the middle: 450 days are 18 px. */
  g_assert_cmpint (left, >=, 430);
  g_assert_cmpint (right, >, left + 8);
  g_assert_cmpint (right, <=, 475);
  g_assert_cmpint (tenure_timeline_brush_at (index, &view, &frame, &theme, 450, 200), ==, TENURE_BRUSH_NONE);
  g_assert_cmpint (tenure_timeline_brush_at (index, &view, &plain_frame, &theme, 450, y), ==, TENURE_BRUSH_NONE);

  start = view;
  tenure_timeline_view_brush (&view, index, &frame, &theme, TENURE_BRUSH_WINDOW, middle, middle + 100);
  g_assert_cmpfloat_with_epsilon (view.first_day - start.first_day, 100.0 * 2 * 10958 / 900, 1);
  g_assert_cmpfloat (view.px_per_day, ==, 2);
  view = start;
  tenure_timeline_view_brush (&view, index, &frame, &theme, TENURE_BRUSH_OUTSIDE, 600, 700);
  g_assert_cmpfloat_with_epsilon (900 / view.px_per_day, 100.0 * 2 * 10958 / 900, 1);
  g_assert_cmpfloat_with_epsilon (view.first_day, plain_frame.as_of + 150.0 * 2 * 10958 / 900, 1);
  view = start;
  tenure_timeline_view_brush (&view, index, &frame, &theme, TENURE_BRUSH_OUTSIDE, 600, 600);
  g_assert_cmpfloat (view.px_per_day, ==, 2);
  g_assert_cmpfloat_with_epsilon (view.first_day + 225, plain_frame.as_of + 150.0 * 2 * 10958 / 900, 1);
  view = start;
  tenure_timeline_view_brush (&view, index, &frame, &theme, TENURE_BRUSH_RIGHT, right, 0);
  g_assert_cmpfloat (view.first_day, ==, start.first_day);
  g_assert_cmpfloat_with_epsilon (900 / view.px_per_day, 28, 0.01);
}

/* One month at the most, ten years and more at the least. */
static void
test_zoom_range (void)
{
  TenureTimelineBar bars[] = { sample_timeline_bar (1, 0, -1, "2020-04-01", "2030-03-31") };
  TenureTimelineData data = data_of (bars, 1);
  g_autoptr (TenureTimelineIndex) index = tenure_timeline_index_new (&data);
  TenureChartTheme theme = plain_theme ();
  TenureTimelineView view;

  tenure_timeline_view_today (&view, index, &plain_frame, &theme);
  for (guint i = 0; i < 60; i++)
    tenure_timeline_view_zoom_days (&view, index, &plain_frame, &theme, 1.25, 300);
  g_assert_cmpfloat_with_epsilon (plain_frame.width / view.px_per_day, 28, 0.01);
  for (guint i = 0; i < 60; i++)
    tenure_timeline_view_zoom_days (&view, index, &plain_frame, &theme, 0.8, 300);
  g_assert_cmpfloat_with_epsilon (plain_frame.width / view.px_per_day, 3653, 0.01);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/consecutive", test_consecutive);
  g_test_add_func ("/timeline/gap", test_gap);
  g_test_add_func ("/timeline/join-found", test_join_found);
  g_test_add_func ("/timeline/variations", test_variations);
  g_test_add_func ("/timeline/ghosts", test_ghosts);
  g_test_add_func ("/timeline/decisions", test_decisions);
  g_test_add_func ("/timeline/piles-named", test_piles_named);
  g_test_add_func ("/timeline/piles-by-size", test_piles_by_size);
  g_test_add_func ("/timeline/short-in-a-row", test_short_in_a_row);
  g_test_add_func ("/timeline/key-without-strip", test_key_without_strip);
  g_test_add_func ("/timeline/as-of-clear-of-words", test_as_of_clear_of_words);
  g_test_add_func ("/timeline/minimap", test_minimap);
  g_test_add_func ("/timeline/zoom-range", test_zoom_range);
  return g_test_run ();
}
