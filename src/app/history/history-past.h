#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives @button a popover that asks for a day and opens the portfolio as it was recorded at the end of it
 * (win.view-past-day). The popover is made when it is first wanted: a calendar is dear. */
void tenure_history_past_set_up_button (GtkMenuButton *button);

G_END_DECLS
