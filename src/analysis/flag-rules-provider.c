/* The rules about providers (D1, D2, R1) and about the people on the statutory side (C1). */

#include "config.h"
#include "analysis/flags-private.h"
#include "base/ratio.h"

#include "base/hundredths.h"

#include "base/i18n.h"

static const TenureFactOrganisation *
organisation_of (const TenureFlags *flags, guint index)
{
  return &flags->terms->facts->organisations[index];
}

/* The accounts looked at. */
static const TenureFactAccounts *
accounts_of (const TenureFlags *flags, guint index)
{
  return flags->terms->accounts[index];
}

static const TenureProviderIncome *
income_of (const TenureFlags *flags, guint index)
{
  return &flags->providers->providers[index];
}

/* Providers of running agreements in scope: flags.c asks about no others. */
static gboolean
always (const TenureFlags *flags, guint index)
{
  return TRUE;
}

static const TenureFactAccounts *
described_accounts (const TenureFlagWords *words)
{
  return accounts_of (words->flags, (guint) words->flag->index);
}

/* Which year the amounts below are of, and what to mind about it. */
static void
add_accounts_year (TenureFlagWords *words)
{
  const TenureFactAccounts *accounts = described_accounts (words);
  TenureAccountsAge age = tenure_accounts_age (accounts, words->flags->terms->as_of);
  g_autofree char *year = tenure_accounts_dup_year (accounts);
  char iso[TENURE_DAY_ISO_SIZE];

  tenure_day_to_iso (accounts->year_end, iso);
  tenure_flag_words_add_text (words, "accounts_end", tenure_flag_field_label (TENURE_RECORD_ORGANISATION, "accounts_end"),
                              words->flag->id, tenure_day_is_known (accounts->year_end) ? iso : NULL, year);
  if (age != TENURE_ACCOUNTS_FRESH)
    tenure_flag_words_add_text (words, "accounts_age", tenure_accounts_caution_label (), TENURE_ID_NONE,
                                tenure_accounts_age_code (age), tenure_accounts_caution (age));
}

static void
add_accounts_money (TenureFlagWords *words, const char *field, gboolean known, gint64 minor)
{
  TenureMoney money = { .minor = minor, .currency = described_accounts (words)->currency };

  tenure_flag_words_add_money (words, field, tenure_flag_field_label (TENURE_RECORD_ORGANISATION, field), words->flag->id,
                               known, money);
}

/* --- D1: dependence on one funder --- */

/* Whether @part is at least @basis_points of @whole. */
static gboolean
reaches (gint64 part, gint64 whole, gint32 basis_points)
{
  return (__int128) part * TENURE_WHOLE_BP >= (__int128) whole * basis_points;
}

static const TenureDependency *
largest_of (const TenureFlags *flags, guint index)
{
  const TenureProviderIncome *income = income_of (flags, index);

  return income->n > 0 ? &flags->providers->dependencies[income->first] : NULL;
}

/* What is not recorded can only add to what is. */
static TenureLevel
judge_d1 (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing)
{
  const TenureProviderIncome *income = income_of (flags, index);
  const TenureDependency *largest = largest_of (flags, index);
  gint64 whole = accounts_of (flags, index)->income_minor;

  *missing = income->missing;
  if (income->missing & (TENURE_MISSING_INCOME | TENURE_MISSING_ACCOUNTS_CURRENCY))
    return TENURE_LEVEL_CANNOT_TELL;
  if (largest != NULL && reaches (largest->annual_minor, whole, rule->red))
    {
      *missing = 0;
      return TENURE_LEVEL_RED;
    }
  if (largest != NULL && reaches (largest->annual_minor, whole, rule->amber))
    return TENURE_LEVEL_AMBER;
  return income->missing != 0 ? TENURE_LEVEL_CANNOT_TELL : TENURE_LEVEL_NONE;
}

static const char *
funder_name (const TenureFlags *flags, const TenureDependency *part)
{
  return part->funder >= 0 ? organisation_of (flags, (guint) part->funder)->name : part->source;
}

/* "£40,000 (40.0 %)". */
static char *
dup_share (const TenureFlags *flags, const TenureDependency *part)
{
  const TenureFactAccounts *accounts = accounts_of (flags, (guint) part->provider);
  TenureMoney money = { .minor = part->annual_minor, .currency = accounts->currency };
  g_autofree char *amount = tenure_money_dup_label (money, FALSE);

  return g_strdup_printf (_ ("%1$s (%2$.1f %%)"), amount,
                          100.0 * (double) part->annual_minor / (double) accounts->income_minor);
}

#define SHOWN_FUNDERS 5

