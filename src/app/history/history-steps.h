#pragma once

#include <gtk/gtk.h>

#include "app/history/history-work.h"
#include "app/session.h"

G_BEGIN_DECLS

/* The steps of the history, day by day, newest first. Each opens to tell what it changed, record by record, which is read
 * when somebody wants to see it, and can be gone back to.
 *
 * Signal: more (): older steps are asked for. */
#define TENURE_TYPE_HISTORY_STEPS (tenure_history_steps_get_type ())
G_DECLARE_FINAL_TYPE (TenureHistorySteps, tenure_history_steps, TENURE, HISTORY_STEPS, GtkWidget)

GtkWidget *tenure_history_steps_new (TenureSession *session);

/* Shows the @entries (of TenureHistoryEntry, referenced) that answer @question, a few a frame. Rows of steps that are shown
 * already stay where they are, open if they are open. @more: there are older ones. */
void tenure_history_steps_show (TenureHistorySteps *self,
                                const TenureHistoryQuestion *question,
                                GPtrArray *entries,
                                gboolean more);

G_END_DECLS
