#pragma once

#include "app/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The People page: everyone recorded, what they do where, the seats they hold and for whom they are the contact. A row that
 * is selected is shown in the inspector; Enter opens its form. */
#define TENURE_TYPE_PEOPLE_PAGE (tenure_people_page_get_type ())
G_DECLARE_FINAL_TYPE (TenurePeoplePage, tenure_people_page, TENURE, PEOPLE_PAGE, GtkWidget)

GtkWidget *tenure_people_page_new (TenureSession *session);

G_END_DECLS
