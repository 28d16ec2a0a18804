#include "config.h"
#include "store/history-names-private.h"

#include "base/text.h"
#include "store/edit-private.h"
#include "store/history-log-private.h"

#include <string.h>

struct _TenureHistoryNames
{
  TenureReader *reader;
  GPtrArray *changesets; /* of GBytes: what the rows lie in */
  GHashTable *gone;      /* TenureRecordKey → TenureHistoryRow; NULL until it is needed */
};

/* --- Rows ---------------------------------------------------------------------------------------------------- */

TenureHistoryRow
tenure_history_row_make (const TenureChangesetReader *reader, GBytes *changeset, gint64 seq)
{
  const guint8 *bytes = g_bytes_get_data (changeset, NULL);

  return (TenureHistoryRow){ .id = reader->id,
                             .seq = seq,
                             .changeset = changeset,
                             .offset = (gsize) (reader->row - bytes),
                             .type = (gint16) reader->type,
                             .n_columns = (guint16) reader->n_columns,
                             .op = (guint8) reader->op };
}

void
tenure_history_row_read (const TenureHistoryRow *row, TenureChangesetReader *reader)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (row->changeset, &length);

  reader->end = bytes + length;
  tenure_changeset_reader_seek (reader, row->type, row->n_columns, bytes + row->offset);
  if (!tenure_changeset_next (reader, NULL))
    g_error ("a row of step %" G_GINT64_FORMAT " cannot be read a second time", row->seq);
}

/* --- Sets of records ----------------------------------------------------------------------------------------- */

static guint
key_hash (gconstpointer data)
{
  const TenureRecordKey *key = data;

  return g_int64_hash (&key->id) ^ (guint) key->type;
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const TenureRecordKey *left = a, *right = b;

  return left->id == right->id && left->type == right->type;
}

GHashTable *
tenure_record_set_new (void)
{
  return g_hash_table_new_full (key_hash, key_equal, g_free, NULL);
}

static TenureRecordKey *
key_new (TenureRecordType type, TenureId id)
{
  TenureRecordKey *key = g_new (TenureRecordKey, 1);

  *key = (TenureRecordKey){ type, id };
  return key;
}

void
tenure_record_set_add (GHashTable *set, TenureRecordType type, TenureId id)
{
  g_hash_table_add (set, key_new (type, id));
}

gboolean
tenure_record_set_has (GHashTable *set, TenureRecordType type, TenureId id)
{
  return g_hash_table_contains (set, &(TenureRecordKey){ type, id });
}

/* --- What belongs to what ------------------------------------------------------------------------------------ */

int
tenure_history_owner_field (TenureRecordType type)
{
  return type == TENURE_RECORD_PAYMENT ? tenure_record_find_field (type, "agreement") : tenure_edit_parent_field (type);
}

TenureRecordType
tenure_history_owner_type (TenureRecordType type)
{
  int field = tenure_history_owner_field (type);

  return field >= 0 ? tenure_record_def (type)->fields[field].refers_to : TENURE_RECORD_NONE;
}

gboolean
tenure_history_belongs (TenureRecordType type, TenureRecordType ancestor)
{
  while (type != TENURE_RECORD_NONE && type != ancestor)
    type = tenure_history_owner_type (type);
  return type == ancestor;
}

/* --- What is gone -------------------------------------------------------------------------------------------- */

TenureHistoryNames *
tenure_history_names_new (TenureReader *reader)
{
  TenureHistoryNames *names = g_new0 (TenureHistoryNames, 1);

  names->reader = reader;
  names->changesets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  return names;
}

void
tenure_history_names_free (TenureHistoryNames *names)
{
  if (names == NULL)
    return;
  g_clear_pointer (&names->gone, g_hash_table_unref);
  g_ptr_array_unref (names->changesets);
  g_free (names);
}

/* A standing step takes records away by deleting them, an undone one by having been their insertion. */
static TenureRowOp
op_that_lost (const TenureHistoryEntry *entry)
{
  return entry->state == TENURE_HISTORY_DONE ? TENURE_ROW_DELETED : TENURE_ROW_INSERTED;
}

static gboolean
lost_any (const TenureHistoryEntry *entry)
{
  for (guint i = 0; entry->state != TENURE_HISTORY_DROPPED && i < TENURE_N_RECORDS; i++)
    if ((entry->state == TENURE_HISTORY_DONE ? entry->counts[i].deleted : entry->counts[i].inserted) > 0)
      return TRUE;
  return FALSE;
}

