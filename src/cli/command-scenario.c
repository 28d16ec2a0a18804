/* tenure-cli scenario: what would be, were agreements changed, beside what is. The document is only read; where a copy is
 * asked for, the changes are made there. */

#include "config.h"
#include "cli/command.h"

#include "base/i18n.h"

#include "analysis/scenario-words.h"
#include "cli/reading.h"
#include "cli/scenario-script.h"
#include "cli/text-table.h"
#include "register/scenario-apply.h"
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
  g_print ("  %s\n",
           _ ("A term’s money is spread evenly over its days, so that another length moves a little between years."));
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
print_what_was_done (guint n, const char *written)
{
  if (written != NULL)
    g_print (ngettext ("%1$u change made. Wrote %2$s.", "%1$u changes made. Wrote %2$s.", n), n, written);
  else
    g_print (ngettext ("%u change tried, nothing written.", "%u changes tried, nothing written.", n), n);
  g_print ("\n\n");
}

/* @written: (nullable): the document that has the changes */
static void
print_comparison (const TenureReading *reading,
                  const TenureScenario *scenario,
                  const TenureScenarioComparison *both,
                  const char *written)
{
  g_autofree char *heading = tenure_reading_dup_heading (reading);

  g_print ("%s\n", heading);
  print_what_was_done (scenario->n_changes - scenario->n_problems, written);
  print_figures (both);
  print_horizon (both);
  print_years (both);
  print_flags (both);
}

/* --- The script ----------------------------------------------------------------------------------------------- */

/* @kept: whether @name is that of a scenario of the document and no file's */
static TenureScenarioScript *
read_script (const TenureReading *reading, const char *name, gboolean kept)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  TenureScenarioScript *script = kept ? tenure_scenario_script_new_kept (name, reading, &error)
                                      : tenure_scenario_script_read (name, reading, faults, &error);

  for (guint i = 0; i < faults->len; i++)
    tenure_command_complain ("%s", (const char *) faults->pdata[i]);
  if (script == NULL)
    tenure_command_complain ("%s", error->message);
  return script;
}

static void
complain_of_problems (const char *path, const TenureScenarioScript *script, const TenureScenario *scenario)
{
  for (guint i = 0; i < script->wants->len; i++)
    tenure_command_complain ("%s: %s", path, (const char *) script->wants->pdata[i]);
  for (guint i = 0; i < scenario->n_changes; i++)
    if (scenario->problems[i] != NULL)
      tenure_command_complain (_ ("%1$s:%2$u: %3$s"), path, script->lines[i], scenario->problems[i]);
}

/* --- Writing -------------------------------------------------------------------------------------------------- */

/* A copy of the document is opened, changed and saved under the new name. */
static gboolean
make_changes (
    const TenureReading *reading, const TenureScenarioScript *script, const char *path, const char *output, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GFile) target = g_file_new_for_commandline_arg (output);
  g_autoptr (TenureDocument) document = tenure_document_open (file, TENURE_OPEN_DEFAULT, NULL, NULL, error);
  TenureId portfolio = tenure_filter_get_portfolio (tenure_snapshot_get_filter (reading->snapshot));
  g_autofree char *label = script->n > 0 ? tenure_scenario_dup_label (reading->facts, script->changes, script->n) : NULL;
  gboolean ok;

  if (document == NULL)
    return FALSE;
  ok = (label == NULL
        || tenure_scenario_apply (document, label, script->changes, script->n, reading->as_of, portfolio, script->kept,
                                  error))
       && tenure_document_save_as (document, target, NULL, error);
  tenure_document_close (document, TRUE);
  return ok;
}

/* FALSE, having said so, when @output is there: a document is never written over. */
static gboolean
check_output (const char *output)
{
  g_autoptr (GFile) file = output != NULL ? g_file_new_for_commandline_arg (output) : NULL;

  if (file == NULL || !g_file_query_exists (file, NULL))
    return TRUE;
  tenure_command_complain (_ ("%s is there already and was left as it is. Choose another name."), output);
  return FALSE;
}

static guint
count_problems (const TenureScenarioScript *script, const TenureScenario *scenario)
{
  return script->wants->len + scenario->n_problems;
}

/* Writes @output unless a change cannot be made. FALSE, having said so, when that failed. */
static gboolean
write_output (const TenureReading *reading,
              const TenureScenarioScript *script,
              const TenureScenario *scenario,
              const char *path,
              const char *output)
{
  g_autoptr (GError) error = NULL;

  if (output == NULL)
    return TRUE;
  if (count_problems (script, scenario) > 0)
    {
      guint n = count_problems (script, scenario);

      tenure_command_complain (
          ngettext ("%s is not written: %u change cannot be made.", "%s is not written: %u changes cannot be made.", n),
          output, n);
      return TRUE;
    }
  if (make_changes (reading, script, path, output, &error))
    return TRUE;
  tenure_command_fail (output, error);
  return FALSE;
}

/* --- The command ---------------------------------------------------------------------------------------------- */

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
  g_autofree char *output = NULL;
  gboolean kept = FALSE;
  const GOptionEntry own[] = {
    { "kept", 'k', 0, G_OPTION_ARG_NONE, &kept, N_ ("SCRIPT is the name of a scenario that the document keeps"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Make the changes, in a copy of the document"), N_ ("FILE") },
    { NULL },
  };
  gboolean json;

  if (!tenure_command_read_with (command, own, &argc, &argv, 2, 2, &reading, &json) || !check_output (output))
    return TENURE_EXIT_WRONG_USE;
  script = read_script (&reading, argv[2], kept);
  if (script == NULL)
    return TENURE_EXIT_WRONG_USE;
  scenario = tenure_scenario_new (reading.facts, reading.as_of, script->changes, script->n);
  both = compare (&reading, scenario);
  complain_of_problems (argv[2], script, scenario);
  if (!write_output (&reading, script, scenario, argv[1], output))
    return TENURE_EXIT_WRONG_USE;
  if (json)
    {
      tenure_report_append_scenario_json (scenario, both, script->lines, (const char *const *) script->texts->pdata, text);
      tenure_command_print_json (text);
    }
  else
    print_comparison (&reading, scenario, both, count_problems (script, scenario) == 0 ? output : NULL);
  return count_problems (script, scenario) > 0 ? TENURE_EXIT_PROBLEM : tenure_reading_get_exit (&reading);
}
