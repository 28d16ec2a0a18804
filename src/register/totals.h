#pragma once

#include "analysis/explanation.h"
#include "analysis/portfolio.h"

G_BEGIN_DECLS

/* Sums under a list of agreements, whoever is paid: what a row of totals says of what is listed, or selected.
 *
 * - Yearly value: of those that run on the day. What is planned or over is left out, or a renewal would be counted beside
 *   what it renews (docs/domain.md, section 4).
 * - Value: of the agreed terms of all of them, whatever their dates; open-ended agreements have none. What was ended early
 *   counts as it was agreed, and it is said of how many: what is paid of it then, only payments tell.
 * - Money that passes through a lead that is listed too, and counted in the same sum, is counted in the lead alone
 *   (docs/domain.md, section 2); such agreements stay known ones.
 * - Currencies are never added.
 *
 * Tests: tests/register/test-totals.c, with worked examples and against a slow sum on random agreements. */
typedef struct
{
  guint n_agreements;
  guint n_running;       /* known to run on the day */
  guint n_maybe_running; /* whose dates do not say */
  GArray *annual;        /* TenureCurrencySum by currency code: of those running */
  guint annual_known;    /* of n_running */
  GArray *value;         /* TenureCurrencySum by currency code: of all */
  guint value_known;     /* of n_agreements − n_open_ended */
  guint n_passed_on;     /* counted in their lead in one sum at least */
  guint n_ended_early;   /* of value_known, terminated before the last day that was agreed */
  guint n_open_ended;    /* whose term has no end, and which therefore have no value of a term */
} TenureTotals;

/* @agreements: @n indexes into the facts. Linear; for a worker. */
TenureTotals *tenure_totals_new (const TenureTerms *terms, const guint32 *agreements, guint n) G_GNUC_WARN_UNUSED_RESULT;
void tenure_totals_free (TenureTotals *totals);

/* "136 agreements, 38 running: £1,743,700 a year (36 of 38 known) · £9,120,000 in all (120 of 130 known), 6 open-ended ·
 * 2 ended early, counted as agreed". Sums are rounded to whole pounds. The caller frees. */
char *tenure_totals_dup_label (const TenureTotals *totals);

/* Its parts, each on its own: "38 running"; "£1,743,700 a year (36 of 38 known)", NULL when none runs; "£9,120,000 in all
 * (120 of 130 known)", NULL when none has a value of a term. The caller frees. */
char *tenure_totals_dup_running (const TenureTotals *totals);
char *tenure_totals_dup_annual (const TenureTotals *totals);
char *tenure_totals_dup_value (const TenureTotals *totals);

/* The agreements behind it with what each adds, and which lack a value: the first TENURE_EXPLANATION_MAX_LINES of both. */
TenureExplanation *tenure_totals_explain (const TenureTerms *terms, const guint32 *agreements, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureTotals, tenure_totals_free)

G_END_DECLS
