#include "config.h"
#include "report/cells.h"

#include "base/i18n.h"
#include <string.h>

/* Day 0 of spreadsheets is 30 December 1899. */
#define SHEET_EPOCH 25569

typedef enum
{
  EMPTY,
  TEXT,
  DAY,
  NUMBER,
} Kind;

typedef struct
{
  Kind kind;
  int digits;       /* of a number */
  gint64 number;    /* a day as well */
  const char *text; /* kept in `texts` */
  const char *note; /* likewise; NULL for none */
} Cell;

typedef struct
{
  char *title;
  gboolean money; /* notes are currencies */
} Column;

struct _TenureCells
{
  GArray *columns;
  GArray *cells;
  GStringChunk *texts;
};

static void
clear_column (gpointer column)
{
  g_free (((Column *) column)->title);
}

TenureCells *
tenure_cells_new (void)
{
  TenureCells *self = g_new (TenureCells, 1);

  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  self->texts = g_string_chunk_new (16 * 1024);
  g_array_set_clear_func (self->columns, clear_column);
  return self;
}

void
tenure_cells_free (TenureCells *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->columns);
  g_array_unref (self->cells);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/* --- Building ------------------------------------------------------------------------------------------------ */

void
tenure_cells_add_column (TenureCells *self, const char *title, const char *unit)
{
  Column column = { .title = NULL };

  g_return_if_fail (self != NULL && title != NULL && self->cells->len == 0);

  /* Translators: the heading of a column and the unit of its numbers: "Value (GBP)". */
  column.title = unit != NULL ? g_strdup_printf (_ ("%1$s (%2$s)"), title, unit) : g_strdup (title);
  g_array_append_val (self->columns, column);
}

static void
add_cell (TenureCells *self, Cell cell, const char *note)
{
  g_return_if_fail (self != NULL && self->columns->len > 0);

  if (note != NULL)
    cell.note = g_string_chunk_insert_const (self->texts, note);
  g_array_append_val (self->cells, cell);
}

void
tenure_cells_add_text (TenureCells *self, const char *text)
{
  gboolean empty = text == NULL || *text == '\0';

  if (empty)
    add_cell (self, (Cell){ .kind = EMPTY }, NULL);
  else
    add_cell (self, (Cell){ .kind = TEXT, .text = g_string_chunk_insert_const (self->texts, text) }, NULL);
}

void
tenure_cells_add_day (TenureCells *self, TenureDay day, const char *note)
{
  gboolean known = tenure_day_is_known (day);

  add_cell (self, (Cell){ .kind = known ? DAY : EMPTY, .number = day }, known ? note : NULL);
}

void
tenure_cells_add_number (TenureCells *self, gint64 number, int digits)
{
  g_return_if_fail (digits >= 0 && digits <= 3);

  add_cell (self, (Cell){ .kind = NUMBER, .digits = digits, .number = number }, NULL);
}

void
tenure_cells_add_money (TenureCells *self, TenureMoney money)
{
  char code[4];
  const char *note = money.currency != TENURE_CURRENCY_NONE ? tenure_currency_to_code (money.currency, code) : NULL;
  int digits = money.currency != TENURE_CURRENCY_NONE ? tenure_currency_digits (money.currency) : 2;

  g_return_if_fail (self != NULL && self->columns->len > 0);

  g_array_index (self->columns, Column, self->cells->len % self->columns->len).money = TRUE;
  add_cell (self, (Cell){ .kind = NUMBER, .digits = digits, .number = money.minor }, note);
}

guint
tenure_cells_get_n_rows (const TenureCells *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->columns->len > 0 ? (self->cells->len + self->columns->len - 1) / self->columns->len : 0;
}

/* --- What notes come to -------------------------------------------------------------------------------------- */

/* What the cells of a column have in common. */
typedef struct
{
  const char *currency; /* of every amount in it, said in the heading; NULL for none */
  gboolean noted;       /* notes stand in a column behind it */
} Notes;

