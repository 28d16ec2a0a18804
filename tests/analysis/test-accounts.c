/* Which accounts are looked at on a day, by cases worked by hand and against the words of docs/domain.md, section 2, written
 * out slowly; and that every figure and rule about money rests on these. */

#include "analysis/accounts.h"
#include "analysis/provider-explain.h"

#include "judged.h"

#include <string.h>

#define OWN (-1)

static TenureFactOrganisation *
organisation_at (Fixture *fixture, guint index)
{
  return &g_array_index (fixture->organisations, TenureFactOrganisation, index);
}

static void
set_amounts (TenureFactAccounts *accounts, gint64 income, gint64 expenditure, gint64 reserves)
{
  accounts->income_known = income >= 0;
  accounts->income_minor = MAX (income, 0) * 100;
  accounts->expenditure_known = expenditure >= 0;
  accounts->expenditure_minor = MAX (expenditure, 0) * 100;
  accounts->free_reserves_known = reserves >= 0;
  accounts->free_reserves_minor = MAX (reserves, 0) * 100;
  accounts->currency = TENURE_CURRENCY_GBP;
}

/* --- By hand ------------------------------------------------------------------------------------------------------ */

typedef struct
{
  const char *own;      /* the last day of its own fields' year; NULL when not recorded */
  gboolean own_says;    /* whether they hold an amount */
  const char *years[3]; /* accounts by year; one that begins with "-" holds no amount */
  const char *as_of;
  int found; /* which of the years, or OWN */
  TenureAccountsAge age;
} Case;

static const Case cases[] = {
  { "2026-03-31", TRUE, { "2025-03-31", NULL }, "2026-11-21", OWN, TENURE_ACCOUNTS_FRESH },
  /* Looking back: the year that had ended by then. */
  { "2026-03-31", TRUE, { "2024-03-31", "2025-03-31" }, "2026-03-30", 1, TENURE_ACCOUNTS_FRESH },
  { "2026-03-31", TRUE, { "2024-03-31", "2025-03-31" }, "2026-03-31", OWN, TENURE_ACCOUNTS_FRESH },
  { "2026-03-31", TRUE, { "2024-03-31", "2025-03-31" }, "2025-03-30", 0, TENURE_ACCOUNTS_FRESH },
  /* Nothing had ended by then: what the organisation's own fields say. */
  { "2026-03-31", TRUE, { "2025-03-31", NULL }, "2025-03-30", OWN, TENURE_ACCOUNTS_LATER },
  { NULL, FALSE, { "2025-03-31", NULL }, "2025-03-30", OWN, TENURE_ACCOUNTS_FRESH },
  { NULL, FALSE, { "2025-03-31", NULL }, "2025-03-31", 0, TENURE_ACCOUNTS_FRESH },
  /* A newer year than the own fields', and one of the same. */
  { "2025-03-31", TRUE, { "2024-03-31", "2026-03-31" }, "2026-11-21", 1, TENURE_ACCOUNTS_FRESH },
  { "2026-03-31", TRUE, { "2026-03-31", NULL }, "2026-11-21", OWN, TENURE_ACCOUNTS_FRESH },
  { "2026-03-31", FALSE, { "2026-03-31", NULL }, "2026-11-21", 0, TENURE_ACCOUNTS_FRESH },
  { NULL, FALSE, { "2026-03-31", "2026-03-31" }, "2026-11-21", 1, TENURE_ACCOUNTS_FRESH },
  /* A year that is recorded says more than one that is not. */
  { NULL, TRUE, { "2026-03-31", NULL }, "2026-11-21", 0, TENURE_ACCOUNTS_FRESH },
  { NULL, TRUE, { NULL }, "2026-11-21", OWN, TENURE_ACCOUNTS_NO_YEAR },
  /* One in which nothing is recorded but how many worked there is no help. */
  { "2025-03-31", TRUE, { "-2026-03-31", NULL }, "2026-11-21", OWN, TENURE_ACCOUNTS_FRESH },
  { NULL, FALSE, { "-2026-03-31", NULL }, "2026-11-21", OWN, TENURE_ACCOUNTS_FRESH },
  /* Two years after its end a year is not old yet; a day later it is. */
  { "2024-11-21", TRUE, { NULL }, "2026-11-21", OWN, TENURE_ACCOUNTS_FRESH },
  { "2024-11-20", TRUE, { NULL }, "2026-11-21", OWN, TENURE_ACCOUNTS_OLD },
  { NULL, FALSE, { "2024-11-20", NULL }, "2026-11-21", 0, TENURE_ACCOUNTS_OLD },
  { NULL, FALSE, { NULL }, "2026-11-21", OWN, TENURE_ACCOUNTS_FRESH },
};

