#include "register/filter.h"

#include "base/text.h"

#include <stdlib.h>
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

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

void
tenure_filter_set_facet (TenureFilter *filter, const char *facet, const char *const *values)
{
  int index = tenure_facet_find (facet);
  GStrv own;

  g_return_if_fail (filter != NULL);
  g_return_if_fail (index >= 0);

  if (values == NULL || values[0] == NULL)
    {
      g_hash_table_remove (filter->facets, facet);
      return;
    }
  own = g_strdupv ((GStrv) values);
  qsort (own, g_strv_length (own), sizeof *own, compare_texts);
  g_hash_table_replace (filter->facets, (gpointer) tenure_facet_get_name ((guint) index), own);
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
