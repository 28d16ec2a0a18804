#pragma once

#include "app/agreements/register-layout.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * tenure_register_text:
 * @snapshot: (nullable): what is computed; without it those columns are empty
 * @layout: whose columns are wanted
 * @ids: (element-type TenureId): the agreements, in order
 *
 * A line of headings and one for each agreement, with tabs between cells: pastes into a spreadsheet. A sign that would make
 * a spreadsheet calculate has an apostrophe before it. What is not recorded is an empty cell; an agreement that is no longer
 * there has nothing but empty ones. For a worker: 100,000 agreements take some seconds.
 *
 * Returns: the text; NULL with @error, also when @cancellable was cancelled. The caller frees.
 */
char *tenure_register_text (const TenureSnapshot *snapshot,
                            const TenureRegisterLayout *layout,
                            const GArray *ids,
                            TenureReader *reader,
                            GCancellable *cancellable,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
