#include "store-model.h"

#include <string.h>

#define ADD(name, func) g_test_add ("/store/query/" name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

static GArray *
run (TenureDocument *document, TenureQuery *query)
{
  g_autoptr (GError) error = NULL;
  GArray *ids = tenure_query_run (query, tenure_document_get_reader (document), &error);

  g_assert_no_error (error);
  return ids;
}

/* ---- the slow obvious version ---- */

static char *
lower_ascii (const TenureValue *value)
{
  return g_ascii_strdown (value->text, -1);
}

static int
compare_values (const TenureValue *a, const TenureValue *b)
{
  if (a->kind == TENURE_VALUE_INTEGER)
    return (a->integer > b->integer) - (a->integer < b->integer);
  return strcmp (a->text, b->text);
}

static gboolean
meets (const TenureValue *value, TenureFilterOp op, const TenureValue *values, guint n_values)
{
  gboolean known = value->kind != TENURE_VALUE_NULL;

  switch (op)
    {
    case TENURE_FILTER_IS:
      return tenure_value_equal (value, &values[0]);
    case TENURE_FILTER_IS_NOT:
      return known && !tenure_value_equal (value, &values[0]);
    case TENURE_FILTER_CONTAINS:
      {
        g_autofree char *hay = known ? lower_ascii (value) : NULL, *needle = lower_ascii (&values[0]);

        return known && strstr (hay, needle) != NULL;
      }
    case TENURE_FILTER_BETWEEN:
      return known && (values[0].kind == TENURE_VALUE_NULL || compare_values (value, &values[0]) >= 0)
             && (values[1].kind == TENURE_VALUE_NULL || compare_values (value, &values[1]) <= 0);
    case TENURE_FILTER_NOT_RECORDED:
      return !known;
    case TENURE_FILTER_RECORDED:
      return known;
    default:
      for (guint i = 0; i < n_values; i++)
        if (tenure_value_equal (value, &values[i]))
          return TRUE;
      return FALSE;
    }
}

static const TenureRecord *
find (StoreModel *model, TenureRecordType type, TenureId id)
{
  for (guint i = 0; i < model->records->len; i++)
    {
      const TenureRecord *record = model->records->pdata[i];

      if (record->type == type && record->id == id)
        return record;
    }
  return NULL;
}

typedef struct
{
  enum { OWN, VIA, BY } kind;
  guint field;
  TenureFilterOp op;
  TenureValue values[3];
  guint n_values;
} Condition;

static const TenureRecordType BY_TYPE = TENURE_RECORD_FUNDER;

static gboolean
record_meets (StoreModel *model, const TenureRecord *record, const Condition *condition)
{
  static const TenureValue none = { .kind = TENURE_VALUE_NULL };
  const TenureRecord *other;

  switch (condition->kind)
    {
    case VIA:
      other = find (model, TENURE_RECORD_ORGANISATION, tenure_record_get_reference (record, store_field (AGREEMENT, "provider")));
      return meets (other != NULL ? tenure_record_get (other, condition->field) : &none, condition->op, condition->values, condition->n_values);
    case BY:
      for (guint i = 0; i < model->records->len; i++)
        {
          other = model->records->pdata[i];
          if (other->type == BY_TYPE && tenure_record_get_reference (other, 0) == record->id
              && meets (tenure_record_get (other, condition->field), condition->op, condition->values, condition->n_values))
            return TRUE;
        }
      return FALSE;
    default:
      return meets (tenure_record_get (record, condition->field), condition->op, condition->values, condition->n_values);
    }
}

/* ---- random questions ---- */

/* A value that some record has in that field, so that answers are not all empty. */
static TenureValue
pick_value (StoreModel *model, GRand *rand, TenureRecordType type, guint field)
{
  for (int i = 0; i < 20; i++)
    {
      const TenureRecord *record = store_model_pick (model, rand, type);

      if (record != NULL && tenure_record_is_known (record, field))
        return *tenure_record_get (record, field);
    }
  return TENURE_VALUE_NULL_INIT;
}

