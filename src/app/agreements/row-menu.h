#pragma once

#include "app/agreements/register-acts.h"

G_BEGIN_DECLS

/* The menu of the register's rows: what can be done with the agreement, or with several that are selected. The right button
 * opens it over a row, which it selects unless it was; Shift+F10 and the menu key where the keyboard is. Whatever is chosen
 * is done with what it was opened for.
 *
 * @acts: kept by its page for as long as its view is there; the menu stands in the page */
void tenure_row_menu_install (TenureRegisterActs *acts);

G_END_DECLS
