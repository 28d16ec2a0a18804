#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets the heading of @column, whose cells are aligned at their end because they are numbers, stand at the end, too.
 * The mark of the order goes before its words, where it moves none of them when it comes and goes. GTK has no property
 * for it: the heading is looked for among the children of @view by its title, soon and whenever columns come, go or
 * move. @view has @column already. Test: tests/app/test-item-table.c. */
void tenure_heading_align_end (GtkColumnView *view, GtkColumnViewColumn *column);

G_END_DECLS
