#include "config.h"
#include "analysis/scenario-propose.h"

#include "analysis/provider.h"
#include "analysis/scenario.h"

#include "base/count.h"
#include "base/i18n.h"
#include "base/ratio.h"

/* What an extension of one agreement would bring. */
typedef struct
{
  TenureProposedExtension extension;
  gint64 gain_minor; /* what the share lacks less by it */
} Choice;

/* At what an extension is priced whose money passes through the lead of another provider. */
typedef enum
{
  WHOLE,   /* as any other: the dearest that it can be */
  COVERED, /* at nothing where the lead runs as long, as it is or as proposed before */
  FREE,    /* at nothing: the cheapest that it can be */
} Price;

typedef struct
{
  const TenureAnalysis *analysis;
  const TenureProviderIndex *index;
  TenureProposal *proposal;
  Price price;
  const TenureDay *ends; /* until when each agreement would run by the proposal before; NONE: as it is. NULL with WHOLE */
  gint32 share_bp;
  TenureDay day;      /* addMonths (T, 12) */
  gboolean *in_reach; /* agreements of the portfolio that run */
  gboolean *has_own;  /* agreements that share money with a lead of the same provider */
  gboolean has_tied;  /* some of what runs stands under a lead */
} Proposing;

/* --- What one extension brings -------------------------------------------------------------------------------- */

static int
fewest_months (TenureDay end, TenureDay day)
{
  int months = tenure_months_between (end + 1, day).whole;

  while (tenure_day_add_months (end + 1, months) - 1 < day)
    months++;
  return months;
}

static gboolean
is_secured_on (const TenureTerms *terms, guint index, TenureDay day)
{
  TenureDay secured, committed, extended;

  tenure_terms_find_reach (terms, index, &secured, &committed, &extended);
  return tenure_day_is_known (secured) && day <= secured;
}

/* Tried on the agreement alone: nothing that it is tied to changes what it is worth or how far it is secured. */
static TenureTerms *
try_extension (const Proposing *proposing, guint32 index, int months, TenureScenario **out_scenario)
{
  const TenureFacts *facts = proposing->analysis->facts;
  TenureFactAgreement agreement = facts->agreements[index];
  TenureFacts alone = { .agreements = &agreement,
                        .n_agreements = 1,
                        .extensions = facts->extensions + agreement.first_extension,
                        .n_extensions = agreement.n_extensions };
  const TenureScenarioChange change = { TENURE_SCENARIO_EXTEND, agreement.id, .months = months };

  agreement.provider = agreement.predecessor = agreement.lead = agreement.service = -1;
  agreement.first_extension = agreement.n_funders = 0;
  *out_scenario = tenure_scenario_new (&alone, proposing->analysis->as_of, &change, 1);
  return tenure_terms_new ((*out_scenario)->facts, proposing->analysis->as_of, &proposing->analysis->terms->options);
}

/* Whether agreement @index may be extended at all. */
static gboolean
is_open (const Proposing *proposing, guint32 index)
{
  const TenureAgreementFigures *figures = &proposing->analysis->terms->agreements[index];
  const TenureFactAgreement *fact = &proposing->analysis->facts->agreements[index];

  return proposing->in_reach[index] && !proposing->has_own[index] && figures->term_known && figures->annual_known
         && figures->total_known && fact->currency == proposing->proposal->currency
         && !tenure_day_is_known (fact->terminated) && figures->chain_position == figures->chain_length
         && !is_secured_on (proposing->analysis->terms, index, proposing->day) && figures->committed_end < proposing->day;
}

/* --- Money that passes through a lead ------------------------------------------------------------------------- */

static gboolean
may_hold (guint32 index, gconstpointer data)
{
  const Proposing *proposing = data;

  return proposing->in_reach[index] && proposing->analysis->terms->agreements[index].annual_known
         && proposing->analysis->facts->agreements[index].currency == proposing->proposal->currency;
}

/* Whether the lead that the money of agreement @index passes through runs up to @day, as it is or by @ends. */
static gboolean
is_covered (const Proposing *proposing, guint32 index, TenureDay day, const TenureDay *ends)
{
  gint32 lead = tenure_terms_find_lead (proposing->analysis->terms, index, may_hold, proposing);
  const TenureAgreementFigures *figures = lead >= 0 ? &proposing->analysis->terms->agreements[lead] : NULL;

  if (figures == NULL)
    return FALSE;
  return figures->open_ended || (figures->committed_end != TENURE_DAY_NONE && figures->committed_end >= day)
         || (ends[lead] != TENURE_DAY_NONE && ends[lead] >= day);
}

