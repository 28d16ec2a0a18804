#pragma once

#include "exchange/table.h"

G_BEGIN_DECLS

/* Rows between a parser that pushes (libcsv, yajl: a block of text gives any number of rows and a part of the next)
 * and a table that pulls. Cell text lies in one growing block that is reused; nothing is allocated per cell. */
typedef struct
{
  GByteArray *text; /* cells, each ended by NUL */
  GArray *cells;    /* QueuedCell */
  GArray *rows;     /* QueuedRow; complete ones */
  guint next;       /* row to be given next */
  guint open_cell;  /* first cell of the row being filled */
  guint open_text;
  GArray *given; /* TenureCell of the row that was given last, by column */
} TenureRowQueue;

void tenure_row_queue_init (TenureRowQueue *queue);
void tenure_row_queue_clear (TenureRowQueue *queue);

/* Adds a cell to the row being filled. @column must be below TENURE_TABLE_MAX_COLUMNS; a column that comes twice
 * keeps the later one. */
void tenure_row_queue_add (TenureRowQueue *queue, guint column, TenureCellKind kind, const void *text, gsize length);

/* The same for a cell as a table gives it, its day included. */
void tenure_row_queue_add_cell (TenureRowQueue *queue, guint column, const TenureCell *cell);

/* Bytes and cells of the row being filled. */
gsize tenure_row_queue_open_bytes (const TenureRowQueue *queue);
guint tenure_row_queue_open_cells (const TenureRowQueue *queue);

/* Completes the row being filled, as a row that cannot be read (see TenureRow), or drops what it has so far. */
void tenure_row_queue_end (TenureRowQueue *queue, guint number, guint line);
void tenure_row_queue_end_faulty (TenureRowQueue *queue, guint number, guint line, const char *fault, guint column);
void tenure_row_queue_drop (TenureRowQueue *queue);

/* Gives the next complete row, lent until the next call on @queue. FALSE when there is none: then the queue has made
 * room for more, keeping the row being filled. */
gboolean tenure_row_queue_take (TenureRowQueue *queue, TenureRow *out_row);

G_END_DECLS
