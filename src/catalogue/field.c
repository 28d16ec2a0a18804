#include "config.h"
#include "catalogue/field.h"

#include "catalogue/records-private.h"

#include "base/text.h"

#include "base/i18n.h"
#include <string.h>

#define MAX_FIELDS 200

/* The catalogue: every record type, described once, field by field, in records-*.c.
 *
 * A new field is one line there and one line in the newest migration of store/schema; forms, columns, filters, import,
 * export, redaction, completeness and history labels follow. The order of the lines is the order of the form. */
static const TenureRecordDef *const defs[TENURE_N_RECORDS] = {
  [TENURE_RECORD_PORTFOLIO] = &tenure_portfolio_def,
  [TENURE_RECORD_ORGANISATION] = &tenure_organisation_def,
  [TENURE_RECORD_IDENTIFIER] = &tenure_identifier_def,
  [TENURE_RECORD_PERSON] = &tenure_person_def,
  [TENURE_RECORD_AGREEMENT] = &tenure_agreement_def,
  [TENURE_RECORD_FUNDER] = &tenure_funder_def,
  [TENURE_RECORD_EXTENSION] = &tenure_extension_def,
  [TENURE_RECORD_MEMBERSHIP] = &tenure_membership_def,
  [TENURE_RECORD_PAYMENT] = &tenure_payment_def,
  [TENURE_RECORD_BOARD] = &tenure_board_def,
  [TENURE_RECORD_SEAT] = &tenure_seat_def,
  [TENURE_RECORD_APPOINTMENT] = &tenure_appointment_def,
  [TENURE_RECORD_MEETING] = &tenure_meeting_def,
  [TENURE_RECORD_ATTENDANCE] = &tenure_attendance_def,
  [TENURE_RECORD_EXEMPTION] = &tenure_exemption_def,
  [TENURE_RECORD_USUAL_TERMS] = &tenure_usual_terms_def,
  [TENURE_RECORD_VARIATION] = &tenure_variation_def,
  [TENURE_RECORD_UPLIFT] = &tenure_uplift_def,
  [TENURE_RECORD_COST_LINE] = &tenure_cost_line_def,
  [TENURE_RECORD_INSTALMENT] = &tenure_instalment_def,
  [TENURE_RECORD_OUTCOME] = &tenure_outcome_def,
  [TENURE_RECORD_REFERRALS] = &tenure_referrals_def,
  [TENURE_RECORD_DOCUMENT_LINK] = &tenure_document_link_def,
  [TENURE_RECORD_FORMER_NAME] = &tenure_former_name_def,
  [TENURE_RECORD_ACCOUNTS] = &tenure_accounts_def,
  [TENURE_RECORD_OTHER_INCOME] = &tenure_other_income_def,
  [TENURE_RECORD_CONTACT] = &tenure_contact_def,
  [TENURE_RECORD_PRICE_INDEX] = &tenure_price_index_def,
  [TENURE_RECORD_INDEX_RATE] = &tenure_index_rate_def,
  [TENURE_RECORD_SNOOZE] = &tenure_snooze_def,
  [TENURE_RECORD_SAVED_VIEW] = &tenure_saved_view_def,
  [TENURE_RECORD_RULE_SETTING] = &tenure_rule_setting_def,
  [TENURE_RECORD_SCENARIO] = &tenure_scenario_def,
  [TENURE_RECORD_SCENARIO_CHANGE] = &tenure_scenario_change_def,
  [TENURE_RECORD_SCENARIO_AGREEMENT] = &tenure_scenario_agreement_def,
  [TENURE_RECORD_BUDGET] = &tenure_budget_def,
  [TENURE_RECORD_ALLOCATION] = &tenure_allocation_def,
  [TENURE_RECORD_CLOSING] = &tenure_closing_def,
  [TENURE_RECORD_PAY_RATE] = &tenure_pay_rate_def,
  [TENURE_RECORD_PARTICIPATION] = &tenure_participation_def,
  [TENURE_RECORD_CLAIM] = &tenure_claim_def,
};

const TenureRecordDef *
tenure_record_def (TenureRecordType type)
{
  g_return_val_if_fail (type >= 0 && type < TENURE_N_RECORDS, NULL);

  return defs[type];
}

TenureRecordType
tenure_record_type_from_table (const char *name)
{
  for (int type = 0; name != NULL && type < TENURE_N_RECORDS; type++)
    if (strcmp (defs[type]->table, name) == 0)
      return (TenureRecordType) type;
  return TENURE_RECORD_NONE;
}

