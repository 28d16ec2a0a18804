/* What hangs below agreements: one table after the other, each put together by agreement. */

#include "config.h"
#include "store/facts-loader-private.h"
#include "store/feed-private.h"

#include <string.h>

/* One child table. Its rows come with the agreement's id in column 0; @read fills an element from the others. */
typedef struct
{
  const char *sql;
  gsize size;
  void (*read) (const TenureFactsLoader *loader, sqlite3_value **row, gpointer element);
  gsize array, n;         /* where the elements go: offsets in TenureFacts */
  gsize first, n_of_each; /* where their run goes: offsets in TenureFactAgreement */
} Table;

static void
read_funder (const TenureFactsLoader *loader, sqlite3_value **row, gpointer element)
{
  TenureFactFunder *funder = element;

  funder->organisation = tenure_facts_index_find (&loader->organisations, sqlite3_value_int64 (row[1]));
  funder->share_bp = tenure_facts_count (row, 2);
}

static void
read_extension (const TenureFactsLoader *loader, sqlite3_value **row, gpointer element)
{
  TenureFactExtension *extension = element;

  extension->id = sqlite3_value_int64 (row[1]);
  extension->length = tenure_facts_duration (row, 2);
  extension->exercised = tenure_facts_day (row, 3);
}

static void
read_variation (const TenureFactsLoader *loader, sqlite3_value **row, gpointer element)
{
  TenureFactVariation *variation = element;

  variation->id = sqlite3_value_int64 (row[1]);
  variation->made = tenure_facts_day (row, 2);
  variation->scope = tenure_facts_choice (tenure_facts_field (TENURE_RECORD_VARIATION, "scope"), row, 3);
  variation->price_known = tenure_facts_integer (row, 4, &variation->price_minor);
  variation->currency = tenure_facts_currency (row, 5);
}

static void
read_uplift (const TenureFactsLoader *loader, sqlite3_value **row, gpointer element)
{
  *(TenureFactRate *) element = (TenureFactRate){ tenure_facts_day (row, 1), sqlite3_value_int (row[2]) };
}

static void
read_cost (const TenureFactsLoader *loader, sqlite3_value **row, gpointer element)
{
  *(TenureFactCost *) element =
      (TenureFactCost){ sqlite3_value_int64 (row[1]), tenure_facts_currency (row, 2),
                        tenure_facts_choice (tenure_facts_field (TENURE_RECORD_COST_LINE, "activity"), row, 3) };
}

static void
read_payment (const TenureFactsLoader *loader, sqlite3_value **row, gpointer element)
{
  TenureFactPayment *payment = element;

  payment->id = sqlite3_value_int64 (row[1]);
  payment->invoiced = tenure_facts_day (row, 2);
  payment->paid = tenure_facts_day (row, 3);
  payment->minor = sqlite3_value_int64 (row[4]);
  payment->currency = tenure_facts_currency (row, 5);
}

static void
read_instalment (const TenureFactsLoader *loader, sqlite3_value **row, gpointer element)
{
  TenureFactInstalment *instalment = element;

  instalment->id = sqlite3_value_int64 (row[1]);
  instalment->due = tenure_facts_day (row, 2);
  instalment->minor = sqlite3_value_int64 (row[3]);
  instalment->currency = tenure_facts_currency (row, 4);
}

static void
read_outcome (const TenureFactsLoader *loader, sqlite3_value **row, gpointer element)
{
  TenureFactOutcome *outcome = element;

  outcome->id = sqlite3_value_int64 (row[1]);
  outcome->kind = tenure_facts_choice (tenure_facts_field (TENURE_RECORD_OUTCOME, "kind"), row, 2);
  outcome->measure = tenure_facts_text (loader->facts->strings, row, 3);
  outcome->unit = tenure_facts_text (loader->facts->strings, row, 4);
  outcome->target_known = tenure_facts_integer (row, 5, &outcome->target);
  outcome->actual_known = tenure_facts_integer (row, 6, &outcome->actual);
  outcome->from_day = tenure_facts_day (row, 7);
  outcome->to_day = tenure_facts_day (row, 8);
}

static void
read_referrals (const TenureFactsLoader *loader, sqlite3_value **row, gpointer element)
{
  TenureFactReferrals *referrals = element;

  referrals->id = sqlite3_value_int64 (row[1]);
  referrals->from_day = tenure_facts_day (row, 2);
  referrals->to_day = tenure_facts_day (row, 3);
  referrals->received = tenure_facts_count (row, 4);
  referrals->capacity = tenure_facts_count (row, 5);
}

