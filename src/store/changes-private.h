#pragma once

#include "store/changes.h"

G_BEGIN_DECLS

typedef enum
{
  TENURE_ROW_INSERTED,
  TENURE_ROW_UPDATED,
  TENURE_ROW_DELETED,
} TenureRowOp;

/* Empty changes, to be filled by whoever makes them before anybody else sees them. */
TenureChanges *tenure_changes_new (TenureChangeKind kind, const char *label);
void tenure_changes_add (TenureChanges *changes, TenureRecordType type, TenureRowOp op, TenureId id);
void tenure_changes_add_settings (TenureChanges *changes);

/* The opposite: insertions become deletions. */
TenureChanges *tenure_changes_invert (const TenureChanges *changes, TenureChangeKind kind);

/* (element-type TenureChanges): what all of @steps, made one after the other, did together, under the label of the last: a
 * record that came and went is in none of the arrays. At least one. */
TenureChanges *tenure_changes_join (GPtrArray *steps);

G_END_DECLS
