#include "config.h"
#include "register/scenario-proposal.h"

#include "base/count.h"
#include "base/i18n.h"

/* Providers of one kind that are named; the window has no room for more. */
#define MOST_NAMED 5u

/* --- Requests ------------------------------------------------------------------------------------------------- */

static int
compare_extensions (gconstpointer a, gconstpointer b)
{
  const TenureProposedExtension *one = a, *other = b;

  if (one->months != other->months)
    return one->months < other->months ? -1 : 1;
  return one->agreement < other->agreement ? -1 : one->agreement > other->agreement;
}

GPtrArray *
tenure_proposal_make_requests (const TenureProposal *proposal, const TenureFacts *facts, gint64 sum_minor)
{
  GPtrArray *requests = tenure_scenario_requests_new ();
  g_autoptr (GArray) sorted = NULL;
  TenureScenarioRequest *request = NULL;

  g_return_val_if_fail (proposal != NULL && facts != NULL, requests);

  if (proposal->overflows || proposal->cost_minor > sum_minor)
    return requests;
  sorted = g_array_copy (proposal->extensions);
  g_array_sort (sorted, compare_extensions);
  for (guint i = 0; i < sorted->len; i++)
    {
      const TenureProposedExtension *extension = &g_array_index (sorted, TenureProposedExtension, i);

      if (request == NULL || request->months != extension->months)
        {
          request = tenure_scenario_request_new (TENURE_SCENARIO_EXTEND, NULL);
          request->months = extension->months;
          g_ptr_array_add (requests, request);
        }
      g_array_append_val (request->agreements, facts->agreements[extension->agreement].id);
    }
  return requests;
}

/* --- Words ---------------------------------------------------------------------------------------------------- */

static char *
dup_money (const TenureProposal *proposal, gint64 minor)
{
  return tenure_money_dup_label ((TenureMoney){ minor, proposal->currency }, FALSE);
}

static guint
count_helped (const TenureProposal *proposal)
{
  guint n = 0;

  for (guint i = 0; i < proposal->providers->len; i++)
    n += g_array_index (proposal->providers, TenureProposalProvider, i).n > 0;
  return n;
}

static char *
dup_extensions (const TenureProposal *proposal)
{
  guint n_agreements = proposal->extensions->len, n_providers = count_helped (proposal);
  g_autofree char *cost = dup_money (proposal, proposal->cost_minor), *least = dup_money (proposal, proposal->least_minor);
  g_autofree char *agreements =
      tenure_count_dup_words (ngettext ("%s agreement", "%s agreements", n_agreements), n_agreements);
  /* Translators: behind "26 agreements". */
  g_autofree char *providers =
      tenure_count_dup_words (ngettext ("of %s provider", "of %s providers", n_providers), n_providers);

  if (proposal->least_minor == proposal->cost_minor)
    /* Translators: "26 agreements", "of 14 providers", a sum. */
    return g_strdup_printf (_ ("%1$s %2$s for %3$s, and nothing cheaper is enough."), agreements, providers, cost);
  /* Translators: "26 agreements", "of 14 providers", a sum, a lower sum. */
  return g_strdup_printf (_ ("%1$s %2$s for %3$s. Nothing below %4$s is enough, but not every way was tried."), agreements,
                          providers, cost, least);
}

static char *
dup_outcome (const TenureProposal *proposal, gint64 sum_minor)
{
  g_autofree char *cost = dup_money (proposal, proposal->cost_minor), *least = dup_money (proposal, proposal->least_minor);

  if (proposal->overflows)
    return g_strdup (_ ("The sums are too large to be counted."));
  if (proposal->least_minor > sum_minor)
    return g_strdup_printf (_ ("That sum is too little: nothing below %s is enough."), least);
  if (proposal->cost_minor > sum_minor)
    return g_strdup_printf (_ ("Nothing for that sum was found: it takes %1$s, at the least %2$s."), cost, least);
  if (proposal->extensions->len == 0)
    return g_strdup (_ ("No extension is needed or would help."));
  return dup_extensions (proposal);
}

/* @words: of so many providers in @state; the first of them are named. */
static void
append_state (GString *text,
              const TenureProposal *proposal,
              const TenureFacts *facts,
              TenureProposalState state,
              guint n,
              const char *words)
{
  g_autofree char *count = tenure_count_dup_words (words, n);
  guint named = 0;

  if (n == 0)
    return;
  g_string_append_printf (text, " %s", count);
  for (guint i = 0; i < proposal->providers->len && named < MOST_NAMED; i++)
    {
      const TenureProposalProvider *provider = &g_array_index (proposal->providers, TenureProposalProvider, i);
      const char *name = facts->organisations[provider->organisation].name;

      if (provider->state == state)
        g_string_append_printf (text, "%s %s", named++ > 0 ? "," : "", name != NULL ? name : _ ("No name recorded"));
    }
  g_string_append (text, n > named ? "…" : ".");
}

char *
tenure_proposal_dup_words (const TenureProposal *proposal, const TenureFacts *facts, gint64 sum_minor)
{
  g_autofree char *outcome = NULL, *ends = NULL;
  GString *text;

  g_return_val_if_fail (proposal != NULL && facts != NULL, NULL);

  outcome = dup_outcome (proposal, sum_minor);
  ends = tenure_proposal_dup_ends (proposal);
  text = g_string_new (outcome);
  if (!proposal->overflows)
    {
      guint n_out = proposal->n_out_of_reach, n_cannot = proposal->n_cannot_tell;

      if (proposal->cost_minor <= sum_minor && ends != NULL)
        g_string_append_printf (text, " %s", ends);
      append_state (
          text, proposal, facts, TENURE_PROPOSAL_OUT_OF_REACH, n_out,
          ngettext ("%s provider cannot get there by extensions:", "%s providers cannot get there by extensions:", n_out));
      append_state (text, proposal, facts, TENURE_PROPOSAL_CANNOT_TELL, n_cannot,
                    ngettext ("Of %s provider it cannot be told:", "Of %s providers it cannot be told:", n_cannot));
    }
  return g_string_free (text, FALSE);
}
