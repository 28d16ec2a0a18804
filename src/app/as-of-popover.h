#pragma once

#include "app/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for the day on which everything is looked at: typed, picked in a calendar, or today. Says what is wrong with a day
 * that cannot be read. */
#define TENURE_TYPE_AS_OF_POPOVER (tenure_as_of_popover_get_type ())
G_DECLARE_FINAL_TYPE (TenureAsOfPopover, tenure_as_of_popover, TENURE, AS_OF_POPOVER, GtkPopover)

GtkWidget *tenure_as_of_popover_new (TenureSession *session);

G_END_DECLS
