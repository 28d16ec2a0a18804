#pragma once

#include "store/sql-private.h"

G_BEGIN_DECLS

/* Rows as the arguments of a function, for tables that are read as a whole.
 *
 * To ask for a column of a result costs more than SQLite's finding it: of the 140 ms that 48 columns of 100,000 rows took,
 * the asking was 70. An SQL function gets its arguments as they lie, for 20.
 *
 * The statement reads `SELECT feed (:feed, a, b) FROM t ORDER BY id`. Each step of it that gives a row has called @take
 * once, with a and b. Only for statements that need no sorting: SQLite calls functions before it sorts. */
typedef struct
{
  void (*take) (gpointer data, sqlite3_value **row); /* @row: valid during the call */
  gpointer data;
} TenureFeed;

/* Makes the function known to @db; once, when it is opened. */
gboolean tenure_feed_register (sqlite3 *db, GError **error);

/* Prepares @sql, to feed @feed, which must outlive it. */
sqlite3_stmt *tenure_feed_prepare (sqlite3 *db, const char *sql, TenureFeed *feed, GError **error);

G_END_DECLS
