#pragma once

#include "store/insert-private.h"

G_BEGIN_DECLS

/* A thread that inserts the rows of a large edit while the edit makes the next ones.
 *
 * Whoever edits goes on as soon as a row is put down as bytes, and only waits when the thread is some batches behind. The
 * connection is used by one thread at a time: by the inserter's while rows wait, and by the editing one after
 * tenure_inserter_settle(), which everything that reads or changes otherwise calls first. Rows of one table keep their
 * order; those of different tables do not, which an edit leaves open anyway. What the thread runs into is told by the next
 * call, at the latest by the last settling; the edit as a whole has failed then. */
typedef struct _TenureInserter TenureInserter;

/* What the thread does between rows when it is told to. */
typedef gboolean (*TenureInserterTask) (gpointer data, TenureId upto, GError **error);

/* NULL when there is no thread to be had. @inserts and @data must outlive it. */
TenureInserter *tenure_inserter_start (TenureInserts *inserts, TenureInserterTask task, gpointer data);

/* Ends the thread; rows that still wait are dropped. */
void tenure_inserter_free (TenureInserter *inserter);

/* Takes a copy of a row of @table, which will be inserted. */
gboolean tenure_inserter_add (TenureInserter *inserter, guint table, const GByteArray *row, GError **error);

/* The thread does its task for @upto once the rows that were added so far are in. */
gboolean tenure_inserter_reach (TenureInserter *inserter, TenureId upto, GError **error);

/* Returns when all rows are in and the connection is the caller's until the next row is added. */
gboolean tenure_inserter_settle (TenureInserter *inserter, GError **error);

G_END_DECLS
