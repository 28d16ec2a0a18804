/* Money that passes through the agreement of a lead is counted once: portfolio.h, portfolio-leads.c. */

#include "summed.h"

/* £120,000 over three years to the lead of an alliance, £40,000 a year; under it £12,000 for this year to another, of which
 * £3,000 go on to a third. Besides, £10,000 for this year. */
static Fixture *
make_alliance (void)
{
  Fixture *fixture = fixture_with_provider ();
  TenureFactAgreement under = fixture_term (1, "2026-04-01", "2027-03-31", 12000);
  TenureFactAgreement further = fixture_term (2, "2026-04-01", "2027-03-31", 3000);

  fixture_add_organisation (fixture, "Harbour Rights", TENURE_FACT_YES);
  fixture_add_organisation (fixture, "Orchard Street", TENURE_FACT_YES);
  fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2029-03-31", 120000));
  under.lead = 0;
  fixture_add_agreement (fixture, under);
  further.lead = 1;
  fixture_add_agreement (fixture, further);
  fixture_add_agreement (fixture, fixture_term (2, "2026-04-01", "2027-03-31", 10000));
  return fixture;
}

static gint64
annual_of (const Summed *summed)
{
  return tenure_portfolio_annual (summed->portfolio, 0).integer;
}

static void
test_passed_on (void)
{
  g_autoptr (Fixture) fixture = make_alliance ();
  g_auto (Summed) summed = summed_new (fixture);
  const TenurePortfolio *portfolio = summed.portfolio;

  /* £40,000 and £10,000, of four agreements. */
  g_assert_cmpint (annual_of (&summed), ==, 5000000);
  g_assert_cmpuint (tenure_portfolio_annual (portfolio, 0).known, ==, 4);
  g_assert_cmpint (tenure_portfolio_passed_on (portfolio).integer, ==, 2);
  g_assert_cmpint (tenure_portfolio_counted_in (portfolio, 1), ==, 0);
  g_assert_cmpint (tenure_portfolio_counted_in (portfolio, 2), ==, 1);
  g_assert_cmpint (tenure_portfolio_counted_in (portfolio, 0), ==, -1);
  g_assert_cmpuint (portfolio->bands[TENURE_BAND_LE12].count, ==, 3);
  g_assert_cmpint (portfolio->bands[TENURE_BAND_LE12].annual.minor, ==, 1000000);
  g_assert_cmpint (portfolio->bands[TENURE_BAND_GE36].annual.minor, ==, 4000000);
  /* (40 × 36 + 10 × 12) ÷ 50. */
  assert_figure (portfolio->mean_term, 31.2, 4, 4);
  /* Three end within a year; of the money, what does not pass through the lead, which goes on. */
  g_assert_cmpuint (portfolio->cliff_count, ==, 3);
  assert_figure (portfolio->cliff_share, 0.2, 4, 4);
  assert_horizon (&summed, "2027-03-01", 50000, 50000, 50000);
  assert_horizon (&summed, "2027-04-01", 40000, 40000, 40000);
  /* In March the lead does not end: £12,000, of which £3,000, and £10,000. */
  g_assert_cmpuint (summed_expiry (&summed, "2027-03-01")->net_count, ==, 3);
  g_assert_cmpint (summed_expiry (&summed, "2027-03-01")->net.minor, ==, 2200000);
  g_assert_cmpint (summed_expiry (&summed, "2029-03-01")->net.minor, ==, 4000000);
  g_assert_cmpuint (portfolio->pile_up_count, ==, 3);
  g_assert_cmpint (portfolio->pile_up.minor, ==, 2200000);
  g_assert_cmpint (portfolio->years[0].spend.minor, ==, 3996351 + 1000000); /* 12,000,000p × 365 ÷ 1096, the first remainder */
  /* Each keeps £28,000, £9,000 and £13,000 of £50,000. */
  assert_figure (portfolio->hhi, (28.0 * 28 + 9 * 9 + 13 * 13) / (50 * 50) * 10000, 4, 4);
}

