#pragma once

#include "analysis/portfolio.h"

G_BEGIN_DECLS

/* The agreements that a portfolio is about. */
typedef struct
{
  const TenureTerms *terms;
  guint32 *indexes; /* owned by the portfolio */
  guint n;
} TenureMembers;

/* The yearly value of @index when it is known and in the portfolio's main currency. */
gboolean tenure_portfolio_get_annual (const TenurePortfolio *portfolio, guint32 index, gint64 *out_minor);

/* Last days of the three layers of the horizon (portfolio.h) for agreement @index; a layer that ends before the one below
 * it ends with it. NONE where the committed end is not known. */
void tenure_terms_find_reach (
    const TenureTerms *terms, guint index, TenureDay *out_secured, TenureDay *out_committed, TenureDay *out_extended);

/* Each fills its part of @portfolio. */
void tenure_portfolio_compute_horizon (TenurePortfolio *portfolio, const TenureMembers *members);
void tenure_portfolio_compute_expiries (TenurePortfolio *portfolio, const TenureMembers *members);
void tenure_portfolio_compute_years (TenurePortfolio *portfolio, const TenureMembers *members);
void tenure_portfolio_compute_concentration (TenurePortfolio *portfolio, const TenureMembers *members);

G_END_DECLS
