/* Running an import: what every profile shares. Rows are pulled one by one, a profile makes records of them, and the
 * whole run is one edit. A rehearsal is the same run without an edit. */

#include "config.h"

#include "base/i18n.h"
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "exchange/import-private.h"
#include "exchange/usual-terms.h"

#define ROWS_BETWEEN_CHECKS 256
#define BULK_BYTES (512 * 1024) /* files from here on are worth rebuilding indexes for */

static void
map_column (TenureImport *import, guint column, TenureTarget target, guint item)
{
  TenureMappedColumn mapped = { .column = column, .target = target, .item = item };

  if (target == TENURE_TARGET_NONE)
    return;
  g_array_append_val (import->mapped, mapped);
  if (item == 0)
    import->columns[target] = column;
  import->n_items = MAX (import->n_items, item + 1);
}

static void
map_plan (TenureImport *import)
{
  for (guint i = 0; i < TENURE_N_TARGETS; i++)
    import->columns[i] = G_MAXUINT;
  import->n_items = 1;
  for (guint i = 0; i < import->plan->columns->len; i++)
    {
      const TenureColumn *column = &g_array_index (import->plan->columns, TenureColumn, i);

      g_ptr_array_add (import->titles, g_strdup (column->shown.title));
      map_column (import, i, column->target, column->item);
    }
}

/* Tables with titles of their own show new columns as they go. */
static void
map_new_titles (TenureImport *import)
{
  for (guint i = import->titles->len; i < tenure_read_ahead_get_n_titles (import->ahead); i++)
    {
      const char *title = tenure_read_ahead_get_title (import->ahead, i);
      guint item;
      TenureTarget target = tenure_plan_recognise (import->plan, title, &item);

      g_ptr_array_add (import->titles, g_strdup (title));
      map_column (import, i, item == 0 && import->columns[target] != G_MAXUINT ? TENURE_TARGET_NONE : target, item);
    }
}

/* Whether the row repeats the column titles, as tables glued from pages do. */
static gboolean
repeats_header (const TenureImport *import)
{
  guint other = 0;

  for (guint i = 0; i < import->mapped->len && other * 2 < import->mapped->len; i++)
    {
      guint column = g_array_index (import->mapped, TenureMappedColumn, i).column;
      const TenureCell *cell = tenure_import_cell_at (import, column);

      other += strcmp (cell->text, g_ptr_array_index (import->titles, column)) != 0;
    }
  return other * 2 < import->mapped->len;
}

static gboolean
holds_values (const TenureImport *import)
{
  for (guint i = 0; i < import->mapped->len; i++)
    if (tenure_import_cell_at (import, g_array_index (import->mapped, TenureMappedColumn, i).column)->kind
        != TENURE_CELL_EMPTY)
      return TRUE;
  return FALSE;
}

/* Whether the cells of the row stand under the titles. In CSV a comma without its quotation marks shifts all that
 * follows: then there is something past the last title, and the row is refused. In a sheet it is a remark beside. */
static gboolean
fits_titles (TenureImport *import)
{
  guint n_titles = import->plan->columns->len;
  gboolean filled = FALSE;

  if (tenure_table_has_titles (import->table) || import->row.n_cells <= n_titles)
    return TRUE;
  for (guint i = n_titles; i < import->row.n_cells && !filled; i++)
    filled = tenure_import_cell_at (import, i)->kind != TENURE_CELL_EMPTY;
  if (import->plan->format != TENURE_TABLE_CSV)
    {
      if (filled)
        tenure_import_sight (import, &import->untitled);
      return TRUE;
    }
  if (!filled)
    {
      tenure_import_sight (import, &import->blank_ends);
      return TRUE;
    }
  tenure_import_note (
      import, TENURE_TARGET_NONE, TENURE_PROBLEM_ERROR, "row-too-wide",
      _ ("This row has %u cells under %u column titles, so its values may stand in the wrong columns. A value "
         "with a comma or other separator in it must be in quotation marks."),
      import->row.n_cells, n_titles);
  return FALSE;
}

