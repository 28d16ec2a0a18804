#pragma once

#include "chart/notes.h"
#include "chart/scene.h"

G_BEGIN_DECLS

/* Who pays for taking part: a bar per month, board, organisation, person or size, its paid part solid, its unpaid part
 * hatched, and dotted that of which it is not recorded. Those that find no room are counted. */

typedef struct
{
  const char *label;           /* "Apr 2026", "Place Board"; not NULL */
  TenureId record;             /* what a click opens, or TENURE_ID_NONE */
  gint64 paid, unpaid, untold; /* minutes */
  gboolean value_known;        /* what the unpaid time is worth, of all of it */
  gint64 value_minor;
} TenureHoursRow;

typedef struct
{
  const char *title;           /* (nullable): NULL for the chart's own: "Paid: 34 of the 120 hours that the VCS gave" */
  const char *corner;          /* of the table: "Month", "Board" */
  const TenureHoursRow *rows;  /* borrowed for the call */
  guint n_rows;                /* 0 draws the empty state */
  gint64 paid, unpaid, untold; /* of all, minutes */
  guint n_unpaid, n_valued;    /* unpaid parts, and of those that could be valued */
  gint64 value_minor;          /* of those */
  TenureCurrency currency;
  TenureChartNotes notes;
} TenureHoursData;

/* Marks: per row its paid, unpaid and untold part. Table: a row each; hours paid, unpaid, not recorded, and what the unpaid
 * ones are worth. */
TenureScene *tenure_chart_hours (const TenureHoursData *data, double width, double height, const TenureChartTheme *theme);

G_END_DECLS
