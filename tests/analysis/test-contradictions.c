/* What cannot all be true of an agreement: each case just inside and just outside. */

#include "analysis/contradictions.h"
#include "fixture.h"

#include <string.h>

#define MAX_PARTS 4

typedef struct
{
  const char *name;
  const char *start, *end, *terminated, *maximum_end;
  int months; /* stated length; 0: none */
  gboolean open_ended;
  int shares[MAX_PARTS]; /* basis points plus one, in the order of the funders; 0: no more; -1: not recorded */
  const char *exercised[MAX_PARTS]; /* "-": an option only */
  int option_months[MAX_PARTS];     /* 0: of no recorded length */
  int value;                        /* pounds for the whole term; 0: not recorded */
  int paid[MAX_PARTS];
  const char *codes; /* in order, with the index of the part where it is not 0 */
} Case;

static const Case cases[] = {
  { .name = "nothing recorded", .codes = "" },
  { .name = "one day", .start = "2026-04-01", .end = "2026-04-01", .codes = "" },
  { .name = "end a day before the start", .start = "2026-04-01", .end = "2026-03-31", .codes = "end-before-start" },
  { .name = "no start", .end = "2026-03-31", .codes = "" },
  { .name = "ended on the first day", .start = "2026-04-01", .terminated = "2026-04-01", .codes = "" },
  { .name = "ended before", .start = "2026-04-01", .terminated = "2026-03-31", .codes = "terminated-before-start" },
  { .name = "latest end the same", .end = "2027-03-31", .maximum_end = "2027-03-31", .codes = "" },
  { .name = "latest end before", .end = "2027-03-31", .maximum_end = "2027-03-30", .codes = "maximum-before-end" },
  { .name = "open-ended with an end", .end = "2027-03-31", .open_ended = TRUE, .codes = "open-ended-with-end" },
  { .name = "shares that make the whole", .shares = { 5001, 5001 }, .codes = "" },
  { .name = "a hundredth short", .shares = { 5001, 5000 }, .codes = "shares-not-whole@1" },
  { .name = "a hundredth over", .shares = { 5001, 5002 }, .codes = "shares-not-whole@1" },
  { .name = "one share not recorded", .shares = { 5001, -1 }, .codes = "" },
  { .name = "over the whole already", .shares = { 10002, -1 }, .codes = "shares-not-whole" },
  { .name = "no share recorded", .shares = { -1, -1 }, .codes = "" },
  { .name = "the only funder's share", .shares = { 9001 }, .codes = "shares-not-whole" },
  { .name = "taken up on the first day", .start = "2025-04-01", .end = "2026-03-31", .exercised = { "2025-04-01" },
    .option_months = { 12 }, .codes = "" },
  { .name = "taken up a day before", .start = "2025-04-01", .end = "2026-03-31", .exercised = { "2025-03-31" },
    .option_months = { 12 }, .codes = "option-before-start" },
  { .name = "taken up on the last day", .start = "2025-04-01", .end = "2026-03-31", .exercised = { "2026-03-31" },
    .option_months = { 12 }, .codes = "" },
  { .name = "taken up a day after", .start = "2025-04-01", .end = "2026-03-31", .exercised = { "2026-04-01" },
    .option_months = { 12 }, .codes = "option-after-end" },
  { .name = "the first one moved the end", .start = "2025-04-01", .end = "2026-03-31",
    .exercised = { "2026-01-01", "2027-03-31" }, .option_months = { 12, 12 }, .codes = "" },
  { .name = "but not so far", .start = "2025-04-01", .end = "2026-03-31",
    .exercised = { "2026-01-01", "2027-04-01" }, .option_months = { 12, 12 }, .codes = "option-after-end@1" },
  { .name = "the first one moved it who knows how far", .start = "2025-04-01", .end = "2026-03-31",
    .exercised = { "2026-01-01", "2030-04-01" }, .option_months = { 0, 12 }, .codes = "" },
  { .name = "the end follows from the length", .start = "2025-04-01", .months = 12, .exercised = { "2026-04-01" },
    .option_months = { 12 }, .codes = "option-after-end" },
  { .name = "an option only", .start = "2025-04-01", .end = "2026-03-31", .exercised = { "-" }, .option_months = { 12 },
    .codes = "" },
  { .name = "no end to be after", .start = "2025-04-01", .open_ended = TRUE, .exercised = { "2030-01-01" },
    .option_months = { 12 }, .codes = "" },
  { .name = "paid in full", .value = 100, .paid = { 60, 40 }, .codes = "" },
  { .name = "a pound more", .value = 100, .paid = { 60, 41 }, .codes = "paid-above-award@1" },
  { .name = "too much, and some came back", .value = 100, .paid = { 60, 60, -20 }, .codes = "" },
  { .name = "not enough came back", .value = 100, .paid = { 60, 60, -10 }, .codes = "paid-above-award@1" },
  { .name = "no value recorded", .paid = { 60, 60 }, .codes = "" },
};

