/* From results to scenes: that every chart says what it should, about the right records, with what was left out. */

#include "base/i18n.h"
#include "report/charts.h"

#include "base/error.h"
#include "fixture.h"

#include <string.h>

#define AS_OF "2026-11-21"

static TenureFacts *
make_facts (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  TenureFactBoard board = fixture_board ("Place Board");

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  fixture_add_organisation (fixture, "Harbour Rights", TENURE_FACT_UNKNOWN);
  fixture_add_person (fixture, "Robin Vale");
  fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2027-03-31", 61000));
  fixture_add_agreement (fixture, fixture_term (0, "2024-04-01", "2029-03-31", 195000));
  fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", NULL, 1000));
  fixture_add_agreement (fixture, fixture_term (1, "2026-04-01", "2027-03-31", 1000));
  board.votes = TENURE_FACT_YES;
  board.target_bp = 2500;
  fixture_add_board (fixture, board);
  for (int i = 0; i < 8; i++)
    {
      TenureFactSeat seat = fixture_seat (i < 7 ? TENURE_BLOC_NHS : TENURE_BLOC_VCS);

      seat.title = i < 7 ? "Member" : "Alliance chair";
      seat.vote_weight = i < 7;
      fixture_add_seat (fixture, seat);
      if (i == 7)
        fixture_add_appointment (fixture, fixture_appointment (0));
    }
  fixture_add_board (fixture, fixture_board ("Empty Board"));
  return fixture_end (fixture);
}

/* A chart, its whole text, and what it is about. */
typedef struct
{
  TenureFacts *facts;
  TenureAnalysis *analysis;
  TenureScene *scene;
  char *text;
} Drawn;

static Drawn
draw (TenureFacts *facts, TenureReportChart chart, int subject)
{
  const TenureReportChartOptions options = { .scope = "North Ridge: all agreements", .board = subject, .organisation = subject };
  Drawn drawn = { .facts = facts };
  g_autoptr (GError) error = NULL;
  TenureChartTheme theme;

  tenure_chart_theme_init (&theme, FALSE, FALSE, 1, NULL);
  drawn.analysis = tenure_analysis_new (facts, day (AS_OF), NULL, NULL);
  drawn.scene = tenure_report_chart_new (chart, drawn.analysis, &options, 900, 500, &theme, &error);
  g_assert_no_error (error);
  drawn.text = tenure_scene_dup_text (drawn.scene);
  g_test_message ("%s", drawn.text);
  return drawn;
}

static void
drawn_clear (Drawn *drawn)
{
  tenure_scene_free (drawn->scene);
  tenure_analysis_free (drawn->analysis);
  tenure_facts_free (drawn->facts);
  g_free (drawn->text);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Drawn, drawn_clear)

static void
assert_says (const Drawn *drawn, const char *words)
{
  if (strstr (drawn->text, words) == NULL)
    g_error ("\"%s\" is not in\n%s", words, drawn->text);
}

static void
assert_says_not (const Drawn *drawn, const char *words)
{
  if (strstr (drawn->text, words) != NULL)
    g_error ("\"%s\" is in\n%s", words, drawn->text);
}

static void
test_names (void)
{
  TenureReportChart found = TENURE_N_REPORT_CHARTS;

  for (int chart = 0; chart < TENURE_N_REPORT_CHARTS; chart++)
    {
      g_assert_true (tenure_report_chart_from_name (tenure_report_chart_name ((TenureReportChart) chart), &found));
      g_assert_cmpint (found, ==, chart);
    }
  g_assert_false (tenure_report_chart_from_name ("pie", &found));
  g_assert_cmpint (found, ==, TENURE_N_REPORT_CHARTS - 1);
}

static void
test_term_bands (void)
{
  g_auto (Drawn) drawn = draw (make_facts (), TENURE_REPORT_CHART_TERM_BANDS, -1);

  assert_says (&drawn, "£61,000");
  assert_says (&drawn, "£39,000");
  assert_says (&drawn, "As of 21 Nov 2026");
  assert_says (&drawn, "North Ridge: all agreements");
  /* The one whose provider may be voluntary sector is not in it, and said not to be. */
  assert_says (&drawn, "3 agreements with VCS organisations that run or may run; 1 more is not shown");
  g_assert_cmpint (tenure_scene_find_record (drawn.scene, drawn.facts->agreements[0].id), >=, 0);
  g_assert_cmpint (tenure_scene_find_record (drawn.scene, drawn.facts->agreements[2].id), >=, 0);
  g_assert_cmpint (tenure_scene_find_record (drawn.scene, drawn.facts->agreements[3].id), ==, -1);
}

