/* A rule while somebody changes it: what is typed, what is wrong with it, what would change, and what is stored. */

#include "register-fixture.h"

#include "app/rules/rule-preview.h"
#include "app/rules/rule-words.h"
#include "store/history.h"

#include <string.h>

static const struct
{
  TenureRuleId rule;
  TenureRuleDraftField field;
  const char *typed, *fault;
  TenureRuleDraftField at;
} cases[] = {
  { TENURE_RULE_N2, TENURE_RULE_DRAFT_RED, "4", NULL, TENURE_RULE_DRAFT_RED },
  { TENURE_RULE_N2, TENURE_RULE_DRAFT_RED, "7", "“Red” must be less than “Amber”, 6 months.", TENURE_RULE_DRAFT_RED },
  { TENURE_RULE_N2, TENURE_RULE_DRAFT_NOTE, "6", "“Amber” must be less than “Note”, 6 months.", TENURE_RULE_DRAFT_AMBER },
  { TENURE_RULE_N2, TENURE_RULE_DRAFT_RED, "soon", "Write a number like 12 or 2.5, with two decimals at most.",
    TENURE_RULE_DRAFT_RED },
  { TENURE_RULE_N2, TENURE_RULE_DRAFT_RED, "-1", "Write a number like 12 or 2.5, with two decimals at most.",
    TENURE_RULE_DRAFT_RED },
  { TENURE_RULE_N2, TENURE_RULE_DRAFT_RED, "2.5", "Enter a whole number: this is counted whole.", TENURE_RULE_DRAFT_RED },
  { TENURE_RULE_N2, TENURE_RULE_DRAFT_NOTE, "99999999", "Enter a number from 0 to 1200 months.", TENURE_RULE_DRAFT_NOTE },
  { TENURE_RULE_D1, TENURE_RULE_DRAFT_RED, "65%", NULL, TENURE_RULE_DRAFT_RED },
  { TENURE_RULE_D1, TENURE_RULE_DRAFT_RED, "40", "“Red” must be more than “Amber”, 50 %.", TENURE_RULE_DRAFT_RED },
  { TENURE_RULE_T1, TENURE_RULE_DRAFT_FROM, "1/4/27", NULL, TENURE_RULE_DRAFT_FROM },
  { TENURE_RULE_T1, TENURE_RULE_DRAFT_FROM, "30/2/27", "February 2027 has 28 days.", TENURE_RULE_DRAFT_FROM },
  { TENURE_RULE_T1, TENURE_RULE_DRAFT_REASON, "  ", "Say why: it stands wherever the rule is cited.",
    TENURE_RULE_DRAFT_REASON },
};

static void
test_typed (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureRuleDraft) draft = tenure_rule_draft_new (tenure_rule (cases[i].rule), TENURE_ID_NONE);
      char *faults[TENURE_RULE_DRAFT_N_FIELDS];
      TenureRuleSetting setting;
      gboolean fine;

      g_test_message ("%s", cases[i].typed);
      tenure_rule_draft_set_text (draft, TENURE_RULE_DRAFT_REASON, "Here");
      tenure_rule_draft_set_text (draft, cases[i].field, cases[i].typed);
      fine = tenure_rule_draft_read (draft, &setting, faults);
      g_assert_cmpint (fine, ==, cases[i].fault == NULL);
      g_assert_cmpstr (faults[cases[i].at], ==, cases[i].fault);
      for (guint field = 0; field < TENURE_RULE_DRAFT_N_FIELDS; field++)
        {
          g_assert_true (field == cases[i].at || faults[field] == NULL);
          g_free (faults[field]);
        }
    }
}

/* What is as the program has it is not said, so that a later program may know better. */
static void
test_only_what_differs (void)
{
  for (int id = 0; id < TENURE_N_RULES; id++)
    {
      g_autoptr (TenureRuleDraft) draft = tenure_rule_draft_new (tenure_rule ((TenureRuleId) id), TENURE_ID_NONE);
      TenureRuleSetting setting;
      TenureRule rules[TENURE_N_RULES];

      tenure_rule_draft_set_text (draft, TENURE_RULE_DRAFT_REASON, "Here");
      g_assert_true (tenure_rule_draft_read (draft, &setting, NULL));
      for (TenureThreshold threshold = 0; threshold < TENURE_N_THRESHOLDS; threshold++)
        g_assert_cmpint (setting.thresholds[threshold], ==, TENURE_THRESHOLD_UNSET);
      tenure_rules_effective (&setting, 1, REGISTER_AS_OF, TENURE_ID_NONE, rules);
      g_assert_false (rules[id].changed);
    }
}

static TenureSnapshot *
look (RegisterFixture *fixture)
{
  g_autoptr (TenureFilter) filter = tenure_filter_new ();
  TenureSnapshot *snapshot = tenure_snapshot_new (fixture->basis, filter, fixture->reader, NULL);

  g_assert_nonnull (snapshot);
  return snapshot;
}

