/* Groups of a form: which matter for the record at hand, how much is recorded in them, and so which are open. */

#include "app/forms/form-groups.h"

static void
type_in (TenureDraft *draft, const char *name, const char *text)
{
  tenure_draft_set_text (draft, tenure_record_field_index (draft->record->type, name), text);
}

/* As it is stored; for a flag "1" or "0". */
static void
set_stored (TenureDraft *draft, const char *name, const char *code)
{
  guint index = tenure_record_field_index (draft->record->type, name);
  gboolean flag = tenure_record_def (draft->record->type)->fields[index].type == TENURE_FIELD_FLAG;
  TenureValue text = TENURE_VALUE_OF_TEXT (code);
  TenureValue truth = TENURE_VALUE_OF_INTEGER (code[0] == '1');

  tenure_draft_set_value (draft, index, flag ? &truth : &text);
}

/* What a group matters for: the kind of record, and how far it has got on 22 Nov 2026. */
static void
test_groups_that_matter (void)
{
  static const struct
  {
    TenureRecordType type;
    const char *fields[4][2];
    const char *closed; /* groups, in the order of the catalogue */
  } cases[] = {
    /* By kind. */
    { TENURE_RECORD_AGREEMENT, { { NULL } }, "Procurement|Specification|Key person" },
    { TENURE_RECORD_AGREEMENT, { { "kind", "contract" } }, "Key person" },
    { TENURE_RECORD_AGREEMENT, { { "kind", "sla" } }, "Key person" },
    { TENURE_RECORD_AGREEMENT, { { "kind", "spot" } }, "Specification|Key person" },
    { TENURE_RECORD_AGREEMENT, { { "kind", "grant" } }, "Procurement|Specification|Key person" },
    { TENURE_RECORD_AGREEMENT, { { "kind", "citizen_directed" } },
      "Notice and renewal|Procurement|Specification|Key person" },
    { TENURE_RECORD_AGREEMENT, { { "kind", "partnering arrangement" } }, "Procurement|Specification|Key person" },
    { TENURE_RECORD_AGREEMENT, { { "kind", "grant" }, { "funded_role", "coordinator" } }, "Procurement|Specification" },
    /* Before the start; on the last day before it, and on the first day of it. */
    { TENURE_RECORD_AGREEMENT, { { "kind", "grant" }, { "start", "2026-11-23" } }, "Procurement|Key person" },
    { TENURE_RECORD_AGREEMENT, { { "kind", "grant" }, { "start", "2026-11-22" } }, "Procurement|Specification|Key person" },
    { TENURE_RECORD_AGREEMENT, { { "start", "2026-11-23" } }, "Procurement|Key person" },
    /* On the last day, and the day after it. */
    { TENURE_RECORD_AGREEMENT,
      { { "kind", "contract" }, { "start", "2025-04-01" }, { "end", "2026-11-22" }, { "funded_role", "coordinator" } }, "" },
    { TENURE_RECORD_AGREEMENT,
      { { "kind", "contract" }, { "start", "2025-04-01" }, { "end", "2026-11-21" }, { "funded_role", "coordinator" } },
      "Procurement|Specification|Key person" },
    { TENURE_RECORD_AGREEMENT,
      { { "kind", "sla" }, { "start", "2025-04-01" }, { "end", "2028-03-31" }, { "terminated", "2026-11-21" } },
      "Procurement|Specification|Key person" },
    /* Organisations and boards, as their flags say: not recorded, yes, no. */
    { TENURE_RECORD_ORGANISATION, { { NULL } }, "Life" },
    { TENURE_RECORD_ORGANISATION, { { "vcs", "1" } }, "Life" },
    { TENURE_RECORD_ORGANISATION, { { "vcs", "0" } }, "Life|Accounts" },
    { TENURE_RECORD_BOARD, { { NULL } }, "Voting" },
    { TENURE_RECORD_BOARD, { { "votes", "1" } }, "" },
    { TENURE_RECORD_BOARD, { { "votes", "0" } }, "Voting" },
    { TENURE_RECORD_PERSON, { { NULL } }, "" },
  };
  TenureDay today;

  g_assert_true (tenure_day_parse_iso ("2026-11-22", &today));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureDraft) draft = tenure_draft_new (cases[i].type, TENURE_CURRENCY_GBP);
      g_autoptr (GPtrArray) groups = tenure_form_rows (draft);
      g_autoptr (GString) closed = g_string_new (NULL);

      for (gsize j = 0; j < G_N_ELEMENTS (cases[i].fields) && cases[i].fields[j][0] != NULL; j++)
        set_stored (draft, cases[i].fields[j][0], cases[i].fields[j][1]);
      for (guint j = 0; j < groups->len; j++)
        {
          const char *name = ((const TenureFormGroup *) g_ptr_array_index (groups, j))->name;

          if (!tenure_form_group_matters (draft, name, today))
            g_string_append_printf (closed, "%s%s", closed->len > 0 ? "|" : "", name);
        }
      g_test_message ("case %u", (guint) i);
      g_assert_cmpstr (closed->str, ==, cases[i].closed);
    }
}

