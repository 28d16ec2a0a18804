#pragma once

#include <gtk/gtk.h>

#include "app/agreements/register-view.h"
#include "app/session.h"

G_BEGIN_DECLS

/* The button that offers the views of the register, keeps the present one under a name, and says which one is on show. */
#define TENURE_TYPE_VIEWS_BUTTON (tenure_views_button_get_type ())
G_DECLARE_FINAL_TYPE (TenureViewsButton, tenure_views_button, TENURE, VIEWS_BUTTON, GtkWidget)

GtkWidget *tenure_views_button_new (TenureSession *session, TenureRegisterView *view);

G_END_DECLS
