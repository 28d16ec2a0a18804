/* The funding horizon: what is undecided, which posts are at risk, the horizon of one provider. By hand, and random documents
 * against every month and every agreement looked at afresh. Secured, committed, if extended: test-portfolio.c. */

#include "analysis/provider.h"
#include "summed.h"

#define ROUNDS 300

/* £12,000 a year to 31 Mar 2027, in every case but where the case says otherwise. */
static TenureFactAgreement
usual_term (void)
{
  return fixture_term (0, "2026-04-01", "2027-03-31", 12000);
}

static gint64
undecided_pounds (const Summed *summed, const char *iso)
{
  return summed_month (summed, iso)->undecided.minor / 100;
}

/* --- Undecided --- */

static void
decide (TenureFactAgreement *agreement)
{
  agreement->decided = day ("2026-10-01");
  agreement->renewal = TENURE_RENEWAL_NOT_RENEWING;
}

static void
begin_to_renew (TenureFactAgreement *agreement)
{
  agreement->renewal = TENURE_RENEWAL_IN_PROGRESS;
}

static void
make_one_off (TenureFactAgreement *agreement)
{
  agreement->one_off = TENURE_FACT_YES;
}

static void
make_spot (TenureFactAgreement *agreement)
{
  agreement->kind = TENURE_KIND_SPOT;
}

static void
make_citizen_directed (TenureFactAgreement *agreement)
{
  agreement->kind = TENURE_KIND_CITIZEN_DIRECTED;
}

static void
terminate (TenureFactAgreement *agreement)
{
  agreement->terminated = day ("2027-03-31");
}

static void
open_end (TenureFactAgreement *agreement)
{
  agreement->end = TENURE_DAY_NONE;
  agreement->open_ended = TENURE_FACT_YES;
}

