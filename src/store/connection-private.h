#pragma once

#include "store/sql-private.h"

G_BEGIN_DECLS

typedef enum
{
  TENURE_CONNECTION_CREATE, /* makes the file */
  TENURE_CONNECTION_WRITE,
  TENURE_CONNECTION_READ,
} TenureConnectionMode;

/**
 * tenure_connection_open:
 *
 * A connection to a working copy. What is in the file may come from anywhere, so: defensive mode, no trusted schema, no
 * triggers, no views, no extensions, no attached files but the one that VACUUM INTO needs, limits. Without SQLite's own
 * mutex: whoever holds the connection sees to it that one thread uses it at a time (that mutex is taken for each column
 * of each row and costs a third of loading the facts).
 */
sqlite3 *tenure_connection_open (const char *path, TenureConnectionMode mode, GError **error);

/* Moves what the write-ahead log holds into the file, on a connection of its own, without waiting for anybody: for a
 * worker. Failing does no harm. */
void tenure_connection_checkpoint (const char *path);

G_END_DECLS