static void
assert_group (const TenureDraft *draft, const char *name, gboolean open, gboolean faulty, const char *count)
{
  g_autoptr (TenureFormGroup) group = tenure_form_group (draft, name);
  g_autofree char *words = tenure_form_group_dup_count (group);

  g_test_message ("%s", name);
  g_assert_cmpint (group->open, ==, open);
  g_assert_cmpint (group->faulty, ==, faulty);
  g_assert_cmpstr (words, ==, count);
}

/* What is recorded, or cannot be read, is seen even where its group does not matter. */
static void
test_groups_open_for_what_they_hold (void)
{
  g_autoptr (TenureDraft) grant = tenure_draft_new (TENURE_RECORD_AGREEMENT, TENURE_CURRENCY_GBP);
  g_autoptr (TenureDraft) council = tenure_draft_new (TENURE_RECORD_ORGANISATION, TENURE_CURRENCY_GBP);

  set_stored (grant, "kind", "grant");
  assert_group (grant, "Term", TRUE, FALSE, "Nothing recorded");
  assert_group (grant, "Money", TRUE, FALSE, "Nothing recorded");
  assert_group (grant, "Procurement", FALSE, FALSE, "Nothing recorded");
  type_in (grant, "department", "Public health");
  assert_group (grant, "Procurement", TRUE, FALSE, "1 of 5 recorded");
  type_in (grant, "department", "");
  assert_group (grant, "Procurement", FALSE, FALSE, "Nothing recorded");
  set_stored (grant, "kind", "contract");
  assert_group (grant, "Procurement", TRUE, FALSE, "Nothing recorded");

  /* A fault opens what does not matter; words that cannot be read record nothing. */
  set_stored (grant, "kind", "grant");
  assert_group (grant, "Specification", FALSE, FALSE, "Nothing recorded");
  type_in (grant, "tightness", "6");
  assert_group (grant, "Specification", TRUE, TRUE, "Nothing recorded");
  type_in (grant, "tightness", "5");
  type_in (grant, "remit_in", "Advice by telephone");
  assert_group (grant, "Specification", TRUE, FALSE, "2 of 6 recorded");

  /* The currency comes of itself. */
  set_stored (council, "vcs", "0");
  assert_group (council, "Accounts", FALSE, FALSE, "Nothing recorded");
  type_in (council, "income", "£1.2m");
  assert_group (council, "Accounts", TRUE, FALSE, "1 of 6 recorded");
}

/* One group asked for alone is what it is among all. */
static void
test_one_group_alone (void)
{
  g_autoptr (TenureDraft) draft = tenure_draft_new (TENURE_RECORD_AGREEMENT, TENURE_CURRENCY_GBP);
  g_autoptr (GPtrArray) groups = NULL;

  set_stored (draft, "kind", "contract");
  type_in (draft, "regime", "Procurement Act 2023");
  groups = tenure_form_rows (draft);
  for (guint i = 0; i < groups->len; i++)
    {
      const TenureFormGroup *group = g_ptr_array_index (groups, i);
      g_autoptr (TenureFormGroup) alone = tenure_form_group (draft, group->name);

      g_assert_cmpstr (alone->title, ==, group->title);
      g_assert_cmpuint (alone->n_counted, ==, group->n_counted);
      g_assert_cmpuint (alone->n_recorded, ==, group->n_recorded);
      g_assert_cmpint (alone->open, ==, group->open);
      g_assert_cmpuint (alone->rows->len, ==, group->rows->len);
      for (guint j = 0; j < group->rows->len; j++)
        g_assert_cmpuint (((const TenureFormRow *) alone->rows->pdata[j])->field, ==,
                          ((const TenureFormRow *) group->rows->pdata[j])->field);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-groups/matter", test_groups_that_matter);
  g_test_add_func ("/form-groups/hold", test_groups_open_for_what_they_hold);
  g_test_add_func ("/form-groups/one-alone", test_one_group_alone);
  return g_test_run ();
}
