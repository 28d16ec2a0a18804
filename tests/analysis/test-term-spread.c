#include "analysis/term-spread.h"

#include "analysis/providers.h"
#include "fixture.h"

#define AS_OF "2026-11-22"

typedef struct
{
  TenureFacts *facts;
  TenureTerms *terms;
  TenurePortfolio *portfolio;
  TenureTermSpread *spread;
} Computed;

static Computed
compute (Fixture *fixture, TenureTermSpreadBy by)
{
  Computed computed = { .facts = fixture_end (fixture) };

  computed.terms = tenure_terms_new (computed.facts, day (AS_OF), NULL);
  computed.portfolio = tenure_portfolio_new (computed.terms, TENURE_SCOPE_VCS, NULL);
  computed.spread = tenure_term_spread_new (computed.portfolio, by);
  return computed;
}

static void
computed_clear (Computed *computed)
{
  tenure_term_spread_free (computed->spread);
  tenure_portfolio_free (computed->portfolio);
  tenure_terms_free (computed->terms);
  tenure_facts_free (computed->facts);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Computed, computed_clear)

/* By hand: of n terms in order the h-th with h = n · k ÷ 4. */
static const struct
{
  guint n;
  gint32 months[8];
  double lower, median, upper;
} quartiles[] = {
  { 1, { 12 }, 12, 12, 12 },
  { 2, { 6, 12 }, 6, 9, 12 },
  { 3, { 6, 12, 36 }, 6, 12, 36 },
  { 4, { 6, 12, 24, 36 }, 9, 18, 30 },
  { 5, { 6, 12, 12, 24, 36 }, 12, 12, 24 },
  { 8, { 1, 2, 3, 4, 5, 6, 7, 8 }, 2.5, 4.5, 6.5 },
};

static void
test_quartiles (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (quartiles); i++)
    {
      gint64 parts[8];

      for (guint t = 0; t < quartiles[i].n; t++)
        parts[t] = tenure_months_to_parts (tenure_months_whole (quartiles[i].months[t]));
      g_test_message ("%u terms", quartiles[i].n);
      g_assert_cmpfloat (tenure_parts_quartile (parts, quartiles[i].n, 1), ==, quartiles[i].lower);
      g_assert_cmpfloat (tenure_parts_quartile (parts, quartiles[i].n, 2), ==, quartiles[i].median);
      g_assert_cmpfloat (tenure_parts_quartile (parts, quartiles[i].n, 3), ==, quartiles[i].upper);
    }
}

/* Grants of 12, 12 and 24 months, a contract of 60, one open-ended, one without an end, one that is over. */
static void
fill_example (Fixture *fixture)
{
  gint32 charity = fixture_add_organisation (fixture, "Lantern Trust", TENURE_FACT_YES);
  gint32 council = fixture_add_organisation (fixture, "Hill Council", TENURE_FACT_NO);
  gint32 fund = fixture_add_organisation (fixture, "Weir Fund", TENURE_FACT_NO);
  const char *const ends[] = { "2027-03-31", "2027-03-31", "2028-03-31", "2031-03-31" };
  TenureFactAgreement agreement;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      agreement = fixture_term (charity, "2026-04-01", ends[i], 1000);
      agreement.kind = i < 3 ? TENURE_KIND_GRANT : TENURE_KIND_CONTRACT;
      fixture_add_agreement (fixture, agreement);
      fixture_add_funder (fixture, council);
      fixture_add_funder (fixture, i == 0 ? fund : council);
    }
  agreement = fixture_term (charity, "2026-04-01", NULL, 1000);
  agreement.kind = TENURE_KIND_GRANT;
  agreement.open_ended = TENURE_FACT_YES;
  fixture_add_agreement (fixture, agreement);
  agreement.open_ended = TENURE_FACT_UNKNOWN;
  agreement.kind = TENURE_KIND_UNKNOWN;
  fixture_add_agreement (fixture, agreement);
  fixture_add_agreement (fixture, fixture_term (charity, "2020-04-01", "2021-03-31", 1000));
}

