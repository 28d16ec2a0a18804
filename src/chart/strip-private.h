#pragma once

#include "chart/frame-private.h"

G_BEGIN_DECLS

/* A small picture under a larger one, month for month below it: one measure that is counted in something else, on an axis of
 * its own. A line of words, then an area in steps from a zero baseline, with its largest value at the axis. */

typedef struct
{
  const char *title;    /* over the strip, in a line; shortened with … */
  const double *values; /* one a month, borrowed for the call; below 0 they are drawn as 0 */
  guint n;              /* ≥ 1 */
  TenureChartRole role; /* of the area; open with a pattern of its own */
  TenureChartPattern pattern;
  char *(*dup_label) (double value, gconstpointer data); /* of the axis; the caller's words, freed by the strip */
  gconstpointer data;                                    /* for dup_label */
} TenureStripData;

/* Where it was drawn. */
typedef struct
{
  TenureBox plot;
  TenureLinearScale scale;
} TenureStrip;

/* What it takes, its line of words and the gap above included. */
double tenure_strip_height (const TenureScene *scene);

/* From @top on, between the sides of @plot. */
TenureStrip tenure_strip_add (TenureScene *scene, const TenureBox *plot, double top, const TenureStripData *data);

/* The bounds of month @i of the strip, at least a pixel high, for its mark. */
TenureBox tenure_strip_month (const TenureStrip *strip, const TenureStripData *data, guint i);

G_END_DECLS
