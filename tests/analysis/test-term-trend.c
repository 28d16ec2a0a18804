#include "analysis/term-trend.h"

#include "analysis/term-private.h"
#include "fixture.h"

#define AS_OF "2026-11-22"

typedef struct
{
  TenureFacts *facts;
  TenureTerms *terms;
  TenurePortfolio *portfolio;
  TenureTermTrend *trend;
} Computed;

static Computed
compute (Fixture *fixture)
{
  Computed computed = { .facts = fixture_end (fixture) };

  computed.terms = tenure_terms_new (computed.facts, day (AS_OF), NULL);
  computed.portfolio = tenure_portfolio_new (computed.terms, TENURE_SCOPE_VCS, NULL);
  computed.trend = tenure_term_trend_new (computed.portfolio);
  return computed;
}

static void
computed_clear (Computed *computed)
{
  tenure_term_trend_free (computed->trend);
  tenure_portfolio_free (computed->portfolio);
  tenure_terms_free (computed->terms);
  tenure_facts_free (computed->facts);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Computed, computed_clear)

/* 2024/25: 12 months that an option made 36, 24 months that a termination made 6, one without an end. 2025/26: nothing.
 * 2026/27: one open-ended, one of 6 stated months. To come, long ago and without a start: one each. */
static void
fill_example (Fixture *fixture)
{
  gint32 charity = fixture_add_organisation (fixture, "Lantern Trust", TENURE_FACT_YES);
  TenureFactAgreement agreement;

  fixture_add_agreement (fixture, fixture_term (charity, "2024-04-01", "2025-03-31", 1000));
  fixture_add_extension (fixture, TENURE_DURATION_MONTHS (24), day ("2025-01-01"));
  agreement = fixture_term (charity, "2025-03-31", "2027-03-30", 1000);
  agreement.terminated = day ("2025-09-30");
  fixture_add_agreement (fixture, agreement);
  fixture_add_agreement (fixture, fixture_term (charity, "2024-06-01", NULL, 1000));
  agreement = fixture_term (charity, "2026-04-01", NULL, 1000);
  agreement.open_ended = TENURE_FACT_YES;
  fixture_add_agreement (fixture, agreement);
  agreement.open_ended = TENURE_FACT_NO;
  agreement.duration = TENURE_DURATION_MONTHS (6);
  fixture_add_agreement (fixture, agreement);
  fixture_add_agreement (fixture, fixture_term (charity, "2026-11-23", "2027-11-22", 1000));
  fixture_add_agreement (fixture, fixture_term (charity, "2001-04-01", "2002-03-31", 1000));
  fixture_add_agreement (fixture, fixture_term (charity, NULL, "2027-03-31", 1000));
}

/* Records begin with the first end that has come, 31 March 2024: of the year that was over on that day it may hold the long
 * terms alone only if it ended before. */
static void
test_first_whole (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  gint32 charity = fixture_add_organisation (fixture, "Lantern Trust", TENURE_FACT_YES);
  g_auto (Computed) computed = { 0 };

  fixture_add_agreement (fixture, fixture_term (charity, "2022-04-01", "2027-03-31", 1000));
  fixture_add_agreement (fixture, fixture_term (charity, "2023-04-01", "2024-03-31", 1000));
  computed = compute (fixture);
  g_assert_cmpuint (computed.trend->n_years, ==, 5);
  g_assert_cmpuint (computed.trend->first_whole, ==, 1);
  g_assert_cmpint (computed.trend->years[1].until, ==, day ("2024-03-31"));
}

static void
test_example (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_auto (Computed) computed = { 0 };
  const TenureTermTrendYear *years;

  fill_example (fixture);
  computed = compute (fixture);
  years = computed.trend->years;
  g_assert_cmpuint (computed.trend->n_years, ==, 3);
  g_assert_cmpuint (computed.trend->n_earlier, ==, 1);
  g_assert_cmpuint (computed.trend->n_no_start, ==, 1);
  g_assert_cmpint (years[0].from, ==, day ("2024-04-01"));
  g_assert_cmpint (years[0].until, ==, day ("2025-03-31"));
  g_assert_cmpuint (years[0].started, ==, 3);
  g_assert_cmpuint (years[0].known, ==, 2);
  g_assert_cmpuint (years[0].le12, ==, 1);
  g_assert_cmpfloat (years[0].median, ==, 18);
  g_assert_cmpuint (years[1].started, ==, 0);
  g_assert_cmpuint (years[1].known, ==, 0);
  g_assert_cmpuint (years[2].started, ==, 2);
  g_assert_cmpuint (years[2].open_ended, ==, 1);
  g_assert_cmpuint (years[2].known, ==, 1);
  g_assert_cmpuint (years[2].le12, ==, 1);
  g_assert_cmpfloat (years[2].median, ==, 6);
}