static gboolean
is_free (const Proposing *proposing, guint32 index, TenureDay end)
{
  switch (proposing->price)
    {
    case FREE:
      return tenure_terms_find_lead (proposing->analysis->terms, index, may_hold, proposing) >= 0;
    case COVERED:
      return is_covered (proposing, index, end, proposing->ends);
    case WHOLE:
    default:
      return FALSE;
    }
}

/* @minor × the share, rounded up: for what the share is of. */
static __int128
share_of (const Proposing *proposing, __int128 minor)
{
  __int128 whole = minor * proposing->share_bp;

  return whole > 0 ? (whole + TENURE_WHOLE_BP - 1) / TENURE_WHOLE_BP : whole / TENURE_WHOLE_BP;
}

/* A yearly value that becomes another, as that of half a year's grant does, changes what the share is of. */
static gboolean
find_choice (const Proposing *proposing, guint32 index, Choice *out_choice)
{
  const TenureAgreementFigures *before = &proposing->analysis->terms->agreements[index], *after;
  g_autoptr (TenureScenario) scenario = NULL;
  g_autoptr (TenureTerms) terms = NULL;
  int months;
  __int128 gain;

  if (!is_open (proposing, index))
    return FALSE;
  months = fewest_months (before->agreed_end, proposing->day);
  terms = try_extension (proposing, index, months, &scenario);
  after = &terms->agreements[0];
  if (scenario->n_problems > 0 || !after->annual_known || !after->total_known || after->annual_minor < 0
      || !is_secured_on (terms, 0, proposing->day) || before->total_minor < 0 || after->total_minor < before->total_minor)
    return FALSE;
  gain = after->annual_minor - share_of (proposing, (__int128) after->annual_minor - before->annual_minor);
  if (gain <= 0 || gain > G_MAXINT64)
    return FALSE;
  *out_choice =
      (Choice){ { index, months, after->total_minor - before->total_minor, after->committed_end, FALSE }, (gint64) gain };
  out_choice->extension.in_lead = is_free (proposing, index, after->committed_end);
  return TRUE;
}

/* --- One provider --------------------------------------------------------------------------------------------- */

static gboolean
is_money (const TenureFigure *figure, TenureCurrency currency)
{
  return figure->kind == TENURE_FIGURE_INTEGER && figure->currency == currency;
}

/* What the share lacks, rounded up; FALSE where that is nothing. */
static gboolean
find_need (const Proposing *proposing, const TenureProposalProvider *provider, gint64 *out_need)
{
  __int128 need = share_of (proposing, provider->annual.integer) - provider->secured.integer;

  *out_need = (gint64) MIN (need, (__int128) G_MAXINT64);
  return need > 0;
}

/* What it takes from whoever pays. */
static gint64
get_cost (const TenureProposedExtension *extension)
{
  return extension->in_lead ? 0 : extension->cost_minor;
}

static void
take (const Proposing *proposing, TenureProposalProvider *provider, const GArray *choices, const gboolean *chosen)
{
  for (guint i = 0; i < choices->len; i++)
    {
      const Choice *choice = &g_array_index (choices, Choice, i);

      if (!chosen[i])
        continue;
      g_array_append_val (proposing->proposal->extensions, choice->extension);
      provider->n++;
      proposing->proposal->overflows |= !tenure_money_add (&provider->cost_minor, get_cost (&choice->extension));
    }
}

static void
solve (const Proposing *proposing, TenureProposalProvider *provider, const GArray *choices, gint64 need)
{
  g_autofree gint64 *gains = g_new (gint64, choices->len + 1);
  g_autofree gint64 *costs = g_new (gint64, choices->len + 1);
  g_autofree gboolean *chosen = g_new0 (gboolean, choices->len + 1);
  gboolean exact = FALSE;

  for (guint i = 0; i < choices->len; i++)
    {
      gains[i] = g_array_index (choices, Choice, i).gain_minor;
      costs[i] = get_cost (&g_array_index (choices, Choice, i).extension);
    }
  if (!tenure_proposal_search (gains, costs, choices->len, need, TENURE_PROPOSAL_MAX_STATES, chosen, &provider->least_minor,
                               &exact))
    {
      provider->state = TENURE_PROPOSAL_OUT_OF_REACH;
      return;
    }
  provider->state = exact ? TENURE_PROPOSAL_CHEAPEST : TENURE_PROPOSAL_BOUNDED;
  take (proposing, provider, choices, chosen);
}

