/* What is common to all rules: scope, selection, exemptions, severity, own thresholds, words. */

#include "judged.h"

#include <string.h>

static void
test_scope (void)
{
  static const struct
  {
    TenureFact vcs;
    TenureLevel level;
    guint unknown;
  } cases[] = {
    { TENURE_FACT_YES, TENURE_LEVEL_RED, 0 },
    { TENURE_FACT_NO, TENURE_LEVEL_NONE, 0 },
    { TENURE_FACT_UNKNOWN, TENURE_LEVEL_NONE, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_auto (Judged) judged = { 0 };

      fixture_add_organisation (fixture, "Lantern House", cases[i].vcs);
      fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2027-03-31", 12000));
      judged = judge (fixture);
      assert_level (&judged, TENURE_RULE_T1, 0, cases[i].level, 0);
      g_assert_cmpuint (judged.analysis->flags->n_scope_unknown, ==, cases[i].unknown);
    }
}

/* --- Exemptions, severity, words --- */

static void
test_exemptions (void)
{
  static const struct
  {
    int rule;
    const char *from, *review;
    gboolean exempted;
  } cases[] = {
    { TENURE_RULE_T1, NULL, "2026-11-22", TRUE },
    { TENURE_RULE_T1, NULL, "2026-11-21", FALSE }, /* from this day on the rule applies again */
    { TENURE_RULE_T1, "2026-11-21", "2027-11-21", TRUE },
    { TENURE_RULE_T1, "2026-11-22", "2027-11-21", FALSE },
    { TENURE_RULE_T1, NULL, NULL, FALSE }, /* without a review day it would hold for ever */
    { TENURE_RULE_N1, NULL, "2027-11-21", FALSE },
    { -1, NULL, "2027-11-21", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      TenureFactExemption exemption = { .rule = cases[i].rule, .from_day = day (cases[i].from),
                                        .review = day (cases[i].review), .reason = "A pilot meant to be short" };
      g_auto (Judged) judged = { 0 };
      const TenureFlags *flags;

      fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
      fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2027-03-31", 12000));
      exemption.record = g_array_index (fixture->agreements, TenureFactAgreement, 0).id;
      fixture_add_exemption (fixture, exemption);
      judged = judge (fixture);
      flags = judged.analysis->flags;
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      assert_level (&judged, TENURE_RULE_T1, 0, cases[i].exempted ? TENURE_LEVEL_NONE : TENURE_LEVEL_RED, 0);
      g_assert_cmpuint (flags->counts[TENURE_RULE_T1][TENURE_LEVEL_RED], ==, cases[i].exempted ? 0 : 1);
      if (cases[i].rule != TENURE_RULE_T1 || !cases[i].exempted)
        continue;
      g_assert_cmpuint (flags->n_exempted, ==, 1);
      g_assert_cmpint (flags->exempted[0].rule, ==, TENURE_RULE_T1);
      g_assert_cmpint (flags->exempted[0].exemption, ==, 0);
    }
}

static void
test_seat_exempted_with_its_board (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  TenureFactSeat seat = fixture_seat (TENURE_BLOC_VCS);
  TenureFactExemption exemption = { .rule = TENURE_RULE_G8, .from_day = TENURE_DAY_NONE, .review = day ("2027-11-21"),
                                    .reason = "An audit committee" };
  g_auto (Judged) judged = { 0 };

  fixture_add_board (fixture, fixture_board ("Audit Committee"));
  seat.established = day ("2020-01-01");
  fixture_add_seat (fixture, seat);
  exemption.record = g_array_index (fixture->boards, TenureFactBoard, 0).id;
  fixture_add_exemption (fixture, exemption);
  judged = judge (fixture);
  assert_level (&judged, TENURE_RULE_G8, 0, TENURE_LEVEL_NONE, 0);
  g_assert_cmpuint (judged.analysis->flags->n_exempted, ==, 1);
}

/* Rules over everything together are exempted under no record's id; one of another record does not quiet them. */
static void
test_whole_exempted (void)
{
  for (int whole = 0; whole < 2; whole++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      TenureFactExemption exemption = { .rule = TENURE_RULE_G5, .from_day = TENURE_DAY_NONE, .review = day ("2027-11-21"),
                                        .reason = "Elections are under way" };
      g_autoptr (GPtrArray) exempted = NULL;
      g_auto (Judged) judged = { 0 };

      fixture_add_person (fixture, "Robin Vale");
      fixture_add_board (fixture, fixture_board ("Place Board"));
      for (int seat = 0; seat < 5; seat++)
        {
          fixture_add_seat (fixture, fixture_seat (TENURE_BLOC_VCS));
          fixture_add_appointment (fixture, fixture_appointment (0));
        }
      exemption.record = whole ? TENURE_ID_NONE : g_array_index (fixture->boards, TenureFactBoard, 0).id;
      fixture_add_exemption (fixture, exemption);
      judged = judge (fixture);
      exempted = tenure_flags_find_exempted (judged.analysis->flags, TENURE_RECORD_PORTFOLIO, TENURE_ID_NONE);
      g_test_message ("whole: %d", whole);
      assert_level (&judged, TENURE_RULE_G5, -1, whole ? TENURE_LEVEL_NONE : TENURE_LEVEL_RED, 0);
      g_assert_cmpuint (exempted->len, ==, whole ? 1 : 0);
    }
}

/* The worst rule that fires: on the agreement, and on its provider. */
static void
test_severity (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint32));
  TenureFactAgreement agreement = fixture_term (0, "2026-04-01", "2028-03-31", 12000);
  g_auto (Judged) judged = { 0 };
  const TenureFlags *flags;

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  fixture_add_organisation (fixture, "Harbour Rights", TENURE_FACT_YES);
  fixture_add_agreement (fixture, agreement);
  agreement.provider = 1;
  fixture_add_agreement (fixture, agreement);
  agreement.end = day ("2027-03-31");
  fixture_add_agreement (fixture, agreement);
  judged = judge (fixture);
  flags = judged.analysis->flags;
  g_assert_cmpint (flags->agreement_levels[0], ==, TENURE_LEVEL_AMBER);
  g_assert_cmpint (flags->agreement_levels[2], ==, TENURE_LEVEL_RED);
  g_assert_cmpint (flags->organisation_levels[0], ==, TENURE_LEVEL_AMBER);
  g_assert_cmpint (flags->organisation_levels[1], ==, TENURE_LEVEL_RED);

  found = tenure_flags_find (flags, TENURE_RECORD_AGREEMENT, judged.facts->agreements[2].id);
  g_assert_cmpuint (found->len, >=, 3);
  for (guint i = 1; i < found->len; i++)
    g_assert_cmpint (((TenureFlag *) found->pdata[i - 1])->level, >=, ((TenureFlag *) found->pdata[i])->level);
  tenure_flags_sort_worst (flags, order);
  g_assert_cmpuint (order->len, ==, flags->n_flags);
  for (guint i = 1; i < order->len; i++)
    g_assert_cmpint (flags->flags[g_array_index (order, guint32, i - 1)].level, >=,
                     flags->flags[g_array_index (order, guint32, i)].level);
}

