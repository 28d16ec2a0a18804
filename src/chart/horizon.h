#pragma once

#include "chart/notes.h"
#include "chart/scene.h"

G_BEGIN_DECLS

/* How much funding is there, month by month? Annual value running on the first day of each month ahead:
 * secured (solid), what is committed beyond that but could be ended by notice (ruled), what unexercised
 * extensions would add (hatched), and, where the caller knows it, undecided renewals (dotted), one on top of the
 * other. Steps from a zero baseline. Under them, month for month, a strip of the posts at risk, where any are recorded.
 *
 * Each fall of a tenth or more of today's committed value that comes in the last month of a financial year, and the largest
 * fall in any case, is marked and named by its month: what runs on the first of the next less what ran on the first of that
 * one, so all that ends in it, less what begins. Where anything begins both are told, because a list of what ends
 * (expiries.h) says the first alone. */

typedef struct
{
  gint64 secured_minor;   /* annual value that runs on the first day of the month, and no notice could end by then */
  gint64 endable_minor;   /* what is committed beyond it, ≥ 0: the funder could end it by notice */
  gint64 extended_minor;  /* what options would add to it, ≥ 0 */
  gint64 undecided_minor; /* what renewals not yet decided would add to all, ≥ 0; 0 when not known */
  gint64 begun_minor;     /* of the first two, what began since the first day of the month before, ≥ 0; 0 in months[0] */
  gint64 posts_at_risk;   /* hundredths of full-time equivalents that nothing signed pays for on that day, ≥ 0 */
  guint n_ending;         /* agreements whose committed end falls in the month, net of signed successors */
} TenureHorizonMonth;

typedef struct
{
  const char *title;                /* (nullable): NULL for the chart's own: "£4.1m a year falls away in Mar 2027" */
  TenureDay first_month;            /* first day of months[0] */
  const TenureHorizonMonth *months; /* borrowed for the call */
  guint n_months;                   /* usually 36; 1 … 600 are drawn, 0 draws the empty state */
  int year_start_month;             /* 1–12; the cliff is the last day before it. 4 in Britain */
  TenureCurrency currency;
  gboolean too_large;          /* the values come to more than can be counted: draws an empty state that says so */
  guint posts_known, posts_of; /* agreements of which posts are recorded, of all; none known: no strip of posts */
  TenureChartNotes notes;
} TenureHorizonData;

/* Marks: a group per series, a mark per month. Table: a row per month; columns secured, endable by notice (only when any
 * is), if extended, undecided (only when any is known), posts at risk (only when posts are recorded of any). */
TenureScene *tenure_chart_horizon (const TenureHorizonData *data,
                                   double width,
                                   double height,
                                   const TenureChartTheme *theme);

G_END_DECLS
