#pragma once

#include "app/session.h"
#include "register/scenario-request.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks which share of its yearly value each provider is to have secured a year ahead, and for how much at the most; a worker
 * looks for the cheapest extensions that do. What came of it stands above the entries.
 *
 * Signals: proposed: other extensions are proposed, or none. */
#define TENURE_TYPE_SCENARIO_GOAL (tenure_scenario_goal_get_type ())
G_DECLARE_FINAL_TYPE (TenureScenarioGoal, tenure_scenario_goal, TENURE, SCENARIO_GOAL, AdwPreferencesGroup)

/* Of what the filter of @session lets through; begins. Call once. */
void tenure_scenario_goal_set_session (TenureScenarioGoal *self, TenureSession *session);

void tenure_scenario_goal_grab_focus (TenureScenarioGoal *self);

/* (element-type TenureScenarioRequest): what is proposed now; lent. */
const GPtrArray *tenure_scenario_goal_get_requests (TenureScenarioGoal *self);

G_END_DECLS
