/* The rules about payment and price: P1, P2, P4, V1. */

#include "config.h"
#include "analysis/flag-rules-private.h"

#include "analysis/real-price.h"

#include "base/i18n.h"

/* --- P1: late payment --- */

static const TenureFactPayment *
payment_of (const TenureFlags *flags, guint index, guint i)
{
  return &flags->terms->facts->payments[tenure_flags_fact (flags, index)->first_payment + i];
}

/* Only what was invoiced by T, and an invoice paid after T is outstanding on T. */
static gboolean
is_invoiced (const TenureFlags *flags, const TenureFactPayment *payment)
{
  return tenure_day_is_known (payment->invoiced) && payment->invoiced <= flags->terms->as_of;
}

static gboolean
has_invoice (const TenureFlags *flags, guint index)
{
  if (!tenure_flags_is_live (flags, index))
    return FALSE;
  for (guint i = 0; i < tenure_flags_fact (flags, index)->n_payments; i++)
    if (is_invoiced (flags, payment_of (flags, index, i)))
      return TRUE;
  return FALSE;
}

static int
days_waited (const TenureFlags *flags, const TenureFactPayment *payment)
{
  gboolean paid = tenure_day_is_known (payment->paid) && payment->paid <= flags->terms->as_of;

  return (paid ? payment->paid : flags->terms->as_of) - payment->invoiced;
}

/* The payment that was, or has been, waited for longest. */
static const TenureFactPayment *
find_slowest (const TenureFlags *flags, guint index)
{
  const TenureFactPayment *slowest = NULL;

  for (guint i = 0; i < tenure_flags_fact (flags, index)->n_payments; i++)
    {
      const TenureFactPayment *payment = payment_of (flags, index, i);

      if (is_invoiced (flags, payment) && (slowest == NULL || days_waited (flags, payment) > days_waited (flags, slowest)))
        slowest = payment;
    }
  return slowest;
}

static TenureLevel
judge_p1 (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing)
{
  return days_waited (flags, find_slowest (flags, index)) > rule->red ? TENURE_LEVEL_RED : TENURE_LEVEL_NONE;
}

static char *
dup_p1_reason (const TenureFlags *flags, const TenureFactPayment *payment)
{
  int days = days_waited (flags, payment);
  g_autofree char *invoiced = tenure_day_dup_label (payment->invoiced);

  if (tenure_day_is_known (payment->paid) && payment->paid <= flags->terms->as_of)
    return g_strdup_printf (ngettext ("The invoice of %2$s was paid after %1$d day.",
                                      "The invoice of %2$s was paid after %1$d days.", (gulong) days),
                            days, invoiced);
  return g_strdup_printf (ngettext ("The invoice of %2$s has been outstanding for %1$d day.",
                                    "The invoice of %2$s has been outstanding for %1$d days.", (gulong) days),
                          days, invoiced);
}

static void
describe_p1 (TenureFlagWords *words, const TenureRule *rule)
{
  guint index = (guint) words->flag->index;
  const TenureFactPayment *payment = find_slowest (words->flags, index);
  TenureMoney amount = { .minor = payment->minor, .currency = payment->currency };

  words->formula = _ ("Days from the receipt of a valid invoice to its payment, or to the as-of day; the longest of all.");
  words->of_type = TENURE_RECORD_PAYMENT;
  words->of = payment->id;
  tenure_flag_words_add_day (words, "invoiced", _ ("Invoice received"), words->flag->id, payment->invoiced);
  tenure_flag_words_add_day (words, "paid", _ ("Paid"), words->flag->id, payment->paid);
  tenure_flag_words_add_money (words, "amount", _ ("Amount"), words->flag->id, TRUE, amount);
  tenure_flag_words_add_number (words, "days", _ ("Days"), TENURE_ID_NONE, TRUE, days_waited (words->flags, payment));
  words->reason = dup_p1_reason (words->flags, payment);
}

/* --- P2: real-terms cut --- */

static gboolean
has_run_a_year (const TenureFlags *flags, guint index)
{
  return tenure_flags_is_live (flags, index) && tenure_real_price (flags->terms, index).years > 0;
}

