#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Scrolls the scrolled window around @widget so far that @widget and a little around it can be seen, once it has found
 * its place: an expander takes a moment to open, a line that was just shown has no height yet. */
void tenure_scroll_to_soon (GtkWidget *widget);

G_END_DECLS
