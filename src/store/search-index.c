#include "config.h"
#include "store/search-fill-private.h"
#include "store/search-index-private.h"

#include "base/error.h"

/* Rows of one type in one edit, past which its index is built anew. */
#define REBUILD_ABOVE 4000

/* Segments of one level that FTS5 lets stand before it merges them whatever comes: with its usual 16, half the time of
 * building an index of 100,000 agreements goes into merging. */
#define MAX_SEGMENTS "64"

/* What a record is found by, beside its own searched fields: expressions over the row called r. Of agreements the same as
 * in search-fill.c, which is faster for all of them. */
static const struct
{
  TenureRecordType type;
  const char *also[5];
} searched[] = {
  { TENURE_RECORD_PORTFOLIO },
  { TENURE_RECORD_ORGANISATION, { TENURE_SEARCH_IDENTIFIERS ("r.id"), TENURE_SEARCH_FORMER_NAMES ("r.id") } },
  { TENURE_RECORD_PERSON },
  { TENURE_RECORD_AGREEMENT,
    { "(SELECT name FROM organisation WHERE id = r.provider)", TENURE_SEARCH_IDENTIFIERS ("r.provider"),
      TENURE_SEARCH_FORMER_NAMES ("r.provider"),
      "(SELECT group_concat (o.name, ' ') FROM funder f JOIN organisation o ON o.id = f.organisation "
      "WHERE f.agreement = r.id)" } },
  { TENURE_RECORD_PAYMENT },
  { TENURE_RECORD_BOARD },
  { TENURE_RECORD_SEAT },
  { TENURE_RECORD_MEETING },
};

typedef struct
{
  gboolean searched;
  gboolean rebuild;
  GHashTable *touched; /* set of TenureId */
  sqlite3_stmt *remove, *add;
} TypeIndex;

struct _TenureSearchIndex
{
  sqlite3 *db;
  TypeIndex types[TENURE_N_RECORDS];
  sqlite3_stmt *named_after; /* agreements that are found by the name of an organisation */
  sqlite3_stmt *provided;    /* those that are found by its identifiers and former names */

  /* Agreements that are indexed as they come. */
  TenureSearchFill *fill; /* NULL: none are */
  TenureId settled;       /* what stands up to this id has been handed to be indexed, */
  gboolean unsettled;     /* and yet it was changed */
};

TenureSearchIndex *
tenure_search_index_new (sqlite3 *db)
{
  TenureSearchIndex *index = g_new0 (TenureSearchIndex, 1);

  index->db = db;
  for (guint i = 0; i < G_N_ELEMENTS (searched); i++)
    {
      index->types[searched[i].type].searched = TRUE;
      index->types[searched[i].type].touched = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    }
  return index;
}

void
tenure_search_index_free (TenureSearchIndex *index)
{
  if (index == NULL)
    return;
  for (guint i = 0; i < TENURE_N_RECORDS; i++)
    {
      g_clear_pointer (&index->types[i].touched, g_hash_table_unref);
      sqlite3_finalize (index->types[i].remove);
      sqlite3_finalize (index->types[i].add);
    }
  sqlite3_finalize (index->named_after);
  sqlite3_finalize (index->provided);
  tenure_search_fill_free (index->fill);
  g_free (index);
}

const char *
tenure_search_index_table (TenureRecordType type)
{
  static const char *const tables[TENURE_N_RECORDS] = {
    [TENURE_RECORD_PORTFOLIO] = "portfolio_search", [TENURE_RECORD_ORGANISATION] = "organisation_search",
    [TENURE_RECORD_PERSON] = "person_search",       [TENURE_RECORD_AGREEMENT] = "agreement_search",
    [TENURE_RECORD_PAYMENT] = "payment_search",     [TENURE_RECORD_BOARD] = "board_search",
    [TENURE_RECORD_SEAT] = "seat_search",           [TENURE_RECORD_MEETING] = "meeting_search",
  };

  return tables[type];
}

