/* Filters: a small document with known contents, narrowed down, counted and put into words in every way. */

#include "base/error.h"
#include "register/facets-private.h"

#include "register-fixture.h"

/* The titles that pass, by their first letters in the order of recording: "ABD". */
static char *
dup_shown (RegisterFixture *fixture, const TenureFilter *filter)
{
  g_autoptr (GError) error = NULL;
  guint n;
  g_autofree guint32 *shown = tenure_filter_apply (filter, fixture->basis, fixture->reader, &n, NULL, &error);
  GString *letters = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    g_string_append_c (letters, tenure_basis_get_facts (fixture->basis)->agreements[shown[i]].title[0]);
  return g_string_free (letters, FALSE);
}

static void
test_apply (RegisterFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *facets[3][4]; /* facet, values */
    const char *search;
    const char *shown;
  } cases[] = {
    { "nothing narrows", { { NULL } }, NULL, "ABCDE" },
    { "one value", { { "kind", "grant", NULL } }, NULL, "AC" },
    { "two values widen", { { "kind", "grant", "contract", NULL } }, NULL, "ABCD" },
    { "not recorded", { { "kind", "", NULL } }, NULL, "E" },
    { "value or not recorded", { { "place", "South", "", NULL } }, NULL, "BC" },
    { "two facets narrow", { { "place", "North", NULL }, { "kind", "contract", NULL } }, NULL, "D" },
    { "sector yes", { { "vcs", "1", NULL } }, NULL, "ABC" },
    { "sector no", { { "vcs", "0", NULL } }, NULL, "D" },
    { "sector unknown", { { "vcs", "", NULL } }, NULL, "E" },
    { "twelve months", { { "band", "le12", NULL } }, NULL, "AD" },
    { "thirty-six months", { { "band", "ge36", NULL } }, NULL, "BC" },
    { "no term", { { "band", "", NULL } }, NULL, "E" },
    { "short-term rule", { { "rule", "T1", NULL } }, NULL, "A" },
    { "ends within six months", { { "ends", "3", "6", NULL } }, NULL, "AB" },
    { "ended", { { "ends", "ended", NULL } }, NULL, "D" },
    { "end later", { { "ends", "later", NULL } }, NULL, "C" },
    { "end not recorded", { { "ends", "", NULL } }, NULL, "E" },
    { "no notice", { { "notice", "", NULL } }, NULL, "ABCDE" },
    { "provider", { { "provider", "Lantern Trust", NULL } }, NULL, "AB" },
    { "one tag of several", { { "tag", "advice", NULL } }, NULL, "AD" },
    { "a tag or another", { { "tag", "day", "money", NULL } }, NULL, "ABD" },
    { "no tag", { { "tag", "", NULL } }, NULL, "CE" },
    { "no theme", { { "theme", "", NULL } }, NULL, "ABCDE" },
    { "words of the title", { { NULL } }, "cafe", "C" },
    { "words of the provider", { { NULL } }, "lantern", "AB" },
    { "words and a facet", { { "kind", "grant", NULL } }, "lantern", "A" },
    { "nobody", { { "place", "South", NULL }, { "kind", "grant", NULL } }, NULL, "" },
    { "a value that is gone", { { "place", "Atlantis", NULL } }, NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureFilter) filter = tenure_filter_new ();
      g_autoptr (TenureFilter) copy = NULL;
      g_autofree char *shown = NULL;

      g_test_message ("%s", cases[i].name);
      tenure_filter_set_search (filter, cases[i].search);
      for (gsize f = 0; f < 3 && cases[i].facets[f][0] != NULL; f++)
        tenure_filter_set_facet (filter, cases[i].facets[f][0], cases[i].facets[f] + 1);
      copy = tenure_filter_dup (filter);
      g_assert_true (tenure_filter_equal (filter, copy));
      shown = dup_shown (fixture, copy);
      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

/* "grant 2, contract 2,  1" in the order in which the values are offered. */
static char *
dup_counts (RegisterFixture *fixture, const TenureFilter *filter, const char *facet)
{
  g_autoptr (GError) error = NULL;
  guint index = (guint) tenure_facet_find (facet);
  g_autoptr (GPtrArray) lists = tenure_filter_count_facets (filter, fixture->basis, fixture->reader,
                                                            G_GUINT64_CONSTANT (1) << index, &error);
  const GPtrArray *values = lists != NULL ? lists->pdata[index] : NULL;
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < values->len; i++)
    {
      const TenureFacetValue *value = values->pdata[i];

      g_string_append_printf (text, "%s%s %u%s", i > 0 ? ", " : "", value->value[0] != '\0' ? value->value : "-",
                              value->count, value->chosen ? "*" : "");
    }
  return g_string_free (text, FALSE);
}

