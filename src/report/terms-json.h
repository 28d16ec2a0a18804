#pragma once

#include "analysis/portfolio.h"

G_BEGIN_DECLS

/* "term_spread":[…], where terms lie by size, place, funder, purpose and kind, and "trend":[…], what each financial year agreed. */
void tenure_report_append_terms_json (const TenurePortfolio *portfolio, GString *json);

G_END_DECLS
