#pragma once

#include "base/id.h"
#include "chart/notes.h"
#include "chart/scene.h"

G_BEGIN_DECLS

/* How long is funding promised for? One row per term band, two bars a row on their own zero baselines:
 * agreements and annual value. "Not recorded" is a row like the others, dotted, and never hidden; a row of
 * nothing says 0. */

typedef enum
{
  TENURE_TERM_BAND_LE12, /* 12 months or less */
  TENURE_TERM_BAND_GT12_LT36,
  TENURE_TERM_BAND_GE36,    /* 36 months or more */
  TENURE_TERM_BAND_OPEN,    /* open-ended */
  TENURE_TERM_BAND_UNKNOWN, /* not recorded */
  TENURE_N_TERM_BANDS
} TenureTermBand;

typedef struct
{
  guint count;
  guint value_known;       /* agreements of the band whose annual value is known and in the chart's currency; ≤
                          count */
  gint64 annual_minor;     /* their sum */
  const TenureId *records; /* (nullable): the agreements, n_records of them; borrowed for the call */
  gsize n_records;
} TenureTermBandDatum;

typedef struct
{
  const char *title; /* (nullable): NULL for the chart's own: "61 % of agreements run for 12 months or less" */
  TenureTermBandDatum bands[TENURE_N_TERM_BANDS];
  TenureCurrency currency;
  TenureChartNotes notes;
} TenureTermBandsData;

/* The scene owns copies of all it needs. Comfortable from 320 × 220 px upwards; smaller sizes drop the
 * subtitle and the footnote first. Table: a row per band; columns agreements, annual value. */
TenureScene *tenure_chart_term_bands (const TenureTermBandsData *data,
                                      double width,
                                      double height,
                                      const TenureChartTheme *theme);

/* "12 months or less", …; translated, static. */
const char *tenure_term_band_label (TenureTermBand band);

G_END_DECLS
