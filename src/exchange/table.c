/* Opening a table: what kind of file it is, by its first bytes. The formats are in csv.c, json-stream.c,
 * sheet-xlsx.c and sheet-ods.c. */

#include "config.h"
#include "exchange/table-private.h"

#include "base/i18n.h"
#include <string.h>

#include "base/error.h"
#include "exchange/zip-part-private.h"

#define SNIFF_BYTES 4096

/* Fault injection: reads are counted down to the one that fails. Test programs only; one thread. */
static guint reads_until_failure;
static guint reads_done;

guint
tenure_table_fail_read (guint n)
{
  guint done = reads_done;

  reads_until_failure = n;
  reads_done = 0;
  return done;
}

gssize
tenure_table_read (TenureTable *table, GInputStream *stream, void *buffer, gsize size, GError **error)
{
  g_autoptr (GError) cause = NULL;
  gssize n;

  reads_done++;
  if (reads_until_failure > 0 && --reads_until_failure == 0)
    {
      g_set_error (error, TENURE_ERROR, TENURE_ERROR_STORAGE, _ ("%s could not be read: %s."), table->name,
                   g_strerror (EIO));
      return -1;
    }
  n = g_input_stream_read (stream, buffer, size, table->cancellable, &cause);
  if (n >= 0)
    {
      table->bytes_read += (guint64) n;
      return n;
    }
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&cause));
  else
    g_set_error (error, TENURE_ERROR, TENURE_ERROR_STORAGE, _ ("%s could not be read: %s."), table->name, cause->message);
  return -1;
}

char *
tenure_table_dup_place (const TenureTable *table, guint row, guint column)
{
  const char *sheet = tenure_table_get_sheet_name (table, table->sheet);

  /* Translators: the beginning of a message about a file: "grants.xlsx, sheet “Register”, row 12, column 3". */
  if (sheet[0] != '\0' && column > 0)
    return g_strdup_printf (_ ("%s, sheet “%s”, row %u, column %u"), table->name, sheet, row, column);
  if (sheet[0] != '\0' && row > 0)
    return g_strdup_printf (_ ("%s, sheet “%s”, row %u"), table->name, sheet, row);
  if (sheet[0] != '\0')
    return g_strdup_printf (_ ("%s, sheet “%s”"), table->name, sheet);
  if (column > 0)
    return g_strdup_printf (_ ("%s, line %u, column %u"), table->name, row, column);
  return row > 0 ? g_strdup_printf (_ ("%s, line %u"), table->name, row) : g_strdup (table->name);
}

gboolean
tenure_table_refuse (const TenureTable *table, guint row, guint column, const char *what, GError **error)
{
  g_autofree char *place = tenure_table_dup_place (table, row, column);

  /* Translators: place in a file, then a sentence saying what is wrong there. */
  g_set_error (error, TENURE_ERROR, TENURE_ERROR_UNREADABLE, _ ("%s: %s"), place, what);
  return FALSE;
}

GInputStream *
tenure_table_open_text (TenureTable *table, GError **error)
{
  static const struct
  {
    const char *mark;
    gsize length;
    const char *charset;
  } marks[] = {
    { "\xef\xbb\xbf", 3, NULL },
    { "\xff\xfe", 2, "UTF-16LE" },
    { "\xfe\xff", 2, "UTF-16BE" },
  };
  g_autoptr (GInputStream) stream = g_steal_pointer (&table->stream);
  g_autoptr (GInputStream) buffered = NULL;
  const char *head;
  gsize length;

  if (stream == NULL && table->file == NULL)
    {
      g_set_error (error, TENURE_ERROR, TENURE_ERROR_UNREADABLE, _ ("%s can be read only once."), table->name);
      return NULL;
    }
  if (stream == NULL)
    stream = G_INPUT_STREAM (g_file_read (table->file, table->cancellable, error));
  if (stream == NULL)
    return NULL;
  buffered =
      G_IS_BUFFERED_INPUT_STREAM (stream) ? g_object_ref (stream) : g_buffered_input_stream_new_sized (stream, SNIFF_BYTES);
  if (g_buffered_input_stream_get_available (G_BUFFERED_INPUT_STREAM (buffered)) == 0
      && g_buffered_input_stream_fill (G_BUFFERED_INPUT_STREAM (buffered), SNIFF_BYTES, table->cancellable, error) < 0)
    return NULL;
  head = g_buffered_input_stream_peek_buffer (G_BUFFERED_INPUT_STREAM (buffered), &length);
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr (GCharsetConverter) converter = NULL;

      if (length < marks[i].length || memcmp (head, marks[i].mark, marks[i].length) != 0)
        continue;
      if (g_input_stream_skip (buffered, marks[i].length, table->cancellable, error) < 0)
        return NULL;
      if (marks[i].charset == NULL)
        break;
      converter = g_charset_converter_new ("UTF-8", marks[i].charset, error);
      return converter != NULL ? g_converter_input_stream_new (buffered, G_CONVERTER (converter)) : NULL;
    }
  return g_steal_pointer (&buffered);
}

