#include "config.h"
#include "store/origin.h"

#include "base/error.h"
#include "store/edit-private.h"
#include "store/origin-block-private.h"
#include "store/packed-private.h"

#include "base/i18n.h"

TenureOrigin *
tenure_origin_new (void)
{
  TenureOrigin *origin = g_new0 (TenureOrigin, 1);

  origin->id = tenure_id_new ();
  return origin;
}

void
tenure_origin_free (TenureOrigin *origin)
{
  if (origin == NULL)
    return;
  g_free (origin->file);
  g_free (origin->sha256);
  g_free (origin->profile);
  g_free (origin->sheet);
  g_free (origin->at);
  g_free (origin->header);
  g_free (origin->mapping);
  g_free (origin);
}

void
tenure_origin_row_free (TenureOriginRow *row)
{
  if (row == NULL)
    return;
  tenure_origin_free (row->import);
  g_free (row->cells);
  g_free (row);
}

static void
bind_counts (sqlite3_stmt *statement, const TenureOrigin *origin)
{
  tenure_sql_bind_integer (statement, ":id", origin->id);
  tenure_sql_bind_integer (statement, ":records_read", origin->records_read);
  tenure_sql_bind_integer (statement, ":added", origin->added);
  tenure_sql_bind_integer (statement, ":updated", origin->updated);
  tenure_sql_bind_integer (statement, ":unchanged", origin->unchanged);
  tenure_sql_bind_integer (statement, ":refused", origin->refused);
}

/* Inserts the source rows that wait. */
static gboolean
flush_rows (TenureEdit *edit, GError **error)
{
  if (edit->sources == NULL || tenure_origin_block_get_origin (edit->sources) == TENURE_ID_NONE)
    return TRUE;
  g_byte_array_set_size (edit->row, 0);
  if (!tenure_origin_block_take (edit->sources, edit->row))
    return tenure_sql_fail (edit->writer->db, SQLITE_NOMEM, error);
  return tenure_edit_insert_row (edit, TENURE_INSERT_SOURCES, error);
}

gboolean
tenure_edit_add_origin (TenureEdit *edit, TenureOrigin *origin, GError **error)
{
  g_autoptr (TenureSqlStatement) statement = NULL;

  g_return_val_if_fail (edit != NULL && origin != NULL && origin->file != NULL && origin->profile != NULL, FALSE);

  if (!flush_rows (edit, error) || !tenure_edit_settle (edit, error))
    return FALSE;
  statement = tenure_sql_prepare (
      edit->writer->db,
      "INSERT INTO origin (id, file, sha256, profile, sheet, at, header, mapping, records_read, added, updated, unchanged, "
      "refused) VALUES (:id, :file, :sha256, :profile, :sheet, :at, :header, :mapping, :records_read, :added, :updated, "
      ":unchanged, :refused)",
      error);
  if (statement == NULL)
    return FALSE;
  if (origin->at == NULL)
    {
      g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

      origin->at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
    }
  tenure_sql_bind_text (statement, ":file", origin->file);
  tenure_sql_bind_text (statement, ":sha256", origin->sha256);
  tenure_sql_bind_text (statement, ":profile", origin->profile);
  tenure_sql_bind_text (statement, ":sheet", origin->sheet);
  tenure_sql_bind_text (statement, ":at", origin->at);
  tenure_sql_bind_text (statement, ":header", origin->header);
  tenure_sql_bind_text (statement, ":mapping", origin->mapping);
  bind_counts (statement, origin);
  return tenure_sql_expect_transaction (edit->writer->db, error) && tenure_sql_run (statement, error);
}

TenureId
tenure_edit_add_origin_row (TenureEdit *edit, TenureId origin, guint row, const char *cells, GError **error)
{
  TenureId id = tenure_id_new ();

  g_return_val_if_fail (edit != NULL && cells != NULL, TENURE_ID_NONE);

  if (edit->sources == NULL)
    edit->sources = tenure_origin_block_new ();
  if (tenure_origin_block_get_origin (edit->sources) != origin && !flush_rows (edit, error))
    return TENURE_ID_NONE;
  tenure_origin_block_add (edit->sources, id, origin, row, cells);
  return !tenure_origin_block_is_full (edit->sources) || flush_rows (edit, error) ? id : TENURE_ID_NONE;
}

#define ORIGIN_COLUMNS                                                                                                      \
  "o.id, o.file, o.sha256, o.profile, o.sheet, o.at, o.header, o.mapping, o.records_read, o.added, o.updated, "             \
  "o.unchanged, o.refused"

