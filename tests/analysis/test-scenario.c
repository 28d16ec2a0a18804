/* What-if: each change against a case worked by hand, and random ones against facts that were recorded so to begin with. */

#include "fixture.h"

#include "analysis/scenario.h"
#include "analysis/term.h"

#define AS_OF "2026-11-21"

static TenureScenario *
change_one (const TenureFacts *facts, TenureScenarioChange change)
{
  return tenure_scenario_new (facts, day (AS_OF), &change, 1);
}

static TenureAgreementFigures
figures_of (const TenureFacts *facts, guint index)
{
  g_autoptr (TenureTerms) terms = tenure_terms_new (facts, day (AS_OF), NULL);

  return terms->agreements[index];
}

static void
assert_day (TenureDay found, const char *expected)
{
  char buffer[11];

  g_assert_cmpstr (tenure_day_is_known (found) ? tenure_day_to_iso (found, buffer) : "", ==, expected);
}

static void
assert_taken (const TenureScenario *scenario)
{
  for (guint i = 0; i < scenario->n_changes; i++)
    g_assert_cmpstr (scenario->problems[i], ==, NULL);
  g_assert_cmpuint (scenario->n_problems, ==, 0);
}

/* A year's grant of £12,000 that costs £13,000, with an option of a year. */
static TenureFacts *
make_grant (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  TenureFactAgreement grant;

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  fixture_add_organisation (fixture, "North Council", TENURE_FACT_NO);
  grant = fixture_term (0, "2026-04-01", "2027-03-31", 12000);
  grant.basis = TENURE_BASIS_TOTAL;
  grant.full_cost_known = TRUE;
  grant.full_cost_minor = 1300000;
  grant.duration = TENURE_DURATION_MONTHS (12);
  fixture_add_agreement (fixture, grant);
  fixture_add_funder (fixture, 1);
  fixture_add_extension (fixture, TENURE_DURATION_MONTHS (12), TENURE_DAY_NONE);
  return fixture_end (fixture);
}

static void
test_extend (void)
{
  g_autoptr (TenureFacts) facts = make_grant ();
  g_autoptr (TenureScenario) scenario =
      change_one (facts, (TenureScenarioChange){ TENURE_SCENARIO_EXTEND, facts->agreements[0].id, .months = 6 });
  TenureAgreementFigures figures = figures_of (scenario->facts, 0);
  const TenureFactAgreement *grant = &scenario->facts->agreements[0];

  assert_taken (scenario);
  assert_day (figures.committed_end, "2027-09-30");
  assert_day (figures.maximum_end, "2028-09-30");
  g_assert_cmpint (grant->value_minor, ==, 1800000);
  g_assert_cmpint (grant->full_cost_minor, ==, 1950000);
  g_assert_cmpint (figures.annual_minor, ==, 1200000);
  g_assert_cmpint (grant->duration.months, ==, 18);
  assert_day (facts->agreements[0].end, "2027-03-31");
}

/* After the last day there is none. */
static void
test_extend_the_last_day (void)
{
  g_autoptr (TenureFacts) facts = make_grant ();
  g_autoptr (TenureScenario) scenario = NULL;

  facts->agreements[0].end = TENURE_DAY_MAX;
  facts->agreements[0].n_extensions = 0;
  scenario = change_one (facts, (TenureScenarioChange){ TENURE_SCENARIO_EXTEND, facts->agreements[0].id, .months = 12 });
  g_assert_cmpstr (scenario->problems[0], ==, "“Lantern House: Advice line” ends on the last day that there is.");
  g_assert_cmpint (scenario->facts->agreements[0].end, ==, TENURE_DAY_MAX);
}

