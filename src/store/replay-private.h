#pragma once

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

G_END_DECLS
