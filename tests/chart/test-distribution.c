/* Where terms lie: which groups have a box, which points, what stands beyond the axis, and the words. Worked by hand. */

#include "samples.h"

#include <string.h>

static TenureScene *
draw (const TenureDistributionData *data, double width, double height)
{
  TenureChartTheme theme;

  tenure_chart_theme_init (&theme, FALSE, FALSE, 1, "Cantarell");
  return tenure_chart_distribution (data, width, height, &theme);
}

static guint
count (const TenureScene *scene, TenureShapeKind kind, gint32 mark)
{
  guint n_shapes, n = 0;
  const TenureShape *shapes = tenure_scene_get_shapes (scene, &n_shapes);

  for (guint i = 0; i < n_shapes; i++)
    n += shapes[i].kind == kind && shapes[i].mark == mark;
  return n;
}

static void
test_shapes (void)
{
  g_autoptr (TenureScene) scene = draw (&sample_distribution, 760, 480);

  g_assert_cmpuint (tenure_scene_get_n_marks (scene), ==, 4);
  g_assert_cmpuint (count (scene, TENURE_SHAPE_RECT, 0), ==, 1);
  g_assert_cmpuint (count (scene, TENURE_SHAPE_CIRCLE, 0), ==, 0);
  /* 100 years stand at the edge, and do not press the others together. */
  g_assert_cmpuint (count (scene, TENURE_SHAPE_POLYGON, 0), ==, 0);
  g_assert_cmpuint (count (scene, TENURE_SHAPE_POLYGON, 1), ==, 1);
  /* Three terms are three points, two of them above each other, and no box. */
  g_assert_cmpuint (count (scene, TENURE_SHAPE_RECT, 2), ==, 0);
  g_assert_cmpuint (count (scene, TENURE_SHAPE_CIRCLE, 2), ==, 3);
  g_assert_cmpuint (count (scene, TENURE_SHAPE_CIRCLE, 3), ==, 0);
}

static void
test_words (void)
{
  g_autoptr (TenureScene) scene = draw (&sample_distribution, 760, 480);
  g_autofree char *text = tenure_scene_dup_accessible_text (scene);

  g_assert_cmpstr (tenure_scene_get_title (scene), ==, "Median terms: small 12 months, medium 30 months");
  g_assert_cmpstr (tenure_scene_get_mark (scene, 0)->value, ==,
                   "median 12 months, the middle half from 10.5 to 15, all from 6 to 24; 6 of 12 months or less; 8 of 9 known");
  g_assert_cmpstr (tenure_scene_get_mark (scene, 2)->value, ==,
                   "median 36 months, from 24 to 36; 0 of 12 months or less; 3 of 3 known");
  g_assert_cmpstr (tenure_scene_get_mark (scene, 3)->value, ==, "no term known, 0 of 4 known");
  g_assert_nonnull (strstr (text, "by size of the provider"));
}

static void
test_table (void)
{
  g_autoptr (TenureScene) scene = draw (&sample_distribution, 760, 480);
  g_autoptr (TenureSceneTable) table = tenure_scene_dup_table (scene);
  static const char *const medium[] = { "12", "10", "12 months", "12 months", "30 months", "36 months", "1200 months", "3" };

  g_assert_cmpuint (table->n_rows, ==, 4);
  g_assert_cmpuint (table->n_columns, ==, G_N_ELEMENTS (medium));
  for (guint i = 0; i < G_N_ELEMENTS (medium); i++)
    g_assert_cmpstr (table->cells[table->n_columns + i], ==, medium[i]);
  g_assert_cmpstr (table->cells[3 * table->n_columns + 4], ==, "–");
}

/* Without room for all, those of most agreements are drawn, the others are counted, and the table has all. */
static void
test_little_room (void)
{
  TenureDistributionData data = sample_distribution;
  g_autoptr (TenureScene) scene = NULL;
  g_autoptr (TenureSceneTable) table = NULL;
  guint n_shapes;
  const TenureShape *shapes;
  gboolean said = FALSE;

  data.n_more = 20;
  scene = draw (&data, 320, 200);
  shapes = tenure_scene_get_shapes (scene, &n_shapes);
  table = tenure_scene_dup_table (scene);
  g_assert_cmpuint (tenure_scene_get_n_marks (scene), ==, 3);
  g_assert_cmpint (tenure_scene_get_mark (scene, 2)->row, ==, 3);
  g_assert_cmpuint (table->n_rows, ==, 4);
  g_assert_cmpstr (table->cells[2 * table->n_columns], ==, "3");
  for (guint i = 0; i < n_shapes; i++)
    said |= shapes[i].text != NULL && g_str_has_prefix (shapes[i].text, "21 more");
  g_assert_true (said);
}

/* A headline names a group only where most of its terms are known, and five of them. */
static void
test_titles (void)
{
  TenureDistributionGroup groups[2];
  TenureDistributionData data = sample_distribution;
  g_autoptr (TenureScene) few = NULL, one = NULL, none = NULL;

  memcpy (groups, data.groups, sizeof groups);
  data.groups = groups;
  data.n_groups = 2;
  groups[0].of = 13;
  one = draw (&data, 760, 420);
  g_assert_cmpstr (tenure_scene_get_title (one), ==, "The median term is 30 months");
  groups[1].unnamed = TRUE;
  few = draw (&data, 760, 420);
  g_assert_cmpstr (tenure_scene_get_title (few), ==, "How long funding is promised for, group by group");
  data.n_groups = 0;
  none = draw (&data, 760, 420);
  g_assert_cmpuint (tenure_scene_get_n_marks (none), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/distribution/shapes", test_shapes);
  g_test_add_func ("/distribution/words", test_words);
  g_test_add_func ("/distribution/table", test_table);
  g_test_add_func ("/distribution/little-room", test_little_room);
  g_test_add_func ("/distribution/titles", test_titles);
  return g_test_run ();
}
