/* What registers seldom record of an agreement. */

#include "config.h"
#include "store/facts-loader-private.h"
#include "store/feed-private.h"

/* To ask a row for a column costs nearly as much where nothing is recorded: of 48 columns of 100,000 imported rows, the 29
 * empty ones took a third of the instructions. So only rows of which any of these is known are asked for them, and an index
 * says which these are. In the order of read_seldom(), the id before them. */
#define SELDOM                                                                                                              \
  "one_off, signed, predecessor, lead_agreement, funder_notice, funder_without_cause, provider_notice, "                    \
  "renewal_notice, lead_time, renewal_status, decided, full_cost, other_funding, payment_profile, "                         \
  "funded_role, tightness, specification_agreed, measures_agreed, variation_agreed, communities, "                          \
  "bid_cost, monitoring_cost, posts, key_person, key_cover, price_index"
static const char seldom_sql[] =
    "SELECT 1 FROM agreement INDEXED BY agreement_seldom WHERE coalesce (" SELDOM ") IS NOT NULL "
    "AND id BETWEEN %" G_GINT64_FORMAT " AND %" G_GINT64_FORMAT " AND feed (:feed, id, " SELDOM ") ORDER BY id";

typedef struct
{
  const TenureFactsLoader *loader;
  TenureFactsLinks *links;
  gint32 hint; /* where the row before went */
  const TenureField *renewal, *paid, *role;
} Reading;

