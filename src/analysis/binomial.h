#pragma once

#include "base/ratio.h"

G_BEGIN_DECLS

/**
 * tenure_binomial_lower_tail:
 * @v: at most so many, 0 to @n
 * @n: of so many, up to 5,000
 * @t: with this share, 0 to 1
 *
 * P (X ≤ v | n, t), "how often would chance alone give this few": a supporting figure, never the flag itself.
 * Summed in exact integers and divided once. FALSE when an argument is out of its range. Worked examples: P
 * (X ≤ 0 | 22, 0.10) = 0.098477, P (X ≤ 2 | 14, 0.20) = 0.448051: tests/analysis/test-binomial.c.
 */
gboolean tenure_binomial_lower_tail (guint v, guint n, TenureRatio t, double *out_probability);

G_END_DECLS
