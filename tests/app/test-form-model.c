/* Forms without widgets: drafts, the rows that show them, and storing them as one step. */

#include "app/forms/draft-store.h"
#include "app/forms/payment.h"
#include "app/forms/record-words.h"
#include "app/forms/set-aside.h"

#include "base/error.h"
#include "store/edit.h"
#include "store/history.h"

#include <glib/gstdio.h>
#include <string.h>

static guint
field (TenureRecordType type, const char *name)
{
  return tenure_record_field_index (type, name);
}

static void
type_in (TenureDraft *draft, const char *name, const char *text)
{
  tenure_draft_set_text (draft, field (draft->record->type, name), text);
}

static TenureFormRow *
row_of (const TenureDraft *draft, const char *name)
{
  return tenure_form_row (draft, field (draft->record->type, name));
}

static TenureDraft *
new_agreement (const char *title)
{
  TenureDraft *draft = tenure_draft_new (TENURE_RECORD_AGREEMENT, TENURE_CURRENCY_GBP);

  type_in (draft, "title", title);
  return draft;
}

/* --- The decision on what comes next ------------------------------------------------------------------------- */

static const char *
decided_of (const TenureDraft *draft)
{
  return tenure_record_get_text_by_name (draft->record, "decided");
}

static void
choose_renewal (TenureDraft *draft, const char *status)
{
  TenureValue value = TENURE_VALUE_OF_TEXT ((char *) status);

  tenure_draft_set_value (draft, field (TENURE_RECORD_AGREEMENT, "renewal_status"), &value);
}

/* What settles a decision is in plain view; the day of it is proposed with the decision, and anybody's to change. */
static void
test_decision (void)
{
  g_autoptr (TenureDraft) draft = new_agreement ("Befriending");
  g_autoptr (TenureFormRow) status = row_of (draft, "renewal_status"), day = row_of (draft, "decided");
  g_autoptr (TenureFormRow) words = row_of (draft, "decision"), proposed = NULL, typed = NULL;

  g_assert_false (status->secondary || day->secondary || words->secondary);
  choose_renewal (draft, "renewed");
  g_assert_null (decided_of (draft));
  draft->as_of = 20778;
  choose_renewal (draft, "in_progress");
  g_assert_null (decided_of (draft));
  choose_renewal (draft, "not_renewing");
  g_assert_cmpstr (decided_of (draft), ==, "2026-11-21");
  proposed = row_of (draft, "decided");
  g_assert_cmpstr (proposed->remark, ==, "Proposed: the day you look at.");
  choose_renewal (draft, "in_progress");
  g_assert_null (decided_of (draft));
  choose_renewal (draft, "renewed");
  type_in (draft, "decided", "1/11/26");
  typed = row_of (draft, "decided");
  g_assert_null (typed->remark);
  choose_renewal (draft, "not_renewing");
  g_assert_cmpstr (decided_of (draft), ==, "2026-11-01");
}

/* What cannot be read, and a day that is stored, stand as they are. */
static void
test_decision_keeps_what_is_there (void)
{
  g_autoptr (TenureDraft) stored = new_agreement ("Befriending");
  g_autoptr (TenureDraft) draft = NULL;

  type_in (stored, "decided", "21/11/26");
  draft = tenure_draft_new_for (stored->record);
  draft->as_of = 20778;
  choose_renewal (draft, "in_progress");
  g_assert_cmpstr (decided_of (draft), ==, "2026-11-21");
  type_in (draft, "decided", "soon");
  choose_renewal (draft, "renewed");
  g_assert_null (decided_of (draft));
  g_assert_cmpstr (draft->texts[field (TENURE_RECORD_AGREEMENT, "decided")], ==, "soon");
}

/* --- Rows ---------------------------------------------------------------------------------------------------- */

static void
test_every_field_has_one_row (void)
{
  for (int type = 0; type < TENURE_N_RECORDS; type++)
    {
      const TenureRecordDef *def = tenure_record_def (type);
      g_autoptr (TenureDraft) draft = tenure_draft_new (type, TENURE_CURRENCY_NONE);
      g_autoptr (GPtrArray) groups = tenure_form_rows (draft);
      g_autofree guint *seen = g_new0 (guint, def->n_fields);

      for (guint i = 0; i < groups->len; i++)
        {
          const TenureFormGroup *group = g_ptr_array_index (groups, i);

          for (guint j = 0; j < group->rows->len; j++)
            seen[((const TenureFormRow *) g_ptr_array_index (group->rows, j))->field]++;
        }
      for (guint i = 0; i < def->n_fields; i++)
        {
          g_test_message ("%s.%s", def->table, def->fields[i].name);
          g_assert_cmpuint (seen[i], ==, def->fields[i].flags & (TENURE_FIELD_PARENT | TENURE_FIELD_FIXED | TENURE_FIELD_INHERITED) ? 0 : 1);
        }
    }
}

