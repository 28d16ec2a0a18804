/* Participation budgets: one worked by hand, the forecast by each of its methods, and random ones against a slow version. */

#include "analysis/participation-explain.h"
#include "participation-world.h"

static void
check (const TenureFigure *figure, double pounds, guint known, guint of)
{
  g_assert_cmpint (figure->kind, ==, TENURE_FIGURE_INTEGER);
  g_assert_cmpint (figure->integer, ==, (gint64) (pounds * POUND + (pounds < 0 ? -0.5 : 0.5)));
  g_assert_cmpuint (figure->known, ==, known);
  g_assert_cmpuint (figure->of, ==, of);
}

/* --- Worked by hand --- */

/* A year of £3,000 by 24 November. In May one is paid £75, another comes unpaid. In September £150 is cut to £120, and £75
 * refused. In November one hands in £75, one has not claimed £75 yet, and of one it is not recorded as what he is paid. A
 * draft gives £10 back. */
static World
example (gint64 pounds)
{
  World world = world_new ();
  gint32 budget = world_add_budget (&world, pounds, "2026-04-01", "2027-03-31");
  TenureFactClaim *claim;

  world_add_meeting (&world, 0, day ("2026-05-06"));
  world_add_given (&world, 150, TENURE_PAYER_BUDGET, budget, 0);
  world_add_given (&world, 150, TENURE_PAYER_OWN, -1, -1);
  world_add_meeting (&world, 0, day ("2026-09-02"));
  world_add_given (&world, 300, TENURE_PAYER_BUDGET, budget, 1);
  world_add_given (&world, 60, TENURE_PAYER_BUDGET, budget, 2);
  world_add_meeting (&world, 0, day ("2026-11-04"));
  world_add_given (&world, 240, TENURE_PAYER_BUDGET, budget, 3);
  world_add_given (&world, 60, TENURE_PAYER_BUDGET, budget, -1);
  world_add_given (&world, 60, TENURE_PAYER_BUDGET, budget, -1)->payee = TENURE_PAYEE_UNKNOWN;
  claim = world_add_claim (&world, budget, TENURE_CLAIM_PAID);
  claim->decided_on = day ("2026-05-20");
  claim->paid_on = day ("2026-06-30");
  claim->approved_known = claim->paid_known = TRUE;
  claim->approved_minor = claim->paid_minor = 75 * POUND;
  claim = world_add_claim (&world, budget, TENURE_CLAIM_APPROVED);
  claim->approved_known = TRUE;
  claim->approved_minor = 120 * POUND;
  world_add_claim (&world, budget, TENURE_CLAIM_REFUSED);
  world_add_claim (&world, budget, TENURE_CLAIM_SUBMITTED);
  claim = world_add_claim (&world, budget, TENURE_CLAIM_DRAFT);
  claim->claimed_known = TRUE;
  claim->claimed_minor = -10 * POUND;
  return world;
}

static void
test_example (void)
{
  World world = example (3000);
  g_autoptr (TenureFacts) facts = world_end (&world);
  g_autoptr (TenureParticipation) participation = tenure_participation_new (facts, day ("2026-11-24"));
  const TenureBudgetFigures *budget = &participation->budgets[0];

  check (&budget->figures[TENURE_BUDGET_AMOUNT], 3000, 1, 1);
  check (&budget->figures[TENURE_BUDGET_COMMITTED], 75 + 120 + 75 + 75 - 10, 5, 6);
  check (&budget->figures[TENURE_BUDGET_DRAFTED], -10, 1, 1);
  check (&budget->figures[TENURE_BUDGET_CLAIMED], 75 + 150 + 75, 3, 3);
  check (&budget->figures[TENURE_BUDGET_APPROVED], 75 + 120, 2, 2);
  check (&budget->figures[TENURE_BUDGET_PAID], 75, 1, 1);
  check (&budget->figures[TENURE_BUDGET_LEFT], 3000 - 335, 5, 6);
  g_assert_cmpuint (budget->n_meetings, ==, 3);
  check (&budget->figures[TENURE_BUDGET_PER_MEETING], 111.67, 5, 6);
  g_assert_cmpint (budget->figures[TENURE_BUDGET_PER_SEAT].kind, ==, TENURE_FIGURE_CANNOT_TELL); /* nobody's seat is recorded */
  g_assert_cmpint (participation->given[0].paid, ==, TENURE_FACT_YES);
  g_assert_cmpint (participation->given[1].paid, ==, TENURE_FACT_NO);
  g_assert_cmpint (participation->given[3].paid, ==, TENURE_FACT_NO); /* refused */
  g_assert_cmpint (participation->given[6].pay.status, ==, TENURE_PAY_NO_PAYEE);
  g_assert_cmpint (participation->claims[4].day, ==, TENURE_DAY_NONE);
  g_assert_cmpint (budget->exhausted, ==, TENURE_DAY_NONE);
}

