/* Which agreements a filter lets through, and how many of them have each value of each facet: one sweep of the facts, after
 * the database has been asked for what it alone can find. */

#include "config.h"
#include "register/filter.h"

#include "register/facets-private.h"
#include "register/members.h"

#include "store/history.h"
#include "store/query.h"

#include "base/i18n.h"

/* One facet in use, with a yes or no for each of its values; allowed[0] is "not recorded". */
typedef struct
{
  const TenureFacetDef *def;
  guint index;
  gboolean *allowed;
} Test;

static void
clear_test (gpointer data)
{
  g_free (((Test *) data)->allowed);
}

static gboolean *
allow_chosen (const TenureFacetDef *def, const char *const *chosen, const TenureBasis *basis)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = def->n_values (def, basis);
  gboolean *allowed = g_new0 (gboolean, n + 1);

  for (gsize i = 0; chosen[i] != NULL; i++)
    g_hash_table_add (codes, (gpointer) chosen[i]);
  allowed[0] = g_hash_table_contains (codes, "");
  for (guint v = 0; v < n; v++)
    allowed[v + 1] = g_hash_table_contains (codes, def->code (def, basis, (gint32) v));
  return allowed;
}

static GArray *
compile (const TenureFilter *filter, const TenureBasis *basis)
{
  GArray *tests = g_array_new (FALSE, FALSE, sizeof (Test));

  g_array_set_clear_func (tests, clear_test);
  for (guint i = 0; i < tenure_facets_count (); i++)
    {
      const TenureFacetDef *def = tenure_facet_def (i);
      const char *const *chosen = tenure_filter_get_facet (filter, def->name);

      if (chosen != NULL)
        {
          Test test = { .def = def, .index = i, .allowed = allow_chosen (def, chosen, basis) };

          g_array_append_val (tests, test);
        }
    }
  return tests;
}

static gboolean
passes (const Test *test, const TenureBasis *basis, guint agreement, GArray *values)
{
  g_array_set_size (values, 0);
  test->def->values (test->def, basis, agreement, values);
  for (guint i = 0; i < values->len; i++)
    if (test->allowed[g_array_index (values, gint32, i) + 1])
      return TRUE;
  return FALSE;
}

/* --- What the database alone can find ------------------------------------------------------------------------ */

/* Keeps of @found, or marks in it when it is NULL, the agreements of @ids. */
static void
keep_found (gboolean **found, const TenureBasis *basis, const GArray *ids)
{
  gboolean *kept = g_new0 (gboolean, MAX (tenure_basis_get_facts (basis)->n_agreements, 1));

  for (guint i = 0; i < ids->len; i++)
    {
      int index = tenure_basis_find (basis, TENURE_RECORD_AGREEMENT, g_array_index (ids, TenureId, i));

      if (index >= 0)
        kept[index] = *found == NULL || (*found)[index];
    }
  g_free (*found);
  *found = kept;
}

static void
keep_members (gboolean **found, const TenureBasis *basis, const TenureMembers *members)
{
  guint n_agreements = tenure_basis_get_facts (basis)->n_agreements;

  if (*found == NULL)
    {
      *found = g_new (gboolean, MAX (n_agreements, 1));
      for (guint i = 0; i < n_agreements; i++)
        (*found)[i] = TRUE;
    }
  for (guint i = 0; i < n_agreements; i++)
    (*found)[i] = (*found)[i] && members->how[i] != 0;
}

static GArray *
find_words (const TenureFilter *filter, TenureReader *reader, GError **error)
{
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_AGREEMENT);

  tenure_query_set_search (query, tenure_filter_get_search (filter));
  return tenure_query_run (query, reader, error);
}

static GArray *
find_changed (const TenureFilter *filter, TenureReader *reader, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) since = g_date_time_add_days (now, -(int) tenure_filter_get_changed_days (filter));
  g_autofree char *text = g_date_time_format (since, "%Y-%m-%dT%H:%M:%SZ");

  return tenure_history_find_changed (reader, TENURE_RECORD_AGREEMENT, text, error);
}

typedef GArray *(*FindFunc) (const TenureFilter *filter, TenureReader *reader, GError **error);

static gboolean
narrow (gboolean **found,
        FindFunc find,
        const TenureFilter *filter,
        const TenureBasis *basis,
        TenureReader *reader,
        GError **error)
{
  g_autoptr (GArray) ids = find (filter, reader, error);

  if (ids == NULL)
    return FALSE;
  keep_found (found, basis, ids);
  return TRUE;
}

/* Marks what the database alone can find: words, portfolios and what was changed of late. NULL when none is asked for. */
static gboolean
find_candidates (const TenureFilter *filter,
                 const TenureBasis *basis,
                 TenureReader *reader,
                 gboolean **out_found,
                 TenureMembers **out_members,
                 GError **error)
{
  g_autofree gboolean *found = NULL;
  g_autoptr (TenureMembers) members = NULL;

  if (tenure_filter_get_search (filter)[0] != '\0' && !narrow (&found, find_words, filter, basis, reader, error))
    return FALSE;
  if (tenure_filter_get_changed_days (filter) > 0 && !narrow (&found, find_changed, filter, basis, reader, error))
    return FALSE;
  if (tenure_filter_get_portfolio (filter) != TENURE_ID_NONE)
    {
      members = tenure_members_new (tenure_filter_get_portfolio (filter), basis, reader, error);
      if (members == NULL)
        return FALSE;
      keep_members (&found, basis, members);
    }
  if (out_members != NULL)
    *out_members = g_steal_pointer (&members);
  *out_found = g_steal_pointer (&found);
  return TRUE;
}