/* £61,000 of £100,000 a year. */
static void
test_horizon (void)
{
  g_auto (Drawn) drawn = draw (make_facts (), TENURE_REPORT_CHART_HORIZON, -1);

  g_assert_cmpstr (tenure_scene_get_title (drawn.scene), ==,
                   "61 % of today’s yearly funding ends within 12 months and is not yet renewed");
  assert_says (&drawn, "£100,000");
  assert_says (&drawn, "£39,000");
  assert_says (&drawn, "2 of 3");
}

/* What ends on a day of the month, and what the month is short of: £24.2m less the £8m that begins in it. What is planned
 * is drawn and not in the headline, 24.2 of 124.2, and both are said. */
static void
test_horizon_and_expiries (void)
{
  static const struct
  {
    TenureReportChart chart;
    const char *title, *mark, *words[2];
  } cases[] = {
    { TENURE_REPORT_CHART_HORIZON,
      "19 % of today’s yearly funding ends within 12 months and is not yet renewed",
      "£124,200,000 a year; £24.2m ends, £8m begins; 1 agreement ending in the month without a signed successor",
      { "a fall is what ends in a month less what begins in it",
        "7 planned and running agreements with VCS organisations (1 of them planned: drawn from its start on, not in the headline)" } },
    { TENURE_REPORT_CHART_EXPIRIES,
      "1 agreement with a VCS organisation worth £24.2m a year ends on 26 Nov 2026",
      "£24,200,000 a year, 1 agreement",
      { "whatever begins in it", "7 planned and running agreements with VCS organisations" } },
  };
  static const char *const ends[] = { "2030-03-31", "2031-03-31", "2032-03-31", "2033-03-31", "2034-03-31" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      gint32 charity = fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
      g_auto (Drawn) drawn = { 0 };

      fixture_add_agreement (fixture, fixture_term (charity, "2026-01-06", "2026-11-26", 24200000));
      fixture_add_agreement (fixture, fixture_term (charity, "2026-11-30", "2027-11-29", 8000000));
      for (guint k = 0; k < G_N_ELEMENTS (ends); k++)
        fixture_add_agreement (fixture, fixture_term (charity, "2026-04-01", ends[k], 20000000 * (4 + (gint64) k)));
      drawn = draw (fixture_end (fixture), cases[i].chart, -1);
      g_assert_cmpstr (tenure_scene_get_title (drawn.scene), ==, cases[i].title);
      g_assert_cmpstr (tenure_scene_get_mark (drawn.scene, 0)->value, ==, cases[i].mark);
      for (guint k = 0; k < G_N_ELEMENTS (cases[i].words); k++)
        assert_says (&drawn, cases[i].words[k]);
    }
}

/* One yearly value of four is known, and just that of the short one: no share of all is told. */
static void
test_horizon_of_few (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  gint32 charity = fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  g_auto (Drawn) drawn = { 0 };

  fixture_add_agreement (fixture, fixture_term (charity, "2026-04-01", "2027-03-31", 61000));
  for (guint i = 0; i < 3; i++)
    fixture_add_agreement (fixture, fixture_term (charity, "2024-04-01", "2029-03-31", -1));
  drawn = draw (fixture_end (fixture), TENURE_REPORT_CHART_HORIZON, -1);
  g_assert_cmpstr (tenure_scene_get_title (drawn.scene), ==,
                   "Yearly value is known of 1 of 4 agreements: 100 % of it ends within 12 months and is not yet renewed");
}

static void
test_expiries (void)
{
  g_auto (Drawn) drawn = draw (make_facts (), TENURE_REPORT_CHART_EXPIRIES, -1);

  g_assert_cmpstr (tenure_scene_get_title (drawn.scene), ==,
                   "1 agreement with a VCS organisation worth £61k a year ends on 31 Mar 2027");
  assert_says (&drawn, "31 Mar 2027");
  assert_says (&drawn, "£61,000");
  assert_says (&drawn, "no end recorded");
  g_assert_cmpint (tenure_scene_find_record (drawn.scene, drawn.facts->agreements[0].id), >=, 0);
}