static TenureFacts *
make_facts (const Case *row)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  TenureFactAccounts *own;

  /* Another before it, so that no run begins at the first row. */
  fixture_add_organisation (fixture, "North", TENURE_FACT_NO);
  set_amounts (fixture_add_accounts (fixture, 0, "2026-03-31"), 1, 1, 1);
  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  own = &organisation_at (fixture, 1)->accounts;
  own->year_end = day (row->own);
  set_amounts (own, row->own_says ? 5000 : -1, -1, -1);
  for (guint i = 0; i < G_N_ELEMENTS (row->years) && row->years[i] != NULL; i++)
    {
      gboolean empty = row->years[i][0] == '-';

      set_amounts (fixture_add_accounts (fixture, 1, row->years[i] + empty), -1, empty ? -1 : 700, -1);
    }
  return fixture_end (fixture);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureFacts) facts = make_facts (&cases[i]);
      const TenureFactAccounts *found = tenure_accounts_find (facts, 1, day (cases[i].as_of));
      g_autoptr (TenureTerms) terms = tenure_terms_new (facts, day (cases[i].as_of), NULL);

      g_test_message ("row %u", i);
      g_assert_true (found == (cases[i].found == OWN ? &facts->organisations[1].accounts : &facts->accounts[1 + cases[i].found]));
      g_assert_cmpint (tenure_accounts_age (found, day (cases[i].as_of)), ==, cases[i].age);
      g_assert_cmpint (tenure_accounts_record_type (found), ==,
                       cases[i].found == OWN ? TENURE_RECORD_ORGANISATION : TENURE_RECORD_ACCOUNTS);
      g_assert_true (terms->accounts[1] == found);
    }
}

/* --- Slowly and obviously ---------------------------------------------------------------------------------------- */

static gboolean
says_something (const TenureFactAccounts *accounts)
{
  return accounts->income_known || accounts->expenditure_known || accounts->free_reserves_known;
}

/* Day by day backwards from T: the first on which a year ended of which an amount is recorded; on that day its own fields
 * first, then what was recorded last. */
static const TenureFactAccounts *
find_slowly (const TenureFacts *facts, gint32 organisation, TenureDay as_of)
{
  const TenureFactAccounts *own = &facts->organisations[organisation].accounts;

  for (TenureDay last = as_of; last > as_of - 3000; last--)
    {
      const TenureFactAccounts *found = NULL;

      for (guint i = 0; i < facts->n_accounts; i++)
        if (facts->accounts[i].organisation == organisation && facts->accounts[i].year_end == last
            && says_something (&facts->accounts[i]) && (found == NULL || facts->accounts[i].id > found->id))
          found = &facts->accounts[i];
      if (own->year_end == last && says_something (own))
        return own;
      if (found != NULL)
        return found;
    }
  return own;
}

static gint64
random_amount (GRand *rand)
{
  return g_rand_int_range (rand, -1, 4) * 50000;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return *(const TenureDay *) a < *(const TenureDay *) b ? -1 : *(const TenureDay *) a > *(const TenureDay *) b;
}

