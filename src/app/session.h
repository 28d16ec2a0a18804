#pragma once

#include "register/snapshot.h"

#include "catalogue/rule.h"
#include "store/document.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What all pages of one window look at together: the document, the day as of which everything is computed, the
 * filter, the selected record, and the figures computed from them. Looking is not editing: nothing here makes the
 * document dirty.
 *
 * Whenever the document, the day or the filter changes, a worker loads the facts and computes a new snapshot
 * (register/snapshot.h); when it is ready the session lends it and emits “updated”. Until then the old one stays, so pages
 * never stand empty while work is under way. Only the newest request counts; an overtaken one is cancelled.
 *
 * Properties: document (construct only), busy (read only).
 * Signals: updated (): a new snapshot is there; failed (const char *message): something could not be read and what
 * was shown stays; as-of-changed (); filter-changed (); selection-changed ().
 */
#define TENURE_TYPE_SESSION (tenure_session_get_type ())
G_DECLARE_FINAL_TYPE (TenureSession, tenure_session, TENURE, SESSION, GObject)

TenureSession *tenure_session_new (TenureDocument *document);

TenureDocument *tenure_session_get_document (TenureSession *self);

/* The day as of which everything is computed; today until set. */
TenureDay tenure_session_get_as_of (TenureSession *self);
void tenure_session_set_as_of (TenureSession *self, TenureDay as_of);

/* The newest figures, lent; NULL until the first load has finished. Take a reference to keep them. */
TenureSnapshot *tenure_session_get_snapshot (TenureSession *self);

/* (element-type TenureId): the first @n records of a type in the order of recording, read at once from the document: what
 * a list can show until the first snapshot is there. Empty where nothing can be read. The caller unrefs. */
GArray *tenure_session_list_first (TenureSession *self, TenureRecordType type, guint n);

/* Emits “failed” for a page that could not read what it shows, so that the window says it; nothing for what was
 * cancelled. */
void tenure_session_report (TenureSession *self, const GError *error);

/* TRUE while a worker computes. */
gboolean tenure_session_get_busy (TenureSession *self);

/* Loads and computes anew although nothing is known to have changed. */
void tenure_session_refresh (TenureSession *self);

/* --- Filter -------------------------------------------------------------------------------------------------- */

/* What all pages are narrowed down to (register/filter.h), lent. It is the newest wish; the snapshot's own filter is what
 * the figures on screen obey, until the next “updated”. */
const TenureFilter *tenure_session_get_filter (TenureSession *self);
void tenure_session_set_filter (TenureSession *self, const TenureFilter *filter);

/* Shorthands that change one part of it. */
void tenure_session_set_search (TenureSession *self, const char *search);
void tenure_session_set_portfolio (TenureSession *self, TenureId portfolio);
void tenure_session_set_facet (TenureSession *self, const char *facet, const char *const *values);

/* The filter in words, as printed on every page and export. The caller frees. */
char *tenure_session_dup_scope_label (TenureSession *self);

/* --- Selection ----------------------------------------------------------------------------------------------- */

/* The record shown in the inspector and marked on every page. TENURE_RECORD_NONE for none. */
void tenure_session_select (TenureSession *self, TenureRecordType type, TenureId id);

/* Several agreements (element-type TenureId; referenced, and changed by nobody from now on) that are selected together: the
 * inspector sums them up. The selected record stays, or is the first of them where it is not among them; selecting a record
 * ends it. */
void tenure_session_select_together (TenureSession *self, GArray *agreements);

/* Lent; NULL when not more than one record is selected. */
GArray *tenure_session_get_selected_together (TenureSession *self);

TenureRecordType tenure_session_get_selected_type (TenureSession *self);
TenureId tenure_session_get_selected_id (TenureSession *self);

G_END_DECLS
