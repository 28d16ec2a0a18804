/* Reading history: the steps, and what each did field by field. */

#include "config.h"
#include "store/history.h"

#include "base/error.h"
#include "store/changeset-private.h"
#include "store/history-log-private.h"
#include "store/reader-private.h"

#include "base/i18n.h"
#include <stdio.h>
#include <string.h>

void
tenure_history_entry_free (TenureHistoryEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->at);
  g_free (entry->author);
  g_free (entry->label);
  g_free (entry);
}

static void
free_entry (gpointer entry)
{
  tenure_history_entry_free (entry);
}

/* "agreement:1,0,2 funder:1,0,0 setting"; what it does not understand it passes over. */
static void
parse_counts (TenureHistoryEntry *entry, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", TENURE_N_RECORDS + 2);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char *colon = strchr (words[i], ':');
      TenureHistoryCounts counts = { 0 };
      TenureRecordType type;

      entry->settings |= strcmp (words[i], "setting") == 0;
      if (colon == NULL)
        continue;
      *colon = '\0';
      type = tenure_record_type_from_table (words[i]);
      if (type != TENURE_RECORD_NONE
          && sscanf (colon + 1, "%u,%u,%u", &counts.inserted, &counts.updated, &counts.deleted) == 3)
        entry->counts[type] = counts;
    }
}

static TenureHistoryEntry *
read_entry (sqlite3_stmt *statement)
{
  TenureHistoryEntry *entry = g_new0 (TenureHistoryEntry, 1);

  entry->seq = sqlite3_column_int64 (statement, 0);
  entry->at = tenure_sql_column_dup (statement, 1);
  entry->author = tenure_sql_column_dup (statement, 2);
  entry->label = tenure_sql_column_dup (statement, 3);
  entry->state = tenure_history_state_from_name ((const char *) sqlite3_column_text (statement, 4));
  parse_counts (entry, (const char *) sqlite3_column_text (statement, 5));
  return entry;
}

GPtrArray *
tenure_history_list (TenureReader *reader, guint max, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (free_entry);
  g_autoptr (TenureSqlStatement) statement = NULL;
  gboolean row = TRUE;

  g_return_val_if_fail (reader != NULL, NULL);

  statement =
      tenure_sql_prepare (tenure_reader_get_db (reader),
                          "SELECT seq, at, author, label, state, counts FROM history ORDER BY seq DESC LIMIT :max", error);
  if (statement == NULL)
    return NULL;
  tenure_sql_bind_integer (statement, ":max", max > 0 ? (gint64) max : -1);
  while (row)
    {
      if (!tenure_sql_step (statement, &row, error))
        return NULL;
      if (row)
        g_ptr_array_add (entries, read_entry (statement));
    }
  return g_steal_pointer (&entries);
}

void
tenure_field_change_free (TenureFieldChange *change)
{
  if (change == NULL)
    return;
  tenure_value_clear (&change->before);
  tenure_value_clear (&change->after);
  g_free (change->title);
  g_free (change->before_label);
  g_free (change->after_label);
  g_free (change);
}

static void
free_change (gpointer change)
{
  tenure_field_change_free (change);
}

/* One side of a changed row as a record, so that it reads as records do. What the change leaves out is as it is now:
 * an amount is nothing without its currency. NULL with @error set when a name could not be read. */
static TenureRecord *
make_side (TenureReader *reader,
           const TenureChangesetReader *row,
           const TenureChangesetValue *values,
           const TenureRecord *now,
           GError **error)
{
  g_autoptr (TenureRecord) record = now != NULL ? tenure_record_dup (now) : tenure_record_new (row->type);
  const TenureRecordDef *def = tenure_record_def (row->type);

  for (guint i = 0; i < record->n_fields; i++)
    {
      guint column = tenure_changeset_column (row->type, i);
      TenureValue value;

      if (column >= row->n_columns || !values[column].present)
        continue;
      value = tenure_changeset_dup_value (&values[column]);
      tenure_record_set (record, i, &value);
      tenure_value_clear (&value);
      if (def->fields[i].type != TENURE_FIELD_REFERENCE || !tenure_record_is_known (record, i))
        continue;
      if (record->titles == NULL)
        record->titles = g_new0 (char *, record->n_fields);
      if (!tenure_reader_find_title (reader, def->fields[i].refers_to, tenure_record_get_reference (record, i),
                                     &record->titles[i], error))
        return NULL;
    }
  return g_steal_pointer (&record);
}

static gboolean
find_title (
    TenureReader *reader, const TenureChangesetReader *row, const TenureRecord *side, char **out_title, GError **error)
{
  const TenureRecordDef *def = tenure_record_def (row->type);

  if (!tenure_reader_find_title (reader, row->type, row->id, out_title, error))
    return FALSE;
  if (*out_title == NULL && def->title_field != NULL)
    *out_title = g_strdup (tenure_record_get_text_by_name (side, def->title_field));
  return TRUE;
}