static gboolean
make_condition (StoreModel *model, GRand *rand, Condition *condition)
{
  TenureRecordType type;
  const TenureRecordDef *def;

  condition->kind = g_rand_int_range (rand, 0, 3);
  type = condition->kind == OWN ? TENURE_RECORD_AGREEMENT : condition->kind == VIA ? TENURE_RECORD_ORGANISATION : BY_TYPE;
  def = tenure_record_def (type);
  condition->field = (guint) g_rand_int_range (rand, 0, (gint32) def->n_fields);
  condition->op = g_rand_int_range (rand, 0, 7);
  for (guint i = 0; i < 3; i++)
    condition->values[i] = pick_value (model, rand, type, condition->field);
  condition->n_values = condition->op == TENURE_FILTER_BETWEEN ? 2 : condition->op == TENURE_FILTER_ANY_OF ? 3 : 1;
  if (condition->op == TENURE_FILTER_NOT_RECORDED || condition->op == TENURE_FILTER_RECORDED)
    condition->n_values = 0;
  if (condition->op == TENURE_FILTER_ANY_OF && g_rand_boolean (rand))
    condition->values[1] = TENURE_VALUE_NULL_INIT;
  if (condition->op == TENURE_FILTER_BETWEEN && g_rand_boolean (rand))
    condition->values[0] = TENURE_VALUE_NULL_INIT;
  if (condition->op == TENURE_FILTER_CONTAINS)
    return condition->values[0].kind == TENURE_VALUE_TEXT;
  if (condition->op == TENURE_FILTER_IS_NOT || condition->op == TENURE_FILTER_IS)
    return condition->values[0].kind != TENURE_VALUE_NULL;
  return TRUE;
}

static void
add_condition (TenureQuery *query, const Condition *condition)
{
  switch (condition->kind)
    {
    case VIA:
      tenure_query_filter_via (query, store_field (AGREEMENT, "provider"), condition->field, condition->op, condition->values, condition->n_values);
      break;
    case BY:
      tenure_query_filter_by (query, BY_TYPE, condition->field, condition->op, condition->values, condition->n_values);
      break;
    default:
      tenure_query_filter (query, condition->field, condition->op, condition->values, condition->n_values);
    }
}

static void
test_random_filters (StoreFixture *fixture, gconstpointer data)
{
  guint seed = g_test_rand_int_range (1, G_MAXINT32), n_found = 0;
  g_autoptr (StoreModel) model = store_model_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  store_model_fill (model, fixture->document, rand, 600);
  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_AGREEMENT);
      g_autoptr (TenureQuery) copy = NULL;
      g_autoptr (GArray) found = NULL;
      Condition conditions[2];
      guint n = (guint) g_rand_int_range (rand, 1, 3), at = 0;

      for (guint c = 0; c < n; c++)
        {
          while (!make_condition (model, rand, &conditions[c]))
            ;
          add_condition (query, &conditions[c]);
        }
      copy = tenure_query_dup (query);
      found = run (fixture->document, copy);
      n_found += found->len;
      g_free (store_model_dump (model)); /* sorts by id */
      for (guint r = 0; r < model->records->len; r++)
        {
          const TenureRecord *record = model->records->pdata[r];
          gboolean expected = record->type == TENURE_RECORD_AGREEMENT;

          for (guint c = 0; c < n && expected; c++)
            expected = record_meets (model, record, &conditions[c]);
          if (!expected)
            continue;
          if (at >= found->len || g_array_index (found, TenureId, at) != record->id)
            g_error ("query %u: %s, field %u, operation %d: a record is missing", i, tenure_record_get_text (record, 0),
                     conditions[0].field, conditions[0].op);
          at++;
        }
      g_assert_cmpuint (at, ==, found->len);
    }
  g_assert_cmpuint (n_found, >, 400);
}

/* As the header says: not recorded last either way, ties by age, references by title, text without case and accents. */
static char *
fold (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_ALL), *caseless = g_utf8_casefold (apart, -1);
  GString *folded = g_string_new (NULL);

  for (const char *c = caseless; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_ismark (g_utf8_get_char (c)))
      g_string_append_unichar (folded, g_utf8_get_char (c));
  return g_string_free (folded, FALSE);
}

