#pragma once

#include "app/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The filters in use as chips in a row; a chip that is pressed takes its filter away. What has no room is scrolled to. */
GtkWidget *tenure_register_chips_new (GtkBox **out_chips);

/* Makes the chips for the filter of the session's snapshot, of which there is one. */
void tenure_register_chips_show (GtkBox *chips, TenureSession *session);

G_END_DECLS