static void
test_explanation (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_auto (Computed) computed = { 0 };
  g_autoptr (TenureExplanation) explanation = NULL;

  fill_example (fixture);
  computed = compute (fixture);
  explanation = tenure_term_trend_explain (computed.trend, 0);
  g_assert_cmpstr (explanation->summary, ==, "3 of 5 known");
  g_assert_cmpuint (explanation->lines->len, ==, 4);
  g_assert_cmpstr (g_array_index (explanation->lines, TenureExplanationLine, 0).value, ==,
                   "1 of 2 known terms of 12 months or less; 3 started; median 18.0 months");
  g_assert_cmpstr (g_array_index (explanation->lines, TenureExplanationLine, 1).value, ==, "0 started, no term known");
  g_assert_cmpstr (g_array_index (explanation->lines, TenureExplanationLine, 3).value, ==, "1 started before these years");
  g_assert_cmpuint (explanation->apart->len, ==, 1);
  g_assert_cmpuint (explanation->missing->len, ==, 2);
}

/* The words alone: of a large portfolio. */
static void
test_explain_many (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_auto (Computed) computed = { 0 };
  g_autoptr (TenureExplanation) explanation = NULL;
  TenureTermTrendYear *year;

  fill_example (fixture);
  computed = compute (fixture);
  year = &computed.trend->years[0];
  year->started = 12345;
  year->known = 2000;
  year->le12 = 1000;
  computed.trend->n_earlier = 1001;
  explanation = tenure_term_trend_explain (computed.trend, 0);
  g_assert_true (g_str_has_prefix (explanation->summary, "2,00"));
  g_assert_cmpstr (g_array_index (explanation->lines, TenureExplanationLine, 0).value, ==,
                   "1,000 of 2,000 known terms of 12 months or less; 12,345 started; median 18.0 months");
  g_assert_cmpstr (g_array_index (explanation->lines, TenureExplanationLine, 3).value, ==,
                   "1,001 started before these years");
}

static void
test_nothing (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_auto (Computed) computed = compute (fixture);

  g_assert_cmpuint (computed.trend->n_years, ==, 0);
}

/* --- Against a slow and obvious version --- */

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double *left = a, *right = b;

  return (*left > *right) - (*left < *right);
}

/* Agreements here have neither extensions nor an early end, so that the term at first is the term. */
static void
check_year (const Computed *computed, const TenureTermTrendYear *year)
{
  g_autofree double *months = g_new (double, computed->terms->n_agreements + 1);
  guint started = 0, known = 0, le12 = 0;

  for (guint i = 0; i < computed->terms->n_agreements; i++)
    {
      const TenureAgreementFigures *figures = &computed->terms->agreements[i];

      if (figures->scope != TENURE_SCOPE_VCS || !tenure_day_is_known (figures->start) || figures->start < year->from
          || figures->start > year->until || figures->start > day (AS_OF))
        continue;
      started++;
      if (!figures->term_known)
        continue;
      le12 += figures->band == TENURE_BAND_LE12;
      months[known++] = tenure_months_to_double (figures->term);
    }
  g_assert_cmpuint (year->started, ==, started);
  g_assert_cmpuint (year->known, ==, known);
  g_assert_cmpuint (year->le12, ==, le12);
  if (known == 0)
    return;
  qsort (months, known, sizeof *months, compare_doubles);
  g_assert_cmpfloat_with_epsilon (year->median, (months[(known - 1) / 2] + months[known / 2]) / 2, 1e-6);
}

static void
test_random (void)
{
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_auto (Computed) computed = { 0 };
      gint32 charity = fixture_add_organisation (fixture, "Lantern Trust", TENURE_FACT_YES);
      gint32 firm = fixture_add_organisation (fixture, "Brightside Ltd", TENURE_FACT_NO);
      guint in_years = 0, begun = 0;

      for (int i = g_test_rand_int_range (0, 40); i > 0; i--)
        {
          g_autofree char *start = g_strdup_printf ("20%02d-%02d-%02d", g_test_rand_int_range (5, 29), g_test_rand_int_range (1, 13),
                                                    g_test_rand_int_range (1, 29));
          g_autofree char *end = g_strdup_printf ("20%d-%02d-%02d", g_test_rand_int_range (15, 32), g_test_rand_int_range (1, 13),
                                                  g_test_rand_int_range (1, 29));

          fixture_add_agreement (fixture, fixture_term (g_test_rand_int_range (0, 5) == 0 ? firm : charity,
                                                        g_test_rand_int_range (0, 9) == 0 ? NULL : start,
                                                        g_test_rand_int_range (0, 9) == 0 ? NULL : end, 10));
        }
      computed = compute (fixture);
      for (guint i = 0; i < computed.trend->n_years; i++)
        {
          check_year (&computed, &computed.trend->years[i]);
          in_years += computed.trend->years[i].started;
        }
      for (guint i = 0; i < computed.portfolio->n_agreements; i++)
        begun += !(computed.terms->agreements[computed.portfolio->agreements[i]].start > day (AS_OF));
      g_assert_cmpuint (in_years + computed.trend->n_earlier + computed.trend->n_no_start, ==, begun);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/term-trend/example", test_example);
  g_test_add_func ("/term-trend/first-whole", test_first_whole);
  g_test_add_func ("/term-trend/explanation", test_explanation);
  g_test_add_func ("/term-trend/explain-many", test_explain_many);
  g_test_add_func ("/term-trend/nothing", test_nothing);
  g_test_add_func ("/term-trend/random", test_random);
  return g_test_run ();
}
