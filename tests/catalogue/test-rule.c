/* The catalogue of rules against docs/domain.md, section 3. */

#include "catalogue/rule.h"

#include <string.h>

#define UNSET TENURE_THRESHOLD_UNSET

static const struct
{
  const char *code;
  TenureConfidence confidence;
  gint32 note, amber, red, extra;
} defaults[] = {
  { "T1", TENURE_CONFIDENCE_READ_CUT_HOUSE, UNSET, UNSET, 12, UNSET },
  { "T2", TENURE_CONFIDENCE_READ, UNSET, 36, UNSET, UNSET },
  { "T3", TENURE_CONFIDENCE_READ, UNSET, UNSET, UNSET, UNSET },
  { "T4", TENURE_CONFIDENCE_HOUSE, UNSET, UNSET, 2, 31 },
  { "T5", TENURE_CONFIDENCE_HOUSE, UNSET, 0, UNSET, UNSET },
  { "N1", TENURE_CONFIDENCE_READ, UNSET, UNSET, 3, UNSET },
  { "N2", TENURE_CONFIDENCE_READ_CUT_HOUSE, 12, 6, 3, UNSET },
  { "P1", TENURE_CONFIDENCE_READ_CUT_HOUSE, UNSET, UNSET, 30, UNSET },
  { "P2", TENURE_CONFIDENCE_READ_CUT_HOUSE, UNSET, 0, 500, UNSET },
  { "P3", TENURE_CONFIDENCE_READ_CUT_HOUSE, UNSET, UNSET, 10000, UNSET },
  { "P4", TENURE_CONFIDENCE_HOUSE, UNSET, UNSET, UNSET, UNSET },
  { "V1", TENURE_CONFIDENCE_HOUSE, UNSET, UNSET, UNSET, UNSET },
  { "D1", TENURE_CONFIDENCE_HOUSE, UNSET, 5000, 7000, UNSET },
  { "D2", TENURE_CONFIDENCE_HOUSE, UNSET, 200, 150, UNSET },
  { "D3", TENURE_CONFIDENCE_HOUSE, 1000, 1800, UNSET, 20 },
  { "R1", TENURE_CONFIDENCE_HOUSE, UNSET, 3, 1, UNSET },
  { "K1", TENURE_CONFIDENCE_HOUSE, UNSET, UNSET, UNSET, UNSET },
  { "C1", TENURE_CONFIDENCE_HOUSE, UNSET, 12, UNSET, UNSET },
  { "G1", TENURE_CONFIDENCE_HOUSE, UNSET, UNSET, UNSET, UNSET },
  { "G2", TENURE_CONFIDENCE_READ_CUT_HOUSE, UNSET, UNSET, UNSET, UNSET },
  { "G3", TENURE_CONFIDENCE_HOUSE, UNSET, UNSET, UNSET, UNSET },
  { "G5", TENURE_CONFIDENCE_HOUSE, UNSET, 5000, 7500, 5 },
  { "G6", TENURE_CONFIDENCE_HOUSE, UNSET, UNSET, UNSET, UNSET },
  { "G8", TENURE_CONFIDENCE_HOUSE, UNSET, 90, UNSET, UNSET },
  { "Q1", TENURE_CONFIDENCE_HOUSE, 1, UNSET, UNSET, 5 },
  { "E1", TENURE_CONFIDENCE_HOUSE, UNSET, 6, UNSET, UNSET },
  { "A1", TENURE_CONFIDENCE_HOUSE, UNSET, UNSET, UNSET, UNSET },
  { "B1", TENURE_CONFIDENCE_HOUSE, 10000, 5000, 0, UNSET },
  { "B2", TENURE_CONFIDENCE_READ, UNSET, 150, UNSET, 75 },
  { "B3", TENURE_CONFIDENCE_READ_CUT_HOUSE, UNSET, UNSET, UNSET, UNSET },
  { "B4", TENURE_CONFIDENCE_HOUSE, UNSET, UNSET, UNSET, UNSET },
};

static void
test_defaults (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (defaults), ==, TENURE_N_RULES);
  for (int id = 0; id < TENURE_N_RULES; id++)
    {
      const TenureRule *rule = tenure_rule ((TenureRuleId) id);

      g_test_message ("%s", rule->code);
      g_assert_cmpint (rule->id, ==, id);
      g_assert_cmpstr (rule->code, ==, defaults[id].code);
      g_assert_cmpint (rule->confidence, ==, defaults[id].confidence);
      g_assert_cmpint (rule->note, ==, defaults[id].note);
      g_assert_cmpint (rule->amber, ==, defaults[id].amber);
      g_assert_cmpint (rule->red, ==, defaults[id].red);
      g_assert_cmpint (rule->extra, ==, defaults[id].extra);
    }
}

/* Whole sentences that say what fires and what is left out; an authority for every rule but the house's own. */
static void
test_words (void)
{
  for (int id = 0; id < TENURE_N_RULES; id++)
    {
      const TenureRule *rule = tenure_rule ((TenureRuleId) id);

      g_test_message ("%s", rule->code);
      g_assert_true (strlen (rule->title) > 3 && !g_str_has_suffix (rule->title, "."));
      g_assert_true (g_str_has_suffix (rule->statement, "."));
      g_assert_cmpuint (strlen (rule->applies_to), >, 10);
      g_assert_true (rule->source != NULL || rule->confidence == TENURE_CONFIDENCE_HOUSE);
    }
}

/* The Compact was replaced on 17 July 2025 by a covenant that names no numbers: whoever rests on it says so. */
static void
test_the_compact_was_replaced (void)
{
  for (int id = 0; id < TENURE_N_RULES; id++)
    {
      const char *source = tenure_rule ((TenureRuleId) id)->source;

      if (source != NULL && strstr (source, "Compact") != NULL)
        g_assert_nonnull (strstr (source, "replaced"));
    }
}

static void
test_from_code (void)
{
  g_assert_cmpint (tenure_rule_from_code ("n2")->id, ==, TENURE_RULE_N2);
  g_assert_cmpint (tenure_rule_from_code ("G8")->id, ==, TENURE_RULE_G8);
  g_assert_null (tenure_rule_from_code ("Z9"));
  g_assert_null (tenure_rule_from_code (""));
  g_assert_null (tenure_rule_from_code (NULL));
}

static void
test_levels (void)
{
  g_assert_cmpint (TENURE_LEVEL_RED, >, TENURE_LEVEL_AMBER);
  g_assert_cmpint (TENURE_LEVEL_AMBER, >, TENURE_LEVEL_NOTE);
  g_assert_cmpint (TENURE_LEVEL_NOTE, >, TENURE_LEVEL_CANNOT_TELL);
  g_assert_cmpstr (tenure_level_code (TENURE_LEVEL_CANNOT_TELL), ==, "cannot_tell");
  g_assert_cmpstr (tenure_level_label (TENURE_LEVEL_CANNOT_TELL), ==, "cannot tell");
  g_assert_cmpstr (tenure_confidence_label (TENURE_CONFIDENCE_HOUSE), ==, "local setting");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rule/defaults", test_defaults);
  g_test_add_func ("/rule/words", test_words);
  g_test_add_func ("/rule/the-compact-was-replaced", test_the_compact_was_replaced);
  g_test_add_func ("/rule/from-code", test_from_code);
  g_test_add_func ("/rule/levels", test_levels);
  return g_test_run ();
}
