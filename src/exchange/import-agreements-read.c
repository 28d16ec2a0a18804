/* Reading the cells of a row into an agreement. */

#include "config.h"

#include "base/i18n.h"
#include <string.h>

#include "analysis/contradictions.h"
#include "base/duration.h"
#include "base/months.h"
#include "base/text.h"
#include "exchange/import-agreements-private.h"

/* Fields that take a cell's text as it is. */
static const struct
{
  TenureTarget target;
  const char *field;
} text_fields[] = {
  { TENURE_TARGET_DESCRIPTION, "description" }, { TENURE_TARGET_SERVICE, "service" },
  { TENURE_TARGET_PROGRAMME, "programme" },     { TENURE_TARGET_PLACE, "place" },
  { TENURE_TARGET_REGIME, "regime" },           { TENURE_TARGET_PROCEDURE, "procedure" },
  { TENURE_TARGET_CATEGORY, "category" },       { TENURE_TARGET_DEPARTMENT, "department" },
  { TENURE_TARGET_STATUS, "source_status" },    { TENURE_TARGET_OWNER, "owner" },
};

/* Fields that take a date. An unreadable date of the term refuses the row; another one is left out. */
static const struct
{
  TenureTarget target;
  const char *field;
  TenureProblemLevel invalid;
} date_fields[] = {
  { TENURE_TARGET_AWARDED, "award_day", TENURE_PROBLEM_ERROR },
  { TENURE_TARGET_START, "start", TENURE_PROBLEM_ERROR },
  { TENURE_TARGET_END, "end", TENURE_PROBLEM_ERROR },
  { TENURE_TARGET_ACTUAL_START, "start", TENURE_PROBLEM_ERROR },
  { TENURE_TARGET_ACTUAL_END, "end", TENURE_PROBLEM_ERROR },
  { TENURE_TARGET_SIGNED, "signed", TENURE_PROBLEM_WARNING },
  { TENURE_TARGET_MAXIMUM_END, "maximum_end", TENURE_PROBLEM_WARNING },
  { TENURE_TARGET_REVIEW, "review_day", TENURE_PROBLEM_WARNING },
};

G_STATIC_ASSERT (G_N_ELEMENTS (text_fields) == TENURE_N_TEXT_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (date_fields) == TENURE_N_DATE_FIELDS);

static guint
agreement_field (const char *name)
{
  return tenure_record_field_index (TENURE_RECORD_AGREEMENT, name);
}

void
tenure_agreements_init_fields (TenureAgreements *a, const TenureImport *import)
{
  const char *value = tenure_import_title (import, TENURE_TARGET_VALUE);

  for (gsize i = 0; i < G_N_ELEMENTS (text_fields); i++)
    a->text_index[i] = agreement_field (text_fields[i].field);
  for (gsize i = 0; i < G_N_ELEMENTS (date_fields); i++)
    a->date_index[i] = agreement_field (date_fields[i].field);
  a->title = agreement_field ("title");
  a->description = agreement_field ("description");
  a->reference = agreement_field ("reference");
  a->part = agreement_field ("reference_part");
  a->kind = agreement_field ("kind");
  a->provider = agreement_field ("provider");
  a->individual = agreement_field ("to_individual");
  a->start = agreement_field ("start");
  a->end = agreement_field ("end");
  a->duration = agreement_field ("duration");
  a->open_ended = agreement_field ("open_ended");
  a->award = agreement_field ("award_day");
  a->extension = agreement_field ("extension_text");
  a->value = agreement_field ("value");
  a->basis = agreement_field ("value_basis");
  a->annual = agreement_field ("annual_value");
  a->approximate = agreement_field ("value_approximate");
  a->currency = agreement_field ("currency");
  a->procedure = agreement_field ("procedure");
  a->funder_agreement = tenure_record_field_index (TENURE_RECORD_FUNDER, "agreement");
  a->funder_organisation = tenure_record_field_index (TENURE_RECORD_FUNDER, "organisation");
  a->title_basis = value != NULL ? tenure_plan_basis_of_title (import->plan, value) : TENURE_BASIS_UNKNOWN;
  a->title_currency = value != NULL ? tenure_plan_currency_of_title (value) : TENURE_CURRENCY_NONE;
}

