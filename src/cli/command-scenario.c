/* tenure-cli scenario: what would be, were agreements changed, beside what is. The document is only read. */

#include "config.h"
#include "cli/command.h"

#include "base/i18n.h"

#include "cli/reading.h"
#include "cli/scenario-script.h"
#include "cli/text-table.h"
#include "report/scenario-json.h"

/* --- Tables --------------------------------------------------------------------------------------------------- */

/* Three columns: what, as it is, in the scenario. */
static TenureTextTable *
table_new (const char *what)
{
  const TenureTextColumn columns[] = { { what, FALSE }, { _ ("As it is"), TRUE }, { _ ("Scenario"), TRUE }, { "", FALSE } };

  return tenure_text_table_new (columns, G_N_ELEMENTS (columns));
}

static char *
dup_sum (TenureSum sum, const TenurePortfolio *portfolio)
{
  if (sum.overflows || portfolio->currency == TENURE_CURRENCY_NONE)
    return NULL;
  return tenure_money_dup_label ((TenureMoney){ sum.minor, portfolio->currency }, TRUE);
}

static void
add_sums (TenureTextTable *table, const TenureScenarioComparison *both, const char *what, TenureSum base, TenureSum scenario)
{
  g_autofree char *before = dup_sum (base, both->base->portfolio);
  g_autofree char *after = dup_sum (scenario, both->scenario->portfolio);

  tenure_text_table_add (table, what, before, after, "");
}

static void
print_figures (const TenureScenarioComparison *both)
{
  g_autoptr (TenureTextTable) table = table_new (_ ("Figure"));
  const GPtrArray *figures = both->effects->figures;

  for (guint i = 0; i < figures->len; i++)
    {
      const TenureEffect *effect = figures->pdata[i];

      tenure_text_table_add (table, effect->label, effect->before, effect->after, "");
    }
  if (figures->len > 0)
    tenure_text_table_print (table);
  else
    g_print ("%s\n", _ ("No figure of the portfolio differs."));
}

static void
print_horizon (const TenureScenarioComparison *both)
{
  static const guint ahead[] = { 3, 6, 12, 24, 35 };
  g_autoptr (TenureTextTable) table = table_new (_ ("Yearly value"));

  for (guint i = 0; i < G_N_ELEMENTS (ahead); i++)
    {
      const TenureHorizonFigures *base = &both->base->portfolio->horizon[ahead[i]];
      const TenureHorizonFigures *scenario = &both->scenario->portfolio->horizon[ahead[i]];
      g_autofree char *month = tenure_day_dup_month_label (base->month);
      g_autofree char *secured = g_strdup_printf (_ ("Secured, %s"), month);
      g_autofree char *committed = g_strdup_printf (_ ("Committed, %s"), month);

      add_sums (table, both, secured, base->secured, scenario->secured);
      add_sums (table, both, committed, base->committed, scenario->committed);
    }
  g_print ("\n");
  tenure_text_table_print (table);
}

static void
print_years (const TenureScenarioComparison *both)
{
  g_autoptr (TenureTextTable) table = table_new (_ ("Cost of the year to"));

  for (guint i = 0; i < both->years->len; i++)
    {
      const TenureScenarioYear *year = &g_array_index (both->years, TenureScenarioYear, i);
      g_autofree char *until = tenure_day_dup_label (year->until);

      add_sums (table, both, until, year->base, year->scenario);
    }
  g_print ("\n");
  tenure_text_table_print (table);
}

static const char *
level_label (const TenureFlag *flag)
{
  return flag != NULL ? tenure_level_label ((TenureLevel) flag->level) : NULL;
}

