#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A tooltip for the cells of lists and the header of a window, made when the pointer asks for it.
 * gtk_widget_set_tooltip_text() asks the display where the pointer is each time it is called: for the 2,000 cells that a
 * column view makes at once this took 700 ms of the 1.3 s until the first rows of a large register were there.
 *
 * @text: (nullable): a string that stays, such as a translated one; NULL: a label or inscription that had to cut its text
 * short shows all of it, anything else nothing. */
void tenure_tooltip_set (GtkWidget *widget, const char *text);

/* The same with @text of its own (transfer full). */
void tenure_tooltip_take (GtkWidget *widget, char *text);

G_END_DECLS
