#include "config.h"
#include "store/row-bytes-private.h"

#include "store/sql-private.h"

#include <string.h>

enum
{
  VALUE_INTEGER = 1,
  VALUE_TEXT = 3,
  VALUE_NULL = 5,
};

/* A row is written through a pointer into room made for it at once: one call for each of its fifty values would take
 * five times as long. */
static guint8 *
write_varint (guint8 *to, gsize value)
{
  int shift = 0;

  while (value >> shift >= 0x80)
    shift += 7;
  for (; shift > 0; shift -= 7)
    *to++ = 0x80 | ((value >> shift) & 0x7f);
  *to++ = value & 0x7f;
  return to;
}

static guint8 *
write_integer (guint8 *to, gint64 integer)
{
  guint64 big_endian = GUINT64_TO_BE ((guint64) integer);

  *to++ = VALUE_INTEGER;
  memcpy (to, &big_endian, sizeof big_endian);
  return to + sizeof big_endian;
}

static guint8 *
write_value (guint8 *to, const TenureValue *value, gsize length)
{
  switch (value->kind)
    {
    case TENURE_VALUE_INTEGER:
      return write_integer (to, value->integer);
    case TENURE_VALUE_TEXT:
      *to++ = VALUE_TEXT;
      to = write_varint (to, length);
      memcpy (to, value->text, length);
      return to + length;
    default:
      *to++ = VALUE_NULL;
      return to;
    }
}

/* Room for a type byte and a number or the length of a text. */
#define MAX_VALUE_HEAD 10
#define MAX_FIELDS 200

void
tenure_row_bytes_append_record (GByteArray *bytes, const TenureRecord *record)
{
  gsize lengths[MAX_FIELDS], room = 2 + 2 * MAX_VALUE_HEAD;
  guint start = bytes->len;
  guint8 *to;

  g_assert (record->n_fields <= MAX_FIELDS);
  for (guint i = 0; i < record->n_fields; i++)
    {
      lengths[i] = record->values[i].kind == TENURE_VALUE_TEXT ? strlen (record->values[i].text) : 0;
      room += MAX_VALUE_HEAD + lengths[i];
    }
  g_byte_array_set_size (bytes, start + (guint) room);
  to = bytes->data + start;
  *to++ = SQLITE_INSERT;
  *to++ = 0;
  to = write_integer (to, record->id);
  if (tenure_record_type_is_sourced (record->type) && record->origin != TENURE_ID_NONE)
    to = write_integer (to, record->origin);
  else if (tenure_record_type_is_sourced (record->type))
    *to++ = VALUE_NULL;
  for (guint column = 0; column < record->n_fields; column++)
    {
      guint i = tenure_record_field_of_column (record->type, column);

      to = write_value (to, &record->values[i], lengths[i]);
    }
  g_byte_array_set_size (bytes, (guint) (to - bytes->data));
}

/* What is packed goes as a text goes: this form is never a changeset that SQLite reads. */
void
tenure_row_bytes_append_source (GByteArray *bytes, TenureId first, TenureId origin, gsize size, const GByteArray *packed)
{
  guint start = bytes->len;
  guint8 *to;

  g_byte_array_set_size (bytes, start + 2 + 4 * MAX_VALUE_HEAD + packed->len);
  to = bytes->data + start;
  *to++ = SQLITE_INSERT;
  *to++ = 0;
  to = write_integer (to, first);
  to = write_integer (to, origin);
  to = write_integer (to, (gint64) size);
  to = write_value (to, &TENURE_VALUE_OF_TEXT ((char *) packed->data), packed->len);
  g_byte_array_set_size (bytes, (guint) (to - bytes->data));
}

void
tenure_row_bytes_append_heading (GByteArray *bytes, TenureRecordType type)
{
  const TenureRecordDef *def = tenure_record_def (type);
  guint n_columns = def->n_fields + (tenure_record_type_is_sourced (type) ? 2 : 1);
  guint8 count[MAX_VALUE_HEAD];

  g_byte_array_append (bytes, (const guint8 *) "T", 1);
  g_byte_array_append (bytes, count, (guint) (write_varint (count, n_columns) - count));
  for (guint i = 0; i < n_columns; i++)
    g_byte_array_append (bytes, (const guint8[]){ i == 0 }, 1);
  g_byte_array_append (bytes, (const guint8 *) def->table, (guint) strlen (def->table) + 1);
}