/* A term that is over and that nobody decided about is undecided from the first month on that it does not pay. */
static void
test_undecided (void)
{
  static const struct
  {
    const char *what;
    void (*change) (TenureFactAgreement *agreement);
    gint64 march, april, last;
  } cases[] = {
    { "as it is", NULL, 0, 12000, 12000 },
    { "renewal in progress", begin_to_renew, 0, 12000, 12000 },
    { "not renewing", decide, 0, 0, 0 },
    { "one-off", make_one_off, 0, 0, 0 },
    { "spot", make_spot, 0, 0, 0 },
    { "citizen-directed", make_citizen_directed, 0, 0, 0 },
    { "terminated", terminate, 0, 0, 0 },
    { "open-ended", open_end, 0, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_with_provider ();
      TenureFactAgreement agreement = usual_term ();
      g_auto (Summed) summed = { 0 };

      g_test_message ("%s", cases[i].what);
      if (cases[i].change != NULL)
        cases[i].change (&agreement);
      fixture_add_agreement (fixture, agreement);
      summed = summed_new (fixture);
      g_assert_cmpint (undecided_pounds (&summed, "2026-11-01"), ==, 0);
      g_assert_cmpint (undecided_pounds (&summed, "2027-03-01"), ==, cases[i].march);
      g_assert_cmpint (undecided_pounds (&summed, "2027-04-01"), ==, cases[i].april);
      g_assert_cmpint (undecided_pounds (&summed, "2029-10-01"), ==, cases[i].last);
    }
}

/* While an option can go on with it, the money is "if extended". */
static void
test_undecided_after_options (void)
{
  g_autoptr (Fixture) fixture = fixture_with_provider ();
  g_auto (Summed) summed = { 0 };

  fixture_add_agreement (fixture, usual_term ());
  fixture_add_extension (fixture, TENURE_DURATION_MONTHS (12), TENURE_DAY_NONE);
  summed = summed_new (fixture);
  assert_horizon (&summed, "2028-03-01", 0, 0, 12000);
  g_assert_cmpint (undecided_pounds (&summed, "2028-03-01"), ==, 0);
  g_assert_cmpint (undecided_pounds (&summed, "2028-04-01"), ==, 12000);
}

/* A next term, signed or not, has its own money; what follows on it is undecided. */
static void
test_undecided_next_term (void)
{
  for (int is_signed = FALSE; is_signed <= TRUE; is_signed++)
    {
      g_autoptr (Fixture) fixture = fixture_with_provider ();
      TenureFactAgreement next = fixture_term (0, "2027-04-01", "2028-03-31", 9000);
      g_auto (Summed) summed = { 0 };

      next.predecessor = fixture_add_agreement (fixture, usual_term ());
      next.signed_day = is_signed ? day ("2026-11-01") : TENURE_DAY_NONE;
      fixture_add_agreement (fixture, next);
      summed = summed_new (fixture);
      assert_horizon (&summed, "2027-04-01", 9000, 9000, 9000);
      g_assert_cmpint (undecided_pounds (&summed, "2027-04-01"), ==, 0);
      g_assert_cmpint (undecided_pounds (&summed, "2028-04-01"), ==, 9000);
    }
}

/* £12,000 a year to a lead until March, of which £3,000 are passed on until June: in April nothing of the £3,000 is undecided,
 * in July all of the £12,000 is, and it is counted once. */
static void
test_undecided_lead (void)
{
  g_autoptr (Fixture) fixture = fixture_with_provider ();
  TenureFactAgreement part = fixture_term (0, "2026-07-01", "2027-06-30", 3000);
  g_auto (Summed) summed = { 0 };

  part.lead = fixture_add_agreement (fixture, usual_term ());
  fixture_add_agreement (fixture, part);
  summed = summed_new (fixture);
  assert_horizon (&summed, "2027-03-01", 12000, 12000, 12000);
  assert_horizon (&summed, "2027-04-01", 3000, 3000, 3000);
  g_assert_cmpint (undecided_pounds (&summed, "2027-04-01"), ==, 9000);
  g_assert_cmpint (undecided_pounds (&summed, "2027-07-01"), ==, 12000);
}

/* The most negative amount there is has no opposite of its size: what a lead takes over of it overflows, and is called so. */
static void
test_largest_taken_over (void)
{
  g_autoptr (Fixture) fixture = fixture_with_provider ();
  TenureFactAgreement part = fixture_term (0, "2026-04-01", "2027-06-30", 0);
  g_auto (Summed) summed = { 0 };

  part.value_minor = part.annual_minor = G_MININT64;
  part.value_known = part.annual_known = TRUE;
  part.basis = TENURE_BASIS_ANNUAL;
  part.lead = fixture_add_agreement (fixture, fixture_term (0, "2027-01-01", "2027-03-31", 12000));
  fixture_add_agreement (fixture, part);
  summed = summed_new (fixture);
  g_assert_true (summed_month (&summed, "2027-01-01")->begun.overflows);
  g_assert_false (summed_month (&summed, "2027-02-01")->committed.overflows);
  g_assert_cmpint (summed_month (&summed, "2027-02-01")->committed.minor, ==, 1200000);
}

/* --- Posts --- */

static TenureFactAgreement
with_posts (TenureFactAgreement agreement, gint32 hundredths)
{
  agreement.posts = hundredths;
  return agreement;
}

/* 2.5 posts end in March; 1.0 goes on with a signed successor until the next; one agreement records none, one is planned. */
static void
test_posts (void)
{
  g_autoptr (Fixture) fixture = fixture_with_provider ();
  TenureFactAgreement next = fixture_term (0, "2027-04-01", "2028-03-31", 9000);
  g_auto (Summed) summed = { 0 };

  fixture_add_agreement (fixture, with_posts (usual_term (), 250));
  next.predecessor = fixture_add_agreement (fixture, with_posts (usual_term (), 100));
  next.signed_day = day ("2026-11-01");
  fixture_add_agreement (fixture, with_posts (next, 300));
  fixture_add_agreement (fixture, usual_term ());
  summed = summed_new (fixture);
  g_assert_cmpuint (summed.portfolio->horizon_posts_known, ==, 2);
  g_assert_cmpuint (summed.portfolio->horizon_posts_of, ==, 3);
  g_assert_cmpint (summed_month (&summed, "2027-03-01")->posts_at_risk, ==, 0);
  g_assert_cmpint (summed_month (&summed, "2027-04-01")->posts_at_risk, ==, 250);
  g_assert_cmpint (summed_month (&summed, "2028-03-01")->posts_at_risk, ==, 250);
  g_assert_cmpint (summed_month (&summed, "2028-04-01")->posts_at_risk, ==, 350);
}

/* Renewals that point at each other, and one that ends before what it renews, come to an end. */
static void
test_posts_of_odd_links (void)
{
  g_autoptr (Fixture) fixture = fixture_with_provider ();
  TenureFactAgreement one = with_posts (usual_term (), 100), two = with_posts (usual_term (), 100);
  g_auto (Summed) summed = { 0 };

  one.predecessor = 1;
  two.predecessor = 0;
  one.signed_day = two.signed_day = day ("2026-04-01");
  fixture_add_agreement (fixture, one);
  fixture_add_agreement (fixture, two);
  summed = summed_new (fixture);
  g_assert_cmpint (summed_month (&summed, "2027-04-01")->posts_at_risk, ==, 200);
}

/* --- One provider --- */

/* Its own alone; in the currency of its accounts; and what it passes on to itself once. */
static void
test_provider (void)
{
  g_autoptr (Fixture) fixture = fixture_with_provider ();
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureTerms) terms = NULL;
  g_autoptr (TenureProviders) providers = NULL;
  g_autoptr (TenureProviderIndex) index = NULL;
  TenureFactAgreement part = fixture_term (0, "2026-04-01", "2027-03-31", 4000);
  TenureFactAgreement other = fixture_term (0, "2026-04-01", "2029-03-31", 90000);
  TenureCurrency currency;
  TenureHorizon horizon;

  part.lead = fixture_add_agreement (fixture, with_posts (usual_term (), 200));
  fixture_add_agreement (fixture, with_posts (part, 50));
  other.currency = tenure_currency_from_code ("EUR");
  fixture_add_agreement (fixture, other);
  fixture_add_organisation (fixture, "Hill Trust", TENURE_FACT_YES);
  other = usual_term ();
  other.provider = 1;
  fixture_add_agreement (fixture, other);
  facts = fixture_end (fixture);
  terms = tenure_terms_new (facts, day (AS_OF), NULL);
  providers = tenure_providers_new (terms);
  index = tenure_provider_index_new (facts);
  tenure_provider_horizon (providers, 0, &index->agreements[index->first[0]], index->first[1] - index->first[0], &horizon,
                           &currency);
  g_assert_cmpint (currency, ==, TENURE_CURRENCY_GBP);
  g_assert_cmpuint (horizon.known, ==, 2);
  g_assert_cmpuint (horizon.of, ==, 3);
  g_assert_cmpint (horizon.months[0].committed.minor, ==, 1200000);
  g_assert_cmpint (horizon.months[5].committed.minor, ==, 0);
  g_assert_cmpint (horizon.months[5].undecided.minor, ==, 1200000);
  g_assert_cmpint (horizon.months[5].posts_at_risk, ==, 200);
  g_assert_cmpuint (horizon.posts_known, ==, 2);
  g_assert_cmpuint (horizon.posts_of, ==, 3);
  tenure_provider_horizon (providers, 1, NULL, 0, &horizon, NULL);
  g_assert_cmpuint (horizon.of, ==, 0);
  g_assert_cmpint (horizon.months[0].month, ==, day ("2026-11-01"));
}

