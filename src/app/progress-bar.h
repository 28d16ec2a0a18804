#pragma once

#include "app/progress.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The strip at the bottom of a window that shows the oldest unfinished work with a Cancel button. It appears when the
 * work has lasted 300 ms, so that quick work does not flicker. */
#define TENURE_TYPE_PROGRESS_BAR (tenure_progress_bar_get_type ())
G_DECLARE_FINAL_TYPE (TenureProgressBar, tenure_progress_bar, TENURE, PROGRESS_BAR, GtkWidget)

void tenure_progress_bar_add (TenureProgressBar *self, TenureProgress *progress);

/* Whether any work is unfinished. */
gboolean tenure_progress_bar_get_busy (TenureProgressBar *self);

/* Cancels all of it: the window is going. */
void tenure_progress_bar_cancel (TenureProgressBar *self);

G_END_DECLS
