#pragma once

#include "register/snapshot.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * tenure_flag_row_new:
 * @snapshot: that @flag belongs to; kept
 * @flag: raised or exempted; of the snapshot's own flags or of its basis
 * @name: (nullable): translated: what to call the flag; NULL for the rule
 *
 * A flag as every page shows it: its level, the rule, the reason in a sentence, “Why?”, what settles it (app/settle.h),
 * “Snooze…” to keep it off the list of what needs attention until a day, and “Exempt…” to record that the rule does not fit
 * this record. A flag that is snoozed or exempted stays on show, the latter fainter, with the reason, who decided and until
 * when, and can be changed, woken or ended. All buttons are commands of the window (actions.h).
 */
GtkWidget *tenure_flag_row_new (TenureSnapshot *snapshot, const TenureFlag *flag, const char *name);

/* Shows in @box what @rule says of everything together (D3, G5), as one row; hides the box when it says nothing. */
void tenure_flag_row_show_whole (GtkBox *box, TenureSnapshot *snapshot, TenureRuleId rule);

G_END_DECLS
