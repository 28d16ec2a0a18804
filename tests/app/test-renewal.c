/* The form of a renewal. */

#include "app/forms/renewal.h"
#include "base/error.h"
#include "store/edit.h"
#include "store/history.h"

#include <glib/gstdio.h>

#define FIELD(name) tenure_record_field_index (TENURE_RECORD_AGREEMENT, name)

typedef struct
{
  char *folder;
  TenureDocument *document;
  TenureId agreement, portfolio;
} Fixture;

static gboolean
insert_child (TenureEdit *edit, TenureRecordType type, TenureId agreement, const char *field, const char *text, GError **error)
{
  g_autoptr (TenureRecord) child = tenure_record_new (type);

  tenure_record_set_reference (child, tenure_record_field_index (type, "agreement"), agreement);
  if (field != NULL)
    tenure_record_set_text_by_name (child, field, text);
  return tenure_edit_insert (edit, child, error);
}

/* In “North” by hand. */
static gboolean
put_in (TenureEdit *edit, Fixture *fixture, GError **error)
{
  g_autoptr (TenureRecord) portfolio = tenure_record_new (TENURE_RECORD_PORTFOLIO);
  g_autoptr (TenureRecord) place = tenure_record_new (TENURE_RECORD_MEMBERSHIP);

  tenure_record_set_text_by_name (portfolio, "name", "North");
  if (!tenure_edit_insert (edit, portfolio, error))
    return FALSE;
  fixture->portfolio = portfolio->id;
  tenure_record_set_reference (place, tenure_record_field_index (TENURE_RECORD_MEMBERSHIP, "portfolio"), portfolio->id);
  tenure_record_set_reference (place, tenure_record_field_index (TENURE_RECORD_MEMBERSHIP, "agreement"), fixture->agreement);
  return tenure_edit_insert (edit, place, error);
}

