/* The agreements in the order of one or several columns. */

#include "config.h"
#include "app/agreements/register-column.h"

#include "store/query.h"

/* The keys of all agreements for one sort. */
typedef struct
{
  gint64 *keys;
  guint8 *known;
  gboolean descending;
} SortKeys;

typedef struct
{
  SortKeys sorts[TENURE_REGISTER_MAX_SORTS];
  guint n_sorts;
} Sorting;

static void
sorting_clear (Sorting *sorting)
{
  for (guint i = 0; i < sorting->n_sorts; i++)
    {
      g_free (sorting->sorts[i].keys);
      g_free (sorting->sorts[i].known);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sorting, sorting_clear)

static int
compare_agreements (gconstpointer a, gconstpointer b, gpointer data)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;
  const Sorting *sorting = data;

  for (guint i = 0; i < sorting->n_sorts; i++)
    {
      const SortKeys *sort = &sorting->sorts[i];

      if (sort->known[left] != sort->known[right])
        return sort->known[left] ? -1 : 1;
      if (sort->keys[left] != sort->keys[right] && sort->known[left])
        return (sort->keys[left] < sort->keys[right]) != sort->descending ? -1 : 1;
    }
  return (left > right) - (left < right);
}

static void
read_computed_keys (const TenureSnapshot *snapshot, const TenureRegisterColumn *column, SortKeys *sort)
{
  guint n;
  const guint32 *shown = tenure_snapshot_get_shown (snapshot, &n);

  for (guint i = 0; i < n; i++)
    sort->known[shown[i]] = column->get_key (snapshot, shown[i], &sort->keys[shown[i]]);
}

/* The database compares text, titles and lengths of time; here their places are compared. */
static gboolean
read_field_keys (const TenureSnapshot *snapshot, guint field, SortKeys *sort, TenureReader *reader, GError **error)
{
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_AGREEMENT);
  g_autoptr (GArray) ids = NULL, ranks = NULL;

  tenure_query_sort (query, field, FALSE);
  ids = tenure_query_run_ranked (query, reader, &ranks, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      guint32 rank = g_array_index (ranks, guint32, i);
      int index = tenure_basis_find (tenure_snapshot_get_basis (snapshot), TENURE_RECORD_AGREEMENT,
                                     g_array_index (ids, TenureId, i));

      if (index < 0 || rank == G_MAXUINT32)
        continue;
      sort->keys[index] = rank;
      sort->known[index] = TRUE;
    }
  return ids != NULL;
}

GArray *
tenure_register_sort (
    const TenureSnapshot *snapshot, const TenureRegisterSort *sorts, guint n_sorts, TenureReader *reader, GError **error)
{
  guint n_agreements = MAX (tenure_snapshot_get_facts (snapshot)->n_agreements, 1);
  g_auto (Sorting) sorting = { 0 };
  const guint32 *shown;
  GArray *sorted;
  guint n;

  g_return_val_if_fail (n_sorts <= TENURE_REGISTER_MAX_SORTS, NULL);

  for (; sorting.n_sorts < n_sorts; sorting.n_sorts++)
    {
      const TenureRegisterColumn *column = sorts[sorting.n_sorts].column;
      SortKeys *sort = &sorting.sorts[sorting.n_sorts];

      *sort = (SortKeys){ g_new0 (gint64, n_agreements), g_new0 (guint8, n_agreements), sorts[sorting.n_sorts].descending };
      if (column->field < 0)
        read_computed_keys (snapshot, column, sort);
      else if (!read_field_keys (snapshot, (guint) column->field, sort, reader, error))
        {
          sorting.n_sorts++;
          return NULL;
        }
    }
  shown = tenure_snapshot_get_shown (snapshot, &n);
  sorted = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);
  g_array_append_vals (sorted, shown, n);
  g_qsort_with_data (sorted->data, (gint) n, sizeof (guint32), compare_agreements, &sorting);
  return sorted;
}
