/* What becomes of flags when a rule changes, against counting record by record. */

#include "judged.h"

#include "analysis/flag-moves.h"

static TenureLevel
level_of (const TenureFlags *flags, guint rule, TenureRecordType type, TenureId id)
{
  for (guint i = 0; i < flags->n_flags; i++)
    if (flags->flags[i].rule == rule && flags->flags[i].record_type == (int) type && flags->flags[i].id == id)
      return (TenureLevel) flags->flags[i].level;
  return TENURE_LEVEL_NONE;
}

static Judged
judge_terms (guint n)
{
  g_autoptr (Fixture) fixture = fixture_new ();

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  for (guint i = 0; i < n; i++)
    {
      TenureFactAgreement agreement = fixture_term (0, "2026-01-01", NULL, 1000);

      if (g_test_rand_int_range (0, 5) > 0)
        agreement.end = agreement.start + g_test_rand_int_range (300, 1400);
      fixture_add_agreement (fixture, agreement);
    }
  return judge (fixture);
}

static void
set (TenureRule *rules, gint32 hundredths_t1, gint32 hundredths_n2, TenureLevel t1)
{
  TenureRuleSetting *settings = g_new (TenureRuleSetting, 2);

  for (int i = 0; i < 2; i++)
    settings[i] = (TenureRuleSetting) TENURE_RULE_SETTING_INIT;
  settings[0].rule = TENURE_RULE_T1;
  settings[0].thresholds[TENURE_THRESHOLD_RED] = hundredths_t1;
  settings[0].level = t1;
  settings[1].rule = TENURE_RULE_N2;
  settings[1].thresholds[TENURE_THRESHOLD_RED] = hundredths_n2;
  tenure_rules_effective (settings, 2, day (AS_OF), TENURE_ID_NONE, rules);
  for (int id = 0; id < TENURE_N_RULES; id++)
    rules[id].setting = NULL;
  g_free (settings);
}

static void
test_random (void)
{
  for (int round = 0; round < 30; round++)
    {
      g_auto (Judged) judged = judge_terms (60);
      TenureRule rules[TENURE_N_RULES];
      TenureAnalysisOptions options = { .rules = rules };
      g_autoptr (TenureAnalysis) after = NULL;
      g_autofree TenureFlagMoves *moves = NULL;
      TenureFlagMoves slow = { 0 };

      set (rules, 100 * g_test_rand_int_range (6, 30), 100 * g_test_rand_int_range (0, 6),
           g_test_rand_bit () ? TENURE_LEVEL_AMBER : TENURE_LEVEL_NONE);
      after = tenure_analysis_new (judged.facts, day (AS_OF), &options, NULL);
      moves = tenure_flag_moves_new (judged.analysis->flags, after->flags);
      for (guint rule = 0; rule < TENURE_N_RULES; rule++)
        for (guint i = 0; i < judged.facts->n_agreements; i++)
          {
            TenureId id = judged.facts->agreements[i].id;
            TenureLevel was = level_of (judged.analysis->flags, rule, TENURE_RECORD_AGREEMENT, id);
            TenureLevel is = level_of (after->flags, rule, TENURE_RECORD_AGREEMENT, id);

            slow.n[rule][was][is] += was != is;
          }
      g_assert_cmpmem (moves, sizeof *moves, &slow, sizeof slow);
      g_assert_cmpint (tenure_flag_moves_any (moves), ==, tenure_flag_moves_any (&slow));
    }
}

static void
test_words (void)
{
  TenureFlagMoves moves = { 0 };
  g_autofree char *nothing = tenure_flag_moves_dup_label (&moves, TENURE_RULE_T1), *all = NULL;

  g_assert_null (nothing);
  g_assert_false (tenure_flag_moves_any (&moves));
  moves.n[TENURE_RULE_T1][TENURE_LEVEL_NONE][TENURE_LEVEL_RED] = 3;
  moves.n[TENURE_RULE_T1][TENURE_LEVEL_NONE][TENURE_LEVEL_AMBER] = 1000;
  moves.n[TENURE_RULE_T1][TENURE_LEVEL_NOTE][TENURE_LEVEL_NONE] = 2;
  moves.n[TENURE_RULE_T1][TENURE_LEVEL_AMBER][TENURE_LEVEL_RED] = 1;
  all = tenure_flag_moves_dup_label (&moves, TENURE_RULE_T1);
  g_assert_cmpstr (all, ==, "3 red, 1,000 amber more; 2 note fewer; 1 from amber to red");
  g_assert_true (tenure_flag_moves_any (&moves));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flag-moves/random", test_random);
  g_test_add_func ("/flag-moves/words", test_words);
  return g_test_run ();
}
