/* Choosing steps of the history, and the rows in them. */

#include "config.h"
#include "store/history-filter.h"

#include "base/error.h"
#include "store/history-log-private.h"
#include "store/history-scope-private.h"

/* --- Rows ---------------------------------------------------------------------------------------------------- */

gboolean
tenure_history_scope_init (TenureHistoryScope *scope,
                           const TenureHistoryFilter *filter,
                           TenureHistoryNames *names,
                           GError **error)
{
  *scope = (TenureHistoryScope){ .filter = filter, .names = names };
  if (filter->record_type != TENURE_RECORD_NONE)
    {
      scope->wanted = tenure_record_set_new ();
      tenure_record_set_add (scope->wanted, filter->record_type, filter->record);
    }
  else if (filter->words != NULL)
    {
      scope->wanted = tenure_record_set_new ();
      return tenure_history_names_find (names, filter->words, scope->wanted, error);
    }
  return TRUE;
}

void
tenure_history_scope_clear (TenureHistoryScope *scope)
{
  g_clear_pointer (&scope->wanted, g_hash_table_unref);
}

gboolean
tenure_history_scope_has_step (const TenureHistoryScope *scope, gint64 seq)
{
  return seq > scope->filter->after && (scope->filter->until == 0 || seq <= scope->filter->until);
}

static gboolean
asks_for_type (const TenureHistoryScope *scope, TenureRecordType type)
{
  const TenureHistoryFilter *filter = scope->filter;

  if (filter->type != TENURE_RECORD_NONE && !tenure_history_belongs (type, filter->type))
    return FALSE;
  return filter->record_type == TENURE_RECORD_NONE || tenure_history_belongs (type, filter->record_type);
}

gboolean
tenure_history_scope_may_touch (const TenureHistoryScope *scope, const TenureHistoryEntry *entry)
{
  if (scope->filter->type == TENURE_RECORD_NONE && scope->wanted == NULL)
    return TRUE;
  for (TenureRecordType type = 0; type < TENURE_N_RECORDS; type++)
    {
      const TenureHistoryCounts *counts = &entry->counts[type];

      if (counts->inserted + counts->updated + counts->deleted > 0 && asks_for_type (scope, type))
        return TRUE;
    }
  return FALSE;
}

/* The record or anything that it belongs to. */
static gboolean
is_wanted (const TenureHistoryScope *scope, TenureRecordType type, TenureId id)
{
  while (type != TENURE_RECORD_NONE && id != TENURE_ID_NONE)
    {
      TenureRecordType owner = tenure_history_owner_type (type);

      if (tenure_record_set_has (scope->wanted, type, id))
        return TRUE;
      id = owner != TENURE_RECORD_NONE ? tenure_history_names_get_owner (scope->names, type, id) : TENURE_ID_NONE;
      type = owner;
    }
  return FALSE;
}

/* A row that was moved from one owner to another concerns both. */
static gboolean
row_is_wanted (const TenureHistoryScope *scope, const TenureChangesetReader *row)
{
  TenureRecordType owner = tenure_history_owner_type (row->type);
  TenureId before, after;
  guint column;

  if (tenure_record_set_has (scope->wanted, row->type, row->id))
    return TRUE;
  if (owner == TENURE_RECORD_NONE)
    return FALSE;
  column = tenure_changeset_column (row->type, (guint) tenure_history_owner_field (row->type));
  before = tenure_changeset_get_reference (row, row->old_values, column);
  after = tenure_changeset_get_reference (row, row->new_values, column);
  if (before == TENURE_ID_NONE && after == TENURE_ID_NONE && row->op == TENURE_ROW_UPDATED)
    after = tenure_history_names_get_owner (scope->names, row->type, row->id);
  return is_wanted (scope, owner, before) || is_wanted (scope, owner, after);
}

gboolean
tenure_history_scope_has_row (const TenureHistoryScope *scope, const TenureChangesetReader *row)
{
  if (row->type == TENURE_RECORD_NONE || !asks_for_type (scope, row->type))
    return FALSE;
  return scope->wanted == NULL || row_is_wanted (scope, row);
}

/* --- Steps --------------------------------------------------------------------------------------------------- */

