/* Fields of many records: what would change is told before it is done, and is one step. */

#include "app/forms/bulk-fields.h"
#include "app/forms/bulk-plan.h"
#include "app/forms/draft-check.h"
#include "store/edit.h"
#include "store/history.h"
#include "store/query.h"

#include <glib/gstdio.h>

/* Owners, values and currencies of four agreements; NULL is not recorded. */
static const struct
{
  const char *title, *owner, *currency;
  gint64 value; /* -1: not recorded */
} rows[] = {
  { "Advice", "Ana", "GBP", 100000 },
  { "Befriending", NULL, "EUR", 200000 },
  { "Carers", "Jo", NULL, -1 },
  { "Day centre", "Jo", "GBP", 4500000 },
};

#define FIELD(name) tenure_record_field_index (TENURE_RECORD_AGREEMENT, name)

static gboolean
fill (TenureEdit *edit, gpointer data, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TenureRecord) record = tenure_record_new (TENURE_RECORD_AGREEMENT);
      TenureValue value = TENURE_VALUE_OF_INTEGER (rows[i].value);

      tenure_record_set_text_by_name (record, "title", rows[i].title);
      tenure_record_set_text_by_name (record, "owner", rows[i].owner);
      tenure_record_set_text_by_name (record, "currency", rows[i].currency);
      if (rows[i].value >= 0)
        tenure_record_set (record, FIELD ("value"), &value);
      if (!tenure_edit_insert (edit, record, error))
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  char *folder;
  TenureDocument *document;
  GPtrArray *records;
} Fixture;

static void
load (Fixture *fixture)
{
  TenureReader *reader = tenure_document_get_reader (fixture->document);
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_AGREEMENT);
  g_autoptr (GArray) ids = tenure_query_run (query, reader, NULL);

  g_clear_pointer (&fixture->records, g_ptr_array_unref);
  fixture->records = tenure_reader_load_many (reader, TENURE_RECORD_AGREEMENT, (const TenureId *) (gpointer) ids->data,
                                              ids->len, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("tenure-bulk-XXXXXX", NULL);
  fixture->document = tenure_document_new (fixture->folder, NULL);
  g_assert_true (tenure_document_edit (fixture->document, "Fill", fill, NULL, NULL));
  load (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *working = g_build_filename (fixture->folder, "working", NULL);

  g_ptr_array_unref (fixture->records);
  tenure_document_close (fixture->document, TRUE);
  g_object_unref (fixture->document);
  g_rmdir (working);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

/* What fields are set to. */
typedef struct
{
  const char *field, *text; /* NULL: not recorded */
} Setting;

/* Ends at a field of NULL. Amounts are in @currency. */
static TenureBulkChange *
change_new (TenureCurrency currency, const Setting *settings)
{
  g_autoptr (TenureRecord) values = tenure_record_new (TENURE_RECORD_AGREEMENT);
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint));
  char code[4];

  if (currency != TENURE_CURRENCY_NONE)
    tenure_record_set_text_by_name (values, "currency", tenure_currency_to_code (currency, code));
  for (; settings->field != NULL; settings++)
    {
      guint field = FIELD (settings->field);
      gboolean amount = tenure_record_def (TENURE_RECORD_AGREEMENT)->fields[field].type == TENURE_FIELD_MONEY;

      if (amount && settings->text != NULL)
        tenure_record_set_integer (values, field, g_ascii_strtoll (settings->text, NULL, 10));
      else if (settings->text != NULL)
        tenure_record_set_text (values, field, settings->text);
      g_array_append_val (fields, field);
    }
  return tenure_bulk_change_new (values, fields, NULL);
}

#define CHANGE(currency, ...) change_new (tenure_currency_from_code (#currency), (const Setting[]){ __VA_ARGS__, { NULL, NULL } })

static const TenureBulkCell *
cell_of (const TenureBulkRow *row, guint i)
{
  return &g_array_index (row->cells, TenureBulkCell, i);
}

