#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Keeps @menu filled with the portfolios that were opened or saved lately, newest first, for app.open-recent. @owner:
 * the menu is kept until it goes. */
void tenure_recent_fill_menu (GMenu *menu, GtkWidget *owner);

/* (element-type utf8): the addresses of the @max opened or saved last, newest first; files that are there. */
GPtrArray *tenure_recent_list (guint max) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
