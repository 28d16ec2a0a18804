/* What a document changes in the rules: which setting holds, what is wrong with one, what a changed rule says. */

#include "catalogue/rule-words.h"

#include <string.h>

#define UNSET TENURE_THRESHOLD_UNSET

static TenureDay
day (const char *iso)
{
  TenureDay result = TENURE_DAY_NONE;

  if (iso != NULL)
    g_assert_true (tenure_day_parse_iso (iso, &result));
  return result;
}

static TenureRuleSetting
setting_of (TenureId id, int rule)
{
  TenureRuleSetting setting = TENURE_RULE_SETTING_INIT;

  setting.id = id;
  setting.rule = rule;
  setting.reason = "Decided here";
  return setting;
}

/* --- Which one holds --- */

#define NORTH 7
#define SOUTH 8

static const struct
{
  const char *as_of;
  TenureId portfolio;
  gint32 red;
  TenureId held;
} choices[] = {
  { "2026-03-31", TENURE_ID_NONE, 12, 0 },
  { "2026-04-01", TENURE_ID_NONE, 18, 1 },
  { "2026-09-30", TENURE_ID_NONE, 18, 1 },
  { "2026-10-01", TENURE_ID_NONE, 24, 2 }, /* the later first day */
  { "2027-03-31", TENURE_ID_NONE, 24, 2 },
  { "2027-04-01", TENURE_ID_NONE, 18, 1 }, /* its last day is over */
  { "2026-03-31", NORTH, 6, 3 },
  { "2026-10-01", NORTH, 6, 3 }, /* the portfolio's before the document's, whatever their first days */
  { "2026-10-01", SOUTH, 12, 4 }, /* says nothing: the program's own, not the document's */
};

static void
test_which_holds (void)
{
  TenureRuleSetting settings[] = { setting_of (1, TENURE_RULE_T1), setting_of (2, TENURE_RULE_T1), setting_of (3, TENURE_RULE_T1),
                                   setting_of (4, TENURE_RULE_T1) };
  TenureRule rules[TENURE_N_RULES];

  settings[0].from = day ("2026-04-01");
  settings[0].thresholds[TENURE_THRESHOLD_RED] = 1800;
  settings[1].from = day ("2026-10-01");
  settings[1].until = day ("2027-03-31");
  settings[1].thresholds[TENURE_THRESHOLD_RED] = 2400;
  settings[2].portfolio = NORTH;
  settings[2].thresholds[TENURE_THRESHOLD_RED] = 600;
  settings[3].portfolio = SOUTH;
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      const TenureRule *t1 = &rules[TENURE_RULE_T1];

      g_test_message ("%s", choices[i].as_of);
      tenure_rules_effective (settings, G_N_ELEMENTS (settings), day (choices[i].as_of), choices[i].portfolio, rules);
      g_assert_cmpint (t1->red, ==, choices[i].red);
      g_assert_cmpint (t1->setting != NULL ? t1->setting->id : 0, ==, choices[i].held);
      g_assert_cmpint (t1->changed, ==, choices[i].red != 12);
      g_assert_cmpint (t1->confidence == TENURE_CONFIDENCE_HOUSE, ==, t1->changed);
      g_assert_cmpint (rules[TENURE_RULE_N2].red, ==, 3);
      g_assert_null (rules[TENURE_RULE_N2].setting);
    }
}

/* The slow obvious way: all that hold on the day, put in order, the last one taken. */
static int
compare_settings (gconstpointer a, gconstpointer b)
{
  const TenureRuleSetting *left = *(TenureRuleSetting *const *) a, *right = *(TenureRuleSetting *const *) b;

  if ((left->portfolio == TENURE_ID_NONE) != (right->portfolio == TENURE_ID_NONE))
    return left->portfolio == TENURE_ID_NONE ? -1 : 1;
  if (left->from != right->from)
    return left->from == TENURE_DAY_NONE ? -1 : right->from == TENURE_DAY_NONE ? 1 : left->from < right->from ? -1 : 1;
  return left->id < right->id ? -1 : 1;
}

static const TenureRuleSetting *
choose_slowly (TenureRuleSetting *settings, guint n, int rule, TenureDay as_of, TenureId portfolio)
{
  g_autoptr (GPtrArray) held = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    if (settings[i].rule == rule && (settings[i].portfolio == TENURE_ID_NONE || settings[i].portfolio == portfolio)
        && (settings[i].from == TENURE_DAY_NONE || settings[i].from <= as_of)
        && (settings[i].until == TENURE_DAY_NONE || settings[i].until >= as_of)
        && tenure_rule_setting_find_fault (&settings[i], NULL) == TENURE_RULE_FAULT_NONE)
      g_ptr_array_add (held, &settings[i]);
  g_ptr_array_sort (held, compare_settings);
  return held->len > 0 ? held->pdata[held->len - 1] : NULL;
}

