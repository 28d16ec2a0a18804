#pragma once

#include "app/window.h"

#include <adwaita.h>

#include "catalogue/field.h"

G_BEGIN_DECLS

/* Sets one field of many records at once: choose the field, type the value, see what changes from what, do it as one step.
 *
 * Signals: none; what was done is said by @window, with an Undo. */
#define TENURE_TYPE_BULK_EDIT (tenure_bulk_edit_get_type ())
G_DECLARE_FINAL_TYPE (TenureBulkEdit, tenure_bulk_edit, TENURE, BULK_EDIT, AdwWindow)

/* @ids: (element-type TenureId): records of @type; not empty. Modal for @window. */
TenureBulkEdit *tenure_bulk_edit_new (TenureWindow *window, TenureRecordType type, GArray *ids);

G_END_DECLS
