/* The form of a renewal. */

#include "app/forms/renewal.h"
#include "base/error.h"
#include "store/history.h"

#include "fixture.h"
#include "register-fixture.h"

#define FIELD(name) tenure_record_field_index (TENURE_RECORD_AGREEMENT, name)

typedef struct
{
  RegisterFixture base;
  TenureId agreement, portfolio;
} Renewing;

static void
set_up (Renewing *fixture, gconstpointer data)
{
  const char *council, *term;

  register_fixture_set_up_empty (&fixture->base, data);
  council = register_fixture_insert (&fixture->base, TENURE_RECORD_ORGANISATION, "name", "North Ridge Council", NULL);
  term = register_fixture_insert (&fixture->base, TENURE_RECORD_AGREEMENT, "title", "Befriending", "start", "2026-04-01",
                                  "end", "2027-03-31", "signed", "2026-03-20", "renewal_status", "in_progress", "service",
                                  "Ageing well", NULL);
  register_fixture_insert (&fixture->base, TENURE_RECORD_FUNDER, "agreement", term, "organisation", council, NULL);
  register_fixture_insert (&fixture->base, TENURE_RECORD_EXTENSION, "agreement", term, "length", "P12M", NULL);
  fixture->agreement = g_ascii_strtoll (term, NULL, 10);
  fixture->portfolio = register_fixture_add_portfolio (&fixture->base, "North", NULL);
  register_fixture_put (&fixture->base, fixture->portfolio, fixture->agreement);
}

static void
tear_down (Renewing *fixture, gconstpointer data)
{
  register_fixture_tear_down (&fixture->base, data);
}

/* From the day after, as long as before; linked; what was of the old term alone stays behind; saved in one step. */
static void
test_renew (Renewing *fixture, gconstpointer data)
{
  TenureReader *reader = tenure_document_get_reader (fixture->base.document);
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureDraft) draft = tenure_renewal_draft_new (reader, fixture->agreement, day ("2027-03-31"), day ("2026-11-22"), &error);
  g_autoptr (TenureDraft) stored = NULL;
  guint funders = 0, options = 0;

  g_assert_no_error (error);
  g_assert_true (tenure_draft_renews (draft));
  g_assert_cmpstr (tenure_record_get_text_by_name (draft->record, "start"), ==, "2027-04-01");
  g_assert_cmpstr (tenure_record_get_text_by_name (draft->record, "end"), ==, "2028-03-31");
  g_assert_cmpstr (tenure_record_get_text_by_name (draft->record, "service"), ==, "Ageing well");
  g_assert_null (tenure_record_get_text_by_name (draft->record, "signed"));
  g_assert_null (tenure_record_get_text_by_name (draft->record, "renewal_status"));
  g_assert_cmpint (tenure_record_get_reference (draft->record, FIELD ("predecessor")), ==, fixture->agreement);
  g_assert_true (tenure_draft_save (draft, fixture->base.document, &error));
  g_assert_no_error (error);
  stored = tenure_draft_load (reader, TENURE_RECORD_AGREEMENT, draft->record->id, &error);
  g_assert_false (tenure_draft_renews (stored));
  for (guint i = 0; i < stored->children->len; i++)
    {
      const TenureDraft *child = stored->children->pdata[i];

      funders += child->record->type == TENURE_RECORD_FUNDER;
      options += child->record->type == TENURE_RECORD_EXTENSION;
    }
  g_assert_cmpuint (funders, ==, 1);
  g_assert_cmpuint (options, ==, 0);
  g_assert_cmpstr (tenure_document_get_undo_label (fixture->base.document), ==, "Renew “Befriending”");
}

/* A committed end that an option moved; a length that is no number of months; an end that nobody knows. */
static void
test_dates (Renewing *fixture, gconstpointer data)
{
  TenureReader *reader = tenure_document_get_reader (fixture->base.document);
  g_autoptr (TenureDraft) later = tenure_renewal_draft_new (reader, fixture->agreement, day ("2028-03-31"), day ("2026-11-22"), NULL);
  g_autoptr (TenureDraft) unknown = tenure_renewal_draft_new (reader, fixture->agreement, TENURE_DAY_NONE, day ("2026-11-22"), NULL);

  g_assert_cmpstr (tenure_record_get_text_by_name (later->record, "start"), ==, "2028-04-01");
  g_assert_cmpstr (tenure_record_get_text_by_name (later->record, "end"), ==, "2029-03-31");
  g_assert_null (tenure_record_get_text_by_name (unknown->record, "start"));
  g_assert_null (tenure_record_get_text_by_name (unknown->record, "end"));
}

static gboolean
set_status (TenureEdit *edit, gpointer data, GError **error)
{
  const TenureValue *status = ((gpointer *) data)[1];
  const Renewing *fixture = ((gpointer *) data)[0];

  return tenure_edit_set (edit, TENURE_RECORD_AGREEMENT, fixture->agreement, FIELD ("renewal_status"), status, error);
}

