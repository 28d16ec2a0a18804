/* The cheapest extensions: a case worked by hand, and random ones against all sets. */

#include "fixture.h"

#include "analysis/provider.h"
#include "analysis/scenario-propose.h"
#include "analysis/scenario.h"

#define AS_OF "2026-11-21"
#define IN_A_YEAR "2027-11-21"

/* --- The search by itself ------------------------------------------------------------------------------------- */

static gint64
cheapest (const gint64 *gains, const gint64 *costs, guint n, gint64 need)
{
  gint64 best = -1;

  for (guint set = 0; set < 1u << n; set++)
    {
      gint64 gain = 0, cost = 0;

      for (guint i = 0; i < n; i++)
        if (set & (1u << i))
          {
            gain += gains[i];
            cost += costs[i];
          }
      if (gain >= need && (best < 0 || cost < best))
        best = cost;
    }
  return best;
}

static void
assert_search (const gint64 *gains, const gint64 *costs, guint n, gint64 need, guint max_states)
{
  gboolean chosen[12], exact = FALSE;
  gint64 least = -1, best = cheapest (gains, costs, n, need), gain = 0, cost = 0;

  if (!tenure_proposal_search (gains, costs, n, need, max_states, chosen, &least, &exact))
    {
      g_assert_cmpint (best, ==, -1);
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      gain += chosen[i] ? gains[i] : 0;
      cost += chosen[i] ? costs[i] : 0;
    }
  g_assert_cmpint (gain, >=, need);
  g_assert_cmpint (least, <=, best);
  g_assert_cmpint (cost, >=, best);
  if (exact)
    {
      g_assert_cmpint (cost, ==, best);
      g_assert_cmpint (least, ==, best);
    }
  else
    g_assert_cmpuint (max_states, <, 1u << n);
}

static void
test_search (void)
{
  for (int round = 0; round < 500; round++)
    {
      gint64 gains[12], costs[12];
      guint n = (guint) g_test_rand_int_range (0, 13);
      gint32 spread = g_test_rand_bit () ? 6 : 100000;

      for (guint i = 0; i < n; i++)
        {
          gains[i] = g_test_rand_int_range (0, spread);
          costs[i] = g_test_rand_int_range (0, spread);
        }
      for (int bounded = 0; bounded < 2; bounded++)
        assert_search (gains, costs, n, g_test_rand_int_range (1, spread * 4), bounded ? 3 : 1u << 13);
    }
}

/* --- Portfolios ----------------------------------------------------------------------------------------------- */

static TenureFactAgreement
yearly (gint32 provider, const char *start, const char *end, gint64 pounds)
{
  TenureFactAgreement agreement = fixture_term (provider, start, end, pounds);

  agreement.basis = TENURE_BASIS_ANNUAL;
  agreement.funder_without_cause = TENURE_FACT_NO;
  return agreement;
}

static const TenureProposalProvider *
provider_at (const TenureProposal *proposal, guint i)
{
  return &g_array_index (proposal->providers, TenureProposalProvider, i);
}

/* £30,000, £20,000 and £50,000 a year end in March, June and March; £100,000 a year is secured. 60 % of £200,000 lacks
 * £20,000: the second needs 5 months for it, £8,333.33; the first 8, £20,000. */
