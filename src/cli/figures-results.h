#pragma once

#include "analysis/portfolio.h"

G_BEGIN_DECLS

/* Prints what the running agreements of @portfolio brought, for people; nothing where nothing of it is recorded. */
void tenure_figures_print_results (const TenurePortfolio *portfolio);

G_END_DECLS
