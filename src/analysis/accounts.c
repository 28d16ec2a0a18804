#include "config.h"
#include "analysis/accounts.h"

#include "analysis/flags-private.h"

#include "base/i18n.h"

gboolean
tenure_accounts_say_something (const TenureFactAccounts *accounts)
{
  return accounts->income_known || accounts->expenditure_known || accounts->free_reserves_known;
}

static gboolean
is_of_a_year_gone (const TenureFactAccounts *accounts, TenureDay as_of)
{
  return tenure_accounts_say_something (accounts) && tenure_day_is_known (accounts->year_end) && accounts->year_end <= as_of;
}

const TenureFactAccounts *
tenure_accounts_find (const TenureFacts *facts, guint organisation, TenureDay as_of)
{
  const TenureFactOrganisation *fact;
  const TenureFactAccounts *own;

  g_return_val_if_fail (facts != NULL && organisation < facts->n_organisations, NULL);

  fact = &facts->organisations[organisation];
  own = &fact->accounts;
  /* By the last day of the year: from the end, the first that has gone is the latest. */
  for (guint i = fact->n_accounts; i > 0; i--)
    {
      const TenureFactAccounts *accounts = &facts->accounts[fact->first_accounts + i - 1];

      if (is_of_a_year_gone (accounts, as_of))
        return is_of_a_year_gone (own, as_of) && own->year_end >= accounts->year_end ? own : accounts;
    }
  return own;
}

TenureRecordType
tenure_accounts_record_type (const TenureFactAccounts *accounts)
{
  return accounts->own ? TENURE_RECORD_ORGANISATION : TENURE_RECORD_ACCOUNTS;
}

TenureAccountsAge
tenure_accounts_age (const TenureFactAccounts *accounts, TenureDay as_of)
{
  g_return_val_if_fail (accounts != NULL, TENURE_ACCOUNTS_FRESH);

  if (!tenure_accounts_say_something (accounts))
    return TENURE_ACCOUNTS_FRESH;
  if (!tenure_day_is_known (accounts->year_end))
    return TENURE_ACCOUNTS_NO_YEAR;
  if (accounts->year_end > as_of)
    return TENURE_ACCOUNTS_LATER;
  return tenure_day_add_months (accounts->year_end, TENURE_ACCOUNTS_OLD_MONTHS) < as_of ? TENURE_ACCOUNTS_OLD
                                                                                        : TENURE_ACCOUNTS_FRESH;
}

const char *
tenure_accounts_age_code (TenureAccountsAge age)
{
  static const char *const codes[] = { "fresh", "old", "later", "no_year" };

  g_return_val_if_fail (age < G_N_ELEMENTS (codes), NULL);

  return codes[age];
}

char *
tenure_accounts_dup_year (const TenureFactAccounts *accounts)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (accounts != NULL, NULL);

  if (!tenure_day_is_known (accounts->year_end))
    return g_strdup (_ ("not recorded"));
  day = tenure_day_dup_label (accounts->year_end);
  /* Translators: the last day of a financial year; "accounts by year" is what a part of the form is called. */
  return accounts->own ? g_steal_pointer (&day) : g_strdup_printf (_ ("%s, from its accounts by year"), day);
}

const char *
tenure_accounts_caution (TenureAccountsAge age)
{
  static const char *const words[] = {
    NULL,
    N_ ("old: more than 24 months before (local setting)"),
    N_ ("the year had not ended; none before it is recorded"),
    N_ ("of no recorded year, so perhaps old"),
  };

  g_return_val_if_fail (age < G_N_ELEMENTS (words), NULL);

  return words[age] != NULL ? _ (words[age]) : NULL;
}

const char *
tenure_accounts_caution_label (void)
{
  return _ ("Age of the accounts");
}

void
tenure_accounts_explain (const TenureFactAccounts *accounts, TenureDay as_of, TenureExplanation *explanation)
{
  const char *caution = tenure_accounts_caution (tenure_accounts_age (accounts, as_of));
  g_autofree char *year = tenure_accounts_dup_year (accounts);

  tenure_explanation_add (explanation, tenure_accounts_record_type (accounts), accounts->id,
                          tenure_flag_field_label (TENURE_RECORD_ORGANISATION, "accounts_end"), "%s", year);
  if (caution != NULL)
    tenure_explanation_add (explanation, TENURE_RECORD_NONE, TENURE_ID_NONE, tenure_accounts_caution_label (), "%s",
                            caution);
}
