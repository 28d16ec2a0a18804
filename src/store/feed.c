#include "config.h"
#include "store/feed-private.h"

/* What the pointer that a statement carries is called, so that none of another kind is taken for it. */
#define POINTER_TYPE "tenure-feed"

static void
feed_row (sqlite3_context *context, int n, sqlite3_value **arguments)
{
  TenureFeed *feed = sqlite3_value_pointer (arguments[0], POINTER_TYPE);

  sqlite3_result_int (context, feed == NULL || !feed->take (feed->data, arguments + 1));
}

gboolean
tenure_feed_register (sqlite3 *db, GError **error)
{
  int rc = sqlite3_create_function_v2 (db, "feed", -1, SQLITE_UTF8 | SQLITE_DIRECTONLY, NULL, feed_row, NULL, NULL, NULL);

  return rc == SQLITE_OK || tenure_sql_fail (db, rc, error);
}

gboolean
tenure_feed_run (sqlite3 *db, const char *sql, TenureFeed *feed, GError **error)
{
  g_autoptr (TenureSqlStatement) statement = tenure_sql_prepare (db, sql, error);
  gboolean stopped;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_pointer (statement, sqlite3_bind_parameter_index (statement, ":feed"), feed, POINTER_TYPE, NULL);
  return tenure_sql_step (statement, &stopped, error);
}