static TenureDraft *
renew (Renewing *fixture, const char *status)
{
  TenureReader *reader = tenure_document_get_reader (fixture->base.document);
  TenureValue value = { .kind = TENURE_VALUE_NULL };
  gpointer data[] = { fixture, &value };
  g_autoptr (GError) error = NULL;
  TenureDraft *draft;

  if (status != NULL)
    value = (TenureValue) TENURE_VALUE_OF_TEXT ((char *) status);
  tenure_document_edit (fixture->base.document, "Status", set_status, data, &error);
  g_assert_no_error (error);
  draft = tenure_renewal_draft_new (reader, fixture->agreement, day ("2027-03-31"), day ("2026-11-22"), &error);
  g_assert_no_error (error);
  return draft;
}

static guint
count_places (Renewing *fixture)
{
  g_autoptr (GPtrArray) places = tenure_reader_load_children (tenure_document_get_reader (fixture->base.document),
                                                              TENURE_RECORD_MEMBERSHIP, fixture->portfolio, NULL);

  return places->len;
}

/* What is offered beside the new term, and what is at first left out of it. */
static void
test_offers (Renewing *fixture, gconstpointer data)
{
  static const struct
  {
    const char *status, *note; /* NULL: the decision is not offered */
    gboolean left_out;
  } cases[] = {
    { NULL, "So far: not recorded", FALSE },
    { "in_progress", "So far: In progress", FALSE },
    { "not_renewing", "So far: Not renewing", TRUE },
    { "renewed", NULL, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureDraft) draft = renew (fixture, cases[i].status);
      const TenureDraft *first = draft->beside->pdata[0], *place = draft->beside->pdata[draft->beside->len - 1];

      g_test_message ("%s", cases[i].status);
      g_assert_cmpuint (draft->beside->len, ==, cases[i].note != NULL ? 2 : 1);
      g_assert_cmpstr (place->offer->words, ==, "Put it into the portfolio “North”");
      g_assert_false (tenure_draft_is_modified (draft));
      if (cases[i].note == NULL)
        continue;
      g_assert_cmpstr (first->offer->words, ==, "Record that “Befriending” was renewed");
      g_assert_cmpstr (first->offer->note, ==, cases[i].note);
      g_assert_cmpint (first->offer->left_out, ==, cases[i].left_out);
    }
}

/* One step with the new term, and one press of Undo for all of it. */
static void
test_same_step (Renewing *fixture, gconstpointer data)
{
  TenureReader *reader = tenure_document_get_reader (fixture->base.document);
  g_autoptr (TenureDraft) draft = renew (fixture, "in_progress");
  g_autoptr (TenureRecord) old = NULL;
  g_autoptr (TenureRecord) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = g_strdup (tenure_document_get_undo_label (fixture->base.document));

  g_assert_true (tenure_draft_save (draft, fixture->base.document, &error));
  g_assert_no_error (error);
  old = tenure_reader_load (reader, TENURE_RECORD_AGREEMENT, fixture->agreement, NULL);
  g_assert_cmpstr (tenure_record_get_text_by_name (old, "renewal_status"), ==, "renewed");
  g_assert_cmpstr (tenure_record_get_text_by_name (old, "decided"), ==, "2026-11-22");
  g_assert_cmpuint (count_places (fixture), ==, 2);
  g_assert_true (tenure_document_undo (fixture->base.document, NULL, NULL));
  again = tenure_reader_load (reader, TENURE_RECORD_AGREEMENT, fixture->agreement, NULL);
  g_assert_cmpstr (tenure_record_get_text_by_name (again, "renewal_status"), ==, "in_progress");
  g_assert_null (tenure_record_get_text_by_name (again, "decided"));
  g_assert_cmpuint (count_places (fixture), ==, 1);
  g_assert_cmpstr (tenure_document_get_undo_label (fixture->base.document), ==, before);
}

/* What is left out is not done, whatever is in it; what is not, has to be readable. */
static void
test_left_out (Renewing *fixture, gconstpointer data)
{
  TenureReader *reader = tenure_document_get_reader (fixture->base.document);
  g_autoptr (TenureDraft) draft = renew (fixture, "in_progress");
  TenureDraft *decision = draft->beside->pdata[0], *place = draft->beside->pdata[1];
  g_autoptr (TenureRecord) old = NULL;
  g_autoptr (GError) error = NULL;

  tenure_draft_set_text (decision, FIELD ("decided"), "some day");
  g_assert_true (tenure_draft_is_modified (draft));
  g_assert_false (tenure_draft_is_valid (draft));
  decision->offer->left_out = place->offer->left_out = TRUE;
  g_assert_true (tenure_draft_is_valid (draft));
  g_assert_true (tenure_draft_save (draft, fixture->base.document, &error));
  g_assert_no_error (error);
  old = tenure_reader_load (reader, TENURE_RECORD_AGREEMENT, fixture->agreement, NULL);
  g_assert_cmpstr (tenure_record_get_text_by_name (old, "renewal_status"), ==, "in_progress");
  g_assert_cmpuint (count_places (fixture), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/renewal/renew", Renewing, NULL, set_up, test_renew, tear_down);
  g_test_add ("/renewal/dates", Renewing, NULL, set_up, test_dates, tear_down);
  g_test_add ("/renewal/offers", Renewing, NULL, set_up, test_offers, tear_down);
  g_test_add ("/renewal/same-step", Renewing, NULL, set_up, test_same_step, tear_down);
  g_test_add ("/renewal/left-out", Renewing, NULL, set_up, test_left_out, tear_down);
  return g_test_run ();
}