/* Few days, so that years of one day and years that end on T come about. */
static TenureDay
random_day (GRand *rand)
{
  return day ("2024-01-31") + 91 * g_rand_int_range (rand, 0, 14);
}

static TenureFacts *
random_facts (GRand *rand)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  int n = g_rand_int_range (rand, 1, 5);

  for (int o = 0; o < n; o++)
    {
      int years = g_rand_int_range (rand, 0, 5);
      TenureDay days[5];
      TenureFactAccounts *own;

      fixture_add_organisation (fixture, "Random", TENURE_FACT_YES);
      own = &organisation_at (fixture, (guint) o)->accounts;
      own->year_end = g_rand_int_range (rand, 0, 3) > 0 ? random_day (rand) : TENURE_DAY_NONE;
      set_amounts (own, random_amount (rand), random_amount (rand), random_amount (rand));
      for (int i = 0; i < years; i++)
        days[i] = g_rand_int_range (rand, 0, 12) > 0 ? random_day (rand) : TENURE_DAY_NONE;
      qsort (days, (gsize) years, sizeof days[0], compare_days);
      for (int i = 0; i < years; i++)
        {
          TenureFactAccounts *accounts = fixture_add_accounts (fixture, o, NULL);

          accounts->year_end = days[i];
          set_amounts (accounts, random_amount (rand), random_amount (rand), random_amount (rand));
        }
    }
  return fixture_end (fixture);
}

static void
test_random (void)
{
  guint n_own = 0, n_by_year = 0;

  for (guint round = 0; round < 400; round++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (round);
      g_autoptr (TenureFacts) facts = random_facts (rand);
      TenureDay as_of = random_day (rand) + g_rand_int_range (rand, -1, 2);

      g_test_message ("seed %u", round);
      for (guint o = 0; o < facts->n_organisations; o++)
        {
          const TenureFactAccounts *found = tenure_accounts_find (facts, o, as_of);

          g_assert_true (found == find_slowly (facts, (gint32) o, as_of));
          n_own += found->own;
          n_by_year += !found->own;
        }
    }
  g_assert_cmpuint (n_own, >, 100);
  g_assert_cmpuint (n_by_year, >, 100);
}

/* --- What rests on them ------------------------------------------------------------------------------------------ */

/* Own fields: £120,000 in the year to March 2026, of which £30,000 reserves. The year before: £40,000, spent £48,000, £3,000.
 * An agreement of £24,000 a year runs throughout. */
static Fixture *
new_two_years (void)
{
  Fixture *fixture = fixture_new ();
  TenureFactAgreement agreement = fixture_term (0, "2025-04-01", "2028-03-31", 72000);

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  fixture_add_organisation (fixture, "North", TENURE_FACT_NO);
  organisation_at (fixture, 0)->accounts.year_end = day ("2026-03-31");
  set_amounts (&organisation_at (fixture, 0)->accounts, 120000, 120000, 30000);
  set_amounts (fixture_add_accounts (fixture, 0, "2025-03-31"), 40000, 48000, 3000);
  agreement.payment_profile = TENURE_PAID_ARREARS;
  agreement.basis = TENURE_BASIS_TOTAL;
  fixture_add_agreement (fixture, agreement);
  fixture_add_funder (fixture, 1);
  return fixture;
}

static Judged
judge_on (Fixture *fixture, const char *as_of)
{
  Judged judged = { .facts = fixture_end (fixture) };

  judged.analysis = tenure_analysis_new (judged.facts, day (as_of), NULL, NULL);
  return judged;
}