/* On 1 June the claim of May was approved and not paid yet; what came later has not been. */
static void
test_on_an_earlier_day (void)
{
  World world = example (3000);
  g_autoptr (TenureFacts) facts = world_end (&world);
  g_autoptr (TenureParticipation) participation = tenure_participation_new (facts, day ("2026-06-01"));
  const TenureBudgetFigures *budget = &participation->budgets[0];

  g_assert_cmpint (participation->claims[0].state, ==, TENURE_CLAIM_APPROVED);
  check (&budget->figures[TENURE_BUDGET_PAID], 0, 0, 0);
  check (&budget->figures[TENURE_BUDGET_APPROVED], 75, 1, 1);
  check (&budget->figures[TENURE_BUDGET_COMMITTED], 75 - 10, 2, 2);
  g_assert_cmpuint (budget->n_meetings, ==, 1);
}

static void
test_used_up (void)
{
  World world = example (300);
  g_autoptr (TenureFacts) facts = world_end (&world);
  g_autoptr (TenureParticipation) participation = tenure_participation_new (facts, day ("2026-11-24"));

  g_assert_cmpint (participation->budgets[0].exhausted, ==, day ("2026-11-04"));
  check (&participation->budgets[0].figures[TENURE_BUDGET_LEFT], -35, 5, 6);
}

/* Each claim and each part, with what it brings; what was refused and what cannot be worked out apart, with why. */
static void
test_explained (void)
{
  World world = example (3000);
  g_autoptr (TenureFacts) facts = world_end (&world);
  g_autoptr (TenureParticipation) participation = tenure_participation_new (facts, day ("2026-11-24"));
  g_autoptr (TenureExplanation) committed = tenure_budget_explain (participation, 0, TENURE_BUDGET_COMMITTED);
  g_autoptr (TenureExplanation) forecast = tenure_budget_explain (participation, 0, TENURE_BUDGET_FORECAST);
  static const char *const values[] = { "£75", "£120", "£75", "−£10", "£75" };

  g_assert_cmpstr (committed->title, ==, "Taking part: Committed");
  g_assert_cmpstr (committed->summary, ==, "£335 (5 of 6 known)");
  g_assert_cmpuint (committed->lines->len, ==, G_N_ELEMENTS (values));
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    g_assert_cmpstr (g_array_index (committed->lines, TenureExplanationLine, i).value, ==, values[i]);
  g_assert_cmpuint (committed->apart->len, ==, 2);
  g_assert_cmpstr (g_array_index (committed->apart, TenureExplanationLine, 0).value, ==, "It was refused.");
  g_assert_cmpstr (g_array_index (committed->apart, TenureExplanationLine, 1).value, ==,
                   tenure_pay_status_sentence (TENURE_PAY_NO_PAYEE));
  /* Committed, the method, the rest of November and four months. */
  g_assert_cmpuint (forecast->lines->len, ==, 2 + 5);
  for (int figure = 0; figure < TENURE_N_BUDGET_FIGURES; figure++)
    {
      TenureBudgetFigure found;

      g_assert_true (tenure_budget_figure_from_code (tenure_budget_figure_code ((TenureBudgetFigure) figure), &found));
      g_assert_cmpint (found, ==, figure);
    }
}

/* --- What is to come --- */

/* £335 in 238 days, 127 are left: 178.76. The dearest month had £120 in 30 days, the cheapest nothing. */
static void
test_run_rate (void)
{
  World world = example (500);
  g_autoptr (TenureFacts) facts = world_end (&world);
  g_autoptr (TenureParticipation) participation = tenure_participation_new (facts, day ("2026-11-24"));
  const TenureBudgetFigures *budget = &participation->budgets[0];

  g_assert_cmpint (budget->method, ==, TENURE_FORECAST_RUN_RATE);
  check (&budget->figures[TENURE_BUDGET_FORECAST], 335 + 178.76, 5, 6);
  check (&budget->figures[TENURE_BUDGET_FORECAST_LOW], 335, 5, 6);
  check (&budget->figures[TENURE_BUDGET_FORECAST_HIGH], 335 + 508, 5, 6);
  g_assert_cmpuint (budget->steps->len, ==, 5); /* the rest of November, and four months */
  g_assert_cmpint (budget->exhausted, ==, day ("2027-03-31"));
}

