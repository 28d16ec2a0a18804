#pragma once

#include "register/snapshot.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The flags of one record, one below the other. Of a record that is hardly filled in most rules cannot tell yet: more than
 * TENURE_FLAG_LIST_FOLD of those are one line that opens, so that what is known to be wrong is not lost among them. */
#define TENURE_FLAG_LIST_FOLD 2

/**
 * tenure_flag_list_append:
 * @box: gets a row a flag, at its end; rows that the line opens are below it
 * @flags: (element-type TenureFlag): raised or exempted, in the order in which they are shown; lent
 * @row_class: (nullable): a CSS class for each row
 *
 * Returns: (nullable): the line that opens, lent; NULL where nothing is folded
 */
GtkExpander *tenure_flag_list_append (GtkBox *box, TenureSnapshot *snapshot, const GPtrArray *flags, const char *row_class);

/* What that line says of @flags, all of which cannot be told: "8 rules cannot tell yet: signed end, start, value and 3 more
 * are not recorded". The caller frees. Test: tests/app/test-flag-list.c. */
char *tenure_flag_list_dup_untold (const GPtrArray *flags);

G_END_DECLS
