#include <math.h>
#include <string.h>

#include "samples.h"

#define POUNDS(n) ((gint64) (n) *100)

static TenureChartTheme
theme_at (double text_scale)
{
  TenureChartTheme theme;

  tenure_chart_theme_init (&theme, FALSE, FALSE, text_scale, "Cantarell");
  return theme;
}

/* --- What every chart owes ------------------------------------------------------------------------------ */

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
make_seats (double width, double height, const TenureChartTheme *theme)
{
  return tenure_chart_seats (&sample_seats, width, height, theme);
}

static TenureScene *
make_boards (double width, double height, const TenureChartTheme *theme)
{
  return tenure_chart_boards_compare (&sample_boards, width, height, theme);
}

static const struct
{
  double width, height;
} sizes[] = { { 340, 240 }, { 620, 380 }, { 1180, 640 } };

static const double text_scales[] = { 1, 1.5, 2 };

static gboolean
overlap (const TenureShape *a, const TenureShape *b)
{
  double slack = 0.75; /* line heights are not whole pixels */

  return a->x + slack < b->x + b->width && b->x + slack < a->x + a->width &&
         a->y + slack < b->y + b->height && b->y + slack < a->y + a->height;
}

/* Words that scroll under a fixed header are covered by it, and meant to be. */
static gboolean
same_plane (const TenureShape *a, const TenureShape *b)
{
  return a->clipped == b->clipped && a->layer == b->layer;
}

static void
check_texts (const char *name, TenureScene *scene)
{
  const TenureShape *shapes;
  double width, height;
  guint n;

  shapes = tenure_scene_get_shapes (scene, &n);
  tenure_scene_get_size (scene, &width, &height);
  for (guint i = 0; i < n; i++)
    {
      if (shapes[i].kind != TENURE_SHAPE_TEXT)
        continue;
      if (shapes[i].x < -0.5 || shapes[i].x + shapes[i].width > width + 0.5)
        g_error ("%s at %g × %g: “%s” leaves the picture at the side", name, width, height, shapes[i].text);
      if (!shapes[i].clipped && (shapes[i].y < -0.5 || shapes[i].y + shapes[i].height > height + 0.5))
        g_error ("%s at %g × %g: “%s” leaves the picture above or below", name, width, height,
                 shapes[i].text);
      for (guint k = 0; k < i; k++)
        if (shapes[k].kind == TENURE_SHAPE_TEXT && same_plane (&shapes[i], &shapes[k]) &&
            overlap (&shapes[i], &shapes[k]))
          g_error ("%s at %g × %g: “%s” and “%s” overlap", name, width, height, shapes[k].text,
                   shapes[i].text);
    }
}

static void
check_marks (const char *name, TenureScene *scene)
{
  double width, height;

  tenure_scene_get_size (scene, &width, &height);
  for (guint i = 0; i < tenure_scene_get_n_marks (scene); i++)
    {
      const TenureMark *mark = tenure_scene_get_mark (scene, i);
      g_autofree char *text = tenure_scene_dup_mark_text (scene, i);

      g_assert_nonnull (mark->label);
      g_assert_nonnull (mark->value);
      g_assert_cmpuint (strlen (text), >, 3);
      if (mark->x < -1 || mark->y < -1 || mark->x + mark->width > width + 1 ||
          mark->y + mark->height > height + 1)
        g_error ("%s: mark “%s” leaves the picture", name, text);
      /* Pointing at the middle of a mark finds it, or one that lies over it. */
      g_assert_cmpint (tenure_scene_hit (scene, mark->x + mark->width / 2, mark->y + mark->height / 2, 0), >=,
                       0);
    }
}

static void
check_walk (TenureScene *scene)
{
  guint n = tenure_scene_get_n_marks (scene);
  g_autofree gboolean *seen = g_new0 (gboolean, n);
  int mark = -1;

  for (guint i = 0; i < n; i++)
    {
      mark = tenure_scene_walk (scene, mark, TENURE_WALK_NEXT);
      g_assert_false (seen[mark]);
      seen[mark] = TRUE;
    }
}

static void
test_all_looks (void)
{
  for (guint c = 0; c < sample_n_charts; c++)
    for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
      for (guint t = 0; t < G_N_ELEMENTS (text_scales); t++)
        {
          TenureChartTheme theme = theme_at (text_scales[t]);
          g_autoptr (TenureScene) scene = sample_charts[c].make (sizes[s].width, sizes[s].height, &theme);
          g_autofree char *words = tenure_scene_dup_accessible_text (scene);
          double width, height;

          tenure_scene_get_size (scene, &width, &height);
          g_assert_cmpfloat (width, ==, sizes[s].width);
          g_assert_cmpfloat (height, >=, sizes[s].height);
          g_assert_cmpuint (strlen (tenure_scene_get_title (scene)), >, 0);
          g_assert_cmpuint (strlen (words), >, 40);
          check_texts (sample_charts[c].name, scene);
          check_marks (sample_charts[c].name, scene);
          check_walk (scene);
        }
}

