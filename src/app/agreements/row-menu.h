#pragma once

#include "app/agreements/register-acts.h"

G_BEGIN_DECLS

/* The menu of the register's rows: what can be done with the agreement, or with several that are selected. The right button
 * opens it over a row, which it selects unless it was; Shift+F10 and the menu key where the keyboard is. Whatever is chosen
 * is done with what it was opened for.
 *
 * @acts: kept by its page for as long as its view is there; the menu stands in the page */
void tenure_row_menu_install (TenureRegisterActs *acts);

/* What the menu offers for @agreements (element-type TenureId), one or several: each item has a letter of its own. Transfer
 * full. Test: tests/app/test-row-menu.c. */
GMenuModel *tenure_row_menu_model_new (const GArray *agreements) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