static void
test_exercise (void)
{
  g_autoptr (TenureFacts) facts = make_grant ();
  const TenureScenarioChange change = { TENURE_SCENARIO_EXERCISE, facts->agreements[0].id };
  const TenureScenarioChange twice[] = { change, change };
  g_autoptr (TenureScenario) scenario = tenure_scenario_new (facts, day (AS_OF), twice, 2);
  TenureAgreementFigures figures = figures_of (scenario->facts, 0);

  assert_day (figures.committed_end, "2028-03-31");
  g_assert_cmpint (figures.annual_minor, ==, 1200000);
  g_assert_cmpint (scenario->facts->agreements[0].value_minor, ==, 2400000);
  assert_day (scenario->facts->extensions[0].exercised, AS_OF);
  assert_day (facts->extensions[0].exercised, "");
  g_assert_null (scenario->problems[0]);
  g_assert_cmpstr (scenario->problems[1], ==, "“Lantern House: Advice line” records no option that is still open.");
}

/* An option that was taken up is part of an end that moves. */
static void
test_move_end (void)
{
  g_autoptr (TenureFacts) facts = make_grant ();
  TenureId id = facts->agreements[0].id;
  const TenureScenarioChange changes[] = {
    { TENURE_SCENARIO_EXERCISE, id },
    { TENURE_SCENARIO_MOVE_END, id, .day = day ("2027-06-30") },
    { TENURE_SCENARIO_MOVE_END, id, .day = day ("2026-03-31") },
  };
  g_autoptr (TenureScenario) scenario = tenure_scenario_new (facts, day (AS_OF), changes, G_N_ELEMENTS (changes));
  TenureAgreementFigures figures = figures_of (scenario->facts, 0);

  assert_day (figures.committed_end, "2027-06-30");
  g_assert_cmpuint (scenario->facts->agreements[0].n_extensions, ==, 0);
  g_assert_cmpint (scenario->facts->agreements[0].value_minor, ==, 1500000);
  g_assert_cmpint (scenario->n_problems, ==, 1);
  g_assert_cmpstr (scenario->problems[2], ==, "“Lantern House: Advice line” cannot end before it starts.");
}

static void
test_end_early (void)
{
  g_autoptr (TenureFacts) facts = make_grant ();
  TenureId id = facts->agreements[0].id;
  const TenureScenarioChange changes[] = {
    { TENURE_SCENARIO_END_EARLY, id, .day = day ("2027-03-31") },
    { TENURE_SCENARIO_END_EARLY, id, .day = day ("2027-01-31") },
    { TENURE_SCENARIO_EXTEND, id, .months = 1 },
  };
  g_autoptr (TenureScenario) scenario = tenure_scenario_new (facts, day (AS_OF), changes, G_N_ELEMENTS (changes));
  TenureAgreementFigures figures = figures_of (scenario->facts, 0);

  g_assert_nonnull (scenario->problems[0]);
  g_assert_null (scenario->problems[1]);
  g_assert_nonnull (scenario->problems[2]);
  assert_day (figures.committed_end, "2027-01-31");
  g_assert_cmpint (figures.annual_minor, ==, 1200000);
}

static void
test_uplift (void)
{
  g_autoptr (TenureFacts) facts = make_grant ();
  g_autoptr (TenureScenario) scenario =
      change_one (facts, (TenureScenarioChange){ TENURE_SCENARIO_UPLIFT, facts->agreements[0].id, .uplift_bp = 350 });

  assert_taken (scenario);
  g_assert_cmpint (figures_of (scenario->facts, 0).annual_minor, ==, 1242000);
  g_assert_cmpint (scenario->facts->agreements[0].full_cost_minor, ==, 1300000);
}

