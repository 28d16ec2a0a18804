/* What a profile asks about the present row: its cells, and where to say what is wrong with it. */

#include "config.h"

#include "base/i18n.h"
#include <string.h>

#include "base/text.h"
#include "exchange/import-private.h"

static const TenureCell empty_cell = { .text = "", .kind = TENURE_CELL_EMPTY, .day = TENURE_DAY_NONE };

const TenureCell *
tenure_import_cell_at (const TenureImport *import, guint column)
{
  const TenureCell *cell = column < import->row.n_cells ? &import->row.cells[column] : &empty_cell;

  /* A cell of nothing but spaces says nothing. */
  if (g_ascii_isspace (cell->text[0]) && strspn (cell->text, " \t\r\n") == cell->length)
    return &empty_cell;
  return cell;
}

const TenureCell *
tenure_import_cell (const TenureImport *import, TenureTarget target)
{
  return tenure_import_cell_at (import, import->columns[target]);
}

const TenureCell *
tenure_import_item_cell (const TenureImport *import, TenureTarget target, guint item)
{
  if (item == 0)
    return tenure_import_cell (import, target);
  for (guint i = 0; i < import->mapped->len; i++)
    {
      const TenureMappedColumn *mapped = &g_array_index (import->mapped, TenureMappedColumn, i);

      if (mapped->target == target && mapped->item == item)
        return tenure_import_cell_at (import, mapped->column);
    }
  return &empty_cell;
}

guint
tenure_import_n_items (const TenureImport *import)
{
  return import->n_items;
}

gboolean
tenure_import_has (const TenureImport *import, TenureTarget target)
{
  return import->columns[target] != G_MAXUINT;
}

const char *
tenure_import_title (const TenureImport *import, TenureTarget target)
{
  guint column = import->columns[target];

  return column < import->titles->len ? g_ptr_array_index (import->titles, column) : NULL;
}

/* Counts a problem; TRUE when there is room to write it out. Each level has room of its own, so that many notes do not
 * crowd out the one row that was refused. */
static gboolean
count_problem (TenureImport *import, TenureProblemLevel level)
{
  TenureImportReport *report = import->report;
  guint *counts[] = { &report->n_notes, &report->n_warnings, &report->n_errors };

  (*counts[level])++;
  if (import->n_listed[level] >= TENURE_IMPORT_MAX_PROBLEMS)
    return FALSE;
  import->n_listed[level]++;
  return TRUE;
}

void
tenure_import_note_fault (TenureImport *import)
{
  const TenureRow *row = &import->row;
  guint column = row->fault_column;
  TenureImportProblem problem = { .row = import->row_label, .level = TENURE_PROBLEM_ERROR, .code = "row-unreadable" };

  import->refused = TRUE;
  if (!count_problem (import, TENURE_PROBLEM_ERROR))
    return;
  if (column > 0 && column <= import->titles->len)
    problem.column = g_strdup (g_ptr_array_index (import->titles, column - 1));
  problem.message = g_strdup (row->fault);
  g_array_append_val (import->report->problems, problem);
}

void
tenure_import_note (
    TenureImport *import, TenureTarget target, TenureProblemLevel level, const char *code, const char *format, ...)
{
  TenureImportProblem problem = { .row = import->row_label, .level = level, .code = code };
  va_list arguments;

  import->refused = import->refused || level == TENURE_PROBLEM_ERROR;
  if (!count_problem (import, level))
    return;
  problem.column = g_strdup (tenure_import_title (import, target));
  va_start (arguments, format);
  problem.message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_array_append_val (import->report->problems, problem);
}

void
tenure_import_note_file (
    TenureImport *import, TenureTarget target, TenureProblemLevel level, const char *code, char *message)
{
  TenureImportProblem problem = {
    .level = level, .code = code, .column = g_strdup (tenure_import_title (import, target)), .message = message
  };

  /* There is always room for these: they are few, and sum up what may have been cut. */
  count_problem (import, level);
  g_array_append_val (import->report->problems, problem);
}

void
tenure_import_sight (const TenureImport *import, TenureSighting *sighting)
{
  if (sighting->n++ == 0)
    sighting->first_row = import->row_label;
}

char *
tenure_import_dup_text (const TenureCell *cell)
{
  const char *start = cell->text, *end = cell->text + cell->length;

  while (start < end && g_ascii_isspace (*start))
    start++;
  while (end > start && g_ascii_isspace (end[-1]))
    end--;
  /* No-break spaces and the like are rare: only then the slow way. */
  if (start == end)
    return NULL;
  if ((guchar) *start < 0x80 && (guchar) end[-1] < 0x80)
    return g_strndup (start, (gsize) (end - start));
  return tenure_text_dup_clean (start);
}

void
tenure_import_add_total (TenureImport *import, TenureCurrency currency, gint64 minor)
{
  GArray *totals = import->report->totals;
  TenureImportTotal total = { .currency = currency, .minor = minor };

  for (guint i = 0; i < totals->len; i++)
    {
      TenureImportTotal *known = &g_array_index (totals, TenureImportTotal, i);

      if (known->currency != currency)
        continue;
      if (!tenure_money_add (&known->minor, minor))
        tenure_import_note (import, TENURE_TARGET_VALUE, TENURE_PROBLEM_WARNING, "total-overflow", "%s",
                            _ ("The values of this file are too large to be added up; this one is left out of the total."));
      return;
    }
  g_array_append_val (totals, total);
}
