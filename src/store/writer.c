#include "config.h"
#include "store/writer-private.h"

#include "store/connection-private.h"
#include "store/statements-private.h"

TenureWriter *
tenure_writer_open (const char *path, GError **error)
{
  TenureWriter *writer;
  sqlite3 *db = tenure_connection_open (path, TENURE_CONNECTION_WRITE, error);

  if (db == NULL)
    return NULL;
  writer = g_new0 (TenureWriter, 1);
  writer->db = db;
  writer->reader = tenure_reader_wrap (db);
  writer->inserts = tenure_inserts_new (db);
  writer->search = tenure_search_index_new (db);
  for (TenureRecordType type = 0; type < TENURE_N_RECORDS; type++)
    {
      writer->update[type] = g_new0 (sqlite3_stmt *, tenure_record_def (type)->n_fields);
      writer->referring[type] = g_new0 (sqlite3_stmt *, tenure_record_def (type)->n_fields);
    }
  return writer;
}

void
tenure_writer_free (TenureWriter *writer)
{
  if (writer == NULL)
    return;
  tenure_inserts_free (writer->inserts);
  tenure_search_index_free (writer->search);
  tenure_reader_free (writer->reader);
  for (TenureRecordType type = 0; type < TENURE_N_RECORDS; type++)
    {
      sqlite3_finalize (writer->erase[type]);
      sqlite3_finalize (writer->set_origin[type]);
      for (guint i = 0; i < tenure_record_def (type)->n_fields; i++)
        {
          sqlite3_finalize (writer->update[type][i]);
          sqlite3_finalize (writer->referring[type][i]);
        }
      g_free (writer->update[type]);
      g_free (writer->referring[type]);
    }
  sqlite3_close_v2 (writer->db);
  g_free (writer);
}

gboolean
tenure_writer_begin (TenureWriter *writer, GError **error)
{
  return tenure_sql_exec (writer->db, "BEGIN IMMEDIATE", error);
}

gboolean
tenure_writer_commit (TenureWriter *writer, GError **error)
{
  return tenure_sql_exec (writer->db, "COMMIT", error);
}

/* SQLite rolls back by itself on some failures; then there is nothing left to do. */
void
tenure_writer_rollback (TenureWriter *writer)
{
  tenure_reader_set_cancellable (writer->reader, NULL);
  if (!sqlite3_get_autocommit (writer->db))
    sqlite3_exec (writer->db, "ROLLBACK", NULL, NULL, NULL);
  tenure_search_index_forget (writer->search);
}

sqlite3_stmt *
tenure_writer_get_erase (TenureWriter *writer, TenureRecordType type, GError **error)
{
  if (writer->erase[type] == NULL)
    {
      g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id = :id", tenure_record_def (type)->table);

      writer->erase[type] = tenure_sql_prepare (writer->db, sql, error);
    }
  return writer->erase[type];
}

sqlite3_stmt *
tenure_writer_get_update (TenureWriter *writer, TenureRecordType type, guint field, GError **error)
{
  if (writer->update[type][field] == NULL)
    {
      g_autofree char *sql = tenure_statement_update (type, field);

      writer->update[type][field] = tenure_sql_prepare (writer->db, sql, error);
    }
  return writer->update[type][field];
}

sqlite3_stmt *
tenure_writer_get_referring (TenureWriter *writer, TenureRecordType type, guint field, GError **error)
{
  if (writer->referring[type][field] == NULL)
    {
      g_autofree char *column = tenure_statement_column (type, field);
      g_autofree char *sql =
          g_strdup_printf ("SELECT id FROM %s WHERE %s = :id ORDER BY id", tenure_record_def (type)->table, column);

      writer->referring[type][field] = tenure_sql_prepare (writer->db, sql, error);
    }
  return writer->referring[type][field];
}

sqlite3_stmt *
tenure_writer_get_set_origin (TenureWriter *writer, TenureRecordType type, GError **error)
{
  if (writer->set_origin[type] == NULL)
    {
      g_autofree char *sql =
          g_strdup_printf ("UPDATE %s SET origin = :origin WHERE id = :id", tenure_record_def (type)->table);

      writer->set_origin[type] = tenure_sql_prepare (writer->db, sql, error);
    }
  return writer->set_origin[type];
}
