#include "config.h"
#include "analysis/pay.h"

#include "base/i18n.h"
#include "base/ratio.h"

#define MINUTES_IN_HOUR 60
#define WHOLE_HUNDREDTHS 100

/* --- Which rate holds ------------------------------------------------------------------------------------------- */

static gboolean
has_day (TenureDay from, TenureDay to, TenureDay day)
{
  return (!tenure_day_is_known (from) || from <= day) && (!tenure_day_is_known (to) || to >= day);
}

/* How closely @rate is about them: 0 for not at all. */
static int
get_closeness (
    const TenureParticipationFacts *facts, const TenureFactPayRate *rate, int organisation, int budget, TenureDay day)
{
  int closeness = rate->organisation >= 0 ? 4 : 0;

  if (rate->organisation >= 0 && rate->organisation != organisation)
    return 0;
  if (rate->budget < 0)
    return closeness + 2;
  if (budget >= 0)
    return rate->budget == budget ? closeness + 3 : 0;
  return has_day (facts->budgets[rate->budget].from_day, facts->budgets[rate->budget].to_day, day) ? closeness + 1 : 0;
}

/* Of two that are as close: one without a first day has always held. */
static gboolean
began_later (const TenureFactPayRate *rate, const TenureFactPayRate *than)
{
  if (!tenure_day_is_known (rate->from_day) || !tenure_day_is_known (than->from_day))
    return tenure_day_is_known (rate->from_day) || !tenure_day_is_known (than->from_day);
  return rate->from_day >= than->from_day;
}

int
tenure_pay_find_rate (const TenureParticipationFacts *facts, TenurePayee payee, int organisation, int budget, TenureDay day)
{
  int found = -1, closest = 0;

  for (guint i = 0; i < facts->n_pay_rates; i++)
    {
      const TenureFactPayRate *rate = &facts->pay_rates[i];
      int closeness;

      if (rate->payee != (gint8) payee || !has_day (rate->from_day, rate->to_day, day))
        continue;
      closeness = get_closeness (facts, rate, organisation, budget, day);
      if (closeness == 0 || closeness < closest)
        continue;
      if (closeness == closest && !began_later (rate, &facts->pay_rates[found]))
        continue;
      found = (int) i;
      closest = closeness;
    }
  return found;
}

/* --- What it comes to ------------------------------------------------------------------------------------------- */

gboolean
tenure_pay_get_day_minor (const TenureFactPayRate *rate, gint64 *out_minor)
{
  const gint64 whole = TENURE_WHOLE_BP;

  *out_minor = rate->day_minor;
  if (rate->day_known)
    return TRUE;
  return rate->salary_day_known && rate->on_cost_known && rate->overhead_known
         && tenure_ratio_scale (rate->salary_day_minor, (whole + rate->on_cost_bp) * (whole + rate->overhead_bp),
                                whole * whole, out_minor);
}

/* Hundredths of hours as minutes: at least one, so that a length of nothing divides nothing. */
static gint32
get_minutes (gint32 hundredths, gint32 usual)
{
  gint64 minutes = (gint64) (hundredths > 0 ? hundredths : usual) * MINUTES_IN_HOUR / WHOLE_HUNDREDTHS;

  return (gint32) CLAMP (minutes, 1, G_MAXINT32);
}

static TenurePayStatus
get_status (gboolean fits)
{
  return fits ? TENURE_PAY_KNOWN : TENURE_PAY_TOO_LARGE;
}

/* Whole days, and what is left as a half day or a day. */
static TenurePayStatus
pay_in_steps (const TenureFactPayRate *rate, gint64 day_minor, gint32 minutes, gint64 *out_minor)
{
  gint32 half = get_minutes (rate->half_day_hours, TENURE_PAY_HALF_DAY_HOURS);
  gint32 day = MAX (half, get_minutes (rate->day_hours, TENURE_PAY_DAY_HOURS));
  gint32 days = minutes / day, left = minutes % day;
  gint64 rest = left == 0 ? 0 : left <= half ? rate->half_day_minor : day_minor;

  return get_status (tenure_ratio_scale (day_minor, days, 1, out_minor) && tenure_money_add (out_minor, rest));
}

TenurePayStatus
tenure_pay_of_minutes (const TenureFactPayRate *rate, gint32 minutes, gint64 *out_minor)
{
  gint64 day_minor;

  *out_minor = 0;
  if (rate->hour_known)
    return get_status (tenure_ratio_scale (rate->hour_minor, minutes, MINUTES_IN_HOUR, out_minor));
  if (tenure_pay_get_day_minor (rate, &day_minor))
    {
      if (rate->half_day_known)
        return pay_in_steps (rate, day_minor, minutes, out_minor);
      return get_status (
          tenure_ratio_scale (day_minor, minutes, get_minutes (rate->day_hours, TENURE_PAY_DAY_HOURS), out_minor));
    }
  if (rate->half_day_known)
    {
      gint32 half = get_minutes (rate->half_day_hours, TENURE_PAY_HALF_DAY_HOURS);

      return get_status (tenure_ratio_scale (rate->half_day_minor, minutes / half + (minutes % half > 0), 1, out_minor));
    }
  return TENURE_PAY_NO_AMOUNT;
}

/* --- One person at one meeting ---------------------------------------------------------------------------------- */

