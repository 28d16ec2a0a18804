/* The rules about paying for taking part: B1 of boards, B2 of rates, B3 of organisations, B4 of budgets. */

#include "config.h"
#include "analysis/flags-private.h"

#include "base/count.h"
#include "base/i18n.h"
#include "base/ratio.h"

/* How far back B1 and B3 look: months to the day. */
#define MONTHS_BACK 12
#define POUND_MINOR 100
/* What B2 measures rates by, in minutes: the usual day and half day (analysis/pay.h). */
#define DAY_MINUTES (TENURE_PAY_DAY_HOURS * 60 / 100)
#define HALF_DAY_MINUTES (TENURE_PAY_HALF_DAY_HOURS * 60 / 100)

static TenureDay
first_day (const TenureFlags *flags)
{
  return tenure_day_add_months (flags->terms->as_of, -MONTHS_BACK) + 1;
}

static gboolean
is_unrated (const TenurePay *pay)
{
  return pay->time_known && (pay->rate < 0 || pay->status == TENURE_PAY_NO_AMOUNT);
}

static void
count_unrated (TenureFlags *flags)
{
  const TenureParticipationFacts *facts = &flags->terms->facts->participation;

  flags->unrated = g_new0 (guint32, flags->terms->facts->n_organisations);
  for (guint i = 0; i < facts->n_given; i++)
    {
      const TenureFactGiven *given = &facts->given[i];
      TenureDay held = facts->meetings[given->meeting].held;

      if (given->organisation >= 0 && given->payee == TENURE_PAYEE_STAFF && held >= first_day (flags)
          && held <= flags->terms->as_of && is_unrated (&flags->participation->given[i].pay))
        flags->unrated[given->organisation]++;
    }
}

void
tenure_flags_count_participation (TenureFlags *flags)
{
  g_autoptr (TenureHoursTable) hours =
      tenure_hours_new (flags->participation, TENURE_HOURS_BY_BOARD, TRUE, first_day (flags), TENURE_DAY_NONE);

  flags->board_hours = g_new0 (TenureHours, flags->terms->facts->n_boards);
  for (guint i = 0; i < hours->groups->len; i++)
    {
      const TenureHours *group = &g_array_index (hours->groups, TenureHours, i);

      flags->board_hours[group->key] = *group;
    }
  count_unrated (flags);
}

/* --- B1: taking part unpaid --- */

static gboolean
took_part (const TenureFlags *flags, guint index)
{
  gint32 low, high;

  return flags->boards->boards[index].exists && tenure_hours_get_paid_share (&flags->board_hours[index], &low, &high);
}

static TenureLevel
level_of_share (const TenureRule *rule, gint32 share_bp)
{
  if (share_bp <= rule->red)
    return TENURE_LEVEL_RED;
  if (share_bp < rule->amber)
    return TENURE_LEVEL_AMBER;
  return share_bp < rule->note ? TENURE_LEVEL_NOTE : TENURE_LEVEL_NONE;
}

/* What holds whoever pays for the time of which that is not recorded. */
static TenureLevel
judge_b1 (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing)
{
  gint32 low = 0, high = 0;
  TenureLevel mildest, worst;

  tenure_hours_get_paid_share (&flags->board_hours[index], &low, &high);
  mildest = level_of_share (rule, high);
  worst = level_of_share (rule, low);
  *missing = mildest != worst ? TENURE_MISSING_PAYER : 0;
  return mildest == TENURE_LEVEL_NONE && worst != TENURE_LEVEL_NONE ? TENURE_LEVEL_CANNOT_TELL : mildest;
}

static void
add_minutes (TenureFlagWords *words, const char *name, const char *label, gint64 minutes)
{
  tenure_flag_words_add_number (words, name, label, words->flag->id, TRUE, minutes);
}

