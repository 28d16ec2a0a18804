#pragma once

#include "analysis/analysis.h"

G_BEGIN_DECLS

/* Appends the member "providers" of the figures: an array of the voluntary-sector organisations that provide a planned or
 * running agreement of the document, whatever the selection, by record: what analysis/provider.h says of each. */
void tenure_report_append_providers_json (const TenureAnalysis *analysis, GString *json);

G_END_DECLS
