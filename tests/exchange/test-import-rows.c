/* Rows that are not what they seem: totals, shifted values, structural faults, and what is said when there are many. */

#include <string.h>

#include "base/error.h"
#include "pack.h"
#include "samples.h"

#define HEADER "Contract Ref,Contract Title,Supplier,Start,End,Total Contract Value (£)\n"

/* A total row has a label and sums; whatever has a term is an agreement, even of a provider called Total. */
static void
test_total_rows (void)
{
  static const struct
  {
    const char *row;
    guint added;
  } cases[] = {
    { "Total,,,,,3000", 0 },
    { "Grand total,,,,,3000", 0 },
    { "Sub-total: care,,,,,3000", 0 },
    { ",,,,Total,3000", 0 },
    { ",Total value,,,,3000", 0 },
    { "Total,Total,,,,3000", 0 },
    { ",Total Voice Cornwall,,01/04/2024,31/03/2025,3000", 1 },
    { ",,Total Voice Cornwall,13/04/2024,,3000", 1 },
    { ",Total Respite,Total Support CIC,13/04/2024,31/03/2025,3000", 1 },
    { ",Total Respite,Total Support CIC,,31/03/2025,", 1 },
    { ",Total Respite,Total Support CIC,,,3000", 1 },
    { "T-1,Total Respite,Total Support CIC,,,3000", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (HEADER, cases[i].row, "\n", NULL);
      g_autoptr (TenureDocument) document = sample_document ();
      g_autoptr (TenureImportReport) report = sample_import_text (document, "register.csv", text, NULL);

      g_test_message ("%s", cases[i].row);
      g_assert_cmpuint (report->added, ==, cases[i].added);
      g_assert_cmpuint (report->records_read, ==, cases[i].added);
      g_assert_cmpuint (sample_count_problems (report, "total-row"), ==, 1 - cases[i].added);
    }
}

static void
test_total_row_by_award (void)
{
  g_autoptr (TenureDocument) document = sample_document ();
  g_autoptr (TenureImportReport) report = sample_import_text (document, "awards.csv",
                                                              "Title,Award Date,Contract Value\n"
                                                              "Total Voice Cornwall,13/04/2024,10\nTotal,,10\n",
                                                              NULL);

  g_assert_cmpuint (report->added, ==, 1);
  g_assert_nonnull (strstr (sample_problem (report, "total-row")->message, "“Total”"));
}

#define ROW(reference, end, value, rest) reference ",Choir,Lark CIC,13/04/2024," end "," value rest "\n"

/* A comma without its quotation marks shifts what follows; the row has more cells then than there are titles. */
static void
test_wide_rows (void)
{
  static const struct
  {
    const char *name, *rows;
    guint added, refused;
    const char *code;
    TenureProblemLevel level;
    guint row; /* 0: of the file */
    guint others;
  } cases[] = {
    { "shifted amount", ROW ("R1", "31/03/2027", "12,500.00", ""), 0, 1, "row-too-wide", TENURE_PROBLEM_ERROR, 2 },
    { "shifted title", "R1,Choir, large,Lark CIC,13/04/2024,31/03/2025,1000\n", 0, 1, "row-too-wide", TENURE_PROBLEM_ERROR,
      2 },
    { "shifted, with blanks at the end", "R1,Choir, large,Lark CIC,13/04/2024,31/03/2025,\n" ROW ("R2", "31/03/2027", "1", ""), 1,
      1, "row-ends-blank", TENURE_PROBLEM_WARNING, 0, .others = 2 },
    { "one row of two ends in a comma", ROW ("R1", "31/03/2027", "1", ",") ROW ("R2", "31/03/2027", "1", ""), 2, 0,
      "row-ends-blank", TENURE_PROBLEM_WARNING, 0 },
    { "all rows end in a comma", ROW ("R1", "31/03/2027", "1", ",") ROW ("R2", "31/03/2027", "1", ","), 2, 0, NULL },
    { "spaces are blank", ROW ("R1", "31/03/2027", "1", ", "), 1, 0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (HEADER, cases[i].rows, NULL);
      g_autoptr (TenureDocument) document = sample_document ();
      g_autoptr (TenureImportReport) report = sample_import_text (document, "register.csv", text, NULL);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpuint (report->added, ==, cases[i].added);
      g_assert_cmpuint (report->refused, ==, cases[i].refused);
      g_assert_cmpuint (report->records_read, ==, cases[i].added + cases[i].refused);
      g_assert_cmpuint (report->problems->len, ==, (cases[i].code != NULL) + cases[i].others);
      if (cases[i].code == NULL)
        continue;
      g_assert_cmpint (sample_problem (report, cases[i].code)->level, ==, cases[i].level);
      g_assert_cmpuint (sample_problem (report, cases[i].code)->row, ==, cases[i].row);
    }
}

/* In a spreadsheet nothing shifts: a remark beside the table is not read, and that is said once. */
static void
test_beside_the_table (void)
{
  g_autoptr (TenureDocument) document = sample_document ();
  g_autoptr (GFile) file = pack_xlsx (
      "register.xlsx",
      "<row r='1'><c r='A1' t='str'><v>Contract Ref</v></c><c r='B1' t='str'><v>Contract Title</v></c></row>"
      "<row r='2'><c r='A2' t='str'><v>R1</v></c><c r='B2' t='str'><v>Choir</v></c></row>"
      "<row r='3'><c r='A3' t='str'><v>R2</v></c><c r='B3' t='str'><v>Walks</v></c><c r='E3' t='str'><v>ask Sam</v></c></row>"
      "<row r='4'><c r='A4' t='str'><v>R3</v></c><c r='B4' t='str'><v>Lunch</v></c><c r='D4' t='str'><v>?</v></c></row>",
      "", "");
  g_autoptr (TenureImportReport) report = sample_import (document, file, TENURE_PROFILE_REGISTER, NULL);

  g_assert_cmpuint (report->added, ==, 3);
  g_assert_cmpuint (sample_count_problems (report, "cells-untitled"), ==, 1);
  g_assert_cmpint (sample_problem (report, "cells-untitled")->level, ==, TENURE_PROBLEM_WARNING);
  g_assert_nonnull (strstr (sample_problem (report, "cells-untitled")->message, "2 rows"));
  g_assert_nonnull (strstr (sample_problem (report, "cells-untitled")->message, "row 3"));
}

/* A day that its month does not have is told as that. */
static void
test_impossible_day (void)
{
  g_autoptr (TenureDocument) document = sample_document ();
  g_autoptr (TenureImportReport) report =
    sample_import_text (document, "register.csv", HEADER "X1,Choir,Lark CIC,13/04/2024,31/02/2027,1000\n", NULL);

  g_assert_cmpuint (report->refused, ==, 1);
  g_assert_cmpstr (sample_problem (report, "date-invalid")->message, ==,
                   "“31/02/2027” is not a date. February 2027 has 28 days.");
}

/* What is worth knowing of a column is said once, so that many notes cannot crowd out the one row that was refused. */
static void
test_crowds (void)
{
  g_autoptr (TenureDocument) document = sample_document ();
  g_autoptr (GString) text = g_string_new (HEADER);
  g_autoptr (TenureImportReport) report = NULL;
  const TenureImportProblem *problem;

  for (guint i = 0; i < TENURE_IMPORT_MAX_PROBLEMS + 10; i++)
    g_string_append_printf (text, "R%u,,Lark CIC,13/04/24,46112,1000\n", i);
  g_string_append (text, "X1,Choir,Lark CIC,13/04/2024,never mind,1000\n");
  report = sample_import_text (document, "register.csv", text->str, NULL);
  g_assert_cmpuint (report->refused, ==, 1);
  g_assert_cmpuint (report->n_errors, ==, 1);
  problem = sample_problem (report, "date-invalid");
  g_assert_cmpuint (problem->row, ==, TENURE_IMPORT_MAX_PROBLEMS + 12);
  g_assert_cmpuint (sample_count_problems (report, "title-missing"), ==, TENURE_IMPORT_MAX_PROBLEMS);
  g_assert_cmpuint (report->n_notes, ==, TENURE_IMPORT_MAX_PROBLEMS + 10 + 2);
  problem = sample_problem (report, "date-short-year");
  g_assert_cmpuint (sample_count_problems (report, "date-short-year"), ==, 1);
  g_assert_cmpuint (problem->row, ==, 0);
  g_assert_cmpstr (problem->column, ==, "Start");
  g_assert_nonnull (strstr (problem->message, "2,010 dates"));
  g_assert_nonnull (strstr (problem->message, "row 2"));
  problem = sample_problem (report, "date-serial");
  g_assert_cmpuint (sample_count_problems (report, "date-serial"), ==, 1);
  g_assert_cmpstr (problem->column, ==, "End");
}

/* Each amount that no agreement has is named where it stands; it is taken all the same. */
static void
test_amounts_past_belief (void)
{
  g_autoptr (TenureDocument) document = sample_document ();
  g_autoptr (TenureImportReport) report = sample_import_text (document, "register.csv",
                                                              "Contract Ref,Contract Title,Start,Contract Value,Annual Value\n"
                                                              "R1,Choir,13/04/2024,10000000000,1\n"
                                                              "R2,Walks,13/04/2024,12345678901234567,1\n"
                                                              "R3,Lunch,13/04/2024,1,-10000000001\n",
                                                              NULL);

  g_assert_cmpuint (report->added, ==, 3);
  g_assert_cmpuint (report->n_warnings, ==, 2);
  g_assert_cmpuint (sample_count_problems (report, "amount-implausible"), ==, 2);
  g_assert_cmpuint (sample_problem (report, "amount-implausible")->row, ==, 3);
  g_assert_cmpstr (sample_problem (report, "amount-implausible")->column, ==, "Contract Value");
  g_assert_cmpint (sample_problem (report, "amount-implausible")->level, ==, TENURE_PROBLEM_WARNING);
}

/* A row that cannot be read at all is refused like any other, where it stands; the rest goes in. */
static void
test_unreadable_rows (void)
{
  static const char nul[] = "R3,\"Sew\n\0ing\",Lark CIC,13/04/2024,31/03/2025,1000\n";
  g_autoptr (TenureDocument) document = sample_document ();
  g_autoptr (GString) text = g_string_new (HEADER "R1,Choir,Lark CIC,13/04/2024,31/03/2025,1000\nR2");
  g_autoptr (GFile) file = NULL;
  g_autoptr (TenureImportReport) report = NULL;
  const TenureImportProblem *first, *second;

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, ",Walks");
  g_string_append (text, "\n");
  g_string_append_len (text, nul, sizeof nul - 1);
  g_string_append (text, "R4,Lunch,Lark CIC,13/04/2024,31/03/2025,1000\n");
  file = sample_write ("register.csv", text->str, (gssize) text->len);
  report = sample_import (document, file, TENURE_PROFILE_AUTO, NULL);
  g_assert_cmpuint (report->records_read, ==, 4);
  g_assert_cmpuint (report->added, ==, 2);
  g_assert_cmpuint (report->refused, ==, 2);
  g_assert_cmpuint (report->problems->len, ==, 2);
  first = &g_array_index (report->problems, TenureImportProblem, 0);
  second = &g_array_index (report->problems, TenureImportProblem, 1);
  g_assert_cmpstr (first->code, ==, "row-unreadable");
  g_assert_cmpuint (first->row, ==, 3);
  g_assert_null (first->column);
  g_assert_nonnull (strstr (first->message, "4,096 columns"));
  g_assert_cmpstr (second->code, ==, "row-unreadable");
  g_assert_cmpuint (second->row, ==, 4);
  g_assert_cmpstr (second->column, ==, "Contract Title");
  g_assert_nonnull (strstr (second->message, "NUL"));
}

/* Where the row with the titles is the one that cannot be read, the file is refused for that. */
static void
test_unreadable_titles (void)
{
  g_autoptr (GString) text = g_string_new ("Contract Ref,Contract Title,Supplier");
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, ",Note");
  g_string_append (text, "\nR1,Choir,Lark CIC\n");
  file = sample_write ("register.csv", text->str, (gssize) text->len);
  g_assert_null (tenure_plan_new (file, TENURE_PROFILE_AUTO, NULL, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, "register.csv, line 1, column 4097: This row has more than 4,096 columns."));
}

