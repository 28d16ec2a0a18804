#include "config.h"
#include "store/recorder-private.h"

#include "base/error.h"
#include "store/row-bytes-private.h"

typedef struct
{
  TenureId id;
  gsize start;
  gboolean stale;
} Row;

typedef struct
{
  GByteArray *bytes;
  GArray *rows;   /* of Row, in the order of their bytes */
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

void
tenure_recorder_add (TenureRecorder *recorder, TenureRecordType type, TenureId id, const GByteArray *row_bytes)
{
  Table *table = &recorder->tables[type];
  Row row = { .id = id };

  if (table->bytes == NULL)
    {
      table->bytes = g_byte_array_new ();
      table->rows = g_array_new (FALSE, FALSE, sizeof (Row));
      table->by_id = TRUE;
    }
  row.start = table->bytes->len;
  if (table->rows->len > 0 && g_array_index (table->rows, Row, table->rows->len - 1).id > id)
    table->by_id = FALSE;
  g_array_append_val (table->rows, row);
  g_byte_array_append (table->bytes, row_bytes->data, row_bytes->len);
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

/* Rows that were deleted again are in no changeset. */
static gboolean
append_stale (GByteArray *bytes, TenureReader *reader, TenureRecordType type, TenureId id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (TenureRecord) record = tenure_reader_load (reader, type, id, &failure);

  if (record != NULL)
    tenure_row_bytes_append_record (bytes, record);
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

  tenure_row_bytes_append_heading (bytes, type);
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
