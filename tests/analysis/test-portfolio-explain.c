/* Why the figures of portfolio and boards are what they are: formula, records that entered, records left out. */

#include "analysis/portfolio-explain.h"

#include "judged.h"

#include <string.h>

/* £61,000 for this year, £195,000 over five, one without a value, one without an end, one planned, one of a company. */
static TenureFacts *
make_facts (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  fixture_add_organisation (fixture, "Harbour Rights", TENURE_FACT_YES);
  fixture_add_organisation (fixture, "Ledger Care Ltd", TENURE_FACT_NO);
  fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2027-03-31", 61000));
  fixture_add_agreement (fixture, fixture_term (1, "2024-04-01", "2029-03-31", 195000));
  fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2027-03-31", -1));
  fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", NULL, 1000));
  fixture_add_agreement (fixture, fixture_term (0, "2027-04-01", "2028-03-31", 1000));
  fixture_add_agreement (fixture, fixture_term (2, "2026-04-01", "2027-03-31", 1000));
  return fixture_end (fixture);
}

static const struct
{
  TenurePortfolioFigure figure;
  const char *summary;
  const char *lines[4]; /* values, in order */
  const char *missing[2]; /* fields */
} figures[] = {
  { TENURE_PORTFOLIO_FIGURE_ACTIVE, "3 (4 of 5 known)", { "ending", "active", "ending" }, { "end" } },
  { TENURE_PORTFOLIO_FIGURE_ANNUAL_VALUE, "£100,000 (2 of 3 known)", { "£61,000", "£39,000" }, { "value" } },
  { TENURE_PORTFOLIO_FIGURE_MEAN_TERM, "30.7 months (2 of 3 known)",
    { "12 months, £61,000 a year", "60 months, £39,000 a year" }, { "value" } },
  { TENURE_PORTFOLIO_FIGURE_MEDIAN_TERM, "12.0 months (3 of 3 known)", { "60 months", "12 months", "12 months" } },
  { TENURE_PORTFOLIO_FIGURE_CLIFF, "61.0 % (2 of 3 known)", { "31 Mar 2027, £61,000 a year" }, { "value" } },
  { TENURE_PORTFOLIO_FIGURE_PILE_UP, "2 (4 of 5 known)",
    { "31 Mar 2027, £61,000 a year", "31 Mar 2027, yearly value not recorded" }, { "end" } },
  { TENURE_PORTFOLIO_FIGURE_HHI, "5,242 (2 of 3 known)", { "£61,000, 61.0 %", "£39,000, 39.0 %" }, { "value" } },
};

static void
check_explanation (const TenureExplanation *explanation, gsize row)
{
  guint n_lines = 0, n_missing = 0;

  while (n_lines < 4 && figures[row].lines[n_lines] != NULL)
    {
      g_assert_cmpuint (n_lines, <, explanation->lines->len);
      g_assert_cmpstr (g_array_index (explanation->lines, TenureExplanationLine, n_lines).value, ==,
                       figures[row].lines[n_lines]);
      n_lines++;
    }
  while (n_missing < 2 && figures[row].missing[n_missing] != NULL)
    {
      g_assert_cmpuint (n_missing, <, explanation->missing->len);
      g_assert_cmpstr (g_array_index (explanation->missing, TenureExplanationMissing, n_missing).field, ==,
                       figures[row].missing[n_missing]);
      n_missing++;
    }
  g_assert_cmpuint (explanation->lines->len, ==, n_lines);
  g_assert_cmpuint (explanation->missing->len, ==, n_missing);
}

static void
test_portfolio (void)
{
  g_autoptr (TenureFacts) facts = make_facts ();
  g_autoptr (TenureAnalysis) analysis = tenure_analysis_new (facts, day (AS_OF), NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autoptr (TenureExplanation) explanation
          = tenure_portfolio_explain (analysis->portfolio, figures[i].figure);
      g_autofree char *text = tenure_explanation_dup_text (explanation);

      g_test_message ("%s", text);
      g_assert_cmpstr (explanation->summary, ==, figures[i].summary);
      g_assert_cmpuint (strlen (explanation->formula), >, 20);
      check_explanation (explanation, i);
    }
}

