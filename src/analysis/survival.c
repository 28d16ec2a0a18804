#include "analysis/survival.h"

#include <math.h>
#include <string.h>

#define Z_95 1.959963984540054 /* of the normal distribution, on both sides */

static int
by_time (gconstpointer a, gconstpointer b)
{
  const TenureLifetime *first = a, *second = b;

  return tenure_months_compare (first->time, second->time);
}

/* log (−log S) ± z σ, taken back. */
static void
find_interval (TenureSurvivalStep *step, double sum)
{
  double width = step->survival < 1 ? Z_95 * sqrt (sum) / fabs (log (step->survival)) : 0;

  step->interval_known = step->survival > 0;
  if (!step->interval_known)
    return;
  step->lower = pow (step->survival, exp (width));
  step->upper = pow (step->survival, exp (-width));
}

static void
find_steps (TenureSurvival *survival, const TenureLifetime *sorted)
{
  double product = 1, sum = 0;
  guint next, counted = 0;

  for (guint i = 0; i < survival->n; i = next)
    {
      TenureSurvivalStep *step = &survival->steps[survival->n_steps];
      guint at_risk = survival->n - i, ended = 0;

      for (next = i; next < survival->n && by_time (&sorted[i], &sorted[next]) == 0; next++)
        ended += sorted[next].ended;
      if (ended == 0)
        continue;
      product *= 1 - (double) ended / at_risk;
      sum += ended < at_risk ? (double) ended / ((double) at_risk * (at_risk - ended)) : 0;
      *step = (TenureSurvivalStep){ .time = sorted[i].time,
                                    .at_risk = at_risk,
                                    .ended = ended,
                                    .censored = i - counted,
                                    .survival = product,
                                    .error = product * sqrt (sum) };
      find_interval (step, sum);
      survival->n_steps++;
      survival->n_ended += ended;
      counted = i + ended;
    }
}

static void
find_first (TenureMonths time, gboolean is_half, gboolean *known, TenureMonths *first)
{
  if (*known || !is_half)
    return;
  *known = TRUE;
  *first = time;
}

static void
find_median (TenureSurvival *survival)
{
  for (guint i = 0; i < survival->n_steps; i++)
    {
      const TenureSurvivalStep *step = &survival->steps[i];
      gboolean known = step->interval_known;

      find_first (step->time, step->survival <= 0.5, &survival->median_known, &survival->median);
      find_first (step->time, known && step->lower <= 0.5, &survival->median_lower_known, &survival->median_lower);
      find_first (step->time, known && step->upper <= 0.5, &survival->median_upper_known, &survival->median_upper);
    }
}

TenureSurvival *
tenure_survival_new (const TenureLifetime *lifetimes, guint n)
{
  TenureSurvival *survival = g_new0 (TenureSurvival, 1);
  g_autofree TenureLifetime *sorted = g_new (TenureLifetime, n);

  g_return_val_if_fail (lifetimes != NULL || n == 0, survival);

  /* Nothing to sort may be NULL, which neither of the two takes. */
  if (n > 0)
    {
      memcpy (sorted, lifetimes, n * sizeof *sorted);
      qsort (sorted, n, sizeof *sorted, by_time);
    }
  survival->n = n;
  survival->longest = n > 0 ? sorted[n - 1].time : tenure_months_whole (0);
  survival->times = g_new (double, n);
  for (guint i = 0; i < n; i++)
    survival->times[i] = tenure_months_to_double (sorted[i].time);
  survival->steps = g_new0 (TenureSurvivalStep, n);
  find_steps (survival, sorted);
  find_median (survival);
  return survival;
}

void
tenure_survival_free (TenureSurvival *survival)
{
  if (survival == NULL)
    return;
  g_free (survival->times);
  g_free (survival->steps);
  g_free (survival);
}

gboolean
tenure_survival_at (const TenureSurvival *survival, TenureMonths time, double *out_share)
{
  double share = 1;

  g_return_val_if_fail (survival != NULL && out_share != NULL, FALSE);

  if (tenure_months_compare (time, survival->longest) > 0)
    return FALSE;
  for (guint i = 0; i < survival->n_steps && tenure_months_compare (survival->steps[i].time, time) <= 0; i++)
    share = survival->steps[i].survival;
  *out_share = share;
  return TRUE;
}
