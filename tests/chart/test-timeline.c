#include <math.h>
#include <string.h>

#include "chart/timeline-key.h"
#include "samples.h"

/* --- Small timelines written by hand -------------------------------------------------------------------- */

static TenureDay
day (const char *iso)
{
  TenureDay value = TENURE_DAY_NONE;

  if (iso != NULL)
    g_assert_true (tenure_day_parse_iso (iso, &value));
  return value;
}

static TenureTimelineBar
bar (TenureId record, guint32 group, gint32 predecessor, const char *first, const char *last)
{
  return (TenureTimelineBar){
    .record = record,
    .label = "Service",
    .first = day (first),
    .last = day (last),
    .max_last = TENURE_DAY_NONE,
    .decision = TENURE_DAY_NONE,
    .notice = TENURE_DAY_NONE,
    .secured = TENURE_DAY_NONE,
    .predecessor = predecessor,
    .lead = -1,
    .group = group,
    .annual_minor = 100000,
    .level = TENURE_CHART_LEVEL_CLEAR,
    .value_known = TRUE,
    .running = TRUE,
  };
}

static TenureTimelineData
data_of (const TenureTimelineBar *bars, guint n, const TenureTimelineGroup *groups, guint n_groups)
{
  return (TenureTimelineData){
    .bars = bars,
    .n_bars = n,
    .groups = groups,
    .n_groups = n_groups,
    .year_start_month = 4,
    .currency = TENURE_CURRENCY_GBP,
  };
}

static const TenureTimelineFrame plain_frame = { .width = 900, .height = 500, .as_of = 20778, .strip = TRUE };

static TenureChartTheme
plain_theme (void)
{
  TenureChartTheme theme;

  tenure_chart_theme_init (&theme, FALSE, FALSE, 1, "Cantarell");
  theme.headings = FALSE;
  return theme;
}

static guint
n_rows (const TenureTimelineIndex *index)
{
  TenureTimelineExtent extent;

  tenure_timeline_index_get_extent (index, &extent);
  return extent.n_rows;
}

/* The bars in walking order, as their records: "1 2 | 3", a bar per place; rows are not told apart. */
static char *
dup_order (const TenureTimelineIndex *index, const TenureTimelineData *data)
{
  GString *text = g_string_new (NULL);
  int at = tenure_timeline_walk (index, -1, TENURE_WALK_FIRST);

  for (guint i = 0; i < data->n_bars && at >= 0; i++)
    {
      int next = tenure_timeline_walk (index, at, TENURE_WALK_NEXT);

      g_string_append_printf (text, "%s%d", i > 0 ? " " : "", (int) data->bars[at].record);
      if (next == at)
        break;
      at = next;
    }
  return g_string_free (text, FALSE);
}

static void
test_chains (void)
{
  TenureTimelineBar bars[] = {
    bar (1, 0, -1, "2024-04-01", "2025-03-31"), bar (2, 0, 0, "2025-04-01", "2026-03-31"),
    bar (3, 0, 1, "2026-02-01", "2027-03-31"), /* overlaps the term before: a row of its own */
    bar (4, 0, -1, "2023-04-01", "2024-03-31"), bar (5, 0, 0, "2025-06-01", "2025-12-31"),
  };
  TenureTimelineGroup group = { .label = "Lantern Trust" };
  TenureTimelineData data = data_of (bars, G_N_ELEMENTS (bars), &group, 1);
  g_autoptr (TenureTimelineIndex) index = tenure_timeline_index_new (&data);
  g_autofree char *order = dup_order (index, &data);

  /* Header; 4; the chain of 1 in two rows: 1 2, and 5 3, which overlap 2. */
  g_assert_cmpuint (n_rows (index), ==, 4);
  g_assert_cmpstr (order, ==, "4 1 2 5 3");
}

/* Links that point nowhere, at themselves or round in a circle are no links. */
static void
test_bad_links (void)
{
  TenureTimelineBar bars[] = {
    bar (1, 0, 1, "2024-04-01", "2025-03-31"),  bar (2, 0, 2, "2025-04-01", "2026-03-31"),
    bar (3, 0, 0, "2026-04-01", "2027-03-31"),  bar (4, 0, 3, "2020-04-01", "2021-03-31"),
    bar (5, 0, 99, "2019-04-01", "2020-03-31"), bar (6, 0, -7, "2018-04-01", "2019-03-31"),
    bar (7, 5, 0, "2018-04-01", "2019-03-31"),
  };
  TenureTimelineGroup group = { .label = "Lantern Trust" };
  TenureTimelineData data = data_of (bars, G_N_ELEMENTS (bars), &group, 1);
  g_autoptr (TenureTimelineIndex) index = tenure_timeline_index_new (&data);
  g_autofree char *order = dup_order (index, &data);

  /* The circle is cut somewhere and stays one chain; bar 7 is in no group that exists, and is still there. */
  g_assert_cmpstr (order, ==, "6 5 4 1 2 3 7");
  g_assert_cmpuint (n_rows (index), ==, 6);
}

