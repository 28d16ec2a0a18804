/* What would clear a flag, against trying one step after the other and judging everything anew. */

#include "judged.h"

#include "analysis/flag-remedy.h"

#define MOST 1200

static TenureFactAgreement
random_agreement (void)
{
  TenureFactAgreement agreement = fixture_agreement ("Advice line");

  agreement.provider = 0;
  agreement.start = day (AS_OF) - g_test_rand_int_range (0, 700);
  agreement.end = agreement.start + g_test_rand_int_range (30, 1500);
  if (g_test_rand_bit ())
    agreement.end = tenure_day_add_months (agreement.start, g_test_rand_int_range (1, 40)) - g_test_rand_int_range (0, 2);
  if (g_test_rand_int_range (0, 4) == 0)
    agreement.funded_role = 1;
  return agreement;
}

static Judged
judge_one (TenureFactAgreement agreement)
{
  g_autoptr (Fixture) fixture = fixture_new ();

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  fixture_add_agreement (fixture, agreement);
  return judge (fixture);
}

/* The first whole number of months that the end can move by so that the rule is silent; 0 for none within a century. */
static int
extend_slowly (TenureFactAgreement agreement, TenureRuleId rule)
{
  TenureDay end = agreement.end;

  for (int months = 1; months <= MOST; months++)
    {
      g_auto (Judged) judged = { 0 };

      agreement.end = tenure_day_add_months (end + 1, months) - 1;
      judged = judge_one (agreement);
      if (find_flag (&judged, rule, 0) == NULL)
        return months;
    }
  return 0;
}

static void
test_extensions (void)
{
  static const TenureRuleId rules[] = { TENURE_RULE_T1, TENURE_RULE_T2, TENURE_RULE_N2, TENURE_RULE_E1 };
  guint n = 0;

  for (int round = 0; round < 150; round++)
    {
      TenureFactAgreement agreement = random_agreement ();
      g_auto (Judged) judged = judge_one (agreement);

      for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
        {
          const TenureFlag *flag = find_flag (&judged, rules[i], 0);
          TenureFlagRemedy remedy;

          if (flag == NULL || flag->level == TENURE_LEVEL_CANNOT_TELL)
            continue;
          remedy = tenure_flag_find_remedy (judged.analysis->flags, flag);
          g_assert_cmpint (remedy.extend_months, ==, extend_slowly (agreement, rules[i]));
          g_assert_cmpint (remedy.end, ==, tenure_day_add_months (agreement.end + 1, remedy.extend_months) - 1);
          n++;
        }
    }
  g_assert_cmpuint (n, >, 30);
}

static void
test_notice (void)
{
  TenureFactAgreement agreement = fixture_term (0, "2026-04-01", "2030-03-31", 1000);

  agreement.funder_without_cause = TENURE_FACT_YES;
  agreement.funder_notice = TENURE_DURATION_MONTHS (1);
  for (int months = 1; months <= 3; months++)
    {
      g_auto (Judged) judged = { 0 };
      const TenureFlag *flag;

      agreement.funder_notice = TENURE_DURATION_MONTHS ((gint16) months);
      judged = judge_one (agreement);
      flag = find_flag (&judged, TENURE_RULE_N1, 0);
      g_assert_true ((flag == NULL) == (months == 3));
      if (flag != NULL)
        g_assert_cmpint (tenure_flag_find_remedy (judged.analysis->flags, flag).notice_months, ==, 3);
    }
}

/* A penny less does not. */
static void
test_money (void)
{
  for (int round = 0; round < 100; round++)
    {
      TenureFactAgreement agreement = fixture_term (0, "2026-04-01", "2030-03-31", 1000);
      gint64 more = 0;

      agreement.full_cost_known = TRUE;
      agreement.full_cost_minor = 100001 + g_test_rand_int_range (0, 100000);
      agreement.other_funding_known = TRUE;
      agreement.other_funding_minor = 0;
      for (int step = 0; step < 3; step++)
        {
          g_auto (Judged) judged = { 0 };
          const TenureFlag *flag;

          agreement.other_funding_minor = step == 0 ? 0 : step == 1 ? more - 1 : more;
          judged = judge_one (agreement);
          flag = find_flag (&judged, TENURE_RULE_P3, 0);
          g_assert_true ((flag == NULL) == (step == 2));
          if (step == 0)
            more = tenure_flag_find_remedy (judged.analysis->flags, flag).minor;
        }
    }
}