/* "format ('%s %s …', r.title, r.reference, …)": format() writes nothing for NULL. */
static char *
text_expression (TenureRecordType type)
{
  const TenureRecordDef *def = tenure_record_def (type);
  g_autoptr (GString) pattern = g_string_new (NULL);
  g_autoptr (GString) arguments = g_string_new (NULL);

  for (guint i = 0; i < def->n_fields; i++)
    if (def->fields[i].flags & TENURE_FIELD_SEARCHED)
      {
        g_string_append (pattern, "%s ");
        g_string_append_printf (arguments, ", r.\"%s\"", def->fields[i].name);
      }
  for (guint i = 0; i < G_N_ELEMENTS (searched); i++)
    for (guint j = 0; searched[i].type == type && searched[i].also[j] != NULL; j++)
      {
        g_string_append (pattern, "%s ");
        g_string_append_printf (arguments, ", %s", searched[i].also[j]);
      }
  return g_strdup_printf ("format ('%s'%s)", pattern->str, arguments->str);
}

static char *
add_statement (TenureRecordType type, const char *where)
{
  g_autofree char *text = text_expression (type);

  return g_strdup_printf ("INSERT INTO %s (rowid, text) SELECT r.id, %s FROM %s r %s", tenure_search_index_table (type),
                          text, tenure_record_def (type)->table, where);
}

/* FTS5 takes a document out when it is given the very text that went in. */
static char *
remove_statement (TenureRecordType type)
{
  g_autofree char *text = text_expression (type);
  const char *table = tenure_search_index_table (type);

  return g_strdup_printf ("INSERT INTO %s (%s, rowid, text) SELECT 'delete', r.id, %s FROM %s r WHERE r.id = :id", table,
                          table, text, tenure_record_def (type)->table);
}

static gboolean
run_for (TenureSearchIndex *index,
         sqlite3_stmt **slot,
         char *(*text) (TenureRecordType),
         TenureRecordType type,
         TenureId id,
         GError **error)
{
  g_autofree char *sql = *slot == NULL ? text (type) : NULL;

  if (!tenure_sql_keep (index->db, slot, sql, error))
    return FALSE;
  tenure_sql_bind_integer (*slot, ":id", id);
  return tenure_sql_run (*slot, error);
}

static char *
add_one_statement (TenureRecordType type)
{
  return add_statement (type, "WHERE r.id = :id");
}

void
tenure_search_index_rebuild (TenureSearchIndex *index, TenureRecordType type)
{
  if (!index->types[type].searched)
    return;
  index->types[type].rebuild = TRUE;
  g_hash_table_remove_all (index->types[type].touched);
}

/* Whether @id still has to be taken out of the index of @type; it counts as touched from now on. */
static gboolean
begin_touch (TenureSearchIndex *index, TenureRecordType type, TenureId id)
{
  TypeIndex *of_type = &index->types[type];

  if (!of_type->searched || of_type->rebuild || id == TENURE_ID_NONE || g_hash_table_contains (of_type->touched, &id))
    return FALSE;
  if (g_hash_table_size (of_type->touched) >= REBUILD_ABOVE)
    {
      tenure_search_index_rebuild (index, type);
      return FALSE;
    }
  g_hash_table_add (of_type->touched, g_memdup2 (&id, sizeof id));
  return TRUE;
}

/* An index that was out of step with its rows, because a foreign hand wrote to the file, notices here. It is no reason
 * to refuse the edit: it is built anew. */
