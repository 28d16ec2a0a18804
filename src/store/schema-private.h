#pragma once

#include "store/sql-private.h"

G_BEGIN_DECLS

/* "Tnur", in the header of every document. */
#define TENURE_APPLICATION_ID 0x546e7572

/* The newest version; one file of schema/ each. */
#define TENURE_SCHEMA_VERSION 12

/* Makes the tables of the newest version in an empty file. */
gboolean tenure_schema_create (sqlite3 *db, GError **error);

/* Brings a document of version @from (1 to TENURE_SCHEMA_VERSION) to the newest, one transaction a version. */
gboolean tenure_schema_migrate (sqlite3 *db, int from, GError **error);

/**
 * tenure_schema_verify:
 *
 * Whether the schema is letter by letter that of @version: a trigger, a view or another table than ours means that the
 * file was made by someone who wants it to do something.
 *
 * Returns: FALSE with TENURE_ERROR_CORRUPT naming what is too much, missing or different
 */
gboolean tenure_schema_verify (sqlite3 *db, int version, GError **error);

/* Begins to work out what tenure_schema_verify() compares a document of the newest version with, in a thread of its own, so
 * that it is there when the document has been copied. Returns: (transfer full): the thread, to be joined */
GThread *tenure_schema_prepare (void);

G_END_DECLS
