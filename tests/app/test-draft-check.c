/* What a form says beside its fields, as they are typed. */

#include "app/forms/draft-check.h"

#define GBP TENURE_CURRENCY_GBP

static guint
field_of (const TenureDraft *draft, const char *name)
{
  return tenure_record_field_index (draft->record->type, name);
}

static void
type (TenureDraft *draft, const char *field, const char *text)
{
  tenure_draft_set_text (draft, field_of (draft, field), text);
}

static void
assert_hint (const TenureDraft *draft, const char *field, const char *expected)
{
  g_autoptr (TenureFormRow) row = tenure_form_row (draft, field_of (draft, field));

  g_test_message ("%s", field);
  g_assert_cmpstr (row->hint, ==, expected);
}

static TenureDraft *
add_child (TenureDraft *draft, TenureRecordType child)
{
  return tenure_draft_add_child (draft, tenure_draft_new (child, GBP));
}

static void
test_dates (void)
{
  g_autoptr (TenureDraft) draft = tenure_draft_new (TENURE_RECORD_AGREEMENT, GBP);

  type (draft, "start", "1/4/2026");
  type (draft, "end", "+3y");
  g_assert_cmpstr (tenure_record_get_text_by_name (draft->record, "end"), ==, "2029-03-31");
  assert_hint (draft, "end", NULL);
  type (draft, "end", "31/3/2026");
  assert_hint (draft, "end", "The end, 31 Mar 2026, lies before the start, 1 Apr 2026.");
  assert_hint (draft, "start", NULL);
  /* Worth saying, no reason to refuse. */
  type (draft, "title", "Choir");
  g_assert_true (tenure_draft_is_valid (draft));
}

/* What is typed with the value about it is taken as well. */
static void
test_value (void)
{
  g_autoptr (TenureDraft) draft = tenure_draft_new (TENURE_RECORD_AGREEMENT, GBP);
  TenureDraft *variation = add_child (draft, TENURE_RECORD_VARIATION), *cost = add_child (draft, TENURE_RECORD_COST_LINE);

  type (draft, "value", "45k");
  g_assert_null (tenure_record_get_text_by_name (draft->record, "value_basis"));
  type (draft, "value", "45k a year");
  g_assert_cmpstr (tenure_record_get_text_by_name (draft->record, "value_basis"), ==, "annual");
  type (draft, "value", "£90,000 in total");
  g_assert_cmpstr (tenure_record_get_text_by_name (draft->record, "value_basis"), ==, "total");
  type (draft, "full_cost", "45k a year");
  g_assert_cmpstr (tenure_record_get_text_by_name (draft->record, "value_basis"), ==, "total");
  assert_hint (draft, "value", NULL);
  type (draft, "value", "0");
  assert_hint (draft, "value", "Zero says that nothing is paid. Leave the amount blank while it is not known.");
  type (draft, "value", "-0.01");
  assert_hint (draft, "value", "This is below zero. Remove the minus sign if that is not meant.");
  type (draft, "full_cost", "(500)");
  assert_hint (draft, "full_cost", "This is below zero. Remove the minus sign if that is not meant.");
  type (draft, "full_cost", "0");
  assert_hint (draft, "full_cost", NULL);
  type (variation, "price_change", "-500");
  assert_hint (variation, "price_change", NULL);
  type (cost, "amount", "-500");
  assert_hint (cost, "amount", "This is below zero. Remove the minus sign if that is not meant.");
}

static void
test_shares (void)
{
  g_autoptr (TenureDraft) draft = tenure_draft_new (TENURE_RECORD_AGREEMENT, GBP);
  TenureDraft *council = add_child (draft, TENURE_RECORD_FUNDER), *trust = add_child (draft, TENURE_RECORD_FUNDER);
  TenureDraft *again;

  tenure_draft_set_reference (council, field_of (council, "organisation"), 11, "North Council");
  tenure_draft_set_reference (trust, field_of (trust, "organisation"), 12, "Example Trust");
  type (council, "share", "50 %");
  assert_hint (council, "share", NULL);
  type (trust, "share", "40");
  assert_hint (council, "share", NULL);
  assert_hint (trust, "share", "The funders’ shares make 90 %, not 100 %.");
  type (trust, "share", "50");
  assert_hint (trust, "share", NULL);
  again = add_child (draft, TENURE_RECORD_FUNDER);
  tenure_draft_set_reference (again, field_of (again, "organisation"), 11, "North Council");
  assert_hint (again, "organisation", "One funder is named twice.");
  tenure_draft_remove (council);
  assert_hint (again, "organisation", NULL);
}

