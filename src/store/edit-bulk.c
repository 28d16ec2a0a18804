/* What an edit does otherwise once it proved large: indexes that it fills row by row cost twice what making them anew
 * costs, and a thread inserts rows while the edit makes the next. */

#include "config.h"
#include "store/edit-private.h"

/* Those filled in no order: a new entry lands anywhere. The others grow at their end, or hold next to nothing. */
static const char *const scattered_indexes[] = { "agreement_provider", "funder_organisation" };

/* So many agreements are indexed for the search at a time. */
#define INDEXED_TOGETHER 1000

static gboolean
drop_index (TenureEdit *edit, const char *name, GError **error)
{
  g_autoptr (TenureSqlStatement) statement =
      tenure_sql_prepare (edit->writer->db, "SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = :name", error);
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

/* Whoever reads through the edit's reader sees all that was inserted before. A failure is told by what comes next. */
static void
settle_before_reading (gpointer edit)
{
  tenure_edit_settle (edit, NULL);
}

static gboolean
drop_indexes (TenureEdit *edit, GError **error)
{
  edit->dropped_indexes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (scattered_indexes); i++)
    if (!drop_index (edit, scattered_indexes[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
index_along (gpointer search, TenureId upto, GError **error)
{
  return tenure_search_index_reach (search, upto, error);
}

gboolean
tenure_edit_go_large (TenureEdit *edit, GError **error)
{
  if (edit->dropped_indexes != NULL)
    return TRUE;
  if (!drop_indexes (edit, error) || !tenure_search_index_go_along (edit->writer->search, error))
    return FALSE;
  edit->inserter = tenure_inserter_start (edit->writer->inserts, index_along, edit->writer->search);
  if (edit->inserter != NULL)
    tenure_reader_set_before_use (edit->writer->reader, settle_before_reading, edit);
  return TRUE;
}

gboolean
tenure_edit_settle (TenureEdit *edit, GError **error)
{
  return edit->inserter == NULL || tenure_inserter_settle (edit->inserter, error);
}

gboolean
tenure_edit_insert_row (TenureEdit *edit, guint table, GError **error)
{
  if (edit->inserter != NULL)
    return tenure_inserter_add (edit->inserter, table, edit->row, error);
  return tenure_inserts_run (edit->writer->inserts, table, edit->row->data, edit->row->data + edit->row->len, error) != NULL;
}

gboolean
tenure_edit_index_along (TenureEdit *edit, const TenureRecord *record, GError **error)
{
  if (edit->inserter == NULL || record->type != TENURE_RECORD_AGREEMENT || ++edit->n_agreements % INDEXED_TOGETHER != 0)
    return TRUE;
  return !tenure_search_index_settle (edit->writer->search, record->id - 1)
         || tenure_inserter_reach (edit->inserter, record->id - 1, error);
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
