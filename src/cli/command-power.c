/* tenure-cli power: the voting power of each voter of a weighted game. Needs no document. */

#include "config.h"
#include "cli/command.h"

#include "base/i18n.h"

#include "analysis/power.h"
#include "cli/text-table.h"
#include "report/figures-json.h"

static gboolean
read_number (const char *text, guint64 *out_number)
{
  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT64, out_number, NULL))
    return TRUE;
  tenure_command_complain (_ ("“%s” is no whole number of votes."), text);
  return FALSE;
}

static char *
dup_fraction (const TenureFraction *fraction)
{
  if (fraction->numerator == NULL)
    return NULL;
  if (g_str_equal (fraction->denominator, "1"))
    return g_strdup (fraction->numerator);
  return g_strdup_printf ("%s/%s", fraction->numerator, fraction->denominator);
}

static char *
dup_percent (const TenureFraction *fraction)
{
  return fraction->numerator != NULL ? g_strdup_printf ("%.1f %%", 100 * fraction->value) : NULL;
}

static void
print_power (const TenurePower *power, const guint64 *weights)
{
  const TenureTextColumn columns[] = {
    { _ ("Voter"), TRUE },
    { _ ("Votes"), TRUE },
    { _ ("Share of decisive votes"), TRUE },
    { "", TRUE },
    { _ ("Share of turning points"), TRUE },
    { "", TRUE },
    { "", FALSE },
  };
  g_autoptr (TenureTextTable) table = tenure_text_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < power->n_voters; i++)
    {
      const TenurePowerVoter *voter = &power->voters[i];
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autofree char *votes = g_strdup_printf ("%" G_GUINT64_FORMAT, weights[i]);
      g_autofree char *banzhaf = dup_fraction (&voter->banzhaf);
      g_autofree char *banzhaf_percent = dup_percent (&voter->banzhaf);
      g_autofree char *shapley = dup_fraction (&voter->shapley_shubik);
      g_autofree char *shapley_percent = dup_percent (&voter->shapley_shubik);

      tenure_text_table_add (table, number, votes, banzhaf, banzhaf_percent, shapley, shapley_percent,
                             voter->dummy  ? _ ("a vote that can never decide")
                             : voter->veto ? _ ("nothing passes without it")
                                           : "");
    }
  tenure_text_table_print (table);
  g_print ("\n%s\n", _ ("Decisive votes: Banzhaf, normalised. Turning points: Shapley–Shubik. Voters count from 0."));
}

TenureExit
tenure_command_power (const TenureCommand *command, int argc, char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON for programs"), NULL },
    { NULL },
  };
  g_autofree guint64 *weights = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TenurePower) power = NULL;
  guint64 quota;
  guint n;

  if (!tenure_command_parse (command, entries, &argc, &argv, 2, G_MAXINT))
    return TENURE_EXIT_WRONG_USE;
  n = (guint) argc - 2;
  weights = g_new (guint64, n);
  if (!read_number (argv[1], &quota))
    return TENURE_EXIT_WRONG_USE;
  for (guint i = 0; i < n; i++)
    if (!read_number (argv[i + 2], &weights[i]))
      return TENURE_EXIT_WRONG_USE;
  power = tenure_power_new (weights, n, quota, &error);
  if (power == NULL)
    return tenure_command_fail (NULL, error);
  if (json)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      tenure_report_append_power_json (power, text);
      tenure_command_print_json (text);
    }
  else
    print_power (power, weights);
  return TENURE_EXIT_DONE;
}
