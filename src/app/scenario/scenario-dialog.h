#pragma once

#include "app/window.h"
#include "base/day.h"
#include "base/id.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What would be, were agreements changed: the changes, one after another, and both sides beside each other, worked out on a
 * worker. Nothing is changed until it is applied, as one step; leaving drops it. The document can keep it by name.
 *
 * Signals: none; what was done is said by @window, with an Undo. */
#define TENURE_TYPE_SCENARIO_DIALOG (tenure_scenario_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TenureScenarioDialog, tenure_scenario_dialog, TENURE, SCENARIO_DIALOG, AdwWindow)

/* Asks for changes of @ids, (element-type TenureId): agreements; not empty. Modal for @window. */
TenureScenarioDialog *tenure_scenario_dialog_new (TenureWindow *window, const GArray *ids);

/* Shows the scenario that the document keeps as @id. */
TenureScenarioDialog *tenure_scenario_dialog_new_kept (TenureWindow *window, TenureId id);

/* Looks for the cheapest extensions that reach a goal, and shows what they would come to. */
TenureScenarioDialog *tenure_scenario_dialog_new_proposal (TenureWindow *window);

/* Asks what would be, were @day the last: of one that asks. */
void tenure_scenario_dialog_move_end (TenureScenarioDialog *self, TenureDay day);

G_END_DECLS