/* Equal notes are one string (g_string_chunk_insert_const()). */
static Notes
look_at_notes (const TenureCells *self, guint index)
{
  const char *common = NULL, *currency;
  gboolean any = FALSE, mixed = FALSE, noted = FALSE;

  for (guint i = index; i < self->cells->len; i += self->columns->len)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);

      if (cell->kind == EMPTY)
        continue;
      mixed = mixed || (any && cell->note != common);
      noted = noted || cell->note != NULL;
      common = cell->note;
      any = TRUE;
    }
  currency = g_array_index (self->columns, Column, index).money && !mixed ? common : NULL;
  return (Notes){ currency, noted && currency == NULL };
}

/* Of each column. The caller frees. */
static Notes *
look_at_columns (const TenureCells *self)
{
  Notes *notes = g_new (Notes, MAX (self->columns->len, 1));

  for (guint i = 0; i < self->columns->len; i++)
    notes[i] = look_at_notes (self, i);
  return notes;
}

static char *
dup_heading (const Column *column, const Notes *notes)
{
  if (notes->currency != NULL)
    return g_strdup_printf (_ ("%1$s (%2$s)"), column->title, notes->currency);
  return g_strdup (column->title);
}

static char *
dup_note_heading (const Column *column)
{
  if (column->money)
    /* Translators: the heading of a column behind one of amounts in several currencies: "Value: currency". */
    return g_strdup_printf (_ ("%s: currency"), column->title);
  /* Translators: the heading of a column with remarks on the one before it: "Decide by: note". */
  return g_strdup_printf (_ ("%s: note"), column->title);
}

/* --- Values -------------------------------------------------------------------------------------------------- */

/* With a point, no mark between thousands, and no noughts at the end: the same in every locale. */
static void
append_number (GString *out, const Cell *cell)
{
  guint64 size = cell->number < 0 ? -(guint64) cell->number : (guint64) cell->number;
  int digits = cell->digits;
  guint64 unit = 1;

  for (; digits > 0 && size % 10 == 0; digits--)
    size /= 10;
  for (int i = 0; i < digits; i++)
    unit *= 10;
  g_string_append_printf (out, "%s%" G_GUINT64_FORMAT, cell->number < 0 ? "-" : "", size / unit);
  if (digits > 0)
    g_string_append_printf (out, ".%0*" G_GUINT64_FORMAT, digits, size % unit);
}

static void
append_day (GString *out, const Cell *cell)
{
  char iso[TENURE_DAY_ISO_SIZE];

  g_string_append (out, tenure_day_to_iso ((TenureDay) cell->number, iso));
}

/* --- As text ------------------------------------------------------------------------------------------------- */

/* What makes a spreadsheet calculate when a cell begins with it; the last four are the same signs in full width. */
static gboolean
begins_formula (const char *text)
{
  static const char *const signs[] = { "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠" };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (text, signs[i]))
      return TRUE;
  return FALSE;
}

static void
append_text (GString *out, const char *text)
{
  gboolean guarded = begins_formula (text);
  gboolean quoted = strpbrk (text, "\t\r\n") != NULL || (text[0] == '"');

  if (quoted)
    g_string_append_c (out, '"');
  if (guarded)
    g_string_append_c (out, '\'');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (quoted && *c == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *c);
    }
  if (quoted)
    g_string_append_c (out, '"');
}

static void
append_text_cell (GString *out, const Cell *cell)
{
  if (cell->kind == TEXT)
    append_text (out, cell->text);
  else if (cell->kind == DAY)
    append_day (out, cell);
  else if (cell->kind == NUMBER)
    append_number (out, cell);
}

static void
append_text_headings (GString *out, const TenureCells *self, const Notes *notes)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);
      g_autofree char *heading = dup_heading (column, &notes[i]);
      g_autofree char *note = dup_note_heading (column);

      if (i > 0)
        g_string_append_c (out, '\t');
      append_text (out, heading);
      if (notes[i].noted)
        {
          g_string_append_c (out, '\t');
          append_text (out, note);
        }
    }
  g_string_append_c (out, '\n');
}

