#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Keeps @menu filled with the portfolios that were opened or saved lately, newest first, for app.open-recent. @owner:
 * the menu is kept until it goes. */
void tenure_recent_fill_menu (GMenu *menu, GtkWidget *owner);

G_END_DECLS
