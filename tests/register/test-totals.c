/* The row of totals: a worked example in two currencies, and random agreements against a slow sum. */

#include "register/totals.h"

#include "fixture.h"

#define AS_OF "2026-11-21"

static TenureFactAgreement
agreement (const char *start, const char *end, gint64 pounds)
{
  TenureFactAgreement fact = fixture_term (0, start, end, pounds);

  fact.basis = TENURE_BASIS_ANNUAL;
  return fact;
}

static void
test_worked (void)
{
  TenureFactAgreement facts_of[] = {
    agreement ("2026-04-01", "2027-03-31", 12000), /* runs: £12,000 a year, £12,000 in all */
    agreement ("2025-04-01", "2027-03-31", 5000),  /* runs: £5,000 a year, £10,000 in all */
    agreement ("2024-04-01", "2025-03-31", 7000),  /* over: £7,000 in all */
    agreement ("2026-04-01", "2027-03-31", -1),    /* runs, worth not known */
    agreement ("2026-04-01", "2027-03-31", 900),   /* runs, in euro */
  };
  TenureFacts *facts = tenure_facts_new ();
  const guint32 all[] = { 0, 1, 2, 3, 4 };
  g_autoptr (TenureTotals) totals = NULL, few = NULL, none = NULL;
  g_autoptr (TenureTerms) terms = NULL;
  g_autoptr (TenureExplanation) explanation = NULL;
  g_autofree char *label = NULL;
  g_autofree char *empty = NULL;

  facts_of[4].currency = tenure_currency_from_code ("EUR");
  facts->agreements = g_memdup2 (facts_of, sizeof facts_of);
  facts->n_agreements = G_N_ELEMENTS (facts_of);
  for (guint i = 0; i < facts->n_agreements; i++)
    {
      facts->agreements[i].id = i + 1;
      facts->agreements[i].provider = -1;
      facts->agreements[i].title = "Any";
    }
  terms = tenure_terms_new (facts, day (AS_OF), NULL);
  totals = tenure_totals_new (terms, all, G_N_ELEMENTS (all));
  label = tenure_totals_dup_label (totals);
  g_assert_cmpstr (label, ==,
                   "5 agreements, 4 running: €900 + £17,000 a year (3 of 4 known) · €900 + £29,000 in all (4 of 5 known)");
  few = tenure_totals_new (terms, all + 2, 1);
  g_assert_cmpuint (few->n_running, ==, 0);
  g_assert_cmpuint (few->annual->len, ==, 0);
  g_assert_cmpint (g_array_index (few->value, TenureCurrencySum, 0).sum.minor, ==, 700000);
  none = tenure_totals_new (terms, NULL, 0);
  empty = tenure_totals_dup_label (none);
  g_assert_cmpstr (empty, ==, "0 agreements");
  explanation = tenure_totals_explain (terms, all, G_N_ELEMENTS (all));
  g_assert_cmpuint (explanation->lines->len, ==, 5);
  g_assert_cmpuint (explanation->missing->len, ==, 1);
  g_assert_cmpstr (explanation->summary, ==, label);
  g_clear_pointer (&terms, tenure_terms_free);
  tenure_facts_free (facts);
}

/* An alliance with £100,000 passes £40,000 on: what is listed with its lead is not added again. */
static void
test_passed_on (void)
{
  static const guint32 both[] = { 0, 1 }, below[] = { 1 };
  TenureFacts *facts = tenure_facts_new ();
  g_autoptr (TenureTerms) terms = NULL;
  g_autoptr (TenureTotals) once = NULL, alone = NULL;
  g_autoptr (TenureExplanation) explanation = NULL;
  g_autofree char *label = NULL;
  g_autofree char *own = NULL;

  facts->agreements = g_new0 (TenureFactAgreement, 2);
  facts->n_agreements = 2;
  for (guint i = 0; i < 2; i++)
    {
      facts->agreements[i] = agreement ("2026-04-01", "2027-03-31", i == 0 ? 100000 : 40000);
      facts->agreements[i].id = i + 1;
      facts->agreements[i].provider = -1;
      facts->agreements[i].title = i == 0 ? "Alliance" : "Peer support";
    }
  facts->agreements[1].lead = 0;
  terms = tenure_terms_new (facts, day (AS_OF), NULL);
  once = tenure_totals_new (terms, both, 2);
  label = tenure_totals_dup_label (once);
  g_assert_cmpstr (label, ==,
                   "2 agreements, 2 running: £100,000 a year (2 of 2 known) · £100,000 in all (2 of 2 known)"
                   " · 1 counted in its lead");
  explanation = tenure_totals_explain (terms, both, 2);
  g_assert_cmpstr (g_array_index (explanation->apart, TenureExplanationLine, 0).value, ==, "counted in “Alliance”");
  alone = tenure_totals_new (terms, below, 1);
  own = tenure_totals_dup_label (alone);
  g_assert_cmpstr (own, ==, "1 agreement, 1 running: £40,000 a year (1 of 1 known) · £40,000 in all (1 of 1 known)");
  g_clear_pointer (&terms, tenure_terms_free);
  tenure_facts_free (facts);
}

