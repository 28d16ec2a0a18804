/* Rows that are not what they seem: totals, shifted values, structural faults, and what is said when there are many. */

#include <string.h>

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

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-rows/total-rows", test_total_rows);
  g_test_add_func ("/import-rows/total-row-by-award", test_total_row_by_award);
  status = g_test_run ();
  sample_clean_up ();
  return status;
}
