/* One provider: docs/domain.md, section 4. */

#include "analysis/provider.h"

#include "judged.h"

/* A charity with yearly income 120,000, spending 120,000 and free reserves of @reserves pounds. */
static Fixture *
new_fixture (gint64 reserves)
{
  Fixture *fixture = fixture_new ();
  TenureFactOrganisation *provider;

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  fixture_add_organisation (fixture, "North", TENURE_FACT_NO);
  provider = &g_array_index (fixture->organisations, TenureFactOrganisation, 0);
  provider->accounts.currency = TENURE_CURRENCY_GBP;
  provider->accounts.income_known = provider->accounts.expenditure_known = provider->accounts.free_reserves_known = TRUE;
  provider->accounts.income_minor = provider->accounts.expenditure_minor = 12000000;
  provider->accounts.free_reserves_minor = reserves * 100;
  return fixture;
}

static void
add (Fixture *fixture, const char *start, const char *end, gint64 pounds, gint32 posts)
{
  TenureFactAgreement agreement = fixture_term (0, start, end, pounds);

  agreement.posts = posts;
  fixture_add_agreement (fixture, agreement);
  fixture_add_funder (fixture, 1);
}

static TenureProviderFigures
look (Judged *judged, Fixture *fixture)
{
  g_autoptr (TenureProviderIndex) index = NULL;

  *judged = judge (fixture);
  index = tenure_provider_index_new (judged->facts);
  return tenure_provider_figures (judged->analysis->providers, 0, &index->agreements[index->first[0]],
                                  index->first[1] - index->first[0]);
}

static void
assert_minor (const TenureFigure *figure, gint64 pounds, guint known, guint of)
{
  g_assert_cmpint (figure->kind, ==, TENURE_FIGURE_INTEGER);
  g_assert_cmpint (figure->integer, ==, pounds * 100);
  g_assert_cmpuint (figure->known, ==, known);
  g_assert_cmpuint (figure->of, ==, of);
}

