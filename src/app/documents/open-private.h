#pragma once

#include "app/documents/open.h"

G_BEGIN_DECLS

/* What opening and recovering share. */

/* Shows @document in @window (nullable) if nothing was done there, or else in a window of its own. */
TenureWindow *tenure_open_show_document (TenureApplication *application, TenureWindow *window, TenureDocument *document);

/* The window that shows the document of @file (nullable) or is about to, or NULL. */
TenureWindow *tenure_open_find_window (TenureApplication *application, GFile *file);

/* Gives @window a new document if it was left without one. */
void tenure_open_ensure_document (TenureWindow *window);

G_END_DECLS
