#pragma once

#include <gtk/gtk.h>

#include "catalogue/field.h"

G_BEGIN_DECLS

/**
 * tenure_empty_state_new:
 * @icon: icon name
 * @title: translated: what is missing ("No agreements yet")
 * @description: translated sentence: what the page is for
 * @add: the record type that the page starts from, or TENURE_RECORD_NONE
 *
 * What a page shows when the document holds nothing for it: a sentence and the first steps – import a file, add one,
 * open a portfolio or the sample. Boards are rarely in files: there, adding one comes first. Made when first seen: the
 * strings must stay, as translated ones do.
 */
GtkWidget *tenure_empty_state_new (const char *icon, const char *title, const char *description, TenureRecordType add);

/**
 * tenure_empty_states_add:
 * @no_match: translated sentence: a search or filter leaves nothing
 *
 * Gives @stack the children "empty" (as above) and "no-match".
 */
void tenure_empty_states_add (GtkStack *stack,
                              const char *icon,
                              const char *title,
                              const char *description,
                              TenureRecordType add,
                              const char *no_match);

/* The same frame without steps: for a search or filter that leaves nothing. */
GtkWidget *tenure_no_match_new (const char *description);

/* "Add an Agreement", "Add a board", …; translated, whole sentences because articles differ. For types that people
 * add; others give "Add". */
const char *tenure_add_record_label (TenureRecordType type);

G_END_DECLS