static void
test_owner (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TenureBulkChange) change = CHANGE (GBP, { "owner", "Jo" });
  g_autoptr (TenureBulkPlan) plan = tenure_bulk_plan_new (change, fixture->records);
  g_autoptr (TenureBulkPlan) again = NULL;
  const TenureBulkRow *first = plan->rows->pdata[0], *second = plan->rows->pdata[1];
  g_autofree char *words = tenure_bulk_row_dup_words (first, change);
  g_autofree char *summary = tenure_bulk_plan_dup_summary (plan, change);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (plan->rows->len, ==, 2);
  g_assert_cmpuint (plan->n_same, ==, 2);
  g_assert_cmpstr (first->title, ==, "Advice");
  g_assert_cmpstr (cell_of (first, 0)->before, ==, "Ana");
  g_assert_null (cell_of (second, 0)->before);
  g_assert_cmpstr (words, ==, "Ana → Jo");
  g_assert_cmpstr (summary, ==, "2 change; 2 have it already");
  g_assert_true (tenure_bulk_apply (change, plan, fixture->document, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (tenure_document_get_undo_label (fixture->document), ==, "Set owner to Jo in 2 agreements");
  load (fixture);
  again = tenure_bulk_plan_new (change, fixture->records);
  g_assert_cmpuint (again->rows->len, ==, 0);
  g_assert_true (tenure_document_undo (fixture->document, NULL, NULL));
  load (fixture);
  g_assert_cmpstr (tenure_record_get_text_by_name (fixture->records->pdata[0], "owner"), ==, "Ana");
}

/* Euros stay as they are; where no currency is recorded, it comes with the amount. */
static void
test_money (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TenureBulkChange) change = CHANGE (GBP, { "value", "4500000" });
  g_autoptr (TenureBulkPlan) plan = tenure_bulk_plan_new (change, fixture->records);
  g_autofree char *value = NULL;

  g_assert_cmpint (tenure_bulk_find_currency (fixture->records), ==, TENURE_CURRENCY_GBP);
  g_assert_cmpuint (plan->rows->len, ==, 2);
  g_assert_cmpuint (plan->n_same, ==, 1);
  g_assert_cmpuint (plan->n_other_currency, ==, 1);
  g_assert_true (tenure_bulk_apply (change, plan, fixture->document, NULL));
  load (fixture);
  value = tenure_record_dup_label (fixture->records->pdata[2], FIELD ("value"));
  g_assert_cmpstr (value, ==, "£45,000");
}

/* "Not recorded" is a value, too; a currency does not matter then. */
static void
test_clear (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TenureBulkChange) change = CHANGE (GBP, { "value", NULL });
  g_autoptr (TenureBulkPlan) plan = tenure_bulk_plan_new (change, fixture->records);

  g_autoptr (TenureBulkChange) wordy = CHANGE (GBP, { "owner", "Somebody who has a name\nthat runs over many lines" });
  g_autofree char *cleared = tenure_bulk_dup_label (change, 1200);
  g_autofree char *cut = tenure_bulk_dup_label (wordy, 1);

  g_assert_cmpuint (plan->rows->len, ==, 3);
  g_assert_cmpuint (plan->n_same, ==, 1);
  g_assert_cmpuint (plan->n_other_currency, ==, 0);
  g_assert_cmpstr (cleared, ==, "Set value to “not recorded” in 1,200 agreements");
  g_assert_cmpstr (cut, ==, "Set owner to Somebody who has a name that runs over… in 1 agreement");
}

/* Several fields are one change: of each record what differs, of one that counts in euros what is no amount. */
static void
test_several (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *title, *words;
  } changed[] = {
    { "Advice", "Owner: Ana → Jo\nValue: £1,000 → £45,000" },
    { "Befriending", "Owner: not recorded → Jo" },
    { "Carers", "Value: not recorded → £45,000" },
  };
  g_autoptr (TenureBulkChange) change = CHANGE (GBP, { "owner", "Jo" }, { "value", "4500000" });
  g_autoptr (TenureBulkPlan) plan = tenure_bulk_plan_new (change, fixture->records);
  g_autofree char *summary = tenure_bulk_plan_dup_summary (plan, change);
  g_autofree char *value = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (plan->rows->len, ==, G_N_ELEMENTS (changed));
  for (gsize i = 0; i < G_N_ELEMENTS (changed); i++)
    {
      const TenureBulkRow *row = plan->rows->pdata[i];
      g_autofree char *words = tenure_bulk_row_dup_words (row, change);

      g_assert_cmpstr (row->title, ==, changed[i].title);
      g_assert_cmpstr (words, ==, changed[i].words);
    }
  g_assert_cmpstr (summary, ==, "3 change; 1 has all of it already; an amount of 1 is in another currency and stays as it is");
  g_assert_true (tenure_bulk_apply (change, plan, fixture->document, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (tenure_document_get_undo_label (fixture->document), ==, "Set owner and value in 3 agreements");
  load (fixture);
  value = tenure_record_dup_label (fixture->records->pdata[1], FIELD ("value"));
  g_assert_cmpstr (value, ==, "€2,000");
  g_assert_cmpstr (tenure_record_get_text_by_name (fixture->records->pdata[1], "owner"), ==, "Jo");
  g_assert_true (tenure_document_undo (fixture->document, NULL, NULL));
  load (fixture);
  g_assert_cmpstr (tenure_record_get_text_by_name (fixture->records->pdata[0], "owner"), ==, "Ana");
  g_assert_null (tenure_record_get_text_by_name (fixture->records->pdata[2], "currency"));
}

/* Where the currency is set as well, it is the amounts' own. */
static void
test_currency (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TenureBulkChange) change = CHANGE (EUR, { "currency", "EUR" }, { "value", "4500000" }, { "owner", "Jo" });
  g_autoptr (TenureBulkPlan) plan = tenure_bulk_plan_new (change, fixture->records);
  g_autofree char *label = tenure_bulk_dup_label (change, 4);
  g_autofree char *value = NULL;

  g_assert_cmpuint (plan->rows->len, ==, 4);
  g_assert_cmpuint (plan->n_other_currency, ==, 0);
  g_assert_cmpstr (label, ==, "Set 3 fields in 4 agreements");
  g_assert_true (tenure_bulk_apply (change, plan, fixture->document, NULL));
  load (fixture);
  value = tenure_record_dup_label (fixture->records->pdata[0], FIELD ("value"));
  g_assert_cmpstr (value, ==, "€45,000");
}

