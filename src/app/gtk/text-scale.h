#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* How large the user wants words to be: what is given in pixels was chosen for 1. */
double tenure_text_scale (void);

/* Gives @window, which is not on screen yet, so much more room than its template says as the words in it need, and the
 * columns to which AdwClamp keeps what is in it already. The toolkit keeps the window within the screen. Once, when it
 * is made. */
void tenure_text_scale_window (GtkWindow *window);

G_END_DECLS
