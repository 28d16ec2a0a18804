#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What can be done with several selected agreements, shown while there are any: commands of the page around it
 * (“register.…”). */
GtkWidget *tenure_selection_bar_new (void);

/* @n: how many are selected; the bar hides below two. */
void tenure_selection_bar_show (GtkWidget *bar, guint n);

G_END_DECLS
