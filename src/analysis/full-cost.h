#pragma once

#include "analysis/term.h"

G_BEGIN_DECLS

/**
 * TenureFullCost:
 * How much of what the work costs is paid for, by all funders together: docs/domain.md, section 4, "Agreement", and what
 * rule P3 judges.
 * @cost_minor: the full cost as recorded; else what the cost lines make together, @n_lines of them, when all are in the
 *   currency of the agreement and their sum fits
 * @value_minor, @other_minor: 0 where it is not recorded
 * @missing: what the ratio lacks, TenureMissing
 * @known: value, other funders’ money and a full cost above 0 are recorded; only then there is a ratio
 */
typedef struct
{
  gboolean cost_known;
  gint64 cost_minor;
  guint n_lines; /* 0 where the full cost is recorded as one */
  gint64 value_minor, other_minor;
  guint64 missing;
  gboolean known;
} TenureFullCost;

/**
 * tenure_full_cost:
 *
 * Formula: (value + other funders’ money) ÷ full cost, all over the same period, as recorded. £90,000 and £5,000 of others
 * for work that costs £100,000: 95 %. Test: tests/analysis/test-full-cost.c.
 */
TenureFullCost tenure_full_cost (const TenureTerms *terms, guint index);

/* Whether the money recorded reaches @basis_points of the full cost, compared exactly; FALSE where the cost is not known.
 * What is not recorded could only add to it. */
gboolean tenure_full_cost_is_reached (const TenureFullCost *cost, int basis_points);

/* The ratio in tenths of a per cent, half-even, but never 1000 where it falls short of the whole; only of a known one. */
gint64 tenure_full_cost_get_tenths (const TenureFullCost *cost);

/* "94.3 %"; only of a known one. The caller frees. */
char *tenure_full_cost_dup_label (const TenureFullCost *cost);

G_END_DECLS
