/* Terms year by year: which years have a share, what the others say, and the reference. Worked by hand. */

#include "chart/scene-build.h"
#include "samples.h"

static TenureScene *
draw (const TenureTrendData *data)
{
  TenureChartTheme theme;

  tenure_chart_theme_init (&theme, FALSE, FALSE, 1, "Cantarell");
  return tenure_chart_trend (data, 620, 360, &theme);
}

static const TenureShape *
find_bar (const TenureScene *scene, gint32 mark)
{
  guint n_shapes;
  const TenureShape *shapes = tenure_scene_get_shapes (scene, &n_shapes);

  for (guint i = 0; i < n_shapes; i++)
    if (shapes[i].kind == TENURE_SHAPE_RECT && shapes[i].mark == mark)
      return &shapes[i];
  return NULL;
}

/* Three terms, none, and 12 of 30 are too few; 30 of 32 that have an end are not. */
static void
test_bars (void)
{
  static const TenureChartPattern patterns[] = { TENURE_PATTERN_DOTS,  TENURE_PATTERN_SOLID, TENURE_PATTERN_SOLID,
                                                 TENURE_PATTERN_DOTS,  TENURE_PATTERN_SOLID, TENURE_PATTERN_HATCH };
  g_autoptr (TenureScene) scene = draw (&sample_trend);

  g_assert_cmpuint (tenure_scene_get_n_marks (scene), ==, G_N_ELEMENTS (patterns));
  for (gint32 i = 0; i < (gint32) G_N_ELEMENTS (patterns); i++)
    {
      const TenureShape *bar = find_bar (scene, i);

      g_test_message ("year %d", i);
      g_assert_cmpint (bar != NULL, ==, i != 2);
      g_assert_cmpint (tenure_scene_get_mark (scene, (guint) i)->known, ==, patterns[i] != TENURE_PATTERN_DOTS && i != 2);
      if (bar != NULL)
        g_assert_cmpint ((int) bar->pattern, ==, (int) patterns[i]);
    }
  /* 90 % beside 75 %. */
  g_assert_cmpfloat_with_epsilon (find_bar (scene, 4)->height / find_bar (scene, 1)->height, 1.2, 0.03);
}

static void
test_words (void)
{
  g_autoptr (TenureScene) scene = draw (&sample_trend);
  g_autoptr (TenureSceneTable) table = tenure_scene_dup_table (scene);

  g_assert_cmpstr (tenure_scene_get_title (scene), ==, "Terms of 12 months or less: 75 % in 2022/23, 90 % in 2025/26");
  g_assert_cmpstr (tenure_scene_get_mark (scene, 1)->value, ==,
                   "75 %: 9 of 12 known terms of 12 months or less, 14 started; median 12 months");
  g_assert_cmpstr (tenure_scene_get_mark (scene, 2)->value, ==, "no agreement started");
  g_assert_cmpstr (tenure_scene_get_mark (scene, 3)->value, ==,
                   "too few are known for a share: 3 of 12 known terms of 12 months or less, 30 started; median 18 months");
  g_assert_cmpstr (table->row_titles[5], ==, "2026/27");
  g_assert_cmpstr (table->cells[5 * table->n_columns + 3], ==, "85 %");
  g_assert_cmpstr (table->cells[5 * table->n_columns + 4], ==, "11.5");
  g_assert_cmpstr (table->cells[3], ==, "too few known");
}

/* The headline begins where nothing is wanting, and the subtitle says where that is. */
static void
test_first_whole (void)
{
  TenureTrendData data = sample_trend;
  g_autoptr (TenureScene) scene = NULL;
  const TenureShape *shapes;
  guint n, found = 0;

  data.first_whole = 2;
  scene = draw (&data);
  shapes = tenure_scene_get_shapes (scene, &n);
  for (guint i = 0; i < n; i++)
    found += shapes[i].kind == TENURE_SHAPE_TEXT
             && strstr (shapes[i].text, "of those before 2023/24 only long ones may be left") != NULL;
  g_assert_cmpuint (found, ==, 1);
  g_assert_null (strstr (tenure_scene_get_title (scene), "2022/23"));
}

/* Long numbers below the years are told apart, and fewer of them where they would touch. */
static void
test_many (void)
{
  TenureTrendYear years[12];
  TenureTrendData data = sample_trend;
  g_autoptr (TenureScene) scene = NULL;
  const TenureShape *shapes;
  double last = -G_MAXDOUBLE;
  guint n, found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      years[i] = (TenureTrendYear){ .started = 123456, .known = 100000, .le12 = 50000 };
      g_assert_true (tenure_day_from_civil (2014 + (int) i, 4, 1, &years[i].from));
    }
  data.years = years;
  data.n_years = G_N_ELEMENTS (years);
  scene = draw (&data);
  shapes = tenure_scene_get_shapes (scene, &n);
  for (guint i = 0; i < n; i++)
    if (shapes[i].kind == TENURE_SHAPE_TEXT && g_str_equal (shapes[i].text, "100,000/123,456"))
      {
        double half = tenure_scene_text_width (scene, TENURE_TYPE_SMALL, shapes[i].text) / 2;

        g_assert_cmpfloat (shapes[i].x - half, >, last);
        last = shapes[i].x + half;
        found++;
      }
  g_assert_cmpuint (found, >=, 2);
}

/* A reference is drawn with its words or not at all. */
static void
test_reference (void)
{
  TenureTrendData data = sample_trend;
  g_autoptr (TenureScene) with = draw (&data), without = NULL;  guint n_with, n_without;

  data.reference = -1;
  without = draw (&data);
  tenure_scene_get_shapes (with, &n_with);
  tenure_scene_get_shapes (without, &n_without);
  g_assert_cmpuint (n_with, >=, n_without + 3);
}

static void
test_nothing (void)
{
  TenureTrendData data = sample_trend;
  g_autoptr (TenureScene) scene = NULL;

  data.n_years = 0;
  scene = draw (&data);
  g_assert_cmpuint (tenure_scene_get_n_marks (scene), ==, 0);
  g_assert_cmpstr (tenure_scene_get_title (scene), ==, "Terms of 12 months or less, year by year");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trend/bars", test_bars);
  g_test_add_func ("/trend/words", test_words);
  g_test_add_func ("/trend/first-whole", test_first_whole);
  g_test_add_func ("/trend/many", test_many);
  g_test_add_func ("/trend/reference", test_reference);
  g_test_add_func ("/trend/nothing", test_nothing);
  return g_test_run ();
}
