/* P1, P2, P4 and V1 at, just under and just over their thresholds, and with inputs unknown: docs/domain.md, section 3. */

#include "analysis/real-price.h"

#include "judged.h"

/* An agreement of a voluntary-sector provider that has run since April 2024; children are added to it next. */
static Fixture *
new_fixture (const char *start)
{
  Fixture *fixture = fixture_new ();

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  fixture_add_agreement (fixture, fixture_term (0, start, "2028-03-31", 90000));
  return fixture;
}

static void
check (Fixture *fixture, TenureRuleId rule, TenureLevel level, guint64 missing)
{
  g_auto (Judged) judged = judge (fixture);

  assert_level (&judged, rule, 0, level, missing);
}

/* The day of judgement is 21 Nov 2026. */
static void
test_p1 (void)
{
  static const struct
  {
    const char *invoiced, *paid;
    TenureLevel level;
  } cases[] = {
    { "2026-09-01", "2026-09-30", TENURE_LEVEL_NONE },
    { "2026-09-01", "2026-10-01", TENURE_LEVEL_NONE }, /* 30 days */
    { "2026-09-01", "2026-10-02", TENURE_LEVEL_RED },
    { "2026-09-01", "2026-09-01", TENURE_LEVEL_NONE },
    { "2026-10-22", NULL, TENURE_LEVEL_NONE }, /* outstanding for 30 days */
    { "2026-10-21", NULL, TENURE_LEVEL_RED },
    { "2026-10-21", "2026-12-01", TENURE_LEVEL_RED }, /* will be paid later */
    { "2026-10-22", "2026-12-01", TENURE_LEVEL_NONE },
    { "2026-12-01", NULL, TENURE_LEVEL_NONE }, /* not yet invoiced */
    { NULL, "2026-10-02", TENURE_LEVEL_NONE }, /* nothing to count from */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = new_fixture ("2024-04-01");

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      fixture_add_payment (fixture, "2026-05-01", "2026-05-02", 1000);
      fixture_add_payment (fixture, cases[i].invoiced, cases[i].paid, 1000);
      fixture_add_payment (fixture, "2026-06-01", "2026-06-20", -10);
      check (fixture, TENURE_RULE_P1, cases[i].level, 0);
    }
}

/* The worked case: 2.7 % against 8.7 % is −5.52 %. */
static void
test_real_price (void)
{
  g_autoptr (Fixture) fixture = new_fixture ("2025-04-01");
  g_auto (Judged) judged = { 0 };
  TenureRealPrice price;

  fixture_add_uplift (fixture, "2026-04-01", 270);
  fixture_add_price_index (fixture, "Prices", TENURE_FACT_YES);
  fixture_add_rate (fixture, "2025-04-01", 870);
  judged = judge (fixture);
  price = tenure_real_price (judged.analysis->terms, 0);
  g_assert_true (price.known);
  g_assert_cmpint (price.years, ==, 1);
  g_assert_cmpfloat_with_epsilon (price.change, -0.0551978, 1e-6);
  assert_level (&judged, TENURE_RULE_P2, 0, TENURE_LEVEL_RED, 0);
}