static void
test_count (RegisterFixture *fixture, gconstpointer data)
{
  static const char *const north[] = { "North", NULL };
  g_autoptr (TenureFilter) filter = tenure_filter_new ();
  g_autofree char *all = dup_counts (fixture, filter, "kind");
  g_autofree char *places = NULL;
  g_autofree char *tags = dup_counts (fixture, filter, "tag");
  g_autofree char *kinds = NULL;

  g_assert_cmpstr (all, ==, "contract 2, grant 2, - 1");
  /* Each tag counts by itself, and who has none counts once. */
  g_assert_cmpstr (tags, ==, "money 3, advice 2, day 1, - 2");
  /* A facet's own choice does not narrow its own counts; it does narrow the others'. */
  tenure_filter_set_facet (filter, "place", north);
  places = dup_counts (fixture, filter, "place");
  kinds = dup_counts (fixture, filter, "kind");
  g_assert_cmpstr (places, ==, "North 3*, South 1, - 1");
  g_assert_cmpstr (kinds, ==, "contract 1, grant 1, - 1");
}

static const char *
value_for (const TenureField *field)
{
  return field->choices != NULL ? field->choices[0].value : field->type == TENURE_FIELD_FLAG ? "1" : "Zephyr";
}

/* An agreement that has @value in @field, or whose provider has. */
static void
insert_with_field (RegisterFixture *fixture, TenureRecordType type, const TenureField *field, const char *value)
{
  const char *provider;

  if (type == TENURE_RECORD_AGREEMENT)
    register_fixture_insert (fixture, type, "title", field->name, field->name, value, NULL);
  else
    {
      provider = register_fixture_insert (fixture, type, "name", field->name, field->name, value, NULL);
      register_fixture_insert (fixture, TENURE_RECORD_AGREEMENT, "title", field->name, "provider", provider, NULL);
    }
}

static const TenureFacetDef *
find_facet_of (const TenureField *field)
{
  for (guint i = 0; i < tenure_facets_count (); i++)
    if (tenure_facet_def (i)->field == field)
      return tenure_facet_def (i);
  return NULL;
}

/* Whatever the catalogue marks as a facet of an agreement, or of the organisation that provides it, can be filtered by. */
static void
test_every_field (RegisterFixture *fixture, gconstpointer data)
{
  static const TenureRecordType types[] = { TENURE_RECORD_AGREEMENT, TENURE_RECORD_ORGANISATION };

  for (gsize t = 0; t < G_N_ELEMENTS (types); t++)
    {
      const TenureRecordDef *record = tenure_record_def (types[t]);

      for (guint i = 0; i < record->n_fields; i++)
        {
          const TenureField *field = &record->fields[i];
          const TenureFacetDef *facet = find_facet_of (field);
          g_autoptr (TenureFilter) filter = tenure_filter_new ();
          g_autoptr (GError) error = NULL;
          g_autofree guint32 *before = NULL, *after = NULL;
          const char *value;
          guint n_before, n_after;

          g_test_message ("%s.%s", record->table, field->name);
          g_assert_true ((facet != NULL) == ((field->flags & TENURE_FIELD_FACET) != 0));
          if (facet == NULL)
            continue;
          value = value_for (field);
          tenure_filter_toggle (filter, facet->name, value, TRUE);
          before = tenure_filter_apply (filter, fixture->basis, fixture->reader, &n_before, NULL, &error);
          g_assert_no_error (error);
          insert_with_field (fixture, types[t], field, value);
          register_fixture_read (fixture);
          after = tenure_filter_apply (filter, fixture->basis, fixture->reader, &n_after, NULL, &error);
          g_assert_no_error (error);
          g_assert_cmpuint (n_after, ==, n_before + 1);
          g_assert_cmpstr (tenure_basis_get_facts (fixture->basis)->agreements[after[n_after - 1]].title, ==, field->name);
          g_assert_true (tenure_facet_has_value ((guint) tenure_facet_find (facet->name), value));
        }
    }
}

