#pragma once

#include "store/history-travel.h"
#include "store/writer-private.h"

G_BEGIN_DECLS

/**
 * tenure_replay_run:
 * @redo: brings the oldest undone step again instead of taking back the newest that stands
 *
 * One transaction on @writer. Nothing that does not fit exactly is forced: any conflict ends it.
 *
 * Returns: FALSE with everything as it was, on NOT_FOUND (no such step), CORRUPT, CHANGED, STORAGE
 */
gboolean tenure_replay_run (TenureWriter *writer, gboolean redo, TenureChanges **out_changes, GError **error);

/**
 * tenure_replay_to:
 * @progress: (nullable)
 *
 * As tenure_document_go_to(), in one transaction on @writer. *@out_changes: what all steps together did, NULL when there
 * were none; *@out_n_steps: how many those were. Fails as tenure_replay_run() does.
 */
gboolean tenure_replay_to (TenureWriter *writer,
                           gint64 seq,
                           TenureTravelProgress progress,
                           gpointer progress_data,
                           GCancellable *cancellable,
                           TenureChanges **out_changes,
                           guint *out_n_steps,
                           GError **error);

G_END_DECLS
