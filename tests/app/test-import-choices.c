/* The answers of the import assistant, and its problems by kind. */

#include "app/import/choices.h"
#include "app/import/column-words.h"
#include "app/import/vcs-hint.h"

#include <glib/gstdio.h>

static const char register_csv[] = "Contract Reference,Contract Title,Supplier Name,Start Date,End Date,Contract Value,Other\n"
                                   "NR-1,Home from hospital,Lantern Trust,01/04/2026,31/03/2027,45000,Harbour Carers\n";

static GFile *
write_register (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("tenure-choices-XXXXXX.csv", &path, &error);

  g_assert_no_error (error);
  g_assert_true (g_close (fd, NULL));
  g_assert_true (g_file_set_contents (path, register_csv, -1, NULL));
  return g_file_new_for_path (path);
}

static TenurePlan *
plan_new (GFile *file)
{
  g_autoptr (GError) error = NULL;
  TenurePlan *plan = tenure_plan_new (file, TENURE_PROFILE_AUTO, NULL, &error);

  g_assert_no_error (error);
  return plan;
}

static const char *
target_of (const TenurePlan *plan, guint column)
{
  return tenure_plan_get_column (plan, column)->target;
}

static void
test_apply (void)
{
  g_autoptr (GFile) file = write_register ();
  g_autoptr (TenurePlan) plan = plan_new (file);
  g_autoptr (TenurePlan) fresh = plan_new (file);
  g_autoptr (TenureImportChoices) choices = tenure_import_choices_new ();
  g_autoptr (TenureImportChoices) copy = NULL;
  g_autofree char *provider = g_strdup (target_of (plan, 2));

  g_assert_nonnull (provider);
  /* The provider is in the last column, the third means nothing. */
  tenure_import_choices_set_target (choices, 6, provider);
  tenure_import_choices_set_target (choices, 2, "title");
  tenure_import_choices_set_target (choices, 2, NULL);
  choices->buyer = g_strdup ("Northgate Council");
  choices->currency = TENURE_CURRENCY_GBP;
  choices->basis = TENURE_BASIS_TOTAL;
  tenure_import_choices_set_vcs (choices, "Harbour Carers", TENURE_ANSWER_YES);

  copy = tenure_import_choices_dup (choices);
  tenure_import_choices_apply (copy, plan);
  g_assert_cmpstr (target_of (plan, 6), ==, provider);
  g_assert_null (target_of (plan, 2));
  g_assert_cmpstr (target_of (plan, 1), ==, target_of (fresh, 1));
  g_assert_cmpstr (tenure_plan_get_buyer (plan), ==, "Northgate Council");
  g_assert_cmpuint (tenure_plan_get_currency (plan), ==, TENURE_CURRENCY_GBP);
  g_assert_cmpint (tenure_plan_get_basis (plan), ==, TENURE_BASIS_TOTAL);
  g_assert_cmpint (tenure_plan_get_vcs (plan, "Harbour Carers"), ==, TENURE_ANSWER_YES);
  g_assert_cmpint (tenure_plan_get_vcs (plan, "Lantern Trust"), ==, TENURE_ANSWER_UNKNOWN);
  g_assert_true (g_file_delete (file, NULL, NULL));
}

static void
test_no_choice_changes_nothing (void)
{
  g_autoptr (GFile) file = write_register ();
  g_autoptr (TenurePlan) plan = plan_new (file);
  g_autoptr (TenurePlan) fresh = plan_new (file);
  g_autoptr (TenureImportChoices) choices = tenure_import_choices_new ();

  tenure_import_choices_apply (choices, plan);
  for (guint i = 0; i < tenure_plan_get_n_columns (plan); i++)
    g_assert_cmpstr (target_of (plan, i), ==, target_of (fresh, i));
  g_assert_cmpint (tenure_plan_get_questions (plan), ==, tenure_plan_get_questions (fresh));
  g_assert_true (g_file_delete (file, NULL, NULL));
}

static void
test_problems_by_kind (void)
{
  static const struct
  {
    guint row;
    TenureProblemLevel level;
    const char *code;
  } rows[] = {
    { 2, TENURE_PROBLEM_NOTE, "short-year" },    { 3, TENURE_PROBLEM_WARNING, "month-only" },
    { 4, TENURE_PROBLEM_WARNING, "unknown" },    { 5, TENURE_PROBLEM_WARNING, "unknown" },
    { 6, TENURE_PROBLEM_ERROR, "no-title" },     { 7, TENURE_PROBLEM_NOTE, "short-year" },
    { 8, TENURE_PROBLEM_NOTE, "short-year" },
  };
  static const struct
  {
    const char *code;
    guint n, first_row;
  } expected[] = { { "no-title", 1, 6 }, { "unknown", 2, 4 }, { "month-only", 1, 3 }, { "short-year", 3, 2 } };
  TenureImportReport report = { .problems = g_array_new (FALSE, TRUE, sizeof (TenureImportProblem)) };
  g_autoptr (GPtrArray) kinds = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TenureImportProblem problem = { .row = rows[i].row, .level = rows[i].level, .code = rows[i].code };

      g_array_append_val (report.problems, problem);
    }
  kinds = tenure_import_problem_kinds (&report);
  g_assert_cmpuint (kinds->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < kinds->len; i++)
    {
      const TenureProblemKind *kind = g_ptr_array_index (kinds, i);

      g_assert_cmpstr (kind->code, ==, expected[i].code);
      g_assert_cmpuint (kind->n, ==, expected[i].n);
      g_assert_cmpuint (((const TenureImportProblem *) g_ptr_array_index (kind->problems, 0))->row, ==, expected[i].first_row);
    }
  g_array_unref (report.problems);
}

