/* The rules about notice, renewal and money: N1, N2, P3. */

#include "config.h"
#include "analysis/flag-rules-private.h"

#include "analysis/full-cost.h"

#include "base/i18n.h"

/* --- N1: short notice --- */

static TenureLevel
judge_n1 (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing)
{
  const TenureFactAgreement *fact = tenure_flags_fact (flags, index);
  gboolean known = fact->funder_notice.known;
  TenureAnswer is_short =
      tenure_answer (known, known && tenure_duration_compare_months (fact->funder_notice, rule->red) < 0);

  if (fact->funder_without_cause == TENURE_FACT_NO || is_short == TENURE_FACT_NO)
    return TENURE_LEVEL_NONE;
  if (is_short == TENURE_FACT_UNKNOWN)
    *missing |= TENURE_MISSING_FUNDER_NOTICE;
  if (fact->funder_without_cause == TENURE_FACT_UNKNOWN)
    *missing |= TENURE_MISSING_WITHOUT_CAUSE;
  return *missing != 0 ? TENURE_LEVEL_CANNOT_TELL : TENURE_LEVEL_RED;
}

static void
describe_n1 (TenureFlagWords *words, const TenureRule *rule)
{
  const TenureFactAgreement *fact = tenure_flags_fact (words->flags, (guint) words->flag->index);
  g_autofree char *notice = tenure_duration_dup_label (fact->funder_notice);

  words->formula =
      _ ("The funder’s notice, where it may end the agreement without cause. A month is 30 to 31 days, whatever the "
         "day: 90 days and 13 weeks are three months.");
  tenure_flag_words_add_fact (words, "funder_without_cause",
                              tenure_flag_field_label (TENURE_RECORD_AGREEMENT, "funder_without_cause"), words->flag->id,
                              (TenureFact) fact->funder_without_cause);
  tenure_flag_words_add_notice (words, fact);
  if (words->flag->level != TENURE_LEVEL_CANNOT_TELL)
    words->reason = g_strdup_printf (_ ("The funder may end it without cause, and its notice is %s."), notice);
}

/* --- N2: no renewal decision --- */

/* Running or ended; not covered, and nothing decided, a termination included. */
static gboolean
awaits_decision (const TenureFlags *flags, guint index)
{
  const TenureAgreementFigures *figures = tenure_flags_figures (flags, index);

  return figures->status != TENURE_STATUS_PLANNED && !figures->open_ended && !figures->covered && !figures->decided;
}

/* Before the end a decision that is not recorded is one still to be made. After it, only a recorded renewal
 * status can say that nobody decided: a register that records none may be about funding closed long ago. */
static TenureLevel
judge_undecided (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing)
{
  const TenureAgreementFigures *figures = tenure_flags_figures (flags, index);
  gboolean status_known = tenure_flags_fact (flags, index)->renewal != TENURE_RENEWAL_UNKNOWN;
  TenureDay as_of = flags->terms->as_of, after;

  *missing = status_known ? 0 : TENURE_MISSING_RENEWAL_STATUS;
  if (!figures->live)
    return status_known ? TENURE_LEVEL_RED : TENURE_LEVEL_CANNOT_TELL;
  if (!tenure_day_is_known (figures->committed_end) || figures->reversed)
    {
      *missing |= tenure_flags_missing_term (figures) & ~(guint64) TENURE_MISSING_START;
      return TENURE_LEVEL_CANNOT_TELL;
    }
  after = figures->committed_end + 1;
  if (after < tenure_day_add_months (as_of, rule->red))
    return TENURE_LEVEL_RED;
  if (after < tenure_day_add_months (as_of, rule->amber))
    return TENURE_LEVEL_AMBER;
  if (after < tenure_day_add_months (as_of, rule->note))
    return TENURE_LEVEL_NOTE;
  *missing = 0;
  return TENURE_LEVEL_NONE;
}

static TenureLevel
judge_n2 (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing)
{
  TenureLevel level = judge_undecided (flags, rule, index, missing);

  if (level == TENURE_LEVEL_NONE || !tenure_flags_may_be_covered (flags, index))
    return level;
  *missing = TENURE_MISSING_SUCCESSOR_START;
  return TENURE_LEVEL_CANNOT_TELL;
}

static char *
dup_n2_reason (const TenureAgreementFigures *figures)
{
  g_autofree char *end = tenure_day_dup_label (figures->committed_end);
  g_autofree char *left = tenure_flag_dup_months (figures->remaining);

  if (!figures->live)
    return g_strdup_printf (_ ("It ended on %s, and no decision on renewal is recorded."), end);
  return g_strdup_printf (_ ("It ends on %1$s, in %2$s, and no decision on renewal is recorded."), end, left);
}

