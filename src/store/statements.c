#include "config.h"
#include "store/statements-private.h"

static void
append_columns (GString *sql, TenureRecordType type)
{
  const TenureRecordDef *def = tenure_record_def (type);

  g_string_append (sql, tenure_record_type_is_sourced (type) ? "id, origin" : "id");
  for (guint i = 0; i < def->n_fields; i++)
    g_string_append_printf (sql, ", \"%s\"", def->fields[i].name);
}

static guint
count_columns (TenureRecordType type)
{
  return tenure_record_def (type)->n_fields + (tenure_record_type_is_sourced (type) ? 2 : 1);
}

char *
tenure_statement_insert (TenureRecordType type)
{
  GString *sql = g_string_new ("INSERT INTO ");
  guint n_columns = count_columns (type);

  g_string_append_printf (sql, "%s (", tenure_record_def (type)->table);
  append_columns (sql, type);
  g_string_append (sql, ") VALUES (");
  for (guint i = 1; i <= n_columns; i++)
    g_string_append_printf (sql, i == 1 ? "?%u" : ", ?%u", i);
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

char *
tenure_statement_select (TenureRecordType type, const char *appended)
{
  GString *sql = g_string_new ("SELECT ");

  append_columns (sql, type);
  g_string_append_printf (sql, " FROM %s %s", tenure_record_def (type)->table, appended);
  return g_string_free (sql, FALSE);
}

char *
tenure_statement_update (TenureRecordType type, guint field)
{
  const TenureRecordDef *def = tenure_record_def (type);

  return g_strdup_printf ("UPDATE %s SET \"%s\" = ?1 WHERE id = ?2", def->table, def->fields[field].name);
}

char *
tenure_statement_column (TenureRecordType type, guint field)
{
  return g_strdup_printf ("\"%s\"", tenure_record_def (type)->fields[field].name);
}

TenureRecord *
tenure_statement_dup_record (sqlite3_stmt *statement, TenureRecordType type)
{
  TenureRecord *record = tenure_record_new (type);
  int column = 0;

  record->id = sqlite3_column_int64 (statement, column++);
  if (tenure_record_type_is_sourced (type))
    record->origin = sqlite3_column_int64 (statement, column++);
  for (guint i = 0; i < record->n_fields; i++)
    {
      record->values[i] = tenure_sql_column_value (statement, column);
      if (record->values[i].kind == TENURE_VALUE_TEXT)
        record->values[i].text = tenure_sql_column_dup (statement, column);
      column++;
    }
  return record;
}