static const struct
{
  TenureTimelineOrder order;
  const char *expected;
} order_cases[] = {
  { TENURE_TIMELINE_BY_END, "2 1 3 4" },
  { TENURE_TIMELINE_BY_START, "1 2 4 3" },
  { TENURE_TIMELINE_BY_VALUE, "3 1 2 4" },
  { TENURE_TIMELINE_BY_LEVEL, "3 2 1 4" },
};

static void
test_order (void)
{
  TenureTimelineBar bars[] = {
    bar (1, 0, -1, "2020-04-01", "2026-03-31"),
    bar (2, 0, -1, "2021-04-01", "2025-03-31"),
    bar (3, 0, -1, "2023-04-01", "2027-03-31"),
    bar (4, 0, -1, "2022-04-01", NULL),
  };

  bars[1].level = TENURE_CHART_LEVEL_AMBER;
  bars[2].level = TENURE_CHART_LEVEL_RED;
  bars[2].annual_minor = 900000;
  bars[1].annual_minor = 50000;
  bars[3].value_known = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (order_cases); i++)
    {
      TenureTimelineData data = data_of (bars, G_N_ELEMENTS (bars), NULL, 0);
      g_autoptr (TenureTimelineIndex) index = NULL;
      g_autofree char *order = NULL;

      data.order = order_cases[i].order;
      index = tenure_timeline_index_new (&data);
      order = dup_order (index, &data);
      g_assert_cmpstr (order, ==, order_cases[i].expected);
    }
}

static const TenureMark *
find_label (TenureScene *scene, const char *label)
{
  for (guint i = 0; i < tenure_scene_get_n_marks (scene); i++)
    if (g_strcmp0 (tenure_scene_get_mark (scene, i)->label, label) == 0)
      return tenure_scene_get_mark (scene, i);
  return NULL;
}

static void
test_groups (void)
{
  TenureTimelineBar bars[] = {
    bar (1, 1, -1, "2024-04-01", "2027-03-31"),
    bar (2, 2, -1, "2024-04-01", "2027-03-31"),
    bar (3, 2, -1, "2024-04-01", "2028-03-31"),
    bar (4, 4, -1, "2024-04-01", "2028-03-31"),
  };
  TenureTimelineGroup groups[] = {
    { .label = "Place", .depth = 0 }, { .label = "Trust", .depth = 1 }, { .label = "Hospice", .depth = 1 },
    { .label = "Empty", .depth = 0 }, { .label = "Other", .depth = 0 },
  };
  TenureTimelineData data = data_of (bars, G_N_ELEMENTS (bars), groups, G_N_ELEMENTS (groups));
  g_autoptr (TenureTimelineIndex) open = tenure_timeline_index_new (&data);
  g_autoptr (TenureTimelineIndex) closed = NULL;
  g_autoptr (TenureScene) scene = NULL;
  g_autofree char *order = NULL;
  TenureChartTheme theme = plain_theme ();
  TenureTimelineView view;

  g_assert_cmpuint (n_rows (open), ==, 9);
  tenure_timeline_view_today (&view, open, &plain_frame, &theme);
  scene = tenure_chart_timeline (open, &view, &plain_frame, &theme);
  /* A group counts what is in the groups inside it. */
  g_assert_cmpstr (find_label (scene, "Place")->value, ==, "3 agreements running · £3k a year");
  g_assert_cmpstr (find_label (scene, "Hospice")->value, ==, "2 agreements running · £2k a year");
  groups[0].collapsed = TRUE;
  closed = tenure_timeline_index_new (&data);
  order = dup_order (closed, &data);
  g_assert_cmpuint (n_rows (closed), ==, 4);
  g_assert_cmpstr (order, ==, "4");
  /* From a bar that went out of sight, the walk goes on. */
  g_assert_cmpint (tenure_timeline_walk (closed, 1, TENURE_WALK_NEXT), ==, 3);
}