/* What makes the agreement under the lead count itself, and the yearly value of the two then. */
static void
test_passed_on_apart (void)
{
  static const struct
  {
    const char *name, *lead_start, *lead_end;
    gint64 lead_pounds;
    gint8 vcs;
    TenureCurrency currency;
    gint64 annual;
  } cases[] = {
    { "counted in the lead", "2026-04-01", "2029-03-31", 120000, TENURE_FACT_YES, TENURE_CURRENCY_GBP, 4000000 },
    { "of an unknown value", "2026-04-01", "2029-03-31", -1, TENURE_FACT_YES, TENURE_CURRENCY_GBP, 1200000 },
    { "outside the scope", "2026-04-01", "2029-03-31", 120000, TENURE_FACT_NO, TENURE_CURRENCY_GBP, 1200000 },
    { "over", "2023-04-01", "2026-03-31", 120000, TENURE_FACT_YES, TENURE_CURRENCY_GBP, 1200000 },
    { "not begun", "2027-04-01", "2030-03-31", 120000, TENURE_FACT_YES, TENURE_CURRENCY_GBP, 1200000 },
    { "may be over", NULL, NULL, 120000, TENURE_FACT_YES, TENURE_CURRENCY_GBP, 1200000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_with_provider ();
      TenureFactAgreement under = fixture_term (0, "2026-04-01", "2027-03-31", 12000);
      g_auto (Summed) summed = { 0 };

      g_test_message ("%s", cases[i].name);
      fixture_add_organisation (fixture, "Harbour Rights", (TenureFact) cases[i].vcs);
      under.lead = 1;
      fixture_add_agreement (fixture, under);
      fixture_add_agreement (fixture, fixture_term (1, cases[i].lead_start, cases[i].lead_end, cases[i].lead_pounds));
      summed = summed_new (fixture);
      g_assert_cmpint (annual_of (&summed), ==, cases[i].annual);
    }
}

/* In another currency each counts itself, and so it does outside the selection. */
static void
test_passed_on_elsewhere (void)
{
  static const guint32 chosen[] = { 1, 3 };
  const TenureSelection selection = { chosen, G_N_ELEMENTS (chosen) };
  g_autoptr (Fixture) fixture = make_alliance (), other = make_alliance ();
  g_auto (Summed) summed = summed_scope (fixture, TENURE_SCOPE_VCS, &selection), mixed = { 0 };

  g_assert_cmpint (annual_of (&summed), ==, 2200000);
  g_array_index (other->agreements, TenureFactAgreement, 0).currency = TENURE_CURRENCY ('E', 'U', 'R');
  mixed = summed_new (other);
  g_assert_cmpint (annual_of (&mixed), ==, 2200000);
  g_assert_cmpint (tenure_portfolio_annual (mixed.portfolio, 1).integer, ==, 4000000);
  g_assert_cmpint (tenure_portfolio_passed_on (mixed.portfolio).integer, ==, 1);
}

/* A lead that is no voluntary organisation keeps £28,000; £12,000 of £40,000 are the sector's. */
static void
test_passed_on_to_the_sector (void)
{
  g_autoptr (Fixture) fixture = fixture_with_provider ();
  TenureFactAgreement under = fixture_term (0, "2026-04-01", "2027-03-31", 12000);
  g_auto (Summed) summed = { 0 };

  fixture_add_organisation (fixture, "Ledger Care Ltd", TENURE_FACT_NO);
  fixture_add_agreement (fixture, fixture_term (1, "2026-04-01", "2029-03-31", 120000));
  under.lead = 0;
  fixture_add_agreement (fixture, under);
  summed = summed_new (fixture);
  assert_figure (summed.portfolio->vcs_share, 0.3, 2, 2);
}

/* Links in a loop pass nothing on; of a chain longer than is walked nothing is lost, and it takes no longer. */
static void
test_passed_on_hostile (void)
{
  g_autoptr (Fixture) loop = fixture_with_provider (), chain = fixture_with_provider ();
  g_auto (Summed) round = { 0 }, along = { 0 };

  for (gint32 i = 0; i < 3; i++)
    {
      TenureFactAgreement agreement = fixture_term (0, "2026-04-01", "2027-03-31", 1000);

      agreement.lead = (i + 1) % 3;
      fixture_add_agreement (loop, agreement);
    }
  round = summed_new (loop);
  g_assert_cmpint (annual_of (&round), ==, 300000);
  for (gint32 i = 0; i < 20000; i++)
    {
      /* Every second one is over, and worth as much; none lasts as long as the one above. */
      TenureFactAgreement agreement = fixture_term (0, i % 2 ? "2020-04-01" : "2026-04-01", i % 2 ? "2021-03-31" : "2027-03-31", 1000);

      agreement.lead = i - 1;
      fixture_add_agreement (chain, agreement);
    }
  along = summed_new (chain);
  g_assert_cmpint (annual_of (&along), ==, 100000);
  g_assert_cmpint (tenure_portfolio_passed_on (along.portfolio).integer, ==, 9999);
  g_assert_cmpuint (along.portfolio->n_years, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/portfolio/passed-on", test_passed_on);
  g_test_add_func ("/portfolio/passed-on/apart", test_passed_on_apart);
  g_test_add_func ("/portfolio/passed-on/elsewhere", test_passed_on_elsewhere);
  g_test_add_func ("/portfolio/passed-on/to-the-sector", test_passed_on_to_the_sector);
  g_test_add_func ("/portfolio/passed-on/hostile", test_passed_on_hostile);
  return g_test_run ();
}
