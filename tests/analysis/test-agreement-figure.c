/* Figures of one agreement and why they are what they are, line by line. */

#include "analysis/agreement-figure.h"

#include "judged.h"

#include <string.h>

static void
assert_says (const TenureExplanation *explanation, const char *words)
{
  g_autofree char *text = tenure_explanation_dup_text (explanation);

  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in\n%s", words, text);
}

/* What @figure says of the only agreement: @label (NULL: nothing), and each of @says. */
static void
check (Fixture *fixture, TenureAgreementFigure figure, const char *label, const char *const *says)
{
  g_auto (Judged) judged = judge (fixture);
  g_autofree char *text = tenure_agreement_figure_dup_label (judged.analysis->terms, 0, figure);
  g_autoptr (TenureExplanation) explanation = tenure_agreement_figure_explain (judged.analysis->terms, 0, figure);

  g_assert_cmpstr (text, ==, label);
  g_assert_cmpuint (explanation->lines->len, >, 0);
  if (label != NULL)
    g_assert_cmpstr (explanation->summary, ==, label);
  for (; *says != NULL; says++)
    assert_says (explanation, *says);
}

static Fixture *
new_fixture (TenureFactAgreement agreement)
{
  Fixture *fixture = fixture_new ();

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  fixture_add_agreement (fixture, agreement);
  return fixture;
}

/* --- Full cost -------------------------------------------------------------------------------------------------- */

static void
test_full_cost (void)
{
  static const char *const says[] = { "Full cost covered\n95.0 %", "  Value: £90,000", "  Other funders’ money: £5,000",
                                      "  Delivery: £60,000", "  Overheads: £40,000", "  Full cost, from its lines: £100,000",
                                      "Source: Compact summaries", "never shown as 100 %", NULL };
  TenureFactAgreement agreement = fixture_term (0, "2024-04-01", "2028-03-31", 90000);
  g_autoptr (Fixture) fixture = NULL;

  agreement.other_funding_known = TRUE;
  agreement.other_funding_minor = 500000;
  fixture = new_fixture (agreement);
  fixture_add_cost (fixture, 60000);
  fixture_add_cost (fixture, 40000);
  g_array_index (fixture->costs, TenureFactCost, 0).activity = 1;
  g_array_index (fixture->costs, TenureFactCost, 1).activity = 6;
  check (fixture, TENURE_AGREEMENT_FIGURE_FULL_COST, "95.0 %", says);
}

/* A cost recorded as a whole stands before its lines, and what is not recorded is named. */
static void
test_full_cost_unknown (void)
{
  static const char *const says[] = { "cannot tell", "  Other funders’ money: not recorded", "  Full cost: £100,000",
                                      "Not counted here:\n  Delivery: £60,000; the full cost is recorded as a whole",
                                      "Not recorded: ", NULL };
  TenureFactAgreement agreement = fixture_term (0, "2024-04-01", "2028-03-31", 90000);
  g_autoptr (Fixture) fixture = NULL;

  agreement.full_cost_known = TRUE;
  agreement.full_cost_minor = 10000000;
  fixture = new_fixture (agreement);
  fixture_add_cost (fixture, 60000);
  g_array_index (fixture->costs, TenureFactCost, 0).activity = 1;
  check (fixture, TENURE_AGREEMENT_FIGURE_FULL_COST, NULL, says);
}

/* --- Real price ------------------------------------------------------------------------------------------------- */

/* The worked case of docs/domain.md: 2.7 % against 8.7 % is −5.52 %. */
static void
test_real_price (void)
{
  static const char *const says[]
      = { "Real price\n-5.52 %", "  Years completed: 1", "  Prices follow: Prices",
          "  Year from 1 Apr 2026: uplift 2.70 %; prices 8.70 % in the year from 1 Apr 2025",
          "  Uplift: 1.00 % from 1 Apr 2025, within the first year",
          "  Uplift: 3.00 % from 1 Apr 2027, after the years completed", "Source: NCVO True Cost 2024", NULL };
  g_autoptr (Fixture) fixture = new_fixture (fixture_term (0, "2025-04-01", "2028-03-31", 90000));

  fixture_add_uplift (fixture, "2025-04-01", 100);
  fixture_add_uplift (fixture, "2026-04-01", 270);
  fixture_add_uplift (fixture, "2027-04-01", 300);
  fixture_add_price_index (fixture, "Prices", TENURE_FACT_YES);
  fixture_add_rate (fixture, "2025-04-01", 870);
  check (fixture, TENURE_AGREEMENT_FIGURE_REAL_PRICE, "-5.52 %", says);
}

