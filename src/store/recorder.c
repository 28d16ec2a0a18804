#include "config.h"
#include "store/recorder-private.h"

#include "base/error.h"

#include <string.h>

enum
{
  VALUE_INTEGER = 1,
  VALUE_TEXT = 3,
  VALUE_NULL = 5,
};

typedef struct
{
  TenureId id;
  gsize start;
  gboolean stale;
} Row;

typedef struct
{
  GByteArray *bytes;
  GArray *rows; /* of Row, in the order of their bytes */
  gboolean by_id; /* their ids grow as well: the rule, since ids are made by a clock */
} Table;

struct _TenureRecorder
{
  Table tables[TENURE_N_RECORDS];
};

TenureRecorder *
tenure_recorder_new (void)
{
  return g_new0 (TenureRecorder, 1);
}

void
tenure_recorder_free (TenureRecorder *recorder)
{
  if (recorder == NULL)
    return;
  for (guint i = 0; i < TENURE_N_RECORDS; i++)
    {
      g_clear_pointer (&recorder->tables[i].bytes, g_byte_array_unref);
      g_clear_pointer (&recorder->tables[i].rows, g_array_unref);
    }
  g_free (recorder);
}

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

static void
append_row (GByteArray *bytes, const TenureRecord *record)
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
  for (guint i = 0; i < record->n_fields; i++)
    to = write_value (to, &record->values[i], lengths[i]);
  g_byte_array_set_size (bytes, (guint) (to - bytes->data));
}

void
tenure_recorder_add (TenureRecorder *recorder, const TenureRecord *record)
{
  Table *table = &recorder->tables[record->type];
  Row row = { .id = record->id };

  if (table->bytes == NULL)
    {
      table->bytes = g_byte_array_new ();
      table->rows = g_array_new (FALSE, FALSE, sizeof (Row));
      table->by_id = TRUE;
    }
  row.start = table->bytes->len;
  if (table->rows->len > 0 && g_array_index (table->rows, Row, table->rows->len - 1).id > record->id)
    table->by_id = FALSE;
  g_array_append_val (table->rows, row);
  append_row (table->bytes, record);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  TenureId left = ((const Row *) a)->id, right = ((const Row *) b)->id;

  return (left > right) - (left < right);
}

static Row *
find_row (Table *table, TenureId id)
{
  Row wanted = { .id = id };
  guint at;

  if (table->rows == NULL)
    return NULL;
  if (table->by_id)
    return g_array_binary_search (table->rows, &wanted, compare_ids, &at) ? &g_array_index (table->rows, Row, at) : NULL;
  for (guint i = 0; i < table->rows->len; i++)
    if (g_array_index (table->rows, Row, i).id == id)
      return &g_array_index (table->rows, Row, i);
  return NULL;
}

gboolean
tenure_recorder_make_stale (TenureRecorder *recorder, TenureRecordType type, TenureId id)
{
  Row *row = find_row (&recorder->tables[type], id);

  if (row == NULL)
    return FALSE;
  row->stale = TRUE;
  return TRUE;
}

static void
append_heading (GByteArray *bytes, TenureRecordType type)
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

/* Rows that were deleted again are in no changeset. */
static gboolean
append_stale (GByteArray *bytes, TenureReader *reader, TenureRecordType type, TenureId id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (TenureRecord) record = tenure_reader_load (reader, type, id, &failure);

  if (record != NULL)
    append_row (bytes, record);
  else if (!g_error_matches (failure, TENURE_ERROR, TENURE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return TRUE;
}

/* Runs of rows that are as recorded are copied at once. */
static gboolean
append_rows (const Table *table, TenureRecordType type, TenureReader *reader, GByteArray *bytes, GError **error)
{
  gsize from = 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const Row *row = &g_array_index (table->rows, Row, i);
      gsize end = i + 1 < table->rows->len ? row[1].start : table->bytes->len;

      if (!row->stale)
        continue;
      g_byte_array_append (bytes, table->bytes->data + from, (guint) (row->start - from));
      from = end;
      if (!append_stale (bytes, reader, type, row->id, error))
        return FALSE;
    }
  g_byte_array_append (bytes, table->bytes->data + from, (guint) (table->bytes->len - from));
  return TRUE;
}

/* A heading without rows would make a step of an edit that changed nothing: all it inserted, it deleted again. */
static gboolean
append_table (const Table *table, TenureRecordType type, TenureReader *reader, GByteArray *bytes, GError **error)
{
  guint start = bytes->len, heading_end;

  append_heading (bytes, type);
  heading_end = bytes->len;
  if (!append_rows (table, type, reader, bytes, error))
    return FALSE;
  if (bytes->len == heading_end)
    g_byte_array_set_size (bytes, start);
  return TRUE;
}

gboolean
tenure_recorder_finish (TenureRecorder *recorder, TenureReader *reader, GByteArray *bytes, GError **error)
{
  for (TenureRecordType type = 0; type < TENURE_N_RECORDS; type++)
    {
      Table *table = &recorder->tables[type];

      if (table->rows == NULL)
        continue;
      if (!append_table (table, type, reader, bytes, error))
        return FALSE;
      g_clear_pointer (&table->bytes, g_byte_array_unref);
      g_clear_pointer (&table->rows, g_array_unref);
    }
  return TRUE;
}
