#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

G_BEGIN_DECLS

/* Who is in the room: a list of the boards that exist on the day, worst first, with a search, and beside it one board in
 * full or all of them compared. On a narrow window list and board take turns. */
#define TENURE_TYPE_BOARDS_PAGE (tenure_boards_page_get_type ())
G_DECLARE_FINAL_TYPE (TenureBoardsPage, tenure_boards_page, TENURE, BOARDS_PAGE, GtkWidget)

/* For the table of pages. */
GtkWidget *tenure_boards_page_new (TenureSession *session);

G_END_DECLS
