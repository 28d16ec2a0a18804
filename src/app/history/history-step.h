#pragma once

#include <gtk/gtk.h>

#include "app/history/history-work.h"
#include "app/session.h"

G_BEGIN_DECLS

/* A row of one step: what it is called, when, who and how much. It opens to tell what the step changed, and offers to go
 * back to it, or before it, and to look at the portfolio as it was recorded then.
 *
 * @question: whose records are asked for; of others nothing is told. @newest: no step that stands came after it. */
GtkWidget *tenure_history_step_new (TenureSession *session,
                                    const TenureHistoryQuestion *question,
                                    const TenureHistoryEntry *entry,
                                    gboolean newest);

G_END_DECLS
