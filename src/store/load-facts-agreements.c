#include "config.h"
#include "store/facts-loader-private.h"

static const TenureField *
field_of (const char *name)
{
  return &tenure_record_def (TENURE_RECORD_AGREEMENT)->fields[tenure_record_field_index (TENURE_RECORD_AGREEMENT, name)];
}

/* In the order of read_agreement(). */
static const char agreements_sql[]
    = "SELECT id, title, reference, kind, provider, to_individual, one_off, service, programme, place, purpose, award_day, "
      "signed, start, \"end\", duration, open_ended, maximum_end, terminated, predecessor, lead_agreement, funder_notice, "
      "funder_without_cause, provider_notice, renewal_notice, lead_time, renewal_status, decided, owner, value, "
      "value_basis, annual_value, currency, full_cost, other_funding FROM agreement ORDER BY id";

/* Agreements point at each other before all are read: their ids wait here. */
typedef struct
{
  TenureId predecessor, lead;
} Links;

typedef struct
{
  TenureFacts *facts;
  GArray *agreements, *links;
  TenureFactsNames services, programmes, places, owners;
  const TenureField *kind, *purpose, *renewal, *basis;
  gint32 provider_hint;
} Agreements;

static gint32
read_provider (Agreements *reading, sqlite3_stmt *row, int column)
{
  gint64 id;

  if (!tenure_facts_integer (row, column, &id))
    return -1;
  return tenure_facts_find (reading->facts->organisations,
                            reading->facts->n_organisations,
                            sizeof (TenureFactOrganisation),
                            id,
                            &reading->provider_hint);
}

static void
read_money (TenureFactAgreement *agreement, sqlite3_stmt *row)
{
  agreement->value_known = tenure_facts_integer (row, 29, &agreement->value_minor);
  agreement->annual_known = tenure_facts_integer (row, 31, &agreement->annual_minor);
  agreement->currency = tenure_facts_currency (row, 32);
  agreement->full_cost_known = tenure_facts_integer (row, 33, &agreement->full_cost_minor);
  agreement->other_funding_known = tenure_facts_integer (row, 34, &agreement->other_funding_minor);
}

static void
read_term (TenureFactAgreement *agreement, sqlite3_stmt *row)
{
  agreement->award_day = tenure_facts_day (row, 11);
  agreement->signed_day = tenure_facts_day (row, 12);
  agreement->start = tenure_facts_day (row, 13);
  agreement->end = tenure_facts_day (row, 14);
  agreement->duration = tenure_facts_duration (row, 15);
  agreement->open_ended = tenure_facts_flag (row, 16);
  agreement->maximum_end = tenure_facts_day (row, 17);
  agreement->terminated = tenure_facts_day (row, 18);
  agreement->funder_notice = tenure_facts_duration (row, 21);
  agreement->funder_without_cause = tenure_facts_flag (row, 22);
  agreement->provider_notice = tenure_facts_duration (row, 23);
  agreement->renewal_notice = tenure_facts_duration (row, 24);
  agreement->lead_time = tenure_facts_duration (row, 25);
  agreement->decided = tenure_facts_day (row, 27);
}

static void
read_agreement (Agreements *reading, sqlite3_stmt *row)
{
  TenureFacts *facts = reading->facts;
  TenureFactAgreement agreement = { .id = sqlite3_column_int64 (row, 0), .predecessor = -1, .lead = -1 };
  Links links = { sqlite3_column_int64 (row, 19), sqlite3_column_int64 (row, 20) };

  agreement.title = tenure_facts_text (facts, row, 1);
  agreement.reference = tenure_facts_text (facts, row, 2);
  agreement.kind = tenure_facts_choice (reading->kind, row, 3);
  agreement.provider = read_provider (reading, row, 4);
  agreement.to_individual = tenure_facts_flag (row, 5);
  agreement.one_off = tenure_facts_flag (row, 6);
  agreement.service = tenure_facts_names_add (&reading->services, facts, row, 7);
  agreement.programme = tenure_facts_names_add (&reading->programmes, facts, row, 8);
  agreement.place = tenure_facts_names_add (&reading->places, facts, row, 9);
  agreement.purpose = tenure_facts_choice (reading->purpose, row, 10);
  read_term (&agreement, row);
  agreement.renewal = tenure_facts_choice (reading->renewal, row, 26);
  agreement.owner = tenure_facts_names_add (&reading->owners, facts, row, 28);
  agreement.basis = tenure_facts_choice (reading->basis, row, 30);
  read_money (&agreement, row);
  g_array_append_val (reading->agreements, agreement);
  g_array_append_val (reading->links, links);
}

static void
resolve_links (TenureFacts *facts, const GArray *links)
{
  gint32 hint = 0;

  for (guint i = 0; i < facts->n_agreements; i++)
    {
      const Links *of_agreement = &g_array_index (links, Links, i);

      if (of_agreement->predecessor != TENURE_ID_NONE)
        facts->agreements[i].predecessor = tenure_facts_find (facts->agreements,
                                                              facts->n_agreements,
                                                              sizeof (TenureFactAgreement),
                                                              of_agreement->predecessor,
                                                              &hint);
      if (of_agreement->lead != TENURE_ID_NONE)
        facts->agreements[i].lead = tenure_facts_find (facts->agreements,
                                                       facts->n_agreements,
                                                       sizeof (TenureFactAgreement),
                                                       of_agreement->lead,
                                                       &hint);
    }
}

static gboolean
read_agreements (TenureFactsLoader *loader, Agreements *reading, GError **error)
{
  g_autoptr (TenureSqlStatement) statement = tenure_sql_prepare (loader->db, agreements_sql, error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (row)
    {
      if (!tenure_sql_step (statement, &row, error))
        return FALSE;
      if (row)
        read_agreement (reading, statement);
    }
  return TRUE;
}

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

static gboolean
load_funders (TenureFactsLoader *loader, GError **error)
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

static gboolean
load_extensions (TenureFactsLoader *loader, GError **error)
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

gboolean
tenure_facts_load_agreements (TenureFactsLoader *loader, GError **error)
{
  TenureFacts *facts = loader->facts;
  Agreements reading = { .facts = facts };
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (Links));
  gboolean ok;

  reading.agreements = g_array_new (FALSE, FALSE, sizeof (TenureFactAgreement));
  reading.links = links;
  reading.kind = field_of ("kind");
  reading.purpose = field_of ("purpose");
  reading.renewal = field_of ("renewal_status");
  reading.basis = field_of ("value_basis");
  tenure_facts_names_init (&reading.services);
  tenure_facts_names_init (&reading.programmes);
  tenure_facts_names_init (&reading.places);
  tenure_facts_names_init (&reading.owners);
  ok = read_agreements (loader, &reading, error);
  facts->services = tenure_facts_names_finish (&reading.services, &facts->n_services);
  facts->programmes = tenure_facts_names_finish (&reading.programmes, &facts->n_programmes);
  facts->places = tenure_facts_names_finish (&reading.places, &facts->n_places);
  facts->owners = tenure_facts_names_finish (&reading.owners, &facts->n_owners);
  facts->n_agreements = reading.agreements->len;
  facts->agreements = (TenureFactAgreement *) g_array_free (reading.agreements, FALSE);
  if (!ok)
    return FALSE;
  resolve_links (facts, links);
  return load_funders (loader, error) && load_extensions (loader, error);
}