/* Beyond what fits, a time is beyond what anybody can give, which is told elsewhere. */
static void
add_times (TenurePay *pay, const TenureFactGiven *given)
{
  gint64 sum = 0;

  pay->all_times = TRUE;
  for (int time = 0; time < TENURE_N_TIMES; time++)
    if (given->minutes[time] >= 0)
      {
        sum += given->minutes[time];
        pay->time_known = TRUE;
      }
    else
      pay->all_times = FALSE;
  pay->minutes = (gint32) MIN (sum, G_MAXINT32);
}

static TenurePayStatus
add_at_rate (TenurePay *pay, const TenureFactPayRate *rate, const TenureFactGiven *given)
{
  TenurePayStatus status = tenure_pay_of_minutes (rate, pay->minutes, &pay->time_minor);

  if (status != TENURE_PAY_KNOWN || given->miles <= 0)
    return status;
  if (!rate->mile_known)
    return TENURE_PAY_NO_MILE;
  return get_status (tenure_ratio_scale (rate->mile_minor, given->miles, WHOLE_HUNDREDTHS, &pay->miles_minor));
}

static TenureCurrency
get_currency (const TenureParticipationFacts *facts, const TenureFactGiven *given, TenureCurrency own)
{
  if (own != TENURE_CURRENCY_NONE || given->budget < 0)
    return own;
  return facts->budgets[given->budget].currency;
}

/* Time or miles, which need a rate; expenses alone need none. */
static TenurePayStatus
find_and_add (TenurePay *pay, const TenureParticipationFacts *facts, const TenureFactGiven *given)
{
  TenureDay day = facts->meetings[given->meeting].held;

  if (pay->minutes == 0 && given->miles <= 0)
    return TENURE_PAY_KNOWN;
  if (given->payee == TENURE_PAYEE_UNKNOWN)
    return TENURE_PAY_NO_PAYEE;
  pay->rate = tenure_pay_find_rate (facts, (TenurePayee) given->payee, given->organisation, given->budget, day);
  if (pay->rate < 0)
    return TENURE_PAY_NO_RATE;
  pay->currency = get_currency (facts, given, facts->pay_rates[pay->rate].currency);
  return add_at_rate (pay, &facts->pay_rates[pay->rate], given);
}

static TenurePayStatus
add_expenses (TenurePay *pay, const TenureParticipationFacts *facts, const TenureFactGiven *given)
{
  TenureCurrency currency = get_currency (facts, given, given->currency);

  pay->expenses_minor = given->expenses_known ? given->expenses_minor : 0;
  if (pay->rate < 0)
    pay->currency = currency;
  else if (pay->expenses_minor != 0 && currency != TENURE_CURRENCY_NONE && currency != pay->currency)
    return TENURE_PAY_CURRENCIES;
  pay->cost_minor = pay->time_minor;
  return get_status (tenure_money_add (&pay->cost_minor, pay->miles_minor)
                     && tenure_money_add (&pay->cost_minor, pay->expenses_minor));
}

TenurePay
tenure_pay_of_given (const TenureParticipationFacts *facts, guint i)
{
  const TenureFactGiven *given = &facts->given[i];
  TenurePay pay = { .rate = -1 };

  add_times (&pay, given);
  if (!pay.time_known && given->miles < 0 && !given->expenses_known)
    pay.status = TENURE_PAY_NO_TIME;
  else
    pay.status = find_and_add (&pay, facts, given);
  if (pay.status == TENURE_PAY_KNOWN)
    pay.status = add_expenses (&pay, facts, given);
  return pay;
}

const char *
tenure_pay_status_sentence (TenurePayStatus status)
{
  switch (status)
    {
    case TENURE_PAY_NO_TIME:
      return _ ("No time is recorded.");
    case TENURE_PAY_NO_PAYEE:
      return _ ("It is not recorded as what the person is paid.");
    case TENURE_PAY_NO_RATE:
      return _ ("No rate holds for them on that day.");
    case TENURE_PAY_NO_AMOUNT:
      return _ ("The rate that holds names no amount.");
    case TENURE_PAY_NO_MILE:
      return _ ("The rate that holds says nothing of miles.");
    case TENURE_PAY_CURRENCIES:
      return _ ("Rate and expenses are in different currencies.");
    case TENURE_PAY_TOO_LARGE:
      return _ ("It is more than can be counted.");
    case TENURE_PAY_KNOWN:
    default:
      return NULL;
    }
}

char *
tenure_pay_rate_dup_name (const TenureFacts *facts, guint rate)
{
  const TenureFactPayRate *fact;
  guint field = tenure_record_field_index (TENURE_RECORD_PAY_RATE, "payee");
  const char *payee;
  g_autofree char *day = NULL;
  GString *name;

  g_return_val_if_fail (facts != NULL && rate < facts->participation.n_pay_rates, NULL);

  fact = &facts->participation.pay_rates[rate];
  payee = fact->payee != TENURE_PAYEE_UNKNOWN
              ? _ (tenure_record_def (TENURE_RECORD_PAY_RATE)->fields[field].choices[fact->payee - 1].label)
              : _ (tenure_record_def (TENURE_RECORD_PAY_RATE)->label);
  name = g_string_new (payee);
  if (fact->organisation >= 0)
    g_string_append_printf (name, ", %s", facts->organisations[fact->organisation].name);
  if (tenure_day_is_known (fact->from_day))
    {
      day = tenure_day_dup_label (fact->from_day);
      /* Translators: behind whom a rate is for; a day. */
      g_string_append_printf (name, _ (", from %s"), day);
    }
  return g_string_free (name, FALSE);
}
