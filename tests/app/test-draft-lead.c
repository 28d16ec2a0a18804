/* An agreement as it is typed, held against the one that it is under and those under it. */

#include "app/forms/draft-lead.h"
#include "app/forms/draft-store.h"
#include "store/edit.h"

#include <glib/gstdio.h>

#define FIELD(name) tenure_record_field_index (TENURE_RECORD_AGREEMENT, name)

/* A lead of £100,000 for two years, an agreement of £60,000 under it, and an agreement of £10,000 for one. */
typedef struct
{
  char *folder;
  TenureDocument *document;
  TenureReader *reader;
  TenureId lead, sub, small;
} Fixture;

static TenureId
insert (TenureEdit *edit, const char *title, const char *end, gint64 pounds, TenureId lead, GError **error)
{
  g_autoptr (TenureRecord) record = tenure_record_new (TENURE_RECORD_AGREEMENT);

  tenure_record_set_text_by_name (record, "title", title);
  tenure_record_set_text_by_name (record, "start", "2026-04-01");
  tenure_record_set_text_by_name (record, "end", end);
  tenure_record_set_text_by_name (record, "currency", "GBP");
  tenure_record_set_text_by_name (record, "value_basis", "total");
  tenure_record_set_integer (record, FIELD ("value"), pounds * 100);
  if (lead != TENURE_ID_NONE)
    tenure_record_set_reference (record, FIELD ("lead_agreement"), lead);
  return tenure_edit_insert (edit, record, error) ? record->id : TENURE_ID_NONE;
}

static gboolean
fill (TenureEdit *edit, gpointer data, GError **error)
{
  Fixture *fixture = data;

  fixture->lead = insert (edit, "Lead", "2028-03-31", 100000, TENURE_ID_NONE, error);
  fixture->sub = fixture->lead != TENURE_ID_NONE ? insert (edit, "Sub", "2028-03-31", 60000, fixture->lead, error) : TENURE_ID_NONE;
  fixture->small = fixture->sub != TENURE_ID_NONE ? insert (edit, "Small", "2027-03-31", 10000, TENURE_ID_NONE, error) : TENURE_ID_NONE;
  return fixture->small != TENURE_ID_NONE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("tenure-draft-lead-XXXXXX", NULL);
  fixture->document = tenure_document_new (fixture->folder, NULL);
  tenure_document_edit (fixture->document, "Fill", fill, fixture, &error);
  g_assert_no_error (error);
  fixture->reader = tenure_document_get_reader (fixture->document);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *working = g_build_filename (fixture->folder, "working", NULL);

  tenure_document_close (fixture->document, TRUE);
  g_object_unref (fixture->document);
  g_rmdir (working);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static void
type_in (TenureDraft *draft, const char *field, const char *text)
{
  tenure_draft_set_text (draft, FIELD (field), text);
}

static void
assert_said (TenureDraftLead *lead, const char *field, const char *words)
{
  g_autofree char *said = tenure_draft_lead_dup_contradiction (lead, FIELD (field));

  g_assert_cmpstr (said, ==, words);
}

/* One more under the lead, as it is typed. */
static TenureDraft *
begin (Fixture *fixture)
{
  TenureDraft *draft = tenure_draft_new (TENURE_RECORD_AGREEMENT, TENURE_CURRENCY_GBP);

  tenure_draft_set_reference (draft, FIELD ("lead_agreement"), fixture->lead, "Lead");
  type_in (draft, "start", "1/4/26");
  return draft;
}

static void
test_end (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *end, *said;
  } cases[] = {
    { "30/3/28", NULL },
    { "31/3/28", NULL },
    { "1/4/28", "It runs to 1 Apr 2028, and the agreement that it is under to 31 Mar 2028." },
    { "", NULL },
  };
  g_autoptr (TenureDraft) draft = begin (fixture);
  g_autoptr (TenureDraftLead) lead = tenure_draft_lead_new (draft, fixture->reader);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      type_in (draft, "end", cases[i].end);
      g_test_message ("%s", cases[i].end);
      assert_said (lead, "end", cases[i].said);
      assert_said (lead, "title", NULL);
    }
  /* The end is worked out: what is to be looked at is the lead. */
  type_in (draft, "duration", "3 years");
  assert_said (lead, "end", NULL);
  assert_said (lead, "lead_agreement", "It runs to 31 Mar 2029, and the agreement that it is under to 31 Mar 2028.");
}

