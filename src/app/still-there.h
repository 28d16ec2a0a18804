#pragma once

#include "app/window.h"

G_BEGIN_DECLS

/**
 * tenure_still_there:
 * @ids: @n of records of @type, as they were when a menu was opened or rows were selected
 *
 * A command goes to what it was offered for, or to nothing: where a record was deleted meanwhile there must be no other in
 * its place. A toast in @window says so when none of them is left.
 *
 * Returns: (nullable) (transfer full) (element-type TenureId): those that are still there, in their order; NULL for none
 */
GArray *tenure_still_there (TenureWindow *window, TenureRecordType type, const TenureId *ids, gsize n)
    G_GNUC_WARN_UNUSED_RESULT;

/* The same of one record. */
gboolean tenure_is_still_there (TenureWindow *window, TenureRecordType type, TenureId id);

G_END_DECLS