void
tenure_facts_forget_seldom (TenureFactAgreement *agreement)
{
  agreement->predecessor = agreement->lead = agreement->key_person = agreement->key_cover = agreement->price_index = -1;
  agreement->posts = -1;
  agreement->signed_day = agreement->decided = agreement->review_day = TENURE_DAY_NONE;
  agreement->funder_notice = agreement->provider_notice = TENURE_DURATION_UNKNOWN;
  agreement->renewal_notice = agreement->lead_time = TENURE_DURATION_UNKNOWN;
  agreement->one_off = agreement->funder_without_cause = TENURE_FACT_UNKNOWN;
  agreement->specification_agreed = agreement->measures_agreed = agreement->variation_agreed = TENURE_FACT_UNKNOWN;
  agreement->rests_on_one = TENURE_FACT_UNKNOWN;
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
read_notice (TenureFactAgreement *agreement, const Reading *reading, sqlite3_value **row)
{
  agreement->funder_notice = tenure_facts_duration (row, 5);
  agreement->funder_without_cause = tenure_facts_flag (row, 6);
  agreement->provider_notice = tenure_facts_duration (row, 7);
  agreement->renewal_notice = tenure_facts_duration (row, 8);
  agreement->lead_time = tenure_facts_duration (row, 9);
  agreement->renewal = tenure_facts_choice (reading->renewal, row, 10);
  agreement->decided = tenure_facts_day (row, 11);
}

static void
read_practice (TenureFactAgreement *agreement, const Reading *reading, sqlite3_value **row)
{
  agreement->full_cost_known = tenure_facts_integer (row, 12, &agreement->full_cost_minor);
  agreement->other_funding_known = tenure_facts_integer (row, 13, &agreement->other_funding_minor);
  agreement->payment_profile = tenure_facts_choice (reading->paid, row, 14);
  agreement->funded_role = tenure_facts_choice (reading->role, row, 15);
  agreement->tightness = (gint8) CLAMP (sqlite3_value_int (row[16]), 0, 5);
  agreement->specification_agreed = tenure_facts_flag (row, 17);
  agreement->measures_agreed = tenure_facts_flag (row, 18);
  agreement->variation_agreed = tenure_facts_flag (row, 19);
  agreement->communities_known = sqlite3_value_type (row[20]) != SQLITE_NULL;
  agreement->bid_cost_known = tenure_facts_integer (row, 21, &agreement->bid_cost_minor);
  agreement->monitoring_cost_known = tenure_facts_integer (row, 22, &agreement->monitoring_cost_minor);
  agreement->posts = tenure_facts_count (row, 23);
}

static void
read_references (TenureFactAgreement *agreement, const TenureFacts *facts, sqlite3_value **row)
{
  agreement->key_person = read_reference (row, 24, facts->persons, facts->n_persons, sizeof (TenureFactPerson));
  agreement->key_cover = read_reference (row, 25, facts->persons, facts->n_persons, sizeof (TenureFactPerson));
  agreement->price_index =
      read_reference (row, 26, facts->price_indexes, facts->n_price_indexes, sizeof (TenureFactPriceIndex));
}

static gboolean
read_seldom (gpointer data, sqlite3_value **row)
{
  Reading *reading = data;
  const TenureFacts *facts = reading->loader->facts;
  TenureFactAgreement *agreement;
  gint32 index = tenure_facts_find (facts->agreements, facts->n_agreements, sizeof (TenureFactAgreement),
                                    sqlite3_value_int64 (row[0]), &reading->hint);

  if (index < 0)
    return TRUE;
  agreement = &facts->agreements[index];
  agreement->one_off = tenure_facts_flag (row, 1);
  agreement->signed_day = tenure_facts_day (row, 2);
  reading->links[index] = (TenureFactsLinks){ sqlite3_value_int64 (row[3]), sqlite3_value_int64 (row[4]) };
  read_notice (agreement, reading, row);
  read_practice (agreement, reading, row);
  read_references (agreement, facts, row);
  return TRUE;
}

/* --- What later versions brought, each with an index of its own -------------------------------------------------------- */

typedef struct
{
  TenureFacts *facts;
  void (*take) (TenureFactAgreement *agreement, sqlite3_value **row);
  gint32 hint;
} Rare;

static gboolean
read_rare (gpointer data, sqlite3_value **row)
{
  Rare *rare = data;
  TenureFacts *facts = rare->facts;
  gint32 index = tenure_facts_find (facts->agreements, facts->n_agreements, sizeof (TenureFactAgreement),
                                    sqlite3_value_int64 (row[0]), &rare->hint);

  if (index >= 0)
    rare->take (&facts->agreements[index], row);
  return TRUE;
}

static void
take_rests_on_one (TenureFactAgreement *agreement, sqlite3_value **row)
{
  agreement->rests_on_one = tenure_facts_flag (row, 1);
}

static void
take_review_day (TenureFactAgreement *agreement, sqlite3_value **row)
{
  agreement->review_day = tenure_facts_day (row, 1);
}

#define SELECT_RARE(column)                                                                                                 \
  "SELECT 1 FROM agreement INDEXED BY agreement_" column " WHERE " column " IS NOT NULL AND feed (:feed, id, " column       \
  ") ORDER BY id"

gboolean
tenure_facts_read_rare (TenureFactsLoader *loader, GError **error)
{
  static const struct
  {
    const char *sql;
    void (*take) (TenureFactAgreement *agreement, sqlite3_value **row);
  } columns[] = {
    { SELECT_RARE ("rests_on_one"), take_rests_on_one },
    { SELECT_RARE ("review_day"), take_review_day },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      Rare rare = { loader->facts, columns[i].take, 0 };
      TenureFeed feed = { read_rare, &rare };

      if (!tenure_feed_run (loader->db, columns[i].sql, &feed, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
tenure_facts_read_seldom (
    const TenureFactsLoader *loader, sqlite3 *db, guint first, guint after, TenureFactsLinks *links, GError **error)
{
  const TenureFacts *facts = loader->facts;
  g_autofree char *sql = g_strdup_printf (seldom_sql, facts->agreements[first].id, facts->agreements[after - 1].id);
  Reading reading = { loader,
                      links,
                      (gint32) first,
                      tenure_facts_field (TENURE_RECORD_AGREEMENT, "renewal_status"),
                      tenure_facts_field (TENURE_RECORD_AGREEMENT, "payment_profile"),
                      tenure_facts_field (TENURE_RECORD_AGREEMENT, "funded_role") };
  TenureFeed feed = { read_seldom, &reading };

  return tenure_feed_run (db, sql, &feed, error);
}
