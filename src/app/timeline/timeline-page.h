#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

G_BEGIN_DECLS

/* The timeline as a page: the canvas between a bar of controls (group, order, collapse, zoom, fit, today, selection) and a
 * key that explains its signs. Selecting a bar selects the record for all pages, and the other way round. */
#define TENURE_TYPE_TIMELINE_PAGE (tenure_timeline_page_get_type ())
G_DECLARE_FINAL_TYPE (TenureTimelinePage, tenure_timeline_page, TENURE, TIMELINE_PAGE, GtkWidget)

/* For the table of pages. */
GtkWidget *tenure_timeline_page_new (TenureSession *session);

G_END_DECLS