/* --- Worked cases --------------------------------------------------------------------------------------- */

static gint64
sum_of_column (TenureScene *scene, gint32 column)
{
  gint64 sum = 0;

  for (guint i = 0; i < tenure_scene_get_n_marks (scene); i++)
    {
      const TenureMark *mark = tenure_scene_get_mark (scene, i);

      if (mark->column == column && mark->known)
        sum += mark->amount;
    }
  return sum;
}

static guint
count_shapes (TenureScene *scene, TenureShapeKind kind, TenureChartRole fill)
{
  const TenureShape *shapes;
  guint n, count = 0;

  shapes = tenure_scene_get_shapes (scene, &n);
  for (guint i = 0; i < n; i++)
    count += shapes[i].kind == kind && shapes[i].fill == fill && shapes[i].mark >= 0;
  return count;
}

static const TenureShape *
shape_of_mark (TenureScene *scene, gint32 mark, TenureShapeKind kind)
{
  const TenureShape *shapes;
  guint n;

  shapes = tenure_scene_get_shapes (scene, &n);
  for (guint i = 0; i < n; i++)
    if (shapes[i].mark == mark && shapes[i].kind == kind)
      return &shapes[i];
  return NULL;
}

static const TenureShape *
filled_shape_of_mark (TenureScene *scene, gint32 mark, TenureChartRole fill)
{
  const TenureShape *shapes;
  guint n;

  shapes = tenure_scene_get_shapes (scene, &n);
  for (guint i = 0; i < n; i++)
    if (shapes[i].mark == mark && shapes[i].fill == fill)
      return &shapes[i];
  return NULL;
}

static int
mark_at (TenureScene *scene, gint32 row, gint32 column)
{
  for (guint i = 0; i < tenure_scene_get_n_marks (scene); i++)
    if (tenure_scene_get_mark (scene, i)->row == row && tenure_scene_get_mark (scene, i)->column == column)
      return (int) i;
  return -1;
}

static void
test_term_bands (void)
{
  TenureChartTheme theme = theme_at (1);
  g_autoptr (TenureScene) scene = make_term_bands (620, 340, &theme);
  g_autoptr (TenureSceneTable) table = tenure_scene_dup_table (scene);
  const TenureShape *shortest, *unknown;
  double per_count, per_unknown;

  g_assert_cmpstr (tenure_scene_get_title (scene), ==,
                   "63 % of agreements with a known term run for 12 months or less");
  g_assert_cmpint (sum_of_column (scene, 0), ==, 214);
  g_assert_cmpint (sum_of_column (scene, 1), ==, POUNDS (14130000));
  g_assert_cmpstr (table->row_titles[TENURE_TERM_BAND_UNKNOWN], ==, "Not recorded");
  g_assert_cmpstr (table->cells[0], ==, "118");
  g_assert_cmpstr (table->cells[1], ==, "£4,120,000");
  /* Lengths are in proportion from a zero baseline; what is not recorded looks different. */
  shortest = shape_of_mark (scene, mark_at (scene, TENURE_TERM_BAND_LE12, 0), TENURE_SHAPE_RECT);
  unknown = shape_of_mark (scene, mark_at (scene, TENURE_TERM_BAND_UNKNOWN, 0), TENURE_SHAPE_RECT);
  per_count = shortest->width / 118;
  per_unknown = unknown->width / 19;
  g_assert_cmpfloat_with_epsilon (per_count, per_unknown, 0.06);
  g_assert_cmpfloat (shortest->x, ==, unknown->x);
  g_assert_true (unknown->open && unknown->pattern == TENURE_PATTERN_DOTS && !shortest->open);
}

