#include "config.h"
#include "register/filter.h"

#include "register/facets-private.h"

#include "base/text.h"
#include "store/history.h"
#include "store/query.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _TenureFilter
{
  char *search; /* never NULL */
  TenureId portfolio;
  guint changed_days;
  GHashTable *facets; /* name (static) → GStrv, never empty */
};

TenureFilter *
tenure_filter_new (void)
{
  TenureFilter *filter = g_new0 (TenureFilter, 1);

  filter->search = g_strdup ("");
  filter->facets = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_strfreev);
  return filter;
}

TenureFilter *
tenure_filter_dup (const TenureFilter *filter)
{
  TenureFilter *copy = tenure_filter_new ();
  GHashTableIter iter;
  gpointer name, values;

  g_return_val_if_fail (filter != NULL, copy);

  tenure_filter_set_search (copy, filter->search);
  copy->portfolio = filter->portfolio;
  copy->changed_days = filter->changed_days;
  g_hash_table_iter_init (&iter, filter->facets);
  while (g_hash_table_iter_next (&iter, &name, &values))
    g_hash_table_insert (copy->facets, name, g_strdupv (values));
  return copy;
}

void
tenure_filter_free (TenureFilter *filter)
{
  if (filter == NULL)
    return;
  g_free (filter->search);
  g_hash_table_unref (filter->facets);
  g_free (filter);
}

gboolean
tenure_filter_equal (const TenureFilter *a, const TenureFilter *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (strcmp (a->search, b->search) != 0 || a->portfolio != b->portfolio || a->changed_days != b->changed_days)
    return FALSE;
  for (guint i = 0; i < tenure_facets_count (); i++)
    {
      const char *name = tenure_facet_get_name (i);
      const char *const *left = tenure_filter_get_facet (a, name);
      const char *const *right = tenure_filter_get_facet (b, name);

      if ((left == NULL) != (right == NULL) || (left != NULL && !g_strv_equal (left, right)))
        return FALSE;
    }
  return TRUE;
}

gboolean
tenure_filter_is_empty (const TenureFilter *filter)
{
  g_return_val_if_fail (filter != NULL, TRUE);

  return filter->search[0] == '\0' && filter->portfolio == TENURE_ID_NONE && filter->changed_days == 0
         && g_hash_table_size (filter->facets) == 0;
}

void
tenure_filter_set_search (TenureFilter *filter, const char *search)
{
  g_autofree char *clean = tenure_text_dup_clean (search);

  g_return_if_fail (filter != NULL);

  g_free (filter->search);
  filter->search = clean != NULL ? g_steal_pointer (&clean) : g_strdup ("");
}

const char *
tenure_filter_get_search (const TenureFilter *filter)
{
  g_return_val_if_fail (filter != NULL, "");

  return filter->search;
}

void
tenure_filter_set_portfolio (TenureFilter *filter, TenureId portfolio)
{
  g_return_if_fail (filter != NULL);

  filter->portfolio = portfolio;
}

TenureId
tenure_filter_get_portfolio (const TenureFilter *filter)
{
  g_return_val_if_fail (filter != NULL, TENURE_ID_NONE);

  return filter->portfolio;
}

void
tenure_filter_set_changed_days (TenureFilter *filter, guint days)
{
  g_return_if_fail (filter != NULL);

  filter->changed_days = days;
}

guint
tenure_filter_get_changed_days (const TenureFilter *filter)
{
  g_return_val_if_fail (filter != NULL, 0);

  return filter->changed_days;
}

void
tenure_filter_set_facet (TenureFilter *filter, const char *facet, const char *const *values)
{
  int index = tenure_facet_find (facet);

  g_return_if_fail (filter != NULL);
  g_return_if_fail (index >= 0);

  if (values == NULL || values[0] == NULL)
    g_hash_table_remove (filter->facets, facet);
  else
    g_hash_table_replace (filter->facets, (gpointer) tenure_facet_get_name ((guint) index),
                          g_strdupv ((char **) values));
}

const char *const *
tenure_filter_get_facet (const TenureFilter *filter, const char *facet)
{
  g_return_val_if_fail (filter != NULL, NULL);

  return g_hash_table_lookup (filter->facets, facet);
}

