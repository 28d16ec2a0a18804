/* Where the income of providers comes from, and the rules D1, D2, R1 and C1: docs/domain.md, sections 3, 4 and 6. */

#include "judged.h"

/* A voluntary-sector provider of @income pounds (-1: not recorded), and four councils that may fund it. */
static Fixture *
new_fixture (gint64 income)
{
  Fixture *fixture = fixture_new ();
  static const char *const funders[] = { "North", "South", "East", "West" };
  TenureFactOrganisation *provider;

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  for (gsize i = 0; i < G_N_ELEMENTS (funders); i++)
    fixture_add_organisation (fixture, funders[i], TENURE_FACT_NO);
  provider = &g_array_index (fixture->organisations, TenureFactOrganisation, 0);
  provider->accounts.income_known = income >= 0;
  provider->accounts.income_minor = income * 100;
  provider->accounts.currency = TENURE_CURRENCY_GBP;
  return fixture;
}

/* A running year from @funder (1 to 4) worth @pounds; negative: value not recorded; @funder 0: none recorded. */
static void
add_year (Fixture *fixture, gint32 funder, gint64 pounds)
{
  fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2027-03-31", pounds));
  if (funder > 0)
    fixture_add_funder (fixture, funder);
}

/* The worked case: 40/30/20/10 gives 3.333. */
static void
test_effective_funders (void)
{
  g_autoptr (Fixture) fixture = new_fixture (100000);
  g_auto (Judged) judged = { 0 };
  TenureFunderCount count;

  add_year (fixture, 1, 25000);
  add_year (fixture, 2, 30000);
  add_year (fixture, 1, 15000);
  add_year (fixture, 3, 20000);
  add_year (fixture, 4, 10000);
  judged = judge (fixture);
  count = tenure_providers_count_funders (judged.analysis->providers, 0);
  g_assert_true (count.known);
  g_assert_cmpint (count.low, ==, 333);
  g_assert_cmpint (count.high, ==, 333);
  g_assert_cmpuint (judged.analysis->providers->providers[0].n, ==, 4);
  g_assert_cmpint (judged.analysis->providers->dependencies[0].annual_minor, ==, 4000000);
  assert_level (&judged, TENURE_RULE_D1, 0, TENURE_LEVEL_NONE, 0);
  assert_level (&judged, TENURE_RULE_D2, 0, TENURE_LEVEL_NONE, 0);
}

static void
test_shares (void)
{
  g_autoptr (Fixture) fixture = new_fixture (100000);
  g_auto (Judged) judged = { 0 };
  const TenureProviders *providers;

  /* A post paid half and half, and one of which it is not recorded who pays how much. */
  add_year (fixture, 1, 30001);
  fixture_add_funder (fixture, 2);
  for (guint i = 0; i < 2; i++)
    g_array_index (fixture->funders, TenureFactFunder, i).share_bp = 5000;
  add_year (fixture, 3, 20000);
  fixture_add_funder (fixture, 4);
  judged = judge (fixture);
  providers = judged.analysis->providers;
  g_assert_cmpuint (providers->providers[0].n_running, ==, 2);
  g_assert_cmpuint (providers->providers[0].n_known, ==, 1);
  g_assert_cmphex (providers->providers[0].missing, ==, TENURE_MISSING_FUNDER_SHARE);
  g_assert_cmpuint (providers->providers[0].n, ==, 2);
  g_assert_cmpint (providers->dependencies[0].annual_minor, ==, 1500050);
  g_assert_cmpint (providers->dependencies[1].annual_minor, ==, 1500050);
}

