#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

G_BEGIN_DECLS

/* The Organisations page: who they are, how many agreements they are paid for, what these come to in a year, and the
 * worst that is flagged about them. Columns sort; Enter opens its page; the selection is the session's. */
#define TENURE_TYPE_ORGANISATIONS_PAGE (tenure_organisations_page_get_type ())
G_DECLARE_FINAL_TYPE (TenureOrganisationsPage, tenure_organisations_page, TENURE, ORGANISATIONS_PAGE, GtkWidget)

GtkWidget *tenure_organisations_page_new (TenureSession *session);

G_END_DECLS
