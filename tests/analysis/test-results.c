/* What agreements brought: outcomes, added value and referrals, with what enters and what does not, and why. The day is
 * 21 Nov 2026. */

#include "analysis/results-explain.h"

#include "judged.h"

#include <string.h>

static Fixture *
new_fixture (void)
{
  Fixture *fixture = fixture_new ();

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  fixture_add_agreement (fixture, fixture_term (0, "2025-04-01", "2028-03-31", 90000));
  return fixture;
}

/* @target and @actual in whole units; -1 for what is not recorded. */
static void
add (Fixture *fixture, TenureOutcomeKind kind, const char *measure, const char *unit, gint64 target, gint64 actual,
     const char *from, const char *to)
{
  fixture_add_outcome (fixture, (TenureFactOutcome){ .kind = (gint8) kind,
                                                     .measure = measure,
                                                     .unit = unit,
                                                     .target_known = target >= 0,
                                                     .target = target * 100,
                                                     .actual_known = actual >= 0,
                                                     .actual = actual * 100,
                                                     .from_day = day (from),
                                                     .to_day = day (to) });
}

/* What @figure says of the first agreement: @label (NULL: it cannot be told), and each of @says behind it. */
static void
check (Fixture *fixture, TenureResultFigure figure, const char *label, const char *const *says)
{
  g_auto (Judged) judged = judge (fixture);
  g_autofree char *found = tenure_result_figure_dup_label (judged.analysis->terms, 0, figure);
  g_autoptr (TenureExplanation) explanation = tenure_result_figure_explain (judged.analysis->terms, 0, figure);
  g_autofree char *text = tenure_explanation_dup_text (explanation);

  g_assert_cmpstr (found, ==, label);
  g_assert_cmpuint (explanation->lines->len, >, 0);
  g_assert_nonnull (strstr (explanation->formula, "Local setting"));
  for (; *says != NULL; says++)
    if (strstr (text, *says) == NULL)
      g_error ("“%s” is not in\n%s", *says, text);
}

/* --- Outcomes --------------------------------------------------------------------------------------------------- */

static void
test_outcomes (void)
{
  static const char *const says[] = { "Outcomes\n3 of 5 targets met; 1 not measured; 1 without a target",
                                      "  Housed: target 4, reached 4 people: met, 1 Apr 2025 – 31 Mar 2026",
                                      "  Seen: target 10, reached 9 people: not met",
                                      "  Taught: target 6, reached not recorded",
                                      "Not counted here:\n  Trained: target 5, reached 5 people: met, from 1 Apr 2027; the "
                                      "period has not begun",
                                      "Not recorded: Target (Asked), Reached (Taught)", NULL };
  g_autoptr (Fixture) fixture = new_fixture ();

  add (fixture, TENURE_OUTCOME_OUTCOME, "Asked", "people", -1, 7, "2025-04-01", "2026-03-31");
  add (fixture, TENURE_OUTCOME_OUTCOME, "Housed", "people", 4, 4, "2025-04-01", "2026-03-31");
  add (fixture, TENURE_OUTCOME_OUTCOME, "Housed", "people", 4, 5, "2026-04-01", "2027-03-31");
  add (fixture, TENURE_OUTCOME_OUTCOME, "None", "people", 0, 0, NULL, NULL);
  add (fixture, TENURE_OUTCOME_OUTCOME, "Seen", "people", 10, 9, NULL, NULL);
  add (fixture, TENURE_OUTCOME_OUTCOME, "Taught", "people", 6, -1, "2026-11-21", NULL);
  add (fixture, TENURE_OUTCOME_OUTCOME, "Trained", "people", 5, 5, "2027-04-01", NULL);
  add (fixture, TENURE_OUTCOME_OTHER, "Something else", NULL, 1, 0, NULL, NULL);
  add (fixture, TENURE_OUTCOME_UNKNOWN, "Who knows", NULL, 1, 0, NULL, NULL);
  check (fixture, TENURE_RESULT_FIGURE_OUTCOMES, "3 of 5 targets met; 1 not measured; 1 without a target", says);
}

/* Without a target nothing is met, and nothing is missed. */
static void
test_no_target (void)
{
  static const char *const says[] = { "cannot tell", "Not recorded: Target (Seen)", NULL };
  g_autoptr (Fixture) fixture = new_fixture ();

  add (fixture, TENURE_OUTCOME_OUTCOME, "Seen", "people", -1, 9, NULL, NULL);
  check (fixture, TENURE_RESULT_FIGURE_OUTCOMES, NULL, says);
}

