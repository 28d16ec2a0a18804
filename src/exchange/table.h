#pragma once

#include <gio/gio.h>

#include "base/day.h"

G_BEGIN_DECLS

/* One way to read every table: CSV, XLSX, ODS and 360Giving JSON all come out as numbered rows of cells.
 *
 * A table streams: it holds one row (and, for XLSX, the shared strings), whatever the size of the file. Rows and
 * cells are lent until the next call on the table. Files are taken to be hostile: every limit below is checked
 * while reading. A row that goes past one is given as a row with a fault, and the rest can be read; what leaves no way
 * to tell where the next row begins is an error that names the file, sheet, row and column.
 *
 * A pull interface rather than callbacks, because the importer decides between two rows whether to go on, and a
 * preview reads the first rows of several sheets without reading the rest. */
typedef struct _TenureTable TenureTable;

typedef enum
{
  TENURE_TABLE_CSV,
  TENURE_TABLE_XLSX,
  TENURE_TABLE_ODS,
  TENURE_TABLE_JSON,
} TenureTableFormat;

/* What the file itself says about a cell. CSV knows TEXT alone. */
typedef enum
{
  TENURE_CELL_EMPTY,
  TENURE_CELL_TEXT,
  TENURE_CELL_NUMBER,   /* text is a plain decimal number with a point, as the file stores it */
  TENURE_CELL_CURRENCY, /* as NUMBER; the file formats it as money */
  TENURE_CELL_DATE,     /* day is known; text is YYYY-MM-DD */
  TENURE_CELL_BOOLEAN,  /* text is "true" or "false" */
  TENURE_CELL_ERROR,    /* a formula that failed; text is its mark, such as "#REF!" */
} TenureCellKind;

typedef struct
{
  const char *text; /* valid UTF-8, NUL-terminated, never NULL; "" when empty */
  guint32 length;   /* bytes of @text */
  TenureCellKind kind;
  TenureDay day; /* for DATE; NONE otherwise */
} TenureCell;

typedef struct
{
  const TenureCell *cells; /* @n_cells of them; missing ones at the end of a short row are not there */
  guint n_cells;
  guint number;       /* from 1: row of the sheet, record of the CSV file, grant of the JSON file */
  guint line;         /* physical line on which the row starts, from 1; 0 in spreadsheets, which have none */
  const char *fault;  /* why the row, which has no cells then, cannot be read: a translated sentence, static; NULL: it can */
  guint fault_column; /* where, from 1; 0: not told */
} TenureRow;

/* Limits. A register or grants file stays far below all of them. */
#define TENURE_TABLE_MAX_CELL_BYTES (1024 * 1024)
#define TENURE_TABLE_MAX_COLUMNS 4096
#define TENURE_TABLE_MAX_ROW_BYTES (16 * 1024 * 1024)
#define TENURE_TABLE_MAX_ROWS 5000000
#define TENURE_TABLE_MAX_REPEATS 1000 /* times that one filled row of an ODS sheet is given; fill-downs go on for ever */
#define TENURE_TABLE_MAX_DEPTH 64
#define TENURE_TABLE_MAX_ITEMS 100                         /* items of one JSON list that become columns */
#define TENURE_TABLE_MAX_STRINGS_BYTES (256 * 1024 * 1024) /* shared strings of a workbook */
#define TENURE_TABLE_MAX_EXPANSION 250                     /* size of a part : its packed size */
#define TENURE_TABLE_EXPANSION_FREE (16 * 1024 * 1024)     /* below this a part may expand as it likes */

/**
 * tenure_table_open:
 * @file: any readable file; seeking is used where the format needs it (spreadsheets)
 *
 * Finds the format by the first bytes, not by the name, and stands before the first row of the first sheet.
 *
 * Returns: (transfer full): the table; NULL with TENURE_ERROR_NOT_FOUND or STORAGE when @file cannot be read and
 *   TENURE_ERROR_UNREADABLE when it is of no known kind, empty, damaged or past a limit
 */
TenureTable *tenure_table_open (GFile *file, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* As tenure_table_open(), from an open stream that @name stands for in messages. CSV and JSON only, and only
 * from the start: tenure_table_select() fails after the first row. For compressed samples and for fuzzing. */
TenureTable *tenure_table_open_stream (GInputStream *stream, const char *name, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

void tenure_table_free (TenureTable *table);

TenureTableFormat tenure_table_get_format (const TenureTable *table);

/* The file's display name, for messages. */
const char *tenure_table_get_name (const TenureTable *table);

/* Hidden sheets count too. CSV and JSON have one sheet, named "". */
guint tenure_table_get_n_sheets (const TenureTable *table);
const char *tenure_table_get_sheet_name (const TenureTable *table, guint sheet);

/* Stands before the first row of @sheet, again if need be. Fails as tenure_table_open() does. */
gboolean tenure_table_select (TenureTable *table, guint sheet, GError **error);

/**
 * tenure_table_next:
 * @out_row: the row, lent until the next call on @table
 *
 * Rows without any cell are skipped, but counted in the numbers of those that follow. Look at the row's fault first.
 *
 * Returns: TRUE with a row; FALSE at the end without an error; FALSE with TENURE_ERROR_UNREADABLE (damaged or past
 *   a limit, with line or row and column), TENURE_ERROR_STORAGE (the file cannot be read on) or G_IO_ERROR_CANCELLED
 */
gboolean tenure_table_next (TenureTable *table, TenureRow *out_row, GError **error);

/* Whether columns have titles of their own (JSON: flattened paths such as "recipientOrganization/0/id") rather than
 * in a row. Columns of such a table become known while it is read: look again after each row. */
gboolean tenure_table_has_titles (const TenureTable *table);
guint tenure_table_get_n_titles (const TenureTable *table);
const char *tenure_table_get_title (const TenureTable *table, guint column);

/* Bytes of the file read so far and in all (0 when not known); for progress. */
guint64 tenure_table_get_bytes_read (const TenureTable *table);
guint64 tenure_table_get_bytes_total (const TenureTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureTable, tenure_table_free)

G_END_DECLS
