/* Figures and explanations in words and as JSON; names of missing fields; facts found by id. */

#include "analysis/explanation.h"
#include "analysis/figure.h"
#include "analysis/missing.h"

#include "fixture.h"

#include <string.h>

static void
test_json (void)
{
  const struct
  {
    TenureFigure figure;
    const char *json;
  } cases[] = {
    { tenure_figure_count (3, 3, 4), "{\"value\":3,\"unit\":\"count\",\"known\":3,\"of\":4}" },
    { tenure_figure_minor (-1250, TENURE_CURRENCY_GBP, 1, 1),
      "{\"value\":-1250,\"unit\":\"minor\",\"currency\":\"GBP\",\"known\":1,\"of\":1}" },
    { tenure_figure_minor (0, TENURE_CURRENCY_NONE, 0, 0),
      "{\"value\":0,\"unit\":\"minor\",\"currency\":null,\"known\":0,\"of\":0}" },
    { tenure_figure_minor (G_MININT64, TENURE_CURRENCY_GBP, 1, 1),
      "{\"value\":-9223372036854775808,\"unit\":\"minor\",\"currency\":\"GBP\",\"known\":1,\"of\":1}" },
    { tenure_figure_number (0.1, TENURE_FIGURE_UNIT_RATIO, 2, 2), "{\"value\":0.1,\"unit\":\"ratio\",\"known\":2,\"of\":2}" },
    { tenure_figure_number (1.0 / 3, TENURE_FIGURE_UNIT_MONTHS, 2, 2),
      "{\"value\":0.3333333333333333,\"unit\":\"months\",\"known\":2,\"of\":2}" },
    { tenure_figure_number (3000, TENURE_FIGURE_UNIT_POINTS, 4, 4), "{\"value\":3000,\"unit\":\"points\",\"known\":4,\"of\":4}" },
    { tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_DAYS, 0, 9), "{\"value\":null,\"unit\":\"days\",\"known\":0,\"of\":9}" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) json = g_string_new (NULL);

      tenure_figure_append_json (&cases[i].figure, json);
      g_assert_cmpstr (json->str, ==, cases[i].json);
    }
}

static void
test_labels (void)
{
  const struct
  {
    TenureFigure figure;
    const char *label;
  } cases[] = {
    { tenure_figure_count (3, 3, 4), "3" },
    { tenure_figure_minor (123450, TENURE_CURRENCY_GBP, 1, 1), "£1,234.50" },
    { tenure_figure_number (17.44, TENURE_FIGURE_UNIT_MONTHS, 1, 1), "17.4 months" },
    { tenure_figure_number (0.6125, TENURE_FIGURE_UNIT_RATIO, 1, 1), "61.3 %" },
    { tenure_figure_number (1800, TENURE_FIGURE_UNIT_POINTS, 1, 1), "1,800" },
    { tenure_figure_number (2.5, TENURE_FIGURE_UNIT_COUNT, 1, 1), "2.5" },
    { tenure_figure_number (0.25, TENURE_FIGURE_UNIT_COUNT, 1, 1), "0.25" },
    { tenure_figure_number (3, TENURE_FIGURE_UNIT_COUNT, 1, 1), "3" },
    { tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_RATIO, 0, 1), "cannot tell" },
    { tenure_figure_count (12345, 12345, 12345), "12,345" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = tenure_figure_dup_label (&cases[i].figure);

      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

static void
test_coverage (void)
{
  TenureFigure figure = tenure_figure_count (3, 180, 214);
  TenureFigure large = tenure_figure_count (3, 1000, 56789);
  g_autofree char *coverage = tenure_figure_dup_coverage (&figure);
  g_autofree char *of_many = tenure_figure_dup_coverage (&large);

  g_assert_cmpstr (coverage, ==, "180 of 214 known");
  g_assert_cmpstr (of_many, ==, "1,000 of 56,789 known");
}

static void
test_explanation (void)
{
  g_autoptr (TenureExplanation) explanation = tenure_explanation_new ("Short term: red", "Months from start to end.");
  g_autofree char *text = NULL;
  static const char *const expected[] = {
    "Short term: red\n", "  Committed end: 31 Mar 2027\n", "Not recorded: Signed end, Length\n",
    "Months from start to end.", "12 months or less", "SCVO local funding survey 2017",
  };

  tenure_explanation_add (explanation, TENURE_RECORD_AGREEMENT, 7, "Committed end", "%d %s 2027", 31, "Mar");
  tenure_explanation_add_missing (explanation, TENURE_RECORD_AGREEMENT, "end", 7);
  tenure_explanation_add_missing (explanation, TENURE_RECORD_EXTENSION, "length", 7);
  tenure_explanation_set_rule (explanation, tenure_rule (TENURE_RULE_T1));
  text = tenure_explanation_dup_text (explanation);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_nonnull (strstr (text, expected[i]));
}

/* A rule without an authority says so. */
static void
test_local_setting (void)
{
  g_autoptr (TenureExplanation) explanation = tenure_explanation_new ("Annual rollover: red", "");

  tenure_explanation_set_rule (explanation, tenure_rule (TENURE_RULE_T4));
  g_assert_cmpstr (explanation->source, ==, "local setting");
}

/* Every bit names a field of the catalogue, and no two the same in files. */
static void
test_missing_fields (void)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint bit = 0; bit < TENURE_N_MISSING; bit++)
    {
      TenureRecordType type;
      const char *code;
      const char *field = tenure_missing_field (bit, &type, &code);

      g_test_message ("%s", code);
      g_assert_cmpint (tenure_record_find_field (type, field), >=, 0);
      g_assert_true (g_hash_table_add (codes, (gpointer) code));
    }
}

