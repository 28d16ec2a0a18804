/* Two analyses of one day held against each other: what differs is told, what does not is not. */

#include "analysis/effects.h"

#include "fixture.h"

/* Three agreements of one organisation of the sector: of a year, of three years, and one whose end is not recorded. The ends
 * of the first and the last are what the cases change. */
static TenureFacts *
make_facts (const char *first_end, const char *last_end, gint64 first_pounds)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  gint32 provider = fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);

  fixture_add_agreement (fixture, fixture_term (provider, "2026-04-01", first_end, first_pounds));
  fixture_add_agreement (fixture, fixture_term (provider, "2026-04-01", "2029-03-31", 90000));
  fixture_add_agreement (fixture, fixture_term (provider, "2026-04-01", last_end, 12000));
  return fixture_end (fixture);
}

static TenureAnalysis *
analyse (const TenureFacts *facts)
{
  return tenure_analysis_new (facts, day ("2026-11-21"), NULL, NULL);
}

#define RECORDED "Fields recorded"

/* "label: before → after", a line each; of what is recorded the name alone: which fields count is the catalogue's business. */
static char *
dup_lines (const TenureEffects *effects)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < effects->figures->len; i++)
    {
      const TenureEffect *effect = effects->figures->pdata[i];

      g_string_append (text, effect->label);
      if (!g_str_equal (effect->label, RECORDED))
        g_string_append_printf (text, ": %s → %s", effect->before, effect->after);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
test_figures (void)
{
  static const struct
  {
    const char *name, *first_end, *last_end;
    gint64 pounds;
    const char *lines;
  } cases[] = {
    { "nothing", "2027-03-31", NULL, 12000, "" },
    { "money", "2027-03-31", NULL, 24000, "Yearly value: £42,000 → £54,000\n" },
    { "a longer term", "2029-03-31", NULL, 36000,
      "Terms of 12 months or less: 1 → 0\n"
      "Terms of 36 months or more: 1 → 2\n"
      "End within 12 months and are not renewed: 1 → 0\n"
      "Yearly value secured 12 months ahead: £30,000 → £42,000\n" },
    { "a day over 12 months", "2027-04-02", NULL, 12000,
      "Yearly value: £42,000 → £41,934\n"
      "Terms of 12 months or less: 1 → 0\n"
      "Terms of more than 12 and less than 36 months: 0 → 1\n" },
    { "an end that was not recorded", "2027-03-31", "2027-03-31", 12000,
      "Running: 2 → 3\n"
      "Yearly value: £42,000 (2 of 2 known) → £54,000 (3 of 3 known)\n"
      "Terms of 12 months or less: 1 → 2\n"
      "Term not known: 1 → 0\n"
      "End within 12 months and are not renewed: 1 → 2\n"
      RECORDED "\n" },
  };
  g_autoptr (TenureFacts) facts = make_facts ("2027-03-31", NULL, 12000);
  g_autoptr (TenureAnalysis) before = analyse (facts);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureFacts) changed = make_facts (cases[i].first_end, cases[i].last_end, cases[i].pounds);
      g_autoptr (TenureAnalysis) after = analyse (changed);
      g_autoptr (TenureEffects) effects = tenure_effects_new (before, after);
      g_autofree char *lines = dup_lines (effects);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (lines, ==, cases[i].lines);
    }
}

/* By record: one flag that goes and one that comes are two changes, whatever the count says. */
static void
test_flags (void)
{
  g_autoptr (TenureFacts) facts = make_facts ("2027-03-31", "2028-03-31", 12000);
  g_autoptr (TenureFacts) swapped = make_facts ("2028-03-31", "2027-03-31", 12000);
  g_autoptr (TenureAnalysis) before = analyse (facts);
  g_autoptr (TenureAnalysis) after = analyse (swapped);
  g_autoptr (TenureEffects) effects = tenure_effects_new (before, after);
  g_autoptr (TenureEffects) none = tenure_effects_new (before, before);
  g_autofree char *words = tenure_flag_change_dup_label (&effects->rules[TENURE_RULE_T1]);

  g_assert_cmpuint (effects->rules[TENURE_RULE_T1].gone, ==, 1);
  g_assert_cmpuint (effects->rules[TENURE_RULE_T1].come, ==, 1);
  g_assert_cmpuint (effects->rules[TENURE_RULE_T2].gone, ==, 1);
  g_assert_cmpuint (effects->rules[TENURE_RULE_T2].come, ==, 1);
  g_assert_cmpstr (words, ==, "1 goes, 1 comes");
  g_assert_null (tenure_flag_change_dup_label (&none->flags));
  g_assert_cmpuint (none->figures->len, ==, 0);
}

/* The same rule on the same record, at another level; and one that lacks a field. */
static void
test_levels (void)
{
  static const struct
  {
    const char *name, *before, *after;
    TenureRuleId rule;
    TenureFlagChange change;
  } cases[] = {
    { "from note to amber", "2027-06-30", "2027-03-31", TENURE_RULE_N2, { .worse = 1 } },
    { "from amber to note", "2027-03-31", "2027-06-30", TENURE_RULE_N2, { .better = 1 } },
    { "told", NULL, "2027-03-31", TENURE_RULE_T1, { .come = 1, .told = 1 } },
    { "no longer told", "2027-03-31", NULL, TENURE_RULE_T1, { .gone = 1, .no_longer_told = 1 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureFacts) facts = make_facts (cases[i].before, "2029-03-31", 12000);
      g_autoptr (TenureFacts) changed = make_facts (cases[i].after, "2029-03-31", 12000);
      g_autoptr (TenureAnalysis) before = analyse (facts);
      g_autoptr (TenureAnalysis) after = analyse (changed);
      g_autoptr (TenureEffects) effects = tenure_effects_new (before, after);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpmem (&effects->rules[cases[i].rule], sizeof (TenureFlagChange), &cases[i].change,
                       sizeof (TenureFlagChange));
    }
}

/* Of a selection, only what is in it counts, and nothing that judges all of them together. */
static void
test_selection (void)
{
  const guint32 second = 1;
  const TenureSelection selection = { .agreements = &second, .n_agreements = 1 };
  g_autoptr (TenureFacts) facts = make_facts ("2027-03-31", "2027-03-31", 12000);
  g_autoptr (TenureFacts) changed = make_facts ("2029-03-31", "2029-03-31", 99000);
  g_autoptr (TenureAnalysis) all_before = analyse (facts);
  g_autoptr (TenureAnalysis) all_after = analyse (changed);
  g_autoptr (TenureAnalysis) before = tenure_analysis_narrow (all_before, &selection, NULL);
  g_autoptr (TenureAnalysis) after = tenure_analysis_narrow (all_after, &selection, NULL);
  g_autoptr (TenureEffects) effects = tenure_effects_new (before, after);
  g_autoptr (TenureEffects) of_all = tenure_effects_new (all_before, all_after);

  g_assert_cmpuint (of_all->rules[TENURE_RULE_T1].gone, ==, 2);
  g_assert_cmpuint (effects->rules[TENURE_RULE_T1].gone, ==, 0);
  g_assert_cmpuint (effects->figures->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/effects/figures", test_figures);
  g_test_add_func ("/effects/flags", test_flags);
  g_test_add_func ("/effects/levels", test_levels);
  g_test_add_func ("/effects/selection", test_selection);
  return g_test_run ();
}