static gboolean
handle_row (TenureImport *import, GError **error)
{
  TenureImportReport *report = import->report;

  import->row_label = import->plan->format == TENURE_TABLE_CSV ? import->row.line : import->row.number;
  import->refused = FALSE;
  import->row_origin = TENURE_ID_NONE;
  if (tenure_table_has_titles (import->table))
    map_new_titles (import);
  if (import->row.fault != NULL)
    {
      tenure_import_note_fault (import);
      report->records_read++;
      report->refused++;
      return TRUE;
    }
  if (!holds_values (import))
    {
      tenure_import_note (import, TENURE_TARGET_NONE, TENURE_PROBLEM_NOTE, "row-skipped", "%s",
                          _ ("There is nothing here in the columns that Tenure knows, so the row is left out."));
      return TRUE;
    }
  if (!tenure_table_has_titles (import->table) && repeats_header (import))
    return TRUE;
  report->records_read++;
  if (fits_titles (import) && !import->klass->row (import, error))
    return FALSE;
  report->refused += import->refused;
  return TRUE;
}

static void
tell_progress (TenureImport *import)
{
  guint64 total = tenure_table_get_bytes_total (import->table), read = tenure_read_ahead_get_bytes_read (import->ahead);

  if (import->progress != NULL)
    import->progress (total > 0 ? MIN ((double) read / (double) total, 1.0) : -1.0, import->report->records_read,
                      import->progress_data);
}

