#pragma once

#include "base/id.h"
#include "chart/notes.h"
#include "chart/scene.h"

G_BEGIN_DECLS

/* When does funding end? Annual value whose committed end falls in each month: net of signed successors
 * (solid), the gross figure ghosted behind it. The largest single-day pile-up is named, and is the strong part of its
 * month. */

typedef struct
{
  guint net_count, gross_count; /* net ≤ gross */
  guint net_unvalued;           /* of net_count: without a yearly value in the currency */
  gint64 net_minor, gross_minor;
  const TenureId *records; /* (nullable): agreements behind the net figure; borrowed for the call */
  gsize n_records;
} TenureExpiryMonth;

typedef struct
{
  const char *title;               /* (nullable): NULL for the chart's own: "38 agreements with VCS organisations worth
                            £2.4m a year end on 31 Mar 2027" */
  gboolean of_sector;              /* the agreements are the sector's alone: the title says so */
  TenureDay first_month;           /* first day of months[0] */
  const TenureExpiryMonth *months; /* borrowed for the call */
  guint n_months;                  /* 1 … 600 are drawn, 0 draws the empty state */
  int year_start_month;            /* 1–12 */
  TenureCurrency currency;
  TenureDay pile_up_date; /* the day of most money; NONE: none */
  guint pile_up_count;    /* net of signed successors, as is what follows */
  guint pile_up_known;    /* of pile_up_count: with a yearly value in the currency */
  gint64 pile_up_minor;
  TenureDay most_date; /* the day of most agreements, and */
  guint most_count;    /* how many; named as well where twice as many end on it. 0: not told */
  gboolean too_large;  /* the values come to more than can be counted: draws an empty state that says so */
  TenureChartNotes notes;
} TenureExpiriesData;

/* Marks: one per month (zero months too), group by financial year. Table: a row per month; columns
 * agreements, ending net, ending gross. */
TenureScene *tenure_chart_expiries (const TenureExpiriesData *data,
                                    double width,
                                    double height,
                                    const TenureChartTheme *theme);

G_END_DECLS
