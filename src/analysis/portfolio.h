#pragma once

#include "analysis/figure.h"
#include "analysis/horizon.h"

G_BEGIN_DECLS

/* The figures of a portfolio on a day T: docs/domain.md, section 4. Unless a line says otherwise they are
 * about the agreements of the selection that belong to one scope and are *running* on T. What is planned is
 * left out of sums at T, or a renewal would be counted beside what it renews. Currencies are never added:
 * sums are per currency, and what needs one sum (bands, horizon, expiries, concentration) is in the main
 * currency, the one of most running agreements (of all live ones when none runs, of all when none lives);
 * agreements in another are counted as left out. */

/* Money that passes through a lead is counted once (docs/domain.md, section 2, "Passed on"). Where a sum holds both an
 * agreement and its lead (field lead_agreement), or the lead's lead, on the same terms – members of the portfolio, their
 * yearly value known in the same currency, and whatever else the sum asks – what was passed on is counted in the lead
 * alone. Where the lead has no part in the sum, the agreement counts itself. Counts of agreements, and of how many are
 * known, are not touched by it. What "the same terms" are, sum by sum:
 * - yearly value, bands, purposes: both run on T (or of both it is not known); the money stands in the lead's band;
 * - mean term: both have a committed term; the money is weighed with the lead's;
 * - cliff: as the yearly value, above and below the line: what is counted in a lead falls when the lead does;
 * - horizon: day by day: while the lead may still pay, options and all, the money is the lead's in every layer, because it
 *   is no safer than that of which it is part; from then on the agreement counts itself. What is undecided of the lead is
 *   less by what then runs of it under agreements of their own, and has what is undecided of them;
 * - expiries, pile-up: both end in the month, or on the day, and for net sums neither is covered;
 * - spend by year: day by day, as the totals are spread;
 * - concentration and the sector's share ask another question: whose the money is. There the lead counts for what it
 *   keeps, its yearly value less what it passes on (not below 0), and each provider for its own.
 * A single provider's figures (provider.h) are of its own agreements, the lead's with all that passes through: so its
 * accounts have it, which its dependency and reserves are measured by.
 * Test: "/portfolio/passed-on". */

typedef struct
{
  TenureCurrency currency;
  TenureSum sum;
  guint known;     /* running agreements in this currency */
  guint passed_on; /* of `known`, those whose money is counted in their lead */
} TenureCurrencySum;

/* UNKNOWN holds what may be running, with whatever yearly values are recorded: beside the others, not part of
 * the portfolio's yearly value, which is the sum of the other four. */
typedef struct
{
  guint count;
  guint annual_known; /* of `count`, with a yearly value in the main currency */
  TenureSum annual;
} TenureBandFigures;

/* Committed ends on or after T in one month. Net: without those that a signed successor covers, term.h. */
typedef struct
{
  TenureDay month;
  guint net_count, gross_count;
  guint net_known, gross_known; /* with a yearly value in the main currency */
  TenureSum net, gross;
} TenureExpiryFigures;

typedef struct
{
  TenureDay from, until; /* first day, last day */
  TenureSum spend;
} TenureYearFigures;

/**
 * TenurePortfolio:
 * @n_agreements: agreements of the selection in the scope, whatever their dates
 * @n_selected: agreements of the selection; n_scope_known of them say whether the provider is VCS
 * @n_running: known to be running; @n_maybe_running: dates do not say
 * @n_live: planned, running or maybe running
 */
