#pragma once

#include "app/agreements/register-view.h"

G_BEGIN_DECLS

/* The button that offers the columns of @view as a list of ticks. Those that are shown come first, in their order, and are
 * moved there: by two buttons, or by Alt+Up and Alt+Down on a row. Alt+Left and Alt+Right there change the width of the
 * column. Test: tests/app/test-register.py. */
GtkWidget *tenure_register_columns_button_new (TenureRegisterView *view);

G_END_DECLS
