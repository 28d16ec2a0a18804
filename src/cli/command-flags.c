/* tenure-cli flags: which rules fire on a day, for which records and why. */

#include "config.h"
#include "cli/command.h"

#include "base/i18n.h"

#include "catalogue/rule-words.h"
#include "cli/reading.h"
#include "cli/text-table.h"
#include "report/figures-json.h"

/* What each rule that is listed says, and whether an authority stands behind it. */
static void
print_rules (const TenureFlags *flags)
{
  const TenureTextColumn columns[] = { { NULL, FALSE }, { NULL, FALSE }, { NULL, FALSE } };
  g_autoptr (TenureTextTable) table = tenure_text_table_new (columns, G_N_ELEMENTS (columns));

  for (int id = 0; id < TENURE_N_RULES; id++)
    {
      const TenureRule *rule = tenure_options_rule (&flags->terms->options, (TenureRuleId) id);
      g_autofree char *statement = tenure_rule_dup_statement (rule);
      const guint *counts = flags->counts[id];

      if (counts[TENURE_LEVEL_RED] + counts[TENURE_LEVEL_AMBER] + counts[TENURE_LEVEL_NOTE]
              + counts[TENURE_LEVEL_CANNOT_TELL]
          > 0)
        tenure_text_table_add (table, rule->code,
                               rule->changed ? _ ("changed here") : tenure_confidence_label (rule->confidence), statement);
    }
  g_print ("\n%s\n", _ ("The rules they rest on:"));
  tenure_text_table_print (table);
  g_print ("\n");
}

static void
print_flags (const TenureReading *reading)
{
  const TenureFlags *flags = reading->analysis->flags;
  const TenureTextColumn columns[] = {
    { _ ("Level"), FALSE },
    { _ ("Rule"), FALSE },
    { _ ("Record"), FALSE },
    { _ ("Why"), FALSE },
  };
  g_autoptr (TenureTextTable) table = tenure_text_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree char *heading = tenure_reading_dup_heading (reading);

  tenure_flags_sort_worst (flags, order);
  for (guint i = 0; i < order->len; i++)
    {
      const TenureFlag *flag = &flags->flags[g_array_index (order, guint32, i)];
      g_autofree char *name = tenure_flag_dup_name (flags, flag);
      g_autofree char *reason = tenure_flag_dup_reason (flags, flag);

      tenure_text_table_add (table, tenure_level_label (flag->level), tenure_rule (flag->rule)->code, name, reason);
    }
  g_print ("%s\n\n", heading);
  if (flags->n_flags > 0)
    {
      tenure_text_table_print (table);
      print_rules (flags);
    }
  tenure_command_print_count (ngettext ("%s flag.", "%s flags.", flags->n_flags), flags->n_flags);
  g_print (" ");
  tenure_command_print_count (
      ngettext ("%s left out by a recorded exemption.", "%s left out by recorded exemptions.", flags->n_exempted),
      flags->n_exempted);
  g_print (" ");
  tenure_command_print_count (
      ngettext (
          "%s running or planned agreement not judged: it is not recorded whether its provider is of the {sector}.",
          "%s running or planned agreements not judged: it is not recorded whether their providers are of the {sector}.",
          flags->n_scope_unknown),
      flags->n_scope_unknown);
  g_print ("\n");
}

TenureExit
tenure_command_flags (const TenureCommand *command, int argc, char **argv)
{
  return tenure_command_report (command, argc, argv, tenure_report_append_flags_json, print_flags);
}
