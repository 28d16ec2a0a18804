#include "store-fixture.h"

#include <glib/gstdio.h>
#include <stdarg.h>

void
store_fixture_set_up (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("tenure-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->document = tenure_document_new (fixture->folder, &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          remove_tree (child);
        }
      g_rmdir (path);
    }
  else
    g_unlink (path);
}

void
store_close (TenureDocument *document)
{
  gint64 deadline = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;

  while (G_OBJECT (document)->ref_count > 1 && g_get_monotonic_time () < deadline)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (500);
    }
  tenure_document_close (document, TRUE);
  g_assert_finalize_object (document);
}

void
store_fixture_tear_down (StoreFixture *fixture, gconstpointer data)
{
  if (fixture->document != NULL)
    store_close (fixture->document);
  remove_tree (fixture->folder);
  g_free (fixture->folder);
}

GFile *
store_fixture_file (StoreFixture *fixture, const char *name)
{
  return g_file_new_build_filename (fixture->folder, name, NULL);
}

TenureValue
store_value (TenureRecordType type, guint field, const char *text)
{
  if (text == NULL)
    return TENURE_VALUE_NULL_INIT;
  if (tenure_field_type_is_integer (tenure_record_def (type)->fields[field].type))
    return TENURE_VALUE_OF_INTEGER (g_ascii_strtoll (text, NULL, 10));
  return TENURE_VALUE_OF_TEXT (text);
}

TenureRecord *
store_record (TenureRecordType type, ...)
{
  TenureRecord *record = tenure_record_new (type);
  const char *name;
  va_list arguments;

  va_start (arguments, type);
  while ((name = va_arg (arguments, const char *)) != NULL)
    {
      guint field = tenure_record_field_index (type, name);
      TenureValue value = store_value (type, field, va_arg (arguments, const char *));

      tenure_record_set (record, field, &value);
    }
  va_end (arguments);
  return record;
}

static gboolean
insert (TenureEdit *edit, gpointer data, GError **error)
{
  return tenure_edit_insert (edit, data, error);
}

TenureId
store_insert (TenureDocument *document, TenureRecord *record)
{
  g_autoptr (TenureRecord) owned G_GNUC_UNUSED = record;
  g_autoptr (GError) error = NULL;

  tenure_document_edit (document, "Insert", insert, record, &error);
  g_assert_no_error (error);
  return record->id;
}

typedef struct
{
  TenureRecordType type;
  TenureId id;
  guint field;
  TenureValue value;
} Target;

static gboolean
set (TenureEdit *edit, gpointer data, GError **error)
{
  Target *target = data;

  return tenure_edit_set (edit, target->type, target->id, target->field, &target->value, error);
}

void
store_set (TenureDocument *document, TenureRecordType type, TenureId id, const char *field, const char *text)
{
  Target target = { type, id, tenure_record_field_index (type, field) };
  g_autoptr (GError) error = NULL;

  target.value = store_value (type, target.field, text);
  tenure_document_edit (document, "Set", set, &target, &error);
  g_assert_no_error (error);
}

static gboolean
delete (TenureEdit *edit, gpointer data, GError **error)
{
  Target *target = data;

  return tenure_edit_delete (edit, target->type, target->id, error);
}

gboolean
store_delete (TenureDocument *document, TenureRecordType type, TenureId id, GError **error)
{
  Target target = { type, id };

  return tenure_document_edit (document, "Delete", delete, &target, error);
}

char *
store_dump (TenureReader *reader)
{
  GString *dump = g_string_new (NULL);

  for (TenureRecordType type = 0; type < TENURE_N_RECORDS; type++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TenureCursor) cursor = tenure_reader_select (reader, type, NULL, 0, &error);
      const TenureValue *values;
      TenureId id;

      g_assert_no_error (error);
      while (tenure_cursor_next (cursor, &id, &values, &error))
        {
          g_string_append_printf (dump, "%s %" G_GINT64_FORMAT, tenure_record_def (type)->table, id);
          for (guint i = 0; i < tenure_record_def (type)->n_fields; i++)
            if (values[i].kind == TENURE_VALUE_INTEGER)
              g_string_append_printf (dump, "|%" G_GINT64_FORMAT, values[i].integer);
            else
              g_string_append_printf (dump, "|%s", values[i].kind == TENURE_VALUE_TEXT ? values[i].text : "-");
          g_string_append_c (dump, '\n');
        }
      g_assert_no_error (error);
    }
  return g_string_free (dump, FALSE);
}

static gboolean
make_sample (TenureEdit *edit, gpointer data, GError **error)
{
  StoreSample *sample = data;
  g_autoptr (TenureRecord) provider
      = store_record (TENURE_RECORD_ORGANISATION, "name", "Ynys Môn Carers", "vcs", "1", "place", "Ynys Môn", NULL);
  g_autoptr (TenureRecord) council = store_record (TENURE_RECORD_ORGANISATION, "name", "North Ridge Council", "vcs", "0", NULL);
  g_autoptr (TenureRecord) agreement
      = store_record (TENURE_RECORD_AGREEMENT, "title", "Home from hospital", "reference", "NR-7", "kind", "grant", "start",
                      "2026-04-01", "end", "2027-03-31", "value", "3000000", "currency", "GBP", NULL);
  g_autoptr (TenureRecord) funder = tenure_record_new (TENURE_RECORD_FUNDER);
  g_autoptr (TenureRecord) extension = store_record (TENURE_RECORD_EXTENSION, "length", "P12M", NULL);
  g_autoptr (TenureRecord) identifier = store_record (TENURE_RECORD_IDENTIFIER, "scheme", "GB-CHC", "value", "1155021", NULL);

  if (!tenure_edit_insert (edit, provider, error) || !tenure_edit_insert (edit, council, error))
    return FALSE;
  tenure_record_set_reference (agreement, store_field (AGREEMENT, "provider"), provider->id);
  tenure_record_set_reference (identifier, store_field (IDENTIFIER, "organisation"), provider->id);
  if (!tenure_edit_insert (edit, agreement, error) || !tenure_edit_insert (edit, identifier, error))
    return FALSE;
  tenure_record_set_reference (funder, store_field (FUNDER, "agreement"), agreement->id);
  tenure_record_set_reference (funder, store_field (FUNDER, "organisation"), council->id);
  tenure_record_set_reference (extension, store_field (EXTENSION, "agreement"), agreement->id);
  if (!tenure_edit_insert (edit, funder, error) || !tenure_edit_insert (edit, extension, error))
    return FALSE;
  *sample = (StoreSample){ provider->id, council->id, agreement->id, funder->id, extension->id, identifier->id };
  return TRUE;
}

StoreSample
store_make_sample (TenureDocument *document)
{
  g_autoptr (GError) error = NULL;
  StoreSample sample = { 0 };

  tenure_document_edit (document, "Make sample", make_sample, &sample, &error);
  g_assert_no_error (error);
  return sample;
}

void
store_wait (gboolean *done)
{
  gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (!*done && g_get_monotonic_time () < deadline)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (200);
    }
  g_assert_true (*done);
}