static void
test_term_bands_unknown (void)
{
  TenureChartTheme theme = theme_at (1);
  TenureTermBandsData data = { .currency = TENURE_CURRENCY_GBP };
  g_autoptr (TenureScene) empty = tenure_chart_term_bands (&data, 400, 300, &theme);
  g_autoptr (TenureScene) scene = NULL;
  const TenureMark *mark;

  g_assert_cmpuint (tenure_scene_get_n_marks (empty), ==, 0);
  data.bands[TENURE_TERM_BAND_UNKNOWN] = (TenureTermBandDatum){ .count = 3 };
  scene = tenure_chart_term_bands (&data, 400, 300, &theme);
  g_assert_cmpstr (tenure_scene_get_title (scene), ==, "No running agreement has a recorded term");
  mark = tenure_scene_get_mark (scene, (guint) mark_at (scene, TENURE_TERM_BAND_UNKNOWN, 1));
  g_assert_false (mark->known);
  g_assert_cmpstr (mark->value, ==, "annual value not recorded");
  g_clear_pointer (&scene, tenure_scene_free);
  data.bands[TENURE_TERM_BAND_UNKNOWN]
      = (TenureTermBandDatum){ .count = 2000, .value_known = 1000, .annual_minor = POUNDS (5000000) };
  scene = tenure_chart_term_bands (&data, 400, 300, &theme);
  mark = tenure_scene_get_mark (scene, (guint) mark_at (scene, TENURE_TERM_BAND_UNKNOWN, 1));
  g_assert_cmpstr (mark->value, ==, "£5,000,000 a year, known for 1,000 of 2,000");
  /* A band of nothing is a known nothing. */
  mark = tenure_scene_get_mark (scene, (guint) mark_at (scene, TENURE_TERM_BAND_LE12, 1));
  g_assert_true (mark->known);
}

static void
test_term_bands_title (void)
{
  static const struct
  {
    guint counts[TENURE_N_TERM_BANDS];
    const char *title;
  } cases[] = {
    { { 0 }, "How long funding is promised for" },
    { { [TENURE_TERM_BAND_UNKNOWN] = 2 }, "No running agreement has a recorded term" },
    { { [TENURE_TERM_BAND_LE12] = 1 }, "1 agreement runs for 12 months or less" },
    { { [TENURE_TERM_BAND_GE36] = 1 }, "1 agreement runs for more than 12 months" },
    { { [TENURE_TERM_BAND_OPEN] = 1 }, "1 agreement is open-ended" },
    { { [TENURE_TERM_BAND_GT12_LT36] = 1, [TENURE_TERM_BAND_UNKNOWN] = 4 },
      "Of 5 agreements, the 1 whose term is known runs for more than 12 months" },
    { { [TENURE_TERM_BAND_LE12] = 1, [TENURE_TERM_BAND_UNKNOWN] = 1 },
      "Of 2 agreements, the 1 whose term is known runs for 12 months or less" },
    { { [TENURE_TERM_BAND_LE12] = 1, [TENURE_TERM_BAND_OPEN] = 1 },
      "The 1 agreement with a known term runs for 12 months or less" },
    { { [TENURE_TERM_BAND_LE12] = 1, [TENURE_TERM_BAND_GE36] = 3 },
      "25 % of agreements run for 12 months or less" },
    /* Open-ended agreements have no term to be a part of. */
    { { [TENURE_TERM_BAND_LE12] = 1, [TENURE_TERM_BAND_GE36] = 1, [TENURE_TERM_BAND_OPEN] = 2 },
      "50 % of agreements with a known term run for 12 months or less" },
    { { [TENURE_TERM_BAND_OPEN] = 2 }, "All 2 agreements are open-ended" },
    { { [TENURE_TERM_BAND_OPEN] = 2, [TENURE_TERM_BAND_UNKNOWN] = 1 }, "No running agreement has a recorded end" },
  };
  TenureChartTheme theme = theme_at (1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureTermBandsData data = { .currency = TENURE_CURRENCY_GBP };
      g_autoptr (TenureScene) scene = NULL;

      for (guint band = 0; band < TENURE_N_TERM_BANDS; band++)
        data.bands[band].count = cases[i].counts[band];
      scene = tenure_chart_term_bands (&data, 400, 300, &theme);
      g_assert_cmpstr (tenure_scene_get_title (scene), ==, cases[i].title);
    }
}

static guint
count_texts (TenureScene *scene, const char *text)
{
  const TenureShape *shapes;
  guint n, count = 0;

  shapes = tenure_scene_get_shapes (scene, &n);
  for (guint i = 0; i < n; i++)
    count += shapes[i].kind == TENURE_SHAPE_TEXT && g_str_equal (shapes[i].text, text);
  return count;
}

