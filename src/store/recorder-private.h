#pragma once

#include "store/reader-private.h"

G_BEGIN_DECLS

/* Writes the changeset of many insertions while they are made.
 *
 * SQLite's session notes the keys of inserted rows and reads each row back at the end: for the 300,000 rows of a large
 * import that is 0.7 s, a third of the whole. Here the same bytes are put down when the values are at hand, in 0.05 s.
 * Only insertions of a bulk edit go this way; the session records everything else. A recorded row that the same edit
 * changes again is stale and read back at the end, as the session would do it. tests/store/test-recorder.c holds the
 * bytes against the session's. */
typedef struct _TenureRecorder TenureRecorder;

TenureRecorder *tenure_recorder_new (void);
void tenure_recorder_free (TenureRecorder *recorder);

/* The record @id was inserted; @row_bytes: what tenure_row_bytes_append_record() made of it. */
void tenure_recorder_add (TenureRecorder *recorder, TenureRecordType type, TenureId id, const GByteArray *row_bytes);

/* Whether the row was recorded; it is then stale from now on, and the session must not see this change of it. */
gboolean tenure_recorder_make_stale (TenureRecorder *recorder, TenureRecordType type, TenureId id);

/* Appends the changeset to @bytes; stale rows as @reader finds them now. */
gboolean tenure_recorder_finish (TenureRecorder *recorder, TenureReader *reader, GByteArray *bytes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureRecorder, tenure_recorder_free)

G_END_DECLS
