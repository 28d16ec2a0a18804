#pragma once

#include "analysis/explanation.h"
#include "analysis/provider.h"

G_BEGIN_DECLS

/* Why a figure of a provider is what it is: formula, the records that entered and what each gives, those left out and what
 * they lack. */

typedef enum
{
  TENURE_PROVIDER_FIGURE_ANNUAL,
  TENURE_PROVIDER_FIGURE_AHEAD_3, /* secured, committed and if extended, 3 months from T */
  TENURE_PROVIDER_FIGURE_AHEAD_6,
  TENURE_PROVIDER_FIGURE_AHEAD_12,
  TENURE_PROVIDER_FIGURE_CLIFF,
  TENURE_PROVIDER_FIGURE_REMAINING,
  TENURE_PROVIDER_FIGURE_POSTS,
  TENURE_PROVIDER_FIGURE_DEPENDENCY,
  TENURE_PROVIDER_FIGURE_RESERVES,
  TENURE_PROVIDER_FIGURE_SHORTFALL,
  TENURE_N_PROVIDER_FIGURES,
} TenureProviderFigure;

/* "annual", "ahead_3", "ahead_6", "ahead_12", "cliff", "remaining", "posts", "dependency", "reserves", "shortfall"; static. */
const char *tenure_provider_figure_code (TenureProviderFigure figure);

/* The key that `tenure-cli figures --json` has for it is read as well: "reserve_months", "secured_minor.m12". FALSE, and
 * @out_figure unchanged, when @code is none of them. */
gboolean tenure_provider_figure_from_code (const char *code, TenureProviderFigure *out_figure);

/* "Yearly funding", "Still secured in 3 months", …; translated, static. */
const char *tenure_provider_figure_title (TenureProviderFigure figure);

/**
 * tenure_provider_explain:
 * @agreements: the @n that @organisation provides, as for tenure_provider_figures()
 *
 * The summary is the figure with its coverage; lines are agreements, funders, accounts or months, in the order in which they
 * are reckoned. Worked example: tests/analysis/test-provider-explain.c.
 *
 * Returns: (transfer full)
 */
TenureExplanation *tenure_provider_explain (
    const TenureProviders *providers, guint organisation, const guint32 *agreements, guint n, TenureProviderFigure figure);

G_END_DECLS
