#pragma once

#include "store/sql-private.h"

G_BEGIN_DECLS

/* SQL text for a record type, put together from the catalogue; the caller frees. Columns are read in the order id, origin
 * (for sourced types), the fields in catalogue order, and inserted in that of the table (catalogue/field.h). */

/* A bit for each column of a table, in its order; agreements have more than 64. */
typedef unsigned __int128 TenureColumns;

/* "INSERT INTO agreement (id, title, …) VALUES (:id, :title, …)"; @columns: a bit for each that is named. Parameters are
 * numbered in the order of the columns. */
char *tenure_statement_insert (TenureRecordType type, TenureColumns columns);

/* "SELECT id, origin, … FROM agreement" and whatever is @appended. */
char *tenure_statement_select (TenureRecordType type, const char *appended);

/* "UPDATE agreement SET start = :value WHERE id = :id" */
char *tenure_statement_update (TenureRecordType type, guint field);

/* The name of @field's column, quoted. */
char *tenure_statement_column (TenureRecordType type, guint field);

/* Reads the row that a tenure_statement_select() stands on. */
TenureRecord *tenure_statement_dup_record (sqlite3_stmt *statement, TenureRecordType type);

G_END_DECLS