static void
test_add (void)
{
  g_autoptr (TenureFacts) facts = make_grant ();
  const TenureScenarioChange changes[] = {
    { TENURE_SCENARIO_ADD, .title = "Winter advice", .provider = facts->organisations[0].id,
      .funder = facts->organisations[1].id, .start = day ("2026-11-01"), .day = day ("2029-10-31"), .annual_minor = 600000,
      .annual_known = TRUE, .currency = TENURE_CURRENCY_GBP },
    { TENURE_SCENARIO_ADD, .title = "Like the grant", .like = facts->agreements[0].id, .start = day ("2027-04-01"),
      .day = day ("2028-03-31") },
    { TENURE_SCENARIO_ADD, .title = "Nobody’s", .start = day ("2027-04-01"), .day = day ("2028-03-31") },
  };
  g_autoptr (TenureScenario) scenario = tenure_scenario_new (facts, day (AS_OF), changes, G_N_ELEMENTS (changes));
  g_autoptr (GArray) none = tenure_scenario_select (scenario, (guint32[]){ 0 }, 0);
  TenureAgreementFigures figures = figures_of (scenario->facts, 1);
  const TenureFactAgreement *like = &scenario->facts->agreements[2];

  g_assert_cmpuint (scenario->n_added, ==, 2);
  g_assert_cmpstr (scenario->problems[2], ==, "“Nobody’s” is not added: nobody is named who provides it.");
  g_assert_cmpint (figures.annual_minor, ==, 600000);
  g_assert_cmpint (figures.total_minor, ==, 1800000);
  g_assert_cmpint (figures.running, ==, TENURE_FACT_YES);
  g_assert_cmpint (scenario->facts->funders[scenario->facts->agreements[1].first_funder].organisation, ==, 1);
  g_assert_cmpint (like->provider, ==, 0);
  g_assert_cmpuint (like->n_funders, ==, 1);
  g_assert_false (like->value_known || like->annual_known);
  g_assert_cmpuint (like->n_extensions, ==, 0);
  g_assert_cmpuint (none->len, ==, 2);
}

/* A year, the year that renews it at more, and half a year beside: to one term of four years. */
static void
test_merge (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureScenario) scenario = NULL;
  g_autoptr (GArray) selected = NULL;
  TenureFactAgreement renewal, later;
  TenureId others[2];
  const TenureFactAgreement *merged;
  TenureAgreementFigures figures;

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  fixture_add_agreement (fixture, fixture_term (0, "2025-04-01", "2026-03-31", 12000));
  fixture_add_payment (fixture, "2025-06-01", "2025-06-20", 1000);
  renewal = fixture_term (0, "2026-04-01", "2027-03-31", 15000);
  renewal.predecessor = 0;
  fixture_add_agreement (fixture, renewal);
  fixture_add_payment (fixture, "2026-06-01", "2026-06-20", 2000);
  fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2027-09-30", 9000));
  later = fixture_term (0, "2027-04-01", "2028-03-31", 1000);
  later.predecessor = 1;
  fixture_add_agreement (fixture, later);
  facts = fixture_end (fixture);
  facts->agreements[2].basis = TENURE_BASIS_TOTAL;
  others[0] = facts->agreements[0].id;
  others[1] = facts->agreements[2].id;
  scenario = change_one (facts, (TenureScenarioChange){ TENURE_SCENARIO_MERGE, facts->agreements[1].id, .others = others,
                                                        .n_others = 2, .day = day ("2029-03-31") });
  assert_taken (scenario);
  g_assert_cmpuint (scenario->facts->n_agreements, ==, 2);
  merged = &scenario->facts->agreements[0];
  figures = figures_of (scenario->facts, 0);
  g_assert_cmpint (merged->id, ==, facts->agreements[1].id);
  assert_day (figures.start, "2025-04-01");
  assert_day (figures.committed_end, "2029-03-31");
  /* £15,000 and £6,000 a year; in all £12,000, £45,000, and £9,000 with 18 months more at £6,000. */
  g_assert_cmpint (figures.annual_minor, ==, 2100000);
  g_assert_cmpint (figures.total_minor, ==, 1200000 + 4500000 + 1800000);
  g_assert_cmpint (merged->predecessor, ==, -1);
  g_assert_cmpint (scenario->facts->agreements[1].predecessor, ==, 0);
  g_assert_cmpuint (merged->n_payments, ==, 2);
  g_assert_cmpint (scenario->facts->payments[merged->first_payment].minor
                       + scenario->facts->payments[merged->first_payment + 1].minor,
                   ==, 300000);
  selected = tenure_scenario_select (scenario, (guint32[]){ 0, 2 }, 2);
  g_assert_cmpuint (selected->len, ==, 1);
  g_assert_cmpuint (g_array_index (selected, guint32, 0), ==, 0);
  g_assert_true (scenario->gone[0] && !scenario->gone[1] && scenario->gone[2] && !scenario->gone[3]);
}

