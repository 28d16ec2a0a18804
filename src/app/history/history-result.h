#pragma once

#include <gtk/gtk.h>

#include "app/history/history-work.h"
#include "app/session.h"

G_BEGIN_DECLS

/* What changed in a stretch of the history, a row a record: what is otherwise, what is gone, what is new. */
#define TENURE_TYPE_HISTORY_RESULT (tenure_history_result_get_type ())
G_DECLARE_FINAL_TYPE (TenureHistoryResult, tenure_history_result, TENURE, HISTORY_RESULT, GtkWidget)

GtkWidget *tenure_history_result_new (TenureSession *session);

/* Shows the first records of @comparison, which answers @question and is taken over; more of them are read when they are
 * asked for. NULL: nothing. */
void tenure_history_result_show (TenureHistoryResult *self,
                                 const TenureHistoryQuestion *question,
                                 TenureHistoryComparison *comparison);

G_END_DECLS
