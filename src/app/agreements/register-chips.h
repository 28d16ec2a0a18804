#pragma once

#include "app/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The filters in use as chips, in as many lines as they need to be read in; without any it is not shown. A chip that
 * is pressed takes its filter away. */
GtkWidget *tenure_register_chips_new (void);

/* Makes the chips for the filter of the session's snapshot, of which there is one. */
void tenure_register_chips_show (GtkBox *chips, TenureSession *session);

G_END_DECLS
