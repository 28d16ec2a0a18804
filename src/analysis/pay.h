#pragma once

#include "analysis/facts.h"

G_BEGIN_DECLS

/* What somebody's time is worth: which rate holds, and what it comes to. Worked by hand: tests/analysis/test-pay.c. */

/* Length of a day where a rate records none: hundredths of hours. Both are local settings. */
#define TENURE_PAY_HALF_DAY_HOURS 400
#define TENURE_PAY_DAY_HOURS 750

/* What stands between what is recorded and a cost. */
typedef enum
{
  TENURE_PAY_KNOWN,
  TENURE_PAY_NO_TIME,    /* no time, no miles and no expenses are recorded */
  TENURE_PAY_NO_PAYEE,   /* as what the person is paid is not recorded */
  TENURE_PAY_NO_RATE,    /* no rate holds for them on that day */
  TENURE_PAY_NO_AMOUNT,  /* the rate that holds names no amount, or not all that a salary is multiplied by */
  TENURE_PAY_NO_MILE,    /* miles are recorded, and the rate says nothing of them */
  TENURE_PAY_CURRENCIES, /* rate and expenses are in different currencies */
  TENURE_PAY_TOO_LARGE,
} TenurePayStatus;

/* What one person's part in one meeting comes to. @minutes is the sum of the times that are recorded, with @all_times TRUE
 * where all four are: otherwise it is at least that. @cost_minor is time and miles at @rate and the expenses; all of it says
 * nothing unless @status is KNOWN. */
typedef struct
{
  TenurePayStatus status;
  gint32 minutes;
  gboolean time_known; /* one of the four at least */
  gboolean all_times;
  int rate; /* index into pay_rates, or -1 */
  gint64 time_minor, miles_minor, expenses_minor, cost_minor;
  TenureCurrency currency;
} TenurePay;

/**
 * tenure_pay_find_rate:
 * @payee: not UNKNOWN
 * @organisation, @budget: indexes, or -1
 *
 * The rate that holds on @day: first one of the organisation itself, then one of the budget, then, where no budget is named,
 * one under any budget of which the period has @day in it; of several the one that began last, then the one recorded last.
 *
 * Returns: an index into pay_rates, or -1
 */
int tenure_pay_find_rate (
    const TenureParticipationFacts *facts, TenurePayee payee, int organisation, int budget, TenureDay day);

/**
 * tenure_pay_get_day_minor:
 *
 * The rate for a day: as entered, else salary × (1 + on-costs) × (1 + overheads), half to even, once, at the end. Source:
 * what full cost recovery means; rule B3.
 *
 * Returns: FALSE where neither is recorded, or it does not fit
 */
gboolean tenure_pay_get_day_minor (const TenureFactPayRate *rate, gint64 *out_minor);

/**
 * tenure_pay_of_minutes:
 * @minutes: from 0
 *
 * What that time comes to. By the hour: minutes × rate ÷ 60, half to even. By half days and days: every whole day at the
 * rate for a day; what is left up to a half day at the rate for a half day, above it at that for a day. With one for half
 * days alone, for each that was begun; with one for days alone, minutes × rate ÷ the minutes of a day, half to even.
 *
 * Returns: KNOWN, NO_AMOUNT or TOO_LARGE
 */
TenurePayStatus tenure_pay_of_minutes (const TenureFactPayRate *rate, gint32 minutes, gint64 *out_minor);

/* What @given, a place in the facts, comes to: time, and miles × rate for a mile (half to even), and expenses. A rate or an
 * expense without a currency is in that of the budget. Unpaid time is worked out like any other: it is what was given. */
TenurePay tenure_pay_of_given (const TenureParticipationFacts *facts, guint given);

/* "Lived experience, Harbour Rights, from 1 Apr 2026": whom rate @rate is for; the caller frees. */
char *tenure_pay_rate_dup_name (const TenureFacts *facts, guint rate);

/* What is wanting, in a plain sentence, translated and static; NULL for KNOWN. */
const char *tenure_pay_status_sentence (TenurePayStatus status);

G_END_DECLS
