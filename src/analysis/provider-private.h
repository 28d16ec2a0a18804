#pragma once

#include "analysis/provider.h"

G_BEGIN_DECLS

/* What one pass over the agreements of a provider needs. */
typedef struct
{
  const TenureTerms *terms;
  const guint32 *agreements;
  guint n;
  TenureCurrency currency;
} TenureProviderSet;

/* The layers of the horizon (portfolio.h), each within the next. */
typedef enum
{
  TENURE_REACH_SECURED,
  TENURE_REACH_COMMITTED,
  TENURE_REACH_EXTENDED,
  TENURE_N_REACHES,
} TenureReach;

/* The agreements in the currency of the accounts, else in that of most of them. */
TenureProviderSet tenure_provider_set (const TenureProviders *providers,
                                       guint organisation,
                                       const guint32 *agreements,
                                       guint n);

/* The same set for tenure_horizon_compute(): has @set as its data, and lives as long. */
TenureHorizonSet tenure_provider_horizon_set (const TenureProviderSet *set);

/* Whether the @i-th has a yearly value in the currency of the set, and whether it can be placed in time as well. */
gboolean tenure_provider_has_annual (const TenureProviderSet *set, guint i);
gboolean tenure_provider_is_placed (const TenureProviderSet *set, guint i);

/* The agreement of the same provider in which the money of the @i-th is counted: the nearest lead of which the same is known
 * and that runs as well, or, of what is ahead, that may pay on @day, options and all. -1: it is counted itself. */
gint32 tenure_provider_counted_in (const TenureProviderSet *set, guint i);
gint32 tenure_provider_counted_in_on (const TenureProviderSet *set, guint i, TenureDay day);

/* The same of posts: the nearest lead of the same provider that runs and of which is recorded how many it pays for. */
gint32 tenure_provider_posts_counted_in (const TenureProviderSet *set, guint i);

/* Whether the @i-th pays on @day as far as @reach goes. */
gboolean tenure_provider_pays_on (const TenureProviderSet *set, guint i, TenureDay day, TenureReach reach);

/* Σ of the yearly values that pay on @day, each counted once; live agreements that can be placed, of all live ones. */
TenureFigure tenure_provider_sum_on (const TenureProviderSet *set, TenureDay day, TenureReach reach);

G_END_DECLS