static void
test_p2 (void)
{
  static const struct
  {
    gint32 uplift, index;
    TenureLevel level;
  } cases[] = {
    { 270, 270, TENURE_LEVEL_NONE },  { 270, 271, TENURE_LEVEL_AMBER },  { 271, 270, TENURE_LEVEL_NONE },
    { 0, 0, TENURE_LEVEL_NONE },      { 0, 1, TENURE_LEVEL_AMBER },      { 450, 1000, TENURE_LEVEL_AMBER },
    { 449, 1000, TENURE_LEVEL_RED },  { -500, 0, TENURE_LEVEL_AMBER },   { -501, 0, TENURE_LEVEL_RED },
    { 300, -100, TENURE_LEVEL_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = new_fixture ("2025-04-01");

      g_test_message ("%d against %d", cases[i].uplift, cases[i].index);
      fixture_add_uplift (fixture, "2026-04-01", cases[i].uplift);
      fixture_add_price_index (fixture, "Prices", TENURE_FACT_YES);
      fixture_add_rate (fixture, "2025-04-01", cases[i].index);
      check (fixture, TENURE_RULE_P2, cases[i].level, 0);
    }
}

/* Two years: what one of them lacks keeps the whole from being told. */
static void
test_p2_missing (void)
{
  static const struct
  {
    gboolean first_uplift, second_uplift, first_rate, second_rate, series;
    TenureLevel level;
    guint64 missing;
  } cases[] = {
    { TRUE, TRUE, TRUE, TRUE, TRUE, TENURE_LEVEL_NONE, 0 },
    { TRUE, FALSE, TRUE, TRUE, TRUE, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_UPLIFT },
    { FALSE, TRUE, TRUE, TRUE, TRUE, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_UPLIFT },
    { TRUE, TRUE, TRUE, FALSE, TRUE, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_INDEX_RATE },
    { TRUE, TRUE, FALSE, TRUE, TRUE, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_INDEX_RATE },
    { TRUE, TRUE, TRUE, TRUE, FALSE, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_PRICE_INDEX },
    { FALSE, FALSE, FALSE, FALSE, FALSE, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_PRICE_INDEX | TENURE_MISSING_UPLIFT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = new_fixture ("2024-04-01");

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      if (cases[i].first_uplift)
        fixture_add_uplift (fixture, "2025-04-01", 300);
      if (cases[i].second_uplift)
        fixture_add_uplift (fixture, "2026-06-01", 300);
      fixture_add_price_index (fixture, "Prices", cases[i].series ? TENURE_FACT_YES : TENURE_FACT_UNKNOWN);
      if (cases[i].first_rate)
        fixture_add_rate (fixture, "2024-01-01", 250);
      if (cases[i].first_rate || cases[i].second_rate)
        fixture_add_rate (fixture, cases[i].second_rate ? "2025-01-01" : "2030-01-01", 250);
      if (cases[i].first_rate && cases[i].second_rate)
        fixture_add_rate (fixture, "2026-01-01", 250);
      check (fixture, TENURE_RULE_P2, cases[i].level, cases[i].missing);
    }
}

/* Before the first anniversary there is nothing to compare. */
static void
test_p2_applies (void)
{
  static const struct
  {
    const char *start;
    gboolean applies;
  } cases[] = { { "2025-11-22", FALSE }, { "2025-11-21", TRUE }, { "2026-11-22", FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = new_fixture (cases[i].start);

      g_test_message ("%s", cases[i].start);
      check (fixture, TENURE_RULE_P2, cases[i].applies ? TENURE_LEVEL_CANNOT_TELL : TENURE_LEVEL_NONE,
             TENURE_MISSING_UPLIFT | TENURE_MISSING_PRICE_INDEX);
    }
}

static void
test_p4 (void)
{
  static const struct
  {
    gint64 income; /* pounds; -1: not recorded */
    TenurePaymentProfile paid;
    TenureLevel level;
    guint64 missing;
  } cases[] = {
    { 9999, TENURE_PAID_ARREARS, TENURE_LEVEL_AMBER },
    { 99999, TENURE_PAID_ARREARS, TENURE_LEVEL_AMBER },
    { 99999, TENURE_PAID_RESULTS, TENURE_LEVEL_AMBER },
    { 100000, TENURE_PAID_ARREARS, TENURE_LEVEL_NONE },
    { 99999, TENURE_PAID_ADVANCE, TENURE_LEVEL_NONE },
    { 99999, TENURE_PAID_PART_ADVANCE, TENURE_LEVEL_NONE },
    { -1, TENURE_PAID_ADVANCE, TENURE_LEVEL_NONE },
    { 100000, TENURE_PAID_UNKNOWN, TENURE_LEVEL_NONE },
    { -1, TENURE_PAID_ARREARS, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_INCOME },
    { 5000, TENURE_PAID_UNKNOWN, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_PAYMENT_PROFILE },
    { -1, TENURE_PAID_UNKNOWN, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_INCOME | TENURE_MISSING_PAYMENT_PROFILE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = new_fixture ("2024-04-01");
      TenureFactOrganisation *provider = &g_array_index (fixture->organisations, TenureFactOrganisation, 0);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      provider->accounts.income_known = cases[i].income >= 0;
      provider->accounts.income_minor = cases[i].income * 100;
      provider->accounts.currency = TENURE_CURRENCY_GBP;
      g_array_index (fixture->agreements, TenureFactAgreement, 0).payment_profile = (gint8) cases[i].paid;
      check (fixture, TENURE_RULE_P4, cases[i].level, cases[i].missing);
    }
}

static void
test_v1 (void)
{
  static const struct
  {
    const char *made;
    TenureScopeChange scope;
    gboolean price_known;
    gint64 pence;
    TenureLevel level;
    guint64 missing;
  } cases[] = {
    { "2026-01-01", TENURE_SCOPE_CHANGE_WIDER, TRUE, 0, TENURE_LEVEL_RED },
    { "2026-01-01", TENURE_SCOPE_CHANGE_WIDER, TRUE, -1, TENURE_LEVEL_RED },
    { "2026-01-01", TENURE_SCOPE_CHANGE_WIDER, TRUE, 1, TENURE_LEVEL_NONE },
    { NULL, TENURE_SCOPE_CHANGE_WIDER, TRUE, 0, TENURE_LEVEL_RED },
    { "2026-11-21", TENURE_SCOPE_CHANGE_WIDER, TRUE, 0, TENURE_LEVEL_RED },
    { "2026-11-22", TENURE_SCOPE_CHANGE_WIDER, TRUE, 0, TENURE_LEVEL_NONE }, /* still to come */
    { "2026-01-01", TENURE_SCOPE_CHANGE_SAME, TRUE, 0, TENURE_LEVEL_NONE },
    { "2026-01-01", TENURE_SCOPE_CHANGE_NARROWER, TRUE, -500, TENURE_LEVEL_NONE },
    { "2026-01-01", TENURE_SCOPE_CHANGE_UNKNOWN, TRUE, 0, TENURE_LEVEL_NONE },
    { "2026-01-01", TENURE_SCOPE_CHANGE_WIDER, FALSE, 0, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_PRICE_CHANGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = new_fixture ("2024-04-01");
      TenureFactVariation variation = { .made = day (cases[i].made), .scope = (gint8) cases[i].scope,
                                        .price_known = cases[i].price_known, .price_minor = cases[i].pence,
                                        .currency = TENURE_CURRENCY_GBP };

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      fixture_add_variation (fixture, variation);
      check (fixture, TENURE_RULE_V1, cases[i].level, cases[i].missing);
    }
}

/* Of several that widen, one without more money settles it; otherwise one of which the money is not recorded. */
static void
test_v1_of_two (void)
{
  static const struct
  {
    gboolean known[2];
    gint64 pence[2];
    TenureLevel level;
    guint64 missing;
  } cases[] = {
    { { FALSE, TRUE }, { 0, 0 }, TENURE_LEVEL_RED },
    { { TRUE, FALSE }, { 0, 0 }, TENURE_LEVEL_RED },
    { { TRUE, TRUE }, { 1, 0 }, TENURE_LEVEL_RED },
    { { TRUE, TRUE }, { 1, 1 }, TENURE_LEVEL_NONE },
    { { TRUE, FALSE }, { 1, 0 }, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_PRICE_CHANGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = new_fixture ("2024-04-01");

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      for (guint n = 0; n < 2; n++)
        fixture_add_variation (fixture, (TenureFactVariation){ .made = day ("2026-01-01"), .scope = TENURE_SCOPE_CHANGE_WIDER,
                                                               .price_known = cases[i].known[n],
                                                               .price_minor = cases[i].pence[n],
                                                               .currency = TENURE_CURRENCY_GBP });
      check (fixture, TENURE_RULE_V1, cases[i].level, cases[i].missing);
    }
}

/* P3: cost lines make the full cost where none is recorded. */
static void
test_cost_lines (void)
{
  static const struct
  {
    gint64 lines[2]; /* pounds; -1: none */
    gint64 full_cost;
    TenureLevel level;
    guint64 missing;
  } cases[] = {
    { { 60000, 30000 }, -1, TENURE_LEVEL_NONE, 0 },
    { { 60000, 30001 }, -1, TENURE_LEVEL_RED, 0 },
    { { 60000, 30001 }, 90000, TENURE_LEVEL_NONE, 0 }, /* what is recorded as such stands */
    { { -1, -1 }, -1, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_FULL_COST },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = new_fixture ("2024-04-01");
      TenureFactAgreement *agreement = &g_array_index (fixture->agreements, TenureFactAgreement, 0);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      agreement->other_funding_known = TRUE;
      agreement->full_cost_known = cases[i].full_cost >= 0;
      agreement->full_cost_minor = cases[i].full_cost * 100;
      for (guint line = 0; line < 2; line++)
        if (cases[i].lines[line] >= 0)
          fixture_add_cost (fixture, cases[i].lines[line]);
      check (fixture, TENURE_RULE_P3, cases[i].level, cases[i].missing);
    }
}

/* Amounts of another currency are never added or compared: a size band, and a full cost of cost lines, are not known then. */
static void
test_other_currencies (void)
{
  g_autoptr (Fixture) sized = new_fixture ("2024-04-01"), costed = new_fixture ("2024-04-01");
  TenureFactOrganisation *provider = &g_array_index (sized->organisations, TenureFactOrganisation, 0);

  provider->accounts.income_known = TRUE;
  provider->accounts.income_minor = 5000;
  provider->accounts.currency = tenure_currency_from_code ("EUR");
  g_array_index (sized->agreements, TenureFactAgreement, 0).payment_profile = TENURE_PAID_ARREARS;
  check (sized, TENURE_RULE_P4, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_INCOME);
  g_array_index (costed->agreements, TenureFactAgreement, 0).other_funding_known = TRUE;
  fixture_add_cost (costed, 60000);
  fixture_add_cost (costed, 60000);
  g_array_index (costed->costs, TenureFactCost, 1).currency = tenure_currency_from_code ("EUR");
  check (costed, TENURE_RULE_P3, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_FULL_COST);
}

static void
test_words (void)
{
  g_autoptr (Fixture) fixture = new_fixture ("2025-04-01");
  g_auto (Judged) judged = { 0 };
  static const struct
  {
    TenureRuleId rule;
    const char *reason;
  } cases[] = {
    { TENURE_RULE_P1, "The invoice of 1 Sep 2026 was paid after 40 days." },
    { TENURE_RULE_P2, "Its price changed by 2.70 % against 8.70 % for Prices: -5.52 % in real terms." },
    { TENURE_RULE_P4, "The provider is a micro organisation and must spend before it is paid." },
    { TENURE_RULE_V1, "The scope was widened on 1 Jan 2026, and the price changed by £0." },
  };
  TenureFactOrganisation *provider = &g_array_index (fixture->organisations, TenureFactOrganisation, 0);

  provider->accounts.income_known = TRUE;
  provider->accounts.currency = TENURE_CURRENCY_GBP;
  g_array_index (fixture->agreements, TenureFactAgreement, 0).payment_profile = TENURE_PAID_ARREARS;
  fixture_add_payment (fixture, "2026-09-01", "2026-10-11", 1000);
  fixture_add_uplift (fixture, "2026-04-01", 270);
  fixture_add_price_index (fixture, "Prices", TENURE_FACT_YES);
  fixture_add_rate (fixture, "2025-04-01", 870);
  fixture_add_variation (fixture, (TenureFactVariation){ .made = day ("2026-01-01"), .scope = TENURE_SCOPE_CHANGE_WIDER,
                                                         .price_known = TRUE, .currency = TENURE_CURRENCY_GBP });
  judged = judge (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *reason = tenure_flag_dup_reason (judged.analysis->flags, find_flag (&judged, cases[i].rule, 0));
      g_autoptr (TenureExplanation) explanation
          = tenure_flag_explain (judged.analysis->flags, find_flag (&judged, cases[i].rule, 0));

      g_assert_cmpstr (reason, ==, cases[i].reason);
      g_assert_cmpuint (explanation->lines->len, >=, 2);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flag-rules-price/p1", test_p1);
  g_test_add_func ("/flag-rules-price/real-price", test_real_price);
  g_test_add_func ("/flag-rules-price/p2", test_p2);
  g_test_add_func ("/flag-rules-price/p2-missing", test_p2_missing);
  g_test_add_func ("/flag-rules-price/p2-applies", test_p2_applies);
  g_test_add_func ("/flag-rules-price/p4", test_p4);
  g_test_add_func ("/flag-rules-price/v1", test_v1);
  g_test_add_func ("/flag-rules-price/v1-of-two", test_v1_of_two);
  g_test_add_func ("/flag-rules-price/cost-lines", test_cost_lines);
  g_test_add_func ("/flag-rules-price/other-currencies", test_other_currencies);
  g_test_add_func ("/flag-rules-price/words", test_words);
  return g_test_run ();
}
