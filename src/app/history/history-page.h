#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

G_BEGIN_DECLS

/* The History page: who changed what and when, step by step, or what is different in the end; of all records, of a kind, of
 * those whose name holds some words or of one; by everybody or one person; of all time or a stretch of it. Steps can be gone
 * back to, and the portfolio can be looked at as it was recorded on a day. */
#define TENURE_TYPE_HISTORY_PAGE (tenure_history_page_get_type ())
G_DECLARE_FINAL_TYPE (TenureHistoryPage, tenure_history_page, TENURE, HISTORY_PAGE, GtkWidget)

GtkWidget *tenure_history_page_new (TenureSession *session);

/* Shows the history of one record and what belongs to it, of all time; a record that is no longer there has one too. */
void tenure_history_page_show_record (TenureHistoryPage *self, TenureRecordType type, TenureId id);

G_END_DECLS
