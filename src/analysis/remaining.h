#pragma once

#include "analysis/figure.h"
#include "analysis/term.h"

G_BEGIN_DECLS

/**
 * tenure_remaining_mean:
 * @agreements: @n indexes into the facts' agreements, of a provider or of any other set
 *
 * How long the money lasts: the weighted remaining term Σ aR ÷ Σa of docs/domain.md, section 4, over the agreements that
 * run on T, have a yearly value a above nothing and a known end. R is net of cover: where a signed successor follows
 * without a gap, it runs to the successor's committed end. Currencies are never added: only agreements in the currency of
 * most enter. Money that passes through another of them, of the same provider, weighs there alone. A double, for printing;
 * nothing is decided by it.
 *
 * Returns: months, known of running; cannot tell when none enters
 * Worked example: tests/analysis/test-remaining.c
 */
TenureFigure tenure_remaining_mean (const TenureTerms *terms, const guint32 *agreements, guint n);

G_END_DECLS
