#pragma once

#include "base/day.h"

G_BEGIN_DECLS

/* A length of time as a contract words it: "3 months", "12 weeks", "30 days". Months and days are kept apart,
 * because three months is not ninety days: from a date on they reach to different days. Stored as ISO 8601 text
 * (P3M, P84D). */
typedef struct
{
  gint16 months; /* 0–1200; years are 12 each */
  gint16 days;   /* 0–30000; weeks are 7 each */
  gboolean known;
} TenureDuration;

#define TENURE_DURATION_UNKNOWN ((TenureDuration){ .known = FALSE })
#define TENURE_DURATION_MONTHS(n) ((TenureDuration){ .months = (n), .known = TRUE })
#define TENURE_DURATION_DAYS(n) ((TenureDuration){ .days = (n), .known = TRUE })

/* Reads P[nY][nM][nW][nD] (at least one part, no time part); FALSE for anything else or outside the ranges. */
gboolean tenure_duration_parse_iso (const char *text, TenureDuration *out_duration);

/* "P3M", "P1M15D", "P0D"; NULL when not known. The caller frees. */
char *tenure_duration_dup_iso (TenureDuration duration);

/* "3 months", "12 weeks" (whole weeks from two on), "30 days"; NULL when not known. The caller frees. */
char *tenure_duration_dup_label (TenureDuration duration);

/* < 0, 0 or > 0 as a known @duration is shorter than, as long as, or longer than @months, on no date in particular: a month
 * is 30 to 31 days, so that P90D, P13W and P3M are as long as three months on every day of the year, and P52W and P365D as
 * twelve. */
int tenure_duration_compare_months (TenureDuration duration, int months);

/* @day moved on or back by a known @duration: months first (clamped to the month's end), then days. */
TenureDay tenure_duration_after (TenureDuration duration, TenureDay day);
TenureDay tenure_duration_before (TenureDuration duration, TenureDay day);

G_END_DECLS
