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
 * What a page shows when the document holds nothing for it: a sentence and the first steps – add one, import a file,
 * open the sample.
 */
GtkWidget *tenure_empty_state_new (const char *icon, const char *title, const char *description, TenureRecordType add);

/* The same frame without steps: for a search or filter that leaves nothing. */
GtkWidget *tenure_no_match_new (const char *description);

/* "Add an Agreement", "Add a board", …; translated, whole sentences because articles differ. For types that people
 * add; others give "Add". */
const char *tenure_add_record_label (TenureRecordType type);

G_END_DECLS
