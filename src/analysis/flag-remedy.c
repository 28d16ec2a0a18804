#include "config.h"
#include "analysis/flag-remedy.h"

#include "analysis/accounts.h"
#include "analysis/flag-rules-private.h"
#include "analysis/full-cost.h"
#include "analysis/term-private.h"

#include "base/i18n.h"
#include "base/ratio.h"

#define MOST_MONTHS 1200
#define MONTHS_OF_YEAR 12

static const TenureRule *
rule_of (const TenureFlags *flags, TenureRuleId id)
{
  return tenure_options_rule (&flags->terms->options, id);
}

/* --- Extensions --- */

static gboolean
can_extend (const TenureFlags *flags, guint index)
{
  const TenureAgreementFigures *figures = tenure_flags_figures (flags, index);

  return tenure_day_is_known (figures->committed_end) && !figures->open_ended && !figures->reversed
         && !tenure_day_is_known (tenure_flags_fact (flags, index)->terminated);
}

/* Whole months go from the day after the end, so that the last day of a month stays one. */
static TenureDay
moved_end (const TenureAgreementFigures *figures, int months)
{
  return tenure_day_add_months (figures->committed_end + 1, months) - 1;
}

static TenureMonths
moved_term (const TenureAgreementFigures *figures, int months)
{
  gboolean anniversary;

  return tenure_term_months (figures->start, moved_end (figures, months), &anniversary);
}

static gboolean
clears (const TenureFlags *flags, TenureRuleId id, const TenureAgreementFigures *figures, int months)
{
  TenureDay as_of = flags->terms->as_of, end = moved_end (figures, months);

  switch (id)
    {
    case TENURE_RULE_T1:
    case TENURE_RULE_T4:
      return tenure_months_compare (moved_term (figures, months), tenure_months_whole (rule_of (flags, TENURE_RULE_T1)->red))
             > 0;
    case TENURE_RULE_T2:
      return tenure_months_compare (moved_term (figures, months), tenure_months_whole (rule_of (flags, id)->amber)) >= 0;
    case TENURE_RULE_N2:
      return end + 1 >= tenure_day_add_months (as_of, rule_of (flags, id)->note);
    case TENURE_RULE_E1:
      return end > tenure_day_add_months (as_of, rule_of (flags, id)->amber);
    default:
      return FALSE;
    }
}

static gboolean
goes_by_term (TenureRuleId id)
{
  return id == TENURE_RULE_T1 || id == TENURE_RULE_T2 || id == TENURE_RULE_T4;
}

static void
find_extension (const TenureFlags *flags, const TenureFlag *flag, TenureFlagRemedy *remedy)
{
  const TenureAgreementFigures *figures = tenure_flags_figures (flags, (guint) flag->index);
  TenureRuleId id = (TenureRuleId) flag->rule;

  if (!can_extend (flags, (guint) flag->index) || (goes_by_term (id) && !figures->term_known))
    return;
  for (int months = 1; months <= MOST_MONTHS && remedy->extend_months == 0; months++)
    if (clears (flags, id, figures, months))
      {
        remedy->extend_months = months;
        remedy->end = moved_end (figures, months);
      }
}

/* --- Sums --- */

/* The smallest whole number that is not less than @dividend ÷ @divisor, of positive numbers. */
static __int128
divide_up (__int128 dividend, gint64 divisor)
{
  return (dividend + divisor - 1) / divisor;
}

/* What @there lacks of @wanted; 0 when it lacks nothing, or more than fits. */
static gint64
find_lack (__int128 wanted, __int128 there)
{
  __int128 lack = wanted - there;

  return lack > 0 && lack <= G_MAXINT64 ? (gint64) lack : 0;
}

static gint64
find_money (const TenureFlags *flags, const TenureFlag *flag)
{
  TenureFullCost cost = tenure_full_cost (flags->terms, (guint) flag->index);
  __int128 wanted;

  if (!cost.known)
    return 0;
  wanted = divide_up ((__int128) cost.cost_minor * rule_of (flags, TENURE_RULE_P3)->red, TENURE_WHOLE_BP);
  return find_lack (wanted, (__int128) cost.value_minor + cost.other_minor);
}

