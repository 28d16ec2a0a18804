#include "store-fixture.h"

#include "base/error.h"
#include "store/origin.h"
#include "store/sql-private.h"

#define ADD(name, func) g_test_add ("/store/origin/" name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

typedef struct
{
  gboolean fail;
  gboolean no_records;
  TenureId agreement, row;
} Import;

static gboolean
import (TenureEdit *edit, gpointer data, GError **error)
{
  Import *importing = data;
  g_autoptr (TenureOrigin) origin = tenure_origin_new ();
  g_autoptr (TenureRecord) agreement = store_record (TENURE_RECORD_AGREEMENT, "title", "Imported", NULL);

  origin->file = g_strdup ("register.csv");
  origin->profile = g_strdup ("register");
  origin->sheet = g_strdup ("Contracts");
  origin->sha256 = g_strdup ("00ff");
  origin->header = g_strdup ("[\"Title\",\"End\"]");
  importing->row = tenure_edit_add_origin_row (edit, origin->id, 17, "[\"Imported\",\"TBC\"]", error);
  g_assert_cmpint (importing->row, !=, TENURE_ID_NONE);
  agreement->origin = importing->row;
  if (!importing->no_records && !tenure_edit_insert (edit, agreement, error))
    return FALSE;
  importing->agreement = agreement->id;
  origin->records_read = 3;
  origin->added = 1;
  origin->refused = 2;
  if (!tenure_edit_add_origin (edit, origin, error))
    return FALSE;
  if (importing->fail)
    g_set_error_literal (error, TENURE_ERROR, TENURE_ERROR_UNREADABLE, "no");
  return !importing->fail;
}

static void
check_row (TenureReader *reader, TenureId id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureOriginRow) row = tenure_origin_load_row (reader, id, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (row->row, ==, 17);
  g_assert_cmpstr (row->cells, ==, "[\"Imported\",\"TBC\"]");
  g_assert_cmpstr (row->import->file, ==, "register.csv");
  g_assert_cmpstr (row->import->sheet, ==, "Contracts");
  g_assert_cmpstr (row->import->header, ==, "[\"Title\",\"End\"]");
  g_assert_cmpuint (row->import->records_read, ==, 3);
  g_assert_cmpuint (row->import->added, ==, 1);
  g_assert_cmpuint (row->import->refused, ==, 2);
}

static void
test_kept (StoreFixture *fixture, gconstpointer data)
{
  TenureReader *reader = tenure_document_get_reader (fixture->document);
  Import importing = { 0 };
  g_autoptr (TenureRecord) record = NULL;
  g_autoptr (TenureRecord) again = NULL;
  g_autoptr (GPtrArray) origins = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (tenure_document_edit (fixture->document, "Import", import, &importing, &error));
  record = tenure_reader_load (reader, TENURE_RECORD_AGREEMENT, importing.agreement, &error);
  g_assert_cmpint (record->origin, ==, importing.row);
  check_row (reader, record->origin);
  origins = tenure_origin_list (reader, &error);
  g_assert_cmpuint (origins->len, ==, 1);
  /* The log outlives undo; redo finds it. */
  g_assert_true (tenure_document_undo (fixture->document, NULL, &error));
  g_assert_cmpint (tenure_reader_count (reader, TENURE_RECORD_AGREEMENT, NULL), ==, 0);
  check_row (reader, importing.row);
  g_assert_true (tenure_document_redo (fixture->document, NULL, &error));
  again = tenure_reader_load (reader, TENURE_RECORD_AGREEMENT, importing.agreement, &error);
  g_assert_cmpint (again->origin, ==, importing.row);
  check_row (reader, again->origin);
  g_assert_null (tenure_origin_load_row (reader, 5, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND);
}

/* An import that fails, or changes nothing, logs nothing. */
static void
test_nothing_logged (StoreFixture *fixture, gconstpointer data)
{
  static const Import cases[] = { { .fail = TRUE }, { .no_records = TRUE } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Import importing = cases[i];
      g_autoptr (GPtrArray) origins = NULL;

      g_assert_cmpint (tenure_document_edit (fixture->document, "Import", import, &importing, NULL), ==, !importing.fail);
      origins = tenure_origin_list (tenure_document_get_reader (fixture->document), NULL);
      g_assert_cmpuint (origins->len, ==, 0);
      g_assert_null (tenure_document_get_undo_label (fixture->document));
    }
}

/* --- Many rows: several blocks, packed --- */

#define N_ROWS 3000

typedef struct
{
  TenureId ids[N_ROWS];
} Rows;

/* Of random words, so that they do not pack into one block; every seventh is long, and holds whatever JSON may. */
static char *
cells_of (guint row)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (row);
  GString *cells = g_string_new ("[\"\\n\\t£\"");

  for (int i = row % 7 == 0 ? 300 : 20; i > 0; i--)
    g_string_append_printf (cells, ",\"%x\"", g_rand_int (rand));
  return g_string_free (g_string_append_c (cells, ']'), FALSE);
}

