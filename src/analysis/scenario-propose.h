#pragma once

#include "analysis/analysis.h"

G_BEGIN_DECLS

/* The cheapest extensions after which no provider is short of secured money a year ahead. */

#define TENURE_PROPOSAL_MONTHS 12

/* That no sum was said. */
#define TENURE_PROPOSAL_ANY_SUM G_MAXINT64

/* Of one provider so many part solutions are kept apart before the search is given up for one with a bound. */
#define TENURE_PROPOSAL_MAX_STATES 200000

typedef struct
{
  guint32 agreement; /* index */
  int months;        /* the fewest that reach the day */
  gint64 cost_minor; /* of those months */
  TenureDay end;     /* until when it would run */
  gboolean in_lead;  /* the lead that its money passes through runs as long, so that it costs nothing beside that */
} TenureProposedExtension;

typedef enum
{
  TENURE_PROPOSAL_ENOUGH,       /* nothing is needed */
  TENURE_PROPOSAL_CHEAPEST,     /* no other set costs less */
  TENURE_PROPOSAL_BOUNDED,      /* too many sets to try all: the cheapest costs between @least_minor and @cost_minor */
  TENURE_PROPOSAL_OUT_OF_REACH, /* not even all extensions that can be told would do; none is proposed */
  TENURE_PROPOSAL_CANNOT_TELL,  /* its yearly value is not known, or is in another currency */
} TenureProposalState;

/* One provider: yearly value that runs on T, and what of it, or of what follows, is secured on the day. */
typedef struct
{
  guint organisation;
  TenureProposalState state;
  TenureFigure annual, secured; /* as they are: tenure_provider_figures() */
  gint64 cost_minor, least_minor;
  guint first, n; /* a run in `extensions` */
} TenureProposalProvider;

/**
 * TenureProposal:
 * @currency: of all sums: the main currency of the portfolio
 * @cost_minor: of all providers; @least_minor: no set costs less. Equal where all is searched whole
 */
typedef struct
{
  TenureCurrency currency;
  GArray *providers;  /* TenureProposalProvider, by organisation */
  GArray *extensions; /* TenureProposedExtension */
  gint64 cost_minor, least_minor;
  gboolean overflows; /* the sums do not fit */
  guint n_out_of_reach, n_cannot_tell;
} TenureProposal;

/**
 * tenure_proposal_new:
 * @share_bp: the least share, 1 to 10,000
 *
 * Of each provider with running agreements in the portfolio of @analysis: yearly value secured on addMonths (T, 12) ÷ yearly
 * value that runs on T ≥ @share_bp. What may be extended is what of the portfolio runs, has a known term, yearly value and
 * total, ends or is secured less far than that day, and would be secured on it if extended; not what was ended early, has a
 * next term, or shares money with a lead of the same provider. Each is extended by the fewest whole months and costs what
 * these do, as in analysis/scenario.h: as they end within a month of the day, about one year's money.
 *
 * Money that passes through the lead of another provider is counted in the lead as long as that runs (portfolio.h): such an
 * extension costs nothing beside one of the lead. Proposals are made with such extensions at their whole cost and then at
 * nothing where the lead reaches as far, and the cheaper is kept; no set costs less than with all of them at nothing.
 *
 * Otherwise providers do not touch each other, so each is solved apart: all sets, without those that another beats in both
 * cost and money, and so exact, up to TENURE_PROPOSAL_MAX_STATES of them; some 17 agreements of any values, and more where
 * values repeat. Beyond, agreements are taken by cost for their money, those not needed left out again; the bound is that of
 * parts of agreements. Test: tests/analysis/test-scenario-propose.c, against all sets.
 */
TenureProposal *tenure_proposal_new (const TenureAnalysis *analysis, gint32 share_bp) G_GNUC_WARN_UNUSED_RESULT;

/* Whether every provider would have enough, for at most @sum_minor. */
gboolean tenure_proposal_is_done (const TenureProposal *proposal, gint64 sum_minor);
void tenure_proposal_free (TenureProposal *proposal);

/* "The 26 extended terms end between 21 Nov and 31 Dec 2027: …": when what is extended is to be decided again. The caller
 * frees; NULL without extensions. */
char *tenure_proposal_dup_ends (const TenureProposal *proposal);

/* The search by itself, for @n choices: the cheapest with Σ @gains ≥ @need > 0, gains and costs ≥ 0.
 * @out_chosen: @n of them, set to whether each is chosen
 * @out_least: no set costs less; the cost of the chosen where TRUE is returned in @out_exact
 * Returns: FALSE where all together are too little. */
gboolean tenure_proposal_search (const gint64 *gains,
                                 const gint64 *costs,
                                 guint n,
                                 gint64 need,
                                 guint max_states,
                                 gboolean *out_chosen,
                                 gint64 *out_least,
                                 gboolean *out_exact);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureProposal, tenure_proposal_free)

G_END_DECLS