/* Three terms of one service one after the other: the value of the one that runs, not of all three. */
static void
test_group_totals (void)
{
  TenureTimelineBar bars[] = {
    bar (1, 1, -1, "2024-04-01", "2025-03-31"), bar (2, 1, 0, "2025-04-01", "2026-03-31"),
    bar (3, 1, 1, "2026-04-01", "2027-03-31"),  bar (4, 2, -1, "2026-04-01", "2027-03-31"),
    bar (5, 2, -1, "2026-04-01", "2027-03-31"), bar (6, 2, -1, NULL, NULL),
    bar (7, 3, -1, "2020-04-01", "2021-03-31"), bar (8, 3, -1, "2021-04-01", "2022-03-31"),
    bar (9, 4, -1, NULL, NULL),                 bar (10, 5, -1, "2026-04-01", "2027-03-31"),
  };
  static const struct
  {
    const char *group, *total;
    gboolean known;
  } cases[] = {
    { "Trust", "1 of 3 running · £60k a year", TRUE },
    { "Hospice", "2 of 3 running, 1 cannot tell · £20k a year, known for 1", FALSE },
    { "Place", "4 of 10 running, 2 cannot tell · £80k a year, known for 2", FALSE },
    { "Ended", "2 agreements, none running", TRUE },
    { "Undated", "1 agreement, none known to be running", FALSE },
    { "Unpriced", "1 agreement running · annual value not recorded", FALSE },
  };
  TenureTimelineGroup groups[] = {
    { .label = "Place", .depth = 0 }, { .label = "Trust", .depth = 1 },   { .label = "Hospice", .depth = 1 },
    { .label = "Ended", .depth = 1 }, { .label = "Undated", .depth = 1 }, { .label = "Unpriced", .depth = 1 },
  };
  TenureTimelineData data = data_of (bars, G_N_ELEMENTS (bars), groups, G_N_ELEMENTS (groups));
  g_autoptr (TenureTimelineIndex) index = NULL;
  g_autoptr (TenureScene) scene = NULL;
  TenureChartTheme theme = plain_theme ();
  TenureTimelineView view;

  bars[0].running = bars[1].running = bars[6].running = bars[7].running = FALSE;
  bars[5].running = bars[8].running = FALSE;
  bars[5].may_run = bars[8].may_run = TRUE;
  bars[0].annual_minor = 4000000;
  bars[1].annual_minor = 5000000;
  bars[2].annual_minor = 6000000;
  bars[3].annual_minor = 2000000;
  bars[4].value_known = bars[9].value_known = FALSE;
  index = tenure_timeline_index_new (&data);
  tenure_timeline_view_fit (&view, index, &plain_frame, &theme);
  view.row_px = 24;
  scene = tenure_chart_timeline (index, &view, &plain_frame, &theme);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpstr (find_label (scene, cases[i].group)->value, ==, cases[i].total);
      g_assert_cmpint (find_label (scene, cases[i].group)->known, ==, cases[i].known);
    }
}

/* --- Places of bars ------------------------------------------------------------------------------------- */

static void
test_bar_geometry (void)
{
  TenureTimelineBar bars[] = { bar (1, 0, -1, "2026-04-01", "2027-03-31"),
                               bar (2, 0, 0, "2027-04-01", "2028-03-31") };
  TenureTimelineData data = data_of (bars, 2, NULL, 0);
  g_autoptr (TenureTimelineIndex) index = NULL;
  g_autoptr (TenureScene) scene = NULL;
  TenureChartTheme theme = plain_theme ();
  TenureTimelineView view = { .first_day = day ("2026-01-01"), .px_per_day = 1, .row_px = 24 };
  const TenureShape *shapes;
  guint n, terms = 0, options = 0;

  bars[1].max_last = day ("2028-05-31");
  bars[1].decision = day ("2027-10-01");
  bars[1].notice = day ("2027-12-31");
  index = tenure_timeline_index_new (&data);
  scene = tenure_chart_timeline (index, &view, &plain_frame, &theme);
  shapes = tenure_scene_get_shapes (scene, &n);
  for (guint i = 0; i < n; i++)
    if (shapes[i].kind == TENURE_SHAPE_RECT && shapes[i].clipped && shapes[i].mark >= 0)
      {
        terms += shapes[i].fill == TENURE_ROLE_CLEAR && !shapes[i].open;
        options += shapes[i].open && shapes[i].pattern == TENURE_PATTERN_HATCH;
      }
  g_assert_cmpuint (terms, ==, 2);
  g_assert_cmpuint (options, ==, 1);
  /* The last day is inside the bar: 1 April 2026 to 31 March 2027 is 365 days. */
  g_assert_cmpfloat (find_label (scene, "Service")->x, ==, 90);
  g_assert_cmpfloat (find_label (scene, "Service")->width, ==, 365);
}