#define TABLE(array, type)                                                                                                  \
  sizeof (type), read_##array, G_STRUCT_OFFSET (TenureFacts, array##s), G_STRUCT_OFFSET (TenureFacts, n_##array##s),        \
      G_STRUCT_OFFSET (TenureFactAgreement, first_##array), G_STRUCT_OFFSET (TenureFactAgreement, n_##array##s)

/* Rows that are sorted before they are fed: SQLite takes no query with a LIMIT apart. */
#define SORTED(table) "(SELECT * FROM " table " LIMIT -1)"

/* The first is read beside the agreements (load-facts-agreements.c). */
#define FUNDERS 0

static const Table tables[] = {
  { "SELECT 1 FROM funder WHERE feed (:feed, agreement, organisation, share) ORDER BY id",
    TABLE (funder, TenureFactFunder) },
  { "SELECT 1 FROM extension WHERE feed (:feed, agreement, id, length, exercised) ORDER BY id",
    TABLE (extension, TenureFactExtension) },
  { "SELECT 1 FROM " SORTED (
        "variation ORDER BY made, id") " WHERE feed (:feed, agreement, id, made, scope, price_change, currency)",
    TABLE (variation, TenureFactVariation) },
  { "SELECT 1 FROM " SORTED ("uplift ORDER BY from_day, id") " WHERE feed (:feed, agreement, from_day, rate)",
    TABLE (uplift, TenureFactRate) },
  { "SELECT 1 FROM cost_line WHERE feed (:feed, agreement, amount, currency, activity) ORDER BY id",
    TABLE (cost, TenureFactCost) },
  { "SELECT 1 FROM payment WHERE agreement IS NOT NULL AND feed (:feed, agreement, id, invoiced, paid, amount, currency) "
    "ORDER BY id",
    TABLE (payment, TenureFactPayment) },
  { "SELECT 1 FROM instalment WHERE feed (:feed, agreement, id, due, amount, currency) ORDER BY id",
    TABLE (instalment, TenureFactInstalment) },
};

#undef TABLE

/* What few agreements have: its elements begin with the index of their agreement, which keeps no run of them. */
static const Table apart[] = {
  { "SELECT 1 FROM " SORTED (
        "outcome ORDER BY measure, from_day, to_day DESC, id") " WHERE feed (:feed, agreement, id, kind, "
                                                               "measure, unit, target, actual, "
                                                               "from_day, to_day)",
    sizeof (TenureFactOutcome), read_outcome, G_STRUCT_OFFSET (TenureFacts, outcomes),
    G_STRUCT_OFFSET (TenureFacts, n_outcomes), 0, 0 },
  { "SELECT 1 FROM " SORTED ("referrals ORDER BY from_day, to_day DESC, id") " WHERE feed (:feed, agreement, id, from_day, "
                                                                             "to_day, received, capacity)",
    sizeof (TenureFactReferrals), read_referrals, G_STRUCT_OFFSET (TenureFacts, referrals),
    G_STRUCT_OFFSET (TenureFacts, n_referrals), 0, 0 },
};

#undef SORTED

void
tenure_facts_rows_free (TenureFactsRows *rows)
{
  if (rows == NULL)
    return;
  g_array_unref (rows->agreements);
  g_array_unref (rows->elements);
  g_free (rows);
}

/* The rows of a table while they are read. */
typedef struct
{
  const TenureFactsLoader *loader;
  const Table *table;
  TenureFactsRows *rows;
} Reading;

static gboolean
take_row (gpointer data, sqlite3_value **row)
{
  const Reading *reading = data;
  TenureFactsRows *rows = reading->rows;
  TenureId agreement = sqlite3_value_int64 (row[0]);

  g_array_append_val (rows->agreements, agreement);
  g_array_set_size (rows->elements, rows->elements->len + 1);
  reading->table->read (reading->loader, row, rows->elements->data + (rows->elements->len - 1) * reading->table->size);
  return TRUE;
}

static TenureFactsRows *
read_table (const TenureFactsLoader *loader, sqlite3 *db, const Table *table, GError **error)
{
  g_autoptr (TenureFactsRows) rows = g_new0 (TenureFactsRows, 1);
  Reading reading = { loader, table, rows };
  TenureFeed feed = { take_row, &reading };

  rows->agreements = g_array_new (FALSE, FALSE, sizeof (TenureId));
  rows->elements = g_array_new (FALSE, TRUE, (guint) table->size);
  return tenure_feed_run (db, table->sql, &feed, error) ? g_steal_pointer (&rows) : NULL;
}

/* The agreement of each row, -1 for one that is not there. */
static gint32 *
find_owners (const TenureFacts *facts, const TenureFactsRows *rows)
{
  gint32 *owners = g_new (gint32, rows->agreements->len);
  gint32 hint = 0;

  for (guint i = 0; i < rows->agreements->len; i++)
    owners[i] = tenure_facts_find (facts->agreements, facts->n_agreements, sizeof (TenureFactAgreement),
                                   g_array_index (rows->agreements, TenureId, i), &hint);
  return owners;
}

/* Where the run of each agreement ends. */
static guint32 *
find_ends (const TenureFacts *facts, const gint32 *owners, guint n)
{
  guint32 *ends = g_new0 (guint32, facts->n_agreements);

  for (guint i = 0; i < n; i++)
    if (owners[i] >= 0)
      ends[owners[i]]++;
  for (guint i = 1; i < facts->n_agreements; i++)
    ends[i] += ends[i - 1];
  return ends;
}

static void
set_run (const TenureFacts *facts, guint agreement, const Table *table, guint32 first, guint32 end)
{
  if (end == first)
    return;
  G_STRUCT_MEMBER (guint32, &facts->agreements[agreement], table->first) = first;
  G_STRUCT_MEMBER (guint32, &facts->agreements[agreement], table->n_of_each) = end - first;
}

/* Lays the runs of the agreements behind each other, each in the order in which its rows came. The counting is done beside
 * the agreements: they are so large that every walk through them counts. */
static void
place_rows (TenureFacts *facts, const Table *table, const TenureFactsRows *rows)
{
  guint n = rows->agreements->len;
  g_autofree gint32 *owners = NULL;
  g_autofree guint32 *starts = NULL;
  char *grouped;

  if (n == 0 || facts->n_agreements == 0)
    return;
  owners = find_owners (facts, rows);
  starts = find_ends (facts, owners, n);
  grouped = g_malloc_n (n, table->size);
  G_STRUCT_MEMBER (guint, facts, table->n) = starts[facts->n_agreements - 1];
  /* From the last row on each end moves down, until it is a start. */
  for (guint i = n; i > 0; i--)
    if (owners[i - 1] >= 0)
      memcpy (grouped + --starts[owners[i - 1]] * table->size, rows->elements->data + (i - 1) * table->size, table->size);
  for (guint i = 0; i < facts->n_agreements; i++)
    set_run (facts, i, table, starts[i],
             i + 1 < facts->n_agreements ? starts[i + 1] : G_STRUCT_MEMBER (guint, facts, table->n));
  G_STRUCT_MEMBER (gpointer, facts, table->array) = grouped;
}

static int
compare_owners (gconstpointer a, gconstpointer b, gpointer data)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return (left > right) - (left < right);
}