static gboolean
take_out (TenureSearchIndex *index, TenureRecordType type, TenureId id, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (!begin_touch (index, type, id) || run_for (index, &index->types[type].remove, remove_statement, type, id, &failure))
    return TRUE;
  if (g_error_matches (failure, TENURE_ERROR, TENURE_ERROR_CORRUPT))
    {
      tenure_search_index_rebuild (index, type);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Takes out the agreements that @sql, kept in @slot, finds for @organisation. */
static gboolean
take_out_agreements (TenureSearchIndex *index, sqlite3_stmt **slot, const char *sql, TenureId organisation, GError **error)
{
  g_autoptr (GArray) agreements = g_array_new (FALSE, FALSE, sizeof (TenureId));
  gboolean row = TRUE, ok = TRUE;

  if (index->types[TENURE_RECORD_AGREEMENT].rebuild)
    return TRUE;
  if (!tenure_sql_keep (index->db, slot, sql, error))
    return FALSE;
  tenure_sql_bind_integer (*slot, ":organisation", organisation);
  while (ok && row)
    {
      ok = tenure_sql_step (*slot, &row, error);
      if (ok && row)
        {
          TenureId id = sqlite3_column_int64 (*slot, 0);

          g_array_append_val (agreements, id);
        }
    }
  sqlite3_reset (*slot);
  for (guint i = 0; ok && i < agreements->len; i++)
    ok = take_out (index, TENURE_RECORD_AGREEMENT, g_array_index (agreements, TenureId, i), error);
  return ok;
}

/* Agreements are found by the names of their provider and funders. */
static gboolean
take_out_named_after (TenureSearchIndex *index, TenureId organisation, GError **error)
{
  return take_out_agreements (index, &index->named_after,
                              "SELECT id FROM agreement WHERE provider = :organisation UNION "
                              "SELECT agreement FROM funder WHERE organisation = :organisation",
                              organisation, error);
}

/* And by the identifiers and former names of their provider. */
static gboolean
take_out_provided (TenureSearchIndex *index, TenureId organisation, GError **error)
{
  return take_out_agreements (index, &index->provided, "SELECT id FROM agreement WHERE provider = :organisation",
                              organisation, error);
}

TenureRecordType
tenure_search_index_found_by (TenureRecordType child)
{
  switch ((int) child)
    {
    case TENURE_RECORD_FUNDER:
      return TENURE_RECORD_AGREEMENT;
    case TENURE_RECORD_IDENTIFIER:
    case TENURE_RECORD_FORMER_NAME:
      return TENURE_RECORD_ORGANISATION;
    default:
      return TENURE_RECORD_NONE;
    }
}

/* What agreements that are indexed as they come are found by is about to change, in the record @id. */
static void
heed (TenureSearchIndex *index, TenureId id)
{
  if (id <= index->settled)
    index->unsettled = TRUE;
}

gboolean
tenure_search_index_touch_parent (TenureSearchIndex *index, TenureRecordType type, TenureId parent, GError **error)
{
  TenureRecordType found = tenure_search_index_found_by (type);

  if (found == TENURE_RECORD_NONE)
    return TRUE;
  heed (index, parent);
  if (found == TENURE_RECORD_ORGANISATION && !take_out_provided (index, parent, error))
    return FALSE;
  return take_out (index, found, parent, error);
}

void
tenure_search_index_touch_new (TenureSearchIndex *index, TenureRecordType type, TenureId id)
{
  heed (index, id);
  begin_touch (index, type, id);
}

gboolean
tenure_search_index_touch (
    TenureSearchIndex *index, TenureRecordType type, TenureId id, TenureId parent, gboolean title, GError **error)
{
  if (type == TENURE_RECORD_AGREEMENT || (type == TENURE_RECORD_ORGANISATION && title))
    heed (index, id);
  if (!tenure_search_index_touch_parent (index, type, parent, error))
    return FALSE;
  if (type == TENURE_RECORD_ORGANISATION && title && !take_out_named_after (index, id, error))
    return FALSE;
  return take_out (index, type, id, error);
}

static gboolean
command (TenureSearchIndex *index, TenureRecordType type, const char *name, const char *value, GError **error)
{
  const char *table = tenure_search_index_table (type);
  g_autofree char *sql = g_strdup_printf ("INSERT INTO %s (%s, rank) VALUES ('%s', %s)", table, table, name, value);

  return tenure_sql_exec (index->db, sql, error);
}

/* Filled without merging on the way, a quarter faster; see let_merge. */
static gboolean
begin_filling (TenureSearchIndex *index, TenureRecordType type, GError **error)
{
  return command (index, type, "delete-all", "NULL", error) && command (index, type, "automerge", "0", error)
         && command (index, type, "crisismerge", MAX_SEGMENTS, error);
}

/* The next edit merges what a filling left, a little at a time. Not the end of the filling itself: it would write to a page
 * that went to the log long before, and SQLite sums up the whole log anew for that. */
static gboolean
let_merge (TenureSearchIndex *index, TenureRecordType type, GError **error)
{
  const char *table = tenure_search_index_table (type);
  g_autofree char *sql = g_strdup_printf ("INSERT INTO %s (%s, rank) SELECT 'automerge', 4 FROM %s_config "
                                          "WHERE k = 'automerge' AND v = 0",
                                          table, table, table);

  return tenure_sql_exec (index->db, sql, error);
}

static TenureSearchFill *
begin_agreements (TenureSearchIndex *index, GError **error)
{
  return begin_filling (index, TENURE_RECORD_AGREEMENT, error)
             ? tenure_search_fill_new (index->db, tenure_search_index_table (TENURE_RECORD_AGREEMENT), error)
             : NULL;
}

/* Those that were indexed as they came are indexed again only if what they are found by changed since. */
static gboolean
fill_agreements (TenureSearchIndex *index, GError **error)
{
  if (index->unsettled)
    g_clear_pointer (&index->fill, tenure_search_fill_free);
  if (index->fill == NULL)
    index->fill = begin_agreements (index, error);
  return index->fill != NULL && tenure_search_fill_run (index->fill, G_MAXINT64, error);
}

static gboolean
rebuild (TenureSearchIndex *index, TenureRecordType type, GError **error)
{
  g_autofree char *sql = NULL;

  if (type == TENURE_RECORD_AGREEMENT)
    return fill_agreements (index, error);
  sql = add_statement (type, "");
  return begin_filling (index, type, error) && tenure_sql_exec (index->db, sql, error);
}

gboolean
tenure_search_index_go_along (TenureSearchIndex *index, GError **error)
{
  TenureId latest;

  tenure_search_index_rebuild (index, TENURE_RECORD_ORGANISATION);
  tenure_search_index_rebuild (index, TENURE_RECORD_AGREEMENT);
  if (!tenure_sql_query_integer (index->db,
                                 "SELECT max (id) FROM (SELECT max (id) AS id FROM agreement "
                                 "UNION ALL SELECT max (id) FROM organisation)",
                                 TENURE_ID_NONE, &latest, error))
    return FALSE;
  /* Records of a clock that was ahead: those to come have smaller ids. */
  if (latest > tenure_id_new ())
    return TRUE;
  index->fill = begin_agreements (index, error);
  return index->fill != NULL;
}

gboolean
tenure_search_index_settle (TenureSearchIndex *index, TenureId upto)
{
  index->settled = MAX (index->settled, upto);
  return index->fill != NULL && !index->unsettled;
}

gboolean
tenure_search_index_reach (TenureSearchIndex *index, TenureId upto, GError **error)
{
  return tenure_search_fill_run (index->fill, upto, error);
}

static gboolean
finish_type (TenureSearchIndex *index, TenureRecordType type, GError **error)
{
  TypeIndex *of_type = &index->types[type];
  GHashTableIter iter;
  gpointer id;

  if (of_type->rebuild)
    return rebuild (index, type, error);
  if (of_type->touched == NULL || g_hash_table_size (of_type->touched) == 0)
    return TRUE;
  if (!let_merge (index, type, error))
    return FALSE;
  g_hash_table_iter_init (&iter, of_type->touched);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!run_for (index, &of_type->add, add_one_statement, type, *(TenureId *) id, error))
      return FALSE;
  return TRUE;
}

void
tenure_search_index_expect (TenureSearchIndex *index, const TenureChanges *changes)
{
  for (TenureRecordType type = 0; type < TENURE_N_RECORDS; type++)
    {
      const TenureTableChanges *table = tenure_changes_get (changes, type);
      TenureRecordType found = tenure_search_index_found_by (type);

      if (table->inserted->len + table->updated->len + table->deleted->len > REBUILD_ABOVE)
        tenure_search_index_rebuild (index, found != TENURE_RECORD_NONE ? found : type);
    }
}

gboolean
tenure_search_index_finish (TenureSearchIndex *index, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (searched); i++)
    if (!finish_type (index, searched[i].type, error))
      return FALSE;
  tenure_search_index_forget (index);
  return TRUE;
}

void
tenure_search_index_forget (TenureSearchIndex *index)
{
  g_clear_pointer (&index->fill, tenure_search_fill_free);
  index->settled = TENURE_ID_NONE;
  index->unsettled = FALSE;
  for (guint i = 0; i < TENURE_N_RECORDS; i++)
    {
      index->types[i].rebuild = FALSE;
      if (index->types[i].touched != NULL)
        g_hash_table_remove_all (index->types[i].touched);
    }
}
