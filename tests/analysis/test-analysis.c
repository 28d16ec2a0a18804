/* An analysis narrowed to a selection is the one computed for that selection from the beginning. */

#include "analysis/analysis.h"

#include "fixture.h"

#define N_AGREEMENTS 60

static TenureFacts *
make_facts (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (int i = 0; i < 8; i++)
    fixture_add_organisation (fixture, "Lantern House", i % 3 == 0 ? TENURE_FACT_UNKNOWN : TENURE_FACT_YES);
  for (int i = 0; i < N_AGREEMENTS; i++)
    {
      TenureFactAgreement agreement = fixture_term (i % 8, NULL, NULL, 1000 * (1 + i % 7));

      agreement.start = tenure_day_add_months (day ("2023-04-01"), g_rand_int_range (random, 0, 60));
      agreement.end = i % 9 == 0 ? TENURE_DAY_NONE : tenure_day_add_months (agreement.start, 6 + i % 40) - 1;
      fixture_add_agreement (fixture, agreement);
    }
  return fixture_end (fixture);
}

static void
assert_same (const TenureAnalysis *narrowed, const TenureAnalysis *anew)
{
  const TenurePortfolio *a = narrowed->portfolio, *b = anew->portfolio;

  g_assert_cmpuint (a->n_agreements, ==, b->n_agreements);
  g_assert_cmpuint (a->n_running, ==, b->n_running);
  g_assert_cmpuint (a->n_scope_known, ==, b->n_scope_known);
  g_assert_cmpint (a->cliff.minor, ==, b->cliff.minor);
  g_assert_cmpint (a->pile_up.minor, ==, b->pile_up.minor);
  g_assert_cmpuint (narrowed->beside->n_agreements, ==, anew->beside->n_agreements);
  g_assert_cmpuint (narrowed->flags->n_flags, ==, anew->flags->n_flags);
  for (guint i = 0; i < anew->flags->n_flags; i++)
    {
      const TenureFlag *left = &narrowed->flags->flags[i], *right = &anew->flags->flags[i];

      g_assert_cmpint (left->rule, ==, right->rule);
      g_assert_cmpint (left->level, ==, right->level);
      g_assert_cmpint (left->id, ==, right->id);
    }
}

static void
test_narrow (void)
{
  /* Every how many agreements are selected; 100: the first alone. */
  static const guint steps[] = { 1, 2, 3, 7, 100 };
  g_autoptr (TenureFacts) facts = make_facts ();
  g_autoptr (TenureAnalysis) whole = tenure_analysis_new (facts, day ("2026-11-21"), NULL, NULL);

  for (gsize s = 0; s < G_N_ELEMENTS (steps); s++)
    {
      guint32 chosen[N_AGREEMENTS];
      TenureSelection selection = { .agreements = chosen };
      g_autoptr (TenureAnalysis) narrowed = NULL;
      g_autoptr (TenureAnalysis) anew = NULL;

      for (guint i = 0; i < N_AGREEMENTS; i += steps[s])
        chosen[selection.n_agreements++] = i;
      narrowed = tenure_analysis_narrow (whole, &selection, NULL);
      anew = tenure_analysis_new (facts, day ("2026-11-21"), NULL, &selection);
      g_assert_nonnull (narrowed);
      g_assert_true (narrowed->terms == whole->terms && narrowed->boards == whole->boards);
      assert_same (narrowed, anew);
    }
}

/* A part of a portfolio that was searched for: rule D3 says of it what it says of the whole. */
static void
test_narrow_judged (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureAnalysis) whole = NULL, alone = NULL, part = NULL;
  guint32 chosen[24];
  TenureSelection selection = { chosen, G_N_ELEMENTS (chosen) };

  /* 48 providers of £10,000 a year each, but for one of £100,000: alone or among 24 it weighs more. */
  for (guint i = 0; i < 48; i++)
    {
      gint32 provider = fixture_add_organisation (fixture, "Provider", TENURE_FACT_YES);

      fixture_add_agreement (fixture, fixture_term (provider, "2026-04-01", "2027-03-31", i == 0 ? 100000 : 10000));
    }
  for (guint32 i = 0; i < G_N_ELEMENTS (chosen); i++)
    chosen[i] = i;
  facts = fixture_end (fixture);
  whole = tenure_analysis_new (facts, day ("2026-11-21"), NULL, NULL);
  alone = tenure_analysis_narrow (whole, &selection, NULL);
  part = tenure_analysis_narrow (whole, &selection, whole->portfolio);
  g_assert_cmpuint (whole->flags->counts[TENURE_RULE_D3][TENURE_LEVEL_NOTE], ==, 0);
  g_assert_cmpuint (alone->flags->counts[TENURE_RULE_D3][TENURE_LEVEL_NOTE], ==, 1);
  g_assert_cmpuint (part->flags->counts[TENURE_RULE_D3][TENURE_LEVEL_NOTE], ==, 0);
  g_assert_cmpuint (part->portfolio->n_agreements, ==, G_N_ELEMENTS (chosen));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/narrow", test_narrow);
  g_test_add_func ("/analysis/narrow-judged", test_narrow_judged);
  return g_test_run ();
}
