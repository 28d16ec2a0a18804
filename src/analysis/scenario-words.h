#pragma once

#include "analysis/scenario.h"

G_BEGIN_DECLS

/* "Extend “Lantern House: Befriending” by 12 months": what a change does, as undo and history say it. Agreements are called
 * as @facts, those that the scenario began with, have them. The caller frees. */
char *tenure_scenario_change_dup_label (const TenureFacts *facts, const TenureScenarioChange *change);

/* The first of them behind each other: "Scenario: Extend … by 12 months; End … early on 31 Jan 2027; 30 more changes"; one
 * alone as it is. @n > 0. The caller frees. Test: tests/analysis/test-scenario-words.c. */
char *tenure_scenario_dup_label (const TenureFacts *facts, const TenureScenarioChange *changes, guint n);

G_END_DECLS
