/* Writing the records of a run, each with the source row it came from. A rehearsal passes here too and writes nothing. */

#include "config.h"

#include "base/text.h"
#include "exchange/import-private.h"

TenureRecord *
tenure_import_load (TenureImport *import, TenureRecordType type, TenureId id, GError **error)
{
  return import->edit != NULL ? tenure_edit_get (import->edit, type, id, error)
                              : tenure_reader_load (import->reader, type, id, error);
}

/* The cells of this row as a JSON array, blank ones at the end left out. */
static const char *
cells_as_json (TenureImport *import)
{
  guint n = import->row.n_cells;

  while (n > 0 && import->row.cells[n - 1].kind == TENURE_CELL_EMPTY)
    n--;
  g_string_assign (import->cells, "[");
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (import->cells, ',');
      tenure_text_append_json_valid (import->cells, import->row.cells[i].text, import->row.cells[i].length);
    }
  g_string_append_c (import->cells, ']');
  return import->cells->str;
}

static char *
header_as_json (const TenureImport *import)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; i < import->titles->len; i++)
    {
      if (i > 0)
        g_string_append_c (json, ',');
      tenure_text_append_json (json, g_ptr_array_index (import->titles, i));
    }
  g_string_append_c (json, ']');
  return g_string_free (json, FALSE);
}

/* {"reference":0,"title":1}: the column of each target. */
static char *
mapping_as_json (const TenureImport *import)
{
  GString *json = g_string_new ("{");

  for (const TenureTargetDef *def = tenure_profile_get_targets (import->plan->profile); def->target != TENURE_TARGET_NONE;
       def++)
    if (import->columns[def->target] != G_MAXUINT)
      g_string_append_printf (json, "%s\"%s\":%u", json->len > 1 ? "," : "", def->name, import->columns[def->target]);
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

void
tenure_import_describe_columns (TenureImport *import)
{
  import->origin->header = header_as_json (import);
  import->origin->mapping = mapping_as_json (import);
}

/* Logs this row of the run, before the first record that comes from it. */
static gboolean
log_origin (TenureImport *import, GError **error)
{
  if (import->row_origin != TENURE_ID_NONE)
    return TRUE;
  import->has_origin_rows = TRUE;
  import->row_origin =
      tenure_edit_add_origin_row (import->edit, import->origin->id, import->row_label, cells_as_json (import), error);
  return import->row_origin != TENURE_ID_NONE;
}

static gboolean
stamp_origin (TenureImport *import, TenureRecord *record, GError **error)
{
  if (!tenure_record_type_is_sourced (record->type))
    return TRUE;
  if (!log_origin (import, error))
    return FALSE;
  record->origin = import->row_origin;
  return TRUE;
}

gboolean
tenure_import_insert (TenureImport *import, TenureRecord *record, GError **error)
{
  if (import->edit != NULL)
    return stamp_origin (import, record, error) && tenure_edit_insert (import->edit, record, error);
  if (record->id == TENURE_ID_NONE)
    record->id = tenure_id_new ();
  return TRUE;
}

gboolean
tenure_import_update (TenureImport *import, TenureRecord *record, GError **error)
{
  return import->edit == NULL
         || (stamp_origin (import, record, error) && tenure_edit_update (import->edit, record, NULL, error));
}

gboolean
tenure_import_merge (TenureRecord *stored, const TenureRecord *draft, gboolean blanks_only)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < draft->n_fields; i++)
    if (tenure_record_is_known (draft, i) && !tenure_record_field_equal (stored, draft, i)
        && !(blanks_only && tenure_record_is_known (stored, i)))
      {
        tenure_record_set (stored, i, tenure_record_get (draft, i));
        changed = TRUE;
      }
  return changed;
}
