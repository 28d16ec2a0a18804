#include "config.h"
#include "cli/text-table.h"

#define INDENT "  "
#define GAP 2

struct _TenureTextTable
{
  guint n_columns;
  TenureTextColumn *columns;
  GPtrArray *cells; /* of char *, row after row */
};

/* How many places @text takes in a terminal. */
static guint
text_width (const char *text)
{
  guint width = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (!g_unichar_iszerowidth (character))
        width += g_unichar_iswide (character) ? 2 : 1;
    }
  return width;
}

TenureTextTable *
tenure_text_table_new (const TenureTextColumn *columns, guint n_columns)
{
  TenureTextTable *table = g_new0 (TenureTextTable, 1);

  table->n_columns = n_columns;
  table->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  table->cells = g_ptr_array_new_with_free_func (g_free);
  return table;
}

void
tenure_text_table_free (TenureTextTable *table)
{
  if (table == NULL)
    return;
  g_free (table->columns);
  g_ptr_array_unref (table->cells);
  g_free (table);
}

void
tenure_text_table_add (TenureTextTable *table, ...)
{
  va_list cells;

  va_start (cells, table);
  for (guint i = 0; i < table->n_columns; i++)
    {
      const char *cell = va_arg (cells, const char *);

      g_ptr_array_add (table->cells, cell != NULL ? g_utf8_make_valid (cell, -1) : g_strdup ("–"));
    }
  va_end (cells);
}

guint
tenure_text_table_get_n_rows (const TenureTextTable *table)
{
  return table->cells->len / table->n_columns;
}

static const char *
get_cell (const TenureTextTable *table, guint row, guint column)
{
  return table->cells->pdata[row * table->n_columns + column];
}

static guint
column_width (const TenureTextTable *table, guint column)
{
  guint width = table->columns[column].title != NULL ? text_width (table->columns[column].title) : 0;

  for (guint row = 0; row < tenure_text_table_get_n_rows (table); row++)
    width = MAX (width, text_width (get_cell (table, row, column)));
  return width;
}

static void
append_cell (GString *line, const char *text, guint width, gboolean right, gboolean last)
{
  guint space = width - MIN (width, text_width (text));

  if (right)
    g_string_append_printf (line, "%*s%s", (int) space, "", text);
  else
    g_string_append_printf (line, "%s%*s", text, last ? 0 : (int) space, "");
  if (!last)
    g_string_append_printf (line, "%*s", GAP, "");
}

void
tenure_text_table_print (const TenureTextTable *table)
{
  g_autofree guint *widths = g_new (guint, table->n_columns);
  g_autoptr (GString) line = g_string_new (NULL);
  gboolean headed = FALSE;

  for (guint column = 0; column < table->n_columns; column++)
    {
      widths[column] = column_width (table, column);
      headed |= table->columns[column].title != NULL;
    }
  for (int row = headed ? -1 : 0; row < (int) tenure_text_table_get_n_rows (table); row++)
    {
      g_string_assign (line, INDENT);
      for (guint column = 0; column < table->n_columns; column++)
        {
          const char *title = table->columns[column].title != NULL ? table->columns[column].title : "";

          append_cell (line, row < 0 ? title : get_cell (table, (guint) row, column), widths[column],
                       table->columns[column].right, column + 1 == table->n_columns);
        }
      g_print ("%s\n", line->str);
    }
}
