#pragma once

#include "analysis/facts.h"

G_BEGIN_DECLS

/* Prints the participation budgets on @as_of, with a heading; nothing where there are none. */
void tenure_figures_print_participation (const TenureFacts *facts, TenureDay as_of);

G_END_DECLS