static TenureRuleSetting
random_setting (TenureId id)
{
  TenureRuleSetting setting = setting_of (id, g_test_rand_int_range (-1, 4));

  setting.portfolio = g_test_rand_int_range (0, 3);
  setting.from = g_test_rand_bit () ? g_test_rand_int_range (0, 6) : TENURE_DAY_NONE;
  setting.until = g_test_rand_bit () ? g_test_rand_int_range (0, 6) : TENURE_DAY_NONE;
  setting.thresholds[g_test_rand_int_range (0, TENURE_N_THRESHOLDS)] = g_test_rand_int_range (-100, 5000);
  return setting;
}

static void
test_random (void)
{
  for (int round = 0; round < 500; round++)
    {
      TenureRuleSetting settings[12];
      TenureRule rules[TENURE_N_RULES];
      TenureDay as_of = g_test_rand_int_range (0, 6);
      TenureId portfolio = g_test_rand_int_range (0, 3);

      for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
        settings[i] = random_setting (i + 1);
      tenure_rules_effective (settings, G_N_ELEMENTS (settings), as_of, portfolio, rules);
      for (int id = 0; id < TENURE_N_RULES; id++)
        {
          g_assert_true (rules[id].setting == choose_slowly (settings, G_N_ELEMENTS (settings), id, as_of, portfolio));
          g_assert_true (tenure_rule_is_in_order (&rules[id], NULL));
        }
    }
}

/* --- What is wrong --- */

static const struct
{
  int rule;
  gint32 note, amber, red, extra;
  TenureRuleFault fault;
  TenureThreshold threshold;
  const char *says;
} faults[] = {
  { TENURE_RULE_N2, 1200, 600, 300, UNSET, TENURE_RULE_FAULT_NONE, TENURE_N_THRESHOLDS, "" },
  { TENURE_RULE_N2, UNSET, 600, 700, UNSET, TENURE_RULE_FAULT_ORDER, TENURE_THRESHOLD_RED,
    "“Red” must be less than “Amber”, 6 months." },
  { TENURE_RULE_N2, UNSET, UNSET, 600, UNSET, TENURE_RULE_FAULT_ORDER, TENURE_THRESHOLD_RED,
    "“Red” must be less than “Amber”, 6 months." }, /* as much is not less */
  { TENURE_RULE_N2, UNSET, UNSET, 500, UNSET, TENURE_RULE_FAULT_NONE, TENURE_N_THRESHOLDS, "" },
  { TENURE_RULE_N2, 600, UNSET, UNSET, UNSET, TENURE_RULE_FAULT_ORDER, TENURE_THRESHOLD_AMBER,
    "“Amber” must be less than “Note”, 6 months." },
  { TENURE_RULE_D1, UNSET, 7000, 6000, UNSET, TENURE_RULE_FAULT_ORDER, TENURE_THRESHOLD_RED,
    "“Red” must be more than “Amber”, 70 %." },
  { TENURE_RULE_P2, UNSET, 500, UNSET, UNSET, TENURE_RULE_FAULT_ORDER, TENURE_THRESHOLD_RED,
    "“Red” must be more than “Amber”, 5 %." },
  { TENURE_RULE_Q1, 500, UNSET, UNSET, UNSET, TENURE_RULE_FAULT_ORDER, TENURE_THRESHOLD_EXTRA,
    "“Tight from” must be more than “Loose up to”, 5." },
  { TENURE_RULE_T1, UNSET, 2400, UNSET, UNSET, TENURE_RULE_FAULT_UNUSED, TENURE_THRESHOLD_AMBER,
    "The rule has no such threshold." },
  { TENURE_RULE_T1, UNSET, UNSET, 1250, UNSET, TENURE_RULE_FAULT_PARTS, TENURE_THRESHOLD_RED,
    "Enter a whole number: this is counted whole." },
  { TENURE_RULE_T1, UNSET, UNSET, -100, UNSET, TENURE_RULE_FAULT_RANGE, TENURE_THRESHOLD_RED,
    "Enter a number from 0 to 1200 months." },
  { TENURE_RULE_T1, UNSET, UNSET, G_MAXINT32 - 47, UNSET, TENURE_RULE_FAULT_RANGE, TENURE_THRESHOLD_RED, NULL },
  { TENURE_RULE_D1, UNSET, UNSET, 10001, UNSET, TENURE_RULE_FAULT_RANGE, TENURE_THRESHOLD_RED,
    "Enter a number from 0 to 100 %." },
  { TENURE_RULE_D2, UNSET, UNSET, 125, UNSET, TENURE_RULE_FAULT_NONE, TENURE_N_THRESHOLDS, "" },
  { TENURE_RULE_T4, UNSET, UNSET, UNSET, 6200, TENURE_RULE_FAULT_NONE, TENURE_N_THRESHOLDS, "" },
  { -1, UNSET, UNSET, UNSET, UNSET, TENURE_RULE_FAULT_UNKNOWN, TENURE_N_THRESHOLDS,
    "It names a rule that this version does not know." },
};

