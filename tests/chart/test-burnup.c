/* The burn-up of a budget: parts on each other, the range ahead, and what its headline says. Worked by hand. */

#include "chart/scene-build.h"
#include "samples.h"

static TenureScene *
draw (const TenureBurnupData *data)
{
  TenureChartTheme theme;

  tenure_chart_theme_init (&theme, FALSE, FALSE, 1, "Cantarell");
  return tenure_chart_burnup (data, 800, 480, &theme);
}

static const char *
cell (const TenureSceneTable *table, guint row, guint column)
{
  return table->cells[row * table->n_columns + column];
}

static void
test_table (void)
{
  static const char *const titles[] = { "Paid",     "Approved", "Claimed", "Not claimed for yet", "Committed",
                                        "Foretold", "At least", "At most" };
  static const char *const now[] = { "£400", "£100", "£50", "£50", "£600", "", "", "" };
  static const char *const march[] = { "", "", "", "", "", "£1,150", "£900", "£1,400" };
  g_autoptr (TenureScene) scene = draw (&sample_burnup);
  g_autoptr (TenureSceneTable) table = tenure_scene_dup_table (scene);

  g_assert_cmpuint (table->n_columns, ==, G_N_ELEMENTS (titles));
  g_assert_cmpuint (table->n_rows, ==, 12);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_assert_cmpstr (table->column_titles[i], ==, titles[i]);
      g_assert_cmpstr (cell (table, 7, i), ==, now[i]);
      g_assert_cmpstr (cell (table, 11, i), ==, march[i]);
    }
  g_assert_cmpstr (table->row_titles[7], ==, "Nov 2026");
}

/* A part stands on the one below: what is £600 high at the end is twice as high as £300. */
static void
test_stack (void)
{
  g_autoptr (TenureScene) scene = draw (&sample_burnup);
  double tops[2] = { 0 }, bottom = 0;

  for (guint i = 0; i < tenure_scene_get_n_marks (scene); i++)
    {
      const TenureMark *mark = tenure_scene_get_mark (scene, i);

      if (mark->column == 3 && mark->row == 7)
        tops[0] = mark->y;
      if (mark->column == 0 && mark->row == 2)
        {
          tops[1] = mark->y;
          bottom = mark->y + mark->height;
        }
    }
  g_assert_cmpfloat_with_epsilon ((bottom - tops[0]) / (bottom - tops[1]), 2, 0.03);
}

static void
test_titles (void)
{
  static const struct
  {
    gboolean amount, committed;
    TenureDay exhausted;
    const char *title;
  } cases[] = {
    { TRUE, TRUE, 20869, "£600 of £1,000 committed; at this rate it is used up on 20 Feb 2027" },
    { TRUE, TRUE, 20700, "£600 of £1,000 committed; used up since 4 Sep 2026" },
    { TRUE, TRUE, TENURE_DAY_NONE, "£600 of £1,000 committed; at this rate it lasts" },
    { FALSE, TRUE, TENURE_DAY_NONE, "£600 committed; how much there is is not recorded" },
    { TRUE, FALSE, TENURE_DAY_NONE, "What is committed cannot be told" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureBurnupData data = sample_burnup;
      g_autoptr (TenureScene) scene = NULL;

      data.amount_known = cases[i].amount;
      data.committed_known = cases[i].committed;
      data.exhausted = cases[i].exhausted;
      scene = draw (&data);
      g_assert_cmpstr (tenure_scene_get_title (scene), ==, cases[i].title);
    }
}

/* Without a forecast nothing is promised, and without a period nothing is drawn. */
static void
test_ends (void)
{
  TenureBurnupData data = sample_burnup;
  g_autoptr (TenureScene) past = NULL, none = NULL;

  data.n_months = 8;
  data.exhausted = TENURE_DAY_NONE;
  past = draw (&data);
  g_assert_cmpstr (tenure_scene_get_title (past), ==, "£600 of £1,000 committed; it is within its amount");
  data.n_months = 0;
  none = draw (&data);
  g_assert_cmpuint (tenure_scene_get_n_marks (none), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/burnup/table", test_table);
  g_test_add_func ("/burnup/stack", test_stack);
  g_test_add_func ("/burnup/titles", test_titles);
  g_test_add_func ("/burnup/ends", test_ends);
  return g_test_run ();
}
