#include "analysis/schedule.h"

/* FALSE where the sum passes what can be counted. */
static gboolean
sum_due (const TenureAgreementParts *parts, TenureDay as_of, TenureSchedule *schedule)
{
  schedule->currency = parts->instalments[0].currency;
  for (guint i = 0; i < parts->agreement->n_instalments; i++)
    {
      const TenureFactInstalment *instalment = &parts->instalments[i];

      if (instalment->currency != schedule->currency)
        return FALSE;
      if (instalment->due <= as_of && !tenure_money_add (&schedule->due_minor, instalment->minor))
        return FALSE;
    }
  return schedule->currency != TENURE_CURRENCY_NONE;
}

static gboolean
sum_paid (const TenureAgreementParts *parts, TenureDay as_of, TenureSchedule *schedule)
{
  for (guint i = 0; i < parts->agreement->n_payments; i++)
    {
      const TenureFactPayment *payment = &parts->payments[i];

      if (payment->currency != schedule->currency)
        return FALSE;
      if (!tenure_day_is_known (payment->paid))
        schedule->n_undated++;
      else if (payment->paid <= as_of && !tenure_money_add (&schedule->paid_minor, payment->minor))
        return FALSE;
    }
  return schedule->n_undated < parts->agreement->n_payments;
}

gboolean
tenure_schedule_compare (const TenureAgreementParts *parts, TenureDay as_of, TenureSchedule *out_schedule)
{
  TenureSchedule schedule = { 0 };

  g_return_val_if_fail (parts != NULL && tenure_day_is_known (as_of) && out_schedule != NULL, FALSE);

  if (parts->agreement->n_instalments == 0 || parts->agreement->n_payments == 0 || !sum_due (parts, as_of, &schedule)
      || !sum_paid (parts, as_of, &schedule))
    return FALSE;
  *out_schedule = schedule;
  return TRUE;
}
