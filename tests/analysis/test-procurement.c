/* Procurement hints: which are about an agreement, and the borders of their amounts and days. docs/domain.md, section 3. */

#include "analysis/procurement.h"

#include "fixture.h"

#include <string.h>

#define ACT "Procurement Act 2023"
#define SELECTION "Provider Selection Regime"
#define POUNDS(n) ((n) * G_GINT64_CONSTANT (100))

static TenureProcurementCase
contract (const char *regime, TenureBuyer buyer, const char *start, gint64 pence)
{
  return (TenureProcurementCase){
    .kind = "contract",
    .regime = regime,
    .buyer = buyer,
    .tax = TENURE_TAX_GROSS,
    .award_day = TENURE_DAY_NONE,
    .signed_day = TENURE_DAY_NONE,
    .start = day (start),
    .currency = TENURE_CURRENCY_GBP,
    .total_known = TRUE,
    .total_minor = pence,
  };
}

/* The findings in one line: "notice+ services-2026-", + for reached, - for below, ? where no variation is recorded. */
static char *
dup_line (const TenureProcurement *procurement)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < procurement->n_findings; i++)
    g_string_append_printf (line, "%s%s%c", i > 0 ? " " : "", procurement->findings[i].hint->code,
                            "+-?"[procurement->findings[i].standing]);
  return g_string_free (line, FALSE);
}

static void
assert_found (const TenureProcurementCase *subject, const char *expected, guint64 missing)
{
  TenureProcurement procurement = tenure_procurement (subject);
  g_autofree char *line = dup_line (&procurement);

  g_assert_cmpstr (line, ==, expected);
  g_assert_cmpuint (procurement.missing, ==, missing);
}

