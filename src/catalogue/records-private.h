#pragma once

#include "catalogue/field.h"

G_BEGIN_DECLS

/* All record types, indexed by TenureRecordType. */
extern const TenureRecordDef tenure_record_defs[TENURE_N_RECORDS];

G_END_DECLS
