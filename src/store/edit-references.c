/* References are looked at once, when the edit is done, so that the order within an edit is free: an agreement may come
 * before its provider. Few are looked up one by one; of many, each column is compared with its table as a whole. */

#include "config.h"
#include "store/edit-private.h"

#include "base/error.h"
#include "store/changeset-private.h"

#include "base/i18n.h"

#define ONE_BY_ONE_UP_TO 2000

static gboolean
refuse (TenureEdit *edit, TenureRecordType type, TenureId id, guint field, GError **error)
{
  const TenureRecordDef *def = tenure_record_def (type);
  g_autofree char *title = def->title_field != NULL ? tenure_reader_dup_title (edit->writer->reader, type, id) : NULL;

  g_set_error (error, TENURE_ERROR, TENURE_ERROR_INVALID,
               /* Translators: type of the record, its title, the field, type of the record that it should name */
               _ ("%s “%s”, %s: the record that it names (%s) is not there. Choose another or leave it not recorded."),
               _ (def->label), title != NULL ? title : "", _ (def->fields[field].label),
               _ (tenure_record_def (def->fields[field].refers_to)->label));
  return FALSE;
}

static gboolean
check_row (TenureEdit *edit, const TenureChangesetReader *row, GError **error)
{
  const TenureRecordDef *def = tenure_record_def (row->type);

  for (guint i = 0; i < def->n_fields; i++)
    {
      const TenureChangesetValue *value = &row->new_values[tenure_changeset_column (row->type, i)];
      gboolean there;

      if (def->fields[i].type != TENURE_FIELD_REFERENCE || !value->present || value->kind != TENURE_VALUE_INTEGER)
        continue;
      if (!tenure_reader_has (edit->writer->reader, def->fields[i].refers_to, value->integer, &there, error))
        return FALSE;
      if (!there)
        return refuse (edit, row->type, row->id, i, error);
    }
  return TRUE;
}

static gboolean
check_one_by_one (TenureEdit *edit, GByteArray *bytes, GError **error)
{
  g_auto (TenureChangesetReader) reader;
  g_autoptr (GError) failure = NULL;

  tenure_changeset_reader_init (&reader, bytes->data, bytes->len);
  while (tenure_changeset_next (&reader, &failure))
    if (reader.type != TENURE_RECORD_NONE && reader.op != TENURE_ROW_DELETED && !check_row (edit, &reader, error))
      return FALSE;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
check_column (TenureEdit *edit, TenureRecordType type, guint field, GError **error)
{
  const TenureRecordDef *def = tenure_record_def (type);
  const char *column = def->fields[field].name;
  /* Each target is looked up once, however many name it: a council funds ten thousand agreements. */
  g_autofree char *sql = g_strdup_printf ("SELECT (SELECT id FROM %s WHERE %s = named.id LIMIT 1) FROM "
                                          "(SELECT DISTINCT %s AS id FROM %s WHERE %s IS NOT NULL) AS named "
                                          "WHERE NOT EXISTS (SELECT 1 FROM %s t WHERE t.id = named.id) LIMIT 1",
                                          def->table, column, column, def->table, column,
                                          tenure_record_def (def->fields[field].refers_to)->table);
  gint64 id;

  if (!tenure_sql_query_integer (edit->writer->db, sql, TENURE_ID_NONE, &id, error))
    return FALSE;
  return id == TENURE_ID_NONE || refuse (edit, type, id, field, error);
}

static gboolean
check_columns (TenureEdit *edit, TenureRecordType type, GError **error)
{
  const TenureRecordDef *def = tenure_record_def (type);

  for (guint i = 0; i < def->n_fields; i++)
    if (def->fields[i].type == TENURE_FIELD_REFERENCE && !check_column (edit, type, i, error))
      return FALSE;
  return TRUE;
}

gboolean
tenure_edit_check_references (TenureEdit *edit, GByteArray *bytes, const TenureChanges *changes, GError **error)
{
  guint n_rows = 0;

  for (TenureRecordType type = 0; type < TENURE_N_RECORDS; type++)
    n_rows += tenure_changes_get (changes, type)->inserted->len + tenure_changes_get (changes, type)->updated->len;
  if (n_rows <= ONE_BY_ONE_UP_TO)
    return check_one_by_one (edit, bytes, error);
  for (TenureRecordType type = 0; type < TENURE_N_RECORDS; type++)
    if (tenure_changes_get (changes, type)->inserted->len + tenure_changes_get (changes, type)->updated->len > 0
        && !check_columns (edit, type, error))
      return FALSE;
  return TRUE;
}
