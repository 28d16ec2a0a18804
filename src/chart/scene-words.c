#include "config.h"

#include "chart/scene-private.h"

#include "base/i18n.h"
#include <string.h>

static void
append_sentence (GString *text, const char *sentence)
{
  if (*sentence == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  if (strchr (".!?", text->str[text->len - 1]) == NULL)
    g_string_append_c (text, '.');
}

char *
tenure_scene_dup_accessible_text (const TenureScene *scene)
{
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (scene != NULL, NULL);

  text = g_string_new (NULL);
  append_sentence (text, scene->title);
  append_sentence (text, scene->subtitle);
  append_sentence (text, scene->summary);
  append_sentence (text, scene->footnote);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
tenure_scene_dup_mark_text (TenureScene *scene, guint i)
{
  const TenureMark *mark;
  const char *label;

  g_return_val_if_fail (scene != NULL && i < scene->marks->len, NULL);

  mark = tenure_scene_get_mark (scene, i);
  label = mark->label != NULL ? mark->label : "";
  if (mark->value == NULL)
    return g_strdup (label);
  if (mark->series != NULL)
    /* Translators: one mark of a chart read aloud: series, label, value, as in "Secured, Apr 2027: £1.2m a
     * year". */
    return g_strdup_printf (_ ("%1$s, %2$s: %3$s"), mark->series, label, mark->value);
  /* Translators: one mark of a chart read aloud: label and value. */
  return g_strdup_printf (_ ("%1$s: %2$s"), label, mark->value);
}

/* --- The table twin ------------------------------------------------------------------------------------- */

static void
put_cell (TenureSceneTable *table, guint row, guint column, const char *text)
{
  char **cell;

  if (row >= table->n_rows || column >= table->n_columns || text == NULL)
    return;
  cell = &table->cells[(gsize) row * table->n_columns + column];
  g_free (*cell);
  *cell = g_strdup (text);
}

static void
put_titles (const TenureScene *scene, TenureSceneTable *table)
{
  table->corner = g_strdup (scene->corner);
  table->column_titles = g_new0 (char *, table->n_columns + 1);
  table->column_numeric = g_new0 (gboolean, table->n_columns + 1);
  for (guint i = 0; i < table->n_columns; i++)
    {
      const TenureSceneColumn *column = &g_array_index (scene->columns, TenureSceneColumn, i);

      table->column_titles[i] = g_strdup (column->title);
      table->column_numeric[i] = column->numeric;
    }
  table->row_titles = g_new0 (char *, table->n_rows + 1);
  table->row_records = g_new0 (TenureId, table->n_rows + 1);
  for (guint i = 0; i < table->n_rows; i++)
    {
      const TenureSceneRow *row = &g_array_index (scene->rows, TenureSceneRow, i);

      table->row_titles[i] = g_strdup (row->title);
      table->row_records[i] = row->record;
    }
}

TenureSceneTable *
tenure_scene_dup_table (TenureScene *scene)
{
  TenureSceneTable *table;
  gsize n_cells;

  g_return_val_if_fail (scene != NULL, NULL);

  if (!scene->table_described && scene->describer.table != NULL)
    scene->describer.table (scene->describer_data, scene);
  scene->table_described = TRUE;
  table = g_new0 (TenureSceneTable, 1);
  table->n_rows = scene->rows->len;
  table->n_columns = scene->columns->len;
  put_titles (scene, table);
  n_cells = (gsize) table->n_rows * table->n_columns;
  table->cells = g_new0 (char *, n_cells + 1);
  for (guint i = 0; i < scene->cells->len; i++)
    {
      const TenureSceneCell *cell = &g_array_index (scene->cells, TenureSceneCell, i);

      put_cell (table, cell->row, cell->column, cell->text);
    }
  for (guint i = 0; i < scene->marks->len; i++)
    {
      const TenureMark *mark = &g_array_index (scene->marks, TenureMark, i);

      if (mark->row >= 0 && mark->column >= 0)
        put_cell (table, (guint) mark->row, (guint) mark->column, mark->cell != NULL ? mark->cell : mark->value);
    }
  for (gsize i = 0; i < n_cells; i++)
    if (table->cells[i] == NULL)
      table->cells[i] = g_strdup ("");
  return table;
}

void
tenure_scene_table_free (TenureSceneTable *table)
{
  if (table == NULL)
    return;
  for (gsize i = 0; i < (gsize) table->n_rows * table->n_columns; i++)
    g_free (table->cells[i]);
  g_free (table->cells);
  g_strfreev (table->column_titles);
  g_strfreev (table->row_titles);
  g_free (table->column_numeric);
  g_free (table->row_records);
  g_free (table->corner);
  g_free (table);
}

/* A cell must stay one cell: tabs and line ends become spaces. */
static void
append_cell (GString *text, const char *cell)
{
  for (const char *p = cell; *p != '\0'; p++)
    g_string_append_c (text, *p == '\t' || *p == '\n' || *p == '\r' ? ' ' : *p);
}

static void
append_line (GString *text, const char *line)
{
  if (*line != '\0')
    g_string_append_printf (text, "%s\n", line);
}

char *
tenure_scene_dup_text (TenureScene *scene)
{
  g_autoptr (TenureSceneTable) table = NULL;
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (scene != NULL, NULL);

  table = tenure_scene_dup_table (scene);
  text = g_string_new (NULL);
  append_line (text, scene->title);
  append_line (text, scene->subtitle);
  append_cell (text, table->corner);
  for (guint column = 0; column < table->n_columns; column++)
    {
      g_string_append_c (text, '\t');
      append_cell (text, table->column_titles[column]);
    }
  g_string_append_c (text, '\n');
  for (guint row = 0; row < table->n_rows; row++)
    {
      append_cell (text, table->row_titles[row]);
      for (guint column = 0; column < table->n_columns; column++)
        {
          g_string_append_c (text, '\t');
          append_cell (text, table->cells[(gsize) row * table->n_columns + column]);
        }
      g_string_append_c (text, '\n');
    }
  append_line (text, scene->footnote);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