/* What is not recorded is not made up, and what comes after it is done all the same. */
static void
test_unknown (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureScenario) scenario = NULL;
  TenureScenarioChange changes[8];
  TenureId ids[3];

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", NULL, -1));
  fixture_add_extension (fixture, TENURE_DURATION_MONTHS (12), TENURE_DAY_NONE);
  fixture_add_agreement (fixture, fixture_term (-1, NULL, "2027-03-31", 1000));
  fixture_add_extension (fixture, TENURE_DURATION_UNKNOWN, TENURE_DAY_NONE);
  fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2027-03-31", 1000));
  facts = fixture_end (fixture);
  for (guint i = 0; i < 3; i++)
    ids[i] = facts->agreements[i].id;
  changes[0] = (TenureScenarioChange){ TENURE_SCENARIO_EXTEND, ids[0], .months = 12 };
  changes[1] = (TenureScenarioChange){ TENURE_SCENARIO_EXERCISE, ids[0] };
  changes[2] = (TenureScenarioChange){ TENURE_SCENARIO_UPLIFT, ids[0], .uplift_bp = 100 };
  changes[3] = (TenureScenarioChange){ TENURE_SCENARIO_END_EARLY, ids[0], .day = day ("2026-12-31") };
  changes[4] = (TenureScenarioChange){ TENURE_SCENARIO_EXERCISE, ids[1] };
  changes[5] = (TenureScenarioChange){ TENURE_SCENARIO_MERGE, ids[2], .others = &ids[1], .n_others = 1,
                                       .day = day ("2030-03-31") };
  changes[6] = (TenureScenarioChange){ TENURE_SCENARIO_EXTEND, ids[2] + 1000, .months = 12 };
  changes[7] = (TenureScenarioChange){ TENURE_SCENARIO_EXTEND, ids[2], .months = 12 };
  scenario = tenure_scenario_new (facts, day (AS_OF), changes, G_N_ELEMENTS (changes));
  for (guint i = 0; i < 7; i++)
    g_assert_nonnull (scenario->problems[i]);
  g_assert_cmpstr (scenario->problems[7], ==, NULL);
  g_assert_cmpuint (scenario->n_problems, ==, 7);
  g_assert_cmpstr (
      scenario->problems[0], ==,
      "“Lantern House: Advice line” has no end on record, so it cannot be told where to move it. Record it first.");
  assert_day (scenario->facts->agreements[2].end, "2028-03-31");

  /* Nor is a total of a term that cannot be told: the end moves, the value is not known any more. */
  g_clear_pointer (&scenario, tenure_scenario_free);
  facts->agreements[1].basis = TENURE_BASIS_TOTAL;
  scenario = change_one (facts, (TenureScenarioChange){ TENURE_SCENARIO_EXTEND, ids[1], .months = 12 });
  assert_taken (scenario);
  assert_day (scenario->facts->agreements[1].end, "2028-03-31");
  g_assert_false (scenario->facts->agreements[1].value_known);
}

/* --- Random --------------------------------------------------------------------------------------------------- */

static TenureFactAgreement
random_agreement (guint n)
{
  TenureFactAgreement agreement = fixture_term (0, "2026-04-01", "2027-03-31", g_test_rand_int_range (1, 1000000));

  agreement.start += g_test_rand_int_range (-800, 300);
  agreement.end = agreement.start + g_test_rand_int_range (10, 1500);
  agreement.basis = g_test_rand_bit () ? TENURE_BASIS_ANNUAL : TENURE_BASIS_TOTAL;
  agreement.predecessor = n > 0 && g_test_rand_bit () ? g_test_rand_int_range (0, (gint32) n) : -1;
  agreement.lead = n > 0 && g_test_rand_bit () ? g_test_rand_int_range (0, (gint32) n) : -1;
  return agreement;
}