/* What a file that is no table looks like, in words for the user; NULL for text. */
static const char *
describe_foreign (const char *head, gsize length)
{
  static const struct
  {
    const char *mark;
    const char *what;
  } kinds[] = {
    { "\xd0\xcf\x11\xe0",
      N_ ("This is an old or password-protected Excel workbook. Save it as .xlsx without a password and import that.") },
    { "%PDF", N_ ("This is a PDF. Ask its publisher for the table as a spreadsheet or CSV file.") },
    { "SQLite format 3", N_ ("This is a database, not a table. A Tenure document is opened, not imported.") },
    { "\x1f\x8b", N_ ("This file is compressed. Unpack it first and import what is inside.") },
    { "\xfd"
      "7zXZ",
      N_ ("This file is compressed. Unpack it first and import what is inside.") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (length >= strlen (kinds[i].mark) && memcmp (head, kinds[i].mark, strlen (kinds[i].mark)) == 0)
      return _ (kinds[i].what);
  if (length >= 2 && (memcmp (head, "\xff\xfe", 2) == 0 || memcmp (head, "\xfe\xff", 2) == 0))
    return NULL;
  if (memchr (head, '\0', length) != NULL)
    return _ ("This is no kind of table that Tenure reads: it is neither text nor a spreadsheet. Save the table as "
              ".csv or .xlsx and import that.");
  while (length > 0 && (g_ascii_isspace (*head) || (guchar) *head >= 0x80))
    head++, length--;
  if (length > 0 && *head == '<')
    return _ ("This is a web page or XML, not a table. Save it as .csv or .xlsx and import that.");
  return length == 0 ? _ ("There is nothing in this file.") : NULL;
}

/* The first byte that is neither white space nor part of a byte order mark. */
static char
first_letter (const char *head, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (head[i]) && (guchar) head[i] < 0x80 && head[i] != '\0')
      return head[i];
  return '\0';
}

/* The table of a file that begins with @head. @probe stands for the file in messages and in looking into archives. */
static TenureTable *
table_for_bytes (TenureTable *probe, const char *head, gsize length, GError **error)
{
  const char *foreign;
  char first = first_letter (head, length);

  if (length >= 4 && memcmp (head, "PK\003\004", 4) == 0 && probe->file == NULL)
    {
      tenure_table_refuse (probe, 0, 0, _ ("A spreadsheet cannot be read from a stream."), error);
      return NULL;
    }
  if (length >= 4 && memcmp (head, "PK\003\004", 4) == 0)
    switch (tenure_zip_find_kind (probe, error))
      {
      case TENURE_ZIP_XLSX:
        return tenure_xlsx_new ();
      case TENURE_ZIP_ODS:
        return tenure_ods_new ();
      case TENURE_ZIP_OTHER:
        tenure_table_refuse (probe, 0, 0, _ ("This is an archive without a spreadsheet that Tenure reads."), error);
        return NULL;
      case TENURE_ZIP_UNREADABLE:
      default:
        return NULL;
      }
  foreign = describe_foreign (head, length);
  if (foreign != NULL)
    {
      tenure_table_refuse (probe, 0, 0, foreign, error);
      return NULL;
    }
  return first == '{' || first == '[' ? tenure_json_new () : tenure_csv_new ();
}

static gboolean
start_table (TenureTable *table, GError **error)
{
  table->sheets = g_ptr_array_new_with_free_func (g_free);
  if (table->klass->load == NULL)
    g_ptr_array_add (table->sheets, g_strdup (""));
  else if (!table->klass->load (table, error))
    return FALSE;
  return tenure_table_select (table, 0, error);
}

static GInputStream *
open_sniffable (GInputStream *stream, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) buffered = g_buffered_input_stream_new_sized (stream, SNIFF_BYTES);
  g_autoptr (GError) cause = NULL;

  if (g_buffered_input_stream_fill (G_BUFFERED_INPUT_STREAM (buffered), SNIFF_BYTES, cancellable, &cause) >= 0)
    return g_steal_pointer (&buffered);
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&cause));
  else
    g_set_error (error, TENURE_ERROR, TENURE_ERROR_STORAGE, _ ("%s could not be read: %s."), name, cause->message);
  return NULL;
}

