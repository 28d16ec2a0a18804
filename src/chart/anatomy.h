#pragma once

#include "chart/notes.h"
#include "chart/scene.h"

G_BEGIN_DECLS

/* When does an organisation's money not add up any more, and why? Month by month: income from each agreement,
 * stacked, what lasts longest at the bottom – secured (solid), could end on notice (ruled), if options are taken up
 * (hatched) – over other income that is assumed to go on (dotted); against it cost as a line, with the first month
 * marked in which secured and other income is less. Above, each agreement that ends and that nothing signed follows
 * is named at its end, with a line from the last day for three months' notice of it; below, what is left of free
 * reserves, with the month marked in which they are used up. What is not recorded is said, and not drawn. */

#define TENURE_ANATOMY_MAX_MONTHS 60u

typedef struct
{
  TenureId record;
  const char *name;                     /* (nullable): NULL: "No name recorded" */
  gint64 annual_minor;                  /* ≥ 0 */
  guint64 secured, committed, extended; /* a bit for each month, each within the next */
  TenureDay end;                        /* named here when it lies in the months; NONE: not named */
  TenureDay notice_by;                  /* where the line of notice begins; NONE: no line */
  const char *end_words;                /* (nullable): what is told of the end; "£24,000 a year until 31 Mar 2027; …" */
  const char *remark;                   /* (nullable): said behind the name where it finds room; "notice by 31 Dec 2026" */
} TenureAnatomyAgreement;

typedef struct
{
  const char *title; /* (nullable): NULL for the chart's own: "Secured income falls below cost in Apr 2027; …" */
  TenureDay first_month;
  guint n_months;                           /* 1 … TENURE_ANATOMY_MAX_MONTHS; 0 draws the empty state */
  const TenureAnatomyAgreement *agreements; /* borrowed for the call; what lasts longest first */
  guint n_agreements;
  gboolean other_known, cost_known, below_told, reserves_told;
  gint64 other_minor, cost_minor;   /* a year, ≥ 0 */
  const gint64 *reserves_minor;     /* n_months, at the end of each; when reserves_told */
  int below_month, shortfall_month; /* counted from 0; −1: none */
  const char *missing;              /* (nullable): fields that are not recorded, "expenditure, free reserves" */
  int year_start_month;
  TenureCurrency currency;
  gboolean too_large;
  TenureChartNotes notes;
} TenureAnatomyData;

/* Marks: a group each for secured, on notice, if extended, other income and reserves, a mark a month, of those there
 * are; then one for each end, with its agreement. Table: a row a month; columns of the same, with cost, and what ends
 * in the month. */
TenureScene *tenure_chart_anatomy (const TenureAnatomyData *data,
                                   double width,
                                   double height,
                                   const TenureChartTheme *theme);

G_END_DECLS