static TenureOrigin *
read_origin (sqlite3_stmt *statement)
{
  TenureOrigin *origin = tenure_origin_new ();

  origin->id = sqlite3_column_int64 (statement, 0);
  origin->file = tenure_sql_column_dup (statement, 1);
  origin->sha256 = tenure_sql_column_dup (statement, 2);
  origin->profile = tenure_sql_column_dup (statement, 3);
  origin->sheet = tenure_sql_column_dup (statement, 4);
  origin->at = tenure_sql_column_dup (statement, 5);
  origin->header = tenure_sql_column_dup (statement, 6);
  origin->mapping = tenure_sql_column_dup (statement, 7);
  origin->records_read = (guint) sqlite3_column_int64 (statement, 8);
  origin->added = (guint) sqlite3_column_int64 (statement, 9);
  origin->updated = (guint) sqlite3_column_int64 (statement, 10);
  origin->unchanged = (guint) sqlite3_column_int64 (statement, 11);
  origin->refused = (guint) sqlite3_column_int64 (statement, 12);
  return origin;
}

static void
free_origin (gpointer origin)
{
  tenure_origin_free (origin);
}

GPtrArray *
tenure_origin_list (TenureReader *reader, GError **error)
{
  g_autoptr (GPtrArray) origins = g_ptr_array_new_with_free_func (free_origin);
  g_autoptr (TenureSqlStatement) statement = NULL;
  gboolean row = TRUE;

  g_return_val_if_fail (reader != NULL, NULL);

  statement =
      tenure_sql_prepare (tenure_reader_get_db (reader), "SELECT " ORIGIN_COLUMNS " FROM origin o ORDER BY id DESC", error);
  if (statement == NULL)
    return NULL;
  while (row)
    {
      if (!tenure_sql_step (statement, &row, error))
        return NULL;
      if (row)
        g_ptr_array_add (origins, read_origin (statement));
    }
  return g_steal_pointer (&origins);
}

static TenureOriginRow *
row_new (sqlite3_stmt *statement, guint row, char *cells)
{
  TenureOriginRow *found = g_new0 (TenureOriginRow, 1);

  found->import = read_origin (statement);
  found->row = row;
  found->cells = cells;
  return found;
}

/* What @statement found, from @sql with its :id; NULL with @error set only on failure. */
static TenureSqlStatement *
find (TenureReader *reader, const char *sql, TenureId id, GError **error)
{
  g_autoptr (TenureSqlStatement) statement = tenure_sql_prepare (tenure_reader_get_db (reader), sql, error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  tenure_sql_bind_integer (statement, ":id", id);
  return tenure_sql_step (statement, &row, error) && row ? g_steal_pointer (&statement) : NULL;
}

static TenureOriginRow *
read_block (sqlite3_stmt *statement, TenureId id, GError **error)
{
  const void *packed = sqlite3_column_blob (statement, 14);
  g_autoptr (GBytes) rows =
      tenure_unpack (packed, (gsize) sqlite3_column_bytes (statement, 14), sqlite3_column_int64 (statement, 13));
  char *cells;
  guint row;

  if (rows == NULL)
    {
      g_set_error_literal (error, TENURE_ERROR, TENURE_ERROR_CORRUPT,
                           _ ("The source row of this record is damaged and cannot be shown. The record itself is whole."));
      return NULL;
    }
  cells = tenure_origin_block_find (rows, id, &row);
  return cells != NULL ? row_new (statement, row, cells) : NULL;
}

/* NULL with @error set only on failure. */
static TenureOriginRow *
load_row (TenureReader *reader, TenureId id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (TenureSqlStatement) statement = find (reader,
                                                   "SELECT " ORIGIN_COLUMNS ", b.size, b.rows FROM origin_block b "
                                                   "JOIN origin o ON o.id = b.origin WHERE b.first = "
                                                   "(SELECT max (first) FROM origin_block WHERE first <= :id)",
                                                   id, &failure);
  TenureOriginRow *found = statement != NULL ? read_block (statement, id, &failure) : NULL;

  if (found != NULL)
    return found;
  if (failure == NULL)
    {
      g_clear_pointer (&statement, sqlite3_finalize);
      statement = find (reader,
                        "SELECT " ORIGIN_COLUMNS ", r.row, r.cells FROM origin_row r "
                        "JOIN origin o ON o.id = r.origin WHERE r.id = :id",
                        id, &failure);
    }
  if (failure == NULL)
    return statement == NULL
               ? NULL
               : row_new (statement, (guint) sqlite3_column_int64 (statement, 13), tenure_sql_column_dup (statement, 14));
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

TenureOriginRow *
tenure_origin_load_row (TenureReader *reader, TenureId id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  TenureOriginRow *found;

  g_return_val_if_fail (reader != NULL, NULL);

  found = load_row (reader, id, &failure);
  if (found == NULL && failure == NULL)
    g_set_error_literal (&failure, TENURE_ERROR, TENURE_ERROR_NOT_FOUND, _ ("Where this record came from is not recorded."));
  if (found == NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return found;
}
