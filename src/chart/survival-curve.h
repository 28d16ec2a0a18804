#pragma once

#include "chart/notes.h"
#include "chart/scene.h"

G_BEGIN_DECLS

/* How long does funding last? The share of funding relationships that go on, step by step, with its 95 % interval behind it;
 * where half have ended, the month is named. Below stands of how many each part of the curve is. */

typedef struct
{
  double months;       /* since the first term began: the curve falls here */
  guint at_risk;       /* relationships that lasted so long at the least */
  guint ended;         /* of those, here */
  double share;        /* 0 to 1: still going on after it */
  double lower, upper; /* when interval_known */
  gboolean interval_known;
} TenureSurvivalPoint;

typedef struct
{
  const char *title;                 /* (nullable): NULL for the chart's own: "Half of the funding relationships have ended
                                        after 24 months" */
  const TenureSurvivalPoint *points; /* borrowed for the call; by months */
  guint n_points;                    /* 0: nothing has ended */
  double longest;                    /* months that the longest of them lasted; the curve ends there */
  guint n;                           /* relationships of known length; 0 draws the empty state */
  guint n_terms;                     /* of all of them together: a relationship is a string of terms; 0: not said */
  const double *lasted; /* (nullable): months of each of the n, ended or not, the shortest first: below the curve stands how
                           many of them are at risk; borrowed for the call */
  gboolean median_known;
  double median;
  TenureChartNotes notes;
} TenureSurvivalData;

/* Marks: one per fall of the curve. Table: a row per fall; columns still going on, interval, ended, lasted so long. */
TenureScene *tenure_chart_survival (const TenureSurvivalData *data,
                                    double width,
                                    double height,
                                    const TenureChartTheme *theme);

G_END_DECLS