void
tenure_filter_toggle (TenureFilter *filter, const char *facet, const char *value, gboolean on)
{
  const char *const *chosen = tenure_filter_get_facet (filter, facet);
  g_autoptr (GPtrArray) values = g_ptr_array_new ();

  for (gsize i = 0; chosen != NULL && chosen[i] != NULL; i++)
    if (strcmp (chosen[i], value) != 0)
      g_ptr_array_add (values, (gpointer) chosen[i]);
  if (on)
    g_ptr_array_add (values, (gpointer) value);
  g_ptr_array_add (values, NULL);
  tenure_filter_set_facet (filter, facet, (const char *const *) values->pdata);
}

/* --- Applying ------------------------------------------------------------------------------------------------ */

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

static GArray *
compile (const TenureFilter *filter, const TenureBasis *basis)
{
  GArray *tests = g_array_new (FALSE, FALSE, sizeof (Test));

  g_array_set_clear_func (tests, clear_test);
  for (guint i = 0; i < tenure_facets_count (); i++)
    {
      const TenureFacetDef *def = tenure_facet_def (i);
      const char *const *chosen = tenure_filter_get_facet (filter, def->name);
      Test test = { .def = def, .index = i };
      guint n;

      if (chosen == NULL)
        continue;
      n = def->n_values (basis);
      test.allowed = g_new0 (gboolean, n + 1);
      test.allowed[0] = g_strv_contains (chosen, "");
      for (guint v = 0; v < n; v++)
        test.allowed[v + 1] = g_strv_contains (chosen, def->code (basis, (gint32) v));
      g_array_append_val (tests, test);
    }
  return tests;
}

static gboolean
passes (const Test *test, const TenureBasis *basis, guint agreement)
{
  gint32 values[TENURE_FACET_MAX_VALUES];
  guint n = test->def->values (basis, agreement, values);

  for (guint i = 0; i < n; i++)
    if (test->allowed[values[i] + 1])
      return TRUE;
  return FALSE;
}

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

static GArray *
find_words (const TenureFilter *filter, TenureReader *reader, GError **error)
{
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_AGREEMENT);

  tenure_query_set_search (query, filter->search);
  if (filter->portfolio != TENURE_ID_NONE)
    {
      TenureValue portfolio = TENURE_VALUE_OF_INTEGER (filter->portfolio);

      tenure_query_filter_by (query, TENURE_RECORD_MEMBERSHIP,
                              tenure_record_field_index (TENURE_RECORD_MEMBERSHIP, "portfolio"), TENURE_FILTER_IS,
                              &portfolio, 1);
    }
  return tenure_query_run (query, reader, error);
}

static GArray *
find_changed (const TenureFilter *filter, TenureReader *reader, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) since = g_date_time_add_days (now, -(int) filter->changed_days);
  g_autofree char *text = g_date_time_format (since, "%Y-%m-%dT%H:%M:%SZ");

  return tenure_history_find_changed (reader, TENURE_RECORD_AGREEMENT, text, error);
}

/* Marks what the database alone can find: words, portfolios and what was changed of late. NULL when none is asked for. */
static gboolean
find_candidates (const TenureFilter *filter,
                 const TenureBasis *basis,
                 TenureReader *reader,
                 gboolean **out_found,
                 GError **error)
{
  g_autofree gboolean *found = NULL;

  if (filter->search[0] != '\0' || filter->portfolio != TENURE_ID_NONE)
    {
      g_autoptr (GArray) ids = find_words (filter, reader, error);

      if (ids == NULL)
        return FALSE;
      keep_found (&found, basis, ids);
    }
  if (filter->changed_days > 0)
    {
      g_autoptr (GArray) ids = find_changed (filter, reader, error);

      if (ids == NULL)
        return FALSE;
      keep_found (&found, basis, ids);
    }
  *out_found = g_steal_pointer (&found);
  return TRUE;
}