/* Facts as they would be had the ends been recorded so: the same figures throughout, whatever hangs on whatever. */
static void
test_random_ends (void)
{
  for (int round = 0; round < 50; round++)
    {
      g_autoptr (Fixture) was = fixture_new ();
      g_autoptr (Fixture) would_be = fixture_new ();
      g_autoptr (TenureFacts) facts = NULL;
      g_autoptr (TenureFacts) edited = NULL;
      g_autoptr (TenureScenario) scenario = NULL;
      g_autoptr (TenureTerms) found = NULL;
      g_autoptr (TenureTerms) expected = NULL;
      TenureScenarioChange changes[12];

      fixture_add_organisation (was, "Lantern House", TENURE_FACT_YES);
      fixture_add_organisation (would_be, "Lantern House", TENURE_FACT_YES);
      for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
        {
          TenureFactAgreement agreement = random_agreement (i);

          agreement.basis = TENURE_BASIS_ANNUAL;
          fixture_add_agreement (was, agreement);
          changes[i] = (TenureScenarioChange){ .months = g_test_rand_int_range (1, 40),
                                               .day = agreement.start + g_test_rand_int_range (0, 2000) };
          switch (g_test_rand_int_range (0, 3))
            {
            case 0:
              changes[i].kind = TENURE_SCENARIO_EXTEND;
              agreement.end = tenure_day_add_months (agreement.end + 1, changes[i].months) - 1;
              break;
            case 1:
              changes[i].kind = TENURE_SCENARIO_MOVE_END;
              agreement.end = changes[i].day;
              break;
            default:
              changes[i].kind = TENURE_SCENARIO_END_EARLY;
              if (changes[i].day < agreement.end)
                agreement.terminated = changes[i].day;
              break;
            }
          fixture_add_agreement (would_be, agreement);
        }
      facts = fixture_end (was);
      edited = fixture_end (would_be);
      for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
        changes[i].agreement = facts->agreements[i].id;
      scenario = tenure_scenario_new (facts, day (AS_OF), changes, G_N_ELEMENTS (changes));
      found = tenure_terms_new (scenario->facts, day (AS_OF), NULL);
      expected = tenure_terms_new (edited, day (AS_OF), NULL);
      for (guint i = 0; i < found->n_agreements; i++)
        {
          g_assert_cmpint (found->agreements[i].committed_end, ==, expected->agreements[i].committed_end);
          g_assert_cmpint (found->agreements[i].annual_minor, ==, expected->agreements[i].annual_minor);
          g_assert_cmpint (found->agreements[i].total_minor, ==, expected->agreements[i].total_minor);
          g_assert_cmpint (found->agreements[i].status, ==, expected->agreements[i].status);
          g_assert_cmpint (found->agreements[i].chain_length, ==, expected->agreements[i].chain_length);
          g_assert_cmpint (found->agreements[i].decision_day, ==, expected->agreements[i].decision_day);
        }
    }
}

/* There and back again is where it was, but for the pennies that are rounded twice. */
static void
test_random_there_and_back (void)
{
  for (int round = 0; round < 200; round++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autoptr (TenureFacts) facts = NULL;
      g_autoptr (TenureScenario) scenario = NULL;
      TenureScenarioChange changes[2];
      TenureFactAgreement agreement = random_agreement (0);

      fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
      agreement.start = tenure_day_month_start (agreement.start);
      agreement.end = tenure_day_add_months (agreement.start, 12 * g_test_rand_int_range (2, 6)) - 1;
      agreement.basis = TENURE_BASIS_TOTAL;
      fixture_add_agreement (fixture, agreement);
      facts = fixture_end (fixture);
      changes[0] = (TenureScenarioChange){ TENURE_SCENARIO_EXTEND, facts->agreements[0].id,
                                           .months = 12 * g_test_rand_int_range (1, 4) };
      changes[1] =
          (TenureScenarioChange){ TENURE_SCENARIO_MOVE_END, facts->agreements[0].id, .day = agreement.end };
      scenario = tenure_scenario_new (facts, day (AS_OF), changes, 2);
      assert_taken (scenario);
      g_assert_cmpint (scenario->facts->agreements[0].end, ==, agreement.end);
      g_assert_cmpint (ABS (scenario->facts->agreements[0].value_minor - agreement.value_minor), <=, 12);
    }
}


