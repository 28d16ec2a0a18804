/* Who pays an organisation: bars, what is not recorded, and the words over them. Worked by hand. */

#include "samples.h"

#define POUNDS(n) ((gint64) (n) *100)

static TenureChartTheme
theme_at (double text_scale)
{
  TenureChartTheme theme;

  tenure_chart_theme_init (&theme, FALSE, FALSE, text_scale, "Cantarell");
  return theme;
}

/* The bar of a mark, and beside it the dotted stretch. */
static const TenureShape *
bar_of (TenureScene *scene, gint32 mark, gboolean dotted)
{
  const TenureShape *shapes;
  guint n;

  shapes = tenure_scene_get_shapes (scene, &n);
  for (guint i = 0; i < n; i++)
    if (shapes[i].mark == mark && shapes[i].kind == TENURE_SHAPE_RECT && (shapes[i].pattern == TENURE_PATTERN_DOTS) == dotted)
      return &shapes[i];
  return NULL;
}

/* --- Titles --------------------------------------------------------------------------------------------- */

static const TenureIncomeSource two[] = {
  { 7, "Hill Council", POUNDS (60000), FALSE },
  { TENURE_ID_NONE, "Donations", POUNDS (10000), TRUE },
};

static void
test_titles (void)
{
  static const struct
  {
    guint n;
    gboolean known;
    gint64 income;
    const char *title;
  } cases[] = {
    { 2, TRUE, POUNDS (70000), "86 % of the income comes from Hill Council" },
    { 2, TRUE, POUNDS (100000), "At least 60 % and at most 90 % of the income comes from Hill Council" },
    /* 54.5 and 90.9 %: what may be is rounded outwards. */
    { 2, TRUE, POUNDS (110000), "At least 54 % and at most 91 % of the income comes from Hill Council" },
    /* A rest too small to change the share is no reason to give two of them. */
    { 2, TRUE, POUNDS (70010), "86 % of the income comes from Hill Council" },
    { 2, TRUE, POUNDS (50000), "More is recorded than the income of the last accounts" },
    { 2, FALSE, 0, "What each pays a year: the income of the accounts is not recorded" },
    { 0, TRUE, POUNDS (100000), "It is not recorded where the income comes from" },
    { 0, FALSE, 0, "It is not recorded where the income comes from" },
  };
  TenureChartTheme theme = theme_at (1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureIncomeData data = { .sources = two,
                                .n_sources = cases[i].n,
                                .income_known = cases[i].known,
                                .income_minor = cases[i].income,
                                .currency = TENURE_CURRENCY_GBP };
      g_autoptr (TenureScene) scene = tenure_chart_income (&data, 400, 200, &theme);

      g_assert_cmpstr (tenure_scene_get_title (scene), ==, cases[i].title);
    }
}

/* --- Bars ----------------------------------------------------------------------------------------------- */

/* Of £100,000: 60, 10 and 30 of which nothing is known, which may be the largest's. */
static void
test_bars (void)
{
  TenureChartTheme theme = theme_at (1);
  TenureIncomeData data = { .sources = two,
                            .n_sources = 2,
                            .income_known = TRUE,
                            .income_minor = POUNDS (100000),
                            .amber_bp = 5000,
                            .red_bp = 7000,
                            .currency = TENURE_CURRENCY_GBP };
  g_autoptr (TenureScene) scene = tenure_chart_income (&data, 500, 220, &theme);
  g_autoptr (TenureSceneTable) table = tenure_scene_dup_table (scene);
  double whole;

  g_assert_cmpuint (tenure_scene_get_n_marks (scene), ==, 3);
  whole = bar_of (scene, 0, FALSE)->width / 0.6;
  g_assert_cmpfloat_with_epsilon (bar_of (scene, 1, FALSE)->width, 0.1 * whole, 1.5);
  g_assert_cmpfloat_with_epsilon (bar_of (scene, 2, TRUE)->width, 0.3 * whole, 1.5);
  g_assert_cmpfloat_with_epsilon (bar_of (scene, 0, TRUE)->width, 0.3 * whole, 1.5);
  g_assert_cmpfloat_with_epsilon (bar_of (scene, 0, TRUE)->x, bar_of (scene, 0, FALSE)->x + 0.6 * whole, 1.5);
  g_assert_null (bar_of (scene, 1, TRUE));
  g_assert_null (bar_of (scene, 2, FALSE));
  g_assert_cmpint (tenure_scene_find_record (scene, 7), ==, 0);
  g_assert_false (tenure_scene_get_mark (scene, 2)->known);
  g_assert_cmpuint (table->n_rows, ==, 3);
  g_assert_cmpstr (table->cells[0], ==, "£60,000");
  g_assert_cmpstr (table->cells[1], ==, "60 %");
  g_assert_cmpstr (table->cells[5], ==, "Other income");
  g_assert_cmpstr (table->row_titles[2], ==, "Not recorded from whom");
  g_assert_cmpstr (table->cells[6], ==, "£30,000");
}

/* Without accounts there are amounts: no share, no threshold, nothing that is not recorded. */
static void
test_no_income (void)
{
  TenureChartTheme theme = theme_at (1);
  TenureIncomeData data = {
    .sources = two, .n_sources = 2, .amber_bp = 5000, .red_bp = 7000, .currency = TENURE_CURRENCY_GBP
  };
  g_autoptr (TenureScene) scene = tenure_chart_income (&data, 500, 220, &theme);
  g_autoptr (TenureSceneTable) table = tenure_scene_dup_table (scene);
  const TenureShape *shapes;
  guint n;

  g_assert_cmpuint (tenure_scene_get_n_marks (scene), ==, 2);
  g_assert_cmpstr (table->cells[1], ==, "cannot tell");
  g_assert_cmpstr (tenure_scene_get_mark (scene, 0)->value, ==, "£60,000 a year");
  shapes = tenure_scene_get_shapes (scene, &n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat (shapes[i].dash, ==, 0);
}

static void
test_nothing (void)
{
  TenureChartTheme theme = theme_at (1);
  TenureIncomeData data = { .currency = TENURE_CURRENCY_GBP };
  g_autoptr (TenureScene) scene = tenure_chart_income (&data, 400, 200, &theme);

  g_assert_cmpuint (tenure_scene_get_n_marks (scene), ==, 0);
}

/* One bar stands for what comes after the twelfth, and sums that do not fit stay at the limit. */
static void
test_many (void)
{
  TenureChartTheme theme = theme_at (1);
  TenureIncomeSource sources[15];
  TenureIncomeData data = { .sources = sources, .n_sources = 15, .currency = TENURE_CURRENCY_GBP };
  g_autoptr (TenureScene) scene = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    sources[i] = (TenureIncomeSource){ (TenureId) i + 1, "Funder", i < 12 ? POUNDS (1000) : G_MAXINT64 / 2, FALSE };
  scene = tenure_chart_income (&data, 400, 200, &theme);
  g_assert_cmpuint (tenure_scene_get_n_marks (scene), ==, TENURE_INCOME_MAX_ROWS + 1);
  g_assert_cmpstr (tenure_scene_get_mark (scene, 12)->label, ==, "3 more sources");
  g_assert_cmpint (tenure_scene_get_mark (scene, 12)->amount, ==, G_MAXINT64);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/income/titles", test_titles);
  g_test_add_func ("/income/bars", test_bars);
  g_test_add_func ("/income/no-income", test_no_income);
  g_test_add_func ("/income/nothing", test_nothing);
  g_test_add_func ("/income/many", test_many);
  return g_test_run ();
}
