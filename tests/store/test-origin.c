#include "store-fixture.h"

#include "base/error.h"
#include "store/origin.h"

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("kept", test_kept);
  ADD ("nothing-logged", test_nothing_logged);
  return g_test_run ();
}