static void
describe_b1 (TenureFlagWords *words, const TenureRule *rule)
{
  const TenureHours *hours = &words->flags->board_hours[words->flag->index];

  words->formula = _ ("Time that somebody pays ÷ all time that the {sector} gave to the board in the 12 months to the day: "
                      "preparation, meeting, travel and follow-up.");
  add_minutes (words, "paid_minutes", _ ("Minutes paid"), hours->paid);
  add_minutes (words, "unpaid_minutes", _ ("Minutes unpaid"), hours->unpaid);
  if (hours->untold > 0)
    add_minutes (words, "untold_minutes", _ ("Minutes of which it is not recorded who pays"), hours->untold);
  if (hours->n_timeless > 0)
    tenure_flag_words_add_number (words, "without_time", _ ("People without any time recorded"), words->flag->id, TRUE,
                                  hours->n_timeless);
  if (words->flag->level != TENURE_LEVEL_CANNOT_TELL)
    /* Translators: two numbers of hours, with one decimal. */
    words->reason = g_strdup_printf (_ ("Paid: %1$.1f of the %2$.1f hours that the {sector} gave in 12 months."),
                                     (double) hours->paid / 60, (double) (hours->paid + hours->unpaid + hours->untold) / 60);
}

/* --- B2: a low rate for people --- */

static gboolean
holds_for_people (const TenureFlags *flags, guint index)
{
  const TenureParticipationFacts *facts = &flags->terms->facts->participation;
  const TenureFactPayRate *rate = &facts->pay_rates[index];
  TenureCurrency currency = rate->currency;

  if (currency == TENURE_CURRENCY_NONE && rate->budget >= 0)
    currency = facts->budgets[rate->budget].currency;
  return rate->payee == TENURE_PAYEE_LIVED_EXPERIENCE
         && (currency == TENURE_CURRENCY_GBP || currency == TENURE_CURRENCY_NONE)
         && (!tenure_day_is_known (rate->from_day) || rate->from_day <= flags->terms->as_of)
         && (!tenure_day_is_known (rate->to_day) || rate->to_day >= flags->terms->as_of);
}

/* What a day and a half day come to; FALSE where no amount is entered. */
static gboolean
measure (const TenureFlags *flags, guint index, gint64 *out_day, gint64 *out_half_day)
{
  const TenureFactPayRate *rate = &flags->terms->facts->participation.pay_rates[index];

  return tenure_pay_of_minutes (rate, DAY_MINUTES, out_day) == TENURE_PAY_KNOWN
         && tenure_pay_of_minutes (rate, HALF_DAY_MINUTES, out_half_day) == TENURE_PAY_KNOWN;
}

static TenureLevel
judge_b2 (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing)
{
  gint64 day, half_day;

  if (!measure (flags, index, &day, &half_day))
    {
      *missing = TENURE_MISSING_RATE;
      return TENURE_LEVEL_CANNOT_TELL;
    }
  return day < (gint64) rule->amber * POUND_MINOR || half_day < (gint64) rule->extra * POUND_MINOR ? TENURE_LEVEL_AMBER
                                                                                                   : TENURE_LEVEL_NONE;
}

static void
describe_b2 (TenureFlagWords *words, const TenureRule *rule)
{
  gint64 day = 0, half_day = 0;
  gboolean known = measure (words->flags, (guint) words->flag->index, &day, &half_day);
  TenureMoney a_day = { day, TENURE_CURRENCY_GBP }, a_half_day = { half_day, TENURE_CURRENCY_GBP };
  g_autofree char *day_label = tenure_money_dup_label (a_day, TRUE);
  g_autofree char *half_label = tenure_money_dup_label (a_half_day, TRUE);

  words->formula = _ ("What the rate comes to for 7.5 hours and for 4 hours.");
  tenure_flag_words_add_money (words, "day_comes_to", _ ("A day comes to"), words->flag->id, known, a_day);
  tenure_flag_words_add_money (words, "half_day_comes_to", _ ("A half day comes to"), words->flag->id, known, a_half_day);
  if (words->flag->level != TENURE_LEVEL_CANNOT_TELL)
    words->reason = g_strdup_printf (_ ("It comes to %1$s a day and %2$s a half day."), day_label, half_label);
}

/* --- B3: no rate for an organisation --- */

static gboolean
has_unrated (const TenureFlags *flags, guint index)
{
  return flags->unrated[index] > 0 && flags->terms->facts->organisations[index].vcs == TENURE_FACT_YES;
}

