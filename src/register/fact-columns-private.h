#pragma once

#include "analysis/facts.h"

G_BEGIN_DECLS

/* Fields of agreements that the facts hold already, so that nobody need read them a second time for their facets. */
typedef struct
{
  const char *field;
  gsize offset;         /* in TenureFactAgreement */
  gsize names, n_names; /* in TenureFacts, of a field whose values are names; else 0 */
} TenureFactColumn;

/* The column of @field of @type; NULL where the facts have none. Static. */
const TenureFactColumn *tenure_fact_column_find (TenureRecordType type, const TenureField *field);

/* The value of @agreement in @column: the index of a choice in the list of the catalogue, 0 for yes and 1 for no, the index
 * of a name; -1 when not recorded. */
gint32 tenure_fact_column_get (const TenureFactColumn *column,
                               const TenureField *field,
                               const TenureFacts *facts,
                               guint agreement);

/* The names that occur in @column, lent. */
const char *const *tenure_fact_column_get_names (const TenureFactColumn *column, const TenureFacts *facts, guint *out_n);

G_END_DECLS
