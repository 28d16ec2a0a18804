#pragma once

#include "app/scenario/scenario-trial.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What changes that are tried would do: a sentence, and below it what differs, as it is and as it would be. */
#define TENURE_TYPE_SCENARIO_RESULT (tenure_scenario_result_get_type ())
G_DECLARE_FINAL_TYPE (TenureScenarioResult, tenure_scenario_result, TENURE, SCENARIO_RESULT, GtkWidget)

void tenure_scenario_result_show (TenureScenarioResult *self, const TenureTrial *trial);

/* That it is being worked out; what was shown before stays below. */
void tenure_scenario_result_wait (TenureScenarioResult *self);

/* @text in place of any result. */
void tenure_scenario_result_say (TenureScenarioResult *self, const char *text);

G_END_DECLS
