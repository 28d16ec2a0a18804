#pragma once

#include "analysis/term.h"

G_BEGIN_DECLS

/* Appends the member "results": what analysis/results.h says of those of @agreements that run: {"targets_met",
 * "volunteer_hours", "levered_income_minor", "referrals": {"received", "capacity", "share"}}, each a figure. */
void tenure_report_append_results_json (
    const TenureTerms *terms, const guint32 *agreements, guint n, TenureCurrency currency, GString *json);

G_END_DECLS
