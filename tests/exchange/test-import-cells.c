/* Cells that say less, or more, than one value: months and years for dates, several names for a provider. What is read of
 * them, what is said, and that the cell is kept as it was. */

#include <string.h>

#include "samples.h"
#include "store/origin.h"
#include "store/record.h"

#define HEADER "Contract Ref,Contract Title,Supplier,Date Signed,Start Date,End Date\n"

static const char *
text_of (const TenureRecord *record, const char *field)
{
  return tenure_record_get_text_by_name (record, field);
}

/* A term told in months begins with the first day of one and ends with the last of another. */
static void
test_months (void)
{
  static const struct
  {
    const char *rows; /* the last one is looked at */
    const char *start, *end;
    guint n_from_month, n_unclear;
  } cases[] = {
    { "R,A,Lark CIC,,March 2021,February 2024\n", "2021-03-01", "2024-02-29", 2, 0 },
    { "R,A,Lark CIC,,2021-03,02/2023\n", "2021-03-01", "2023-02-28", 2, 0 },
    { "R,A,Lark CIC,,01/04/2021,Mar-98\n", "2021-04-01", "1998-03-31", 1, 0 },
    /* Nothing tells whether it is the 21st. */
    { "R,A,Lark CIC,,Mar-21,Mar-24\n", NULL, NULL, 0, 2 },
    { "Q,A,Lark CIC,,Mar-21,Mar-24\nR,A,Lark CIC,,Apr-21,31/03/2024\n", NULL, "2024-03-31", 0, 3 },
    /* Another cell of the column does, each for its own column, before it or after. */
    { "Q,A,Lark CIC,,April 2020,31/03/2021\nR,A,Lark CIC,,Mar-21,Mar-24\n", "2021-03-01", NULL, 2, 1 },
    { "R,A,Lark CIC,,Mar-21,Mar-24\nQ,A,Lark CIC,,Apr-99,Mar-00\n", "2021-03-01", "2024-03-31", 4, 0 },
    /* One that is a day without a year says that the others may be, too. */
    { "Q,A,Lark CIC,,April 2020,\nP,A,Lark CIC,,21 March,\nR,A,Lark CIC,,Mar-21,\n", NULL, NULL, 1, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (HEADER, cases[i].rows, NULL);
      g_autoptr (TenureDocument) document = sample_document ();
      g_autoptr (TenureImportReport) report = sample_import_text (document, "register.csv", text, NULL);
      g_autoptr (TenureRecord) record = sample_find (document, TENURE_RECORD_AGREEMENT, "reference", "R");

      g_test_message ("%s", cases[i].rows);
      g_assert_cmpuint (report->refused, ==, 0);
      g_assert_cmpstr (text_of (record, "start"), ==, cases[i].start);
      g_assert_cmpstr (text_of (record, "end"), ==, cases[i].end);
      g_assert_cmpuint (sample_count_problems (report, "date-from-month"), ==, cases[i].n_from_month);
      g_assert_cmpuint (sample_count_problems (report, "date-month-unclear"), ==, cases[i].n_unclear);
    }
}

/* A signature was on one day, and nobody knows on which; a year alone says too little for either end. */
static void
test_left_unread (void)
{
  g_autoptr (TenureDocument) document = sample_document ();
  g_autoptr (TenureImportReport) report =
      sample_import_text (document, "register.csv", HEADER "R,A,Lark CIC,March 2021,2021,2021/22\n", NULL);
  g_autoptr (TenureRecord) record = sample_find (document, TENURE_RECORD_AGREEMENT, "reference", "R");

  g_assert_null (text_of (record, "signed"));
  g_assert_null (text_of (record, "start"));
  g_assert_null (text_of (record, "end"));
  g_assert_cmpstr (sample_problem (report, "date-month-only")->column, ==, "Date Signed");
  g_assert_cmpuint (sample_count_problems (report, "date-year-only"), ==, 2);
  g_assert_nonnull (strstr (sample_problem (report, "date-year-only")->message, "“2021” gives a year"));
}

/* What was decided is said with the cell, its column and the day; the cell itself stays with the record. */
static void
test_said_and_kept (void)
{
  g_autoptr (TenureDocument) document = sample_document ();
  g_autoptr (TenureImportReport) report =
      sample_import_text (document, "register.csv", HEADER "R,A,Lark CIC,,March 2021,March 2022\n", NULL);
  g_autoptr (TenureRecord) record = sample_find (document, TENURE_RECORD_AGREEMENT, "reference", "R");
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureOriginRow) row = tenure_origin_load_row (tenure_document_get_reader (document), record->origin, &error);
  g_autofree char *sentence = tenure_import_problem_dup_sentence (sample_problem (report, "date-from-month"));
  g_autoptr (GString) json = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (row->cells, "\"March 2021\""));
  g_assert_cmpstr (sentence, ==,
                   "Column “Start Date”: “March 2021” gives a month but no day and is read as its first day, 1 Mar 2021.");
  g_assert_cmpuint (sample_problem (report, "date-from-month")->row, ==, 2);
  tenure_import_report_append_json (report, json);
  g_assert_nonnull (strstr (json->str, "\"column\":\"End Date\",\"level\":\"warning\",\"code\":\"date-from-month\",\"message\":"
                                       "\"Column “End Date”: “March 2022” gives"));
}

/* The mark of a footnote hides no date and no amount; two dates in a cell are called that; a footnote under the table is no row
 * that was refused. */
