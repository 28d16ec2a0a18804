#pragma once

#include "chart/notes.h"
#include "chart/scene.h"

G_BEGIN_DECLS

/* Does the money last? What a participation budget has come to, month by month, from what is paid up to what nobody has
 * claimed for yet; what it is foretold to come to, with its range; and the budget as a line. */

/* More months are not drawn. */
#define TENURE_BURNUP_MAX_MONTHS 60u

/* From the baseline up. */
typedef enum
{
  TENURE_BURNUP_PAID,
  TENURE_BURNUP_APPROVED,  /* and not paid */
  TENURE_BURNUP_CLAIMED,   /* and not approved */
  TENURE_BURNUP_UNCLAIMED, /* drafts, and time that nobody has claimed for */
  TENURE_BURNUP_N_PARTS,
} TenureBurnupPart;

/* All it has come to by the end of a month, or by the day looked at; of months to come the forecast. Minor units. */
typedef struct
{
  gboolean foretold;
  gint64 parts[TENURE_BURNUP_N_PARTS]; /* ≥ 0, one above the other; of what is not foretold */
  gint64 low, middle, high;            /* low ≤ middle ≤ high; of what is foretold */
} TenureBurnupMonth;

typedef struct
{
  const char *title; /* (nullable): NULL for the chart's own: "£6,200 of £10,000 committed; used up on 3 Feb 2027" */
  const char *name;  /* (nullable): of the budget */
  TenureDay first_month;
  const TenureBurnupMonth *months; /* borrowed for the call */
  guint n_months;                  /* 0 draws the empty state */
  gboolean amount_known;
  gint64 amount_minor;
  gboolean committed_known; /* the sum by the day looked at */
  gint64 committed_minor;
  TenureDay exhausted; /* NONE: not in its period */
  const char *method;  /* how it is foretold, a sentence */
  int year_start_month;
  TenureCurrency currency;
  TenureChartNotes notes;
} TenureBurnupData;

/* Marks: one per month and part, and one per month foretold. Table: a row per month; columns of the parts, committed in all,
 * foretold, at least, at most. */
TenureScene *tenure_chart_burnup (const TenureBurnupData *data, double width, double height, const TenureChartTheme *theme);

G_END_DECLS