static void
add_funders (TenureFlagWords *words, guint index)
{
  const TenureProviderIncome *income = income_of (words->flags, index);

  add_accounts_year (words);
  add_accounts_money (words, "income", described_accounts (words)->income_known, described_accounts (words)->income_minor);
  tenure_flag_words_add_number (words, "running", _ ("Running agreements"), TENURE_ID_NONE, TRUE, income->n_running);
  tenure_flag_words_add_number (words, "known", _ ("Of which value and funders are known"), TENURE_ID_NONE, TRUE,
                                income->n_known);
  for (guint i = 0; i < MIN (income->n, SHOWN_FUNDERS) && (income->missing & TENURE_MISSING_INCOME) == 0; i++)
    {
      const TenureDependency *part = &words->flags->providers->dependencies[income->first + i];
      g_autofree char *name = g_strdup_printf ("funder_%u", i + 1);
      g_autofree char *code = g_strdup_printf ("%" G_GINT64_FORMAT, part->annual_minor);
      g_autofree char *share = dup_share (words->flags, part);

      tenure_flag_words_add_text (words, name, funder_name (words->flags, part), TENURE_ID_NONE, code, share);
    }
}

static void
describe_d1 (TenureFlagWords *words, const TenureRule *rule)
{
  guint index = (guint) words->flag->index;
  const TenureDependency *largest = largest_of (words->flags, index);
  g_autofree char *share = NULL;

  words->formula = _ ("Yearly value of the running agreements, by funder’s share, ÷ total income in the last accounts.");
  add_funders (words, index);
  if (words->flag->level == TENURE_LEVEL_CANNOT_TELL)
    return;
  share = dup_share (words->flags, largest);
  words->reason = g_strdup_printf (_ ("%1$s gives %2$s of its income."), funder_name (words->flags, largest), share);
}

/* --- D2: few funders --- */

static TenureLevel
level_of_count (const TenureRule *rule, gint64 hundredths)
{
  if (hundredths < rule->red)
    return TENURE_LEVEL_RED;
  return hundredths < rule->amber ? TENURE_LEVEL_AMBER : TENURE_LEVEL_NONE;
}

/* The rest of the income may come from one more funder or from very many: only what holds either way is said. */
static TenureLevel
judge_d2 (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing)
{
  TenureFunderCount count = tenure_providers_count_funders (flags->providers, index);
  TenureLevel low, high;

  *missing = income_of (flags, index)->missing;
  if (!count.known)
    return TENURE_LEVEL_CANNOT_TELL;
  low = level_of_count (rule, count.low);
  high = level_of_count (rule, count.high);
  if (low != high)
    *missing |= TENURE_MISSING_OTHER_INCOME;
  else if (*missing == 0 || high == TENURE_LEVEL_RED)
    return high;
  return high != TENURE_LEVEL_NONE ? high : TENURE_LEVEL_CANNOT_TELL;
}

static void
add_hundredths (TenureFlagWords *words, const char *name, const char *label, gint64 hundredths)
{
  g_autofree char *text = tenure_hundredths_dup_text (hundredths);

  tenure_flag_words_add_text (words, name, label, TENURE_ID_NONE, text, text);
}

static void
describe_d2 (TenureFlagWords *words, const TenureRule *rule)
{
  guint index = (guint) words->flag->index;
  TenureFunderCount count = tenure_providers_count_funders (words->flags->providers, index);
  g_autofree char *most = tenure_hundredths_dup_text (count.high);

  words->formula =
      _ ("1 ÷ the sum of the squares of each funder’s share of total income. Income of which nothing is known may "
         "come from one more funder, or from many.");
  add_funders (words, index);
  if (count.known)
    {
      add_hundredths (words, "funders_at_least", _ ("Effective funders, at least"), count.low);
      add_hundredths (words, "funders_at_most", _ ("Effective funders, at most"), count.high);
    }
  if (words->flag->level == TENURE_LEVEL_CANNOT_TELL)
    return;
  words->reason = count.low == count.high ? g_strdup_printf (_ ("It lives on %s effective funders."), most)
                                          : g_strdup_printf (_ ("It lives on at most %s effective funders."), most);
}

/* --- R1: thin reserves --- */

/* Whether the reserves last less than @months. */
static gboolean
lasts_less (const TenureFactAccounts *accounts, gint32 months)
{
  return (__int128) accounts->free_reserves_minor * 12 < (__int128) accounts->expenditure_minor * months;
}

static TenureLevel
judge_r1 (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing)
{
  const TenureFactAccounts *accounts = accounts_of (flags, index);
  gint32 policy = organisation_of (flags, index)->reserves_policy;
  gint32 wanted = policy >= 0 ? policy : rule->amber;

  if (!accounts->free_reserves_known)
    *missing |= TENURE_MISSING_FREE_RESERVES;
  if (!accounts->expenditure_known || accounts->expenditure_minor <= 0)
    *missing |= TENURE_MISSING_EXPENDITURE;
  if (*missing != 0)
    return TENURE_LEVEL_CANNOT_TELL;
  if (!lasts_less (accounts, wanted))
    return TENURE_LEVEL_NONE;
  return lasts_less (accounts, rule->red) ? TENURE_LEVEL_RED : TENURE_LEVEL_AMBER;
}