static int
compare_fields (StoreModel *model, const TenureRecord *a, const TenureRecord *b, guint field)
{
  const TenureField *def = &tenure_record_def (a->type)->fields[field];
  const TenureRecord *target_a, *target_b;
  g_autofree char *left = NULL, *right = NULL;

  if (def->type == TENURE_FIELD_DURATION)
    return tenure_record_get_duration (a, field).months - tenure_record_get_duration (b, field).months;
  if (def->type == TENURE_FIELD_REFERENCE)
    {
      target_a = find (model, def->refers_to, tenure_record_get_reference (a, field));
      target_b = find (model, def->refers_to, tenure_record_get_reference (b, field));
      left = fold (tenure_record_get_text (target_a, 0));
      right = fold (tenure_record_get_text (target_b, 0));
      return strcmp (left, right);
    }
  if (tenure_record_get (a, field)->kind == TENURE_VALUE_INTEGER)
    return compare_values (tenure_record_get (a, field), tenure_record_get (b, field));
  left = fold (tenure_record_get_text (a, field));
  right = fold (tenure_record_get_text (b, field));
  return strcmp (left, right);
}

static void
check_order (StoreModel *model, GArray *found, guint first, gboolean first_falls, guint second)
{
  for (guint i = 1; i < found->len; i++)
    {
      const TenureRecord *a = find (model, TENURE_RECORD_AGREEMENT, g_array_index (found, TenureId, i - 1));
      const TenureRecord *b = find (model, TENURE_RECORD_AGREEMENT, g_array_index (found, TenureId, i));
      guint fields[] = { first, second };
      int order = 0;

      for (guint f = 0; f < 2 && order == 0; f++)
        {
          gboolean known_a = tenure_record_is_known (a, fields[f]), known_b = tenure_record_is_known (b, fields[f]);

          if (!known_a || !known_b)
            order = known_b - known_a;
          else
            order = compare_fields (model, a, b, fields[f]) * (f == 0 && first_falls ? -1 : 1);
        }
      if (order > 0 || (order == 0 && a->id > b->id))
        g_error ("sorted by %s, %s: rows %u and %u are the wrong way round",
                 tenure_record_def (a->type)->fields[first].name, tenure_record_def (a->type)->fields[second].name, i - 1, i);
    }
}

static void
test_random_sorts (StoreFixture *fixture, gconstpointer data)
{
  guint seed = g_test_rand_int_range (1, G_MAXINT32);
  g_autoptr (StoreModel) model = store_model_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint n_fields = tenure_record_def (TENURE_RECORD_AGREEMENT)->n_fields;

  g_test_message ("seed %u", seed);
  store_model_fill (model, fixture->document, rand, 800);
  for (guint field = 0; field < n_fields; field++)
    for (int falls = 0; falls < 2; falls++)
      {
        g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_AGREEMENT);
        guint second = (guint) g_rand_int_range (rand, 0, (gint32) n_fields);
        g_autoptr (GArray) found = NULL;

        tenure_query_sort (query, field, falls);
        tenure_query_sort (query, second, FALSE);
        found = run (fixture->document, query);
        g_assert_cmpuint (found->len, >, 10);
        check_order (model, found, field, falls, second);
      }
}

static guint
count_found (TenureDocument *document, TenureRecordType type, const char *text)
{
  g_autoptr (TenureQuery) query = tenure_query_new (type);
  g_autoptr (TenureQuery) sorted = NULL;
  g_autoptr (GArray) found = NULL;
  g_autoptr (GArray) found_sorted = NULL;

  tenure_query_set_search (query, text);
  found = run (document, query);
  /* With an order or a condition the search goes another way: the same records. */
  sorted = tenure_query_dup (query);
  tenure_query_sort (sorted, 0, FALSE);
  found_sorted = run (document, sorted);
  g_assert_cmpuint (found->len, ==, found_sorted->len);
  return found->len;
}