/* Names stand in saved views and portfolios: the old ones are read for ever, in their order on screen. */
static void
test_names (void)
{
  static const char *const names[] = { "level", "rule", "band", "status", "ends", "renewal", "vcs", "kind", "purpose",
                                       "service", "place", "programme", "theme", "tag", "funder", "provider", "owner",
                                       "notice", "without-cause", "one-off" };
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpint (tenure_facet_find (names[i]), ==, (int) i);
  g_assert_cmpuint (tenure_facets_count (), >, G_N_ELEMENTS (names));
  for (guint i = 0; i < tenure_facets_count (); i++)
    {
      g_test_message ("%s: %s", tenure_facet_get_name (i), tenure_facet_get_label (i));
      g_assert_true (tenure_facet_is_usual (i) == (i < G_N_ELEMENTS (names)));
      g_assert_true (g_hash_table_add (seen, (gpointer) tenure_facet_get_name (i)));
      g_assert_cmpint (tenure_facet_find (tenure_facet_get_name (i)), ==, (int) i);
    }
  /* Nor may two be called the same on screen. */
  g_hash_table_remove_all (seen);
  for (guint i = 0; i < tenure_facets_count (); i++)
    g_assert_true (g_hash_table_add (seen, (gpointer) tenure_facet_get_label (i)));
}

/* The band of the provider's income, at and just under a limit; unknown where income or provider is. */
static void
test_provider_size (RegisterFixture *fixture, gconstpointer data)
{
  static const char *const incomes[] = { "999999", "1000000", "10000000", "100000000" };
  g_autoptr (TenureFilter) filter = tenure_filter_new ();
  g_autofree char *counts = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (incomes); i++)
    {
      const char *provider = register_fixture_insert (fixture, TENURE_RECORD_ORGANISATION, "name", incomes[i], "income",
                                                      incomes[i], "currency", "GBP", NULL);

      register_fixture_insert (fixture, TENURE_RECORD_AGREEMENT, "title", incomes[i], "provider", provider, NULL);
    }
  register_fixture_insert (fixture, TENURE_RECORD_AGREEMENT, "title", "Nobody's", NULL);
  register_fixture_read (fixture);
  counts = dup_counts (fixture, filter, "provider-size");
  g_assert_cmpstr (counts, ==, "micro 1, small 1, medium 1, large 1, - 6");
}

/* Who serves several is counted with each. */
static void
test_provider_communities (RegisterFixture *fixture, gconstpointer data)
{
  g_autoptr (TenureFilter) filter = tenure_filter_new ();
  g_autofree char *counts = NULL;
  const char *both = register_fixture_insert (fixture, TENURE_RECORD_ORGANISATION, "name", "Both", "communities",
                                              "carers; refugees", NULL);

  register_fixture_insert (fixture, TENURE_RECORD_AGREEMENT, "title", "One", "provider", both, NULL);
  register_fixture_insert (fixture, TENURE_RECORD_AGREEMENT, "title", "Two", "provider", both, "communities", "refugees",
                           NULL);
  register_fixture_read (fixture);
  counts = dup_counts (fixture, filter, "provider-communities");
  g_assert_true (g_str_has_prefix (counts, "carers 2, refugees 2, "));
  g_free (counts);
  counts = dup_counts (fixture, filter, "communities");
  g_assert_true (g_str_has_prefix (counts, "refugees 1, "));
}

static void
test_label (RegisterFixture *fixture, gconstpointer data)
{
  static const char *const values[] = { "grant", "", NULL };
  g_autoptr (TenureFilter) filter = tenure_filter_new ();
  g_autofree char *all = tenure_filter_dup_label (filter, fixture->reader);
  g_autofree char *some = NULL;

  g_assert_cmpstr (all, ==, "All agreements");
  tenure_filter_set_facet (filter, "kind", values);
  tenure_filter_set_search (filter, "  advice ");
  some = tenure_filter_dup_label (filter, fixture->reader);
  g_assert_cmpstr (some, ==, "Kind: Grant or Not recorded; “advice”");
}

