#pragma once

#include <glib-object.h>

#include "base/id.h"
#include "catalogue/field.h"

G_BEGIN_DECLS

typedef enum
{
  TENURE_CHANGE_EDIT,
  TENURE_CHANGE_UNDO,
  TENURE_CHANGE_REDO,
} TenureChangeKind;

/* The rows of one table that a change touched, each id in one of the three arrays of TenureId. Of an undo, they tell
 * what the undo did: taking back an insertion lists the record under @deleted. */
typedef struct
{
  GArray *inserted;
  GArray *updated;
  GArray *deleted;
} TenureTableChanges;

/**
 * TenureChanges:
 * What one edit, undo or redo did to the document. Handed out by the `changed` signal; immutable, atomically counted.
 */
typedef struct _TenureChanges TenureChanges;

#define TENURE_TYPE_CHANGES (tenure_changes_get_type ())
GType tenure_changes_get_type (void);

TenureChanges *tenure_changes_ref (TenureChanges *changes);
void tenure_changes_unref (TenureChanges *changes);

TenureChangeKind tenure_changes_get_kind (const TenureChanges *changes);

/* The label of the edit that was made, undone or redone. */
const char *tenure_changes_get_label (const TenureChanges *changes);

/* The touched rows of @type; never NULL, all arrays empty when there are none. */
const TenureTableChanges *tenure_changes_get (const TenureChanges *changes, TenureRecordType type);

/* Whether any row of @type was touched. */
gboolean tenure_changes_touch (const TenureChanges *changes, TenureRecordType type);

/* Whether a document setting changed. */
gboolean tenure_changes_touch_settings (const TenureChanges *changes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureChanges, tenure_changes_unref)

G_END_DECLS