/* What was not measured is no nought of met ones. */
static void
test_none_measured (void)
{
  static const char *const labels[] = { "1 target, not measured", "2 targets, none measured" };
  static const char *const says[] = { "Not recorded: Reached (Seen)", NULL };

  for (guint n = 1; n <= G_N_ELEMENTS (labels); n++)
    {
      g_autoptr (Fixture) fixture = new_fixture ();

      for (guint i = 0; i < n; i++)
        add (fixture, TENURE_OUTCOME_OUTCOME, i == 0 ? "Seen" : "Taught", "people", 10, -1, NULL, NULL);
      check (fixture, TENURE_RESULT_FIGURE_OUTCOMES, labels[n - 1], n == 1 ? says : says + 1);
    }
}

/* --- Added value ------------------------------------------------------------------------------------------------ */

/* A year and a quarter of it count once; another measure and another year of the same count beside it. */
static void
test_hours (void)
{
  static const char *const says[]
      = { "Volunteer hours\n1,240 hours (3 of 5 known)",
          "  Drivers: 40 Hours",
          "  Visits: 1000 hours, 1 Apr 2025 – 31 Mar 2026",
          "  Visits: 200, 1 Apr 2026 – 30 Sep 2026",
          "  Visits: 250 hours, 1 Apr 2025 – 30 Jun 2025; within a period that counts",
          "  Visits: 9 hours, from 1 Apr 2027; the period has not begun",
          "  Trustees: 30 days; counted in something else",
          "Not recorded: Reached (Walks)",
          NULL };
  g_autoptr (Fixture) fixture = new_fixture ();

  add (fixture, TENURE_OUTCOME_VOLUNTEER_HOURS, "Drivers", "Hours", -1, 40, NULL, NULL);
  add (fixture, TENURE_OUTCOME_VOLUNTEER_HOURS, "Trustees", "days", -1, 30, NULL, NULL);
  add (fixture, TENURE_OUTCOME_VOLUNTEER_HOURS, "Visits", "hours", -1, 1000, "2025-04-01", "2026-03-31");
  add (fixture, TENURE_OUTCOME_VOLUNTEER_HOURS, "Visits", "hours", -1, 250, "2025-04-01", "2025-06-30");
  add (fixture, TENURE_OUTCOME_VOLUNTEER_HOURS, "Visits", NULL, -1, 200, "2026-04-01", "2026-09-30");
  add (fixture, TENURE_OUTCOME_VOLUNTEER_HOURS, "Visits", "hours", -1, 9, "2027-04-01", NULL);
  add (fixture, TENURE_OUTCOME_VOLUNTEER_HOURS, "Walks", "hours", -1, -1, NULL, NULL);
  add (fixture, TENURE_OUTCOME_LEVERED_INCOME, "Trusts", "pounds", -1, 5, NULL, NULL);
  check (fixture, TENURE_RESULT_FIGURE_VOLUNTEER_HOURS, "1,240 hours (3 of 5 known)", says);
}

/* Hundredths of what it is counted in are minor units of most currencies, not of all. */
static void
test_levered (void)
{
  static const struct
  {
    const char *currency, *unit, *label;
  } cases[] = { { "GBP", "pounds", "£18,000" },     { "GBP", " £ ", "£18,000" },  { "GBP", "gbp", "£18,000" },
                { "GBP", NULL, "£18,000" },         { "GBP", "euros", NULL },     { "GBP", "thousand pounds", NULL },
                { "EUR", "Euros", "€18,000" },      { "EUR", "pounds", NULL },    { "JPY", "JPY", "18,000 JPY" },
                { "KWD", "kwd", "18,000 KWD" },     { NULL, "pounds", NULL },     { NULL, NULL, NULL } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      static const char *const says[] = { "Levered income", NULL };
      g_autoptr (Fixture) fixture = new_fixture ();

      g_test_message ("%s in %s", cases[i].currency, cases[i].unit);
      g_array_index (fixture->agreements, TenureFactAgreement, 0).currency = tenure_currency_from_code (cases[i].currency);
      add (fixture, TENURE_OUTCOME_LEVERED_INCOME, "Trusts", cases[i].unit, -1, 18000, NULL, NULL);
      check (fixture, TENURE_RESULT_FIGURE_LEVERED_INCOME, cases[i].label, says);
    }
}

