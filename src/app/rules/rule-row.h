#pragma once

#include "register/snapshot.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One rule in the list of the page: what it says and where that comes from, how far it carries, what it applies to, how many
 * flags of each level it raises, who is exempted, what was changed here, and buttons that change and reset it: the page's
 * actions page.change-rule (s) and page.reset-rule (s), with the rule's code. */
#define TENURE_TYPE_RULE_ROW (tenure_rule_row_get_type ())
G_DECLARE_FINAL_TYPE (TenureRuleRow, tenure_rule_row, TENURE, RULE_ROW, GtkListBoxRow)

GtkWidget *tenure_rule_row_new (TenureRuleId rule);

/* @portfolio: (nullable): the name of the portfolio that is looked at. @editable: whether the document takes changes. */
void tenure_rule_row_show (TenureRuleRow *self, const TenureSnapshot *snapshot, const char *portfolio, gboolean editable);

G_END_DECLS
