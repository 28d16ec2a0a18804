#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An exact fraction in lowest terms with a positive denominator. A share of nothing has no value: functions
 * that divide return FALSE instead of inventing one. */
typedef struct
{
  gint64 numerator;
  gint64 denominator;
} TenureRatio;

/* Basis points, in which shares and rates are recorded: 10,000 are the whole. */
#define TENURE_WHOLE_BP 10000

/* Reduces; FALSE when @denominator is 0 or a sign cannot be changed (G_MININT64). */
gboolean tenure_ratio_make (gint64 numerator, gint64 denominator, TenureRatio *out_ratio);

int tenure_ratio_compare (TenureRatio a, TenureRatio b);

/* For drawing and printing only. */
double tenure_ratio_to_double (TenureRatio ratio);

/* @numerator × @scale / @denominator rounded half to even. FALSE when it does not fit or @denominator is 0. */
gboolean tenure_ratio_scale (gint64 numerator, gint64 scale, gint64 denominator, gint64 *out_value);

G_END_DECLS
