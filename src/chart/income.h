#pragma once

#include "chart/notes.h"
#include "chart/scene.h"

G_BEGIN_DECLS

/* Who pays an organisation? A bar for each source of its yearly money, largest first, as a share of the income of its
 * accounts, and a dotted one for the part of which nothing is recorded. Any source may be behind that part: a dotted stretch
 * shows how far the largest could reach. Where more is recorded than the accounts have, shares are of what is recorded;
 * where the accounts are not recorded there are amounts and no shares.
 *
 * As tall as its rows; after TENURE_INCOME_MAX_ROWS sources one bar stands for the rest. */
#define TENURE_INCOME_MAX_ROWS 12

typedef struct
{
  TenureId record;     /* of the organisation that pays; NONE for other income */
  const char *name;    /* (nullable): NULL: "No name recorded" */
  gint64 annual_minor; /* > 0 */
  gboolean other;      /* comes from outside the agreements of the document */
} TenureIncomeSource;

typedef struct
{
  const char *title;                 /* (nullable): NULL for the chart's own */
  const TenureIncomeSource *sources; /* borrowed for the call; largest first */
  guint n_sources;
  gboolean income_known;
  gint64 income_minor;     /* of the last accounts, ≥ 0 */
  gint32 amber_bp, red_bp; /* shares from which one source is too much: lines through the bars; −1 both for none */
  TenureCurrency currency;
  TenureChartNotes notes;
} TenureIncomeData;

/* Marks: a group of one for each bar, with the record that pays. Table: a row per source, and one for what is not recorded;
 * columns a year, share of income, where from. */
TenureScene *tenure_chart_income (const TenureIncomeData *data, double width, double height, const TenureChartTheme *theme);

G_END_DECLS
