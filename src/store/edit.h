#pragma once

#include "store/document.h"
#include "store/record.h"

G_BEGIN_DECLS

/* The only way to change a document. One call of tenure_document_edit() is one transaction, one step of history and one
 * undo, whatever its function does in it.
 *
 * What an edit guarantees: values fit their fields, required fields are there, references point to records that exist
 * when the edit ends (so the order within an edit is free), children go with their parent. An edit that fails leaves
 * nothing; an edit that changes nothing leaves no step of history. */
typedef struct _TenureEdit TenureEdit;

/* Makes the changes. Returning FALSE with @error set takes all of them back. */
typedef gboolean (*TenureEditFunc) (TenureEdit *edit, gpointer data, GError **error);

/**
 * tenure_document_edit:
 * @label: what undo and history call it: "Import grants.csv", "Change end of Home from hospital"
 *
 * May be called from any thread; on the document's own thread it does not wait for a change that another thread is
 * making but fails. `changed` is emitted on the document's thread: before this returns when called there, soon after
 * otherwise. Not to be nested.
 *
 * Returns: FALSE, with the document as it was, on the error of @func, TENURE_ERROR_READ_ONLY (the document is read-only
 *   or busy with another change), INVALID (a reference leads nowhere), STORAGE (no space, …), CORRUPT
 */
gboolean tenure_document_edit (TenureDocument *self, const char *label, TenureEditFunc func, gpointer data, GError **error);

/* Makes the edit that follows stop with G_IO_ERROR_CANCELLED soon after @cancellable is cancelled, even within one long
 * statement. Call first in the function. */
void tenure_edit_set_cancellable (TenureEdit *edit, GCancellable *cancellable);

/* Announces thousands of rows. Once there are so many, indexes are dropped and rebuilt at the end, the search index is built
 * once, and rows go in on a thread of their own: then an insertion may be refused a few calls later, at the latest when the
 * edit ends. Only speed differs otherwise. While it lasts, look-ups by other than id read whole tables, and each look at
 * the document waits for the rows before it: load what you need to match against first, and hold no cursor meanwhile. */
gboolean tenure_edit_begin_bulk (TenureEdit *edit, GError **error);

/**
 * tenure_edit_insert:
 * @record: stored with all its values; its id is set to a new one when it is TENURE_ID_NONE
 *
 * Returns: FALSE on INVALID, RANGE (tenure_record_check()), CHANGED (a record with this id is there), STORAGE
 */
gboolean tenure_edit_insert (TenureEdit *edit, TenureRecord *record, GError **error);

/* Stores the fields in which @record differs from what is stored, and its origin unless that is NONE. Fails as
 * tenure_edit_insert() does, or with TENURE_ERROR_NOT_FOUND. @out_changed (nullable): whether anything differed. */
gboolean tenure_edit_update (TenureEdit *edit, const TenureRecord *record, gboolean *out_changed, GError **error);

/* Sets one field. Fails as tenure_edit_update() does. */
gboolean tenure_edit_set (
    TenureEdit *edit, TenureRecordType type, TenureId id, guint field, const TenureValue *value, GError **error);

/**
 * tenure_edit_delete:
 *
 * Deletes the record and its children. Links that mean nothing without it go with it (its place in portfolios,
 * attendance, exemptions); where others merely mention it (predecessor, parent, deputy, …) they no longer do. What would
 * lose its sense is refused: an organisation that provides or funds an agreement, a person who holds a seat.
 *
 * Returns: FALSE on NOT_FOUND, or INVALID with a message that names who refers to it
 */
gboolean tenure_edit_delete (TenureEdit *edit, TenureRecordType type, TenureId id, GError **error);

/* The record as it is within this edit; NULL with TENURE_ERROR_NOT_FOUND when there is none. */
TenureRecord *tenure_edit_get (TenureEdit *edit, TenureRecordType type, TenureId id, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Reads within this edit, its own changes included. Lent for the time of the edit. */
TenureReader *tenure_edit_get_reader (TenureEdit *edit);

/* A document-wide option; NULL removes it. Undone and redone like all else. Keys are [a-z0-9.-]. */
gboolean tenure_edit_set_setting (TenureEdit *edit, const char *key, const char *value, GError **error);

G_END_DECLS
