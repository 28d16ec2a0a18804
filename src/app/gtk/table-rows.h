#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The rows of a column view, which GTK 4.8 keeps to itself: a list view inside it. */

/* Brings the row at @position on screen; it gets the keyboard when the rows do. */
void tenure_table_scroll_to (GtkColumnView *view, guint position);

/* Gives the keyboard to the rows, not to the headings; FALSE when they do not take it. */
gboolean tenure_table_focus_rows (GtkColumnView *view);

/* Puts the keyboard on the row that is selected, the first of them where it is several, now or, when it was scrolled to a
 * moment ago, as soon as it is there. (The toolkit goes to the row that had the keyboard last.) */
void tenure_table_focus_selected (GtkColumnView *view);

G_END_DECLS
