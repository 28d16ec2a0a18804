/* Where what a field holds came from: the newest step that set it, and the source row where that was an import. */

#include "store-fixture.h"

#include "store/field-origin.h"
#include "store/history-travel.h"
#include "store/origin.h"
#include "store/sql-private.h"

#define ADD(name, func) \
  g_test_add ("/store/field-origin/" name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

/* A row of a register that brings an agreement, or changes the one it brought before. */
typedef struct
{
  const char *title, *end;
  TenureId agreement, row;
} Import;

static gboolean
import (TenureEdit *edit, gpointer data, GError **error)
{
  Import *import = data;
  g_autoptr (TenureOrigin) origin = tenure_origin_new ();
  g_autoptr (TenureRecord) record = store_record (TENURE_RECORD_AGREEMENT, "title", import->title, "end", import->end, NULL);

  origin->file = g_strdup ("register.csv");
  origin->profile = g_strdup ("register");
  import->row = record->origin = tenure_edit_add_origin_row (edit, origin->id, 17, "[\"\"]", error);
  record->id = import->agreement;
  if (record->id == TENURE_ID_NONE ? !tenure_edit_insert (edit, record, error)
                                   : !tenure_edit_update (edit, record, NULL, error))
    return FALSE;
  import->agreement = record->id;
  return tenure_edit_add_origin (edit, origin, error);
}

static void
run (TenureDocument *document, Import *row)
{
  g_autoptr (GError) error = NULL;

  tenure_document_edit (document, "Import register.csv", import, row, &error);
  g_assert_no_error (error);
}

static GArray *
find (TenureDocument *document, TenureRecordType type, TenureId id)
{
  g_autoptr (GError) error = NULL;
  GArray *origins = tenure_field_origins_find (tenure_document_get_reader (document), type, id, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (origins->len, ==, tenure_record_def (type)->n_fields);
  return origins;
}

static void
assert_origin (TenureDocument *document, TenureId agreement, const char *field, gint64 seq, TenureId row)
{
  g_autoptr (GArray) origins = find (document, TENURE_RECORD_AGREEMENT, agreement);
  const TenureFieldOrigin *origin =
      &g_array_index (origins, TenureFieldOrigin, tenure_record_field_index (TENURE_RECORD_AGREEMENT, field));

  g_assert_cmpint (origin->seq, ==, seq);
  g_assert_cmpint (origin->row, ==, row);
  g_assert_cmpint (origin->at != NULL, ==, seq != 0);
}

/* A hand changes what one import brought, another import changes it again; undo goes back to what was before. */
static void
test_imports_and_hands (StoreFixture *fixture, gconstpointer data)
{
  TenureDocument *document = fixture->document;
  Import first = { "Advice", "2027-03-31" }, second = { "Advice line", "2028-03-31" };

  run (document, &first);
  assert_origin (document, first.agreement, "title", 1, first.row);
  assert_origin (document, first.agreement, "start", 0, TENURE_ID_NONE);
  store_set (document, TENURE_RECORD_AGREEMENT, first.agreement, "end", "2028-03-31");
  assert_origin (document, first.agreement, "end", 2, TENURE_ID_NONE);
  second.agreement = first.agreement;
  run (document, &second);
  /* The end was that already: the hand set it. */
  assert_origin (document, first.agreement, "title", 3, second.row);
  assert_origin (document, first.agreement, "end", 2, TENURE_ID_NONE);
  g_assert_true (tenure_document_undo (document, NULL, NULL));
  assert_origin (document, first.agreement, "title", 1, first.row);
  g_assert_true (tenure_document_undo (document, NULL, NULL));
  assert_origin (document, first.agreement, "end", 1, first.row);
  g_assert_true (tenure_document_redo (document, NULL, NULL));
  assert_origin (document, first.agreement, "end", 2, TENURE_ID_NONE);
}

/* What a damaged step said is not known any more; the others say theirs. */
static void
test_damaged (StoreFixture *fixture, gconstpointer data)
{
  TenureDocument *document = fixture->document;
  Import row = { "Advice", "2027-03-31" };
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = store_fixture_file (fixture, "damaged.tenure");
  g_autoptr (GError) error = NULL;
  TenureDocument *again;
  sqlite3 *db;

  run (document, &row);
  store_set (document, TENURE_RECORD_AGREEMENT, row.agreement, "end", "2028-03-31");
  g_assert_true (tenure_document_save_as (document, file, NULL, &error));
  path = g_file_get_path (file);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE history SET changes = x'5407' WHERE seq = 1", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  again = tenure_document_open (file, TENURE_OPEN_READ_ONLY, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_origin (again, row.agreement, "title", 0, TENURE_ID_NONE);
  assert_origin (again, row.agreement, "end", 2, TENURE_ID_NONE);
  store_close (again);
}

#define RECORDS 4
static const char *const fields[] = { "title", "reference", "start", "end", "notes" };

/* Random values set one by one, some taken back: the last step that changed a field is the one that is found. */
static void
test_random (StoreFixture *fixture, gconstpointer data)
{
  TenureDocument *document = fixture->document;
  TenureId ids[RECORDS];
  gint64 seq = 0, expected[RECORDS][G_N_ELEMENTS (fields)] = { { 0 } };
  int values[RECORDS][G_N_ELEMENTS (fields)];

  for (guint i = 0; i < RECORDS; i++)
    {
      ids[i] = store_insert (document, store_record (TENURE_RECORD_AGREEMENT, "title", "-1", NULL));
      expected[i][0] = ++seq;
      for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
        values[i][f] = -1;
    }
  for (guint step = 0; step < 120; step++)
    {
      guint i = (guint) g_test_rand_int_range (0, RECORDS), f = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (fields));
      int value = g_test_rand_int_range (f == 0 ? 0 : -1, 3);
      g_autofree char *text = f == 2 || f == 3 ? g_strdup_printf ("2026-01-0%d", value + 1) : g_strdup_printf ("%d", value);

      if (value == values[i][f])
        continue;
      store_set (document, TENURE_RECORD_AGREEMENT, ids[i], fields[f], value >= 0 ? text : NULL);
      seq++;
      if (g_test_rand_int_range (0, 4) == 0)
        {
          g_assert_true (tenure_document_undo (document, NULL, NULL));
          continue;
        }
      values[i][f] = value;
      expected[i][f] = value >= 0 ? seq : 0;
    }
  for (guint i = 0; i < RECORDS; i++)
    for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
      assert_origin (document, ids[i], fields[f], expected[i][f], TENURE_ID_NONE);
}

static void
test_nobody (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (
      tenure_field_origins_find (tenure_document_get_reader (fixture->document), TENURE_RECORD_AGREEMENT, 5, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("imports-and-hands", test_imports_and_hands);
  ADD ("damaged", test_damaged);
  ADD ("random", test_random);
  ADD ("nobody", test_nobody);
  return g_test_run ();
}
