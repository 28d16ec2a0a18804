/* Term, secured, yearly value, decision day and their like, each with what it rests on. */

#include "judged.h"
#include "random-facts.h"

#include <string.h>

#define ROUNDS 40

static TenureExplanation *
explain (const Judged *judged, const char *code)
{
  TenureExplanation *explanation = tenure_agreement_explain_part (judged->analysis->terms, 0, code);

  g_assert_nonnull (explanation);
  return explanation;
}

/* @code of @agreement as the only one: its text is @expected but for the words on how it is worked out. */
static void
check (TenureFactAgreement agreement, const char *code, const char *expected)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_auto (Judged) judged = { 0 };
  g_autoptr (TenureExplanation) explanation = NULL;
  g_autofree char *text = NULL;

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  fixture_add_agreement (fixture, agreement);
  judged = judge (fixture);
  explanation = explain (&judged, code);
  text = tenure_explanation_dup_text (explanation);
  *strstr (text, "How it is worked out") = '\0';
  g_assert_cmpstr (text, ==, expected);
}

/* From 1 April 2025 to 31 March 2027 seen on 21 November 2026, £90,000 in all: £45,000 a year. */
static TenureFactAgreement
two_years (void)
{
  return fixture_term (0, "2025-04-01", "2027-03-31", 90000);
}

static void
test_dates (void)
{
  TenureFactAgreement agreement = two_years ();

  check (agreement, "term",
         "Advice line: Committed term\n24 months\n  Start: 1 Apr 2025\n  Committed end: 31 Mar 2027\n"
         "  Committed term: 24 months\n");
  check (agreement, "remaining",
         "Advice line: Remaining\n4 months and 11 days\n  As of: 21 Nov 2026\n  Start: 1 Apr 2025\n"
         "  Committed end: 31 Mar 2027\n  Remaining: 4 months and 11 days\n");
  check (agreement, "status",
         "Advice line: Status\nending\n  As of: 21 Nov 2026\n  Start: 1 Apr 2025\n  Committed end: 31 Mar 2027\n"
         "  Status: ending\n");
  check (agreement, "chain",
         "Advice line: Renewal chain\nterm 1 of 1\n  Start: 1 Apr 2025\n  Committed end: 31 Mar 2027\n"
         "  Renewal chain: term 1 of 1\n");
}

static void
test_money (void)
{
  TenureFactAgreement agreement = two_years ();

  check (agreement, "annual",
         "Advice line: Yearly value\n£45,000 (total × 12 ÷ months of the agreed term)\n  Start: 1 Apr 2025\n"
         "  Committed end: 31 Mar 2027\n  Committed term: 24 months\n  Value: £90,000 (for the term)\n"
         "  Yearly value: £45,000 (total × 12 ÷ months of the agreed term)\n");
  agreement.bid_cost_known = agreement.monitoring_cost_known = TRUE;
  agreement.bid_cost_minor = 90000;
  agreement.monitoring_cost_minor = 180000;
  check (agreement, "burden",
         "Advice line: Burden\n3.0 % ((£900 + £1,800) ÷ £90,000)\n  Committed term: 24 months\n"
         "  Value: £90,000 (for the term)\n  Burden: 3.0 % ((£900 + £1,800) ÷ £90,000)\n");
  /* Over twelve months a value of which nobody recorded the basis is no yearly value. */
  agreement.basis = TENURE_BASIS_UNKNOWN;
  check (agreement, "annual",
         "Advice line: Yearly value\ncannot tell: it is not recorded whether the value is for the term or for a year\n"
         "  Start: 1 Apr 2025\n  Committed end: 31 Mar 2027\n  Committed term: 24 months\n"
         "  Value: £90,000 (whether for the term or for a year is not recorded)\n"
         "  Yearly value: cannot tell: it is not recorded whether the value is for the term or for a year\n"
         "Not recorded: Value is\n");
}

static void
test_secured (void)
{
  TenureFactAgreement agreement = two_years ();

  check (agreement, "secured",
         "Advice line: Secured\ncannot tell\n  As of: 21 Nov 2026\n  Committed end: 31 Mar 2027\n"
         "  Remaining: 4 months and 11 days\n"
         "  Funder’s notice: not recorded (whether the funder may end it without cause is not recorded)\n"
         "  Secured: cannot tell\nNot recorded: Funder’s notice, Funder may end without cause\n");
  agreement.funder_notice = TENURE_DURATION_MONTHS (3);
  agreement.funder_without_cause = TENURE_FACT_YES;
  check (agreement, "secured",
         "Advice line: Secured\n3 months\n  As of: 21 Nov 2026\n  Committed end: 31 Mar 2027\n"
         "  Remaining: 4 months and 11 days\n  Funder’s notice: 3 months (the funder may end it without cause)\n"
         "  Secured: 3 months\n");
}

