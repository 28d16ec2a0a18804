#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

G_BEGIN_DECLS

/* The first page: what ends when, who is precarious, who is missing from the table, what needs deciding this month. Five
 * figures with their explanation, the records that need attention, and four charts, of the agreements that the filter
 * lets through. An empty document is met with what the page is for and the first steps. */
#define TENURE_TYPE_OVERVIEW_PAGE (tenure_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (TenureOverviewPage, tenure_overview_page, TENURE, OVERVIEW_PAGE, GtkWidget)

/* For the table of pages. */
GtkWidget *tenure_overview_page_new (TenureSession *session);

G_END_DECLS
