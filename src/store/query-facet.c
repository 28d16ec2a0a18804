#include "config.h"
#include "store/query.h"

#include "store/query-private.h"
#include "store/reader-private.h"

void
tenure_facet_free (TenureFacet *facet)
{
  if (facet == NULL)
    return;
  tenure_value_clear (&facet->value);
  g_free (facet->label);
  g_free (facet);
}

static void
free_facet (gpointer facet)
{
  tenure_facet_free (facet);
}

/* @title: of the record that a reference points to, taken over; NULL for all else. */
static TenureFacet *
make_facet (TenureRecordType type, guint field, const TenureValue *value, guint count, char *title)
{
  TenureFacet *facet = g_new0 (TenureFacet, 1);

  facet->value = tenure_value_copy (value);
  facet->count = count;
  if (value->kind == TENURE_VALUE_NULL)
    return facet;
  facet->label = title;
  if (facet->label == NULL)
    {
      g_autoptr (TenureRecord) record = tenure_record_new (type);

      tenure_record_set (record, field, value);
      facet->label = tenure_record_dup_label (record, field);
    }
  if (!g_utf8_validate (facet->label, -1, NULL))
    {
      char *valid = g_utf8_make_valid (facet->label, -1);

      g_free (facet->label);
      facet->label = valid;
    }
  return facet;
}

/* What is on offer whether anybody has it or not. */
static GPtrArray *
make_offer (TenureRecordType type, guint field)
{
  const TenureField *def = &tenure_record_def (type)->fields[field];
  GPtrArray *facets = g_ptr_array_new_with_free_func (free_facet);

  for (const TenureChoice *choice = def->choices; choice != NULL && choice->value != NULL; choice++)
    g_ptr_array_add (facets, make_facet (type, field, &TENURE_VALUE_OF_TEXT (choice->value), 0, NULL));
  for (int flag = 1; def->type == TENURE_FIELD_FLAG && flag >= 0; flag--)
    g_ptr_array_add (facets, make_facet (type, field, &TENURE_VALUE_OF_INTEGER (flag), 0, NULL));
  return facets;
}

/* The facet of @value among the first @n_offered, or NULL. */
static TenureFacet *
find_offered (GPtrArray *facets, guint n_offered, const TenureValue *value)
{
  for (guint i = 0; i < n_offered; i++)
    if (tenure_value_equal (&((TenureFacet *) facets->pdata[i])->value, value))
      return facets->pdata[i];
  return NULL;
}

static gboolean
add_facet (GPtrArray *facets,
           TenureReader *reader,
           TenureRecordType type,
           guint field,
           const TenureValue *value,
           guint count,
           GError **error)
{
  const TenureField *def = &tenure_record_def (type)->fields[field];
  char *title = NULL;

  if (def->type == TENURE_FIELD_REFERENCE && value->kind == TENURE_VALUE_INTEGER
      && !tenure_reader_find_title (reader, def->refers_to, value->integer, &title, error))
    return FALSE;
  g_ptr_array_add (facets, make_facet (type, field, value, count, title));
  return TRUE;
}

GPtrArray *
tenure_query_count_facet (const TenureQuery *query, TenureReader *reader, guint field, GError **error)
{
  static const TenureValue none = { .kind = TENURE_VALUE_NULL };
  g_autoptr (GPtrArray) facets = NULL;
  g_autoptr (TenureSqlStatement) statement = NULL;
  g_autofree char *columns = NULL;
  guint not_recorded = 0, n_offered;
  gboolean row = TRUE;

  g_return_val_if_fail (query != NULL && reader != NULL && field < tenure_record_def (query->type)->n_fields, NULL);

  columns = g_strdup_printf ("t.\"%s\", count (*)", tenure_record_def (query->type)->fields[field].name);
  statement = tenure_query_prepare (query, tenure_reader_get_db (reader), columns, (int) field,
                                    "GROUP BY 1 ORDER BY 2 DESC, 1", error);
  if (statement == NULL)
    return NULL;
  facets = make_offer (query->type, field);
  n_offered = facets->len;
  while (row)
    {
      TenureFacet *offered;
      TenureValue value;
      guint count;

      if (!tenure_sql_step (statement, &row, error))
        return NULL;
      if (!row)
        break;
      value = tenure_sql_column_value (statement, 0);
      count = (guint) sqlite3_column_int64 (statement, 1);
      offered = find_offered (facets, n_offered, &value);
      if (value.kind == TENURE_VALUE_NULL)
        not_recorded = count;
      else if (offered != NULL)
        offered->count = count;
      else if (!add_facet (facets, reader, query->type, field, &value, count, error))
        return NULL;
    }
  g_ptr_array_add (facets, make_facet (query->type, field, &none, not_recorded, NULL));
  return g_steal_pointer (&facets);
}