/* In another currency nothing is missing, but it is left out all the same, and that is said. */
static void
test_other_currency (void)
{
  g_autoptr (TenureFacts) facts = make_facts ();
  g_autoptr (TenureAnalysis) analysis = NULL;
  g_autoptr (TenureExplanation) explanation = NULL;

  facts->agreements[1].currency = TENURE_CURRENCY ('E', 'U', 'R');
  facts->agreements[2].value_known = TRUE;
  analysis = tenure_analysis_new (facts, day (AS_OF), NULL, NULL);
  explanation = tenure_portfolio_explain (analysis->portfolio, TENURE_PORTFOLIO_FIGURE_ANNUAL_VALUE);
  g_assert_cmpuint (explanation->missing->len, ==, 0);
  g_assert_cmpuint (explanation->lines->len, ==, 2);
  g_assert_cmpuint (explanation->apart->len, ==, 1);
  g_assert_cmpstr (g_array_index (explanation->apart, TenureExplanationLine, 0).value, ==, "in another currency");
}

static void
test_codes (void)
{
  g_autoptr (TenureFacts) facts = make_facts ();
  g_autoptr (TenureAnalysis) analysis = tenure_analysis_new (facts, day (AS_OF), NULL, NULL);
  const TenurePortfolio *portfolio = analysis->portfolio;
  static const char *const none[] = { "happiness", "active.", "active.le12", "horizon", "horizon.", "horizon.2026-10",
                                      "term_bands", "term_bands.le13", "spend_by_year.2026" };
  TenurePortfolioFigure found;
  guint part;

  for (int figure = 0; figure < TENURE_N_PORTFOLIO_FIGURES; figure++)
    {
      const char *code = tenure_portfolio_figure_code ((TenurePortfolioFigure) figure);
      guint n = tenure_portfolio_figure_n_parts (portfolio, (TenurePortfolioFigure) figure);

      g_assert_true (tenure_portfolio_figure_from_code (portfolio, code, &found, &part) == (n == 0));
      for (guint i = 0; i < MAX (n, 1); i++)
        {
          g_autofree char *name = n > 0 ? tenure_portfolio_figure_dup_part (portfolio, (TenurePortfolioFigure) figure, i) : NULL;
          g_autofree char *whole = n > 0 ? g_strdup_printf ("%s.%s", code, name) : g_strdup (code);

          g_assert_true (tenure_portfolio_figure_from_code (portfolio, whole, &found, &part));
          g_assert_cmpint (found, ==, figure);
          g_assert_cmpuint (part, ==, i);
        }
    }
  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_false (tenure_portfolio_figure_from_code (portfolio, none[i], &found, &part));
}

static const struct
{
  const char *code;
  const char *title, *summary;
  const char *lines[4];
  guint n_missing;
} parts[] = {
  { "term_bands.le12", "Committed term: 12 months or less", "2 (3 of 4 known)",
    { "12 months, £61,000 a year", "12 months, not recorded a year" }, 1 },
  { "term_bands.ge36", "Committed term: 36 months or more", "1 (3 of 4 known)", { "60 months, £39,000 a year" }, 1 },
  { "term_bands.unknown", "Committed term: not known", "1 (3 of 4 known)", { "not recorded" }, 0 },
  { "purpose_mix.not_recorded", "What the money is for: not recorded", "3 (0 of 3 known)",
    { "£61,000", "£39,000", "not recorded" }, 0 },
  { "purpose_mix.core", "What the money is for: Core costs", "0 (0 of 3 known)", { NULL }, 0 },
  { "horizon.2026-11", "Funding horizon: 21 Nov 2026", "£100,000 (3 of 5 known)",
    { "£61,000 a year, secured", "£39,000 a year, secured" }, 2 },
  { "horizon.2027-04", "Funding horizon: 1 Apr 2027", "£40,000 (3 of 5 known)",
    { "£61,000 a year, undecided", "£39,000 a year, secured", "£1,000 a year, secured" }, 2 },
  { "expiries.2027-03", "Ends in the month: Mar 2027", "2 (4 of 5 known)",
    { "31 Mar 2027, £61,000 a year", "31 Mar 2027, yearly value not recorded" }, 1 },
  { "spend_by_year.2026-04-01", "Spend in the year: 1 Apr 2026 – 31 Mar 2027", "£99,978.64 (3 of 5 known)",
    { "£61,000 of £61,000 in all", "£38,978.64 of £195,000 in all" }, 2 },
  { "vcs_share", "Share of the VCS", "99.0 % (3 of 4 known)",
    { "£61,000 a year kept, of the VCS", "£39,000 a year kept, of the VCS", "£1,000 a year kept, another supplier" }, 1 },
  { "passed_on", "Passed on through a lead", "0 (2 of 3 known)", { NULL }, 1 },
};

