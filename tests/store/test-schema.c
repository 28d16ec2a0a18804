#include "store-fixture.h"

#include "base/error.h"
#include "store/schema-private.h"
#include "store/sql-private.h"
#include "store/store-resources.h"

static sqlite3 *
make_database (void)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  tenure_schema_create (db, &error);
  g_assert_no_error (error);
  return db;
}

/* id, origin for sourced types, then the catalogue's fields, version by version: nothing else, nothing less. */
static void
check_table (sqlite3 *db, TenureRecordType type)
{
  const TenureRecordDef *def = tenure_record_def (type);
  g_autofree char *sql = g_strdup_printf ("SELECT name, type, \"notnull\", pk FROM pragma_table_info ('%s')", def->table);
  g_autoptr (TenureSqlStatement) statement = tenure_sql_prepare (db, sql, NULL);

  g_test_message ("table %s", def->table);
  g_assert_nonnull (statement);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, "id");
  g_assert_cmpint (sqlite3_column_int (statement, 3), ==, 1);
  if (tenure_record_type_is_sourced (type))
    {
      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
      g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, "origin");
    }
  for (guint column = 0; column < def->n_fields; column++)
    {
      const TenureField *field = &def->fields[tenure_record_field_of_column (type, column)];
      const char *affinity = tenure_field_type_is_integer (field->type) ? "INTEGER" : "TEXT";

      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
      g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, field->name);
      g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 1), ==, affinity);
      g_assert_cmpint (sqlite3_column_int (statement, 2), ==, (field->flags & TENURE_FIELD_REQUIRED) != 0);
    }
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
}

static void
test_equals_catalogue (void)
{
  g_autoptr (TenureSqlConnection) db = make_database ();

  for (TenureRecordType type = 0; type < TENURE_N_RECORDS; type++)
    check_table (db, type);
}

/* STRICT; and in the files, a comment behind every line that names a column. */
static void
test_strict (void)
{
  g_autoptr (TenureSqlConnection) db = make_database ();
  g_autoptr (TenureSqlStatement) statement = tenure_sql_prepare (
      db,
      "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE "
      "'%\\_search\\_%' ESCAPE '\\'",
      NULL);
  guint n_tables = 0;

  g_assert_nonnull (statement);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_test_message ("%s", (const char *) sqlite3_column_text (statement, 0));
      g_assert_true (g_str_has_suffix ((const char *) sqlite3_column_text (statement, 1), ") STRICT"));
      n_tables++;
    }
  g_assert_cmpuint (n_tables, ==, TENURE_N_RECORDS + 5);
}

static void
test_commented (void)
{
  for (int version = 1; version <= TENURE_SCHEMA_VERSION; version++)
    {
      g_autofree char *path = g_strdup_printf ("/io/github/tenure_app/Tenure/store/schema/%03d.sql", version);
      g_autoptr (GBytes) sql = g_resource_lookup_data (tenure_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      g_auto (GStrv) lines = g_strsplit (g_bytes_get_data (sql, NULL), "\n", -1);

      for (guint i = 0; lines[i] != NULL; i++)
        if (g_str_has_prefix (lines[i], "  ") || strstr (lines[i], "ADD COLUMN") != NULL)
          {
            g_test_message ("%03d.sql: %s", version, lines[i]);
            g_assert_nonnull (strstr (lines[i], " -- "));
          }
    }
}

/* What would act again when a changeset is applied. Comments may speak of it. */
static void
test_nothing_that_acts (void)
{
  static const char *const never[]
      = { "CREATE TRIGGER", "CREATE VIEW", "GENERATED", " AS (", "UNIQUE", "ON DELETE", "REFERENCES", "AUTOINCREMENT", "CHECK" };
  g_autoptr (TenureSqlConnection) db = make_database ();
  g_autoptr (TenureSqlStatement) statement
      = tenure_sql_prepare (db, "SELECT upper (sql) FROM sqlite_schema WHERE sql IS NOT NULL", NULL);

  g_assert_nonnull (statement);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_auto (GStrv) lines = g_strsplit ((const char *) sqlite3_column_text (statement, 0), "\n", -1);

      for (guint i = 0; lines[i] != NULL; i++)
        {
          char *comment = strstr (lines[i], "--");

          if (comment != NULL)
            *comment = '\0';
          for (gsize n = 0; n < G_N_ELEMENTS (never); n++)
            if (strstr (lines[i], never[n]) != NULL)
              g_error ("%s in: %s", never[n], lines[i]);
        }
    }
}

static void
test_marks (void)
{
  g_autoptr (TenureSqlConnection) db = make_database ();
  gint64 mark;

  g_assert_true (tenure_sql_query_integer (db, "PRAGMA application_id", 0, &mark, NULL));
  g_assert_cmpint (mark, ==, 0x546e7572);
  g_assert_true (tenure_sql_query_integer (db, "PRAGMA user_version", 0, &mark, NULL));
  g_assert_cmpint (mark, ==, TENURE_SCHEMA_VERSION);
}

static void
test_verify (void)
{
  static const struct
  {
    const char *sql;
    const char *named; /* in the message */
  } cases[] = {
    { "CREATE TRIGGER t AFTER INSERT ON agreement BEGIN DELETE FROM person; END", "trigger t" },
    { "CREATE VIEW v AS SELECT 1", "view v" },
    { "CREATE TABLE extra (a)", "table extra" },
    { "CREATE INDEX i ON agreement (title)", "index i" },
    { "CREATE TABLE x\xc3 (a)", "table" },
    { "DROP INDEX seat_board", "index seat_board" },
    { "DROP TABLE meeting", "meeting" },
    { "ALTER TABLE person ADD COLUMN shoe_size INTEGER", "table person" },
    { "DROP TABLE person; CREATE TABLE person (id INTEGER PRIMARY KEY)", "person" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureSqlConnection) db = make_database ();
      g_autoptr (GError) error = NULL;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_true (tenure_schema_verify (db, TENURE_SCHEMA_VERSION, &error));
      g_assert_no_error (error);
      sqlite3_exec (db, cases[i].sql, NULL, NULL, NULL);
      g_assert_false (tenure_schema_verify (db, TENURE_SCHEMA_VERSION, &error));
      g_assert_error (error, TENURE_ERROR, TENURE_ERROR_CORRUPT);
      g_assert_nonnull (strstr (error->message, cases[i].named));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/schema/equals-catalogue", test_equals_catalogue);
  g_test_add_func ("/store/schema/strict", test_strict);
  g_test_add_func ("/store/schema/commented", test_commented);
  g_test_add_func ("/store/schema/nothing-that-acts", test_nothing_that_acts);
  g_test_add_func ("/store/schema/marks", test_marks);
  g_test_add_func ("/store/schema/verify", test_verify);
  return g_test_run ();
}