guint32 *
tenure_filter_apply (const TenureFilter *filter,
                     const TenureBasis *basis,
                     TenureReader *reader,
                     guint *out_n,
                     GError **error)
{
  guint n_agreements = tenure_basis_get_facts (basis)->n_agreements;
  g_autoptr (GArray) tests = compile (filter, basis);
  g_autofree gboolean *found = NULL;
  g_autofree guint32 *shown = NULL;
  guint n = 0;

  if (!find_candidates (filter, basis, reader, &found, error))
    return NULL;
  shown = g_new (guint32, MAX (n_agreements, 1));
  for (guint a = 0; a < n_agreements; a++)
    {
      gboolean pass = found == NULL || found[a];

      for (guint t = 0; pass && t < tests->len; t++)
        pass = passes (&g_array_index (tests, Test, t), basis, a);
      if (pass)
        shown[n++] = a;
    }
  *out_n = n;
  return g_steal_pointer (&shown);
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

static const char *
value_words (const TenureFacetDef *def, const TenureBasis *basis, gint32 value)
{
  if (value >= 0)
    return def->words (basis, value);
  return def->none != NULL ? _ (def->none) : _ ("Not recorded");
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
  guint n = def->n_values (basis);

  for (guint i = 0; i <= n; i++)
    {
      /* "Not recorded" is counted first and listed last. */
      gint32 value = i < n ? (gint32) i : -1;
      const char *code = value < 0 ? "" : def->code (basis, value);
      gboolean is_chosen = chosen != NULL && g_strv_contains (chosen, code);
      TenureFacetValue *item;

      if (counts[value + 1] == 0 && !is_chosen)
        continue;
      item = g_new (TenureFacetValue, 1);
      *item = (TenureFacetValue){ .value = g_strdup (code),
                                  .label = g_strdup (value_words (def, basis, value)),
                                  .count = counts[value + 1],
                                  .chosen = is_chosen };
      g_ptr_array_add (list, item);
    }
  if (def->by_count)
    g_ptr_array_sort (list, compare_counts);
  return list;
}

GPtrArray *
tenure_filter_count_facet (const TenureFilter *filter,
                           const TenureBasis *basis,
                           TenureReader *reader,
                           guint facet,
                           GError **error)
{
  const TenureFacetDef *def = tenure_facet_def (facet);
  guint n_agreements = tenure_basis_get_facts (basis)->n_agreements;
  g_autoptr (GArray) tests = compile (filter, basis);
  g_autofree guint *counts = g_new0 (guint, def->n_values (basis) + 1);
  g_autofree gboolean *found = NULL;

  if (!find_candidates (filter, basis, reader, &found, error))
    return NULL;
  for (guint a = 0; a < n_agreements; a++)
    {
      gboolean pass = found == NULL || found[a];
      gint32 values[TENURE_FACET_MAX_VALUES];
      guint n;

      for (guint t = 0; pass && t < tests->len; t++)
        if (g_array_index (tests, Test, t).index != facet)
          pass = passes (&g_array_index (tests, Test, t), basis, a);
      if (!pass)
        continue;
      n = def->values (basis, a, values);
      for (guint i = 0; i < n; i++)
        counts[values[i] + 1]++;
    }
  return list_values (filter, basis, def, counts);
}

/* --- Words --------------------------------------------------------------------------------------------------- */

static char *
facet_label (const TenureFacetDef *def, const char *const *chosen, const TenureBasis *basis)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *joined = NULL;
  guint n = def->n_values (basis);

  for (gint32 v = -1; v < (gint32) n; v++)
    if (g_strv_contains (chosen, v < 0 ? "" : def->code (basis, v)))
      g_ptr_array_add (words, (gpointer) value_words (def, basis, v));
  g_ptr_array_add (words, NULL);
  /* Translators: between several chosen values of one filter: "Grant or Contract". */
  joined = g_strjoinv (_ (" or "), (char **) words->pdata);
  /* Translators: one filter in words: "Kind: Grant". */
  return g_strdup_printf (_ ("%1$s: %2$s"), _ (def->label), joined);
}

char *
tenure_filter_dup_label (const TenureFilter *filter, const TenureBasis *basis, TenureReader *reader)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (filter->portfolio != TENURE_ID_NONE && reader != NULL)
    {
      char *name = tenure_reader_dup_title (reader, TENURE_RECORD_PORTFOLIO, filter->portfolio);

      if (name != NULL)
        g_ptr_array_add (parts, name);
    }
  for (guint i = 0; i < tenure_facets_count (); i++)
    {
      const TenureFacetDef *def = tenure_facet_def (i);
      const char *const *chosen = tenure_filter_get_facet (filter, def->name);

      if (chosen != NULL)
        g_ptr_array_add (parts, facet_label (def, chosen, basis));
    }
  if (filter->changed_days > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("Changed in the last day", "Changed in the last %u days",
                                                       filter->changed_days),
                                             filter->changed_days));
  if (filter->search[0] != '\0')
    /* Translators: words searched for, in quotation marks. */
    g_ptr_array_add (parts, g_strdup_printf (_ ("“%s”"), filter->search));
  if (parts->len == 0)
    return g_strdup (_ ("All agreements"));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("; ", (char **) parts->pdata);
}
