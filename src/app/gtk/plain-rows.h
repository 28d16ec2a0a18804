#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Rows of a preferences group that are made anew together, each of a title and words under it as people typed them: a row
 * takes its texts for markup, and a name that holds "&" would be blank. */

/* Adds a row to @group. Lends it. */
GtkWidget *tenure_plain_rows_add (AdwPreferencesGroup *group, const char *title, const char *words);

/* (element-type GtkWidget): those added since they were last cleared; lent. */
const GPtrArray *tenure_plain_rows_get (AdwPreferencesGroup *group);

/* Takes them out; rows of another kind stay. */
void tenure_plain_rows_clear (AdwPreferencesGroup *group);

G_END_DECLS