/* --- Referrals -------------------------------------------------------------------------------------------------- */

/* The worked example: 412 people for 400 places are 103 %. */
static void
test_referrals (void)
{
  static const char *const says[]
      = { "Referrals\n412 of a capacity of 400, 103.0 % (1 Apr 2025 – 31 Mar 2026); 2 of 3 periods known",
          "  1 Apr 2025 – 30 Sep 2025: 200 of a capacity of 200, 100.0 %",
          "  1 Oct 2025 – 31 Mar 2026: 212 of a capacity of 200, 106.0 %",
          "  1 Apr 2026 – 30 Sep 2026: received 90, capacity not recorded",
          "Not counted here:\n  1 Apr 2025 – 30 Jun 2025: 1 of a capacity of 2, 50.0 %; within a period that counts",
          "  1 Oct 2026 – 31 Dec 2026: 1 of a capacity of 100, 1.0 %; the period is not over",
          "Not recorded: Capacity (1 Apr 2026 – 30 Sep 2026)",
          NULL };
  g_autoptr (Fixture) fixture = new_fixture ();

  fixture_add_referrals (fixture, "2025-04-01", "2025-09-30", 200, 200);
  fixture_add_referrals (fixture, "2025-04-01", "2025-06-30", 1, 2);
  fixture_add_referrals (fixture, "2025-10-01", "2026-03-31", 212, 200);
  fixture_add_referrals (fixture, "2026-04-01", "2026-09-30", 90, -1);
  fixture_add_referrals (fixture, "2026-10-01", "2026-12-31", 1, 100);
  check (fixture, TENURE_RESULT_FIGURE_REFERRALS,
         "412 of a capacity of 400, 103.0 % (1 Apr 2025 – 31 Mar 2026); 2 of 3 periods known", says);
}

/* A period that ends on the day is over; one that ends the day after is not. No capacity gives no share. */
static void
test_referrals_over (void)
{
  static const struct
  {
    const char *to;
    gint32 received, capacity;
    const char *label;
  } cases[] = { { "2026-11-21", 0, 10, "0 of a capacity of 10, 0.0 % (1 Oct 2026 – 21 Nov 2026)" },
                { "2026-11-22", 0, 10, NULL },
                { "2026-11-21", 3, 0, "3 of a capacity of 0 (1 Oct 2026 – 21 Nov 2026)" },
                { "2026-11-21", -1, 10, NULL },
                { NULL, 3, 10, NULL } };
  static const char *const says[] = { NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = new_fixture ();

      fixture_add_referrals (fixture, "2026-10-01", cases[i].to, cases[i].received, cases[i].capacity);
      check (fixture, TENURE_RESULT_FIGURE_REFERRALS, cases[i].label, says);
    }
}

/* --- None, and many --------------------------------------------------------------------------------------------- */

/* Of what nothing is recorded there is nothing to say, and no nought. */
static void
test_nothing (void)
{
  static const char *const says[] = { "cannot tell", "not recorded", NULL };

  for (int figure = 0; figure < TENURE_N_RESULT_FIGURES; figure++)
    {
      g_autoptr (Fixture) fixture = new_fixture ();
      g_autoptr (Fixture) same = new_fixture ();
      g_auto (Judged) judged = judge (same);

      g_assert_false (tenure_result_figure_applies (judged.analysis->terms, 0, (TenureResultFigure) figure));
      check (fixture, (TenureResultFigure) figure, NULL, says);
    }
}

static void
assert_figure (TenureFigure figure, double number, guint known, guint of)
{
  double found = figure.kind == TENURE_FIGURE_INTEGER ? (double) figure.integer : figure.number;

  g_assert_cmpint (figure.kind, !=, TENURE_FIGURE_CANNOT_TELL);
  g_assert_cmpfloat_with_epsilon (found, number, 1e-9);
  g_assert_cmpuint (figure.known, ==, known);
  g_assert_cmpuint (figure.of, ==, of);
}