static void
propose_for (const Proposing *proposing, guint organisation)
{
  const guint32 *agreements = proposing->index->agreements + proposing->index->first[organisation];
  guint n = proposing->index->first[organisation + 1] - proposing->index->first[organisation];
  TenureProviderFigures figures = tenure_provider_figures (proposing->analysis->providers, organisation, agreements, n);
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  TenureProposal *proposal = proposing->proposal;
  TenureProposalProvider provider = { .organisation = organisation, .annual = figures.annual };
  gint64 need;

  provider.secured = figures.secured[TENURE_N_AHEAD - 1];
  provider.first = proposal->extensions->len;
  for (guint i = 0; i < n; i++)
    {
      Choice choice;

      if (find_choice (proposing, agreements[i], &choice))
        g_array_append_val (choices, choice);
    }
  if (!is_money (&provider.annual, proposal->currency) || !is_money (&provider.secured, proposal->currency))
    provider.state = TENURE_PROPOSAL_CANNOT_TELL;
  else if (find_need (proposing, &provider, &need))
    solve (proposing, &provider, choices, need);
  proposal->n_out_of_reach += provider.state == TENURE_PROPOSAL_OUT_OF_REACH;
  proposal->n_cannot_tell += provider.state == TENURE_PROPOSAL_CANNOT_TELL;
  proposal->overflows |= !tenure_money_add (&proposal->cost_minor, provider.cost_minor)
                         || !tenure_money_add (&proposal->least_minor, provider.least_minor);
  g_array_append_val (proposal->providers, provider);
}

/* --- All of them ---------------------------------------------------------------------------------------------- */

/* Returns which organisations provide something of the portfolio that runs. */
static gboolean *
find_who_runs (Proposing *proposing)
{
  const TenurePortfolio *portfolio = proposing->analysis->portfolio;
  const TenureFacts *facts = proposing->analysis->facts;
  gboolean *runs = g_new0 (gboolean, facts->n_organisations + 1);

  for (guint i = 0; i < portfolio->n_agreements; i++)
    {
      guint32 index = portfolio->agreements[i];

      if (proposing->analysis->terms->agreements[index].running != TENURE_FACT_YES)
        continue;
      proposing->in_reach[index] = TRUE;
      runs[facts->agreements[index].provider] = TRUE;
    }
  for (guint i = 0; i < facts->n_agreements; i++)
    {
      gint32 lead = facts->agreements[i].lead;

      proposing->has_tied |= lead >= 0 && proposing->in_reach[i];
      if (lead >= 0 && facts->agreements[lead].provider == facts->agreements[i].provider)
        proposing->has_own[i] = proposing->has_own[lead] = TRUE;
    }
  return runs;
}

static TenureProposal *
propose_at (Proposing *proposing, const gboolean *runs, Price price, const TenureDay *ends)
{
  TenureProposal *proposal = g_new0 (TenureProposal, 1);

  proposal->currency = proposing->analysis->portfolio->currency;
  proposal->providers = g_array_new (FALSE, FALSE, sizeof (TenureProposalProvider));
  proposal->extensions = g_array_new (FALSE, FALSE, sizeof (TenureProposedExtension));
  proposing->proposal = proposal;
  proposing->price = price;
  proposing->ends = ends;
  for (guint i = 0; i < proposing->analysis->facts->n_organisations; i++)
    if (runs[i])
      propose_for (proposing, i);
  return proposal;
}

/* Until when each agreement would run; the caller frees. */
static TenureDay *
find_ends (const TenureProposal *proposal, guint n_agreements)
{
  TenureDay *ends = g_new (TenureDay, n_agreements + 1);

  for (guint i = 0; i < n_agreements; i++)
    ends[i] = TENURE_DAY_NONE;
  for (guint i = 0; i < proposal->extensions->len; i++)
    {
      const TenureProposedExtension *extension = &g_array_index (proposal->extensions, TenureProposedExtension, i);

      ends[extension->agreement] = extension->end;
    }
  return ends;
}

/* Prices the extensions by what is proposed beside them. */
static void
price_by_itself (Proposing *proposing, TenureProposal *proposal)
{
  g_autofree TenureDay *ends = find_ends (proposal, proposing->analysis->facts->n_agreements);

  proposing->proposal = proposal;
  proposal->cost_minor = 0;
  for (guint p = 0; p < proposal->providers->len; p++)
    {
      TenureProposalProvider *provider = &g_array_index (proposal->providers, TenureProposalProvider, p);

      provider->cost_minor = 0;
      for (guint i = provider->first; i < provider->first + provider->n; i++)
        {
          TenureProposedExtension *extension = &g_array_index (proposal->extensions, TenureProposedExtension, i);

          extension->in_lead = is_covered (proposing, extension->agreement, extension->end, ends);
          proposal->overflows |= !tenure_money_add (&provider->cost_minor, get_cost (extension));
        }
      proposal->overflows |= !tenure_money_add (&proposal->cost_minor, provider->cost_minor);
    }
}