/* A meeting in February: those of May and September cost £75 and £150 for their time, of that of November it is not known. */
static void
test_calendar (void)
{
  World world = example (430);
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureParticipation) participation = NULL;
  const TenureBudgetFigures *budget;

  world_add_meeting (&world, 1, day ("2027-01-06")); /* a board that nobody was paid for */
  world_add_meeting (&world, 0, day ("2027-02-03"));
  world_add_meeting (&world, 0, day ("2027-04-01")); /* next year's */
  facts = world_end (&world);
  participation = tenure_participation_new (facts, day ("2026-11-24"));
  budget = &participation->budgets[0];
  g_assert_cmpint (budget->method, ==, TENURE_FORECAST_CALENDAR);
  check (&budget->figures[TENURE_BUDGET_FORECAST], 335 + 112.5, 5, 6);
  check (&budget->figures[TENURE_BUDGET_FORECAST_LOW], 335 + 75, 5, 6);
  check (&budget->figures[TENURE_BUDGET_FORECAST_HIGH], 335 + 150, 5, 6);
  g_assert_cmpint (budget->exhausted, ==, day ("2027-02-03"));
}

/* Last year £200 came in February; by November it had come to £670, twice what this year has. */
static void
test_last_year (void)
{
  World world = example (3000);
  gint32 before = world_add_budget (&world, 900, "2025-04-01", "2026-03-31");
  TenureFactClaim *claim;
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureParticipation) participation = NULL;
  const TenureBudgetFigures *budget;

  g_array_index (world.budgets, TenureFactBudget, 0).previous = before;
  claim = world_add_claim (&world, before, TENURE_CLAIM_PAID);
  claim->submitted_on = day ("2025-11-24");
  claim->paid_known = TRUE;
  claim->paid_minor = 670 * POUND;
  claim = world_add_claim (&world, before, TENURE_CLAIM_PAID);
  claim->submitted_on = day ("2026-02-10");
  claim->paid_known = TRUE;
  claim->paid_minor = 200 * POUND;
  facts = world_end (&world);
  participation = tenure_participation_new (facts, day ("2026-11-24"));
  budget = &participation->budgets[0];
  g_assert_cmpint (budget->method, ==, TENURE_FORECAST_LAST_YEAR);
  check (&budget->figures[TENURE_BUDGET_FORECAST], 335 + 200, 5, 6);
  check (&budget->figures[TENURE_BUDGET_FORECAST_LOW], 335 + 100, 5, 6);
  check (&budget->figures[TENURE_BUDGET_FORECAST_HIGH], 335 + 200, 5, 6);
  g_assert_cmpint (g_array_index (budget->steps, TenureForecastStep, 0).day, ==, day ("2027-02-10"));
  g_assert_cmpint (participation->budgets[before].method, ==, TENURE_FORECAST_OVER);
  check (&participation->budgets[before].figures[TENURE_BUDGET_FORECAST], 870, 2, 2);
}

/* What began in the middle of its year says nothing of the months before: there is no ratio, and no range. */
static void
test_last_year_in_part (void)
{
  World world = example (3000);
  gint32 before = world_add_budget (&world, 900, "2025-11-01", "2026-03-31");
  TenureFactClaim *claim;
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureParticipation) participation = NULL;
  const TenureBudgetFigures *budget;

  g_array_index (world.budgets, TenureFactBudget, 0).previous = before;
  claim = world_add_claim (&world, before, TENURE_CLAIM_PAID);
  claim->submitted_on = day ("2025-11-24");
  claim->paid_known = TRUE;
  claim->paid_minor = 10 * POUND;
  claim = world_add_claim (&world, before, TENURE_CLAIM_PAID);
  claim->submitted_on = day ("2026-02-10");
  claim->paid_known = TRUE;
  claim->paid_minor = 200 * POUND;
  facts = world_end (&world);
  participation = tenure_participation_new (facts, day ("2026-11-24"));
  budget = &participation->budgets[0];
  check (&budget->figures[TENURE_BUDGET_FORECAST_LOW], 335 + 200, 5, 6);
  check (&budget->figures[TENURE_BUDGET_FORECAST_HIGH], 335 + 200, 5, 6);
}