/* --- Random documents --- */

static TenureDay
random_day (GRand *rand, int spread)
{
  return g_rand_int_range (rand, 0, 9) == 0 ? TENURE_DAY_NONE : day (AS_OF) + g_rand_int_range (rand, -spread, spread);
}

static TenureFacts *
random_facts (GRand *rand)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  gint32 n = g_rand_int_range (rand, 1, 14);

  for (int i = 0; i < 3; i++)
    fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  for (gint32 i = 0; i < n; i++)
    {
      TenureFactAgreement agreement =
          fixture_term (g_rand_int_range (rand, 0, 3), NULL, NULL, g_rand_int_range (rand, -1, 50) * 1200);

      agreement.basis = TENURE_BASIS_ANNUAL;
      agreement.start = random_day (rand, 500);
      agreement.end = tenure_day_is_known (agreement.start) ? agreement.start + g_rand_int_range (rand, 0, 1200)
                                                            : random_day (rand, 900);
      agreement.signed_day = random_day (rand, 500);
      agreement.terminated = g_rand_int_range (rand, 0, 12) == 0 ? random_day (rand, 400) : TENURE_DAY_NONE;
      agreement.open_ended = (gint8) (g_rand_int_range (rand, 0, 9) == 0);
      agreement.one_off = (gint8) g_rand_int_range (rand, -1, 2);
      agreement.kind = (gint8) g_rand_int_range (rand, 0, 6);
      agreement.renewal = (gint8) g_rand_int_range (rand, 0, 5);
      agreement.funder_without_cause = (gint8) g_rand_int_range (rand, -1, 2);
      agreement.posts = g_rand_int_range (rand, -1, 4) * 75;
      agreement.posts = MAX (agreement.posts, -1);
      if (g_rand_boolean (rand))
        agreement.funder_notice = TENURE_DURATION_MONTHS ((gint16) g_rand_int_range (rand, 0, 8));
      agreement.predecessor = g_rand_boolean (rand) ? g_rand_int_range (rand, -1, i) : -1;
      agreement.lead = g_rand_boolean (rand) ? g_rand_int_range (rand, -1, i) : -1;
      fixture_add_agreement (fixture, agreement);
      if (g_rand_int_range (rand, 0, 3) == 0)
        fixture_add_extension (fixture, TENURE_DURATION_MONTHS ((gint16) g_rand_int_range (rand, 1, 24)), TENURE_DAY_NONE);
    }
  return fixture_end (fixture);
}

