#pragma once

#include <gio/gio.h>

/* Must be set wherever sqlite3.h is read, or the declarations of the session extension are left out. */
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>

#include "store/record.h"

G_BEGIN_DECLS

/* Statements. Their text is constant or put together from the catalogue's own names, never from data; values go in by
 * parameter name, where an unknown name is a bug and aborts. By position they go only where the statement is put together
 * from as many parameters as there happen to be values, in their order: the conditions of a query, the columns of an
 * insertion. */
typedef sqlite3 TenureSqlConnection;
typedef sqlite3_stmt TenureSqlStatement;

/* Sets @error from the connection's last failure: the place is a whole message of ours, the detail SQLite's. Returns
 * FALSE. An interrupted statement is G_IO_ERROR_CANCELLED. */
gboolean tenure_sql_fail (sqlite3 *db, int rc, GError **error);

/* FALSE with STORAGE where no transaction is open any more. SQLite takes a whole one back when anything in it could not be
 * read; whoever went on after such a failure, since it was only after the name of something, would write what nothing takes
 * back. Asked before each write of a change. Test: tests/store/test-read-faults.c. */
gboolean tenure_sql_expect_transaction (sqlite3 *db, GError **error);

gboolean tenure_sql_exec (sqlite3 *db, const char *sql, GError **error);
sqlite3_stmt *tenure_sql_prepare (sqlite3 *db, const char *sql, GError **error);

/* Prepares into *@slot unless it is there already: for statements that are kept. */
gboolean tenure_sql_keep (sqlite3 *db, sqlite3_stmt **slot, const char *sql, GError **error);

void tenure_sql_bind_integer (sqlite3_stmt *statement, const char *name, gint64 value);
/* @text may be NULL; it is copied. */
void tenure_sql_bind_text (sqlite3_stmt *statement, const char *name, const char *text);

/* Borrows the text of @value until the statement has run. */
void tenure_sql_bind_value (sqlite3_stmt *statement, const char *name, const TenureValue *value);
void tenure_sql_bind_value_at (sqlite3_stmt *statement, int index, const TenureValue *value);

/* A row is there: *@out_row; done: not. */
gboolean tenure_sql_step (sqlite3_stmt *statement, gboolean *out_row, GError **error);

/* Runs a statement that returns no rows to its end and makes it ready for the next run. */
gboolean tenure_sql_run (sqlite3_stmt *statement, GError **error);

/* The first column of the first row; @fallback when there is none or it is NULL. */
gboolean tenure_sql_query_integer (sqlite3 *db, const char *sql, gint64 fallback, gint64 *out_value, GError **error);

/* A column as a value that borrows its text until the next step; and as text of its own, made valid UTF-8 whatever a
 * foreign hand put there. */
TenureValue tenure_sql_column_value (sqlite3_stmt *statement, int column);
char *tenure_sql_column_dup (sqlite3_stmt *statement, int column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureSqlConnection, sqlite3_close_v2)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureSqlStatement, sqlite3_finalize)

G_END_DECLS