static void
test_horizon (void)
{
  TenureChartTheme theme = theme_at (1);
  g_autoptr (TenureScene) scene = make_horizon (760, 400, &theme);
  g_autoptr (TenureSceneTable) table = tenure_scene_dup_table (scene);
  const TenureShape *shapes;
  guint n, cliffs = 0;

  g_assert_cmpstr (tenure_scene_get_title (scene), ==, "£4.8m a year falls away in Mar 2027");
  g_assert_cmpuint (table->n_rows, ==, 36);
  g_assert_cmpuint (table->n_columns, ==, 3);
  g_assert_cmpstr (table->cells[0], ==, "£13,240,000");
  shapes = tenure_scene_get_shapes (scene, &n);
  for (guint i = 0; i < n; i++)
    cliffs += shapes[i].kind == TENURE_SHAPE_TEXT && g_str_has_prefix (shapes[i].text, "Mar 20");
  g_assert_cmpuint (cliffs, ==, 3);
  /* Named in their areas, or in a key; once. */
  g_assert_cmpuint (count_texts (scene, "Secured"), ==, 1);
  g_assert_cmpuint (count_texts (scene, "If extended"), ==, 1);
  g_assert_cmpuint (count_texts (scene, "Undecided"), ==, 1);
}

/* What could end on notice is a layer of its own, and its end by notice is no cliff: only agreed ends are. */
static void
test_horizon_on_notice (void)
{
  TenureChartTheme theme = theme_at (1);
  static const TenureHorizonMonth months[3] = {
    { .secured_minor = POUNDS (9000) },
    { .secured_minor = POUNDS (2000), .endable_minor = POUNDS (7000) },
    { .secured_minor = POUNDS (2000), .endable_minor = POUNDS (3000), .extended_minor = POUNDS (500) },
  };
  TenureHorizonData data = {
    .first_month = 20788, .months = months, .n_months = 3, .year_start_month = 4, .currency = TENURE_CURRENCY_GBP
  };
  g_autoptr (TenureScene) scene = tenure_chart_horizon (&data, 760, 400, &theme);
  g_autoptr (TenureSceneTable) table = tenure_scene_dup_table (scene);

  g_assert_cmpstr (tenure_scene_get_title (scene), ==, "£4k a year falls away in Jan 2027");
  g_assert_cmpuint (count_texts (scene, "Could end on notice"), ==, 1);
  g_assert_cmpuint (table->n_columns, ==, 3);
  g_assert_cmpstr (table->cells[3 * 1 + 0], ==, "£2,000");
  g_assert_cmpstr (table->cells[3 * 1 + 1], ==, "£7,000");
  g_assert_cmpstr (table->cells[3 * 2 + 2], ==, "£500");
  check_texts ("horizon on notice", scene);
}

static void
test_horizon_edges (void)
{
  TenureChartTheme theme = theme_at (1);
  TenureHorizonMonth month = { .secured_minor = POUNDS (5) };
  g_autofree TenureHorizonMonth *many = g_new0 (TenureHorizonMonth, 900);
  TenureHorizonData data = { .first_month = 20788, .year_start_month = 4, .currency = TENURE_CURRENCY_GBP };
  g_autoptr (TenureScene) none = tenure_chart_horizon (&data, 400, 300, &theme);
  g_autoptr (TenureScene) one = NULL;
  g_autoptr (TenureScene) zeros = NULL;

  g_assert_cmpuint (tenure_scene_get_n_marks (none), ==, 0);
  data.months = &month;
  data.n_months = 1;
  one = tenure_chart_horizon (&data, 400, 300, &theme);
  g_assert_cmpuint (tenure_scene_get_n_marks (one), ==, 2);
  data.months = many;
  data.n_months = 900;
  zeros = tenure_chart_horizon (&data, 400, 300, &theme);
  g_assert_cmpuint (tenure_scene_get_n_marks (zeros), ==, 1200);
  check_texts ("horizon of zeros", zeros);
}

static void
test_expiries (void)
{
  TenureChartTheme theme = theme_at (1);
  g_autoptr (TenureScene) scene = make_expiries (620, 360, &theme);
  g_autoptr (TenureSceneTable) table = tenure_scene_dup_table (scene);
  const TenureShape *net, *gross;
  int march = mark_at (scene, 3, 1);
  gint64 sum = 0;

  g_assert_cmpstr (tenure_scene_get_title (scene), ==, "38 agreements worth £4.6m a year end on 31 Mar 2027");
  for (guint i = 0; i < sample_expiries.n_months; i++)
    sum += sample_expiries.months[i].net_minor;
  g_assert_cmpint (sum_of_column (scene, 1), ==, sum);
  g_assert_cmpstr (table->cells[3 * 3], ==, "41");
  g_assert_cmpstr (table->cells[3 * 3 + 2], ==, "£5,900,000");
  g_assert_cmpuint (count_shapes (scene, TENURE_SHAPE_RECT, TENURE_ROLE_MEASURE), ==, 1);
  gross = shape_of_mark (scene, march, TENURE_SHAPE_RECT);
  g_assert_cmpint (gross->fill, ==, TENURE_ROLE_GHOST);
  net = filled_shape_of_mark (scene, march, TENURE_ROLE_MEASURE_2);
  g_assert_cmpfloat_with_epsilon (net->height / gross->height, 4780.0 / 5900, 0.02);
  g_assert_cmpfloat (net->y + net->height, ==, gross->y + gross->height);
}

