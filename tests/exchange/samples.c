#include "samples.h"

#include <glib/gstdio.h>
#include <string.h>

#include "store/query.h"
#include "store/reader.h"

static char *folder;

static const char *
own_folder (void)
{
  g_autoptr (GError) error = NULL;

  if (folder == NULL)
    folder = g_dir_make_tmp ("tenure-import-XXXXXX", &error);
  g_assert_no_error (error);
  return folder;
}

GFile *
sample_write (const char *name, const void *contents, gssize length)
{
  g_autofree char *path = g_build_filename (own_folder (), name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, length, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static GFile *
unpack (GFile *packed, const char *name)
{
  g_autofree char *path = g_build_filename (own_folder (), name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) raw = g_file_read (packed, NULL, &error);
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GInputStream) text = NULL;
  g_autoptr (GFileOutputStream) out = NULL;

  g_assert_no_error (error);
  text = g_converter_input_stream_new (G_INPUT_STREAM (raw), G_CONVERTER (decompressor));
  out = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_splice (G_OUTPUT_STREAM (out), text, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&file);
}

GFile *
sample_file (const char *name)
{
  const char *data = g_getenv ("TENURE_TEST_DATA");
  g_autofree char *path = NULL, *packed_name = NULL, *packed_path = NULL;
  g_autoptr (GFile) packed = NULL;

  g_assert_nonnull (data);
  path = g_build_filename (data, "import", name, NULL);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_file_new_for_path (path);
  packed_name = g_strconcat (name, ".gz", NULL);
  packed_path = g_build_filename (data, "import", packed_name, NULL);
  packed = g_file_new_for_path (packed_path);
  return unpack (packed, name);
}

TenureDocument *
sample_document (void)
{
  g_autoptr (GError) error = NULL;
  TenureDocument *document = tenure_document_new (own_folder (), &error);

  g_assert_no_error (error);
  return document;
}

TenureImportReport *
sample_import (TenureDocument *document, GFile *file, TenureProfile profile, const char *buyer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenurePlan) plan = tenure_plan_new (file, profile, NULL, &error);
  TenureImportReport *report;

  g_assert_no_error (error);
  tenure_plan_set_buyer (plan, buyer);
  report = tenure_import_run (plan, document, TENURE_IMPORT_DEFAULT, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return report;
}

TenureImportReport *
sample_import_text (TenureDocument *document, const char *name, const char *text, const char *buyer)
{
  g_autoptr (GFile) file = sample_write (name, text, -1);

  return sample_import (document, file, TENURE_PROFILE_AUTO, buyer);
}

TenureRecord *
sample_find (TenureDocument *document, TenureRecordType type, const char *field, const char *text)
{
  TenureReader *reader = tenure_document_get_reader (document);
  g_autoptr (TenureQuery) query = tenure_query_new (type);
  g_autoptr (GError) error = NULL;
  TenureValue value = TENURE_VALUE_OF_TEXT (text);
  g_autoptr (GArray) ids = NULL;
  TenureRecord *record;

  tenure_query_filter (query, tenure_record_field_index (type, field), TENURE_FILTER_IS, &value, 1);
  ids = tenure_query_run (query, reader, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 1);
  record = tenure_reader_load (reader, type, g_array_index (ids, TenureId, 0), &error);
  g_assert_no_error (error);
  return record;
}

gint64
sample_count_records (TenureDocument *document, TenureRecordType type)
{
  return tenure_reader_count (tenure_document_get_reader (document), type, NULL);
}

static void
dump_value (GString *dump, const TenureValue *value)
{
  switch (value->kind)
    {
    case TENURE_VALUE_INTEGER:
      g_string_append_printf (dump, "%" G_GINT64_FORMAT "|", value->integer);
      break;
    case TENURE_VALUE_TEXT:
      g_string_append_printf (dump, "%s|", value->text);
      break;
    case TENURE_VALUE_NULL:
    default:
      g_string_append (dump, "|");
    }
}

char *
sample_dump (TenureDocument *document)
{
  TenureReader *reader = tenure_document_get_reader (document);
  GString *dump = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (int type = 0; type < TENURE_N_RECORDS; type++)
    {
      const TenureRecordDef *def = tenure_record_def ((TenureRecordType) type);
      g_autoptr (TenureCursor) cursor = tenure_reader_select (reader, (TenureRecordType) type, NULL, 0, &error);
      const TenureValue *values;
      TenureId id;

      g_assert_no_error (error);
      g_string_append_printf (dump, "# %s\n", def->table);
      while (tenure_cursor_next (cursor, &id, &values, &error))
        {
          g_string_append_printf (dump, "%" G_GINT64_FORMAT "|", id);
          for (guint i = 0; i < def->n_fields; i++)
            dump_value (dump, &values[i]);
          g_string_append_c (dump, '\n');
        }
      g_assert_no_error (error);
    }
  return g_string_free (dump, FALSE);
}

guint
sample_count_problems (const TenureImportReport *report, const char *code)
{
  guint count = 0;

  for (guint i = 0; i < report->problems->len; i++)
    count += g_str_equal (g_array_index (report->problems, TenureImportProblem, i).code, code);
  return count;
}

const TenureImportProblem *
sample_problem (const TenureImportReport *report, const char *code)
{
  for (guint i = 0; i < report->problems->len; i++)
    {
      const TenureImportProblem *problem = &g_array_index (report->problems, TenureImportProblem, i);

      if (g_str_equal (problem->code, code))
        return problem;
    }
  g_error ("No problem %s was reported.", code);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

void
sample_clean_up (void)
{
  if (folder != NULL)
    remove_tree (folder);
  g_clear_pointer (&folder, g_free);
}
