#pragma once

#include <gio/gio.h>

#include "store/changes.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* A portfolio document.
 *
 * A `.tenure` file is one SQLite file. Opening copies its bytes to a private working copy in the state folder; the
 * user's file is not touched, migrated or locked until it is saved. Every change goes into the working copy at once, as
 * one step of history (store/edit.h), so a crash loses nothing: the working copy is still there and is offered at the
 * next start.
 *
 * Threads: a document belongs to the thread that made it; signals arrive there. tenure_document_edit(), undo and redo
 * may be called from any thread: one change is made at a time. Workers read through tenure_document_open_reader().
 *
 * The state folder is `$XDG_STATE_HOME/tenure` wherever @state_dir is NULL. It holds `working/` (one folder a working
 * copy) and `backups/` (the last TENURE_DOCUMENT_MAX_BACKUPS versions of each file that was saved over). */
#define TENURE_TYPE_DOCUMENT (tenure_document_get_type ())
G_DECLARE_FINAL_TYPE (TenureDocument, tenure_document, TENURE, DOCUMENT, GObject)

#define TENURE_DOCUMENT_MIME_TYPE "application/vnd.tenure.portfolio+sqlite3"
#define TENURE_DOCUMENT_SUFFIX ".tenure"
#define TENURE_DOCUMENT_MAX_BACKUPS 10

typedef enum
{
  TENURE_OPEN_DEFAULT = 0,
  TENURE_OPEN_READ_ONLY = 1 << 0, /* edits, undo and save are refused */
} TenureOpenFlags;

/* An empty document without a file. Fails with TENURE_ERROR_STORAGE when the state folder cannot be written. */
TenureDocument *tenure_document_new (const char *state_dir, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tenure_document_open:
 *
 * Copies @file, checks the copy (kind, version, schema, structure) and migrates it when it is of an older version.
 *
 * Returns: (transfer full): the document; NULL, with @file untouched, on
 *   TENURE_ERROR_NOT_FOUND (no such file), FOREIGN (not a Tenure document), NEWER (written by a newer version), CORRUPT
 *   (cut short or damaged, or its tables are not those of a Tenure document), STORAGE or G_IO_ERROR_CANCELLED
 */
TenureDocument *tenure_document_open (GFile *file,
                                      TenureOpenFlags flags,
                                      const char *state_dir,
                                      GCancellable *cancellable,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tenure_document_open_async (GFile *file,
                                 TenureOpenFlags flags,
                                 const char *state_dir,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data);
TenureDocument *tenure_document_open_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tenure_document_save:
 *
 * Writes a compact snapshot and replaces the file atomically (symbolic links are followed). The version on disk that is
 * replaced is kept as a dated backup. The document may be edited meanwhile; it then stays dirty.
 *
 * Returns: FALSE, with the user's file and the working copy as they were, on TENURE_ERROR_CHANGED (the file changed on
 *   disk since it was opened or saved: save under another name), READ_ONLY (the file or folder may not be written),
 *   NOT_FOUND (no file yet: use save_as), STORAGE (no space, …) or G_IO_ERROR_CANCELLED
 */
gboolean tenure_document_save (TenureDocument *self, GCancellable *cancellable, GError **error);
void tenure_document_save_async (TenureDocument *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data);

/* As tenure_document_save(), to @file, which becomes the document's file. The user has agreed to replace what is there;
 * it is kept as a backup all the same. */
gboolean tenure_document_save_as (TenureDocument *self, GFile *file, GCancellable *cancellable, GError **error);
void tenure_document_save_as_async (
    TenureDocument *self, GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);

/* Ends either of the two. */
gboolean tenure_document_save_finish (TenureDocument *self, GAsyncResult *result, GError **error);

/* The user's file, or NULL for a document that was never saved. */
GFile *tenure_document_get_file (TenureDocument *self);

/* The file's display name without its suffix, or "Untitled portfolio". */
const char *tenure_document_get_title (TenureDocument *self);

gboolean tenure_document_is_read_only (TenureDocument *self);

/* Whether there are changes that the user's file does not hold. Undoing back to the saved state makes it clean. */
gboolean tenure_document_is_dirty (TenureDocument *self);

/* Whom history names as the author of edits from now on; NULL: the name of the person logged in. */
void tenure_document_set_author (TenureDocument *self, const char *author);
const char *tenure_document_get_author (TenureDocument *self);

/* The document's own reader for its own thread: each query sees the newest state. Lent; gone after close. */
TenureReader *tenure_document_get_reader (TenureDocument *self);

/* A reader for a worker: sees the state at this moment for as long as it lives, whatever is edited meanwhile. Free it
 * soon with tenure_reader_free(). Safe to call from any thread. */
TenureReader *tenure_document_open_reader (TenureDocument *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Lets go of the working copy: removes it when clean or when @discard is TRUE, keeps it for recovery otherwise. Happens
 * without discarding when the last reference goes. Edits and reads fail afterwards. */
void tenure_document_close (TenureDocument *self, gboolean discard);

/* Signals and properties:
 *   "changed" (TenureDocument *, TenureChanges *): after an edit, undo or redo, on the document's thread
 *   "title", "file", "dirty": notified on real change */

G_END_DECLS
