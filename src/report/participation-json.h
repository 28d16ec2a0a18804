#pragma once

#include "analysis/participation.h"

G_BEGIN_DECLS

/* Appends the member "participation" of the figures: an array of the participation budgets on the day, each with its figures,
 * how the rest of its period was foretold, and the day on which it is used up (null for never). */
void tenure_report_append_participation_json (const TenureParticipation *participation, GString *json);

G_END_DECLS
