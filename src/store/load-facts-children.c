#include "config.h"
#include "store/facts-loader-private.h"

/* Rows of a child table as they come, to be put behind each other by agreement. */
typedef struct
{
  gint32 agreement;
  TenureFactFunder funder;
  TenureFactExtension extension;
} Child;

static void
read_funder (TenureFacts *facts, sqlite3_stmt *row, gint32 *hint, Child *child)
{
  gint64 organisation = sqlite3_column_int64 (row, 1);

  child->funder.organisation = tenure_facts_find (facts->organisations,
                                                  facts->n_organisations,
                                                  sizeof (TenureFactOrganisation),
                                                  organisation,
                                                  hint);
  child->funder.share_bp = tenure_facts_count (row, 2);
}

static void
read_extension (TenureFacts *facts, sqlite3_stmt *row, gint32 *hint, Child *child)
{
  child->extension.length = tenure_facts_duration (row, 1);
  child->extension.exercised = tenure_facts_day (row, 2);
}

typedef void (*ReadChild) (TenureFacts *facts, sqlite3_stmt *row, gint32 *hint, Child *child);

/* (element-type Child), in the order of their ids. */
static GArray *
read_children (TenureFactsLoader *loader, const char *sql, ReadChild read, GError **error)
{
  g_autoptr (TenureSqlStatement) statement = tenure_sql_prepare (loader->db, sql, error);
  g_autoptr (GArray) children = g_array_new (FALSE, FALSE, sizeof (Child));
  TenureFacts *facts = loader->facts;
  gint32 agreement_hint = 0, hint = 0;
  gboolean row = TRUE;

  if (statement == NULL)
    return NULL;
  while (row)
    {
      Child child = { 0 };

      if (!tenure_sql_step (statement, &row, error))
        return NULL;
      if (!row)
        break;
      child.agreement = tenure_facts_find (facts->agreements,
                                           facts->n_agreements,
                                           sizeof (TenureFactAgreement),
                                           sqlite3_column_int64 (statement, 0),
                                           &agreement_hint);
      read (facts, statement, &hint, &child);
      if (child.agreement >= 0)
        g_array_append_val (children, child);
    }
  return g_steal_pointer (&children);
}

gboolean
tenure_facts_load_funders (TenureFactsLoader *loader, GError **error)
{
  g_autoptr (GArray) children
      = read_children (loader, "SELECT agreement, organisation, share FROM funder ORDER BY id", read_funder, error);
  TenureFacts *facts = loader->facts;
  guint32 first = 0;

  if (children == NULL)
    return FALSE;
  facts->n_funders = children->len;
  facts->funders = g_new (TenureFactFunder, children->len);
  for (guint i = 0; i < children->len; i++)
    facts->agreements[g_array_index (children, Child, i).agreement].n_funders++;
  for (guint i = 0; i < facts->n_agreements; i++)
    {
      facts->agreements[i].first_funder = first;
      first += facts->agreements[i].n_funders;
      facts->agreements[i].n_funders = 0;
    }
  for (guint i = 0; i < children->len; i++)
    {
      const Child *child = &g_array_index (children, Child, i);
      TenureFactAgreement *agreement = &facts->agreements[child->agreement];

      facts->funders[agreement->first_funder + agreement->n_funders++] = child->funder;
    }
  return TRUE;
}

gboolean
tenure_facts_load_extensions (TenureFactsLoader *loader, GError **error)
{
  g_autoptr (GArray) children
      = read_children (loader, "SELECT agreement, length, exercised FROM extension ORDER BY id", read_extension, error);
  TenureFacts *facts = loader->facts;
  guint32 first = 0;

  if (children == NULL)
    return FALSE;
  facts->n_extensions = children->len;
  facts->extensions = g_new (TenureFactExtension, children->len);
  for (guint i = 0; i < children->len; i++)
    facts->agreements[g_array_index (children, Child, i).agreement].n_extensions++;
  for (guint i = 0; i < facts->n_agreements; i++)
    {
      facts->agreements[i].first_extension = first;
      first += facts->agreements[i].n_extensions;
      facts->agreements[i].n_extensions = 0;
    }
  for (guint i = 0; i < children->len; i++)
    {
      const Child *child = &g_array_index (children, Child, i);
      TenureFactAgreement *agreement = &facts->agreements[child->agreement];

      facts->extensions[agreement->first_extension + agreement->n_extensions++] = child->extension;
    }
  return TRUE;
}
