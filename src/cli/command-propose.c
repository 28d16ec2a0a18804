/* tenure-cli propose: the cheapest extensions after which no provider is short a year ahead, as a script for
 * "tenure-cli scenario". The document is only read. */

#include "config.h"
#include "cli/command.h"

#include "base/hundredths.h"
#include "base/i18n.h"
#include "base/ratio.h"

#include "analysis/scenario-propose.h"
#include "cli/reading.h"
#include "report/scenario-json.h"

/* --- Arguments ------------------------------------------------------------------------------------------------ */

/* "60", "60%", "62.5%": basis points. */
static gboolean
read_share (const char *word, gint32 *out_share_bp)
{
  gint64 hundredths;

  if (!tenure_hundredths_parse (word, g_str_has_suffix (word, "%") ? '%' : '\0', &hundredths) || hundredths < 1
      || hundredths > TENURE_WHOLE_BP)
    return FALSE;
  *out_share_bp = (gint32) hundredths;
  return TRUE;
}

/* In the smallest unit of @currency, rounded down: more must not be spent than was said. */
static gboolean
read_sum (const char *word, TenureCurrency currency, gint64 *out_minor)
{
  gint64 minor;

  if (!tenure_hundredths_parse (word, '\0', &minor))
    return FALSE;
  for (int digits = 2; digits < tenure_currency_digits (currency); digits++)
    minor *= 10;
  for (int digits = 2; digits > tenure_currency_digits (currency); digits--)
    minor /= 10;
  *out_minor = minor;
  return TRUE;
}

/* --- Words ---------------------------------------------------------------------------------------------------- */

/* A remark of a script goes on one line whatever is in a name. */
static void
print_remark (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n\r", ' ');

  g_print ("# %s\n", line);
}

static char *
dup_money (const TenureProposal *proposal, gint64 minor)
{
  return tenure_money_dup_label ((TenureMoney){ minor, proposal->currency }, FALSE);
}

static char *
dup_result (const TenureProposal *proposal, const TenureProposalProvider *provider)
{
  g_autofree char *cost = dup_money (proposal, provider->cost_minor);
  g_autofree char *least = dup_money (proposal, provider->least_minor);

  switch (provider->state)
    {
    case TENURE_PROPOSAL_ENOUGH:
      return g_strdup (_ ("nothing is needed"));
    case TENURE_PROPOSAL_CHEAPEST:
      return g_strdup_printf (_ ("%s more, and nothing cheaper is enough"), cost);
    case TENURE_PROPOSAL_BOUNDED:
      return g_strdup_printf (_ ("%1$s more; nothing below %2$s is enough, but not every way was tried"), cost, least);
    case TENURE_PROPOSAL_OUT_OF_REACH:
      return g_strdup (_ ("no extension that can be told is enough"));
    case TENURE_PROPOSAL_CANNOT_TELL:
    default:
      return g_strdup (_ ("cannot be told: its yearly value is not recorded, or is in another currency"));
    }
}

static void
print_provider (const TenureReading *reading, const TenureProposal *proposal, const TenureProposalProvider *provider)
{
  g_autofree char *secured = tenure_figure_dup_label (&provider->secured);
  g_autofree char *annual = tenure_figure_dup_label (&provider->annual);
  g_autofree char *coverage = tenure_figure_dup_coverage (&provider->annual);
  g_autofree char *result = dup_result (proposal, provider);
  g_autofree char *line = NULL;

  if (provider->state == TENURE_PROPOSAL_CANNOT_TELL)
    {
      /* Translators: a provider, and that nothing can be told of it. */
      line = g_strdup_printf (_ ("%1$s: %2$s"), reading->facts->organisations[provider->organisation].name, result);
      print_remark (line);
      return;
    }
  /* Translators: a provider, two sums, "12 of 14 known", what an extension costs: "Lantern House: £50,000 of £90,000 a year
   * secured (2 of 2 known); £8,000 more, and nothing cheaper is enough". */
  line = g_strdup_printf (_ ("%1$s: %2$s of %3$s a year secured (%4$s); %5$s"),
                          reading->facts->organisations[provider->organisation].name, secured, annual, coverage, result);
  print_remark (line);
  for (guint i = 0; i < provider->n; i++)
    {
      const TenureProposedExtension *extension =
          &g_array_index (proposal->extensions, TenureProposedExtension, provider->first + i);
      g_autofree char *cost = dup_money (proposal, extension->cost_minor);
      const char *title = tenure_facts_get_agreement_title (reading->facts, extension->agreement);
      g_autofree char *remark = extension->in_lead
                                    /* Translators: an agreement, and a sum that its lead agreement holds already. */
                                    ? g_strdup_printf (_ ("%1$s, %2$s, counted in its lead"), title, cost)
                                    : g_strdup_printf ("%s, %s", title, cost);

      g_print ("extend %" G_GINT64_FORMAT " %d months  ", reading->facts->agreements[extension->agreement].id,
               extension->months);
      print_remark (remark);
    }
}

