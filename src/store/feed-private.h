#pragma once

#include "store/sql-private.h"

G_BEGIN_DECLS

/* Rows as the arguments of a function, for tables that are read as a whole.
 *
 * To ask for a column of a result costs more than SQLite's finding it: of the 140 ms that 48 columns of 100,000 rows took,
 * the asking was 70. An SQL function gets its arguments as they lie, for 20; and as a condition that no row fulfils it has
 * SQLite go through the table without coming back for each row.
 *
 * The statement reads `SELECT 1 FROM t WHERE feed (:feed, a, b) ORDER BY id`. @take gets a and b of each row, until it
 * returns FALSE: no more is wanted. SQLite calls functions before it sorts: what needs sorting is sorted in a query
 * within. */
typedef struct
{
  gboolean (*take) (gpointer data, sqlite3_value **row); /* @row: valid during the call */
  gpointer data;
} TenureFeed;

/* Makes the function known to @db; once, when it is opened. */
gboolean tenure_feed_register (sqlite3 *db, GError **error);

/* Runs @sql to its end, or until @feed wants no more. */
gboolean tenure_feed_run (sqlite3 *db, const char *sql, TenureFeed *feed, GError **error);

G_END_DECLS
