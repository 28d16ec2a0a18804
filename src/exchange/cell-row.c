#include "exchange/cell-row-private.h"

void
tenure_cell_row_init (TenureCellRow *row)
{
  row->text = g_byte_array_new ();
  row->cells = g_array_new (FALSE, FALSE, sizeof (TenureCell));
}

void
tenure_cell_row_clear (TenureCellRow *row)
{
  g_clear_pointer (&row->text, g_byte_array_unref);
  g_clear_pointer (&row->cells, g_array_unref);
}

void
tenure_cell_row_reset (TenureCellRow *row)
{
  g_byte_array_set_size (row->text, 0);
  g_array_set_size (row->cells, 0);
  /* Offset 0 is an empty text, for the cells that are skipped. */
  g_byte_array_append (row->text, (const guint8 *) "", 1);
}

gboolean
tenure_cell_row_put (TenureCellRow *row, guint column, TenureCellKind kind, const char *text, gsize length, TenureDay day)
{
  TenureCell cell = { .text = GUINT_TO_POINTER (row->text->len), .length = (guint32) length, .kind = kind, .day = day };
  TenureCell none = { .text = GUINT_TO_POINTER (0), .kind = TENURE_CELL_EMPTY, .day = TENURE_DAY_NONE };

  g_assert (column < TENURE_TABLE_MAX_COLUMNS);
  if (length > TENURE_TABLE_MAX_CELL_BYTES || row->text->len + length > TENURE_TABLE_MAX_ROW_BYTES)
    return FALSE;
  while (row->cells->len <= column)
    g_array_append_val (row->cells, none);
  if (length == 0)
    cell = none;
  g_byte_array_append (row->text, (const guint8 *) text, (guint) length);
  g_byte_array_append (row->text, (const guint8 *) "", 1);
  g_array_index (row->cells, TenureCell, column) = cell;
  return TRUE;
}

gboolean
tenure_cell_row_is_filled (const TenureCellRow *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    if (g_array_index (row->cells, TenureCell, i).kind != TENURE_CELL_EMPTY)
      return TRUE;
  return FALSE;
}

TenureRow
tenure_cell_row_give (TenureCellRow *row, guint number)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      TenureCell *cell = &g_array_index (row->cells, TenureCell, i);

      cell->text = (const char *) row->text->data + GPOINTER_TO_UINT (cell->text);
    }
  return (
      TenureRow){ .cells = (const TenureCell *) (gpointer) row->cells->data, .n_cells = row->cells->len, .number = number };
}