/* A record that was made on the way is stored with the change that refers to it. */
static void
test_created (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TenureRecord) values = tenure_record_new (TENURE_RECORD_AGREEMENT);
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) created = g_ptr_array_new_with_free_func ((GDestroyNotify) tenure_record_free);
  g_autoptr (TenureBulkChange) change = NULL;
  g_autoptr (TenureBulkPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  guint provider = FIELD ("provider");

  for (int i = 0; i < 2; i++)
    {
      TenureRecord *organisation = tenure_record_new (TENURE_RECORD_ORGANISATION);

      organisation->id = tenure_id_new ();
      tenure_record_set_text_by_name (organisation, "name", i == 0 ? "Lantern Trust" : "Nobody refers to it");
      g_ptr_array_add (created, organisation);
    }
  tenure_record_set_reference (values, provider, ((TenureRecord *) created->pdata[0])->id);
  g_array_append_val (fields, provider);
  change = tenure_bulk_change_new (values, fields, created);
  plan = tenure_bulk_plan_new (change, fixture->records);
  g_assert_true (tenure_bulk_apply (change, plan, fixture->document, &error));
  g_assert_no_error (error);
  g_assert_cmpint (tenure_reader_count (tenure_document_get_reader (fixture->document), TENURE_RECORD_ORGANISATION, NULL), ==, 1);
}

/* Two agreements may have one title. What they are committed to is told where it is not the signed end. */
static void
test_detail (void)
{
  enum { NONE = TENURE_DAY_NONE, MARCH_2027 = 20908, MARCH_2028 = 21274 };
  static const struct
  {
    const char *reference, *start, *end, *detail;
    TenureBulkCommitment commitment;
    gboolean open_ended;
  } cases[] = {
    { NULL, NULL, NULL, NULL, { NONE, NONE } },
    { "G-7", NULL, NULL, "G-7", { NONE, NONE } },
    { "G-7", "2024-04-01", "2027-03-31", "G-7 · 1 Apr 2024 – 31 Mar 2027", { NONE, NONE } },
    { "G-7", "2024-04-01", "2027-03-31", "G-7 · 1 Apr 2024 – 31 Mar 2027", { MARCH_2027, MARCH_2027 } },
    { "G-7", "2024-04-01", "2027-03-31", "G-7 · 1 Apr 2024 – 31 Mar 2027 · committed to 31 Mar 2028",
      { MARCH_2028, MARCH_2028 } },
    { NULL, "2024-04-01", "2027-03-31", "1 Apr 2024 – 31 Mar 2027 · committed to 31 Mar 2027 → 31 Mar 2028",
      { MARCH_2027, MARCH_2028 } },
    { NULL, "2024-04-01", "2027-03-31", "1 Apr 2024 – 31 Mar 2027 · committed to 31 Mar 2027 → ?", { MARCH_2027, NONE } },
    { NULL, NULL, "2027-03-31", "? – 31 Mar 2027", { NONE, NONE } },
    { NULL, "2024-04-01", NULL, "1 Apr 2024 – ?", { NONE, NONE } },
    { NULL, "2024-04-01", NULL, "1 Apr 2024 – open-ended", { NONE, NONE, TRUE, TRUE }, TRUE },
    { NULL, NULL, NULL, "? – open-ended", { NONE, NONE, TRUE, TRUE }, TRUE },
    { NULL, "2024-04-01", NULL, "1 Apr 2024 – open-ended · committed end: open-ended → 31 Mar 2027",
      { NONE, MARCH_2027, TRUE, FALSE }, TRUE },
    { NULL, "2024-04-01", NULL, "1 Apr 2024 – ? · committed end: ? → open-ended", { NONE, NONE, FALSE, TRUE } },
    { NULL, "2024-04-01", "2027-03-31", "1 Apr 2024 – 31 Mar 2027 · committed end: 31 Mar 2027 → open-ended",
      { MARCH_2027, NONE, FALSE, TRUE } },
    { NULL, "2024-04-01", NULL, "1 Apr 2024 – open-ended · committed to 31 Mar 2027", { MARCH_2027, MARCH_2027 }, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureRecord) record = tenure_record_new (TENURE_RECORD_AGREEMENT);
      g_autofree char *detail = NULL;

      tenure_record_set_text_by_name (record, "reference", cases[i].reference);
      tenure_record_set_text_by_name (record, "start", cases[i].start);
      tenure_record_set_text_by_name (record, "end", cases[i].end);
      if (cases[i].open_ended)
        tenure_record_set_flag (record, tenure_record_field_index (TENURE_RECORD_AGREEMENT, "open_ended"), 1);
      detail = tenure_bulk_dup_detail (record, cases[i].commitment);
      g_assert_cmpstr (detail, ==, cases[i].detail);
    }
}

