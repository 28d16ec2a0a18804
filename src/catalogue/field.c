#include "config.h"
#include "catalogue/field.h"

#include "catalogue/records-private.h"

#include "base/text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const TenureRecordDef *
tenure_record_def (TenureRecordType type)
{
  g_return_val_if_fail (type >= 0 && type < TENURE_N_RECORDS, NULL);

  return &tenure_record_defs[type];
}

TenureRecordType
tenure_record_type_from_table (const char *name)
{
  for (int type = 0; name != NULL && type < TENURE_N_RECORDS; type++)
    if (strcmp (tenure_record_defs[type].table, name) == 0)
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

const char *
tenure_field_choice_label (const TenureField *field, const char *value)
{
  g_return_val_if_fail (field != NULL, value);

  for (const TenureChoice *c = field->choices; c != NULL && value != NULL && c->value != NULL; c++)
    if (strcmp (c->value, value) == 0)
      return _(c->label);
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
      g_autofree char *label_key = tenure_text_dup_header_key (_(c->label));

      if (strcmp (key, value_key) == 0 || strcmp (key, label_key) == 0)
        return c->value;
    }
  return NULL;
}