static void
test_bar_text (void)
{
  TenureTimelineBar bars[] = { bar (1, 0, -1, "2024-04-01", "2026-03-31"),
                               bar (2, 0, 0, "2026-04-01", "2027-03-31"), bar (3, 0, -1, NULL, NULL),
                               bar (4, 0, -1, "2026-04-01", NULL),
                               bar (5, 0, -1, "2026-04-01", "2026-03-01") };
  TenureTimelineGroup group = { .label = "Lantern Trust" };
  TenureTimelineData data = data_of (bars, G_N_ELEMENTS (bars), &group, 1);
  g_autoptr (TenureTimelineIndex) index = NULL;
  static const char *const texts[] = {
    "1 Apr 2024 to 31 Mar 2026. £1,000 a year. A successor is signed. Flag: Clear.",
    ("1 Apr 2026 to 31 Mar 2027. Options to 31 Mar 2029. Decision by 30 Sep 2026 (assumed notice). "
     "£1,000 a year. Term 2 of a renewal chain. Flag: Red."),
    "No dates recorded. Annual value not recorded. Flag: Cannot tell.",
    "From 1 Apr 2026, open-ended. Secured by notice to 20 Feb 2027. £1,000 a year. Flag: Clear.",
    "1 Apr 2026 to 1 Mar 2026. The end is before the start. £1,000 a year. Flag: Clear.",
  };

  bars[0].covered = TRUE;
  bars[1].max_last = day ("2029-03-31");
  bars[1].decision = day ("2026-09-30");
  bars[1].notice_assumed = TRUE;
  bars[1].level = TENURE_CHART_LEVEL_RED;
  bars[2].value_known = FALSE;
  bars[2].level = TENURE_CHART_LEVEL_CANNOT_TELL;
  bars[3].open_ended = TRUE;
  bars[3].secured = day ("2027-02-20");
  index = tenure_timeline_index_new (&data);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = tenure_timeline_dup_bar_text (index, i);

      g_assert_true (g_str_has_prefix (text, "Lantern Trust: Service. "));
      g_assert_cmpstr (text + strlen ("Lantern Trust: Service. "), ==, texts[i]);
    }
}

/* What notice does not secure is not committed (docs/domain.md section 2). 21 November 2026 is the as-of day: 324 days after
 * the left edge; 20 February 2027 is the last secured day, 416 days after it. */
static void
test_open_ended (void)
{
  TenureTimelineBar bars[] = { bar (1, 0, -1, "2026-04-01", NULL), bar (2, 0, -1, "2026-04-01", NULL) };
  TenureTimelineData data = data_of (bars, 2, NULL, 0);
  g_autoptr (TenureTimelineIndex) index = NULL;
  g_autoptr (TenureScene) scene = NULL;
  TenureChartTheme theme = plain_theme ();
  TenureTimelineView view = { .first_day = day ("2026-01-01"), .px_per_day = 1, .row_px = 24 };
  const TenureShape *shapes;
  double committed[3] = { 0 }, open[3] = { 0 };
  guint n;

  bars[0].open_ended = bars[1].open_ended = TRUE;
  bars[0].secured = day ("2027-02-20");
  index = tenure_timeline_index_new (&data);
  scene = tenure_chart_timeline (index, &view, &plain_frame, &theme);
  shapes = tenure_scene_get_shapes (scene, &n);
  for (guint i = 0; i < n; i++)
    if (shapes[i].kind == TENURE_SHAPE_RECT && shapes[i].clipped && shapes[i].mark >= 0)
      {
        TenureId record = tenure_scene_get_mark (scene, shapes[i].mark)->record;

        g_assert_cmpint (record, >=, 1);
        g_assert_cmpint (record, <=, 2);
        if (shapes[i].open)
          {
            g_assert_cmpint (shapes[i].pattern, ==, TENURE_PATTERN_HORIZONTAL);
            open[record] = shapes[i].x + shapes[i].width;
          }
        else
          committed[record] = shapes[i].x + shapes[i].width;
      }
  /* Two pixels less: the gap that keeps neighbours apart. */
  g_assert_cmpfloat (committed[1], ==, 416 - 2);
  g_assert_cmpfloat (committed[2], ==, 325 - 2);
  g_assert_cmpfloat (open[1], >=, 900 - 4);
  g_assert_cmpfloat (open[2], >=, 900 - 4);
}

/* The timeline shows more than the sector, and says so where not all are its. */
static void
test_sector_words (void)
{
  TenureTimelineBar bars[] = { bar (1, 0, -1, "2026-04-01", "2027-03-31"), bar (2, 0, -1, "2026-04-01", "2027-03-31"),
                               bar (3, 0, -1, "2026-04-01", "2028-03-31") };
  TenureTimelineData data = data_of (bars, 3, NULL, 0);
  g_autoptr (TenureTimelineIndex) index = NULL;
  g_autoptr (TenureScene) scene = NULL;
  TenureChartTheme theme = plain_theme ();
  TenureTimelineView view = { .first_day = day ("2026-01-01"), .px_per_day = 1, .row_px = 24 };

  data.counts_sector = TRUE;
  bars[0].in_sector = bars[2].in_sector = TRUE;
  index = tenure_timeline_index_new (&data);
  scene = tenure_chart_timeline (index, &view, &plain_frame, &theme);
  g_assert_cmpstr (find_label (scene, "Mar 2027")->value, ==, "£2,000 a year ends without a signed successor, 2 agreements, 1 with VCS organisations (£1k)");
  g_assert_cmpstr (find_label (scene, "Mar 2028")->value, ==, "£1,000 a year ends without a signed successor, 1 agreement");
  g_assert_cmpstr (tenure_scene_get_title (scene), ==,
                   "2 agreements worth £2k a year end on 31 Mar 2027, 1 with VCS organisations (£1k)");
}