static gboolean
fill (TenureEdit *edit, gpointer data, GError **error)
{
  Fixture *fixture = data;
  g_autoptr (TenureRecord) record = tenure_record_new (TENURE_RECORD_AGREEMENT);
  g_autoptr (TenureRecord) funder = tenure_record_new (TENURE_RECORD_FUNDER);
  g_autoptr (TenureRecord) council = tenure_record_new (TENURE_RECORD_ORGANISATION);

  tenure_record_set_text_by_name (council, "name", "North Ridge Council");
  if (!tenure_edit_insert (edit, council, error))
    return FALSE;
  tenure_record_set_text_by_name (record, "title", "Befriending");
  tenure_record_set_text_by_name (record, "start", "2026-04-01");
  tenure_record_set_text_by_name (record, "end", "2027-03-31");
  tenure_record_set_text_by_name (record, "signed", "2026-03-20");
  tenure_record_set_text_by_name (record, "renewal_status", "in_progress");
  tenure_record_set_text_by_name (record, "service", "Ageing well");
  if (!tenure_edit_insert (edit, record, error))
    return FALSE;
  fixture->agreement = record->id;
  tenure_record_set_reference (funder, tenure_record_field_index (TENURE_RECORD_FUNDER, "agreement"), record->id);
  tenure_record_set_reference (funder, tenure_record_field_index (TENURE_RECORD_FUNDER, "organisation"), council->id);
  return tenure_edit_insert (edit, funder, error) && put_in (edit, fixture, error)
         && insert_child (edit, TENURE_RECORD_EXTENSION, record->id, "length", "P12M", error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("tenure-renewal-XXXXXX", NULL);
  fixture->document = tenure_document_new (fixture->folder, NULL);
  tenure_document_edit (fixture->document, "Fill", fill, fixture, &error);
  g_assert_no_error (error);
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

static TenureDay
day (const char *text)
{
  TenureDay value = TENURE_DAY_NONE;

  g_assert_true (tenure_day_parse_iso (text, &value));
  return value;
}

/* From the day after, as long as before; linked; what was of the old term alone stays behind; saved in one step. */
static void
test_renew (Fixture *fixture, gconstpointer data)
{
  TenureReader *reader = tenure_document_get_reader (fixture->document);
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
  g_assert_true (tenure_draft_save (draft, fixture->document, &error));
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
  g_assert_cmpstr (tenure_document_get_undo_label (fixture->document), ==, "Renew “Befriending”");
}

/* A committed end that an option moved; a length that is no number of months; an end that nobody knows. */
static void
test_dates (Fixture *fixture, gconstpointer data)
{
  TenureReader *reader = tenure_document_get_reader (fixture->document);
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
  const Fixture *fixture = ((gpointer *) data)[0];

  return tenure_edit_set (edit, TENURE_RECORD_AGREEMENT, fixture->agreement, FIELD ("renewal_status"), status, error);
}

static TenureDraft *
renew (Fixture *fixture, const char *status)
{
  TenureReader *reader = tenure_document_get_reader (fixture->document);
  TenureValue value = { .kind = TENURE_VALUE_NULL };
  gpointer data[] = { fixture, &value };
  g_autoptr (GError) error = NULL;
  TenureDraft *draft;

  if (status != NULL)
    value = (TenureValue) TENURE_VALUE_OF_TEXT ((char *) status);
  tenure_document_edit (fixture->document, "Status", set_status, data, &error);
  g_assert_no_error (error);
  draft = tenure_renewal_draft_new (reader, fixture->agreement, day ("2027-03-31"), day ("2026-11-22"), &error);
  g_assert_no_error (error);
  return draft;
}

static guint
count_places (Fixture *fixture)
{
  g_autoptr (GPtrArray) places = tenure_reader_load_children (tenure_document_get_reader (fixture->document),
                                                              TENURE_RECORD_MEMBERSHIP, fixture->portfolio, NULL);

  return places->len;
}

/* What is offered beside the new term, and what is at first left out of it. */
static void
test_offers (Fixture *fixture, gconstpointer data)
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
test_same_step (Fixture *fixture, gconstpointer data)
{
  TenureReader *reader = tenure_document_get_reader (fixture->document);
  g_autoptr (TenureDraft) draft = renew (fixture, "in_progress");
  g_autoptr (TenureRecord) old = NULL;
  g_autoptr (TenureRecord) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (tenure_draft_save (draft, fixture->document, &error));
  g_assert_no_error (error);
  old = tenure_reader_load (reader, TENURE_RECORD_AGREEMENT, fixture->agreement, NULL);
  g_assert_cmpstr (tenure_record_get_text_by_name (old, "renewal_status"), ==, "renewed");
  g_assert_cmpstr (tenure_record_get_text_by_name (old, "decided"), ==, "2026-11-22");
  g_assert_cmpuint (count_places (fixture), ==, 2);
  g_assert_true (tenure_document_undo (fixture->document, NULL, NULL));
  again = tenure_reader_load (reader, TENURE_RECORD_AGREEMENT, fixture->agreement, NULL);
  g_assert_cmpstr (tenure_record_get_text_by_name (again, "renewal_status"), ==, "in_progress");
  g_assert_null (tenure_record_get_text_by_name (again, "decided"));
  g_assert_cmpuint (count_places (fixture), ==, 1);
  g_assert_cmpstr (tenure_document_get_undo_label (fixture->document), ==, "Fill");
}

/* What is left out is not done, whatever is in it; what is not, has to be readable. */
static void
test_left_out (Fixture *fixture, gconstpointer data)
{
  TenureReader *reader = tenure_document_get_reader (fixture->document);
  g_autoptr (TenureDraft) draft = renew (fixture, "in_progress");
  TenureDraft *decision = draft->beside->pdata[0], *place = draft->beside->pdata[1];
  g_autoptr (TenureRecord) old = NULL;
  g_autoptr (GError) error = NULL;

  tenure_draft_set_text (decision, FIELD ("decided"), "some day");
  g_assert_true (tenure_draft_is_modified (draft));
  g_assert_false (tenure_draft_is_valid (draft));
  decision->offer->left_out = place->offer->left_out = TRUE;
  g_assert_true (tenure_draft_is_valid (draft));
  g_assert_true (tenure_draft_save (draft, fixture->document, &error));
  g_assert_no_error (error);
  old = tenure_reader_load (reader, TENURE_RECORD_AGREEMENT, fixture->agreement, NULL);
  g_assert_cmpstr (tenure_record_get_text_by_name (old, "renewal_status"), ==, "in_progress");
  g_assert_cmpuint (count_places (fixture), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/renewal/renew", Fixture, NULL, set_up, test_renew, tear_down);
  g_test_add ("/renewal/dates", Fixture, NULL, set_up, test_dates, tear_down);
  g_test_add ("/renewal/offers", Fixture, NULL, set_up, test_offers, tear_down);
  g_test_add ("/renewal/same-step", Fixture, NULL, set_up, test_same_step, tear_down);
  g_test_add ("/renewal/left-out", Fixture, NULL, set_up, test_left_out, tear_down);
  return g_test_run ();
}