static gint64
find_reserves (const TenureFlags *flags, const TenureFlag *flag)
{
  const TenureFactAccounts *accounts = flags->terms->accounts[flag->index];
  gint32 policy = flags->terms->facts->organisations[flag->index].reserves_policy;
  gint32 months = policy >= 0 ? policy : rule_of (flags, TENURE_RULE_R1)->amber;

  return find_lack (divide_up ((__int128) accounts->expenditure_minor * months, MONTHS_OF_YEAR),
                    accounts->free_reserves_minor);
}

/* The whole of which the largest funder's part is less than the threshold. */
static gint64
find_income (const TenureFlags *flags, const TenureFlag *flag)
{
  const TenureProviderIncome *income = &flags->providers->providers[flag->index];
  gint32 threshold = rule_of (flags, TENURE_RULE_D1)->amber;

  if (income->n == 0 || threshold <= 0)
    return 0;
  return find_lack (
      divide_up ((__int128) flags->providers->dependencies[income->first].annual_minor * TENURE_WHOLE_BP + 1, threshold), 0);
}

TenureFlagRemedy
tenure_flag_find_remedy (const TenureFlags *flags, const TenureFlag *flag)
{
  TenureFlagRemedy remedy = { .end = TENURE_DAY_NONE };

  g_return_val_if_fail (flags != NULL && flag != NULL, remedy);

  if (flag->level == TENURE_LEVEL_CANNOT_TELL)
    return remedy;
  switch ((TenureRuleId) flag->rule)
    {
    case TENURE_RULE_T1:
    case TENURE_RULE_T2:
    case TENURE_RULE_T4:
    case TENURE_RULE_N2:
    case TENURE_RULE_E1:
      find_extension (flags, flag, &remedy);
      break;
    case TENURE_RULE_N1:
      remedy.notice_months = rule_of (flags, TENURE_RULE_N1)->red;
      break;
    case TENURE_RULE_P3:
      remedy.minor = find_money (flags, flag);
      break;
    case TENURE_RULE_R1:
      remedy.minor = find_reserves (flags, flag);
      break;
    case TENURE_RULE_D1:
      remedy.minor = find_income (flags, flag);
      break;
    default:
      break;
    }
  return remedy;
}

/* --- Words --- */

/* What clears a flag that no length, notice or sum does, or that something else clears as well. */
static const char *const other_ways[TENURE_N_RULES] = {
  [TENURE_RULE_T1] = N_ (
      "It is classed by its notice: one that is longer than what this rule calls short clears it, as does an agreed term longer than that."),
  [TENURE_RULE_T2] = N_ ("What is open-ended counts by its notice and is never long-term: an agreed term clears it."),
  [TENURE_RULE_T3] = N_ ("Taking up the options clears it, or recording that they lapsed."),
  [TENURE_RULE_T4] = N_ ("A term that is longer than what rule T1 calls short clears it."),
  [TENURE_RULE_T5] =
      N_ ("What happened cannot be undone: nothing clears it but another date, if the recorded one is wrong."),
  [TENURE_RULE_N1] = N_ ("So does an agreement that the funder may end for cause only."),
  [TENURE_RULE_N2] = N_ ("So do a recorded decision on renewal, and a signed successor without a gap."),
  [TENURE_RULE_P1] =
      N_ ("What happened cannot be undone: nothing clears it but another date, if the recorded one is wrong."),
  [TENURE_RULE_P2] = N_ ("An uplift that makes up for what its index rose clears it."),
  [TENURE_RULE_P3] = N_ ("All funders’ money up to the full cost clears it."),
  [TENURE_RULE_P4] = N_ ("Payment in advance, or part of it, clears it."),
  [TENURE_RULE_V1] = N_ ("A price that rises with the variation clears it."),
  [TENURE_RULE_D1] = N_ ("Income from other funders clears it."),
  [TENURE_RULE_D2] = N_ ("Income from more funders, in more equal parts, clears it."),
  [TENURE_RULE_D3] = N_ ("Spend that is shared among more providers clears it."),
  [TENURE_RULE_R1] = N_ ("Larger free reserves clear it."),
  [TENURE_RULE_K1] = N_ ("Naming somebody who covers clears it."),
  [TENURE_RULE_C1] = N_ ("A recorded handover and time in post clear it."),
  [TENURE_RULE_G1] = N_ ("One seat of the {sector} clears it."),
  [TENURE_RULE_G2] = N_ ("A vote for one of the {sector}’s seats clears it."),
  [TENURE_RULE_G3] = N_ ("Seats of the {sector} up to the board’s target clear it."),
  [TENURE_RULE_G5] = N_ ("Seats of the {sector} held by more people clear it."),
  [TENURE_RULE_G6] = N_ ("Recording the mandate of the holder clears it."),
  [TENURE_RULE_G8] = N_ ("Filling the seat clears it."),
  [TENURE_RULE_B1] = N_ ("Paying for more of the hours clears it."),
  [TENURE_RULE_B2] = N_ ("A rate that comes to as much clears it."),
  [TENURE_RULE_B3] = N_ ("A rate for its staff clears it; it can be worked out from pay, on-costs and overheads."),
  [TENURE_RULE_B4] = N_ ("More money clears it, or less that is still to come."),
  [TENURE_RULE_Q1] = N_ ("A specification between the two ends clears it."),
  [TENURE_RULE_E1] = N_ ("So does a signed successor without a gap."),
  [TENURE_RULE_A1] = N_ ("Agreeing, and recording, what is not settled yet clears it."),
};

