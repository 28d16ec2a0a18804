#include "config.h"
#include "store/query-private.h"

#include <string.h>

/* How a key compares. Text keys carry their first eight bytes as a number, which decides nearly every comparison. */
typedef struct
{
  guint64 number;
  const char *rest; /* text past the first eight bytes; NULL for others */
  gboolean known;
} Key;

/* The titles of one referred type, by id. */
typedef struct
{
  GArray *ids; /* growing */
  GArray *keys;
} Titles;

struct _TenureSorter
{
  TenureRecordType type;
  TenureSort sorts[TENURE_QUERY_MAX_SORTS];
  guint n_sorts;
  GArray *ids;
  GArray *keys;                          /* n_sorts for each id */
  Titles titles[TENURE_QUERY_MAX_SORTS]; /* for sorts by a reference */
  GStringChunk *text;
  GString *folded;
};

TenureSorter *
tenure_sorter_new (TenureRecordType type, const TenureSort *sorts, guint n_sorts)
{
  TenureSorter *sorter = g_new0 (TenureSorter, 1);

  sorter->type = type;
  sorter->n_sorts = n_sorts;
  if (n_sorts > 0)
    memcpy (sorter->sorts, sorts, n_sorts * sizeof *sorts);
  sorter->ids = g_array_new (FALSE, FALSE, sizeof (TenureId));
  sorter->keys = g_array_new (FALSE, FALSE, sizeof (Key));
  sorter->text = g_string_chunk_new (64 * 1024);
  sorter->folded = g_string_new (NULL);
  return sorter;
}

void
tenure_sorter_free (TenureSorter *sorter)
{
  if (sorter == NULL)
    return;
  g_clear_pointer (&sorter->ids, g_array_unref);
  g_array_unref (sorter->keys);
  for (guint i = 0; i < sorter->n_sorts; i++)
    {
      g_clear_pointer (&sorter->titles[i].ids, g_array_unref);
      g_clear_pointer (&sorter->titles[i].keys, g_array_unref);
    }
  g_string_chunk_free (sorter->text);
  g_string_free (sorter->folded, TRUE);
  g_free (sorter);
}

/* Letters without case and accents. Most text is ASCII and goes the short way. */
static void
fold (GString *folded, const char *text)
{
  g_autofree char *valid = NULL, *apart = NULL, *caseless = NULL;
  const char *c;

  g_string_truncate (folded, 0);
  for (c = text; *c != '\0' && (guchar) *c < 0x80; c++)
    g_string_append_c (folded, g_ascii_tolower (*c));
  if (*c == '\0')
    return;
  g_string_truncate (folded, 0);
  valid = g_utf8_make_valid (text, -1);
  apart = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL);
  caseless = g_utf8_casefold (apart, -1);
  for (c = caseless; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_ismark (g_utf8_get_char (c)))
      g_string_append_unichar (folded, g_utf8_get_char (c));
}

static Key
make_text_key (TenureSorter *sorter, const char *text)
{
  Key key = { .known = TRUE };
  gsize length;

  fold (sorter->folded, text);
  length = sorter->folded->len;
  for (gsize i = 0; i < 8; i++)
    key.number = key.number << 8 | (i < length ? (guchar) sorter->folded->str[i] : 0);
  if (length > 8)
    key.rest = g_string_chunk_insert_len (sorter->text, sorter->folded->str + 8, (gssize) (length - 8));
  return key;
}

/* Order of signed numbers as order of unsigned ones. */
static Key
make_number_key (gint64 number)
{
  return (Key){ .number = (guint64) number ^ (G_GUINT64_CONSTANT (1) << 63), .known = TRUE };
}

/* Lengths of time have no order of their own; a month counts as 30.44 days here, as it does nowhere else. */
static Key
make_duration_key (TenureSorter *sorter, const char *text)
{
  TenureDuration duration;

  if (!tenure_duration_parse_iso (text, &duration))
    return make_text_key (sorter, text);
  return make_number_key ((gint64) duration.months * 3044 + (gint64) duration.days * 100);
}

static Key
make_title_key (const Titles *titles, TenureId id)
{
  guint low = 0, high = titles->ids->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      TenureId found = g_array_index (titles->ids, TenureId, middle);

      if (found == id)
        return g_array_index (titles->keys, Key, middle);
      if (found < id)
        low = middle + 1;
      else
        high = middle;
    }
  return (Key){ .known = FALSE };
}

static Key
make_key (TenureSorter *sorter, guint sort, sqlite3_stmt *statement, int column)
{
  const TenureField *field = &tenure_record_def (sorter->type)->fields[sorter->sorts[sort].field];

  switch (sqlite3_column_type (statement, column))
    {
    case SQLITE_INTEGER:
      if (sorter->titles[sort].ids != NULL)
        return make_title_key (&sorter->titles[sort], sqlite3_column_int64 (statement, column));
      return make_number_key (sqlite3_column_int64 (statement, column));
    case SQLITE_TEXT:
      if (field->type == TENURE_FIELD_DURATION)
        return make_duration_key (sorter, (const char *) sqlite3_column_text (statement, column));
      return make_text_key (sorter, (const char *) sqlite3_column_text (statement, column));
    default:
      return (Key){ .known = FALSE };
    }
}

