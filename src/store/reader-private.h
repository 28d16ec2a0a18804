#pragma once

#include "store/reader.h"
#include "store/sql-private.h"

G_BEGIN_DECLS

/* A reader on a connection of its own to the working copy at @path; with @snapshot it sees the present state for good. */
TenureReader *tenure_reader_open (const char *path, gboolean snapshot, GError **error);

/* A reader on somebody else's connection, which must outlive it. */
TenureReader *tenure_reader_wrap (sqlite3 *db);

/* For whoever is about to use the connection, at each use. */
sqlite3 *tenure_reader_get_db (TenureReader *reader);

/* @func is called before each use of the connection: a large edit lends it to a thread (store/inserter-private.h). NULL:
 * nothing. */
typedef void (*TenureReaderFunc) (gpointer data);
void tenure_reader_set_before_use (TenureReader *reader, TenureReaderFunc func, gpointer data);

/* Another reader of the very state that @reader, which must be in a transaction, sees, with its cancellable; for a second
 * thread. NULL when there is none to be had: within an edit, or when the document was changed just now. */
TenureReader *tenure_reader_open_twin (TenureReader *reader);

/* As tenure_reader_dup_title(), telling a record that is not there (TRUE, *@out_title NULL) from one that could not be
 * read. */
gboolean tenure_reader_find_title (
    TenureReader *reader, TenureRecordType type, TenureId id, char **out_title, GError **error);

/* The record; TRUE with *@out_record NULL when there is none. */
gboolean tenure_reader_find (
    TenureReader *reader, TenureRecordType type, TenureId id, TenureRecord **out_record, GError **error);

/* Finalizes the kept statements, so that the schema may change under them. */
void tenure_reader_forget_statements (TenureReader *reader);

G_END_DECLS
