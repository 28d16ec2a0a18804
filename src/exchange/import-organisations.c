/* The organisations profile: registers of charities, councils and the like, one organisation a row. */

#include "config.h"

#include "base/i18n.h"

#include "exchange/import-private.h"

typedef struct
{
  TenureRecord *draft;
} Organisations;

static gboolean
begin (TenureImport *import, GError **error)
{
  Organisations *state = g_new0 (Organisations, 1);

  state->draft = tenure_record_new (TENURE_RECORD_ORGANISATION);
  import->state = state;
  return TRUE;
}

static void
clear (TenureImport *import)
{
  Organisations *state = g_steal_pointer (&import->state);

  tenure_record_free (state->draft);
  g_free (state);
}

static guint
field (const char *name)
{
  return tenure_record_field_index (TENURE_RECORD_ORGANISATION, name);
}

static void
read_dates (TenureImport *import, TenureRecord *draft)
{
  static const struct
  {
    TenureTarget target;
    const char *field;
  } dates[] = {
    { TENURE_TARGET_ORG_OPENED, "opened" },
    { TENURE_TARGET_ORG_CLOSED, "closed" },
    { TENURE_TARGET_ORG_ACCOUNTS_END, "accounts_end" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    tenure_record_set_day (draft, field (dates[i].field),
                           tenure_import_date (import, dates[i].target, TENURE_PROBLEM_WARNING).day);
}

static void
read_accounts (TenureImport *import, TenureRecord *draft)
{
  static const struct
  {
    TenureTarget target;
    const char *field;
  } amounts[] = {
    { TENURE_TARGET_ORG_INCOME, "income" },
    { TENURE_TARGET_ORG_EXPENDITURE, "expenditure" },
  };
  TenureCurrency currency = import->plan->currency;
  char code[4];

  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      const TenureCell *cell = tenure_import_cell (import, amounts[i].target);
      TenureReadMoney money = tenure_read_money (cell, currency);

      if (tenure_read_has_value (money.note))
        tenure_record_set_money (draft, field (amounts[i].field), money.minor);
      else if (money.note == TENURE_READ_INVALID)
        tenure_import_note (
            import, amounts[i].target, TENURE_PROBLEM_WARNING, "amount-invalid",
            _ ("“%s” is no amount that can be read and is left not recorded. Write it in figures, such as 12,500.00."),
            cell->text);
      if (money.currency != TENURE_CURRENCY_NONE)
        currency = money.currency;
    }
  if (currency != TENURE_CURRENCY_NONE)
    tenure_record_set_text (draft, field ("currency"), tenure_currency_to_code (currency, code));
}

static gboolean
row (TenureImport *import, GError **error)
{
  Organisations *state = import->state;
  g_autofree char *name = tenure_import_dup_text (tenure_import_cell (import, TENURE_TARGET_ORG_NAME));
  TenureOrganisationClue clue = { .name = name };
  TenureOrganisationEntry *entry;
  gboolean added, changed;

  tenure_record_clear (state->draft);
  tenure_import_read_identifiers (import, &clue);
  if (name == NULL && clue.n_identifiers == 0)
    {
      tenure_import_note (import, TENURE_TARGET_ORG_NAME, TENURE_PROBLEM_ERROR, "name-missing", "%s",
                          _ ("There is neither a name nor a number, so it cannot be told which organisation this is."));
      return TRUE;
    }
  tenure_import_read_vcs (import, &clue, state->draft);
  tenure_import_read_organisation (import, state->draft);
  tenure_record_take_text (state->draft, field ("notes"),
                           tenure_import_dup_text (tenure_import_cell (import, TENURE_TARGET_ORG_NOTES)));
  read_dates (import, state->draft);
  read_accounts (import, state->draft);
  if (!tenure_import_organisation (import, &clue, state->draft, &entry, &added, &changed, error))
    return FALSE;
  entry->met = TRUE;
  if (added)
    import->report->added++;
  else if (changed)
    import->report->updated++;
  else
    import->report->unchanged++;
  return TRUE;
}

const TenureImportClass tenure_import_organisations = { .begin = begin, .row = row, .clear = clear };
