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
      "value_basis, annual_value, currency, full_cost, other_funding, payment_profile, "
      "funded_role, tightness, specification_agreed, measures_agreed, variation_agreed, communities IS NOT NULL, bid_cost, "
      "monitoring_cost, posts, key_person, key_cover, price_index FROM agreement ORDER BY id";

/* Agreements point at each other before all are read: their ids wait here. */
typedef struct
{
  TenureId predecessor, lead;
} Links;

/* Where a pass has come to. One goes up from the oldest agreement, the other down from the newest, until they meet: so
 * two processors share the work evenly without counting first. */
typedef _Atomic gint64 Place;

typedef struct
{
  sqlite3 *db;
  const TenureFactsLoader *loader; /* organisations are there and indexed, persons and price indexes are there */
  GStringChunk *strings;
  gboolean falling;
  Place *own, *other;
  GArray *agreements, *links;
  TenureFactsNames services, programmes, places, owners;
  const TenureField *kind, *purpose, *renewal, *basis, *paid, *role;
} Pass;

static void
pass_init (Pass *pass, sqlite3 *db, const TenureFactsLoader *loader, GStringChunk *strings)
{
  pass->db = db;
  pass->loader = loader;
  pass->strings = strings;
  pass->agreements = g_array_new (FALSE, TRUE, sizeof (TenureFactAgreement));
  pass->links = g_array_new (FALSE, FALSE, sizeof (Links));
  pass->kind = field_of ("kind");
  pass->purpose = field_of ("purpose");
  pass->renewal = field_of ("renewal_status");
  pass->basis = field_of ("value_basis");
  pass->paid = field_of ("payment_profile");
  pass->role = field_of ("funded_role");
  tenure_facts_names_init (&pass->services);
  tenure_facts_names_init (&pass->programmes);
  tenure_facts_names_init (&pass->places);
  tenure_facts_names_init (&pass->owners);
}

static void
pass_clear (Pass *pass)
{
  g_array_unref (pass->agreements);
  g_array_unref (pass->links);
  tenure_facts_names_clear (&pass->services);
  tenure_facts_names_clear (&pass->programmes);
  tenure_facts_names_clear (&pass->places);
  tenure_facts_names_clear (&pass->owners);
}

static gint32
read_provider (Pass *pass, sqlite3_stmt *row, int column)
{
  gint64 id;

  return tenure_facts_integer (row, column, &id) ? tenure_facts_index_find (&pass->loader->organisations, id) : -1;
}

/* The index of the record that @column refers to; -1 for none. */
static gint32
read_reference (sqlite3_stmt *row, int column, gconstpointer records, guint n, gsize size)
{
  gint32 hint = 0;
  gint64 id;

  return tenure_facts_integer (row, column, &id) ? tenure_facts_find (records, n, size, id, &hint) : -1;
}

