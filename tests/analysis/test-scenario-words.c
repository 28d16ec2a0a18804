/* What changes are called in undo and history. */

#include "fixture.h"

#include "analysis/scenario-words.h"

static void
test_each (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TenureFacts) facts = NULL;
  TenureId ids[2];

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2027-03-31", 12000));
  fixture_add_agreement (fixture, fixture_term (0, "2027-04-01", "2028-03-31", 12000));
  facts = fixture_end (fixture);
  ids[0] = facts->agreements[0].id;
  ids[1] = facts->agreements[1].id;

  const struct
  {
    TenureScenarioChange change;
    const char *label;
  } cases[] = {
    { { TENURE_SCENARIO_EXTEND, ids[0], .months = 1 }, "Extend “Lantern House: Advice line” by 1 month" },
    { { TENURE_SCENARIO_EXTEND, ids[0], .months = 12 }, "Extend “Lantern House: Advice line” by 12 months" },
    { { TENURE_SCENARIO_EXERCISE, ids[0] }, "Take up the next option of “Lantern House: Advice line”" },
    { { TENURE_SCENARIO_UPLIFT, ids[0], .uplift_bp = 350 }, "Raise the price of “Lantern House: Advice line” by 3.5 %" },
    { { TENURE_SCENARIO_UPLIFT, ids[0], .uplift_bp = -200 }, "Lower the price of “Lantern House: Advice line” by 2 %" },
    { { TENURE_SCENARIO_MOVE_END, ids[0], .day = day ("2027-06-30") },
      "Move the end of “Lantern House: Advice line” to 30 Jun 2027" },
    { { TENURE_SCENARIO_END_EARLY, ids[0], .day = day ("2027-01-31") },
      "End “Lantern House: Advice line” early on 31 Jan 2027" },
    { { TENURE_SCENARIO_MERGE, ids[0], .others = &ids[1], .n_others = 1, .day = day ("2030-03-31") },
      "Merge into “Lantern House: Advice line”: “Lantern House: Advice line”, to 31 Mar 2030" },
    { { TENURE_SCENARIO_ADD, .title = "Visits", .start = day ("2027-04-01"), .day = day ("2030-03-31") },
      "Add “Visits”, 1 Apr 2027 to 31 Mar 2030" },
    { { TENURE_SCENARIO_EXERCISE, 77 }, "Take up the next option of “77”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = tenure_scenario_dup_label (facts, &cases[i].change, 1);

      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

/* Ten are named, and the others counted: the label of a step stays short. */
static void
test_several (void)
{
  g_autoptr (TenureFacts) facts = tenure_facts_new ();
  TenureScenarioChange changes[40];
  g_autofree char *label = NULL;
  g_auto (GStrv) parts = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    changes[i] = (TenureScenarioChange){ TENURE_SCENARIO_EXERCISE, i + 1 };
  label = tenure_scenario_dup_label (facts, changes, G_N_ELEMENTS (changes));
  g_assert_true (g_str_has_prefix (label, "Scenario: Take up the next option of “1”; "));
  parts = g_strsplit (label, "; ", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 11);
  g_assert_cmpstr (parts[9], ==, "Take up the next option of “10”");
  g_assert_cmpstr (parts[10], ==, "30 more changes");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario-words/each", test_each);
  g_test_add_func ("/scenario-words/several", test_several);
  return g_test_run ();
}