static void
print_proposal (const TenureReading *reading, const TenureProposal *proposal, gint32 share_bp, gint64 sum)
{
  g_autofree char *share = tenure_hundredths_dup_text (share_bp);
  g_autofree char *heading = tenure_reading_dup_heading (reading);
  g_autofree char *cost = dup_money (proposal, proposal->cost_minor);
  g_autofree char *least = dup_money (proposal, proposal->least_minor);
  g_autofree char *most = dup_money (proposal, sum);
  g_autofree char *line = NULL;

  print_remark (heading);
  if (sum == TENURE_PROPOSAL_ANY_SUM)
    line = g_strdup_printf (
        _ ("Extensions after which each provider has at least %s %% of its yearly value secured 12 months ahead."), share);
  else
    line = g_strdup_printf (
        _ ("Extensions after which each provider has at least %1$s %% of its yearly value secured 12 months "
           "ahead, for at most %2$s."),
        share, most);
  print_remark (line);
  if (proposal->cost_minor <= sum)
    for (guint i = 0; i < proposal->providers->len; i++)
      print_provider (reading, proposal, &g_array_index (proposal->providers, TenureProposalProvider, i));
  g_clear_pointer (&line, g_free);
  if (proposal->least_minor > sum)
    line = g_strdup_printf (_ ("That sum is too little: nothing below %s is enough."), least);
  else if (proposal->cost_minor > sum)
    line = g_strdup_printf (_ ("Nothing for that sum was found: it takes %1$s, at the least %2$s."), cost, least);
  else
    line = g_strdup_printf (_ ("In all %s."), cost);
  print_remark (line);
  if (proposal->cost_minor <= sum && proposal->extensions->len > 0)
    {
      g_autofree char *ends = tenure_proposal_dup_ends (proposal);

      print_remark (ends);
    }
}

/* --- The command ---------------------------------------------------------------------------------------------- */

TenureExit
tenure_command_propose (const TenureCommand *command, int argc, char **argv)
{
  g_auto (TenureReading) reading = TENURE_READING_INIT;
  g_autoptr (TenureProposal) proposal = NULL;
  gboolean json;
  gint32 share_bp;
  gint64 sum = TENURE_PROPOSAL_ANY_SUM;

  if (!tenure_command_read_with (command, NULL, &argc, &argv, 2, 3, &reading, &json))
    return TENURE_EXIT_WRONG_USE;
  if (!read_share (argv[2], &share_bp) || (argc > 3 && !read_sum (argv[3], reading.analysis->portfolio->currency, &sum)))
    {
      tenure_command_complain (
          "%s", _ ("Write the least share, up to 100 %, and, if there is one, the most that may be spent: 60% 50000."));
      return TENURE_EXIT_WRONG_USE;
    }
  proposal = tenure_proposal_new (reading.analysis, share_bp);
  if (proposal->overflows)
    {
      tenure_command_complain ("%s", _ ("The sums are too large to be counted."));
      return TENURE_EXIT_PROBLEM;
    }
  if (json)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      tenure_report_append_proposal_json (reading.facts, proposal, sum, text);
      tenure_command_print_json (text);
    }
  else
    print_proposal (&reading, proposal, share_bp, sum);
  return tenure_proposal_is_done (proposal, sum) ? tenure_reading_get_exit (&reading) : TENURE_EXIT_PROBLEM;
}
