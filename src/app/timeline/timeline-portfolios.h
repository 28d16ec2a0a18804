#pragma once

#include "register/members.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The portfolios that each agreement of the facts of @basis is in on its day, in words: "Adults, Carers"; NULL for none. Of
 * char *, by index; for a worker. Returns: (transfer full): NULL with @error set. Test: tests/app/test-timeline-model.c. */
GPtrArray *tenure_timeline_read_portfolios (TenureReader *reader,
                                            const TenureBasis *basis,
                                            GCancellable *cancellable,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
