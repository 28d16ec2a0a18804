/* Indexes of the tables that a large import fills: filled row by row they cost twice what making them anew costs. */

#include "config.h"
#include "store/edit-private.h"

/* The tables and the search indexes that imports fill. */
static const TenureRecordType bulk_types[] = {
  TENURE_RECORD_ORGANISATION, TENURE_RECORD_IDENTIFIER,  TENURE_RECORD_AGREEMENT,
  TENURE_RECORD_FUNDER,       TENURE_RECORD_MEMBERSHIP,
};

/* name → text, of the indexes on the table of @type. */
static gboolean
list_indexes (sqlite3 *db, TenureRecordType type, GPtrArray *names, GPtrArray *texts, GError **error)
{
  g_autoptr (TenureSqlStatement) statement = tenure_sql_prepare (
      db, "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = :table AND sql IS NOT NULL", error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  tenure_sql_bind_text (statement, ":table", tenure_record_def (type)->table);
  while (row)
    {
      if (!tenure_sql_step (statement, &row, error))
        return FALSE;
      if (row)
        {
          g_ptr_array_add (names, tenure_sql_column_dup (statement, 0));
          g_ptr_array_add (texts, tenure_sql_column_dup (statement, 1));
        }
    }
  return TRUE;
}

gboolean
tenure_edit_drop_indexes (TenureEdit *edit, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (edit->dropped_indexes != NULL)
    return TRUE;
  edit->dropped_indexes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (bulk_types); i++)
    {
      if (!list_indexes (edit->writer->db, bulk_types[i], names, edit->dropped_indexes, error))
        return FALSE;
      tenure_search_index_rebuild (edit->writer->search, bulk_types[i]);
    }
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *sql = g_strdup_printf ("DROP INDEX %s", (const char *) names->pdata[i]);

      if (!tenure_sql_exec (edit->writer->db, sql, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
tenure_edit_restore_indexes (TenureEdit *edit, GError **error)
{
  for (guint i = 0; edit->dropped_indexes != NULL && i < edit->dropped_indexes->len; i++)
    if (!tenure_sql_exec (edit->writer->db, edit->dropped_indexes->pdata[i], error))
      return FALSE;
  g_clear_pointer (&edit->dropped_indexes, g_ptr_array_unref);
  return TRUE;
}
