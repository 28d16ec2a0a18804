#pragma once

#include "chart/horizon.h"

G_BEGIN_DECLS

/* What the parts of the chart of funding ahead share: horizon.c lays out and draws, horizon-words.c tells the falls and
 * holds the words. */

/* From the baseline up. */
enum
{
  TENURE_HORIZON_SECURED,
  TENURE_HORIZON_ENDABLE,
  TENURE_HORIZON_EXTENDED,
  TENURE_HORIZON_UNDECIDED,
  TENURE_HORIZON_N_SERIES
};

/* The amount of one series, at least 0, and what runs to its agreed end: the height from which a cliff falls. */
gint64 tenure_horizon_part_of (const TenureHorizonMonth *month, guint series);
gint64 tenure_horizon_committed_of (const TenureHorizonMonth *month);

/* What falls away between months @i − 1 and @i, i ≥ 1; the month of @n with the largest fall, 0 when nothing falls; and
 * whether the fall before @i is marked. */
gint64 tenure_horizon_fall_at (const TenureHorizonData *data, guint i);
guint tenure_horizon_largest_fall (const TenureHorizonData *data, guint n);
gboolean tenure_horizon_is_named (const TenureHorizonData *data, guint i, guint largest);

/* Of @n months. */
char *tenure_horizon_dup_title (const TenureHorizonData *data, guint n);
char *tenure_horizon_dup_summary (const TenureHorizonData *data, guint n);

/* What is told of the month that begins with @i: @words, an amount, and what ends in it and what begins. Takes @words. */
char *tenure_horizon_complete_month_words (const TenureHorizonData *data, guint n, guint i, char *words);

/* Under the amount of a fall: "Mar 2027"; where something begins in it, "Mar 2027: £3.1m ends, £700k begins" or, @brief,
 * that the amount is net of it. */
char *tenure_horizon_dup_cliff_note (const TenureHorizonData *data, guint i, gboolean brief);

G_END_DECLS
