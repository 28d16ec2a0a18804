#pragma once

#include <gtk/gtk.h>

#include "app/overview/attention-item.h"

G_BEGIN_DECLS

/* The button at the end of a row of what needs attention: opens the record's flags over the list, each with its reason, what
 * settles it, and ways to snooze it, to wake it, or to leave the record out of the rule (app/flag-row.h).
 *
 * Property: item (TenureAttentionItem). It takes no keyboard focus, since a list is walked by rows: the list opens it for
 * the row that has the keyboard by tenure_attention_settle_popup_in(). */
#define TENURE_TYPE_ATTENTION_SETTLE (tenure_attention_settle_get_type ())
G_DECLARE_FINAL_TYPE (TenureAttentionSettle, tenure_attention_settle, TENURE, ATTENTION_SETTLE, GtkWidget)

/* Opens the one that stands in @row; FALSE when there is none. */
gboolean tenure_attention_settle_popup_in (GtkWidget *row);

G_END_DECLS
