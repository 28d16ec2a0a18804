#pragma once

#include "analysis/analysis.h"

G_BEGIN_DECLS

/* How much of what counts is recorded of the agreements that the overview is about, and which fields are missing most often,
 * each with the filter of the register that lists them. Without widgets; test: tests/app/test-overview.c. */

#define TENURE_OVERVIEW_MAX_MISSING 5

typedef struct
{
  TenureCounted counted;
  guint n_missing;   /* agreements of which it counts and is not recorded */
  const char *facet; /* its facet (register/filter.h), static */
} TenureOverviewMissing;

/* Fills @out with the fields that are missing most often, those that the register can be filtered by; returns how many. */
guint tenure_overview_find_missing (const TenureCompletenessTally *agreements, TenureOverviewMissing *out);

/* "82 % of what counts is recorded of 76 agreements. Missing most often:"; NULL where nothing counts or is missing. Free. */
char *tenure_overview_dup_recorded (const TenureCompletenessTally *agreements);

/* "Owner (31)"; the caller frees. */
char *tenure_overview_dup_missing (const TenureOverviewMissing *missing);

G_END_DECLS
