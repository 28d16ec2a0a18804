/* How long funding lasts: where the curve falls, the words over it, and what there is to say of nothing. Worked by hand. */

#include "samples.h"

static TenureScene *
draw (const TenureSurvivalData *data)
{
  TenureChartTheme theme;

  tenure_chart_theme_init (&theme, FALSE, FALSE, 1, "Cantarell");
  return tenure_chart_survival (data, 620, 360, &theme);
}

static void
test_titles (void)
{
  static const TenureSurvivalPoint one[] = { { 17.4, 10, 1, 0.9, 0.5, 0.99, TRUE } };
  static const struct
  {
    TenureSurvivalData data;
    const char *title;
  } cases[] = {
    { { .n = 0 }, "How long funding lasts" },
    { { .n = 3, .longest = 1 }, "No funding relationship has ended so far; the longest is of 1 month" },
    { { .n = 10, .points = one, .n_points = 1, .longest = 30 },
      "After 17.4 months 90 % of the funding relationships still go on" },
    { { .n = 10, .points = one, .n_points = 1, .longest = 30, .median_known = TRUE, .median = 24.02 },
      "Half of the funding relationships have ended after 24 months" },
    { { .n = 10, .points = one, .n_points = 1, .longest = 30, .title = "Small charities" }, "Small charities" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureScene) scene = draw (&cases[i].data);

      g_assert_cmpstr (tenure_scene_get_title (scene), ==, cases[i].title);
    }
}

/* The line as x and y in turn: level, and straight down where some end. */
static void
test_curve (void)
{
  g_autoptr (TenureScene) scene = draw (&sample_survival);
  guint n_shapes, n_points;
  const TenureShape *shapes = tenure_scene_get_shapes (scene, &n_shapes), *line = NULL;
  const double *xy = tenure_scene_get_points (scene, &n_points);
  double from, to;

  for (guint i = 0; i < n_shapes; i++)
    if (shapes[i].kind == TENURE_SHAPE_POLYLINE)
      line = &shapes[i];
  g_assert_nonnull (line);
  g_assert_cmpuint (line->n_points, ==, 2 * sample_survival.n_points + 2);
  xy += line->first_point;
  from = xy[0];
  to = xy[2 * (line->n_points - 1)];
  for (guint i = 0; i < sample_survival.n_points; i++)
    {
      const double *fall = xy + 2 * (2 * i + 1);

      g_assert_cmpfloat_with_epsilon (fall[0], from + (to - from) * sample_survival.points[i].months / 35, 1);
      g_assert_cmpfloat (fall[2], ==, fall[0]);
      g_assert_cmpfloat (fall[3], >, fall[1]);
    }
  g_assert_cmpuint (tenure_scene_get_n_marks (scene), ==, sample_survival.n_points);
}

/* Below the months stands how many lasted so long: of these 21 all at 0, 12 at 12 or more, and so on. */
static void
test_at_risk (void)
{
  static const double lasted[] = { 6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35 };
  static const char *const counts[] = { "21", "12", "5" };
  TenureSurvivalData data = sample_survival;
  g_autoptr (TenureScene) scene = NULL;
  const TenureShape *shapes;
  guint n_shapes, found = 0;

  data.lasted = lasted;
  scene = draw (&data);
  shapes = tenure_scene_get_shapes (scene, &n_shapes);
  for (guint i = 0; i < n_shapes; i++)
    for (guint k = 0; shapes[i].kind == TENURE_SHAPE_TEXT && k < G_N_ELEMENTS (counts); k++)
      if (shapes[i].fill == TENURE_ROLE_INK && g_str_equal (shapes[i].text, counts[k]))
        found |= 1u << k;
  g_assert_cmpuint (found, ==, 7);
}

/* What lasts is a string of terms, and the picture says of how many. */
static gboolean
says (TenureScene *scene, const char *words)
{
  guint n;
  const TenureShape *shapes = tenure_scene_get_shapes (scene, &n);

  for (guint i = 0; i < n; i++)
    if (shapes[i].kind == TENURE_SHAPE_TEXT && strstr (shapes[i].text, words) != NULL)
      return TRUE;
  return FALSE;
}

static void
test_terms (void)
{
  TenureSurvivalData data = sample_survival;
  g_autoptr (TenureScene) without = draw (&data), with = NULL;

  data.n_terms = 52; /* of 21 */
  with = draw (&data);
  g_assert_false (says (without, "on average"));
  g_assert_true (says (with, "each is of 2.5 terms on average"));
}

static void
test_words_of_many (void)
{
  static const TenureSurvivalPoint points[] = { { 6, 4000, 1000, 0.75, 0.7, 0.8, TRUE } };
  g_autoptr (TenureScene) scene = draw (&(TenureSurvivalData){ .points = points, .n_points = 1, .n = 4000, .longest = 30 });

  g_assert_true (g_str_has_suffix (tenure_scene_get_mark (scene, 0)->value,
                                   "; 1,000 of the 4,000 that lasted so long ended then"));
}

static void
test_table (void)
{
  g_autoptr (TenureScene) scene = draw (&sample_survival);
  g_autoptr (TenureSceneTable) table = tenure_scene_dup_table (scene);

  g_assert_cmpuint (table->n_rows, ==, 7);
  g_assert_cmpstr (table->row_titles[0], ==, "6 months");
  g_assert_cmpstr (table->cells[0], ==, "86 %");
  g_assert_cmpstr (table->cells[1], ==, "62 to 95 %");
  g_assert_cmpstr (table->cells[2], ==, "3");
  g_assert_cmpstr (table->cells[3], ==, "21");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/survival-curve/titles", test_titles);
  g_test_add_func ("/survival-curve/curve", test_curve);
  g_test_add_func ("/survival-curve/at-risk", test_at_risk);
  g_test_add_func ("/survival-curve/terms", test_terms);
  g_test_add_func ("/survival-curve/words-of-many", test_words_of_many);
  g_test_add_func ("/survival-curve/table", test_table);
  return g_test_run ();
}