static TenureLevel
judge_p2 (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing)
{
  TenureRealPrice price = tenure_real_price (flags->terms, index);

  *missing = price.missing;
  if (!price.known)
    return TENURE_LEVEL_CANNOT_TELL;
  if (tenure_real_price_compare (&price, -rule->red) < 0)
    return TENURE_LEVEL_RED;
  return tenure_real_price_compare (&price, -rule->amber) < 0 ? TENURE_LEVEL_AMBER : TENURE_LEVEL_NONE;
}

static void
add_per_cent (TenureFlagWords *words, const char *name, const char *label, gboolean known, double change)
{
  TenureFigure figure = known ? tenure_figure_number (change, TENURE_FIGURE_UNIT_RATIO, 1, 1)
                              : tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_RATIO, 0, 1);

  tenure_flag_words_add_figure (words, name, label, &figure);
}

static void
describe_p2 (TenureFlagWords *words, const TenureRule *rule)
{
  TenureRealPrice price = tenure_real_price (words->flags->terms, (guint) words->flag->index);
  const char *series = price.series >= 0 ? words->flags->terms->facts->price_indexes[price.series].name : NULL;

  words->formula = _ ("Product of (1 + uplift) ÷ product of (1 + rise of the index) − 1, over the years completed.");
  tenure_flag_words_add_number (words, "years", _ ("Years completed"), words->flag->id, TRUE, price.years);
  tenure_flag_words_add_text (words, "price_index", tenure_flag_field_label (TENURE_RECORD_AGREEMENT, "price_index"),
                              words->flag->id, series, series);
  add_per_cent (words, "uplift", _ ("All uplifts"), price.known, price.uplift);
  add_per_cent (words, "index", _ ("Rise of the index"), price.known, price.index);
  add_per_cent (words, "real_price", _ ("Real price"), price.known, price.change);
  if (words->flag->level == TENURE_LEVEL_CANNOT_TELL)
    return;
  words->reason = g_strdup_printf (_ ("Its price changed by %1$.2f %% against %2$.2f %% for %3$s: %4$.2f %% in real terms."),
                                   price.uplift * 100, price.index * 100, series, price.change * 100);
}

/* --- P4: paid in arrears --- */

static TenureSize
provider_size (const TenureFlags *flags, guint index)
{
  gint32 provider = tenure_flags_fact (flags, index)->provider;

  return provider >= 0 ? tenure_accounts_size (flags->terms->accounts[provider]) : TENURE_SIZE_UNKNOWN;
}

static TenureLevel
judge_p4 (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing)
{
  const TenureFactAgreement *fact = tenure_flags_fact (flags, index);
  TenureSize size = provider_size (flags, index);
  TenureAnswer is_small = tenure_answer (size != TENURE_SIZE_UNKNOWN, size <= TENURE_SIZE_SMALL);
  TenureAnswer waits =
      tenure_answer (fact->payment_profile != TENURE_PAID_UNKNOWN,
                     fact->payment_profile == TENURE_PAID_ARREARS || fact->payment_profile == TENURE_PAID_RESULTS);

  if (is_small == TENURE_FACT_NO || waits == TENURE_FACT_NO)
    return TENURE_LEVEL_NONE;
  if (is_small == TENURE_FACT_UNKNOWN)
    *missing |= TENURE_MISSING_INCOME;
  if (waits == TENURE_FACT_UNKNOWN)
    *missing |= TENURE_MISSING_PAYMENT_PROFILE;
  return *missing != 0 ? TENURE_LEVEL_CANNOT_TELL : TENURE_LEVEL_AMBER;
}

