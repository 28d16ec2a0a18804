/* What headlines may say: a day is not its month, and a share of the few that are known is none of all. */

#include "chart/expiries.h"
#include "chart/horizon.h"
#include "chart/term-bands.h"

#define POUNDS(n) (G_GINT64_CONSTANT (100) * (n))
#define END_OF_MARCH 20908 /* 31 Mar 2027 */

static TenureChartTheme
theme_at (double text_scale)
{
  TenureChartTheme theme;

  tenure_chart_theme_init (&theme, FALSE, FALSE, text_scale, "Cantarell");
  return theme;
}

/* Filled with @role and of some mark; NULL when there is none. */
static const TenureShape *
find_bar (TenureScene *scene, TenureChartRole role)
{
  const TenureShape *shapes;
  guint n;

  shapes = tenure_scene_get_shapes (scene, &n);
  for (guint i = 0; i < n; i++)
    if (shapes[i].kind == TENURE_SHAPE_RECT && shapes[i].fill == role && shapes[i].mark >= 0)
      return &shapes[i];
  return NULL;
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

/* Two thirds, exactly. */
static void
test_mostly_known (void)
{
  g_assert_true (tenure_chart_is_mostly_known (2, 3));
  g_assert_true (tenure_chart_is_mostly_known (0, 0));
  g_assert_false (tenure_chart_is_mostly_known (0, 1));
  g_assert_false (tenure_chart_is_mostly_known (4299, 6449));
  g_assert_true (tenure_chart_is_mostly_known (4300, 6449));
}

static void
test_term_bands (void)
{
  static const struct
  {
    guint counts[TENURE_N_TERM_BANDS];
    const char *title;
  } cases[] = {
    { { [TENURE_TERM_BAND_LE12] = 385, [TENURE_TERM_BAND_UNKNOWN] = 6064 },
      "Of the 385 of 6,449 agreements whose term is known, all run for 12 months or less" },
    { { [TENURE_TERM_BAND_LE12] = 2, [TENURE_TERM_BAND_GE36] = 2, [TENURE_TERM_BAND_UNKNOWN] = 3 },
      "Of the 4 of 7 agreements whose term is known, 50 % run for 12 months or less" },
    { { [TENURE_TERM_BAND_GE36] = 3, [TENURE_TERM_BAND_UNKNOWN] = 3 },
      "Of the 3 of 6 agreements whose term is known, none runs for 12 months or less" },
    { { [TENURE_TERM_BAND_LE12] = 2, [TENURE_TERM_BAND_GE36] = 2, [TENURE_TERM_BAND_UNKNOWN] = 2 },
      "50 % of agreements with a known term run for 12 months or less" },
    /* What is open-ended is known to have no term. */
    { { [TENURE_TERM_BAND_LE12] = 1, [TENURE_TERM_BAND_GE36] = 1, [TENURE_TERM_BAND_OPEN] = 20 },
      "50 % of agreements with a known term run for 12 months or less" },
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

static void
test_horizon (void)
{
  static const struct
  {
    guint n, of;
    const char *title;
  } cases[] = {
    { 2, 3, "A year from now 90 % of today’s funding is secured" },
    { 385, 6449, "Funding ahead is known of 385 of 6,449 agreements: a year from now 90 % of it is secured" },
  };
  TenureHorizonMonth months[13] = { { 0 } };
  TenureChartTheme theme = theme_at (1);

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    months[i].secured_minor = POUNDS (i < 6 ? 1000 : 900);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureHorizonData data = { .first_month = tenure_day_month_start (END_OF_MARCH), .months = months,
                                 .n_months = G_N_ELEMENTS (months), .year_start_month = 4, .currency = TENURE_CURRENCY_GBP,
                                 .notes = { .as_of = END_OF_MARCH, .things = "agreements", .n = cases[i].n, .of = cases[i].of } };
      g_autoptr (TenureScene) scene = tenure_chart_horizon (&data, 760, 400, &theme);

      g_assert_cmpstr (tenure_scene_get_title (scene), ==, cases[i].title);
      /* The fall from the first of August to the first of September has the name of its month. */
      g_assert_true (has_text (scene, "Aug 2027"));
    }
}

/* A fall into which something begins says both parts, with as many words as there is room for. */
static void
test_horizon_net_fall (void)
{
  static const struct
  {
    guint falling;
    double width;
    const char *note;
  } cases[] = { { 1, 760, "Nov 2026: £24.2m ends, £8m begins" },
                { 30, 760, "Apr 2029: £24.2m ends, £8m begins" },
                { 18, 300, "Apr 2028, net" } };
  TenureChartTheme theme = theme_at (1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureHorizonMonth months[36] = { { 0 } };
      TenureHorizonData data = { .title = "Ahead", .first_month = 20758, .months = months,
                                 .n_months = G_N_ELEMENTS (months), .year_start_month = 4, .currency = TENURE_CURRENCY_GBP };
      g_autoptr (TenureScene) scene = NULL;

      for (guint k = 0; k < G_N_ELEMENTS (months); k++)
        months[k].secured_minor = POUNDS (k < cases[i].falling ? 30000000 : 13800000);
      months[cases[i].falling].begun_minor = POUNDS (8000000);
      scene = tenure_chart_horizon (&data, cases[i].width, 400, &theme);
      g_test_message ("%s", cases[i].note);
      g_assert_true (has_text (scene, cases[i].note));
    }
}

/* What is said of the day is not drawn, nor named, as the month. */
static void
test_expiries_day_of_month (void)
{
  static const struct
  {
    const char *name;
    guint net_count, count, known;
    gint64 net_minor, minor;
    gboolean of_sector;
    const char *title, *label, *words;
  } cases[] = {
    { "part of a month", 41, 38, 38, POUNDS (4780000), POUNDS (4610000), TRUE,
      "38 agreements with VCS organisations worth £4.6m a year end on 31 Mar 2027", "31 Mar 2027: £4.6m of £4.8m in the month",
      "£4,780,000 a year, 41 agreements; 31 Mar 2027: £4.6m" },
    { "all of a month", 38, 38, 38, POUNDS (4610000), POUNDS (4610000), FALSE,
      "38 agreements worth £4.6m a year end on 31 Mar 2027", "31 Mar 2027: £4.6m", "£4,610,000 a year, 38 agreements" },
    { "some known", 38, 38, 3, POUNDS (60000), POUNDS (60000), FALSE,
      "38 agreements end on 31 Mar 2027; the 3 of known value are worth £60k a year", "31 Mar 2027: £60k",
      "£60,000 a year, 38 agreements" },
    { "none known", 41, 38, 0, POUNDS (60000), 0, FALSE,
      "38 agreements end on 31 Mar 2027; their values are not recorded", "31 Mar 2027: 38 agreements",
      "£60,000 a year, 41 agreements; 31 Mar 2027: 38 agreements" },
  };
  TenureChartTheme theme = theme_at (1);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureExpiryMonth month = { .net_count = cases[i].net_count, .gross_count = cases[i].net_count,
                                  .net_minor = cases[i].net_minor, .gross_minor = cases[i].net_minor };
      TenureExpiriesData data = { .of_sector = cases[i].of_sector, .first_month = tenure_day_month_start (20908), .months = &month,
                                  .n_months = 1, .year_start_month = 4, .currency = TENURE_CURRENCY_GBP,
                                  .pile_up_date = 20908, .pile_up_count = cases[i].count, .pile_up_known = cases[i].known,
                                  .pile_up_minor = cases[i].minor };
      g_autoptr (TenureScene) scene = tenure_chart_expiries (&data, 620, 360, &theme);
      const TenureShape *day = find_bar (scene, TENURE_ROLE_MEASURE), *all = find_bar (scene, TENURE_ROLE_MEASURE_2);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (tenure_scene_get_title (scene), ==, cases[i].title);
      g_assert_true (has_text (scene, cases[i].label));
      g_assert_cmpstr (tenure_scene_get_mark (scene, 0)->value, ==, cases[i].words);
      g_assert_cmpint (day != NULL, ==, cases[i].minor > 0);
      if (day != NULL)
        g_assert_cmpfloat_with_epsilon (day->height / all->height, (double) cases[i].minor / (double) cases[i].net_minor, 0.01);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/headlines/mostly-known", test_mostly_known);
  g_test_add_func ("/headlines/term-bands", test_term_bands);
  g_test_add_func ("/headlines/horizon", test_horizon);
  g_test_add_func ("/headlines/horizon-net-fall", test_horizon_net_fall);
  g_test_add_func ("/headlines/expiries-day-of-month", test_expiries_day_of_month);
  return g_test_run ();
}
