#include "config.h"
#include "store/facts-loader-private.h"
#include "store/feed-private.h"

#include <stdatomic.h>

/* Rows that a pass claims at a time. */
#define CLAIM 256

static const TenureField *
field_of (const char *name)
{
  return &tenure_record_def (TENURE_RECORD_AGREEMENT)->fields[tenure_record_field_index (TENURE_RECORD_AGREEMENT, name)];
}

/* In the order of read_agreement(). */
static const char agreements_sql[]
    = "SELECT 1 FROM agreement WHERE feed (:feed, "
      "id, title, reference, kind, provider, to_individual, one_off, service, programme, place, purpose, award_day, "
      "signed, start, \"end\", duration, open_ended, maximum_end, terminated, predecessor, lead_agreement, funder_notice, "
      "funder_without_cause, provider_notice, renewal_notice, lead_time, renewal_status, decided, owner, value, "
      "value_basis, annual_value, currency, full_cost, other_funding, payment_profile, "
      "funded_role, tightness, specification_agreed, measures_agreed, variation_agreed, communities IS NOT NULL, bid_cost, "
      "monitoring_cost, posts, key_person, key_cover, price_index) ORDER BY id";

/* Agreements point at each other before all are read: their ids wait here. */
typedef struct
{
  TenureId predecessor, lead;
} Links;

/* One goes up from the oldest agreement, the other down from the newest, each claiming rows ahead until none are left: so
 * two processors share the work evenly, and every row has its place from the start. */
typedef struct
{
  sqlite3 *db;
  const TenureFactsLoader *loader; /* what agreements point at is there */
  GStringChunk *strings;
  gboolean falling;
  _Atomic gint64 *left; /* rows that neither pass has claimed */
  gint64 claimed;       /* rows that are this one's, not yet read */
  guint next;           /* where the next row goes */
  Links *links;
  gboolean has_links;
  TenureFactsNames services, programmes, places, owners;
  const TenureField *kind, *purpose, *renewal, *basis, *paid, *role;
} Pass;

static void
pass_init (Pass *pass)
{
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
  tenure_facts_names_clear (&pass->services);
  tenure_facts_names_clear (&pass->programmes);
  tenure_facts_names_clear (&pass->places);
  tenure_facts_names_clear (&pass->owners);
}

static gint32
read_provider (Pass *pass, sqlite3_value **row, int column)
{
  gint64 id;

  return tenure_facts_integer (row, column, &id) ? tenure_facts_index_find (&pass->loader->organisations, id) : -1;
}

/* The index of the record that @column refers to; -1 for none. */
static gint32
read_reference (sqlite3_value **row, int column, gconstpointer records, guint n, gsize size)
{
  gint32 hint = 0;
  gint64 id;

  return tenure_facts_integer (row, column, &id) ? tenure_facts_find (records, n, size, id, &hint) : -1;
}

static void
read_practice (const Pass *pass, TenureFactAgreement *agreement, sqlite3_value **row)
{
  const TenureFacts *facts = pass->loader->facts;

  agreement->payment_profile = tenure_facts_choice (pass->paid, row, 35);
  agreement->funded_role = tenure_facts_choice (pass->role, row, 36);
  agreement->tightness = (gint8) CLAMP (sqlite3_value_int (row[37]), 0, 5);
  agreement->specification_agreed = tenure_facts_flag (row, 38);
  agreement->measures_agreed = tenure_facts_flag (row, 39);
  agreement->variation_agreed = tenure_facts_flag (row, 40);
  agreement->communities_known = sqlite3_value_int (row[41]) != 0;
  agreement->bid_cost_known = tenure_facts_integer (row, 42, &agreement->bid_cost_minor);
  agreement->monitoring_cost_known = tenure_facts_integer (row, 43, &agreement->monitoring_cost_minor);
  agreement->posts = tenure_facts_count (row, 44);
  agreement->key_person = read_reference (row, 45, facts->persons, facts->n_persons, sizeof (TenureFactPerson));
  agreement->key_cover = read_reference (row, 46, facts->persons, facts->n_persons, sizeof (TenureFactPerson));
  agreement->price_index
      = read_reference (row, 47, facts->price_indexes, facts->n_price_indexes, sizeof (TenureFactPriceIndex));
}

static void
read_money (TenureFactAgreement *agreement, sqlite3_value **row)
{
  agreement->value_known = tenure_facts_integer (row, 29, &agreement->value_minor);
  agreement->annual_known = tenure_facts_integer (row, 31, &agreement->annual_minor);
  agreement->currency = tenure_facts_currency (row, 32);
  agreement->full_cost_known = tenure_facts_integer (row, 33, &agreement->full_cost_minor);
  agreement->other_funding_known = tenure_facts_integer (row, 34, &agreement->other_funding_minor);
}

