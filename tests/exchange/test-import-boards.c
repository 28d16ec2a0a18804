/* Terms of office: who sat on a board from when to when, however the file spells it out and however often it comes. */

#include <string.h>

#include "samples.h"

#define HEADER "Board,Member,Role,From,To\n"

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* "2018-05-13–2022-05-14 2022-05-15–…" of the seats of the only board, by seat and start; seats parted by "; ". */
static char *
dump_terms (TenureDocument *document)
{
  guint fields[] = { tenure_record_field_index (TENURE_RECORD_APPOINTMENT, "seat"),
                     tenure_record_field_index (TENURE_RECORD_APPOINTMENT, "from_day"),
                     tenure_record_field_index (TENURE_RECORD_APPOINTMENT, "to_day") };
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureCursor) cursor = tenure_reader_select (tenure_document_get_reader (document),
                                                          TENURE_RECORD_APPOINTMENT, fields, 3, &error);
  g_autoptr (GPtrArray) terms = g_ptr_array_new_with_free_func (g_free);
  GString *all = g_string_new (NULL);
  const TenureValue *values;
  const char *seat = NULL;
  TenureId id;

  g_assert_no_error (error);
  while (tenure_cursor_next (cursor, &id, &values, &error))
    g_ptr_array_add (terms, g_strdup_printf ("%" G_GINT64_FORMAT " %s–%s", values[0].integer,
                                             values[1].kind == TENURE_VALUE_TEXT ? values[1].text : "",
                                             values[2].kind == TENURE_VALUE_TEXT ? values[2].text : ""));
  g_assert_no_error (error);
  g_ptr_array_sort (terms, compare_texts);
  for (guint i = 0; i < terms->len; i++)
    {
      const char *term = g_ptr_array_index (terms, i), *space = strchr (term, ' ');

      if (seat != NULL)
        g_string_append (all, strncmp (seat, term, (gsize) (space - term)) == 0 ? " " : "; ");
      g_string_append (all, space + 1);
      seat = term;
    }
  return g_string_free (all, FALSE);
}