static void
test_options (void)
{
  g_autoptr (TenureDraft) draft = tenure_draft_new (TENURE_RECORD_AGREEMENT, GBP);
  TenureDraft *option = add_child (draft, TENURE_RECORD_EXTENSION);

  type (draft, "end", "31/3/2026");
  type (option, "length", "1 year");
  type (option, "exercised", "31/3/2026");
  assert_hint (option, "exercised", NULL);
  type (option, "exercised", "1/4/2026");
  assert_hint (option, "exercised", "An option was taken up on 1 Apr 2026, after the agreement had ended on 31 Mar 2026.");
}

static void
test_identifiers (void)
{
  g_autoptr (TenureDraft) draft = tenure_draft_new (TENURE_RECORD_ORGANISATION, GBP);
  TenureDraft *identifier = add_child (draft, TENURE_RECORD_IDENTIFIER);
  g_autoptr (TenureFormRow) row = NULL;

  type (identifier, "scheme", "GB-CHC");
  assert_hint (identifier, "value", NULL);
  type (identifier, "value", "11550211");
  assert_hint (identifier, "value", "A number of the Charity Commission has six or seven figures, like 1155021.");
  type (identifier, "value", "1155021");
  assert_hint (identifier, "value", NULL);
  type (identifier, "scheme", "Charity Commission");
  g_assert_cmpstr (tenure_record_get_text_by_name (identifier->record, "scheme"), ==, "GB-CHC");
  row = tenure_form_row (identifier, field_of (identifier, "scheme"));
  g_assert_cmpstr (row->text, ==, "GB-CHC");
  g_assert_cmpstr (row->remark, ==, "Charity Commission for England and Wales");
  type (identifier, "scheme", "GB-VAT");
  type (identifier, "value", "123456728");
  assert_hint (identifier, "value", "A figure of this number is wrong: its check digits do not fit. Compare it with the source.");
}

static TenureRecord *
stored_payment (TenureId id, gint64 pounds)
{
  TenureRecord *payment = tenure_record_new (TENURE_RECORD_PAYMENT);

  payment->id = id;
  tenure_record_set_money (payment, tenure_record_field_index (TENURE_RECORD_PAYMENT, "amount"), pounds * 100);
  tenure_record_set_text_by_name (payment, "currency", "GBP");
  return payment;
}

static void
free_record (gpointer record)
{
  tenure_record_free (record);
}

static void
test_payments (void)
{
  g_autoptr (TenureDraft) agreement = tenure_draft_new (TENURE_RECORD_AGREEMENT, GBP);
  g_autoptr (TenureDraft) payment = tenure_draft_new (TENURE_RECORD_PAYMENT, GBP);
  g_autoptr (GPtrArray) stored = g_ptr_array_new_with_free_func (free_record);

  type (agreement, "value", "£1000");
  tenure_draft_set_value (agreement, field_of (agreement, "value_basis"), &TENURE_VALUE_OF_TEXT ("total"));
  g_ptr_array_add (stored, stored_payment (7, 600));
  payment->under = tenure_draft_facts_new (agreement->record, stored);
  type (payment, "amount", "401");
  assert_hint (payment, "amount", NULL); /* it is not said whose it is */
  tenure_draft_set_reference (payment, field_of (payment, "agreement"), agreement->record->id, "Choir");
  assert_hint (payment, "amount", "The payments come to £1,001, more than the £1,000 of the agreement.");
  type (payment, "amount", "400");
  assert_hint (payment, "amount", NULL);
  /* The same payment, opened again, is not counted twice. */
  payment->record->id = 7;
  type (payment, "amount", "1000");
  assert_hint (payment, "amount", NULL);
  type (payment, "amount", "1000.01");
  assert_hint (payment, "amount", "The payments come to £1,000.01, more than the £1,000 of the agreement.");
}

/* What is stored below the agreement raises what may be paid: an option that was taken up, a dearer variation that leaves its
 * currency to the agreement. */
