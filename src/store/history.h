#pragma once

#include "store/document.h"
#include "store/record.h"

G_BEGIN_DECLS

typedef enum
{
  TENURE_HISTORY_DONE,
  TENURE_HISTORY_UNDONE,  /* may be redone */
  TENURE_HISTORY_DROPPED, /* was undone when another edit was made; its bytes are gone, the note of it stays */
} TenureHistoryState;

typedef struct
{
  guint inserted, updated, deleted;
} TenureHistoryCounts;

/* One step of history. */
typedef struct
{
  gint64 seq;
  char *at; /* UTC, ISO 8601: 2026-11-21T22:15:30Z */
  char *author;
  char *label;
  TenureHistoryState state;
  TenureHistoryCounts counts[TENURE_N_RECORDS];
  gboolean settings; /* a document setting changed */
  guint n_later;     /* standing steps after it; only from tenure_history_find() (store/history-filter.h) */
} TenureHistoryEntry;

void tenure_history_entry_free (TenureHistoryEntry *entry);

/* Makes the edits of this process from now on be of the moment @unix_seconds (0: of the clock); for the sample, as
 * tenure_id_seed() is. Not while another thread edits. */
void tenure_history_set_time (gint64 unix_seconds);

/* (element-type TenureHistoryEntry), newest first; at most @max (0: all). */
GPtrArray *tenure_history_list (TenureReader *reader, guint max, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* One field of one record that a step changed. */
typedef struct
{
  gint64 seq;
  TenureRecordType type;
  TenureId id;
  char *title;                /* of the record; NULL when it has none */
  guint field;                /* index */
  gboolean inserted, deleted; /* the whole record came or went with this step */
  TenureValue before, after;
  char *before_label, *after_label; /* for people; NULL when not recorded */
} TenureFieldChange;

void tenure_field_change_free (TenureFieldChange *change);

/* (element-type TenureFieldChange): what step @seq changed, field by field; at most @max of them (0: all). Fails with
 * NOT_FOUND, CORRUPT (the stored bytes are damaged). */
GPtrArray *tenure_history_load_changes (TenureReader *reader, gint64 seq, guint max, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* (element-type TenureFieldChange): all that happened to one record in the steps that stand, newest step first. Damaged
 * steps are left out. */
GPtrArray *tenure_history_load_record (TenureReader *reader, TenureRecordType type, TenureId id, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* (element-type TenureId), growing, each once: the records of @type that the standing steps made at @since (UTC, as in
 * TenureHistoryEntry) or later brought, changed or took away, themselves or a child of theirs. Damaged steps are left
 * out. For a worker: an import of 100,000 rows is walked row by row. */
GArray *tenure_history_find_changed (TenureReader *reader, TenureRecordType type, const char *since, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* The label of the step that undo would take back, or redo bring again; NULL when there is none. Lent until the next
 * change. On the document's thread. */
const char *tenure_document_get_undo_label (TenureDocument *self);
const char *tenure_document_get_redo_label (TenureDocument *self);

/**
 * tenure_document_undo:
 *
 * Takes back the newest step that stands. An edit of a field is undone in a millisecond, an import of 100,000 rows in
 * seconds: use the asynchronous form where a person waits.
 *
 * Returns: FALSE, with the document as it was, on TENURE_ERROR_NOT_FOUND (nothing to undo), CORRUPT (the stored bytes
 *   are damaged: undo ends here, the records are whole), CHANGED (the rows are not as the step left them), READ_ONLY
 */
gboolean tenure_document_undo (TenureDocument *self, GCancellable *cancellable, GError **error);

/* Brings the last undone step again. Fails as tenure_document_undo() does. */
gboolean tenure_document_redo (TenureDocument *self, GCancellable *cancellable, GError **error);

void tenure_document_undo_async (TenureDocument *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data);
void tenure_document_redo_async (TenureDocument *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data);

/* Ends either of the two. */
gboolean tenure_document_undo_finish (TenureDocument *self, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureHistoryEntry, tenure_history_entry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureFieldChange, tenure_field_change_free)

G_END_DECLS
