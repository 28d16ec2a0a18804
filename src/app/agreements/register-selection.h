#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Which rows of a list are selected: positions, and nothing else. GtkMultiSelection also keeps the object of every selected
 * row, to follow one that moves: a selection of 100,000 agreements made 100,000 rows and took a minute. The rows of the
 * register do not move: each stands in its place and takes another record (register-model.h).
 *
 * A list is filled over some frames. Who selects all of it meanwhile means the rows to come, too: they are selected as they
 * come, until something else is selected or the list is said to be complete.
 *
 * Test: tests/app/test-register-selection.c */
#define TENURE_TYPE_REGISTER_SELECTION (tenure_register_selection_get_type ())
G_DECLARE_FINAL_TYPE (TenureRegisterSelection, tenure_register_selection, TENURE, REGISTER_SELECTION, GObject)

/* @list is referenced. */
TenureRegisterSelection *tenure_register_selection_new (GListModel *list);

/* Whether all are selected, those to come among them. */
gboolean tenure_register_selection_has_all (TenureRegisterSelection *self);

/* All rows are there: one that comes from now on is a new one. */
void tenure_register_selection_set_complete (TenureRegisterSelection *self);

G_END_DECLS
