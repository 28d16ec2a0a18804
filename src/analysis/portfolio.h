#pragma once

#include "analysis/figure.h"
#include "analysis/term.h"

G_BEGIN_DECLS

/* The figures of a portfolio on a day T: docs/domain.md, section 4. Unless a line says otherwise they are
 * about the agreements of the selection that belong to one scope and are *running* on T. What is planned is
 * left out of sums at T, or a renewal would be counted beside what it renews. Currencies are never added:
 * sums are per currency, and what needs one sum (bands, horizon, expiries, concentration) is in the main
 * currency, the one of most running agreements (of all live ones when none runs, of all when none lives);
 * agreements in another are counted as left out. */

#define TENURE_HORIZON_MONTHS 36

typedef struct
{
  TenureCurrency currency;
  TenureSum sum;
  guint known; /* running agreements in this currency */
} TenureCurrencySum;

/* UNKNOWN holds what may be running, with whatever yearly values are recorded: beside the others, not part of
 * the portfolio's yearly value, which is the sum of the other four. */
typedef struct
{
  guint count;
  guint annual_known; /* of `count`, with a yearly value in the main currency */
  TenureSum annual;
} TenureBandFigures;

/**
 * TenureHorizonFigures:
 * Yearly value running on one day: T itself for the first month, the first of the month for the others.
 * - secured: S of docs/domain.md, section 2: of what is committed, what the funder could not have ended by then by
 *   notice without cause given on T. Where S cannot be told, the committed end counts meanwhile; `secured_told`
 *   says of how many it could. Test: "/portfolio/horizon-secured".
 * - committed: start ≤ day ≤ committed end; an open-ended agreement until its notice would end if given on T
 *   (only on T itself when the notice is not recorded). Planned agreements enter at their start.
 * - extended: committed plus what runs on unexercised options to the maximum end; an open-ended agreement goes
 *   on. What is covered by a signed successor is not extended past the successor's start.
 */
typedef struct
{
  TenureDay month; /* first day of the month */
  TenureDay day;   /* measured on */
  TenureSum secured, committed, extended; /* in this order of size, for values ≥ 0 */
} TenureHorizonFigures;

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
  guint32 *agreements; /* n_agreements indexes into the facts, in the order of the selection */
  guint n_agreements, n_live, n_planned, n_running, n_maybe_running;

  GArray *annual; /* TenureCurrencySum of running agreements; main currency first, then by code */
  TenureBandFigures bands[TENURE_N_BANDS]; /* of running agreements, and UNKNOWN */
  TenureBandFigures purposes[TENURE_N_PURPOSES]; /* of running agreements, by what the money is for */

  TenureFigure mean_term;   /* Σ aM ÷ Σa over running agreements with both, in the main currency; double */
  TenureFigure median_term; /* middle M, or the mean of the two in the middle; each agreement once */

  TenureHorizonFigures horizon[TENURE_HORIZON_MONTHS];
  guint horizon_known, horizon_of; /* live agreements that could be placed, of all live ones */
  guint secured_told;              /* of those placed, the ones of which S can be told */

  TenureExpiryFigures expiries[TENURE_HORIZON_MONTHS];
  guint expiries_known; /* live agreements with a committed end … */
  guint expiries_of;    /* … of all that are not open-ended */
  /* The day on which most agreements end, net, any time from T on; ties: larger value, then earlier; NONE:
   * none. */
  TenureDay pile_up_day;
  guint pile_up_count, pile_up_known;
  TenureSum pile_up;

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
  guint spend_known;                 /* agreements with a total and a term to spread it over … */
  guint spend_of;                    /* … of all in the scope, ended and open-ended ones too */

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

/* Whether agreement @index is on the 12-month cliff: running, not covered, committed end ≤ addMonths (T, 12).
 */
gboolean tenure_terms_is_on_cliff (const TenureTerms *terms, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenurePortfolio, tenure_portfolio_free)

G_END_DECLS
