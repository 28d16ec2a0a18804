#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* How large the user wants words to be: what is given in pixels was chosen for 1. */
double tenure_text_scale (void);

/* Gives @window, which is not on screen yet, so much more room than its template says as the words in it need. The toolkit
 * keeps it within the screen. */
void tenure_text_scale_window (GtkWindow *window);

/* The same for the column that @clamp keeps its child to. Once, when it is made. */
void tenure_text_scale_clamp (AdwClamp *clamp);

G_END_DECLS