char *
tenure_cells_dup_text (const TenureCells *self)
{
  GString *out = g_string_new (NULL);
  g_autofree Notes *notes = NULL;

  g_return_val_if_fail (self != NULL, g_string_free (out, FALSE));

  notes = look_at_columns (self);
  append_text_headings (out, self, notes);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);
      guint column = i % self->columns->len;

      if (column > 0)
        g_string_append_c (out, '\t');
      append_text_cell (out, cell);
      if (notes[column].noted)
        {
          g_string_append_c (out, '\t');
          append_text (out, cell->note != NULL ? cell->note : "");
        }
      if (column + 1 == self->columns->len || i + 1 == self->cells->len)
        g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}

/* --- As HTML ------------------------------------------------------------------------------------------------- */

/* Old readers do not know &apos;, which GLib would write; characters that no document may hold are left out. */
static void
append_escaped (GString *out, const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    switch (*c)
      {
      case '&':
        g_string_append (out, "&amp;");
        break;
      case '<':
        g_string_append (out, "&lt;");
        break;
      case '>':
        g_string_append (out, "&gt;");
        break;
      case '"':
        g_string_append (out, "&quot;");
        break;
      case '\n':
        g_string_append (out, "<br style=\"mso-data-placement:same-cell\">");
        break;
      case '\t':
        g_string_append_c (out, ' ');
        break;
      default:
        if ((guchar) *c >= 0x20)
          g_string_append_c (out, *c);
      }
}

/* @tag: "td" or "th". */
static void
append_html_text (GString *out, const char *tag, const char *text)
{
  g_string_append_printf (out, "<%s class=\"t\" x:str sdnum=\"1033;0;@\">", tag);
  append_escaped (out, text);
  g_string_append_printf (out, "</%s>", tag);
}

static void
append_html_cell (GString *out, const Cell *cell)
{
  g_autoptr (GString) value = g_string_new (NULL);

  switch (cell->kind)
    {
    case TEXT:
      append_html_text (out, "td", cell->text);
      break;
    case DAY:
      append_day (value, cell);
      g_string_append_printf (out, "<td class=\"d\" sdval=\"%" G_GINT64_FORMAT "\" sdnum=\"1033;1033;YYYY-MM-DD\">%s</td>",
                              cell->number + SHEET_EPOCH, value->str);
      break;
    case NUMBER:
      append_number (value, cell);
      g_string_append_printf (out, "<td class=\"n\" align=\"right\" x:num=\"%s\" sdval=\"%s\" sdnum=\"1033;\">%s</td>",
                              value->str, value->str, value->str);
      break;
    default:
      g_string_append (out, "<td></td>");
    }
}

static void
append_html_headings (GString *out, const TenureCells *self, const Notes *notes)
{
  g_string_append (out, "<tr>");
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);
      g_autofree char *heading = dup_heading (column, &notes[i]);
      g_autofree char *note = dup_note_heading (column);

      append_html_text (out, "th", heading);
      if (notes[i].noted)
        append_html_text (out, "th", note);
    }
  g_string_append (out, "</tr>\n");
}

static void
append_html_row (GString *out, const TenureCells *self, const Notes *notes, guint first)
{
  g_string_append (out, "<tr>");
  for (guint i = 0; i < self->columns->len && first + i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, first + i);

      append_html_cell (out, cell);
      if (notes[i].noted)
        append_html_cell (out, &(Cell){ .kind = cell->note != NULL ? TEXT : EMPTY, .text = cell->note });
    }
  g_string_append (out, "</tr>\n");
}

char *
tenure_cells_dup_html (const TenureCells *self)
{
  GString *out = g_string_new ("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta charset=\"utf-8\">"
                               "<style>th{text-align:left} .t{mso-number-format:\"\\@\"} "
                               ".d{mso-number-format:\"yyyy\\-mm\\-dd\"} .n{mso-number-format:General}</style></head>"
                               "<body><table>\n");
  g_autofree Notes *notes = NULL;

  g_return_val_if_fail (self != NULL, g_string_free (out, FALSE));

  notes = look_at_columns (self);
  append_html_headings (out, self, notes);
  for (guint first = 0; first < self->cells->len; first += self->columns->len)
    append_html_row (out, self, notes, first);
  g_string_append (out, "</table></body></html>\n");
  return g_string_free (out, FALSE);
}