/* One that cannot be followed is left out whole: the program's own rule holds. */
static void
test_faults (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      TenureRuleSetting setting = setting_of (1, faults[i].rule);
      TenureRule rules[TENURE_N_RULES];
      TenureThreshold threshold;
      TenureRuleFault fault;
      g_autofree char *label = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      setting.thresholds[TENURE_THRESHOLD_NOTE] = faults[i].note;
      setting.thresholds[TENURE_THRESHOLD_AMBER] = faults[i].amber;
      setting.thresholds[TENURE_THRESHOLD_RED] = faults[i].red;
      setting.thresholds[TENURE_THRESHOLD_EXTRA] = faults[i].extra;
      fault = tenure_rule_setting_find_fault (&setting, &threshold);
      g_assert_cmpint (fault, ==, faults[i].fault);
      g_assert_cmpint (threshold, ==, faults[i].threshold);
      label = tenure_rule_fault_dup_label (fault, &setting, threshold);
      if (faults[i].says != NULL)
        g_assert_cmpstr (label, ==, faults[i].says);
      tenure_rules_effective (&setting, 1, day ("2026-11-21"), TENURE_ID_NONE, rules);
      for (int id = 0; id < TENURE_N_RULES; id++)
        g_assert_true ((rules[id].setting != NULL) == (id == faults[i].rule && fault == TENURE_RULE_FAULT_NONE));
    }
}

static void
test_days_and_levels (void)
{
  TenureRuleSetting setting = setting_of (1, TENURE_RULE_N2);

  setting.level = TENURE_LEVEL_AMBER;
  g_assert_cmpint (tenure_rule_setting_find_fault (&setting, NULL), ==, TENURE_RULE_FAULT_LEVEL);
  setting.rule = TENURE_RULE_V1;
  g_assert_cmpint (tenure_rule_setting_find_fault (&setting, NULL), ==, TENURE_RULE_FAULT_NONE);
  setting.from = day ("2026-11-21");
  setting.until = day ("2026-11-21");
  g_assert_cmpint (tenure_rule_setting_find_fault (&setting, NULL), ==, TENURE_RULE_FAULT_NONE);
  setting.until = day ("2026-11-20");
  g_assert_cmpint (tenure_rule_setting_find_fault (&setting, NULL), ==, TENURE_RULE_FAULT_REVERSED);
}

static void
assert_faults (const TenureRuleSetting *settings, guint n, const TenureRuleFault *expected)
{
  g_autofree TenureRuleFaultFound *found = tenure_rule_settings_find_faults (settings, n);

  for (guint i = 0; i < n; i++)
    g_assert_cmpint (found[i].fault, ==, expected[i]);
}

/* Of two for one rule, place and first day the one recorded later holds, and the other is said not to. */
static void
test_double (void)
{
  TenureRuleSetting settings[] = { setting_of (5, TENURE_RULE_T1), setting_of (4, TENURE_RULE_T1), setting_of (6, TENURE_RULE_T2) };
  TenureRule rules[TENURE_N_RULES];

  settings[0].thresholds[TENURE_THRESHOLD_RED] = 1800;
  settings[1].thresholds[TENURE_THRESHOLD_RED] = 2400;
  assert_faults (settings, 3, (const TenureRuleFault[]){ TENURE_RULE_FAULT_NONE, TENURE_RULE_FAULT_DOUBLE, TENURE_RULE_FAULT_NONE });
  tenure_rules_effective (settings, 3, day ("2026-11-21"), TENURE_ID_NONE, rules);
  g_assert_cmpint (rules[TENURE_RULE_T1].red, ==, 18);
  settings[1].portfolio = NORTH;
  assert_faults (settings, 3, (const TenureRuleFault[]){ TENURE_RULE_FAULT_NONE, TENURE_RULE_FAULT_NONE, TENURE_RULE_FAULT_NONE });
}

