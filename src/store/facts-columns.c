#include "config.h"
#include "store/facts-loader-private.h"

#include <string.h>

void
tenure_facts_names_init (TenureFactsNames *names)
{
  names->indexes = g_hash_table_new (g_str_hash, g_str_equal);
  names->names = g_ptr_array_new ();
}

void
tenure_facts_names_clear (TenureFactsNames *names)
{
  g_clear_pointer (&names->indexes, g_hash_table_unref);
  g_clear_pointer (&names->names, g_ptr_array_unref);
}

static gint32
find_name (const TenureFactsNames *names, const char *name)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (names->indexes, name)) - 1;
}

static gint32
append_name (TenureFactsNames *names, const char *name)
{
  g_ptr_array_add (names->names, (gpointer) name);
  g_hash_table_insert (names->indexes, (gpointer) name, GINT_TO_POINTER (names->names->len));
  return (gint32) names->names->len - 1;
}

gint32
tenure_facts_names_add (TenureFactsNames *names, GStringChunk *strings, sqlite3_value **row, int column)
{
  const char *text = (const char *) sqlite3_value_text (row[column]);
  gint32 index;

  if (text == NULL)
    return -1;
  index = find_name (names, text);
  return index >= 0 ? index : append_name (names, tenure_facts_text (strings, row, column));
}

gint32
tenure_facts_names_take (TenureFactsNames *names, const char *name)
{
  gint32 index = find_name (names, name);

  return index >= 0 ? index : append_name (names, name);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

gint32 *
tenure_facts_names_sort (TenureFactsNames *names)
{
  gint32 *map = g_new (gint32, names->names->len);

  g_ptr_array_sort (names->names, compare_names);
  for (guint i = 0; i < names->names->len; i++)
    map[find_name (names, names->names->pdata[i])] = (gint32) i;
  g_clear_pointer (&names->indexes, g_hash_table_unref);
  return map;
}

const char **
tenure_facts_names_steal (TenureFactsNames *names, guint *out_n)
{
  *out_n = names->names->len;
  return (const char **) g_ptr_array_free (g_steal_pointer (&names->names), FALSE);
}

void
tenure_facts_get_row (sqlite3_stmt *statement, sqlite3_value **row)
{
  int n = sqlite3_column_count (statement);

  g_assert (n <= TENURE_FACTS_MAX_COLUMNS);
  for (int i = 0; i < n; i++)
    row[i] = sqlite3_column_value (statement, i);
}

const char *
tenure_facts_text (GStringChunk *strings, sqlite3_value **row, int column)
{
  const char *text = (const char *) sqlite3_value_text (row[column]);
  g_autofree char *valid = NULL;

  if (text == NULL)
    return NULL;
  if (g_utf8_validate (text, -1, NULL))
    return g_string_chunk_insert_len (strings, text, sqlite3_value_bytes (row[column]));
  valid = g_utf8_make_valid (text, -1);
  return g_string_chunk_insert (strings, valid);
}

TenureDay
tenure_facts_day (sqlite3_value **row, int column)
{
  const char *text = (const char *) sqlite3_value_text (row[column]);
  TenureDay day = TENURE_DAY_NONE;

  if (text != NULL)
    tenure_day_parse_iso (text, &day);
  return day;
}

TenureDuration
tenure_facts_duration (sqlite3_value **row, int column)
{
  const char *text = (const char *) sqlite3_value_text (row[column]);
  TenureDuration duration = TENURE_DURATION_UNKNOWN;

  if (text != NULL)
    tenure_duration_parse_iso (text, &duration);
  return duration;
}

gboolean
tenure_facts_integer (sqlite3_value **row, int column, gint64 *out_value)
{
  if (sqlite3_value_type (row[column]) != SQLITE_INTEGER)
    return FALSE;
  *out_value = sqlite3_value_int64 (row[column]);
  return TRUE;
}

gint8
tenure_facts_flag (sqlite3_value **row, int column)
{
  gint64 flag;

  if (!tenure_facts_integer (row, column, &flag))
    return TENURE_FACT_UNKNOWN;
  return flag != 0 ? TENURE_FACT_YES : TENURE_FACT_NO;
}

gint32
tenure_facts_count (sqlite3_value **row, int column)
{
  gint64 count;

  return tenure_facts_integer (row, column, &count) && count >= 0 && count <= G_MAXINT32 ? (gint32) count : -1;
}

TenureCurrency
tenure_facts_currency (sqlite3_value **row, int column)
{
  return tenure_currency_from_code ((const char *) sqlite3_value_text (row[column]));
}

const TenureField *
tenure_facts_field (TenureRecordType type, const char *name)
{
  return &tenure_record_def (type)->fields[tenure_record_field_index (type, name)];
}

gint8
tenure_facts_choice (const TenureField *field, sqlite3_value **row, int column)
{
  const char *text = (const char *) sqlite3_value_text (row[column]);

  for (gint8 i = 0; text != NULL && field->choices[i].value != NULL; i++)
    if (field->choices[i].value[0] == text[0] && strcmp (field->choices[i].value, text) == 0)
      return i + 1;
  return 0;
}

static TenureId
id_at (gconstpointer records, gsize size, gint64 index)
{
  return *(const TenureId *) ((const guint8 *) records + (gsize) index * size);
}

gint32
tenure_facts_find (gconstpointer records, guint n, gsize size, TenureId id, gint32 *hint)
{
  int found;

  for (gint64 near = *hint; near >= 0 && near < n && near <= (gint64) *hint + 1; near++)
    if (id_at (records, size, near) == id)
      return *hint = (gint32) near;
  found = tenure_id_find (records, n, size, id, NULL);
  if (found >= 0)
    *hint = found;
  return found;
}

/* Ids of one import differ in their lower bits, those of several in their upper ones: this stirs both. */
static guint
slot_of (const TenureFactsIndex *index, TenureId id)
{
  return (guint) ((guint64) id * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15) >> 32) & index->mask;
}

void
tenure_facts_index_init (TenureFactsIndex *index, gconstpointer records, guint n, gsize size)
{
  guint n_slots = 16;

  while (n_slots < 2 * (gsize) n)
    n_slots *= 2;
  *index = (TenureFactsIndex){ g_new0 (TenureFactsSlot, n_slots), n_slots - 1 };
  for (guint i = 0; i < n; i++)
    {
      TenureId id = id_at (records, size, i);
      guint slot = slot_of (index, id);

      while (index->slots[slot].id != TENURE_ID_NONE)
        slot = (slot + 1) & index->mask;
      index->slots[slot] = (TenureFactsSlot){ id, (gint32) i };
    }
}

void
tenure_facts_index_clear (TenureFactsIndex *index)
{
  g_clear_pointer (&index->slots, g_free);
}

gint32
tenure_facts_index_find (const TenureFactsIndex *index, TenureId id)
{
  for (guint slot = slot_of (index, id); index->slots[slot].id != TENURE_ID_NONE; slot = (slot + 1) & index->mask)
    if (index->slots[slot].id == id)
      return index->slots[slot].index;
  return -1;
}
