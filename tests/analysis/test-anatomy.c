/* The anatomy of a provider's money, by hand and against the figures of provider.h on random providers. */

#include "analysis/anatomy.h"
#include "analysis/provider-explain.h"
#include "summed.h"

#define ROUNDS 200

typedef struct
{
  TenureFacts *facts;
  TenureTerms *terms;
  TenureProviders *providers;
  TenureProviderIndex *index;
  TenureAnatomy *anatomy;
} Dissected;

static void
dissected_clear (Dissected *self)
{
  tenure_anatomy_free (self->anatomy);
  tenure_provider_index_free (self->index);
  tenure_providers_free (self->providers);
  tenure_terms_free (self->terms);
  tenure_facts_free (self->facts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Dissected, dissected_clear)

static Dissected
dissect (TenureFacts *facts)
{
  Dissected self = { .facts = facts };

  self.terms = tenure_terms_new (facts, day (AS_OF), NULL);
  self.providers = tenure_providers_new (self.terms);
  self.index = tenure_provider_index_new (facts);
  self.anatomy = tenure_anatomy_new (self.providers, 0, self.index->agreements, self.index->first[1]);
  return self;
}

static const TenureAnatomyPart *
part (const Dissected *self, guint i)
{
  return &g_array_index (self->anatomy->parts, TenureAnatomyPart, i);
}

static void
set_accounts (TenureFacts *facts, gint64 income, gint64 expenditure, gint64 reserves)
{
  TenureFactAccounts *accounts = &facts->organisations[0].accounts;

  accounts->income_known = accounts->expenditure_known = accounts->free_reserves_known = TRUE;
  accounts->income_minor = income * 100;
  accounts->expenditure_minor = expenditure * 100;
  accounts->free_reserves_minor = reserves * 100;
  accounts->currency = TENURE_CURRENCY_GBP;
}

/* £60,000 a year to 31 Jan 2027, £40,000 to 30 Jun 2027, other income of £20,000; cost £120,000 and reserves £30,000 a year:
 * it adds up to the penny until January. February to June lack £5,000 a month, which leaves £5,000; July lacks £8,333.33. */
static TenureFacts *
make_facts (void)
{
  g_autoptr (Fixture) fixture = fixture_with_provider ();
  TenureFactAgreement first = fixture_term (0, "2026-02-01", "2027-01-31", 60000);
  TenureFacts *facts;

  first.funder_without_cause = TENURE_FACT_NO;
  fixture_add_agreement (fixture, first);
  fixture_add_agreement (fixture, fixture_term (0, "2026-07-01", "2027-06-30", 40000));
  facts = fixture_end (fixture);
  set_accounts (facts, 120000, 120000, 30000);
  return facts;
}

static void
test_worked (void)
{
  g_auto (Dissected) self = dissect (make_facts ());
  const TenureAnatomy *anatomy = self.anatomy;

  g_assert_true (anatomy->below_told);
  g_assert_true (anatomy->reserves_told);
  g_assert_cmpint (anatomy->other_minor, ==, 2000000);
  g_assert_cmpint (anatomy->cost_minor, ==, 12000000);
  g_assert_cmpint (anatomy->horizon.months[anatomy->below_month].month, ==, day ("2027-02-01"));
  g_assert_cmpint (anatomy->horizon.months[anatomy->shortfall_month].month, ==, day ("2027-07-01"));
  g_assert_cmpint (anatomy->reserves_minor[0], ==, 3000000);
  g_assert_cmpint (anatomy->reserves_minor[2], ==, 3000000);
  g_assert_cmpint (anatomy->reserves_minor[3], ==, 2500000);
  g_assert_cmpint (anatomy->reserves_minor[7], ==, 500000);
  g_assert_cmpint (anatomy->reserves_minor[8], ==, -333334); /* −3,333.33…, rounded down */
  g_assert_null (tenure_anatomy_dup_missing (anatomy));
}

/* What lasts longest comes first; November to June are months 0 to 7. */
static void
test_parts (void)
{
  g_auto (Dissected) self = dissect (make_facts ());

  g_assert_cmpuint (self.anatomy->parts->len, ==, 2);
  g_assert_cmpint (part (&self, 0)->end, ==, day ("2027-06-30"));
  g_assert_cmpuint (part (&self, 0)->secured, ==, 0xff);
  g_assert_cmpuint (part (&self, 1)->secured, ==, 0x7);
  g_assert_cmpuint (part (&self, 1)->extended, ==, 0x7);
  g_assert_cmpint (part (&self, 0)->notice_by, ==, day ("2027-03-30"));
  g_assert_cmpint (part (&self, 1)->notice_by, ==, day ("2026-10-31"));
}

/* Three months before 31 January have gone, those before 30 June have not; a decision settles it. */
static void
test_words (void)
{
  TenureFacts *facts = make_facts ();
  g_autofree char *gone = NULL, *ahead = NULL, *decided = NULL;

  facts->agreements[1].funder_without_cause = TENURE_FACT_YES;
  facts->agreements[1].funder_notice = TENURE_DURATION_MONTHS (1);
  {
    g_auto (Dissected) self = dissect (facts);

    ahead = tenure_anatomy_dup_end_words (self.anatomy, part (&self, 0), day (AS_OF));
    gone = tenure_anatomy_dup_end_words (self.anatomy, part (&self, 1), day (AS_OF));
  }
  g_assert_cmpstr (ahead, ==,
                   "£40,000 a year until 30 Jun 2027; the Compact’s three months’ notice means saying so by 30 Mar 2027; its "
                   "funder may end it by less than three months’ notice");
  g_assert_cmpstr (gone, ==,
                   "£60,000 a year until 31 Jan 2027; the Compact’s three months’ notice would have meant saying so by 31 Oct "
                   "2026, and no decision is recorded");
  facts = make_facts ();
  facts->agreements[0].renewal = TENURE_RENEWAL_NOT_RENEWING;
  {
    g_auto (Dissected) self = dissect (facts);

    decided = tenure_anatomy_dup_end_words (self.anatomy, part (&self, 1), day (AS_OF));
  }
  g_assert_cmpstr (decided, ==, "£60,000 a year until 31 Jan 2027; what follows is decided");
}

/* What is open-ended is secured by its notice: the three months from 21 November. */
static void
test_open_ended (void)
{
  g_autoptr (Fixture) fixture = fixture_with_provider ();
  TenureFactAgreement open = fixture_term (0, "2024-02-01", NULL, 60000);
  g_autofree char *words = NULL, *notice = NULL;

  open.open_ended = TENURE_FACT_YES;
  open.basis = TENURE_BASIS_ANNUAL;
  open.funder_without_cause = TENURE_FACT_YES;
  open.funder_notice = TENURE_DURATION_MONTHS (3);
  fixture_add_agreement (fixture, open);
  {
    TenureFacts *facts = fixture_end (fixture);
    g_auto (Dissected) self = { 0 };

    set_accounts (facts, 120000, 120000, 30000);
    self = dissect (facts);
    g_assert_cmpuint (self.anatomy->parts->len, ==, 1);
    g_assert_false (tenure_day_is_known (part (&self, 0)->end));
    g_assert_cmpint (part (&self, 0)->secured_until, ==, day ("2027-02-20"));
    words = tenure_anatomy_dup_end_words (self.anatomy, part (&self, 0), day (AS_OF));
    notice = tenure_anatomy_dup_notice (part (&self, 0), day (AS_OF));
  }
  g_assert_cmpstr (words, ==, "£60,000 a year, open-ended; its notice secures it until 20 Feb 2027");
  g_assert_null (notice);
}

/* In short, for the picture. */
static void
test_notice (void)
{
  g_auto (Dissected) self = dissect (make_facts ());
  g_autofree char *ahead = tenure_anatomy_dup_notice (part (&self, 0), day (AS_OF));
  g_autofree char *gone = tenure_anatomy_dup_notice (part (&self, 1), day (AS_OF));

  g_assert_cmpstr (ahead, ==, "notice by 30 Mar 2027");
  g_assert_cmpstr (gone, ==, "notice was due by 31 Oct 2026");
}

/* Unknown is not zero: what rests on it is not told, and the rest is. */
static void
test_unknown (void)
{
  static const struct
  {
    gboolean income, expenditure, reserves, below, left;
    guint n_missing;
  } cases[] = {
    { TRUE, TRUE, TRUE, TRUE, TRUE, 0 },    { FALSE, TRUE, TRUE, FALSE, FALSE, 1 }, { TRUE, FALSE, TRUE, FALSE, FALSE, 1 },
    { TRUE, TRUE, FALSE, TRUE, FALSE, 1 },  { FALSE, FALSE, FALSE, FALSE, FALSE, 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureFacts *facts = make_facts ();

      facts->organisations[0].accounts.income_known = cases[i].income;
      facts->organisations[0].accounts.expenditure_known = cases[i].expenditure;
      facts->organisations[0].accounts.free_reserves_known = cases[i].reserves;
      {
        g_auto (Dissected) self = dissect (facts);
        g_autofree char *missing = tenure_anatomy_dup_missing (self.anatomy);

        g_assert_cmpint (self.anatomy->below_told, ==, cases[i].below);
        g_assert_cmpint (self.anatomy->reserves_told, ==, cases[i].left);
        g_assert_true ((missing == NULL) == (cases[i].n_missing == 0));
        g_assert_cmpint (self.anatomy->below_month, ==, cases[i].below ? 3 : -1);
        g_assert_cmpint (self.anatomy->shortfall_month, ==, cases[i].left ? 8 : -1);
        g_assert_cmpuint (self.anatomy->parts->len, ==, 2);
      }
    }
}

static void
test_explained (void)
{
  g_auto (Dissected) self = dissect (make_facts ());
  g_autoptr (TenureExplanation) explanation =
      tenure_provider_explain (self.providers, 0, self.index->agreements, self.index->first[1], TENURE_PROVIDER_FIGURE_SHORTFALL);
  g_autofree char *text = tenure_explanation_dup_text (explanation);

  g_assert_nonnull (strstr (text, "Secured income below cost from: Feb 2027"));
  g_assert_nonnull (strstr (text, "saying so by 30 Mar 2027"));
}

/* The months add up to the horizon, and the first that is short is that of the provider's figures. */
static void
test_random (void)
{
  guint n_short = 0;

  for (guint32 seed = 0; seed < ROUNDS; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (Fixture) fixture = fixture_with_provider ();
      TenureProviderFigures figures;
      TenureFacts *facts;

      for (gint32 i = 0; i < 6; i++)
        {
          TenureFactAgreement agreement = fixture_term (0, NULL, NULL, g_rand_int_range (rand, 0, 50) * 997);

          agreement.basis = TENURE_BASIS_ANNUAL;
          agreement.start = day (AS_OF) + g_rand_int_range (rand, -600, 300);
          agreement.end = agreement.start + g_rand_int_range (rand, 0, 1400);
          agreement.funder_without_cause = (gint8) g_rand_int_range (rand, -1, 2);
          agreement.funder_notice = TENURE_DURATION_MONTHS ((gint16) g_rand_int_range (rand, 0, 9));
          agreement.lead = g_rand_boolean (rand) ? g_rand_int_range (rand, -1, i) : -1;
          agreement.predecessor = g_rand_boolean (rand) ? g_rand_int_range (rand, -1, i) : -1;
          fixture_add_agreement (fixture, agreement);
        }
      facts = fixture_end (fixture);
      set_accounts (facts, g_rand_int_range (rand, 0, 200) * 1000, g_rand_int_range (rand, 1, 200) * 1000,
                    g_rand_int_range (rand, 0, 100) * 1000);
      {
        g_auto (Dissected) self = dissect (facts);

        figures = tenure_provider_figures (self.providers, 0, self.index->agreements, self.index->first[1]);
        g_assert_cmpint (self.anatomy->reserves_told, ==, figures.shortfall_known);
        g_assert_cmpint (self.anatomy->shortfall_month >= 0
                             ? self.anatomy->horizon.months[self.anatomy->shortfall_month].month
                             : TENURE_DAY_NONE,
                         ==, figures.shortfall_month);
        for (guint month = 0; month < TENURE_HORIZON_MONTHS; month++)
          {
            gint64 secured = 0, extended = 0;

            for (guint i = 0; i < self.anatomy->parts->len; i++)
              {
                secured += (part (&self, i)->secured >> month & 1) != 0 ? part (&self, i)->annual_minor : 0;
                extended += (part (&self, i)->extended >> month & 1) != 0 ? part (&self, i)->annual_minor : 0;
              }
            g_assert_cmpint (secured, ==, self.anatomy->horizon.months[month].secured.minor);
            g_assert_cmpint (extended, ==, self.anatomy->horizon.months[month].extended.minor);
          }
        n_short += self.anatomy->shortfall_month >= 0;
      }
    }
  g_assert_cmpuint (n_short, >, ROUNDS / 10);
  g_assert_cmpuint (n_short, <, ROUNDS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/anatomy/worked", test_worked);
  g_test_add_func ("/anatomy/parts", test_parts);
  g_test_add_func ("/anatomy/words", test_words);
  g_test_add_func ("/anatomy/open-ended", test_open_ended);
  g_test_add_func ("/anatomy/notice", test_notice);
  g_test_add_func ("/anatomy/unknown", test_unknown);
  g_test_add_func ("/anatomy/explained", test_explained);
  g_test_add_func ("/anatomy/random", test_random);
  return g_test_run ();
}
