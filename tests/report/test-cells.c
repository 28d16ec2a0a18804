/* Cells for a spreadsheet: what each kind becomes, as text and as HTML, and that no text is ever a formula. */

#include "report/cells.h"

#include <string.h>

static TenureCells *
one_text (const char *text)
{
  TenureCells *cells = tenure_cells_new ();

  tenure_cells_add_column (cells, "T", NULL);
  tenure_cells_add_text (cells, text);
  return cells;
}

/* The text and the HTML of one cell of text. */
static void
test_text (void)
{
  static const struct
  {
    const char *text, *tabbed, *html;
  } cases[] = {
    { "Advice line", "Advice line", "Advice line" },
    { "00123", "00123", "00123" },
    { "=1+1", "'=1+1", "=1+1" },
    { "=HYPERLINK(\"http://x.example\")", "'=HYPERLINK(\"http://x.example\")", "=HYPERLINK(&quot;http://x.example&quot;)" },
    { "+44 1234", "'+44 1234", "+44 1234" },
    { "-5", "'-5", "-5" },
    { "@SUM(A1)", "'@SUM(A1)", "@SUM(A1)" },
    { "＝1", "'＝1", "＝1" },
    { "\t=1", "\"'\t=1\"", " =1" },
    { "a\tb", "\"a\tb\"", "a b" },
    { "one\ntwo \"three\"", "\"one\ntwo \"\"three\"\"\"", "one<br style=\"mso-data-placement:same-cell\">two &quot;three&quot;" },
    { "\"quoted\" first", "\"\"\"quoted\"\" first\"", "&quot;quoted&quot; first" },
    { "5\" pipe", "5\" pipe", "5&quot; pipe" },
    { "a = b", "a = b", "a = b" },
    { "Tom & Jerry's <b>", "Tom & Jerry's <b>", "Tom &amp; Jerry's &lt;b&gt;" },
    { "\x01" "bell", "\x01" "bell", "bell" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureCells) cells = one_text (cases[i].text);
      g_autofree char *tabbed = tenure_cells_dup_text (cells);
      g_autofree char *html = tenure_cells_dup_html (cells);
      g_autofree char *line = g_strdup_printf ("T\n%s\n", cases[i].tabbed);
      g_autofree char *cell = g_strdup_printf ("<td class=\"t\" x:str sdnum=\"1033;0;@\">%s</td>", cases[i].html);

      g_assert_cmpstr (tabbed, ==, line);
      g_assert_nonnull (strstr (html, cell));
    }
}

static void
test_number (void)
{
  static const struct
  {
    gint64 number;
    int digits;
    const char *text;
  } cases[] = {
    { 0, 0, "0" },         { 0, 2, "0" },          { 45, 0, "45" },       { 4500000, 2, "45000" }, { 4500050, 2, "45000.5" },
    { 123456, 2, "1234.56" }, { -50000, 2, "-500" }, { -5, 2, "-0.05" },  { 1234, 3, "1.234" },    { 100, 1, "10" },
    { G_MAXINT64, 2, "92233720368547758.07" },     { G_MININT64, 0, "-9223372036854775808" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureCells) cells = tenure_cells_new ();
      g_autofree char *line = g_strdup_printf ("N\n%s\n", cases[i].text);
      g_autofree char *cell = g_strdup_printf ("x:num=\"%s\" sdval=\"%s\"", cases[i].text, cases[i].text);
      g_autofree char *tabbed = NULL;
      g_autofree char *html = NULL;

      tenure_cells_add_column (cells, "N", NULL);
      tenure_cells_add_number (cells, cases[i].number, cases[i].digits);
      tabbed = tenure_cells_dup_text (cells);
      html = tenure_cells_dup_html (cells);
      g_assert_cmpstr (tabbed, ==, line);
      g_assert_nonnull (strstr (html, cell));
    }
}

/* Amounts of one currency say it in the heading; of several, beside each. A note on a day stands beside it. */
static void
test_notes (void)
{
  static const TenureMoney pounds = { 4500000, TENURE_CURRENCY_GBP }, yen = { 900, TENURE_CURRENCY ('J', 'P', 'Y') };
  TenureDay day;
  g_autofree char *same = NULL;
  g_autofree char *mixed = NULL;
  g_autofree char *html = NULL;
  g_autoptr (TenureCells) cells = tenure_cells_new ();
  g_autoptr (TenureCells) more = tenure_cells_new ();

  g_assert_true (tenure_day_from_civil (2027, 3, 31, &day));
  tenure_cells_add_column (cells, "Value", NULL);
  tenure_cells_add_column (cells, "Posts", "full-time");
  tenure_cells_add_money (cells, pounds);
  tenure_cells_add_number (cells, 250, 2);
  tenure_cells_add_text (cells, NULL);
  tenure_cells_add_text (cells, "");
  tenure_cells_add_money (cells, pounds);
  g_assert_cmpuint (tenure_cells_get_n_rows (cells), ==, 3);
  same = tenure_cells_dup_text (cells);
  g_assert_cmpstr (same, ==, "Value (GBP)\tPosts (full-time)\n45000\t2.5\n\t\n45000\n");

  tenure_cells_add_column (more, "Value", NULL);
  tenure_cells_add_column (more, "Decide by", NULL);
  tenure_cells_add_money (more, pounds);
  tenure_cells_add_day (more, day, NULL);
  tenure_cells_add_money (more, yen);
  tenure_cells_add_day (more, day, "assumed");
  tenure_cells_add_text (more, NULL);
  tenure_cells_add_day (more, TENURE_DAY_NONE, "assumed");
  mixed = tenure_cells_dup_text (more);
  g_assert_cmpstr (mixed, ==,
                   "Value\tValue: currency\tDecide by\tDecide by: note\n"
                   "45000\tGBP\t2027-03-31\t\n"
                   "900\tJPY\t2027-03-31\tassumed\n"
                   "\t\t\t\n");
  html = tenure_cells_dup_html (more);
  /* 46477 days after 30 December 1899. */
  g_assert_nonnull (strstr (html, "<td class=\"d\" sdval=\"46477\" sdnum=\"1033;1033;YYYY-MM-DD\">2027-03-31</td>"));
}

/* Every row of the table has as many cells as there are headings. */
static void
test_grid (void)
{
  g_autoptr (TenureCells) cells = tenure_cells_new ();
  g_autofree char *html = NULL;
  g_auto (GStrv) rows = NULL;

  tenure_cells_add_column (cells, "A", NULL);
  tenure_cells_add_column (cells, "B", NULL);
  for (int i = 0; i < 6; i++)
    tenure_cells_add_text (cells, i % 2 == 0 ? "x" : NULL);
  html = tenure_cells_dup_html (cells);
  rows = g_strsplit (html, "<tr>", -1);
  g_assert_cmpuint (g_strv_length (rows), ==, 5);
  for (int i = 1; i < 5; i++)
    {
      g_auto (GStrv) parts = g_strsplit (rows[i], i == 1 ? "</th>" : "</td>", -1);

      g_assert_cmpuint (g_strv_length (parts), ==, 3);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cells/text", test_text);
  g_test_add_func ("/cells/number", test_number);
  g_test_add_func ("/cells/notes", test_notes);
  g_test_add_func ("/cells/grid", test_grid);
  return g_test_run ();
}
