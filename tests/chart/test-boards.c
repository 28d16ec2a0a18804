/* What the charts of seats and of boards say of seats that are vacant and of shares between two numbers. */

#include <string.h>

#include "chart/boards-compare.h"
#include "chart/seat-chart.h"

static TenureChartTheme
theme_at (double text_scale)
{
  TenureChartTheme theme;

  tenure_chart_theme_init (&theme, FALSE, FALSE, text_scale, "Cantarell");
  return theme;
}

/* A share between two numbers is both; a seat that may be the sector's is no lack of one. Where no board has decisive
 * votes there is no column for them. */
static void
test_boards_range (void)
{
  const TenureBoardShare off = { TENURE_SHARE_NOT_APPLICABLE, .reason = "not switched on" };
  const TenureBoardRow rows[] = {
    { .record = 1, .name = "Place", .seats = { TENURE_SHARE_KNOWN, 1, 14, NULL, 2 },
      .votes = { TENURE_SHARE_KNOWN, 0, 13, NULL, 1 }, .power = off },
    { .record = 2, .name = "Care", .seats = { TENURE_SHARE_KNOWN, 0, 10, NULL, 3 },
      .votes = { TENURE_SHARE_KNOWN, 0, 10, NULL }, .power = off, .voice = TENURE_VOICE_EXEMPTED },
  };
  TenureBoardsCompareData data = { .rows = rows, .n_rows = G_N_ELEMENTS (rows) };
  TenureChartTheme theme = theme_at (1);
  g_autoptr (TenureScene) scene = tenure_chart_boards_compare (&data, 900, 300, &theme);
  g_autoptr (TenureSceneTable) table = tenure_scene_dup_table (scene);
  g_autofree char *words = tenure_scene_dup_accessible_text (scene);

  g_assert_cmpstr (tenure_scene_get_title (scene), ==, "The VCS has a seat on the one board with recorded seats");
  g_assert_cmpstr (table->cells[0], ==, "7 % to 14 % (1 to 2 of 14)");
  g_assert_cmpstr (table->cells[2], ==, "not switched on");
  g_assert_cmpstr (table->cells[5 + 4], ==, "exempted");
  g_assert_nonnull (strstr (words, "in grey, 1 board exempted"));
  g_assert_null (strstr (words, "ecisive votes"));
  g_assert_cmpuint (tenure_scene_get_n_marks (scene), ==, 4);
}

/* Vacant seats are had and not held, and what may be the sector's is between two numbers. */
static void
test_seat_titles (void)
{
  static const struct
  {
    guint vcs, vacant, unknown;
    const char *title;
  } cases[] = {
    { 2, 0, 0, "The VCS has 2 of 9 seats" },
    { 1, 1, 1, "The VCS has 1 to 2 of 9 seats; 1 of them vacant" },
    { 1, 1, 0, "The VCS has 1 of 9 seats; vacant now" },
    { 2, 1, 0, "The VCS has 2 of 9 seats; 1 of them vacant" },
    { 2, 2, 0, "The VCS has 2 of 9 seats; all vacant now" },
    { 0, 0, 2, "The VCS has 0 to 2 of 9 seats" },
    { 0, 0, 0, "The VCS has none of 9 seats" },
  };
  const TenureSeatBloc blocs[] = { { .label = "VCS", .is_vcs = TRUE }, { .label = "NHS" } };
  TenureChartTheme theme = theme_at (1);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureSeatDatum seats[9] = { { 0 } };
      TenureSeatChartData data = {
        .blocs = blocs, .n_blocs = G_N_ELEMENTS (blocs), .seats = seats, .n_seats = G_N_ELEMENTS (seats)
      };
      g_autoptr (TenureScene) scene = NULL;

      for (guint k = 0; k < G_N_ELEMENTS (seats); k++)
        seats[k] = (TenureSeatDatum){ .record = 1 + k,
                                      .bloc = k < cases[i].vcs                      ? 0
                                              : k < cases[i].vcs + cases[i].unknown ? 2
                                                                                    : 1,
                                      .vacant = k < cases[i].vacant };
      scene = tenure_chart_seats (&data, 640, 420, &theme);
      g_assert_cmpstr (tenure_scene_get_title (scene), ==, cases[i].title);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/boards/range", test_boards_range);
  g_test_add_func ("/boards/seat-titles", test_seat_titles);
  return g_test_run ();
}