/* Where all are the sector's the title says that, so that it does not read as another count of the same. */
static void
test_sector_title (void)
{
  TenureTimelineBar bars[] = { bar (1, 0, -1, "2026-04-01", "2027-03-31"), bar (2, 0, -1, "2026-04-01", "2027-03-31") };
  TenureTimelineData data = data_of (bars, 2, NULL, 0);
  g_autoptr (TenureTimelineIndex) index = NULL;
  g_autoptr (TenureScene) scene = NULL;
  TenureChartTheme theme = plain_theme ();
  TenureTimelineView view = { .first_day = day ("2026-01-01"), .px_per_day = 1, .row_px = 24 };

  data.counts_sector = TRUE;
  bars[0].in_sector = bars[1].in_sector = TRUE;
  index = tenure_timeline_index_new (&data);
  scene = tenure_chart_timeline (index, &view, &plain_frame, &theme);
  g_assert_cmpstr (tenure_scene_get_title (scene), ==,
                   "2 agreements with VCS organisations worth £2k a year end on 31 Mar 2027");
}

static void
test_table (void)
{
  TenureTimelineBar bars[] = { bar (7, 0, -1, "2026-04-01", "2027-03-31"), bar (8, 0, -1, NULL, NULL) };
  TenureTimelineGroup group = { .label = "Lantern Trust" };
  TenureTimelineData data = data_of (bars, 2, &group, 1);
  g_autoptr (TenureTimelineIndex) index = tenure_timeline_index_new (&data);
  TenureChartTheme theme = plain_theme ();
  TenureTimelineView view;
  g_autoptr (TenureScene) scene = NULL;
  g_autoptr (TenureSceneTable) table = NULL;

  tenure_timeline_view_today (&view, index, &plain_frame, &theme);
  scene = tenure_chart_timeline (index, &view, &plain_frame, &theme);
  table = tenure_scene_dup_table (scene);
  g_assert_cmpuint (table->n_rows, ==, 2);
  g_assert_cmpuint (table->n_columns, ==, 7);
  g_assert_cmpint (table->row_records[0], ==, 7);
  g_assert_cmpstr (table->cells[0], ==, "Lantern Trust");
  g_assert_cmpstr (table->cells[2], ==, "31 Mar 2027");
  g_assert_cmpstr (table->cells[5], ==, "£1,000");
  g_assert_cmpstr (table->cells[7 + 1], ==, "not recorded");
}

/* The strip counts what ends without a signed successor, each month once. */
static void
test_strip (void)
{
  TenureTimelineBar bars[] = { bar (1, 0, -1, "2026-04-01", "2027-03-31"),
                               bar (2, 0, -1, "2026-04-01", "2027-03-31"),
                               bar (3, 0, -1, "2026-04-01", "2027-03-15"),
                               bar (4, 0, -1, "2026-04-01", "2027-06-30"),
                               bar (5, 0, -1, "2026-04-01", "2027-03-31") };
  TenureTimelineData data = data_of (bars, G_N_ELEMENTS (bars), NULL, 0);
  g_autoptr (TenureTimelineIndex) index = NULL;
  g_autoptr (TenureScene) scene = NULL;
  TenureChartTheme theme = plain_theme ();
  TenureTimelineView view;

  bars[4].covered = TRUE;
  index = tenure_timeline_index_new (&data);
  tenure_timeline_view_today (&view, index, &plain_frame, &theme);
  scene = tenure_chart_timeline (index, &view, &plain_frame, &theme);
  g_assert_cmpint (find_label (scene, "Mar 2027")->amount, ==, 300000);
  g_assert_cmpstr (find_label (scene, "Mar 2027")->value, ==, "£3,000 a year ends without a signed successor, 3 agreements");
  g_assert_cmpint (find_label (scene, "Jun 2027")->amount, ==, 100000);
  g_assert_null (find_label (scene, "Apr 2027"));
  g_assert_cmpstr (tenure_scene_get_title (scene), ==, "2 agreements worth £2k a year end on 31 Mar 2027");
}

/* --- Hostile spans -------------------------------------------------------------------------------------- */

