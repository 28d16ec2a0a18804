#pragma once

#include "app/forms/form-model.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* What analysis/procurement.h says of an agreement as it stands in @draft: by its regime, the
 * kinds of its funders, its value and its variations. @reader: where the funders are looked up. NULL where nothing is to be
 * said. The caller frees. */
char *tenure_procurement_dup_lines (const TenureDraft *draft, TenureReader *reader, gboolean name_sources);

G_END_DECLS