/* Of provider @provider, or of all where it is -1. */
static gboolean
slow_is_in (const TenureTerms *terms, guint i, int provider)
{
  return provider < 0 || terms->facts->agreements[i].provider == provider;
}

static gboolean
slow_has_money (const TenureTerms *terms, guint i, int provider)
{
  const TenureAgreementFigures *figures = &terms->agreements[i];

  return slow_is_in (terms, i, provider) && figures->live && figures->annual_known
         && (figures->term_known || (figures->open_ended && tenure_day_is_known (figures->start)));
}

/* Open-ended: promised until the notice would end, and goes on unless something signed takes over. */
static TenureDay
slow_longest (const TenureTerms *terms, guint i)
{
  const TenureAgreementFigures *figures = &terms->agreements[i];
  TenureDay promised = figures->committed_end, longest = MAX (figures->maximum_end, promised);

  if (figures->open_ended)
    {
      promised = tenure_day_is_known (figures->secured_until) ? figures->secured_until : terms->as_of;
      longest = TENURE_DAY_MAX;
    }
  if (tenure_day_is_known (figures->covered_from) && longest >= figures->covered_from)
    longest = MAX (figures->covered_from - 1, promised);
  return longest;
}

static gboolean
slow_may_pay (const TenureTerms *terms, guint i, int provider, TenureDay on)
{
  return slow_has_money (terms, i, provider) && terms->agreements[i].start <= on && on <= slow_longest (terms, i);
}

static gboolean
slow_is_undecided (const TenureTerms *terms, guint i, int provider, TenureDay on)
{
  const TenureAgreementFigures *figures = &terms->agreements[i];
  const TenureFactAgreement *fact = &terms->facts->agreements[i];

  for (guint j = 0; j < terms->n_agreements; j++)
    if (terms->facts->agreements[j].predecessor == (gint32) i)
      return FALSE;
  return slow_has_money (terms, i, provider) && !figures->open_ended && on > slow_longest (terms, i) && !figures->decided
         && !tenure_day_is_known (fact->terminated) && fact->one_off != TENURE_FACT_YES && fact->kind != TENURE_KIND_SPOT
         && fact->kind != TENURE_KIND_CITIZEN_DIRECTED;
}

typedef gboolean (*SlowOn) (const TenureTerms *terms, guint i, int provider, TenureDay on);

static gboolean
slow_any_lead (const TenureTerms *terms, guint i, int provider, TenureDay on, SlowOn asked)
{
  for (gint32 lead = terms->facts->agreements[i].lead; lead >= 0; lead = terms->facts->agreements[lead].lead)
    if (asked (terms, (guint) lead, provider, on))
      return TRUE;
  return FALSE;
}

static gint64
slow_undecided (const TenureTerms *terms, int provider, TenureDay on)
{
  gint64 sum = 0;

  for (guint i = 0; i < terms->n_agreements; i++)
    {
      gint64 annual = terms->agreements[i].annual_minor;

      if (slow_any_lead (terms, i, provider, on, slow_may_pay))
        continue;
      if (slow_any_lead (terms, i, provider, on, slow_is_undecided))
        sum -= slow_may_pay (terms, i, provider, on) ? annual : 0;
      else
        sum += slow_is_undecided (terms, i, provider, on) ? annual : 0;
    }
  return MAX (sum, 0);
}

static gint64
slow_extended (const TenureTerms *terms, int provider, TenureDay on)
{
  gint64 sum = 0;

  for (guint i = 0; i < terms->n_agreements; i++)
    if (slow_may_pay (terms, i, provider, on) && !slow_any_lead (terms, i, provider, on, slow_may_pay))
      sum += terms->agreements[i].annual_minor;
  return sum;
}