static void
test_d1 (void)
{
  static const struct
  {
    gint64 income, pounds;
    gint64 other; /* a second agreement from another funder; -1: without a value; 0: none */
    TenureLevel level;
    guint64 missing;
  } cases[] = {
    { 100000, 49999, 0, TENURE_LEVEL_NONE },
    { 100000, 50000, 0, TENURE_LEVEL_AMBER },
    { 100000, 69999, 0, TENURE_LEVEL_AMBER },
    { 100000, 70000, 0, TENURE_LEVEL_RED },
    { 100000, 150000, 0, TENURE_LEVEL_RED },
    { -1, 70000, 0, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_INCOME },
    { 0, 70000, 0, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_INCOME },
    { 100000, 40000, -1, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_VALUE },
    { 100000, 50000, -1, TENURE_LEVEL_AMBER, TENURE_MISSING_VALUE },
    { 100000, 70000, -1, TENURE_LEVEL_RED },
    { 100000, 50001, 0, TENURE_LEVEL_AMBER },
    { 100000, 70001, 0, TENURE_LEVEL_RED },
    { -1, 70000, -1, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_INCOME | TENURE_MISSING_VALUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = new_fixture (cases[i].income);
      g_auto (Judged) judged = { 0 };

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      add_year (fixture, 1, cases[i].pounds);
      if (cases[i].other != 0)
        add_year (fixture, 2, cases[i].other);
      judged = judge (fixture);
      assert_level (&judged, TENURE_RULE_D1, 0, cases[i].level, cases[i].missing);
    }
}

/* Accounts of another currency than the money, or of none that is recorded; one of two funders without a share. */
static void
test_d1_unknown (void)
{
  static const struct
  {
    const char *currency;
    gint32 first_share, second_share; /* -1: not recorded */
    TenureLevel level;
    guint64 missing;
  } cases[] = {
    { "GBP", 7000, 3000, TENURE_LEVEL_RED },
    { "GBP", 7000, -1, TENURE_LEVEL_RED },
    { "GBP", -1, 7000, TENURE_LEVEL_RED },
    { "GBP", -1, 6999, TENURE_LEVEL_AMBER, TENURE_MISSING_FUNDER_SHARE },
    { "GBP", -1, -1, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_FUNDER_SHARE },
    { "EUR", 7000, 3000, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_ACCOUNTS_CURRENCY },
    { NULL, 7000, 3000, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_ACCOUNTS_CURRENCY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = new_fixture (100000);
      g_auto (Judged) judged = { 0 };

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_array_index (fixture->organisations, TenureFactOrganisation, 0).accounts.currency
          = cases[i].currency != NULL ? tenure_currency_from_code (cases[i].currency) : TENURE_CURRENCY_NONE;
      add_year (fixture, 1, 100000);
      fixture_add_funder (fixture, 2);
      g_array_index (fixture->funders, TenureFactFunder, 0).share_bp = cases[i].first_share;
      g_array_index (fixture->funders, TenureFactFunder, 1).share_bp = cases[i].second_share;
      judged = judge (fixture);
      assert_level (&judged, TENURE_RULE_D1, 0, cases[i].level, cases[i].missing);
    }
}

/* Whose money it is, is not recorded. */
static void
test_no_funder (void)
{
  g_autoptr (Fixture) fixture = new_fixture (100000);
  g_auto (Judged) judged = { 0 };

  add_year (fixture, 0, 80000);
  judged = judge (fixture);
  assert_level (&judged, TENURE_RULE_D1, 0, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_FUNDER);
}

static void
test_d2 (void)
{
  static const struct
  {
    gint64 north, south, trust; /* pounds of 100,000 */
    TenureLevel level;
    guint64 missing;
  } cases[] = {
    { 50000, 50000, 0, TENURE_LEVEL_NONE },   /* 2 */
    { 50100, 49900, 0, TENURE_LEVEL_AMBER },  /* 1.99 */
    { 78000, 22000, 0, TENURE_LEVEL_AMBER },  /* 1.52 */
    { 79000, 21000, 0, TENURE_LEVEL_RED },    /* 1.49 */
    { 100000, 0, 0, TENURE_LEVEL_RED },       /* 1 */
    { 50000, 0, 50000, TENURE_LEVEL_NONE },   /* other income counts */
    { 90000, 0, 0, TENURE_LEVEL_RED },        /* at most 1.23, at least 1.21 */
    { 80000, 0, 0, TENURE_LEVEL_AMBER, TENURE_MISSING_OTHER_INCOME },       /* 1.47 to 1.56 */
    { 30000, 0, 0, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_OTHER_INCOME }, /* 1.72 to 11.1 */
    { 30000, 30000, 0, TENURE_LEVEL_NONE },   /* 2.94 to 5.55 */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = new_fixture (100000);
      g_auto (Judged) judged = { 0 };

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      add_year (fixture, 1, cases[i].north);
      if (cases[i].south > 0)
        add_year (fixture, 2, cases[i].south);
      if (cases[i].trust > 0)
        fixture_add_other_income (fixture, 0, "Example Trust", cases[i].trust);
      judged = judge (fixture);
      assert_level (&judged, TENURE_RULE_D2, 0, cases[i].level, cases[i].missing);
    }
}

/* 34/42, 4/42 and four times 1/42: (1156 + 16 + 4) ÷ 42² is two thirds, so exactly one and a half. One pound from the largest
 * to the second is above, back again below. */
static void
test_d2_at_one_and_a_half (void)
{
  static const struct
  {
    gint64 moved;
    TenureLevel level;
    gint64 hundredths;
  } cases[] = { { 0, TENURE_LEVEL_AMBER, 150 }, { 1, TENURE_LEVEL_AMBER, 150 }, { -1, TENURE_LEVEL_RED, 149 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = new_fixture (42000);
      g_auto (Judged) judged = { 0 };

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      add_year (fixture, 1, 34000 - cases[i].moved);
      add_year (fixture, 2, 4000 + cases[i].moved);
      add_year (fixture, 3, 1000);
      add_year (fixture, 4, 1000);
      fixture_add_other_income (fixture, 0, "Example Trust", 1000);
      fixture_add_other_income (fixture, 0, "Shop", 1000);
      judged = judge (fixture);
      g_assert_cmpint (tenure_providers_count_funders (judged.analysis->providers, 0).high, ==, cases[i].hundredths);
      assert_level (&judged, TENURE_RULE_D2, 0, cases[i].level, 0);
    }
}

/* Without accounts, without a running agreement's value, and with both. */
static void
test_d2_unknown (void)
{
  static const struct
  {
    gint64 income, north, south; /* south: -1: of no recorded value */
    TenureLevel level;
    guint64 missing;
  } cases[] = {
    { -1, 50000, 0, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_INCOME },
    { 100000, 100000, -1, TENURE_LEVEL_RED, TENURE_MISSING_VALUE },
    { 100000, 30000, -1, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_VALUE | TENURE_MISSING_OTHER_INCOME },
    { -1, 50000, -1, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_INCOME | TENURE_MISSING_VALUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = new_fixture (cases[i].income);
      g_auto (Judged) judged = { 0 };

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      add_year (fixture, 1, cases[i].north);
      if (cases[i].south != 0)
        add_year (fixture, 2, cases[i].south);
      judged = judge (fixture);
      assert_level (&judged, TENURE_RULE_D2, 0, cases[i].level, cases[i].missing);
    }
}

static void
test_r1 (void)
{
  static const struct
  {
    gint64 reserves, expenditure; /* pounds; -1: not recorded; less than that: negative */
    gint16 policy;
    TenureLevel level;
    guint64 missing;
  } cases[] = {
    { 30000, 120000, -1, TENURE_LEVEL_NONE }, /* 3 months */
    { 29999, 120000, -1, TENURE_LEVEL_AMBER },
    { 10000, 120000, -1, TENURE_LEVEL_AMBER }, /* 1 month */
    { 9999, 120000, -1, TENURE_LEVEL_RED },
    { 0, 120000, -1, TENURE_LEVEL_RED },
    { -500, 120000, -1, TENURE_LEVEL_RED },
    { -500, 120000, 0, TENURE_LEVEL_RED },
    { 30001, 120000, -1, TENURE_LEVEL_NONE },
    { 10001, 120000, -1, TENURE_LEVEL_AMBER },
    { -1, -1, -1, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_FREE_RESERVES | TENURE_MISSING_EXPENDITURE },
    { 59999, 120000, 6, TENURE_LEVEL_AMBER }, /* its own policy */
    { 60000, 120000, 6, TENURE_LEVEL_NONE },
    { 20000, 120000, 2, TENURE_LEVEL_NONE },
    { 9999, 120000, 0, TENURE_LEVEL_NONE },
    { 9999, 120000, 2, TENURE_LEVEL_RED },
    { -1, 120000, -1, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_FREE_RESERVES },
    { 9999, -1, -1, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_EXPENDITURE },
    { 9999, 0, -1, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_EXPENDITURE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = new_fixture (100000);
      g_auto (Judged) judged = { 0 };
      TenureFactOrganisation *provider = &g_array_index (fixture->organisations, TenureFactOrganisation, 0);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      provider->accounts.free_reserves_known = cases[i].reserves != -1;
      provider->accounts.free_reserves_minor = cases[i].reserves * 100;
      provider->accounts.expenditure_known = cases[i].expenditure >= 0;
      provider->accounts.expenditure_minor = cases[i].expenditure * 100;
      provider->reserves_policy = cases[i].policy;
      add_year (fixture, 1, 1000);
      judged = judge (fixture);
      assert_level (&judged, TENURE_RULE_R1, 0, cases[i].level, cases[i].missing);
    }
}

/* Only providers of agreements that run are judged: not of one that is over, is to come, or of which nobody knows. */
static void
test_only_running (void)
{
  static const struct
  {
    const char *start, *end;
    gboolean judged;
  } cases[] = {
    { "2024-04-01", "2026-11-20", FALSE }, { "2024-04-01", "2026-11-21", TRUE }, { "2026-11-21", "2027-11-20", TRUE },
    { "2026-11-22", "2027-11-20", FALSE }, { "2024-04-01", NULL, FALSE },        { NULL, "2027-11-20", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = new_fixture (-1);
      g_auto (Judged) judged = { 0 };

      fixture_add_agreement (fixture, fixture_term (0, cases[i].start, cases[i].end, 1000));
      judged = judge (fixture);
      g_test_message ("%s to %s", cases[i].start, cases[i].end);
      for (int rule = TENURE_RULE_D1; rule <= TENURE_RULE_D2; rule++)
        g_assert_true ((find_flag (&judged, (TenureRuleId) rule, 0) != NULL) == cases[i].judged);
      g_assert_true ((find_flag (&judged, TENURE_RULE_R1, 0) != NULL) == cases[i].judged);
    }
}

/* Twelve months before 21 Nov 2026. */
static void
test_c1 (void)
{
  static const struct
  {
    gint32 organisation;
    const char *from, *to;
    gboolean handover;
    TenureLevel level;
    guint64 missing;
  } cases[] = {
    { 1, "2025-11-21", NULL, TRUE, TENURE_LEVEL_NONE },
    { 1, "2025-11-22", NULL, TRUE, TENURE_LEVEL_AMBER },
    { 1, "2020-01-01", NULL, FALSE, TENURE_LEVEL_AMBER },
    { 1, NULL, NULL, FALSE, TENURE_LEVEL_AMBER },
    { 1, NULL, NULL, TRUE, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_CONTACT_FROM },
    { 1, "2020-01-01", "2026-11-20", FALSE, TENURE_LEVEL_NONE }, /* gone */
    { 1, "2020-01-01", "2026-11-21", FALSE, TENURE_LEVEL_AMBER },
    { 1, "2026-11-22", NULL, FALSE, TENURE_LEVEL_NONE }, /* not yet there */
    { 1, "2026-11-21", NULL, TRUE, TENURE_LEVEL_AMBER },
    { 0, "2026-01-01", NULL, FALSE, TENURE_LEVEL_NONE }, /* of the sector */
    { 5, "2026-01-01", NULL, FALSE, TENURE_LEVEL_NONE }, /* of nobody knows which */
    { 1, "2025-11-20", NULL, TRUE, TENURE_LEVEL_NONE },
    { 1, "2025-11-22", NULL, FALSE, TENURE_LEVEL_AMBER },
    { -1, "2020-01-01", NULL, FALSE, TENURE_LEVEL_NONE }, /* of no organisation */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = new_fixture (100000);
      g_auto (Judged) judged = { 0 };
      TenureFactContact contact = { .organisation = cases[i].organisation, .from_day = day (cases[i].from),
                                    .to_day = day (cases[i].to), .handover_known = cases[i].handover };

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      fixture_add_organisation (fixture, "Harbour Forum", TENURE_FACT_UNKNOWN);
      contact.person = fixture_add_person (fixture, "Ann Example");
      fixture_add_contact (fixture, contact);
      judged = judge (fixture);
      assert_level (&judged, TENURE_RULE_C1, 0, cases[i].level, cases[i].missing);
    }
}

static void
test_sizes (void)
{
  static const struct
  {
    gint64 pounds;
    const char *code;
  } cases[] = {
    { 0, "micro" },           { 9999, "micro" },     { 10000, "small" },     { 99999, "small" },      { 100000, "medium" },
    { 999999, "medium" },     { 1000000, "large" },  { 9999999, "large" },   { 10000000, "major" },   { 99999999, "major" },
    { 100000000, "super_major" },
  };
  TenureFactOrganisation organisation = { .accounts = { .currency = TENURE_CURRENCY_GBP } };

  g_assert_null (tenure_size_code (tenure_accounts_size (&organisation.accounts)));
  organisation.accounts.income_known = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      organisation.accounts.income_minor = cases[i].pounds * 100;
      g_assert_cmpstr (tenure_size_code (tenure_accounts_size (&organisation.accounts)), ==, cases[i].code);
    }
  organisation.accounts.currency = tenure_currency_from_code ("EUR");
  g_assert_cmpint (tenure_accounts_size (&organisation.accounts), ==, TENURE_SIZE_UNKNOWN);
}

static void
test_words (void)
{
  static const struct
  {
    TenureRuleId rule;
    const char *name, *reason;
  } cases[] = {
    { TENURE_RULE_D1, "Lantern House", "North gives £80,000 (80.0 %) of its income." },
    { TENURE_RULE_D2, "Lantern House", "It lives on 1.47 effective funders." },
    { TENURE_RULE_R1, "Lantern House", "Free reserves last 1.5 months; its own policy asks for 3." },
    { TENURE_RULE_C1, "North: Ann Example", "In post only since 1 Jun 2026, and no handover is recorded." },
  };
  g_autoptr (Fixture) fixture = new_fixture (100000);
  g_auto (Judged) judged = { 0 };
  TenureFactOrganisation *provider = &g_array_index (fixture->organisations, TenureFactOrganisation, 0);

  provider->accounts.free_reserves_known = provider->accounts.expenditure_known = TRUE;
  provider->accounts.free_reserves_minor = 1500000;
  provider->accounts.expenditure_minor = 12000000;
  provider->reserves_policy = 3;
  add_year (fixture, 1, 80000);
  fixture_add_other_income (fixture, 0, "Example Trust", 20000);
  fixture_add_person (fixture, "Ann Example");
  fixture_add_contact (fixture, (TenureFactContact){ .organisation = 1, .from_day = day ("2026-06-01"),
                                                     .to_day = TENURE_DAY_NONE });
  judged = judge (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TenureFlag *flag = find_flag (&judged, cases[i].rule, 0);
      g_autofree char *name = tenure_flag_dup_name (judged.analysis->flags, flag);
      g_autofree char *reason = tenure_flag_dup_reason (judged.analysis->flags, flag);
      g_autoptr (TenureExplanation) explanation = tenure_flag_explain (judged.analysis->flags, flag);

      g_assert_cmpstr (name, ==, cases[i].name);
      g_assert_cmpstr (reason, ==, cases[i].reason);
      g_assert_cmpuint (explanation->lines->len, >=, 2);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/providers/effective-funders", test_effective_funders);
  g_test_add_func ("/providers/shares", test_shares);
  g_test_add_func ("/providers/d1", test_d1);
  g_test_add_func ("/providers/d1-unknown", test_d1_unknown);
  g_test_add_func ("/providers/no-funder", test_no_funder);
  g_test_add_func ("/providers/d2", test_d2);
  g_test_add_func ("/providers/d2-at-one-and-a-half", test_d2_at_one_and_a_half);
  g_test_add_func ("/providers/d2-unknown", test_d2_unknown);
  g_test_add_func ("/providers/r1", test_r1);
  g_test_add_func ("/providers/only-running", test_only_running);
  g_test_add_func ("/providers/c1", test_c1);
  g_test_add_func ("/providers/sizes", test_sizes);
  g_test_add_func ("/providers/words", test_words);
  return g_test_run ();
}
