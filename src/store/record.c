/* Records as drafts: plain values by field index, with typed access. What a value may be is decided in
 * record-check.c, what it reads like in record-label.c. */

#include "config.h"
#include "store/record.h"

#include <string.h>

gboolean
tenure_value_equal (const TenureValue *a, const TenureValue *b)
{
  if (a->kind != b->kind)
    return FALSE;
  if (a->kind == TENURE_VALUE_TEXT)
    return strcmp (a->text, b->text) == 0;
  return a->kind == TENURE_VALUE_NULL || a->integer == b->integer;
}

TenureValue
tenure_value_copy (const TenureValue *value)
{
  TenureValue copy = *value;

  if (value->kind == TENURE_VALUE_TEXT)
    copy.text = g_strdup (value->text);
  return copy;
}

void
tenure_value_clear (TenureValue *value)
{
  if (value->kind == TENURE_VALUE_TEXT)
    g_free (value->text);
  *value = TENURE_VALUE_NULL_INIT;
}

gboolean
tenure_record_type_is_sourced (TenureRecordType type)
{
  switch (type)
    {
    case TENURE_RECORD_ORGANISATION:
    case TENURE_RECORD_PERSON:
    case TENURE_RECORD_AGREEMENT:
    case TENURE_RECORD_PAYMENT:
    case TENURE_RECORD_BOARD:
    case TENURE_RECORD_SEAT:
      return TRUE;
    default:
      return FALSE;
    }
}

TenureRecord *
tenure_record_new (TenureRecordType type)
{
  const TenureRecordDef *def = tenure_record_def (type);
  TenureRecord *record;

  g_return_val_if_fail (def != NULL, NULL);

  record = g_new0 (TenureRecord, 1);
  record->type = type;
  record->n_fields = def->n_fields;
  record->values = g_new0 (TenureValue, def->n_fields);
  return record;
}

TenureRecord *
tenure_record_dup (const TenureRecord *record)
{
  TenureRecord *copy = tenure_record_new (record->type);

  copy->id = record->id;
  copy->origin = record->origin;
  for (guint i = 0; i < record->n_fields; i++)
    copy->values[i] = tenure_value_copy (&record->values[i]);
  if (record->titles != NULL)
    {
      copy->titles = g_new0 (char *, record->n_fields);
      for (guint i = 0; i < record->n_fields; i++)
        copy->titles[i] = g_strdup (record->titles[i]);
    }
  return copy;
}

static void
drop_titles (TenureRecord *record)
{
  for (guint i = 0; record->titles != NULL && i < record->n_fields; i++)
    g_free (record->titles[i]);
  g_clear_pointer (&record->titles, g_free);
}

void
tenure_record_free (TenureRecord *record)
{
  if (record == NULL)
    return;
  tenure_record_clear (record);
  g_free (record->values);
  g_free (record);
}

void
tenure_record_clear (TenureRecord *record)
{
  g_return_if_fail (record != NULL);

  for (guint i = 0; i < record->n_fields; i++)
    tenure_value_clear (&record->values[i]);
  drop_titles (record);
  record->id = TENURE_ID_NONE;
  record->origin = TENURE_ID_NONE;
}

static TenureValue *
writable (TenureRecord *record, guint field)
{
  g_assert (field < record->n_fields);

  if (record->titles != NULL)
    g_clear_pointer (&record->titles[field], g_free);
  tenure_value_clear (&record->values[field]);
  return &record->values[field];
}

gboolean
tenure_record_is_known (const TenureRecord *record, guint field)
{
  return tenure_record_get (record, field)->kind != TENURE_VALUE_NULL;
}

const TenureValue *
tenure_record_get (const TenureRecord *record, guint field)
{
  static const TenureValue none = { .kind = TENURE_VALUE_NULL };

  g_return_val_if_fail (record != NULL && field < record->n_fields, &none);

  return &record->values[field];
}

void
tenure_record_set (TenureRecord *record, guint field, const TenureValue *value)
{
  TenureValue copy;

  g_return_if_fail (record != NULL && field < record->n_fields && value != NULL);

  copy = tenure_value_copy (value);
  *writable (record, field) = copy;
}

gboolean
tenure_record_field_equal (const TenureRecord *a, const TenureRecord *b, guint field)
{
  return tenure_value_equal (tenure_record_get (a, field), tenure_record_get (b, field));
}

