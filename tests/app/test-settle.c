/* What settles a flag: for what cannot be told the field that is missing, otherwise what the rule asks for. */

#include "config.h"

#include "analysis/analysis.h"
#include "app/settle.h"
#include "fixture.h"

#include <string.h>

/* A year of advice that ends in March without a decision; it is not recorded how the funder may end it. */
typedef struct
{
  TenureFacts *facts;
  TenureAnalysis *analysis;
} Portfolio;

static void
set_up (Portfolio *portfolio)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  TenureFactAgreement agreement;

  fixture_add_organisation (fixture, "Lantern Trust", TENURE_FACT_YES);
  agreement = fixture_term (0, "2026-04-01", "2027-03-31", 60000);
  agreement.renewal = TENURE_RENEWAL_NOT_STARTED;
  agreement.funder_without_cause = TENURE_FACT_UNKNOWN;
  fixture_add_agreement (fixture, agreement);
  portfolio->facts = fixture_end (fixture);
  portfolio->analysis = tenure_analysis_new (portfolio->facts, day ("2026-11-21"), NULL, NULL);
}

static void
tear_down (Portfolio *portfolio)
{
  tenure_analysis_free (portfolio->analysis);
  tenure_facts_free (portfolio->facts);
}

static const TenureFlag *
flag_of (const Portfolio *portfolio, TenureRuleId rule)
{
  const TenureFlags *flags = portfolio->analysis->flags;

  for (guint i = 0; i < flags->n_flags; i++)
    if (flags->flags[i].rule == rule)
      return &flags->flags[i];
  g_assert_not_reached ();
}

static void
assert_settled (const Portfolio *portfolio, TenureRuleId rule, const char *label, const char *action, const char *field)
{
  g_autoptr (GPtrArray) settlements = tenure_settlements_new (portfolio->analysis->flags, flag_of (portfolio, rule));
  const TenureSettlement *first;
  gint64 id = portfolio->facts->agreements[0].id;
  g_autoptr (GVariant) target = NULL;

  g_assert_cmpuint (settlements->len, >=, 1);
  g_assert_cmpuint (settlements->len, <=, TENURE_SETTLE_MAX_MISSING);
  first = settlements->pdata[0];
  g_assert_cmpstr (first->label, ==, label);
  g_assert_cmpstr (first->action, ==, action);
  target = g_variant_ref_sink (field != NULL ? g_variant_new ("(sxs)", "agreement", id, field) : g_variant_new_int64 (id));
  g_assert_true (g_variant_equal (first->target, target));
}

static void
test_agreement (void)
{
  Portfolio portfolio;

  set_up (&portfolio);
  assert_settled (&portfolio, TENURE_RULE_N2, "Record the Decision…", "win.edit-field", "renewal_status");
  assert_settled (&portfolio, TENURE_RULE_T1, "Renew…", "win.renew", NULL);
  g_assert_cmpint (flag_of (&portfolio, TENURE_RULE_N1)->level, ==, TENURE_LEVEL_CANNOT_TELL);
  assert_settled (&portfolio, TENURE_RULE_N1, "Record “Funder’s notice”…", "win.edit-field", "funder_notice");
  tear_down (&portfolio);
}

/* A start that is missing after it is that of the signed successor, not of another one that was recorded before. */
static void
test_signed_successor (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  TenureFactAgreement agreement;
  Portfolio portfolio;
  TenureFlag flag = { .rule = TENURE_RULE_N2, .record_type = TENURE_RECORD_AGREEMENT, .level = TENURE_LEVEL_CANNOT_TELL,
                      .missing = TENURE_MISSING_SUCCESSOR_START, .exemption = -1 };
  g_autoptr (GPtrArray) settlements = NULL;
  g_autoptr (GVariant) target = NULL;

  fixture_add_organisation (fixture, "Lantern Trust", TENURE_FACT_YES);
  agreement = fixture_term (0, "2026-04-01", "2027-03-31", 60000);
  fixture_add_agreement (fixture, agreement);
  agreement = fixture_term (0, NULL, "2028-03-31", 60000);
  agreement.predecessor = 0;
  fixture_add_agreement (fixture, agreement);
  agreement.signed_day = day ("2026-11-01");
  fixture_add_agreement (fixture, agreement);
  portfolio.facts = fixture_end (fixture);
  portfolio.analysis = tenure_analysis_new (portfolio.facts, day ("2026-11-21"), NULL, NULL);
  flag.id = portfolio.facts->agreements[0].id;
  settlements = tenure_settlements_new (portfolio.analysis->flags, &flag);
  g_assert_cmpuint (settlements->len, ==, 1);
  target = g_variant_ref_sink (g_variant_new ("(sxs)", "agreement", (gint64) portfolio.facts->agreements[2].id, "start"));
  g_assert_true (g_variant_equal (((TenureSettlement *) settlements->pdata[0])->target, target));
  tear_down (&portfolio);
}

/* Without an end only the notice is secured: a longer one settles it. */
static void
test_open_ended (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  TenureFactAgreement agreement = fixture_term (0, "2026-04-01", NULL, 60000);
  Portfolio portfolio;

  fixture_add_organisation (fixture, "Lantern Trust", TENURE_FACT_YES);
  agreement.open_ended = TENURE_FACT_YES;
  agreement.funder_notice = (TenureDuration){ .months = 3, .known = TRUE };
  fixture_add_agreement (fixture, agreement);
  portfolio.facts = fixture_end (fixture);
  portfolio.analysis = tenure_analysis_new (portfolio.facts, day ("2026-11-21"), NULL, NULL);
  g_assert_cmpint (flag_of (&portfolio, TENURE_RULE_T1)->level, ==, TENURE_LEVEL_RED);
  assert_settled (&portfolio, TENURE_RULE_T1, "Change the Notice…", "win.edit-field", "funder_notice");
  tear_down (&portfolio);
}

