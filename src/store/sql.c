#include "config.h"
#include "store/sql-private.h"

#include "base/error.h"

#include "base/i18n.h"

/* SQLite's codes in words a user can act on. */
static void
set_error (GError **error, int rc, const char *detail)
{
  switch (rc & 0xff)
    {
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("The operation was cancelled."));
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      g_set_error (error, TENURE_ERROR, TENURE_ERROR_CORRUPT, _ ("The document is damaged (%s)."), detail);
      break;
    case SQLITE_FULL:
      g_set_error_literal (error, TENURE_ERROR, TENURE_ERROR_STORAGE,
                           _ ("There is no space left for the document’s working copy. Nothing was lost; free some space "
                              "and try again."));
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      g_set_error (error, TENURE_ERROR, TENURE_ERROR_READ_ONLY, _ ("The document’s working copy may not be written (%s)."),
                   detail);
      break;
    default:
      g_set_error (error, TENURE_ERROR, TENURE_ERROR_STORAGE,
                   _ ("The document’s working copy could not be read or written (%s)."), detail);
    }
}

gboolean
tenure_sql_fail (sqlite3 *db, int rc, GError **error)
{
  set_error (error, rc, db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (rc));
  return FALSE;
}

gboolean
tenure_sql_exec (sqlite3 *db, const char *sql, GError **error)
{
  int rc = sqlite3_exec (db, sql, NULL, NULL, NULL);

  return rc == SQLITE_OK || tenure_sql_fail (db, rc, error);
}

gboolean
tenure_sql_expect_transaction (sqlite3 *db, GError **error)
{
  if (!sqlite3_get_autocommit (db))
    return TRUE;
  g_set_error_literal (
      error, TENURE_ERROR, TENURE_ERROR_STORAGE,
      _ ("The document’s working copy could not be read in the middle of a change. Nothing was changed; try again."));
  return FALSE;
}

sqlite3_stmt *
tenure_sql_prepare (sqlite3 *db, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int rc = sqlite3_prepare_v3 (db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);

  if (rc != SQLITE_OK)
    tenure_sql_fail (db, rc, error);
  return statement;
}

gboolean
tenure_sql_keep (sqlite3 *db, sqlite3_stmt **slot, const char *sql, GError **error)
{
  if (*slot == NULL)
    *slot = tenure_sql_prepare (db, sql, error);
  return *slot != NULL;
}

static int
parameter (sqlite3_stmt *statement, const char *name)
{
  int index = sqlite3_bind_parameter_index (statement, name);

  if (index == 0)
    g_error ("no parameter \"%s\" in: %s", name, sqlite3_sql (statement));
  return index;
}

void
tenure_sql_bind_integer (sqlite3_stmt *statement, const char *name, gint64 value)
{
  sqlite3_bind_int64 (statement, parameter (statement, name), value);
}

void
tenure_sql_bind_text (sqlite3_stmt *statement, const char *name, const char *text)
{
  sqlite3_bind_text (statement, parameter (statement, name), text, -1, SQLITE_TRANSIENT);
}

void
tenure_sql_bind_value_at (sqlite3_stmt *statement, int index, const TenureValue *value)
{
  switch (value->kind)
    {
    case TENURE_VALUE_INTEGER:
      sqlite3_bind_int64 (statement, index, value->integer);
      break;
    case TENURE_VALUE_TEXT:
      sqlite3_bind_text (statement, index, value->text, -1, SQLITE_STATIC);
      break;
    default:
      sqlite3_bind_null (statement, index);
    }
}

void
tenure_sql_bind_value (sqlite3_stmt *statement, const char *name, const TenureValue *value)
{
  tenure_sql_bind_value_at (statement, parameter (statement, name), value);
}

gboolean
tenure_sql_step (sqlite3_stmt *statement, gboolean *out_row, GError **error)
{
  int rc = sqlite3_step (statement);

  if (rc != SQLITE_ROW && rc != SQLITE_DONE)
    return tenure_sql_fail (sqlite3_db_handle (statement), rc, error);
  *out_row = rc == SQLITE_ROW;
  return TRUE;
}

gboolean
tenure_sql_run (sqlite3_stmt *statement, GError **error)
{
  int rc = sqlite3_step (statement);

  while (rc == SQLITE_ROW)
    rc = sqlite3_step (statement);
  if (rc != SQLITE_DONE)
    tenure_sql_fail (sqlite3_db_handle (statement), rc, error);
  sqlite3_reset (statement);
  return rc == SQLITE_DONE;
}

gboolean
tenure_sql_query_integer (sqlite3 *db, const char *sql, gint64 fallback, gint64 *out_value, GError **error)
{
  g_autoptr (TenureSqlStatement) statement = tenure_sql_prepare (db, sql, error);
  gboolean row;

  if (statement == NULL || !tenure_sql_step (statement, &row, error))
    return FALSE;
  *out_value = row && sqlite3_column_type (statement, 0) != SQLITE_NULL ? sqlite3_column_int64 (statement, 0) : fallback;
  return TRUE;
}

TenureValue
tenure_sql_column_value (sqlite3_stmt *statement, int column)
{
  switch (sqlite3_column_type (statement, column))
    {
    case SQLITE_INTEGER:
      return TENURE_VALUE_OF_INTEGER (sqlite3_column_int64 (statement, column));
    case SQLITE_TEXT:
      return TENURE_VALUE_OF_TEXT (sqlite3_column_text (statement, column));
    default:
      return TENURE_VALUE_NULL_INIT;
    }
}

char *
tenure_sql_column_dup (sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return g_strdup (text);
  return g_utf8_make_valid (text, -1);
}
