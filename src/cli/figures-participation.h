#pragma once

#include "analysis/participation.h"

G_BEGIN_DECLS

/* Prints the participation budgets on @as_of, with a heading; nothing where there are none. */
void tenure_figures_print_participation (const TenureParticipation *participation);

G_END_DECLS