/* Three run: one tells all, one in euros, one nothing; a fourth is over and does not count. */
static void
test_sums (void)
{
  static const guint32 all[] = { 0, 1, 2, 3 };
  g_autoptr (Fixture) fixture = new_fixture ();
  g_auto (Judged) judged = { 0 };
  g_autoptr (TenureExplanation) explanation = NULL;
  g_autofree char *text = NULL;
  TenureResults results;

  add (fixture, TENURE_OUTCOME_LEVERED_INCOME, "Trusts", NULL, -1, 500, NULL, NULL);
  add (fixture, TENURE_OUTCOME_OUTCOME, "Seen", NULL, 10, 10, NULL, NULL);
  add (fixture, TENURE_OUTCOME_OUTCOME, "Taught", NULL, 10, -1, NULL, NULL);
  add (fixture, TENURE_OUTCOME_VOLUNTEER_HOURS, "Visits", NULL, -1, 100, NULL, NULL);
  fixture_add_referrals (fixture, "2026-04-01", "2026-09-30", 30, 40);
  fixture_add_agreement (fixture, fixture_term (0, "2025-04-01", "2028-03-31", 90000));
  g_array_index (fixture->agreements, TenureFactAgreement, 1).currency = TENURE_CURRENCY ('E', 'U', 'R');
  add (fixture, TENURE_OUTCOME_LEVERED_INCOME, "Trusts", NULL, -1, 700, NULL, NULL);
  add (fixture, TENURE_OUTCOME_OUTCOME, "Seen", NULL, 10, 9, NULL, NULL);
  fixture_add_referrals (fixture, "2026-04-01", "2026-09-30", 30, 60);
  fixture_add_agreement (fixture, fixture_term (0, "2025-04-01", "2028-03-31", 90000));
  fixture_add_agreement (fixture, fixture_term (0, "2024-04-01", "2025-03-31", 90000));
  add (fixture, TENURE_OUTCOME_VOLUNTEER_HOURS, "Visits", NULL, -1, 9999, NULL, NULL);
  judged = judge (fixture);
  results = tenure_results_new (judged.analysis->terms, all, G_N_ELEMENTS (all), TENURE_CURRENCY_GBP);
  assert_figure (results.targets_met, 1, 2, 3);
  assert_figure (results.volunteer_hours, 100, 1, 3);
  assert_figure (results.levered_income, 50000, 1, 3);
  assert_figure (results.received, 60, 2, 3);
  assert_figure (results.capacity, 100, 2, 3);
  assert_figure (results.referrals, 0.6, 2, 3);
  g_assert_true (tenure_results_is_any (&results));
  results = tenure_results_new (judged.analysis->terms, all + 2, 1, TENURE_CURRENCY_GBP);
  g_assert_cmpint (results.volunteer_hours.kind, ==, TENURE_FIGURE_CANNOT_TELL);
  g_assert_cmpint (results.targets_met.kind, ==, TENURE_FIGURE_CANNOT_TELL);
  g_assert_false (tenure_results_is_any (&results));
  explanation = tenure_results_explain (judged.analysis->terms, all, G_N_ELEMENTS (all), TENURE_CURRENCY_GBP,
                                        TENURE_RESULT_FIGURE_LEVERED_INCOME);
  text = tenure_explanation_dup_text (explanation);
  g_assert_cmpstr (explanation->summary, ==, "£500 (1 of 3 known)");
  g_assert_cmpuint (explanation->lines->len, ==, 2);
  g_assert_nonnull (strstr (text, "in another currency"));
}

static void
test_codes (void)
{
  TenureResultFigure found = TENURE_N_RESULT_FIGURES;

  for (int figure = 0; figure < TENURE_N_RESULT_FIGURES; figure++)
    {
      g_assert_true (tenure_result_figure_from_code (tenure_result_figure_code ((TenureResultFigure) figure), &found));
      g_assert_cmpint (found, ==, figure);
    }
  g_assert_false (tenure_result_figure_from_code ("happiness", &found));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/results/outcomes", test_outcomes);
  g_test_add_func ("/results/no-target", test_no_target);
  g_test_add_func ("/results/none-measured", test_none_measured);
  g_test_add_func ("/results/hours", test_hours);
  g_test_add_func ("/results/levered", test_levered);
  g_test_add_func ("/results/referrals", test_referrals);
  g_test_add_func ("/results/referrals-over", test_referrals_over);
  g_test_add_func ("/results/nothing", test_nothing);
  g_test_add_func ("/results/sums", test_sums);
  g_test_add_func ("/results/codes", test_codes);
  return g_test_run ();
}