static void
test_example (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_auto (Computed) computed = { 0 };
  const TenureTermSpreadGroup *grants, *contracts;

  fill_example (fixture);
  computed = compute (fixture, TENURE_TERM_SPREAD_BY_KIND);
  /* Whether what has no end recorded runs is not known: it is in none. */
  g_assert_cmpuint (computed.spread->n_groups, ==, 2);
  grants = &computed.spread->groups[0];
  contracts = &computed.spread->groups[1];
  g_assert_cmpint (grants->group, ==, TENURE_KIND_GRANT);
  g_assert_cmpstr (tenure_term_spread_label (computed.spread, grants), ==, "Grant");
  g_assert_cmpstr (tenure_term_spread_code (computed.spread, contracts), ==, "contract");
  g_assert_cmpuint (grants->of, ==, 4);
  g_assert_cmpuint (grants->open_ended, ==, 1);
  g_assert_cmpuint (grants->known, ==, 3);
  g_assert_cmpuint (grants->le12, ==, 2);
  g_assert_cmpfloat (grants->least, ==, 12);
  g_assert_cmpfloat (grants->lower, ==, 12);
  g_assert_cmpfloat (grants->median, ==, 12);
  g_assert_cmpfloat (grants->upper, ==, 24);
  g_assert_cmpfloat (grants->most, ==, 24);
  g_assert_cmpfloat (computed.spread->terms[grants->first_term + 2].months, ==, 24);
  g_assert_cmpuint (computed.spread->terms[grants->first_term + 2].agreement, ==, 2);
  g_assert_cmpfloat (contracts->median, ==, 60);
}

/* Who has several funders counts under each, and once where one is named twice. */
static void
test_funders (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_auto (Computed) computed = { 0 };
  const TenureTermSpreadGroup *groups;

  fill_example (fixture);
  computed = compute (fixture, TENURE_TERM_SPREAD_BY_FUNDER);
  groups = computed.spread->groups;
  g_assert_cmpuint (computed.spread->n_groups, ==, 3);
  g_assert_cmpstr (tenure_term_spread_label (computed.spread, &groups[0]), ==, "Weir Fund");
  g_assert_cmpuint (groups[0].known, ==, 1);
  g_assert_cmpstr (tenure_term_spread_label (computed.spread, &groups[1]), ==, "Hill Council");
  g_assert_cmpuint (groups[1].known, ==, 4);
  g_assert_cmpfloat (groups[1].median, ==, 18);
  g_assert_cmpstr (tenure_term_spread_label (computed.spread, &groups[2]), ==, "Not recorded");
  g_assert_null (tenure_term_spread_code (computed.spread, &groups[2]));
  g_assert_cmpuint (groups[2].known, ==, 0);
  g_assert_cmpuint (groups[2].of, ==, 1);
}

static void
test_explanation (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_auto (Computed) computed = { 0 };
  g_autoptr (TenureExplanation) explanation = NULL;

  fill_example (fixture);
  computed = compute (fixture, TENURE_TERM_SPREAD_BY_KIND);
  explanation = tenure_term_spread_explain (computed.spread, computed.portfolio, 0);
  g_assert_cmpuint (explanation->lines->len, ==, 2);
  g_assert_cmpstr (g_array_index (explanation->lines, TenureExplanationLine, 0).label, ==, "Grant");
  g_assert_cmpstr (g_array_index (explanation->lines, TenureExplanationLine, 0).value, ==,
                   "median 12.0 months; quartiles 12.0 and 24.0; from 12.0 to 24.0; 3 of 4 known; 2 of 12 months or less");
  g_assert_cmpuint (explanation->apart->len, ==, 1);
  g_assert_cmpuint (explanation->missing->len, ==, 0);
}

/* The words alone: of a large portfolio. */
static void
test_explain_many (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_auto (Computed) computed = { 0 };
  g_autoptr (TenureExplanation) explanation = NULL;

  fill_example (fixture);
  computed = compute (fixture, TENURE_TERM_SPREAD_BY_KIND);
  computed.spread->groups[0].of = 12345;
  computed.spread->groups[0].known = 2000;
  computed.spread->groups[0].le12 = 1000;
  computed.spread->groups[1].of = 6000;
  computed.spread->groups[1].known = 0;
  explanation = tenure_term_spread_explain (computed.spread, computed.portfolio, 0);
  g_assert_true (g_str_has_suffix (g_array_index (explanation->lines, TenureExplanationLine, 0).value,
                                   "; 2,000 of 12,345 known; 1,000 of 12 months or less"));
  g_assert_cmpstr (g_array_index (explanation->lines, TenureExplanationLine, 1).value, ==,
                   "no term of 6,000 agreements is known");
}