/* Reserves and income, likewise, to the penny. */
static void
test_sums (void)
{
  static const TenureRuleId rules[] = { TENURE_RULE_R1, TENURE_RULE_D1 };

  for (int round = 0; round < 100; round++)
    for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
      {
        gint64 reserves = g_test_rand_int_range (0, 1000), income = g_test_rand_int_range (60000, 150000);
        gint64 expenditure = g_test_rand_int_range (100000, 900000), remedy = 0;

        for (int step = 0; step < 3; step++)
          {
            g_autoptr (Fixture) fixture = fixture_new ();
            TenureFactOrganisation *provider;
            g_auto (Judged) judged = { 0 };
            const TenureFlag *flag;

            fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
            fixture_add_organisation (fixture, "North Council", TENURE_FACT_NO);
            provider = &g_array_index (fixture->organisations, TenureFactOrganisation, 0);
            provider->accounts.currency = tenure_currency_from_code ("GBP");
            provider->accounts.income_known = provider->accounts.expenditure_known = TRUE;
            provider->accounts.free_reserves_known = TRUE;
            provider->accounts.expenditure_minor = expenditure;
            provider->accounts.free_reserves_minor = reserves + (rules[i] != TENURE_RULE_R1 || step == 0 ? 0 : remedy - (step == 1));
            provider->accounts.income_minor = rules[i] != TENURE_RULE_D1 || step == 0 ? income : remedy - (step == 1);
            fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2027-03-31", 1000));
            fixture_add_funder (fixture, 1);
            judged = judge (fixture);
            flag = find_flag (&judged, rules[i], 0);
            g_test_message ("%s, step %d", tenure_rule (rules[i])->code, step);
            g_assert_true ((flag == NULL) == (step == 2));
            if (step == 0)
              remedy = tenure_flag_find_remedy (judged.analysis->flags, flag).minor;
          }
      }
}

static void
test_words (void)
{
  static const struct
  {
    TenureRuleId rule;
    const char *start, *end, *says;
  } cases[] = {
    { TENURE_RULE_T1, "2026-04-01", "2027-03-31", "1 month more, to 30 Apr 2027, clears it." },
    { TENURE_RULE_T1, "2026-04-01", "2026-12-31", "4 months more, to 30 Apr 2027, clear it." },
    { TENURE_RULE_T1, "2026-04-01", NULL, "Recording what is missing tells: Signed end." },
    { TENURE_RULE_T2, "2026-04-01", "2028-03-31", "12 months more, to 31 Mar 2029, clear it." },
    { TENURE_RULE_N2, "2026-04-01", "2026-12-31",
      "11 months more, to 30 Nov 2027, clear it. So do a recorded decision on renewal, and a signed successor without a gap." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Judged) judged = judge_one (fixture_term (0, cases[i].start, cases[i].end, 1000));
      const TenureFlag *flag = find_flag (&judged, cases[i].rule, 0);
      g_autofree char *says = NULL;

      g_assert_nonnull (flag);
      says = tenure_flag_dup_remedy (judged.analysis->flags, flag);
      g_assert_cmpstr (says, ==, cases[i].says);
    }
}

/* By the rule as it is here, and not by the program's own. */
static void
test_changed_rule (void)
{
  g_auto (Judged) judged = judge_one (fixture_term (0, "2026-04-01", "2027-03-31", 1000));
  TenureRuleSetting setting = TENURE_RULE_SETTING_INIT;
  TenureRule rules[TENURE_N_RULES];
  TenureAnalysisOptions options = { .rules = rules };
  g_autoptr (TenureAnalysis) analysis = NULL;

  setting.rule = TENURE_RULE_T1;
  setting.thresholds[TENURE_THRESHOLD_RED] = 2400;
  tenure_rules_effective (&setting, 1, day (AS_OF), TENURE_ID_NONE, rules);
  analysis = tenure_analysis_new (judged.facts, day (AS_OF), &options, NULL);
  for (guint i = 0; i < analysis->flags->n_flags; i++)
    if (analysis->flags->flags[i].rule == TENURE_RULE_T1)
      g_assert_cmpint (tenure_flag_find_remedy (analysis->flags, &analysis->flags->flags[i]).extend_months, ==, 13);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flag-remedy/extensions", test_extensions);
  g_test_add_func ("/flag-remedy/notice", test_notice);
  g_test_add_func ("/flag-remedy/money", test_money);
  g_test_add_func ("/flag-remedy/sums", test_sums);
  g_test_add_func ("/flag-remedy/words", test_words);
  g_test_add_func ("/flag-remedy/changed-rule", test_changed_rule);
  return g_test_run ();
}
