#pragma once

#include "analysis/analysis.h"

G_BEGIN_DECLS

/* Prints the providers of the sector with agreements that are not over, those with most money a year first and not more than
 * twenty: the JSON has each of them. Nothing where there is none. */
void tenure_figures_print_providers (const TenureAnalysis *analysis);

G_END_DECLS