static void
test_groups_keep_their_order (void)
{
  static const char *const titles[] = { "Agreement",   "Term",          "Money", "Notice and renewal",
                                        "Procurement", "Specification", "Key person",         "Notes" };
  g_autoptr (TenureDraft) draft = new_agreement ("Advice line");
  g_autoptr (GPtrArray) groups = tenure_form_rows (draft);

  g_assert_cmpuint (groups->len, ==, G_N_ELEMENTS (titles));
  for (guint i = 0; i < groups->len; i++)
    g_assert_cmpstr (((const TenureFormGroup *) g_ptr_array_index (groups, i))->title, ==, titles[i]);
}

static void
test_choices_start_with_not_recorded (void)
{
  g_autoptr (TenureDraft) draft = new_agreement ("Advice line");
  g_autoptr (TenureFormRow) kind = row_of (draft, "kind");
  g_autoptr (TenureFormRow) open_ended = row_of (draft, "open_ended");
  g_autoptr (TenureFormRow) foreign = NULL;
  TenureValue value = TENURE_VALUE_OF_TEXT ("partnering arrangement");
  const TenureFormOption *option = g_ptr_array_index (kind->options, 0);

  g_assert_cmpstr (option->label, ==, "Not recorded");
  g_assert_cmpint (option->value.kind, ==, TENURE_VALUE_NULL);
  g_assert_cmpuint (kind->chosen, ==, 0);
  g_assert_cmpuint (open_ended->options->len, ==, 3);

  tenure_draft_set_value (draft, kind->field, &value);
  foreign = row_of (draft, "kind");
  g_assert_cmpuint (foreign->options->len, ==, kind->options->len + 1);
  g_assert_cmpuint (foreign->chosen, ==, kind->options->len);
}

static void
test_problems_stand_beside_their_field (void)
{
  g_autoptr (TenureDraft) draft = new_agreement ("");
  g_autoptr (TenureFormRow) quiet = row_of (draft, "title");
  g_autoptr (TenureFormRow) loud = NULL;
  g_autoptr (TenureFormRow) start = NULL;
  g_autoptr (TenureFormRow) mended = NULL;

  g_assert_null (quiet->problem);
  g_assert_false (tenure_draft_is_valid (draft));
  tenure_draft_insist (draft);
  loud = row_of (draft, "title");
  g_assert_nonnull (loud->problem);

  type_in (draft, "title", "Advice line");
  type_in (draft, "start", "31/2/27");
  start = row_of (draft, "start");
  g_assert_nonnull (start->problem);
  g_assert_cmpstr (start->text, ==, "31/2/27");
  g_assert_false (tenure_draft_is_valid (draft));

  type_in (draft, "start", "28/2/27");
  mended = row_of (draft, "start");
  g_assert_null (mended->problem);
  g_assert_cmpstr (mended->text, ==, "28 Feb 2027");
  g_assert_true (tenure_draft_is_valid (draft));
}

static void
test_end_before_start_is_said_not_refused (void)
{
  g_autoptr (TenureDraft) draft = new_agreement ("Advice line");
  g_autoptr (TenureFormRow) end = NULL;

  type_in (draft, "start", "1/4/2027");
  type_in (draft, "end", "31/3/2027");
  end = row_of (draft, "end");
  g_assert_null (end->problem);
  g_assert_cmpstr (end->hint, ==, "The end, 31 Mar 2027, lies before the start, 1 Apr 2027.");
  g_assert_true (tenure_draft_is_valid (draft));
}

static void
test_another_currency_is_refused (void)
{
  g_autoptr (TenureDraft) draft = new_agreement ("Advice line");
  g_autoptr (TenureDraft) bare = tenure_draft_new (TENURE_RECORD_AGREEMENT, TENURE_CURRENCY_NONE);
  g_autoptr (TenureFormRow) value = NULL;

  type_in (draft, "value", "€45,000");
  value = row_of (draft, "value");
  g_assert_nonnull (value->problem);
  g_assert_nonnull (strstr (value->problem, "EUR"));

  type_in (bare, "value", "€45,000");
  g_assert_cmpuint (tenure_record_get_currency (bare->record), ==, TENURE_CURRENCY ('E', 'U', 'R'));
}

