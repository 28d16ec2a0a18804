#pragma once

#include "store/sql-private.h"

G_BEGIN_DECLS

/* Inserting rows by the hundred thousand, from their bytes (store/row-bytes-private.h).
 *
 * A statement names the columns that a row fills and no others: of the fifty of an agreement a register fills a dozen, and
 * binding the rest as NULL took a quarter of the time. Rows of one file come in a few such shapes; their statements are
 * kept, for each table up to a limit, past which one that names all columns serves. */
typedef struct _TenureInserts TenureInserts;

/* A table: a TenureRecordType, or the log of source rows by the block. */
#define TENURE_INSERT_SOURCES TENURE_N_RECORDS
#define TENURE_N_INSERT_TABLES (TENURE_N_RECORDS + 1)

/* On @db, which must outlive it. */
TenureInserts *tenure_inserts_new (sqlite3 *db);
void tenure_inserts_free (TenureInserts *inserts);

/* Inserts the row that @bytes begins with and returns what follows it; NULL on TENURE_ERROR_CHANGED (there is a row with
 * its id) or STORAGE. The bytes are our own and are not doubted. */
const guint8 *tenure_inserts_run (
    TenureInserts *inserts, guint table, const guint8 *bytes, const guint8 *end, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureInserts, tenure_inserts_free)

G_END_DECLS