static void
check_frames (const TenureTimelineData *data)
{
  static const double text_scales[] = { 1, 2 };
  g_autoptr (TenureTimelineIndex) index = tenure_timeline_index_new (data);

  for (guint i = 0; i < G_N_ELEMENTS (text_scales); i++)
    for (guint headings = 0; headings < 2; headings++)
      {
        TenureChartTheme theme;
        TenureTimelineView view;

        tenure_chart_theme_init (&theme, FALSE, FALSE, text_scales[i], NULL);
        theme.headings = headings != 0;
        tenure_timeline_view_fit (&view, index, &plain_frame, &theme);
        for (guint step = 0; step < 8; step++)
          {
            g_autoptr (TenureScene) scene = tenure_chart_timeline (index, &view, &plain_frame, &theme);

            g_assert_nonnull (scene);
            tenure_timeline_view_zoom_days (&view, index, &plain_frame, &theme, step < 4 ? 7 : 0.001, 300);
            tenure_timeline_view_zoom_rows (&view, index, &plain_frame, &theme, step % 2 == 0 ? 3 : 0.2, 300);
            tenure_timeline_view_pan (&view, index, &plain_frame, &theme, 1e6, -1e6);
          }
      }
}

static void
test_no_bars (void)
{
  TenureTimelineData data = data_of (NULL, 0, NULL, 0);
  g_autoptr (TenureTimelineIndex) index = tenure_timeline_index_new (&data);

  check_frames (&data);
  g_assert_cmpint (tenure_timeline_walk (index, -1, TENURE_WALK_NEXT), ==, -1);
  g_assert_cmpint (tenure_timeline_index_find (index, 5), ==, -1);
}

static void
test_hostile_spans (void)
{
  TenureTimelineBar bars[] = {
    bar (1, 0, -1, "0001-01-01", "9999-12-31"),
    bar (2, 0, -1, "2026-04-01", "1926-03-31"),
    bar (3, 0, -1, NULL, NULL),
    bar (4, 0, -1, NULL, "2027-03-31"),
    bar (5, 0, -1, "2027-03-31", NULL),
    bar (6, 0, -1, "9999-12-31", "9999-12-31"),
  };
  TenureTimelineData data = data_of (bars, G_N_ELEMENTS (bars), NULL, 0);
  g_autoptr (TenureTimelineIndex) index = tenure_timeline_index_new (&data);
  TenureTimelineExtent extent;

  bars[4].open_ended = TRUE;
  tenure_timeline_index_get_extent (index, &extent);
  g_assert_cmpuint (extent.n_undated, ==, 1);
  g_assert_cmpuint (extent.n_reversed, ==, 1);
  check_frames (&data);
}

static void
test_one_bar (void)
{
  TenureTimelineBar bars[] = { bar (1, 0, -1, "2026-04-01", "2026-04-01") };
  TenureTimelineData data = data_of (bars, 1, NULL, 0);

  check_frames (&data);
}

static void
test_identical_dates (void)
{
  g_autofree TenureTimelineBar *bars = g_new (TenureTimelineBar, 5000);
  TenureTimelineGroup group = { .label = "Lantern Trust" };
  TenureTimelineData data = data_of (bars, 5000, &group, 1);

  for (guint i = 0; i < 5000; i++)
    bars[i] = bar (1 + i, 0, i % 50 != 0 ? (gint32) i - 1 : -1, "2026-04-01", "2027-03-31");
  check_frames (&data);
  {
    g_autoptr (TenureTimelineIndex) index = tenure_timeline_index_new (&data);

    g_assert_cmpuint (n_rows (index), ==, 5001);
  }
}

/* --- Looking for bars ----------------------------------------------------------------------------------- */

static void
test_walk_visits_all (void)
{
  SampleTimeline sample;
  g_autoptr (TenureTimelineIndex) index = NULL;
  g_autofree gboolean *seen = g_new0 (gboolean, 3000);
  int at = -1;

  sample_timeline_fill (&sample, 3000, 70);
  index = tenure_timeline_index_new (&sample.data);
  for (guint i = 0; i < 3000; i++)
    {
      int next = tenure_timeline_walk (index, at, TENURE_WALK_NEXT);

      g_assert_false (seen[next]);
      if (at >= 0)
        g_assert_cmpint (tenure_timeline_walk (index, next, TENURE_WALK_PREVIOUS), ==, at);
      seen[next] = TRUE;
      at = next;
    }
  g_assert_cmpint (tenure_timeline_walk (index, at, TENURE_WALK_NEXT), ==, at);
  g_assert_cmpint (at, ==, tenure_timeline_walk (index, -1, TENURE_WALK_LAST));
  for (guint i = 0; i < 3000; i++)
    {
      g_assert_cmpint (tenure_timeline_index_find (index, sample.bars[i].record), ==, (int) i);
      g_assert_cmpint (tenure_timeline_walk (index, (int) i, TENURE_WALK_DOWN), >=, 0);
      g_assert_cmpint (tenure_timeline_walk (index, (int) i, TENURE_WALK_UP), >=, 0);
    }
  sample_timeline_clear (&sample);
}