/* What is said of a column that is not there is said once. */
static void
test_columns_that_are_not_there (void)
{
  g_autoptr (TenureDocument) document = sample_document ();
  g_autoptr (TenureImportReport) spend = sample_import_text (
      document, "spend.csv",
      "Ref no,Supplier Name,Contract Value\n1,Lark CIC,10\n2,Lark CIC,10\n", NULL);

  g_assert_cmpuint (spend->added, ==, 2);
  g_assert_cmpuint (spend->problems->len, ==, 2);
  g_assert_cmpint (sample_problem (spend, "no-term")->level, ==, TENURE_PROBLEM_WARNING);
  g_assert_cmpint (sample_problem (spend, "title-missing")->level, ==, TENURE_PROBLEM_NOTE);
  g_assert_cmpuint (sample_problem (spend, "title-missing")->row, ==, 0);
}

/* The letter O for a nought is asked about, not taken; what no nought mends is not. */
static void
test_letter_for_nought (void)
{
  g_autoptr (TenureDocument) document = sample_document ();
  g_autoptr (TenureImportReport) report = sample_import_text (
      document, "register.csv",
      "Contract Ref,Contract Title,Supplier,Start Date,Charity Number\n"
      "1,Choir,Lark CIC,01/04/2026,SCO44652\n2,Walks,Wren CIC,01/04/2026,SCOT-7\n", NULL);
  const TenureImportProblem *first = sample_problem (report, "identifier-invalid");

  g_assert_cmpuint (sample_count_problems (report, "identifier-invalid"), ==, 2);
  g_assert_nonnull (strstr (first->message, "did you mean “SC044652”?"));
  for (guint i = 0; i < report->problems->len; i++)
    if (g_array_index (report->problems, TenureImportProblem, i).row == 3)
      g_assert_null (strstr (g_array_index (report->problems, TenureImportProblem, i).message, "did you mean"));
}

