/* Columns of the register, without widgets: a small document sorted in every way. */

#include "app/agreements/register-column.h"
#include "app/agreements/register-sheet.h"

#include "register-fixture.h"

static void
test_sort (RegisterFixture *fixture, gconstpointer data)
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
test_columns (RegisterFixture *fixture, gconstpointer data)
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
      for (guint a = 0; columns[i].field < 0 && a < REGISTER_N_ROWS; a++)
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

/* Work that costs £1,000, of which its funder pays @pence; the price rose by @basis_points for the second year (NULL: not
 * recorded). */
static void
insert_priced (RegisterFixture *fixture, const char *title, const char *pence, const char *basis_points)
{
  const char *agreement = register_fixture_insert (fixture, TENURE_RECORD_AGREEMENT, "title", title, "currency", "GBP", "start",
                                                   "2025-04-01", "end", "2028-03-31", "value", pence, "other_funding", "0",
                                                   "full_cost", "100000", NULL);

  if (basis_points != NULL)
    register_fixture_insert (fixture, TENURE_RECORD_UPLIFT, "agreement", agreement, "from_day", "2026-04-01", "rate",
                             basis_points, NULL);
}

static char *
dup_sheet (const TenureSnapshot *snapshot, const char *columns, const GArray *ids, TenureReader *reader)
{
  g_autoptr (TenureRegisterLayout) layout = tenure_register_layout_from_text (columns, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureCells) cells = tenure_register_sheet (snapshot, layout, ids, reader, NULL, &error);

  g_assert_no_error (error);
  return tenure_cells_dup_text (cells);
}

/* What has no ratio and no price comes last either way; a spreadsheet has the per cents as numbers. */
static void
test_worth (RegisterFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *column;
    gboolean descending;
    const char *order;
  } cases[] = { { "full_cost_ratio", FALSE, "BACD" },
                { "full_cost_ratio", TRUE, "CABD" },
                { "real_price", FALSE, "CABD" },
                { "real_price", TRUE, "ACBD" } };
  g_autoptr (TenureFilter) filter = tenure_filter_new ();
  g_autoptr (TenureSnapshot) snapshot = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TenureId));
  g_autofree char *text = NULL;
  const char *series = register_fixture_insert (fixture, TENURE_RECORD_PRICE_INDEX, "name", "Prices", "usual", "1", NULL);

  register_fixture_insert (fixture, TENURE_RECORD_INDEX_RATE, "price_index", series, "from_day", "2025-04-01", "rate", "870",
                           NULL);
  insert_priced (fixture, "A", "95000", "900");
  insert_priced (fixture, "B", "94400", NULL);
  insert_priced (fixture, "C", "120000", "270");
  register_fixture_insert (fixture, TENURE_RECORD_AGREEMENT, "title", "D", "start", "2026-04-01", NULL);
  register_fixture_read (fixture);
  snapshot = tenure_snapshot_new (fixture->basis, filter, fixture->reader, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureRegisterSort sort = { tenure_register_column_find (cases[i].column), cases[i].descending };
      g_autoptr (GArray) order = tenure_register_sort (snapshot, &sort, 1, fixture->reader, NULL);
      g_autoptr (GString) letters = g_string_new (NULL);

      for (guint r = 0; r < order->len; r++)
        g_string_append (letters, tenure_snapshot_get_facts (snapshot)->agreements[g_array_index (order, guint32, r)].title);
      g_assert_cmpstr (letters->str, ==, cases[i].order);
    }
  for (guint i = 0; i < tenure_snapshot_get_facts (snapshot)->n_agreements; i++)
    g_array_append_val (ids, tenure_snapshot_get_facts (snapshot)->agreements[i].id);
  text = dup_sheet (snapshot, "title; full_cost_ratio; real_price", ids, fixture->reader);
  g_assert_cmpstr (text, ==,
                   "Title\tFull cost covered (%)\tReal price (%)\n"
                   "A\t95\t0.28\n"
                   "B\t94.4\t\n"
                   "C\t120\t-5.52\n"
                   "D\t\t\n");
}

/* Cells of recorded and of computed columns, in the order that is asked for, and of no others; what goes meanwhile leaves empty
 * cells. */
static void
test_sheet (RegisterFixture *fixture, gconstpointer data)
{
  g_autoptr (TenureFilter) filter = tenure_filter_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureSnapshot) snapshot = tenure_snapshot_new (fixture->basis, filter, fixture->reader, &error);
  g_autoptr (TenureRegisterLayout) layout = tenure_register_layout_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TenureId));
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autofree char *text = NULL;
  g_autofree char *first = NULL;
  TenureId gone = 1;

  for (const char *letter = "CA"; *letter != '\0'; letter++)
    {
      TenureId id = register_fixture_find (fixture, *letter);

      g_array_append_val (ids, id);
    }
  g_array_append_val (ids, gone);
  text = dup_sheet (snapshot, "title; place; committed_end", ids, fixture->reader);
  g_assert_cmpstr (text, ==,
                   "Title\tPlace\tCommitted end\n"
                   "Carers' café\t\t2030-03-31\n"
                   "Advice line\tNorth\t2027-03-31\n"
                   "\t\t\n");
  first = dup_sheet (NULL, "title; place; committed_end", ids, fixture->reader);
  g_assert_true (g_str_has_prefix (first, "Title\tPlace\tCommitted end\nCarers' café\t\t\n"));
  g_cancellable_cancel (cancelled);
  g_assert_null (tenure_register_sheet (snapshot, layout, ids, fixture->reader, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static guint
count_tabs (const char *line)
{
  guint n = 0;

  for (; *line != '\0'; line++)
    n += *line == '\t';
  return n;
}

/* Whatever column is copied, a row has as many cells as there are headings. */
static void
test_every_column (RegisterFixture *fixture, gconstpointer data)
{
  g_autoptr (TenureFilter) filter = tenure_filter_new ();
  g_autoptr (TenureSnapshot) snapshot = tenure_snapshot_new (fixture->basis, filter, fixture->reader, NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TenureId));
  TenureId id = register_fixture_find (fixture, 'A');
  guint n;
  const TenureRegisterColumn *columns = tenure_register_columns (&n);

  g_array_append_val (ids, id);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = dup_sheet (snapshot, columns[i].name, ids, fixture->reader);
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
      g_test_message ("%s", columns[i].name);
      g_assert_cmpuint (g_strv_length (lines), ==, 3);
      g_assert_cmpuint (count_tabs (lines[0]), ==, count_tabs (lines[1]));
    }
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
  g_test_add ("/register/sort", RegisterFixture, NULL, register_fixture_set_up, test_sort, register_fixture_tear_down);
  g_test_add ("/register/columns", RegisterFixture, NULL, register_fixture_set_up, test_columns, register_fixture_tear_down);
  g_test_add ("/register/worth", RegisterFixture, NULL, register_fixture_set_up_empty, test_worth, register_fixture_tear_down);
  g_test_add ("/register/sheet", RegisterFixture, NULL, register_fixture_set_up, test_sheet, register_fixture_tear_down);
  g_test_add ("/register/sheet-columns", RegisterFixture, NULL, register_fixture_set_up, test_every_column,
              register_fixture_tear_down);
  g_test_add_func ("/register/months", test_months);
  return g_test_run ();
}