static void
read_term (TenureFactAgreement *agreement, sqlite3_value **row)
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
read_names (Pass *pass, TenureFactAgreement *agreement, sqlite3_value **row)
{
  agreement->service = tenure_facts_names_add (&pass->services, pass->strings, row, 7);
  agreement->programme = tenure_facts_names_add (&pass->programmes, pass->strings, row, 8);
  agreement->place = tenure_facts_names_add (&pass->places, pass->strings, row, 9);
  agreement->owner = tenure_facts_names_add (&pass->owners, pass->strings, row, 28);
}

static void
read_links (Pass *pass, sqlite3_value **row)
{
  Links links = { sqlite3_value_int64 (row[19]), sqlite3_value_int64 (row[20]) };

  if (links.predecessor == TENURE_ID_NONE && links.lead == TENURE_ID_NONE)
    return;
  pass->links[pass->next] = links;
  pass->has_links = TRUE;
}

static void
read_agreement (Pass *pass, TenureFactAgreement *agreement, sqlite3_value **row)
{
  agreement->id = sqlite3_value_int64 (row[0]);
  agreement->predecessor = agreement->lead = -1;
  agreement->title = tenure_facts_text (pass->strings, row, 1);
  agreement->reference = tenure_facts_text (pass->strings, row, 2);
  agreement->kind = tenure_facts_choice (pass->kind, row, 3);
  agreement->provider = read_provider (pass, row, 4);
  agreement->to_individual = tenure_facts_flag (row, 5);
  agreement->one_off = tenure_facts_flag (row, 6);
  agreement->purpose = tenure_facts_choice (pass->purpose, row, 10);
  agreement->renewal = tenure_facts_choice (pass->renewal, row, 26);
  agreement->basis = tenure_facts_choice (pass->basis, row, 30);
  read_names (pass, agreement, row);
  read_term (agreement, row);
  read_money (agreement, row);
  read_practice (pass, agreement, row);
  read_links (pass, row);
}

/* Whether the next row is this pass's to read. */
static gboolean
claim_row (Pass *pass)
{
  gint64 left;

  if (pass->claimed > 0)
    return TRUE;
  left = atomic_fetch_sub (pass->left, CLAIM);
  pass->claimed = CLAMP (left, 0, CLAIM);
  return pass->claimed > 0;
}

static gboolean
take_agreement (gpointer data, sqlite3_value **row)
{
  Pass *pass = data;

  if (!claim_row (pass))
    return FALSE;
  read_agreement (pass, &pass->loader->facts->agreements[pass->next], row);
  pass->next += pass->falling ? -1 : 1;
  pass->claimed--;
  return TRUE;
}

/* Rows were counted in this state: that one fails to come is damage. */
static gboolean
run_pass (Pass *pass, GError **error)
{
  g_autofree char *sql = g_strconcat (agreements_sql, pass->falling ? " DESC" : "", NULL);
  TenureFeed feed = { take_agreement, pass };

  return tenure_feed_run (pass->db, sql, &feed, error)
         && (!claim_row (pass) || tenure_sql_fail (NULL, SQLITE_CORRUPT, error));
}

/* What is shared out between two threads. */
typedef struct
{
  TenureFactsLoader *loader;
  gint64 n; /* agreements */
  _Atomic gint64 left;
  Pass rising, falling;
  TenureFactsRows *funders;
} Load;

/* A part of it, on a connection that nobody else uses meanwhile. */
typedef gboolean (*Part) (Load *load, sqlite3 *db, GError **error);

typedef struct
{
  Load *load;
  Part part;
  sqlite3 *db;
  GError *error;
} Beside;

static gpointer
run_beside (gpointer data)
{
  Beside *beside = data;

  beside->part (beside->load, beside->db, &beside->error);
  return NULL;
}

/* Both parts at the same time, or one after the other where there is no @twin for the second. */
static gboolean
run_both (Load *load, TenureReader *twin, Part first, Part second, GError **error)
{
  Beside beside = { load, second };
  GThread *thread;
  gboolean ok;

  if (twin == NULL)
    return first (load, load->loader->db, error) && second (load, load->loader->db, error);
  beside.db = tenure_reader_get_db (twin);
  thread = g_thread_new ("tenure-facts", run_beside, &beside);
  ok = first (load, load->loader->db, error);
  g_thread_join (thread);
  if (ok && beside.error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&beside.error));
      ok = FALSE;
    }
  g_clear_error (&beside.error);
  return ok;
}

static gboolean
load_referred (Load *load, sqlite3 *db, GError **error)
{
  return tenure_facts_load_referred (load->loader, error);
}

