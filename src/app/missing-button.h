#pragma once

#include "catalogue/field.h"
#include "base/id.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A field of a record that is not recorded, as the way to where it is entered: a button called like the field, which opens
 * the form with the keyboard there. */
GtkWidget *tenure_missing_button_new (TenureRecordType type, TenureId id, guint field);

G_END_DECLS