static gboolean
add_rows (TenureEdit *edit, const char *file, guint first, guint until, Rows *rows, GError **error)
{
  g_autoptr (TenureOrigin) origin = tenure_origin_new ();

  origin->file = g_strdup (file);
  origin->profile = g_strdup ("register");
  for (guint i = first; i < until; i++)
    {
      g_autofree char *cells = cells_of (i);

      rows->ids[i] = tenure_edit_add_origin_row (edit, origin->id, i + 1, cells, error);
      if (rows->ids[i] == TENURE_ID_NONE)
        return FALSE;
    }
  return tenure_edit_add_origin (edit, origin, error);
}

static gboolean
import_many (TenureEdit *edit, gpointer data, GError **error)
{
  g_autoptr (TenureRecord) agreement = store_record (TENURE_RECORD_AGREEMENT, "title", "Imported", NULL);

  return tenure_edit_insert (edit, agreement, error) && add_rows (edit, "a.csv", 0, N_ROWS - 10, data, error)
         && add_rows (edit, "b.csv", N_ROWS - 10, N_ROWS, data, error);
}

static void
check_many (TenureReader *reader, const Rows *rows)
{
  for (guint i = 0; i < N_ROWS; i += i > N_ROWS - 20 ? 1 : 13)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TenureOriginRow) row = tenure_origin_load_row (reader, rows->ids[i], &error);
      g_autofree char *cells = cells_of (i);

      g_assert_no_error (error);
      g_assert_cmpuint (row->row, ==, i + 1);
      g_assert_cmpstr (row->cells, ==, cells);
      g_assert_cmpstr (row->import->file, ==, i < N_ROWS - 10 ? "a.csv" : "b.csv");
    }
}

static gint64
query_integer (const char *path, const char *sql)
{
  sqlite3 *db;
  sqlite3_stmt *statement;
  gint64 integer;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  integer = sqlite3_step (statement) == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : 0;
  sqlite3_finalize (statement);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  return integer;
}

/* A copy of @file, changed by @sql. */
static TenureDocument *
open_damaged (StoreFixture *fixture, GFile *file, const char *sql)
{
  g_autoptr (GFile) copy = store_fixture_file (fixture, "damaged.tenure");
  g_autoptr (GFile) state = store_fixture_file (fixture, "state");
  g_autofree char *state_path = g_file_get_path (state), *path = g_file_get_path (copy);
  g_autoptr (GError) error = NULL;
  TenureDocument *document;

  g_assert_true (g_file_copy (file, copy, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL));
  query_integer (path, sql);
  document = tenure_document_open (copy, TENURE_OPEN_DEFAULT, state_path, NULL, &error);
  g_assert_no_error (error);
  return document;
}

/* A damaged block says so, of its own rows alone. */
static void
test_many_rows (StoreFixture *fixture, gconstpointer data)
{
  static const char *const damages[] = {
    "UPDATE origin_block SET rows = zeroblob (100) WHERE first = (SELECT min (first) FROM origin_block)",
    "UPDATE origin_block SET size = size + 1 WHERE first = (SELECT min (first) FROM origin_block)",
    "UPDATE origin_block SET size = -1 WHERE first = (SELECT min (first) FROM origin_block)",
  };
  g_autofree Rows *rows = g_new0 (Rows, 1);
  g_autoptr (GFile) file = store_fixture_file (fixture, "many.tenure");
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;

  g_assert_true (tenure_document_edit (fixture->document, "Import", import_many, rows, &error));
  check_many (tenure_document_get_reader (fixture->document), rows);
  g_assert_true (tenure_document_save_as (fixture->document, file, NULL, &error));
  g_assert_cmpint (query_integer (path, "SELECT count (*) FROM origin_block"), >, 2);
  g_assert_cmpint (query_integer (path, "SELECT count (*) FROM origin_row"), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      TenureDocument *document = open_damaged (fixture, file, damages[i]);
      TenureReader *reader = tenure_document_get_reader (document);
      g_autoptr (TenureOriginRow) later = tenure_origin_load_row (reader, rows->ids[N_ROWS - 1], &error);

      g_assert_no_error (error);
      g_assert_cmpuint (later->row, ==, N_ROWS);
      g_assert_null (tenure_origin_load_row (reader, rows->ids[0], &error));
      g_assert_error (error, TENURE_ERROR, TENURE_ERROR_CORRUPT);
      g_clear_error (&error);
      g_assert_null (tenure_origin_load_row (reader, rows->ids[N_ROWS - 1] + 1, &error));
      g_assert_error (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND);
      g_clear_error (&error);
      store_close (document);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("kept", test_kept);
  ADD ("nothing-logged", test_nothing_logged);
  ADD ("many-rows", test_many_rows);
  return g_test_run ();
}
