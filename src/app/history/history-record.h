#pragma once

#include "store/reader.h"

G_BEGIN_DECLS

/**
 * tenure_history_list_record:
 * @max: lines at the most
 * @out_more: (optional): whether there are older ones
 *
 * What happened to one record, for a place where it is only looked at in passing; the History page tells the rest. For a
 * worker: it looks through the whole history, which an import makes long.
 *
 * Returns: (transfer full) (element-type utf8): newest first, a line each: "21 Nov 2026, Robin – Place: Hill → North"; NULL
 *   with @error set
 */
GPtrArray *tenure_history_list_record (TenureReader *reader,
                                       TenureRecordType type,
                                       TenureId id,
                                       guint max,
                                       gboolean *out_more,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
