#include "config.h"
#include "catalogue/rule-setting.h"

#include "catalogue/rule-words.h"

#include "base/i18n.h"

#define HUNDRED 100
#define WHOLE_BP 10000

/* --- Units --- */

static gboolean
is_counted_whole (TenureRuleUnit unit)
{
  return unit == TENURE_RULE_UNIT_MONTHS || unit == TENURE_RULE_UNIT_DAYS || unit == TENURE_RULE_UNIT_COUNT;
}

gboolean
tenure_rule_unit_from_hundredths (TenureRuleUnit unit, gint32 hundredths, gint32 *out_threshold)
{
  if (!is_counted_whole (unit))
    *out_threshold = hundredths;
  else if (hundredths % HUNDRED == 0)
    *out_threshold = hundredths / HUNDRED;
  else
    return FALSE;
  return TRUE;
}

gint32
tenure_rule_unit_to_hundredths (TenureRuleUnit unit, gint32 threshold)
{
  return is_counted_whole (unit) ? threshold * HUNDRED : threshold;
}

/* A century, a million things, and of money ten times the whole; shares of one thing end at the whole. */
static gint32
most_of (TenureRuleUnit unit, TenureRuleId id)
{
  switch (unit)
    {
    case TENURE_RULE_UNIT_MONTHS:
      return 1200;
    case TENURE_RULE_UNIT_DAYS:
      return 36525;
    case TENURE_RULE_UNIT_COUNT:
      return id == TENURE_RULE_Q1 ? 5 : 1000000;
    case TENURE_RULE_UNIT_HUNDREDTHS:
      return 1000000;
    default:
      return id == TENURE_RULE_P3 ? 10 * WHOLE_BP : WHOLE_BP;
    }
}

/* --- Faults --- */

/* The numbers of @setting in @rule, a copy of the program's own. */
static TenureRuleFault
take_thresholds (const TenureRuleSetting *setting, TenureRule *rule, TenureThreshold *out_threshold)
{
  gint32 *numbers[TENURE_N_THRESHOLDS] = { &rule->note, &rule->amber, &rule->red, &rule->extra };

  for (TenureThreshold threshold = 0; threshold < TENURE_N_THRESHOLDS; threshold++)
    {
      TenureRuleUnit unit = tenure_rule_get_unit (rule, threshold);
      gint32 given = setting->thresholds[threshold], number;

      if (given == TENURE_THRESHOLD_UNSET)
        continue;
      *out_threshold = threshold;
      if (*numbers[threshold] == TENURE_THRESHOLD_UNSET)
        return TENURE_RULE_FAULT_UNUSED;
      if (given < 0 || given > tenure_rule_unit_to_hundredths (unit, most_of (unit, rule->id)))
        return TENURE_RULE_FAULT_RANGE;
      if (!tenure_rule_unit_from_hundredths (unit, given, &number))
        return TENURE_RULE_FAULT_PARTS;
      *numbers[threshold] = number;
    }
  return tenure_rule_is_in_order (rule, out_threshold) ? TENURE_RULE_FAULT_NONE : TENURE_RULE_FAULT_ORDER;
}

static gboolean
is_reversed (const TenureRuleSetting *setting)
{
  return tenure_day_is_known (setting->from) && tenure_day_is_known (setting->until) && setting->until < setting->from;
}

