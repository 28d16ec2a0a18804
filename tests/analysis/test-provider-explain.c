/* Why a figure of a provider is what it is: line by line, against the worked example of test-provider.c. */

#include "analysis/provider-explain.h"

#include "judged.h"

#include <string.h>

/* T is 21 Nov 2026: 60,000 a year ends in January, 40,000 in June, and 20,000 begins in April; income 120,000, spending
 * 120,000, free reserves 30,000. A third agreement runs whose value is not recorded, when @unknown. */
static Fixture *
new_fixture (gboolean accounts, gboolean unknown)
{
  Fixture *fixture = fixture_new ();
  TenureFactOrganisation *provider;

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  fixture_add_organisation (fixture, "North", TENURE_FACT_NO);
  provider = &g_array_index (fixture->organisations, TenureFactOrganisation, 0);
  provider->accounts.currency = TENURE_CURRENCY_GBP;
  provider->accounts.income_known = provider->accounts.expenditure_known = provider->accounts.free_reserves_known = accounts;
  provider->accounts.income_minor = provider->accounts.expenditure_minor = accounts ? 12000000 : 0;
  provider->accounts.free_reserves_minor = accounts ? 3000000 : 0;
  for (guint i = 0; i < 3; i++)
    {
      static const char *const starts[] = { "2026-02-01", "2026-07-01", "2027-04-01" };
      static const char *const ends[] = { "2027-01-31", "2027-06-30", "2028-03-31" };
      static const gint64 pounds[] = { 60000, 40000, 20000 };
      static const char *const titles[] = { "Advice", "Befriending", "Transport" };
      TenureFactAgreement agreement = fixture_term (0, starts[i], ends[i], pounds[i]);

      agreement.title = titles[i];
      agreement.posts = i == 0 ? 250 : -1;
      fixture_add_agreement (fixture, agreement);
      fixture_add_funder (fixture, 1);
    }
  if (unknown)
    {
      TenureFactAgreement agreement = fixture_term (0, "2026-02-01", "2027-01-31", -1);

      agreement.title = "Unpriced";
      fixture_add_agreement (fixture, agreement);
      fixture_add_funder (fixture, 1);
    }
  return fixture;
}

static TenureExplanation *
explain (Judged *judged, Fixture *fixture, TenureProviderFigure figure)
{
  g_autoptr (TenureProviderIndex) index = NULL;

  *judged = judge (fixture);
  index = tenure_provider_index_new (judged->facts);
  return tenure_provider_explain (judged->analysis->providers, 0, &index->agreements[index->first[0]],
                                  index->first[1] - index->first[0], figure);
}

static void
assert_says (TenureExplanation *explanation, const char *words)
{
  g_autofree char *text = tenure_explanation_dup_text (explanation);

  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in\n%s", words, text);
}

/* --- Every figure ----------------------------------------------------------------------------------------------- */

typedef struct
{
  TenureProviderFigure figure;
  gboolean accounts;
  gboolean unknown;
  const char *says[5];
} Case;