/* Links and what hangs on agreements, looked up by id: what pointed at a merged one points at the one that is kept. */
static void
test_random_merge (void)
{
  for (int round = 0; round < 100; round++)
    {
      enum
      {
        N = 10
      };
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autoptr (TenureFacts) facts = NULL;
      g_autoptr (TenureScenario) scenario = NULL;
      guint32 kept = (guint32) g_test_rand_int_range (0, N), other = (kept + (guint32) g_test_rand_int_range (1, N)) % N;
      guint32 into[N];
      guint n_found = 0;

      fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
      for (guint32 i = 0; i < N; i++)
        {
          fixture_add_agreement (fixture, random_agreement (i));
          for (int outcomes = g_test_rand_int_range (0, 3); outcomes > 0; outcomes--)
            fixture_add_referrals (fixture, "2026-04-01", "2026-06-30", (gint32) i, 10);
          into[i] = i == other ? kept : i;
        }
      facts = fixture_end (fixture);
      scenario = change_one (facts, (TenureScenarioChange){ TENURE_SCENARIO_MERGE, facts->agreements[kept].id,
                                                            .others = &facts->agreements[other].id, .n_others = 1,
                                                            .day = day ("2040-03-31") });
      assert_taken (scenario);
      g_assert_cmpuint (scenario->facts->n_agreements, ==, N - 1);
      for (guint32 i = 0; i < N; i++)
        {
          const TenureFactAgreement *was = &facts->agreements[i], *is = &scenario->facts->agreements[scenario->places[i]];
          guint n = 0;
          const TenureFactReferrals *own = tenure_facts_get_referrals (scenario->facts, scenario->places[i], &n);

          g_assert_cmpint (is->id, ==, facts->agreements[into[i]].id);
          for (guint referral = 0; referral < n; referral++)
            g_assert_cmpuint (into[own[referral].received], ==, into[i]);
          n_found += i != other ? n : 0;
          if (i == kept || i == other)
            continue;
          g_assert_cmpint (is->predecessor >= 0 ? scenario->facts->agreements[is->predecessor].id : 0, ==,
                           was->predecessor >= 0 ? facts->agreements[into[was->predecessor]].id : 0);
          g_assert_cmpint (is->lead >= 0 ? scenario->facts->agreements[is->lead].id : 0, ==,
                           was->lead >= 0 ? facts->agreements[into[was->lead]].id : 0);
        }
      g_assert_cmpuint (n_found, ==, facts->n_referrals);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario/extend", test_extend);
  g_test_add_func ("/scenario/extend-the-last-day", test_extend_the_last_day);
  g_test_add_func ("/scenario/exercise", test_exercise);
  g_test_add_func ("/scenario/move-end", test_move_end);
  g_test_add_func ("/scenario/end-early", test_end_early);
  g_test_add_func ("/scenario/uplift", test_uplift);
  g_test_add_func ("/scenario/add", test_add);
  g_test_add_func ("/scenario/merge", test_merge);
  g_test_add_func ("/scenario/unknown", test_unknown);
  g_test_add_func ("/scenario/random-ends", test_random_ends);
  g_test_add_func ("/scenario/random-there-and-back", test_random_there_and_back);
  g_test_add_func ("/scenario/random-merge", test_random_merge);
  return g_test_run ();
}