static void
describe_n2 (TenureFlagWords *words, const TenureRule *rule)
{
  const TenureAgreementFigures *figures = tenure_flags_figures (words->flags, (guint) words->flag->index);
  const TenureFactAgreement *fact = tenure_flags_fact (words->flags, (guint) words->flag->index);
  const TenureRecordDef *def = tenure_record_def (TENURE_RECORD_AGREEMENT);
  const TenureField *field = &def->fields[tenure_record_field_index (TENURE_RECORD_AGREEMENT, "renewal_status")];
  /* The enumeration follows the choices of the catalogue, with "not recorded" before them. */
  const char *code = fact->renewal > 0 ? field->choices[fact->renewal - 1].value : NULL;

  words->formula = _ ("Months from the as-of day to the committed end, both included, where no signed successor covers it.");
  tenure_flag_words_add_committed_end (words, figures);
  tenure_flag_words_add_months (words, "remaining_months", _ ("Remaining"), words->flag->id,
                                figures->remaining_known ? &figures->remaining : NULL);
  tenure_flag_words_add_text (words, "renewal_status", _ (field->label), words->flag->id, code,
                              code != NULL ? tenure_field_choice_label (field, code) : NULL);
  tenure_flag_words_add_day (words, "decision_day", _ ("Decide by"), words->flag->id, figures->decision_day);
  if (tenure_day_is_known (figures->decision_day))
    tenure_flag_words_add_fact (words, "decision_day_assumed", _ ("Rests on the usual terms"), words->flag->id,
                                figures->notice_assumed || figures->lead_assumed ? TENURE_FACT_YES : TENURE_FACT_NO);
  if (words->flag->level != TENURE_LEVEL_CANNOT_TELL)
    words->reason = dup_n2_reason (figures);
}

/* --- P3: below full cost --- */

/* Money that is not recorded can only add to what is. */
static TenureLevel
judge_p3 (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing)
{
  TenureFullCost cost = tenure_full_cost (flags->terms, index);

  if (tenure_full_cost_is_reached (&cost, rule->red))
    return TENURE_LEVEL_NONE;
  *missing = cost.missing;
  return *missing != 0 ? TENURE_LEVEL_CANNOT_TELL : TENURE_LEVEL_RED;
}

static void
add_money (TenureFlagWords *words, const TenureFactAgreement *fact, const char *field, gboolean known, gint64 minor)
{
  TenureMoney money = { .minor = minor, .currency = fact->currency };

  tenure_flag_words_add_money (words, field, tenure_flag_field_label (TENURE_RECORD_AGREEMENT, field), words->flag->id,
                               known, money);
}

/* There is no ratio to a cost of nothing, or less. */
static char *
dup_p3_reason (const TenureFullCost *cost, const char *full_cost)
{
  g_autofree char *share = cost->known ? tenure_full_cost_dup_label (cost) : NULL;

  if (share == NULL)
    return g_strdup_printf (_ ("All funders together pay less than the full cost of %s."), full_cost);
  /* Translators: a share, "95.0 %", and an amount. */
  return g_strdup_printf (_ ("All funders together pay %1$s of the full cost of %2$s."), share, full_cost);
}

static void
describe_p3 (TenureFlagWords *words, const TenureRule *rule)
{
  const TenureFactAgreement *fact = tenure_flags_fact (words->flags, (guint) words->flag->index);
  TenureFullCost cost = tenure_full_cost (words->flags->terms, (guint) words->flag->index);
  g_autofree char *full_cost = tenure_money_dup_label ((TenureMoney){ cost.cost_minor, fact->currency }, FALSE);

  words->formula = _ ("(Value + other funders’ money) ÷ full cost, all over the same period.");
  add_money (words, fact, "value", fact->value_known, fact->value_minor);
  add_money (words, fact, "other_funding", fact->other_funding_known, fact->other_funding_minor);
  add_money (words, fact, "full_cost", cost.cost_known, cost.cost_minor);
  if (cost.cost_known && cost.n_lines > 0)
    tenure_flag_words_add_number (words, "cost_lines", _ ("Cost lines that make it"), words->flag->id, TRUE, cost.n_lines);
  if (words->flag->level != TENURE_LEVEL_CANNOT_TELL)
    words->reason = dup_p3_reason (&cost, full_cost);
}

const TenureFlagRule tenure_flag_rules_notice[] = {
  { TENURE_RULE_N1, tenure_flags_is_live, judge_n1, describe_n1 },
  { TENURE_RULE_N2, awaits_decision, judge_n2, describe_n2 },
  { TENURE_RULE_P3, tenure_flags_is_live, judge_p3, describe_p3 },
  { TENURE_N_RULES },
};
