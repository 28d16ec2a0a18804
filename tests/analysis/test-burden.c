/* What bidding and monitoring cost, of the value. */

#include "analysis/burden.h"
#include "fixture.h"

#include <math.h>

/* -1 for what is not recorded; amounts in pounds. */
typedef struct
{
  const char *name;
  const char *end; /* of a term from 1 Apr 2026 */
  gint64 value;
  TenureValueBasis basis;
  gint64 bid, monitoring;
  double ratio; /* -1: cannot tell */
  gint64 over_term;
} Case;

static const Case cases[] = {
  { "three years at a yearly value", "2029-03-31", 36000, TENURE_BASIS_ANNUAL, 1200, 1400, 0.05, 4200 },
  { "the same as a total", "2029-03-31", 108000, TENURE_BASIS_TOTAL, 1200, 4200, 0.05, 4200 },
  { "half a year at a yearly value", "2026-09-30", 40000, TENURE_BASIS_ANNUAL, 500, 1000, 0.05, 500 },
  { "nothing was spent on either", "2029-03-31", 108000, TENURE_BASIS_TOTAL, 0, 0, 0, 0 },
  { "more than it brings", "2027-03-31", 1000, TENURE_BASIS_TOTAL, 1200, 300, 1.5, 300 },
  { "bid not recorded", "2029-03-31", 108000, TENURE_BASIS_TOTAL, -1, 4200, -1 },
  { "monitoring not recorded", "2029-03-31", 108000, TENURE_BASIS_TOTAL, 1200, -1, -1 },
  { "value not recorded", "2029-03-31", -1, TENURE_BASIS_TOTAL, 1200, 4200, -1 },
  { "total or yearly, who knows", "2029-03-31", 36000, TENURE_BASIS_UNKNOWN, 1200, 1400, -1 },
  { "a yearly value, for who knows how long", NULL, 36000, TENURE_BASIS_ANNUAL, 1200, 1400, -1 },
  { "a value of nothing", "2029-03-31", 0, TENURE_BASIS_TOTAL, 1200, 1400, -1 },
  { "a yearly value of nothing", "2029-03-31", 0, TENURE_BASIS_ANNUAL, 1200, 1400, -1 },
  { "beyond counting", "2029-03-31", 36000, TENURE_BASIS_ANNUAL, 1200, G_MAXINT64 / 100, -1 },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureTerms) terms = NULL;
  TenureFactAgreement agreement = fixture_term (-1, "2026-04-01", c->end, c->value);
  TenureBurden burden;

  agreement.basis = c->basis;
  agreement.bid_cost_known = c->bid >= 0;
  agreement.bid_cost_minor = c->bid >= 0 ? c->bid * 100 : 0;
  agreement.monitoring_cost_known = c->monitoring >= 0;
  agreement.monitoring_cost_minor = c->monitoring >= 0 ? c->monitoring * 100 : 0;
  fixture_add_agreement (fixture, agreement);
  facts = fixture_end (fixture);
  terms = tenure_terms_new (facts, day ("2026-11-21"), NULL);
  burden = tenure_agreement_burden (terms, 0);
  g_assert_cmpint (burden.ratio.unit, ==, TENURE_FIGURE_UNIT_RATIO);
  g_assert_cmpuint (burden.ratio.of, ==, 1);
  if (c->ratio < 0)
    {
      g_assert_cmpint (burden.ratio.kind, ==, TENURE_FIGURE_CANNOT_TELL);
      g_assert_cmpuint (burden.ratio.known, ==, 0);
      return;
    }
  g_assert_cmpint (burden.ratio.kind, ==, TENURE_FIGURE_DOUBLE);
  g_assert_true (fabs (burden.ratio.number - c->ratio) < 1e-12);
  g_assert_cmpint (burden.monitoring_minor, ==, c->over_term * 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/burden/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