/* What is open-ended has no end to draw, and is drawn ahead: that is why the one chart is of one more than the other. */
static void
test_open_ended_apart (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  gint32 charity = fixture_add_organisation (fixture, "Lantern Trust", TENURE_FACT_YES);
  TenureFactAgreement rolling = fixture_term (charity, "2026-04-01", NULL, 1000);
  g_auto (Drawn) drawn = { NULL };

  rolling.open_ended = TENURE_FACT_YES;
  fixture_add_agreement (fixture, fixture_term (charity, "2026-04-01", "2027-03-31", 61000));
  fixture_add_agreement (fixture, rolling);
  drawn = draw (fixture_end (fixture), TENURE_REPORT_CHART_EXPIRIES, -1);
  assert_says (&drawn, "1 planned or running agreement with VCS organisations, 1 open-ended one apart");
}

/* One ended after 12 months, one goes on after 36, of one the end is not recorded. */
static void
test_survival (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  gint32 charity = fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  g_auto (Drawn) drawn = { 0 };

  fixture_add_agreement (fixture, fixture_term (charity, "2023-04-01", "2024-03-31", 61000));
  fixture_add_agreement (fixture, fixture_term (charity, "2023-11-22", "2028-03-31", 61000));
  fixture_add_agreement (fixture, fixture_term (charity, "2024-04-01", NULL, 61000));
  drawn = draw (fixture_end (fixture), TENURE_REPORT_CHART_SURVIVAL, -1);
  g_assert_cmpstr (tenure_scene_get_title (drawn.scene), ==, "Half of the funding relationships have ended after 12 months");
  g_assert_cmpuint (tenure_scene_get_n_marks (drawn.scene), ==, 1);
  g_assert_cmpstr (tenure_scene_get_mark (drawn.scene, 0)->value, ==,
                   "50 % still go on (95 % interval: 1 to 91 %); 1 of the 2 that lasted so long ended then");
  assert_says (&drawn, "2 of 3 funding relationships with VCS organisations; 1 left out: a start or an end is not recorded");
}

/* Of two that run one has a term, and one started in a year that is looked at before. */
static void
test_terms (void)
{
  g_autoptr (Fixture) fixture = fixture_new (), same = fixture_new ();
  Fixture *both[] = { fixture, same };
  g_auto (Drawn) spread = { 0 }, trend = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      gint32 charity = fixture_add_organisation (both[i], "Lantern House", TENURE_FACT_YES);
      TenureFactAgreement rolling = fixture_term (charity, "2024-04-01", NULL, 61000);

      rolling.open_ended = TENURE_FACT_YES;
      fixture_add_agreement (both[i], fixture_term (charity, "2026-04-01", "2027-03-31", 61000));
      fixture_add_agreement (both[i], rolling);
    }
  spread = draw (fixture_end (fixture), TENURE_REPORT_CHART_DISTRIBUTION, -1);
  assert_says (&spread, "by size of the provider");
  assert_says (&spread, "1 of 2 running agreement with VCS organisations; 1 left out: open-ended, or");
  g_assert_cmpint (tenure_scene_find_record (spread.scene, spread.facts->agreements[0].id), ==, 0);
  trend = draw (fixture_end (same), TENURE_REPORT_CHART_TREND, -1);
  g_assert_cmpuint (tenure_scene_get_n_marks (trend.scene), ==, 3);
  g_assert_cmpstr (tenure_scene_get_mark (trend.scene, 2)->label, ==, "2026/27");
  assert_says (&trend, "too few known");
}

static void
test_seats (void)
{
  g_auto (Drawn) drawn = draw (make_facts (), TENURE_REPORT_CHART_SEATS, 0);

  g_assert_cmpstr (tenure_scene_get_title (drawn.scene), ==, "The VCS has 1 of 8 seats");
  assert_says (&drawn, "Robin Vale");
  assert_says_not (&drawn, "North Ridge: all agreements");
  assert_says (&drawn, "Alliance chair");
  assert_says (&drawn, "no vote");
  g_assert_cmpint (tenure_scene_find_record (drawn.scene, drawn.facts->seats[7].id), >=, 0);
}

