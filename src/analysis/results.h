#pragma once

#include "analysis/figure.h"
#include "analysis/term.h"

G_BEGIN_DECLS

/* What agreements brought: outcomes against their targets, volunteer hours and levered income as added value, referrals
 * against capacity. docs/domain.md, section 4, "Agreement" (referrals ÷ capacity), and section 5, practices 13 and 15; it
 * names no formula beyond that, so that what enters, and what does not, is a local setting:
 *
 * - It is told of an agreement from its beginning on, over the periods recorded; a renewal is another agreement.
 * - Measures enter when their period has begun by T, or is not recorded; referrals when their period is over, because half
 *   of a quarter's referrals say nothing of its capacity.
 * - A target is met when what was reached is as much or more. Nothing records that less would be better.
 * - Of periods of one measure that overlap, and of referrals, the one that begins first counts, of those that begin
 *   together the longest: a year would count twice beside its quarters. Outcomes are counted, not added up: there each
 *   target is one.
 * - Hours and amounts are added where they are counted in hours, or in the currency of the agreement, or where nothing says
 *   in what. What is counted otherwise ("days", "thousand pounds") is left out and said.
 *
 * Unknown is never zero: what was not counted is not known. Tests: tests/analysis/test-results.c. */

/* Why a row enters or does not. */
typedef enum
{
  TENURE_RESULT_OTHER_KIND, /* of another figure */
  TENURE_RESULT_ENTERS,
  TENURE_RESULT_TO_COME,  /* its period is to come, or not over */
  TENURE_RESULT_UNKNOWN,  /* it would enter were all of it recorded */
  TENURE_RESULT_OVERLAPS, /* a period that counts */
  TENURE_RESULT_OTHER_UNIT,
} TenureResultPart;

/* Outcomes of one agreement. "3 of 5 targets met; 1 not measured": n_met of n_targets, of which n_measured are measured. */
typedef struct
{
  guint n;         /* all that enter */
  guint n_targets; /* with a target */
  guint n_measured;
  guint n_met;
} TenureOutcomes;

/* What one agreement added, in hundredths of an hour or minor units of its currency. */
typedef struct
{
  guint known, of; /* rows */
  TenureSum sum;
} TenureAdded;

/* People referred to one agreement's service, and places for them, in the same periods. */
typedef struct
{
  guint known, of; /* periods */
  gint64 received, capacity;
  TenureDay from, to; /* first and last day of those that enter; only with a known one */
} TenureReferrals;

/* @out_parts: (nullable): where it is wanted, TenureResultPart of each of tenure_facts_get_outcomes() or …referrals(). */
TenureOutcomes tenure_agreement_outcomes (const TenureTerms *terms, guint index, guint8 *out_parts);

/* @kind: VOLUNTEER_HOURS or LEVERED_INCOME. */
TenureAdded tenure_agreement_added (const TenureTerms *terms, guint index, TenureOutcomeKind kind, guint8 *out_parts);

/* Received ÷ capacity over the periods of which both are recorded: 412 for 400 places: 103 %. */
TenureReferrals tenure_agreement_referrals (const TenureTerms *terms, guint index, guint8 *out_parts);

/* Received ÷ capacity; cannot tell where no capacity is known. Of periods, or of agreements. */
TenureFigure tenure_referrals_share (const TenureReferrals *referrals);

/**
 * TenureResults:
 * The same over the agreements of a list that run on T: each agreement's own, as recorded; whether a lead has counted what
 * those under it did nobody records. "Known" counts agreements of which anything enters; of targets_met, targets.
 * @targets_met: of all targets, how many are met; known: those that were measured
 * @levered_income: in @currency only
 */
typedef struct
{
  TenureFigure targets_met;
  TenureFigure volunteer_hours;
  TenureFigure levered_income;
  TenureFigure received, capacity, referrals; /* people, places, and the one ÷ the other */
} TenureResults;

TenureResults tenure_results_new (const TenureTerms *terms, const guint32 *agreements, guint n, TenureCurrency currency);

/* Whether anything at all enters. */
gboolean tenure_results_is_any (const TenureResults *results);

G_END_DECLS
