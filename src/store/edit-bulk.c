/* Indexes that a large import fills: row by row they cost twice what making them anew costs. */

#include "config.h"
#include "store/edit-private.h"

/* Those filled in no order: a new entry lands anywhere. The others grow at their end, or hold next to nothing. */
static const char *const scattered_indexes[] = { "agreement_provider", "funder_organisation" };

/* The types whose search indexes are built anew at the end. */
static const TenureRecordType filled_types[] = { TENURE_RECORD_ORGANISATION, TENURE_RECORD_AGREEMENT };

static gboolean
drop_index (TenureEdit *edit, const char *name, GError **error)
{
  g_autoptr (TenureSqlStatement) statement
      = tenure_sql_prepare (edit->writer->db, "SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = :name", error);
  g_autofree char *drop = g_strdup_printf ("DROP INDEX %s", name);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  tenure_sql_bind_text (statement, ":name", name);
  if (!tenure_sql_step (statement, &row, error))
    return FALSE;
  g_assert (row);
  g_ptr_array_add (edit->dropped_indexes, tenure_sql_column_dup (statement, 0));
  sqlite3_reset (statement);
  return tenure_sql_exec (edit->writer->db, drop, error);
}

gboolean
tenure_edit_drop_indexes (TenureEdit *edit, GError **error)
{
  if (edit->dropped_indexes != NULL)
    return TRUE;
  edit->dropped_indexes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (filled_types); i++)
    tenure_search_index_rebuild (edit->writer->search, filled_types[i]);
  for (guint i = 0; i < G_N_ELEMENTS (scattered_indexes); i++)
    if (!drop_index (edit, scattered_indexes[i], error))
      return FALSE;
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
