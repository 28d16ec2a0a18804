#pragma once

#include "app/agreements/register-layout.h"
#include "report/cells.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * tenure_register_sheet:
 * @snapshot: (nullable): what is computed; without it those columns are empty
 * @layout: whose columns are wanted, and no others: what is not on screen, a person's name among it, is not copied
 * @ids: (element-type TenureId): the agreements, in order
 *
 * A row of cells for each agreement, to be pasted into a spreadsheet. What is not recorded is an empty cell; an agreement
 * that is no longer there has nothing but empty ones. Lengths of time in months are copied to a tenth, as they are shown.
 * For a worker: 100,000 agreements take some seconds.
 *
 * Returns: (transfer full): the cells; NULL with @error, also when @cancellable was cancelled
 */
TenureCells *tenure_register_sheet (const TenureSnapshot *snapshot,
                                    const TenureRegisterLayout *layout,
                                    const GArray *ids,
                                    TenureReader *reader,
                                    GCancellable *cancellable,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
