#include "config.h"
#include "store/connection-private.h"

#include "base/error.h"
#include "store/feed-private.h"

#include "base/i18n.h"

#define BUSY_TIMEOUT_MS 10000

static void
harden (sqlite3 *db)
{
  static const struct
  {
    int option, value;
  } options[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },   { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 }, { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
    { SQLITE_DBCONFIG_ENABLE_VIEW, 0 }, { SQLITE_DBCONFIG_ENABLE_FKEY, 0 },    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },     { SQLITE_DBCONFIG_DQS_DDL, 0 },        { SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1 },
  };
  static const struct
  {
    int limit, value;
  } limits[] = {
    { SQLITE_LIMIT_SQL_LENGTH, 1000000 }, { SQLITE_LIMIT_COLUMN, 200 },      { SQLITE_LIMIT_EXPR_DEPTH, 100 },
    { SQLITE_LIMIT_ATTACHED, 1 },         { SQLITE_LIMIT_TRIGGER_DEPTH, 1 }, { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000 },
    { SQLITE_LIMIT_WORKER_THREADS, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    sqlite3_db_config (db, options[i].option, options[i].value, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (db, limits[i].limit, limits[i].value);
}

static gboolean
configure (sqlite3 *db, TenureConnectionMode mode, GError **error)
{
  sqlite3_extended_result_codes (db, 1);
  sqlite3_busy_timeout (db, BUSY_TIMEOUT_MS);
  harden (db);
  if (!tenure_sql_exec (db,
                        "PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY; PRAGMA synchronous = NORMAL;"
                        "PRAGMA secure_delete = OFF; PRAGMA wal_autocheckpoint = 0;",
                        error)
      || !tenure_feed_register (db, error))
    return FALSE;
  if (mode == TENURE_CONNECTION_READ)
    return tenure_sql_exec (db, "PRAGMA query_only = ON; PRAGMA cache_size = -8000; PRAGMA mmap_size = 1073741824;", error);
  return tenure_sql_exec (db, "PRAGMA cache_size = -32000;", error);
}

/* SQLite counts every allocation under a lock for statistics that nobody reads; Debian's build has no cache of small ones
 * either. Without the counting, an import takes a fifth less. Too late, and harmless, when another library of the
 * process has SQLite running already. */
static gpointer
stop_counting_memory (gpointer data)
{
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  return NULL;
}

sqlite3 *
tenure_connection_open (const char *path, TenureConnectionMode mode, GError **error)
{
  static GOnce counting = G_ONCE_INIT;
  g_autoptr (TenureSqlConnection) db = NULL;
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE;
  int rc;

  g_once (&counting, stop_counting_memory, NULL);
  /* A reader opens for writing as well: it may have to make the shared memory of the log. query_only holds it back. */
  if (mode == TENURE_CONNECTION_CREATE)
    flags |= SQLITE_OPEN_CREATE;
  rc = sqlite3_open_v2 (path, &db, flags, NULL);
  if (rc != SQLITE_OK)
    {
      tenure_sql_fail (db, rc, error);
      return NULL;
    }
  if (!configure (db, mode, error))
    return NULL;
  return g_steal_pointer (&db);
}

void
tenure_connection_checkpoint (const char *path)
{
  g_autoptr (TenureSqlConnection) db = tenure_connection_open (path, TENURE_CONNECTION_WRITE, NULL);

  if (db == NULL)
    return;
  sqlite3_busy_timeout (db, 0);
  sqlite3_wal_checkpoint_v2 (db, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
}