/* --- Drafts -------------------------------------------------------------------------------------------------- */

static void
test_modified (void)
{
  g_autoptr (TenureDraft) draft = tenure_draft_new (TENURE_RECORD_AGREEMENT, TENURE_CURRENCY_GBP);
  TenureDraft *funder;

  g_assert_false (tenure_draft_is_modified (draft));
  funder = tenure_draft_add_child (draft, tenure_draft_new (TENURE_RECORD_FUNDER, TENURE_CURRENCY_NONE));
  g_assert_false (tenure_draft_is_modified (draft));
  type_in (funder, "share", "50");
  g_assert_true (tenure_draft_is_modified (draft));
  tenure_draft_remove (funder);
  g_assert_false (tenure_draft_is_modified (draft));
  type_in (draft, "value", "nonsense");
  g_assert_true (tenure_draft_is_modified (draft));
}

static void
test_label (void)
{
  g_autoptr (TenureDraft) added = new_agreement ("Advice line");
  g_autoptr (TenureDraft) changed = tenure_draft_new_for (added->record);
  g_autofree char *add = tenure_draft_dup_label (added);
  g_autofree char *one = NULL;
  g_autofree char *vat = NULL;
  g_autofree char *many = NULL;
  TenureValue net = TENURE_VALUE_OF_TEXT ("net");

  g_assert_cmpstr (add, ==, "Add agreement “Advice line”");
  type_in (changed, "end", "31/3/27");
  one = tenure_draft_dup_label (changed);
  g_assert_cmpstr (one, ==, "Change signed end of “Advice line”");
  type_in (changed, "end", "");
  tenure_draft_set_value (changed, field (TENURE_RECORD_AGREEMENT, "value_tax"), &net);
  vat = tenure_draft_dup_label (changed);
  g_assert_cmpstr (vat, ==, "Change VAT of “Advice line”");
  type_in (changed, "start", "1/4/26");
  many = tenure_draft_dup_label (changed);
  g_assert_cmpstr (many, ==, "Change “Advice line”");
}

/* --- Storing ------------------------------------------------------------------------------------------------- */

