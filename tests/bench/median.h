#pragma once

#include <glib.h>
#include <stdlib.h>

static inline int
bench_compare_doubles (const void *a, const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

/* Sorts the @n @values, at least one, and returns the middle one (the upper of two). */
static inline double
bench_median (double *values, gsize n)
{
  qsort (values, n, sizeof *values, bench_compare_doubles);
  return values[n / 2];
}
