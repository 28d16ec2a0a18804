#pragma once

#include "base/months.h"

G_BEGIN_DECLS

/* How long things last, when some of them are still going on: the estimator of Kaplan and Meier (1958). */

typedef struct
{
  TenureMonths time; /* from the beginning to the end, or to the day it is looked at */
  gboolean ended;    /* FALSE: still going on then (censored) */
} TenureLifetime;

/* After one time at which something ended. */
typedef struct
{
  TenureMonths time;
  guint at_risk; /* lasted so long at the least, those that ended then among them */
  guint ended;
  guint censored;      /* since the step before: left the count without an end */
  double survival;     /* 0 to 1 */
  double error;        /* standard error of `survival`, by Greenwood */
  double lower, upper; /* 95 % interval, when interval_known */
  gboolean interval_known;
} TenureSurvivalStep;

typedef struct
{
  guint n, n_ended;
  TenureMonths longest;      /* lifetime, ended or not; 0 of none */
  double *times;             /* the n lifetimes in months, ended or not, the shortest first: who is at risk when */
  TenureSurvivalStep *steps; /* by time; none where nothing has ended */
  guint n_steps;

  /* Half have ended by then, and its 95 % interval; each only when known: the curve, or the bound of its interval, may stay
   * above one half to the end. */
  gboolean median_known, median_lower_known, median_upper_known;
  TenureMonths median, median_lower, median_upper;
} TenureSurvival;

/**
 * tenure_survival_new:
 * @lifetimes: @n of them, in any order; times ≥ 0
 *
 * With d ends among n at risk at each time t:
 * - S (t) = Π (1 − d / n) over the times up to t; what is censored at t is still at risk at t;
 * - Greenwood: Var S = S² Σ d / (n (n − d)); the error is its root, 0 where S is 0;
 * - interval: S^exp (± 1.96 √(Σ d / (n (n − d))) / ln S), on the scale of log (−log S), so that it stays between 0 and 1
 *   (Kalbfleisch and Prentice 1980). Unknown where S is 0;
 * - median: the first t with S (t) ≤ ½; its interval from the bounds of S in the same way (Brookmeyer and Crowley 1982).
 * Doubles: an estimate decides nothing. Never NULL. Worked example, the remission of leukaemia under 6-MP (Freireich and
 * others 1963: S (6) = 0.857, S (10) = 0.753, S (23) = 0.448, median 23): tests/analysis/test-survival.c.
 */
TenureSurvival *tenure_survival_new (const TenureLifetime *lifetimes, guint n);
void tenure_survival_free (TenureSurvival *survival);

/* S at @time: 1 before the first step. Unknown (FALSE) past the longest lifetime, where nothing is at risk any more. */
gboolean tenure_survival_at (const TenureSurvival *survival, TenureMonths time, double *out_share);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureSurvival, tenure_survival_free)

G_END_DECLS