static void
test_nothing_to_go_by (void)
{
  World world = world_new ();
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureParticipation) participation = NULL;

  world_add_budget (&world, 100, "2026-04-01", "2027-03-31");
  world_add_budget (&world, -1, NULL, NULL);
  facts = world_end (&world);
  participation = tenure_participation_new (facts, day ("2026-11-24"));
  for (guint b = 0; b < 2; b++)
    {
      g_assert_cmpint (participation->budgets[b].method, ==, TENURE_FORECAST_NONE);
      g_assert_cmpint (participation->budgets[b].figures[TENURE_BUDGET_FORECAST].kind, ==, TENURE_FIGURE_CANNOT_TELL);
      check (&participation->budgets[b].figures[TENURE_BUDGET_COMMITTED], 0, 0, 0);
    }
  g_assert_cmpint (participation->budgets[1].figures[TENURE_BUDGET_AMOUNT].kind, ==, TENURE_FIGURE_CANNOT_TELL);
  g_assert_cmpint (participation->budgets[1].figures[TENURE_BUDGET_LEFT].kind, ==, TENURE_FIGURE_CANNOT_TELL);
}

/* --- Random budgets --- */

/* What claim @c takes from its budget, by asking everything anew. */
static gboolean
commits_slowly (const TenureParticipation *participation, guint c, gint64 *out_minor, gboolean *out_known)
{
  const TenureParticipationFacts *facts = &participation->facts->participation;
  const TenureFactClaim *claim = &facts->claims[c];
  TenureDay earliest = TENURE_DAY_NONE, as_of = participation->as_of;
  gboolean paid = claim->state == TENURE_CLAIM_PAID && (claim->paid_on == DAY0 || claim->paid_on <= as_of);
  gboolean decided = (claim->state == TENURE_CLAIM_PAID && !paid && (claim->decided_on == DAY0 || claim->decided_on <= as_of))
                     || (claim->state == TENURE_CLAIM_APPROVED && (claim->decided_on == DAY0 || claim->decided_on <= as_of));
  gint64 sum = 0;
  gboolean all = TRUE;
  guint n = 0;

  for (guint i = 0; i < facts->n_given; i++)
    if (facts->given[i].claim == (gint32) c)
      {
        TenurePay pay = tenure_pay_of_given (facts, i);
        TenureDay held = facts->meetings[facts->given[i].meeting].held;

        n++;
        all = all && pay.status == TENURE_PAY_KNOWN;
        sum += pay.cost_minor;
        earliest = earliest == DAY0 || held < earliest ? held : earliest;
      }
  if (earliest == DAY0)
    earliest = claim->submitted_on;
  if ((claim->state == TENURE_CLAIM_REFUSED && (claim->decided_on == DAY0 || claim->decided_on <= as_of))
      || (earliest != DAY0 && earliest > as_of))
    return FALSE;
  *out_known = TRUE;
  if (paid && claim->paid_known)
    *out_minor = claim->paid_minor;
  else if ((paid || decided) && claim->approved_known)
    *out_minor = claim->approved_minor;
  else
    {
      *out_known = claim->claimed_known || (n > 0 && all);
      *out_minor = claim->claimed_known ? claim->claimed_minor : sum;
    }
  return TRUE;
}

static void
check_committed (const TenureParticipation *participation, guint b)
{
  const TenureParticipationFacts *facts = &participation->facts->participation;
  const TenureFigure *committed = &participation->budgets[b].figures[TENURE_BUDGET_COMMITTED];
  gint64 sum = 0, minor;
  guint n_known = 0, of = 0;
  gboolean known;

  for (guint c = 0; c < facts->n_claims; c++)
    if (facts->claims[c].budget == (gint32) b && commits_slowly (participation, c, &minor, &known))
      {
        of++;
        n_known += known;
        sum += known ? minor : 0;
      }
  for (guint i = 0; i < facts->n_given; i++)
    {
      const TenureFactGiven *given = &facts->given[i];
      TenurePay pay = tenure_pay_of_given (facts, i);

      if (given->budget != (gint32) b || given->claim >= 0 || facts->meetings[given->meeting].held > participation->as_of
          || given->payer == TENURE_PAYER_OWN || given->payer == TENURE_PAYER_OTHER)
        continue;
      of++;
      n_known += pay.status == TENURE_PAY_KNOWN;
      sum += pay.status == TENURE_PAY_KNOWN ? pay.cost_minor : 0;
    }
  g_assert_cmpuint (committed->of, ==, of);
  g_assert_cmpuint (committed->known, ==, n_known);
  if (n_known > 0)
    g_assert_cmpint (committed->integer, ==, sum);
}