guint32 *
tenure_filter_apply (const TenureFilter *filter,
                     const TenureBasis *basis,
                     TenureReader *reader,
                     guint *out_n,
                     TenureMembers **out_members,
                     GError **error)
{
  guint n_agreements = tenure_basis_get_facts (basis)->n_agreements;
  g_autoptr (GArray) tests = compile (filter, basis);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autofree gboolean *found = NULL;
  guint32 *shown;
  guint n = 0;

  if (!find_candidates (filter, basis, reader, &found, out_members, error))
    return NULL;
  shown = g_new (guint32, MAX (n_agreements, 1));
  for (guint a = 0; a < n_agreements; a++)
    {
      gboolean pass = found == NULL || found[a];

      for (guint t = 0; pass && t < tests->len; t++)
        pass = passes (&g_array_index (tests, Test, t), basis, a, values);
      if (pass)
        shown[n++] = a;
    }
  *out_n = n;
  return shown;
}

/* --- Counting ------------------------------------------------------------------------------------------------ */

void
tenure_facet_value_free (TenureFacetValue *value)
{
  if (value == NULL)
    return;
  g_free (value->value);
  g_free (value->label);
  g_free (value);
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const TenureFacetValue *left = *(TenureFacetValue *const *) a;
  const TenureFacetValue *right = *(TenureFacetValue *const *) b;

  if ((left->value[0] == '\0') != (right->value[0] == '\0'))
    return left->value[0] == '\0' ? 1 : -1;
  if (left->count != right->count)
    return left->count > right->count ? -1 : 1;
  return g_utf8_collate (left->label, right->label);
}

static GPtrArray *
list_values (const TenureFilter *filter, const TenureBasis *basis, const TenureFacetDef *def, const guint *counts)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) tenure_facet_value_free);
  const char *const *chosen = tenure_filter_get_facet (filter, def->name);
  guint n = def->n_values (def, basis);

  for (guint i = 0; i <= n; i++)
    {
      /* "Not recorded" is counted first and listed last. */
      gint32 value = i < n ? (gint32) i : -1;
      const char *code = value < 0 ? "" : def->code (def, basis, value);
      gboolean is_chosen = chosen != NULL && g_strv_contains (chosen, code);
      TenureFacetValue *item;

      if (counts[value + 1] == 0 && !is_chosen)
        continue;
      item = g_new (TenureFacetValue, 1);
      *item = (TenureFacetValue){ .value = g_strdup (code),
                                  .label = g_strdup (tenure_facet_value_words (def, basis, value)),
                                  .count = counts[value + 1],
                                  .chosen = is_chosen };
      g_ptr_array_add (list, item);
    }
  if (def->named)
    g_ptr_array_sort (list, compare_counts);
  return list;
}

/* The number of tests that @agreement fails, at most two, and the facet of the last. */
static guint
count_failed (const GArray *tests, const TenureBasis *basis, guint agreement, GArray *values, guint *out_facet)
{
  guint failed = 0;

  for (guint t = 0; t < tests->len && failed < 2; t++)
    if (!passes (&g_array_index (tests, Test, t), basis, agreement, values))
      {
        failed++;
        *out_facet = g_array_index (tests, Test, t).index;
      }
  return failed;
}

static void
count_values (guint *counts, guint facet, const TenureBasis *basis, guint agreement, GArray *values)
{
  const TenureFacetDef *def = tenure_facet_def (facet);

  g_array_set_size (values, 0);
  def->values (def, basis, agreement, values);
  for (guint i = 0; i < values->len; i++)
    counts[g_array_index (values, gint32, i) + 1]++;
}

/* What passes everything counts for every facet; what one facet alone keeps out counts for that one, whose other values
 * stay on offer. */
static void
count_all (guint **counts, const GArray *tests, const gboolean *found, const TenureBasis *basis)
{
  guint n_agreements = tenure_basis_get_facts (basis)->n_agreements;
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint32));

  for (guint a = 0; a < n_agreements; a++)
    {
      guint only = 0;
      guint failed = found == NULL || found[a] ? count_failed (tests, basis, a, values, &only) : 2;

      for (guint f = 0; failed == 0 && f < tenure_facets_count (); f++)
        if (counts[f] != NULL)
          count_values (counts[f], f, basis, a, values);
      if (failed == 1 && counts[only] != NULL)
        count_values (counts[only], only, basis, a, values);
    }
}

GPtrArray *
tenure_filter_count_facets (
    const TenureFilter *filter, const TenureBasis *basis, TenureReader *reader, guint64 facets, GError **error)
{
  g_autoptr (GArray) tests = compile (filter, basis);
  g_autofree gboolean *found = NULL;
  g_autofree guint **counts = g_new0 (guint *, tenure_facets_count ());
  GPtrArray *lists;

  if (!find_candidates (filter, basis, reader, &found, NULL, error))
    return NULL;
  for (guint f = 0; f < tenure_facets_count (); f++)
    if (facets & G_GUINT64_CONSTANT (1) << f)
      counts[f] = g_new0 (guint, tenure_facet_def (f)->n_values (tenure_facet_def (f), basis) + 1);
  count_all (counts, tests, found, basis);
  lists = g_ptr_array_new_full (tenure_facets_count (), (GDestroyNotify) g_ptr_array_unref);
  for (guint f = 0; f < tenure_facets_count (); f++)
    {
      g_ptr_array_add (lists, counts[f] != NULL ? list_values (filter, basis, tenure_facet_def (f), counts[f])
                                                : g_ptr_array_new ());
      g_free (counts[f]);
    }
  return lists;
}