/* Blocs look different on one board and alike on all: of a board with all nine, and one with three of them. */
static void
test_blocs (void)
{
  static const TenureBloc few[] = { TENURE_BLOC_COUNCIL, TENURE_BLOC_LIVED_EXPERIENCE, TENURE_BLOC_PUBLIC };
  TenureChartRole roles[TENURE_N_BLOCS] = { TENURE_ROLE_NONE };
  g_autoptr (Fixture) fixture = fixture_new ();
  TenureFacts *facts;

  fixture_add_board (fixture, fixture_board ("All"));
  for (int bloc = TENURE_BLOC_UNKNOWN + 1; bloc < TENURE_N_BLOCS; bloc++)
    fixture_add_seat (fixture, fixture_seat (bloc));
  fixture_add_board (fixture, fixture_board ("Few"));
  for (guint i = 0; i < G_N_ELEMENTS (few); i++)
    fixture_add_seat (fixture, fixture_seat (few[i]));
  facts = fixture_end (fixture);
  for (int board = 1; board >= 0; board--)
    {
      g_autoptr (TenureAnalysis) analysis = tenure_analysis_new (facts, day (AS_OF), NULL, NULL);
      const TenureReportChartOptions options = { .board = board };
      g_autoptr (TenureScene) scene = NULL;
      const TenureShape *shapes;
      TenureChartTheme theme;
      guint n;

      tenure_chart_theme_init (&theme, FALSE, FALSE, 1, NULL);
      scene = tenure_report_chart_new (TENURE_REPORT_CHART_SEATS, analysis, &options, 900, 500, &theme, NULL);
      shapes = tenure_scene_get_shapes (scene, &n);
      for (guint i = 0; i < n; i++)
        if (shapes[i].kind == TENURE_SHAPE_CIRCLE && shapes[i].mark >= 0)
          {
            const TenureMark *mark = tenure_scene_get_mark (scene, (guint) shapes[i].mark);
            int seat = 0;

            while (facts->seats[seat].id != mark->record)
              seat++;
            seat = facts->seats[seat].bloc;
            if (board == 0 && roles[seat] != TENURE_ROLE_NONE)
              g_assert_cmpint (shapes[i].stroke, ==, roles[seat]);
            roles[seat] = shapes[i].stroke;
          }
    }
  for (int bloc = TENURE_BLOC_UNKNOWN + 1; bloc < TENURE_N_BLOCS; bloc++)
    for (int other = TENURE_BLOC_UNKNOWN + 1; other < bloc; other++)
      g_assert_cmpint (roles[bloc], !=, roles[other]);
  tenure_facts_free (facts);
}

static void
test_boards (void)
{
  g_auto (Drawn) drawn = draw (make_facts (), TENURE_REPORT_CHART_BOARDS, -1);

  assert_says (&drawn, "Place Board");
  assert_says (&drawn, "1 of 8");
  assert_says (&drawn, "0 of 7");
  assert_says (&drawn, "no seats recorded");
  assert_says_not (&drawn, "North Ridge: all agreements");
  assert_says (&drawn, "not switched on");
}

/* Boards where no voice is expected come last and are not in the headline. */
static void
test_boards_expected (void)
{
  static const struct
  {
    const char *name;
    gint8 expected;
    TenureBloc bloc;
  } boards[] = {
    { "Audit Committee", TENURE_FACT_NO, TENURE_BLOC_NHS },
    { "Care Board", TENURE_FACT_UNKNOWN, TENURE_BLOC_NHS },
    { "Place Board", TENURE_FACT_YES, TENURE_BLOC_VCS },
    { "Wellbeing Board", TENURE_FACT_YES, TENURE_BLOC_COUNCIL },
  };
  static const char *const order[] = { "Wellbeing Board", "Place Board", "Care Board", "Audit Committee" };
  g_autoptr (Fixture) fixture = fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (boards); i++)
    {
      TenureFactBoard board = fixture_board (boards[i].name);

      board.voice_expected = boards[i].expected;
      fixture_add_board (fixture, board);
      fixture_add_seat (fixture, fixture_seat (boards[i].bloc));
    }
  {
    g_auto (Drawn) drawn = draw (fixture_end (fixture), TENURE_REPORT_CHART_BOARDS, -1);
    g_autoptr (TenureSceneTable) table = tenure_scene_dup_table (drawn.scene);

    g_assert_cmpstr (tenure_scene_get_title (drawn.scene), ==,
                     "The VCS has no seat on 1 of 2 boards where its voice is expected");
    for (guint i = 0; i < G_N_ELEMENTS (order); i++)
      g_assert_cmpstr (table->row_titles[i], ==, order[i]);
  }
}

