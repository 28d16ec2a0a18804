/* What a stored value reads like on screen, in history and in messages. */

#include "config.h"
#include "store/record.h"

#include "base/hundredths.h"

#include "base/i18n.h"

static char *
per_cent_label (gint64 basis_points)
{
  g_autofree char *number = tenure_hundredths_dup_text (basis_points);

  return g_strdup_printf ("%s %%", number);
}

static char *
money_label (const TenureRecord *record, guint field)
{
  TenureMoney money;

  if (!tenure_record_get_money (record, field, &money))
    return NULL;
  return tenure_money_dup_label (money, FALSE);
}

static char *
number_label (const TenureField *field, gint64 number)
{
  g_autofree char *text = field->type == TENURE_FIELD_DECIMAL ? tenure_hundredths_dup_text (number)
                                                              : g_strdup_printf ("%" G_GINT64_FORMAT, number);

  if (field->unit == NULL)
    return g_steal_pointer (&text);
  /* Translators: a number and its unit, such as "90 minutes" */
  return g_strdup_printf (_ ("%s %s"), text, _ (field->unit));
}

static char *
integer_label (const TenureRecord *record, guint field, gint64 integer)
{
  const TenureField *def = &tenure_record_def (record->type)->fields[field];

  switch (def->type)
    {
    case TENURE_FIELD_FLAG:
      return g_strdup (integer != 0 ? _ ("Yes") : _ ("No"));
    case TENURE_FIELD_MONEY:
      return money_label (record, field);
    case TENURE_FIELD_SHARE:
    case TENURE_FIELD_RATE:
      return per_cent_label (integer);
    case TENURE_FIELD_REFERENCE:
      if (record->titles != NULL && record->titles[field] != NULL)
        return g_strdup (record->titles[field]);
      return g_strdup (_ ("a record that is no longer there"));
    default:
      return number_label (def, integer);
    }
}

static char *
text_label (const TenureField *field, const char *text)
{
  TenureDuration duration;
  TenureDay day;

  if (field->type == TENURE_FIELD_DAY && tenure_day_parse_iso (text, &day))
    return tenure_day_dup_label (day);
  if (field->type == TENURE_FIELD_DURATION && tenure_duration_parse_iso (text, &duration))
    return tenure_duration_dup_label (duration);
  if (field->type == TENURE_FIELD_CHOICE)
    return g_strdup (tenure_field_choice_label (field, text));
  return g_strdup (text);
}

char *
tenure_record_dup_label (const TenureRecord *record, guint field)
{
  const TenureValue *value = tenure_record_get (record, field);

  switch (value->kind)
    {
    case TENURE_VALUE_INTEGER:
      return integer_label (record, field, value->integer);
    case TENURE_VALUE_TEXT:
      return text_label (&tenure_record_def (record->type)->fields[field], value->text);
    default:
      return NULL;
    }
}