static void
test_codes (void)
{
  for (int by = 0; by < TENURE_N_TERM_SPREADS; by++)
    {
      TenureTermSpreadBy found;

      g_assert_true (tenure_term_spread_by_from_code (tenure_term_spread_by_code ((TenureTermSpreadBy) by), &found));
      g_assert_cmpint ((int) found, ==, by);
    }
  g_assert_false (tenure_term_spread_by_from_code ("moon", &(TenureTermSpreadBy){ 0 }));
}

/* --- Against a slow and obvious version --- */

static gboolean
is_in (const Computed *computed, guint index, const TenureTermSpreadGroup *group)
{
  const TenureFactAgreement *fact = &computed->facts->agreements[index];
  gboolean any = FALSE;

  switch (computed->spread->by)
    {
    case TENURE_TERM_SPREAD_BY_PURPOSE:
      return group->group == (fact->purpose == TENURE_PURPOSE_UNKNOWN ? -1 : fact->purpose);
    case TENURE_TERM_SPREAD_BY_SIZE:
      return group->group == -1;
    default:
      for (guint i = 0; i < fact->n_funders; i++)
        any |= computed->facts->funders[fact->first_funder + i].organisation == group->group;
      return group->group >= 0 ? any : fact->n_funders == 0;
    }
}

/* The mean of the least term that at least @k quarters are no longer than, and the least that more than @k quarters are no
 * longer than; where there is none of these, of the longest. */
static double
slow_quartile (const double *months, guint n, guint k)
{
  double reached = G_MAXDOUBLE, passed = G_MAXDOUBLE;

  for (guint i = 0; i < n; i++)
    {
      guint up_to = 0;

      for (guint j = 0; j < n; j++)
        up_to += months[j] <= months[i];
      if (4 * up_to >= n * k)
        reached = MIN (reached, months[i]);
      if (4 * up_to > n * k)
        passed = MIN (passed, months[i]);
    }
  return (reached + passed) / 2;
}

static void
check_group (const Computed *computed, const TenureTermSpreadGroup *group)
{
  g_autofree double *months = g_new (double, computed->terms->n_agreements);
  guint of = 0, open_ended = 0, known = 0, le12 = 0;

  for (guint i = 0; i < computed->terms->n_agreements; i++)
    {
      const TenureAgreementFigures *figures = &computed->terms->agreements[i];

      if (figures->running != TENURE_FACT_YES || figures->scope != TENURE_SCOPE_VCS || !is_in (computed, i, group))
        continue;
      of++;
      open_ended += figures->open_ended;
      if (!figures->term_known)
        continue;
      le12 += tenure_months_compare (figures->term, tenure_months_whole (12)) <= 0;
      months[known++] = tenure_months_to_double (figures->term);
    }
  g_assert_cmpuint (group->of, ==, of);
  g_assert_cmpuint (group->open_ended, ==, open_ended);
  g_assert_cmpuint (group->known, ==, known);
  g_assert_cmpuint (group->le12, ==, le12);
  for (guint i = 1; i < known; i++)
    g_assert_cmpfloat (computed->spread->terms[group->first_term + i - 1].months, <=,
                       computed->spread->terms[group->first_term + i].months);
  if (known == 0)
    return;
  g_assert_cmpfloat_with_epsilon (group->least, computed->spread->terms[group->first_term].months, 1e-9);
  g_assert_cmpfloat_with_epsilon (group->lower, slow_quartile (months, known, 1), 1e-6);
  g_assert_cmpfloat_with_epsilon (group->median, slow_quartile (months, known, 2), 1e-6);
  g_assert_cmpfloat_with_epsilon (group->upper, slow_quartile (months, known, 3), 1e-6);
}

