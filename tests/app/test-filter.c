/* Filters and columns of the register, without widgets: a small document with known contents, narrowed down, counted and
 * sorted in every way. */

#include "app/agreements/register-column.h"
#include "register/snapshot.h"
#include "base/error.h"
#include "store/edit.h"

#include <glib/gstdio.h>

#define AS_OF 20778 /* 21 November 2026 */

typedef struct
{
  char *state_dir;
  TenureDocument *document;
  TenureReader *reader;
  TenureBasis *basis;
} Fixture;

/* One agreement of the document: who is paid, what, when. NULL and -1 are "not recorded". */
typedef struct
{
  const char *title, *provider, *kind, *place, *start, *end;
  int vcs; /* of the provider */
} Row;

static const Row rows[] = {
  { "Advice line", "Lantern Trust", "grant", "North", "2026-04-01", "2027-03-31", 1 },
  { "Befriending", "Lantern Trust", "contract", "South", "2024-04-01", "2027-03-31", 1 },
  { "Carers' café", "Harbour Carers", "grant", NULL, "2025-04-01", "2030-03-31", 1 },
  { "Day centre", "Stonebridge Care Ltd", "contract", "North", "2025-10-01", "2026-09-30", 0 },
  { "Evening sitting", "Unlisted Group", NULL, "North", "2026-04-01", NULL, -1 },
};

static void
set_text (TenureRecord *record, const char *field, const char *text)
{
  tenure_record_set_text_by_name (record, field, text);
}

static gboolean
fill (TenureEdit *edit, gpointer data, GError **error)
{
  g_autoptr (GHashTable) providers = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Row *row = &rows[i];
      g_autoptr (TenureRecord) agreement = tenure_record_new (TENURE_RECORD_AGREEMENT);
      TenureId *provider = g_hash_table_lookup (providers, row->provider);

      if (provider == NULL)
        {
          g_autoptr (TenureRecord) organisation = tenure_record_new (TENURE_RECORD_ORGANISATION);

          set_text (organisation, "name", row->provider);
          tenure_record_set_flag (organisation, tenure_record_field_index (TENURE_RECORD_ORGANISATION, "vcs"), row->vcs);
          if (!tenure_edit_insert (edit, organisation, error))
            return FALSE;
          provider = g_new (TenureId, 1);
          *provider = organisation->id;
          g_hash_table_insert (providers, (gpointer) row->provider, provider);
        }
      set_text (agreement, "title", row->title);
      set_text (agreement, "kind", row->kind);
      set_text (agreement, "place", row->place);
      set_text (agreement, "start", row->start);
      set_text (agreement, "end", row->end);
      tenure_record_set_reference (agreement, tenure_record_field_index (TENURE_RECORD_AGREEMENT, "provider"), *provider);
      if (!tenure_edit_insert (edit, agreement, error))
        return FALSE;
    }
  {
    GHashTableIter iter;
    gpointer id;

    g_hash_table_iter_init (&iter, providers);
    while (g_hash_table_iter_next (&iter, NULL, &id))
      g_free (id);
  }
  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->state_dir = g_dir_make_tmp ("tenure-filter-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->document = tenure_document_new (fixture->state_dir, &error);
  g_assert_no_error (error);
  tenure_document_edit (fixture->document, "Fill", fill, NULL, &error);
  g_assert_no_error (error);
  fixture->reader = tenure_document_open_reader (fixture->document, &error);
  g_assert_no_error (error);
  fixture->basis = tenure_basis_new (fixture->reader, AS_OF, 4, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", fixture->state_dir);

  tenure_basis_unref (fixture->basis);
  tenure_reader_free (fixture->reader);
  tenure_document_close (fixture->document, TRUE);
  g_object_unref (fixture->document);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (fixture->state_dir);
}

/* The titles that pass, by their first letters in the order of recording: "ABD". */
static char *
dup_shown (Fixture *fixture, const TenureFilter *filter)
{
  g_autoptr (GError) error = NULL;
  guint n;
  g_autofree guint32 *shown = tenure_filter_apply (filter, fixture->basis, fixture->reader, &n, &error);
  GString *letters = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    g_string_append_c (letters, tenure_basis_get_facts (fixture->basis)->agreements[shown[i]].title[0]);
  return g_string_free (letters, FALSE);
}

static void
test_apply (Fixture *fixture, gconstpointer data)
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
dup_counts (Fixture *fixture, const TenureFilter *filter, const char *facet)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) values = tenure_filter_count_facet (filter, fixture->basis, fixture->reader,
                                                            (guint) tenure_facet_find (facet), &error);
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
test_count (Fixture *fixture, gconstpointer data)
{
  static const char *const north[] = { "North", NULL };
  g_autoptr (TenureFilter) filter = tenure_filter_new ();
  g_autofree char *all = dup_counts (fixture, filter, "kind");
  g_autofree char *places = NULL;
  g_autofree char *kinds = NULL;

  g_assert_cmpstr (all, ==, "contract 2, grant 2, - 1");
  /* A facet's own choice does not narrow its own counts; it does narrow the others'. */
  tenure_filter_set_facet (filter, "place", north);
  places = dup_counts (fixture, filter, "place");
  kinds = dup_counts (fixture, filter, "kind");
  g_assert_cmpstr (places, ==, "North 3*, South 1, - 1");
  g_assert_cmpstr (kinds, ==, "contract 1, grant 1, - 1");
}

