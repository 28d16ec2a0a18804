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

/* A share between two numbers is both; a seat that may be the sector's is no lack of one. Where no board has voting
 * power there is no column for it. */
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
  g_assert_cmpstr (table->cells[0], ==, "7 % or 14 % (1 or 2 of 14)");
  g_assert_cmpstr (table->cells[2], ==, "not switched on");
  g_assert_cmpstr (table->cells[5 + 4], ==, "exempted");
  g_assert_true (has_text (scene, "Not recorded whether a voice is expected: 1 board"));
  g_assert_true (has_text (scene, "Exempted from having a voice: 1 board"));
  g_assert_null (strstr (words, "oting power"));
  g_assert_cmpuint (tenure_scene_get_n_marks (scene), ==, 4);
}

/* As many rows as the height holds, the first of them; the table has all. */
static void
test_boards_brief (void)
{
  static const struct
  {
    double height;
    gboolean all;
  } cases[] = { { 180, FALSE }, { 110, FALSE }, { 2000, TRUE } };
  TenureBoardRow rows[20];
  TenureBoardsCompareData data = { .rows = rows, .n_rows = G_N_ELEMENTS (rows), .brief = TRUE };
  TenureChartTheme theme = theme_at (1);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i] = (TenureBoardRow){ .record = i + 1,
                                .name = "Place",
                                .seats = { TENURE_SHARE_KNOWN, 1, 14, NULL },
                                .votes = { TENURE_SHARE_KNOWN, 0, 13, NULL },
                                .power = { TENURE_SHARE_KNOWN, 1, 6, NULL },
                                .voice = i < 3 ? TENURE_VOICE_EXPECTED : TENURE_VOICE_EXEMPTED };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureScene) scene = tenure_chart_boards_compare (&data, 500, cases[i].height, &theme);
      g_autoptr (TenureSceneTable) table = tenure_scene_dup_table (scene);
      g_autofree char *more = NULL;
      guint drawn = tenure_scene_get_n_marks (scene) / 2;
      double width, height;

      tenure_scene_get_size (scene, &width, &height);
      g_test_message ("%.0f px high: %u rows", cases[i].height, drawn);
      g_assert_cmpfloat (height, ==, cases[i].height);
      g_assert_cmpuint (table->n_rows, ==, G_N_ELEMENTS (rows));
      g_assert_cmpuint (drawn, >=, 1);
      g_assert_cmpint (drawn == G_N_ELEMENTS (rows), ==, cases[i].all);
      more = g_strdup_printf ("and %u more boards", (guint) G_N_ELEMENTS (rows) - drawn);
      g_assert_cmpint (has_text (scene, more), ==, !cases[i].all);
      g_assert_false (has_text (scene, "Voice expected: 3 boards"));
    }
}

/* Every row without a seat stands under words that say whether it counts, and the first of them count what the title
 * counts. Where all boards are alike there are none. */
static void
test_board_groups (void)
{
  static const TenureVoiceExpected voices[] = { TENURE_VOICE_EXPECTED, TENURE_VOICE_EXPECTED, TENURE_VOICE_EXPECTED,
                                                TENURE_VOICE_NOT_RECORDED, TENURE_VOICE_EXEMPTED, TENURE_VOICE_NOT_EXPECTED };
  static const gint64 seats[] = { 0, 0, 3, 0, 0, 0 };
  static const char *const words[] = { "Voice expected: 4 boards, 2 without a seat",
                                       "Not recorded whether a voice is expected: 1 board, 1 without a seat",
                                       "Exempted from having a voice: 1 board, 1 without a seat",
                                       "No voice expected: 1 board, 1 without a seat" };
  TenureBoardRow rows[G_N_ELEMENTS (voices) + 1] = { { 0 } };
  TenureBoardsCompareData data = { .rows = rows, .n_rows = G_N_ELEMENTS (rows) };
  TenureChartTheme theme = theme_at (1);
  g_autoptr (TenureScene) scene = NULL, alike = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (voices); i++)
    rows[i + 1] = (TenureBoardRow){ .record = 2 + i, .name = "Board", .voice = voices[i],
                                    .seats = { TENURE_SHARE_KNOWN, seats[i], 9, NULL } };
  rows[0] = (TenureBoardRow){ .record = 1, .name = "Unseen", .voice = TENURE_VOICE_EXPECTED };
  scene = tenure_chart_boards_compare (&data, 900, 300, &theme);
  g_assert_cmpstr (tenure_scene_get_title (scene), ==,
                   "The VCS has no seat on 2 of 3 boards where its voice is expected; of 1 more it cannot be told");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_true (has_text (scene, words[i]));
  data.n_rows = 4;
  alike = tenure_chart_boards_compare (&data, 900, 300, &theme);
  g_assert_false (has_text (alike, words[0]));
}

/* However narrow, a share is a bar that can be seen, and what a target looks like is said. */
static void
test_board_bars (void)
{
  static const double widths[] = { 300, 340, 420, 600, 700, 900, 1400 };
  const TenureBoardRow rows[] = {
    { .record = 1, .name = "North Ridge Integrated Care Partnership", .seats = { TENURE_SHARE_KNOWN, 64, 100, NULL },
      .votes = { TENURE_SHARE_KNOWN, 1, 14, NULL, 2 }, .power = { TENURE_SHARE_KNOWN, 1, 7, NULL },
      .has_target = TRUE, .target = { 1, 10 } },
  };
  TenureBoardsCompareData data = { .rows = rows, .n_rows = G_N_ELEMENTS (rows) };

  for (guint scale = 1; scale <= 2; scale++)
    for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
      {
        TenureChartTheme theme = theme_at (scale);
        g_autoptr (TenureScene) scene = tenure_chart_boards_compare (&data, widths[i], 300, &theme);
        const TenureMark *seats = tenure_scene_get_mark (scene, 0);

        g_test_message ("%.0f px, text at %u", widths[i], scale);
        g_assert_cmpfloat (seats->width, >=, 30);
        g_assert_true (has_text (scene, "target") || has_text (scene, "target share of seats"));
      }
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
    { 1, 1, 1, "The VCS has 1 known seat of 9, and it is vacant" },
    { 1, 1, 0, "The VCS has 1 of 9 seats, and it is vacant" },
    { 2, 1, 0, "The VCS has 2 of 9 seats; 1 of them vacant" },
    { 2, 2, 0, "The VCS has 2 of 9 seats, and all are vacant" },
    { 0, 0, 2, "No seat of 9 is known to be the VCS’s; 2 may be" },
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
  g_test_add_func ("/boards/brief", test_boards_brief);
  g_test_add_func ("/boards/groups", test_board_groups);
  g_test_add_func ("/boards/bars", test_board_bars);
  g_test_add_func ("/boards/seat-titles", test_seat_titles);
  return g_test_run ();
}