static void
test_by_hand (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureAnalysis) analysis = NULL;
  g_autoptr (TenureProposal) proposal = NULL;
  const TenureProposedExtension *extension;

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  fixture_add_organisation (fixture, "Harbour Rights", TENURE_FACT_YES);
  fixture_add_organisation (fixture, "Mill Lane", TENURE_FACT_YES);
  fixture_add_agreement (fixture, yearly (0, "2025-04-01", "2027-03-31", 30000));
  fixture_add_agreement (fixture, yearly (0, "2025-07-01", "2027-06-30", 20000));
  fixture_add_agreement (fixture, yearly (0, "2025-04-01", "2027-03-31", 50000));
  fixture_add_agreement (fixture, yearly (0, "2025-04-01", "2030-03-31", 100000));
  fixture_add_agreement (fixture, yearly (1, "2025-04-01", "2030-03-31", 1000));
  fixture_add_agreement (fixture, yearly (2, "2025-04-01", "2027-03-31", 1000));
  facts = fixture_end (fixture);
  facts->agreements[5].terminated = day ("2027-01-31");
  analysis = tenure_analysis_new (facts, day (AS_OF), NULL, NULL);
  proposal = tenure_proposal_new (analysis, 6000);
  g_assert_cmpuint (proposal->providers->len, ==, 3);
  g_assert_cmpint (provider_at (proposal, 0)->state, ==, TENURE_PROPOSAL_CHEAPEST);
  g_assert_cmpint (provider_at (proposal, 0)->secured.integer, ==, 10000000);
  g_assert_cmpint (provider_at (proposal, 1)->state, ==, TENURE_PROPOSAL_ENOUGH);
  g_assert_cmpint (provider_at (proposal, 2)->state, ==, TENURE_PROPOSAL_OUT_OF_REACH);
  g_assert_cmpuint (proposal->extensions->len, ==, 1);
  extension = &g_array_index (proposal->extensions, TenureProposedExtension, 0);
  g_assert_cmpuint (extension->agreement, ==, 1);
  g_assert_cmpint (extension->months, ==, 5);
  g_assert_cmpint (extension->cost_minor, ==, 833333);
  g_assert_cmpint (proposal->cost_minor, ==, 833333);
  g_assert_cmpint (proposal->least_minor, ==, 833333);
  g_assert_cmpuint (proposal->n_out_of_reach, ==, 1);
}

/* £100,000 a year go to a lead, which passes £40,000 of them on; both end in March. Eight months of the lead are £66,666.67,
 * and the money that it passes on is in them. Where the lead runs on anyhow, the extension below it takes nothing. */
static void
test_passed_on (void)
{
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autoptr (TenureFacts) facts = NULL;
      g_autoptr (TenureAnalysis) analysis = NULL;
      g_autoptr (TenureProposal) proposal = NULL;
      const TenureProposedExtension *below;
      gint64 cost = round == 0 ? 6666667 : 0;

      fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
      fixture_add_organisation (fixture, "Harbour Rights", TENURE_FACT_YES);
      fixture_add_agreement (fixture, yearly (0, "2025-04-01", round == 0 ? "2027-03-31" : "2030-03-31", 100000));
      fixture_add_agreement (fixture, yearly (1, "2025-04-01", "2027-03-31", 40000));
      facts = fixture_end (fixture);
      facts->agreements[1].lead = 0;
      analysis = tenure_analysis_new (facts, day (AS_OF), NULL, NULL);
      proposal = tenure_proposal_new (analysis, 6000);
      g_assert_cmpuint (proposal->extensions->len, ==, 2 - round);
      below = &g_array_index (proposal->extensions, TenureProposedExtension, 1 - round);
      g_assert_cmpuint (below->agreement, ==, 1);
      g_assert_true (below->in_lead);
      g_assert_cmpint (below->cost_minor, ==, 2666667);
      g_assert_cmpint (proposal->cost_minor, ==, cost);
      g_assert_cmpint (proposal->least_minor, ==, cost);
      g_assert_cmpint (provider_at (proposal, 1)->cost_minor, ==, 0);
      g_assert_cmpint (provider_at (proposal, 1)->state, ==, TENURE_PROPOSAL_CHEAPEST);
    }
}

static TenureProviderFigures
provider_figures (const TenureFacts *facts, guint organisation)
{
  g_autoptr (TenureTerms) terms = tenure_terms_new (facts, day (AS_OF), NULL);
  g_autoptr (TenureProviders) providers = tenure_providers_new (terms);
  g_autoptr (TenureProviderIndex) index = tenure_provider_index_new (facts);
  guint first = index->first[organisation];

  return tenure_provider_figures (providers, organisation, index->agreements + first,
                                  index->first[organisation + 1] - first);
}

static gboolean
is_enough (const TenureFacts *facts, guint organisation, gint32 share_bp)
{
  TenureProviderFigures figures = provider_figures (facts, organisation);

  return figures.secured[2].integer * 10000 >= figures.annual.integer * share_bp;
}

static gint64
total_of (const TenureFacts *facts, guint index)
{
  g_autoptr (TenureTerms) terms = tenure_terms_new (facts, day (AS_OF), NULL);

  return terms->agreements[index].total_minor;
}

