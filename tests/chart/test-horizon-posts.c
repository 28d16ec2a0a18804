/* The strip of posts under the funding horizon. Worked by hand. */

#include "samples.h"

#define POUNDS(n) ((gint64) (n) *100)

static const TenureHorizonMonth months[] = {
  { .secured_minor = POUNDS (9000) },
  { .secured_minor = POUNDS (9000), .posts_at_risk = 125 },
  { .secured_minor = POUNDS (2000), .undecided_minor = POUNDS (7000), .posts_at_risk = 500 },
};

static TenureScene *
draw (guint posts_known)
{
  TenureChartTheme theme;
  TenureHorizonData data = { .first_month = 20788,
                             .months = months,
                             .n_months = G_N_ELEMENTS (months),
                             .year_start_month = 4,
                             .currency = TENURE_CURRENCY_GBP,
                             .posts_known = posts_known,
                             .posts_of = 7 };

  tenure_chart_theme_init (&theme, FALSE, FALSE, 1, "Cantarell");
  return tenure_chart_horizon (&data, 760, 460, &theme);
}

static gboolean
has_text (TenureScene *scene, const char *text)
{
  const TenureShape *shapes;
  guint n;

  shapes = tenure_scene_get_shapes (scene, &n);
  for (guint i = 0; i < n; i++)
    if (shapes[i].kind == TENURE_SHAPE_TEXT && g_str_equal (shapes[i].text, text))
      return TRUE;
  return FALSE;
}

/* A column, a mark a month as high as its posts, below the money and month for month under it; the most at the axis. */
static void
test_strip (void)
{
  g_autoptr (TenureScene) scene = draw (3);
  g_autoptr (TenureSceneTable) table = tenure_scene_dup_table (scene);
  guint n = tenure_scene_get_n_marks (scene);
  const TenureMark *most = tenure_scene_get_mark (scene, n - 1), *some = tenure_scene_get_mark (scene, n - 2);
  const TenureMark *money = tenure_scene_get_mark (scene, 2);
  g_autofree char *text = tenure_scene_dup_mark_text (scene, n - 2);

  g_assert_cmpuint (table->n_columns, ==, 4);
  g_assert_cmpstr (table->column_titles[3], ==, "Posts at risk");
  g_assert_cmpstr (table->cells[3], ==, "0");
  g_assert_cmpstr (table->cells[7], ==, "1.25");
  g_assert_cmpstr (table->cells[11], ==, "5");
  g_assert_true (has_text (scene, "Posts at risk (3 of 7 known)"));
  g_assert_true (has_text (scene, "5"));
  g_assert_cmpfloat_with_epsilon (some->height, most->height / 4, 1);
  g_assert_cmpfloat (most->x, ==, money->x);
  g_assert_cmpfloat (most->y, >, money->y + money->height);
  g_assert_nonnull (strstr (text, "1.25 full-time equivalents"));
}

/* Not recorded is not none: no strip, no column. */
static void
test_no_posts (void)
{
  g_autoptr (TenureScene) scene = draw (0);
  g_autoptr (TenureSceneTable) table = tenure_scene_dup_table (scene);

  g_assert_cmpuint (table->n_columns, ==, 3);
  g_assert_cmpstr (table->column_titles[2], ==, "Undecided");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/horizon-posts/strip", test_strip);
  g_test_add_func ("/horizon-posts/not-recorded", test_no_posts);
  return g_test_run ();
}
