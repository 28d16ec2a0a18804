#include "store-fixture.h"

#include "store/changeset-private.h"
#include "store/history-log-private.h"
#include "store/reader-private.h"

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

/* A changeset as text, one line a row, sorted: the recorder keeps the order of insertion, the session that of a hash. */
static char *
describe (GBytes *bytes)
{
  g_auto (TenureChangesetReader) reader = { 0 };
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  tenure_changeset_reader_init (&reader, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  while (tenure_changeset_next (&reader, &error))
    {
      GString *line = g_string_new (NULL);

      g_string_printf (line, "%d %d", reader.type, reader.op);
      for (guint side = 0; side < 2; side++)
        for (guint i = 0; i < reader.n_columns; i++)
          {
            const TenureChangesetValue *value = side == 0 ? &reader.old_values[i] : &reader.new_values[i];

            if (!value->present)
              g_string_append (line, "|absent");
            else if (value->kind == TENURE_VALUE_INTEGER)
              g_string_append_printf (line, "|%" G_GINT64_FORMAT, value->integer);
            else if (value->kind == TENURE_VALUE_TEXT)
              g_string_append_printf (line, "|%.*s", (int) value->length, value->text);
            else
              g_string_append (line, "|null");
          }
      g_ptr_array_add (lines, g_string_free (line, FALSE));
    }
  g_assert_no_error (error);
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

typedef struct
{
  gboolean bulk;
  TenureId old_organisation;
} Script;

/* Insertions, changes of inserted rows, deletions of inserted rows, changes of rows that were there before. */
static gboolean
run_script (TenureEdit *edit, gpointer data, GError **error)
{
  const Script *script = data;
  g_autoptr (GArray) organisations = g_array_new (FALSE, FALSE, sizeof (TenureId));

  if (script->bulk && !tenure_edit_begin_bulk (edit, error))
    return FALSE;
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *name = g_strdup_printf ("Organisation %u \xc5\xb7", i);
      g_autoptr (TenureRecord) organisation = store_record (TENURE_RECORD_ORGANISATION, "name", name, "vcs", i % 2 ? "1" : NULL, NULL);
      g_autoptr (TenureRecord) agreement = store_record (TENURE_RECORD_AGREEMENT, "title", name, "value", "9223372036854775807", NULL);

      /* Ids of the script's own, so that both ways make the same rows; falling half of the time. */
      organisation->id = 1000 + (i < 25 ? i : 100 - i);
      agreement->id = 5000 + i;
      tenure_record_set_reference (agreement, store_field (AGREEMENT, "provider"), organisation->id);
      if (i % 3 == 0)
        agreement->origin = 77;
      if (!tenure_edit_insert (edit, organisation, error) || !tenure_edit_insert (edit, agreement, error))
        return FALSE;
      if (i % 10 == 0
          && !tenure_edit_set (edit, TENURE_RECORD_ORGANISATION, organisation->id, 0, &TENURE_VALUE_OF_TEXT ("Renamed"), error))
        return FALSE;
      g_array_append_val (organisations, organisation->id);
    }
  return tenure_edit_delete (edit, TENURE_RECORD_AGREEMENT, 5007, error)
         && tenure_edit_delete (edit, TENURE_RECORD_ORGANISATION, g_array_index (organisations, TenureId, 7), error)
         && tenure_edit_set (edit, TENURE_RECORD_ORGANISATION, script->old_organisation, 0, &TENURE_VALUE_OF_TEXT ("Also"), error);
}

static GBytes *
record_script (StoreFixture *fixture, gboolean bulk, char **out_dump)
{
  Script script = { .bulk = bulk };
  g_autoptr (TenureRecord) old = store_record (TENURE_RECORD_ORGANISATION, "name", "There before", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after_undo = NULL, *after_redo = NULL;
  TenureReader *reader = tenure_document_get_reader (fixture->document);
  GBytes *bytes;

  old->id = 42;
  script.old_organisation = store_insert (fixture->document, tenure_record_dup (old));
  before = store_dump (reader);
  tenure_document_edit (fixture->document, "Script", run_script, &script, &error);
  g_assert_no_error (error);
  *out_dump = store_dump (reader);
  bytes = tenure_history_log_load (tenure_reader_get_db (reader), 2, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (tenure_document_undo (fixture->document, NULL, &error));
  after_undo = store_dump (reader);
  g_assert_cmpstr (after_undo, ==, before);
  g_assert_true (tenure_document_redo (fixture->document, NULL, &error));
  after_redo = store_dump (reader);
  g_assert_cmpstr (after_redo, ==, *out_dump);
  return bytes;
}

static void
test_equals_session (void)
{
  StoreFixture plain, bulk;
  g_autofree char *plain_dump = NULL, *bulk_dump = NULL, *plain_lines = NULL, *bulk_lines = NULL;
  g_autoptr (GBytes) plain_bytes = NULL;
  g_autoptr (GBytes) bulk_bytes = NULL;

  store_fixture_set_up (&plain, NULL);
  store_fixture_set_up (&bulk, NULL);
  plain_bytes = record_script (&plain, FALSE, &plain_dump);
  bulk_bytes = record_script (&bulk, TRUE, &bulk_dump);
  plain_lines = describe (plain_bytes);
  bulk_lines = describe (bulk_bytes);
  g_assert_cmpstr (plain_dump, ==, bulk_dump);
  g_assert_cmpstr (plain_lines, ==, bulk_lines);
  store_fixture_tear_down (&plain, NULL);
  store_fixture_tear_down (&bulk, NULL);
}

/* What a bulk edit inserts and deletes again leaves nothing to undo. */
static gboolean
insert_and_delete (TenureEdit *edit, gpointer data, GError **error)
{
  g_autoptr (TenureRecord) person = store_record (TENURE_RECORD_PERSON, "name", "Ann Example", NULL);

  return tenure_edit_begin_bulk (edit, error) && tenure_edit_insert (edit, person, error)
         && tenure_edit_delete (edit, TENURE_RECORD_PERSON, person->id, error);
}

static void
test_nothing_left (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  tenure_document_edit (fixture->document, "Nothing", insert_and_delete, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (tenure_document_is_dirty (fixture->document));
  g_assert_null (tenure_document_get_undo_label (fixture->document));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/recorder/equals-session", test_equals_session);
  g_test_add ("/store/recorder/nothing-left", StoreFixture, NULL, store_fixture_set_up, test_nothing_left,
              store_fixture_tear_down);
  return g_test_run ();
}