static void
test_footnotes (void)
{
  g_autoptr (TenureDocument) document = sample_document ();
  g_autoptr (TenureImportReport) report =
      sample_import_text (document, "register.csv",
                          "Directorate,Contract Ref,Contract Title,Supplier,Start Date,End Date,Contract Value\n"
                          "Adults,A,One,Lark CIC,13/04/2024*,31/03/2027 [2],£45k†\n"
                          "Adults,B,Two,Lark CIC,13/04/2024²,ongoing **,\"12,500.00 *\"\n"
                          "Adults,C,Three,Lark CIC,13/04/2024 - 31/03/2027,,1000\n"
                          "Adults,D,Four,Lark CIC,never mind*,,1000\n"
                          "* includes an uplift,,,,,,\n",
                          NULL);
  g_autoptr (TenureRecord) first = sample_find (document, TENURE_RECORD_AGREEMENT, "reference", "A");
  g_autoptr (TenureRecord) second = sample_find (document, TENURE_RECORD_AGREEMENT, "reference", "B");
  TenureMoney money;

  g_assert_cmpstr (text_of (first, "start"), ==, "2024-04-13");
  g_assert_cmpstr (text_of (first, "end"), ==, "2027-03-31");
  g_assert_true (tenure_record_get_money (first, tenure_record_field_index (TENURE_RECORD_AGREEMENT, "value"), &money));
  g_assert_cmpint (money.minor, ==, 4500000);
  g_assert_cmpint (tenure_record_get_flag (second, tenure_record_field_index (TENURE_RECORD_AGREEMENT, "open_ended")), ==, 1);
  g_assert_cmpuint (sample_count_problems (report, "footnote-mark"), ==, 3);
  g_assert_true (g_str_has_prefix (sample_problem (report, "footnote-mark")->message,
                                   "2 cells of “Start Date” end in the mark of a footnote (first in row 2)"));
  g_assert_cmpuint (report->refused, ==, 2);
  g_assert_cmpuint (report->records_read, ==, 4);
  g_assert_true (g_str_has_prefix (sample_problem (report, "date-invalid")->message,
                                   "“13/04/2024 - 31/03/2027” holds more than one date"));
  g_assert_cmpuint (sample_problem (report, "remark-row")->row, ==, 6);
}

/* Each row is named, and nothing is split; lines of a cell stand in one line of the name. */
static void
test_several_names (void)
{
  g_autoptr (TenureDocument) document = sample_document ();
  g_autoptr (TenureImportReport) report =
      sample_import_text (document, "register.csv",
                          HEADER "A,One,Age UK North; Mind; Carers Trust,,,\n"
                                 "B,Two,Age UK North; Mind; Carers Trust,,,\n"
                                 "C,Three,\"Mind\nCarers Trust\",,,\n"
                                 "D,Four,\"Smith, Jones and Partners Ltd\",,,\n",
                          NULL);
  g_autoptr (TenureRecord) kept = sample_find (document, TENURE_RECORD_ORGANISATION, "name", "Age UK North; Mind; Carers Trust");
  g_autoptr (TenureRecord) lines = sample_find (document, TENURE_RECORD_ORGANISATION, "name", "Mind; Carers Trust");
  const TenureImportProblem *problem = sample_problem (report, "several-names");

  g_assert_nonnull (kept);
  g_assert_nonnull (lines);
  g_assert_cmpint (sample_count_records (document, TENURE_RECORD_ORGANISATION), ==, 3);
  g_assert_cmpuint (sample_count_problems (report, "several-names"), ==, 3);
  g_assert_cmpint (problem->level, ==, TENURE_PROBLEM_WARNING);
  g_assert_cmpuint (problem->row, ==, 2);
  g_assert_cmpstr (problem->column, ==, "Supplier");
  g_assert_true (g_str_has_prefix (problem->message,
                                   "This cell seems to name 3 organisations: “Age UK North”, “Mind”, “Carers Trust”. "));
}

/* How many cells of published files are warned of; each was looked at (the one pair of names that is one organisation is its
 * name in two languages). Sport England’s 11,140 and the Arts Council’s 2,162 have none. */
static void
test_published_files (void)
{
  static const struct
  {
    const char *file;
    guint n;
  } cases[] = {
    { "register_lgtc_layout_bom.csv", 22 },
    { "register_nhsbsa_layout.csv", 6 },
    { "register_title_rows_and_total.xlsx", 22 },
    { "arts_council_england.csv", 0 },
    { "arts_council_northern_ireland.csv", 4 },
    { "sport_england_lottery_awards.csv", 0 },
    { "power_to_change_a002400000nO46WAAS.json", 0 },
    { "wolfson_a002400000KeYdsAAF.json", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureDocument) document = sample_document ();
      g_autoptr (GFile) file = sample_file (cases[i].file);
      g_autoptr (TenureImportReport) report = sample_import (document, file, TENURE_PROFILE_AUTO, "North Council");

      g_test_message ("%s", cases[i].file);
      g_assert_cmpuint (sample_count_problems (report, "several-names"), ==, cases[i].n);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-cells/months", test_months);
  g_test_add_func ("/import-cells/left-unread", test_left_unread);
  g_test_add_func ("/import-cells/said-and-kept", test_said_and_kept);
  g_test_add_func ("/import-cells/footnotes", test_footnotes);
  g_test_add_func ("/import-cells/several-names", test_several_names);
  g_test_add_func ("/import-cells/published-files", test_published_files);
  status = g_test_run ();
  sample_clean_up ();
  return status;
}