/* Few large ones end on one day, many small ones on another: the money first. The second day is worth a word from twice as
 * many on. */
static void
test_expiries_most (void)
{
  static const struct
  {
    guint most;
    const char *title;
  } cases[] = {
    { 76, "38 agreements worth £4.6m a year end on 31 Mar 2027; 76 end on 1 Apr 2027" },
    { 75, "38 agreements worth £4.6m a year end on 31 Mar 2027" },
  };
  TenureChartTheme theme = theme_at (1);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureExpiriesData data = sample_expiries;
      g_autoptr (TenureScene) scene = NULL;

      data.most_date = data.pile_up_date + 1;
      data.most_count = cases[i].most;
      scene = tenure_chart_expiries (&data, 620, 360, &theme);
      g_assert_cmpstr (tenure_scene_get_title (scene), ==, cases[i].title);
    }
}

static void
test_seats (void)
{
  TenureChartTheme theme = theme_at (1);
  g_autoptr (TenureScene) scene = make_seats (640, 420, &theme);
  g_autoptr (TenureSceneTable) table = tenure_scene_dup_table (scene);
  double previous_end = -1;

  g_assert_cmpstr (tenure_scene_get_title (scene), ==, "The VCS has 2 of 16 seats; 1 of them vacant");
  g_assert_cmpuint (tenure_scene_get_n_marks (scene), ==, 16);
  g_assert_cmpuint (table->n_rows, ==, 16);
  /* Each bloc is one wedge: its leftmost and rightmost angles do not interleave with another bloc's. */
  for (gint32 bloc = 0; bloc < 5; bloc++)
    {
      double from = INFINITY, to = -INFINITY;

      for (guint i = 0; i < 16; i++)
        {
          const TenureMark *mark = tenure_scene_get_mark (scene, i);
          double angle = atan2 (360 - (mark->y + mark->height / 2), 320 - (mark->x + mark->width / 2));

          if (mark->group != bloc)
            continue;
          from = MIN (from, angle);
          to = MAX (to, angle);
        }
      g_assert_cmpfloat (from, >, previous_end - 0.25);
      previous_end = to;
    }
  g_assert_cmpint (tenure_scene_get_mark (scene, (guint) tenure_scene_find_record (scene, 106))->group, ==,
                   0);
}

/* The signs of a seat are in its shape, not in its colour. */
static void
test_seat_signs (void)
{
  TenureChartTheme theme = theme_at (1);
  g_autoptr (TenureScene) scene = make_seats (640, 420, &theme);
  const TenureShape *votes =
      shape_of_mark (scene, tenure_scene_find_record (scene, 102), TENURE_SHAPE_CIRCLE);
  const TenureShape *vacant =
      shape_of_mark (scene, tenure_scene_find_record (scene, 106), TENURE_SHAPE_CIRCLE);
  const TenureShape *mute = shape_of_mark (scene, tenure_scene_find_record (scene, 115), TENURE_SHAPE_CIRCLE);
  const TenureShape *unknown =
      shape_of_mark (scene, tenure_scene_find_record (scene, 111), TENURE_SHAPE_CIRCLE);
  const TenureShape *shapes;
  guint n, of_chair = 0;

  g_assert_cmpint (votes->fill, ==, TENURE_ROLE_BLOC_1);
  g_assert_cmpint (vacant->fill, ==, TENURE_ROLE_NONE);
  g_assert_cmpint (vacant->stroke, ==, TENURE_ROLE_BLOC_1);
  g_assert_cmpfloat (mute->radius, <, 0.7 * votes->radius);
  g_assert_cmpfloat (unknown->dash, >, 0);
  shapes = tenure_scene_get_shapes (scene, &n);
  for (guint i = 0; i < n; i++)
    of_chair += shapes[i].mark == tenure_scene_find_record (scene, 101);
  g_assert_cmpuint (of_chair, ==, 3); /* seat, ring, coin */
}

