#pragma once

#include "base/day.h"
#include "base/money.h"

G_BEGIN_DECLS

/* What every chart must say about itself, printed under it on screen and in files:
 * "As of 21 Nov 2026 · North Ridge: running agreements · 211 of 214 agreements; 3 left out: no end recorded".
 */
typedef struct
{
  TenureDay as_of;      /* NONE: not said */
  const char *scope;    /* (nullable): the portfolio and the filter, in words */
  const char *things;   /* (nullable): what n counts, "agreements" or "boards", translated; NULL: n is not said */
  guint n;              /* things that the picture stands on */
  guint of;             /* things there are in scope; n ≤ of */
  const char *left_out; /* (nullable): why of − n are not in it, "no end recorded" */
} TenureChartNotes;

/**
 * tenure_chart_is_mostly_known:
 *
 * Whether a headline may state a share of @of things of which @known are known as one of all of them: 3 · @known ≥ 2 · @of,
 * a default of the house (docs/domain.md, section 4, "Headlines"). Below that it says of how many it speaks. Test:
 * "/headlines/mostly-known".
 */
gboolean tenure_chart_is_mostly_known (guint known, guint of);

/* "1,104": as counts are written in every chart, whatever the locale. Free. */
char *tenure_chart_dup_count (guint n);

/* The line above. Free. */
char *tenure_chart_notes_dup_text (const TenureChartNotes *notes);

G_END_DECLS