static char *
dup_extension (const TenureFlagRemedy *remedy)
{
  g_autofree char *end = tenure_day_dup_label (remedy->end);

  /* Translators: how many months longer, and the day on which it would then end. */
  return g_strdup_printf (ngettext ("%1$d month more, to %2$s, clears it.", "%1$d months more, to %2$s, clear it.",
                                    (gulong) remedy->extend_months),
                          remedy->extend_months, end);
}

static char *
dup_sum (const TenureFlags *flags, const TenureFlag *flag, gint64 minor)
{
  gboolean agreement = flag->record_type == TENURE_RECORD_AGREEMENT;
  TenureMoney sum = { .minor = minor,
                      .currency = agreement ? flags->terms->facts->agreements[flag->index].currency
                                            : flags->terms->accounts[flag->index]->currency };
  g_autofree char *label = tenure_money_dup_label (sum, FALSE);

  switch ((TenureRuleId) flag->rule)
    {
    case TENURE_RULE_P3:
      return g_strdup_printf (_ ("%s more, from all funders together, clears it."), label);
    case TENURE_RULE_R1:
      return g_strdup_printf (_ ("%s more in free reserves clears it."), label);
    default:
      return g_strdup_printf (_ ("A total income of %s, the rest of it from others, clears it."), label);
    }
}

/* What the numbers say; NULL where they say nothing. */
static char *
dup_numbers (const TenureFlags *flags, const TenureFlag *flag, const TenureFlagRemedy *remedy)
{
  if (remedy->extend_months > 0)
    return dup_extension (remedy);
  if (remedy->notice_months > 0)
    return g_strdup_printf (
        ngettext ("A notice of %d month clears it.", "A notice of %d months clears it.", (gulong) remedy->notice_months),
        remedy->notice_months);
  return remedy->minor > 0 ? dup_sum (flags, flag, remedy->minor) : NULL;
}

/* Where numbers say it, what else does: only of those whose sentence goes on from there. */
static gboolean
has_another_way (TenureRuleId id)
{
  return id == TENURE_RULE_N1 || id == TENURE_RULE_N2 || id == TENURE_RULE_E1;
}

char *
tenure_flag_dup_remedy (const TenureFlags *flags, const TenureFlag *flag)
{
  TenureFlagRemedy remedy;
  g_autofree char *numbers = NULL, *list = NULL;
  const char *other;

  g_return_val_if_fail (flags != NULL && flag != NULL, NULL);

  other = _ (other_ways[flag->rule]);
  if (flag->level == TENURE_LEVEL_CANNOT_TELL)
    {
      list = tenure_missing_dup_list (flag->missing);
      return g_strdup_printf (_ ("Recording what is missing tells: %s."), list);
    }
  remedy = tenure_flag_find_remedy (flags, flag);
  numbers = dup_numbers (flags, flag, &remedy);
  if (numbers == NULL && flag->rule == TENURE_RULE_N2)
    return g_strdup (_ ("A recorded decision on renewal clears it, and a signed successor without a gap."));
  if (numbers == NULL && flag->rule == TENURE_RULE_E1)
    return g_strdup (_ ("A signed successor without a gap clears it."));
  if (numbers == NULL)
    return g_strdup (other);
  return has_another_way ((TenureRuleId) flag->rule) ? g_strdup_printf ("%s %s", numbers, other)
                                                     : g_steal_pointer (&numbers);
}