static void
test_seats_many (void)
{
  static const guint numbers[] = { 1, 2, 9, 22, 180, 500 };
  TenureChartTheme theme = theme_at (1);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      SampleSeats sample;
      g_autoptr (TenureScene) scene = NULL;

      sample_seats_fill (&sample, numbers[i]);
      scene = tenure_chart_seats (&sample.data, 700, 420, &theme);
      g_assert_cmpuint (tenure_scene_get_n_marks (scene), ==, numbers[i]);
      check_texts ("seats", scene);
      check_walk (scene);
      sample_seats_clear (&sample);
    }
}

/* The swatch beside a label: a square of no mark, level with the words, next to them. */
static const TenureShape *
swatch_of_label (TenureScene *scene, const TenureShape *label)
{
  const TenureShape *shapes, *found = NULL;
  double nearest = label->height;
  guint n;

  shapes = tenure_scene_get_shapes (scene, &n);
  for (guint i = 0; i < n; i++)
    {
      double middle = shapes[i].y + shapes[i].height / 2;
      double away = MAX (label->x - (shapes[i].x + shapes[i].width), shapes[i].x - (label->x + label->width));

      if (shapes[i].kind != TENURE_SHAPE_RECT || shapes[i].mark >= 0 || shapes[i].width != shapes[i].height ||
          middle < label->y || middle > label->y + label->height || away < 0 || away >= nearest)
        continue;
      nearest = away;
      found = &shapes[i];
    }
  return found;
}

/* Every bloc is named once, beside a swatch that looks like its seats; and no two blocs look alike. */
static void
check_bloc_labels (TenureScene *scene, const TenureSeatChartData *data)
{
  TenureChartRole roles[TENURE_CHART_MAX_BLOCS + 1];
  TenureChartPattern patterns[TENURE_CHART_MAX_BLOCS + 1];
  guint n, n_found = 0;
  const TenureShape *shapes = tenure_scene_get_shapes (scene, &n);

  for (guint bloc = 0; bloc <= data->n_blocs; bloc++)
    {
      const char *name = bloc < data->n_blocs ? data->blocs[bloc].label : "Bloc not recorded";
      const TenureShape *seat = NULL, *swatch = NULL;
      g_autofree char *label = NULL;
      guint n_seats = 0, n_labels = 0;

      for (guint i = 0; i < data->n_seats; i++)
        if (MIN (data->seats[i].bloc, data->n_blocs) == bloc && n_seats++ == 0)
          seat = shape_of_mark (scene, tenure_scene_find_record (scene, data->seats[i].record),
                                TENURE_SHAPE_CIRCLE);
      if (n_seats == 0)
        continue;
      label = g_strdup_printf ("%s %u", name, n_seats);
      for (guint i = 0; i < n; i++)
        if (shapes[i].kind == TENURE_SHAPE_TEXT && g_str_equal (shapes[i].text, label))
          {
            n_labels++;
            swatch = swatch_of_label (scene, &shapes[i]);
          }
      g_assert_cmpuint (n_labels, ==, 1);
      g_assert_nonnull (swatch);
      if (seat->fill != TENURE_ROLE_NONE)
        g_assert_cmpint (swatch->fill, ==, seat->fill);
      else
        g_assert_true (seat->stroke == swatch->fill || seat->stroke == TENURE_ROLE_INK);
      g_assert_cmpint (swatch->pattern, ==, seat->pattern);
      for (guint i = 0; i < n_found; i++)
        g_assert_true (roles[i] != swatch->fill && (patterns[i] != swatch->pattern || bloc == data->n_blocs));
      roles[n_found] = swatch->fill;
      patterns[n_found++] = swatch->pattern;
    }
}

/* Labels at the sides at the large sizes, in the key at the small ones. */
static void
test_seat_labels (void)
{
  static const guint numbers[] = { 1, 2, 9, 22, 60, 180 };

  for (guint t = 0; t < G_N_ELEMENTS (text_scales); t++)
    for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
      {
        TenureChartTheme theme = theme_at (text_scales[t]);
        g_autoptr (TenureScene) scene = make_seats (sizes[s].width, sizes[s].height, &theme);

        check_bloc_labels (scene, &sample_seats);
        for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
          {
            SampleSeats sample;
            g_autoptr (TenureScene) many = NULL;

            sample_seats_fill (&sample, numbers[i]);
            many = tenure_chart_seats (&sample.data, sizes[s].width, sizes[s].height, &theme);
            check_bloc_labels (many, &sample.data);
            check_texts ("seats", many);
            sample_seats_clear (&sample);
          }
      }
}

