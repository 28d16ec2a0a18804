#pragma once

#include "app/window.h"

#include <adwaita.h>

#include "catalogue/field.h"

G_BEGIN_DECLS

/* Sets fields of many records at once: find a field by typing, enter its value, perhaps another one; see what changes from
 * what and what becomes of the figures; do it as one step.
 *
 * Signals: none; what was done is said by @window, with an Undo. */
#define TENURE_TYPE_BULK_EDIT (tenure_bulk_edit_get_type ())
G_DECLARE_FINAL_TYPE (TenureBulkEdit, tenure_bulk_edit, TENURE, BULK_EDIT, AdwWindow)

/* @ids: (element-type TenureId): records of @type; not empty. Modal for @window. */
TenureBulkEdit *tenure_bulk_edit_new (TenureWindow *window, TenureRecordType type, GArray *ids);

G_END_DECLS
