/* What runs between agreements: signed successors, chains, gaps, rollovers, and links that make no sense. */

#include "analysis/term.h"

#include "fixture.h"

#define AS_OF "2026-11-21"

static gint32
add_term (Fixture *fixture, const char *start, const char *end, gint32 predecessor, const char *signed_day)
{
  TenureFactAgreement agreement = fixture_term (0, start, end, 12000);

  agreement.predecessor = predecessor;
  agreement.signed_day = day (signed_day);
  return fixture_add_agreement (fixture, agreement);
}

static void
test_cover (void)
{
  static const struct
  {
    const char *end, *start, *signed_day;
    gboolean is_signed, covers;
  } cases[] = {
    { "2027-03-31", "2027-04-01", "2026-11-21", TRUE, TRUE },
    { "2027-03-31", "2027-01-01", "2026-11-21", TRUE, TRUE },
    { "2027-03-31", "2027-04-01", "2026-11-22", FALSE, FALSE },
    { "2027-03-31", "2027-04-01", NULL, FALSE, FALSE },
    /* Signed, and a day or a year late: until then nothing covers. */
    { "2027-03-31", "2027-04-02", "2026-11-21", TRUE, FALSE },
    { "2027-03-31", "2028-04-01", "2026-11-21", TRUE, FALSE },
    /* Already running without a recorded signature: it is in force. */
    { "2027-03-31", "2026-11-21", NULL, TRUE, TRUE },
    { "2027-03-31", "2026-11-22", NULL, FALSE, FALSE },
    /* The gap is over, or lasts still. */
    { "2026-03-31", "2026-11-21", NULL, TRUE, TRUE },
    { "2026-03-31", "2026-11-22", "2026-11-01", TRUE, FALSE },
    /* Without an end, only what has begun is sure to cover. */
    { NULL, "2026-11-21", "2026-11-01", TRUE, TRUE },
    { NULL, "2026-11-22", "2026-11-01", TRUE, FALSE },
    { "2027-03-31", NULL, "2026-11-01", TRUE, FALSE },
    { "2027-03-31", NULL, NULL, FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autoptr (TenureFacts) facts = NULL;
      g_autoptr (TenureTerms) terms = NULL;

      fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
      add_term (fixture, "2024-04-01", cases[i].end, -1, NULL);
      add_term (fixture, cases[i].start, "2030-03-31", 0, cases[i].signed_day);
      facts = fixture_end (fixture);
      terms = tenure_terms_new (facts, day (AS_OF), NULL);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_true (terms->agreements[0].covered == cases[i].covers);
      g_assert_cmpint (terms->agreements[0].successor, ==, cases[i].is_signed ? 1 : -1);
      g_assert_cmpint (terms->agreements[0].covered_from, ==, cases[i].is_signed ? day (cases[i].start) : TENURE_DAY_NONE);
    }
}

/* Of two signed successors the one that starts first counts. */
static void
test_first_successor (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureTerms) terms = NULL;

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  add_term (fixture, "2024-04-01", "2027-03-31", -1, NULL);
  add_term (fixture, NULL, NULL, 0, "2026-01-01");
  add_term (fixture, "2027-07-01", "2028-03-31", 0, "2026-01-01");
  add_term (fixture, "2027-04-01", "2028-03-31", 0, "2026-01-01");
  facts = fixture_end (fixture);
  terms = tenure_terms_new (facts, day (AS_OF), NULL);
  g_assert_cmpint (terms->agreements[0].successor, ==, 3);
  g_assert_cmpint (terms->agreements[0].covered_from, ==, day ("2027-04-01"));
}

static void
test_chain (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureTerms) terms = NULL;
  /* The third follows the second, which follows the last added; another branch leaves the second. */
  static const struct
  {
    gint32 chain, position, length;
  } expected[] = { { 3, 2, 4 }, { 3, 3, 4 }, { 3, 4, 4 }, { 3, 1, 4 }, { 3, 3, 3 }, { 5, 1, 1 } };

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  add_term (fixture, "2024-04-01", "2025-03-31", 3, NULL);
  add_term (fixture, "2025-04-01", "2026-03-31", 0, NULL);
  add_term (fixture, "2026-04-01", "2027-03-31", 1, NULL);
  add_term (fixture, "2023-04-01", "2024-03-31", -1, NULL);
  add_term (fixture, "2025-04-15", "2026-03-31", 0, "2025-05-01");
  add_term (fixture, "2025-04-15", "2026-03-31", -1, NULL);
  facts = fixture_end (fixture);
  terms = tenure_terms_new (facts, day (AS_OF), NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_test_message ("agreement %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (terms->agreements[i].chain, ==, expected[i].chain);
      g_assert_cmpint (terms->agreements[i].chain_position, ==, expected[i].position);
      g_assert_cmpint (terms->agreements[i].chain_length, ==, expected[i].length);
    }
  g_assert_true (terms->agreements[1].gap_known);
  g_assert_cmpint (terms->agreements[1].gap_days, ==, 0);
  g_assert_cmpint (terms->agreements[4].gap_days, ==, 14);
  g_assert_cmpint (terms->agreements[4].late_days, ==, 16);
  g_assert_false (terms->agreements[3].gap_known);
}

