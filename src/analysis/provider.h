#pragma once

#include "analysis/figure.h"
#include "analysis/horizon.h"
#include "analysis/providers.h"

G_BEGIN_DECLS

/* One provider as a trustee would ask about it: docs/domain.md, section 4, "Provider". Made when somebody looks at a
 * provider; over all agreements of the document, whatever the filter. */

/* How far ahead: 3, 6 and 12 months from T. */
#define TENURE_N_AHEAD 3

int tenure_ahead_months (guint ahead);

/**
 * TenureProviderFigures:
 * Money is in one currency: that of the accounts where it is recorded, else that of most agreements. "Known" of a sum
 * counts the agreements that enter it. What the provider passes on to others stays in its lead agreement; what it passes on
 * to itself, under an agreement of its own, is counted in the lead alone, its posts too. Test: "/provider/own-lead"
 * @secured, @committed, @extended: yearly value on addMonths (T, m), as far as each layer of the horizon goes
 *   (TenureHorizonFigures in portfolio.h): up to the funder's notice, to the committed end, with every unexercised
 *   option; planned agreements enter at their start. Test: "/provider/notice"
 * @cliff: Σ a (not covered, committed end ≤ addMonths (T, 12)) ÷ Σ a of what runs on T
 * @remaining: weighted remaining term (analysis/remaining.h)
 * @posts, @posts_ending: full-time equivalents paid by running agreements, and of those the ones that end with theirs, not
 *   covered, by addMonths (T, m). What a lead pays for ends with the lead. Test: "/provider/own-lead-posts"
 * @dependency: the largest funder's yearly money ÷ income; above 1 when the money has grown since the accounts
 * @reserve_months: free reserves ÷ (expenditure ÷ 12)
 * @shortfall_month: first day of the first month, of the 36 from T's on, at whose end reserves and income so far are less
 *   than cost so far; NONE when there is none, or when shortfall_known is FALSE. Cost is expenditure ÷ 12 a month; income
 *   is what is secured on the month's measured day (portfolio.h) ÷ 12, and, as an assumption, that part of the last
 *   accounts' income which running agreements do not explain, going on as it was.
 */
typedef struct
{
  guint organisation;
  TenureCurrency currency;
  guint n_agreements, n_running, n_planned;
  TenureSize size;
  TenureFigure annual;
  TenureFigure secured[TENURE_N_AHEAD], committed[TENURE_N_AHEAD], extended[TENURE_N_AHEAD];
  TenureFigure cliff;
  TenureFigure remaining;
  TenureFigure posts, posts_ending[TENURE_N_AHEAD];
  TenureFigure dependency;
  TenureFunderCount funders;
  TenureFigure reserve_months;
  gboolean shortfall_known;
  TenureDay shortfall_month;
  gint64 other_income_minor; /* assumed to go on; when shortfall_known */
  guint64 missing;           /* TenureMissing: what dependency, reserves and shortfall lack */
} TenureProviderFigures;

/**
 * tenure_provider_figures:
 * @agreements: @n indexes of the agreements that @organisation provides
 *
 * Sums that do not fit in 63 bits cannot be told. Linear in @n.
 * Worked example: tests/analysis/test-provider.c.
 */
TenureProviderFigures tenure_provider_figures (const TenureProviders *providers,
                                               guint organisation,
                                               const guint32 *agreements,
                                               guint n);

/**
 * tenure_provider_horizon:
 * @agreements: as for tenure_provider_figures()
 * @out_currency: (nullable): of its money: that of the accounts where it is recorded, else that of most agreements
 *
 * Money and posts month by month (analysis/horizon.h); on the same day the same sums as above.
 * Test: "/horizon/provider".
 */
void tenure_provider_horizon (const TenureProviders *providers,
                              guint organisation,
                              const guint32 *agreements,
                              guint n,
                              TenureHorizon *out_horizon,
                              TenureCurrency *out_currency);

/* Two of them alone, for lists of many: @dependency and @reserve_months above. */
TenureFigure tenure_providers_dependency (const TenureProviders *providers, guint organisation);

/* The most that the dependency can be: with all the income of which nothing is recorded. @dependency itself where nothing is
 * open, or where it cannot be told. */
double tenure_providers_dependency_most (const TenureProviders *providers,
                                         guint organisation,
                                         const TenureFigure *dependency);

/* For people: "54 %", and where the two differ in whole per cent the least, rounded down, and the most, rounded up: "9–98 %". The
 * chart of income says the same. The caller frees. */
char *tenure_dependency_dup_label (const TenureFigure *dependency, double most);
TenureFigure tenure_accounts_reserve_months (const TenureFactAccounts *accounts);

/**
 * TenureProviderIndex:
 * The agreements of each organisation behind each other, in the order of the facts: @agreements[@first[o]] to
 * @agreements[@first[o + 1]] are those that organisation o provides.
 */
typedef struct
{
  guint32 *first; /* n_organisations + 1 */
  guint32 *agreements;
} TenureProviderIndex;

TenureProviderIndex *tenure_provider_index_new (const TenureFacts *facts);
void tenure_provider_index_free (TenureProviderIndex *index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureProviderIndex, tenure_provider_index_free)

G_END_DECLS
