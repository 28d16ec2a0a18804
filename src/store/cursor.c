#include "config.h"
#include "store/reader.h"

#include "store/reader-private.h"
#include "store/statements-private.h"

struct _TenureCursor
{
  TenureReader *reader;
  sqlite3_stmt *statement;
  guint n_fields;
  TenureValue *values; /* borrow their text from the statement */
};

TenureCursor *
tenure_reader_select (TenureReader *reader, TenureRecordType type, const guint *fields, guint n_fields, GError **error)
{
  const TenureRecordDef *def = tenure_record_def (type);
  g_autoptr (GString) sql = g_string_new ("SELECT id");
  g_autoptr (TenureCursor) cursor = NULL;

  g_return_val_if_fail (reader != NULL && def != NULL, NULL);

  cursor = g_new0 (TenureCursor, 1);
  cursor->reader = reader;
  cursor->n_fields = fields != NULL ? n_fields : def->n_fields;
  cursor->values = g_new0 (TenureValue, cursor->n_fields);
  for (guint i = 0; i < cursor->n_fields; i++)
    {
      g_autofree char *column = tenure_statement_column (type, fields != NULL ? fields[i] : i);

      g_string_append_printf (sql, ", %s", column);
    }
  g_string_append_printf (sql, " FROM %s ORDER BY id", def->table);
  cursor->statement = tenure_sql_prepare (tenure_reader_get_db (reader), sql->str, error);
  return cursor->statement != NULL ? g_steal_pointer (&cursor) : NULL;
}

gboolean
tenure_cursor_next (TenureCursor *cursor, TenureId *out_id, const TenureValue **out_values, GError **error)
{
  gboolean row;

  g_return_val_if_fail (cursor != NULL, FALSE);

  tenure_reader_get_db (cursor->reader);
  if (!tenure_sql_step (cursor->statement, &row, error) || !row)
    return FALSE;
  for (guint i = 0; i < cursor->n_fields; i++)
    cursor->values[i] = tenure_sql_column_value (cursor->statement, (int) i + 1);
  *out_id = sqlite3_column_int64 (cursor->statement, 0);
  *out_values = cursor->values;
  return TRUE;
}

void
tenure_cursor_free (TenureCursor *cursor)
{
  if (cursor == NULL)
    return;
  tenure_reader_get_db (cursor->reader);
  sqlite3_finalize (cursor->statement);
  g_free (cursor->values);
  g_free (cursor);
}