int
tenure_record_find_field (TenureRecordType type, const char *name)
{
  const TenureRecordDef *def = tenure_record_def (type);

  for (guint i = 0; name != NULL && i < def->n_fields; i++)
    if (strcmp (def->fields[i].name, name) == 0)
      return (int) i;
  return -1;
}

guint
tenure_record_field_index (TenureRecordType type, const char *name)
{
  int index = tenure_record_find_field (type, name);

  if (index < 0)
    g_error ("no field \"%s\" in record type %s", name, tenure_record_def (type)->table);
  return (guint) index;
}

gboolean
tenure_field_type_is_integer (TenureFieldType type)
{
  switch (type)
    {
    case TENURE_FIELD_FLAG:
    case TENURE_FIELD_MONEY:
    case TENURE_FIELD_NUMBER:
    case TENURE_FIELD_DECIMAL:
    case TENURE_FIELD_SHARE:
    case TENURE_FIELD_RATE:
    case TENURE_FIELD_REFERENCE:
      return TRUE;
    default:
      return FALSE;
    }
}

/* The columns of all tables, worked out once: records are written by the hundred thousand. */
typedef struct
{
  guint8 column_of_field[MAX_FIELDS];
  guint8 field_of_column[MAX_FIELDS];
  guint8 field_of_place[MAX_FIELDS];
} Columns;

static void
places_init (Columns *columns, const TenureRecordDef *def)
{
  guint place = 0;

  for (guint i = 0; def->groups == NULL && i < def->n_fields; i++)
    columns->field_of_place[place++] = (guint8) i;
  for (const char *const *group = def->groups; group != NULL && *group != NULL; group++)
    for (guint i = 0; i < def->n_fields; i++)
      if (strcmp (def->fields[i].group, *group) == 0)
        columns->field_of_place[place++] = (guint8) i;
  g_assert (place == def->n_fields);
}

static void
columns_init (Columns *columns, const TenureRecordDef *def)
{
  int last = 0, next = 0;
  guint column = 0;

  g_assert (def->n_fields <= MAX_FIELDS);
  for (guint i = 0; i < def->n_fields; i++)
    last = MAX (last, def->fields[i].since);
  for (; next <= last; next++)
    for (guint i = 0; i < def->n_fields; i++)
      if (def->fields[i].since == next)
        {
          columns->column_of_field[i] = (guint8) column;
          columns->field_of_column[column++] = (guint8) i;
        }
  places_init (columns, def);
}

static const Columns *
get_columns (TenureRecordType type)
{
  static Columns *all;

  if (g_once_init_enter (&all))
    {
      Columns *made = g_new0 (Columns, TENURE_N_RECORDS);

      for (int i = 0; i < TENURE_N_RECORDS; i++)
        columns_init (&made[i], defs[i]);
      g_once_init_leave (&all, made);
    }
  return &all[type];
}

guint
tenure_record_column (TenureRecordType type, guint index)
{
  g_return_val_if_fail (type >= 0 && type < TENURE_N_RECORDS && index < defs[type]->n_fields, 0);

  return get_columns (type)->column_of_field[index];
}

guint
tenure_record_field_of_column (TenureRecordType type, guint column)
{
  g_return_val_if_fail (type >= 0 && type < TENURE_N_RECORDS && column < defs[type]->n_fields, 0);

  return get_columns (type)->field_of_column[column];
}

guint
tenure_record_field_of_place (TenureRecordType type, guint place)
{
  g_return_val_if_fail (place < tenure_record_def (type)->n_fields, 0);

  return get_columns (type)->field_of_place[place];
}

const char *
tenure_field_choice_label (const TenureField *field, const char *value)
{
  g_return_val_if_fail (field != NULL, value);

  for (const TenureChoice *c = field->choices; c != NULL && value != NULL && c->value != NULL; c++)
    if (strcmp (c->value, value) == 0)
      return _ (c->label);
  return value;
}

const char *
tenure_field_choice_value (const TenureField *field, const char *text)
{
  g_autofree char *key = tenure_text_dup_header_key (text);

  g_return_val_if_fail (field != NULL, NULL);

  for (const TenureChoice *c = field->choices; c != NULL && c->value != NULL; c++)
    {
      g_autofree char *value_key = tenure_text_dup_header_key (c->value);
      g_autofree char *label_key = tenure_text_dup_header_key (_ (c->label));

      if (strcmp (key, value_key) == 0 || strcmp (key, label_key) == 0)
        return c->value;
    }
  return NULL;
}
