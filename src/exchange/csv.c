/* CSV by libcsv: quoted cells with line breaks and doubled quotes, any of the four usual separators (found by trying
 * each on the beginning of the file), UTF-8 and UTF-16 by their marks. A cell that is not UTF-8 is read as
 * Windows-1252, cell by cell: real files are often glued together from both, and the file need not be read twice. */

#include "config.h"

#include <csv.h>
#include "base/i18n.h"
#include <string.h>

#include "base/error.h"
#include "exchange/row-queue-private.h"
#include "exchange/table-private.h"

#define BLOCK_BYTES (64 * 1024)
#define SAMPLE_ROWS 200

typedef struct
{
  TenureTable table;
  GInputStream *stream;
  struct csv_parser parser;
  gboolean parsing; /* whether @parser is to be freed */
  gboolean ended;
  TenureRowQueue queue;
  guint column;      /* of the next cell */
  guint record;      /* complete records so far */
  guint line;        /* physical line that the parser is on */
  guint record_line; /* line on which the record being filled begins */
  int last_break;    /* the line break before this one, when nothing came between */
  gboolean filled;   /* the record being filled has a cell with text */
  const char *fault; /* of the record being filled; NULL: none */
  guint fault_column;
  const char *problem; /* where reading ends; told after the rows before it */
  guint8 block[BLOCK_BYTES];
  gsize held; /* bytes of @block read ahead to find the separator */
} TenureCsv;

/* libcsv asks for memory a block at a time, whatever the cell: one quote that is never closed would take the rest of
 * the file. Refusing here makes csv_parse() fail with CSV_ENOMEM. */
static void *
realloc_cell (void *memory, size_t size)
{
  return size > TENURE_TABLE_MAX_CELL_BYTES + BLOCK_BYTES ? NULL : realloc (memory, size);
}

/* libcsv takes spaces off the ends of unquoted cells. What the file says is kept as it is, and trimmed where it is read. */
static int
is_no_space (unsigned char c)
{
  return 0;
}

/* What is wrong with the cell that comes next; NULL when it is sound. */
static const char *
find_fault (const TenureCsv *csv, const char *text, gsize length)
{
  if (memchr (text, '\0', length) != NULL)
    return _ ("There is a NUL character in this cell, which no text has. Type the cell anew and import the file again.");
  if (length > TENURE_TABLE_MAX_CELL_BYTES)
    return _ ("This cell is longer than one million characters. A quotation mark may be missing here.");
  if (csv->column >= TENURE_TABLE_MAX_COLUMNS)
    return _ ("This row has more than 4,096 columns. Separators may have been repeated by mistake.");
  if (tenure_row_queue_open_bytes (&csv->queue) > TENURE_TABLE_MAX_ROW_BYTES)
    return _ ("This row is longer than sixteen million characters. A quotation mark may be missing here.");
  return NULL;
}

static guint
count_breaks (const char *text, gsize length)
{
  guint breaks = 0;

  for (gsize i = 0; i < length; i++)
    breaks += text[i] == '\n' || (text[i] == '\r' && (i + 1 == length || text[i + 1] != '\n'));
  return breaks;
}

/* Appends a cell, first made UTF-8 if it is not. */
static void
add_cell (TenureCsv *csv, const char *text, gsize length)
{
  g_autofree char *converted = NULL;

  if (!g_utf8_validate (text, (gssize) length, NULL))
    {
      gsize converted_length;

      converted = g_convert_with_fallback (text, (gssize) length, "UTF-8", "WINDOWS-1252", "\xef\xbf\xbd", NULL,
                                           &converted_length, NULL);
      text = converted != NULL ? converted : "\xef\xbf\xbd";
      length = converted != NULL ? converted_length : 3;
    }
  tenure_row_queue_add (&csv->queue, csv->column, length > 0 ? TENURE_CELL_TEXT : TENURE_CELL_EMPTY, text, length);
}

static void
cell_cb (void *text, size_t length, void *data)
{
  TenureCsv *csv = data;

  if (csv->column == 0)
    csv->record_line = csv->line;
  csv->last_break = 0;
  if (csv->fault == NULL && (csv->fault = find_fault (csv, text, length)) != NULL)
    {
      csv->fault_column = csv->column + 1;
      tenure_row_queue_drop (&csv->queue);
    }
  if (csv->fault == NULL)
    add_cell (csv, text, length);
  csv->filled = csv->filled || length > 0;
  csv->line += memchr (text, '\n', length) != NULL || memchr (text, '\r', length) != NULL ? count_breaks (text, length) : 0;
  csv->column++;
}

/* Called for every line break outside quotes, blank lines included, and with -1 for a last line without one. */
static void
row_cb (int line_break, void *data)
{
  TenureCsv *csv = data;
  gboolean second_half = line_break == '\n' && csv->last_break == '\r';

  if (!second_half)
    {
      csv->record += csv->column > 0;
      csv->line++;
    }
  if (csv->column > 0 && csv->filled)
    tenure_row_queue_end_faulty (&csv->queue, csv->record, csv->record_line, csv->fault, csv->fault_column);
  else
    tenure_row_queue_drop (&csv->queue);
  csv->column = 0;
  csv->filled = FALSE;
  csv->fault = NULL;
  csv->fault_column = 0;
  csv->last_break = second_half ? 0 : line_break;
}

