/* A scenario beside what it began with: a case worked by hand. */

#include "judged.h"

#include "analysis/scenario-compare.h"

/* £12,000 for a year to March 2027, and £24,000 over four years to March 2030. */
static TenureFacts *
make_facts (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  TenureFactAgreement longer;

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2027-03-31", 12000));
  longer = fixture_term (0, "2026-04-01", "2030-03-31", 24000);
  longer.basis = TENURE_BASIS_TOTAL;
  fixture_add_agreement (fixture, longer);
  return fixture_end (fixture);
}

static TenureLevel
level (const TenureFlag *flag)
{
  return flag != NULL ? (TenureLevel) flag->level : TENURE_LEVEL_NONE;
}

static TenureLevel
find_move (const TenureScenarioComparison *comparison, TenureRuleId rule, TenureLevel *out_after)
{
  for (guint i = 0; i < comparison->flags->len; i++)
    {
      const TenureFlagMove *move = &g_array_index (comparison->flags, TenureFlagMove, i);

      if ((move->before != NULL ? move->before : move->after)->rule != rule)
        continue;
      *out_after = level (move->after);
      return level (move->before);
    }
  g_assert_not_reached ();
}

static void
test_extended (void)
{
  g_autoptr (TenureFacts) facts = make_facts ();
  const TenureScenarioChange change = { TENURE_SCENARIO_EXTEND, facts->agreements[0].id, .months = 24 };
  g_autoptr (TenureScenario) scenario = tenure_scenario_new (facts, day (AS_OF), &change, 1);
  g_autoptr (TenureScenarioComparison) comparison = tenure_scenario_compare (facts, scenario, day (AS_OF), NULL, NULL);
  static const gint64 base[] = { 1800000, 600000, 600000, 600000 }, after[] = { 1800000, 1800000, 1800000, 600000 };
  TenureLevel is = TENURE_LEVEL_NONE;

  g_assert_cmpint (find_move (comparison, TENURE_RULE_T1, &is), ==, TENURE_LEVEL_RED);
  g_assert_cmpint (is, ==, TENURE_LEVEL_NONE);
  g_assert_cmpuint (comparison->years->len, ==, G_N_ELEMENTS (base));
  for (guint i = 0; i < G_N_ELEMENTS (base); i++)
    {
      const TenureScenarioYear *year = &g_array_index (comparison->years, TenureScenarioYear, i);

      /* By days: a leap year has a day more of the same total. */
      g_assert_cmpint (ABS (year->base.minor - base[i]), <, 3000);
      g_assert_cmpint (ABS (year->scenario.minor - after[i]), <, 4000);
    }
  g_assert_cmpint (comparison->base->portfolio->horizon[12].committed.minor, ==, 600000);
  g_assert_cmpint (comparison->scenario->portfolio->horizon[12].committed.minor, ==, 1800000);
  g_assert_cmpuint (comparison->effects->figures->len, >, 0);
}

/* Nothing changed is no difference; a portfolio has what it had, and what is added. */
static void
test_selection (void)
{
  g_autoptr (TenureFacts) facts = make_facts ();
  const guint32 chosen = 1;
  const TenureSelection selection = { &chosen, 1 };
  const TenureScenarioChange changes[] = {
    { TENURE_SCENARIO_EXTEND, facts->agreements[0].id, .months = 24 },
    { TENURE_SCENARIO_ADD, .title = "Winter advice", .like = facts->agreements[1].id, .start = day ("2026-10-01"),
      .day = day ("2027-03-31") },
  };
  g_autoptr (TenureScenario) nothing = tenure_scenario_new (facts, day (AS_OF), NULL, 0);
  g_autoptr (TenureScenarioComparison) same = tenure_scenario_compare (facts, nothing, day (AS_OF), NULL, NULL);
  g_autoptr (TenureScenario) scenario = tenure_scenario_new (facts, day (AS_OF), changes, 2);
  g_autoptr (TenureScenarioComparison) part = tenure_scenario_compare (facts, scenario, day (AS_OF), NULL, &selection);

  g_assert_cmpuint (same->flags->len, ==, 0);
  g_assert_cmpuint (same->effects->figures->len, ==, 0);
  g_assert_cmpuint (part->base->portfolio->n_agreements, ==, 1);
  g_assert_cmpuint (part->scenario->portfolio->n_agreements, ==, 2);
  for (guint i = 0; i < part->flags->len; i++)
    {
      const TenureFlagMove *move = &g_array_index (part->flags, TenureFlagMove, i);

      g_assert_false (move->before != NULL && move->before->id == facts->agreements[0].id);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario-compare/extended", test_extended);
  g_test_add_func ("/scenario-compare/selection", test_selection);
  return g_test_run ();
}