static void
add_random (Fixture *fixture, gint32 provider, const gint32 *funders)
{
  g_autofree char *start = g_strdup_printf ("202%d-%02d-01", g_test_rand_int_range (3, 7), g_test_rand_int_range (1, 13));
  g_autofree char *end = g_strdup_printf ("20%d-%02d-%02d", g_test_rand_int_range (26, 32), g_test_rand_int_range (1, 13),
                                          g_test_rand_int_range (1, 29));
  TenureFactAgreement agreement =
      fixture_term (provider, g_test_rand_int_range (0, 9) == 0 ? NULL : start, g_test_rand_int_range (0, 9) == 0 ? NULL : end, 10);

  agreement.purpose = (gint8) g_test_rand_int_range (0, 3);
  agreement.open_ended = g_test_rand_int_range (0, 9) == 0 ? TENURE_FACT_YES : TENURE_FACT_NO;
  fixture_add_agreement (fixture, agreement);
  for (int i = g_test_rand_int_range (0, 4); i > 0; i--)
    fixture_add_funder (fixture, funders[g_test_rand_int_range (0, 3)]);
}

/* Sizes stand from the smallest up however long their terms are, and what is not recorded behind them. */
static void
test_sizes_in_their_order (void)
{
  static const struct
  {
    gint64 income_pounds; /* 0: not recorded */
    const char *end, *code;
  } cases[] = { { 5000000, "2027-03-31", "large" }, { 0, "2027-03-31", NULL },     { 300000, "2029-03-31", "medium" },
                { 5000, "2031-03-31", "micro" },    { 50000, "2028-03-31", "small" } };
  static const char *const order[] = { "micro", "small", "medium", "large", NULL };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_auto (Computed) computed = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint32 provider = fixture_add_organisation (fixture, "Lantern Trust", TENURE_FACT_YES);

      if (cases[i].income_pounds > 0)
        {
          TenureFactAccounts *accounts = fixture_add_accounts (fixture, provider, "2026-03-31");

          accounts->income_known = TRUE;
          accounts->income_minor = cases[i].income_pounds * 100;
          accounts->currency = TENURE_CURRENCY_GBP;
        }
      fixture_add_agreement (fixture, fixture_term (provider, "2026-04-01", cases[i].end, 1000));
    }
  computed = compute (fixture, TENURE_TERM_SPREAD_BY_SIZE);
  g_assert_cmpuint (computed.spread->n_groups, ==, G_N_ELEMENTS (order));
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpstr (tenure_term_spread_code (computed.spread, &computed.spread->groups[i]), ==, order[i]);
}

static void
test_random (void)
{
  static const TenureTermSpreadBy bys[] = { TENURE_TERM_SPREAD_BY_PURPOSE, TENURE_TERM_SPREAD_BY_FUNDER,
                                            TENURE_TERM_SPREAD_BY_SIZE };

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_auto (Computed) computed = { 0 };
      gint32 funders[3], charity = fixture_add_organisation (fixture, "Lantern Trust", TENURE_FACT_YES);
      gint32 firm = fixture_add_organisation (fixture, "Brightside Ltd", TENURE_FACT_NO);

      for (guint i = 0; i < 3; i++)
        funders[i] = fixture_add_organisation (fixture, "Funder", TENURE_FACT_NO);
      for (int i = g_test_rand_int_range (0, 40); i > 0; i--)
        add_random (fixture, g_test_rand_int_range (0, 5) == 0 ? firm : charity, funders);
      computed = compute (fixture, bys[round % G_N_ELEMENTS (bys)]);
      for (guint i = 0; i < computed.spread->n_groups; i++)
        {
          const TenureTermSpreadGroup *group = &computed.spread->groups[i];

          check_group (&computed, group);
          g_assert_cmpuint (group->of, >, 0);
          if (i > 0 && group->known > 0 && computed.spread->by != TENURE_TERM_SPREAD_BY_SIZE)
            g_assert_cmpfloat (group[-1].median, <=, group->median);
        }
      if (computed.spread->by == TENURE_TERM_SPREAD_BY_SIZE && computed.spread->n_groups > 0 && computed.spread->groups[0].known > 0)
        g_assert_cmpfloat (computed.spread->groups[0].median, ==, computed.portfolio->median_term.number);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/term-spread/quartiles", test_quartiles);
  g_test_add_func ("/term-spread/example", test_example);
  g_test_add_func ("/term-spread/funders", test_funders);
  g_test_add_func ("/term-spread/explanation", test_explanation);
  g_test_add_func ("/term-spread/explain-many", test_explain_many);
  g_test_add_func ("/term-spread/codes", test_codes);
  g_test_add_func ("/term-spread/sizes-in-their-order", test_sizes_in_their_order);
  g_test_add_func ("/term-spread/random", test_random);
  return g_test_run ();
}