/* All that are chosen are named, or, where that is shorter, all that are not. */
static void
test_label_of_many (RegisterFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text, *label;
  } cases[] = {
    { "changed-days=1", "Changed in the last day" },
    { "changed-days=1000", "Changed in the last 1,000 days" },
    { "status=ended", "Status: ended" },
    { "status=planned&status=active&status=ended", "Status: planned, active or ended" },
    { "status=planned&status=active&status=ending&status=open_ended&status=",
      "Status: all but ended and terminated" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TenureFilter) filter = tenure_filter_from_text (cases[i].text, &error);
      g_autofree char *label = NULL;

      g_assert_no_error (error);
      label = tenure_filter_dup_label (filter, fixture->reader);
      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

static void
test_toggle (void)
{
  g_autoptr (TenureFilter) filter = tenure_filter_new ();

  g_assert_true (tenure_filter_is_empty (filter));
  tenure_filter_toggle (filter, "kind", "grant", TRUE);
  tenure_filter_toggle (filter, "kind", "contract", TRUE);
  tenure_filter_toggle (filter, "kind", "contract", TRUE);
  g_assert_cmpuint (g_strv_length ((char **) tenure_filter_get_facet (filter, "kind")), ==, 2);
  tenure_filter_toggle (filter, "kind", "grant", FALSE);
  tenure_filter_toggle (filter, "kind", "contract", FALSE);
  g_assert_null (tenure_filter_get_facet (filter, "kind"));
  g_assert_true (tenure_filter_is_empty (filter));
}

/* What is written is read again, whatever the names hold; what is not understood is refused, not dropped. */
static void
test_text (void)
{
  static const char *const texts[] = {
    "",
    "kind=grant&kind=contract&renewal=&words=advice%20line",
    "portfolio=12&ends=3&provider=A%26B%20%3D%20C%C3%A9&changed-days=7",
  };
  static const char *const refused[] = { "no-such=1", "portfolio=", "portfolio=-4", "changed-days=week", "kind", "kind=%GG",
                                         "kind=gift", "kind=grant&level=pink", "words=%FF" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TenureFilter) filter = tenure_filter_from_text (texts[i], &error);
      g_autofree char *text = NULL;
      g_autoptr (TenureFilter) again = NULL;

      g_assert_no_error (error);
      text = tenure_filter_dup_text (filter);
      again = tenure_filter_from_text (text, &error);
      g_assert_no_error (error);
      g_assert_true (tenure_filter_equal (filter, again));
      g_assert_cmpint (tenure_filter_is_empty (filter), ==, texts[i][0] == '\0');
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TenureFilter) filter = tenure_filter_from_text (refused[i], &error);

      g_assert_null (filter);
      g_assert_error (error, TENURE_ERROR, TENURE_ERROR_INVALID);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/filter/apply", RegisterFixture, NULL, register_fixture_set_up, test_apply, register_fixture_tear_down);
  g_test_add ("/filter/count", RegisterFixture, NULL, register_fixture_set_up, test_count, register_fixture_tear_down);
  g_test_add ("/filter/every-field", RegisterFixture, NULL, register_fixture_set_up, test_every_field,
              register_fixture_tear_down);
  g_test_add ("/filter/provider-size", RegisterFixture, NULL, register_fixture_set_up, test_provider_size,
              register_fixture_tear_down);
  g_test_add ("/filter/provider-communities", RegisterFixture, NULL, register_fixture_set_up, test_provider_communities,
              register_fixture_tear_down);
  g_test_add_func ("/filter/names", test_names);
  g_test_add ("/filter/label", RegisterFixture, NULL, register_fixture_set_up, test_label, register_fixture_tear_down);
  g_test_add ("/filter/label-of-many", RegisterFixture, NULL, register_fixture_set_up, test_label_of_many, register_fixture_tear_down);
  g_test_add_func ("/filter/toggle", test_toggle);
  g_test_add_func ("/filter/text", test_text);
  return g_test_run ();
}