/* What the cheapest of all sets of extensions costs, each tried whole; -1 where none is enough. */
static gint64
try_all (const TenureFacts *facts, guint organisation, gint32 share_bp)
{
  gint64 best = -1;
  guint own[8], n = 0;

  for (guint i = 0; i < facts->n_agreements; i++)
    if (facts->agreements[i].provider == (gint32) organisation && facts->agreements[i].end < day (IN_A_YEAR))
      own[n++] = i;
  for (guint set = 0; set < 1u << n; set++)
    {
      TenureScenarioChange changes[8];
      g_autoptr (TenureScenario) scenario = NULL;
      guint n_changes = 0;
      gint64 cost = 0;

      for (guint i = 0; i < n; i++)
        {
          TenureScenarioChange change = { TENURE_SCENARIO_EXTEND, facts->agreements[own[i]].id, .months = 1 };

          if (!(set & (1u << i)))
            continue;
          while (tenure_day_add_months (facts->agreements[own[i]].end + 1, change.months) - 1 < day (IN_A_YEAR))
            change.months++;
          changes[n_changes++] = change;
        }
      scenario = tenure_scenario_new (facts, day (AS_OF), changes, n_changes);
      for (guint i = 0; i < n; i++)
        cost += total_of (scenario->facts, own[i]) - total_of (facts, own[i]);
      if (is_enough (scenario->facts, organisation, share_bp) && (best < 0 || cost < best))
        best = cost;
    }
  return best;
}

static void
assert_proposal (const TenureFacts *facts, const TenureProposal *proposal, gint32 share_bp)
{
  g_autofree TenureScenarioChange *changes = g_new0 (TenureScenarioChange, proposal->extensions->len + 1);
  g_autoptr (TenureScenario) scenario = NULL;

  for (guint i = 0; i < proposal->extensions->len; i++)
    {
      const TenureProposedExtension *extension = &g_array_index (proposal->extensions, TenureProposedExtension, i);

      changes[i] = (TenureScenarioChange){ TENURE_SCENARIO_EXTEND, facts->agreements[extension->agreement].id,
                                           .months = extension->months };
    }
  scenario = tenure_scenario_new (facts, day (AS_OF), changes, proposal->extensions->len);
  g_assert_cmpuint (scenario->n_problems, ==, 0);
  for (guint i = 0; i < proposal->providers->len; i++)
    {
      const TenureProposalProvider *provider = provider_at (proposal, i);
      gint64 best = try_all (facts, provider->organisation, share_bp);

      g_assert_cmpint (provider->state == TENURE_PROPOSAL_OUT_OF_REACH, ==, best < 0);
      if (best < 0)
        continue;
      g_assert_cmpint (provider->cost_minor, ==, best);
      g_assert_cmpint (provider->state == TENURE_PROPOSAL_ENOUGH, ==, is_enough (facts, provider->organisation, share_bp));
      g_assert_true (is_enough (scenario->facts, provider->organisation, share_bp));
    }
}

/* Of agreements that the funder may end by notice, too, which no extension secures. */
static void
test_random (void)
{
  for (int round = 0; round < 25; round++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autoptr (TenureFacts) facts = NULL;
      g_autoptr (TenureAnalysis) analysis = NULL;
      g_autoptr (TenureProposal) proposal = NULL;
      gint32 share_bp = g_test_rand_int_range (1, 10001);

      fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
      fixture_add_organisation (fixture, "Harbour Rights", TENURE_FACT_YES);
      for (int i = 0; i < 10; i++)
        {
          TenureFactAgreement agreement = yearly (i % 2, "2024-04-01", "2027-03-31", g_test_rand_int_range (1, 100000));

          agreement.end = day (AS_OF) + g_test_rand_int_range (0, 700);
          if (g_test_rand_int_range (0, 4) == 0)
            {
              agreement.funder_without_cause = TENURE_FACT_YES;
              agreement.funder_notice = TENURE_DURATION_MONTHS ((gint16) g_test_rand_int_range (1, 14));
            }
          fixture_add_agreement (fixture, agreement);
        }
      facts = fixture_end (fixture);
      analysis = tenure_analysis_new (facts, day (AS_OF), NULL, NULL);
      proposal = tenure_proposal_new (analysis, share_bp);
      g_assert_cmpuint (proposal->providers->len, ==, 2);
      assert_proposal (facts, proposal, share_bp);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario-propose/search", test_search);
  g_test_add_func ("/scenario-propose/by-hand", test_by_hand);
  g_test_add_func ("/scenario-propose/passed-on", test_passed_on);
  g_test_add_func ("/scenario-propose/random", test_random);
  return g_test_run ();
}