typedef struct
{
  const TenureTerms *terms;
  TenureScope scope;
  TenureCurrency currency; /* the main currency; NONE when no agreement has a value */
  guint n_selected, n_scope_known;
  guint8 *places;      /* private */
  guint32 *agreements; /* n_agreements indexes into the facts, in the order of the selection */
  guint n_agreements, n_live, n_planned, n_running, n_maybe_running;

  GArray *annual;                          /* TenureCurrencySum of running agreements; main currency first, then by code */
  TenureBandFigures bands[TENURE_N_BANDS]; /* of running agreements, and UNKNOWN */
  TenureBandFigures purposes[TENURE_N_PURPOSES]; /* of running agreements, by what the money is for */

  TenureFigure mean_term;   /* Σ aM ÷ Σa over running agreements with both, in the main currency; double */
  TenureFigure median_term; /* middle M, or the mean of the two in the middle; each agreement once */

  TenureHorizonFigures horizon[TENURE_HORIZON_MONTHS];
  guint horizon_known, horizon_of; /* live agreements that could be placed, of all live ones */
  guint secured_told;              /* of those placed, the ones of which S can be told */
  guint horizon_planned;           /* of those placed, the planned ones: in no figure of T, and here from their start on */
  guint horizon_posts_known;       /* running agreements of which posts and end are recorded … */
  guint horizon_posts_of;          /* … of all that run */

  TenureExpiryFigures expiries[TENURE_HORIZON_MONTHS];
  guint expiries_known; /* live agreements with a committed end … */
  guint expiries_of;    /* … of all that are not open-ended */
  /* The day on which most agreements end, net, any time from T on; ties: larger value, then earlier; NONE:
   * none. */
  TenureDay pile_up_day;
  guint pile_up_count, pile_up_known;
  TenureSum pile_up;
  /* The day on which most yearly value ends, net, counted in the same way; ties: more agreements, then earlier. Where no
   * value above 0 is known, the day of most agreements. Test: "/portfolio/dearest-day". */
  TenureDay dearest_day;
  guint dearest_count, dearest_known;
  TenureSum dearest;

  /* The 12-month cliff: running, not covered, committed end ≤ addMonths (T, 12); its yearly value and the
   * share of all running. */
  guint cliff_count;
  TenureSum cliff;
  TenureFigure cliff_share;

  /* Spend by financial year: the total spread by day over the agreed term, largest remainder, cut at
   * termination. */
  TenureYearFigures *years;
  guint n_years;
  TenureSum spend_earlier, spend_later; /* outside the 20 years before T's, T's own and the 19 after it */
  guint spend_known;                    /* agreements with a total and a term to spread it over … */
  guint spend_of;                       /* … of all in the scope, ended and open-ended ones too */

  /* Running yearly value of VCS ÷ VCS and others, whatever the scope; cannot tell where no other supplier is
   * recorded. */
  TenureFigure vcs_share;
  TenureFigure hhi;  /* concentration of spend by provider: Σ s² × 10,000 of running yearly value */
  guint n_providers; /* with running agreements, valued or not */
  guint8 hhi_level;  /* TenureLevel by the thresholds of rule D3, for any number of providers */
} TenurePortfolio;

/**
 * tenure_portfolio_new:
 * @selection: (nullable)
 *
 * A sum of money that does not fit in 63 bits makes what rests on it cannot tell, and nothing else (test:
 * "/portfolio/overflow").
 *
 * Returns: (transfer full): the figures
 * Worked examples: tests/analysis/test-portfolio.c (shares 40/30/20/10: HHI 3000).
 */
TenurePortfolio *tenure_portfolio_new (const TenureTerms *terms,
                                       TenureScope scope,
                                       const TenureSelection *selection) G_GNUC_WARN_UNUSED_RESULT;
void tenure_portfolio_free (TenurePortfolio *portfolio);

/* Count and sums as figures: of the agreements selected, how many are in the scope; of those, how many run.
 */
TenureFigure tenure_portfolio_agreements (const TenurePortfolio *portfolio);
TenureFigure tenure_portfolio_active (const TenurePortfolio *portfolio);
TenureFigure tenure_portfolio_annual (const TenurePortfolio *portfolio, guint index);

/* Running agreements, in any currency, whose yearly value is counted in their lead; of those with a known one, of all. */
TenureFigure tenure_portfolio_passed_on (const TenurePortfolio *portfolio);

/* The agreement in which the yearly value of @index is counted, for sums of what runs on T, or -1: it counts itself, has no
 * known yearly value, or is not of the portfolio. */
gint32 tenure_portfolio_counted_in (const TenurePortfolio *portfolio, guint32 index);

/* Whether the yearly value of agreement @index is known, but not in the main currency. */
gboolean tenure_portfolio_in_other_currency (const TenurePortfolio *portfolio, guint32 index);

/* Whether agreement @index is on the 12-month cliff: running, not covered, committed end ≤ addMonths (T, 12).
 */
gboolean tenure_terms_is_on_cliff (const TenureTerms *terms, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenurePortfolio, tenure_portfolio_free)

G_END_DECLS