/* With what is passed on already. A yearly value counts over the term. */
static void
test_value (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *value, *said;
  } cases[] = {
    { "40k in total", NULL },
    { "40,001 in total",
      "“Lead” passes on more than it has. The agreements under it come to £100,001, more than its own £100,000." },
    { "20k a year", NULL },
    { "21k a year",
      "“Lead” passes on more than it has. The agreements under it come to £102,000, more than its own £100,000." },
    { "", NULL },
  };
  g_autoptr (TenureDraft) draft = begin (fixture);
  g_autoptr (TenureDraftLead) lead = tenure_draft_lead_new (draft, fixture->reader);

  type_in (draft, "end", "31/3/28");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      type_in (draft, "value", cases[i].value);
      g_test_message ("%s", cases[i].value);
      assert_said (lead, "value", cases[i].said);
    }
}

/* Another lead is another question, and none is none; itself it cannot be under. */
static void
test_other_lead (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TenureDraft) draft = begin (fixture);
  g_autoptr (TenureDraftLead) lead = tenure_draft_lead_new (draft, fixture->reader);

  type_in (draft, "end", "31/3/28");
  type_in (draft, "value", "12k in total");
  assert_said (lead, "end", NULL);
  assert_said (lead, "value", NULL);
  tenure_draft_set_reference (draft, FIELD ("lead_agreement"), fixture->small, "Small");
  assert_said (lead, "end", "It runs to 31 Mar 2028, and the agreement that it is under to 31 Mar 2027.");
  assert_said (lead, "value",
               "“Small” passes on more than it has. The agreements under it come to £12,000, more than its own £10,000.");
  tenure_draft_set_reference (draft, FIELD ("lead_agreement"), TENURE_ID_NONE, NULL);
  assert_said (lead, "end", NULL);
  tenure_draft_set_reference (draft, FIELD ("lead_agreement"), draft->record->id, "Itself");
  assert_said (lead, "value", NULL);
}

/* A stored one does not count twice, and a lead looks at those under it. */
static void
test_stored (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TenureDraft) sub = tenure_draft_load (fixture->reader, TENURE_RECORD_AGREEMENT, fixture->sub, NULL);
  g_autoptr (TenureDraft) above = tenure_draft_load (fixture->reader, TENURE_RECORD_AGREEMENT, fixture->lead, NULL);
  g_autoptr (TenureDraftLead) of_sub = tenure_draft_lead_new (sub, fixture->reader);
  g_autoptr (TenureDraftLead) of_lead = tenure_draft_lead_new (above, fixture->reader);

  type_in (sub, "value", "100k in total");
  assert_said (of_sub, "value", NULL);
  type_in (sub, "value", "100,001 in total");
  assert_said (of_sub, "value",
               "“Lead” passes on more than it has. The agreements under it come to £100,001, more than its own £100,000.");
  assert_said (of_lead, "value", NULL);
  type_in (above, "value", "60k in total");
  assert_said (of_lead, "value", NULL);
  type_in (above, "value", "59k in total");
  assert_said (of_lead, "value", "The agreements under it come to £60,000, more than its own £59,000.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/draft-lead/end", Fixture, NULL, set_up, test_end, tear_down);
  g_test_add ("/draft-lead/value", Fixture, NULL, set_up, test_value, tear_down);
  g_test_add ("/draft-lead/other-lead", Fixture, NULL, set_up, test_other_lead, tear_down);
  g_test_add ("/draft-lead/stored", Fixture, NULL, set_up, test_stored, tear_down);
  return g_test_run ();
}
