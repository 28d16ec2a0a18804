#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Which heading of a table was clicked. GTK 4.8 turns the answer of a column's sorter round when the order is descending,
 * so that what is not recorded would come first; and it does not say by which column it sorts. So rows are ordered
 * elsewhere, and the headings' sorters only tell. Test: tests/app/test-item-columns.c. */

/* The sorter of a column that can be sorted by. @key: what the column is known by; it lives as long as the program. */
GtkSorter *tenure_heading_sorter_new (gconstpointer key);

/**
 * tenure_heading_find:
 * @sorter: gtk_column_view_get_sorter(); “changed” of it is the time to ask
 *
 * Returns: (nullable): the key of the column by which the table is to be sorted first, and in @out_descending which way;
 *   NULL when none was chosen
 */
gconstpointer tenure_heading_find (GtkSorter *sorter, gboolean *out_descending);

G_END_DECLS
