#include "config.h"
#include "store/statements-private.h"

#include "store/changeset-private.h"

static void
append_columns (GString *sql, TenureRecordType type)
{
  const TenureRecordDef *def = tenure_record_def (type);

  g_string_append (sql, tenure_record_type_is_sourced (type) ? "id, origin" : "id");
  for (guint i = 0; i < def->n_fields; i++)
    g_string_append_printf (sql, ", \"%s\"", def->fields[i].name);
}

static const char *
column_name (TenureRecordType type, guint column)
{
  int field = tenure_changeset_field (type, column);

  if (field >= 0)
    return tenure_record_def (type)->fields[field].name;
  return column == 0 ? "id" : "origin";
}

char *
tenure_statement_insert (TenureRecordType type, TenureColumns columns)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) parameters = g_string_new (NULL);

  for (guint i = 0; i < tenure_changeset_count_columns (type); i++)
    if (columns >> i & 1)
      {
        const char *name = column_name (type, i);

        g_string_append_printf (names, "%s\"%s\"", names->len > 0 ? ", " : "", name);
        g_string_append_printf (parameters, "%s:%s", parameters->len > 0 ? ", " : "", name);
      }
  return g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", tenure_record_def (type)->table, names->str, parameters->str);
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

  return g_strdup_printf ("UPDATE %s SET \"%s\" = :value WHERE id = :id", def->table, def->fields[field].name);
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