typedef struct
{
  char *state_dir;
  TenureDocument *document;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->state_dir = g_dir_make_tmp ("tenure-form-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->document = tenure_document_new (fixture->state_dir, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  tenure_document_close (fixture->document, TRUE);
  g_assert_finalize_object (fixture->document);
  g_free (fixture->state_dir);
}

static guint
count (Fixture *fixture, TenureRecordType type)
{
  return (guint) tenure_reader_count (tenure_document_get_reader (fixture->document), type, NULL);
}

static void
save (Fixture *fixture, TenureDraft *draft)
{
  g_autoptr (GError) error = NULL;

  tenure_draft_save (draft, fixture->document, &error);
  g_assert_no_error (error);
}

/* An agreement with a funder that does not exist yet: one step stores three records, one undo takes them back. */
static TenureId
store_agreement (Fixture *fixture)
{
  g_autoptr (TenureDraft) draft = new_agreement ("Advice line");
  TenureDraft *funder = tenure_draft_add_child (draft, tenure_draft_new (TENURE_RECORD_FUNDER, TENURE_CURRENCY_NONE));
  TenureRecord *council = tenure_record_new (TENURE_RECORD_ORGANISATION);
  TenureRecord *unused = tenure_record_new (TENURE_RECORD_ORGANISATION);
  g_autofree char *created = NULL, *two = NULL;

  council->id = tenure_id_new ();
  unused->id = tenure_id_new ();
  tenure_record_set_text_by_name (council, "name", "Northgate Council");
  tenure_record_set_text_by_name (unused, "name", "Nobody refers to this");
  g_ptr_array_add (draft->created, council);
  g_ptr_array_add (draft->created, unused);
  g_assert_null (tenure_draft_dup_created (draft));
  tenure_draft_set_reference (funder, field (TENURE_RECORD_FUNDER, "organisation"), council->id, "Northgate Council");
  created = tenure_draft_dup_created (draft);
  g_assert_cmpstr (created, ==, "Added agreement “Advice line” · New organisation: “Northgate Council”");
  tenure_draft_set_reference (draft, field (TENURE_RECORD_AGREEMENT, "provider"), unused->id, "Nobody refers to this");
  two = tenure_draft_dup_created (draft);
  g_assert_cmpstr (two, ==, "Added agreement “Advice line” · 2 new organisations");
  tenure_draft_set_reference (draft, field (TENURE_RECORD_AGREEMENT, "provider"), TENURE_ID_NONE, "");
  type_in (funder, "share", "100 %");
  tenure_draft_add_child (draft, tenure_draft_new (TENURE_RECORD_EXTENSION, TENURE_CURRENCY_NONE));
  save (fixture, draft);
  return draft->record->id;
}

static void
test_one_step (Fixture *fixture, gconstpointer data)
{
  store_agreement (fixture);
  g_assert_cmpuint (count (fixture, TENURE_RECORD_AGREEMENT), ==, 1);
  g_assert_cmpuint (count (fixture, TENURE_RECORD_ORGANISATION), ==, 1);
  g_assert_cmpuint (count (fixture, TENURE_RECORD_FUNDER), ==, 1);
  g_assert_cmpuint (count (fixture, TENURE_RECORD_EXTENSION), ==, 0);
  g_assert_cmpstr (tenure_document_get_undo_label (fixture->document), ==, "Add agreement “Advice line”");

  g_assert_true (tenure_document_undo (fixture->document, NULL, NULL));
  g_assert_cmpuint (count (fixture, TENURE_RECORD_AGREEMENT), ==, 0);
  g_assert_cmpuint (count (fixture, TENURE_RECORD_ORGANISATION), ==, 0);
}

/* The amounts of children are in the currency of their parent, whenever they were typed. */
static void
test_inherited_currency (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TenureDraft) draft = new_agreement ("Advice line");
  TenureDraft *line
    = tenure_draft_add_child (draft, tenure_draft_new (TENURE_RECORD_COST_LINE, TENURE_CURRENCY_GBP));
  TenureDraft *uplift = tenure_draft_add_child (draft, tenure_draft_new (TENURE_RECORD_UPLIFT, TENURE_CURRENCY_NONE));
  g_autoptr (TenureDraft) again = NULL;
  const TenureRecord *stored;
  TenureValue delivery = TENURE_VALUE_OF_TEXT ("delivery");
  g_autofree char *amount = NULL;

  tenure_record_set (line->record, field (TENURE_RECORD_COST_LINE, "activity"), &delivery);
  type_in (line, "amount", "£12k");
  type_in (uplift, "from_day", "1/4/27");
  type_in (uplift, "rate", "-1.5 %");
  type_in (draft, "currency", "EUR");
  save (fixture, draft);
  again = tenure_draft_load (tenure_document_get_reader (fixture->document), TENURE_RECORD_AGREEMENT, draft->record->id, NULL);
  g_assert_cmpuint (again->children->len, ==, 2);
  g_assert_cmpuint (tenure_record_get_currency (again->record), ==, tenure_currency_from_code ("EUR"));
  stored = ((const TenureDraft *) g_ptr_array_index (again->children, 1))->record;
  g_assert_cmpint (stored->type, ==, TENURE_RECORD_COST_LINE);
  amount = tenure_record_dup_label (stored, field (TENURE_RECORD_COST_LINE, "amount"));
  g_assert_cmpstr (amount, ==, "€12,000");
}

static void
test_load_change_remove (Fixture *fixture, gconstpointer data)
{
  TenureId id = store_agreement (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureDraft) draft =
    tenure_draft_load (tenure_document_get_reader (fixture->document), TENURE_RECORD_AGREEMENT, id, &error);
  g_autoptr (TenureDraft) again = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (draft->children->len, ==, 1);
  g_assert_false (tenure_draft_is_modified (draft));
  type_in (draft, "end", "31/3/27");
  tenure_draft_remove (g_ptr_array_index (draft->children, 0));
  save (fixture, draft);
  g_assert_cmpuint (count (fixture, TENURE_RECORD_FUNDER), ==, 0);
  again = tenure_draft_load (tenure_document_get_reader (fixture->document), TENURE_RECORD_AGREEMENT, id, NULL);
  g_assert_cmpuint (again->children->len, ==, 0);
  g_assert_cmpstr (tenure_record_get_text_by_name (again->record, "end"), ==, "2027-03-31");
}

