/* Figures of a portfolio, worked by hand. Random portfolios against slow versions are in test-random.c. */

#include "summed.h"

/* --- Bands, mean, median --- */

/* £12,000 for a year, £24,000 a year for two, £30,000 a year for three, £6,000 a year open-ended, one of no recorded value,
 * one that may be running, one planned, one ended. */
static Fixture *
make_mixed (void)
{
  Fixture *fixture = fixture_with_provider ();
  TenureFactAgreement open_ended = fixture_term (0, "2020-04-01", NULL, 6000);
  TenureFactAgreement maybe = fixture_term (0, "2026-04-01", NULL, 5000);

  open_ended.open_ended = TENURE_FACT_YES;
  open_ended.basis = maybe.basis = TENURE_BASIS_ANNUAL;
  fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2027-03-31", 12000));
  fixture_add_agreement (fixture, fixture_term (0, "2026-10-01", "2028-09-30", 48000));
  fixture_add_agreement (fixture, fixture_term (0, "2024-04-01", "2027-03-31", 90000));
  fixture_add_agreement (fixture, open_ended);
  fixture_add_agreement (fixture, fixture_term (0, "2026-01-01", "2026-12-31", -1));
  fixture_add_agreement (fixture, maybe);
  fixture_add_agreement (fixture, fixture_term (0, "2027-04-01", "2028-03-31", 12000));
  fixture_add_agreement (fixture, fixture_term (0, "2024-04-01", "2025-03-31", 9000));
  return fixture;
}

static void
test_counts_and_bands (void)
{
  static const TenureBandFigures expected[TENURE_N_BANDS] = {
    [TENURE_BAND_LE12] = { 2, 1, { 1200000 } }, [TENURE_BAND_GT12_LT36] = { 1, 1, { 2400000 } },
    [TENURE_BAND_GE36] = { 1, 1, { 3000000 } }, [TENURE_BAND_OPEN] = { 1, 1, { 600000 } },
    [TENURE_BAND_UNKNOWN] = { 1, 1, { 500000 } },
  };
  g_autoptr (Fixture) fixture = make_mixed ();
  g_auto (Summed) summed = summed_new (fixture);
  const TenurePortfolio *portfolio = summed.portfolio;
  TenureFigure active = tenure_portfolio_active (portfolio), annual = tenure_portfolio_annual (portfolio, 0);

  g_assert_cmpuint (portfolio->n_agreements, ==, 8);
  g_assert_cmpuint (portfolio->n_live, ==, 7);
  g_assert_cmpuint (portfolio->n_planned, ==, 1);
  g_assert_cmpint (active.integer, ==, 5);
  g_assert_cmpuint (active.known, ==, 7);
  g_assert_cmpuint (active.of, ==, 8);
  /* What may be running is beside the sum, not in it. */
  g_assert_cmpuint (portfolio->annual->len, ==, 1);
  g_assert_cmpint (annual.integer, ==, 7200000);
  g_assert_cmpuint (annual.known, ==, 4);
  g_assert_cmpuint (annual.of, ==, 5);
  for (int band = 0; band < TENURE_N_BANDS; band++)
    {
      g_test_message ("%s", tenure_band_code ((TenureBand) band));
      g_assert_cmpuint (portfolio->bands[band].count, ==, expected[band].count);
      g_assert_cmpuint (portfolio->bands[band].annual_known, ==, expected[band].annual_known);
      g_assert_cmpint (portfolio->bands[band].annual.minor, ==, expected[band].annual.minor);
    }
}

/* Mean by value: (12 × 12 + 24 × 24 + 30 × 36) ÷ 66 = 1800 ÷ 66. Median of 12, 12, 24, 36: 18. */
static void
test_mean_and_median (void)
{
  g_autoptr (Fixture) fixture = make_mixed ();
  g_auto (Summed) summed = summed_new (fixture);

  assert_figure (summed.portfolio->mean_term, 1800.0 / 66, 3, 5);
  assert_figure (summed.portfolio->median_term, 18, 4, 5);
}

