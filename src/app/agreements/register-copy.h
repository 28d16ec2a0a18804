#pragma once

#include "app/agreements/register-layout.h"
#include "store/document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * tenure_register_copy:
 * @owner: whose clipboard it is, and whose window says what went wrong; kept until the worker is done
 * @running: a field of @owner (app/lookup.h)
 * @snapshot: (nullable): what is computed
 * @layout: (transfer full): the columns
 * @ids: (transfer full) (element-type TenureId): the agreements, in order
 *
 * Puts them on the clipboard as cells (register-sheet.h), made on a worker, and says so.
 */
void tenure_register_copy (GtkWidget *owner,
                           GCancellable **running,
                           TenureDocument *document,
                           TenureSnapshot *snapshot,
                           TenureRegisterLayout *layout,
                           GArray *ids);

G_END_DECLS
