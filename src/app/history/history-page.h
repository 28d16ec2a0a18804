#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

G_BEGIN_DECLS

/* The History page: who changed what and when, day by day, newest first; each step opens to show the fields that it
 * changed, and can be gone back to. */
#define TENURE_TYPE_HISTORY_PAGE (tenure_history_page_get_type ())
G_DECLARE_FINAL_TYPE (TenureHistoryPage, tenure_history_page, TENURE, HISTORY_PAGE, GtkWidget)

GtkWidget *tenure_history_page_new (TenureSession *session);

G_END_DECLS
