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
  TenureId agreement;
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
  return tenure_edit_insert (edit, funder, error)
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
  g_autoptr (TenureDraft) draft = tenure_renewal_draft_new (reader, fixture->agreement, day ("2027-03-31"), &error);
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
  g_autoptr (TenureDraft) later = tenure_renewal_draft_new (reader, fixture->agreement, day ("2028-03-31"), NULL);
  g_autoptr (TenureDraft) unknown = tenure_renewal_draft_new (reader, fixture->agreement, TENURE_DAY_NONE, NULL);

  g_assert_cmpstr (tenure_record_get_text_by_name (later->record, "start"), ==, "2028-04-01");
  g_assert_cmpstr (tenure_record_get_text_by_name (later->record, "end"), ==, "2029-03-31");
  g_assert_null (tenure_record_get_text_by_name (unknown->record, "start"));
  g_assert_null (tenure_record_get_text_by_name (unknown->record, "end"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/renewal/renew", Fixture, NULL, set_up, test_renew, tear_down);
  g_test_add ("/renewal/dates", Fixture, NULL, set_up, test_dates, tear_down);
  return g_test_run ();
}