/* Only the agreements selected; boards whatever is selected. */
static void
test_selection (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  TenureFactBoard board = fixture_board ("Place Board");
  static const guint32 chosen[] = { 1, 99 };
  const TenureSelection selection = { chosen, G_N_ELEMENTS (chosen) };
  g_auto (Judged) judged = { 0 };

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2027-03-31", 12000));
  fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2027-03-31", 12000));
  board.voice_expected = TENURE_FACT_YES;
  add_board (fixture, board, 0, 3, 0, 1);
  judged.facts = fixture_end (fixture);
  judged.analysis = tenure_analysis_new (judged.facts, day (AS_OF), NULL, &selection);
  assert_level (&judged, TENURE_RULE_T1, 0, TENURE_LEVEL_NONE, 0);
  assert_level (&judged, TENURE_RULE_T1, 1, TENURE_LEVEL_RED, 0);
  assert_level (&judged, TENURE_RULE_G1, 0, TENURE_LEVEL_RED, 0);
}

/* A caller's own thresholds instead of the catalogue's. */
static void
test_own_rules (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  TenureRule rules[TENURE_N_RULES];
  TenureAnalysisOptions options = { .rules = rules };
  g_auto (Judged) judged = { 0 };

  for (int rule = 0; rule < TENURE_N_RULES; rule++)
    rules[rule] = *tenure_rule ((TenureRuleId) rule);
  rules[TENURE_RULE_T1].red = 24;
  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2028-03-31", 12000));
  judged.facts = fixture_end (fixture);
  judged.analysis = tenure_analysis_new (judged.facts, day (AS_OF), &options, NULL);
  assert_level (&judged, TENURE_RULE_T1, 0, TENURE_LEVEL_RED, 0);
  assert_level (&judged, TENURE_RULE_T2, 0, TENURE_LEVEL_NONE, 0);
}