/* Every bar that is revealed is in the picture, and is found where it is painted. */
static void
test_reveal_and_find (void)
{
  SampleTimeline sample;
  TenureChartTheme theme = plain_theme ();
  g_autoptr (TenureTimelineIndex) index = NULL;
  TenureTimelineView view;

  sample_timeline_fill (&sample, 2000, 40);
  index = tenure_timeline_index_new (&sample.data);
  tenure_timeline_view_today (&view, index, &plain_frame, &theme);
  g_assert_false (tenure_timeline_view_reveal (&view, index, &plain_frame, &theme, 987654321));
  for (guint i = 0; i < 2000; i += 37)
    {
      g_autoptr (TenureScene) scene = NULL;
      const TenureMark *mark;
      int at;

      g_assert_true (tenure_timeline_view_reveal (&view, index, &plain_frame, &theme, sample.bars[i].record));
      scene = tenure_chart_timeline (index, &view, &plain_frame, &theme);
      at = tenure_scene_find_record (scene, sample.bars[i].record);
      g_assert_cmpint (at, >=, 0);
      mark = tenure_scene_get_mark (scene, (guint) at);
      g_assert_cmpint (mark->source, ==, (int) i);
      g_assert_cmpint (tenure_timeline_find (index, &view, &plain_frame, &theme, mark->x + mark->width / 2,
                                             mark->y + mark->height / 2, 2),
                       ==, (int) i);
    }
  sample_timeline_clear (&sample);
}

/* In the density picture bars are thinner than a pixel; the one found is as near as any. */
static void
test_find_in_density (void)
{
  SampleTimeline sample;
  TenureChartTheme theme = plain_theme ();
  g_autoptr (TenureTimelineIndex) index = NULL;
  g_autoptr (TenureScene) scene = NULL;
  TenureTimelineView view;
  guint found = 0;

  sample_timeline_fill (&sample, 20000, 10);
  index = tenure_timeline_index_new (&sample.data);
  tenure_timeline_view_fit (&view, index, &plain_frame, &theme);
  g_assert_cmpfloat (view.row_px, <, 1);
  scene = tenure_chart_timeline (index, &view, &plain_frame, &theme);
  g_assert_cmpuint (tenure_scene_get_n_marks (scene), <, 2000);
  for (guint i = 0; i < 400; i++)
    {
      int at = tenure_timeline_find (index, &view, &plain_frame, &theme, 20 + i * 2, 130 + i * 0.9, 3);

      if (at < 0)
        continue;
      found++;
      g_assert_cmpint (at, <, 20000);
    }
  g_assert_cmpuint (found, >, 100);
  g_assert_cmpint (tenure_timeline_find (index, &view, &plain_frame, &theme, 20, 2, 3), ==, -1);
  sample_timeline_clear (&sample);
}

static void
test_view (void)
{
  SampleTimeline sample;
  TenureChartTheme theme = plain_theme ();
  g_autoptr (TenureTimelineIndex) index = NULL;
  TenureTimelineView view, before;
  double total, page;

  sample_timeline_fill (&sample, 800, 20);
  index = tenure_timeline_index_new (&sample.data);
  tenure_timeline_view_today (&view, index, &plain_frame, &theme);
  g_assert_cmpfloat_with_epsilon (view.first_day, sample_as_of () - 365, 1e-6);
  /* What is under the pointer stays there. */
  before = view;
  tenure_timeline_view_zoom_days (&view, index, &plain_frame, &theme, 1.7, 400);
  g_assert_cmpfloat_with_epsilon (view.first_day + 400 / view.px_per_day,
                                  before.first_day + 400 / before.px_per_day, 1e-6);
  g_assert_cmpfloat_with_epsilon (view.px_per_day, 1.7 * before.px_per_day, 1e-9);
  for (guint i = 0; i < 60; i++)
    tenure_timeline_view_zoom_days (&view, index, &plain_frame, &theme, 2, 400);
  g_assert_cmpfloat (view.px_per_day, <=, 48);
  for (guint i = 0; i < 60; i++)
    tenure_timeline_view_zoom_days (&view, index, &plain_frame, &theme, 0.5, 400);
  g_assert_cmpfloat (view.px_per_day * 36525, >=, 49.99);
  tenure_timeline_view_pan (&view, index, &plain_frame, &theme, 0, 1e9);
  tenure_timeline_view_get_scroll (&view, index, &plain_frame, &theme, &total, &page);
  g_assert_cmpfloat_with_epsilon (view.scroll_px, total - page, 1);
  tenure_timeline_view_pan (&view, index, &plain_frame, &theme, 0, -1e9);
  g_assert_cmpfloat (view.scroll_px, ==, 0);
  for (guint i = 0; i < 30; i++)
    tenure_timeline_view_zoom_rows (&view, index, &plain_frame, &theme, 0.7, 300);
  tenure_timeline_view_get_scroll (&view, index, &plain_frame, &theme, &total, &page);
  g_assert_cmpfloat (total, <=, page + 1);
  /* A view that a file or a crash left in pieces is mended. */
  view = (TenureTimelineView){ NAN, -3, INFINITY, NAN };
  tenure_timeline_view_pan (&view, index, &plain_frame, &theme, 0, 0);
  g_assert_true (isfinite (view.first_day) && view.px_per_day > 0 && view.scroll_px >= 0 && view.row_px > 0);
  sample_timeline_clear (&sample);
}