/* The rows themselves: an index might not tell the truth. */
static gboolean
count_agreements (Load *load, sqlite3 *db, GError **error)
{
  return tenure_sql_query_integer (db, "SELECT count (*) FROM agreement NOT INDEXED", 0, &load->n, error);
}

static gboolean
read_rising (Load *load, sqlite3 *db, GError **error)
{
  load->rising.db = db;
  return run_pass (&load->rising, error);
}

/* The funders come first: however long they take, the two passes over the agreements make up for it. */
static gboolean
read_falling (Load *load, sqlite3 *db, GError **error)
{
  load->funders = tenure_facts_read_funders (load->loader, db, error);
  load->falling.db = db;
  return load->funders != NULL && run_pass (&load->falling, error);
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

/* Agreements that the second pass read name things by its indexes; from now on by those of the first. */
static gboolean
unite_names (Load *load, sqlite3 *db, GError **error)
{
  TenureFacts *facts = load->loader->facts;
  Pass *rising = &load->rising;
  const Pass *falling = &load->falling;
  g_autofree gint32 *services = merge_names (&rising->services, &falling->services);
  g_autofree gint32 *programmes = merge_names (&rising->programmes, &falling->programmes);
  g_autofree gint32 *places = merge_names (&rising->places, &falling->places);
  g_autofree gint32 *owners = merge_names (&rising->owners, &falling->owners);

  for (guint i = rising->next; i < facts->n_agreements; i++)
    {
      TenureFactAgreement *agreement = &facts->agreements[i];

      agreement->service = mapped (services, agreement->service);
      agreement->programme = mapped (programmes, agreement->programme);
      agreement->place = mapped (places, agreement->place);
      agreement->owner = mapped (owners, agreement->owner);
    }
  return TRUE;
}

static gboolean
place_funders (Load *load, sqlite3 *db, GError **error)
{
  tenure_facts_place_funders (load->loader->facts, load->funders);
  return TRUE;
}

static gint32
find_agreement (const TenureFacts *facts, TenureId id, gint32 *hint)
{
  if (id == TENURE_ID_NONE)
    return -1;
  return tenure_facts_find (facts->agreements, facts->n_agreements, sizeof (TenureFactAgreement), id, hint);
}

static void
resolve_links (TenureFacts *facts, const Links *links)
{
  gint32 hint = 0;

  for (guint i = 0; i < facts->n_agreements; i++)
    {
      facts->agreements[i].predecessor = find_agreement (facts, links[i].predecessor, &hint);
      facts->agreements[i].lead = find_agreement (facts, links[i].lead, &hint);
    }
}

static void
take_results (TenureFacts *facts, Load *load)
{
  Pass *pass = &load->rising;

  facts->services = tenure_facts_names_steal (&pass->services, &facts->n_services);
  facts->programmes = tenure_facts_names_steal (&pass->programmes, &facts->n_programmes);
  facts->places = tenure_facts_names_steal (&pass->places, &facts->n_places);
  facts->owners = tenure_facts_names_steal (&pass->owners, &facts->n_owners);
  if (pass->has_links || load->falling.has_links)
    resolve_links (facts, pass->links);
}

/* The agreements, once it is known how many there are and what they point at. */
static gboolean
load_counted (Load *load, TenureReader *twin, GError **error)
{
  TenureFacts *facts = load->loader->facts;
  g_autofree Links *links = g_new0 (Links, (gsize) load->n);
  gboolean ok;

  facts->n_agreements = (guint) load->n;
  facts->agreements = g_new0 (TenureFactAgreement, (gsize) load->n);
  facts->more_strings = g_string_chunk_new (64 * 1024);
  load->left = load->n;
  load->rising = (Pass){ .loader = load->loader, .strings = facts->strings, .left = &load->left, .links = links };
  load->falling = load->rising;
  load->falling.strings = facts->more_strings;
  load->falling.falling = TRUE;
  load->falling.next = facts->n_agreements - 1;
  pass_init (&load->rising);
  pass_init (&load->falling);
  ok = run_both (load, twin, read_rising, read_falling, error)
       && run_both (load, twin, unite_names, place_funders, error);
  if (ok)
    take_results (facts, load);
  pass_clear (&load->rising);
  pass_clear (&load->falling);
  return ok;
}

gboolean
tenure_facts_load_agreements (TenureFactsLoader *loader, GError **error)
{
  g_autoptr (TenureReader) twin = tenure_reader_open_twin (loader->reader);
  Load load = { .loader = loader };
  gboolean ok = run_both (&load, twin, load_referred, count_agreements, error) && load_counted (&load, twin, error);

  g_clear_pointer (&load.funders, tenure_facts_rows_free);
  return ok;
}
