#include "exchange/row-queue-private.h"

#include <string.h>

typedef struct
{
  guint column;
  guint offset;
  guint length;
  TenureCellKind kind;
  TenureDay day;
} QueuedCell;

typedef struct
{
  guint first_cell;
  guint n_cells;
  guint number;
  guint line;
  const char *fault;
  guint fault_column;
} QueuedRow;

void
tenure_row_queue_init (TenureRowQueue *queue)
{
  *queue = (TenureRowQueue){
    .text = g_byte_array_sized_new (256 * 1024),
    .cells = g_array_sized_new (FALSE, FALSE, sizeof (QueuedCell), 4096),
    .rows = g_array_sized_new (FALSE, FALSE, sizeof (QueuedRow), 256),
    .given = g_array_sized_new (FALSE, FALSE, sizeof (TenureCell), 64),
  };
}

void
tenure_row_queue_clear (TenureRowQueue *queue)
{
  g_clear_pointer (&queue->text, g_byte_array_unref);
  g_clear_pointer (&queue->cells, g_array_unref);
  g_clear_pointer (&queue->rows, g_array_unref);
  g_clear_pointer (&queue->given, g_array_unref);
}

static void
add (TenureRowQueue *queue, guint column, TenureCellKind kind, const void *text, gsize length, TenureDay day)
{
  QueuedCell cell = { .column = column, .offset = queue->text->len, .length = (guint) length, .kind = kind, .day = day };

  g_assert (column < TENURE_TABLE_MAX_COLUMNS);
  g_byte_array_set_size (queue->text, queue->text->len + (guint) length + 1);
  memcpy (queue->text->data + cell.offset, text, length);
  queue->text->data[cell.offset + length] = '\0';
  g_array_append_val (queue->cells, cell);
}

void
tenure_row_queue_add (TenureRowQueue *queue, guint column, TenureCellKind kind, const void *text, gsize length)
{
  add (queue, column, kind, text, length, TENURE_DAY_NONE);
}

void
tenure_row_queue_add_cell (TenureRowQueue *queue, guint column, const TenureCell *cell)
{
  add (queue, column, cell->kind, cell->text, cell->length, cell->day);
}

gsize
tenure_row_queue_open_bytes (const TenureRowQueue *queue)
{
  return queue->text->len - queue->open_text;
}

guint
tenure_row_queue_open_cells (const TenureRowQueue *queue)
{
  return queue->cells->len - queue->open_cell;
}

void
tenure_row_queue_end (TenureRowQueue *queue, guint number, guint line)
{
  tenure_row_queue_end_faulty (queue, number, line, NULL, 0);
}

void
tenure_row_queue_end_faulty (TenureRowQueue *queue, guint number, guint line, const char *fault, guint column)
{
  QueuedRow row = { .first_cell = queue->open_cell, .number = number, .line = line, .fault = fault, .fault_column = column };

  if (fault != NULL)
    tenure_row_queue_drop (queue);
  row.n_cells = tenure_row_queue_open_cells (queue);
  g_array_append_val (queue->rows, row);
  queue->open_cell = queue->cells->len;
  queue->open_text = queue->text->len;
}

void
tenure_row_queue_drop (TenureRowQueue *queue)
{
  g_array_set_size (queue->cells, queue->open_cell);
  g_byte_array_set_size (queue->text, queue->open_text);
}

/* Moves the row being filled to the front, over the rows that were given. */
static void
make_room (TenureRowQueue *queue)
{
  guint n_cells = tenure_row_queue_open_cells (queue);

  if (queue->open_text > 0)
    g_byte_array_remove_range (queue->text, 0, queue->open_text);
  if (queue->open_cell > 0)
    g_array_remove_range (queue->cells, 0, queue->open_cell);
  for (guint i = 0; i < n_cells; i++)
    g_array_index (queue->cells, QueuedCell, i).offset -= queue->open_text;
  g_array_set_size (queue->rows, 0);
  queue->next = queue->open_cell = queue->open_text = 0;
}

gboolean
tenure_row_queue_take (TenureRowQueue *queue, TenureRow *out_row)
{
  const QueuedRow *row;
  const QueuedCell *cells;
  guint width = 0;

  if (queue->next == queue->rows->len)
    {
      make_room (queue);
      return FALSE;
    }
  row = &g_array_index (queue->rows, QueuedRow, queue->next++);
  cells = &g_array_index (queue->cells, QueuedCell, row->first_cell);
  for (guint i = 0; i < row->n_cells; i++)
    width = MAX (width, cells[i].column + 1);
  g_array_set_size (queue->given, width);
  for (guint i = 0; i < width; i++)
    g_array_index (queue->given, TenureCell, i) =
        (TenureCell){ .text = "", .kind = TENURE_CELL_EMPTY, .day = TENURE_DAY_NONE };
  for (guint i = 0; i < row->n_cells; i++)
    g_array_index (queue->given, TenureCell, cells[i].column) =
        (TenureCell){ .text = (const char *) queue->text->data + cells[i].offset,
                      .length = cells[i].length,
                      .kind = cells[i].kind,
                      .day = cells[i].day };
  *out_row = (TenureRow){ .cells = (const TenureCell *) (gpointer) queue->given->data,
                          .n_cells = width,
                          .number = row->number,
                          .line = row->line,
                          .fault = row->fault,
                          .fault_column = row->fault_column };
  return TRUE;
}
