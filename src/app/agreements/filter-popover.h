#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

G_BEGIN_DECLS

/* The filters of a session: every facet with its values, how many agreements have each, and "not recorded". Counts are
 * of what passes all other filters, and are made when a facet is opened. */
#define TENURE_TYPE_FILTER_POPOVER (tenure_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (TenureFilterPopover, tenure_filter_popover, TENURE, FILTER_POPOVER, GtkPopover)

GtkWidget *tenure_filter_popover_new (TenureSession *session);

G_END_DECLS