static TenureTable *
table_for_stream (GInputStream *stream, GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) buffered = open_sniffable (stream, name, cancellable, error);
  TenureTable probe = { .file = file, .name = (char *) name, .cancellable = cancellable };
  TenureTable *table;
  const char *head;
  gsize length;

  if (buffered == NULL)
    return NULL;
  head = g_buffered_input_stream_peek_buffer (G_BUFFERED_INPUT_STREAM (buffered), &length);
  table = table_for_bytes (&probe, head, length, error);
  if (table == NULL)
    return NULL;
  table->name = g_strdup (name);
  g_set_object (&table->file, file);
  g_set_object (&table->cancellable, cancellable);
  if (table->format == TENURE_TABLE_CSV || table->format == TENURE_TABLE_JSON)
    table->stream = g_steal_pointer (&buffered);
  return table;
}

TenureTable *
tenure_table_open_stream (GInputStream *stream, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (TenureTable) table = NULL;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream) && name != NULL, NULL);

  table = table_for_stream (stream, NULL, name, cancellable, error);
  return table != NULL && start_table (table, error) ? g_steal_pointer (&table) : NULL;
}

/* The file's display name and size; FALSE with a sentence when it is not there or may not be read. */
static gboolean
look_at_file (GFile *file, GCancellable *cancellable, char **out_name, guint64 *out_size, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                         G_FILE_QUERY_INFO_NONE, cancellable, &cause);
  g_autofree char *path = NULL;

  if (info != NULL)
    {
      *out_name = g_strdup (g_file_info_get_display_name (info));
      *out_size = (guint64) MAX (g_file_info_get_size (info), 0);
      return TRUE;
    }
  path = g_file_get_parse_name (file);
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&cause));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND, _ ("There is no file %s."), path);
  else
    g_set_error (error, TENURE_ERROR, TENURE_ERROR_STORAGE, _ ("%s could not be read: %s."), path, cause->message);
  return FALSE;
}

TenureTable *
tenure_table_open (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) cause = NULL;
  g_autofree char *name = NULL;
  TenureTable *table;
  guint64 size;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (!look_at_file (file, cancellable, &name, &size, error))
    return NULL;
  stream = g_file_read (file, cancellable, &cause);
  if (stream == NULL)
    {
      g_set_error (error, TENURE_ERROR, TENURE_ERROR_STORAGE, _ ("%s could not be read: %s."), name, cause->message);
      return NULL;
    }
  table = table_for_stream (G_INPUT_STREAM (stream), file, name, cancellable, error);
  if (table == NULL)
    return NULL;
  table->bytes_total = size;
  if (!start_table (table, error))
    g_clear_pointer (&table, tenure_table_free);
  return table;
}

void
tenure_table_free (TenureTable *table)
{
  if (table == NULL)
    return;
  table->klass->close (table);
  g_clear_object (&table->stream);
  g_clear_object (&table->file);
  g_clear_object (&table->cancellable);
  g_clear_pointer (&table->sheets, g_ptr_array_unref);
  g_clear_pointer (&table->titles, g_ptr_array_unref);
  g_free (table->name);
  g_free (table);
}

TenureTableFormat
tenure_table_get_format (const TenureTable *table)
{
  return table->format;
}

const char *
tenure_table_get_name (const TenureTable *table)
{
  return table->name;
}

guint
tenure_table_get_n_sheets (const TenureTable *table)
{
  return table->sheets->len;
}

const char *
tenure_table_get_sheet_name (const TenureTable *table, guint sheet)
{
  return table->sheets != NULL && sheet < table->sheets->len ? g_ptr_array_index (table->sheets, sheet) : "";
}

gboolean
tenure_table_select (TenureTable *table, guint sheet, GError **error)
{
  g_return_val_if_fail (sheet < table->sheets->len, FALSE);

  table->sheet = sheet;
  table->bytes_read = 0;
  return table->klass->select (table, sheet, error);
}

gboolean
tenure_table_next (TenureTable *table, TenureRow *out_row, GError **error)
{
  if (!table->klass->next (table, out_row, error))
    return FALSE;
  if (out_row->number <= TENURE_TABLE_MAX_ROWS)
    return TRUE;
  return tenure_table_refuse (table, out_row->number, 0, _ ("There are more rows than Tenure reads from one table."), error);
}

gboolean
tenure_table_has_titles (const TenureTable *table)
{
  return table->titles != NULL;
}

guint
tenure_table_get_n_titles (const TenureTable *table)
{
  return table->titles != NULL ? table->titles->len : 0;
}

const char *
tenure_table_get_title (const TenureTable *table, guint column)
{
  g_return_val_if_fail (table->titles != NULL && column < table->titles->len, "");

  return g_ptr_array_index (table->titles, column);
}

guint64
tenure_table_get_bytes_read (const TenureTable *table)
{
  return table->bytes_read;
}

guint64
tenure_table_get_bytes_total (const TenureTable *table)
{
  return table->bytes_total;
}
