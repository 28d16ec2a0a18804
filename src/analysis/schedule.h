#pragma once

#include "analysis/contradictions.h"

G_BEGIN_DECLS

/* What was to be paid under an agreement by a day, beside what was paid by then. */
typedef struct
{
  gint64 due_minor;  /* Σ instalments due on or before the day; 0 where the first is due later */
  gint64 paid_minor; /* Σ payments made on or before the day; what came back is taken off */
  TenureCurrency currency;
  guint n_undated; /* payments of no recorded day: left out, they may have been made or not */
} TenureSchedule;

/**
 * tenure_schedule_compare:
 *
 * Both sums up to @as_of, inclusive; exact. FALSE where one of the two cannot be told, since what is not recorded is not
 * nothing: no instalment or no payment of a known day is recorded, or not all amounts are of one known currency.
 *
 * Worked examples: tests/analysis/test-schedule.c.
 */
gboolean tenure_schedule_compare (const TenureAgreementParts *parts, TenureDay as_of, TenureSchedule *out_schedule);

G_END_DECLS
