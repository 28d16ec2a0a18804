#pragma once

#include "exchange/table-private.h"

G_BEGIN_DECLS

/* Reads a table on a thread of its own, a few hundred rows ahead of whoever works on them, so that parsing and storing
 * overlap. Memory stays bounded: the thread waits when a few batches lie ready.
 *
 * From tenure_read_ahead_start() to tenure_read_ahead_free() the table belongs to the thread. */
typedef struct _TenureReadAhead TenureReadAhead;

TenureReadAhead *tenure_read_ahead_start (TenureTable *table);

/* As tenure_table_next(). */
gboolean tenure_read_ahead_next (TenureReadAhead *ahead, TenureRow *out_row, GError **error);

/* As tenure_table_get_n_titles() and tenure_table_get_title(), up to the row given last. */
guint tenure_read_ahead_get_n_titles (const TenureReadAhead *ahead);
const char *tenure_read_ahead_get_title (const TenureReadAhead *ahead, guint column);

/* Bytes of the file behind the row given last. */
guint64 tenure_read_ahead_get_bytes_read (const TenureReadAhead *ahead);

/* Stops the thread, wherever it is, and waits for it. */
void tenure_read_ahead_free (TenureReadAhead *ahead);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureReadAhead, tenure_read_ahead_free)

G_END_DECLS
