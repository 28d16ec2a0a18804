#pragma once

#include "exchange/organisations-private.h"

G_BEGIN_DECLS

/* The supplier cell of a Contracts Finder export: one block a supplier,
 * [Name|Address|Ref type|Ref Number|Is SME|Is VCSE][Name|…]. */
typedef struct
{
  char *name;
  TenureReadIdentifier identifier; /* BLANK when the block gives no number of a known register */
  TenureAnswer vcse;
} TenureSupplier;

/* (element-type TenureSupplier): empty when @text is not written so. */
GArray *tenure_suppliers_parse (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* The name for all of them together: one supplier's own; "A; B; C" for a consortium or framework; past 200 bytes
 * "A; B and 15 others". */
char *tenure_suppliers_dup_name (const GArray *suppliers);

/* YES or NO when all say so, UNKNOWN otherwise. */
TenureAnswer tenure_suppliers_get_vcse (const GArray *suppliers);

G_END_DECLS