/* Nothing is paid that was not approved, nor approved that was not claimed, where all of it is recorded. */
static void
check_order (const TenureParticipation *participation, guint b)
{
  const TenureParticipationFacts *facts = &participation->facts->participation;
  const TenureBudgetFigures *budget = &participation->budgets[b];

  for (guint c = 0; c < facts->n_claims; c++)
    {
      const TenureFactClaim *claim = &facts->claims[c];
      gboolean all = claim->claimed_known && claim->approved_known && claim->paid_known;

      if (claim->budget == (gint32) b && (!all || claim->claimed_minor < 500))
        return;
    }
  if (budget->figures[TENURE_BUDGET_PAID].known > 0)
    g_assert_cmpint (budget->figures[TENURE_BUDGET_PAID].integer, <=, budget->figures[TENURE_BUDGET_APPROVED].integer);
  if (budget->figures[TENURE_BUDGET_APPROVED].known > 0)
    g_assert_cmpint (budget->figures[TENURE_BUDGET_APPROVED].integer, <=, budget->figures[TENURE_BUDGET_CLAIMED].integer);
}

static void
check_forecast (const TenureParticipation *participation, guint b)
{
  const TenureBudgetFigures *budget = &participation->budgets[b];
  TenureDay before = participation->as_of;
  gint64 sum = 0;

  for (guint i = 0; i < budget->commitments->len; i++)
    sum += g_array_index (budget->commitments, TenureCommitment, i).minor;
  if (budget->figures[TENURE_BUDGET_COMMITTED].kind == TENURE_FIGURE_INTEGER)
    g_assert_cmpint (sum, ==, budget->figures[TENURE_BUDGET_COMMITTED].integer);
  for (guint i = 0; i < budget->steps->len; i++)
    {
      const TenureForecastStep *step = &g_array_index (budget->steps, TenureForecastStep, i);

      g_assert_cmpint (step->day, >=, before);
      g_assert_cmpint (step->low_minor, <=, step->middle_minor);
      g_assert_cmpint (step->middle_minor, <=, step->high_minor);
      before = step->day;
    }
  if (budget->steps->len > 0)
    g_assert_cmpint (budget->figures[TENURE_BUDGET_FORECAST].integer, ==,
                     g_array_index (budget->steps, TenureForecastStep, budget->steps->len - 1).middle_minor);
  if (budget->exhausted != TENURE_DAY_NONE && participation->facts->participation.budgets[b].to_day >= participation->as_of)
    g_assert_cmpint (budget->exhausted, <=, participation->facts->participation.budgets[b].to_day);
}

static void
test_random (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      World world = world_new_random ();
      g_autoptr (TenureFacts) facts = world_end (&world);
      TenureDay as_of = day ("2026-04-01") + g_test_rand_int_range (0, 400);
      g_autoptr (TenureParticipation) participation = tenure_participation_new (facts, as_of);

      for (guint b = 0; b < facts->participation.n_budgets; b++)
        {
          check_committed (participation, b);
          check_order (participation, b);
          check_forecast (participation, b);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/participation/example", test_example);
  g_test_add_func ("/participation/on-an-earlier-day", test_on_an_earlier_day);
  g_test_add_func ("/participation/used-up", test_used_up);
  g_test_add_func ("/participation/explained", test_explained);
  g_test_add_func ("/participation/run-rate", test_run_rate);
  g_test_add_func ("/participation/calendar", test_calendar);
  g_test_add_func ("/participation/last-year", test_last_year);
  g_test_add_func ("/participation/last-year-in-part", test_last_year_in_part);
  g_test_add_func ("/participation/nothing-to-go-by", test_nothing_to_go_by);
  g_test_add_func ("/participation/random", test_random);
  return g_test_run ();
}
