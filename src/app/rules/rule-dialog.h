#pragma once

#include "app/window.h"
#include "register/snapshot.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Changes one rule, in a window over the main one: its numbers, level, days, and where it holds. What is wrong stands beside
 * the entry; what would become of the flags is counted on a worker while one types, before anything is applied. Applying is
 * one step with a reason; Escape leaves. */
#define TENURE_TYPE_RULE_DIALOG (tenure_rule_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TenureRuleDialog, tenure_rule_dialog, TENURE, RULE_DIALOG, AdwWindow)

/* @snapshot: what is looked at; kept. @portfolio: (nullable): the name of the portfolio that is looked at, for which the
 * rule can be changed alone. */
TenureRuleDialog *tenure_rule_dialog_new (TenureWindow *window,
                                          TenureSnapshot *snapshot,
                                          TenureRuleId rule,
                                          const char *portfolio);

G_END_DECLS