static gboolean
slow_has_posts (const TenureTerms *terms, guint i, int provider, TenureDay on)
{
  return slow_is_in (terms, i, provider) && terms->agreements[i].running == TENURE_FACT_YES
         && terms->facts->agreements[i].posts >= 0;
}

/* Whether someone signed pays for the posts of @i on @on. */
static gboolean
slow_posts_paid (const TenureTerms *terms, guint i, TenureDay on)
{
  const TenureAgreementFigures *figures = &terms->agreements[i];

  if (figures->open_ended || on <= figures->committed_end)
    return TRUE;
  if (!figures->covered || figures->successor < 0)
    return FALSE;
  if (!terms->agreements[figures->successor].open_ended
      && terms->agreements[figures->successor].committed_end <= figures->committed_end)
    return FALSE;
  return slow_posts_paid (terms, (guint) figures->successor, on);
}

static gint64
slow_posts (const TenureTerms *terms, int provider, TenureDay on)
{
  gint64 sum = 0;

  for (guint i = 0; i < terms->n_agreements; i++)
    if (slow_has_posts (terms, i, provider, on) && !slow_posts_paid (terms, i, on)
        && !slow_any_lead (terms, i, provider, on, slow_has_posts))
      sum += terms->facts->agreements[i].posts;
  return sum;
}

/* Successors without an end leave it open until when posts are paid: nothing to compare. */
static gboolean
has_endless_successor (const TenureTerms *terms)
{
  for (guint i = 0; i < terms->n_agreements; i++)
    if (terms->agreements[i].successor >= 0 && !terms->agreements[terms->agreements[i].successor].open_ended
        && !tenure_day_is_known (terms->agreements[terms->agreements[i].successor].committed_end))
      return TRUE;
  return FALSE;
}

typedef struct
{
  guint undecided, posts, less;
} Seen;

static void
check_months (const TenureTerms *terms, int provider, const TenureHorizonFigures *months, Seen *seen)
{
  for (guint i = 0; i < TENURE_HORIZON_MONTHS; i++)
    {
      TenureDay on = months[i].day;
      gint64 undecided = slow_undecided (terms, provider, on);

      g_assert_cmpint (months[i].undecided.minor, ==, undecided);
      g_assert_cmpint (months[i].extended.minor, ==, slow_extended (terms, provider, on));
      if (!has_endless_successor (terms))
        g_assert_cmpint (months[i].posts_at_risk, ==, slow_posts (terms, provider, on));
      seen->undecided += undecided > 0;
      seen->posts += months[i].posts_at_risk > 0;
      seen->less += i > 0 && undecided < months[i - 1].undecided.minor;
    }
}

static void
test_random (void)
{
  Seen seen = { 0 };

  for (guint32 seed = 0; seed < ROUNDS; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (TenureFacts) facts = random_facts (rand);
      g_autoptr (TenureTerms) terms = tenure_terms_new (facts, day (AS_OF), NULL);
      g_autoptr (TenurePortfolio) portfolio = tenure_portfolio_new (terms, TENURE_SCOPE_ALL, NULL);
      g_autoptr (TenureProviders) providers = tenure_providers_new (terms);
      g_autoptr (TenureProviderIndex) index = tenure_provider_index_new (facts);

      g_test_message ("seed %u", seed);
      check_months (terms, -1, portfolio->horizon, &seen);
      for (guint provider = 0; provider < 3; provider++)
        {
          guint first = index->first[provider], n = index->first[provider + 1] - first;
          TenureHorizon horizon;

          tenure_provider_horizon (providers, provider, &index->agreements[first], n, &horizon, NULL);
          check_months (terms, (int) provider, horizon.months, &seen);
        }
    }
  /* The rounds are about something. */
  g_assert_cmpuint (seen.undecided, >, ROUNDS);
  g_assert_cmpuint (seen.posts, >, ROUNDS);
  g_assert_cmpuint (seen.less, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/horizon/undecided", test_undecided);
  g_test_add_func ("/horizon/undecided-after-options", test_undecided_after_options);
  g_test_add_func ("/horizon/undecided-next-term", test_undecided_next_term);
  g_test_add_func ("/horizon/undecided-lead", test_undecided_lead);
  g_test_add_func ("/horizon/largest-taken-over", test_largest_taken_over);
  g_test_add_func ("/horizon/posts", test_posts);
  g_test_add_func ("/horizon/posts-of-odd-links", test_posts_of_odd_links);
  g_test_add_func ("/horizon/provider", test_provider);
  g_test_add_func ("/horizon/random", test_random);
  return g_test_run ();
}