static void
read_practice (const Pass *pass, TenureFactAgreement *agreement, sqlite3_stmt *row)
{
  const TenureFacts *facts = pass->loader->facts;

  agreement->payment_profile = tenure_facts_choice (pass->paid, row, 35);
  agreement->funded_role = tenure_facts_choice (pass->role, row, 36);
  agreement->tightness = (gint8) CLAMP (sqlite3_column_int (row, 37), 0, 5);
  agreement->specification_agreed = tenure_facts_flag (row, 38);
  agreement->measures_agreed = tenure_facts_flag (row, 39);
  agreement->variation_agreed = tenure_facts_flag (row, 40);
  agreement->communities_known = sqlite3_column_int (row, 41) != 0;
  agreement->bid_cost_known = tenure_facts_integer (row, 42, &agreement->bid_cost_minor);
  agreement->monitoring_cost_known = tenure_facts_integer (row, 43, &agreement->monitoring_cost_minor);
  agreement->posts = tenure_facts_count (row, 44);
  agreement->key_person = read_reference (row, 45, facts->persons, facts->n_persons, sizeof (TenureFactPerson));
  agreement->key_cover = read_reference (row, 46, facts->persons, facts->n_persons, sizeof (TenureFactPerson));
  agreement->price_index
      = read_reference (row, 47, facts->price_indexes, facts->n_price_indexes, sizeof (TenureFactPriceIndex));
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
read_agreement (Pass *pass, sqlite3_stmt *row)
{
  Links links = { sqlite3_column_int64 (row, 19), sqlite3_column_int64 (row, 20) };
  TenureFactAgreement *agreement;

  /* Filled where it stands: it is a quarter of a kilobyte. */
  g_array_set_size (pass->agreements, pass->agreements->len + 1);
  agreement = &g_array_index (pass->agreements, TenureFactAgreement, pass->agreements->len - 1);
  agreement->id = sqlite3_column_int64 (row, 0);
  agreement->predecessor = agreement->lead = -1;
  agreement->title = tenure_facts_text (pass->strings, row, 1);
  agreement->reference = tenure_facts_text (pass->strings, row, 2);
  agreement->kind = tenure_facts_choice (pass->kind, row, 3);
  agreement->provider = read_provider (pass, row, 4);
  agreement->to_individual = tenure_facts_flag (row, 5);
  agreement->one_off = tenure_facts_flag (row, 6);
  agreement->service = tenure_facts_names_add (&pass->services, pass->strings, row, 7);
  agreement->programme = tenure_facts_names_add (&pass->programmes, pass->strings, row, 8);
  agreement->place = tenure_facts_names_add (&pass->places, pass->strings, row, 9);
  agreement->purpose = tenure_facts_choice (pass->purpose, row, 10);
  read_term (agreement, row);
  agreement->renewal = tenure_facts_choice (pass->renewal, row, 26);
  agreement->owner = tenure_facts_names_add (&pass->owners, pass->strings, row, 28);
  agreement->basis = tenure_facts_choice (pass->basis, row, 30);
  read_money (agreement, row);
  read_practice (pass, agreement, row);
  g_array_append_val (pass->links, links);
}

static gboolean
has_met (const Pass *pass, TenureId id)
{
  return pass->falling ? id <= *pass->other : id >= *pass->other;
}

static gboolean
run_pass (Pass *pass, GError **error)
{
  g_autofree char *sql = g_strconcat (agreements_sql, pass->falling ? " DESC" : "", NULL);
  g_autoptr (TenureSqlStatement) statement = tenure_sql_prepare (pass->db, sql, error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (row)
    {
      TenureId id;

      if (!tenure_sql_step (statement, &row, error))
        return FALSE;
      id = sqlite3_column_int64 (statement, 0);
      if (!row || has_met (pass, id))
        break;
      read_agreement (pass, statement);
      *pass->own = id;
    }
  return TRUE;
}

/* What the second thread does. */
typedef struct
{
  Pass pass;
  TenureFactsRows *funders;
  GError *error;
} Work;

/* The funders come first: however long they take, the two passes over the agreements make up for it. */
static gpointer
run_falling (gpointer data)
{
  Work *work = data;

  work->funders = tenure_facts_read_funders (work->pass.loader, work->pass.db, &work->error);
  if (work->funders != NULL)
    run_pass (&work->pass, &work->error);
  return NULL;
}

/* The names of the second pass among those of the first: index → index. */
static gint32 *
merge_names (TenureFactsNames *names, const TenureFactsNames *more)
{
  gint32 *map = g_new (gint32, more->names->len);

  for (guint i = 0; i < more->names->len; i++)
    map[i] = tenure_facts_names_take (names, more->names->pdata[i]);
  return map;
}

static gint32
mapped (const gint32 *map, gint32 index)
{
  return index < 0 ? -1 : map[index];
}

/* Puts what went down behind what went up. Both may have read the row on which they met. */
static void
append_falling (Pass *rising, const Pass *falling)
{
  g_autofree gint32 *services = merge_names (&rising->services, &falling->services);
  g_autofree gint32 *programmes = merge_names (&rising->programmes, &falling->programmes);
  g_autofree gint32 *places = merge_names (&rising->places, &falling->places);
  g_autofree gint32 *owners = merge_names (&rising->owners, &falling->owners);
  TenureId last = 0;

  if (rising->agreements->len > 0)
    last = g_array_index (rising->agreements, TenureFactAgreement, rising->agreements->len - 1).id;
  for (guint i = falling->agreements->len; i > 0; i--)
    {
      TenureFactAgreement agreement = g_array_index (falling->agreements, TenureFactAgreement, i - 1);

      if (agreement.id <= last)
        continue;
      agreement.service = mapped (services, agreement.service);
      agreement.programme = mapped (programmes, agreement.programme);
      agreement.place = mapped (places, agreement.place);
      agreement.owner = mapped (owners, agreement.owner);
      g_array_append_val (rising->agreements, agreement);
      g_array_append_val (rising->links, g_array_index (falling->links, Links, i - 1));
    }
}

static gboolean
run_alone (TenureFactsLoader *loader, Pass *pass, GError **error)
{
  loader->funders = tenure_facts_read_funders (loader, loader->db, error);
  return loader->funders != NULL && run_pass (pass, error);
}

static gboolean
run_both (TenureFactsLoader *loader, Pass *rising, GError **error)
{
  Place low = G_MININT64, high = G_MAXINT64;
  Work work = { .pass = { .falling = TRUE, .own = &high, .other = &low } };
  GThread *thread = NULL;
  gboolean ok;

  rising->own = &low;
  rising->other = &high;
  if (loader->second_db == NULL)
    return run_alone (loader, rising, error);
  loader->facts->more_strings = g_string_chunk_new (64 * 1024);
  pass_init (&work.pass, loader->second_db, loader, loader->facts->more_strings);
  thread = g_thread_new ("tenure-facts", run_falling, &work);
  ok = run_pass (rising, error);
  g_thread_join (thread);
  loader->funders = g_steal_pointer (&work.funders);
  if (ok && work.error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&work.error));
      ok = FALSE;
    }
  g_clear_error (&work.error);
  if (ok)
    append_falling (rising, &work.pass);
  pass_clear (&work.pass);
  return ok;
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

static void
take_results (TenureFacts *facts, Pass *pass)
{
  facts->services = tenure_facts_names_steal (&pass->services, &facts->n_services);
  facts->programmes = tenure_facts_names_steal (&pass->programmes, &facts->n_programmes);
  facts->places = tenure_facts_names_steal (&pass->places, &facts->n_places);
  facts->owners = tenure_facts_names_steal (&pass->owners, &facts->n_owners);
  facts->n_agreements = pass->agreements->len;
  facts->agreements = (TenureFactAgreement *) g_array_steal (pass->agreements, NULL);
  resolve_links (facts, pass->links);
}

gboolean
tenure_facts_load_agreements (TenureFactsLoader *loader, GError **error)
{
  Pass pass = { .falling = FALSE };
  gboolean ok;

  pass_init (&pass, loader->db, loader, loader->facts->strings);
  ok = run_both (loader, &pass, error);
  if (ok)
    {
      take_results (loader->facts, &pass);
      tenure_facts_place_funders (loader->facts, loader->funders);
    }
  pass_clear (&pass);
  return ok;
}
