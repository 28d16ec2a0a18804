/* How much of the full cost is paid for, at, just under and just over the whole, and with inputs unknown. */

#include "analysis/full-cost.h"
#include "fixture.h"

#define EUR TENURE_CURRENCY ('E', 'U', 'R')

/* -1 for what is not recorded; amounts in pence. */
typedef struct
{
  const char *name;
  gint64 value, other, cost;
  gint64 lines[2];      /* 0: no line */
  gboolean second_euro; /* the second line is in euros */
  const char *label;    /* NULL: cannot tell */
  guint64 missing;
} Case;

static const Case cases[] = {
  /* The worked example. */
  { "five short of a hundred", 9000000, 500000, 10000000, .label = "95.0 %" },
  { "whole", 9500000, 500000, 10000000, .label = "100.0 %" },
  { "a penny short is not whole", 9999999, 0, 10000000, .label = "99.9 %" },
  { "a penny more", 10000001, 0, 10000000, .label = "100.0 %" },
  { "more than it costs", 12345678, 0, 10000000, .label = "123.5 %" },
  { "half to even, down", 9450, 0, 100000, .label = "9.4 %" },
  { "half to even, up", 9550, 0, 100000, .label = "9.6 %" },
  { "nothing is paid", 0, 0, 100, .label = "0.0 %" },
  { "money that is owed back", -500, 0, 10000, .label = "-5.0 %" },
  { "from its lines", 9000000, 500000, -1, { 6000000, 4000000 }, .label = "95.0 %" },
  { "a whole beside its lines", 9000000, 500000, 10000000, { 1, 2 }, .label = "95.0 %" },
  { "lines in two currencies", 9000000, 500000, -1, { 6000000, 4000000 }, TRUE, .missing = TENURE_MISSING_FULL_COST },
  { "lines beyond counting", 9000000, 0, -1, { G_MAXINT64, 1 }, .missing = TENURE_MISSING_FULL_COST },
  { "money beyond 63 bits", G_MAXINT64, G_MAXINT64, G_MAXINT64, .label = "200.0 %" },
  { "no cost", 9000000, 500000, -1, .missing = TENURE_MISSING_FULL_COST },
  { "no value", -1, 500000, 10000000, .missing = TENURE_MISSING_VALUE },
  { "others not recorded", 9000000, -1, 10000000, .missing = TENURE_MISSING_OTHER_FUNDING },
  { "nothing recorded", -1, -1, -1,
    .missing = TENURE_MISSING_VALUE | TENURE_MISSING_OTHER_FUNDING | TENURE_MISSING_FULL_COST },
  { "a cost of nothing", 9000000, 0, 0 },
};

static void
add_lines (Fixture *fixture, const Case *c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (c->lines); i++)
    if (c->lines[i] != 0)
      {
        fixture_add_cost (fixture, 0);
        g_array_index (fixture->costs, TenureFactCost, i).minor = c->lines[i];
        if (i > 0 && c->second_euro)
          g_array_index (fixture->costs, TenureFactCost, i).currency = EUR;
      }
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureTerms) terms = NULL;
  TenureFactAgreement agreement = fixture_term (-1, "2026-04-01", "2027-03-31", 0);
  TenureFullCost cost;

  agreement.value_known = c->value != -1;
  agreement.value_minor = c->value;
  agreement.other_funding_known = c->other != -1;
  agreement.other_funding_minor = c->other;
  agreement.full_cost_known = c->cost != -1;
  agreement.full_cost_minor = c->cost;
  fixture_add_agreement (fixture, agreement);
  add_lines (fixture, c);
  facts = fixture_end (fixture);
  terms = tenure_terms_new (facts, day ("2026-11-21"), NULL);
  cost = tenure_full_cost (terms, 0);
  g_assert_cmphex (cost.missing, ==, c->missing);
  g_assert_cmpint (cost.known, ==, c->label != NULL);
  if (c->label != NULL)
    {
      g_autofree char *label = tenure_full_cost_dup_label (&cost);

      g_assert_cmpstr (label, ==, c->label);
      g_assert_cmpint (tenure_full_cost_is_reached (&cost, 10000), ==, tenure_full_cost_get_tenths (&cost) >= 1000);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/full-cost/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