static void
add_gone_of (TenureHistoryNames *names, const TenureHistoryEntry *entry)
{
  GBytes *bytes = tenure_history_log_load (tenure_reader_get_db (names->reader), entry->seq, NULL, NULL);
  g_auto (TenureChangesetReader) row = { 0 };

  if (bytes == NULL)
    return;
  g_ptr_array_add (names->changesets, bytes);
  tenure_changeset_reader_init (&row, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  while (tenure_changeset_next (&row, NULL))
    {
      TenureRecordKey *key;
      TenureHistoryRow place;

      if (row.type == TENURE_RECORD_NONE || row.op != op_that_lost (entry))
        continue;
      key = key_new (row.type, row.id);
      place = tenure_history_row_make (&row, bytes, entry->seq);
      g_hash_table_replace (names->gone, key, g_memdup2 (&place, sizeof place));
    }
}

/* Oldest first, so that the newest loss of a record stays. */
static void
load_gone (TenureHistoryNames *names)
{
  g_autoptr (GPtrArray) entries = NULL;

  if (names->gone != NULL)
    return;
  names->gone = g_hash_table_new_full (key_hash, key_equal, g_free, g_free);
  entries = tenure_history_list (names->reader, 0, NULL);
  for (guint i = entries != NULL ? entries->len : 0; i > 0; i--)
    if (lost_any (entries->pdata[i - 1]))
      add_gone_of (names, entries->pdata[i - 1]);
}

/* Sets the fields whose values are present. */
static void
set_values (TenureRecord *record, const TenureChangesetValue *values, guint n_columns)
{
  for (guint i = 0; i < record->n_fields; i++)
    {
      guint column = tenure_changeset_column (record->type, i);
      TenureValue value;

      if (column >= n_columns || !values[column].present)
        continue;
      value = tenure_changeset_dup_value (&values[column]);
      tenure_record_set (record, i, &value);
      tenure_value_clear (&value);
    }
}

/* Its references are left unnamed: records that are gone may name each other in a circle. */
static TenureRecord *
dup_gone (TenureHistoryNames *names, TenureRecordType type, TenureId id)
{
  const TenureHistoryRow *row;
  g_auto (TenureChangesetReader) reader = { 0 };
  TenureRecord *record;

  load_gone (names);
  row = g_hash_table_lookup (names->gone, &(TenureRecordKey){ type, id });
  if (row == NULL)
    return NULL;
  tenure_history_row_read (row, &reader);
  record = tenure_record_new (type);
  record->id = id;
  set_values (record, row->op == TENURE_ROW_DELETED ? reader.old_values : reader.new_values, row->n_columns);
  return record;
}

/* --- Names --------------------------------------------------------------------------------------------------- */

/* The field that a record is called by; -1 for types without one. */
static int
naming_field (TenureRecordType type)
{
  const TenureRecordDef *def = tenure_record_def (type);

  if (def->title_field != NULL)
    return tenure_record_find_field (type, def->title_field);
  for (guint i = 0; i < def->n_fields; i++)
    if ((def->fields[i].flags & TENURE_FIELD_REQUIRED) && !(def->fields[i].flags & TENURE_FIELD_PARENT))
      return (int) i;
  return -1;
}

char *
tenure_history_names_dup_title_of (const TenureRecord *record)
{
  int field = naming_field (record->type);

  return field >= 0 ? tenure_record_dup_label (record, (guint) field) : NULL;
}

/* Whatever the title says of the value that a reference had before, it says no more. */
static void
name_reference (TenureHistoryNames *names, TenureRecord *record, guint field)
{
  const TenureField *def = &tenure_record_def (record->type)->fields[field];

  if (def->type != TENURE_FIELD_REFERENCE)
    return;
  if (record->titles == NULL)
    record->titles = g_new0 (char *, record->n_fields);
  g_clear_pointer (&record->titles[field], g_free);
  if (tenure_record_is_known (record, field))
    record->titles[field] =
        tenure_history_names_dup_title (names, def->refers_to, tenure_record_get_reference (record, field));
}

/* What a record is called by never leads back to it, so this ends. */
char *
tenure_history_names_dup_title (TenureHistoryNames *names, TenureRecordType type, TenureId id)
{
  g_autoptr (TenureRecord) record = NULL;
  char *title = tenure_reader_dup_title (names->reader, type, id);
  int field = naming_field (type);

  if (title != NULL || field < 0)
    return title;
  record = dup_gone (names, type, id);
  if (record == NULL)
    return NULL;
  name_reference (names, record, (guint) field);
  return tenure_record_dup_label (record, (guint) field);
}

char *
tenure_history_names_dup_title_of_any (TenureHistoryNames *names, TenureId id)
{
  char *title = NULL;

  for (TenureRecordType type = 0; title == NULL && type < TENURE_N_RECORDS; type++)
    if (tenure_record_def (type)->title_field != NULL)
      title = tenure_history_names_dup_title (names, type, id);
  return title;
}

TenureRecord *
tenure_history_names_dup_record (TenureHistoryNames *names, TenureRecordType type, TenureId id)
{
  TenureRecord *record = tenure_reader_load (names->reader, type, id, NULL);

  if (record == NULL)
    record = dup_gone (names, type, id);
  for (guint i = 0; record != NULL && i < record->n_fields; i++)
    if (record->titles == NULL || record->titles[i] == NULL)
      name_reference (names, record, i);
  return record;
}

TenureId
tenure_history_names_get_owner (TenureHistoryNames *names, TenureRecordType type, TenureId id)
{
  int field = tenure_history_owner_field (type);
  g_autoptr (TenureRecord) record = field >= 0 ? tenure_reader_load (names->reader, type, id, NULL) : NULL;

  if (field >= 0 && record == NULL)
    record = dup_gone (names, type, id);
  return record != NULL ? tenure_record_get_reference (record, (guint) field) : TENURE_ID_NONE;
}

TenureRecord *
tenure_history_names_make_record (TenureHistoryNames *names,
                                  TenureRecordType type,
                                  TenureId id,
                                  const TenureChangesetValue *values,
                                  guint n_columns,
                                  const TenureRecord *base)
{
  TenureRecord *record = base != NULL ? tenure_record_dup (base) : tenure_record_new (type);

  record->id = id;
  set_values (record, values, n_columns);
  for (guint i = 0; i < record->n_fields; i++)
    {
      guint column = tenure_changeset_column (type, i);

      if (column < n_columns && values[column].present)
        name_reference (names, record, i);
    }
  return record;
}

/* --- Finding by name ----------------------------------------------------------------------------------------- */

static gboolean
holds (const char *title, const char *key)
{
  g_autofree char *folded = title != NULL ? tenure_text_dup_key (title) : NULL;

  return folded != NULL && strstr (folded, key) != NULL;
}

static gboolean
find_present (TenureHistoryNames *names, TenureRecordType type, const char *key, GHashTable *set, GError **error)
{
  guint field = tenure_record_field_index (type, tenure_record_def (type)->title_field);
  g_autoptr (TenureCursor) cursor = tenure_reader_select (names->reader, type, &field, 1, error);
  g_autoptr (GError) failure = NULL;
  const TenureValue *title;
  TenureId id;

  while (cursor != NULL && tenure_cursor_next (cursor, &id, &title, &failure))
    if (title->kind == TENURE_VALUE_TEXT && holds (title->text, key))
      tenure_record_set_add (set, type, id);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return cursor != NULL && failure == NULL;
}

static void
find_gone (TenureHistoryNames *names, const char *key, GHashTable *set)
{
  GHashTableIter iter;
  gpointer place;

  load_gone (names);
  g_hash_table_iter_init (&iter, names->gone);
  while (g_hash_table_iter_next (&iter, NULL, &place))
    {
      const TenureHistoryRow *row = place;
      const char *title_field = tenure_record_def (row->type)->title_field;
      g_auto (TenureChangesetReader) reader = { 0 };
      guint column;

      if (title_field == NULL)
        continue;
      tenure_history_row_read (row, &reader);
      column = tenure_changeset_column (row->type, tenure_record_field_index (row->type, title_field));
      if (column < row->n_columns)
        {
          TenureValue title = tenure_changeset_dup_value (row->op == TENURE_ROW_DELETED ? &reader.old_values[column]
                                                                                        : &reader.new_values[column]);

          if (title.kind == TENURE_VALUE_TEXT && holds (title.text, key))
            tenure_record_set_add (set, row->type, row->id);
          tenure_value_clear (&title);
        }
    }
}

gboolean
tenure_history_names_find (TenureHistoryNames *names, const char *words, GHashTable *set, GError **error)
{
  g_autofree char *key = tenure_text_dup_key (words);

  if (key == NULL)
    return TRUE;
  for (TenureRecordType type = 0; type < TENURE_N_RECORDS; type++)
    if (tenure_record_def (type)->title_field != NULL && !find_present (names, type, key, set, error))
      return FALSE;
  find_gone (names, key, set);
  return TRUE;
}