/* To itself, out of range, round in a loop, and into a loop: none of it counts, and what hangs on is a chain of its own. */
static void
test_senseless_links (void)
{
  static const gint32 links[] = { 0, 99, -7, 4, 5, 3, 3, 6 };
  static const gint32 positions[] = { 1, 1, 1, 1, 1, 1, 2, 3 };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureTerms) terms = NULL;

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    add_term (fixture, "2025-04-01", "2026-03-31", links[i], NULL);
  facts = fixture_end (fixture);
  terms = tenure_terms_new (facts, day (AS_OF), NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (positions); i++)
    {
      g_test_message ("agreement %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (terms->agreements[i].chain_position, ==, positions[i]);
    }
  g_assert_cmpint (terms->agreements[7].chain, ==, 3);
}

/* A chain as long as a document, and a loop as long. */
static void
test_long_chain (void)
{
  const gint32 n = 50000;
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureTerms) chain = NULL, loop = NULL;

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  for (gint32 i = 0; i < n; i++)
    add_term (fixture, "2025-04-01", "2026-03-31", i + 1 < n ? i + 1 : -1, NULL);
  facts = fixture_end (fixture);
  chain = tenure_terms_new (facts, day (AS_OF), NULL);
  g_assert_cmpint (chain->agreements[0].chain_position, ==, n);
  g_assert_cmpint (chain->agreements[n - 1].chain_length, ==, n);
  facts->agreements[n - 1].predecessor = 0;
  loop = tenure_terms_new (facts, day (AS_OF), NULL);
  for (gint32 i = 0; i < n; i++)
    g_assert_cmpint (loop->agreements[i].chain_length, ==, 1);
}

/* --- Rollovers --- */

typedef struct
{
  const char *start, *end;
  gint32 provider, service, predecessor;
} Term;

static const struct
{
  const char *name;
  Term first, second;
  gint32 terms; /* in the run that ends with the second */
  gboolean inferred;
} rollovers[] = {
  { "recorded", { "2025-04-01", "2026-03-31", 0, -1, -1 }, { "2026-04-01", "2027-03-31", 0, -1, 0 }, 2, FALSE },
  { "inferred", { "2025-04-01", "2026-03-31", 0, 0, -1 }, { "2026-04-01", "2027-03-31", 0, 0, -1 }, 2, TRUE },
  { "31 days apart", { "2025-04-01", "2026-03-31", 0, 0, -1 }, { "2026-05-02", "2027-03-31", 0, 0, -1 }, 2, TRUE },
  { "32 days apart", { "2025-04-01", "2026-03-31", 0, 0, -1 }, { "2026-05-03", "2027-03-31", 0, 0, -1 }, 1, FALSE },
  { "recorded, 31 days", { "2025-04-01", "2026-03-31", 0, 0, -1 }, { "2026-05-02", "2027-03-31", 0, 0, 0 }, 2, FALSE },
  { "recorded, 32 days", { "2025-04-01", "2026-03-31", 0, 0, -1 }, { "2026-05-03", "2027-03-31", 0, 0, 0 }, 1, FALSE },
  { "on the day it ends", { "2025-04-01", "2026-04-01", 0, 0, -1 }, { "2026-04-01", "2027-03-31", 0, 0, -1 }, 2, TRUE },
  { "beside it", { "2025-04-01", "2026-03-31", 0, 0, -1 }, { "2025-10-01", "2026-09-30", 0, 0, -1 }, 1, FALSE },
  { "another provider", { "2025-04-01", "2026-03-31", 1, 0, -1 }, { "2026-04-01", "2027-03-31", 0, 0, -1 }, 1, FALSE },
  { "another service", { "2025-04-01", "2026-03-31", 0, 1, -1 }, { "2026-04-01", "2027-03-31", 0, 0, -1 }, 1, FALSE },
  { "no service", { "2025-04-01", "2026-03-31", 0, -1, -1 }, { "2026-04-01", "2027-03-31", 0, -1, -1 }, 1, FALSE },
  { "recorded, another service", { "2025-04-01", "2026-03-31", 0, 1, -1 }, { "2026-04-01", "2027-03-31", 0, 0, 0 }, 1, FALSE },
  { "first is long", { "2024-03-31", "2026-03-31", 0, 0, -1 }, { "2026-04-01", "2027-03-31", 0, 0, 0 }, 1, FALSE },
  { "second is long", { "2025-04-01", "2026-03-31", 0, 0, -1 }, { "2026-04-01", "2027-04-02", 0, 0, 0 }, 0, FALSE },
  { "end not recorded", { "2025-04-01", "2026-03-31", 0, 0, -1 }, { "2026-04-01", NULL, 0, 0, 0 }, 0, FALSE },
};