/* Sorts the rows by agreement, each agreement’s in the order in which they came: the sort is a stable one. */
static void
place_apart (TenureFacts *facts, const Table *table, const TenureFactsRows *rows)
{
  g_autofree gint32 *owners = rows->agreements->len > 0 ? find_owners (facts, rows) : NULL;
  char *sorted = rows->agreements->len > 0 ? g_malloc_n (rows->agreements->len, table->size) : NULL;
  guint n = 0;

  for (guint i = 0; i < rows->agreements->len; i++)
    if (owners[i] >= 0)
      {
        char *element = sorted + n++ * table->size;

        memcpy (element, rows->elements->data + i * table->size, table->size);
        *(guint32 *) (gpointer) element = (guint32) owners[i];
      }
  if (n > 0)
    g_qsort_with_data (sorted, (gint) n, table->size, compare_owners, NULL);
  G_STRUCT_MEMBER (gpointer, facts, table->array) = sorted;
  G_STRUCT_MEMBER (guint, facts, table->n) = n;
}

TenureFactsRows *
tenure_facts_read_funders (const TenureFactsLoader *loader, sqlite3 *db, GError **error)
{
  return read_table (loader, db, &tables[FUNDERS], error);
}

void
tenure_facts_place_funders (TenureFacts *facts, const TenureFactsRows *rows)
{
  place_rows (facts, &tables[FUNDERS], rows);
}

gboolean
tenure_facts_load_children (TenureFactsLoader *loader, GError **error)
{
  for (gsize i = FUNDERS + 1; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (TenureFactsRows) rows = read_table (loader, loader->db, &tables[i], error);

      if (rows == NULL)
        return FALSE;
      place_rows (loader->facts, &tables[i], rows);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (apart); i++)
    {
      g_autoptr (TenureFactsRows) rows = read_table (loader, loader->db, &apart[i], error);

      if (rows == NULL)
        return FALSE;
      place_apart (loader->facts, &apart[i], rows);
    }
  return TRUE;
}