/* An option that was taken up counts; so does what the change does to the end. */
static void
test_commitment (void)
{
  static const struct
  {
    const char *field, *value, *before, *after;
  } cases[] = {
    { "owner", "Jo", "2028-03-31", "2028-03-31" },
    { "end", "2028-03-31", "2028-03-31", "2029-03-31" },
    { "terminated", "2026-12-31", "2028-03-31", "2026-12-31" },
    { "end", NULL, "2028-03-31", "" },
  };
  g_autoptr (TenureRecord) record = tenure_record_new (TENURE_RECORD_AGREEMENT);
  g_autoptr (GPtrArray) payments = g_ptr_array_new ();
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureTerms) terms = NULL;
  TenureFactExtension year = { { .months = 12, .known = TRUE }, 20000 };

  record->id = 7;
  tenure_record_set_text_by_name (record, "start", "2024-04-01");
  tenure_record_set_text_by_name (record, "end", "2027-03-31");
  facts = tenure_draft_facts_new (record, payments);
  g_free (facts->extensions);
  facts->extensions = g_memdup2 (&year, sizeof year);
  facts->n_extensions = facts->agreements[0].n_extensions = 1;
  terms = tenure_terms_new (facts, 20778, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureRecord) changed = tenure_record_dup (record);
      TenureBulkCommitment commitment;
      char before[TENURE_DAY_ISO_SIZE], after[TENURE_DAY_ISO_SIZE];

      tenure_record_set_text_by_name (changed, cases[i].field, cases[i].value);
      commitment = tenure_bulk_find_commitment (record, changed, terms, 0);
      g_test_message ("%s", cases[i].field);
      g_assert_cmpstr (tenure_day_to_iso (commitment.before, before), ==, cases[i].before);
      g_assert_cmpstr (tenure_day_to_iso (commitment.after, after), ==, cases[i].after);
      commitment = tenure_bulk_find_commitment (record, changed, terms, -1);
      g_assert_false (tenure_day_is_known (commitment.before) || tenure_day_is_known (commitment.after));
    }
}

/* What becomes open-ended, and what no longer is. */
static void
test_open_ended (void)
{
  g_autoptr (TenureRecord) open = tenure_record_new (TENURE_RECORD_AGREEMENT), closed = NULL;
  g_autoptr (GPtrArray) payments = g_ptr_array_new ();
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureTerms) terms = NULL;
  TenureBulkCommitment commitment;

  tenure_record_set_text_by_name (open, "start", "2024-04-01");
  closed = tenure_record_dup (open);
  tenure_record_set_text_by_name (closed, "terminated", "2027-03-31");
  tenure_record_set_flag (open, tenure_record_field_index (TENURE_RECORD_AGREEMENT, "open_ended"), 1);
  tenure_record_set_flag (closed, tenure_record_field_index (TENURE_RECORD_AGREEMENT, "open_ended"), 1);
  facts = tenure_draft_facts_new (open, payments);
  terms = tenure_terms_new (facts, 20778, NULL);
  commitment = tenure_bulk_find_commitment (open, closed, terms, 0);
  g_assert_true (commitment.open_before && !commitment.open_after);
  g_assert_false (tenure_day_is_known (commitment.before));
  g_assert_true (tenure_day_is_known (commitment.after));
  commitment = tenure_bulk_find_commitment (closed, open, terms, 0);
  g_assert_true (!commitment.open_before && commitment.open_after);
}

