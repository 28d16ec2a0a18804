#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Price indexes that come along: public series with yearly rates, each rate with its source; docs/domain.md, section 3.
 * They are offered and become records of the document like any other (register/price-series.h): what is changed there stays
 * changed, and a newer rate is typed in. Names, sources and notes are data and stay as they are in every language. */

#define TENURE_PRICE_SERIES_MAX_RATES 6
#define TENURE_N_PRICE_SERIES 3

typedef struct
{
  const char *from; /* YYYY-MM-DD, the first day of the year; NULL: no more */
  int rate_bp;
  const char *source;
} TenurePriceSeriesRate;

typedef struct
{
  const char *name;
  const char *source;
  const char *notes;
  gboolean usual; /* used for agreements that name no other */
  TenurePriceSeriesRate rates[TENURE_PRICE_SERIES_MAX_RATES];
} TenurePriceSeries;

const TenurePriceSeries *tenure_price_series (guint index);

G_END_DECLS