/* What is foretold is what comes, on the day and from the first day on; and nothing is written before. */
static void
test_preview (RegisterFixture *fixture, gconstpointer data)
{
  static const RegisterRow rows[] = {
    { "A year", "Lantern House", "grant", "North", "2026-04-01", "2027-03-31", 1, NULL },
    { "Eighteen months", "Lantern House", "grant", "North", "2026-04-01", "2027-09-30", 1, NULL },
    { "Three years", "Lantern House", "grant", "North", "2026-04-01", "2029-03-31", 1, NULL },
  };
  g_autoptr (TenureSnapshot) before = NULL, after = NULL;
  g_autoptr (TenureRuleDraft) draft = tenure_rule_draft_new (tenure_rule (TENURE_RULE_T1), TENURE_ID_NONE);
  g_autofree char *words = NULL, *later = NULL, *said = NULL, *raised = NULL;
  g_autoptr (GError) error = NULL;
  TenureRuleSetting setting;
  const TenureRule *rule;

  register_fixture_add (fixture, rows, G_N_ELEMENTS (rows));
  register_fixture_read (fixture);
  before = look (fixture);
  tenure_rule_draft_set_text (draft, TENURE_RULE_DRAFT_RED, "18");
  tenure_rule_draft_set_text (draft, TENURE_RULE_DRAFT_REASON, "Eighteen months are short here");
  g_assert_true (tenure_rule_draft_read (draft, &setting, NULL));
  words = tenure_rule_preview_dup_words (before, &setting, NULL);
  g_assert_cmpstr (words, ==, "What changes on 21 Nov 2026:\nT1 Short term: 1 red more\nT2 Below multi-year: 1 amber fewer");
  tenure_rule_draft_set_text (draft, TENURE_RULE_DRAFT_FROM, "2028-01-01");
  g_assert_true (tenure_rule_draft_read (draft, &setting, NULL));
  later = tenure_rule_preview_dup_words (before, &setting, NULL);
  g_assert_cmpstr (later, ==, "No flag changes on 1 Jan 2028.");
  tenure_rule_draft_set_text (draft, TENURE_RULE_DRAFT_FROM, NULL);
  g_assert_true (tenure_rule_draft_read (draft, &setting, NULL));
  g_assert_true (tenure_rule_setting_store (fixture->document, &setting, TENURE_ID_NONE, TENURE_ID_NONE, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (tenure_document_get_undo_label (fixture->document), ==, "Change rule “T1 Short term”");
  register_fixture_read (fixture);
  after = look (fixture);
  raised = tenure_rule_words_dup_raised (tenure_snapshot_get_flags (after), TENURE_RULE_T1);
  g_assert_cmpstr (raised, ==, "2 red");
  rule = tenure_options_rule (&tenure_snapshot_get_terms (after)->options, TENURE_RULE_T1);
  said = tenure_rule_words_dup_setting (rule, NULL);
  g_assert_true (g_str_has_prefix (said, "Changed here, everywhere, until it is changed. The program’s own: Red when the "
                                         "committed term is 12 months or less. (SCVO"));
}

/* What is to hold later is said at once: nobody should think that it was lost. */
static void
test_later (RegisterFixture *fixture, gconstpointer data)
{
  g_autoptr (TenureRuleDraft) draft = tenure_rule_draft_new (tenure_rule (TENURE_RULE_T1), TENURE_ID_NONE);
  g_autoptr (TenureSnapshot) snapshot = NULL;
  const TenureFacts *facts;
  TenureRuleSetting setting;
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;

  tenure_rule_draft_set_text (draft, TENURE_RULE_DRAFT_RED, "24");
  tenure_rule_draft_set_text (draft, TENURE_RULE_DRAFT_REASON, "Two years are short here");
  tenure_rule_draft_set_text (draft, TENURE_RULE_DRAFT_FROM, "2027-04-01");
  g_assert_true (tenure_rule_draft_read (draft, &setting, NULL));
  g_assert_true (tenure_rule_setting_store (fixture->document, &setting, TENURE_ID_NONE, TENURE_ID_NONE, &error));
  g_assert_no_error (error);
  register_fixture_read (fixture);
  snapshot = look (fixture);
  facts = tenure_snapshot_get_facts (snapshot);
  words = tenure_rule_words_dup_later (facts, TENURE_RULE_T1, TENURE_ID_NONE, setting.from - 1);
  g_assert_cmpstr (words, ==, "From 1 Apr 2027 on: Red when the committed term is 24 months or less.");
  g_assert_null (tenure_rule_words_dup_later (facts, TENURE_RULE_T1, TENURE_ID_NONE, setting.from));
  g_assert_null (tenure_rule_words_dup_later (facts, TENURE_RULE_T2, TENURE_ID_NONE, setting.from - 1));
}

/* The same first day: in the place of the old one. Another first day: after it. Reset: the next one holds. */
static void
test_stored (RegisterFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *from, *red;
    guint n;
    gint32 holds;
  } steps[] = { { NULL, "18", 1, 18 }, { NULL, "20", 1, 20 }, { "1 Jan 2026", "24", 2, 24 }, { NULL, "12", 2, 24 } };
  g_autoptr (TenureSnapshot) last = NULL;
  const TenureRule *rule;
  const TenureFacts *facts;

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (TenureRuleDraft) draft = tenure_rule_draft_new (tenure_rule (TENURE_RULE_T1), TENURE_ID_NONE);
      g_autoptr (TenureSnapshot) snapshot = NULL;
      const TenureRuleSetting *same;
      TenureRuleSetting setting;

      register_fixture_read (fixture);
      snapshot = look (fixture);
      facts = tenure_snapshot_get_facts (snapshot);
      tenure_rule_draft_set_text (draft, TENURE_RULE_DRAFT_RED, steps[i].red);
      tenure_rule_draft_set_text (draft, TENURE_RULE_DRAFT_FROM, steps[i].from);
      tenure_rule_draft_set_text (draft, TENURE_RULE_DRAFT_REASON, "Here");
      g_assert_true (tenure_rule_draft_read (draft, &setting, NULL));
      same = tenure_rule_draft_find_same (facts->rule_settings, facts->n_rule_settings, &setting);
      g_assert_true (tenure_rule_setting_store (fixture->document, &setting, same != NULL ? same->id : TENURE_ID_NONE,
                                                TENURE_ID_NONE, NULL));
      register_fixture_read (fixture);
      g_clear_pointer (&last, tenure_snapshot_unref);
      last = look (fixture);
      facts = tenure_snapshot_get_facts (last);
      rule = tenure_options_rule (&tenure_snapshot_get_terms (last)->options, TENURE_RULE_T1);
      g_assert_cmpuint (facts->n_rule_settings, ==, steps[i].n);
      g_assert_cmpint (rule->red, ==, steps[i].holds);
    }
  g_assert_true (tenure_rule_setting_reset (fixture->document, TENURE_RULE_T1, rule->setting->id, NULL));
  register_fixture_read (fixture);
  tenure_snapshot_unref (g_steal_pointer (&last));
  last = look (fixture);
  rule = tenure_options_rule (&tenure_snapshot_get_terms (last)->options, TENURE_RULE_T1);
  g_assert_cmpint (rule->red, ==, 12);
  g_assert_false (rule->changed);
  g_assert_nonnull (rule->setting);
}