static TenureLevel
judge_b3 (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing)
{
  return TENURE_LEVEL_NOTE;
}

static void
describe_b3 (TenureFlagWords *words, const TenureRule *rule)
{
  guint32 n = words->flags->unrated[words->flag->index];

  words->formula =
      _ ("Times that its staff took part in the 12 months to the day for which no rate holds, or one without an "
         "amount.");
  tenure_flag_words_add_number (words, "unrated", _ ("Times without a rate"), words->flag->id, TRUE, n);
  words->reason = tenure_count_dup_words (ngettext ("Its staff took part %s time for which no rate is entered.",
                                                    "Its staff took part %s times for which no rate is entered.", n),
                                          n);
}

/* --- B4: a budget that runs out --- */

static const TenureFactBudget *
budget_of (const TenureFlags *flags, guint index)
{
  return &flags->terms->facts->participation.budgets[index];
}

static gboolean
goes_on (const TenureFlags *flags, guint index)
{
  const TenureFactBudget *budget = budget_of (flags, index);

  return (!tenure_day_is_known (budget->from_day) || budget->from_day <= flags->terms->as_of)
         && (!tenure_day_is_known (budget->to_day) || budget->to_day >= flags->terms->as_of);
}

static TenureLevel
judge_b4 (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing)
{
  const TenureFactBudget *budget = budget_of (flags, index);

  *missing = (budget->amount_known ? 0 : TENURE_MISSING_BUDGET_AMOUNT)
             | (tenure_day_is_known (budget->to_day) ? 0 : TENURE_MISSING_BUDGET_END);
  if (*missing != 0)
    return TENURE_LEVEL_CANNOT_TELL;
  return tenure_day_is_known (flags->participation->budgets[index].exhausted) ? TENURE_LEVEL_RED : TENURE_LEVEL_NONE;
}

static void
describe_b4 (TenureFlagWords *words, const TenureRule *rule)
{
  const TenureFactBudget *budget = budget_of (words->flags, (guint) words->flag->index);
  const TenureBudgetFigures *figures = &words->flags->participation->budgets[words->flag->index];
  g_autofree char *day = tenure_day_dup_label (figures->exhausted), *last = tenure_day_dup_label (budget->to_day);

  words->formula = tenure_forecast_method_sentence (figures->method);
  tenure_flag_words_add_money (words, "amount", tenure_flag_field_label (TENURE_RECORD_BUDGET, "amount"), words->flag->id,
                               budget->amount_known, (TenureMoney){ budget->amount_minor, budget->currency });
  tenure_flag_words_add_figure (words, "committed_minor", _ ("Committed so far"),
                                &figures->figures[TENURE_BUDGET_COMMITTED]);
  tenure_flag_words_add_figure (words, "forecast_minor", _ ("Foretold by its last day"),
                                &figures->figures[TENURE_BUDGET_FORECAST]);
  tenure_flag_words_add_day (words, "exhausted", _ ("Used up on"), words->flag->id, figures->exhausted);
  if (words->flag->level == TENURE_LEVEL_CANNOT_TELL)
    return;
  if (figures->exhausted <= words->flags->terms->as_of)
    words->reason = g_strdup_printf (_ ("Since %s more is committed than there is."), day);
  else
    /* Translators: two days. */
    words->reason = g_strdup_printf (_ ("At this rate it is used up on %1$s; it is to last until %2$s."), day, last);
}

const TenureFlagRule tenure_flag_rules_hours[] = {
  { TENURE_RULE_B1, took_part, judge_b1, describe_b1 },
  { TENURE_N_RULES },
};

const TenureFlagRule tenure_flag_rules_pay_rate[] = {
  { TENURE_RULE_B2, holds_for_people, judge_b2, describe_b2 },
  { TENURE_N_RULES },
};

const TenureFlagRule tenure_flag_rules_participant[] = {
  { TENURE_RULE_B3, has_unrated, judge_b3, describe_b3 },
  { TENURE_N_RULES },
};

const TenureFlagRule tenure_flag_rules_budget[] = {
  { TENURE_RULE_B4, goes_on, judge_b4, describe_b4 },
  { TENURE_N_RULES },
};