static void
test_every_figure (void)
{
  static const struct
  {
    const char *as_of;
    TenureSize size;
    double dependency, reserve_months;
    gint64 funders_high;   /* hundredths: 1 ÷ s² */
    gint64 other_income;
    const char *shortfall; /* NULL: not in 36 months */
    TenureLevel d1, r1, p4;
  } days[] = {
    /* £24,000 of £40,000; 3,000 a month out of 4,000: −£8,000 a year, 4.5 months of it. Small, and so P4 applies. */
    { "2025-11-21", TENURE_SIZE_SMALL, 0.6, 0.75, 277, 1600000, "2026-03-01", TENURE_LEVEL_AMBER, TENURE_LEVEL_RED,
      TENURE_LEVEL_AMBER },
    /* £24,000 of £120,000; in balance until the agreement ends. */
    { "2026-11-21", TENURE_SIZE_MEDIUM, 0.2, 3, 2500, 9600000, "2029-07-01", TENURE_LEVEL_NONE, TENURE_LEVEL_NONE,
      TENURE_LEVEL_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (Fixture) fixture = new_two_years ();
      g_auto (Judged) judged = judge_on (fixture, days[i].as_of);
      guint32 only = 0;
      TenureProviderFigures figures = tenure_provider_figures (judged.analysis->providers, 0, &only, 1);

      g_test_message ("%s", days[i].as_of);
      g_assert_cmpint (figures.size, ==, days[i].size);
      g_assert_cmpfloat_with_epsilon (figures.dependency.number, days[i].dependency, 1e-9);
      g_assert_cmpfloat_with_epsilon (figures.reserve_months.number, days[i].reserve_months, 1e-9);
      g_assert_cmpint (figures.funders.high, ==, days[i].funders_high);
      g_assert_true (figures.shortfall_known);
      g_assert_cmpint (figures.other_income_minor, ==, days[i].other_income);
      g_assert_cmpint (figures.shortfall_month, ==, day (days[i].shortfall));
      assert_level (&judged, TENURE_RULE_D1, 0, days[i].d1, 0);
      assert_level (&judged, TENURE_RULE_R1, 0, days[i].r1, 0);
      assert_level (&judged, TENURE_RULE_P4, 0, days[i].p4, 0);
    }
}

/* --- Said ---------------------------------------------------------------------------------------------------------- */

static void
assert_says (const TenureExplanation *explanation, const char *words)
{
  g_autofree char *text = tenure_explanation_dup_text (explanation);

  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in\n%s", words, text);
}

static TenureExplanation *
explain (const Judged *judged, TenureProviderFigure figure)
{
  guint32 only = 0;

  return tenure_provider_explain (judged->analysis->providers, 0, &only, 1, figure);
}

static void
test_explained (void)
{
  static const TenureProviderFigure figures[] = { TENURE_PROVIDER_FIGURE_DEPENDENCY, TENURE_PROVIDER_FIGURE_RESERVES,
                                                  TENURE_PROVIDER_FIGURE_SHORTFALL };
  static const TenureRuleId rules[] = { TENURE_RULE_D1, TENURE_RULE_R1 };
  g_autoptr (Fixture) fixture = new_two_years ();
  g_auto (Judged) judged = judge_on (fixture, "2025-11-21");

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autoptr (TenureExplanation) explanation = explain (&judged, figures[i]);
      const TenureExplanationLine *year = &g_array_index (explanation->lines, TenureExplanationLine, 0);

      assert_says (explanation, "Accounts to: 31 Mar 2025, from its accounts by year");
      g_assert_cmpint (year->record_type, ==, TENURE_RECORD_ACCOUNTS);
      g_assert_cmpint (year->record, ==, judged.facts->accounts[0].id);
    }
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      const TenureFlag *flag = find_flag (&judged, rules[i], 0);
      g_autoptr (TenureExplanation) explanation = tenure_flag_explain (judged.analysis->flags, flag);
      g_autoptr (GString) inputs = g_string_new (NULL);

      assert_says (explanation, "Accounts to: 31 Mar 2025, from its accounts by year");
      tenure_flag_append_inputs_json (judged.analysis->flags, flag, inputs);
      g_assert_nonnull (strstr (inputs->str, "\"accounts_end\":\"2025-03-31\""));
      g_assert_null (strstr (inputs->str, "accounts_age"));
    }
}