static void
test_label (Fixture *fixture, gconstpointer data)
{
  static const char *const values[] = { "grant", "", NULL };
  g_autoptr (TenureFilter) filter = tenure_filter_new ();
  g_autofree char *all = tenure_filter_dup_label (filter, fixture->basis, fixture->reader);
  g_autofree char *some = NULL;

  g_assert_cmpstr (all, ==, "All agreements");
  tenure_filter_set_facet (filter, "kind", values);
  tenure_filter_set_search (filter, "  advice ");
  some = tenure_filter_dup_label (filter, fixture->basis, fixture->reader);
  g_assert_cmpstr (some, ==, "Kind: Not recorded or Grant; “advice”");
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
  static const char *const refused[] = { "no-such=1", "portfolio=", "portfolio=-4", "changed-days=week", "kind", "kind=%GG" };

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

static void
test_sort (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *column; /* NULL: the order of recording */
    gboolean descending;
    const char *then;
    gboolean then_descending;
    const char *order;
  } cases[] = {
    { NULL, FALSE, NULL, FALSE, "ABCDE" },
    { "title", TRUE, NULL, FALSE, "EDCBA" },
    { "provider", FALSE, NULL, FALSE, "CABDE" },
    { "kind", FALSE, NULL, FALSE, "BDACE" },
    { "kind", TRUE, NULL, FALSE, "ACBDE" },
    { "place", TRUE, NULL, FALSE, "BADEC" },
    { "committed_end", FALSE, NULL, FALSE, "DABCE" },
    { "committed_end", TRUE, NULL, FALSE, "CABDE" },
    { "term", TRUE, NULL, FALSE, "CBADE" },
    { "status", FALSE, NULL, FALSE, "CABDE" },
    /* Two fields, a field and a computed column either way round, not recorded last in each. */
    { "provider", FALSE, "title", TRUE, "CBADE" },
    { "kind", FALSE, "title", TRUE, "DBCAE" },
    { "place", FALSE, "committed_end", TRUE, "ADEBC" },
    { "committed_end", FALSE, "title", TRUE, "DBACE" },
  };
  g_autoptr (TenureFilter) filter = tenure_filter_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureSnapshot) snapshot = tenure_snapshot_new (fixture->basis, filter, fixture->reader, &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureRegisterSort sorts[] = { { tenure_register_column_find (cases[i].column), cases[i].descending },
                                     { tenure_register_column_find (cases[i].then), cases[i].then_descending } };
      guint n_sorts = (cases[i].column != NULL) + (cases[i].then != NULL);
      g_autoptr (GArray) order = tenure_register_sort (snapshot, sorts, n_sorts, fixture->reader, &error);
      g_autoptr (GString) letters = g_string_new (NULL);

      g_assert_no_error (error);
      for (guint r = 0; r < order->len; r++)
        g_string_append_c (letters,
                           tenure_snapshot_get_facts (snapshot)->agreements[g_array_index (order, guint32, r)].title[0]);
      g_test_message ("%s", cases[i].column != NULL ? cases[i].column : "as recorded");
      g_assert_cmpstr (letters->str, ==, cases[i].order);
    }
}

/* Every column gives text or "not known" for every row, and every name is there once. */
static void
test_columns (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TenureFilter) filter = tenure_filter_new ();
  g_autoptr (TenureSnapshot) snapshot = tenure_snapshot_new (fixture->basis, filter, fixture->reader, NULL);
  guint n, shown = 0;
  const TenureRegisterColumn *columns = tenure_register_columns (&n);

  for (guint i = 0; i < n; i++)
    {
      g_assert_true (tenure_register_column_find (columns[i].name) == &columns[i]);
      g_assert_cmpint (columns[i].width_px, >, 0);
      shown += columns[i].shown;
      for (guint a = 0; columns[i].field < 0 && a < G_N_ELEMENTS (rows); a++)
        {
          g_autofree char *text = columns[i].dup_text (snapshot, a);
          gint64 key;

          if (columns[i].get_key != NULL && columns[i].get_key (snapshot, a, &key))
            g_assert_nonnull (text);
        }
    }
  g_assert_cmpuint (n, >, tenure_record_def (TENURE_RECORD_AGREEMENT)->n_fields);
  g_assert_cmpuint (shown, >=, 8);
}

static void
test_months (void)
{
  static const struct
  {
    TenureMonths months;
    const char *text;
  } cases[] = {
    { { 12, 0, 1 }, "12" }, { { 12, 15, 30 }, "12.5" }, { { 0, 1, 31 }, "0" }, { { 0, 2, 31 }, "0.1" }, { { 5, 30, 31 }, "6" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = tenure_register_dup_months (cases[i].months);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/filter/apply", Fixture, NULL, set_up, test_apply, tear_down);
  g_test_add ("/filter/count", Fixture, NULL, set_up, test_count, tear_down);
  g_test_add ("/filter/label", Fixture, NULL, set_up, test_label, tear_down);
  g_test_add_func ("/filter/toggle", test_toggle);
  g_test_add_func ("/filter/text", test_text);
  g_test_add ("/register/sort", Fixture, NULL, set_up, test_sort, tear_down);
  g_test_add ("/register/columns", Fixture, NULL, set_up, test_columns, tear_down);
  g_test_add_func ("/register/months", test_months);
  return g_test_run ();
}
