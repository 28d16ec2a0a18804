#include "fixture.h"

#include "analysis/remaining.h"

#define CHECK_TOLERANCE 1e-9

/* Worked example, on 1 October 2026: £36,000 a year with 6 months left, £12,000 a year with 18 months left:
 * (36 × 6 + 12 × 18) ÷ 48 = 9 months. An ended one, one without a value and one without an end stay out. */
static void
test_worked (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  gint32 provider = fixture_add_organisation (fixture, "Lantern Trust", TENURE_FACT_YES);
  const guint32 all[] = { 0, 1, 2, 3, 4 };
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureTerms) terms = NULL;
  TenureFigure mean;

  fixture_add_agreement (fixture, fixture_term (provider, "2026-04-01", "2027-03-31", 36000));
  fixture_add_agreement (fixture, fixture_term (provider, "2026-04-01", "2028-03-31", 24000));
  fixture_add_agreement (fixture, fixture_term (provider, "2025-04-01", "2026-03-31", 99000));
  fixture_add_agreement (fixture, fixture_term (provider, "2026-04-01", "2029-03-31", -1));
  fixture_add_agreement (fixture, fixture_term (provider, "2026-04-01", NULL, 50000));
  facts = fixture_end (fixture);
  terms = tenure_terms_new (facts, day ("2026-10-01"), NULL);
  mean = tenure_remaining_mean (terms, all, G_N_ELEMENTS (all));
  g_assert_cmpint (mean.kind, ==, TENURE_FIGURE_DOUBLE);
  g_assert_cmpint (mean.unit, ==, TENURE_FIGURE_UNIT_MONTHS);
  g_assert_cmpfloat_with_epsilon (mean.number, 9, CHECK_TOLERANCE);
  g_assert_cmpuint (mean.known, ==, 2);
  g_assert_cmpuint (mean.of, ==, 3);
}

/* A signed successor without a gap carries on; one after a gap does not. */
static void
test_cover (void)
{
  static const struct
  {
    const char *name, *start, *signed_day;
    double months;
  } cases[] = {
    { "follows at once", "2027-04-01", "2026-09-01", 18 },
    { "after a gap", "2027-05-01", "2026-09-01", 6 },
    { "not signed yet", "2027-04-01", "2026-11-01", 6 },
    { "not signed at all", "2027-04-01", NULL, 6 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      gint32 provider = fixture_add_organisation (fixture, "Lantern Trust", TENURE_FACT_YES);
      TenureFactAgreement renewal = fixture_term (provider, cases[i].start, "2028-03-31", 12000);
      const guint32 both[] = { 0, 1 };
      g_autoptr (TenureFacts) facts = NULL;
      g_autoptr (TenureTerms) terms = NULL;
      TenureFigure mean;

      g_test_message ("%s", cases[i].name);
      renewal.predecessor = fixture_add_agreement (fixture, fixture_term (provider, "2026-04-01", "2027-03-31", 12000));
      renewal.signed_day = day (cases[i].signed_day);
      fixture_add_agreement (fixture, renewal);
      facts = fixture_end (fixture);
      terms = tenure_terms_new (facts, day ("2026-10-01"), NULL);
      mean = tenure_remaining_mean (terms, both, G_N_ELEMENTS (both));
      g_assert_cmpfloat_with_epsilon (mean.number, cases[i].months, CHECK_TOLERANCE);
      g_assert_cmpuint (mean.known, ==, 1);
    }
}

/* To 31 Mar 2027, renewed to the same day, and that renewal renewed for a year: the year counts. What is worth nothing does
 * not enter. */
static void
test_same_end (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  gint32 provider = fixture_add_organisation (fixture, "Lantern Trust", TENURE_FACT_YES);
  TenureFactAgreement second = fixture_term (provider, "2026-06-01", "2027-03-31", 0);
  TenureFactAgreement third = fixture_term (provider, "2027-04-01", "2028-03-31", 12000);
  const guint32 all[] = { 0, 1, 2 };
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureTerms) terms = NULL;
  TenureFigure mean;

  second.predecessor = fixture_add_agreement (fixture, fixture_term (provider, "2026-04-01", "2027-03-31", 12000));
  second.signed_day = third.signed_day = day ("2026-05-01");
  third.predecessor = fixture_add_agreement (fixture, second);
  fixture_add_agreement (fixture, third);
  facts = fixture_end (fixture);
  terms = tenure_terms_new (facts, day ("2026-10-01"), NULL);
  mean = tenure_remaining_mean (terms, all, G_N_ELEMENTS (all));
  g_assert_cmpfloat_with_epsilon (mean.number, 18, CHECK_TOLERANCE);
  g_assert_cmpuint (mean.known, ==, 1);
  g_assert_cmpuint (mean.of, ==, 2);
}

/* Nothing running, or nothing at all, is no zero. */
static void
test_cannot_tell (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  gint32 provider = fixture_add_organisation (fixture, "Lantern Trust", TENURE_FACT_YES);
  const guint32 one[] = { 0 };
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureTerms) terms = NULL;

  fixture_add_agreement (fixture, fixture_term (provider, "2020-04-01", "2021-03-31", 12000));
  facts = fixture_end (fixture);
  terms = tenure_terms_new (facts, day ("2026-10-01"), NULL);
  g_assert_cmpint (tenure_remaining_mean (terms, one, 1).kind, ==, TENURE_FIGURE_CANNOT_TELL);
  g_assert_cmpint (tenure_remaining_mean (terms, NULL, 0).kind, ==, TENURE_FIGURE_CANNOT_TELL);
}

/* Currencies are never added: the one of most agreements counts. */
static void
test_currencies (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  gint32 provider = fixture_add_organisation (fixture, "Lantern Trust", TENURE_FACT_YES);
  TenureFactAgreement euro = fixture_term (provider, "2026-04-01", "2029-03-31", 90000);
  const guint32 all[] = { 0, 1, 2 };
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureTerms) terms = NULL;
  TenureFigure mean;

  euro.currency = TENURE_CURRENCY ('E', 'U', 'R');
  fixture_add_agreement (fixture, euro);
  fixture_add_agreement (fixture, fixture_term (provider, "2026-04-01", "2027-03-31", 10000));
  fixture_add_agreement (fixture, fixture_term (provider, "2026-04-01", "2027-03-31", 20000));
  facts = fixture_end (fixture);
  terms = tenure_terms_new (facts, day ("2026-10-01"), NULL);
  mean = tenure_remaining_mean (terms, all, G_N_ELEMENTS (all));
  g_assert_cmpfloat_with_epsilon (mean.number, 6, CHECK_TOLERANCE);
  g_assert_cmpuint (mean.known, ==, 2);
  g_assert_cmpuint (mean.of, ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/remaining/worked", test_worked);
  g_test_add_func ("/remaining/cover", test_cover);
  g_test_add_func ("/remaining/same-end", test_same_end);
  g_test_add_func ("/remaining/cannot-tell", test_cannot_tell);
  g_test_add_func ("/remaining/currencies", test_currencies);
  return g_test_run ();
}