static gboolean
is_full (const GPtrArray *changes, guint max)
{
  return max > 0 && changes->len >= max;
}

static void
add_field (GPtrArray *changes,
           gint64 seq,
           const TenureChangesetReader *row,
           guint field,
           const TenureRecord *before,
           const TenureRecord *after,
           const char *title)
{
  TenureFieldChange *change = g_new0 (TenureFieldChange, 1);

  change->seq = seq;
  change->type = row->type;
  change->id = row->id;
  change->title = g_strdup (title);
  change->field = field;
  change->inserted = row->op == TENURE_ROW_INSERTED;
  change->deleted = row->op == TENURE_ROW_DELETED;
  if (before != NULL)
    {
      change->before = tenure_value_copy (tenure_record_get (before, field));
      change->before_label = tenure_record_dup_label (before, field);
    }
  if (after != NULL)
    {
      change->after = tenure_value_copy (tenure_record_get (after, field));
      change->after_label = tenure_record_dup_label (after, field);
    }
  g_ptr_array_add (changes, change);
}

/* Fields that the change names; of a whole row those that hold something. */
static gboolean
names_field (const TenureChangesetReader *row, guint field)
{
  guint column = tenure_changeset_column (row->type, field);
  const TenureChangesetValue *value;

  if (column >= row->n_columns)
    return FALSE;
  value = row->op == TENURE_ROW_DELETED ? &row->old_values[column] : &row->new_values[column];
  return value->present && (row->op == TENURE_ROW_UPDATED || value->kind != TENURE_VALUE_NULL);
}

static gboolean
add_row (GPtrArray *changes, TenureReader *reader, gint64 seq, const TenureChangesetReader *row, guint max, GError **error)
{
  g_autoptr (TenureRecord) now = NULL;
  g_autoptr (TenureRecord) before = NULL;
  g_autoptr (TenureRecord) after = NULL;
  g_autofree char *title = NULL;

  if (row->op == TENURE_ROW_UPDATED && !tenure_reader_find (reader, row->type, row->id, &now, error))
    return FALSE;
  if (row->op != TENURE_ROW_INSERTED && (before = make_side (reader, row, row->old_values, now, error)) == NULL)
    return FALSE;
  if (row->op != TENURE_ROW_DELETED && (after = make_side (reader, row, row->new_values, now, error)) == NULL)
    return FALSE;
  if (!find_title (reader, row, after != NULL ? after : before, &title, error))
    return FALSE;
  for (guint i = 0; i < tenure_record_def (row->type)->n_fields && !is_full (changes, max); i++)
    if (names_field (row, i))
      add_field (changes, seq, row, i, before, after, title);
  return TRUE;
}

/* Adds the changes of step @seq to @changes, of one record alone unless @type is NONE. */
static gboolean
load_step (
    TenureReader *reader, gint64 seq, TenureRecordType type, TenureId id, guint max, GPtrArray *changes, GError **error)
{
  g_autoptr (GBytes) bytes = tenure_history_log_load (tenure_reader_get_db (reader), seq, NULL, error);
  g_auto (TenureChangesetReader) row = { 0 };

  if (bytes == NULL)
    return FALSE;
  tenure_changeset_reader_init (&row, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  while (!is_full (changes, max) && tenure_changeset_next (&row, NULL))
    if (row.type != TENURE_RECORD_NONE && (type == TENURE_RECORD_NONE || (row.type == type && row.id == id))
        && !add_row (changes, reader, seq, &row, max, error))
      return FALSE;
  return TRUE;
}

GPtrArray *
tenure_history_load_changes (TenureReader *reader, gint64 seq, guint max, GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (free_change);

  g_return_val_if_fail (reader != NULL, NULL);

  if (!load_step (reader, seq, TENURE_RECORD_NONE, TENURE_ID_NONE, max, changes, error))
    return NULL;
  return g_steal_pointer (&changes);
}

GPtrArray *
tenure_history_load_record (TenureReader *reader, TenureRecordType type, TenureId id, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (free_change);

  g_return_val_if_fail (reader != NULL && tenure_record_def (type) != NULL, NULL);

  entries = tenure_history_list (reader, 0, error);
  if (entries == NULL)
    return NULL;
  for (guint i = 0; i < entries->len; i++)
    {
      const TenureHistoryEntry *entry = entries->pdata[i];
      const TenureHistoryCounts *counts = &entry->counts[type];
      g_autoptr (GError) failure = NULL;

      if (entry->state != TENURE_HISTORY_DONE || counts->inserted + counts->updated + counts->deleted == 0)
        continue;
      if (!load_step (reader, entry->seq, type, id, 0, changes, &failure)
          && !g_error_matches (failure, TENURE_ERROR, TENURE_ERROR_CORRUPT))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
    }
  return g_steal_pointer (&changes);
}
