#include "config.h"
#include "store/facts-loader-private.h"
#include "store/feed-private.h"

#include <stdatomic.h>

/* Rows that a pass claims at a time. */
#define CLAIM 256

/* What registers commonly hold, in the order of read_agreement(); what they seldom do is read apart
 * (load-facts-seldom.c). */
static const char agreements_sql[] =
    "SELECT 1 FROM agreement WHERE feed (:feed, "
    "id, title, reference, kind, provider, to_individual, service, programme, place, purpose, award_day, "
    "start, \"end\", duration, open_ended, maximum_end, terminated, owner, value, value_basis, "
    "annual_value, currency"
    ") ORDER BY id";

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
  TenureFactsNames services, programmes, places, owners;
  const TenureField *kind, *purpose, *basis;
} Pass;

static void
pass_init (Pass *pass)
{
  pass->kind = tenure_facts_field (TENURE_RECORD_AGREEMENT, "kind");
  pass->purpose = tenure_facts_field (TENURE_RECORD_AGREEMENT, "purpose");
  pass->basis = tenure_facts_field (TENURE_RECORD_AGREEMENT, "value_basis");
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

static void
read_money (const Pass *pass, TenureFactAgreement *agreement, sqlite3_value **row)
{
  agreement->value_known = tenure_facts_integer (row, 18, &agreement->value_minor);
  agreement->basis = tenure_facts_choice (pass->basis, row, 19);
  agreement->annual_known = tenure_facts_integer (row, 20, &agreement->annual_minor);
  agreement->currency = tenure_facts_currency (row, 21);
}

static void
read_term (TenureFactAgreement *agreement, sqlite3_value **row)
{
  agreement->award_day = tenure_facts_day (row, 10);
  agreement->start = tenure_facts_day (row, 11);
  agreement->end = tenure_facts_day (row, 12);
  agreement->duration = tenure_facts_duration (row, 13);
  agreement->open_ended = tenure_facts_flag (row, 14);
  agreement->maximum_end = tenure_facts_day (row, 15);
  agreement->terminated = tenure_facts_day (row, 16);
}

static void
read_names (Pass *pass, TenureFactAgreement *agreement, sqlite3_value **row)
{
  agreement->service = tenure_facts_names_add (&pass->services, pass->strings, row, 6);
  agreement->programme = tenure_facts_names_add (&pass->programmes, pass->strings, row, 7);
  agreement->place = tenure_facts_names_add (&pass->places, pass->strings, row, 8);
  agreement->owner = tenure_facts_names_add (&pass->owners, pass->strings, row, 17);
}

static void
read_agreement (Pass *pass, TenureFactAgreement *agreement, sqlite3_value **row)
{
  tenure_facts_forget_seldom (agreement);
  agreement->id = sqlite3_value_int64 (row[0]);
  agreement->title = tenure_facts_text (pass->strings, row, 1);
  agreement->reference = tenure_facts_text (pass->strings, row, 2);
  agreement->kind = tenure_facts_choice (pass->kind, row, 3);
  agreement->provider = read_provider (pass, row, 4);
  agreement->to_individual = tenure_facts_flag (row, 5);
  agreement->purpose = tenure_facts_choice (pass->purpose, row, 9);
  read_names (pass, agreement, row);
  read_term (agreement, row);
  read_money (pass, agreement, row);
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
  TenureFactsLinks *links; /* one an agreement; NONE where it points at no other */
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

/* Ids grow along the agreements: each half of them is a span of ids. */
static gboolean
read_seldom_of (Load *load, sqlite3 *db, gint64 first, gint64 after, GError **error)
{
  return first == after || tenure_facts_read_seldom (load->loader, db, (guint) first, (guint) after, load->links, error);
}

static gboolean
read_seldom_of_older (Load *load, sqlite3 *db, GError **error)
{
  return read_seldom_of (load, db, 0, load->n / 2, error);
}

static gboolean
read_seldom_of_newer (Load *load, sqlite3 *db, GError **error)
{
  return read_seldom_of (load, db, load->n / 2, load->n, error);
}

/* Where the indexes of the names of each pass went once they were one list. */
typedef struct
{
  gint32 *rising, *falling;
} NameMap;

static void
name_map_clear (NameMap *map)
{
  g_free (map->rising);
  g_free (map->falling);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NameMap, name_map_clear)

/* Sorted: the passes meet somewhere else each time, and what is listed by service or place must not show it. */
static NameMap
merge_names (TenureFactsNames *names, const TenureFactsNames *more)
{
  NameMap map = { NULL, g_new (gint32, more->names->len) };

  for (guint i = 0; i < more->names->len; i++)
    map.falling[i] = tenure_facts_names_take (names, more->names->pdata[i]);
  map.rising = tenure_facts_names_sort (names);
  for (guint i = 0; i < more->names->len; i++)
    map.falling[i] = map.rising[map.falling[i]];
  return map;
}

static void
rename_index (gint32 *index, const NameMap *map, gboolean falling)
{
  if (*index >= 0)
    *index = (falling ? map->falling : map->rising)[*index];
}

/* Agreements name things by the indexes of the pass that read them; from now on by those of one list. */
static gboolean
unite_names (Load *load, sqlite3 *db, GError **error)
{
  TenureFacts *facts = load->loader->facts;
  Pass *rising = &load->rising;
  const Pass *falling = &load->falling;
  g_auto (NameMap) services = merge_names (&rising->services, &falling->services);
  g_auto (NameMap) programmes = merge_names (&rising->programmes, &falling->programmes);
  g_auto (NameMap) places = merge_names (&rising->places, &falling->places);
  g_auto (NameMap) owners = merge_names (&rising->owners, &falling->owners);

  for (guint i = 0; i < facts->n_agreements; i++)
    {
      TenureFactAgreement *agreement = &facts->agreements[i];
      gboolean by_falling = i >= rising->next;

      rename_index (&agreement->service, &services, by_falling);
      rename_index (&agreement->programme, &programmes, by_falling);
      rename_index (&agreement->place, &places, by_falling);
      rename_index (&agreement->owner, &owners, by_falling);
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
resolve_links (TenureFacts *facts, const TenureFactsLinks *links)
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
  resolve_links (facts, load->links);
}

/* The agreements, once it is known how many there are and what they point at. */
static gboolean
load_counted (Load *load, TenureReader *twin, GError **error)
{
  TenureFacts *facts = load->loader->facts;
  g_autofree TenureFactsLinks *links = g_new0 (TenureFactsLinks, (gsize) load->n);
  gboolean ok;

  facts->n_agreements = (guint) load->n;
  facts->agreements = g_new0 (TenureFactAgreement, (gsize) load->n);
  facts->more_strings = g_string_chunk_new (64 * 1024);
  load->left = load->n;
  load->links = links;
  load->rising = (Pass){ .loader = load->loader, .strings = facts->strings, .left = &load->left };
  load->falling = load->rising;
  load->falling.strings = facts->more_strings;
  load->falling.falling = TRUE;
  load->falling.next = facts->n_agreements - 1;
  pass_init (&load->rising);
  pass_init (&load->falling);
  ok = run_both (load, twin, read_rising, read_falling, error)
       && run_both (load, twin, read_seldom_of_older, read_seldom_of_newer, error)
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
