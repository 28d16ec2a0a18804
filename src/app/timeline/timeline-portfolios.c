#include "config.h"
#include "app/timeline/timeline-portfolios.h"

#include "store/query.h"

static void
add_portfolio (GPtrArray *names, const TenureMembers *members, const char *portfolio)
{
  for (guint i = 0; i < names->len; i++)
    if (members->how[i] != 0)
      {
        g_autofree char *before = names->pdata[i];

        names->pdata[i] = before != NULL ? g_strdup_printf ("%s, %s", before, portfolio) : g_strdup (portfolio);
      }
}

GPtrArray *
tenure_timeline_read_portfolios (TenureReader *reader, const TenureBasis *basis, GCancellable *cancellable, GError **error)
{
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_PORTFOLIO);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) ids = NULL;

  g_ptr_array_set_size (names, (gint) tenure_basis_get_facts (basis)->n_agreements);
  tenure_query_sort (query, tenure_record_field_index (TENURE_RECORD_PORTFOLIO, "name"), FALSE);
  ids = tenure_query_run (query, reader, error);
  if (ids == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      TenureId id = g_array_index (ids, TenureId, i);
      g_autoptr (TenureMembers) members = tenure_members_new (id, basis, reader, error);
      g_autofree char *name = tenure_reader_dup_title (reader, TENURE_RECORD_PORTFOLIO, id);

      if (members == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (name != NULL)
        add_portfolio (names, members, name);
    }
  return g_steal_pointer (&names);
}