/* Slow and obvious: each against all others. */
static TenureRuleFault
slow_fault (const TenureRuleSetting *settings, guint n, guint index)
{
  TenureRuleFault fault = tenure_rule_setting_find_fault (&settings[index], NULL);

  for (guint i = 0; i < n && fault == TENURE_RULE_FAULT_NONE; i++)
    if (settings[i].id > settings[index].id && settings[i].rule == settings[index].rule
        && settings[i].portfolio == settings[index].portfolio && settings[i].from == settings[index].from
        && tenure_rule_setting_find_fault (&settings[i], NULL) == TENURE_RULE_FAULT_NONE)
      return TENURE_RULE_FAULT_DOUBLE;
  return fault;
}

static void
test_random_faults (void)
{
  for (int round = 0; round < 200; round++)
    {
      TenureRuleSetting settings[30];
      TenureRuleFault expected[30];
      guint n = (guint) g_test_rand_int_range (0, 31);

      for (guint i = 0; i < n; i++)
        {
          /* Ids in no order, each once. */
          settings[i] = setting_of ((TenureId) (i * 17 % 31 + 1), g_test_rand_int_range (-1, 3));
          settings[i].portfolio = g_test_rand_bit () ? NORTH : TENURE_ID_NONE;
          settings[i].from = g_test_rand_bit () ? day ("2026-04-01") : TENURE_DAY_NONE;
          settings[i].unreadable = g_test_rand_int_range (0, 4) == 0;
        }
      for (guint i = 0; i < n; i++)
        expected[i] = slow_fault (settings, n, i);
      assert_faults (settings, n, expected);
    }
}

/* So many that comparing each with all others would not end: of one place, all but the last are told. */
static void
test_many (void)
{
  guint n = 400000, doubles = 0;
  g_autofree TenureRuleSetting *settings = g_new (TenureRuleSetting, n);
  g_autofree TenureRuleFaultFound *found = NULL;

  for (guint i = 0; i < n; i++)
    settings[i] = setting_of ((TenureId) i + 1, TENURE_RULE_T1);
  found = tenure_rule_settings_find_faults (settings, n);
  for (guint i = 0; i < n; i++)
    doubles += found[i].fault == TENURE_RULE_FAULT_DOUBLE;
  g_assert_cmpuint (doubles, ==, n - 1);
  g_assert_cmpint (found[n - 1].fault, ==, TENURE_RULE_FAULT_NONE);
}

/* --- Words --- */

static void
test_changed_rule_names_no_authority (void)
{
  for (int id = 0; id < TENURE_N_RULES; id++)
    {
      TenureRuleSetting setting = setting_of (1, id);
      TenureRule rules[TENURE_N_RULES];
      g_autofree char *source = NULL, *off = NULL, *own = NULL;

      setting.off = TRUE;
      setting.source = "Grants panel, 3 March 2026";
      tenure_rules_effective (&setting, 1, day ("2026-11-21"), TENURE_ID_NONE, rules);
      source = tenure_rule_dup_source (&rules[id]);
      g_assert_cmpstr (source, ==, "Local setting: Grants panel, 3 March 2026 (Decided here)");
      g_assert_cmpstr (tenure_confidence_label (rules[id].confidence), ==, "local setting");
      g_assert_null (rules[id].source);
      off = tenure_rule_dup_statement (&rules[id]);
      g_assert_cmpstr (off, ==, "Switched off: it raises no flag.");
      own = tenure_rule_dup_source (tenure_rule ((TenureRuleId) id));
      g_assert_null (strstr (own, "Grants panel"));
    }
}

