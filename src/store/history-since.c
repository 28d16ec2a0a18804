/* Which records the steps since a moment touched. */

#include "config.h"
#include "store/history.h"

#include "base/error.h"
#include "store/changeset-private.h"
#include "store/edit-private.h"
#include "store/history-log-private.h"
#include "store/reader-private.h"

#include <string.h>

static void
add (GArray *ids, TenureId id)
{
  if (id != TENURE_ID_NONE)
    g_array_append_val (ids, id);
}

/* The record itself, or the one that a child belongs to: the new parent and the old, where it moved. */
static gboolean
add_row (GArray *ids, TenureReader *reader, TenureRecordType type, const TenureChangesetReader *row, GError **error)
{
  g_autoptr (TenureRecord) child = NULL;
  TenureId before, after;
  guint field, column;

  if (row->type == type)
    add (ids, row->id);
  if (row->type == TENURE_RECORD_NONE || tenure_record_def (row->type)->parent != type)
    return TRUE;
  field = (guint) tenure_edit_parent_field (row->type);
  column = tenure_changeset_column (row->type, field);
  before = tenure_changeset_get_reference (row, row->old_values, column);
  after = tenure_changeset_get_reference (row, row->new_values, column);
  add (ids, before);
  add (ids, after);
  if (before != TENURE_ID_NONE || after != TENURE_ID_NONE)
    return TRUE;
  /* An update of other fields does not name the parent. */
  if (!tenure_reader_find (reader, row->type, row->id, &child, error))
    return FALSE;
  if (child != NULL)
    add (ids, tenure_record_get_reference (child, field));
  return TRUE;
}

static gboolean
add_step (GArray *ids, TenureReader *reader, TenureRecordType type, gint64 seq, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) bytes = tenure_history_log_load (tenure_reader_get_db (reader), seq, NULL, &failure);
  g_auto (TenureChangesetReader) row = { 0 };

  if (bytes == NULL && g_error_matches (failure, TENURE_ERROR, TENURE_ERROR_CORRUPT))
    return TRUE;
  if (bytes == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  tenure_changeset_reader_init (&row, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  while (tenure_changeset_next (&row, NULL))
    if (!add_row (ids, reader, type, &row, error))
      return FALSE;
  return TRUE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  TenureId left = *(const TenureId *) a, right = *(const TenureId *) b;

  return (left > right) - (left < right);
}

static void
keep_one_of_each (GArray *ids)
{
  guint kept = 0;

  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    if (kept == 0 || g_array_index (ids, TenureId, i) != g_array_index (ids, TenureId, kept - 1))
      g_array_index (ids, TenureId, kept++) = g_array_index (ids, TenureId, i);
  g_array_set_size (ids, kept);
}

GArray *
tenure_history_find_changed (TenureReader *reader, TenureRecordType type, const char *since, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TenureId));
  g_autoptr (GPtrArray) entries = NULL;

  g_return_val_if_fail (reader != NULL && since != NULL, NULL);

  entries = tenure_history_list (reader, 0, error);
  if (entries == NULL)
    return NULL;
  for (guint i = 0; i < entries->len; i++)
    {
      const TenureHistoryEntry *entry = entries->pdata[i];

      if (entry->state == TENURE_HISTORY_DONE && strcmp (entry->at, since) >= 0
          && !add_step (ids, reader, type, entry->seq, error))
        return NULL;
    }
  keep_one_of_each (ids);
  return g_steal_pointer (&ids);
}
