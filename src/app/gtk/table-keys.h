#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What GTK 4.8 leaves to the pointer in a list or a table: its rows are each a stop for Tab, and its headings none. */

/* Makes the table or list one stop for Tab: from any row on, Tab and Shift+Tab leave it; arrows walk the rows. @view stands
 * in a scrolled window. */
void tenure_table_let_tab_leave (GtkColumnView *view);
void tenure_list_let_tab_leave (GtkListView *view);

/* A button "Sort By" with the titles of the columns of @view that can be sorted and are visible; one that is chosen again is
 * turned round. Follows @view as long as the button lives; the headings keep working beside it. */
GtkWidget *tenure_table_sort_button_new (GtkColumnView *view);

G_END_DECLS
