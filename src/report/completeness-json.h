#pragma once

#include "analysis/completeness.h"

G_BEGIN_DECLS

/* "completeness": [{record_type, when, field, known, of}…] and "completeness_by_type": [{record_type, when, records, complete,
 * recorded}…], members of an object that is open in @json. `when` is "always" or, of agreements to come, "before_start". */
void tenure_report_add_completeness (const TenurePortfolioCompleteness *completeness, GString *json);

G_END_DECLS