/* A bloc that asks for a colour has it whatever else sits on the board; the others take what is left. */
static void
test_seat_colours (void)
{
  static const TenureSeatBloc blocs[] = {
    { .label = "Provider" },
    { .label = "Council", .colour = 1 },
    { .label = "VCS", .is_vcs = TRUE },
    { .label = "Lived experience", .colour = 8 },
    { .label = "Other" },
  };
  static const TenureChartRole roles[] = { TENURE_ROLE_BLOC_2, TENURE_ROLE_BLOC_1, TENURE_ROLE_BLOC_VCS,
                                           TENURE_ROLE_BLOC_8, TENURE_ROLE_BLOC_3 };
  TenureSeatDatum seats[G_N_ELEMENTS (blocs)] = { { 0 } };
  const TenureSeatChartData data = {
    .blocs = blocs, .n_blocs = G_N_ELEMENTS (blocs), .seats = seats, .n_seats = G_N_ELEMENTS (seats)
  };
  TenureChartTheme theme = theme_at (1);
  g_autoptr (TenureScene) scene = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (seats); i++)
    seats[i] = (TenureSeatDatum){ .record = 1 + i, .bloc = i, .vote = TENURE_SEAT_VOTE_YES };
  scene = tenure_chart_seats (&data, 640, 420, &theme);
  check_bloc_labels (scene, &data);
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    g_assert_nonnull (filled_shape_of_mark (scene, tenure_scene_find_record (scene, 1 + i), roles[i]));
}

static void
test_seats_none (void)
{
  TenureChartTheme theme = theme_at (1);
  TenureSeatChartData data = { .board = "New board" };
  g_autoptr (TenureScene) scene = tenure_chart_seats (&data, 400, 300, &theme);
  g_autofree char *words = tenure_scene_dup_accessible_text (scene);

  g_assert_cmpstr (tenure_scene_get_title (scene), ==, "New board");
  g_assert_nonnull (strstr (words, "No seats are recorded for this board."));
}

static void
test_boards (void)
{
  TenureChartTheme theme = theme_at (1);
  g_autoptr (TenureScene) scene = make_boards (900, 460, &theme);
  g_autoptr (TenureSceneTable) table = tenure_scene_dup_table (scene);
  const TenureShape *unknown;

  g_assert_cmpstr (tenure_scene_get_title (scene), ==, "On 2 of 7 boards the VCS has no seat; of 1 more it cannot be told");
  g_assert_cmpuint (table->n_rows, ==, 8);
  g_assert_cmpstr (table->cells[2 * 5], ==, "20 % (1 of 5)");
  g_assert_cmpstr (table->cells[2 * 5 + 2], ==, "14 % (1/7)");
  g_assert_cmpstr (table->cells[3 * 5 + 1], ==, "cannot tell: votes not recorded");
  g_assert_cmpstr (table->cells[4 * 5 + 3], ==, "20 %");
  g_assert_cmpstr (table->cells[5 * 5 + 1], ==, "board does not vote");
  unknown = shape_of_mark (scene, mark_at (scene, 3, 1), TENURE_SHAPE_RECT);
  g_assert_true (unknown->open && unknown->pattern == TENURE_PATTERN_DOTS);
  /* Nought is no bar, and no stub either. */
  g_assert_null (shape_of_mark (scene, mark_at (scene, 0, 0), TENURE_SHAPE_RECT));
}

