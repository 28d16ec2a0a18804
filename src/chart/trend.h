#pragma once

#include "chart/notes.h"
#include "chart/scene.h"

G_BEGIN_DECLS

/* Is it getting better? A bar per financial year: of the agreements that started in it, the share with a term of 12 months
 * or less. What is known of too few is not drawn as a share but dotted, and says so. A dashed line stands for what others
 * found, as a reference and not as a target. */

/* From so many known terms on a year has a share, where they are two thirds of its agreements as well
 * (tenure_chart_is_mostly_known()). */
#define TENURE_TREND_LEAST 5

typedef struct
{
  TenureDay from;   /* first day of the year */
  guint started;    /* agreements */
  guint open_ended; /* of those, without an end: there is no term to be known */
  guint known;      /* of those, with a known term */
  guint le12;       /* of the known, at most 12 months */
  double median;    /* months, when known > 0 */
} TenureTrendYear;

typedef struct
{
  const char *title;            /* (nullable): NULL for the chart's own */
  const TenureTrendYear *years; /* borrowed for the call; one after the other */
  guint n_years;
  int year_start_month;
  gboolean last_goes_on;       /* the last year is not over */
  guint first_whole;           /* of the years before this one only long terms may be left */
  double reference;            /* 0 to 1; negative: none */
  const char *reference_label; /* what it is and whose */
  TenureChartNotes notes;
} TenureTrendData;

/* Marks: one per year. Table: a row per year; columns started, known, 12 months or less, share, median. */
TenureScene *tenure_chart_trend (const TenureTrendData *data, double width, double height, const TenureChartTheme *theme);

G_END_DECLS
