/* What a document changed in the rules and cannot be followed. */

#include "config.h"
#include "cli/check.h"

#include "catalogue/rule-words.h"

#include "base/i18n.h"

/* The field that a fault is about. */
static const char *
find_field (TenureRuleFault fault, TenureThreshold threshold)
{
  static const char *const thresholds[] = { "note", "amber", "red", "extra" };

  if (threshold < TENURE_N_THRESHOLDS)
    return thresholds[threshold];
  switch (fault)
    {
    case TENURE_RULE_FAULT_REVERSED:
      return "until_day";
    case TENURE_RULE_FAULT_LEVEL:
      return "level";
    default:
      return "rule";
    }
}

void
tenure_check_rule_settings (TenureCheck *check, const TenureFacts *facts)
{
  g_autofree TenureRuleFaultFound *found = tenure_rule_settings_find_faults (facts->rule_settings, facts->n_rule_settings);

  for (guint i = 0; i < facts->n_rule_settings; i++)
    {
      const TenureRuleSetting *setting = &facts->rule_settings[i];
      TenureThreshold threshold = found[i].threshold;
      TenureRuleFault fault = found[i].fault;
      g_autofree char *label = NULL;

      if (fault == TENURE_RULE_FAULT_NONE)
        continue;
      label = tenure_rule_fault_dup_label (fault, setting, threshold);
      tenure_check_add (check, TENURE_CHECK_WARNING, "rule-setting", TENURE_RECORD_RULE_SETTING, setting->id,
                        setting->rule >= 0 ? tenure_rule ((TenureRuleId) setting->rule)->code : setting->reason,
                        find_field (fault, threshold), _ ("It is not followed. %s"), label);
    }
}