/* 12-month cliff: £12,000 and £30,000 of £72,000 end by 21 Nov 2027, and one of no recorded value. */
static void
test_cliff (void)
{
  g_autoptr (Fixture) fixture = make_mixed ();
  g_auto (Summed) summed = summed_new (fixture);

  g_assert_cmpuint (summed.portfolio->cliff_count, ==, 3);
  g_assert_cmpint (summed.portfolio->cliff.minor, ==, 4200000);
  assert_figure (summed.portfolio->cliff_share, 42.0 / 72, 4, 5);
}

static void
test_cliff_limit (void)
{
  static const struct
  {
    const char *end;
    guint count;
  } cases[] = { { "2027-11-20", 1 }, { "2027-11-21", 1 }, { "2027-11-22", 0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_with_provider ();
      g_auto (Summed) summed = { 0 };

      fixture_add_agreement (fixture, fixture_term (0, "2024-04-01", cases[i].end, 12000));
      summed = summed_new (fixture);
      g_assert_cmpuint (summed.portfolio->cliff_count, ==, cases[i].count);
    }
}

static void
test_nothing (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_auto (Summed) summed = summed_new (fixture);

  g_assert_cmpint (summed.portfolio->mean_term.kind, ==, TENURE_FIGURE_CANNOT_TELL);
  g_assert_cmpint (summed.portfolio->median_term.kind, ==, TENURE_FIGURE_CANNOT_TELL);
  g_assert_cmpint (summed.portfolio->hhi.kind, ==, TENURE_FIGURE_CANNOT_TELL);
  g_assert_cmpint (summed.portfolio->vcs_share.kind, ==, TENURE_FIGURE_CANNOT_TELL);
  g_assert_cmpint (summed.portfolio->cliff_share.kind, ==, TENURE_FIGURE_CANNOT_TELL);
  g_assert_cmpuint (summed.portfolio->annual->len, ==, 0);
  g_assert_cmpuint (summed.portfolio->n_years, ==, 0);
  g_assert_cmpint (summed.portfolio->pile_up_day, ==, TENURE_DAY_NONE);
}

/* Thousands of agreements without a date: all of them may be running, and nothing else can be said. */
static void
test_no_dates_at_all (void)
{
  g_autoptr (Fixture) fixture = fixture_with_provider ();
  g_auto (Summed) summed = { 0 };

  for (int i = 0; i < 5000; i++)
    fixture_add_agreement (fixture, fixture_term (0, NULL, NULL, 1000));
  summed = summed_new (fixture);
  g_assert_cmpuint (summed.portfolio->n_maybe_running, ==, 5000);
  g_assert_cmpuint (summed.portfolio->bands[TENURE_BAND_UNKNOWN].count, ==, 5000);
  g_assert_cmpuint (summed.portfolio->bands[TENURE_BAND_UNKNOWN].annual_known, ==, 0);
  g_assert_cmpuint (summed.portfolio->expiries_known, ==, 0);
  g_assert_cmpuint (summed.portfolio->expiries_of, ==, 5000);
  g_assert_cmpuint (summed.portfolio->horizon_known, ==, 0);
}

/* --- Scope, selection, currencies --- */

static void
test_scopes (void)
{
  static const struct
  {
    TenureScope scope;
    guint count;
    gint64 annual;
  } cases[] = {
    { TENURE_SCOPE_VCS, 1, 100000 },
    { TENURE_SCOPE_UNKNOWN, 2, 600000 },
    { TENURE_SCOPE_OTHER, 1, 300000 },
    { TENURE_SCOPE_ALL, 4, 1000000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_with_provider ();
      g_auto (Summed) summed = { 0 };

      fixture_add_organisation (fixture, "Harbour Rights", TENURE_FACT_UNKNOWN);
      fixture_add_organisation (fixture, "Ledger Care Ltd", TENURE_FACT_NO);
      fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2027-03-31", 1000));
      fixture_add_agreement (fixture, fixture_term (1, "2026-04-01", "2027-03-31", 2000));
      fixture_add_agreement (fixture, fixture_term (2, "2026-04-01", "2027-03-31", 3000));
      fixture_add_agreement (fixture, fixture_term (-1, "2026-04-01", "2027-03-31", 4000));
      summed = summed_scope (fixture, cases[i].scope, NULL);
      g_assert_cmpuint (summed.portfolio->n_agreements, ==, cases[i].count);
      g_assert_cmpuint (summed.portfolio->n_selected, ==, 4);
      g_assert_cmpuint (summed.portfolio->n_scope_known, ==, 2);
      g_assert_cmpint (tenure_portfolio_annual (summed.portfolio, 0).integer, ==, cases[i].annual);
      /* £1,000 of £4,000 whose provider is known, whatever the scope. */
      assert_figure (summed.portfolio->vcs_share, 0.25, 2, 4);
    }
}

static void
test_vcs_share_without_others (void)
{
  g_autoptr (Fixture) fixture = fixture_with_provider ();
  g_auto (Summed) summed = { 0 };

  fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2027-03-31", 1000));
  summed = summed_new (fixture);
  g_assert_cmpint (summed.portfolio->vcs_share.kind, ==, TENURE_FIGURE_CANNOT_TELL);
}

static void
test_selection (void)
{
  static const guint32 chosen[] = { 2, 0, 4000000000u };
  const TenureSelection selection = { chosen, G_N_ELEMENTS (chosen) };
  g_autoptr (Fixture) fixture = make_mixed ();
  g_auto (Summed) summed = summed_scope (fixture, TENURE_SCOPE_VCS, &selection);

  g_assert_cmpuint (summed.portfolio->n_selected, ==, 2);
  g_assert_cmpuint (summed.portfolio->n_agreements, ==, 2);
  g_assert_cmpuint (summed.portfolio->agreements[0], ==, 2);
  g_assert_cmpint (tenure_portfolio_annual (summed.portfolio, 0).integer, ==, 4200000);
}

/* Currencies are never added; the main one is that of most running agreements, and what is in another is left out. */
static void
test_currencies (void)
{
  const TenureCurrency euro = TENURE_CURRENCY ('E', 'U', 'R');
  g_autoptr (Fixture) fixture = fixture_with_provider ();
  TenureFactAgreement agreement = fixture_term (0, "2026-04-01", "2027-03-31", 90000);
  g_auto (Summed) summed = { 0 };

  agreement.currency = euro;
  fixture_add_agreement (fixture, agreement);
  fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2027-03-31", 1000));
  fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2027-03-31", 2000));
  agreement.currency = TENURE_CURRENCY_NONE;
  fixture_add_agreement (fixture, agreement);
  summed = summed_new (fixture);
  g_assert_cmpuint (summed.portfolio->currency, ==, TENURE_CURRENCY_GBP);
  g_assert_cmpuint (summed.portfolio->annual->len, ==, 2);
  g_assert_cmpint (tenure_portfolio_annual (summed.portfolio, 0).integer, ==, 300000);
  g_assert_cmpuint (tenure_portfolio_annual (summed.portfolio, 0).known, ==, 2);
  g_assert_cmpuint (tenure_portfolio_annual (summed.portfolio, 1).currency, ==, euro);
  g_assert_cmpint (tenure_portfolio_annual (summed.portfolio, 1).integer, ==, 9000000);
  g_assert_cmpuint (summed.portfolio->bands[TENURE_BAND_LE12].annual_known, ==, 2);
  g_assert_cmpint (summed.portfolio->bands[TENURE_BAND_LE12].annual.minor, ==, 300000);
}

/* --- Concentration --- */

/* Shares of 40, 30, 20 and 10 per cent: 3000. */
static void
test_concentration (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_auto (Summed) summed = { 0 };

  for (gint32 i = 0; i < 4; i++)
    {
      fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
      fixture_add_agreement (fixture, fixture_term (i, "2026-04-01", "2027-03-31", 300 - i * 100));
      fixture_add_agreement (fixture, fixture_term (i, "2026-04-01", "2027-03-31", 100));
    }
  fixture_add_organisation (fixture, "Harbour Rights", TENURE_FACT_YES);
  fixture_add_agreement (fixture, fixture_term (4, "2026-04-01", "2027-03-31", -1));
  summed = summed_new (fixture);
  assert_figure (summed.portfolio->hhi, 3000, 8, 9);
  g_assert_cmpuint (summed.portfolio->n_providers, ==, 5);
  g_assert_cmpint (summed.portfolio->hhi_level, ==, TENURE_LEVEL_AMBER);
}

/* --- Horizon and expiries --- */

/* £10,000 a year to 31 Mar 2027 with an option of a year, endable at three months' notice: counted from 21 Nov 2026. */
static void
test_horizon (void)
{
  g_autoptr (Fixture) fixture = fixture_with_provider ();
  TenureFactAgreement agreement = fixture_term (0, "2026-04-01", "2027-03-31", 10000);
  g_auto (Summed) summed = { 0 };

  agreement.funder_without_cause = TENURE_FACT_YES;
  agreement.funder_notice = TENURE_DURATION_MONTHS (3);
  fixture_add_agreement (fixture, agreement);
  fixture_add_extension (fixture, TENURE_DURATION_MONTHS (12), TENURE_DAY_NONE);
  summed = summed_new (fixture);
  g_assert_cmpint (summed.portfolio->horizon[0].month, ==, day ("2026-11-01"));
  g_assert_cmpint (summed.portfolio->horizon[0].day, ==, day (AS_OF));
  g_assert_cmpint (summed.portfolio->horizon[1].day, ==, day ("2026-12-01"));
  assert_horizon (&summed, "2026-11-01", 10000, 10000, 10000);
  assert_horizon (&summed, "2027-02-01", 10000, 10000, 10000);
  assert_horizon (&summed, "2027-03-01", 0, 10000, 10000);
  assert_horizon (&summed, "2027-04-01", 0, 0, 10000);
  assert_horizon (&summed, "2028-03-01", 0, 0, 10000);
  assert_horizon (&summed, "2028-04-01", 0, 0, 0);
}

/* £12,000 a year to 30 Sep 2029. Secured is S = min (R, notice) where the funder may end it without cause at 90 days' notice,
 * which from 21 Nov 2026 reaches to 18 Feb 2027; R where it may not; R shown meanwhile where that is not recorded. */
static void
test_horizon_secured (void)
{
  static const struct
  {
    TenureFact without_cause;
    gboolean notice_known;
    gint64 secured;
    guint told;
  } cases[] = {
    { TENURE_FACT_YES, TRUE, 0, 1 },      { TENURE_FACT_NO, TRUE, 12000, 1 },       { TENURE_FACT_NO, FALSE, 12000, 1 },
    { TENURE_FACT_YES, FALSE, 12000, 0 }, { TENURE_FACT_UNKNOWN, TRUE, 12000, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_with_provider ();
      TenureFactAgreement agreement = fixture_term (0, "2025-10-01", "2029-09-30", 48000);
      g_auto (Summed) summed = { 0 };

      agreement.funder_without_cause = (gint8) cases[i].without_cause;
      if (cases[i].notice_known)
        agreement.funder_notice = TENURE_DURATION_DAYS (90);
      fixture_add_agreement (fixture, agreement);
      summed = summed_new (fixture);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      assert_horizon (&summed, "2027-02-01", 12000, 12000, 12000);
      assert_horizon (&summed, "2027-03-01", cases[i].secured, 12000, 12000);
      assert_horizon (&summed, "2029-09-01", cases[i].secured, 12000, 12000);
      assert_horizon (&summed, "2029-10-01", 0, 0, 0);
      g_assert_cmpuint (summed.portfolio->horizon_known, ==, 1);
      g_assert_cmpuint (summed.portfolio->secured_told, ==, cases[i].told);
    }
}

/* A signed successor takes over from its start: the option behind it is not counted beside it. */
static void
test_horizon_with_successor (void)
{
  g_autoptr (Fixture) fixture = fixture_with_provider ();
  TenureFactAgreement successor = fixture_term (0, "2027-04-01", "2028-03-31", 15000);
  g_auto (Summed) summed = { 0 };

  fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2027-03-31", 10000));
  fixture_add_extension (fixture, TENURE_DURATION_MONTHS (24), TENURE_DAY_NONE);
  successor.predecessor = 0;
  successor.signed_day = day ("2026-11-01");
  fixture_add_agreement (fixture, successor);
  summed = summed_new (fixture);
  assert_horizon (&summed, "2027-03-01", 10000, 10000, 10000);
  assert_horizon (&summed, "2027-04-01", 15000, 15000, 15000);
  assert_horizon (&summed, "2028-04-01", 0, 0, 0);
}

/* What began since the month before: not what runs on the day, nor what came and went between two days. */
static void
test_horizon_step (void)
{
  static const struct
  {
    const char *start, *end;
    gint64 pounds;
  } terms[] = {
    { "2026-04-01", "2026-11-26", 24000 }, { "2026-11-30", "2027-11-29", 8000 }, { "2026-12-01", "2027-11-30", 1000 },
    { "2026-12-02", "2026-12-31", 500 },   { "2026-12-15", "2027-12-14", 300 },
  };
  static const struct
  {
    const char *month;
    gint64 committed, begun;
  } steps[] = {
    { "2026-11-01", 24000, 0 }, { "2026-12-01", 9000, 9000 }, { "2027-01-01", 9300, 300 }, { "2027-12-01", 300, 0 },
  };
  g_autoptr (Fixture) fixture = fixture_with_provider ();
  g_auto (Summed) summed = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    fixture_add_agreement (fixture, fixture_term (0, terms[i].start, terms[i].end, terms[i].pounds));
  summed = summed_new (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_test_message ("%s", steps[i].month);
      g_assert_cmpint (summed_month (&summed, steps[i].month)->committed.minor, ==, steps[i].committed * 100);
      g_assert_cmpint (summed_month (&summed, steps[i].month)->begun.minor, ==, steps[i].begun * 100);
    }
  g_assert_cmpuint (summed.portfolio->horizon_planned, ==, 4);
}

/* £4,000 a year that runs goes under a new lead of £10,000: £6,000 are new, and nothing ends. */
static void
test_horizon_step_of_a_lead (void)
{
  g_autoptr (Fixture) fixture = fixture_with_provider ();
  TenureFactAgreement lead = fixture_term (0, "2027-01-15", "2028-01-14", 10000);
  TenureFactAgreement below = fixture_term (0, "2026-04-01", "2028-03-31", 8000);
  g_auto (Summed) summed = { 0 };
  const TenureHorizonFigures *before, *after;

  below.lead = fixture_add_agreement (fixture, lead);
  fixture_add_agreement (fixture, below);
  summed = summed_new (fixture);
  before = summed_month (&summed, "2027-01-01");
  after = summed_month (&summed, "2027-02-01");
  g_assert_cmpint (before->committed.minor, ==, 400000);
  g_assert_cmpint (after->committed.minor, ==, 1000000);
  g_assert_cmpint (after->begun.minor, ==, 600000);
  g_assert_cmpint (before->committed.minor - after->committed.minor + after->begun.minor, ==, 0);
}

/* Open-ended: promised for the notice, and if extended for as long as one looks; with no recorded notice on the day alone. */
static void
test_horizon_open_ended (void)
{
  for (int known = 0; known <= 1; known++)
    {
      g_autoptr (Fixture) fixture = fixture_with_provider ();
      TenureFactAgreement agreement = fixture_term (0, "2020-04-01", NULL, 10000);
      g_auto (Summed) summed = { 0 };

      agreement.open_ended = TENURE_FACT_YES;
      agreement.basis = TENURE_BASIS_ANNUAL;
      agreement.funder_notice = known ? TENURE_DURATION_MONTHS (6) : TENURE_DURATION_UNKNOWN;
      fixture_add_agreement (fixture, agreement);
      summed = summed_new (fixture);
      assert_horizon (&summed, "2026-11-01", 10000, 10000, 10000);
      assert_horizon (&summed, "2027-05-01", known ? 10000 : 0, known ? 10000 : 0, 10000);
      assert_horizon (&summed, "2027-06-01", 0, 0, 10000);
      assert_horizon (&summed, "2029-10-01", 0, 0, 10000);
    }
}

static void
test_expiries (void)
{
  g_autoptr (Fixture) fixture = fixture_with_provider ();
  TenureFactAgreement successor = fixture_term (0, "2027-04-01", "2030-03-31", 30000);
  g_auto (Summed) summed = { 0 };

  fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2027-03-31", 10000));
  fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2027-03-31", 20000));
  fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2027-03-31", -1));
  fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2026-11-20", 5000));
  fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2026-11-21", 6000));
  successor.predecessor = 0;
  successor.signed_day = day ("2026-11-01");
  fixture_add_agreement (fixture, successor);
  summed = summed_new (fixture);
  g_assert_cmpuint (summed_expiry (&summed, "2027-03-01")->net_count, ==, 2);
  g_assert_cmpuint (summed_expiry (&summed, "2027-03-01")->net_known, ==, 1);
  g_assert_cmpint (summed_expiry (&summed, "2027-03-01")->net.minor, ==, 2000000);
  g_assert_cmpuint (summed_expiry (&summed, "2027-03-01")->gross_count, ==, 3);
  g_assert_cmpint (summed_expiry (&summed, "2027-03-01")->gross.minor, ==, 3000000);
  /* Yesterday is over; today is not. */
  g_assert_cmpuint (summed_expiry (&summed, "2026-11-01")->net_count, ==, 1);
  g_assert_cmpint (summed.portfolio->pile_up_day, ==, day ("2027-03-31"));
  g_assert_cmpuint (summed.portfolio->pile_up_count, ==, 2);
  g_assert_cmpint (summed.portfolio->pile_up.minor, ==, 2000000);
  g_assert_cmpuint (summed.portfolio->expiries_known, ==, 5);
}

/* £10,000 a year to 31 Dec 2026, and its signed successor starts the day after, a day late, or a year late: funding stops,
 * so the end counts on the cliff, in the month and in the heap. */
static void
test_late_successor (void)
{
  static const struct
  {
    const char *start;
    guint uncovered;
  } cases[] = { { "2027-01-01", 0 }, { "2027-01-02", 1 }, { "2028-01-01", 1 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_with_provider ();
      TenureFactAgreement successor = fixture_term (0, cases[i].start, "2029-03-31", 9000);
      g_auto (Summed) summed = { 0 };

      fixture_add_agreement (fixture, fixture_term (0, "2026-01-01", "2026-12-31", 10000));
      successor.predecessor = 0;
      successor.signed_day = day ("2026-11-01");
      fixture_add_agreement (fixture, successor);
      summed = summed_new (fixture);
      g_test_message ("%s", cases[i].start);
      g_assert_cmpuint (summed.portfolio->cliff_count, ==, cases[i].uncovered);
      g_assert_cmpuint (summed_expiry (&summed, "2026-12-01")->net_count, ==, cases[i].uncovered);
      g_assert_cmpuint (summed_expiry (&summed, "2026-12-01")->gross_count, ==, 1);
      g_assert_cmpint (summed.portfolio->pile_up_day, ==, day (cases[i].uncovered > 0 ? "2026-12-31" : "2029-03-31"));
    }
}

/* Equal heaps: the larger value, then the earlier day. Past the 36 months a heap is still a heap. */
static void
test_pile_up_ties (void)
{
  static const struct
  {
    const char *ends[4];
    gint64 pounds[4];
    const char *day;
    guint count;
  } cases[] = {
    { { "2027-03-31", "2028-03-31" }, { 10, 20 }, "2028-03-31", 1 },
    { { "2028-03-31", "2027-03-31" }, { 10, 10 }, "2027-03-31", 1 },
    { { "2027-03-31", "2041-03-31", "2041-03-31" }, { 90, 1, 1 }, "2041-03-31", 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_with_provider ();
      g_auto (Summed) summed = { 0 };

      for (gsize at = 0; cases[i].ends[at] != NULL; at++)
        {
          TenureFactAgreement agreement = fixture_term (0, "2026-04-01", cases[i].ends[at], cases[i].pounds[at]);

          agreement.basis = TENURE_BASIS_ANNUAL;
          fixture_add_agreement (fixture, agreement);
        }
      summed = summed_new (fixture);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (summed.portfolio->pile_up_day, ==, day (cases[i].day));
      g_assert_cmpuint (summed.portfolio->pile_up_count, ==, cases[i].count);
    }
}

/* --- Spend by year --- */

/* £1 over 1 Oct 2026 – 30 Sep 2027: 182 days fall into 2026/27 and 183 into 2027/28; 49.86p and 50.14p. */
static void
test_years (void)
{
  g_autoptr (Fixture) fixture = fixture_with_provider ();
  g_auto (Summed) summed = { 0 };

  fixture_add_agreement (fixture, fixture_term (0, "2026-10-01", "2027-09-30", 1));
  summed = summed_new (fixture);
  g_assert_cmpuint (summed.portfolio->n_years, ==, 2);
  g_assert_cmpint (summed.portfolio->years[0].from, ==, day ("2026-04-01"));
  g_assert_cmpint (summed.portfolio->years[0].until, ==, day ("2027-03-31"));
  g_assert_cmpint (summed.portfolio->years[0].spend.minor, ==, 50);
  g_assert_cmpint (summed.portfolio->years[1].spend.minor, ==, 50);
  g_assert_cmpuint (summed.portfolio->spend_known, ==, 1);
}

/* Ended a year into three: £30,000 of £90,000, as near as the days allow (365 of 1,096). */
static void
test_years_cut_by_termination (void)
{
  g_autoptr (Fixture) fixture = fixture_with_provider ();
  TenureFactAgreement agreement = fixture_term (0, "2025-04-01", "2028-03-31", 90000);
  g_auto (Summed) summed = { 0 };

  agreement.terminated = day ("2026-03-31");
  fixture_add_agreement (fixture, agreement);
  summed = summed_new (fixture);
  g_assert_cmpuint (summed.portfolio->n_years, ==, 1);
  g_assert_cmpint (summed.portfolio->years[0].spend.minor, ==, 2997263); /* 9,000,000p × 365 ÷ 1096 = 2,997,262.77 */
}

/* A thousand years of £1 a year: what lies outside the forty years shown is kept apart, and all of it sums to the whole. */
static void
test_years_of_a_millennium (void)
{
  g_autoptr (Fixture) fixture = fixture_with_provider ();
  TenureFactAgreement agreement = fixture_term (0, "1500-04-01", "2500-03-31", 1000);
  g_auto (Summed) summed = { 0 };
  gint64 all;

  fixture_add_agreement (fixture, agreement);
  summed = summed_new (fixture);
  all = summed.portfolio->spend_earlier.minor + summed.portfolio->spend_later.minor;
  g_assert_cmpuint (summed.portfolio->n_years, ==, 40);
  for (guint i = 0; i < summed.portfolio->n_years; i++)
    {
      g_assert_cmpint (ABS (summed.portfolio->years[i].spend.minor - 100), <=, 1);
      all += summed.portfolio->years[i].spend.minor;
    }
  g_assert_cmpint (all, ==, 100000);
}

/* Three worth £3,000 together end in March, one worth £90,000 a year in September: most agreements and most money. */
static void
test_dearest_day (void)
{
  g_autoptr (Fixture) fixture = fixture_with_provider ();
  g_auto (Summed) summed = { 0 };

  for (int i = 0; i < 3; i++)
    fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2027-03-31", 1000));
  fixture_add_agreement (fixture, fixture_term (0, "2026-10-01", "2027-09-30", 90000));
  summed = summed_new (fixture);
  g_assert_cmpint (summed.portfolio->pile_up_day, ==, day ("2027-03-31"));
  g_assert_cmpuint (summed.portfolio->pile_up_count, ==, 3);
  g_assert_cmpint (summed.portfolio->dearest_day, ==, day ("2027-09-30"));
  g_assert_cmpuint (summed.portfolio->dearest_count, ==, 1);
  g_assert_cmpint (summed.portfolio->dearest.minor, ==, 9000000);
}

/* Two agreements of a year come to more than 63 bits; a third of three years, £300, does not mind. What rests on the sum of
 * the two cannot be told, and everything else is told. */
static void
test_overflow (void)
{
  g_autoptr (Fixture) fixture = fixture_with_provider ();
  TenureFactAgreement agreement = fixture_term (0, "2026-04-01", "2027-03-31", 1);
  g_auto (Summed) summed = { 0 };
  const TenurePortfolio *portfolio;

  agreement.value_minor = G_MAXINT64;
  fixture_add_agreement (fixture, agreement);
  agreement.value_minor = 1;
  fixture_add_agreement (fixture, agreement);
  fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2029-03-31", 300));
  summed = summed_new (fixture);
  portfolio = summed.portfolio;
  g_assert_cmpint (tenure_portfolio_annual (portfolio, 0).kind, ==, TENURE_FIGURE_CANNOT_TELL);
  g_assert_cmpuint (tenure_portfolio_annual (portfolio, 0).known, ==, 3);
  g_assert_cmpint (tenure_portfolio_active (portfolio).integer, ==, 3);
  g_assert_true (portfolio->bands[TENURE_BAND_LE12].annual.overflows);
  g_assert_cmpuint (portfolio->bands[TENURE_BAND_LE12].count, ==, 2);
  g_assert_false (portfolio->bands[TENURE_BAND_GE36].annual.overflows);
  g_assert_cmpint (portfolio->bands[TENURE_BAND_GE36].annual.minor, ==, 10000);
  g_assert_cmpint (portfolio->cliff_share.kind, ==, TENURE_FIGURE_CANNOT_TELL);
  g_assert_true (portfolio->cliff.overflows);
  g_assert_cmpint (portfolio->hhi.kind, ==, TENURE_FIGURE_CANNOT_TELL);
  g_assert_true (summed_month (&summed, "2027-03-01")->committed.overflows);
  assert_horizon (&summed, "2027-04-01", 100, 100, 100);
  g_assert_true (summed_expiry (&summed, "2027-03-01")->net.overflows);
  g_assert_cmpuint (summed_expiry (&summed, "2027-03-01")->net_count, ==, 2);
  g_assert_true (portfolio->pile_up.overflows);
  g_assert_cmpint (portfolio->pile_up_day, ==, day ("2027-03-31"));
  g_assert_true (portfolio->years[0].spend.overflows);
  g_assert_cmpint (portfolio->years[1].spend.minor, ==, 10018); /* 30,000p × 366 ÷ 1096 */
  g_assert_cmpfloat (portfolio->median_term.number, ==, 12);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/portfolio/counts-and-bands", test_counts_and_bands);
  g_test_add_func ("/portfolio/mean-and-median", test_mean_and_median);
  g_test_add_func ("/portfolio/cliff", test_cliff);
  g_test_add_func ("/portfolio/cliff-limit", test_cliff_limit);
  g_test_add_func ("/portfolio/nothing", test_nothing);
  g_test_add_func ("/portfolio/no-dates-at-all", test_no_dates_at_all);
  g_test_add_func ("/portfolio/scopes", test_scopes);
  g_test_add_func ("/portfolio/vcs-share-without-others", test_vcs_share_without_others);
  g_test_add_func ("/portfolio/selection", test_selection);
  g_test_add_func ("/portfolio/currencies", test_currencies);
  g_test_add_func ("/portfolio/concentration", test_concentration);
  g_test_add_func ("/portfolio/horizon", test_horizon);
  g_test_add_func ("/portfolio/horizon-secured", test_horizon_secured);
  g_test_add_func ("/portfolio/horizon-with-successor", test_horizon_with_successor);
  g_test_add_func ("/portfolio/horizon-step", test_horizon_step);
  g_test_add_func ("/portfolio/horizon-step-of-a-lead", test_horizon_step_of_a_lead);
  g_test_add_func ("/portfolio/horizon-open-ended", test_horizon_open_ended);
  g_test_add_func ("/portfolio/expiries", test_expiries);
  g_test_add_func ("/portfolio/late-successor", test_late_successor);
  g_test_add_func ("/portfolio/pile-up-ties", test_pile_up_ties);
  g_test_add_func ("/portfolio/years", test_years);
  g_test_add_func ("/portfolio/years-cut-by-termination", test_years_cut_by_termination);
  g_test_add_func ("/portfolio/years-of-a-millennium", test_years_of_a_millennium);
  g_test_add_func ("/portfolio/dearest-day", test_dearest_day);
  g_test_add_func ("/portfolio/overflow", test_overflow);
  return g_test_run ();
}