static void
test_search (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    TenureRecordType type;
    const char *text;
    guint found;
  } cases[] = {
    { TENURE_RECORD_AGREEMENT, "home", 1 },
    { TENURE_RECORD_AGREEMENT, "HOSP hom", 1 },
    { TENURE_RECORD_AGREEMENT, "ospital", 0 },
    { TENURE_RECORD_AGREEMENT, "home garden", 0 },
    { TENURE_RECORD_AGREEMENT, "NR-7", 1 },
    { TENURE_RECORD_AGREEMENT, "ynys mon", 1 },
    { TENURE_RECORD_AGREEMENT, "north ridge home", 1 },
    { TENURE_RECORD_AGREEMENT, "", 1 },
    { TENURE_RECORD_AGREEMENT, "  ", 1 },
    { TENURE_RECORD_AGREEMENT, "&", 1 },
    { TENURE_RECORD_AGREEMENT, "home &", 1 },
    { TENURE_RECORD_AGREEMENT, "\"home\"", 1 },
    { TENURE_RECORD_AGREEMENT, "home* OR NOT (", 0 },
    { TENURE_RECORD_AGREEMENT, "text:home", 0 },
    { TENURE_RECORD_AGREEMENT, "hom\xff", 1 },
    { TENURE_RECORD_AGREEMENT, "1155021", 1 },
    { TENURE_RECORD_AGREEMENT, "115502", 1 },
    { TENURE_RECORD_AGREEMENT, "GB-CHC-1155021", 1 },
    { TENURE_RECORD_AGREEMENT, "gb-chc-1155", 1 },
    { TENURE_RECORD_AGREEMENT, "GB-COH-1155021", 0 },
    { TENURE_RECORD_ORGANISATION, "115502", 1 },
    { TENURE_RECORD_ORGANISATION, "GB-CHC-1155021", 1 },
    { TENURE_RECORD_ORGANISATION, "GB-COH-1155021", 0 },
    { TENURE_RECORD_ORGANISATION, "carers", 1 },
    { TENURE_RECORD_ORGANISATION, "home", 0 },
  };

  store_make_sample (fixture->document);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpuint (count_found (fixture->document, cases[i].type, cases[i].text), ==, cases[i].found);
    }
}

/* Renaming, re-linking and undoing: agreements are found by the names of now. */
static void
test_search_follows (StoreFixture *fixture, gconstpointer data)
{
  TenureDocument *document = fixture->document;
  StoreSample sample = store_make_sample (document);
  g_autofree char *council = g_strdup_printf ("%" G_GINT64_FORMAT, sample.council);

  store_set (document, TENURE_RECORD_ORGANISATION, sample.provider, "name", "Gofal Cymru");
  g_assert_cmpuint (count_found (document, TENURE_RECORD_AGREEMENT, "carers"), ==, 0);
  g_assert_cmpuint (count_found (document, TENURE_RECORD_AGREEMENT, "gofal"), ==, 1);
  store_set (document, TENURE_RECORD_AGREEMENT, sample.agreement, "provider", council);
  g_assert_cmpuint (count_found (document, TENURE_RECORD_AGREEMENT, "gofal"), ==, 0);
  g_assert_true (store_delete (document, TENURE_RECORD_FUNDER, sample.funder, NULL));
  g_assert_cmpuint (count_found (document, TENURE_RECORD_AGREEMENT, "ridge"), ==, 1);
  store_set (document, TENURE_RECORD_AGREEMENT, sample.agreement, "provider", NULL);
  g_assert_cmpuint (count_found (document, TENURE_RECORD_AGREEMENT, "ridge"), ==, 0);
  store_set (document, TENURE_RECORD_IDENTIFIER, sample.identifier, "value", "9999");
  g_assert_cmpuint (count_found (document, TENURE_RECORD_ORGANISATION, "115502"), ==, 0);
  g_assert_cmpuint (count_found (document, TENURE_RECORD_ORGANISATION, "9999"), ==, 1);
  for (int i = 0; i < 5; i++)
    g_assert_true (tenure_document_undo (document, NULL, NULL));
  g_assert_cmpuint (count_found (document, TENURE_RECORD_AGREEMENT, "carers"), ==, 1);
  g_assert_cmpuint (count_found (document, TENURE_RECORD_AGREEMENT, "ridge"), ==, 1);
  g_assert_cmpuint (count_found (document, TENURE_RECORD_ORGANISATION, "1155021"), ==, 1);
  for (int i = 0; i < 5; i++)
    g_assert_true (tenure_document_redo (document, NULL, NULL));
  g_assert_cmpuint (count_found (document, TENURE_RECORD_AGREEMENT, "ridge"), ==, 0);
}

