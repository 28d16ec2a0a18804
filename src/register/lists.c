#include "register/lists-private.h"

#include <string.h>

/* What is read before it stands in order: rows come by id, records stand by their place in the facts. */
typedef struct
{
  guint32 record;
  gint32 value;
} Entry;

typedef struct
{
  const TenureField *field;
  TenureLists *lists; /* on loan */
  GHashTable *known;  /* name (of lists->names) → value + 1 */
  GArray *last;       /* guint32 by value: the record that had it last, + 1 */
  GArray *entries;    /* Entry */
} Reading;

void
tenure_lists_free (TenureLists *lists)
{
  if (lists == NULL)
    return;
  g_ptr_array_unref (lists->names);
  g_array_unref (lists->values);
  g_free (lists->first);
  g_free (lists);
}

static void
add_name (Reading *reading, const char *name)
{
  guint32 nobody = 0;

  g_ptr_array_add (reading->lists->names, g_strdup (name));
  g_array_append_val (reading->last, nobody);
  g_hash_table_insert (reading->known, g_ptr_array_index (reading->lists->names, reading->lists->names->len - 1),
                       GINT_TO_POINTER (reading->lists->names->len));
}

static gboolean
is_fixed (const TenureField *field)
{
  return field->type == TENURE_FIELD_CHOICE || field->type == TENURE_FIELD_FLAG;
}

/* -1 for a text that is none of the choices. */
static gint32
number_of (Reading *reading, const char *name)
{
  gpointer number = g_hash_table_lookup (reading->known, name);

  if (number != NULL)
    return GPOINTER_TO_INT (number) - 1;
  if (is_fixed (reading->field))
    return -1;
  add_name (reading, name);
  return (gint32) reading->lists->names->len - 1;
}

static void
take_item (Reading *reading, guint32 record, const char *item)
{
  Entry entry = { .record = record };
  guint32 *last;

  if (*item == '\0')
    return;
  entry.value = number_of (reading, item);
  if (entry.value < 0)
    return;
  last = &g_array_index (reading->last, guint32, entry.value);
  if (*last == record + 1)
    return;
  *last = record + 1;
  g_array_append_val (reading->entries, entry);
}

static void
take_list (Reading *reading, guint32 record, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_auto (GStrv) items = g_strsplit (valid, ";", -1);

  for (gsize i = 0; items[i] != NULL; i++)
    take_item (reading, record, g_strstrip (items[i]));
}

static void
take_value (Reading *reading, guint32 record, const TenureValue *value)
{
  if (value->kind == TENURE_VALUE_INTEGER)
    take_item (reading, record, value->integer != 0 ? "1" : "0");
  else if (value->kind == TENURE_VALUE_TEXT && reading->field->type == TENURE_FIELD_LIST)
    take_list (reading, record, value->text);
  else if (value->kind == TENURE_VALUE_TEXT)
    {
      g_autofree char *valid = g_utf8_make_valid (value->text, -1);

      take_item (reading, record, g_strstrip (valid));
    }
}

/* Runs are found by counting: how many values each agreement has, where its run then begins, what goes there. */
static void
put_in_order (TenureLists *lists, const GArray *entries, guint n)
{
  g_autofree guint32 *next = g_new0 (guint32, n + 1);

  lists->first = g_new0 (guint32, n + 1);
  g_array_set_size (lists->values, entries->len);
  for (guint i = 0; i < entries->len; i++)
    lists->first[g_array_index (entries, Entry, i).record + 1]++;
  for (guint i = 0; i < n; i++)
    lists->first[i + 1] += lists->first[i];
  memcpy (next, lists->first, (n + 1) * sizeof *next);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      g_array_index (lists->values, gint32, next[entry->record]++) = entry->value;
    }
}

static void
reading_init (Reading *reading, const TenureField *field)
{
  reading->field = field;
  reading->lists = g_new0 (TenureLists, 1);
  reading->lists->names = g_ptr_array_new_with_free_func (g_free);
  reading->lists->values = g_array_new (FALSE, FALSE, sizeof (gint32));
  reading->known = g_hash_table_new (g_str_hash, g_str_equal);
  reading->last = g_array_new (FALSE, FALSE, sizeof (guint32));
  reading->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  if (field->type == TENURE_FIELD_FLAG)
    {
      add_name (reading, "1");
      add_name (reading, "0");
    }
  else if (field->type == TENURE_FIELD_CHOICE)
    for (const TenureChoice *choice = field->choices; choice->value != NULL; choice++)
      add_name (reading, choice->value);
}

static void
reading_clear (gpointer data)
{
  Reading *reading = data;

  g_hash_table_unref (reading->known);
  g_array_unref (reading->last);
  g_array_unref (reading->entries);
}

static gboolean
read_all (GArray *readings,
          TenureCursor *cursor,
          TenureRecordType type,
          TenureListsFindFunc find,
          gconstpointer data,
          GError **error)
{
  g_autoptr (GError) failure = NULL;
  const TenureValue *values;
  TenureId id;

  while (tenure_cursor_next (cursor, &id, &values, &failure))
    {
      int record = -1;

      for (guint i = 0; i < readings->len; i++)
        if (values[i].kind != TENURE_VALUE_NULL)
          {
            record = record < 0 ? find (data, type, id) : record;
            if (record >= 0)
              take_value (&g_array_index (readings, Reading, i), (guint32) record, &values[i]);
          }
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

GPtrArray *
tenure_lists_read (TenureReader *reader,
                   TenureRecordType type,
                   const guint *fields,
                   guint n_fields,
                   guint n,
                   TenureListsFindFunc find,
                   gconstpointer data,
                   GError **error)
{
  g_autoptr (TenureCursor) cursor = tenure_reader_select (reader, type, fields, n_fields, error);
  g_autoptr (GArray) readings = g_array_new (FALSE, TRUE, sizeof (Reading));
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) tenure_lists_free);

  g_array_set_clear_func (readings, reading_clear);
  g_array_set_size (readings, n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      Reading *reading = &g_array_index (readings, Reading, i);

      reading_init (reading, &tenure_record_def (type)->fields[fields[i]]);
      g_ptr_array_add (lists, reading->lists);
    }
  if (cursor == NULL || !read_all (readings, cursor, type, find, data, error))
    return NULL;
  for (guint i = 0; i < n_fields; i++)
    put_in_order (lists->pdata[i], g_array_index (readings, Reading, i).entries, n);
  return g_steal_pointer (&lists);
}
