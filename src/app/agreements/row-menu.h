#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The menu of the register's rows: what can be done with the agreement, or with several that are selected. The right button
 * opens it over a row, which it selects unless it was; Shift+F10 and the menu key where the keyboard is.
 *
 * @page: commands “register.…” are its own; the menu stands in it
 * @view: what holds the rows, within @page
 * @list_selected: (element-type TenureId): the selected agreements; the caller unrefs */
typedef GArray *(*TenureRowMenuFunc) (gpointer page);

void tenure_row_menu_install (GtkWidget *page, GtkWidget *view, TenureRowMenuFunc list_selected);

G_END_DECLS
