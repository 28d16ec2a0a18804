#pragma once

#include "analysis/facts.h"
#include "register/scenario-kept.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Called when the change at place @i is to be left out. */
typedef void (*TenureScenarioRemoveFunc) (gpointer owner, guint i);

/* Fills @group with a row for each change of @kept, which says the agreements by what @facts (nullable) call them and has a
 * button to leave it out; and with how many could not be read. Without any @group hides. @owner: a GObject that outlives
 * the rows or ends their buttons with itself. */
void tenure_scenario_changes_show (AdwPreferencesGroup *group,
                                   const TenureScenarioKept *kept,
                                   const TenureFacts *facts,
                                   TenureScenarioRemoveFunc remove,
                                   gpointer owner);

G_END_DECLS
