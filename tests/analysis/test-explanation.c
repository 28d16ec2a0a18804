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

/* What a line rests on: a field that there is, or else what was worked out; where it came from stands behind it. A line for
 * which there was no room is not mistaken for the one before. */
static void
test_inputs (void)
{
  g_autoptr (TenureExplanation) explanation = tenure_explanation_new ("Term", NULL);
  g_autoptr (GPtrArray) origins = g_ptr_array_new_with_free_func (g_free);
  const TenureExplanationLine *lines;
  g_autofree char *text = NULL;

  tenure_explanation_limit (explanation, 2);
  tenure_explanation_add (explanation, TENURE_RECORD_AGREEMENT, 7, "Start", "1 Apr 2026");
  tenure_explanation_set_input (explanation, TENURE_RECORD_AGREEMENT, 7, "start");
  tenure_explanation_add (explanation, TENURE_RECORD_AGREEMENT, 7, "Remaining", "4 months");
  tenure_explanation_set_input (explanation, TENURE_RECORD_AGREEMENT, 7, "remaining_months");
  tenure_explanation_add (explanation, TENURE_RECORD_AGREEMENT, 7, "End", "31 Mar 2027");
  tenure_explanation_set_input (explanation, TENURE_RECORD_AGREEMENT, 7, "end");
  lines = (const TenureExplanationLine *) (gpointer) explanation->lines->data;
  g_assert_cmpstr (lines[0].input.field, ==, "start");
  g_assert_cmpint (lines[0].input.type, ==, TENURE_RECORD_AGREEMENT);
  g_assert_cmpint (lines[0].input.record, ==, 7);
  g_assert_false (lines[0].input.derived);
  g_assert_null (lines[1].input.field);
  g_assert_true (lines[1].input.derived);
  g_ptr_array_add (origins, g_strdup ("from register.csv, row 17"));
  g_ptr_array_add (origins, NULL);
  tenure_explanation_take_origins (explanation, origins);
  text = tenure_explanation_dup_text (explanation);
  g_assert_cmpstr (text, ==,
                   "Term\n"
                   "  Start: 1 Apr 2026 [from register.csv, row 17]\n"
                   "  Remaining: 4 months\n"
                   "  and 1 more\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/explanation/names", test_names);
  g_test_add_func ("/explanation/limit", test_limit);
  g_test_add_func ("/explanation/inputs", test_inputs);
  return g_test_run ();
}
