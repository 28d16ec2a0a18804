#include "config.h"
#include "report/rules-json.h"

#include "catalogue/rule-words.h"
#include "report/json-private.h"

#include "base/i18n.h"

void
tenure_report_add_rule_json (GString *json, const TenureRule *rule)
{
  g_autofree char *statement = tenure_rule_dup_statement (rule);

  tenure_json_add_text (json, "threshold", statement);
  tenure_json_add_boolean (json, "local", rule->changed || rule->confidence == TENURE_CONFIDENCE_HOUSE);
}

static const char *
unit_code (TenureRuleUnit unit)
{
  static const char *const codes[] = { NULL, "months", "days", "count", "hundredths", "basis_points" };

  return codes[unit];
}

static void
add_threshold (GString *json, const char *key, const TenureRule *rule, TenureThreshold threshold)
{
  gint32 number = tenure_rule_get_threshold (rule, threshold);

  tenure_json_add_key (json, key);
  if (number == TENURE_THRESHOLD_UNSET)
    g_string_append (json, "null");
  else
    g_string_append_printf (json, "%d", number);
}

/* What the document says of the rule on the day; null where it says nothing. */
static void
add_setting (GString *json, const TenureRuleSetting *setting)
{
  if (setting == NULL)
    {
      tenure_json_add_key (json, "setting");
      g_string_append (json, "null");
      return;
    }
  tenure_json_add_open (json, "setting", '{');
  tenure_json_add_id (json, "record", setting->id);
  tenure_json_add_id (json, "portfolio", setting->portfolio);
  tenure_json_add_day (json, "from", setting->from);
  tenure_json_add_day (json, "until", setting->until);
  tenure_json_add_text (json, "reason", setting->reason);
  tenure_json_add_text (json, "source", setting->source);
  g_string_append_c (json, '}');
}

static void
add_counts (GString *json, const guint *counts)
{
  tenure_json_add_open (json, "flags", '{');
  for (TenureLevel level = TENURE_LEVEL_RED; level > TENURE_LEVEL_NONE; level--)
    {
      tenure_json_add_key (json, tenure_level_code (level));
      g_string_append_printf (json, "%u", counts[level]);
    }
  g_string_append_c (json, '}');
}

static void
add_rule (GString *json, const TenureFlags *flags, const TenureRule *rule)
{
  g_autofree char *applies_to = tenure_rule_dup_applies_to (rule);
  g_autofree char *source = tenure_rule_dup_source (rule);

  tenure_json_separate (json);
  g_string_append_c (json, '{');
  tenure_json_add_text (json, "rule", rule->code);
  tenure_json_add_text (json, "title", _ (rule->title));
  tenure_report_add_rule_json (json, rule);
  tenure_json_add_boolean (json, "changed", rule->changed);
  tenure_json_add_boolean (json, "in_use", !rule->off);
  tenure_json_add_text (json, "unit", unit_code (rule->unit));
  add_threshold (json, "note", rule, TENURE_THRESHOLD_NOTE);
  add_threshold (json, "amber", rule, TENURE_THRESHOLD_AMBER);
  add_threshold (json, "red", rule, TENURE_THRESHOLD_RED);
  add_threshold (json, "extra", rule, TENURE_THRESHOLD_EXTRA);
  tenure_json_add_text (
      json, "extra_unit",
      rule->extra != TENURE_THRESHOLD_UNSET ? unit_code (tenure_rule_get_unit (rule, TENURE_THRESHOLD_EXTRA)) : NULL);
  tenure_json_add_text (json, "level", rule->level != TENURE_LEVEL_NONE ? tenure_level_code (rule->level) : NULL);
  tenure_json_add_text (json, "applies_to", applies_to);
  tenure_json_add_text (json, "source", source);
  tenure_json_add_text (json, "confidence", tenure_confidence_label (rule->confidence));
  add_setting (json, rule->setting);
  add_counts (json, flags->counts[rule->id]);
  g_string_append_c (json, '}');
}

void
tenure_report_append_rules_json (const TenureAnalysis *analysis, GString *json)
{
  g_return_if_fail (analysis != NULL && json != NULL);

  g_string_append_c (json, '[');
  for (int id = 0; id < TENURE_N_RULES; id++)
    add_rule (json, analysis->flags, tenure_options_rule (&analysis->terms->options, (TenureRuleId) id));
  g_string_append_c (json, ']');
}