static void
test_find (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TenureFacts) facts = NULL;

  for (int i = 0; i < 3; i++)
    {
      fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
      fixture_add_agreement (fixture, fixture_agreement ("Advice line"));
      fixture_add_board (fixture, fixture_board ("Place Board"));
    }
  facts = fixture_end (fixture);
  for (int i = 0; i < 3; i++)
    {
      g_assert_cmpint (tenure_facts_find_organisation (facts, facts->organisations[i].id), ==, i);
      g_assert_cmpint (tenure_facts_find_agreement (facts, facts->agreements[i].id), ==, i);
      g_assert_cmpint (tenure_facts_find_board (facts, facts->boards[i].id), ==, i);
    }
  g_assert_cmpint (tenure_facts_find_organisation (facts, 1), ==, -1);
  g_assert_cmpint (tenure_facts_find_agreement (facts, TENURE_ID_NONE), ==, -1);
  g_assert_cmpint (tenure_facts_find_board (facts, -1), ==, -1);
}

/* Whom the agreement is with, unless it is called that itself. */
static void
test_provider_beside_title (void)
{
  static const struct
  {
    const char *title, *provider, *expected;
  } cases[] = {
    { "Advice line", "Lantern Trust", "Lantern Trust" },
    { "Lantern Trust", "Lantern Trust", NULL },
    { "LANTERN TRUST", "Lantern Trust", NULL },
    { "CHŒUR D’ÉTÉ", "Chœur d’été", NULL },
    { "Lantern Trust: advice", "Lantern Trust", "Lantern Trust" },
    { NULL, "Lantern Trust", "Lantern Trust" },
    { "Advice line", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureFactOrganisation organisation = { .name = cases[i].provider };
      TenureFactAgreement agreement = { .title = cases[i].title, .provider = cases[i].provider != NULL ? 0 : -1 };
      TenureFacts facts = { .agreements = &agreement, .n_agreements = 1, .organisations = &organisation,
                            .n_organisations = 1 };

      g_test_message ("%s, %s", cases[i].title, cases[i].provider);
      g_assert_cmpstr (tenure_facts_get_provider_beside_title (&facts, 0), ==, cases[i].expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/json", test_json);
  g_test_add_func ("/figure/labels", test_labels);
  g_test_add_func ("/figure/coverage", test_coverage);
  g_test_add_func ("/figure/explanation", test_explanation);
  g_test_add_func ("/figure/local-setting", test_local_setting);
  g_test_add_func ("/figure/missing-fields", test_missing_fields);
  g_test_add_func ("/figure/find", test_find);
  g_test_add_func ("/facts/provider-beside-title", test_provider_beside_title);
  return g_test_run ();
}
