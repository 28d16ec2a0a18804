#pragma once

#include "register/scenario-request.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for one change of the chosen agreements: which kind, and how much of it.
 *
 * Signals: changed: something else is asked for; activated: Enter was pressed in an entry. */
#define TENURE_TYPE_SCENARIO_QUESTION (tenure_scenario_question_get_type ())
G_DECLARE_FINAL_TYPE (TenureScenarioQuestion, tenure_scenario_question, TENURE, SCENARIO_QUESTION, AdwPreferencesGroup)

/* Which agreements it is about: several can be merged, one can have another like it. Call once.
 * @agreements: (element-type TenureId): not empty; kept
 * @currency: of amounts that name none */
void tenure_scenario_question_set_agreements (TenureScenarioQuestion *self, GArray *agreements, TenureCurrency currency);

/* Asks what would be, were @day the last. */
void tenure_scenario_question_move_end (TenureScenarioQuestion *self, TenureDay day);

/* Begins anew, with nothing entered. */
void tenure_scenario_question_clear (TenureScenarioQuestion *self);

void tenure_scenario_question_grab_focus (TenureScenarioQuestion *self);

/* What is asked for, with how it was understood in the group's description; NULL with @error saying why it cannot be tried,
 * without one where something is still to be entered. */
TenureScenarioRequest *tenure_scenario_question_read (TenureScenarioQuestion *self,
                                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