/* One row may have several problems of a kind: rows are counted once. */
static void
test_rows_of_a_kind (void)
{
  static const guint rows[] = { 2, 2, 5, 7, 7, 7 };
  TenureImportReport report = { .problems = g_array_new (FALSE, TRUE, sizeof (TenureImportProblem)) };
  g_autoptr (GPtrArray) kinds = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TenureImportProblem problem = { .row = rows[i], .level = TENURE_PROBLEM_ERROR, .code = "date-invalid" };

      g_array_append_val (report.problems, problem);
    }
  kinds = tenure_import_problem_kinds (&report);
  g_assert_cmpuint (kinds->len, ==, 1);
  g_assert_cmpuint (((const TenureProblemKind *) g_ptr_array_index (kinds, 0))->n, ==, 6);
  g_assert_cmpuint (((const TenureProblemKind *) g_ptr_array_index (kinds, 0))->n_rows, ==, 3);
  g_array_unref (report.problems);
}

/* Where problems of a kind stand: few columns by name, a path of JSON in words. */
static void
test_columns_of_a_kind (void)
{
  static const struct
  {
    const char *columns[6]; /* of one problem each; "": none */
    const char *words;
  } cases[] = {
    { { "End", "End" }, "Column “End”" },
    { { "Start", "", "End", "Start" }, "Columns “Start”, “End”" },
    { { "plannedDates/0/startDate" }, "Column “Planned dates: start date”" },
    { { "A", "B", "C", "D" }, "4 columns" },
    { { "" }, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureImportReport report = { .problems = g_array_new (FALSE, TRUE, sizeof (TenureImportProblem)) };
      g_autoptr (GPtrArray) kinds = NULL;
      g_autofree char *words = NULL;

      for (guint k = 0; cases[i].columns[k] != NULL; k++)
        {
          TenureImportProblem problem = { .row = k + 2, .code = "date-invalid" };

          problem.column = cases[i].columns[k][0] != '\0' ? (char *) cases[i].columns[k] : NULL;
          g_array_append_val (report.problems, problem);
        }
      kinds = tenure_import_problem_kinds (&report);
      g_assert_cmpuint (kinds->len, ==, 1);
      words = tenure_problem_kind_dup_columns (g_ptr_array_index (kinds, 0));
      g_assert_cmpstr (words, ==, cases[i].words);
      g_array_unref (report.problems);
    }
}

/* A legal form or a number is a reason to ask; “Trust”, “Ltd” and letters within a word are none. */
static void
test_vcs_hint (void)
{
  static const struct
  {
    const char *name;
    const char *says; /* NULL: nothing */
  } cases[] = {
    { "Lantern CIC", "CIC" },
    { "LANTERN C.I.C.", "C.I.C." },
    { "Riverside Community Interest Company", "Community Interest Company" },
    { "Valley Hospice (CIO)", "CIO" },
    { "Kirkton Carers SCIO", "SCIO" },
    { "Age Well, Registered Charity 1234567", "Registered Charity" },
    { "Age Well - charity no. 1234567", "Charity No." },
    { "Skelmoor Community Benefit Society Limited", "Community Benefit Society" },
    { "Northern Trust", NULL },
    { "Aldermere Hospitals NHS Foundation Trust", NULL },
    { "Bright Floors Ltd", NULL },
    { "Charity Bank Limited", NULL },
    { "Cicero Advisers", NULL },
    { "Pacific Care", NULL },
    { "Residents’ Association", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *hint = tenure_vcs_hint_dup (cases[i].name);
      g_autofree char *start = cases[i].says != NULL ? g_strdup_printf ("The name says “%s”: ", cases[i].says) : NULL;

      g_test_message ("%s", cases[i].name != NULL ? cases[i].name : "NULL");
      if (start == NULL)
        g_assert_null (hint);
      else
        g_assert_true (hint != NULL && g_str_has_prefix (hint, start));
    }
}

static void
test_column_words (void)
{
  static const struct
  {
    const char *title, *words;
  } titles[] = {
    { "plannedDates/0/startDate", "Planned dates: start date" },
    { "recipientOrganization/0/id", "Recipient organization: id" },
    { "awardDate", "Award date" },
    { "id", "Id" },
    { "Start Date", "Start Date" },
    { "CONTRACT_REF", "CONTRACT_REF" },
    { "Recipient Org:Name", "Recipient Org:Name" },
    { "", "Column without a title" },
  };
  static const struct
  {
    const char *sample, *words;
  } samples[] = {
    { "2015-06-01T00:00:00+00:00", "For example 1 Jun 2015" },
    { "2015-06-01", "For example 1 Jun 2015" },
    { "2015-06-01-A", "For example 2015-06-01-A" },
    { "2015-13-01", "For example 2015-13-01" },
    { "1", "For example 1" },
    { NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *words = tenure_column_dup_title (titles[i].title);

      g_assert_cmpstr (words, ==, titles[i].words);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *words = tenure_column_dup_sample (samples[i].sample);

      g_assert_cmpstr (words, ==, samples[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-choices/apply", test_apply);
  g_test_add_func ("/import-choices/none", test_no_choice_changes_nothing);
  g_test_add_func ("/import-choices/problems-by-kind", test_problems_by_kind);
  g_test_add_func ("/import-choices/columns-of-a-kind", test_columns_of_a_kind);
  g_test_add_func ("/import-choices/rows-of-a-kind", test_rows_of_a_kind);
  g_test_add_func ("/import-choices/vcs-hint", test_vcs_hint);
  g_test_add_func ("/import-choices/column-words", test_column_words);
  return g_test_run ();
}
