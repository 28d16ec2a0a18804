#pragma once

#include "base/day.h"

G_BEGIN_DECLS

/* A length in calendar months, exact: @whole months and @part / @length of the month that follows.
 * 0 ≤ part < length; length is 28–31 days, or 1 when part is 0. */
typedef struct
{
  gint32 whole;
  gint32 part;
  gint32 length;
} TenureMonths;

/**
 * tenure_months_between:
 * @first: first day of the span, known
 * @last: last day of the span, inclusive, known
 *
 * The term M(B,E) of the domain page. With X = E + 1 day, whole is the largest m for which addMonths(B, m) ≤ X;
 * length = days from addMonths(B, m) to addMonths(B, m + 1); part = X − addMonths(B, m). No rounding.
 * 1 Apr 2026 – 31 Mar 2027 is exactly 12. A span whose last day lies before its first gives 0.
 * Worked example: tests/base/test-months.c.
 */
TenureMonths tenure_months_between (TenureDay first, TenureDay last);

TenureMonths tenure_months_whole (int months);

/* < 0, 0 or > 0; exact, by cross-multiplication. */
int tenure_months_compare (TenureMonths a, TenureMonths b);

/* For drawing, sorting and averages only; bands and rules compare exactly. */
double tenure_months_to_double (TenureMonths months);

G_END_DECLS
