/* All that cannot be true in the agreements of a document: which agreement each is of, in which order, at which field. */

#include "analysis/contradiction-list.h"
#include "fixture.h"

/* Each agreement of the facts below with what is wrong with it: "code:field …". */
static const char *const expected[] = {
  "",
  "end-before-start:end",
  "length-disagrees:duration",
  "amount-implausible:full_cost value-negative:value",
  "annual-above-total:annual_value renews-later:predecessor",
  "renewal-loop:predecessor",
  "renewal-loop:predecessor",
  "sub-after-lead:lead_agreement",
  "lead-loop:lead_agreement",
};

static TenureFacts *
make_facts (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  gint32 lantern = fixture_add_organisation (fixture, "Lantern Trust", TENURE_FACT_YES);
  TenureFactAgreement agreement;

  fixture_add_agreement (fixture, fixture_term (lantern, "2026-04-01", "2027-03-31", 1000));
  fixture_add_agreement (fixture, fixture_term (lantern, "2026-04-01", "2026-03-31", 1000));
  agreement = fixture_term (lantern, "2026-04-01", "2027-03-31", 1000);
  agreement.duration = TENURE_DURATION_MONTHS (36);
  fixture_add_agreement (fixture, agreement);
  agreement = fixture_term (lantern, "2026-04-01", "2027-03-31", 1000);
  agreement.value_minor = -1;
  agreement.full_cost_known = TRUE;
  agreement.full_cost_minor = G_MAXINT64 / 2;
  fixture_add_agreement (fixture, agreement);
  agreement = fixture_term (lantern, "2020-04-01", "2023-03-31", 1000);
  agreement.annual_known = TRUE;
  agreement.annual_minor = 100001;
  agreement.predecessor = 0;
  fixture_add_agreement (fixture, agreement);
  agreement = fixture_term (lantern, "2026-04-01", "2027-03-31", 1000);
  agreement.predecessor = 6;
  fixture_add_agreement (fixture, agreement);
  agreement.predecessor = 5;
  fixture_add_agreement (fixture, agreement);
  agreement = fixture_term (lantern, "2026-04-01", "2028-03-31", 10);
  agreement.lead = 0;
  fixture_add_agreement (fixture, agreement);
  agreement = fixture_term (lantern, "2026-04-01", "2027-03-31", 10);
  agreement.lead = 8;
  fixture_add_agreement (fixture, agreement);
  return fixture_end (fixture);
}

static void
test_list (void)
{
  g_autoptr (TenureFacts) facts = make_facts ();
  g_autoptr (TenureTerms) terms = tenure_terms_new (facts, day ("2026-11-21"), NULL);
  g_autoptr (TenureContradictionList) list = tenure_contradiction_list_new (terms);
  g_autoptr (TenureContradictionList) kept = tenure_contradiction_list_ref (list);
  guint total = 0;

  g_assert_cmpuint (facts->n_agreements, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < facts->n_agreements; i++)
    {
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint k = 0; k < tenure_contradiction_list_count (list, i); k++)
        {
          const TenureContradiction *contradiction = tenure_contradiction_list_get (kept, i, k);

          g_assert_true (g_str_has_suffix (contradiction->message, "."));
          g_string_append_printf (found, "%s%s:%s", k > 0 ? " " : "", contradiction->code, contradiction->field);
        }
      g_test_message ("agreement %u", i);
      g_assert_cmpstr (found->str, ==, expected[i]);
      total += tenure_contradiction_list_count (list, i);
    }
  g_assert_cmpuint (list->found->len, ==, total);
}

static void
test_empty (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TenureFacts) facts = fixture_end (fixture);
  g_autoptr (TenureTerms) terms = tenure_terms_new (facts, day ("2026-11-21"), NULL);
  g_autoptr (TenureContradictionList) list = tenure_contradiction_list_new (terms);

  g_assert_cmpuint (list->found->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contradiction-list/list", test_list);
  g_test_add_func ("/contradiction-list/empty", test_empty);
  return g_test_run ();
}
