#include "config.h"
#include "store/field-origin.h"

#include "base/error.h"
#include "store/changeset-private.h"
#include "store/history-log-private.h"
#include "store/reader-private.h"

/* Where the table of a sourced type says which source row a record came from: behind its id. */
#define ORIGIN_COLUMN 1

typedef struct
{
  TenureReader *reader;
  const TenureRecord *record; /* as it is now */
  GArray *origins;            /* TenureFieldOrigin, by field */
  guint wanted;               /* fields that are recorded and of which no step was found yet */
} Finding;

static void
clear_origin (gpointer origin)
{
  g_free (((TenureFieldOrigin *) origin)->at);
}

/* An import names the source row with what it sets; a hand does not. */
static TenureId
get_source_row (const TenureChangesetReader *row)
{
  return tenure_record_type_is_sourced (row->type) ? tenure_changeset_get_reference (row, row->new_values, ORIGIN_COLUMN)
                                                   : TENURE_ID_NONE;
}

static void
take_row (Finding *finding, const TenureHistoryEntry *entry, const TenureChangesetReader *row)
{
  for (guint i = 0; i < finding->record->n_fields; i++)
    {
      guint column = tenure_changeset_column (row->type, i);
      TenureFieldOrigin *origin = &g_array_index (finding->origins, TenureFieldOrigin, i);

      if (origin->seq != 0 || !tenure_record_is_known (finding->record, i) || column >= row->n_columns
          || !row->new_values[column].present)
        continue;
      *origin = (TenureFieldOrigin){ entry->seq, g_strdup (entry->at), get_source_row (row) };
      finding->wanted--;
    }
}

/* FALSE on an error but that of a damaged step. */
static gboolean
take_step (Finding *finding, const TenureHistoryEntry *entry, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) bytes = tenure_history_log_load (tenure_reader_get_db (finding->reader), entry->seq, NULL, &failure);
  g_auto (TenureChangesetReader) row = { 0 };

  if (g_error_matches (failure, TENURE_ERROR, TENURE_ERROR_CORRUPT))
    return TRUE;
  if (bytes == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  tenure_changeset_reader_init (&row, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  while (tenure_changeset_next (&row, NULL))
    if (row.type == finding->record->type && row.id == finding->record->id && row.op != TENURE_ROW_DELETED)
      take_row (finding, entry, &row);
  return TRUE;
}

static guint
count_recorded (const TenureRecord *record)
{
  guint n = 0;

  for (guint i = 0; i < record->n_fields; i++)
    n += tenure_record_is_known (record, i);
  return n;
}

GArray *
tenure_field_origins_find (TenureReader *reader, TenureRecordType type, TenureId id, GError **error)
{
  g_autoptr (TenureRecord) record = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GArray) origins = NULL;
  Finding finding;

  g_return_val_if_fail (reader != NULL && tenure_record_def (type) != NULL, NULL);

  record = tenure_reader_load (reader, type, id, error);
  entries = record != NULL ? tenure_history_list (reader, 0, error) : NULL;
  if (entries == NULL)
    return NULL;
  origins = g_array_new (FALSE, TRUE, sizeof (TenureFieldOrigin));
  g_array_set_clear_func (origins, clear_origin);
  g_array_set_size (origins, record->n_fields);
  finding = (Finding){ reader, record, origins, count_recorded (record) };
  for (guint i = 0; i < entries->len && finding.wanted > 0; i++)
    {
      const TenureHistoryEntry *entry = entries->pdata[i];

      if (entry->state == TENURE_HISTORY_DONE && entry->counts[type].inserted + entry->counts[type].updated > 0
          && !take_step (&finding, entry, error))
        return NULL;
    }
  return g_steal_pointer (&origins);
}
