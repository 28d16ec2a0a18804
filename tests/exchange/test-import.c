#include "exchange/import.h"

#include <string.h>

#include "base/error.h"
#include "exchange/table-private.h"
#include "samples.h"
#include "store/edit.h"
#include "store/history.h"
#include "store/origin.h"
#include "store/query.h"

static const char *
text_of (const TenureRecord *record, const char *field)
{
  return tenure_record_get_text_by_name (record, field);
}

static gint64
number_of (const TenureRecord *record, const char *field)
{
  gint64 value = -1;

  tenure_record_get_integer (record, tenure_record_field_index (record->type, field), &value);
  return value;
}

#define HEADER "Contract Ref,Contract Title,Supplier,Buying Organisation,Start,End,Total Contract Value (£)\n"

/* One row of a register, what becomes of it, and what is said about it. */
static void
test_rows (void)
{
  static const struct
  {
    const char *row;
    guint added, refused;
    const char *code; /* NULL: nothing is said */
    const char *column;
    TenureProblemLevel level;
  } cases[] = {
    { "R1,Choir,Lark CIC,North Council,13/04/2024,31/03/2025,\"£1,000.00\"", 1, 0, NULL },
    { "R1,Choir,Lark CIC,North Council,2024-04-01,Ongoing,1000", 1, 0, NULL },
    { "R1,Choir,Lark CIC,North Council,13/04/2024,TBC,1000", 1, 0, "date-unknown", "End", TENURE_PROBLEM_WARNING },
    { "R1,Choir,Lark CIC,North Council,13/04/2024,June 2025,1000", 1, 0, "date-from-month", "End", TENURE_PROBLEM_WARNING },
    { "R1,Choir,Lark CIC,North Council,13/04/2024,2025,1000", 1, 0, "date-year-only", "End", TENURE_PROBLEM_WARNING },
    { "R1,Choir,Lark CIC,North Council,13/04/2024,31 March,1000", 1, 0, "date-no-year", "End", TENURE_PROBLEM_WARNING },
    { "R1,Choir,Lark CIC,North Council,Mar-21,31/03/2025,1000", 1, 0, "date-month-unclear", "Start", TENURE_PROBLEM_WARNING },
    { "R1,Choir,Lark CIC; Wren CIC,North Council,13/04/2024,31/03/2025,1000", 1, 0, "several-names", "Supplier",
      TENURE_PROBLEM_WARNING },
    { "R1,Choir,Lark CIC,North Council,13/04/24,31/03/2025,1000", 1, 0, "date-short-year", "Start", TENURE_PROBLEM_NOTE },
    { "R1,Choir,Lark CIC,North Council,45395,31/03/2025,1000", 1, 0, "date-serial", "Start", TENURE_PROBLEM_NOTE },
    { "R1,Choir,Lark CIC,North Council,04/13/2024,31/03/2025,1000", 0, 1, "date-invalid", "Start", TENURE_PROBLEM_ERROR },
    { "R1,Choir,Lark CIC,North Council,13/04/2024,31/02/2025,1000", 0, 1, "date-invalid", "End", TENURE_PROBLEM_ERROR },
    { "R1,Choir,Lark CIC,North Council,13/04/2024,31/03/2025,lots", 0, 1, "amount-invalid", "Total Contract Value (£)",
      TENURE_PROBLEM_ERROR },
    { "R1,Choir,Lark CIC,North Council,13/04/2024,31/03/2025,TBC", 1, 0, "amount-unknown", "Total Contract Value (£)",
      TENURE_PROBLEM_WARNING },
    { "R1,Choir,Lark CIC,North Council,13/04/2024,31/03/2025,approx. £120k", 1, 0, "amount-approximate",
      "Total Contract Value (£)", TENURE_PROBLEM_WARNING },
    { "R1,Choir,Lark CIC,North Council,13/04/2024,31/03/2025,0", 1, 0, "amount-zero", "Total Contract Value (£)",
      TENURE_PROBLEM_NOTE },
    { "R1,Choir,Lark CIC,North Council,13/04/2024,31/03/2025,€1000", 1, 0, "currency-conflict", "Total Contract Value (£)",
      TENURE_PROBLEM_WARNING },
    { "R1,Choir,Lark CIC,North Council,13/04/2025,31/03/2025,1000", 1, 0, "end-before-start", "End", TENURE_PROBLEM_WARNING },
    { "R1,,Lark CIC,North Council,13/04/2024,31/03/2025,1000", 1, 0, "title-missing", "Contract Title", TENURE_PROBLEM_NOTE },
    { ",,,North Council,13/04/2024,31/03/2025,1000", 0, 1, "agreement-unnamed", "Contract Title", TENURE_PROBLEM_ERROR },
    { ",,,,,Total,1000", 0, 0, "total-row", NULL, TENURE_PROBLEM_NOTE },
    { "Grand total,,,,,,1000", 0, 0, "total-row", NULL, TENURE_PROBLEM_NOTE },
    { "R1,Total care at home,Lark CIC,,13/04/2024,31/03/2025,1000", 1, 0, NULL },
    { ",,,,,,,a remark below the table", 0, 0, "row-skipped", NULL, TENURE_PROBLEM_NOTE },
    { "R1,Choir,Lark CIC,North Council,03/04/2024,04/05/2025,1000", 1, 0, "dates-ambiguous", "Start", TENURE_PROBLEM_WARNING },
    { HEADER, 0, 0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (HEADER, cases[i].row, "\n", NULL);
      g_autoptr (TenureDocument) document = sample_document ();
      g_autoptr (TenureImportReport) report = sample_import_text (document, "register.csv", text, NULL);

      g_test_message ("%s", cases[i].row);
      g_assert_cmpuint (report->added, ==, cases[i].added);
      g_assert_cmpuint (report->refused, ==, cases[i].refused);
      g_assert_cmpuint (report->records_read, ==, cases[i].added + cases[i].refused);
      g_assert_cmpint (sample_count_records (document, TENURE_RECORD_AGREEMENT), ==, cases[i].added);
      if (cases[i].code == NULL)
        {
          g_assert_cmpuint (report->problems->len, ==, 0);
          continue;
        }
      g_assert_cmpuint (report->problems->len, >, 0);
      {
        const TenureImportProblem *problem = &g_array_index (report->problems, TenureImportProblem, 0);

        g_assert_cmpstr (problem->code, ==, cases[i].code);
        g_assert_cmpstr (problem->column, ==, cases[i].column);
        g_assert_cmpint (problem->level, ==, cases[i].level);
        g_assert_cmpuint (problem->row, ==, g_str_has_prefix (problem->code, "date-s") || g_str_equal (problem->code, "dates-ambiguous") ? 0 : 2);
        g_assert_true (g_str_has_suffix (problem->message, "."));
      }
    }
}

static void
test_values (void)
{
  g_autoptr (TenureDocument) document = sample_document ();
  g_autoptr (TenureImportReport) report
      = sample_import_text (document, "register.csv",
                     "Contract Ref,Contract Title,Supplier,Start,End,Current Term in months,Contract Value\n"
                     "A,One,Lark CIC,01/04/2024,Rolling,,\"£45,000 per annum\"\n"
                     "B,Two,Lark CIC,01/04/2024,,18,\"c. £1,000\"\n"
                     "C,Three,Lark CIC,01/04/2024,31/03/2025,36,250.5\n",
                     NULL);
  g_autoptr (TenureRecord) a = sample_find (document, TENURE_RECORD_AGREEMENT, "reference", "A");
  g_autoptr (TenureRecord) b = sample_find (document, TENURE_RECORD_AGREEMENT, "reference", "B");
  g_autoptr (TenureRecord) c = sample_find (document, TENURE_RECORD_AGREEMENT, "reference", "C");

  g_assert_cmpint (number_of (a, "open_ended"), ==, 1);
  g_assert_null (text_of (a, "end"));
  g_assert_cmpint (number_of (a, "value"), ==, 4500000);
  g_assert_cmpstr (text_of (a, "value_basis"), ==, "annual");
  g_assert_cmpstr (text_of (a, "currency"), ==, "GBP");
  g_assert_cmpstr (text_of (a, "kind"), ==, "contract");
  g_assert_cmpstr (text_of (b, "duration"), ==, "P18M");
  g_assert_null (text_of (b, "end"));
  g_assert_null (text_of (b, "value_basis"));
  g_assert_cmpint (number_of (b, "value_approximate"), ==, 1);
  g_assert_cmpint (number_of (c, "value"), ==, 25050);
  g_assert_null (text_of (c, "currency"));
  g_assert_cmpuint (sample_count_problems (report, "term-conflict"), ==, 1);
  g_assert_cmpuint (report->totals->len, ==, 2);
  g_assert_cmpuint (g_array_index (report->totals, TenureImportTotal, 0).currency, ==, TENURE_CURRENCY_GBP);
  g_assert_cmpint (g_array_index (report->totals, TenureImportTotal, 0).minor, ==, 4600000);
  g_assert_cmpuint (g_array_index (report->totals, TenureImportTotal, 1).currency, ==, TENURE_CURRENCY_NONE);
  g_assert_cmpint (g_array_index (report->totals, TenureImportTotal, 1).minor, ==, 25050);
}

/* Instalments: one reference, several agreements, and importing again finds each of them. */
static void
test_reused_reference (void)
{
  static const char text[] = HEADER "R1,Choir,Lark CIC,North Council,13/04/2024,31/03/2025,1000\n"
                                    "R1,Choir,Lark CIC,North Council,13/04/2025,31/03/2026,2000\n"
                                    "R1,Choir,Lark CIC,South Council,13/04/2024,31/03/2025,3000\n"
                                    ",Walks,Lark CIC,North Council,13/04/2024,31/03/2025,10\n"
                                    ",Walks,Lark CIC,North Council,13/04/2024,31/03/2025,20\n";
  g_autoptr (TenureDocument) document = sample_document ();
  g_autoptr (TenureImportReport) report = sample_import_text (document, "register.csv", text, NULL);
  g_autoptr (TenureImportReport) again = sample_import_text (document, "register.csv", text, NULL);

  g_assert_cmpuint (report->added, ==, 5);
  g_assert_cmpuint (sample_count_problems (report, "reference-reused"), ==, 1);
  g_assert_cmpuint (again->unchanged, ==, 5);
  g_assert_cmpint (sample_count_records (document, TENURE_RECORD_AGREEMENT), ==, 5);
}

static gboolean
update_cb (TenureEdit *edit, gpointer data, GError **error)
{
  return tenure_edit_update (edit, data, NULL, error);
}

/* What the file says is brought up to date; what it leaves blank, and what people typed in beside it, stays. */
static void
test_update (void)
{
  g_autoptr (TenureDocument) document = sample_document ();
  g_autoptr (TenureImportReport) first = sample_import_text (
      document, "register.csv", HEADER "R1,Choir,Lark CIC,North Council,13/04/2024,31/03/2025,1000\n", NULL);
  g_autoptr (TenureRecord) record = sample_find (document, TENURE_RECORD_AGREEMENT, "reference", "R1");
  g_autoptr (TenureImportReport) second = NULL;
  g_autoptr (TenureRecord) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (first);
  tenure_record_set_text_by_name (record, "owner", "Sam Reed");
  tenure_record_set_text_by_name (record, "kind", "sla");
  g_assert_true (tenure_document_edit (document, "By hand", update_cb, record, &error));
  second = sample_import_text (document, "register.csv", HEADER "R1,,Lark CIC,North Council,13/04/2024,30/09/2025,1500\n", NULL);
  after = sample_find (document, TENURE_RECORD_AGREEMENT, "reference", "R1");
  g_assert_cmpuint (second->updated, ==, 1);
  g_assert_cmpstr (text_of (after, "title"), ==, "Choir");
  g_assert_cmpstr (text_of (after, "end"), ==, "2025-09-30");
  g_assert_cmpint (number_of (after, "value"), ==, 150000);
  g_assert_cmpstr (text_of (after, "owner"), ==, "Sam Reed");
  g_assert_cmpstr (text_of (after, "kind"), ==, "sla");
  g_assert_cmpint (after->origin, !=, record->origin);
}

/* A register that did not say who buys, and was asked about later. */
static void
test_buyer_later (void)
{
  static const char text[] = "Contract Ref,Contract Title,Supplier,Start\nR1,Choir,Lark CIC,13/04/2024\n";
  g_autoptr (TenureDocument) document = sample_document ();
  g_autoptr (TenureImportReport) first = sample_import_text (document, "register.csv", text, NULL);
  g_autoptr (TenureImportReport) second = sample_import_text (document, "register.csv", text, "North Council");
  g_autoptr (TenureImportReport) third = sample_import_text (document, "register.csv", text, "North Council");

  g_assert_cmpuint (first->added, ==, 1);
  g_assert_cmpuint (second->updated, ==, 1);
  g_assert_cmpuint (third->unchanged, ==, 1);
  g_assert_cmpint (sample_count_records (document, TENURE_RECORD_AGREEMENT), ==, 1);
  g_assert_cmpint (sample_count_records (document, TENURE_RECORD_FUNDER), ==, 1);
}

#define GRANTS "Identifier,Title,Recipient Org:Identifier,Recipient Org:Name,Funding Org:Identifier,Funding Org:Name,Amount Awarded\n"

static void
test_organisations_matched (void)
{
  static const struct
  {
    const char *name, *rows;
    gint64 organisations;
  } cases[] = {
    { "one number, two spellings", "1,a,GB-CHC-1123908,Lark Trust,,F,1\n2,b,GB-CHC-1123908,The Lark Trust,,F,1\n", 2 },
    { "one name in two spellings", "1,a,,Lark  trust,,F,1\n2,b,,LARK TRUST ,,F,1\n", 2 },
    { "a name, then its number", "1,a,,Lark Trust,,F,1\n2,b,GB-CHC-1123908,Lark Trust,,F,1\n", 2 },
    { "two registers, one body", "1,a,GB-COH-01234567,Lark Trust,,F,1\n2,b,GB-CHC-1123908,Lark Trust,,F,1\n", 2 },
    { "one name, two numbers of a register", "1,a,GB-CHC-1123908,Lark Trust,,F,1\n2,b,GB-CHC-1123909,Lark Trust,,F,1\n", 3 },
    { "a publisher's own id", "1,a,360G-f-org-1,Lark,,F,1\n2,b,360G-f-org-1,Lark Trust,,F,1\n", 2 },
    { "the same id from another publisher", "1,a,360G-f-org-1,Lark,,F,1\n2,b,360G-f-org-1,Wren,,G,1\n", 4 },
    { "lost zeros", "1,a,GB-COH-1234567,Lark,,F,1\n2,b,GB-COH-01234567,Lark Trust,,F,1\n", 2 },
    { "no register issues this", "1,a,GB-CHC-Exempt,Lark,,F,1\n2,b,GB-CHC-Exempt,Wren,,F,1\n", 3 },
    { "a funder that is also paid", "1,a,GB-CHC-1123908,Lark,GB-CHC-1123908,Lark,1\n", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (GRANTS, cases[i].rows, NULL);
      g_autoptr (TenureDocument) document = sample_document ();
      g_autoptr (TenureImportReport) report = sample_import_text (document, "grants.csv", text, NULL);
      g_autoptr (TenureImportReport) again = sample_import_text (document, "grants.csv", text, NULL);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpuint (report->profile, ==, TENURE_PROFILE_360GIVING);
      g_assert_cmpint (sample_count_records (document, TENURE_RECORD_ORGANISATION), ==, cases[i].organisations);
      g_assert_cmpuint (again->unchanged, ==, again->records_read);
    }
}

static void
test_which_are_vcs (void)
{
  static const struct
  {
    const char *name, *header, *row;
    int vcs;
    const char *evidence;
  } cases[] = {
    { "flag yes", "Ref,Title,Supplier,VCSE", "1,a,Lark,Yes", 1, "“VCSE” says Yes" },
    { "flag no", "Ref,Title,Supplier,VCSE?", "1,a,Lark,N", 0, "“VCSE?” says N" },
    { "flag blank", "Ref,Title,Supplier,VCSE", "1,a,Lark,", -1, NULL },
    { "flag no word", "Ref,Title,Supplier,VCSE", "1,a,Lark,perhaps", -1, NULL },
    { "type of organisation", "Ref,Title,Supplier,VCSE supplier type", "1,a,Lark,Registered charity", 1,
      "“VCSE supplier type” says Registered charity" },
    { "charity number", "Ref,Title,Supplier,VCSE Registration Number", "1,a,Lark,1123908", 1, "Registered as GB-CHC-1123908" },
    { "a company number proves nothing", "Ref,Title,Supplier,Company Number", "1,a,Lark,01234567", -1, NULL },
    { "a charitable company number", "Ref,Title,Supplier,Company Number", "1,a,Lark,CE012345", 1, "Registered as GB-COH-CE012345" },
    { "no over number", "Ref,Title,Supplier,VCSE,Charity Number", "1,a,Lark,No,1123908", 0, "“VCSE” says No" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (cases[i].header, "\n", cases[i].row, "\n", NULL);
      g_autoptr (TenureDocument) document = sample_document ();
      g_autoptr (TenureImportReport) report = sample_import_text (document, "register.csv", text, NULL);
      g_autoptr (TenureRecord) lark = sample_find (document, TENURE_RECORD_ORGANISATION, "name", "Lark");

      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (number_of (lark, "vcs"), ==, cases[i].vcs);
      g_assert_cmpstr (text_of (lark, "vcs_evidence"), ==, cases[i].evidence);
      g_assert_cmpuint (report->providers->len, ==, 1);
      g_assert_cmpint (g_array_index (report->providers, TenureImportProvider, 0).vcs, ==, cases[i].vcs);
    }
}

/* The user's answer stands over the file; a funder's charity number says nothing; a contradiction is told. */
static void
test_vcs_answers (void)
{
  static const char text[] = "Ref,Title,Supplier,Charity Number,VCSE,Funding Org:Identifier,Funding Org:Name\n"
                             "1,a,Lark,1123908,,GB-CHC-1164859,Big Fund\n2,b,Wren,,Yes,GB-CHC-1164859,Big Fund\n"
                             "3,c,Wren,,No,GB-CHC-1164859,Big Fund\n";
  g_autoptr (TenureDocument) document = sample_document ();
  g_autoptr (GFile) file = sample_write ("register.csv", text, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (TenurePlan) plan = tenure_plan_new (file, TENURE_PROFILE_AUTO, NULL, &error);
  g_autoptr (TenureImportReport) report = NULL;
  g_autoptr (TenureRecord) lark = NULL, wren = NULL, fund = NULL;

  g_assert_no_error (error);
  tenure_plan_set_vcs (plan, " LARK", TENURE_ANSWER_NO);
  report = tenure_import_run (plan, document, TENURE_IMPORT_DEFAULT, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  lark = sample_find (document, TENURE_RECORD_ORGANISATION, "name", "Lark");
  wren = sample_find (document, TENURE_RECORD_ORGANISATION, "name", "Wren");
  fund = sample_find (document, TENURE_RECORD_ORGANISATION, "name", "Big Fund");
  g_assert_cmpint (number_of (lark, "vcs"), ==, 0);
  g_assert_cmpstr (text_of (lark, "vcs_evidence"), ==, "Answered at import");
  g_assert_cmpint (number_of (wren, "vcs"), ==, 1);
  g_assert_cmpint (number_of (fund, "vcs"), ==, -1);
  g_assert_cmpuint (sample_count_problems (report, "vcs-conflict"), ==, 1);
}

static void
test_individuals (void)
{
  g_autoptr (TenureDocument) document = sample_document ();
  g_autoptr (TenureImportReport) report
      = sample_import_text (document, "grants.csv",
                     "Identifier,Title,Recipient Ind:Identifier,Recipient Ind:Name,Funding Org:Name,Amount Awarded,Currency\n"
                     "1,Bursary,360G-f-IND-1,A person,F,500,GBP\n",
                     NULL);
  g_autoptr (TenureRecord) grant = sample_find (document, TENURE_RECORD_AGREEMENT, "reference", "1");

  g_assert_cmpuint (report->added, ==, 1);
  g_assert_cmpint (number_of (grant, "to_individual"), ==, 1);
  g_assert_cmpint (number_of (grant, "provider"), ==, -1);
  g_assert_cmpint (sample_count_records (document, TENURE_RECORD_ORGANISATION), ==, 1);
  g_assert_cmpuint (report->providers->len, ==, 0);
}

static void
test_several_suppliers (void)
{
  g_autoptr (TenureDocument) document = sample_document ();
  g_autoptr (TenureImportReport) report = sample_import_text (
      document, "export.csv",
      "Notice Identifier,Title,Supplier [Name|Address|Ref type|Ref Number|Is SME|Is VCSE],Awarded Value\n"
      "1,a,[Lark|1 The Lane|COMPANIES_HOUSE|1234567|Yes|Yes],10\n"
      "2,b,\"[Lark|1 The Lane|NONE||Yes|Yes][Wren [North]|a|b|CHARITY_COMMISSION|1123908|No|Yes]\",20\n",
      NULL);
  g_autoptr (TenureRecord) lark = sample_find (document, TENURE_RECORD_ORGANISATION, "name", "Lark");
  g_autoptr (TenureRecord) both = sample_find (document, TENURE_RECORD_ORGANISATION, "name", "Lark; Wren [North]");
  g_autoptr (TenureRecord) identifier = sample_find (document, TENURE_RECORD_IDENTIFIER, "value", "01234567");

  g_assert_cmpint (number_of (lark, "vcs"), ==, 1);
  g_assert_cmpint (number_of (both, "vcs"), ==, 1);
  g_assert_cmpint (number_of (identifier, "organisation"), ==, lark->id);
  g_assert_cmpuint (sample_count_problems (report, "several-suppliers"), ==, 1);
}

static void
test_organisations_profile (void)
{
  g_autoptr (TenureDocument) document = sample_document ();
  g_autoptr (GFile) file = sample_file ("charity_commission_publicextract_layout_20.json");
  g_autoptr (TenureImportReport) report = sample_import (document, file, TENURE_PROFILE_AUTO, NULL);
  g_autoptr (TenureImportReport) again = sample_import (document, file, TENURE_PROFILE_AUTO, NULL);
  g_autoptr (GError) error = NULL;
  guint income = tenure_record_field_index (TENURE_RECORD_ORGANISATION, "income");
  g_autoptr (TenureCursor) cursor
      = tenure_reader_select (tenure_document_get_reader (document), TENURE_RECORD_ORGANISATION, &income, 1, &error);
  const TenureValue *values;
  gint64 sum = 0;
  TenureId id;

  g_assert_no_error (error);
  while (tenure_cursor_next (cursor, &id, &values, &error))
    sum += values[0].kind == TENURE_VALUE_INTEGER ? values[0].integer : 0;
  g_assert_cmpuint (report->profile, ==, TENURE_PROFILE_ORGANISATIONS);
  g_assert_cmpuint (report->added, ==, 20);
  g_assert_cmpint (sum, ==, 27549758200);
  g_assert_cmpint (sample_count_records (document, TENURE_RECORD_IDENTIFIER), ==, 20 + 17);
  g_assert_cmpuint (again->unchanged, ==, 20);
}

static void
test_members_in_cells (void)
{
  g_autoptr (TenureDocument) document = sample_document ();
  g_autoptr (TenureImportReport) report
      = sample_import_text (document, "boards.csv",
                     "Committee,Members\n"
                     "Place Board,\"Councillor Ann Lee (Labour) (Chair)\nCllr Bo Ray (Green)\n\nCyd Fox\"\n"
                     "Scrutiny,Ann Lee\n",
                     NULL);
  g_autoptr (TenureRecord) chair = sample_find (document, TENURE_RECORD_SEAT, "bloc", "Labour");

  g_assert_cmpuint (report->profile, ==, TENURE_PROFILE_BOARDS);
  g_assert_cmpuint (report->added, ==, 4);
  g_assert_cmpuint (report->people_added, ==, 3);
  g_assert_cmpuint (report->boards_added, ==, 2);
  g_assert_cmpstr (text_of (chair, "role"), ==, "chair");
}

static void
test_appointment_dates (void)
{
  g_autoptr (TenureDocument) document = sample_document ();
  g_autoptr (TenureImportReport) report = sample_import_text (document, "boards.csv",
                                                       "Committee,Member,Role,Organisation\n"
                                                       "Place Board,Ann Lee,Vice-Chair (03/05/2018 - 04/05/2022),Lark Trust\n",
                                                       NULL);
  g_autoptr (TenureRecord) appointment = sample_find (document, TENURE_RECORD_APPOINTMENT, "from_day", "2018-05-03");
  g_autoptr (TenureRecord) seat = sample_find (document, TENURE_RECORD_SEAT, "role", "vice_chair");
  g_autoptr (TenureRecord) person = sample_find (document, TENURE_RECORD_PERSON, "name", "Ann Lee");
  g_autoptr (TenureRecord) lark = sample_find (document, TENURE_RECORD_ORGANISATION, "name", "Lark Trust");

  g_assert_cmpuint (report->added, ==, 1);
  g_assert_cmpstr (text_of (appointment, "to_day"), ==, "2022-05-04");
  g_assert_cmpint (number_of (appointment, "seat"), ==, seat->id);
  g_assert_cmpint (number_of (person, "organisation"), ==, lark->id);
}

static void
test_fixtures (void)
{
  static const struct
  {
    const char *name;
    guint read, added, refused;
    gint64 minor;
    TenureProfile profile;
  } cases[] = {
    { "fixtures/badfile_all_validation_errors.json", 1, 0, 1, 0 },
    { "fixtures/badfile_all_validation_errors.xlsx", 1, 0, 1, 0 },
    { "fixtures/bom.csv", 1, 1, 0, 0, TENURE_PROFILE_360GIVING }, /* two titles that alone tell nothing of agreements */
    { "fixtures/decimal_amounts.csv", 7, 7, 0, 700070 },
    { "fixtures/decimal_amounts.json", 7, 7, 0, 700070 },
    { "fixtures/duration_usefulness.json", 1, 1, 0, 1000 },
    { "fixtures/fundingproviders-grants_2_grants.ods", 2, 2, 0, 33149500 },
    { "fixtures/fundingproviders-grants_2_grants.xlsx", 2, 2, 0, 33149500 },
    { "fixtures/fundingproviders_grants_2_grants.csv", 2, 2, 0, 33149500 },
    { "fixtures/multiple_funder_names_org_ids.json", 2, 2, 0, 2000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureDocument) document = sample_document ();
      g_autoptr (GFile) file = sample_file (cases[i].name);
      g_autoptr (TenureImportReport) report = sample_import (document, file, cases[i].profile, NULL);
      gint64 sum = 0;

      g_test_message ("%s", cases[i].name);
      g_assert_cmpuint (report->records_read, ==, cases[i].read);
      g_assert_cmpuint (report->added, ==, cases[i].added);
      g_assert_cmpuint (report->refused, ==, cases[i].refused);
      for (guint j = 0; j < report->totals->len; j++)
        sum += g_array_index (report->totals, TenureImportTotal, j).minor;
      g_assert_cmpint (sum, ==, cases[i].minor);
    }
}

/* Every problem of the worst file is told, not only the first. */
static void
test_all_problems_told (void)
{
  g_autoptr (TenureDocument) document = sample_document ();
  g_autoptr (GFile) file = sample_file ("fixtures/badfile_all_validation_errors.json");
  g_autoptr (TenureImportReport) report = sample_import (document, file, TENURE_PROFILE_AUTO, NULL);

  g_assert_cmpuint (sample_count_problems (report, "date-invalid"), ==, 1);
  g_assert_cmpuint (sample_count_problems (report, "currency-invalid"), ==, 1);
  g_assert_cmpuint (sample_count_problems (report, "amount-invalid"), ==, 1);
  g_assert_cmpint (sample_count_records (document, TENURE_RECORD_AGREEMENT), ==, 0);
  g_assert_cmpint (sample_count_records (document, TENURE_RECORD_ORGANISATION), ==, 0);
}

static void
test_unreadable (void)
{
  static const char *const names[] = { "fixtures/codelist.csv", "fixtures/dates.xlsx", "fixtures/empty_column_header.xlsx" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) file = sample_file (names[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (tenure_plan_new (file, TENURE_PROFILE_AUTO, NULL, &error));
      g_assert_error (error, TENURE_ERROR, TENURE_ERROR_UNREADABLE);
    }
}

/* A file that breaks off near its end, after grants that are sound, leaves nothing behind. */
static void
test_broken_file (void)
{
  g_autoptr (TenureDocument) document = sample_document ();
  g_autoptr (GString) text = g_string_new ("{\"grants\":[");
  g_autofree char *before = sample_dump (document);
  g_autofree char *after = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (TenurePlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, "{\"id\":\"g%u\",\"title\":\"Grant\",\"amountAwarded\":1},\n", i);
  file = sample_write ("broken.json", text->str, (gssize) text->len);
  plan = tenure_plan_new (file, TENURE_PROFILE_AUTO, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (tenure_import_run (plan, document, TENURE_IMPORT_DEFAULT, NULL, NULL, NULL, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, "broken.json, line 3001"));
  after = sample_dump (document);
  g_assert_cmpstr (before, ==, after);
}

static void
test_rehearsal (void)
{
  g_autoptr (TenureDocument) document = sample_document ();
  g_autoptr (GFile) file = sample_file ("power_to_change_a002400000nO46WAAS.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (TenurePlan) plan = tenure_plan_new (file, TENURE_PROFILE_AUTO, NULL, &error);
  g_autoptr (TenureImportReport) rehearsed = NULL, done = NULL, again = NULL;
  g_autofree char *before = sample_dump (document);
  g_autofree char *after = NULL;
  g_autoptr (GString) left = g_string_new (NULL), right = g_string_new (NULL);

  rehearsed = tenure_import_run (plan, document, TENURE_IMPORT_REHEARSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  after = sample_dump (document);
  g_assert_cmpstr (before, ==, after);
  g_assert_null (tenure_document_get_undo_label (document));
  done = tenure_import_run (plan, document, TENURE_IMPORT_DEFAULT, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  tenure_import_report_append_json (rehearsed, left);
  tenure_import_report_append_json (done, right);
  g_assert_cmpstr (left->str, ==, right->str);
  g_assert_cmpuint (rehearsed->organisations_added, ==, done->organisations_added);
  again = tenure_import_run (plan, document, TENURE_IMPORT_REHEARSE, NULL, NULL, NULL, &error);
  g_assert_cmpuint (again->unchanged, ==, 870);
}

static void
test_one_step (void)
{
  g_autoptr (TenureDocument) document = sample_document ();
  g_autofree char *empty = sample_dump (document);
  g_autoptr (GFile) file = sample_file ("baring.json");
  g_autoptr (TenureImportReport) report = sample_import (document, file, TENURE_PROFILE_AUTO, NULL);
  g_autofree char *full = sample_dump (document);
  g_autofree char *undone = NULL, *redone = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (report->added, ==, 53);
  g_assert_cmpstr (tenure_document_get_undo_label (document), ==, "Import baring.json");
  g_assert_true (tenure_document_undo (document, NULL, &error));
  g_assert_no_error (error);
  undone = sample_dump (document);
  g_assert_cmpstr (undone, ==, empty);
  g_assert_null (tenure_document_get_undo_label (document));
  g_assert_true (tenure_document_redo (document, NULL, &error));
  g_assert_no_error (error);
  redone = sample_dump (document);
  g_assert_cmpstr (redone, ==, full);
}

static guint
count_found (TenureDocument *document, const char *words)
{
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_AGREEMENT);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;

  tenure_query_set_search (query, words);
  ids = tenure_query_run (query, tenure_document_get_reader (document), &error);
  g_assert_no_error (error);
  return ids->len;
}

/* So many agreements that their search index is built at once: each is found by its own words, its provider and its
 * funder, and no more by words that are changed afterwards. */
static void
test_search (void)
{
  g_autoptr (TenureDocument) document = sample_document ();
  g_autoptr (GString) text = g_string_new (HEADER);
  g_autoptr (TenureImportReport) report = NULL;
  g_autoptr (TenureRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "R%u,Befriending %u at Larkford,Provider%u Trust,%s Council,01/04/2024,31/03/2025,%u\n", i, i,
                            i % 7, i % 2 == 0 ? "Ashmere" : "Saltholme", i + 1);
  report = sample_import_text (document, "many.csv", text->str, NULL);
  g_assert_cmpuint (report->added, ==, 5000);
  g_assert_cmpuint (count_found (document, "larkf"), ==, 5000);
  g_assert_cmpuint (count_found (document, "provider3 ashmere"), ==, 357);
  g_assert_cmpuint (count_found (document, "R4321"), ==, 1);
  record = sample_find (document, TENURE_RECORD_AGREEMENT, "reference", "R4321");
  tenure_record_set_text_by_name (record, "title", "Gardening");
  g_assert_true (tenure_document_edit (document, "By hand", update_cb, record, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_found (document, "larkford"), ==, 4999);
  g_assert_cmpuint (count_found (document, "gardening saltholme provider2"), ==, 1);
}

static void
test_origin (void)
{
  g_autoptr (TenureDocument) document = sample_document ();
  g_autoptr (GFile) file = sample_file ("register_title_rows_and_total.xlsx");
  g_autoptr (TenureImportReport) report = sample_import (document, file, TENURE_PROFILE_AUTO, NULL);
  g_autoptr (TenureRecord) record
      = sample_find (document, TENURE_RECORD_AGREEMENT, "reference", "LEEDSCITY001-DN501879-28643936");
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureOriginRow) row = tenure_origin_load_row (tenure_document_get_reader (document), record->origin, &error);

  g_autofree char *bytes = NULL, *sha256 = NULL;
  gsize length;

  g_assert_no_error (error);
  g_assert_true (g_file_load_contents (file, NULL, &bytes, &length, NULL, NULL));
  sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);
  g_assert_cmpstr (row->import->sha256, ==, sha256);
  g_assert_cmpstr (row->import->file, ==, "register_title_rows_and_total.xlsx");
  g_assert_cmpstr (row->import->sheet, ==, "Contracts Register");
  g_assert_cmpstr (row->import->profile, ==, "register");
  g_assert_cmpuint (row->row, ==, 5);
  g_assert_cmpuint (row->import->added, ==, report->added);
  g_assert_true (g_str_has_prefix (row->import->header, "[\"Contract Ref\",\"Contract Title\""));
  g_assert_true (g_str_has_prefix (row->cells, "[\"LEEDSCITY001-DN501879-28643936\",\"Microsoft"));
  g_assert_nonnull (strstr (row->import->mapping, "\"end\":5"));
}

static void
cancel_cb (double fraction, guint records, gpointer data)
{
  g_assert_cmpfloat (fraction, <=, 1.0);
  if (records > 300)
    g_cancellable_cancel (data);
}

static void
test_cancelled (void)
{
  g_autoptr (TenureDocument) document = sample_document ();
  g_autoptr (GFile) file = sample_file ("power_to_change_a002400000nO46WAAS.json");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TenurePlan) plan = tenure_plan_new (file, TENURE_PROFILE_AUTO, NULL, &error);
  g_autofree char *before = sample_dump (document);
  g_autofree char *after = NULL;

  g_assert_null (tenure_import_run (plan, document, TENURE_IMPORT_DEFAULT, cancel_cb, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = sample_dump (document);
  g_assert_cmpstr (before, ==, after);
}

/* The n-th read of the file fails, for every n: the document is as it was, and the message names the file. */
static void
test_failing_reads (gconstpointer data)
{
  g_autoptr (TenureDocument) document = sample_document ();
  g_autoptr (TenureImportReport) standing = sample_import_text (
      document, "standing.csv", HEADER "R1,Choir,Lark CIC,North Council,13/04/2024,31/03/2025,1000\n", NULL);
  g_autoptr (GFile) file = sample_file (data);
  g_autofree char *before = sample_dump (document);
  gboolean done = FALSE;
  guint n;

  g_assert_cmpuint (standing->added, ==, 1);
  for (n = 1; !done; n++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TenurePlan) plan = tenure_plan_new (file, TENURE_PROFILE_AUTO, NULL, &error);
      g_autoptr (TenureImportReport) report = NULL;
      g_autofree char *after = NULL;

      g_assert_no_error (error);
      tenure_table_fail_read (n);
      report = tenure_import_run (plan, document, TENURE_IMPORT_DEFAULT, NULL, NULL, NULL, &error);
      done = report != NULL;
      g_assert_cmpuint (tenure_table_fail_read (0), >=, done ? n - 1 : n);
      if (done)
        continue;
      g_assert_error (error, TENURE_ERROR, TENURE_ERROR_STORAGE);
      g_assert_nonnull (strstr (error->message, data));
      after = sample_dump (document);
      g_assert_cmpstr (before, ==, after);
    }
  g_assert_cmpuint (n, >, 2);
}

int
main (int argc, char *argv[])
{
  static const char *const formats[] = { "register_lgtc_layout_bom.csv", "ocf1.json", "register_title_rows_and_total.xlsx",
                                         "register_title_rows_and_total.ods" };
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/rows", test_rows);
  g_test_add_func ("/import/values", test_values);
  g_test_add_func ("/import/reused-reference", test_reused_reference);
  g_test_add_func ("/import/update", test_update);
  g_test_add_func ("/import/buyer-later", test_buyer_later);
  g_test_add_func ("/import/organisations-matched", test_organisations_matched);
  g_test_add_func ("/import/which-are-vcs", test_which_are_vcs);
  g_test_add_func ("/import/vcs-answers", test_vcs_answers);
  g_test_add_func ("/import/individuals", test_individuals);
  g_test_add_func ("/import/several-suppliers", test_several_suppliers);
  g_test_add_func ("/import/organisations-profile", test_organisations_profile);
  g_test_add_func ("/import/members-in-cells", test_members_in_cells);
  g_test_add_func ("/import/appointment-dates", test_appointment_dates);
  g_test_add_func ("/import/fixtures", test_fixtures);
  g_test_add_func ("/import/all-problems-told", test_all_problems_told);
  g_test_add_func ("/import/unreadable", test_unreadable);
  g_test_add_func ("/import/broken-file", test_broken_file);
  g_test_add_func ("/import/rehearsal", test_rehearsal);
  g_test_add_func ("/import/one-step", test_one_step);
  g_test_add_func ("/import/search", test_search);
  g_test_add_func ("/import/origin", test_origin);
  g_test_add_func ("/import/cancelled", test_cancelled);
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_strconcat ("/import/failing-reads/", formats[i], NULL);

      g_test_add_data_func (path, formats[i], test_failing_reads);
    }
  status = g_test_run ();
  sample_clean_up ();
  return status;
}
