#pragma once

#include "catalogue/field.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The fields that can be set for many records at once, to be found by typing and chosen with Enter or a click.
 *
 * Signals:
 *   ::chosen (guint field)
 *   ::left (): Escape was pressed while nothing was typed */
#define TENURE_TYPE_BULK_FIELD_LIST (tenure_bulk_field_list_get_type ())
G_DECLARE_FINAL_TYPE (TenureBulkFieldList, tenure_bulk_field_list, TENURE, BULK_FIELD_LIST, GtkBox)

GtkWidget *tenure_bulk_field_list_new (TenureRecordType type);

/* Forgets what was typed and takes the keyboard. @taken (element-type guint): fields that are not offered. */
void tenure_bulk_field_list_start (TenureBulkFieldList *self, const GArray *taken);

G_END_DECLS
