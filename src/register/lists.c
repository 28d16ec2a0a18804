#include "register/lists-private.h"

#include <string.h>

/* What is read before it stands in order: records come by id, agreements by their place in the facts. */
typedef struct
{
  guint32 agreement;
  gint32 value;
} Entry;

typedef struct
{
  TenureLists *lists;
  GHashTable *known; /* name (of lists->names) → value + 1 */
  GArray *last;      /* guint32 by value: the agreement that had it last, + 1 */
  GArray *entries;   /* Entry */
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

static gint32
number_of (Reading *reading, const char *name)
{
  guint32 nobody = 0;
  gpointer number = g_hash_table_lookup (reading->known, name);

  if (number != NULL)
    return GPOINTER_TO_INT (number) - 1;
  g_ptr_array_add (reading->lists->names, g_strdup (name));
  g_array_append_val (reading->last, nobody);
  g_hash_table_insert (reading->known, g_ptr_array_index (reading->lists->names, reading->lists->names->len - 1),
                       GINT_TO_POINTER (reading->lists->names->len));
  return (gint32) reading->lists->names->len - 1;
}

static void
take_item (Reading *reading, guint32 agreement, const char *item)
{
  Entry entry = { .agreement = agreement };
  guint32 *last;

  if (*item == '\0')
    return;
  entry.value = number_of (reading, item);
  last = &g_array_index (reading->last, guint32, entry.value);
  if (*last == agreement + 1)
    return;
  *last = agreement + 1;
  g_array_append_val (reading->entries, entry);
}

static void
take_list (Reading *reading, guint32 agreement, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_auto (GStrv) items = g_strsplit (valid, ";", -1);

  for (gsize i = 0; items[i] != NULL; i++)
    take_item (reading, agreement, g_strstrip (items[i]));
}

static gboolean
read_all (
    Reading *reading, TenureReader *reader, const char *field, TenureListsFindFunc find, gconstpointer data, GError **error)
{
  guint index = tenure_record_field_index (TENURE_RECORD_AGREEMENT, field);
  g_autoptr (TenureCursor) cursor = tenure_reader_select (reader, TENURE_RECORD_AGREEMENT, &index, 1, error);
  g_autoptr (GError) failure = NULL;
  const TenureValue *values;
  TenureId id;

  while (cursor != NULL && tenure_cursor_next (cursor, &id, &values, &failure))
    {
      int agreement = values[0].kind == TENURE_VALUE_TEXT ? find (data, id) : -1;

      if (agreement >= 0)
        take_list (reading, (guint32) agreement, values[0].text);
    }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return cursor != NULL && failure == NULL;
}

/* Runs are found by counting: how many values each agreement has, where its run then begins, what goes there. */
static void
put_in_order (TenureLists *lists, const GArray *entries, guint n)
{
  g_autofree guint32 *next = g_new0 (guint32, n + 1);

  lists->first = g_new0 (guint32, n + 1);
  g_array_set_size (lists->values, entries->len);
  for (guint i = 0; i < entries->len; i++)
    lists->first[g_array_index (entries, Entry, i).agreement + 1]++;
  for (guint i = 0; i < n; i++)
    lists->first[i + 1] += lists->first[i];
  memcpy (next, lists->first, (n + 1) * sizeof *next);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      g_array_index (lists->values, gint32, next[entry->agreement]++) = entry->value;
    }
}

TenureLists *
tenure_lists_new (
    TenureReader *reader, const char *field, guint n, TenureListsFindFunc find, gconstpointer data, GError **error)
{
  g_autoptr (TenureLists) self = g_new0 (TenureLists, 1);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) last = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  Reading reading = { self, known, last, entries };

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->values = g_array_new (FALSE, FALSE, sizeof (gint32));
  if (!read_all (&reading, reader, field, find, data, error))
    return NULL;
  put_in_order (self, entries, n);
  return g_steal_pointer (&self);
}
