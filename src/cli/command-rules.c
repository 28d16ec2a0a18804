/* tenure-cli rules: the rules as they are on a day, with what the document changed in them. */

#include "config.h"
#include "cli/command.h"

#include "base/i18n.h"

#include "catalogue/rule-words.h"
#include "cli/reading.h"
#include "cli/text-table.h"
#include "report/rules-json.h"

static void
add_rule (TenureTextTable *table, const TenureRule *rule)
{
  g_autofree char *statement = tenure_rule_dup_statement (rule);
  g_autofree char *source = tenure_rule_dup_source (rule);

  tenure_text_table_add (table, rule->code, rule->changed ? _ ("changed here") : tenure_confidence_label (rule->confidence),
                         statement, source);
}

/* Of what is not followed, only that there is something: "check" tells what. */
static guint
count_faults (const TenureFacts *facts)
{
  g_autofree TenureRuleFaultFound *found = tenure_rule_settings_find_faults (facts->rule_settings, facts->n_rule_settings);
  guint n = 0;

  for (guint i = 0; i < facts->n_rule_settings; i++)
    n += found[i].fault != TENURE_RULE_FAULT_NONE;
  return n;
}

static void
print_rules (const TenureReading *reading)
{
  const TenureTextColumn columns[] = {
    { _ ("Rule"), FALSE },
    { _ ("Stands on"), FALSE },
    { _ ("What it says"), FALSE },
    { _ ("Source"), FALSE },
  };
  g_autoptr (TenureTextTable) table = tenure_text_table_new (columns, G_N_ELEMENTS (columns));
  g_autofree char *heading = tenure_reading_dup_heading (reading);
  guint n_changed = 0, n_faults = count_faults (reading->facts);

  for (int id = 0; id < TENURE_N_RULES; id++)
    {
      const TenureRule *rule = tenure_options_rule (&reading->analysis->terms->options, (TenureRuleId) id);

      add_rule (table, rule);
      n_changed += rule->changed;
    }
  g_print ("%s\n\n", heading);
  tenure_text_table_print (table);
  g_print (ngettext ("%u rule changed here.", "%u rules changed here.", n_changed), n_changed);
  if (n_faults > 0)
    {
      g_print (" ");
      g_print (ngettext ("%u setting is not followed; “check” says why.", "%u settings are not followed; “check” says why.",
                         n_faults),
               n_faults);
    }
  g_print ("\n");
}

TenureExit
tenure_command_rules (const TenureCommand *command, int argc, char **argv)
{
  return tenure_command_report (command, argc, argv, tenure_report_append_rules_json, print_rules);
}