static void
test_find_group (void)
{
  SampleTimeline sample;
  TenureChartTheme theme = plain_theme ();
  g_autoptr (TenureTimelineIndex) index = NULL;
  g_autoptr (TenureScene) scene = NULL;
  TenureTimelineView view;
  guint headers = 0;

  sample_timeline_fill (&sample, 300, 12);
  index = tenure_timeline_index_new (&sample.data);
  tenure_timeline_view_today (&view, index, &plain_frame, &theme);
  scene = tenure_chart_timeline (index, &view, &plain_frame, &theme);
  for (guint i = 0; i < tenure_scene_get_n_marks (scene); i++)
    {
      const TenureMark *mark = tenure_scene_get_mark (scene, i);

      if (mark->record < 500000000)
        continue;
      headers++;
      g_assert_cmpint (
          tenure_timeline_find_group (index, &view, &plain_frame, &theme, mark->x + 50, mark->y + 8), ==,
          (int) (mark->record - 500000000));
    }
  g_assert_cmpuint (headers, >, 0);
  sample_timeline_clear (&sample);
}

/* Every sign has its word once, inside the picture, in as many lines as the width takes. */
static void
test_key (void)
{
  static const char *const words[] = { "committed term", "day to decide by", "assumed notice runs", "as-of day" };
  double before = 0;

  for (double width = 1600; width >= 300; width /= 2)
    {
      TenureChartTheme theme;
      g_autoptr (TenureScene) key = NULL;
      const TenureShape *shapes;
      double height;
      guint n, found[G_N_ELEMENTS (words)] = { 0 };

      tenure_chart_theme_init (&theme, FALSE, FALSE, 1, "Cantarell");
      key = tenure_chart_timeline_key (NULL, width, 0, &theme);
      tenure_scene_get_size (key, NULL, &height);
      shapes = tenure_scene_get_shapes (key, &n);
      g_assert_cmpfloat (height, >, before);
      before = height;
      for (guint i = 0; i < n; i++)
        {
          if (shapes[i].kind != TENURE_SHAPE_TEXT)
            continue;
          g_assert_cmpfloat (shapes[i].x + shapes[i].width, <=, width);
          g_assert_cmpfloat (shapes[i].y + shapes[i].height, <=, height);
          for (guint word = 0; word < G_N_ELEMENTS (words); word++)
            found[word] += g_str_equal (shapes[i].text, words[word]);
        }
      for (guint word = 0; word < G_N_ELEMENTS (words); word++)
        g_assert_cmpuint (found[word], ==, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/key", test_key);
  g_test_add_func ("/timeline/chains", test_chains);
  g_test_add_func ("/timeline/bad-links", test_bad_links);
  g_test_add_func ("/timeline/order", test_order);
  g_test_add_func ("/timeline/groups", test_groups);
  g_test_add_func ("/timeline/group-totals", test_group_totals);
  g_test_add_func ("/timeline/bar-geometry", test_bar_geometry);
  g_test_add_func ("/timeline/bar-text", test_bar_text);
  g_test_add_func ("/timeline/table", test_table);
  g_test_add_func ("/timeline/strip", test_strip);
  g_test_add_func ("/timeline/no-bars", test_no_bars);
  g_test_add_func ("/timeline/hostile-spans", test_hostile_spans);
  g_test_add_func ("/timeline/one-bar", test_one_bar);
  g_test_add_func ("/timeline/identical-dates", test_identical_dates);
  g_test_add_func ("/timeline/walk-visits-all", test_walk_visits_all);
  g_test_add_func ("/timeline/reveal-and-find", test_reveal_and_find);
  g_test_add_func ("/timeline/find-in-density", test_find_in_density);
  g_test_add_func ("/timeline/open-ended", test_open_ended);
  g_test_add_func ("/timeline/sector-words", test_sector_words);
  g_test_add_func ("/timeline/sector-title", test_sector_title);
  g_test_add_func ("/timeline/view", test_view);
  g_test_add_func ("/timeline/find-group", test_find_group);
  return g_test_run ();
}