static void
start_parser (TenureCsv *csv, char separator)
{
  csv_init (&csv->parser, CSV_REPALL_NL);
  csv_set_realloc_func (&csv->parser, realloc_cell);
  csv_set_blk_size (&csv->parser, 4096);
  csv_set_space_func (&csv->parser, is_no_space);
  csv_set_delim (&csv->parser, (unsigned char) separator);
  csv->parsing = TRUE;
}

/* The widths of the first rows of a sample, with one separator. */
typedef struct
{
  guint columns;
  guint widths[SAMPLE_ROWS];
  guint n;
} Sample;

static void
sample_cell_cb (void *text, size_t length, void *data)
{
  ((Sample *) data)->columns++;
}

static void
sample_row_cb (int line_break, void *data)
{
  Sample *sample = data;

  if (sample->columns > 0 && sample->n < SAMPLE_ROWS)
    sample->widths[sample->n++] = sample->columns;
  sample->columns = 0;
}

/* How well @separator explains the sample: the columns it gains in rows of one width, times the square of the number of
 * such rows, because agreement between rows proves more than columns do. */
static guint
score_separator (const guint8 *text, gsize length, char separator)
{
  Sample sample = { 0 };
  struct csv_parser parser;
  guint best = 0;

  csv_init (&parser, 0);
  csv_set_realloc_func (&parser, realloc_cell);
  csv_set_blk_size (&parser, 4096);
  csv_set_delim (&parser, (unsigned char) separator);
  csv_parse (&parser, text, length, sample_cell_cb, sample_row_cb, &sample);
  csv_free (&parser);
  for (guint i = 0; i < sample.n; i++)
    {
      guint same = 0;

      for (guint j = 0; j < sample.n; j++)
        same += sample.widths[j] == sample.widths[i];
      best = MAX (best, same * same * (MIN (sample.widths[i], 256) - 1));
    }
  return best;
}

static char
find_separator (const guint8 *text, gsize length)
{
  static const char separators[] = { ',', ';', '\t', '|' };
  char best = ',';
  guint best_score = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      guint score = score_separator (text, length, separators[i]);

      if (score > best_score)
        {
          best_score = score;
          best = separators[i];
        }
    }
  return best;
}

/* Fills @block from the stream as far as it goes. */
static gboolean
fill_block (TenureCsv *csv, GError **error)
{
  while (csv->held < sizeof csv->block)
    {
      gssize n = tenure_table_read (&csv->table, csv->stream, csv->block + csv->held, sizeof csv->block - csv->held, error);

      if (n < 0)
        return FALSE;
      if (n == 0)
        break;
      csv->held += (gsize) n;
    }
  return TRUE;
}

static void
stop_reading (TenureCsv *csv)
{
  g_clear_object (&csv->stream);
  tenure_row_queue_clear (&csv->queue);
  if (csv->parsing)
    csv_free (&csv->parser);
  csv->parsing = FALSE;
}

static gboolean
csv_select (TenureTable *table, guint sheet, GError **error)
{
  TenureCsv *csv = (TenureCsv *) table;

  stop_reading (csv);
  tenure_row_queue_init (&csv->queue);
  csv->column = csv->record = csv->record_line = 0;
  csv->line = 1;
  csv->held = 0;
  csv->ended = csv->filled = FALSE;
  csv->fault = csv->problem = NULL;
  csv->fault_column = 0;
  csv->last_break = 0;
  csv->stream = tenure_table_open_text (table, error);
  if (csv->stream == NULL || !fill_block (csv, error))
    return FALSE;
  start_parser (csv, find_separator (csv->block, csv->held));
  return TRUE;
}

/* Gives @block to libcsv, or ends it when there is nothing more. */
static void
parse_block (TenureCsv *csv)
{
  gboolean sound;

  if (csv->held > 0)
    sound = csv_parse (&csv->parser, csv->block, csv->held, cell_cb, row_cb, csv) == csv->held;
  else
    {
      /* Strict about the end alone: inside, a quotation mark in the middle of a cell is just that. */
      csv_set_opts (&csv->parser, CSV_REPALL_NL | CSV_STRICT | CSV_STRICT_FINI);
      sound = csv_fini (&csv->parser, cell_cb, row_cb, csv) == 0;
    }
  csv->ended = csv->held == 0;
  csv->held = 0;
  if (sound)
    return;
  if (csv->column == 0)
    csv->record_line = csv->line;
  csv->problem = csv_error (&csv->parser) == CSV_EPARSE || csv->ended
                     ? _ ("A quotation mark opens here and is never closed. Close or remove it and import the file again.")
                     : _ ("This cell is longer than one million characters. A quotation mark may be missing here.");
}

static gboolean
csv_next (TenureTable *table, TenureRow *out_row, GError **error)
{
  TenureCsv *csv = (TenureCsv *) table;

  while (!tenure_row_queue_take (&csv->queue, out_row))
    {
      if (csv->problem != NULL)
        return tenure_table_refuse (table, csv->record_line, csv->column + 1, csv->problem, error);
      if (csv->ended)
        return FALSE;
      if (csv->held == 0 && !fill_block (csv, error))
        return FALSE;
      parse_block (csv);
    }
  return TRUE;
}

static void
csv_close (TenureTable *table)
{
  stop_reading ((TenureCsv *) table);
}

TenureTable *
tenure_csv_new (void)
{
  static const TenureTableClass klass = { .select = csv_select, .next = csv_next, .close = csv_close };
  TenureCsv *csv = g_new0 (TenureCsv, 1);

  csv->table.klass = &klass;
  csv->table.format = TENURE_TABLE_CSV;
  return &csv->table;
}
