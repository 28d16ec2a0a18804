#pragma once

#include "store/document.h"

G_BEGIN_DECLS

/* A working copy with unsaved changes that no running program holds: what a crash left behind. */
typedef struct
{
  char *path;        /* of its folder */
  GFile *file;       /* the user's file, or NULL when it was never saved or is no longer known */
  char *title;       /* of the document: its file's name, else that of the portfolio in it */
  gint64 changed_at; /* when it was last written, seconds since 1970 */
  char *last_step;   /* what the newest step that stands is called; NULL where none does or it cannot be read */
} TenureRecoverable;

void tenure_recoverable_free (TenureRecoverable *recoverable);

/* (element-type TenureRecoverable), newest first. Clean and empty leftovers are removed on the way; a working copy in
 * use is told by a lock that the system drops when its holder dies, so there are no stale locks. */
GPtrArray *tenure_recovery_list (const char *state_dir);

/* The same on a worker: each copy that was left is opened to see whether it holds anything. Fails with
 * G_IO_ERROR_CANCELLED alone. */
void tenure_recovery_list_async (const char *state_dir,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data);
GPtrArray *tenure_recovery_list_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Opens what was left behind, dirty, with its file. A damaged or missing note beside the copy costs the file, never the
 * copy: it then opens as one that was not saved yet. Fails as tenure_document_open() does; TENURE_ERROR_CHANGED when
 * another program holds it by now. */
TenureDocument *tenure_recovery_open (const TenureRecoverable *recoverable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same on a worker. @recoverable need not outlive the call. A cancelled one is left where it was. */
void tenure_recovery_open_async (const TenureRecoverable *recoverable,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data);
TenureDocument *tenure_recovery_open_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Removes it for good. */
gboolean tenure_recovery_discard (const TenureRecoverable *recoverable, GError **error);

/* A version of a file that a save replaced. */
typedef struct
{
  GFile *backup;
  gint64 saved_at; /* when it was replaced, seconds since 1970 */
  guint64 size;    /* bytes */
} TenureBackup;

void tenure_backup_free (TenureBackup *backup);

/* (element-type TenureBackup), newest first, of the user's file @file. */
GPtrArray *tenure_backup_list (GFile *file, const char *state_dir);

/* Opens a backup as a document of its own, unsaved and without a file, so that restoring never overwrites anything by
 * itself. Fails as tenure_document_open() does. */
TenureDocument *tenure_backup_open (const TenureBackup *backup,
                                    const char *state_dir,
                                    GCancellable *cancellable,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same on a worker. @backup need not outlive the call. */
void tenure_backup_open_async (const TenureBackup *backup,
                               const char *state_dir,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data);
TenureDocument *tenure_backup_open_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureRecoverable, tenure_recoverable_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureBackup, tenure_backup_free)

G_END_DECLS