/* The headline is about boards where a voice is expected, as soon as it is recorded of one. */
static void
test_boards_title (void)
{
  static const struct
  {
    const char *name;
    gint64 seats[3];
    TenureVoiceExpected voices[3];
    const char *title;
  } cases[] = {
    { "none recorded", { 0, 0, 1 }, { 0 }, "On 2 of 3 boards the VCS has no seat" },
    { "none expected", { 0, 0, 1 }, { TENURE_VOICE_NOT_EXPECTED }, "On 2 of 3 boards the VCS has no seat" },
    { "one of two",
      { 0, 1, 0 },
      { TENURE_VOICE_EXPECTED, TENURE_VOICE_EXPECTED, TENURE_VOICE_NOT_EXPECTED },
      "The VCS has no seat on 1 of 2 boards where its voice is expected" },
    { "two of two",
      { 2, 1, 0 },
      { TENURE_VOICE_EXPECTED, TENURE_VOICE_EXPECTED, TENURE_VOICE_NOT_EXPECTED },
      "The VCS has a seat on each of 2 boards where its voice is expected" },
    { "none of one",
      { 0, 1, 0 },
      { TENURE_VOICE_EXPECTED, TENURE_VOICE_NOT_RECORDED, TENURE_VOICE_NOT_EXPECTED },
      "The VCS has no seat on 1 of 1 board where its voice is expected" },
    { "one exempted",
      { 0, 1, 0 },
      { TENURE_VOICE_EXPECTED, TENURE_VOICE_EXPECTED, TENURE_VOICE_EXEMPTED },
      "The VCS has no seat on 1 of 2 boards where its voice is expected" },
    { "one of one",
      { 3, 0, 0 },
      { TENURE_VOICE_EXPECTED, TENURE_VOICE_NOT_RECORDED, TENURE_VOICE_NOT_EXPECTED },
      "The VCS has a seat on the one board where its voice is expected" },
  };
  TenureChartTheme theme = theme_at (1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureBoardRow rows[3] = { { 0 } };
      TenureBoardsCompareData data = { .rows = rows, .n_rows = G_N_ELEMENTS (rows) };
      g_autoptr (TenureScene) scene = NULL;

      for (guint k = 0; k < G_N_ELEMENTS (rows); k++)
        rows[k] = (TenureBoardRow){ .record = 1 + k,
                                    .name = "Board",
                                    .seats = { TENURE_SHARE_KNOWN, cases[i].seats[k], 9, NULL },
                                    .voice = cases[i].voices[k] };
      scene = tenure_chart_boards_compare (&data, 700, 300, &theme);
      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (tenure_scene_get_title (scene), ==, cases[i].title);
    }
}

static void
test_boards_many (void)
{
  TenureChartTheme theme = theme_at (1);
  g_autofree TenureBoardRow *rows = g_new0 (TenureBoardRow, 300);
  TenureBoardsCompareData data = { .rows = rows, .n_rows = 300 };
  g_autoptr (TenureScene) scene = NULL;
  double height;

  for (guint i = 0; i < 300; i++)
    rows[i] =
        (TenureBoardRow){ .record = 1 + i, .name = "Board", .seats = { TENURE_SHARE_KNOWN, i % 9, 9, NULL } };
  scene = tenure_chart_boards_compare (&data, 700, 300, &theme);
  tenure_scene_get_size (scene, NULL, &height);
  g_assert_cmpfloat (height, >, 300 * 20);
  g_assert_cmpuint (tenure_scene_get_n_marks (scene), ==, 900);
  check_texts ("300 boards", scene);
}

static void
test_notes (void)
{
  TenureChartNotes notes = {
    .as_of = sample_as_of (), .scope = "All", .things = "boards", .n = 1211, .of = 1214
  };
  g_autofree char *without = tenure_chart_notes_dup_text (&notes);
  g_autofree char *with = NULL;
  g_autofree char *nothing = NULL;

  g_assert_cmpstr (without, ==, "As of 21 Nov 2026 · All · 1,211 of 1,214 boards; 3 left out");
  notes.left_out = "no seats";
  with = tenure_chart_notes_dup_text (&notes);
  g_assert_cmpstr (with, ==, "As of 21 Nov 2026 · All · 1,211 of 1,214 boards; 3 left out: no seats");
  notes = (TenureChartNotes){ .as_of = TENURE_DAY_NONE };
  nothing = tenure_chart_notes_dup_text (&notes);
  g_assert_cmpstr (nothing, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/all-looks", test_all_looks);
  g_test_add_func ("/charts/term-bands", test_term_bands);
  g_test_add_func ("/charts/term-bands-unknown", test_term_bands_unknown);
  g_test_add_func ("/charts/term-bands-title", test_term_bands_title);
  g_test_add_func ("/charts/horizon", test_horizon);
  g_test_add_func ("/charts/horizon-on-notice", test_horizon_on_notice);
  g_test_add_func ("/charts/horizon-edges", test_horizon_edges);
  g_test_add_func ("/charts/expiries", test_expiries);
  g_test_add_func ("/charts/expiries/most", test_expiries_most);
  g_test_add_func ("/charts/seats", test_seats);
  g_test_add_func ("/charts/seat-signs", test_seat_signs);
  g_test_add_func ("/charts/seats-many", test_seats_many);
  g_test_add_func ("/charts/seat-labels", test_seat_labels);
  g_test_add_func ("/charts/seat-colours", test_seat_colours);
  g_test_add_func ("/charts/seats-none", test_seats_none);
  g_test_add_func ("/charts/boards", test_boards);
  g_test_add_func ("/charts/boards-title", test_boards_title);
  g_test_add_func ("/charts/boards-many", test_boards_many);
  g_test_add_func ("/charts/notes", test_notes);
  return g_test_run ();
}
