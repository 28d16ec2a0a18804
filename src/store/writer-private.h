#pragma once

#include "store/changes-private.h"
#include "store/insert-private.h"
#include "store/reader-private.h"
#include "store/search-index-private.h"

G_BEGIN_DECLS

/* The one connection of a document that writes, with what is kept on it between edits. */
typedef struct
{
  sqlite3 *db;
  TenureReader *reader; /* on the same connection */
  TenureSearchIndex *search;
  TenureInserts *inserts;
  sqlite3_stmt *erase[TENURE_N_RECORDS];
  sqlite3_stmt *set_origin[TENURE_N_RECORDS];
  sqlite3_stmt **update[TENURE_N_RECORDS];    /* by field */
  sqlite3_stmt **referring[TENURE_N_RECORDS]; /* likewise */
} TenureWriter;

TenureWriter *tenure_writer_open (const char *path, GError **error);
void tenure_writer_free (TenureWriter *writer);

/* BEGIN IMMEDIATE, and the end of it. */
gboolean tenure_writer_begin (TenureWriter *writer, GError **error);
gboolean tenure_writer_commit (TenureWriter *writer, GError **error);
void tenure_writer_rollback (TenureWriter *writer);

/* Statements kept for the life of the writer; NULL with @error set on failure. */
sqlite3_stmt *tenure_writer_get_erase (TenureWriter *writer, TenureRecordType type, GError **error);
sqlite3_stmt *tenure_writer_get_update (TenureWriter *writer, TenureRecordType type, guint field, GError **error);
/* "SELECT id FROM funder WHERE agreement = :id ORDER BY id" */
sqlite3_stmt *tenure_writer_get_referring (TenureWriter *writer, TenureRecordType type, guint field, GError **error);
sqlite3_stmt *tenure_writer_get_set_origin (TenureWriter *writer, TenureRecordType type, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureWriter, tenure_writer_free)

G_END_DECLS
