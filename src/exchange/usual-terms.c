#include "exchange/usual-terms.h"

static guint
field (const char *name)
{
  return tenure_record_field_index (TENURE_RECORD_USUAL_TERMS, name);
}

/* The row for every funder and every kind; NONE when there is none yet. FALSE on an error of reading. */
static gboolean
find_general (TenureReader *reader, TenureId *out_id, GError **error)
{
  const guint fields[] = { field ("funder"), field ("kind") };
  g_autoptr (TenureCursor) cursor = tenure_reader_select (reader, TENURE_RECORD_USUAL_TERMS, fields, 2, error);
  g_autoptr (GError) local_error = NULL;
  const TenureValue *values;
  TenureId id;

  *out_id = TENURE_ID_NONE;
  if (cursor == NULL)
    return FALSE;
  while (tenure_cursor_next (cursor, &id, &values, &local_error))
    if (values[0].kind == TENURE_VALUE_NULL && values[1].kind == TENURE_VALUE_NULL)
      *out_id = id;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
tenure_usual_terms_write (TenureEdit *edit, TenureDuration renewal_notice, TenureDuration lead_time, GError **error)
{
  g_autoptr (TenureRecord) record = NULL;
  TenureId id;

  if (!renewal_notice.known && !lead_time.known)
    return TRUE;
  if (!find_general (tenure_edit_get_reader (edit), &id, error))
    return FALSE;
  record = id != TENURE_ID_NONE ? tenure_edit_get (edit, TENURE_RECORD_USUAL_TERMS, id, error)
                                : tenure_record_new (TENURE_RECORD_USUAL_TERMS);
  if (record == NULL)
    return FALSE;
  if (renewal_notice.known)
    tenure_record_set_duration (record, field ("renewal_notice"), renewal_notice);
  if (lead_time.known)
    tenure_record_set_duration (record, field ("lead_time"), lead_time);
  return id != TENURE_ID_NONE ? tenure_edit_update (edit, record, NULL, error) : tenure_edit_insert (edit, record, error);
}