static void
test_timeline (void)
{
  g_auto (Drawn) drawn = draw (make_facts (), TENURE_REPORT_CHART_TIMELINE, -1);

  assert_says (&drawn, "As of 21 Nov 2026");
  g_assert_cmpint (tenure_scene_find_record (drawn.scene, drawn.facts->agreements[1].id), >=, 0);
}

/* Whom the counts are about, in the user's word for the sector: the window's own timeline is about all agreements. */
static void
test_population (void)
{
  static const struct
  {
    TenureReportChart chart;
    const char *note;
  } cases[] = {
    { TENURE_REPORT_CHART_TERM_BANDS, "3 agreements with charity organisations that run or may run; 1 more is not shown" },
    { TENURE_REPORT_CHART_HORIZON, "2 of 3 planned and running agreements with charity organisations" },
    { TENURE_REPORT_CHART_EXPIRIES, "2 of 3 planned and running agreements with charity organisations" },
    { TENURE_REPORT_CHART_TIMELINE, "3 agreements with charity organisations" },
  };
  g_autoptr (TenureFacts) facts = make_facts ();
  g_autoptr (TenureAnalysis) analysis = tenure_analysis_new (facts, day (AS_OF), NULL, NULL);
  const TenureReportChartOptions options = { .scope = "All agreements", .board = -1 };
  TenureChartTheme theme;

  tenure_sector_word_set ("charity");
  tenure_chart_theme_init (&theme, FALSE, FALSE, 1, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureScene) scene =
          tenure_report_chart_new (cases[i].chart, analysis, &options, 900, 500, &theme, NULL);
      g_autofree char *text = tenure_scene_dup_text (scene);

      if (strstr (text, cases[i].note) == NULL)
        g_error ("\"%s\" is not in\n%s", cases[i].note, text);
    }
  tenure_sector_word_set (NULL);
}

/* Nothing to show is a picture too. */
static void
test_nothing (void)
{
  for (int chart = 0; chart < TENURE_N_REPORT_CHARTS; chart++)
    if (chart != TENURE_REPORT_CHART_SEATS && chart < TENURE_REPORT_CHART_ORGANISATION_TIMELINE)
      {
        g_auto (Drawn) drawn = draw (tenure_facts_new (), (TenureReportChart) chart, -1);

        assert_says (&drawn, "As of 21 Nov 2026");
      }
}

/* All that it provides, whatever is in scope, and nothing of others. */
static void
test_organisation_timeline (void)
{
  g_auto (Drawn) drawn = draw (make_facts (), TENURE_REPORT_CHART_ORGANISATION_TIMELINE, 0);
  g_auto (Drawn) other = draw (make_facts (), TENURE_REPORT_CHART_ORGANISATION_TIMELINE, 1);

  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (tenure_scene_find_record (drawn.scene, drawn.facts->agreements[i].id), >=, 0);
  g_assert_cmpint (tenure_scene_find_record (drawn.scene, drawn.facts->agreements[3].id), ==, -1);
  assert_says (&drawn, "Lantern House");
  assert_says (&drawn, "3 agreements that it provides");
  g_assert_cmpint (tenure_scene_find_record (other.scene, other.facts->agreements[3].id), >=, 0);
}

/* Harbour Rights may or may not be voluntary sector: its own page is about it all the same. */
static void
test_organisation_ahead (void)
{
  g_auto (Drawn) drawn = draw (make_facts (), TENURE_REPORT_CHART_ORGANISATION_AHEAD, 0);
  g_auto (Drawn) other = draw (make_facts (), TENURE_REPORT_CHART_ORGANISATION_AHEAD, 1);

  assert_says (&drawn, "£100,000");
  assert_says (&drawn, "2 of 3 planned and running agreements that it provides");
  assert_says (&other, "100 % of today’s yearly funding ends within 12 months");
}

