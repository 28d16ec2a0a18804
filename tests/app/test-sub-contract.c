/* The form of what a lead passes on. */

#include "app/forms/sub-contract.h"
#include "base/error.h"
#include "store/history.h"

#include "fixture.h"
#include "register-fixture.h"

#define FIELD(name) tenure_record_field_index (TENURE_RECORD_AGREEMENT, name)

typedef struct
{
  RegisterFixture base;
  TenureId agreement, provider;
} Passing;

static void
set_up (Passing *fixture, gconstpointer data)
{
  const char *lead;

  register_fixture_set_up_empty (&fixture->base, data);
  lead = register_fixture_insert (&fixture->base, TENURE_RECORD_AGREEMENT, "title", "Befriending", "start", "2026-04-01",
                                  "end", "2027-03-31", "signed", "2026-03-20", "service", "Ageing well", "programme",
                                  "Winter fund", "place", "Skelmoor", "currency", "EUR", "value", "4500000", NULL);
  fixture->agreement = g_ascii_strtoll (lead, NULL, 10);
}

static void
tear_down (Passing *fixture, gconstpointer data)
{
  register_fixture_tear_down (&fixture->base, data);
}

/* What is likely to be the same is filled in, what the lead alone has is not; saved as one step. */
static void
test_proposal (Passing *fixture, gconstpointer data)
{
  TenureReader *reader = tenure_document_get_reader (fixture->base.document);
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureDraft) draft = tenure_sub_contract_draft_new (reader, fixture->agreement, day ("2028-03-31"), &error);

  g_assert_no_error (error);
  g_assert_cmpint (tenure_record_get_reference (draft->record, FIELD ("lead_agreement")), ==, fixture->agreement);
  g_assert_cmpstr (tenure_record_get_text_by_name (draft->record, "service"), ==, "Ageing well");
  g_assert_cmpstr (tenure_record_get_text_by_name (draft->record, "programme"), ==, "Winter fund");
  g_assert_cmpstr (tenure_record_get_text_by_name (draft->record, "place"), ==, "Skelmoor");
  g_assert_cmpstr (tenure_record_get_text_by_name (draft->record, "currency"), ==, "EUR");
  g_assert_cmpstr (tenure_record_get_text_by_name (draft->record, "start"), ==, "2026-04-01");
  g_assert_cmpstr (tenure_record_get_text_by_name (draft->record, "end"), ==, "2028-03-31");
  g_assert_null (tenure_record_get_text_by_name (draft->record, "title"));
  g_assert_null (tenure_record_get_text_by_name (draft->record, "signed"));
  g_assert_false (tenure_record_is_known (draft->record, FIELD ("value")));
  g_assert_false (tenure_record_is_known (draft->record, FIELD ("predecessor")));
  g_assert_cmpuint (draft->children->len, ==, 0);
  g_assert_false (tenure_draft_is_modified (draft));
  tenure_draft_set_text (draft, FIELD ("title"), "Visits");
  g_assert_true (tenure_draft_save (draft, fixture->base.document, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (tenure_document_get_undo_label (fixture->base.document), ==, "Add agreement “Visits”");
}

static gboolean
set_provider (TenureEdit *edit, gpointer data, GError **error)
{
  Passing *fixture = data;
  g_autoptr (TenureRecord) lead = tenure_record_new (TENURE_RECORD_ORGANISATION);
  TenureValue value;

  tenure_record_set_text_by_name (lead, "name", "Lantern Trust");
  if (!tenure_edit_insert (edit, lead, error))
    return FALSE;
  fixture->provider = lead->id;
  value = (TenureValue) TENURE_VALUE_OF_INTEGER (lead->id);
  return tenure_edit_set (edit, TENURE_RECORD_AGREEMENT, fixture->agreement, FIELD ("provider"), &value, error);
}

/* The lead organisation pays it: proposed, so that leaving it loses nothing, and to be taken out or changed. */
static void
test_funder (Passing *fixture, gconstpointer data)
{
  TenureReader *reader = tenure_document_get_reader (fixture->base.document);
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureDraft) draft = NULL;
  g_autoptr (GPtrArray) funders = NULL;
  g_autofree char *title = NULL;
  TenureDraft *funder;

  g_assert_true (tenure_document_edit (fixture->base.document, "Provider", set_provider, fixture, &error));
  draft = tenure_sub_contract_draft_new (reader, fixture->agreement, TENURE_DAY_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (draft->children->len, ==, 1);
  g_assert_false (tenure_draft_is_modified (draft));
  funder = draft->children->pdata[0];
  title = tenure_draft_dup_title (funder);
  g_assert_cmpstr (title, ==, "Lantern Trust");
  tenure_draft_set_text (draft, FIELD ("title"), "Visits");
  g_assert_true (tenure_draft_save (draft, fixture->base.document, &error));
  g_assert_no_error (error);
  funders = tenure_reader_load_children (reader, TENURE_RECORD_FUNDER, draft->record->id, NULL);
  g_assert_cmpuint (funders->len, ==, 1);
  g_assert_cmpint (tenure_record_get_reference (funders->pdata[0], tenure_record_field_index (TENURE_RECORD_FUNDER, "organisation")),
                   ==, fixture->provider);
  tenure_draft_remove (funder);
  g_assert_true (tenure_draft_is_modified (draft));
}

/* An end that nobody knows, and a lead that has gone. */
static void
test_unknown (Passing *fixture, gconstpointer data)
{
  TenureReader *reader = tenure_document_get_reader (fixture->base.document);
  g_autoptr (TenureDraft) draft = tenure_sub_contract_draft_new (reader, fixture->agreement, TENURE_DAY_NONE, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (tenure_record_get_text_by_name (draft->record, "end"));
  g_assert_null (tenure_sub_contract_draft_new (reader, fixture->agreement + 1, TENURE_DAY_NONE, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/sub-contract/proposal", Passing, NULL, set_up, test_proposal, tear_down);
  g_test_add ("/sub-contract/unknown", Passing, NULL, set_up, test_unknown, tear_down);
  g_test_add ("/sub-contract/funder", Passing, NULL, set_up, test_funder, tear_down);
  return g_test_run ();
}