/* An organisation is found by what it was called once, too, as long as that is recorded. */
static void
test_search_former_names (StoreFixture *fixture, gconstpointer data)
{
  TenureDocument *document = fixture->document;
  StoreSample sample = store_make_sample (document);
  TenureRecord *former = store_record (TENURE_RECORD_FORMER_NAME, "name", "Lantern Fellowship", NULL);
  TenureId id;

  tenure_record_set_reference (former, store_field (FORMER_NAME, "organisation"), sample.provider);
  id = store_insert (document, former);
  g_assert_cmpuint (count_found (document, TENURE_RECORD_ORGANISATION, "fellowsh"), ==, 1);
  store_set (document, TENURE_RECORD_FORMER_NAME, id, "name", "Lantern Guild");
  g_assert_cmpuint (count_found (document, TENURE_RECORD_ORGANISATION, "fellowship"), ==, 0);
  g_assert_cmpuint (count_found (document, TENURE_RECORD_ORGANISATION, "guild"), ==, 1);
  g_assert_true (store_delete (document, TENURE_RECORD_FORMER_NAME, id, NULL));
  g_assert_cmpuint (count_found (document, TENURE_RECORD_ORGANISATION, "guild"), ==, 0);
  g_assert_true (tenure_document_undo (document, NULL, NULL));
  g_assert_cmpuint (count_found (document, TENURE_RECORD_ORGANISATION, "guild"), ==, 1);
  g_assert_true (tenure_document_undo (document, NULL, NULL));
  g_assert_cmpuint (count_found (document, TENURE_RECORD_ORGANISATION, "fellowship"), ==, 1);
  /* The organisation itself changes and takes its former names along. */
  store_set (document, TENURE_RECORD_ORGANISATION, sample.provider, "name", "Gofal Cymru");
  g_assert_cmpuint (count_found (document, TENURE_RECORD_ORGANISATION, "fellowship gofal"), ==, 1);
}

/* So are the agreements that it provides, by its identifiers as well; those that it funds are not. */
static void
test_search_of_provider (StoreFixture *fixture, gconstpointer data)
{
  TenureDocument *document = fixture->document;
  StoreSample sample = store_make_sample (document);
  g_autofree char *council = g_strdup_printf ("%" G_GINT64_FORMAT, sample.council);
  TenureRecord *former = store_record (TENURE_RECORD_FORMER_NAME, "name", "Lantern Fellowship", NULL);
  TenureRecord *of_funder = store_record (TENURE_RECORD_IDENTIFIER, "scheme", "GB-LAE", "value", "NRC", NULL);
  TenureId id;

  tenure_record_set_reference (former, store_field (FORMER_NAME, "organisation"), sample.provider);
  id = store_insert (document, former);
  tenure_record_set_reference (of_funder, store_field (IDENTIFIER, "organisation"), sample.council);
  store_insert (document, of_funder);
  g_assert_cmpuint (count_found (document, TENURE_RECORD_AGREEMENT, "fellowship"), ==, 1);
  g_assert_cmpuint (count_found (document, TENURE_RECORD_AGREEMENT, "nrc"), ==, 0);
  store_set (document, TENURE_RECORD_FORMER_NAME, id, "name", "Lantern Guild");
  store_set (document, TENURE_RECORD_IDENTIFIER, sample.identifier, "value", "9999");
  g_assert_cmpuint (count_found (document, TENURE_RECORD_AGREEMENT, "fellowship"), ==, 0);
  g_assert_cmpuint (count_found (document, TENURE_RECORD_AGREEMENT, "guild 9999"), ==, 1);
  g_assert_cmpuint (count_found (document, TENURE_RECORD_AGREEMENT, "1155021"), ==, 0);
  /* Another provider, another number; and one that changes hands. */
  store_set (document, TENURE_RECORD_AGREEMENT, sample.agreement, "provider", council);
  g_assert_cmpuint (count_found (document, TENURE_RECORD_AGREEMENT, "guild"), ==, 0);
  g_assert_cmpuint (count_found (document, TENURE_RECORD_AGREEMENT, "GB-LAE-NRC"), ==, 1);
  store_set (document, TENURE_RECORD_IDENTIFIER, sample.identifier, "organisation", council);
  g_assert_cmpuint (count_found (document, TENURE_RECORD_AGREEMENT, "9999"), ==, 1);
  g_assert_true (store_delete (document, TENURE_RECORD_IDENTIFIER, sample.identifier, NULL));
  g_assert_cmpuint (count_found (document, TENURE_RECORD_AGREEMENT, "9999"), ==, 0);
  for (int i = 0; i < 5; i++)
    g_assert_true (tenure_document_undo (document, NULL, NULL));
  g_assert_cmpuint (count_found (document, TENURE_RECORD_AGREEMENT, "fellowship 1155021"), ==, 1);
  g_assert_cmpuint (count_found (document, TENURE_RECORD_AGREEMENT, "9999"), ==, 0);
  for (int i = 0; i < 4; i++)
    g_assert_true (tenure_document_redo (document, NULL, NULL));
  g_assert_cmpuint (count_found (document, TENURE_RECORD_AGREEMENT, "nrc 9999"), ==, 1);
}