static void
describe_r1 (TenureFlagWords *words, const TenureRule *rule)
{
  const TenureFactAccounts *accounts = described_accounts (words);
  gint32 policy = organisation_of (words->flags, (guint) words->flag->index)->reserves_policy;
  double months = 12.0 * (double) accounts->free_reserves_minor / (double) accounts->expenditure_minor;

  words->formula = _ ("Free reserves ÷ (yearly expenditure ÷ 12), from the last accounts.");
  add_accounts_year (words);
  add_accounts_money (words, "free_reserves", accounts->free_reserves_known, accounts->free_reserves_minor);
  add_accounts_money (words, "expenditure", accounts->expenditure_known, accounts->expenditure_minor);
  if (policy >= 0)
    tenure_flag_words_add_number (words, "reserves_policy",
                                  tenure_flag_field_label (TENURE_RECORD_ORGANISATION, "reserves_policy"), words->flag->id,
                                  TRUE, policy);
  if (words->flag->level == TENURE_LEVEL_CANNOT_TELL)
    return;
  if (policy >= 0)
    words->reason = g_strdup_printf (_ ("Free reserves last %1$.1f months; its own policy asks for %2$d."), months, policy);
  else
    words->reason = g_strdup_printf (_ ("Free reserves last %.1f months."), months);
}

/* --- C1: contacts that change --- */

static const TenureFactContact *
contact_of (const TenureFlags *flags, guint index)
{
  return &flags->terms->facts->contacts[index];
}

static gboolean
is_statutory_contact (const TenureFlags *flags, guint index)
{
  const TenureFactContact *contact = contact_of (flags, index);
  TenureDay as_of = flags->terms->as_of;
  gboolean begun = !tenure_day_is_known (contact->from_day) || contact->from_day <= as_of;
  gboolean over = tenure_day_is_known (contact->to_day) && contact->to_day < as_of;

  return contact->organisation >= 0 && begun && !over
         && organisation_of (flags, (guint) contact->organisation)->vcs == TENURE_FACT_NO;
}

static TenureAnswer
is_new (const TenureFlags *flags, const TenureRule *rule, const TenureFactContact *contact)
{
  if (!tenure_day_is_known (contact->from_day))
    return TENURE_FACT_UNKNOWN;
  return flags->terms->as_of < tenure_day_add_months (contact->from_day, rule->amber) ? TENURE_FACT_YES : TENURE_FACT_NO;
}

static TenureLevel
judge_c1 (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing)
{
  const TenureFactContact *contact = contact_of (flags, index);
  TenureAnswer fresh = is_new (flags, rule, contact);

  if (!contact->handover_known || fresh == TENURE_FACT_YES)
    return TENURE_LEVEL_AMBER;
  if (fresh == TENURE_FACT_NO)
    return TENURE_LEVEL_NONE;
  *missing = TENURE_MISSING_CONTACT_FROM;
  return TENURE_LEVEL_CANNOT_TELL;
}

static void
describe_c1 (TenureFlagWords *words, const TenureRule *rule)
{
  const TenureFactContact *contact = contact_of (words->flags, (guint) words->flag->index);
  g_autofree char *from = tenure_day_dup_label (contact->from_day);

  words->formula = _ ("Months in post on the as-of day, and whether a handover is recorded.");
  tenure_flag_words_add_day (words, "from_day", tenure_flag_field_label (TENURE_RECORD_CONTACT, "from_day"), words->flag->id,
                             contact->from_day);
  tenure_flag_words_add_fact (words, "handover", tenure_flag_field_label (TENURE_RECORD_CONTACT, "handover"),
                              words->flag->id, contact->handover_known ? TENURE_FACT_YES : TENURE_FACT_UNKNOWN);
  if (words->flag->level == TENURE_LEVEL_CANNOT_TELL)
    return;
  if (is_new (words->flags, rule, contact) == TENURE_FACT_YES)
    words->reason = contact->handover_known
                        ? g_strdup_printf (_ ("In post only since %s."), from)
                        : g_strdup_printf (_ ("In post only since %s, and no handover is recorded."), from);
  else
    words->reason = g_strdup (_ ("No handover is recorded."));
}

const TenureFlagRule tenure_flag_rules_provider[] = {
  { TENURE_RULE_D1, always, judge_d1, describe_d1 },
  { TENURE_RULE_D2, always, judge_d2, describe_d2 },
  { TENURE_RULE_R1, always, judge_r1, describe_r1 },
  { TENURE_N_RULES },
};

const TenureFlagRule tenure_flag_rules_contact[] = {
  { TENURE_RULE_C1, is_statutory_contact, judge_c1, describe_c1 },
  { TENURE_N_RULES },
};
