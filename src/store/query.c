/* A query becomes one SELECT of ids, put together from the names of the catalogue; values are bound. */

#include "config.h"
#include "store/query.h"

#include "store/query-private.h"
#include "store/reader-private.h"
#include "store/search-index-private.h"

#include <string.h>

static void
free_condition (gpointer data)
{
  TenureCondition *condition = data;

  for (guint i = 0; i < condition->n_values; i++)
    tenure_value_clear (&condition->values[i]);
  g_free (condition->values);
  g_free (condition);
}

static TenureValue *
copy_values (const TenureValue *values, guint n_values)
{
  TenureValue *copies = g_new0 (TenureValue, n_values);

  for (guint i = 0; i < n_values; i++)
    copies[i] = tenure_value_copy (&values[i]);
  return copies;
}

TenureQuery *
tenure_query_new (TenureRecordType type)
{
  TenureQuery *query;

  g_return_val_if_fail (tenure_record_def (type) != NULL, NULL);

  query = g_new0 (TenureQuery, 1);
  query->type = type;
  query->conditions = g_ptr_array_new_with_free_func (free_condition);
  query->sorts = g_array_new (FALSE, FALSE, sizeof (TenureSort));
  return query;
}

TenureQuery *
tenure_query_dup (const TenureQuery *query)
{
  TenureQuery *copy;

  g_return_val_if_fail (query != NULL, NULL);

  copy = tenure_query_new (query->type);
  copy->search = g_strdup (query->search);
  copy->limit = query->limit;
  g_array_append_vals (copy->sorts, query->sorts->data, query->sorts->len);
  for (guint i = 0; i < query->conditions->len; i++)
    {
      TenureCondition *condition = g_memdup2 (query->conditions->pdata[i], sizeof (TenureCondition));

      condition->values = copy_values (condition->values, condition->n_values);
      g_ptr_array_add (copy->conditions, condition);
    }
  return copy;
}

void
tenure_query_free (TenureQuery *query)
{
  if (query == NULL)
    return;
  g_free (query->search);
  g_ptr_array_unref (query->conditions);
  g_array_unref (query->sorts);
  g_free (query);
}

TenureRecordType
tenure_query_get_type (const TenureQuery *query)
{
  g_return_val_if_fail (query != NULL, TENURE_RECORD_NONE);

  return query->type;
}

void
tenure_query_set_search (TenureQuery *query, const char *text)
{
  g_return_if_fail (query != NULL);

  g_free (query->search);
  query->search = g_strdup (text);
}

static void
add_condition (TenureQuery *query, TenureCondition condition, const TenureValue *values)
{
  guint wanted = condition.op == TENURE_FILTER_BETWEEN ? 2 : 1;

  g_return_if_fail (condition.field < tenure_record_def (condition.type)->n_fields);
  g_return_if_fail (condition.op == TENURE_FILTER_NOT_RECORDED || condition.op == TENURE_FILTER_RECORDED
                    || condition.n_values >= wanted);

  condition.values = copy_values (values, condition.n_values);
  g_ptr_array_add (query->conditions, g_memdup2 (&condition, sizeof condition));
}

void
tenure_query_filter (TenureQuery *query, guint field, TenureFilterOp op, const TenureValue *values, guint n_values)
{
  TenureCondition condition = { TENURE_CONDITION_OWN, .field = field, .op = op, .n_values = n_values };

  g_return_if_fail (query != NULL);

  condition.type = query->type;
  add_condition (query, condition, values);
}

void
tenure_query_filter_via (
    TenureQuery *query, guint via, guint field, TenureFilterOp op, const TenureValue *values, guint n_values)
{
  TenureCondition condition = { TENURE_CONDITION_VIA, .via = via, .field = field, .op = op, .n_values = n_values };

  g_return_if_fail (query != NULL && via < tenure_record_def (query->type)->n_fields);
  g_return_if_fail (tenure_record_def (query->type)->fields[via].type == TENURE_FIELD_REFERENCE);

  condition.type = tenure_record_def (query->type)->fields[via].refers_to;
  add_condition (query, condition, values);
}