/* What the change makes wrong is told, with what stands below the agreement; what was wrong before is no news. The row stays
 * among those that change. */
static void
test_contradictions (void)
{
  static const struct
  {
    const char *name, *start, *end, *field, *value;
    gboolean below; /* its options are known */
    const char *told;
  } cases[] = {
    { "the owner", "2024-04-01", "2027-03-31", "owner", "Jo", TRUE, NULL },
    { "the start itself", "2024-04-01", "2027-03-31", "end", "2024-04-01", FALSE, NULL },
    { "a day before the start", "2024-04-01", "2027-03-31", "end", "2024-03-31", FALSE,
      "The end, 31 Mar 2024, lies before the start, 1 Apr 2024." },
    { "no start", NULL, "2027-03-31", "end", "2024-03-31", FALSE, NULL },
    { "not recorded", "2024-04-01", "2027-03-31", "end", NULL, TRUE, NULL },
    { "wrong before", "2024-04-01", "2024-01-31", "end", "2024-02-01", FALSE, NULL },
    { "the day of the option", "2024-04-01", "2027-03-31", "end", "2026-01-01", TRUE, NULL },
    { "a day before the option", "2024-04-01", "2027-03-31", "end", "2025-12-31", TRUE,
      "An option was taken up on 1 Jan 2026, after the agreement had ended on 31 Dec 2025." },
    { "an option that is not known of", "2024-04-01", "2027-03-31", "end", "2025-12-31", FALSE, NULL },
    { "both", "2024-04-01", "2027-03-31", "start", "2027-04-01", TRUE,
      "The end, 31 Mar 2027, lies before the start, 1 Apr 2027. "
      "An option was taken up on 1 Jan 2026, before the start on 1 Apr 2027." },
  };
  TenureFactExtension option = { { .months = 12, .known = TRUE }, 0 };

  g_assert_true (tenure_day_parse_iso ("2026-01-01", &option.exercised));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) records = g_ptr_array_new ();
      g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
      g_autoptr (TenureRecord) record = tenure_record_new (TENURE_RECORD_AGREEMENT);
      g_autoptr (TenureFacts) facts = NULL;
      g_autoptr (TenureTerms) terms = NULL;
      g_autoptr (TenureBulkChange) change = CHANGE (GBP, { cases[i].field, cases[i].value });
      g_autoptr (TenureBulkPlan) plan = NULL;

      record->id = 7;
      tenure_record_set_text_by_name (record, "start", cases[i].start);
      tenure_record_set_text_by_name (record, "end", cases[i].end);
      facts = tenure_draft_facts_new (record, nothing);
      g_free (facts->extensions);
      facts->extensions = g_memdup2 (&option, sizeof option);
      facts->n_extensions = facts->agreements[0].n_extensions = 1;
      /* Gone ones keep their places. */
      g_ptr_array_add (records, NULL);
      g_ptr_array_add (records, record);
      terms = tenure_terms_new (facts, 20778, NULL);
      plan = tenure_bulk_plan_new (change, records);
      tenure_bulk_plan_judge (plan, change, records, cases[i].below ? terms : NULL);
      g_test_message ("%s", cases[i].name);
      g_assert_cmpuint (plan->rows->len, ==, 1);
      g_assert_cmpstr (((TenureBulkRow *) plan->rows->pdata[0])->contradiction, ==, cases[i].told);
      g_assert_cmpuint (plan->n_contradicting, ==, cases[i].told != NULL);
    }
}