/* £36,000 for three years, of which two never came: counted as agreed, and said to be. An end early that is still to come is
 * one too; where nothing is worth anything known, there is nothing to say. */
static void
test_ended_early (void)
{
  static const struct
  {
    const char *terminated;
    gint64 pounds;
    const char *label, *line;
  } cases[] = {
    { "2026-03-31", 36000,
      "1 agreement, none running · £36,000 in all (1 of 1 known) · 1 ends early, counted as agreed",
      "terminated, £36,000 in all as agreed, ends early" },
    { "2027-03-31", 36000,
      "1 agreement, 1 running: £12,000 a year (1 of 1 known) · £36,000 in all (1 of 1 known) · 1 ends early, counted as agreed",
      "£12,000 a year, £36,000 in all as agreed, ends early" },
    { "2028-03-31", 36000, "1 agreement, 1 running: £12,000 a year (1 of 1 known) · £36,000 in all (1 of 1 known)",
      "£12,000 a year, £36,000 in all" },
    { "2026-03-31", -1, "1 agreement, none running · value for the whole term not known", "terminated, value in all not known" },
  };
  static const guint32 all[] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureFacts *facts = tenure_facts_new ();
      g_autoptr (TenureTerms) terms = NULL;
      g_autoptr (TenureTotals) totals = NULL;
      g_autoptr (TenureExplanation) explanation = NULL;
      g_autofree char *label = NULL;

      facts->agreements = g_new0 (TenureFactAgreement, 1);
      facts->n_agreements = 1;
      facts->agreements[0] = fixture_term (0, "2025-04-01", "2028-03-31", cases[i].pounds);
      facts->agreements[0].terminated = day (cases[i].terminated);
      facts->agreements[0].id = 1;
      facts->agreements[0].provider = -1;
      facts->agreements[0].title = "Any";
      terms = tenure_terms_new (facts, day (AS_OF), NULL);
      totals = tenure_totals_new (terms, all, 1);
      label = tenure_totals_dup_label (totals);
      g_assert_cmpstr (label, ==, cases[i].label);
      explanation = tenure_totals_explain (terms, all, 1);
      g_assert_cmpstr (g_array_index (explanation->lines, TenureExplanationLine, 0).value, ==, cases[i].line);
      g_clear_pointer (&terms, tenure_terms_free);
      tenure_facts_free (facts);
    }
}

static void
test_random (void)
{
  for (int round = 0; round < 200; round++)
    {
      TenureFacts *facts = tenure_facts_new ();
      guint n = (guint) g_test_rand_int_range (0, 30), chosen = 0, running = 0, known = 0;
      guint32 rows[30];
      gint64 pounds = 0;
      g_autoptr (TenureTerms) terms = NULL;
      g_autoptr (TenureTotals) totals = NULL;

      facts->agreements = g_new0 (TenureFactAgreement, MAX (n, 1));
      facts->n_agreements = n;
      for (guint i = 0; i < n; i++)
        {
          facts->agreements[i] = agreement ("2026-01-01", g_test_rand_bit () ? "2026-12-31" : "2026-06-30",
                                            g_test_rand_int_range (-1, 3));
          facts->agreements[i].id = i + 1;
          facts->agreements[i].provider = -1;
          if (g_test_rand_bit ())
            rows[chosen++] = i;
        }
      terms = tenure_terms_new (facts, day (AS_OF), NULL);
      totals = tenure_totals_new (terms, rows, chosen);
      for (guint i = 0; i < chosen; i++)
        if (terms->facts->agreements[rows[i]].end >= day (AS_OF))
          {
            const TenureFactAgreement *fact = &facts->agreements[rows[i]];

            running++;
            known += fact->value_known;
            pounds += fact->value_known ? fact->value_minor : 0;
          }
      g_assert_cmpuint (totals->n_running, ==, running);
      g_assert_cmpuint (totals->annual_known, ==, known);
      g_assert_cmpint (totals->annual->len > 0 ? g_array_index (totals->annual, TenureCurrencySum, 0).sum.minor : 0, ==, pounds);
      g_clear_pointer (&terms, tenure_terms_free);
      tenure_facts_free (facts);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/totals/worked", test_worked);
  g_test_add_func ("/totals/passed-on", test_passed_on);
  g_test_add_func ("/totals/ended-early", test_ended_early);
  g_test_add_func ("/totals/random", test_random);
  return g_test_run ();
}
