#include "config.h"
#include "store/changeset-private.h"

#include "base/error.h"
#include "store/sql-private.h"

#include "base/i18n.h"
#include <string.h>

#define SETTING_TABLE "setting"
#define SETTING_COLUMNS 2
#define MAX_NAME 64

enum
{
  VALUE_ABSENT = 0,
  VALUE_INTEGER = 1,
  VALUE_REAL = 2,
  VALUE_TEXT = 3,
  VALUE_BLOB = 4,
  VALUE_NULL = 5,
};

static gboolean
damaged (GError **error, const char *detail)
{
  g_set_error (error, TENURE_ERROR, TENURE_ERROR_CORRUPT,
               _ ("A stored change is damaged (%s). It was not applied; the records themselves are whole."), detail);
  return FALSE;
}

void
tenure_changeset_reader_init (TenureChangesetReader *reader, const void *bytes, gsize length)
{
  *reader = (TenureChangesetReader){ .bytes = bytes, .type = TENURE_RECORD_NONE };
  reader->end = reader->bytes + length;
}

void
tenure_changeset_reader_clear (TenureChangesetReader *reader)
{
  g_clear_pointer (&reader->old_values, g_free);
  g_clear_pointer (&reader->new_values, g_free);
}

/* The columns before a record's fields: its id, and its origin where the type is sourced. */
static guint
first_field_column (TenureRecordType type)
{
  return tenure_record_type_is_sourced (type) ? 2 : 1;
}

guint
tenure_changeset_column (TenureRecordType type, guint field)
{
  return first_field_column (type) + tenure_record_column (type, field);
}

int
tenure_changeset_field (TenureRecordType type, guint column)
{
  guint first = first_field_column (type);

  return column < first ? -1 : (int) tenure_record_field_of_column (type, column - first);
}

guint
tenure_changeset_count_columns (TenureRecordType type)
{
  return type == TENURE_RECORD_NONE ? SETTING_COLUMNS : first_field_column (type) + tenure_record_def (type)->n_fields;
}

/* SQLite's varints are up to nine bytes; everything counted here fits three. */
static gboolean
read_varint (TenureChangesetReader *reader, gsize *out_value)
{
  gsize value = 0;

  for (int i = 0; i < 5; i++)
    {
      if (reader->bytes == reader->end)
        return FALSE;
      value = value << 7 | (*reader->bytes & 0x7f);
      if ((*reader->bytes++ & 0x80) == 0)
        {
          *out_value = value;
          return TRUE;
        }
    }
  return FALSE;
}

static gint64
read_big_endian (const guint8 *bytes)
{
  guint64 value;

  memcpy (&value, bytes, sizeof value);
  return (gint64) GUINT64_FROM_BE (value);
}

static gboolean
read_text (TenureChangesetReader *reader, TenureChangesetValue *value)
{
  gsize length;

  if (!read_varint (reader, &length) || length > (gsize) (reader->end - reader->bytes))
    return FALSE;
  *value = (TenureChangesetValue){ TRUE, TENURE_VALUE_TEXT, .text = (const char *) reader->bytes, .length = length };
  reader->bytes += length;
  return TRUE;
}

/* Reals and blobs are in none of our tables. */
static gboolean
read_value (TenureChangesetReader *reader, TenureChangesetValue *value)
{
  if (reader->bytes == reader->end)
    return FALSE;
  switch (*reader->bytes++)
    {
    case VALUE_ABSENT:
      *value = (TenureChangesetValue){ FALSE };
      return TRUE;
    case VALUE_NULL:
      *value = (TenureChangesetValue){ TRUE, TENURE_VALUE_NULL };
      return TRUE;
    case VALUE_INTEGER:
      if (reader->end - reader->bytes < 8)
        return FALSE;
      *value = (TenureChangesetValue){ TRUE, TENURE_VALUE_INTEGER, read_big_endian (reader->bytes) };
      reader->bytes += 8;
      return TRUE;
    case VALUE_TEXT:
      return read_text (reader, value);
    default:
      return FALSE;
    }
}

static gboolean
read_record (TenureChangesetReader *reader, TenureChangesetValue *values)
{
  for (guint i = 0; i < reader->n_columns; i++)
    if (!read_value (reader, &values[i]))
      return FALSE;
  return TRUE;
}

/* The primary key is the first column, everywhere. */
static gboolean
check_key (const guint8 *key, gsize n_columns)
{
  for (gsize i = 0; i < n_columns; i++)
    if (key[i] != (i == 0))
      return FALSE;
  return TRUE;
}

static void
enter_table (TenureChangesetReader *reader, TenureRecordType type, guint n_columns)
{
  reader->type = type;
  reader->n_columns = n_columns;
  reader->in_table = TRUE;
  if (n_columns <= reader->capacity)
    return;
  reader->capacity = n_columns;
  reader->old_values = g_renew (TenureChangesetValue, reader->old_values, n_columns);
  reader->new_values = g_renew (TenureChangesetValue, reader->new_values, n_columns);
}

