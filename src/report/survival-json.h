#pragma once

#include "analysis/portfolio.h"

G_BEGIN_DECLS

/* Appends the member "survival" of the figures: how long the funding relationships of the portfolio last
 * (analysis/relationships.h), as an array: all of them first, then by the size of their providers, then by place, groups
 * that hold none left out. */
void tenure_report_append_survival_json (const TenurePortfolio *portfolio, GString *json);

G_END_DECLS
