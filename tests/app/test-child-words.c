/* What belongs to a record, in one line. */

#include "app/agreements/child-words.h"

#define MAX_VALUES 8

typedef struct
{
  const char *field;
  const char *text;
  gint64 number; /* where there is no text */
} Value;

typedef struct
{
  const char *name;
  TenureRecordType type;
  Value values[MAX_VALUES];
  const char *words;
} Case;

static const Case cases[] = {
  { .name = "nothing", .type = TENURE_RECORD_DOCUMENT_LINK, .words = "" },
  { .name = "outcome", .type = TENURE_RECORD_OUTCOME,
    .values = { { "kind", "outcome" }, { "measure", "Seen within two weeks" }, { "unit", "people" },
                { "target", .number = 1000 }, { "actual", .number = 750 } },
    .words = "Outcome, Seen within two weeks, target 10, reached 7.5 people" },
  { .name = "outcome without a unit", .type = TENURE_RECORD_OUTCOME,
    .values = { { "measure", "Calls" }, { "target", .number = 1000 }, { "actual", .number = 0 },
                { "from_day", "2026-04-01" }, { "to_day", "2026-06-30" }, { "evidence", "The rota" } },
    .words = "Calls, target 10, reached 0, 1 Apr 2026 – 30 Jun 2026, The rota" },
  { .name = "not counted yet", .type = TENURE_RECORD_OUTCOME,
    .values = { { "measure", "Calls" }, { "unit", "calls" }, { "target", .number = 1000 }, { "from_day", "2026-04-01" } },
    .words = "Calls, target 10 calls, what was reached not recorded, from 1 Apr 2026" },
  { .name = "no target", .type = TENURE_RECORD_OUTCOME,
    .values = { { "kind", "volunteer_hours" }, { "measure", "Café" }, { "unit", "hours" }, { "actual", .number = 9000 } },
    .words = "Volunteer hours, Café, reached 90 hours, target not recorded" },
  { .name = "neither", .type = TENURE_RECORD_OUTCOME, .values = { { "measure", "Calls" }, { "to_day", "2026-06-30" } },
    .words = "Calls, target and what was reached not recorded, to 30 Jun 2026" },
  { .name = "referrals", .type = TENURE_RECORD_REFERRALS,
    .values = { { "from_day", "2026-04-01" }, { "to_day", "2026-06-30" }, { "received", .number = 34 },
                { "capacity", .number = 40 } },
    .words = "1 Apr 2026 – 30 Jun 2026, 34 of 40 places" },
  { .name = "one place", .type = TENURE_RECORD_REFERRALS,
    .values = { { "received", .number = 0 }, { "capacity", .number = 1 } }, .words = "0 of 1 place" },
  { .name = "no capacity", .type = TENURE_RECORD_REFERRALS, .values = { { "received", .number = 1 } },
    .words = "1 referral, capacity not recorded" },
  { .name = "no referrals", .type = TENURE_RECORD_REFERRALS, .values = { { "capacity", .number = 40 } },
    .words = "40 places, referrals not recorded" },
  { .name = "neither of both", .type = TENURE_RECORD_REFERRALS, .words = "referrals and capacity not recorded" },
  { .name = "option", .type = TENURE_RECORD_EXTENSION, .values = { { "length", "P6M" }, { "exercised", "2026-04-01" } },
    .words = "6 months, Taken up on: 1 Apr 2026" },
  { .name = "variation", .type = TENURE_RECORD_VARIATION,
    .values = { { "made", "2026-04-01" }, { "scope", "wider" }, { "price_change", .number = 120000 }, { "currency", "GBP" } },
    .words = "1 Apr 2026, Wider, Price changed by: £1,200" },
  { .name = "cost line", .type = TENURE_RECORD_COST_LINE,
    .values = { { "activity", "delivery" }, { "amount", .number = 500000 }, { "currency", "GBP" } },
    .words = "Delivery, Cost: £5,000" },
};

static TenureRecord *
make (const Case *c)
{
  TenureRecord *record = tenure_record_new (c->type);

  for (gsize i = 0; i < MAX_VALUES && c->values[i].field != NULL; i++)
    {
      const Value *value = &c->values[i];

      if (value->text != NULL)
        tenure_record_set_text_by_name (record, value->field, value->text);
      else
        tenure_record_set_integer (record, tenure_record_field_index (c->type, value->field), value->number);
    }
  return record;
}

static void
test_words (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (TenureRecord) record = make (c);
  g_autofree char *words = tenure_child_dup_words (record);

  g_assert_cmpstr (words, ==, c->words);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/child-words/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_words);
    }
  return g_test_run ();
}
