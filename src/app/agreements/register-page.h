#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

G_BEGIN_DECLS

/* The Agreements page: filters, the register, and a line that says what is shown and what it comes to. */
#define TENURE_TYPE_REGISTER_PAGE (tenure_register_page_get_type ())
G_DECLARE_FINAL_TYPE (TenureRegisterPage, tenure_register_page, TENURE, REGISTER_PAGE, GtkWidget)

GtkWidget *tenure_register_page_new (TenureSession *session);

G_END_DECLS