static void
test_random_facets (StoreFixture *fixture, gconstpointer data)
{
  guint seed = g_test_rand_int_range (1, G_MAXINT32);
  g_autoptr (StoreModel) model = store_model_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  const TenureRecordDef *def = tenure_record_def (TENURE_RECORD_AGREEMENT);
  guint kind = store_field (AGREEMENT, "kind");
  TenureValue grant = TENURE_VALUE_OF_TEXT ("grant");

  g_test_message ("seed %u", seed);
  store_model_fill (model, fixture->document, rand, 600);
  for (guint field = 0; field < def->n_fields; field++)
    {
      g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_AGREEMENT);
      g_autoptr (GPtrArray) facets = NULL;
      g_autoptr (GError) error = NULL;

      /* The condition on the field itself is left out of its facet, that on another is not. */
      tenure_query_filter (query, kind, TENURE_FILTER_IS, &grant, 1);
      facets = tenure_query_count_facet (query, tenure_document_get_reader (fixture->document), field, &error);
      g_assert_no_error (error);
      for (guint f = 0; f < facets->len; f++)
        {
          const TenureFacet *facet = facets->pdata[f];
          guint expected = 0;

          for (guint r = 0; r < model->records->len; r++)
            {
              const TenureRecord *record = model->records->pdata[r];

              expected += record->type == TENURE_RECORD_AGREEMENT
                          && (field == kind || g_strcmp0 (tenure_record_get_text (record, kind), "grant") == 0)
                          && tenure_value_equal (tenure_record_get (record, field), &facet->value);
            }
          g_assert_cmpuint (facet->count, ==, expected);
          g_assert_true ((facet->label == NULL) == (facet->value.kind == TENURE_VALUE_NULL));
          g_assert_true ((facet->value.kind == TENURE_VALUE_NULL) == (f + 1 == facets->len));
        }
      if (def->fields[field].choices != NULL)
        for (guint c = 0; def->fields[field].choices[c].value != NULL; c++)
          g_assert_cmpstr (((TenureFacet *) facets->pdata[c])->value.text, ==, def->fields[field].choices[c].value);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("random-filters", test_random_filters);
  ADD ("random-sorts", test_random_sorts);
  ADD ("search", test_search);
  ADD ("search-follows", test_search_follows);
  ADD ("search-former-names", test_search_former_names);
  ADD ("search-of-provider", test_search_of_provider);
  ADD ("random-facets", test_random_facets);
  return g_test_run ();
}