/* By hand: of £195,000 over the 1,826 days from April 2024, 365 fall into the year. */
static void
test_parts (void)
{
  g_autoptr (TenureFacts) facts = make_facts ();
  g_autoptr (TenureAnalysis) analysis = tenure_analysis_new (facts, day (AS_OF), NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (TenureExplanation) explanation = NULL;
      TenurePortfolioFigure figure;
      guint part, n = 0;

      g_test_message ("%s", parts[i].code);
      g_assert_true (tenure_portfolio_figure_from_code (analysis->portfolio, parts[i].code, &figure, &part));
      explanation = tenure_portfolio_explain_part (analysis->portfolio, figure, part);
      g_assert_cmpstr (explanation->title, ==, parts[i].title);
      g_assert_cmpstr (explanation->summary, ==, parts[i].summary);
      for (; n < 4 && parts[i].lines[n] != NULL; n++)
        g_assert_cmpstr (g_array_index (explanation->lines, TenureExplanationLine, n).value, ==, parts[i].lines[n]);
      g_assert_cmpuint (explanation->lines->len, ==, n);
      g_assert_cmpuint (explanation->missing->len, ==, parts[i].n_missing);
    }
}

static void
test_board (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  TenureFactBoard board = fixture_board ("Place Board");
  g_auto (Judged) judged = { 0 };
  g_autoptr (TenureExplanation) place = NULL, past = NULL, unknown = NULL;
  g_autofree char *text = NULL;
  static const char *const expected[] = {
    "VCS seats: 1 of 8, 12.5 %", "VCS votes: 1 of 8, 12.5 %", "Target share of seats: 20 %; of 8 seats that is 1.6",
    "Seats short: 1 to change hands, or 1 to be added", "Votes needed: 5",
    "VCS: votes 1, voting power (Banzhaf) 0/1", "Seat: VCS; vacant",
  };

  board.votes = board.bloc_power = TENURE_FACT_YES;
  board.decision_rule = TENURE_DECIDES_MAJORITY;
  board.target_bp = 2000;
  add_board (fixture, board, 1, 7, 0, 1);
  board.to_day = day ("2020-01-01");
  add_board (fixture, board, 1, 7, 0, 1);
  add_board (fixture, fixture_board ("Working Group"), 1, 1, 1, -1);
  judged = judge (fixture);

  place = tenure_board_explain (judged.analysis->boards, 0);
  text = tenure_explanation_dup_text (place);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    if (strstr (text, expected[i]) == NULL)
      g_error ("\"%s\" is not in\n%s", expected[i], text);
  past = tenure_board_explain (judged.analysis->boards, 1);
  g_assert_cmpstr (past->summary, ==, "The board does not exist on the day.");
  unknown = tenure_board_explain (judged.analysis->boards, 2);
  /* A weight, a bloc, and whether it votes. */
  g_assert_cmpuint (unknown->missing->len, ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/portfolio-explain/portfolio", test_portfolio);
  g_test_add_func ("/portfolio-explain/other-currency", test_other_currency);
  g_test_add_func ("/portfolio-explain/codes", test_codes);
  g_test_add_func ("/portfolio-explain/parts", test_parts);
  g_test_add_func ("/portfolio-explain/board", test_board);
  return g_test_run ();
}
