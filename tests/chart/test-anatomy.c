/* Income against cost: the stack, its words, what is named at its end. Worked by hand. */

#include "samples.h"

#define POUNDS(n) ((gint64) (n) *100)
#define NOVEMBER_2026 20758 /* days since 1 Jan 1970 */

static const gint64 reserves[4] = { POUNDS (1000), POUNDS (1000), POUNDS (500), -POUNDS (200) };

/* £12,000 and £24,000 a year for four and two of four months, the second endable in its second; other income £6,000, cost
 * £30,000. */
static const TenureAnatomyAgreement agreements[] = {
  { 7, "Advice line", POUNDS (12000), 0xf, 0xf, 0xf, TENURE_DAY_NONE, TENURE_DAY_NONE, NULL },
  { 8, "Carers’ group", POUNDS (24000), 0x1, 0x3, 0x7, NOVEMBER_2026 + 60, NOVEMBER_2026 - 32, "until then" },
};

static TenureAnatomyData
usual_data (void)
{
  return (TenureAnatomyData){ .first_month = NOVEMBER_2026,
                              .n_months = 4,
                              .agreements = agreements,
                              .n_agreements = G_N_ELEMENTS (agreements),
                              .other_known = TRUE,
                              .cost_known = TRUE,
                              .below_told = TRUE,
                              .reserves_told = TRUE,
                              .other_minor = POUNDS (6000),
                              .cost_minor = POUNDS (30000),
                              .reserves_minor = reserves,
                              .below_month = 1,
                              .shortfall_month = 3,
                              .year_start_month = 4,
                              .currency = TENURE_CURRENCY_GBP };
}

static TenureScene *
draw (const TenureAnatomyData *data)
{
  TenureChartTheme theme;

  tenure_chart_theme_init (&theme, FALSE, FALSE, 1, "Cantarell");
  return tenure_chart_anatomy (data, 900, 560, &theme);
}

/* The day of notice stands behind the name where it ends, and in the table. */
static void
test_remark (void)
{
  TenureAnatomyAgreement remarked[G_N_ELEMENTS (agreements)];
  TenureAnatomyData data = usual_data ();
  g_autoptr (TenureScene) scene = NULL;
  g_autoptr (TenureSceneTable) table = NULL;
  const TenureShape *shapes;
  guint n, found = 0;

  memcpy (remarked, agreements, sizeof agreements);
  remarked[1].remark = "notice by 30 Sep 2026";
  data.agreements = remarked;
  scene = draw (&data);
  table = tenure_scene_dup_table (scene);
  shapes = tenure_scene_get_shapes (scene, &n);
  for (guint i = 0; i < n; i++)
    found += shapes[i].kind == TENURE_SHAPE_TEXT && g_str_equal (shapes[i].text, "Carers’ group, notice by 30 Sep 2026");
  g_assert_cmpuint (found, ==, 1);
  g_assert_cmpstr (table->cells[7 + 6], ==, "Carers’ group, notice by 30 Sep 2026");
}