/* The first field of @other that refers to @type, or -1. */
static int
find_link (TenureRecordType other, TenureRecordType type)
{
  const TenureRecordDef *def = tenure_record_def (other);

  for (guint i = 0; i < def->n_fields; i++)
    if (def->fields[i].type == TENURE_FIELD_REFERENCE && def->fields[i].refers_to == type)
      return (int) i;
  return -1;
}

void
tenure_query_filter_by (
    TenureQuery *query, TenureRecordType other, guint field, TenureFilterOp op, const TenureValue *values, guint n_values)
{
  TenureCondition condition = { TENURE_CONDITION_BY, .type = other, .field = field, .op = op, .n_values = n_values };
  int link;

  g_return_if_fail (query != NULL && tenure_record_def (other) != NULL);

  link = find_link (other, query->type);
  g_return_if_fail (link >= 0);
  condition.via = (guint) link;
  add_condition (query, condition, values);
}

void
tenure_query_sort (TenureQuery *query, guint field, gboolean descending)
{
  TenureSort sort = { field, descending };

  g_return_if_fail (query != NULL && field < tenure_record_def (query->type)->n_fields);
  g_return_if_fail (query->sorts->len < TENURE_QUERY_MAX_SORTS);

  g_array_append_val (query->sorts, sort);
}

/* "(x IN (?, ?) OR x IS NULL)" */
static void
append_any_of (GString *sql, const TenureCondition *condition, const char *column)
{
  gboolean none = FALSE, first = TRUE;

  g_string_append_printf (sql, "(%s IN (", column);
  for (guint i = 0; i < condition->n_values; i++)
    {
      if (condition->values[i].kind == TENURE_VALUE_NULL)
        {
          none = TRUE;
          continue;
        }
      g_string_append (sql, first ? "?" : ", ?");
      first = FALSE;
    }
  g_string_append (sql, none ? ")" : "))");
  if (none)
    g_string_append_printf (sql, " OR %s IS NULL)", column);
}