static TenureFactAgreement
make_term (const Term *term)
{
  TenureFactAgreement agreement = fixture_term (term->provider, term->start, term->end, 12000);

  agreement.service = term->service;
  agreement.predecessor = term->predecessor;
  return agreement;
}

static void
test_rollover (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rollovers); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autoptr (TenureFacts) facts = NULL;
      g_autoptr (TenureTerms) terms = NULL;

      fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
      fixture_add_organisation (fixture, "Harbour Rights", TENURE_FACT_YES);
      fixture_add_agreement (fixture, make_term (&rollovers[i].first));
      fixture_add_agreement (fixture, make_term (&rollovers[i].second));
      facts = fixture_end (fixture);
      terms = tenure_terms_new (facts, day (AS_OF), NULL);
      g_test_message ("%s", rollovers[i].name);
      g_assert_cmpint (terms->agreements[1].rollover_terms, ==, rollovers[i].terms);
      g_assert_true (terms->agreements[1].rollover_inferred == rollovers[i].inferred);
      g_assert_cmpint (terms->agreements[1].rollover_first, ==, rollovers[i].terms > 1 ? 0 : 1);
    }
}

/* Four years one by one, of which two are linked and two only follow. */
static void
test_rollover_of_four (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureTerms) terms = NULL;
  static const Term years[] = {
    { "2025-04-01", "2026-03-31", 0, 0, -1 },
    { "2023-04-01", "2024-03-31", 0, 0, -1 },
    { "2026-04-01", "2027-03-31", 0, 0, 0 },
    { "2024-04-01", "2025-03-31", 0, 0, 1 },
  };

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    fixture_add_agreement (fixture, make_term (&years[i]));
  facts = fixture_end (fixture);
  terms = tenure_terms_new (facts, day (AS_OF), NULL);
  g_assert_cmpint (terms->agreements[2].rollover_terms, ==, 4);
  g_assert_cmpint (terms->agreements[2].rollover_first, ==, 1);
  g_assert_cmpint (terms->agreements[2].chain_length, ==, 2);
}

/* Thousands of terms on the same dates: no loop, no pair of twins that follow each other. */
static void
test_rollover_of_twins (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureTerms) terms = NULL;

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  for (guint i = 0; i < 20000; i++)
    fixture_add_agreement (fixture, make_term (&(Term){ i % 2 ? "2026-04-01" : "2025-04-01",
                                                        i % 2 ? "2027-03-31" : "2026-03-31", 0, 0, -1 }));
  facts = fixture_end (fixture);
  terms = tenure_terms_new (facts, day (AS_OF), NULL);
  for (guint i = 0; i < facts->n_agreements; i++)
    g_assert_cmpint (terms->agreements[i].rollover_terms, ==, i % 2 ? 2 : 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/succession/cover", test_cover);
  g_test_add_func ("/succession/first-successor", test_first_successor);
  g_test_add_func ("/succession/chain", test_chain);
  g_test_add_func ("/succession/senseless-links", test_senseless_links);
  g_test_add_func ("/succession/long-chain", test_long_chain);
  g_test_add_func ("/succession/rollover", test_rollover);
  g_test_add_func ("/succession/rollover-of-four", test_rollover_of_four);
  g_test_add_func ("/succession/rollover-of-twins", test_rollover_of_twins);
  return g_test_run ();
}
