/* Layouts of the register as text: what is written is read again, and what makes no sense is left out. */

#include "app/agreements/register-layout.h"

static void
test_round_trip (void)
{
  static const struct
  {
    const char *columns, *sort;
    const char *columns_again, *sort_again;
  } cases[] = {
    { "title; provider=240; term", "-term; title", "title; provider=240; term", "-term; title" },
    { " term ;title", "title", "term; title", "title" },
    /* Strangers, doubles, absurd widths, and a column that cannot be sorted by. */
    { "title; no_such; title; term=-5; value=999999", "no_such; rules; -value", "title; term=30; value=4000", "-value" },
    { "title;;", "title; term; value; service", "title", "title; term; value" },
    { "title", "term; -term", "title", "term" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureRegisterLayout) layout = tenure_register_layout_from_text (cases[i].columns, cases[i].sort);
      g_autofree char *columns = tenure_register_layout_dup_columns (layout);
      g_autofree char *sort = tenure_register_layout_dup_sort (layout);

      g_assert_cmpstr (columns, ==, cases[i].columns_again);
      g_assert_cmpstr (sort, ==, cases[i].sort_again);
    }
}

static void
test_usual (void)
{
  static const char *const nothing[] = { NULL, "", ";", "no_such=12" };
  g_autoptr (TenureRegisterLayout) usual = tenure_register_layout_new ();
  g_autofree char *columns = tenure_register_layout_dup_columns (usual);

  g_assert_true (g_str_has_prefix (columns, "level; title; provider"));
  for (gsize i = 0; i < G_N_ELEMENTS (nothing); i++)
    {
      g_autoptr (TenureRegisterLayout) layout = tenure_register_layout_from_text (nothing[i], nothing[i]);
      g_autofree char *again = tenure_register_layout_dup_columns (layout);
      g_autofree char *sort = tenure_register_layout_dup_sort (layout);

      g_assert_cmpstr (again, ==, columns);
      g_assert_cmpstr (sort, ==, "level");
    }
}

/* A heading that is clicked goes first; what was there decides ties, three at most. */
static void
test_sort_first (void)
{
  static const char *const clicked[] = { "title", "term", "title", "value", "status" };
  static const char *const sorts[]
      = { "title; level", "term; title; level", "-title; term; level", "value; -title; term", "status; value; -title" };
  g_autoptr (TenureRegisterLayout) layout = tenure_register_layout_new ();
  g_autofree char *label = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (clicked); i++)
    {
      g_autofree char *sort = NULL;

      tenure_register_layout_sort_first (layout, tenure_register_column_find (clicked[i]), i == 2);
      sort = tenure_register_layout_dup_sort (layout);
      g_assert_cmpstr (sort, ==, sorts[i]);
    }
  label = tenure_register_layout_dup_sort_label (layout);
  g_assert_cmpstr (label, ==, "Status, then Value, then Title (last first)");
}

/* What goes first is said as fits the column. */
static void
test_sort_label (void)
{
  static const struct
  {
    const char *column, *label;
  } cases[] = {
    { "annual", "Yearly value (largest first)" },
    { "value", "Value (largest first)" },
    { "committed_end", "Committed end (latest first)" },
    { "start", "Start (latest first)" },
    { "title", "Title (last first)" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureRegisterLayout) layout = tenure_register_layout_new ();
      g_autofree char *label = NULL;

      tenure_register_layout_sort_first (layout, tenure_register_column_find (cases[i].column), TRUE);
      label = tenure_register_layout_dup_sort_label (layout);
      g_assert_true (g_str_has_prefix (label, cases[i].label));
    }
}

/* Within its bounds, one place at a time; what is not shown has none. */
static void
test_move (void)
{
  g_autoptr (TenureRegisterLayout) layout = tenure_register_layout_from_text ("level; title=260; provider", NULL);
  const TenureRegisterColumn *title = tenure_register_column_find ("title");
  g_autofree char *first = NULL, *last = NULL;

  g_assert_true (tenure_register_layout_move (layout, title, -1));
  g_assert_false (tenure_register_layout_move (layout, title, -1));
  first = tenure_register_layout_dup_columns (layout);
  g_assert_cmpstr (first, ==, "title=260; level; provider");
  g_assert_true (tenure_register_layout_move (layout, title, 1));
  g_assert_true (tenure_register_layout_move (layout, title, 1));
  g_assert_false (tenure_register_layout_move (layout, title, 1));
  last = tenure_register_layout_dup_columns (layout);
  g_assert_cmpstr (last, ==, "level; provider; title=260");
  g_assert_false (tenure_register_layout_move (layout, tenure_register_column_find ("place"), 1));
}

/* Whoever sets a width, and what is read from text. */
static gboolean
equal_text (const char *columns, const char *sort, const char *other_columns, const char *other_sort)
{
  g_autoptr (TenureRegisterLayout) layout = tenure_register_layout_from_text (columns, sort);
  g_autoptr (TenureRegisterLayout) other = tenure_register_layout_from_text (other_columns, other_sort);

  return tenure_register_layout_equal (layout, other);
}

static void
test_equal (void)
{
  g_assert_true (equal_text (NULL, NULL, NULL, "level"));
  g_assert_true (equal_text ("title=200; annual", "-annual; title", "title=200; annual", "-annual; title"));
  g_assert_false (equal_text ("title; annual", "title", "annual; title", "title"));
  g_assert_false (equal_text ("title; annual", "title", "title", "title"));
  g_assert_false (equal_text ("title=200", "title", "title=201", "title"));
  g_assert_false (equal_text ("title", "title", "title", "-title"));
  g_assert_false (equal_text ("title", "title", "title", "annual"));
  g_assert_false (equal_text ("title", "title", "title", "title; annual"));
}

static void
test_width_within_bounds (void)
{
  static const struct
  {
    int width_px, within_px;
  } cases[] = { { G_MININT, 30 }, { -24, 30 }, { 29, 30 }, { 30, 30 }, { 284, 284 }, { 4000, 4000 }, { 4024, 4000 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("title=%d", cases[i].width_px);
      g_autoptr (TenureRegisterLayout) layout = tenure_register_layout_from_text (text, NULL);

      g_assert_cmpint (tenure_register_width_within_bounds (cases[i].width_px), ==, cases[i].within_px);
      g_assert_cmpint (g_array_index (layout->places, TenureRegisterPlace, 0).width_px, ==, cases[i].within_px);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register-layout/move", test_move);
  g_test_add_func ("/register-layout/width-within-bounds", test_width_within_bounds);
  g_test_add_func ("/register-layout/round-trip", test_round_trip);
  g_test_add_func ("/register-layout/equal", test_equal);
  g_test_add_func ("/register-layout/usual", test_usual);
  g_test_add_func ("/register-layout/sort-first", test_sort_first);
  g_test_add_func ("/register-layout/sort-label", test_sort_label);
  return g_test_run ();
}
