#pragma once

#include "base/id.h"
#include "chart/notes.h"
#include "chart/scene.h"

G_BEGIN_DECLS

/* Where do terms lie? One row per group: a box from the lower to the upper quartile with the median as a strong line, a thin
 * line from the shortest to the longest, and below it the single terms as strokes, the higher the more. Too few values for
 * quartiles are points and no box. A dashed line stands at 12 months. */

/* From so many known terms on a group has a box: below, quartiles are little but the terms themselves. */
#define TENURE_DISTRIBUTION_BOX_LEAST 5

typedef struct
{
  const char *label;
  const double *terms;         /* `known` of them, months, the shortest first; borrowed for the call */
  guint known;                 /* agreements with a known term */
  guint open_ended;            /* without an end: there is no term to be known */
  guint of;                    /* agreements; ≥ known + open_ended */
  guint le12;                  /* of the known, at most 12 months */
  double lower, median, upper; /* months, when known > 0 */
  gboolean unnamed;            /* of which it is not recorded to which group they belong: in no headline */
  const TenureId *records;     /* (nullable): the agreements, n_records of them; borrowed for the call */
  gsize n_records;
} TenureDistributionGroup;

typedef struct
{
  const char *title;    /* (nullable): NULL for the chart's own: "Median term: small 12 months, large 36 months" */
  const char *subtitle; /* "Committed terms of running agreements by size of the provider" */
  const char *corner;   /* what groups are, for the table: "Size" */
  const TenureDistributionGroup *groups; /* borrowed for the call; in the order in which they are drawn */
  guint n_groups;
  guint n_more; /* smaller groups that are left out of the data */
  TenureChartNotes notes;
} TenureDistributionData;

/* Where not all rows find room those of most agreements are drawn, at least three, and the others are counted; the table
 * has all of the data. Marks: one per row. Table: a row per group; columns agreements, known, shortest, lower quartile,
 * median, upper quartile, longest, 12 months or less. */
TenureScene *tenure_chart_distribution (const TenureDistributionData *data,
                                        double width,
                                        double height,
                                        const TenureChartTheme *theme);

G_END_DECLS