/* Two years: 3 % twice against 2 % twice. */
static void
test_real_price_rise (void)
{
  static const char *const says[] = { "  Years completed: 2", "  All uplifts: 6.09 %", "  Rise of the index: 4.04 %", NULL };
  g_autoptr (Fixture) fixture = new_fixture (fixture_term (0, "2024-04-01", "2028-03-31", 90000));

  fixture_add_uplift (fixture, "2025-04-01", 300);
  fixture_add_uplift (fixture, "2026-04-01", 300);
  fixture_add_price_index (fixture, "Prices", TENURE_FACT_YES);
  fixture_add_rate (fixture, "2024-04-01", 200);
  fixture_add_rate (fixture, "2025-04-01", 200);
  check (fixture, TENURE_AGREEMENT_FIGURE_REAL_PRICE, "+1.97 %", says);
}

/* The same uplifts as prices rose, in another order, leave nothing: not even a sign. */
static void
test_real_price_nothing (void)
{
  static const char *const says[] = { "Real price\n0.00 %", NULL };
  g_autoptr (Fixture) fixture = new_fixture (fixture_term (0, "2024-04-01", "2028-03-31", 90000));

  fixture_add_uplift (fixture, "2025-04-01", 270);
  fixture_add_uplift (fixture, "2026-04-01", 870);
  fixture_add_price_index (fixture, "Prices", TENURE_FACT_YES);
  fixture_add_rate (fixture, "2024-04-01", 870);
  fixture_add_rate (fixture, "2025-04-01", 270);
  check (fixture, TENURE_AGREEMENT_FIGURE_REAL_PRICE, "0.00 %", says);
}

static void
test_real_price_unknown (void)
{
  static const char *const says[]
      = { "cannot tell", "  Year from 1 Apr 2025: uplift not recorded; rise of prices not recorded",
          "  Year from 1 Apr 2026: uplift 3.00 %; prices 2.00 % in the year from 1 Apr 2025", "Not recorded: ", NULL };
  g_autoptr (Fixture) fixture = new_fixture (fixture_term (0, "2024-04-01", "2028-03-31", 90000));

  fixture_add_uplift (fixture, "2026-04-01", 300);
  fixture_add_price_index (fixture, "Prices", TENURE_FACT_YES);
  fixture_add_rate (fixture, "2025-04-01", 200);
  check (fixture, TENURE_AGREEMENT_FIGURE_REAL_PRICE, NULL, says);
}

/* It is told of what has run for a year; of the rest there is nothing to tell yet. */
static void
test_real_price_applies (void)
{
  static const struct
  {
    const char *start;
    gboolean applies;
    const char *says;
  } cases[] = { { "2025-11-21", TRUE, "cannot tell" },
                { "2025-11-22", FALSE, "No year is completed yet." },
                { NULL, FALSE, "Not recorded: " } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = new_fixture (fixture_term (0, cases[i].start, "2028-03-31", 90000));
      g_auto (Judged) judged = judge (fixture);
      g_autoptr (TenureExplanation) explanation
          = tenure_agreement_figure_explain (judged.analysis->terms, 0, TENURE_AGREEMENT_FIGURE_REAL_PRICE);

      g_assert_cmpint (tenure_agreement_figure_applies (judged.analysis->terms, 0, TENURE_AGREEMENT_FIGURE_REAL_PRICE), ==,
                       cases[i].applies);
      assert_says (explanation, cases[i].says);
    }
}

/* --- Codes ------------------------------------------------------------------------------------------------------ */

static void
test_codes (void)
{
  TenureAgreementFigure found = TENURE_N_AGREEMENT_FIGURES;

  for (int figure = 0; figure < TENURE_N_AGREEMENT_FIGURES; figure++)
    {
      g_assert_true (tenure_agreement_figure_from_code (tenure_agreement_figure_code ((TenureAgreementFigure) figure), &found));
      g_assert_cmpint (found, ==, figure);
      g_assert_cmpuint (strlen (tenure_agreement_figure_title (found)), >, 0);
    }
  g_assert_false (tenure_agreement_figure_from_code ("happiness", &found));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agreement-figure/full-cost", test_full_cost);
  g_test_add_func ("/agreement-figure/full-cost-unknown", test_full_cost_unknown);
  g_test_add_func ("/agreement-figure/real-price", test_real_price);
  g_test_add_func ("/agreement-figure/real-price-rise", test_real_price_rise);
  g_test_add_func ("/agreement-figure/real-price-nothing", test_real_price_nothing);
  g_test_add_func ("/agreement-figure/real-price-unknown", test_real_price_unknown);
  g_test_add_func ("/agreement-figure/real-price-applies", test_real_price_applies);
  g_test_add_func ("/agreement-figure/codes", test_codes);
  return g_test_run ();
}