/* Six months' notice is recorded, the lead time is the usual one: 31 March − 6 months − 2 months. */
static void
test_decision (void)
{
  TenureFactAgreement agreement = two_years ();
  TenureFactUsualTerms usual = { .funder = -1, .kind = TENURE_KIND_UNKNOWN, .lead_time = TENURE_DURATION_MONTHS (2) };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_auto (Judged) judged = { 0 };
  g_autoptr (TenureExplanation) explanation = NULL;
  g_autofree char *text = NULL;

  agreement.renewal_notice = TENURE_DURATION_MONTHS (6);
  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  fixture_add_agreement (fixture, agreement);
  fixture_add_usual_terms (fixture, usual);
  judged = judge (fixture);
  explanation = explain (&judged, "decision");
  text = tenure_explanation_dup_text (explanation);
  g_assert_cmpstr (explanation->summary, ==, "30 Jul 2026 (assumed from the usual terms)");
  g_assert_nonnull (strstr (text, "  Renewal notice: 6 months\n  Last day for notice: 30 Sep 2026\n"
                                  "  Lead time: 2 months (assumed from the usual terms)\n"));
}

static void
test_nothing_to_decide (void)
{
  TenureFactAgreement agreement = fixture_term (0, "2025-04-01", NULL, 90000);

  agreement.open_ended = TENURE_FACT_YES;
  check (agreement, "decision",
         "Advice line: Decide by\nnothing is due: it is open-ended\n  As of: 21 Nov 2026\n"
         "  Committed end: none: it is open-ended\n  Renewal notice: not recorded\n  Last day for notice: not recorded\n"
         "  Lead time: not recorded\n  Decide by: nothing is due: it is open-ended\n");
}

static const TenureExplanationLine *
find_line (const TenureExplanation *explanation, const char *label)
{
  for (guint i = 0; i < explanation->lines->len; i++)
    {
      const TenureExplanationLine *line = &g_array_index (explanation->lines, TenureExplanationLine, i);

      if (g_str_equal (line->label, label))
        return line;
    }
  return NULL;
}

/* What a part says is what all of them together say under the same name. */
static void
test_parts_and_whole (void)
{
  guint n_found = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (TenureFacts) facts = random_facts_new ();
      g_autoptr (TenureAnalysis) analysis = tenure_analysis_new (facts, day (AS_OF), NULL, NULL);

      for (guint i = 0; i < facts->n_agreements; i++)
        {
          g_autoptr (TenureExplanation) whole = tenure_agreement_explain (analysis->terms, i);

          for (guint part = 0; tenure_agreement_part_code (part) != NULL; part++)
            {
              g_autoptr (TenureExplanation) one
                  = tenure_agreement_explain_part (analysis->terms, i, tenure_agreement_part_code (part));
              const TenureExplanationLine *last =
                  &g_array_index (one->lines, TenureExplanationLine, one->lines->len - 1);
              const TenureExplanationLine *same = find_line (whole, last->label);

              g_assert_cmpstr (one->summary, ==, last->value);
              g_assert_true (g_str_has_suffix (one->title, last->label));
              if (same != NULL)
                g_assert_cmpstr (same->value, ==, last->value);
              n_found += same != NULL;
            }
        }
    }
  g_assert_cmpuint (n_found, >, 0);
}

static void
test_no_such_part (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_auto (Judged) judged = { 0 };

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  fixture_add_agreement (fixture, two_years ());
  judged = judge (fixture);
  g_assert_null (tenure_agreement_explain_part (judged.analysis->terms, 0, "beauty"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agreement-part/dates", test_dates);
  g_test_add_func ("/agreement-part/money", test_money);
  g_test_add_func ("/agreement-part/secured", test_secured);
  g_test_add_func ("/agreement-part/decision", test_decision);
  g_test_add_func ("/agreement-part/nothing-to-decide", test_nothing_to_decide);
  g_test_add_func ("/agreement-part/parts-and-whole", test_parts_and_whole);
  g_test_add_func ("/agreement-part/no-such-part", test_no_such_part);
  return g_test_run ();
}