static gboolean
handle_rows (TenureImport *import, GError **error)
{
  g_autoptr (GError) cause = NULL;
  guint rows = 0;

  import->ahead = tenure_read_ahead_start (import->table);
  while (tenure_read_ahead_next (import->ahead, &import->row, &cause))
    {
      if (import->row.number <= import->plan->header_row)
        continue;
      if (rows++ % ROWS_BETWEEN_CHECKS == 0)
        {
          if (g_cancellable_set_error_if_cancelled (import->cancellable, error))
            return FALSE;
          tell_progress (import);
        }
      if (!handle_row (import, error))
        return FALSE;
    }
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static int
by_agreements (gconstpointer a, gconstpointer b)
{
  const TenureImportProvider *left = a, *right = b;

  if (left->agreements != right->agreements)
    return left->agreements < right->agreements ? 1 : -1;
  return g_strcmp0 (left->name, right->name);
}

static void
list_providers (TenureImport *import)
{
  g_autoptr (GPtrArray) entries = tenure_organisations_list (import->organisations);

  for (guint i = 0; i < entries->len && import->report->providers->len < TENURE_IMPORT_MAX_PROVIDERS; i++)
    {
      const TenureOrganisationEntry *entry = g_ptr_array_index (entries, i);
      TenureImportProvider provider;

      if (!entry->met)
        continue;
      provider = (TenureImportProvider){ .name = g_strdup (entry->name),
                                         .vcs = entry->vcs,
                                         .evidence = g_strdup (entry->vcs_evidence),
                                         .agreements = entry->agreements };
      g_array_append_val (import->report->providers, provider);
    }
  g_array_sort (import->report->providers, by_agreements);
}

static gboolean
run (TenureImport *import, GError **error)
{
  import->organisations = tenure_organisations_load (import->reader, error);
  if (import->organisations == NULL || !import->klass->begin (import, error))
    return FALSE;
  if (import->edit != NULL && tenure_table_get_bytes_total (import->table) >= BULK_BYTES
      && !tenure_edit_begin_bulk (import->edit, error))
    return FALSE;
  if (!handle_rows (import, error) || (import->klass->end != NULL && !import->klass->end (import, error)))
    return FALSE;
  tenure_import_summarise (import);
  list_providers (import);
  return TRUE;
}

/* The columns of JSON, and the counts, are known at the end. */
static gboolean
log_run (TenureImport *import, GError **error)
{
  if (!import->has_origin_rows)
    return TRUE;
  tenure_import_describe_columns (import);
  import->origin->sha256 = tenure_file_hash_wait (import->hash);
  import->origin->records_read = import->report->records_read;
  import->origin->added = import->report->added;
  import->origin->updated = import->report->updated;
  import->origin->unchanged = import->report->unchanged;
  import->origin->refused = import->report->refused;
  return tenure_edit_add_origin (import->edit, import->origin, error);
}

static gboolean
run_in_edit (TenureEdit *edit, gpointer data, GError **error)
{
  TenureImport *import = data;

  import->edit = edit;
  import->reader = tenure_edit_get_reader (edit);
  tenure_edit_set_cancellable (edit, import->cancellable);
  import->hash = tenure_file_hash_start (import->plan->file);
  return run (import, error) && tenure_usual_terms_write (edit, import->plan->renewal_notice, import->plan->lead_time, error)
         && log_run (import, error);
}

static gboolean
rehearse (TenureImport *import, TenureDocument *document, GError **error)
{
  g_autoptr (TenureReader) reader = tenure_document_open_reader (document, error);

  if (reader == NULL)
    return FALSE;
  import->reader = reader;
  return run (import, error);
}

static const TenureImportClass *
class_for (TenureProfile profile)
{
  switch (profile)
    {
    case TENURE_PROFILE_ORGANISATIONS:
      return &tenure_import_organisations;
    case TENURE_PROFILE_BOARDS:
      return &tenure_import_boards;
    case TENURE_PROFILE_AUTO:
    case TENURE_PROFILE_360GIVING:
    case TENURE_PROFILE_REGISTER:
    default:
      return &tenure_import_agreements;
    }
}

static void
clear_import (TenureImport *import)
{
  g_clear_pointer (&import->ahead, tenure_read_ahead_free);
  g_clear_pointer (&import->hash, tenure_file_hash_free);
  if (import->state != NULL)
    import->klass->clear (import);
  g_clear_pointer (&import->providers, g_hash_table_unref);
  g_clear_pointer (&import->several, g_hash_table_unref);
  g_clear_pointer (&import->buyers, g_hash_table_unref);
  g_clear_pointer (&import->organisations, tenure_organisations_free);
  g_clear_pointer (&import->origin, tenure_origin_free);
  g_clear_pointer (&import->titles, g_ptr_array_unref);
  g_clear_pointer (&import->mapped, g_array_unref);
  g_string_free (import->cells, TRUE);
}

TenureImportReport *
tenure_import_run (const TenurePlan *plan,
                   TenureDocument *document,
                   TenureImportFlags flags,
                   TenureImportProgress progress,
                   gpointer progress_data,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (TenureTable) table = NULL;
  g_autoptr (TenureImportReport) report = NULL;
  g_autofree char *label = NULL;
  TenureImport import = { 0 };
  gboolean done;

  g_return_val_if_fail (plan != NULL && TENURE_IS_DOCUMENT (document), NULL);

  table = tenure_table_open (plan->file, cancellable, error);
  if (table == NULL)
    return NULL;
  if (plan->sheet >= tenure_table_get_n_sheets (table) || tenure_table_get_format (table) != plan->format)
    {
      g_set_error (error, TENURE_ERROR, TENURE_ERROR_CHANGED, _ ("%s changed since it was looked at. Import it again."),
                   tenure_table_get_name (table));
      return NULL;
    }
  if (plan->sheet > 0 && !tenure_table_select (table, plan->sheet, error))
    return NULL;
  report = tenure_import_report_new (tenure_table_get_name (table), plan->profile);
  import = (TenureImport){ .klass = class_for (plan->profile),
                           .plan = plan,
                           .table = table,
                           .report = report,
                           .progress = progress,
                           .progress_data = progress_data,
                           .cancellable = cancellable,
                           .titles = g_ptr_array_new_with_free_func (g_free),
                           .mapped = g_array_new (FALSE, FALSE, sizeof (TenureMappedColumn)),
                           .providers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                           .several = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev),
                           .buyers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                           .origin = tenure_origin_new (),
                           .cells = g_string_new (NULL) };
  map_plan (&import);
  import.origin->file = g_strdup (report->file);
  import.origin->profile = g_strdup (tenure_profile_get_name (plan->profile));
  import.origin->sheet = plan->sheet_name[0] != '\0' ? g_strdup (plan->sheet_name) : NULL;
  /* Translators: the step of history that an import makes; %s is the name of the file. */
  label = g_strdup_printf (_ ("Import %s"), report->file);
  done = (flags & TENURE_IMPORT_REHEARSE) != 0 ? rehearse (&import, document, error)
                                               : tenure_document_edit (document, label, run_in_edit, &import, error);
  clear_import (&import);
  return done ? g_steal_pointer (&report) : NULL;
}