/* What accounts of a year leave open is entered with that year; their currency with the organisation. */
static void
test_accounts_by_year (void)
{
  static const struct
  {
    guint64 missing;
    gboolean by_year;
    const char *table;
    const char *field;
  } cases[] = {
    { TENURE_MISSING_FREE_RESERVES, FALSE, "organisation", "free_reserves" },
    { TENURE_MISSING_FREE_RESERVES, TRUE, "accounts", "free_reserves" },
    { TENURE_MISSING_ACCOUNTS_CURRENCY, TRUE, "organisation", "currency" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      Portfolio portfolio;
      TenureFlag flag = { .rule = TENURE_RULE_R1, .record_type = TENURE_RECORD_ORGANISATION, .level = TENURE_LEVEL_CANNOT_TELL,
                          .missing = cases[i].missing, .exemption = -1 };
      g_autoptr (GPtrArray) settlements = NULL;
      g_autoptr (GVariant) target = NULL;
      gint64 id;

      fixture_add_organisation (fixture, "Lantern Trust", TENURE_FACT_YES);
      if (cases[i].by_year)
        fixture_add_accounts (fixture, 0, "2026-03-31")->income_known = TRUE;
      portfolio.facts = fixture_end (fixture);
      portfolio.analysis = tenure_analysis_new (portfolio.facts, day ("2026-11-21"), NULL, NULL);
      flag.id = portfolio.facts->organisations[0].id;
      settlements = tenure_settlements_new (portfolio.analysis->flags, &flag);
      g_assert_cmpuint (settlements->len, ==, 1);
      id = strcmp (cases[i].table, "accounts") == 0 ? portfolio.facts->accounts[0].id : flag.id;
      target = g_variant_ref_sink (g_variant_new ("(sxs)", cases[i].table, id, cases[i].field));
      g_test_message ("case %u", i);
      g_assert_true (g_variant_equal (((TenureSettlement *) settlements->pdata[0])->target, target));
      tear_down (&portfolio);
    }
}

/* Where no price index is there, the form has none to name: the list of them has the usual ones. */
static void
test_no_price_index (void)
{
  Portfolio portfolio;
  TenureFlag flag = { .rule = TENURE_RULE_P2, .record_type = TENURE_RECORD_AGREEMENT, .level = TENURE_LEVEL_CANNOT_TELL,
                      .missing = TENURE_MISSING_PRICE_INDEX, .exemption = -1 };
  g_autoptr (GPtrArray) settlements = NULL;
  const TenureSettlement *only;

  set_up (&portfolio);
  flag.id = portfolio.facts->agreements[0].id;
  settlements = tenure_settlements_new (portfolio.analysis->flags, &flag);
  g_assert_cmpuint (settlements->len, ==, 1);
  only = settlements->pdata[0];
  g_assert_cmpstr (only->action, ==, "win.list-records");
  g_assert_cmpstr (g_variant_get_string (only->target, NULL), ==, "price_index");
  tear_down (&portfolio);
}

/* Whatever flags an agreement, an organisation, a board or a seat can have, at any level and whatever is missing: there is a
 * way to settle it, its words are there, and it names a field that the form has. */
static void
test_every_rule (void)
{
  Portfolio portfolio;

  set_up (&portfolio);
  for (int rule = 0; rule < TENURE_N_RULES; rule++)
    for (int bit = -1; bit < TENURE_N_MISSING; bit++)
      {
        TenureFlag flag = { .rule = rule, .record_type = tenure_rule (rule)->record_type, .id = 7, .exemption = -1 };
        g_autoptr (GPtrArray) settlements = NULL;

        /* The facts hold one agreement of one organisation; others are only looked for by their owner's index. */
        if (flag.record_type == TENURE_RECORD_PORTFOLIO)
          flag.index = -1;
        flag.level = bit < 0 ? TENURE_LEVEL_RED : TENURE_LEVEL_CANNOT_TELL;
        flag.missing = bit < 0 ? 0 : G_GUINT64_CONSTANT (1) << bit;
        settlements = tenure_settlements_new (portfolio.analysis->flags, &flag);
        g_test_message ("%s, bit %d", tenure_rule (rule)->code, bit);
        g_assert_cmpuint (settlements->len, ==, 1);
        for (guint i = 0; i < settlements->len; i++)
          {
            const TenureSettlement *settlement = settlements->pdata[i];
            const char *table, *field;
            gint64 id;

            g_assert_cmpuint (strlen (settlement->label), >, 0);
            if (strcmp (settlement->action, "win.edit-field") != 0)
              continue;
            g_variant_get (settlement->target, "(&sx&s)", &table, &id, &field);
            g_assert_cmpint (tenure_record_find_field (tenure_record_type_from_table (table), field), >=, 0);
          }
      }
  tear_down (&portfolio);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settle/agreement", test_agreement);
  g_test_add_func ("/settle/signed-successor", test_signed_successor);
  g_test_add_func ("/settle/open-ended", test_open_ended);
  g_test_add_func ("/settle/accounts-by-year", test_accounts_by_year);
  g_test_add_func ("/settle/no-price-index", test_no_price_index);
  g_test_add_func ("/settle/every-rule", test_every_rule);
  return g_test_run ();
}
