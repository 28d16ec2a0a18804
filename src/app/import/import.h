#pragma once

#include "app/window.h"

G_BEGIN_DECLS

/* Bringing a file in. Nothing is written before the user has seen what would be. */

/* Asks which file, then shows the assistant for it. */
void tenure_import_choose (TenureWindow *window);

/* What asks which file, over @parent; to be shown by the caller. (transfer full) */
GtkNativeDialog *tenure_import_chooser_new (GtkWindow *parent);

/* Shows the assistant for @file. */
void tenure_import_present (TenureWindow *window, GFile *file);

G_END_DECLS
