#pragma once

#include "catalogue/field.h"

G_BEGIN_DECLS

/* Which fields can be set for many records at once, and finding one among them by its name. Tests:
 * tests/app/test-bulk-plan.c. */

/* Those that a form shows, but what names a record; in the order of forms. (element-type guint) */
GArray *tenure_bulk_list_fields (TenureRecordType type);

/* How well a field answers to what was typed: lower is better. */
typedef enum
{
  TENURE_BULK_FIELD_BEGINS, /* its name begins with it: "own" finds "Owner" */
  TENURE_BULK_FIELD_HAS,    /* a word of its name begins with it: "notice" finds "Renewal notice" */
  TENURE_BULK_FIELD_HELPS,  /* its group or its help speaks of it: "notice" finds "Own lead time" */
  TENURE_BULK_FIELD_NO_MATCH,
} TenureBulkFieldMatch;

/* @words: as typed: the beginnings of words, in any order. Nothing typed finds all of them equally. */
TenureBulkFieldMatch tenure_bulk_match_field (const TenureField *field, const char *words);

G_END_DECLS