/* A rule is in force from its first day to its last, and silent on any other. */
static void
test_rules_in_force (void)
{
  static const struct
  {
    const char *from, *until;
    TenureLevel level;
  } cases[] = {
    { NULL, NULL, TENURE_LEVEL_RED },       { AS_OF, AS_OF, TENURE_LEVEL_RED },
    { "2026-11-22", NULL, TENURE_LEVEL_NONE }, { NULL, "2026-11-20", TENURE_LEVEL_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      TenureRule rules[TENURE_N_RULES];
      TenureAnalysisOptions options = { .rules = rules };
      g_auto (Judged) judged = { 0 };

      for (int rule = 0; rule < TENURE_N_RULES; rule++)
        rules[rule] = *tenure_rule ((TenureRuleId) rule);
      rules[TENURE_RULE_T1].from = day (cases[i].from);
      rules[TENURE_RULE_T1].until = day (cases[i].until);
      fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
      fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2027-03-31", 12000));
      judged.facts = fixture_end (fixture);
      judged.analysis = tenure_analysis_new (judged.facts, day (AS_OF), &options, NULL);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      assert_level (&judged, TENURE_RULE_T1, 0, cases[i].level, 0);
    }
}

/* Every flag of a fixture where most rules fire can say why, in words, as lines and as JSON. */
static void
test_words (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  TenureFactBoard board = fixture_board ("Place Board");
  TenureFactAgreement agreement = fixture_term (0, "2025-04-01", "2026-03-31", 12000);
  TenureFactSeat seat = fixture_seat (TENURE_BLOC_VCS);
  g_auto (Judged) judged = { 0 };
  guint seen[TENURE_N_RULES] = { 0 };

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  fixture_add_agreement (fixture, agreement);
  agreement = fixture_term (0, "2026-04-15", "2027-01-31", 12000);
  agreement.predecessor = 0;
  agreement.signed_day = day ("2026-05-01");
  agreement.funder_without_cause = TENURE_FACT_YES;
  agreement.funder_notice = TENURE_DURATION_MONTHS (1);
  agreement.full_cost_known = agreement.other_funding_known = TRUE;
  agreement.full_cost_minor = 1500000;
  fixture_add_agreement (fixture, agreement);
  fixture_add_extension (fixture, TENURE_DURATION_MONTHS (12), TENURE_DAY_NONE);
  fixture_add_agreement (fixture, fixture_agreement ("Nothing known"));
  g_array_index (fixture->agreements, TenureFactAgreement, 2).provider = 0;
  fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2028-03-31", 12000));
  board.voice_expected = board.votes = TENURE_FACT_YES;
  board.target_bp = 2000;
  add_board (fixture, board, 0, 5, 0, 1);
  add_board (fixture, board, 1, 9, 0, 0);
  seat.established = day ("2020-01-01");
  fixture_add_seat (fixture, seat);
  judged = judge (fixture);
  for (guint i = 0; i < judged.analysis->flags->n_flags; i++)
    {
      const TenureFlag *flag = &judged.analysis->flags->flags[i];
      g_autofree char *reason = tenure_flag_dup_reason (judged.analysis->flags, flag);
      g_autofree char *name = tenure_flag_dup_name (judged.analysis->flags, flag);
      g_autoptr (TenureExplanation) explanation = tenure_flag_explain (judged.analysis->flags, flag);
      g_autofree char *text = tenure_explanation_dup_text (explanation);
      g_autoptr (GString) json = g_string_new (NULL);

      seen[flag->rule]++;
      tenure_flag_append_inputs_json (judged.analysis->flags, flag, json);
      g_test_message ("%s\n%s\n%s", name, text, json->str);
      g_assert_true (g_str_has_suffix (reason, "."));
      g_assert_cmpuint (explanation->lines->len, >, 0);
      g_assert_nonnull (explanation->formula);
      g_assert_nonnull (explanation->source);
      g_assert_cmpuint (explanation->missing->len > 0, ==, flag->missing != 0);
      g_assert_true (g_str_has_prefix (json->str, "{\"") && g_str_has_suffix (json->str, "}"));
    }
  /* Those of more than one record, and those with tests of their words in a file of their own. */
  for (int rule = 0; rule < TENURE_N_RULES; rule++)
    {
      static const TenureRuleId elsewhere[]
          = { TENURE_RULE_D3, TENURE_RULE_G5, TENURE_RULE_G6, TENURE_RULE_P1, TENURE_RULE_P2, TENURE_RULE_V1,
              TENURE_RULE_K1, TENURE_RULE_C1, TENURE_RULE_Q1, TENURE_RULE_E1, TENURE_RULE_A1,
              TENURE_RULE_B1, TENURE_RULE_B2, TENURE_RULE_B3, TENURE_RULE_B4 };
      gboolean other = FALSE;

      for (gsize i = 0; i < G_N_ELEMENTS (elsewhere); i++)
        other |= elsewhere[i] == (TenureRuleId) rule;
      g_assert_true (other || seen[rule] > 0);
    }
}

/* What no rule judges, for want of one fact, says which. */
static void
test_unjudged (void)
{
  static const struct
  {
    gint8 vcs;
    gboolean provided;
    const char *words;
  } cases[] = {
    { TENURE_FACT_YES, TRUE, NULL },
    { TENURE_FACT_NO, TRUE, NULL },
    { TENURE_FACT_UNKNOWN, TRUE,
      "No rule judges this agreement: it is not recorded whether Harbour Rights is of the VCS." },
    { TENURE_FACT_YES, FALSE, "No rule judges this agreement: it is not recorded who provides it." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      gint32 provider = fixture_add_organisation (fixture, "Harbour Rights", cases[i].vcs);
      g_auto (Judged) judged = { 0 };
      g_autofree char *words = NULL;

      fixture_add_agreement (fixture, fixture_term (cases[i].provided ? provider : -1, "2026-04-01", "2027-03-31", 1000));
      judged = judge (fixture);
      words = tenure_flags_dup_unjudged (judged.analysis->flags, 0);
      g_assert_cmpstr (words, ==, cases[i].words);
      if (words != NULL)
        g_assert_cmpint (judged.analysis->flags->agreement_levels[0], ==, TENURE_LEVEL_NONE);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flags/scope", test_scope);
  g_test_add_func ("/flags/unjudged", test_unjudged);
  g_test_add_func ("/flags/exemptions", test_exemptions);
  g_test_add_func ("/flags/seat-exempted-with-its-board", test_seat_exempted_with_its_board);
  g_test_add_func ("/flags/whole-exempted", test_whole_exempted);
  g_test_add_func ("/flags/severity", test_severity);
  g_test_add_func ("/flags/selection", test_selection);
  g_test_add_func ("/flags/own-rules", test_own_rules);
  g_test_add_func ("/flags/rules-in-force", test_rules_in_force);
  g_test_add_func ("/flags/words", test_words);
  return g_test_run ();
}