static void
read_texts (TenureImport *import, TenureAgreements *a)
{
  TenureReadNote note;

  for (gsize i = 0; i < G_N_ELEMENTS (text_fields); i++)
    {
      char *text = tenure_import_dup_text (tenure_import_cell (import, text_fields[i].target));

      if (text != NULL)
        tenure_record_take_text (a->draft, a->text_index[i], text);
    }
  tenure_record_take_text (a->draft, a->title, tenure_import_dup_text (tenure_import_cell (import, TENURE_TARGET_TITLE)));
  tenure_record_take_text (a->draft, a->reference,
                           tenure_import_dup_text (tenure_import_cell (import, TENURE_TARGET_REFERENCE)));
  /* "Extendable: FALSE" is no wording of an option. */
  if (tenure_read_answer (tenure_import_cell (import, TENURE_TARGET_EXTENSION), &note) == TENURE_ANSWER_UNKNOWN)
    tenure_record_take_text (a->draft, a->extension,
                             tenure_import_dup_text (tenure_import_cell (import, TENURE_TARGET_EXTENSION)));
  if (tenure_import_cell (import, TENURE_TARGET_INDIVIDUAL)->length > 0)
    tenure_record_set_flag (a->draft, a->individual, 1);
  switch (tenure_read_answer (tenure_import_cell (import, TENURE_TARGET_OPEN_CALL), &note))
    {
    case TENURE_ANSWER_YES:
      tenure_record_set_text (a->draft, a->procedure, _ ("Open call"));
      break;
    case TENURE_ANSWER_NO:
      tenure_record_set_text (a->draft, a->procedure, _ ("By invitation"));
      break;
    case TENURE_ANSWER_UNKNOWN:
    default:
      break;
    }
}

static void
read_kind (TenureImport *import, TenureAgreements *a)
{
  const TenureCell *cell = tenure_import_cell (import, TENURE_TARGET_KIND);
  const TenureField *field = &tenure_record_def (TENURE_RECORD_AGREEMENT)->fields[a->kind];
  gpointer kind;

  if (cell->length == 0)
    return;
  /* A register has a handful of kinds: each is looked up once. */
  if (!g_hash_table_lookup_extended (a->kinds, cell->text, NULL, &kind))
    {
      kind = (gpointer) tenure_field_choice_value (field, cell->text);
      g_hash_table_insert (a->kinds, g_strdup (cell->text), kind);
    }
  if (kind != NULL)
    tenure_record_set_text (a->draft, a->kind, kind);
  else
    tenure_import_note (import, TENURE_TARGET_KIND, TENURE_PROBLEM_WARNING, "kind-unknown",
                        _ ("“%s” is no kind of agreement that Tenure knows and is left not recorded."), cell->text);
}

static void
read_dates (TenureImport *import, TenureAgreements *a)
{
  for (gsize i = 0; i < G_N_ELEMENTS (date_fields); i++)
    {
      TenureReadDate date;

      if (!tenure_import_has (import, date_fields[i].target))
        continue;
      date = tenure_import_date (import, date_fields[i].target, date_fields[i].invalid);
      if (date.day != TENURE_DAY_NONE)
        tenure_record_set_day (a->draft, a->date_index[i], date.day);
      else if (date.note == TENURE_READ_OPEN_ENDED && a->date_index[i] == a->end)
        tenure_record_set_flag (a->draft, a->open_ended, 1);
    }
}

static void
read_duration (TenureImport *import, TenureAgreements *a)
{
  const TenureCell *cell = tenure_import_cell (import, TENURE_TARGET_DURATION);
  TenureReadNote note;
  int months;

  if (cell->length == 0)
    return;
  months = tenure_read_months (cell, &note);
  if (months > 0)
    tenure_record_set_duration (a->draft, a->duration, TENURE_DURATION_MONTHS ((gint16) months));
  else if (note != TENURE_READ_BLANK)
    tenure_import_note (import, TENURE_TARGET_DURATION, TENURE_PROBLEM_WARNING, "duration-invalid",
                        _ ("“%s” is no length in months and is left not recorded. Write it as 18 or “18 months”."),
                        cell->text);
}

/* The column from which this row has its end: an actual one goes before a planned one. */
static TenureTarget
find_end_target (TenureImport *import)
{
  return tenure_import_cell (import, TENURE_TARGET_ACTUAL_END)->length > 0 ? TENURE_TARGET_ACTUAL_END : TENURE_TARGET_END;
}