static void
print_flags (const TenureScenarioComparison *both)
{
  const TenureTextColumn columns[] = {
    { _ ("As it is"), FALSE }, { _ ("Scenario"), FALSE }, { _ ("Rule"), FALSE },
    { _ ("Record"), FALSE },   { _ ("Why"), FALSE },
  };
  g_autoptr (TenureTextTable) table = tenure_text_table_new (columns, G_N_ELEMENTS (columns));
  g_autofree char *moves = tenure_flag_change_dup_label (&both->effects->flags);

  for (guint i = 0; i < both->flags->len; i++)
    {
      const TenureFlagMove *move = &g_array_index (both->flags, TenureFlagMove, i);
      const TenureFlag *flag = move->after != NULL ? move->after : move->before;
      const TenureFlags *flags = move->after != NULL ? both->scenario->flags : both->base->flags;
      g_autofree char *name = tenure_flag_dup_name (flags, flag);
      g_autofree char *reason = tenure_flag_dup_reason (flags, flag);

      tenure_text_table_add (table, level_label (move->before), level_label (move->after),
                             tenure_rule ((TenureRuleId) flag->rule)->code, name, reason);
    }
  g_print ("\n");
  if (both->flags->len > 0)
    tenure_text_table_print (table);
  /* Translators: what becomes of flags: "Flags: 29 go, 3 come." */
  g_print (_ ("Flags: %s."), moves != NULL ? moves : _ ("none comes or goes"));
  g_print ("\n");
}

static void
print_comparison (const TenureReading *reading, const TenureScenario *scenario, const TenureScenarioComparison *both)
{
  g_autofree char *heading = tenure_reading_dup_heading (reading);
  guint made = scenario->n_changes - scenario->n_problems;

  g_print ("%s\n", heading);
  g_print (ngettext ("%u change tried, nothing written.", "%u changes tried, nothing written.", made), made);
  g_print ("\n\n");
  print_figures (both);
  print_horizon (both);
  print_years (both);
  print_flags (both);
}

/* --- The command ---------------------------------------------------------------------------------------------- */

static TenureScenarioScript *
read_script (const TenureReading *reading, const char *path)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  TenureScenarioScript *script = tenure_scenario_script_read (path, reading, faults, &error);

  for (guint i = 0; i < faults->len; i++)
    tenure_command_complain ("%s", (const char *) faults->pdata[i]);
  if (script == NULL)
    tenure_command_complain ("%s", error->message);
  return script;
}

static void
complain_of_problems (const char *path, const TenureScenarioScript *script, const TenureScenario *scenario)
{
  for (guint i = 0; i < scenario->n_changes; i++)
    if (scenario->problems[i] != NULL)
      tenure_command_complain (_ ("%1$s:%2$u: %3$s"), path, script->lines[i], scenario->problems[i]);
}

static TenureScenarioComparison *
compare (const TenureReading *reading, const TenureScenario *scenario)
{
  TenureSelection selection;
  gboolean narrowed = !tenure_filter_is_empty (tenure_snapshot_get_filter (reading->snapshot));

  selection.agreements = tenure_snapshot_get_shown (reading->snapshot, &selection.n_agreements);
  return tenure_scenario_compare (reading->facts, scenario, reading->as_of, &reading->analysis->terms->options,
                                  narrowed ? &selection : NULL);
}

TenureExit
tenure_command_scenario (const TenureCommand *command, int argc, char **argv)
{
  g_auto (TenureReading) reading = TENURE_READING_INIT;
  g_autoptr (TenureScenarioScript) script = NULL;
  g_autoptr (TenureScenario) scenario = NULL;
  g_autoptr (TenureScenarioComparison) both = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean json;

  if (!tenure_command_read (command, &argc, &argv, 2, &reading, &json))
    return TENURE_EXIT_WRONG_USE;
  script = read_script (&reading, argv[2]);
  if (script == NULL)
    return TENURE_EXIT_WRONG_USE;
  scenario = tenure_scenario_new (reading.facts, reading.as_of, script->changes, script->n);
  both = compare (&reading, scenario);
  complain_of_problems (argv[2], script, scenario);
  if (json)
    {
      tenure_report_append_scenario_json (scenario, both, script->lines, (const char *const *) script->texts->pdata, text);
      tenure_command_print_json (text);
    }
  else
    print_comparison (&reading, scenario, both);
  return scenario->n_problems > 0 ? TENURE_EXIT_PROBLEM : tenure_reading_get_exit (&reading);
}
