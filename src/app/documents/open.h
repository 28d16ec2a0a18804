#pragma once

#include "app/window.h"

G_BEGIN_DECLS

/* Windows on documents. All of these show what went wrong by themselves; @window (nullable) is where the user asked,
 * and takes the document if nothing was done in it yet. */

/* A window on a new, empty document; NULL, after saying so on standard error, when not even that can be made. */
TenureWindow *tenure_open_new (TenureApplication *application);

/* Begins to read @file, which tenure_open_file() is about to be asked for, while the toolkit itself is still starting: that
 * takes a tenth of a second, in which another processor has nothing to do. Once a run, before the main loop. */
void tenure_open_begin (TenureApplication *application, GFile *file);

/* Opens @file, or brings its window to the front if it is open already. */
void tenure_open_file (TenureApplication *application, TenureWindow *window, GFile *file);

/* Asks which file and opens it. */
void tenure_open_choose (TenureApplication *application, TenureWindow *window);

/* Opens a copy of the sample portfolio that is installed with the program. */
void tenure_open_sample (TenureApplication *application, TenureWindow *window);

/* Offers, one after the other, what a crash left behind. Once a run, at the start. */
void tenure_open_recovered (TenureApplication *application, TenureWindow *window);

G_END_DECLS
