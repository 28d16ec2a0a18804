/* Hours of taking part: bars to scale, what they say, and those that find no room. Worked by hand. */

#include "chart/scene-build.h"
#include "samples.h"

static TenureScene *
draw (const TenureHoursData *data, double height)
{
  TenureChartTheme theme;

  tenure_chart_theme_init (&theme, FALSE, FALSE, 1, "Cantarell");
  return tenure_chart_hours (data, 800, height, &theme);
}

static void
test_table (void)
{
  static const char *const first[] = { "10", "15", "1", "£450" };
  static const char *const second[] = { "0", "10.5", "1.5", "cannot tell" };
  g_autoptr (TenureScene) scene = draw (&sample_hours, 400);
  g_autoptr (TenureSceneTable) table = tenure_scene_dup_table (scene);

  g_assert_cmpuint (table->n_rows, ==, 3);
  g_assert_cmpuint (table->n_columns, ==, G_N_ELEMENTS (first));
  g_assert_cmpstr (table->corner, ==, "Board");
  g_assert_cmpint (table->row_records[1], ==, 32);
  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    {
      g_assert_cmpstr (table->cells[i], ==, first[i]);
      g_assert_cmpstr (table->cells[G_N_ELEMENTS (first) + i], ==, second[i]);
    }
}

/* 600 minutes paid beside 900 unpaid. */
static void
test_scale (void)
{
  g_autoptr (TenureScene) scene = draw (&sample_hours, 400);
  double paid = 0, unpaid = 0;

  for (guint i = 0; i < tenure_scene_get_n_marks (scene); i++)
    {
      const TenureMark *mark = tenure_scene_get_mark (scene, i);

      if (mark->row == 0 && mark->column == 0)
        paid = mark->width;
      if (mark->row == 0 && mark->column == 1)
        unpaid = mark->width;
    }
  g_assert_cmpfloat (paid, >, 50);
  g_assert_cmpfloat_with_epsilon (unpaid / paid, 1.5, 0.02);
}

static void
test_words (void)
{
  TenureHoursData data = sample_hours;
  g_autoptr (TenureScene) scene = draw (&data, 400), told = NULL, valued = NULL, unvalued = NULL;

  g_assert_cmpstr (tenure_scene_get_title (scene), ==, "At least 11.5 of the 39.5 hours that the VCS gave are paid");
  g_assert_nonnull (strstr (tenure_scene_get_subtitle (scene), "gave £450 or more (5 of 9 times known)"));
  data.untold = 0;
  told = draw (&data, 400);
  g_assert_cmpstr (tenure_scene_get_title (told), ==, "11.5 of the 37 hours that the VCS gave are paid");
  data.n_valued = 9;
  valued = draw (&data, 400);
  g_assert_true (g_str_has_suffix (tenure_scene_get_subtitle (valued), "at the rates entered the VCS gave £450"));
  data.n_valued = 0;
  unvalued = draw (&data, 400);
  g_assert_nonnull (strstr (tenure_scene_get_subtitle (unvalued), "cannot be told: no rate is entered"));
}

/* What finds no room is counted. */
static void
test_many (void)
{
  TenureHoursRow rows[50];
  TenureHoursData data = sample_hours;
  g_autoptr (TenureScene) scene = NULL;
  g_autoptr (TenureSceneTable) table = NULL;
  const TenureShape *shapes;
  guint n, found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i] = (TenureHoursRow){ .label = "Somebody", .unpaid = 60 };
  data.rows = rows;
  data.n_rows = G_N_ELEMENTS (rows);
  scene = draw (&data, 400);
  table = tenure_scene_dup_table (scene);
  shapes = tenure_scene_get_shapes (scene, &n);
  g_assert_cmpuint (table->n_rows, <, 50);
  for (guint i = 0; i < n; i++)
    if (shapes[i].kind == TENURE_SHAPE_TEXT)
      {
        g_autofree char *more = g_strdup_printf ("and %u more", 50 - table->n_rows);

        found += g_str_equal (shapes[i].text, more);
        g_assert_cmpfloat (shapes[i].y + shapes[i].height, <=, 401);
      }
  g_assert_cmpuint (found, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hours/table", test_table);
  g_test_add_func ("/hours/scale", test_scale);
  g_test_add_func ("/hours/words", test_words);
  g_test_add_func ("/hours/many", test_many);
  return g_test_run ();
}
