#pragma once

#include <gtk/gtk.h>

#include "app/session.h"
#include "store/history-compare.h"

G_BEGIN_DECLS

/* A row that tells what is different in one record; it opens the record where that is still there to be looked at.
 * @say_kind: it tells, too, whether the record was added, changed or deleted. */
GtkWidget *tenure_history_row_new (TenureSession *session, const TenureRecordDifference *difference, gboolean say_kind);

/* A row that says something else. */
GtkWidget *tenure_history_row_new_plain (const char *title, const char *text);

G_END_DECLS