/* A portfolio's own setting, changed everywhere instead, goes: it would beat the new one there. */
static void
test_everywhere_instead (RegisterFixture *fixture, gconstpointer data)
{
  TenureRuleSetting own = TENURE_RULE_SETTING_INIT, setting = TENURE_RULE_SETTING_INIT;
  TenureRule rule = *tenure_rule (TENURE_RULE_T1);
  g_autoptr (TenureRuleDraft) draft = NULL, everywhere = NULL;
  const TenureFacts *facts;
  TenureDay first;

  g_assert_true (tenure_day_parse_iso ("2026-01-01", &first));
  own.rule = setting.rule = TENURE_RULE_T1;
  own.id = 77;
  own.portfolio = 901;
  rule.setting = &own;
  draft = tenure_rule_draft_new (&rule, 901);
  everywhere = tenure_rule_draft_new (&rule, TENURE_ID_NONE);
  g_assert_cmpint (tenure_rule_draft_find_gone (draft, &setting), ==, 77);
  g_assert_cmpint (tenure_rule_draft_find_gone (everywhere, &setting), ==, TENURE_ID_NONE);
  setting.portfolio = 901;
  g_assert_cmpint (tenure_rule_draft_find_gone (draft, &setting), ==, TENURE_ID_NONE);

  setting.portfolio = TENURE_ID_NONE;
  setting.thresholds[TENURE_THRESHOLD_RED] = 1800;
  setting.reason = "Here";
  g_assert_true (tenure_rule_setting_store (fixture->document, &setting, TENURE_ID_NONE, TENURE_ID_NONE, NULL));
  register_fixture_read (fixture);
  facts = tenure_basis_get_facts (fixture->basis);
  g_assert_cmpuint (facts->n_rule_settings, ==, 1);
  setting.from = first;
  g_assert_true (
      tenure_rule_setting_store (fixture->document, &setting, TENURE_ID_NONE, facts->rule_settings[0].id, NULL));
  register_fixture_read (fixture);
  facts = tenure_basis_get_facts (fixture->basis);
  g_assert_cmpuint (facts->n_rule_settings, ==, 1);
  g_assert_cmpint (facts->rule_settings[0].from, ==, first);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rule-draft/typed", test_typed);
  g_test_add_func ("/rule-draft/only-what-differs", test_only_what_differs);
  g_test_add ("/rule-draft/preview", RegisterFixture, NULL, register_fixture_set_up_empty, test_preview, register_fixture_tear_down);
  g_test_add ("/rule-draft/later", RegisterFixture, NULL, register_fixture_set_up_empty, test_later, register_fixture_tear_down);
  g_test_add ("/rule-draft/stored", RegisterFixture, NULL, register_fixture_set_up_empty, test_stored, register_fixture_tear_down);
  g_test_add ("/rule-draft/everywhere-instead", RegisterFixture, NULL, register_fixture_set_up_empty,
              test_everywhere_instead, register_fixture_tear_down);
  return g_test_run ();
}