/* T is 21 Nov 2026: 60,000 a year ends in January, 40,000 in June, and 20,000 begins in April. */
static void
test_worked (void)
{
  g_autoptr (Fixture) fixture = new_fixture (30000);
  g_auto (Judged) judged = { 0 };
  TenureProviderFigures provider;
  static const gint64 secured[] = { 40000, 60000, 20000 };
  static const double posts[] = { 2.5, 2.5, 3 };

  add (fixture, "2026-02-01", "2027-01-31", 60000, 250);
  add (fixture, "2026-07-01", "2027-06-30", 40000, 50);
  add (fixture, "2027-04-01", "2028-03-31", 20000, 100);
  provider = look (&judged, fixture);
  g_assert_cmpuint (provider.n_agreements, ==, 3);
  g_assert_cmpuint (provider.n_running, ==, 2);
  g_assert_cmpuint (provider.n_planned, ==, 1);
  assert_minor (&provider.annual, 100000, 2, 2);
  for (guint i = 0; i < TENURE_N_AHEAD; i++)
    {
      assert_minor (&provider.secured[i], secured[i], 3, 3);
      assert_minor (&provider.extended[i], secured[i], 3, 3);
      g_assert_cmpfloat_with_epsilon (provider.posts_ending[i].number, posts[i], 1e-9);
    }
  g_assert_cmpfloat_with_epsilon (provider.posts.number, 3, 1e-9);
  g_assert_cmpfloat_with_epsilon (provider.cliff.number, 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (provider.dependency.number, 100000.0 / 120000, 1e-9);
  g_assert_cmpfloat_with_epsilon (provider.reserve_months.number, 3, 1e-9);
  g_assert_cmpstr (tenure_size_code (provider.size), ==, "medium");
}

/* Other income 20,000 goes on; cost 10,000 a month. November, December and January bring 10,000 each: no change. From
 * February 5,000 a month: minus 5,000 in February and March. From April 6,667: minus 3,333 a month to June; from July
 * 3,333: minus 6,667. Reserves of 30,000 are 20,000 at the end of March, 10,000 at the end of June, 3,333 of July, and are
 * used up in August. */
static void
test_shortfall (void)
{
  static const struct
  {
    gint64 reserves;
    const char *month;
  } cases[] = {
    { 30000, "2027-08-01" }, { 20000, "2027-07-01" }, { 9999, "2027-03-01" }, { 10000, "2027-04-01" },
    { 0, "2027-02-01" },     { -1, "2026-11-01" },    { 1000000, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = new_fixture (cases[i].reserves);
      g_auto (Judged) judged = { 0 };
      TenureProviderFigures provider;

      g_test_message ("reserves %" G_GINT64_FORMAT, cases[i].reserves);
      add (fixture, "2026-02-01", "2027-01-31", 60000, -1);
      add (fixture, "2026-07-01", "2027-06-30", 40000, -1);
      add (fixture, "2027-04-01", "2028-03-31", 20000, -1);
      provider = look (&judged, fixture);
      g_assert_true (provider.shortfall_known);
      g_assert_cmpint (provider.other_income_minor, ==, 2000000);
      g_assert_cmpint (provider.shortfall_month, ==, day (cases[i].month));
    }
}

/* Options count only where it is said that they do. */
static void
test_options (void)
{
  g_autoptr (Fixture) fixture = new_fixture (30000);
  g_auto (Judged) judged = { 0 };
  TenureProviderFigures provider;

  add (fixture, "2026-02-01", "2027-01-31", 60000, -1);
  fixture_add_extension (fixture, TENURE_DURATION_MONTHS (12), TENURE_DAY_NONE);
  provider = look (&judged, fixture);
  assert_minor (&provider.secured[0], 0, 1, 1);
  assert_minor (&provider.extended[0], 60000, 1, 1);
  assert_minor (&provider.extended[2], 60000, 1, 1);
}

/* 60,000 a year to 2029 that the funder may end without cause at 90 days' notice: from 21 Nov 2026 that is 18 Feb 2027, so
 * three months on nothing is secured, and reserves of 30,000 with 60,000 of other income last to the end of August. */
static void
test_notice (void)
{
  g_autoptr (Fixture) fixture = new_fixture (30000);
  g_auto (Judged) judged = { 0 };
  TenureProviderFigures provider;
  TenureFactAgreement agreement = fixture_term (0, "2025-02-01", "2029-01-31", 240000);

  agreement.funder_without_cause = TENURE_FACT_YES;
  agreement.funder_notice = TENURE_DURATION_DAYS (90);
  fixture_add_agreement (fixture, agreement);
  fixture_add_funder (fixture, 1);
  provider = look (&judged, fixture);
  for (guint i = 0; i < TENURE_N_AHEAD; i++)
    {
      assert_minor (&provider.secured[i], 0, 1, 1);
      assert_minor (&provider.committed[i], 60000, 1, 1);
      assert_minor (&provider.extended[i], 60000, 1, 1);
    }
  g_assert_cmpint (provider.shortfall_month, ==, day ("2027-09-01"));
}

/* Posts end where a signed successor comes too late to keep them. */
static void
test_late_successor (void)
{
  static const struct
  {
    const char *start;
    double ending;
  } cases[] = { { "2027-02-01", 0 }, { "2027-02-02", 2.5 }, { "2028-02-01", 2.5 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = new_fixture (30000);
      g_auto (Judged) judged = { 0 };
      TenureProviderFigures provider;
      TenureFactAgreement successor = fixture_term (0, cases[i].start, "2029-01-31", 60000);

      add (fixture, "2026-02-01", "2027-01-31", 60000, 250);
      successor.predecessor = 0;
      successor.signed_day = day ("2026-11-01");
      fixture_add_agreement (fixture, successor);
      provider = look (&judged, fixture);
      g_test_message ("%s", cases[i].start);
      g_assert_cmpfloat_with_epsilon (provider.posts_ending[0].number, cases[i].ending, 1e-9);
      g_assert_cmpfloat_with_epsilon (provider.cliff.number, cases[i].ending > 0 ? 1 : 0, 1e-9);
    }
}

/* £40,000 a year of the council for three years, of which £12,000 go to the provider itself under an agreement of its own,
 * and £10,000 beside it: £50,000, not 62,000. Over when the lead is over, or in another currency, it is counted itself. */
static void
test_own_lead (void)
{
  static const struct
  {
    const char *lead_start, *lead_end;
    gint64 pounds;
    TenureCurrency currency;
    gint64 annual, secured;
    double largest;
  } cases[] = {
    { "2026-04-01", "2029-03-31", 120000, TENURE_CURRENCY_GBP, 50000, 50000, 50000 },
    { "2023-04-01", "2026-03-31", 120000, TENURE_CURRENCY_GBP, 22000, 22000, 22000 },
    { "2026-04-01", "2029-03-31", -1, TENURE_CURRENCY_GBP, 22000, 22000, 22000 },
    { "2026-04-01", "2029-03-31", 120000, TENURE_CURRENCY ('E', 'U', 'R'), 22000, 22000, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = new_fixture (30000);
      g_auto (Judged) judged = { 0 };
      TenureFactAgreement lead = fixture_term (0, cases[i].lead_start, cases[i].lead_end, cases[i].pounds);
      TenureFactAgreement under = fixture_term (0, "2026-04-01", "2027-03-31", 12000);
      TenureProviderFigures provider;

      g_test_message ("case %zu", i);
      lead.currency = cases[i].currency;
      under.lead = 0;
      fixture_add_agreement (fixture, lead);
      fixture_add_funder (fixture, 1);
      fixture_add_agreement (fixture, under);
      fixture_add_funder (fixture, 1);
      add (fixture, "2026-04-01", "2027-03-31", 10000, -1);
      provider = look (&judged, fixture);
      g_assert_cmpint (provider.annual.integer, ==, cases[i].annual * 100);
      g_assert_cmpint (provider.secured[0].integer, ==, cases[i].secured * 100);
      g_assert_cmpfloat_with_epsilon (provider.dependency.number, cases[i].largest / 120000, 1e-9);
      g_assert_cmpuint (provider.n_running, ==, i == 1 ? 2 : 3);
    }
}

/* What is left of the lead's term is not drawn down by the year that passes through it: (40 × 28.3 + 10 × 4.3) ÷ 50. */
static void
test_own_lead_remaining (void)
{
  g_autoptr (Fixture) fixture = new_fixture (30000);
  g_auto (Judged) judged = { 0 };
  TenureFactAgreement under = fixture_term (0, "2026-04-01", "2027-03-31", 12000);
  TenureProviderFigures provider;
  double lead_months, year_months;

  under.lead = 0;
  add (fixture, "2026-04-01", "2029-03-31", 120000, -1);
  fixture_add_agreement (fixture, under);
  add (fixture, "2026-04-01", "2027-03-31", 10000, -1);
  provider = look (&judged, fixture);
  lead_months = tenure_months_to_double (judged.analysis->terms->agreements[0].remaining);
  year_months = tenure_months_to_double (judged.analysis->terms->agreements[1].remaining);
  g_assert_cmpfloat_with_epsilon (provider.remaining.number, (40 * lead_months + 10 * year_months) / 50, 1e-9);
  g_assert_cmpuint (provider.remaining.known, ==, 3);
  /* In March the lead goes on with what passes through it: £10,000 of £50,000 are on the cliff. */
  g_assert_cmpfloat_with_epsilon (provider.cliff.number, 0.2, 1e-9);
}

/* Three posts to 2029, and one of them paid by the year that passes through; beside them half a post. The lead's end is that
 * of the one too; where the lead's posts are not recorded, it is over, or another's, the one counts itself. */
static void
test_own_lead_posts (void)
{
  static const struct
  {
    const char *lead_start, *lead_end;
    gint32 posts, provider;
    double all, ending;
    guint known, of;
  } cases[] = {
    { "2026-04-01", "2029-03-31", 300, 0, 3.5, 0.5, 3, 3 },
    { "2024-04-01", "2027-03-31", 300, 0, 3.5, 3.5, 3, 3 },
    { "2026-04-01", "2029-03-31", -1, 0, 1.5, 1.5, 2, 3 },
    { "2023-04-01", "2026-03-31", 300, 0, 1.5, 1.5, 2, 2 },
    { "2026-04-01", "2029-03-31", 300, 1, 1.5, 1.5, 2, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = new_fixture (30000);
      g_auto (Judged) judged = { 0 };
      TenureFactAgreement lead = fixture_term (cases[i].provider, cases[i].lead_start, cases[i].lead_end, 120000);
      TenureFactAgreement under = fixture_term (0, "2026-04-01", "2027-03-31", -1);
      TenureProviderFigures provider;

      g_test_message ("case %zu", i);
      lead.posts = cases[i].posts;
      under.posts = 100;
      under.lead = 0;
      fixture_add_agreement (fixture, lead);
      fixture_add_agreement (fixture, under);
      add (fixture, "2026-04-01", "2027-03-31", 10000, 50);
      provider = look (&judged, fixture);
      g_assert_cmpfloat_with_epsilon (provider.posts.number, cases[i].all, 1e-9);
      g_assert_cmpfloat_with_epsilon (provider.posts_ending[TENURE_N_AHEAD - 1].number, cases[i].ending, 1e-9);
      g_assert_cmpuint (provider.posts.known, ==, cases[i].known);
      g_assert_cmpuint (provider.posts.of, ==, cases[i].of);
    }
}

/* What is not recorded is never nothing. */
/* A next term of unknown value pays something in later months: nothing is told of those as if it paid nothing. */
static void
test_shortfall_of_a_planned_unknown (void)
{
  g_autoptr (Fixture) fixture = new_fixture (10000);
  g_auto (Judged) judged = { 0 };
  TenureProviderFigures provider;

  add (fixture, "2026-02-01", "2027-01-31", 60000, -1);
  add (fixture, "2027-02-01", "2028-01-31", -1, -1);
  provider = look (&judged, fixture);
  g_assert_cmpint (provider.annual.kind, ==, TENURE_FIGURE_INTEGER);
  g_assert_false (provider.shortfall_known);
}

static void
test_unknown (void)
{
  g_autoptr (Fixture) fixture = new_fixture (30000);
  g_auto (Judged) judged = { 0 };
  TenureProviderFigures provider;
  TenureFactOrganisation *organisation = &g_array_index (fixture->organisations, TenureFactOrganisation, 0);

  organisation->accounts.income_known = organisation->accounts.expenditure_known = FALSE;
  add (fixture, "2026-02-01", "2027-01-31", -1, -1);
  provider = look (&judged, fixture);
  g_assert_cmpint (provider.annual.kind, ==, TENURE_FIGURE_CANNOT_TELL);
  g_assert_cmpint (provider.secured[0].kind, ==, TENURE_FIGURE_CANNOT_TELL);
  g_assert_cmpint (provider.posts.kind, ==, TENURE_FIGURE_CANNOT_TELL);
  g_assert_cmpint (provider.cliff.kind, ==, TENURE_FIGURE_CANNOT_TELL);
  g_assert_cmpint (provider.dependency.kind, ==, TENURE_FIGURE_CANNOT_TELL);
  g_assert_cmpint (provider.reserve_months.kind, ==, TENURE_FIGURE_CANNOT_TELL);
  g_assert_false (provider.shortfall_known);
  g_assert_cmpint (provider.size, ==, TENURE_SIZE_UNKNOWN);
  g_assert_cmphex (provider.missing & TENURE_MISSING_EXPENDITURE, !=, 0);
}

/* Without a currency of the accounts, the currency that most agreements are in; of two with as many, the one met first. */
static void
test_currency_of_most (void)
{
  static const struct
  {
    const char *currencies[4];
    const char *expected;
  } cases[] = {
    { { "EUR", "GBP", "GBP" }, "GBP" },
    { { "EUR", "GBP" }, "EUR" },
    { { "GBP", "EUR", "EUR", "GBP" }, "GBP" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = new_fixture (30000);
      g_auto (Judged) judged = { 0 };
      TenureProviderFigures provider;

      g_array_index (fixture->organisations, TenureFactOrganisation, 0).accounts.currency = TENURE_CURRENCY_NONE;
      for (guint n = 0; n < 4 && cases[i].currencies[n] != NULL; n++)
        {
          add (fixture, "2026-02-01", "2027-01-31", 1000, -1);
          g_array_index (fixture->agreements, TenureFactAgreement, n).currency
              = tenure_currency_from_code (cases[i].currencies[n]);
        }
      provider = look (&judged, fixture);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_true (provider.currency == tenure_currency_from_code (cases[i].expected));
    }
}

/* Nothing runs: nothing is secured, and that is known. */
static void
test_nothing (void)
{
  g_autoptr (Fixture) fixture = new_fixture (30000);
  g_auto (Judged) judged = { 0 };
  TenureProviderFigures provider;

  add (fixture, "2024-04-01", "2025-03-31", 60000, -1);
  provider = look (&judged, fixture);
  assert_minor (&provider.annual, 0, 0, 0);
  assert_minor (&provider.secured[0], 0, 0, 0);
  g_assert_cmpint (provider.cliff.kind, ==, TENURE_FIGURE_CANNOT_TELL);
}

/* The least is rounded down and the most up, so that the share lies between them. */
static void
test_dependency_label (void)
{
  static const struct
  {
    double least, most;
    const char *label;
  } cases[] = { { 0.544, 0.544, "54 %" }, { 0.0968, 0.9712, "9–98 %" }, { 0.5, 0.7, "50–70 %" }, { 1.2, 1.2, "120 %" }, { 0.857, 0.8572, "86 %" } };
  const TenureFigure unknown = tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_RATIO, 0, 1);
  g_autofree char *of_unknown = tenure_dependency_dup_label (&unknown, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureFigure least = tenure_figure_number (cases[i].least, TENURE_FIGURE_UNIT_RATIO, 1, 1);
      g_autofree char *label = tenure_dependency_dup_label (&least, cases[i].most);

      g_assert_cmpstr (label, ==, cases[i].label);
    }
  g_assert_cmpstr (of_unknown, ==, "cannot tell");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/provider/worked", test_worked);
  g_test_add_func ("/provider/shortfall", test_shortfall);
  g_test_add_func ("/provider/shortfall-of-a-planned-unknown", test_shortfall_of_a_planned_unknown);
  g_test_add_func ("/provider/options", test_options);
  g_test_add_func ("/provider/notice", test_notice);
  g_test_add_func ("/provider/late-successor", test_late_successor);
  g_test_add_func ("/provider/own-lead", test_own_lead);
  g_test_add_func ("/provider/own-lead-remaining", test_own_lead_remaining);
  g_test_add_func ("/provider/own-lead-posts", test_own_lead_posts);
  g_test_add_func ("/provider/unknown", test_unknown);
  g_test_add_func ("/provider/currency-of-most", test_currency_of_most);
  g_test_add_func ("/provider/nothing", test_nothing);
  g_test_add_func ("/provider/dependency-label", test_dependency_label);
  return g_test_run ();
}
