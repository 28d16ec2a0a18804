#include "config.h"
#include "store/insert-private.h"

#include "base/error.h"
#include "store/changeset-private.h"
#include "store/statements-private.h"

#include "base/i18n.h"

#define MAX_COLUMNS 128
#define MAX_SHAPES 24
#define SOURCE_COLUMNS 4
#define ALL_COLUMNS(n) (~(TenureColumns) 0 >> (MAX_COLUMNS - (n)))

typedef struct
{
  TenureColumns columns; /* a bit each */
  sqlite3_stmt *statement;
} Shape;

typedef struct
{
  guint n_columns;
  GArray *shapes; /* of Shape; the one used last comes first */
} Table;

struct _TenureInserts
{
  sqlite3 *db;
  Table tables[TENURE_N_INSERT_TABLES];
};

static void
clear_shape (gpointer shape)
{
  sqlite3_finalize (((Shape *) shape)->statement);
}

TenureInserts *
tenure_inserts_new (sqlite3 *db)
{
  TenureInserts *inserts = g_new0 (TenureInserts, 1);

  inserts->db = db;
  for (guint i = 0; i < TENURE_N_INSERT_TABLES; i++)
    {
      Table *table = &inserts->tables[i];

      table->n_columns = i == TENURE_INSERT_SOURCES ? SOURCE_COLUMNS : tenure_changeset_count_columns ((TenureRecordType) i);
      g_assert (table->n_columns <= MAX_COLUMNS);
      table->shapes = g_array_new (FALSE, FALSE, sizeof (Shape));
      g_array_set_clear_func (table->shapes, clear_shape);
    }
  return inserts;
}

void
tenure_inserts_free (TenureInserts *inserts)
{
  if (inserts == NULL)
    return;
  for (guint i = 0; i < TENURE_N_INSERT_TABLES; i++)
    g_array_unref (inserts->tables[i].shapes);
  g_free (inserts);
}

static sqlite3_stmt *
prepare (TenureInserts *inserts, guint table, TenureColumns columns, GError **error)
{
  g_autofree char *sql = NULL;

  if (table == TENURE_INSERT_SOURCES)
    return tenure_sql_prepare (inserts->db,
                               "INSERT INTO origin_block (first, origin, size, rows) "
                               "VALUES (:first, :origin, :size, CAST (:rows AS BLOB))",
                               error);
  sql = tenure_statement_insert ((TenureRecordType) table, columns);
  return tenure_sql_prepare (inserts->db, sql, error);
}

static Shape *
find_shape (const Table *table, TenureColumns columns)
{
  for (guint i = 0; i < table->shapes->len; i++)
    {
      Shape *shape = &g_array_index (table->shapes, Shape, i);

      if (shape->columns == columns)
        return shape;
    }
  return NULL;
}

/* The shape of a row that fills @columns, or of any row when there are shapes enough. */
static const Shape *
get_shape (TenureInserts *inserts, guint index, TenureColumns columns, GError **error)
{
  Table *table = &inserts->tables[index];
  Shape *shape = find_shape (table, columns), *first, found;

  if (shape == NULL && table->shapes->len >= MAX_SHAPES)
    {
      columns = ALL_COLUMNS (table->n_columns);
      shape = find_shape (table, columns);
    }
  if (shape != NULL)
    {
      first = &g_array_index (table->shapes, Shape, 0);
      found = *shape;
      *shape = *first;
      *first = found;
      return first;
    }
  found = (Shape){ columns, prepare (inserts, index, columns, error) };
  if (found.statement == NULL)
    return NULL;
  g_array_prepend_val (table->shapes, found);
  return &g_array_index (table->shapes, Shape, 0);
}

static void
bind (sqlite3_stmt *statement, int parameter, const TenureChangesetValue *value)
{
  switch (value->kind)
    {
    case TENURE_VALUE_INTEGER:
      sqlite3_bind_int64 (statement, parameter, value->integer);
      break;
    case TENURE_VALUE_TEXT:
      sqlite3_bind_text64 (statement, parameter, value->text, value->length, SQLITE_STATIC, SQLITE_UTF8);
      break;
    case TENURE_VALUE_NULL:
    default:
      sqlite3_bind_null (statement, parameter);
    }
}

/* Parameters are counted as they first stand in the text: in the order of the columns. What is bound points into the
 * bytes of the row, and is bound anew for the next before it is looked at again. */
static int
insert (const Shape *shape, const TenureChangesetValue *values, guint n_columns)
{
  int parameter = 0, rc;

  for (guint i = 0; i < n_columns; i++)
    if (shape->columns >> i & 1)
      bind (shape->statement, ++parameter, &values[i]);
  rc = sqlite3_step (shape->statement);
  sqlite3_reset (shape->statement);
  return rc;
}

static gboolean
fail (TenureInserts *inserts, guint table, int rc, GError **error)
{
  if ((rc != SQLITE_CONSTRAINT_PRIMARYKEY && rc != SQLITE_CONSTRAINT_ROWID) || table == TENURE_INSERT_SOURCES)
    return tenure_sql_fail (inserts->db, rc, error);
  g_set_error (error, TENURE_ERROR, TENURE_ERROR_CHANGED, _ ("There is already a record with this identity (%s)."),
               _ (tenure_record_def ((TenureRecordType) table)->label));
  return FALSE;
}

const guint8 *
tenure_inserts_run (TenureInserts *inserts, guint table, const guint8 *bytes, const guint8 *end, GError **error)
{
  TenureChangesetValue values[MAX_COLUMNS];
  guint n_columns = inserts->tables[table].n_columns;
  const guint8 *next = tenure_changeset_read_inserted (bytes, end, values, n_columns);
  const Shape *shape;
  TenureColumns columns = 0;
  int rc;

  g_assert (next != NULL);
  for (guint i = 0; i < n_columns; i++)
    columns |= (TenureColumns) (values[i].kind != TENURE_VALUE_NULL) << i;
  shape = get_shape (inserts, table, columns, error);
  if (shape == NULL)
    return NULL;
  if (!tenure_sql_expect_transaction (inserts->db, error))
    return NULL;
  rc = insert (shape, values, n_columns);
  if (rc == SQLITE_DONE)
    return next;
  fail (inserts, table, rc, error);
  return NULL;
}