static void
test_statements (void)
{
  static const struct
  {
    int rule;
    TenureThreshold threshold;
    gint32 to;
    TenureLevel level;
    const char *says;
  } cases[] = {
    { TENURE_RULE_T1, TENURE_THRESHOLD_RED, UNSET, TENURE_LEVEL_NONE, "Red when the committed term is 12 months or less." },
    { TENURE_RULE_T1, TENURE_THRESHOLD_RED, 1800, TENURE_LEVEL_AMBER, "Amber when the committed term is 18 months or less." },
    { TENURE_RULE_D1, TENURE_THRESHOLD_AMBER, 4050, TENURE_LEVEL_NONE,
      "Amber when one funder gives 40.5 % of a provider’s income, red from 70 %." },
    { TENURE_RULE_D2, TENURE_THRESHOLD_RED, UNSET, TENURE_LEVEL_NONE, "Amber below 2 effective funders, red below 1.5." },
    { TENURE_RULE_V1, TENURE_THRESHOLD_RED, UNSET, TENURE_LEVEL_NOTE,
      "Note when a variation widened the scope and the price did not rise." },
    /* More than nothing is said without a number. */
    { TENURE_RULE_T5, TENURE_THRESHOLD_AMBER, UNSET, TENURE_LEVEL_NONE,
      "Amber when funding stopped between two terms, or the agreement was signed after it had started, or runs and is not "
      "signed yet." },
    { TENURE_RULE_T5, TENURE_THRESHOLD_AMBER, 700, TENURE_LEVEL_RED,
      "Red when, by more than 7 days, funding stopped between two terms, or the agreement was signed after it had started, or "
      "runs and is not signed yet." },
    { TENURE_RULE_P1, TENURE_THRESHOLD_RED, 0, TENURE_LEVEL_NONE,
      "Red when a payment came, or is outstanding, after the day of a valid invoice." },
    { TENURE_RULE_P2, TENURE_THRESHOLD_AMBER, UNSET, TENURE_LEVEL_NONE,
      "Amber when the price lags behind its index over the years that are complete, red when by more than 5 %." },
    { TENURE_RULE_P2, TENURE_THRESHOLD_AMBER, 150, TENURE_LEVEL_NONE,
      "Amber when the price lags behind its index by more than 1.5 % over the years that are complete, red when by more than "
      "5 %." },
    { TENURE_RULE_G8, TENURE_THRESHOLD_AMBER, 0, TENURE_LEVEL_NONE,
      "Amber when a VCS seat has been vacant for a day or more." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureRuleSetting setting = setting_of (1, cases[i].rule);
      TenureRule rules[TENURE_N_RULES];
      g_autofree char *says = NULL;

      setting.thresholds[cases[i].threshold] = cases[i].to;
      setting.level = cases[i].level;
      tenure_rules_effective (&setting, 1, day ("2026-11-21"), TENURE_ID_NONE, rules);
      says = tenure_rule_dup_statement (&rules[cases[i].rule]);
      g_assert_cmpstr (says, ==, cases[i].says);
    }
}

/* Every mark in braces is completed, and each number of a rule is named by its sentence. */
static void
test_every_number_is_said (void)
{
  for (int id = 0; id < TENURE_N_RULES; id++)
    {
      const TenureRule *rule = tenure_rule ((TenureRuleId) id);
      g_autofree char *statement = tenure_rule_dup_statement (rule), *applies = tenure_rule_dup_applies_to (rule);
      g_autofree char *both = g_strconcat (statement, applies, NULL), *list = tenure_rule_dup_thresholds (rule);

      g_test_message ("%s", statement);
      g_assert_null (strchr (both, '{'));
      for (TenureThreshold threshold = 0; threshold < TENURE_N_THRESHOLDS; threshold++)
        {
          g_autofree char *number = tenure_rule_dup_threshold (rule, threshold);

          g_assert_true (strstr (both, number) != NULL
                         || (rule->at_zero != NULL && tenure_rule_get_threshold (rule, threshold) == 0));
          g_assert_nonnull (strstr (list, number));
        }
    }
}

static void
test_units (void)
{
  for (int id = 0; id < TENURE_N_RULES; id++)
    for (TenureThreshold threshold = 0; threshold < TENURE_N_THRESHOLDS; threshold++)
      {
        const TenureRule *rule = tenure_rule ((TenureRuleId) id);
        TenureRuleUnit unit = tenure_rule_get_unit (rule, threshold);
        gint32 number = tenure_rule_get_threshold (rule, threshold), back;

        if (number == UNSET)
          continue;
        g_assert_true (tenure_rule_unit_from_hundredths (unit, tenure_rule_unit_to_hundredths (unit, number), &back));
        g_assert_cmpint (back, ==, number);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rule-setting/which-holds", test_which_holds);
  g_test_add_func ("/rule-setting/random", test_random);
  g_test_add_func ("/rule-setting/faults", test_faults);
  g_test_add_func ("/rule-setting/days-and-levels", test_days_and_levels);
  g_test_add_func ("/rule-setting/double", test_double);
  g_test_add_func ("/rule-setting/random-faults", test_random_faults);
  g_test_add_func ("/rule-setting/many", test_many);
  g_test_add_func ("/rule-setting/changed-rule-names-no-authority", test_changed_rule_names_no_authority);
  g_test_add_func ("/rule-setting/statements", test_statements);
  g_test_add_func ("/rule-setting/every-number-is-said", test_every_number_is_said);
  g_test_add_func ("/rule-setting/units", test_units);
  return g_test_run ();
}