/* £61,000 and £39,000 of £160,000 (62.5 %) come from the council, £20,000 from donations: the rest may be the council’s,
   too, up to 87.5 %. The least is rounded down, the most up. */
static void
test_organisation_income (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  gint32 charity = fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  gint32 council = fixture_add_organisation (fixture, "Hill Council", TENURE_FACT_NO);
  TenureFacts *facts;

  fixture_add_agreement (fixture, fixture_term (charity, "2026-04-01", "2027-03-31", 61000));
  fixture_add_funder (fixture, council);
  fixture_add_agreement (fixture, fixture_term (charity, "2024-04-01", "2029-03-31", 195000));
  fixture_add_funder (fixture, council);
  fixture_add_other_income (fixture, charity, "Donations", 20000);
  facts = fixture_end (fixture);
  facts->organisations[charity].accounts.income_known = TRUE;
  facts->organisations[charity].accounts.income_minor = 16000000;
  facts->organisations[charity].accounts.currency = TENURE_CURRENCY_GBP;
  {
    g_auto (Drawn) drawn = draw (facts, TENURE_REPORT_CHART_ORGANISATION_INCOME, charity);

    g_assert_cmpstr (tenure_scene_get_title (drawn.scene), ==,
                     "At least 62 % and at most 88 % of the income comes from Hill Council");
    g_assert_cmpint (tenure_scene_find_record (drawn.scene, facts->organisations[council].id), ==, 0);
    assert_says (&drawn, "£100,000");
    assert_says (&drawn, "£40,000");
    assert_says (&drawn, "2 running agreements");
  }
}

/* A chart of one that names none, or one that is not there. */
static void
test_no_organisation (void)
{
  static const int subjects[] = { -1, 2 };
  g_autoptr (TenureFacts) facts = make_facts ();
  g_autoptr (TenureAnalysis) analysis = tenure_analysis_new (facts, day (AS_OF), NULL, NULL);
  TenureChartTheme theme;

  tenure_chart_theme_init (&theme, FALSE, FALSE, 1, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      const TenureReportChartOptions options = { .organisation = subjects[i] };
      g_autoptr (GError) error = NULL;

      g_assert_null (tenure_report_chart_new (TENURE_REPORT_CHART_ORGANISATION_INCOME, analysis, &options, 900, 500,
                                              &theme, &error));
      g_assert_error (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND);
    }
}

static void
test_seats_of_no_board (void)
{
  g_autoptr (TenureFacts) facts = make_facts ();
  g_autoptr (TenureAnalysis) analysis = tenure_analysis_new (facts, day (AS_OF), NULL, NULL);
  g_autoptr (GError) error = NULL;
  TenureChartTheme theme;

  tenure_chart_theme_init (&theme, FALSE, FALSE, 1, NULL);
  g_assert_null (tenure_report_chart_new (TENURE_REPORT_CHART_SEATS, analysis, NULL, 900, 500, &theme, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/names", test_names);
  g_test_add_func ("/charts/term-bands", test_term_bands);
  g_test_add_func ("/charts/horizon", test_horizon);
  g_test_add_func ("/charts/horizon-of-few", test_horizon_of_few);
  g_test_add_func ("/charts/horizon-and-expiries", test_horizon_and_expiries);
  g_test_add_func ("/charts/expiries", test_expiries);
  g_test_add_func ("/charts/open-ended-apart", test_open_ended_apart);
  g_test_add_func ("/charts/survival", test_survival);
  g_test_add_func ("/charts/terms", test_terms);
  g_test_add_func ("/charts/seats", test_seats);
  g_test_add_func ("/charts/blocs", test_blocs);
  g_test_add_func ("/charts/boards", test_boards);
  g_test_add_func ("/charts/boards-expected", test_boards_expected);
  g_test_add_func ("/charts/timeline", test_timeline);
  g_test_add_func ("/charts/population", test_population);
  g_test_add_func ("/charts/organisation-timeline", test_organisation_timeline);
  g_test_add_func ("/charts/organisation-ahead", test_organisation_ahead);
  g_test_add_func ("/charts/organisation-income", test_organisation_income);
  g_test_add_func ("/charts/no-organisation", test_no_organisation);
  g_test_add_func ("/charts/nothing", test_nothing);
  g_test_add_func ("/charts/seats-of-no-board", test_seats_of_no_board);
  return g_test_run ();
}