/* What the dates contradict, in the words of forms and of `tenure-cli check`. All are kept as they are. */
static gboolean
note_contradictions (TenureImport *import, TenureAgreements *a)
{
  TenureFactAgreement fact = {
    .start = tenure_record_get_day (a->draft, a->start),
    .end = tenure_record_get_day (a->draft, a->end),
    .maximum_end = tenure_record_get_day (a->draft, tenure_record_field_index (TENURE_RECORD_AGREEMENT, "maximum_end")),
    .terminated = TENURE_DAY_NONE,
    .open_ended = (gint8) tenure_record_get_flag (a->draft, a->open_ended),
    .key_person = -1,
    .rests_on_one = TENURE_FACT_UNKNOWN,
  };
  TenureAgreementParts parts = { .agreement = &fact };
  g_autoptr (GPtrArray) found = tenure_contradictions_find (&parts);

  for (guint i = 0; i < found->len; i++)
    {
      const TenureContradiction *contradiction = found->pdata[i];
      gboolean latest = g_str_equal (contradiction->field, "maximum_end");

      tenure_import_note (import, latest ? TENURE_TARGET_MAXIMUM_END : find_end_target (import), TENURE_PROBLEM_WARNING,
                          contradiction->code, _ ("%s Both are kept as they are: look which is wrong."),
                          contradiction->message);
    }
  return found->len > 0;
}

/* The term is stored as given; what does not fit together is said. */
static void
check_term (TenureImport *import, TenureAgreements *a)
{
  TenureDay start = tenure_record_get_day (a->draft, a->start), end = tenure_record_get_day (a->draft, a->end);
  TenureDuration duration = tenure_record_get_duration (a->draft, a->duration);
  TenureMonths term;

  if (note_contradictions (import, a) || start == TENURE_DAY_NONE || end == TENURE_DAY_NONE || !duration.known)
    return;
  term = tenure_months_between (start, end);
  if (tenure_months_compare (term, tenure_months_whole (duration.months - 1)) < 0
      || tenure_months_compare (term, tenure_months_whole (duration.months + 1)) > 0)
    tenure_import_note (import, TENURE_TARGET_DURATION, TENURE_PROBLEM_WARNING, "term-conflict",
                        ngettext ("The stated length of %d month does not fit start and end, which are %.1f months apart. "
                                  "The dates are used.",
                                  "The stated length of %d months does not fit start and end, which are %.1f months apart. "
                                  "The dates are used.",
                                  (gulong) duration.months),
                        duration.months, tenure_months_to_double (term));
}

/* The currency of this row's amounts as far as its own column, the answer and the title say. */
static TenureCurrency
read_currency (TenureImport *import, TenureAgreements *a)
{
  const TenureCell *cell = tenure_import_cell (import, TENURE_TARGET_CURRENCY);
  TenureCurrency currency = TENURE_CURRENCY_NONE;

  if (cell->length == 3)
    currency = tenure_currency_from_code (cell->text);
  else if (cell->length > 0)
    {
      g_autofree char *code = tenure_import_dup_text (cell);

      currency = tenure_currency_from_code (code);
    }
  if (currency == TENURE_CURRENCY_NONE && cell->length > 0)
    tenure_import_note (import, TENURE_TARGET_CURRENCY, TENURE_PROBLEM_WARNING, "currency-invalid",
                        _ ("“%s” is no currency code. Write its three letters, such as GBP."), cell->text);
  if (currency == TENURE_CURRENCY_NONE)
    currency = a->title_currency != TENURE_CURRENCY_NONE ? a->title_currency : import->plan->currency;
  return currency;
}

static void
note_money (TenureImport *import, TenureTarget target, TenureReadNote note, const char *text)
{
  switch (note)
    {
    case TENURE_READ_INVALID:
      tenure_import_note (
          import, target, TENURE_PROBLEM_ERROR, "amount-invalid",
          _ ("“%s” is no amount that can be read. Write it in figures, such as 12,500.00, or leave the cell blank "
             "where it is not known."),
          text);
      break;
    case TENURE_READ_UNKNOWN:
      tenure_import_note (import, target, TENURE_PROBLEM_WARNING, "amount-unknown",
                          _ ("“%s”: the amount is not known yet and is left not recorded."), text);
      break;
    case TENURE_READ_APPROXIMATE:
      tenure_import_note (import, target, TENURE_PROBLEM_WARNING, "amount-approximate",
                          _ ("“%s” is approximate and is marked so."), text);
      break;
    case TENURE_READ_ROUNDED:
      tenure_import_note (import, target, TENURE_PROBLEM_NOTE, "amount-rounded",
                          _ ("“%s” has more decimals than its currency and was rounded half to even."), text);
      break;
    default:
      break;
    }
}