TenureRuleFault
tenure_rule_setting_find_fault (const TenureRuleSetting *setting, TenureThreshold *out_threshold)
{
  TenureThreshold threshold = TENURE_N_THRESHOLDS;
  TenureRuleFault fault = TENURE_RULE_FAULT_NONE;
  TenureRule rule;

  g_return_val_if_fail (setting != NULL, TENURE_RULE_FAULT_UNKNOWN);

  if (setting->rule < 0 || setting->rule >= TENURE_N_RULES)
    fault = TENURE_RULE_FAULT_UNKNOWN;
  else if (setting->unreadable)
    fault = TENURE_RULE_FAULT_UNREADABLE;
  else if (is_reversed (setting))
    fault = TENURE_RULE_FAULT_REVERSED;
  else if (setting->level != TENURE_LEVEL_NONE && tenure_rule ((TenureRuleId) setting->rule)->level == TENURE_LEVEL_NONE)
    fault = TENURE_RULE_FAULT_LEVEL;
  if (fault == TENURE_RULE_FAULT_NONE)
    {
      rule = *tenure_rule ((TenureRuleId) setting->rule);
      fault = take_thresholds (setting, &rule, &threshold);
      if (fault == TENURE_RULE_FAULT_NONE)
        threshold = TENURE_N_THRESHOLDS;
    }
  if (out_threshold != NULL)
    *out_threshold = threshold;
  return fault;
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

/* By rule, portfolio and first day. */
static int
compare_places (const TenureRuleSetting *a, const TenureRuleSetting *b)
{
  int order = compare_numbers (a->rule, b->rule);

  if (order == 0)
    order = compare_numbers (a->portfolio, b->portfolio);
  return order != 0 ? order : compare_numbers (a->from, b->from);
}

/* The one recorded last of a place is the first there. */
static int
compare_settings (gconstpointer left, gconstpointer right)
{
  const TenureRuleSetting *a = *(const TenureRuleSetting *const *) left, *b = *(const TenureRuleSetting *const *) right;
  int order = compare_places (a, b);

  return order != 0 ? order : compare_numbers (b->id, a->id);
}

TenureRuleFaultFound *
tenure_rule_settings_find_faults (const TenureRuleSetting *settings, guint n_settings)
{
  TenureRuleFaultFound *found = g_new (TenureRuleFaultFound, n_settings);
  g_autofree const TenureRuleSetting **order = g_new (const TenureRuleSetting *, n_settings);
  guint n = 0;

  g_return_val_if_fail (settings != NULL || n_settings == 0, found);

  for (guint i = 0; i < n_settings; i++)
    {
      found[i].fault = tenure_rule_setting_find_fault (&settings[i], &found[i].threshold);
      if (found[i].fault == TENURE_RULE_FAULT_NONE)
        order[n++] = &settings[i];
    }
  if (n > 0)
    qsort (order, n, sizeof *order, compare_settings);
  for (guint i = 1; i < n; i++)
    if (compare_places (order[i - 1], order[i]) == 0)
      found[order[i] - settings].fault = TENURE_RULE_FAULT_DOUBLE;
  return found;
}

/* --- Which rules are in force --- */

static gboolean
holds_on (const TenureRuleSetting *setting, TenureDay as_of, TenureId portfolio)
{
  return (setting->portfolio == TENURE_ID_NONE || setting->portfolio == portfolio)
         && (!tenure_day_is_known (setting->from) || setting->from <= as_of)
         && (!tenure_day_is_known (setting->until) || as_of <= setting->until);
}

/* One without a first day begins before all others. */
static gboolean
goes_before (const TenureRuleSetting *a, const TenureRuleSetting *b)
{
  gint64 left = tenure_day_is_known (a->from) ? a->from : G_MININT64;
  gint64 right = tenure_day_is_known (b->from) ? b->from : G_MININT64;

  if ((a->portfolio != TENURE_ID_NONE) != (b->portfolio != TENURE_ID_NONE))
    return a->portfolio != TENURE_ID_NONE;
  return left != right ? left > right : a->id > b->id;
}

static gboolean
judges_alike (const TenureRule *a, const TenureRule *b)
{
  return a->note == b->note && a->amber == b->amber && a->red == b->red && a->extra == b->extra && a->level == b->level
         && a->off == b->off && a->from == b->from && a->until == b->until;
}

/* An authority says nothing about numbers that it did not name. */
static void
apply (const TenureRuleSetting *setting, TenureRule *rule)
{
  const TenureRule *own = tenure_rule (rule->id);
  TenureThreshold threshold;

  rule->setting = setting;
  take_thresholds (setting, rule, &threshold);
  rule->off = setting->off;
  if (setting->level != TENURE_LEVEL_NONE)
    rule->level = setting->level;
  rule->changed = !judges_alike (rule, own);
  if (!rule->changed)
    return;
  rule->source = NULL;
  rule->confidence = TENURE_CONFIDENCE_HOUSE;
}

void
tenure_rules_effective (
    const TenureRuleSetting *settings, guint n_settings, TenureDay as_of, TenureId portfolio, TenureRule *out_rules)
{
  const TenureRuleSetting *in_force[TENURE_N_RULES] = { NULL };

  g_return_if_fail (out_rules != NULL && (settings != NULL || n_settings == 0));

  for (guint i = 0; i < n_settings; i++)
    {
      const TenureRuleSetting *setting = &settings[i];

      if (holds_on (setting, as_of, portfolio) && tenure_rule_setting_find_fault (setting, NULL) == TENURE_RULE_FAULT_NONE
          && (in_force[setting->rule] == NULL || goes_before (setting, in_force[setting->rule])))
        in_force[setting->rule] = setting;
    }
  for (int id = 0; id < TENURE_N_RULES; id++)
    {
      out_rules[id] = *tenure_rule ((TenureRuleId) id);
      if (in_force[id] != NULL)
        apply (in_force[id], &out_rules[id]);
    }
}

gboolean
tenure_rules_equal (const TenureRule *a, const TenureRule *b)
{
  for (int id = 0; id < TENURE_N_RULES; id++)
    if (a[id].setting != b[id].setting || !judges_alike (&a[id], &b[id]))
      return FALSE;
  return TRUE;
}

/* --- Words --- */

/* The number before @threshold among those that are in use, of the rule as @setting would have it. */
static char *
dup_order_label (const TenureRuleSetting *setting, TenureThreshold threshold)
{
  TenureRule rule = *tenure_rule ((TenureRuleId) setting->rule);
  const TenureRule *own = tenure_rule (rule.id);
  int before = (int) threshold - 1;
  g_autofree char *number = NULL;
  TenureThreshold wrong;

  take_thresholds (setting, &rule, &wrong);
  while (before > 0 && tenure_rule_get_threshold (&rule, (TenureThreshold) before) == TENURE_THRESHOLD_UNSET)
    before--;
  number = tenure_rule_dup_threshold (&rule, (TenureThreshold) before);
  if (tenure_rule_get_threshold (own, threshold) > tenure_rule_get_threshold (own, (TenureThreshold) before))
    /* Translators: the name of a threshold and a number: “Red” must be more than “Amber”, 50 %. */
    return g_strdup_printf (_ ("“%1$s” must be more than “%2$s”, %3$s."), tenure_rule_threshold_label (&rule, threshold),
                            tenure_rule_threshold_label (&rule, (TenureThreshold) before), number);
  /* Translators: the name of a threshold and a number: “Red” must be less than “Amber”, 6 months. */
  return g_strdup_printf (_ ("“%1$s” must be less than “%2$s”, %3$s."), tenure_rule_threshold_label (&rule, threshold),
                          tenure_rule_threshold_label (&rule, (TenureThreshold) before), number);
}

static char *
dup_range_label (const TenureRuleSetting *setting, TenureThreshold threshold)
{
  const TenureRule *rule = tenure_rule ((TenureRuleId) setting->rule);
  TenureRuleUnit unit = tenure_rule_get_unit (rule, threshold);
  g_autofree char *most = tenure_rule_unit_dup_label (unit, most_of (unit, rule->id));

  /* Translators: the largest number that may be entered: "100 %", "1200 months". */
  return g_strdup_printf (_ ("Enter a number from 0 to %s."), most);
}

char *
tenure_rule_fault_dup_label (TenureRuleFault fault, const TenureRuleSetting *setting, TenureThreshold threshold)
{
  switch (fault)
    {
    case TENURE_RULE_FAULT_UNKNOWN:
      return g_strdup (_ ("It names a rule that this version does not know."));
    case TENURE_RULE_FAULT_UNREADABLE:
      return g_strdup (_ ("One of its days, its use or its level cannot be read. Record it again."));
    case TENURE_RULE_FAULT_REVERSED:
      return g_strdup (_ ("Its last day lies before its first day."));
    case TENURE_RULE_FAULT_UNUSED:
      return g_strdup (_ ("The rule has no such threshold."));
    case TENURE_RULE_FAULT_PARTS:
      return g_strdup (_ ("Enter a whole number: this is counted whole."));
    case TENURE_RULE_FAULT_RANGE:
      return dup_range_label (setting, threshold);
    case TENURE_RULE_FAULT_ORDER:
      return dup_order_label (setting, threshold);
    case TENURE_RULE_FAULT_LEVEL:
      return g_strdup (_ ("The rule has several levels; change their thresholds."));
    case TENURE_RULE_FAULT_DOUBLE:
      return g_strdup (_ ("Another setting for the same rule, place and first day was recorded later and holds."));
    default:
      return g_strdup ("");
    }
}