const char *
tenure_record_get_text (const TenureRecord *record, guint field)
{
  const TenureValue *value = tenure_record_get (record, field);

  return value->kind == TENURE_VALUE_TEXT ? value->text : NULL;
}

void
tenure_record_set_text (TenureRecord *record, guint field, const char *text)
{
  tenure_record_take_text (record, field, g_strdup (text));
}

void
tenure_record_take_text (TenureRecord *record, guint field, char *text)
{
  TenureValue *value;

  g_return_if_fail (record != NULL && field < record->n_fields);

  value = writable (record, field);
  if (text == NULL || *text == '\0')
    g_free (text);
  else
    *value = TENURE_VALUE_OF_TEXT (text);
}

gboolean
tenure_record_get_integer (const TenureRecord *record, guint field, gint64 *out_value)
{
  const TenureValue *value = tenure_record_get (record, field);

  if (value->kind != TENURE_VALUE_INTEGER)
    return FALSE;
  *out_value = value->integer;
  return TRUE;
}

void
tenure_record_set_integer (TenureRecord *record, guint field, gint64 integer)
{
  g_return_if_fail (record != NULL && field < record->n_fields);

  *writable (record, field) = TENURE_VALUE_OF_INTEGER (integer);
}

TenureDay
tenure_record_get_day (const TenureRecord *record, guint field)
{
  const char *text = tenure_record_get_text (record, field);
  TenureDay day = TENURE_DAY_NONE;

  if (text != NULL)
    tenure_day_parse_iso (text, &day);
  return day;
}

void
tenure_record_set_day (TenureRecord *record, guint field, TenureDay day)
{
  char iso[TENURE_DAY_ISO_SIZE];

  tenure_record_set_text (record, field, tenure_day_to_iso (day, iso));
}

TenureDuration
tenure_record_get_duration (const TenureRecord *record, guint field)
{
  const char *text = tenure_record_get_text (record, field);
  TenureDuration duration = TENURE_DURATION_UNKNOWN;

  if (text != NULL)
    tenure_duration_parse_iso (text, &duration);
  return duration;
}

void
tenure_record_set_duration (TenureRecord *record, guint field, TenureDuration duration)
{
  tenure_record_take_text (record, field, tenure_duration_dup_iso (duration));
}

int
tenure_record_get_flag (const TenureRecord *record, guint field)
{
  gint64 flag;

  return tenure_record_get_integer (record, field, &flag) ? flag != 0 : -1;
}

void
tenure_record_set_flag (TenureRecord *record, guint field, int flag)
{
  if (flag < 0)
    tenure_record_set_text (record, field, NULL);
  else
    tenure_record_set_integer (record, field, flag != 0);
}

gboolean
tenure_record_get_money (const TenureRecord *record, guint field, TenureMoney *out_money)
{
  gint64 minor;

  if (!tenure_record_get_integer (record, field, &minor))
    return FALSE;
  *out_money = (TenureMoney){ minor, tenure_record_get_currency (record) };
  return TRUE;
}

void
tenure_record_set_money (TenureRecord *record, guint field, gint64 minor)
{
  tenure_record_set_integer (record, field, minor);
}

TenureCurrency
tenure_record_get_currency (const TenureRecord *record)
{
  int field = tenure_record_find_field (record->type, "currency");

  if (field < 0)
    return TENURE_CURRENCY_NONE;
  return tenure_currency_from_code (tenure_record_get_text (record, (guint) field));
}

TenureId
tenure_record_get_reference (const TenureRecord *record, guint field)
{
  gint64 id;

  return tenure_record_get_integer (record, field, &id) ? id : TENURE_ID_NONE;
}

void
tenure_record_set_reference (TenureRecord *record, guint field, TenureId id)
{
  if (id == TENURE_ID_NONE)
    tenure_record_set_text (record, field, NULL);
  else
    tenure_record_set_integer (record, field, id);
}

const char *
tenure_record_get_text_by_name (const TenureRecord *record, const char *name)
{
  return tenure_record_get_text (record, tenure_record_field_index (record->type, name));
}

void
tenure_record_set_text_by_name (TenureRecord *record, const char *name, const char *text)
{
  tenure_record_set_text (record, tenure_record_field_index (record->type, name), text);
}
