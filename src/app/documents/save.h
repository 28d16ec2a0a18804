#pragma once

#include "app/window.h"

G_BEGIN_DECLS

/* Called once saving has ended; @saved is FALSE when it failed (the user has been told) or was given up. */
typedef void (*TenureSaveDone) (TenureWindow *window, gboolean saved, gpointer data);

/* Saves to the document's file, or asks for one where there is none. When the file changed on disk, the user chooses
 * between a copy, overwriting knowingly and leaving it. @done (nullable). */
void tenure_save (TenureWindow *window, TenureSaveDone done, gpointer data);

/* Asks for a name and saves under it. */
void tenure_save_as (TenureWindow *window, TenureSaveDone done, gpointer data);

/* Asks what to do with unsaved changes, does it, and closes the window unless the user keeps it. */
void tenure_save_ask_before_closing (TenureWindow *window);

G_END_DECLS
