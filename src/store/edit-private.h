#pragma once

#include "store/edit.h"
#include "store/recorder-private.h"
#include "store/writer-private.h"

G_BEGIN_DECLS

struct _TenureEdit
{
  TenureWriter *writer;
  sqlite3_session *session;
  TenureRecorder *recorder; /* only in a bulk edit */
  guint n_inserted;
  guint drop_from; /* the number of insertions at which indexes are dropped */
  GPtrArray *dropped_indexes; /* statements that make them again; NULL while they are there */
};

/**
 * tenure_edit_run:
 *
 * One edit on @writer: transaction, session, @func, references, search index, history.
 *
 * Returns: FALSE with everything as it was. TRUE otherwise; *@out_changes is NULL when nothing changed, and then nothing
 *   was stored either
 */
gboolean tenure_edit_run (TenureWriter *writer,
                          const char *label,
                          const char *author,
                          TenureEditFunc func,
                          gpointer data,
                          TenureChanges **out_changes,
                          GError **error);

/* Takes a row out without looking who refers to it. */
gboolean tenure_edit_erase (TenureEdit *edit, TenureRecordType type, TenureId id, TenureId parent, GError **error);

/* The field of a child type that names its parent, or -1. */
int tenure_edit_parent_field (TenureRecordType type);

/* Whether every reference that the edit set leads somewhere; @bytes is the edit's changeset. */
gboolean tenure_edit_check_references (TenureEdit *edit, GByteArray *bytes, const TenureChanges *changes, GError **error);

/* Drops the indexes of the tables that a bulk edit fills, and makes them again. */
gboolean tenure_edit_drop_indexes (TenureEdit *edit, GError **error);
gboolean tenure_edit_restore_indexes (TenureEdit *edit, GError **error);

G_END_DECLS