static const Case cases[] = {
  { TENURE_PROVIDER_FIGURE_ANNUAL, TRUE, FALSE, { "Advice: £60,000", "Befriending: £40,000", "£100,000 (2 of 2 known)" } },
  { TENURE_PROVIDER_FIGURE_ANNUAL, TRUE, TRUE, { "£100,000 (2 of 3 known)", "Advice: £60,000" } },
  { TENURE_PROVIDER_FIGURE_AHEAD_3,
    TRUE,
    FALSE,
    { "Advice: nothing: ends 31 Jan 2027", "Befriending: £40,000 secured", "Transport: nothing yet: begins later",
      "Reckoned on: 21 Feb 2027", "Secured: £40,000" } },
  { TENURE_PROVIDER_FIGURE_AHEAD_6, TRUE, FALSE, { "Transport: £20,000 secured", "Secured: £60,000" } },
  { TENURE_PROVIDER_FIGURE_AHEAD_12, TRUE, FALSE, { "Befriending: nothing: ends 30 Jun 2027", "If extended: £20,000" } },
  { TENURE_PROVIDER_FIGURE_CLIFF, TRUE, FALSE, { "Advice: £60,000, ends 31 Jan 2027", "100" } },
  { TENURE_PROVIDER_FIGURE_REMAINING, TRUE, FALSE, { "£60,000 a year", "£40,000 a year" } },
  { TENURE_PROVIDER_FIGURE_POSTS,
    TRUE,
    FALSE,
    { "Advice: 2.5, until 31 Jan 2027", "End within 3 months: 2.5", "(1 of 2 known)" } },
  { TENURE_PROVIDER_FIGURE_DEPENDENCY,
    TRUE,
    FALSE,
    { "North: £100,000, 83.3 %", "Not recorded from whom: £20,000", "83.3 %",
      /* 1 ÷ ((5/6)² + (1/6)²) and 1 ÷ (5/6)² */
      "Effective funders, at least: 1.38", "Effective funders, at most: 1.44" } },
  { TENURE_PROVIDER_FIGURE_DEPENDENCY, FALSE, FALSE, { "North: £100,000", "Yearly income: not recorded", "cannot tell" } },
  { TENURE_PROVIDER_FIGURE_RESERVES, TRUE, FALSE, { "Free reserves: £30,000", "Yearly expenditure: £120,000", "3" } },
  { TENURE_PROVIDER_FIGURE_RESERVES, FALSE, FALSE, { "Free reserves: not recorded", "cannot tell" } },
  /* £20,000 a year of other income goes on. Nov 2026 to Jan 2027: in balance at £100,000 secured. From February £40,000: −£5,000
   * a month; April: with £20,000 more, −£3,333; July: £20,000, −£6,667: 30,000 lasts to August. */
  { TENURE_PROVIDER_FIGURE_SHORTFALL,
    TRUE,
    FALSE,
    { "Other income, assumed to go on, a year: £20,000", "Jan 2027: £100,000 a year secured, £30,000 left",
      "Feb 2027: £40,000 a year secured, £25,000 left", "Mar 2027: £40,000 a year secured, £20,000 left",
      "Apr 2027: £60,000 a year secured, £16,667 left" } },
  { TENURE_PROVIDER_FIGURE_SHORTFALL, TRUE, TRUE, { "Cannot tell", "Agreements that run, a year: £100,000" } },
};

static void
test_figures (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = new_fixture (cases[i].accounts, cases[i].unknown);
      g_auto (Judged) judged = { 0 };
      g_autoptr (TenureExplanation) explanation = explain (&judged, fixture, cases[i].figure);

      g_test_message ("row %u", i);
      for (guint k = 0; k < G_N_ELEMENTS (cases[i].says) && cases[i].says[k] != NULL; k++)
        assert_says (explanation, cases[i].says[k]);
    }
}

/* The month at which the lines stop is the one that the figure names. */
static void
test_shortfall_stops (void)
{
  g_autoptr (Fixture) fixture = new_fixture (TRUE, FALSE);
  g_auto (Judged) judged = { 0 };
  g_autoptr (TenureExplanation) explanation = explain (&judged, fixture, TENURE_PROVIDER_FIGURE_SHORTFALL);
  const TenureExplanationLine *last
      = &g_array_index (explanation->lines, TenureExplanationLine, explanation->lines->len - 1);
  g_autofree char *starts = g_strdup_printf ("%s,", last->label);

  g_assert_true (g_str_has_prefix (explanation->summary, starts));
  g_assert_cmpstr (last->value, ==, "£20,000 a year secured, −£3,333 left");
}

/* What is not recorded is named with the record that lacks it. */
static void
test_missing (void)
{
  g_autoptr (Fixture) fixture = new_fixture (TRUE, TRUE);
  g_auto (Judged) judged = { 0 };
  g_autoptr (TenureExplanation) explanation = explain (&judged, fixture, TENURE_PROVIDER_FIGURE_ANNUAL);
  const TenureExplanationMissing *missing;

  g_assert_cmpuint (explanation->missing->len, ==, 1);
  missing = &g_array_index (explanation->missing, TenureExplanationMissing, 0);
  g_assert_cmpint (missing->record_type, ==, TENURE_RECORD_AGREEMENT);
  g_assert_cmpint (missing->record, ==, judged.facts->agreements[3].id);
  g_assert_cmpstr (missing->field, ==, "value");
}

static void
test_codes (void)
{
  TenureProviderFigure found = TENURE_N_PROVIDER_FIGURES;

  for (int figure = 0; figure < TENURE_N_PROVIDER_FIGURES; figure++)
    {
      g_assert_true (tenure_provider_figure_from_code (tenure_provider_figure_code ((TenureProviderFigure) figure), &found));
      g_assert_cmpint (found, ==, figure);
      g_assert_nonnull (tenure_provider_figure_title ((TenureProviderFigure) figure));
    }
  g_assert_false (tenure_provider_figure_from_code ("term", &found));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/provider-explain/figures", test_figures);
  g_test_add_func ("/provider-explain/shortfall-stops", test_shortfall_stops);
  g_test_add_func ("/provider-explain/missing", test_missing);
  g_test_add_func ("/provider-explain/codes", test_codes);
  return g_test_run ();
}
