/* Explanations of many records: what is beyond the limit is counted, and agreements go by the name they have elsewhere. */

#include "analysis/explanation.h"

#include "fixture.h"

static const char *
label_at (const GArray *lines, guint i)
{
  return g_array_index (lines, TenureExplanationLine, i).label;
}

static TenureFacts *
make_facts (guint n)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  gint32 lantern = fixture_add_organisation (fixture, "Lantern Trust", TENURE_FACT_YES);

  for (guint i = 0; i < n; i++)
    {
      TenureFactAgreement agreement = fixture_term (lantern, "2026-04-01", "2027-03-31", 12000);

      agreement.title = i == 0 ? "Advice line" : i == 1 ? "LANTERN TRUST" : NULL;
      agreement.reference = i == 2 ? "C-7" : NULL;
      fixture_add_agreement (fixture, agreement);
    }
  return fixture_end (fixture);
}

static void
test_names (void)
{
  static const char *const names[]
      = { "Lantern Trust: Advice line", "LANTERN TRUST", "Lantern Trust: C-7", "Lantern Trust: Agreement without a name" };
  g_autoptr (TenureFacts) facts = make_facts (G_N_ELEMENTS (names));
  g_autoptr (TenureExplanation) explanation = tenure_explanation_new ("Totals", "Added up.");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      tenure_explanation_add_agreement (explanation, facts, i, "£12,000");
      tenure_explanation_add_agreement_apart (explanation, facts, i, "open-ended");
      tenure_explanation_add_agreement_missing (explanation, facts, i, TENURE_RECORD_AGREEMENT, "value");
      g_assert_cmpstr (label_at (explanation->lines, i), ==, names[i]);
      g_assert_cmpstr (label_at (explanation->apart, i), ==, names[i]);
      g_assert_cmpstr (g_array_index (explanation->missing, TenureExplanationMissing, i).of, ==, names[i]);
    }
}

/* Two of five of each; the text says how many more there are, as the window does. */
static void
test_limit (void)
{
  g_autoptr (TenureFacts) facts = make_facts (5);
  g_autoptr (TenureExplanation) explanation = tenure_explanation_new ("Totals", "Added up.");
  g_autofree char *text = NULL;

  tenure_explanation_limit (explanation, 2);
  for (guint i = 0; i < 5; i++)
    {
      tenure_explanation_add_agreement (explanation, facts, i, "£12,000");
      tenure_explanation_add_agreement_apart (explanation, facts, i, "open-ended");
      tenure_explanation_add_agreement_missing (explanation, facts, i, TENURE_RECORD_AGREEMENT, "value");
    }
  tenure_explanation_add (explanation, TENURE_RECORD_NONE, TENURE_ID_NONE, "In all", "£60,000");
  g_assert_cmpuint (explanation->lines->len, ==, 2);
  g_assert_cmpuint (explanation->more_lines, ==, 4);
  g_assert_cmpuint (explanation->apart->len, ==, 2);
  g_assert_cmpuint (explanation->more_apart, ==, 3);
  g_assert_cmpuint (explanation->missing->len, ==, 2);
  g_assert_cmpuint (explanation->more_missing, ==, 3);
  text = tenure_explanation_dup_text (explanation);
  g_assert_cmpstr (text, ==,
                   "Totals\n"
                   "  Lantern Trust: Advice line: £12,000\n"
                   "  LANTERN TRUST: £12,000\n"
                   "  and 4 more\n"
                   "Not counted here:\n"
                   "  Lantern Trust: Advice line: open-ended\n"
                   "  LANTERN TRUST: open-ended\n"
                   "  and 3 more\n"
                   "Not recorded: Value (Lantern Trust: Advice line), Value (LANTERN TRUST), and 3 more\n"
                   "How it is worked out: Added up.\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/explanation/names", test_names);
  g_test_add_func ("/explanation/limit", test_limit);
  return g_test_run ();
}