/* A payment schedule can contradict an end in every line: the first are said, the others counted. */
static void
test_many_contradictions (void)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (TenureRecord) record = tenure_record_new (TENURE_RECORD_AGREEMENT);
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureTerms) terms = NULL;
  g_autoptr (TenureBulkChange) change = CHANGE (GBP, { "end", "2025-03-31" });
  g_autoptr (TenureBulkPlan) plan = NULL;

  record->id = 7;
  tenure_record_set_text_by_name (record, "start", "2024-04-01");
  tenure_record_set_text_by_name (record, "end", "2027-03-31");
  facts = tenure_draft_facts_new (record, nothing);
  facts->instalments = g_new0 (TenureFactInstalment, 4);
  facts->n_instalments = facts->agreements[0].n_instalments = 4;
  for (guint i = 0; i < 4; i++)
    g_assert_true (tenure_day_parse_iso ("2026-04-01", &facts->instalments[i].due));
  for (guint i = 0; i < 4; i++)
    facts->instalments[i].due += (TenureDay) i;
  terms = tenure_terms_new (facts, 20778, NULL);
  g_ptr_array_add (records, record);
  plan = tenure_bulk_plan_new (change, records);
  tenure_bulk_plan_judge (plan, change, records, terms);
  g_assert_cmpstr (
    ((TenureBulkRow *) plan->rows->pdata[0])->contradiction, ==,
    "A payment is due on 1 Apr 2026, after the end on 31 Mar 2025, and it is not recorded as paid in arrears. "
    "A payment is due on 2 Apr 2026, after the end on 31 Mar 2025, and it is not recorded as paid in arrears. (2 more)");
}

/* What names a record, and what the program writes itself, is not offered. */
static void
test_fields (void)
{
  g_autoptr (GArray) fields = tenure_bulk_list_fields (TENURE_RECORD_AGREEMENT);
  gboolean owner = FALSE;

  for (guint i = 0; i < fields->len; i++)
    {
      guint field = g_array_index (fields, guint, i);

      g_assert_cmpuint (field, !=, FIELD ("title"));
      owner = owner || field == FIELD ("owner");
    }
  g_assert_true (owner);
}

/* By the beginnings of the words of its name; what only speaks of it comes after those. */
static void
test_match (void)
{
  static const struct
  {
    const char *words, *field;
    TenureBulkFieldMatch match;
  } cases[] = {
    { "", "owner", TENURE_BULK_FIELD_BEGINS },
    { "own", "owner", TENURE_BULK_FIELD_BEGINS },
    { "OWNER ", "owner", TENURE_BULK_FIELD_BEGINS },
    { "wner", "owner", TENURE_BULK_FIELD_NO_MATCH },
    { "notice", "renewal_notice", TENURE_BULK_FIELD_HAS },
    { "notice", "funder_notice", TENURE_BULK_FIELD_HAS },
    { "funder's n", "funder_notice", TENURE_BULK_FIELD_BEGINS },
    { "funder’s notice", "funder_notice", TENURE_BULK_FIELD_BEGINS },
    { "funders notice", "funder_notice", TENURE_BULK_FIELD_BEGINS },
    { "notice funder", "funder_notice", TENURE_BULK_FIELD_HAS },
    { "notice", "lead_time", TENURE_BULK_FIELD_HELPS },
    { "notice", "place", TENURE_BULK_FIELD_NO_MATCH },
    { "notice zebra", "renewal_notice", TENURE_BULK_FIELD_NO_MATCH },
  };
  const TenureRecordDef *def = tenure_record_def (TENURE_RECORD_AGREEMENT);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s: %s", cases[i].words, cases[i].field);
      g_assert_cmpint (tenure_bulk_match_field (&def->fields[FIELD (cases[i].field)], cases[i].words), ==, cases[i].match);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/bulk-plan/owner", Fixture, NULL, set_up, test_owner, tear_down);
  g_test_add ("/bulk-plan/money", Fixture, NULL, set_up, test_money, tear_down);
  g_test_add ("/bulk-plan/clear", Fixture, NULL, set_up, test_clear, tear_down);
  g_test_add ("/bulk-plan/several", Fixture, NULL, set_up, test_several, tear_down);
  g_test_add ("/bulk-plan/currency", Fixture, NULL, set_up, test_currency, tear_down);
  g_test_add ("/bulk-plan/created", Fixture, NULL, set_up, test_created, tear_down);
  g_test_add_func ("/bulk-plan/fields", test_fields);
  g_test_add_func ("/bulk-plan/match", test_match);
  g_test_add_func ("/bulk-plan/detail", test_detail);
  g_test_add_func ("/bulk-plan/commitment", test_commitment);
  g_test_add_func ("/bulk-plan/open-ended", test_open_ended);
  g_test_add_func ("/bulk-plan/contradictions", test_contradictions);
  g_test_add_func ("/bulk-plan/many-contradictions", test_many_contradictions);
  return g_test_run ();
}
