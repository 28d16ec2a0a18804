#include "config.h"
#include "store/facts-loader-private.h"

#include <string.h>

void
tenure_facts_names_init (TenureFactsNames *names)
{
  names->indexes = g_hash_table_new (g_str_hash, g_str_equal);
  names->names = g_ptr_array_new ();
}

gint32
tenure_facts_names_add (TenureFactsNames *names, TenureFacts *facts, sqlite3_stmt *row, int column)
{
  const char *text = (const char *) sqlite3_column_text (row, column);
  gint32 index;
  char *kept;

  if (text == NULL)
    return -1;
  index = GPOINTER_TO_INT (g_hash_table_lookup (names->indexes, text)) - 1;
  if (index >= 0)
    return index;
  kept = (char *) tenure_facts_text (facts, row, column);
  g_ptr_array_add (names->names, kept);
  g_hash_table_insert (names->indexes, kept, GINT_TO_POINTER (names->names->len));
  return (gint32) names->names->len - 1;
}

const char **
tenure_facts_names_finish (TenureFactsNames *names, guint *out_n)
{
  const char **list;

  *out_n = names->names->len;
  list = (const char **) g_ptr_array_free (g_steal_pointer (&names->names), FALSE);
  g_clear_pointer (&names->indexes, g_hash_table_unref);
  return list;
}

const char *
tenure_facts_text (TenureFacts *facts, sqlite3_stmt *row, int column)
{
  const char *text = (const char *) sqlite3_column_text (row, column);

  if (text == NULL)
    return NULL;
  if (g_utf8_validate (text, -1, NULL))
    return g_string_chunk_insert_len (facts->strings, text, sqlite3_column_bytes (row, column));
  else
    {
      g_autofree char *valid = g_utf8_make_valid (text, -1);

      return g_string_chunk_insert (facts->strings, valid);
    }
}

TenureDay
tenure_facts_day (sqlite3_stmt *row, int column)
{
  const char *text = (const char *) sqlite3_column_text (row, column);
  TenureDay day = TENURE_DAY_NONE;

  if (text != NULL)
    tenure_day_parse_iso (text, &day);
  return day;
}

TenureDuration
tenure_facts_duration (sqlite3_stmt *row, int column)
{
  const char *text = (const char *) sqlite3_column_text (row, column);
  TenureDuration duration = TENURE_DURATION_UNKNOWN;

  if (text != NULL)
    tenure_duration_parse_iso (text, &duration);
  return duration;
}

gboolean
tenure_facts_integer (sqlite3_stmt *row, int column, gint64 *out_value)
{
  if (sqlite3_column_type (row, column) != SQLITE_INTEGER)
    return FALSE;
  *out_value = sqlite3_column_int64 (row, column);
  return TRUE;
}

gint8
tenure_facts_flag (sqlite3_stmt *row, int column)
{
  gint64 flag;

  if (!tenure_facts_integer (row, column, &flag))
    return TENURE_FACT_UNKNOWN;
  return flag != 0 ? TENURE_FACT_YES : TENURE_FACT_NO;
}

gint32
tenure_facts_count (sqlite3_stmt *row, int column)
{
  gint64 count;

  return tenure_facts_integer (row, column, &count) && count >= 0 && count <= G_MAXINT32 ? (gint32) count : -1;
}

TenureCurrency
tenure_facts_currency (sqlite3_stmt *row, int column)
{
  return tenure_currency_from_code ((const char *) sqlite3_column_text (row, column));
}

gint8
tenure_facts_choice (const TenureField *field, sqlite3_stmt *row, int column)
{
  const char *text = (const char *) sqlite3_column_text (row, column);

  for (gint8 i = 0; text != NULL && field->choices[i].value != NULL; i++)
    if (strcmp (field->choices[i].value, text) == 0)
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
  gint64 low = 0, high = (gint64) n - 1;

  for (gint64 near = *hint; near >= 0 && near < n && near <= (gint64) *hint + 1; near++)
    if (id_at (records, size, near) == id)
      return *hint = (gint32) near;
  while (low <= high)
    {
      gint64 middle = (low + high) / 2;
      TenureId found = id_at (records, size, middle);

      if (found == id)
        return *hint = (gint32) middle;
      if (found < id)
        low = middle + 1;
      else
        high = middle - 1;
    }
  return -1;
}