static void
test_unchanged_leaves_no_step (Fixture *fixture, gconstpointer data)
{
  TenureId id = store_agreement (fixture);
  g_autoptr (TenureDraft) draft =
    tenure_draft_load (tenure_document_get_reader (fixture->document), TENURE_RECORD_AGREEMENT, id, NULL);
  g_autofree char *before = g_strdup (tenure_document_get_undo_label (fixture->document));

  save (fixture, draft);
  g_assert_cmpstr (tenure_document_get_undo_label (fixture->document), ==, before);
}

static void
test_duplicate (Fixture *fixture, gconstpointer data)
{
  TenureId id = store_agreement (fixture);
  g_autoptr (TenureDraft) draft =
    tenure_draft_load (tenure_document_get_reader (fixture->document), TENURE_RECORD_AGREEMENT, id, NULL);
  g_autoptr (TenureDraft) copy = tenure_draft_duplicate (draft);

  g_assert_cmpint (copy->record->id, !=, id);
  save (fixture, copy);
  g_assert_cmpuint (count (fixture, TENURE_RECORD_AGREEMENT), ==, 2);
  g_assert_cmpuint (count (fixture, TENURE_RECORD_FUNDER), ==, 2);
}

/* A duplicate and what a form proposes lose nothing when they are left as they came. */
static void
test_proposed_is_not_typed (Fixture *fixture, gconstpointer data)
{
  TenureId id = store_agreement (fixture);
  TenureReader *reader = tenure_document_get_reader (fixture->document);
  g_autoptr (TenureDraft) draft = tenure_draft_load (reader, TENURE_RECORD_AGREEMENT, id, NULL);
  g_autoptr (TenureDraft) copy = tenure_draft_duplicate (draft);
  g_autoptr (TenureDraft) exemption = tenure_exemption_draft_new (reader, TENURE_RULE_T1, id, tenure_day_today ());

  g_assert_false (tenure_draft_is_modified (copy));
  tenure_draft_remove (g_ptr_array_index (copy->children, 0));
  g_assert_true (tenure_draft_is_modified (copy));
  g_assert_false (tenure_draft_is_modified (exemption));
  type_in (exemption, "granted_by", "Jo Reed");
  g_assert_true (tenure_draft_is_modified (exemption));
}

/* Who is paid and in what is known from the agreement, and proposed. */
static void
test_payment (Fixture *fixture, gconstpointer data)
{
  TenureId id = store_agreement (fixture);
  TenureReader *reader = tenure_document_get_reader (fixture->document);
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureDraft) draft = tenure_payment_draft_new (reader, id, &error);
  g_autoptr (TenureFormRow) agreement = NULL;
  g_autoptr (TenureDraft) none = tenure_payment_draft_new (reader, 12345, NULL);

  g_assert_no_error (error);
  g_assert_null (none);
  agreement = row_of (draft, "agreement");
  g_assert_cmpstr (agreement->text, ==, "Advice line");
  g_assert_false (tenure_draft_is_modified (draft));
  type_in (draft, "amount", "£12k");
  type_in (draft, "paid", "1/4/27");
  g_assert_true (tenure_draft_is_modified (draft));
  save (fixture, draft);
  g_assert_cmpuint (count (fixture, TENURE_RECORD_PAYMENT), ==, 1);
}

static gboolean
end_later (TenureEdit *edit, gpointer data, GError **error)
{
  TenureValue day = TENURE_VALUE_OF_TEXT ("2028-03-31");

  return tenure_edit_set (edit, TENURE_RECORD_AGREEMENT, *(TenureId *) data, field (TENURE_RECORD_AGREEMENT, "end"), &day,
                          error);
}

/* A form that waited changes what was typed in it, and leaves alone what was changed elsewhere. */
static void
test_waited (Fixture *fixture, gconstpointer data)
{
  TenureId id = store_agreement (fixture);
  TenureReader *reader = tenure_document_get_reader (fixture->document);
  g_autoptr (TenureDraft) form = tenure_draft_load (reader, TENURE_RECORD_AGREEMENT, id, NULL);
  g_autoptr (TenureRecord) after = NULL;
  g_autoptr (GError) error = NULL;

  type_in (form, "notes", "a note");
  g_assert_true (tenure_document_edit (fixture->document, "End later", end_later, &id, &error));
  g_assert_no_error (error);
  save (fixture, form);
  after = tenure_reader_load (reader, TENURE_RECORD_AGREEMENT, id, NULL);
  g_assert_cmpstr (tenure_record_get_text_by_name (after, "end"), ==, "2028-03-31");
  g_assert_cmpstr (tenure_record_get_text_by_name (after, "notes"), ==, "a note");
}