/* The rehearsal of a file tells what its import then does. */
static TenureImportReport *
import_as_rehearsed (TenureDocument *document, const char *text)
{
  g_autoptr (GFile) file = sample_write ("boards.csv", text, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (TenurePlan) plan = tenure_plan_new (file, TENURE_PROFILE_BOARDS, NULL, &error);
  g_autoptr (TenureImportReport) rehearsed = NULL;
  g_autoptr (GString) before = g_string_new (NULL), after = g_string_new (NULL);
  TenureImportReport *report;

  g_assert_no_error (error);
  rehearsed = tenure_import_run (plan, document, TENURE_IMPORT_REHEARSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  report = tenure_import_run (plan, document, TENURE_IMPORT_DEFAULT, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  tenure_import_report_append_json (rehearsed, before);
  tenure_import_report_append_json (report, after);
  g_assert_cmpstr (before->str, ==, after->str);
  return report;
}

static void
test_terms (void)
{
  static const struct
  {
    const char *name, *first, *second; /* rows of one file, and of another after it (NULL: the same once more) */
    const char *terms;
    guint added, updated, unchanged; /* by the second */
    const char *code;                /* what the second says, or NULL */
  } cases[] = {
    { "two terms in one file", "B,Ann Lee,,13/05/2018,14/05/2022\nB,Ann Lee,,15/05/2022,31/03/2028\n", NULL,
      "2018-05-13–2022-05-14 2022-05-15–2028-03-31", 0, 0, 2 },
    { "two terms, the later first", "B,Ann Lee,,15/05/2022,31/03/2028\nB,Ann Lee,,13/05/2018,14/05/2022\n", NULL,
      "2018-05-13–2022-05-14 2022-05-15–2028-03-31", 0, 0, 2 },
    { "a later file", "B,Ann Lee,,13/01/2022,31/12/2023\n", "B,Ann Lee,,13/01/2024,31/12/2026\n",
      "2022-01-13–2023-12-31 2024-01-13–2026-12-31", 1, 0, 0 },
    { "a term that goes on longer", "B,Ann Lee,,13/01/2022,31/12/2023\n", "B,Ann Lee,,13/01/2022,31/12/2026\n",
      "2022-01-13–2026-12-31", 0, 1, 0 },
    { "a term whose end became known", "B,Ann Lee,,13/01/2022,\n", "B,Ann Lee,,13/01/2022,31/12/2026\n",
      "2022-01-13–2026-12-31", 0, 1, 0 },
    { "a start put right", "B,Ann Lee,,13/01/2022,31/12/2026\n", "B,Ann Lee,,14/01/2022,31/12/2026\n",
      "2022-01-14–2026-12-31", 0, 1, 0 },
    { "without dates, then with", "B,Ann Lee,,,\n", "B,Ann Lee,,13/01/2022,31/12/2026\n", "2022-01-13–2026-12-31", 0, 1, 0 },
    { "with dates, then without", "B,Ann Lee,,13/01/2018,31/12/2021\nB,Ann Lee,,13/01/2022,31/12/2026\n", "B,Ann Lee,,,\n",
      "2018-01-13–2021-12-31 2022-01-13–2026-12-31", 0, 0, 1 },
    { "an end alone, of an earlier term", "B,Ann Lee,,13/01/2022,31/12/2026\n", "B,Ann Lee,,,31/12/2021\n",
      "2022-01-13–2026-12-31 –2021-12-31", 1, 0, 0 },
    { "an end alone, of this term", "B,Ann Lee,,13/01/2022,\n", "B,Ann Lee,,,31/12/2026\n", "2022-01-13–2026-12-31", 0, 1, 0 },
    { "a term that was never ended", "B,Ann Lee,,13/01/2018,\n", "B,Ann Lee,,13/01/2022,31/12/2026\n",
      "2018-01-13– 2022-01-13–2026-12-31", 1, 0, 0, "terms-overlap" },
    { "terms that overlap", "B,Ann Lee,,13/01/2018,31/12/2022\n", "B,Ann Lee,,13/01/2022,31/12/2026\n",
      "2018-01-13–2022-12-31 2022-01-13–2026-12-31", 1, 0, 0, "terms-overlap" },
    { "one term twice", "B,Ann Lee,,13/01/2022,31/12/2026\n",
      "B,Ann Lee,,13/01/2022,31/12/2026\nB,Ann Lee,,13/01/2022,31/12/2026\n", "2022-01-13–2026-12-31", 0, 0, 2,
      "seat-repeated" },
    { "twice without dates", "B,Ann Lee,,,\n", "B,Ann Lee,,,\nB,Ann Lee,,,\n", "–", 0, 0, 2, "seat-repeated" },
    { "another person", "B,Ann Lee,,13/01/2018,31/12/2021\n", "B,Bo Ray,,13/01/2022,31/12/2026\n",
      "2018-01-13–2021-12-31; 2022-01-13–2026-12-31", 1, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *first = g_strconcat (HEADER, cases[i].first, NULL);
      g_autofree char *second = g_strconcat (HEADER, cases[i].second != NULL ? cases[i].second : cases[i].first, NULL);
      g_autoptr (TenureDocument) document = sample_document ();
      g_autoptr (TenureImportReport) before = import_as_rehearsed (document, first);
      g_autoptr (TenureImportReport) report = import_as_rehearsed (document, second);
      g_autofree char *terms = dump_terms (document);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpuint (before->added, ==, before->records_read);
      g_assert_cmpstr (terms, ==, cases[i].terms);
      g_assert_cmpuint (report->added, ==, cases[i].added);
      g_assert_cmpuint (report->updated, ==, cases[i].updated);
      g_assert_cmpuint (report->unchanged, ==, cases[i].unchanged);
      g_assert_cmpuint (report->n_warnings, ==, cases[i].code != NULL);
      if (cases[i].code != NULL)
        g_assert_cmpstr (sample_problem (report, cases[i].code)->column, ==, "Member");
    }
}

/* What a seat is called goes by the latest term, in whatever order the rows come. */
static void
test_role_of_the_latest_term (void)
{
  static const char *const files[] = {
    HEADER "B,Ann Lee,Member,13/01/2018,31/12/2021\nB,Ann Lee,Chair,13/01/2022,31/12/2026\n",
    HEADER "B,Ann Lee,Chair,13/01/2022,31/12/2026\nB,Ann Lee,Member,13/01/2018,31/12/2021\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (TenureDocument) document = sample_document ();
      g_autoptr (TenureImportReport) report = import_as_rehearsed (document, files[i]);
      g_autoptr (TenureRecord) seat = sample_find (document, TENURE_RECORD_SEAT, "role", "chair");

      g_assert_cmpuint (report->added, ==, 2);
      g_assert_cmpint (sample_count_records (document, TENURE_RECORD_SEAT), ==, 1);
      g_assert_nonnull (seat);
    }
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-boards/terms", test_terms);
  g_test_add_func ("/import-boards/role-of-the-latest-term", test_role_of_the_latest_term);
  status = g_test_run ();
  sample_clean_up ();
  return status;
}