/* A list of payments is refused, unless it is said to be a register; the titles are those of published lists. */
static void
test_payments (void)
{
  static const struct
  {
    const char *titles;
    gboolean payments;
  } cases[] = {
    { "Department Area,Service Area,Description,Line,HBC Ref No.,Name:  ,Payment Date,Amount Paid", TRUE },
    { "Ref,Supplier Name,Department,Net Amount (£)", TRUE },
    { "Ref,Title,Department", TRUE }, /* neither a term nor anybody who provides */
    { "Ref,Supplier Name,Contract Value", FALSE },
    { "Ref,Title,Supplier,Start Date,Net Amount", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (cases[i].titles, "\n1,2,3,4,5,6,7,8\n", NULL);
      g_autoptr (GFile) file = sample_write ("list.csv", text, -1);
      g_autoptr (GError) error = NULL;
      g_autoptr (TenurePlan) plan = tenure_plan_new (file, TENURE_PROFILE_AUTO, NULL, &error);
      g_autoptr (TenurePlan) said = tenure_plan_new (file, TENURE_PROFILE_REGISTER, NULL, NULL);

      g_test_message ("row %u", i);
      g_assert_cmpint (plan == NULL, ==, cases[i].payments);
      g_assert_nonnull (said);
      if (!cases[i].payments)
        continue;
      g_assert_error (error, TENURE_ERROR, TENURE_ERROR_UNREADABLE);
      g_assert_nonnull (strstr (error->message, "list.csv looks like a list of payments, not of agreements"));
    }
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-rows/total-rows", test_total_rows);
  g_test_add_func ("/import-rows/total-row-by-award", test_total_row_by_award);
  g_test_add_func ("/import-rows/wide-rows", test_wide_rows);
  g_test_add_func ("/import-rows/beside-the-table", test_beside_the_table);
  g_test_add_func ("/import-rows/crowds", test_crowds);
  g_test_add_func ("/import-rows/impossible-day", test_impossible_day);
  g_test_add_func ("/import-rows/amounts-past-belief", test_amounts_past_belief);
  g_test_add_func ("/import-rows/unreadable-rows", test_unreadable_rows);
  g_test_add_func ("/import-rows/unreadable-titles", test_unreadable_titles);
  g_test_add_func ("/import-rows/columns-that-are-not-there", test_columns_that_are_not_there);
  g_test_add_func ("/import-rows/letter-for-nought", test_letter_for_nought);
  g_test_add_func ("/import-rows/payments", test_payments);
  status = g_test_run ();
  sample_clean_up ();
  return status;
}