static void
test_cautions (void)
{
  static const struct
  {
    const char *own, *year, *as_of, *says, *code;
  } rows[] = {
    { "2023-03-31", NULL, "2026-11-21", "Age of the accounts: old: more than 24 months before (local setting)", "old" },
    { NULL, "2023-03-31", "2026-11-21", "Accounts to: 31 Mar 2023, from its accounts by year\n  Age of the accounts: old", "old" },
    { "2026-12-31", NULL, "2026-11-21", "Accounts to: 31 Dec 2026\n  Age of the accounts: the year had not ended", "later" },
    { NULL, NULL, "2026-11-21", "Accounts to: not recorded\n  Age of the accounts: of no recorded year", "no_year" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_auto (Judged) judged = { 0 };
      g_autoptr (TenureExplanation) figure = NULL;
      g_autoptr (TenureExplanation) rule = NULL;
      g_autoptr (GString) inputs = g_string_new (NULL);

      g_test_message ("row %u", i);
      fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
      organisation_at (fixture, 0)->accounts.year_end = day (rows[i].own);
      set_amounts (&organisation_at (fixture, 0)->accounts, rows[i].year == NULL ? 100 : -1, 1200, 10);
      if (rows[i].year != NULL)
        set_amounts (fixture_add_accounts (fixture, 0, rows[i].year), 100, 1200, 10);
      fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2028-03-31", 1000));
      judged = judge_on (fixture, rows[i].as_of);
      figure = explain (&judged, TENURE_PROVIDER_FIGURE_RESERVES);
      assert_says (figure, rows[i].says);
      rule = tenure_flag_explain (judged.analysis->flags, find_flag (&judged, TENURE_RULE_R1, 0));
      assert_says (rule, rows[i].says);
      tenure_flag_append_inputs_json (judged.analysis->flags, find_flag (&judged, TENURE_RULE_R1, 0), inputs);
      {
        g_autofree char *age = g_strdup_printf ("\"accounts_age\":\"%s\"", rows[i].code);

        g_assert_nonnull (strstr (inputs->str, age));
      }
    }
}

/* A year is read whole: what it leaves open is missing in it, and no other year stands in. */
static void
test_never_mixed (void)
{
  g_autoptr (Fixture) fixture = new_two_years ();
  g_auto (Judged) judged = { 0 };
  g_autoptr (TenureExplanation) explanation = NULL;
  const TenureFlag *flag;

  set_amounts (fixture_add_accounts (fixture, 0, "2026-09-30"), 50000, 60000, -1);
  judged = judge_on (fixture, "2026-11-21");
  assert_level (&judged, TENURE_RULE_R1, 0, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_FREE_RESERVES);
  assert_level (&judged, TENURE_RULE_D1, 0, TENURE_LEVEL_NONE, 0);
  flag = find_flag (&judged, TENURE_RULE_R1, 0);
  explanation = tenure_flag_explain (judged.analysis->flags, flag);
  g_assert_cmpuint (explanation->missing->len, ==, 1);
  g_assert_cmpint (g_array_index (explanation->missing, TenureExplanationMissing, 0).record_type, ==, TENURE_RECORD_ACCOUNTS);
  g_assert_cmpint (g_array_index (explanation->missing, TenureExplanationMissing, 0).record, ==, judged.facts->accounts[1].id);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/accounts/cases", test_cases);
  g_test_add_func ("/accounts/random", test_random);
  g_test_add_func ("/accounts/every-figure", test_every_figure);
  g_test_add_func ("/accounts/explained", test_explained);
  g_test_add_func ("/accounts/cautions", test_cautions);
  g_test_add_func ("/accounts/never-mixed", test_never_mixed);
  return g_test_run ();
}