static gboolean
read_table (TenureChangesetReader *reader, GError **error)
{
  const guint8 *key, *name, *end;
  TenureRecordType type;
  gsize n_columns;

  reader->bytes++;
  if (!read_varint (reader, &n_columns) || n_columns == 0 || n_columns >= (gsize) (reader->end - reader->bytes))
    return damaged (error, "the heading of a table");
  key = reader->bytes;
  name = key + n_columns;
  end = memchr (name, '\0', MIN ((gsize) (reader->end - name), MAX_NAME));
  if (end == NULL || !check_key (key, n_columns))
    return damaged (error, "the heading of a table");
  type = tenure_record_type_from_table ((const char *) name);
  if (type == TENURE_RECORD_NONE && strcmp ((const char *) name, SETTING_TABLE) != 0)
    return damaged (error, "a table that Tenure does not keep");
  if (n_columns > tenure_changeset_count_columns (type))
    return damaged (error, "more columns than the table has");
  reader->bytes = end + 1;
  enter_table (reader, type, (guint) n_columns);
  return TRUE;
}

static gboolean
read_op (TenureChangesetReader *reader, GError **error)
{
  if (reader->end - reader->bytes < 2 || reader->bytes[1] != 0)
    return damaged (error, "the heading of a row");
  switch (reader->bytes[0])
    {
    case SQLITE_INSERT:
      reader->op = TENURE_ROW_INSERTED;
      break;
    case SQLITE_UPDATE:
      reader->op = TENURE_ROW_UPDATED;
      break;
    case SQLITE_DELETE:
      reader->op = TENURE_ROW_DELETED;
      break;
    default:
      return damaged (error, "the heading of a row");
    }
  reader->bytes += 2;
  return TRUE;
}

/* Inserted and deleted rows are whole. */
static gboolean
is_whole (const TenureChangesetValue *values, guint n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    if (!values[i].present)
      return FALSE;
  return TRUE;
}

static gboolean
check_row (TenureChangesetReader *reader)
{
  const TenureChangesetValue *values = reader->op == TENURE_ROW_INSERTED ? reader->new_values : reader->old_values;

  if (reader->op != TENURE_ROW_UPDATED && !is_whole (values, reader->n_columns))
    return FALSE;
  if (!values[0].present || (reader->op == TENURE_ROW_UPDATED && reader->new_values[0].present))
    return FALSE;
  if (reader->type == TENURE_RECORD_NONE)
    {
      reader->id = TENURE_ID_NONE;
      return values[0].kind == TENURE_VALUE_TEXT;
    }
  reader->id = values[0].integer;
  return values[0].kind == TENURE_VALUE_INTEGER && reader->id > 0;
}

static gboolean
read_row (TenureChangesetReader *reader, GError **error)
{
  gsize size = sizeof (TenureChangesetValue) * reader->n_columns;

  reader->row = reader->bytes;
  if (!read_op (reader, error))
    return FALSE;
  if (reader->op == TENURE_ROW_INSERTED)
    memset (reader->old_values, 0, size);
  else if (!read_record (reader, reader->old_values))
    return damaged (error, "a row is cut short");
  if (reader->op == TENURE_ROW_DELETED)
    memset (reader->new_values, 0, size);
  else if (!read_record (reader, reader->new_values))
    return damaged (error, "a row is cut short");
  return check_row (reader) || damaged (error, "a row without its key");
}

gboolean
tenure_changeset_next (TenureChangesetReader *reader, GError **error)
{
  while (reader->bytes < reader->end && *reader->bytes == 'T')
    if (!read_table (reader, error))
      return FALSE;
  if (reader->bytes == reader->end)
    return FALSE;
  if (!reader->in_table)
    return damaged (error, "a row without a table");
  return read_row (reader, error);
}

void
tenure_changeset_reader_seek (TenureChangesetReader *reader, TenureRecordType type, guint n_columns, const guint8 *row)
{
  enter_table (reader, type, n_columns);
  reader->bytes = row;
}

const guint8 *
tenure_changeset_read_inserted (const guint8 *bytes, const guint8 *end, TenureChangesetValue *out_values, guint n_columns)
{
  TenureChangesetReader reader = { .bytes = bytes, .end = end, .n_columns = n_columns };

  if (!read_op (&reader, NULL) || reader.op != TENURE_ROW_INSERTED || !read_record (&reader, out_values))
    return NULL;
  return reader.bytes;
}

TenureId
tenure_changeset_get_reference (const TenureChangesetReader *row, const TenureChangesetValue *values, guint column)
{
  if (column >= row->n_columns || !values[column].present || values[column].kind != TENURE_VALUE_INTEGER)
    return TENURE_ID_NONE;
  return values[column].integer;
}

TenureValue
tenure_changeset_dup_value (const TenureChangesetValue *value)
{
  if (!value->present || value->kind == TENURE_VALUE_NULL)
    return TENURE_VALUE_NULL_INIT;
  if (value->kind == TENURE_VALUE_INTEGER)
    return TENURE_VALUE_OF_INTEGER (value->integer);
  return TENURE_VALUE_OF_TEXT (g_utf8_make_valid (value->text, (gssize) value->length));
}

gboolean
tenure_changeset_check (const void *bytes, gsize length, TenureChanges *changes, GError **error)
{
  g_auto (TenureChangesetReader) reader;
  g_autoptr (GError) failure = NULL;

  tenure_changeset_reader_init (&reader, bytes, length);
  while (tenure_changeset_next (&reader, &failure))
    {
      if (changes == NULL)
        continue;
      if (reader.type == TENURE_RECORD_NONE)
        tenure_changes_add_settings (changes);
      else
        tenure_changes_add (changes, reader.type, reader.op, reader.id);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