gboolean
tenure_history_find_step (TenureReader *reader, const char *moment, gint64 *out_seq, GError **error)
{
  g_autoptr (TenureSqlStatement) statement = NULL;
  gboolean row;

  g_return_val_if_fail (reader != NULL && moment != NULL, FALSE);

  statement = tenure_sql_prepare (tenure_reader_get_db (reader),
                                  "SELECT max (seq) FROM history WHERE state = 'done' AND at < :moment", error);
  if (statement == NULL)
    return FALSE;
  tenure_sql_bind_text (statement, ":moment", moment);
  if (!tenure_sql_step (statement, &row, error))
    return FALSE;
  *out_seq = row ? sqlite3_column_int64 (statement, 0) : 0;
  return TRUE;
}

/* Of a damaged step it cannot be told that it did not; one that is no longer kept left nothing. */
static gboolean
touches_wanted (const TenureHistoryScope *scope,
                TenureReader *reader,
                const TenureHistoryEntry *entry,
                gboolean *out_touches,
                GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) bytes = tenure_history_log_load (tenure_reader_get_db (reader), entry->seq, NULL, &failure);
  g_auto (TenureChangesetReader) row = { 0 };

  *out_touches = g_error_matches (failure, TENURE_ERROR, TENURE_ERROR_CORRUPT);
  if (*out_touches || g_error_matches (failure, TENURE_ERROR, TENURE_ERROR_NOT_FOUND))
    return TRUE;
  if (bytes == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  tenure_changeset_reader_init (&row, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  while (tenure_changeset_next (&row, NULL))
    if (tenure_history_scope_has_row (scope, &row))
      {
        *out_touches = TRUE;
        break;
      }
  return TRUE;
}

static gboolean
is_asked_for (const TenureHistoryScope *scope,
              TenureReader *reader,
              const TenureHistoryEntry *entry,
              gboolean *out_asked,
              GError **error)
{
  const char *author = scope->filter->author;

  *out_asked = tenure_history_scope_has_step (scope, entry->seq)
               && (author == NULL || g_strcmp0 (author, entry->author) == 0)
               && tenure_history_scope_may_touch (scope, entry);
  return !*out_asked || scope->wanted == NULL || touches_wanted (scope, reader, entry, out_asked, error);
}

/* Moves what is asked for from @all to a new array. */
static GPtrArray *
choose (const TenureHistoryScope *scope, TenureReader *reader, GPtrArray *all, guint max, GError **error)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func ((GDestroyNotify) tenure_history_entry_free);
  guint n_later = 0;

  for (guint i = 0; i < all->len && (max == 0 || chosen->len < max); i++)
    {
      TenureHistoryEntry *entry = all->pdata[i];
      gboolean asked;

      entry->n_later = n_later;
      n_later += entry->state == TENURE_HISTORY_DONE;
      if (!is_asked_for (scope, reader, entry, &asked, error))
        return NULL;
      if (asked)
        g_ptr_array_add (chosen, g_steal_pointer (&all->pdata[i]));
    }
  return g_steal_pointer (&chosen);
}

GPtrArray *
tenure_history_find (TenureReader *reader, const TenureHistoryFilter *filter, guint max, GError **error)
{
  g_autoptr (TenureHistoryNames) names = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_auto (TenureHistoryScope) scope = { 0 };

  g_return_val_if_fail (reader != NULL && filter != NULL, NULL);

  names = tenure_history_names_new (reader);
  all = tenure_history_list (reader, 0, error);
  if (all == NULL || !tenure_history_scope_init (&scope, filter, names, error))
    return NULL;
  return choose (&scope, reader, all, max, error);
}

char *
tenure_history_dup_title (TenureReader *reader, TenureRecordType type, TenureId id)
{
  g_autoptr (TenureHistoryNames) names = tenure_history_names_new (reader);

  return tenure_history_names_dup_title (names, type, id);
}

GPtrArray *
tenure_history_list_authors (TenureReader *reader, GError **error)
{
  g_autoptr (GPtrArray) authors = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TenureSqlStatement) statement = NULL;
  gboolean row = TRUE;

  g_return_val_if_fail (reader != NULL, NULL);

  statement =
      tenure_sql_prepare (tenure_reader_get_db (reader),
                          "SELECT DISTINCT author FROM history WHERE author <> '' ORDER BY author COLLATE NOCASE", error);
  if (statement == NULL)
    return NULL;
  while (row)
    {
      if (!tenure_sql_step (statement, &row, error))
        return NULL;
      if (row)
        g_ptr_array_add (authors, tenure_sql_column_dup (statement, 0));
    }
  return g_steal_pointer (&authors);
}