/* What no set costs less than: as though all that passes through a lead cost nothing. */
static void
set_least (TenureProposal *proposal, const TenureProposal *free_of_leads)
{
  proposal->least_minor = free_of_leads->least_minor;
  proposal->overflows |= free_of_leads->overflows;
  for (guint p = 0; p < proposal->providers->len; p++)
    {
      TenureProposalProvider *provider = &g_array_index (proposal->providers, TenureProposalProvider, p);

      provider->least_minor = g_array_index (free_of_leads->providers, TenureProposalProvider, p).least_minor;
      if (provider->state == TENURE_PROPOSAL_CHEAPEST && provider->least_minor < provider->cost_minor)
        provider->state = TENURE_PROPOSAL_BOUNDED;
    }
}

static TenureProposal *
propose (Proposing *proposing, const gboolean *runs)
{
  TenureProposal *proposal = propose_at (proposing, runs, WHOLE, NULL), *again;
  g_autoptr (TenureProposal) free_of_leads = NULL;
  g_autofree TenureDay *ends = NULL;

  if (!proposing->has_tied)
    return proposal;
  price_by_itself (proposing, proposal);
  ends = find_ends (proposal, proposing->analysis->facts->n_agreements);
  again = propose_at (proposing, runs, COVERED, ends);
  price_by_itself (proposing, again);
  if (!again->overflows && again->cost_minor < proposal->cost_minor)
    {
      tenure_proposal_free (proposal);
      proposal = g_steal_pointer (&again);
    }
  g_clear_pointer (&again, tenure_proposal_free);
  free_of_leads = propose_at (proposing, runs, FREE, NULL);
  set_least (proposal, free_of_leads);
  return proposal;
}

TenureProposal *
tenure_proposal_new (const TenureAnalysis *analysis, gint32 share_bp)
{
  g_autoptr (TenureProviderIndex) index = NULL;
  g_autofree gboolean *runs = NULL, *in_reach = NULL, *has_own = NULL;
  Proposing proposing;

  g_return_val_if_fail (analysis != NULL && share_bp > 0 && share_bp <= TENURE_WHOLE_BP, NULL);

  index = tenure_provider_index_new (analysis->facts);
  in_reach = g_new0 (gboolean, analysis->facts->n_agreements + 1);
  has_own = g_new0 (gboolean, analysis->facts->n_agreements + 1);
  proposing = (Proposing){ .analysis = analysis,
                           .index = index,
                           .share_bp = share_bp,
                           .day = tenure_day_add_months (analysis->as_of, TENURE_PROPOSAL_MONTHS),
                           .in_reach = in_reach,
                           .has_own = has_own };
  runs = find_who_runs (&proposing);
  return propose (&proposing, runs);
}

gboolean
tenure_proposal_is_done (const TenureProposal *proposal, gint64 sum_minor)
{
  g_return_val_if_fail (proposal != NULL, FALSE);

  return !proposal->overflows && proposal->cost_minor <= sum_minor && proposal->n_out_of_reach == 0
         && proposal->n_cannot_tell == 0;
}

void
tenure_proposal_free (TenureProposal *proposal)
{
  if (proposal == NULL)
    return;
  g_array_unref (proposal->providers);
  g_array_unref (proposal->extensions);
  g_free (proposal);
}

char *
tenure_proposal_dup_ends (const TenureProposal *proposal)
{
  TenureDay first = TENURE_DAY_MAX, last = TENURE_DAY_MIN;
  g_autofree char *from = NULL, *to = NULL, *count = NULL;
  guint n;

  g_return_val_if_fail (proposal != NULL, NULL);

  n = proposal->extensions->len;
  if (n == 0)
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      TenureDay end = g_array_index (proposal->extensions, TenureProposedExtension, i).end;

      first = MIN (first, end);
      last = MAX (last, end);
    }
  from = tenure_day_dup_label (first);
  to = tenure_day_dup_label (last);
  count = tenure_count_dup_label (n);
  if (first == last)
    /* Translators: a number of terms, a day. */
    return g_strdup_printf (ngettext ("%1$s extended term then ends on %2$s and is to be decided again by then.",
                                      "%1$s extended terms then all end on %2$s and are to be decided again by then.", n),
                            count, from);
  /* Translators: a number of terms, two days. */
  return g_strdup_printf (_ ("%1$s extended terms then end between %2$s and %3$s and are to be decided again by then."),
                          count, from, to);
}
