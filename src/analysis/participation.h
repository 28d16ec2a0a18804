#pragma once

#include "analysis/figure.h"
#include "analysis/pay.h"

G_BEGIN_DECLS

/* Participation budgets on a day: what is committed, claimed, approved and paid, and whether the money lasts.
 * Worked budgets by hand and random ones against slow obvious versions: tests/analysis/test-participation.c. */

/* How what is still to come is foretold. */
typedef enum
{
  TENURE_FORECAST_NONE,      /* nothing to go by, or no last day to reach */
  TENURE_FORECAST_OVER,      /* the period is over: nothing is to come */
  TENURE_FORECAST_CALENDAR,  /* meetings that are already recorded for later, at what such a meeting of their board costs */
  TENURE_FORECAST_LAST_YEAR, /* the same months of the budget that it follows */
  TENURE_FORECAST_RUN_RATE,  /* what a day has cost so far */
} TenureForecastMethod;

/* What the budget will have come to by the end of @day, all before it included, in minor units; low ≤ middle ≤ high. */
typedef struct
{
  TenureDay day;
  gint64 low_minor, middle_minor, high_minor;
} TenureForecastStep;

/* Something that the budget is to pay: a claim, or time that nobody has claimed for yet. @day: of the (first) meeting; of a
 * claim without one, of submission. */
typedef struct
{
  TenureDay day;
  gint64 minor;
} TenureCommitment;

/* One person's part in one meeting. */
typedef struct
{
  TenurePay pay;
  gint8 vcs;  /* TenureFact: by the bloc of the seat, else by the organisation */
  gint8 paid; /* TenureFact: whether somebody pays; what was refused is unpaid */
} TenureGivenFigures;

/**
 * TenureClaimFigures:
 * @state: on the day, by the dates: what is paid later is still approved
 * @claimed_minor: as recorded, else what its parts come to, where all of them can be worked out
 * @committed_minor: what it will take from the budget as far as it has come: paid, else approved, else claimed; refused 0
 * @currency: as recorded, else the budget's
 * @day: of its earliest meeting, else of submission, else NONE
 * @wanting: where the amount claimed is not known: what the first part that cannot be worked out lacks
 */
typedef struct
{
  TenureClaimState state;
  guint claimed_known : 1;
  guint committed_known : 1;
  gint64 claimed_minor, committed_minor;
  TenureCurrency currency;
  TenureDay day;
  guint n_given;
  TenurePayStatus wanting;
} TenureClaimFigures;

/* The figures of a budget, in its currency; "known of" counts claims and unclaimed parts. paid ≤ approved ≤ claimed, unless a
 * claim contradicts itself. */
typedef enum
{
  TENURE_BUDGET_AMOUNT,       /* what there is */
  TENURE_BUDGET_COMMITTED,    /* everything so far, claimed for or not, but what was refused */
  TENURE_BUDGET_DRAFTED,      /* claims that nobody has handed in */
  TENURE_BUDGET_CLAIMED,      /* handed in, or further */
  TENURE_BUDGET_APPROVED,     /* approved, or paid */
  TENURE_BUDGET_PAID,         /* paid */
  TENURE_BUDGET_LEFT,         /* amount − committed; below zero where more is committed than there is */
  TENURE_BUDGET_FORECAST,     /* what will be committed by the last day */
  TENURE_BUDGET_FORECAST_LOW, /* its range */
  TENURE_BUDGET_FORECAST_HIGH,
  TENURE_BUDGET_PER_MEETING, /* committed ÷ meetings with a part under the budget, half to even */
  TENURE_BUDGET_PER_SEAT,    /* committed ÷ seats that took part under it, half to even */
  TENURE_N_BUDGET_FIGURES,
} TenureBudgetFigure;

/**
 * TenureBudgetFigures:
 * @exhausted: the first day on which more is committed than there is, so far or as foretold; NONE for never in its period
 * @steps: (element-type TenureForecastStep): the forecast day by day where it changes, after the day looked at
 * @commitments: (element-type TenureCommitment): by day, then in no order
 */
typedef struct
{
  TenureFigure figures[TENURE_N_BUDGET_FIGURES];
  TenureForecastMethod method;
  TenureDay exhausted;
  GArray *steps;
  GArray *commitments;
  guint n_meetings, n_seats;
} TenureBudgetFigures;

typedef struct
{
  const TenureFacts *facts; /* lent; must live as long */
  TenureDay as_of;
  TenureGivenFigures *given;    /* as in the facts */
  TenureClaimFigures *claims;   /* as in the facts */
  TenureBudgetFigures *budgets; /* as in the facts */
} TenureParticipation;

/**
 * tenure_participation_new:
 *
 * Everything about taking part on @as_of. Meetings later than that are not committed; what is recorded of them is part of
 * the forecast.
 *
 * The forecast goes by the first of these that there is something for. *Calendar*: meetings recorded between the day and
 * the last day of the budget, of boards it has paid for or with a part under it; each at what is recorded of it, else at
 * the mean of its board's meetings so far (half to even; range: the cheapest and the dearest). *Last year*: what the budget
 * that this one follows came to in the months that are left, twelve months on; range: that, and that times what this year
 * so far is of last year so far, where that budget was there all the time. *Run rate*: committed ÷ days since the first day
 * × days left (half to even, month by month), from 28 days on; range: at what a day of the cheapest and of the dearest whole
 * month so far cost, where there are two. Source: local setting; no authority names a method.
 *
 * Returns: (transfer full)
 */
TenureParticipation *tenure_participation_new (const TenureFacts *facts, TenureDay as_of) G_GNUC_WARN_UNUSED_RESULT;
void tenure_participation_free (TenureParticipation *participation);

/* "calendar", "last_year", "run_rate", "over"; NULL for NONE: for files and the command line. */
const char *tenure_forecast_method_code (TenureForecastMethod method);

/* How it was foretold, in a plain sentence, translated and static. */
const char *tenure_forecast_method_sentence (TenureForecastMethod method);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureParticipation, tenure_participation_free)

G_END_DECLS