static void
test_titles (void)
{
  static const struct
  {
    gboolean told, left;
    int below, shortfall;
    const char *title;
  } cases[] = {
    { TRUE, TRUE, 1, 3, "Secured income falls below cost in Dec 2026; reserves last until Feb 2027" },
    { TRUE, TRUE, 0, 3, "Secured income is below cost already; reserves last until Feb 2027" },
    { TRUE, TRUE, 1, -1, "Secured income falls below cost in Dec 2026; reserves last for all of 4 months" },
    { TRUE, FALSE, 1, -1, "Secured income falls below cost in Dec 2026; how long reserves last is not recorded" },
    { TRUE, TRUE, -1, -1, "Secured income covers cost for 4 months" },
    { TRUE, TRUE, -1, 0, "Secured income covers cost, but free reserves are less than nothing" },
    { FALSE, FALSE, -1, -1, "When secured income falls below cost cannot be told" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureAnatomyData data = usual_data ();
      g_autoptr (TenureScene) scene = NULL;

      data.below_told = cases[i].told;
      data.reserves_told = cases[i].left;
      data.below_month = cases[i].below;
      data.shortfall_month = cases[i].shortfall;
      scene = draw (&data);
      g_assert_cmpstr (tenure_scene_get_title (scene), ==, cases[i].title);
    }
}

/* A column for each part of the income, what is left, cost, and what ends. */
static void
test_table (void)
{
  static const char *const titles[] = { "Other income, assumed", "Secured", "Could end on notice", "If extended",
                                        "Free reserves left",    "Cost",    "Ends" };
  static const char *const november[] = { "£500", "£3,000", "£0", "£0", "£1,000", "£2,500", "" };
  static const char *const december[] = { "£500", "£1,000", "£2,000", "£0", "£1,000", "£2,500", "Carers’ group" };
  static const char *const january[] = { "£500", "£1,000", "£0", "£2,000", "£500", "£2,500", "" };
  TenureAnatomyData data = usual_data ();
  g_autoptr (TenureScene) scene = draw (&data);
  g_autoptr (TenureSceneTable) table = tenure_scene_dup_table (scene);

  g_assert_cmpuint (table->n_columns, ==, G_N_ELEMENTS (titles));
  g_assert_cmpuint (table->n_rows, ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_assert_cmpstr (table->column_titles[i], ==, titles[i]);
      g_assert_cmpstr (table->cells[i], ==, november[i]);
      g_assert_cmpstr (table->cells[7 + i], ==, december[i]);
      g_assert_cmpstr (table->cells[14 + i], ==, january[i]);
    }
}

/* The end is a mark that opens its agreement and says its words; it lies where the month does. */
static void
test_end (void)
{
  TenureAnatomyData data = usual_data ();
  g_autoptr (TenureScene) scene = draw (&data);
  int found = tenure_scene_find_record (scene, 8);
  const TenureMark *end, *january;

  g_assert_cmpint (found, >=, 0);
  g_assert_cmpint (tenure_scene_find_record (scene, 7), ==, -1);
  end = tenure_scene_get_mark (scene, (guint) found);
  january = tenure_scene_get_mark (scene, 2);
  g_assert_cmpstr (end->label, ==, "Carers’ group");
  g_assert_cmpstr (end->value, ==, "until then");
  g_assert_cmpfloat (end->x, <, january->x);
  g_assert_cmpfloat (end->x + end->width, >, january->x);
}

/* Without accounts there is the stack of agreements alone, and the fields that lack are named. */
static void
test_not_recorded (void)
{
  TenureAnatomyData data = usual_data ();
  g_autoptr (TenureScene) scene = NULL;
  g_autoptr (TenureSceneTable) table = NULL;

  data.other_known = data.cost_known = data.below_told = data.reserves_told = FALSE;
  data.other_minor = data.cost_minor = 0;
  data.below_month = data.shortfall_month = -1;
  data.missing = "Yearly expenditure";
  scene = draw (&data);
  table = tenure_scene_dup_table (scene);
  g_assert_cmpuint (table->n_columns, ==, 4);
  g_assert_cmpstr (table->column_titles[0], ==, "Secured");
  g_assert_true (g_str_has_suffix (tenure_scene_get_subtitle (scene), "Not recorded: Yearly expenditure"));
}

/* Hundreds that end on one day: each is there to be pointed at, and none is drawn outside. */
static void
test_many (void)
{
  g_autofree TenureAnatomyAgreement *many = g_new (TenureAnatomyAgreement, 300);
  TenureAnatomyData data = usual_data ();
  g_autoptr (TenureScene) scene = NULL;
  g_autoptr (TenureScene) none = NULL;

  for (guint i = 0; i < 300; i++)
    {
      many[i] = agreements[1];
      many[i].record = (TenureId) i + 1;
      many[i].annual_minor = G_MAXINT64;
    }
  data.agreements = many;
  data.n_agreements = 300;
  scene = draw (&data);
  for (guint i = 0; i < 300; i++)
    g_assert_cmpint (tenure_scene_find_record (scene, (TenureId) i + 1), >=, 0);
  data.n_months = 0;
  none = draw (&data);
  g_assert_cmpuint (tenure_scene_get_n_marks (none), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-anatomy/titles", test_titles);
  g_test_add_func ("/chart-anatomy/table", test_table);
  g_test_add_func ("/chart-anatomy/remark", test_remark);
  g_test_add_func ("/chart-anatomy/end", test_end);
  g_test_add_func ("/chart-anatomy/not-recorded", test_not_recorded);
  g_test_add_func ("/chart-anatomy/many", test_many);
  return g_test_run ();
}