static void
describe_p4 (TenureFlagWords *words, const TenureRule *rule)
{
  static const char *const codes[] = { NULL, "advance", "part_advance", "arrears", "results" };
  guint index = (guint) words->flag->index;
  TenureSize size = provider_size (words->flags, index);
  const TenureField *field = &tenure_record_def (TENURE_RECORD_AGREEMENT)
                                  ->fields[tenure_record_field_index (TENURE_RECORD_AGREEMENT, "payment_profile")];
  const char *code = codes[tenure_flags_fact (words->flags, index)->payment_profile];

  words->formula = _ ("The size of the provider by its yearly income, and when the money comes.");
  tenure_flag_words_add_text (words, "payment_profile", _ (field->label), words->flag->id, code,
                              code != NULL ? tenure_field_choice_label (field, code) : NULL);
  tenure_flag_words_add_text (words, "size", _ ("Size of the provider"), TENURE_ID_NONE, tenure_size_code (size),
                              tenure_size_label (size));
  if (words->flag->level != TENURE_LEVEL_CANNOT_TELL)
    words->reason = g_strdup_printf (_ ("The provider is a %s organisation and must spend before it is paid."),
                                     tenure_size_label (size));
}

/* --- V1: wider scope, same money --- */

static const TenureFactVariation *
variation_of (const TenureFlags *flags, guint index, guint i)
{
  return &flags->terms->facts->variations[tenure_flags_fact (flags, index)->first_variation + i];
}

static gboolean
widens (const TenureFlags *flags, const TenureFactVariation *variation)
{
  return variation->scope == TENURE_SCOPE_CHANGE_WIDER
         && (!tenure_day_is_known (variation->made) || variation->made <= flags->terms->as_of);
}

static gboolean
was_widened (const TenureFlags *flags, guint index)
{
  if (!tenure_flags_is_live (flags, index))
    return FALSE;
  for (guint i = 0; i < tenure_flags_fact (flags, index)->n_variations; i++)
    if (widens (flags, variation_of (flags, index, i)))
      return TRUE;
  return FALSE;
}

/* The variation that decides: one without more money before one of which the money is not recorded. */
static const TenureFactVariation *
find_unfunded (const TenureFlags *flags, guint index)
{
  const TenureFactVariation *unknown = NULL;

  for (guint i = 0; i < tenure_flags_fact (flags, index)->n_variations; i++)
    {
      const TenureFactVariation *variation = variation_of (flags, index, i);

      if (!widens (flags, variation))
        continue;
      if (variation->price_known && variation->price_minor <= 0)
        return variation;
      if (!variation->price_known && unknown == NULL)
        unknown = variation;
    }
  return unknown;
}

static TenureLevel
judge_v1 (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing)
{
  const TenureFactVariation *variation = find_unfunded (flags, index);

  if (variation == NULL)
    return TENURE_LEVEL_NONE;
  *missing = variation->price_known ? 0 : TENURE_MISSING_PRICE_CHANGE;
  return variation->price_known ? TENURE_LEVEL_RED : TENURE_LEVEL_CANNOT_TELL;
}

static void
describe_v1 (TenureFlagWords *words, const TenureRule *rule)
{
  const TenureFactVariation *variation = find_unfunded (words->flags, (guint) words->flag->index);
  TenureMoney change = { .minor = variation->price_minor, .currency = variation->currency };
  g_autofree char *made = tenure_day_dup_label (variation->made);
  g_autofree char *price = tenure_money_dup_label (change, FALSE);

  words->formula = _ ("The price change of each variation that widens the scope.");
  words->of_type = TENURE_RECORD_VARIATION;
  words->of = variation->id;
  tenure_flag_words_add_day (words, "made", _ ("Agreed on"), words->flag->id, variation->made);
  tenure_flag_words_add_money (words, "price_change", _ ("Price changed by"), words->flag->id, variation->price_known,
                               change);
  if (words->flag->level == TENURE_LEVEL_CANNOT_TELL)
    return;
  words->reason = tenure_day_is_known (variation->made)
                      ? g_strdup_printf (_ ("The scope was widened on %1$s, and the price changed by %2$s."), made, price)
                      : g_strdup_printf (_ ("The scope was widened, and the price changed by %s."), price);
}

const TenureFlagRule tenure_flag_rules_price[] = {
  { TENURE_RULE_P1, has_invoice, judge_p1, describe_p1 },
  { TENURE_RULE_P2, has_run_a_year, judge_p2, describe_p2 },
  { TENURE_RULE_P4, tenure_flags_is_live, judge_p4, describe_p4 },
  { TENURE_RULE_V1, was_widened, judge_v1, describe_v1 },
  { TENURE_N_RULES },
};
