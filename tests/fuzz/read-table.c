#include "read-table.h"

#include "base/error.h"
#include "read-cell.h"

void
fuzz_read_rows (TenureTable *table)
{
  gboolean in_text = tenure_table_get_format (table) == TENURE_TABLE_CSV || tenure_table_get_format (table) == TENURE_TABLE_JSON;
  g_autoptr (GError) error = NULL;
  TenureRow row;
  guint last = 0;

  while (tenure_table_next (table, &row, &error))
    {
      /* A sheet may number its rows as it likes. */
      g_assert_true (!in_text || (row.number > last && row.line > 0));
      g_assert_cmpuint (row.n_cells, <=, TENURE_TABLE_MAX_COLUMNS);
      g_assert_true (row.fault == NULL || row.n_cells == 0);
      last = row.number;
      for (guint i = 0; i < row.n_cells; i++)
        fuzz_read_cell (&row.cells[i]);
    }
  g_assert_true (error == NULL || error->domain == TENURE_ERROR);
}

void
fuzz_read_table (const void *bytes, gsize length, const char *name)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, (gssize) length, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureTable) table = tenure_table_open_stream (stream, name, NULL, &error);

  if (table != NULL)
    fuzz_read_rows (table);
  else
    g_assert_true (error->domain == TENURE_ERROR);
}
