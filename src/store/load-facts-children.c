#include "config.h"
#include "store/facts-loader-private.h"

/* Rows of a child table as they come, to be put behind each other by agreement. */
typedef struct
{
  TenureId agreement_id;
  gint32 agreement; /* -1: not there */
  TenureFactFunder funder;
  TenureFactExtension extension;
} Child;

static void
read_funder (const TenureFactsLoader *loader, sqlite3_stmt *row, Child *child)
{
  child->funder.organisation = tenure_facts_index_find (&loader->organisations, sqlite3_column_int64 (row, 1));
  child->funder.share_bp = tenure_facts_count (row, 2);
}

static void
read_extension (const TenureFactsLoader *loader, sqlite3_stmt *row, Child *child)
{
  child->extension.length = tenure_facts_duration (row, 1);
  child->extension.exercised = tenure_facts_day (row, 2);
}

typedef void (*ReadChild) (const TenureFactsLoader *loader, sqlite3_stmt *row, Child *child);

/* (element-type Child), in the order of their ids. */
static GArray *
read_children (const TenureFactsLoader *loader, sqlite3 *db, const char *sql, ReadChild read, GError **error)
{
  g_autoptr (TenureSqlStatement) statement = tenure_sql_prepare (db, sql, error);
  g_autoptr (GArray) children = g_array_new (FALSE, TRUE, sizeof (Child));
  gboolean row = TRUE;

  if (statement == NULL)
    return NULL;
  while (row)
    {
      Child *child;

      if (!tenure_sql_step (statement, &row, error))
        return NULL;
      if (!row)
        break;
      g_array_set_size (children, children->len + 1);
      child = &g_array_index (children, Child, children->len - 1);
      child->agreement_id = sqlite3_column_int64 (statement, 0);
      read (loader, statement, child);
    }
  return g_steal_pointer (&children);
}

static void
find_agreements (const TenureFacts *facts, const GArray *children)
{
  gint32 hint = 0;

  for (guint i = 0; i < children->len; i++)
    {
      Child *child = &g_array_index (children, Child, i);

      child->agreement = tenure_facts_find (facts->agreements,
                                            facts->n_agreements,
                                            sizeof (TenureFactAgreement),
                                            child->agreement_id,
                                            &hint);
    }
}

GArray *
tenure_facts_read_funders (const TenureFactsLoader *loader, sqlite3 *db, GError **error)
{
  return read_children (loader, db, "SELECT agreement, organisation, share FROM funder ORDER BY id", read_funder, error);
}

void
tenure_facts_place_funders (TenureFacts *facts, const GArray *read)
{
  find_agreements (facts, read);
  for (guint i = 0; i < read->len; i++)
    if (g_array_index (read, Child, i).agreement >= 0)
      facts->agreements[g_array_index (read, Child, i).agreement].n_funders++;
  for (guint i = 0; i < facts->n_agreements; i++)
    {
      facts->agreements[i].first_funder = facts->n_funders;
      facts->n_funders += facts->agreements[i].n_funders;
      facts->agreements[i].n_funders = 0;
    }
  facts->funders = g_new (TenureFactFunder, facts->n_funders);
  for (guint i = 0; i < read->len; i++)
    {
      const Child *child = &g_array_index (read, Child, i);
      TenureFactAgreement *agreement;

      if (child->agreement < 0)
        continue;
      agreement = &facts->agreements[child->agreement];
      facts->funders[agreement->first_funder + agreement->n_funders++] = child->funder;
    }
}

static void
place_extensions (TenureFacts *facts, const GArray *read)
{
  find_agreements (facts, read);
  for (guint i = 0; i < read->len; i++)
    if (g_array_index (read, Child, i).agreement >= 0)
      facts->agreements[g_array_index (read, Child, i).agreement].n_extensions++;
  for (guint i = 0; i < facts->n_agreements; i++)
    {
      facts->agreements[i].first_extension = facts->n_extensions;
      facts->n_extensions += facts->agreements[i].n_extensions;
      facts->agreements[i].n_extensions = 0;
    }
  facts->extensions = g_new (TenureFactExtension, facts->n_extensions);
  for (guint i = 0; i < read->len; i++)
    {
      const Child *child = &g_array_index (read, Child, i);
      TenureFactAgreement *agreement;

      if (child->agreement < 0)
        continue;
      agreement = &facts->agreements[child->agreement];
      facts->extensions[agreement->first_extension + agreement->n_extensions++] = child->extension;
    }
}

gboolean
tenure_facts_load_extensions (TenureFactsLoader *loader, GError **error)
{
  g_autoptr (GArray) read = read_children (loader,
                                           loader->db,
                                           "SELECT agreement, length, exercised FROM extension ORDER BY id",
                                           read_extension,
                                           error);

  if (read == NULL)
    return FALSE;
  place_extensions (loader->facts, read);
  return TRUE;
}