/* The amount, without the mark of a footnote where that alone makes it none. */
static TenureReadMoney
read_money_cell (TenureImport *import, TenureTarget target, const TenureCell *cell, TenureCurrency currency)
{
  TenureReadMoney money = tenure_read_money (cell, currency), plain;
  g_autofree char *text = money.note == TENURE_READ_INVALID ? tenure_read_dup_without_footnote (cell->text) : NULL;

  if (text == NULL)
    return money;
  plain = tenure_read_money_text (text, currency);
  if (plain.note == TENURE_READ_INVALID)
    return money;
  tenure_import_sight (import, &import->footnotes[target]);
  return plain;
}

/* Reads one amount into @field; FALSE when there is none. */
static gboolean
read_amount (TenureImport *import,
             TenureAgreements *a,
             TenureTarget target,
             guint field,
             TenureCurrency *currency,
             TenureReadMoney *out_money)
{
  const TenureCell *cell = tenure_import_cell (import, target);

  *out_money = read_money_cell (import, target, cell, *currency);
  if (out_money->note != TENURE_READ_EXACT)
    note_money (import, target, out_money->note, cell->text);
  if (!tenure_read_has_value (out_money->note))
    return FALSE;
  if (out_money->currency != TENURE_CURRENCY_NONE && *currency != TENURE_CURRENCY_NONE && out_money->currency != *currency)
    tenure_import_note (import, target, TENURE_PROBLEM_WARNING, "currency-conflict",
                        _ ("“%s” is in another currency than the row says; the amount’s own is used."), cell->text);
  if (out_money->currency != TENURE_CURRENCY_NONE)
    *currency = out_money->currency;
  if (!tenure_money_is_plausible ((TenureMoney){ out_money->minor, *currency }))
    tenure_import_note (
        import, target, TENURE_PROBLEM_WARNING, "amount-implausible",
        _ ("“%s” is more than any agreement is likely to be worth. It is taken as it is; look whether figures were "
           "added by mistake, and correct it in the file or here."),
        cell->text);
  tenure_record_set_money (a->draft, field, out_money->minor);
  if (out_money->note == TENURE_READ_APPROXIMATE)
    tenure_record_set_flag (a->draft, a->approximate, 1);
  return TRUE;
}

static void
read_money (TenureImport *import, TenureAgreements *a)
{
  TenureCurrency currency = read_currency (import, a);
  TenureReadBasis basis = a->title_basis;
  TenureReadMoney money;
  char code[4];

  if (read_amount (import, a, TENURE_TARGET_VALUE, a->value, &currency, &money))
    {
      if (money.basis != TENURE_BASIS_UNKNOWN)
        basis = money.basis;
      if (basis == TENURE_BASIS_UNKNOWN)
        basis = import->plan->basis;
      if (basis != TENURE_BASIS_UNKNOWN)
        tenure_record_set_text (a->draft, a->basis, basis == TENURE_BASIS_ANNUAL ? "annual" : "total");
      if (money.minor == 0)
        tenure_import_note (import, TENURE_TARGET_VALUE, TENURE_PROBLEM_NOTE, "amount-zero", "%s",
                            _ ("The amount is zero and is counted as zero. Leave the cell blank where it is not known."));
    }
  read_amount (import, a, TENURE_TARGET_ANNUAL_VALUE, a->annual, &currency, &money);
  if (currency != TENURE_CURRENCY_NONE)
    tenure_record_set_text (a->draft, a->currency, tenure_currency_to_code (currency, code));
}

void
tenure_agreements_read (TenureAgreements *a, TenureImport *import)
{
  tenure_record_clear (a->draft);
  read_texts (import, a);
  read_kind (import, a);
  read_dates (import, a);
  read_duration (import, a);
  read_money (import, a);
  check_term (import, a);
}
