/* Which values a field can hold. Everything that is stored through an edit has passed here. */

#include "config.h"
#include "store/record.h"

#include "base/error.h"

#include "base/i18n.h"
#include <string.h>

#define MAX_TEXT_BYTES (1024 * 1024)

static gboolean
refuse (TenureRecordType type, guint field, GError **error, TenureError code, const char *reason)
{
  const TenureRecordDef *def = tenure_record_def (type);

  /* Translators: record type, field, what is wrong: "Agreement, Start: this is not a date." */
  g_set_error (error, TENURE_ERROR, code, _ ("%s, %s: %s"), _ (def->label), _ (def->fields[field].label), reason);
  return FALSE;
}

/* Within the limits of a number; others have none. */
static gboolean
check_number (TenureRecordType type, guint field, gint64 integer, GError **error)
{
  const TenureField *def = &tenure_record_def (type)->fields[field];
  g_autofree char *reason = NULL;

  if (def->max == 0 || (integer >= def->min && integer <= def->max))
    return TRUE;
  reason = g_strdup_printf (_ ("this is a number from %d to %d."), def->min, def->max);
  return refuse (type, field, error, TENURE_ERROR_RANGE, reason);
}

/* A rise or fall: nothing can fall by more than all of it. */
static gboolean
check_rate (TenureRecordType type, guint field, gint64 basis_points, GError **error)
{
  if (basis_points >= -10000 && basis_points <= 100000)
    return TRUE;
  return refuse (type, field, error, TENURE_ERROR_RANGE, _ ("a rise or fall lies between -100 % and 1000 %."));
}

static gboolean
check_integer (TenureRecordType type, guint field, gint64 integer, GError **error)
{
  switch (tenure_record_def (type)->fields[field].type)
    {
    case TENURE_FIELD_FLAG:
      if (integer != 0 && integer != 1)
        return refuse (type, field, error, TENURE_ERROR_INVALID, _ ("this is neither yes nor no."));
      return TRUE;
    case TENURE_FIELD_SHARE:
      if (integer < 0 || integer > 10000)
        return refuse (type, field, error, TENURE_ERROR_RANGE, _ ("a share lies between 0 % and 100 %."));
      return TRUE;
    case TENURE_FIELD_NUMBER:
      return check_number (type, field, integer, error);
    case TENURE_FIELD_DECIMAL:
      if (integer < 0)
        return refuse (type, field, error, TENURE_ERROR_RANGE, _ ("this cannot be less than 0."));
      return TRUE;
    case TENURE_FIELD_RATE:
      return check_rate (type, field, integer, error);
    case TENURE_FIELD_REFERENCE:
      if (integer <= 0)
        return refuse (type, field, error, TENURE_ERROR_INVALID, _ ("this is no record."));
      return TRUE;
    default:
      return TRUE;
    }
}

static gboolean
is_currency (const char *text)
{
  char code[4];

  return strcmp (tenure_currency_to_code (tenure_currency_from_code (text), code), text) == 0;
}

static gboolean
check_text (TenureRecordType type, guint field, const char *text, GError **error)
{
  TenureDuration duration;
  gsize length = strlen (text);
  TenureDay day;

  if (length > MAX_TEXT_BYTES)
    return refuse (type, field, error, TENURE_ERROR_RANGE, _ ("this text is longer than a million characters."));
  switch (tenure_record_def (type)->fields[field].type)
    {
    case TENURE_FIELD_DAY:
      if (!tenure_day_parse_iso (text, &day))
        return refuse (type, field, error, TENURE_ERROR_INVALID, _ ("this is not a date."));
      return TRUE;
    case TENURE_FIELD_DURATION:
      if (!tenure_duration_parse_iso (text, &duration))
        return refuse (type, field, error, TENURE_ERROR_INVALID, _ ("this is not a length of time."));
      return TRUE;
    case TENURE_FIELD_CURRENCY:
      if (!is_currency (text))
        return refuse (type, field, error, TENURE_ERROR_INVALID, _ ("this is not a currency code such as GBP."));
      return TRUE;
    default:
      if (length == 0)
        return refuse (type, field, error, TENURE_ERROR_INVALID, _ ("blank text is not a value; leave it not recorded."));
      if (!g_utf8_validate (text, (gssize) length, NULL))
        return refuse (type, field, error, TENURE_ERROR_INVALID, _ ("this text is not valid Unicode."));
      return TRUE;
    }
}

gboolean
tenure_record_check_field (TenureRecordType type, guint field, const TenureValue *value, GError **error)
{
  const TenureField *def = &tenure_record_def (type)->fields[field];
  gboolean wants_integer = tenure_field_type_is_integer (def->type);

  if (value->kind == TENURE_VALUE_NULL)
    {
      if (def->flags & TENURE_FIELD_REQUIRED)
        return refuse (type, field, error, TENURE_ERROR_INVALID, _ ("this must be filled in."));
      return TRUE;
    }
  if (wants_integer != (value->kind == TENURE_VALUE_INTEGER))
    return refuse (type, field, error, TENURE_ERROR_INVALID,
                   wants_integer ? _ ("this must be a number.") : _ ("this must be text."));
  if (wants_integer)
    return check_integer (type, field, value->integer, error);
  return check_text (type, field, value->text, error);
}

gboolean
tenure_record_check (const TenureRecord *record, GError **error)
{
  const TenureField *fields = tenure_record_def (record->type)->fields;

  for (guint i = 0; i < record->n_fields; i++)
    if ((record->values[i].kind != TENURE_VALUE_NULL || (fields[i].flags & TENURE_FIELD_REQUIRED))
        && !tenure_record_check_field (record->type, i, &record->values[i], error))
      return FALSE;
  return TRUE;
}