static void
test_borders (void)
{
  static const struct
  {
    const char *regime;
    TenureBuyer buyer;
    const char *day;
    gint64 pence;
    const char *expected;
  } cases[] = {
    /* £5,000 is not more than £5,000; every other amount counts itself. */
    { ACT, TENURE_BUYER_COUNCIL, "2026-04-01", POUNDS (5000), "publication- notice- services-2026- light-touch-" },
    { ACT, TENURE_BUYER_COUNCIL, "2026-04-01", POUNDS (5000) + 1, "publication+ notice- services-2026- light-touch-" },
    { ACT, TENURE_BUYER_COUNCIL, "2026-04-01", POUNDS (30000) - 1, "publication+ notice- services-2026- light-touch-" },
    { ACT, TENURE_BUYER_COUNCIL, "2026-04-01", POUNDS (30000), "publication+ notice+ services-2026- light-touch-" },
    { ACT, TENURE_BUYER_COUNCIL, "2026-04-01", POUNDS (207720) - 1, "publication+ notice+ services-2026- light-touch-" },
    { ACT, TENURE_BUYER_COUNCIL, "2026-04-01", POUNDS (207720), "publication+ notice+ services-2026+ light-touch-" },
    { ACT, TENURE_BUYER_COUNCIL, "2026-04-01", POUNDS (663540) - 1, "publication+ notice+ services-2026+ light-touch-" },
    { ACT, TENURE_BUYER_COUNCIL, "2026-04-01", POUNDS (663540), "publication+ notice+ services-2026+ light-touch+" },
    { ACT, TENURE_BUYER_CENTRAL, "2026-04-01", POUNDS (12000) - 1, "notice-central- services-central-2026- light-touch-" },
    { ACT, TENURE_BUYER_CENTRAL, "2026-04-01", POUNDS (12000), "notice-central+ services-central-2026- light-touch-" },
    { ACT, TENURE_BUYER_CENTRAL, "2026-04-01", POUNDS (135018), "notice-central+ services-central-2026+ light-touch-" },
    /* The day on which amounts changed, and the day before; the day on which the Act began, and the day before. */
    { ACT, TENURE_BUYER_COUNCIL, "2025-12-31", POUNDS (210000), "publication+ notice+ services-2025- light-touch-" },
    { ACT, TENURE_BUYER_COUNCIL, "2026-01-01", POUNDS (210000), "publication+ notice+ services-2026+ light-touch-" },
    { ACT, TENURE_BUYER_CENTRAL, "2025-12-31", POUNDS (137000), "notice-central+ services-central-2025- light-touch-" },
    { ACT, TENURE_BUYER_CENTRAL, "2026-01-01", POUNDS (137000), "notice-central+ services-central-2026+ light-touch-" },
    { ACT, TENURE_BUYER_CENTRAL, "2025-02-24", POUNDS (139688), "notice-central+ services-central-2025+ light-touch-" },
    { ACT, TENURE_BUYER_CENTRAL, "2025-02-23", POUNDS (139688), "" },
    /* Of a buyer that is not known, what holds for any. */
    { ACT, TENURE_BUYER_UNKNOWN, "2026-04-01", POUNDS (20000),
      "publication+ notice-central+ notice- services-central-2026- services-2026- light-touch-" },
    { ACT " (light touch)", TENURE_BUYER_COUNCIL, "2026-04-01", POUNDS (250000), "publication+ notice+ light-touch-" },
    { SELECTION, TENURE_BUYER_CENTRAL, "2023-12-31", POUNDS (900000), "" },
    { SELECTION, TENURE_BUYER_CENTRAL, "2024-01-01", POUNDS (900000), "change?" },
    /* No hint is about these. */
    { "Public Contracts Regulations 2015", TENURE_BUYER_CENTRAL, "2024-04-01", POUNDS (900000), "" },
    { "None", TENURE_BUYER_COUNCIL, "2026-04-01", POUNDS (900000), "" },
    { NULL, TENURE_BUYER_COUNCIL, "2026-04-01", POUNDS (900000), "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureProcurementCase subject = contract (cases[i].regime, cases[i].buyer, cases[i].day, cases[i].pence);

      g_test_message ("%s on %s, %" G_GINT64_FORMAT, cases[i].regime, cases[i].day, cases[i].pence);
      assert_found (&subject, cases[i].expected, 0);
    }
}

/* A grant is not bought, and euros are held against no pounds. */
static void
test_nothing_to_say (void)
{
  TenureProcurementCase grant = contract (ACT, TENURE_BUYER_COUNCIL, "2026-04-01", POUNDS (900000));
  TenureProcurementCase directed = grant, euros = grant;

  grant.kind = "grant";
  directed.kind = "citizen_directed";
  euros.currency = TENURE_CURRENCY ('E', 'U', 'R');
  assert_found (&grant, "", 0);
  assert_found (&directed, "", 0);
  assert_found (&euros, "", 0);
}

/* The award decides, then the signature, then the start. */
static void
test_day (void)
{
  TenureProcurementCase subject = contract (ACT, TENURE_BUYER_CENTRAL, "2026-04-01", POUNDS (137000));

  subject.signed_day = day ("2025-12-20");
  assert_found (&subject, "notice-central+ services-central-2025- light-touch-", 0);
  subject.award_day = day ("2026-01-02");
  assert_found (&subject, "notice-central+ services-central-2026+ light-touch-", 0);
  subject.award_day = subject.signed_day = subject.start = TENURE_DAY_NONE;
  assert_found (&subject, "", TENURE_MISSING_START);
}

/* What is not known gives no hint, and is named. */
static void
test_missing (void)
{
  TenureProcurementCase subject = contract (ACT, TENURE_BUYER_CENTRAL, "2026-04-01", 0);
  TenureProcurement procurement;
  g_autofree char *words = NULL;

  subject.total_known = FALSE;
  subject.total_missing = TENURE_MISSING_VALUE;
  assert_found (&subject, "", TENURE_MISSING_VALUE);
  procurement = tenure_procurement (&subject);
  words = tenure_procurement_dup_words (&procurement, &subject, TRUE);
  g_assert_cmpstr (words, ==, "Some procurement hints cannot be worked out. Not recorded: Value.");

  subject.currency = TENURE_CURRENCY_NONE;
  subject.total_missing = TENURE_MISSING_CURRENCY;
  assert_found (&subject, "", TENURE_MISSING_CURRENCY);
}

static void
test_changes (void)
{
  TenureProcurementCase subject = contract (SELECTION, TENURE_BUYER_CENTRAL, "2026-04-01", POUNDS (900000));

  subject.n_variations = 2;
  assert_found (&subject, "", TENURE_MISSING_PRICE_CHANGE);
  subject.change_known = TRUE;
  subject.change_minor = POUNDS (500000) - 1;
  assert_found (&subject, "change-", 0);
  subject.change_minor = POUNDS (500000);
  assert_found (&subject, "change+", 0);
  subject.currency = TENURE_CURRENCY_NONE;
  assert_found (&subject, "", TENURE_MISSING_CURRENCY);
}

/* The value of the term from what is recorded of it, or what that lacks. */
static void
test_total (void)
{
  static const struct
  {
    const char *start, *end;
    gint64 pounds;
    TenureValueBasis basis;
    TenureFact open_ended;
    gint64 expected;
    guint64 missing;
  } cases[] = {
    { "2026-04-01", "2029-03-31", 90000, TENURE_BASIS_TOTAL, TENURE_FACT_UNKNOWN, 90000, 0 },
    { "2026-04-01", "2029-03-31", 90000, TENURE_BASIS_ANNUAL, TENURE_FACT_UNKNOWN, 270000, 0 },
    { "2026-04-01", "2029-03-31", 90000, TENURE_BASIS_UNKNOWN, TENURE_FACT_UNKNOWN, -1, TENURE_MISSING_VALUE_BASIS },
    { "2026-04-01", "2029-03-31", -1, TENURE_BASIS_TOTAL, TENURE_FACT_UNKNOWN, -1, TENURE_MISSING_VALUE },
    { "2026-04-01", NULL, 90000, TENURE_BASIS_ANNUAL, TENURE_FACT_UNKNOWN, -1, TENURE_MISSING_END },
    { NULL, NULL, 90000, TENURE_BASIS_ANNUAL, TENURE_FACT_UNKNOWN, -1, TENURE_MISSING_START },
    { "2026-04-01", NULL, 90000, TENURE_BASIS_ANNUAL, TENURE_FACT_YES, -1, 0 },
    /* What is recorded, if wrong, is not called missing. */
    { "2026-04-01", "2026-03-31", 90000, TENURE_BASIS_ANNUAL, TENURE_FACT_UNKNOWN, -1, 0 },
    { "2026-04-01", "2036-03-31", G_MAXINT64 / 500, TENURE_BASIS_ANNUAL, TENURE_FACT_UNKNOWN, -1, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autoptr (TenureFacts) facts = NULL;
      g_autoptr (TenureTerms) terms = NULL;
      TenureProcurementCase subject = { 0 };
      TenureFactAgreement agreement = fixture_term (-1, cases[i].start, cases[i].end, cases[i].pounds);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      agreement.basis = cases[i].basis;
      agreement.open_ended = cases[i].open_ended;
      fixture_add_agreement (fixture, agreement);
      facts = fixture_end (fixture);
      terms = tenure_terms_new (facts, day ("2026-11-21"), NULL);
      tenure_procurement_take_total (&subject, &facts->agreements[0], &terms->agreements[0]);
      g_assert_cmpint (subject.total_known, ==, cases[i].expected >= 0);
      if (subject.total_known)
        g_assert_cmpint (subject.total_minor, ==, POUNDS (cases[i].expected));
      g_assert_cmpuint (subject.total_missing, ==, cases[i].missing);
    }
}

static char *
dup_words (const TenureProcurementCase *subject)
{
  TenureProcurement procurement = tenure_procurement (subject);

  return tenure_procurement_dup_words (&procurement, subject, TRUE);
}

static void
test_words (void)
{
  TenureProcurementCase subject = contract (ACT " (light touch)", TENURE_BUYER_CENTRAL, "2026-04-01", POUNDS (180000));
  TenureProcurement procurement = tenure_procurement (&subject);
  g_autofree char *words = dup_words (&subject);
  g_autofree char *brief = NULL;

  g_assert_cmpstr (words, ==,
                   "£180,000 over the term, against amounts that include VAT.\n"
                   "Reached:\n"
                   "• Since 24 Feb 2025, central government and the NHS publish a notice from £12,000.\n"
                   "Not reached:\n"
                   "• Since 24 Feb 2025, the light touch rules hold from £663,540 outside Wales.\n"
                   "Sources: Procurement Act 2023, Part 6; Procurement Act 2023, Schedule 1 "
                   "(general knowledge, to be confirmed).");
  brief = tenure_procurement_dup_words (&procurement, &subject, FALSE);
  g_assert_true (g_str_has_suffix (brief, "\nSources: general knowledge, to be confirmed."));
}

/* The doubt that VAT leaves. */
static void
test_words_of_tax (void)
{
  static const struct
  {
    TenureTax tax;
    const char *expected, *below;
  } cases[] = {
    { TENURE_TAX_GROSS, "£4,000 over the term, against amounts that include VAT.\n", "Not reached:" },
    { TENURE_TAX_NONE, "£4,000 over the term, against amounts that include VAT.\n", "Not reached:" },
    { TENURE_TAX_NET, "£4,000 over the term without VAT, against amounts that include it.\n", "Not reached without VAT:" },
    { TENURE_TAX_UNKNOWN, "£4,000 over the term, against amounts that include VAT; whether it does is not recorded.\n",
      "Not reached, if VAT is included:" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureProcurementCase subject = contract (ACT, TENURE_BUYER_COUNCIL, "2025-06-01", POUNDS (4000));
      g_autofree char *words = NULL;
      g_autofree char *below =
          g_strdup_printf ("\n%s\n• Since 27 Feb 2015, councils in England publish", cases[i].below);

      subject.tax = cases[i].tax;
      words = dup_words (&subject);
      g_test_message ("%s", words);
      g_assert_true (g_str_has_prefix (words, cases[i].expected));
      g_assert_nonnull (strstr (words, below));
      g_assert_nonnull (strstr (words, "• From 24 Feb 2025 to 31 Dec 2025, the full Act held from £214,904 for services"));
    }
}

static void
test_words_of_changes (void)
{
  TenureProcurementCase subject = contract (SELECTION, TENURE_BUYER_CENTRAL, "2025-06-01", POUNDS (4000));
  g_autofree char *none = dup_words (&subject);
  g_autofree char *reached = NULL;

  g_assert_true (g_str_has_prefix (none, "No variation is recorded:\n• Since 1 Jan 2024, a notice of changes"));
  subject.n_variations = 1;
  subject.change_known = TRUE;
  subject.change_minor = POUNDS (600000);
  reached = dup_words (&subject);
  g_assert_true (g_str_has_prefix (reached, "Reached by changes of £600,000 in all:\n• Since 1 Jan 2024, a notice of"));
}

/* What no authority says is a local setting, and is called so. */
static void
test_words_of_a_local_setting (void)
{
  static const TenureProcurementHint house = {
    .statement = "Since {from}, three are asked for offers from {amount}.", .minor = POUNDS (10000), .from = "2026-04-01", .confidence = TENURE_CONFIDENCE_HOUSE,
  };
  TenureProcurementCase subject = contract (ACT, TENURE_BUYER_COUNCIL, "2026-04-01", POUNDS (10000));
  TenureProcurement procurement = { .n_findings = 1, .findings = { { &house, TENURE_STANDING_REACHED } } };
  g_autofree char *words = tenure_procurement_dup_words (&procurement, &subject, TRUE);

  g_assert_true (g_str_has_suffix (words, "\nReached:\n• Since 1 Apr 2026, three are asked for offers from £10,000.\n"
                                          "Sources: local setting."));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/procurement/borders", test_borders);
  g_test_add_func ("/procurement/nothing-to-say", test_nothing_to_say);
  g_test_add_func ("/procurement/day", test_day);
  g_test_add_func ("/procurement/missing", test_missing);
  g_test_add_func ("/procurement/changes", test_changes);
  g_test_add_func ("/procurement/total", test_total);
  g_test_add_func ("/procurement/words", test_words);
  g_test_add_func ("/procurement/words-of-tax", test_words_of_tax);
  g_test_add_func ("/procurement/words-of-changes", test_words_of_changes);
  g_test_add_func ("/procurement/words-of-a-local-setting", test_words_of_a_local_setting);
  return g_test_run ();
}
