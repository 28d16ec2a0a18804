#pragma once

#include "analysis/portfolio.h"

G_BEGIN_DECLS

/* The agreements that a portfolio is about. Most of a long register is over, so what is asked of running agreements is asked
 * of those alone that run, or may. */
typedef struct
{
  const TenureTerms *terms;
  guint32 *indexes; /* owned by the portfolio */
  guint n;
  guint32 *current; /* those of which "running" is yes or not known */
  guint n_current;
} TenureMembers;

/* Of each agreement of the terms, whether it was selected, and whether it is in the scope as well. */
enum
{
  TENURE_PLACE_NONE,
  TENURE_PLACE_SELECTED,
  TENURE_PLACE_MEMBER,
};

/* --- Money that passes through a lead --- */

/* Whether agreement @index has a part in the sum that @data says something of. */
typedef gboolean (*TenureInSum) (const TenurePortfolio *portfolio, guint32 index, gconstpointer data);

/**
 * tenure_portfolio_find_lead:
 *
 * tenure_terms_find_lead() for sums of @portfolio.
 */
gint32 tenure_portfolio_find_lead (const TenurePortfolio *portfolio, guint32 index, TenureInSum in_sum, gconstpointer data);

/* Running, with a committed term and a yearly value ≥ 0 in the main currency: what the mean term weighs. */
gboolean tenure_portfolio_in_mean (const TenurePortfolio *portfolio, guint32 index, gconstpointer unused);

/* Of the whole selection, VCS or not, and with a known scope: what the share of the sector is of. */
gboolean tenure_portfolio_in_share (const TenurePortfolio *portfolio, guint32 index, gconstpointer unused);

/* Running, of a known provider, with a yearly value ≥ 0 in the main currency: what the concentration is of. */
gboolean tenure_portfolio_in_concentration (const TenurePortfolio *portfolio, guint32 index, gconstpointer unused);

/* Uncovered and ending on the day of the pile-up, with a yearly value in the main currency. */
gboolean tenure_portfolio_in_pile_up (const TenurePortfolio *portfolio, guint32 index, gconstpointer unused);

/**
 * tenure_portfolio_share_out:
 *
 * Yearly value of each agreement of the sum less what it passes on to others of it, not below 0; 0 for those outside. So
 * each pound stands once, with the provider that has it last.
 *
 * Returns: (transfer full): one for each agreement of the terms
 */
gint64 *tenure_portfolio_share_out (const TenurePortfolio *portfolio, TenureInSum in_sum);

/* The yearly value of @index when it is known and in the portfolio's main currency. */
gboolean tenure_portfolio_get_annual (const TenurePortfolio *portfolio, guint32 index, gint64 *out_minor);

/* The agreement in which the money of @index, which ends in the @month-th month of the expiries, is counted among what ends
 * then net; -1: in itself, or it has none known. */
gint32 tenure_portfolio_find_ending_lead (const TenurePortfolio *portfolio, guint32 index, guint month);

/* What of the total of @index falls into the year that begins on @from, leads' days apart. FALSE when it cannot be
 * spread. */
gboolean tenure_portfolio_spend_in (const TenurePortfolio *portfolio, guint32 index, TenureDay from, gint64 *out_minor);

/* Each fills its part of @portfolio. */
void tenure_portfolio_compute_horizon (TenurePortfolio *portfolio, const TenureMembers *members);
void tenure_portfolio_compute_expiries (TenurePortfolio *portfolio, const TenureMembers *members);
void tenure_portfolio_compute_years (TenurePortfolio *portfolio, const TenureMembers *members);
void tenure_portfolio_compute_concentration (TenurePortfolio *portfolio, const TenureMembers *members);

G_END_DECLS
