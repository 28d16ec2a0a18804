#pragma once

#include "exchange/table.h"

G_BEGIN_DECLS

/* One row of a sheet while it is read: cells by column, their text in one block that is reused. */
typedef struct
{
  GByteArray *text;
  GArray *cells; /* TenureCell; text as an offset until the row is given */
} TenureCellRow;

void tenure_cell_row_init (TenureCellRow *row);
void tenure_cell_row_clear (TenureCellRow *row);

/* Makes the row empty again. */
void tenure_cell_row_reset (TenureCellRow *row);

/* Puts a cell into @column (below TENURE_TABLE_MAX_COLUMNS), over what was there. FALSE when cell or row are larger
 * than the limits. */
gboolean tenure_cell_row_put (
    TenureCellRow *row, guint column, TenureCellKind kind, const char *text, gsize length, TenureDay day);

/* Whether there is a cell with text. */
gboolean tenure_cell_row_is_filled (const TenureCellRow *row);

/* The row as given to the caller, lent until the next change of @row. */
TenureRow tenure_cell_row_give (TenureCellRow *row, guint number);

G_END_DECLS
