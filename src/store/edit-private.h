#pragma once

#include "store/edit.h"
#include "store/inserter-private.h"
#include "store/origin-block-private.h"
#include "store/recorder-private.h"
#include "store/writer-private.h"

G_BEGIN_DECLS

struct _TenureEdit
{
  TenureWriter *writer;
  sqlite3_session *session;
  TenureRecorder *recorder; /* only in a bulk edit */
  guint n_inserted;
  guint n_agreements;         /* inserted since the edit proved large */
  guint drop_from;            /* the number of insertions at which indexes are dropped */
  GPtrArray *dropped_indexes; /* statements that make them again; NULL while they are there */
  TenureInserter *inserter;   /* only once the edit proved large */
  GByteArray *row;            /* the bytes of the one being inserted */
  TenureOriginBlock *sources; /* source rows that wait to be packed; NULL while there were none */
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

/* Waits until all rows that were inserted are in: before any other use of the writer's connection. */
gboolean tenure_edit_settle (TenureEdit *edit, GError **error);

/* Inserts edit->row into @table (store/insert-private.h), now or soon. */
gboolean tenure_edit_insert_row (TenureEdit *edit, guint table, GError **error);

/* Takes a row out without looking who refers to it. */
gboolean tenure_edit_erase (TenureEdit *edit, TenureRecordType type, TenureId id, TenureId parent, GError **error);

/* The field of a child type that names its parent, or -1. */
int tenure_edit_parent_field (TenureRecordType type);

/* Whether every reference that the edit set leads somewhere; @bytes is the edit's changeset. */
gboolean tenure_edit_check_references (TenureEdit *edit, GByteArray *bytes, const TenureChanges *changes, GError **error);

/* A bulk edit has proved large: drops the indexes of the tables that it fills, and inserts on a thread of its own from now
 * on. */
gboolean tenure_edit_go_large (TenureEdit *edit, GError **error);

/* @record is about to be inserted: in a large edit, the agreements before it are complete, and every thousand of them are
 * indexed for the search. */
gboolean tenure_edit_index_along (TenureEdit *edit, const TenureRecord *record, GError **error);

/* Makes the indexes again. */
gboolean tenure_edit_restore_indexes (TenureEdit *edit, GError **error);

G_END_DECLS
