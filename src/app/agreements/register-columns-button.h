#pragma once

#include "app/agreements/register-view.h"

G_BEGIN_DECLS

/* The button that offers the columns of @view as a list of ticks. */
GtkWidget *tenure_register_columns_button_new (TenureRegisterView *view);

G_END_DECLS