static TenureDay
iso (const char *text)
{
  return text == NULL || strcmp (text, "-") == 0 ? TENURE_DAY_NONE : day (text);
}

static TenureFacts *
make_facts (const Case *c)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  TenureFactAgreement agreement = fixture_term (-1, c->start, c->end, c->value > 0 ? c->value : -1);

  agreement.terminated = iso (c->terminated);
  agreement.maximum_end = iso (c->maximum_end);
  agreement.duration = c->months > 0 ? TENURE_DURATION_MONTHS (c->months) : TENURE_DURATION_UNKNOWN;
  if (c->open_ended)
    agreement.open_ended = TENURE_FACT_YES;
  for (int i = 0; i < MAX_PARTS; i++)
    fixture_add_organisation (fixture, "Funder", TENURE_FACT_NO);
  fixture_add_agreement (fixture, agreement);
  for (int i = 0; i < MAX_PARTS && c->shares[i] != 0; i++)
    {
      fixture_add_funder (fixture, i);
      g_array_index (fixture->funders, TenureFactFunder, i).share_bp = c->shares[i] > 0 ? c->shares[i] - 1 : -1;
    }
  for (int i = 0; i < MAX_PARTS && c->exercised[i] != NULL; i++)
    fixture_add_extension (fixture, c->option_months[i] > 0 ? TENURE_DURATION_MONTHS (c->option_months[i]) : TENURE_DURATION_UNKNOWN,
                           iso (c->exercised[i]));
  for (int i = 0; i < MAX_PARTS && c->paid[i] != 0; i++)
    fixture_add_payment (fixture, NULL, NULL, c->paid[i]);
  return fixture_end (fixture);
}

static char *
dup_codes (const GPtrArray *found)
{
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const TenureContradiction *contradiction = found->pdata[i];

      g_string_append_printf (codes, "%s%s", i > 0 ? " " : "", contradiction->code);
      if (contradiction->index > 0)
        g_string_append_printf (codes, "@%u", contradiction->index);
      g_assert_true (g_str_has_suffix (contradiction->message, "."));
      /* There is such a field to show it beside. */
      tenure_record_field_index (contradiction->record_type, contradiction->field);
    }
  return g_string_free (codes, FALSE);
}

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureFacts) facts = make_facts (&cases[i]);
      TenureAgreementParts parts = tenure_agreement_parts (facts, 0);
      g_autoptr (GPtrArray) found = tenure_contradictions_find (&parts);
      g_autofree char *codes = dup_codes (found);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (codes, ==, cases[i].codes);
    }
}

/* Which payment passes the award is a matter of days, not of the order in which they were entered; one in another
 * currency leaves it open. */
static void
test_payments (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) mixed = NULL;
  TenureAgreementParts parts;

  fixture_add_agreement (fixture, fixture_term (-1, "2026-04-01", "2027-03-31", 100));
  fixture_add_payment (fixture, NULL, "2026-09-01", 60);
  fixture_add_payment (fixture, NULL, "2026-05-01", 60);
  facts = fixture_end (fixture);
  parts = tenure_agreement_parts (facts, 0);
  found = tenure_contradictions_find (&parts);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (((TenureContradiction *) found->pdata[0])->index, ==, 0);
  g_assert_cmpstr (((TenureContradiction *) found->pdata[0])->message, ==,
                   "The payments come to £120, more than the £100 of the agreement.");
  facts->payments[1].currency = TENURE_CURRENCY ('E', 'U', 'R');
  mixed = tenure_contradictions_find (&parts);
  g_assert_cmpuint (mixed->len, ==, 0);
}

static void
test_funder_twice (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *codes = NULL;
  TenureAgreementParts parts;
  gint32 council = fixture_add_organisation (fixture, "Council", TENURE_FACT_NO);

  fixture_add_agreement (fixture, fixture_agreement ("Choir"));
  fixture_add_funder (fixture, council);
  fixture_add_funder (fixture, -1);
  fixture_add_funder (fixture, council);
  fixture_add_funder (fixture, -1);
  facts = fixture_end (fixture);
  parts = tenure_agreement_parts (facts, 0);
  found = tenure_contradictions_find (&parts);
  codes = dup_codes (found);
  g_assert_cmpstr (codes, ==, "funder-twice@2");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contradictions/cases", test_cases);
  g_test_add_func ("/contradictions/payments", test_payments);
  g_test_add_func ("/contradictions/funder-twice", test_funder_twice);
  return g_test_run ();
}
