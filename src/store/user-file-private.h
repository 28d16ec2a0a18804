#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The user's own file, reached through GIO wherever it is. */

/* What is known of the user's file as it was read or written last; to notice that someone else changed it. */
typedef struct
{
  char *etag;   /* NULL where the file system gives none */
  guint64 hash; /* of the content */
  gboolean known;
} TenureFileMark;

/**
 * tenure_user_file_copy:
 * @file: any readable file; need not be local
 * @path: of the local file that gets its bytes
 * @out_version: its schema version
 * @out_mark: etag and content hash of exactly the bytes that were copied
 *
 * Copies a document after a look at its header. Fails as tenure_document_open() does.
 */
gboolean tenure_user_file_copy (
    GFile *file, const char *path, int *out_version, TenureFileMark *out_mark, GCancellable *cancellable, GError **error);

/* The mark of @file as it is now. */
gboolean tenure_user_file_read_mark (GFile *file, TenureFileMark *out_mark, GCancellable *cancellable, GError **error);
void tenure_file_mark_clear (TenureFileMark *mark);

/**
 * tenure_user_file_replace:
 * @source: path of a local file
 * @target: created, or replaced as one step; symbolic links are followed
 * @etag: what @target must still have, or NULL
 * @out_mark: the mark of @target as it is now
 *
 * Returns: FALSE with @target as it was; G_IO_ERROR_WRONG_ETAG becomes TENURE_ERROR_CHANGED
 */
gboolean tenure_user_file_replace (const char *source,
                                   GFile *target,
                                   const char *etag,
                                   TenureFileMark *out_mark,
                                   GCancellable *cancellable,
                                   GError **error);

/* Sets TENURE_ERROR_CHANGED: someone else changed @file. */
void tenure_user_file_fail_changed (GFile *file, GError **error);

/* What to call @file in a sentence and in a title (there without the suffix). The caller frees. */
char *tenure_user_file_dup_name (GFile *file);
char *tenure_user_file_dup_title (GFile *file);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TenureFileMark, tenure_file_mark_clear)

G_END_DECLS