/* A comparison with one `?` for each value of the condition that is not NULL, in their order. */
static void
append_comparison (GString *sql, const TenureCondition *condition, const char *column)
{
  const TenureValue *values = condition->values;

  switch (condition->op)
    {
    case TENURE_FILTER_IS:
      g_string_append_printf (sql, values[0].kind == TENURE_VALUE_NULL ? "%s IS NULL" : "%s = ?", column);
      break;
    case TENURE_FILTER_IS_NOT:
      g_string_append_printf (sql, values[0].kind == TENURE_VALUE_NULL ? "%s IS NOT NULL" : "%s <> ?", column);
      break;
    case TENURE_FILTER_CONTAINS:
      g_string_append_printf (sql, "instr (lower (%s), lower (?)) > 0", column);
      break;
    case TENURE_FILTER_BETWEEN:
      g_string_append_printf (sql, "(%s IS NOT NULL", column);
      if (values[0].kind != TENURE_VALUE_NULL)
        g_string_append_printf (sql, " AND %s >= ?", column);
      if (values[1].kind != TENURE_VALUE_NULL)
        g_string_append_printf (sql, " AND %s <= ?", column);
      g_string_append_c (sql, ')');
      break;
    case TENURE_FILTER_NOT_RECORDED:
      g_string_append_printf (sql, "%s IS NULL", column);
      break;
    case TENURE_FILTER_RECORDED:
      g_string_append_printf (sql, "%s IS NOT NULL", column);
      break;
    case TENURE_FILTER_ANY_OF:
      append_any_of (sql, condition, column);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Whether a record of which the field is not recorded meets the condition. */
static gboolean
admits_none (const TenureCondition *condition)
{
  switch (condition->op)
    {
    case TENURE_FILTER_NOT_RECORDED:
      return TRUE;
    case TENURE_FILTER_IS:
      return condition->values[0].kind == TENURE_VALUE_NULL;
    case TENURE_FILTER_ANY_OF:
      for (guint i = 0; i < condition->n_values; i++)
        if (condition->values[i].kind == TENURE_VALUE_NULL)
          return TRUE;
      return FALSE;
    default:
      return FALSE;
    }
}

/* "(t.provider IN (SELECT v.id FROM organisation v WHERE v.vcs IS NULL) OR t.provider IS NULL)": the list is made once,
 * where a look-up for each row takes three times as long. */
static void
append_via (GString *sql, const TenureQuery *query, const TenureCondition *condition)
{
  const TenureRecordDef *def = tenure_record_def (condition->type);
  const char *reference = tenure_record_def (query->type)->fields[condition->via].name;
  g_autofree char *column = g_strdup_printf ("v.\"%s\"", def->fields[condition->field].name);

  g_string_append_printf (sql, "(t.\"%s\" IN (SELECT v.id FROM %s v WHERE ", reference, def->table);
  append_comparison (sql, condition, column);
  g_string_append_c (sql, ')');
  if (admits_none (condition))
    g_string_append_printf (sql, " OR t.\"%s\" IS NULL", reference);
  g_string_append_c (sql, ')');
}

static void
append_condition (GString *sql, const TenureQuery *query, const TenureCondition *condition)
{
  const TenureRecordDef *def = tenure_record_def (condition->type);
  const char *name = def->fields[condition->field].name;
  g_autofree char *column = NULL;

  switch (condition->kind)
    {
    case TENURE_CONDITION_VIA:
      append_via (sql, query, condition);
      break;
    case TENURE_CONDITION_BY:
      column = g_strdup_printf ("o.\"%s\"", name);
      g_string_append_printf (sql, "t.id IN (SELECT o.\"%s\" FROM %s o WHERE ", def->fields[condition->via].name,
                              def->table);
      append_comparison (sql, condition, column);
      g_string_append_c (sql, ')');
      break;
    default:
      column = g_strdup_printf ("t.\"%s\"", name);
      append_comparison (sql, condition, column);
    }
}

/* Each word as a quoted prefix: "ynys"* "car"*. NULL when there is no word in @text. */
static char *
make_match (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n\r", -1);
  GString *match = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *valid = g_utf8_make_valid (words[i], -1);
      gboolean has_letter = FALSE;

      for (const char *c = valid; *c != '\0' && !has_letter; c = g_utf8_next_char (c))
        has_letter = g_unichar_isalnum (g_utf8_get_char (c));
      if (!has_letter)
        continue;
      g_string_append (match, match->len == 0 ? "\"" : " \"");
      for (const char *c = valid; *c != '\0'; c++)
        if (*c != '"')
          g_string_append_c (match, *c);
      g_string_append (match, "\" *");
    }
  return g_string_free (match, match->len == 0);
}

static int
bind_condition (sqlite3_stmt *statement, const TenureCondition *condition, int index)
{
  if (condition->op == TENURE_FILTER_RECORDED || condition->op == TENURE_FILTER_NOT_RECORDED)
    return index;
  for (guint i = 0; i < condition->n_values; i++)
    if (condition->values[i].kind != TENURE_VALUE_NULL)
      tenure_sql_bind_value_at (statement, index++, &condition->values[i]);
  return index;
}

static gboolean
is_left_out (const TenureCondition *condition, int except)
{
  return condition->kind == TENURE_CONDITION_OWN && (int) condition->field == except;
}

/* With a search the search index leads and each row is looked up; when nothing is asked of the row but its id, the index
 * alone answers. */
static void
append_source (GString *sql, const TenureQuery *query, const char *columns, gboolean searches)
{
  const char *table = tenure_record_def (query->type)->table, *index = tenure_search_index_table (query->type);

  if (searches && query->conditions->len == 0 && strcmp (columns, "t.id") == 0)
    g_string_append_printf (sql, "SELECT s.rowid FROM %s s WHERE %s MATCH ? ", index, index);
  else if (searches)
    g_string_append_printf (sql, "SELECT %s FROM %s s CROSS JOIN %s t ON t.id = s.rowid WHERE %s MATCH ? ", columns, index,
                            table, index);
  else
    g_string_append_printf (sql, "SELECT %s FROM %s t WHERE TRUE ", columns, table);
}

static char *
make_sql (const TenureQuery *query, const char *columns, int except, gboolean searches, const char *rest)
{
  GString *sql = g_string_new (NULL);

  append_source (sql, query, columns, searches);
  for (guint i = 0; i < query->conditions->len; i++)
    {
      if (is_left_out (query->conditions->pdata[i], except))
        continue;
      g_string_append (sql, "AND ");
      append_condition (sql, query, query->conditions->pdata[i]);
      g_string_append_c (sql, ' ');
    }
  g_string_append (sql, rest != NULL ? rest : searches ? "ORDER BY s.rowid" : "ORDER BY t.id");
  return g_string_free (sql, FALSE);
}

sqlite3_stmt *
tenure_query_prepare (
    const TenureQuery *query, sqlite3 *db, const char *columns, int except, const char *rest, GError **error)
{
  g_autofree char *match = query->search != NULL ? make_match (query->search) : NULL;
  gboolean searches = match != NULL && tenure_search_index_table (query->type) != NULL;
  g_autofree char *sql = make_sql (query, columns, except, searches, rest);
  sqlite3_stmt *statement = tenure_sql_prepare (db, sql, error);
  int index = 1;

  if (statement == NULL)
    return NULL;
  if (searches)
    sqlite3_bind_text (statement, index++, match, -1, SQLITE_TRANSIENT);
  for (guint i = 0; i < query->conditions->len; i++)
    if (!is_left_out (query->conditions->pdata[i], except))
      index = bind_condition (statement, query->conditions->pdata[i], index);
  return statement;
}

static char *
make_columns (const TenureQuery *query)
{
  const TenureRecordDef *def = tenure_record_def (query->type);
  GString *columns = g_string_new ("t.id");

  for (guint i = 0; i < query->sorts->len; i++)
    g_string_append_printf (columns, ", t.\"%s\"", def->fields[g_array_index (query->sorts, TenureSort, i).field].name);
  return g_string_free (columns, FALSE);
}

void
tenure_query_set_limit (TenureQuery *query, guint n)
{
  g_return_if_fail (query != NULL);

  query->limit = n;
}

/* All rows with their keys; NULL with @error set. */
static TenureSorter *
collect (const TenureQuery *query, TenureReader *reader, GError **error)
{
  g_autoptr (TenureSqlStatement) statement = NULL;
  g_autoptr (TenureSorter) sorter = NULL;
  g_autofree char *columns = make_columns (query);
  gboolean row = TRUE;

  statement = tenure_query_prepare (query, tenure_reader_get_db (reader), columns, -1, NULL, error);
  if (statement == NULL)
    return NULL;
  sorter = tenure_sorter_new (query->type, (const TenureSort *) query->sorts->data, query->sorts->len);
  if (!tenure_sorter_load_titles (sorter, tenure_reader_get_db (reader), error))
    return NULL;
  for (guint n = 0; row && (query->limit == 0 || n < query->limit); n++)
    {
      if (!tenure_sql_step (statement, &row, error))
        return NULL;
      if (row)
        tenure_sorter_add (sorter, sqlite3_column_int64 (statement, 0), statement, 1);
    }
  return g_steal_pointer (&sorter);
}

GArray *
tenure_query_run (const TenureQuery *query, TenureReader *reader, GError **error)
{
  g_autoptr (TenureSorter) sorter = NULL;

  g_return_val_if_fail (query != NULL && reader != NULL, NULL);
  g_return_val_if_fail (query->limit == 0 || query->sorts->len == 0, NULL);

  sorter = collect (query, reader, error);
  return sorter != NULL ? tenure_sorter_finish (sorter, NULL) : NULL;
}

GArray *
tenure_query_run_ranked (const TenureQuery *query, TenureReader *reader, GArray **out_ranks, GError **error)
{
  g_autoptr (TenureSorter) sorter = NULL;

  g_return_val_if_fail (query != NULL && reader != NULL && out_ranks != NULL, NULL);
  g_return_val_if_fail (query->limit == 0 && query->sorts->len > 0, NULL);

  sorter = collect (query, reader, error);
  return sorter != NULL ? tenure_sorter_finish (sorter, out_ranks) : NULL;
}
