/* Procurement hints beside the regime of an agreement: what they are taken from. */

#include "app/forms/procurement-words.h"

#include "store/document.h"
#include "store/edit.h"

#include <string.h>

typedef struct
{
  char *folder;
  TenureDocument *document;
  TenureId council, trust;
} Fixture;

static TenureId
add_organisation (TenureEdit *edit, const char *name, const char *kind)
{
  g_autoptr (TenureRecord) record = tenure_record_new (TENURE_RECORD_ORGANISATION);

  tenure_record_set_text_by_name (record, "name", name);
  tenure_record_set_text_by_name (record, "kind", kind);
  g_assert_true (tenure_edit_insert (edit, record, NULL));
  return record->id;
}

static gboolean
add_funders (TenureEdit *edit, gpointer data, GError **error)
{
  Fixture *fixture = data;

  fixture->council = add_organisation (edit, "Aldermere Council", "council");
  fixture->trust = add_organisation (edit, "Northgate Hospitals", "nhs");
  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("tenure-procurement-XXXXXX", NULL);
  fixture->document = tenure_document_new (fixture->folder, NULL);
  g_assert_true (tenure_document_edit (fixture->document, "Add funders", add_funders, fixture, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  tenure_document_close (fixture->document, TRUE);
  g_clear_object (&fixture->document);
  g_free (fixture->folder);
}

static void
type_in (TenureDraft *draft, const char *name, const char *text)
{
  tenure_draft_set_text (draft, tenure_record_field_index (draft->record->type, name), text);
}

static void
choose (TenureDraft *draft, const char *name, const char *choice)
{
  TenureValue value = TENURE_VALUE_OF_TEXT ((char *) choice);

  tenure_draft_set_value (draft, tenure_record_field_index (draft->record->type, name), &value);
}

static void
add_funder (TenureDraft *draft, TenureId organisation)
{
  TenureDraft *funder =
      tenure_draft_add_child (draft, tenure_draft_new (TENURE_RECORD_FUNDER, tenure_record_get_currency (draft->record)));

  tenure_draft_set_reference (funder, tenure_record_field_index (TENURE_RECORD_FUNDER, "organisation"), organisation, "");
}

static TenureDraft *
new_contract (const char *regime)
{
  TenureDraft *draft = tenure_draft_new (TENURE_RECORD_AGREEMENT, TENURE_CURRENCY_GBP);

  type_in (draft, "title", "Advice line");
  choose (draft, "kind", "contract");
  type_in (draft, "start", "1 Apr 2026");
  type_in (draft, "end", "31 Mar 2029");
  type_in (draft, "value", "70,000");
  choose (draft, "value_basis", "annual");
  choose (draft, "value_tax", "gross");
  type_in (draft, "regime", regime);
  return draft;
}

static guint
count_lines (Fixture *fixture, TenureDraft *draft)
{
  g_autofree char *lines = tenure_procurement_dup_lines (draft, tenure_document_get_reader (fixture->document), FALSE);
  g_auto (GStrv) split = g_strsplit (lines != NULL ? lines : "", "\n", -1);

  return g_strv_length (split);
}

/* £70,000 a year for three years is £210,000; the amounts for councils alone, because a council pays. */
static void
test_a_council_buys (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TenureDraft) draft = new_contract ("Procurement Act 2023");
  g_autofree char *lines = NULL;

  g_assert_cmpuint (count_lines (fixture, draft), ==, 10);
  add_funder (draft, fixture->council);
  g_assert_cmpuint (count_lines (fixture, draft), ==, 8);
  lines = tenure_procurement_dup_lines (draft, tenure_document_get_reader (fixture->document), FALSE);
  g_assert_nonnull (strstr (lines, "• Since 1 Jan 2026, the full Act holds from £207,720 for services of councils"));
  g_assert_null (strstr (lines, "NHS trusts"));
  /* Two who pay together, of different kinds: either may have bought. */
  add_funder (draft, fixture->trust);
  g_assert_cmpuint (count_lines (fixture, draft), ==, 10);
}

static void
test_what_is_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TenureDraft) draft = new_contract ("");
  g_autofree char *lines = NULL;

  g_assert_cmpuint (count_lines (fixture, draft), ==, 0);
  type_in (draft, "regime", "Procurement Act 2023");
  type_in (draft, "value", "");
  lines = tenure_procurement_dup_lines (draft, tenure_document_get_reader (fixture->document), FALSE);
  g_assert_cmpstr (lines, ==, "Some procurement hints cannot be worked out. Not recorded: Value.");
}

/* Variations under the Provider Selection Regime, one of them taken out again. */
static void
test_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TenureDraft) draft = new_contract ("Provider Selection Regime");
  TenureDraft *first, *second;
  g_autofree char *lines = NULL;

  add_funder (draft, fixture->trust);
  first = tenure_draft_add_child (draft, tenure_draft_new (TENURE_RECORD_VARIATION, TENURE_CURRENCY_GBP));
  second = tenure_draft_add_child (draft, tenure_draft_new (TENURE_RECORD_VARIATION, TENURE_CURRENCY_GBP));
  type_in (first, "price_change", "300,000");
  type_in (second, "price_change", "200,000");
  lines = tenure_procurement_dup_lines (draft, tenure_document_get_reader (fixture->document), FALSE);
  g_assert_nonnull (strstr (lines, "Reached by changes of £500,000 in all:\n"));
  tenure_draft_remove (second);
  g_free (lines);
  lines = tenure_procurement_dup_lines (draft, tenure_document_get_reader (fixture->document), FALSE);
  g_assert_nonnull (strstr (lines, "Not reached by changes of £300,000 in all:\n"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/procurement-words/a-council-buys", Fixture, NULL, set_up, test_a_council_buys, tear_down);
  g_test_add ("/procurement-words/what-is-missing", Fixture, NULL, set_up, test_what_is_missing, tear_down);
  g_test_add ("/procurement-words/changes", Fixture, NULL, set_up, test_changes, tear_down);
  return g_test_run ();
}