static void
test_payments_below (void)
{
  g_autoptr (TenureDraft) agreement = tenure_draft_new (TENURE_RECORD_AGREEMENT, GBP);
  g_autoptr (TenureDraft) payment = tenure_draft_new (TENURE_RECORD_PAYMENT, GBP);
  TenureDraft *option = add_child (agreement, TENURE_RECORD_EXTENSION);
  TenureDraft *variation = add_child (agreement, TENURE_RECORD_VARIATION);
  g_autoptr (GPtrArray) stored = g_ptr_array_new ();

  type (agreement, "value", "£1000");
  tenure_draft_set_value (agreement, field_of (agreement, "value_basis"), &TENURE_VALUE_OF_TEXT ("annual"));
  type (agreement, "start", "2025-04-01");
  type (agreement, "end", "2026-03-31");
  type (option, "length", "12 months");
  type (option, "exercised", "2026-01-01");
  type (variation, "price_change", "200");
  g_ptr_array_add (stored, option->record);
  g_ptr_array_add (stored, variation->record);
  payment->under = tenure_draft_facts_new (agreement->record, stored);
  tenure_draft_set_reference (payment, field_of (payment, "agreement"), agreement->record->id, "Choir");
  type (payment, "amount", "2200");
  assert_hint (payment, "amount", NULL);
  type (payment, "amount", "2200.01");
  assert_hint (payment, "amount", "The payments come to £2,200.01, more than the £2,200 of the agreement.");
}

/* An instalment is held against the value and the term of the form that it stands in, once it has an amount. */
static void
test_instalments (void)
{
  g_autoptr (TenureDraft) agreement = tenure_draft_new (TENURE_RECORD_AGREEMENT, GBP);
  TenureDraft *first = add_child (agreement, TENURE_RECORD_INSTALMENT);
  TenureDraft *second = add_child (agreement, TENURE_RECORD_INSTALMENT);

  type (agreement, "value", "£1000");
  tenure_draft_set_value (agreement, field_of (agreement, "value_basis"), &TENURE_VALUE_OF_TEXT ("total"));
  type (agreement, "end", "2027-03-31");
  type (first, "due", "2027-04-01");
  assert_hint (first, "due", NULL);
  type (first, "amount", "500");
  assert_hint (first, "due",
               "A payment is due on 1 Apr 2027, after the end on 31 Mar 2027, and it is not recorded as paid in arrears.");
  tenure_draft_set_value (agreement, field_of (agreement, "payment_profile"), &TENURE_VALUE_OF_TEXT ("arrears"));
  assert_hint (first, "due", NULL);
  type (second, "due", "2027-04-01");
  type (second, "amount", "500");
  assert_hint (second, "amount", NULL);
  assert_hint (second, "due", "The same amount is due twice on 1 Apr 2027.");
  type (second, "amount", "501");
  assert_hint (second, "amount", "The scheduled payments come to £1,001, more than the £1,000 of the agreement.");
  assert_hint (first, "amount", NULL);
}

static void
test_spans (void)
{
  g_autoptr (TenureDraft) draft = tenure_draft_new (TENURE_RECORD_ORGANISATION, GBP);
  TenureDraft *contact = add_child (draft, TENURE_RECORD_CONTACT);

  type (draft, "opened", "1/4/2026");
  type (draft, "closed", "31/3/2026");
  assert_hint (draft, "closed", "Before “Opened”, 1 Apr 2026.");
  type (contact, "from_day", "1/4/2026");
  type (contact, "to_day", "+1y");
  g_assert_cmpstr (tenure_record_get_text_by_name (contact->record, "to_day"), ==, "2027-03-31");
  assert_hint (contact, "to_day", NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft-check/dates", test_dates);
  g_test_add_func ("/draft-check/value", test_value);
  g_test_add_func ("/draft-check/shares", test_shares);
  g_test_add_func ("/draft-check/options", test_options);
  g_test_add_func ("/draft-check/identifiers", test_identifiers);
  g_test_add_func ("/draft-check/instalments", test_instalments);
  g_test_add_func ("/draft-check/payments", test_payments);
  g_test_add_func ("/draft-check/payments-below", test_payments_below);
  g_test_add_func ("/draft-check/spans", test_spans);
  return g_test_run ();
}
