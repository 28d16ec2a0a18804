#pragma once

#include "analysis/figure.h"
#include "analysis/term.h"

G_BEGIN_DECLS

/* What an agreement costs its provider before and beside the work: docs/domain.md, section 4, "Agreement". Small contracts
 * with a full tender and thick returns are where it is high; no rule judges it, because no source names a limit. */

typedef struct
{
  TenureFigure ratio;      /* of 1 agreement; cannot tell unless both costs and the value of the agreed term are known */
  gint64 monitoring_minor; /* over the agreed term; only with a ratio */
} TenureBurden;

/**
 * tenure_agreement_burden:
 *
 * Formula: (cost of bidding + cost of monitoring) ÷ value, all over the agreed term: bidding is paid once, monitoring is
 * recorded over the same period as the value, so that of a yearly value it is × the value of the term ÷ the yearly value,
 * half-even. £1,200 and £1,400 a year for £36,000 a year over three years: (1,200 + 4,200) ÷ 108,000 = 5 %. Cannot tell
 * where one of the three is not known, where the value is not above 0, and beyond 63 bits. Test:
 * tests/analysis/test-burden.c.
 */
TenureBurden tenure_agreement_burden (const TenureTerms *terms, guint index);

G_END_DECLS