/* Made, changed and ended; history names the rule and the record. */
static void
test_exemption (Fixture *fixture, gconstpointer data)
{
  TenureId id = store_agreement (fixture);
  TenureReader *reader = tenure_document_get_reader (fixture->document);
  TenureDay from, end;
  g_autoptr (TenureDraft) draft = NULL;
  g_autoptr (TenureDraft) again = NULL;
  g_autoptr (TenureDraft) ended = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (tenure_day_parse_iso ("2026-11-21", &from));
  g_assert_true (tenure_day_parse_iso ("2026-12-01", &end));
  draft = tenure_exemption_draft_new (reader, TENURE_RULE_T1, id, from);
  g_assert_false (tenure_draft_is_valid (draft));
  type_in (draft, "reason", "A pilot meant to be short");
  type_in (draft, "granted_by", "Jo Reed");
  type_in (draft, "review", "1/4/27");
  save (fixture, draft);
  g_assert_cmpstr (tenure_document_get_undo_label (fixture->document), ==,
                   "Add exemption “Short term: Advice line”");

  again = tenure_draft_load (reader, TENURE_RECORD_EXEMPTION, draft->record->id, NULL);
  type_in (again, "reason", "A pilot");
  save (fixture, again);
  g_assert_cmpstr (tenure_document_get_undo_label (fixture->document), ==,
                   "Change reason of “Short term: Advice line”");

  g_assert_true (tenure_set_aside_end (fixture->document, TENURE_RECORD_EXEMPTION, draft->record->id, end, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (tenure_document_get_undo_label (fixture->document), ==,
                   "End exemption “Short term: Advice line”");
  ended = tenure_draft_load (reader, TENURE_RECORD_EXEMPTION, draft->record->id, NULL);
  g_assert_cmpstr (tenure_record_get_text_by_name (ended->record, "review"), ==, "2026-12-01");
  g_assert_cmpstr (tenure_record_get_text_by_name (ended->record, "reason"), ==, "A pilot");
}

/* Put off, for longer, and woken; what was recorded of it stays. */
static void
test_snooze (Fixture *fixture, gconstpointer data)
{
  TenureId id = store_agreement (fixture);
  TenureReader *reader = tenure_document_get_reader (fixture->document);
  TenureDay from, woken;
  g_autoptr (TenureDraft) draft = NULL;
  g_autoptr (TenureDraft) again = NULL;
  g_autoptr (TenureDraft) ended = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (tenure_day_parse_iso ("2026-11-21", &from));
  g_assert_true (tenure_day_parse_iso ("2026-12-01", &woken));
  draft = tenure_snooze_draft_new (reader, TENURE_RULE_N2, id, TENURE_LEVEL_AMBER, from, "Jo Reed");
  g_assert_false (tenure_draft_is_modified (draft));
  g_assert_false (tenure_draft_is_valid (draft));
  type_in (draft, "reason", "The budget is settled in December");
  type_in (draft, "until", "14/12/26");
  save (fixture, draft);
  g_assert_cmpstr (tenure_document_get_undo_label (fixture->document), ==,
                   "Add snooze “No renewal decision: Advice line”");

  again = tenure_draft_load (reader, TENURE_RECORD_SNOOZE, draft->record->id, NULL);
  g_assert_cmpstr (tenure_record_get_text_by_name (again->record, "level"), ==, "amber");
  g_assert_cmpstr (tenure_record_get_text_by_name (again->record, "from_day"), ==, "2026-11-21");
  type_in (again, "until", "1/2/27");
  save (fixture, again);

  g_assert_true (tenure_set_aside_end (fixture->document, TENURE_RECORD_SNOOZE, draft->record->id, woken, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (tenure_document_get_undo_label (fixture->document), ==, "Wake “No renewal decision: Advice line”");
  ended = tenure_draft_load (reader, TENURE_RECORD_SNOOZE, draft->record->id, NULL);
  g_assert_cmpstr (tenure_record_get_text_by_name (ended->record, "until"), ==, "2026-12-01");
  g_assert_cmpstr (tenure_record_get_text_by_name (ended->record, "put_off_by"), ==, "Jo Reed");
  g_assert_false (tenure_set_aside_end (fixture->document, TENURE_RECORD_SNOOZE, id, woken, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND);
}

/* Put off before anything is flagged: that is recorded, so that a flag brings it back. */
static void
test_snooze_not_flagged (Fixture *fixture, gconstpointer data)
{
  TenureReader *reader = tenure_document_get_reader (fixture->document);
  TenureDay from;
  g_autoptr (TenureDraft) draft = NULL;

  g_assert_true (tenure_day_parse_iso ("2026-11-21", &from));
  draft = tenure_snooze_draft_new (reader, TENURE_RULE_N2, store_agreement (fixture), TENURE_LEVEL_NONE, from, "Jo Reed");
  g_assert_cmpstr (tenure_record_get_text_by_name (draft->record, "level"), ==, "none");
}

/* When it holds is told as of a day; from blank it has always held. */
static void
test_exemption_words (void)
{
  static const struct
  {
    const char *from, *review, *words;
  } cases[] = {
    { "2026-11-21", "2027-04-01", "“A pilot” Decided by Jo Reed. Holds until 1 Apr 2027." },
    { NULL, "2026-11-22", "“A pilot” Decided by Jo Reed. Holds until 22 Nov 2026." },
    { NULL, "2026-11-21", "“A pilot” Decided by Jo Reed. Ended on 21 Nov 2026." },
    { "2026-11-22", "2027-04-01", "“A pilot” Decided by Jo Reed. Holds from 22 Nov 2026 until 1 Apr 2027." },
    { NULL, NULL, "“A pilot” Decided by Jo Reed. Without a day of review it does not hold." },
  };
  TenureDay as_of;

  g_assert_true (tenure_day_parse_iso ("2026-11-21", &as_of));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureRecord) exemption = tenure_record_new (TENURE_RECORD_EXEMPTION);
      g_autofree char *words = NULL;

      tenure_record_set_text_by_name (exemption, "reason", "A pilot");
      tenure_record_set_text_by_name (exemption, "granted_by", "Jo Reed");
      tenure_record_set_text_by_name (exemption, "from_day", cases[i].from);
      tenure_record_set_text_by_name (exemption, "review", cases[i].review);
      words = tenure_exemption_dup_words (exemption, as_of);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_usual_terms_words (void)
{
  static const struct
  {
    const char *funder, *kind, *notice, *lead;
    TenureUsualTermsUse use;
    gboolean counted;
    const char *title, *words;
  } cases[] = {
    { NULL, NULL, "P3M", "P2M", { 31, 1 }, TRUE, "Every funder and kind",
      "Renewal notice 3 months, assumed for 31 agreements. Lead time 2 months, assumed for 1 agreement." },
    { NULL, NULL, "P3M", "P2M", { 1000, 12345 }, TRUE, "Every funder and kind",
      "Renewal notice 3 months, assumed for 1,000 agreements. Lead time 2 months, assumed for 12,345 agreements." },
    { "Northgate Council", "grant", "P3M", NULL, { 0, 0 }, TRUE, "Northgate Council: Grant",
      "Renewal notice 3 months, assumed for 0 agreements." },
    { "Northgate Council", NULL, NULL, "P42D", { 0, 0 }, FALSE, "Northgate Council: every kind", "Lead time 6 weeks." },
    { NULL, "sla", NULL, NULL, { 0, 0 }, TRUE, "Every funder: Service level agreement",
      "Neither renewal notice nor lead time is recorded." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureDraft) draft = tenure_draft_new (TENURE_RECORD_USUAL_TERMS, TENURE_CURRENCY_NONE);
      g_autofree char *title = NULL;
      g_autofree char *words = NULL;

      if (cases[i].funder != NULL)
        tenure_draft_set_reference (draft, field (TENURE_RECORD_USUAL_TERMS, "funder"), 7, cases[i].funder);
      tenure_record_set_text_by_name (draft->record, "kind", cases[i].kind);
      tenure_record_set_text_by_name (draft->record, "renewal_notice", cases[i].notice);
      tenure_record_set_text_by_name (draft->record, "lead_time", cases[i].lead);
      title = tenure_draft_dup_title (draft);
      words = tenure_usual_terms_dup_use (draft->record, cases[i].counted ? &cases[i].use : NULL);
      g_assert_cmpstr (title, ==, cases[i].title);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* Of a rule over everything, and of a record that went (its exemptions go with it, but a file may say anything). */
static void
test_exemption_title (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    TenureRuleId rule;
    TenureId record;
    const char *title;
  } cases[] = {
    { TENURE_RULE_D3, TENURE_ID_NONE, "Concentration of spend: the whole portfolio" },
    { TENURE_RULE_T1, 12345, "Short term: a record that is not there" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureReader *reader = tenure_document_get_reader (fixture->document);
      g_autoptr (TenureDraft) draft =
        tenure_exemption_draft_new (reader, cases[i].rule, cases[i].record, TENURE_DAY_NONE);
      g_autofree char *title = tenure_draft_dup_title (draft);

      g_assert_cmpstr (title, ==, cases[i].title);
    }
}

static void
test_seat_of_a_board (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TenureDraft) board = tenure_draft_new (TENURE_RECORD_BOARD, TENURE_CURRENCY_NONE);
  g_autoptr (TenureDraft) seat = tenure_draft_new (TENURE_RECORD_SEAT, TENURE_CURRENCY_NONE);
  g_autoptr (TenureDraft) loaded = NULL;
  TenureDraft *nested;

  type_in (board, "name", "Place board");
  save (fixture, board);
  tenure_draft_set_parent (seat, board->record->id);
  type_in (seat, "title", "Voluntary sector");
  save (fixture, seat);
  loaded = tenure_draft_load (tenure_document_get_reader (fixture->document), TENURE_RECORD_BOARD, board->record->id, NULL);
  g_assert_cmpuint (loaded->children->len, ==, 1);

  /* A new appointment under a seat that is taken out in the same breath is stored nowhere. */
  nested = g_ptr_array_index (loaded->children, 0);
  tenure_draft_add_child (nested, tenure_draft_new (TENURE_RECORD_APPOINTMENT, TENURE_CURRENCY_NONE));
  type_in (g_ptr_array_index (nested->children, 0), "from_day", "1/4/26");
  g_assert_false (tenure_draft_is_valid (loaded));
  tenure_draft_remove (nested);
  g_assert_true (tenure_draft_is_valid (loaded));
  save (fixture, loaded);
  g_assert_cmpuint (count (fixture, TENURE_RECORD_SEAT), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-model/decision", test_decision);
  g_test_add_func ("/form-model/decision-keeps-what-is-there", test_decision_keeps_what_is_there);
  g_test_add_func ("/form-model/every-field-has-one-row", test_every_field_has_one_row);
  g_test_add_func ("/form-model/groups-keep-their-order", test_groups_keep_their_order);
  g_test_add_func ("/form-model/choices-start-with-not-recorded", test_choices_start_with_not_recorded);
  g_test_add_func ("/form-model/problems", test_problems_stand_beside_their_field);
  g_test_add_func ("/form-model/end-before-start", test_end_before_start_is_said_not_refused);
  g_test_add_func ("/form-model/another-currency", test_another_currency_is_refused);
  g_test_add_func ("/form-model/modified", test_modified);
  g_test_add_func ("/form-model/label", test_label);
  g_test_add ("/form-model/waited", Fixture, NULL, set_up, test_waited, tear_down);
  g_test_add ("/form-model/one-step", Fixture, NULL, set_up, test_one_step, tear_down);
  g_test_add ("/form-model/inherited-currency", Fixture, NULL, set_up, test_inherited_currency, tear_down);
  g_test_add ("/form-model/load-change-remove", Fixture, NULL, set_up, test_load_change_remove, tear_down);
  g_test_add ("/form-model/unchanged", Fixture, NULL, set_up, test_unchanged_leaves_no_step, tear_down);
  g_test_add ("/form-model/duplicate", Fixture, NULL, set_up, test_duplicate, tear_down);
  g_test_add ("/form-model/proposed", Fixture, NULL, set_up, test_proposed_is_not_typed, tear_down);
  g_test_add ("/form-model/payment", Fixture, NULL, set_up, test_payment, tear_down);
  g_test_add ("/form-model/snooze", Fixture, NULL, set_up, test_snooze, tear_down);
  g_test_add ("/form-model/snooze-not-flagged", Fixture, NULL, set_up, test_snooze_not_flagged, tear_down);
  g_test_add ("/form-model/exemption", Fixture, NULL, set_up, test_exemption, tear_down);
  g_test_add_func ("/form-model/exemption-words", test_exemption_words);
  g_test_add_func ("/form-model/usual-terms-words", test_usual_terms_words);
  g_test_add ("/form-model/exemption-title", Fixture, NULL, set_up, test_exemption_title, tear_down);
  g_test_add ("/form-model/seat-of-a-board", Fixture, NULL, set_up, test_seat_of_a_board, tear_down);
  return g_test_run ();
}