static gboolean
load_titles_of (TenureSorter *sorter, Titles *titles, const TenureRecordDef *target, sqlite3 *db, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id, \"%s\" FROM %s ORDER BY id", target->title_field, target->table);
  g_autoptr (TenureSqlStatement) statement = tenure_sql_prepare (db, sql, error);
  gboolean row = TRUE;

  titles->ids = g_array_new (FALSE, FALSE, sizeof (TenureId));
  titles->keys = g_array_new (FALSE, FALSE, sizeof (Key));
  while (statement != NULL && row)
    {
      const char *title;
      TenureId id;
      Key key;

      if (!tenure_sql_step (statement, &row, error))
        return FALSE;
      if (!row)
        break;
      id = sqlite3_column_int64 (statement, 0);
      title = (const char *) sqlite3_column_text (statement, 1);
      key = title != NULL ? make_text_key (sorter, title) : (Key){ .known = FALSE };
      g_array_append_val (titles->ids, id);
      g_array_append_val (titles->keys, key);
    }
  return statement != NULL;
}

gboolean
tenure_sorter_load_titles (TenureSorter *sorter, sqlite3 *db, GError **error)
{
  for (guint i = 0; i < sorter->n_sorts; i++)
    {
      const TenureField *field = &tenure_record_def (sorter->type)->fields[sorter->sorts[i].field];

      if (field->type == TENURE_FIELD_REFERENCE && tenure_record_def (field->refers_to)->title_field != NULL
          && !load_titles_of (sorter, &sorter->titles[i], tenure_record_def (field->refers_to), db, error))
        return FALSE;
    }
  return TRUE;
}

void
tenure_sorter_add (TenureSorter *sorter, TenureId id, sqlite3_stmt *statement, int column)
{
  g_array_append_val (sorter->ids, id);
  for (guint i = 0; i < sorter->n_sorts; i++)
    {
      Key key = make_key (sorter, i, statement, column + (int) i);

      g_array_append_val (sorter->keys, key);
    }
}

static int
compare_known (const Key *a, const Key *b)
{
  if (a->number != b->number)
    return a->number < b->number ? -1 : 1;
  return strcmp (a->rest != NULL ? a->rest : "", b->rest != NULL ? b->rest : "");
}

/* Rows are compared by position; since they were added by growing id, position settles ties. */
static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;
  const TenureSorter *sorter = data;
  const Key *of_left = &g_array_index (sorter->keys, Key, (gsize) left * sorter->n_sorts);
  const Key *of_right = &g_array_index (sorter->keys, Key, (gsize) right * sorter->n_sorts);

  for (guint i = 0; i < sorter->n_sorts; i++)
    {
      int order;

      if (!of_left[i].known || !of_right[i].known)
        order = of_right[i].known - of_left[i].known;
      else
        order = sorter->sorts[i].descending ? compare_known (&of_right[i], &of_left[i])
                                            : compare_known (&of_left[i], &of_right[i]);
      if (order != 0)
        return order;
    }
  return (left > right) - (left < right);
}

/* Of rows that stand in the order of their first key. Counted from the smallest value: from the end when descending. */
static GArray *
rank_rows (const TenureSorter *sorter, const guint32 *positions, guint n)
{
  GArray *ranks = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);
  gboolean descending = sorter->sorts[0].descending;
  const Key *before = NULL;
  guint32 rank = 0;

  g_array_set_size (ranks, n);
  for (guint i = 0; i < n; i++)
    {
      guint at = descending ? n - 1 - i : i;
      const Key *key = &g_array_index (sorter->keys, Key, (gsize) positions[at] * sorter->n_sorts);

      if (key->known && before != NULL && compare_known (before, key) != 0)
        rank++;
      g_array_index (ranks, guint32, at) = key->known ? rank : G_MAXUINT32;
      if (key->known)
        before = key;
    }
  return ranks;
}

GArray *
tenure_sorter_finish (TenureSorter *sorter, GArray **out_ranks)
{
  guint n = sorter->ids->len;
  g_autofree guint32 *positions = NULL;
  GArray *sorted;

  if (sorter->n_sorts == 0)
    return g_steal_pointer (&sorter->ids);
  positions = g_new (guint32, n);
  for (guint i = 0; i < n; i++)
    positions[i] = i;
  g_qsort_with_data (positions, (int) n, sizeof *positions, compare_rows, sorter);
  sorted = g_array_sized_new (FALSE, FALSE, sizeof (TenureId), n);
  for (guint i = 0; i < n; i++)
    g_array_append_val (sorted, g_array_index (sorter->ids, TenureId, positions[i]));
  if (out_ranks != NULL)
    *out_ranks = rank_rows (sorter, positions, n);
  return sorted;
}
