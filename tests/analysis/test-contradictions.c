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
  gboolean named, on_nobody; /* a key person is named; it is said that it rests on no one person */
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
  { .name = "a key person and none", .named = TRUE, .on_nobody = TRUE, .codes = "key-person-and-none" },
  { .name = "a key person", .named = TRUE, .codes = "" },
  { .name = "no key person", .on_nobody = TRUE, .codes = "" },
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
  agreement.key_person = c->named ? 0 : -1;
  agreement.rests_on_one = c->on_nobody ? TENURE_FACT_NO : TENURE_FACT_UNKNOWN;
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

/* What the agreement is worth in all is the yearly value over the term, and what variations added; nothing is said where one
 * part of that is not known. */
static void
test_award (void)
{
  enum { NOTHING = -1, UNKNOWN = -2 };
  static const struct
  {
    const char *name, *start, *end;
    int option_months, value, yearly; /* pounds; NOTHING: not recorded */
    TenureValueBasis basis;
    int change[2];    /* pounds; NOTHING: no such variation; UNKNOWN: one with no price recorded */
    gboolean euros;   /* the first variation is in another currency */
    int uplift_bp;    /* NOTHING: none */
    int most;         /* pounds that may be paid; NOTHING: nothing is said whatever is paid */
  } rows[] = {
    { "two years", "2025-04-01", "2027-03-31", 0, 100, NOTHING, TENURE_BASIS_ANNUAL, { NOTHING, NOTHING }, FALSE, NOTHING, 200 },
    { "half a year", "2025-04-01", "2025-09-30", 0, 100, NOTHING, TENURE_BASIS_ANNUAL, { NOTHING, NOTHING }, FALSE, NOTHING, 50 },
    { "and an option taken up", "2025-04-01", "2027-03-31", 12, 100, NOTHING, TENURE_BASIS_ANNUAL, { NOTHING, NOTHING }, FALSE,
      NOTHING, 300 },
    { "no end", "2025-04-01", NULL, 0, 100, NOTHING, TENURE_BASIS_ANNUAL, { NOTHING, NOTHING }, FALSE, NOTHING, NOTHING },
    { "no start", NULL, "2027-03-31", 0, 100, NOTHING, TENURE_BASIS_ANNUAL, { NOTHING, NOTHING }, FALSE, NOTHING, NOTHING },
    { "end before the start", "2027-04-01", "2027-03-30", 0, 100, NOTHING, TENURE_BASIS_ANNUAL, { NOTHING, NOTHING }, FALSE,
      NOTHING, NOTHING },
    { "a yearly value beside", "2025-04-01", "2027-03-31", 0, NOTHING, 100, TENURE_BASIS_UNKNOWN, { NOTHING, NOTHING }, FALSE,
      NOTHING, 200 },
    { "the total before the yearly value", "2025-04-01", "2027-03-31", 0, 150, 100, TENURE_BASIS_TOTAL, { NOTHING, NOTHING },
      FALSE, NOTHING, 150 },
    { "no basis", "2025-04-01", "2027-03-31", 0, 100, NOTHING, TENURE_BASIS_UNKNOWN, { NOTHING, NOTHING }, FALSE, NOTHING,
      NOTHING },
    { "dearer midway", NULL, NULL, 0, 100, NOTHING, TENURE_BASIS_TOTAL, { 20, 5 }, FALSE, NOTHING, 125 },
    { "dearer each way", "2025-04-01", "2027-03-31", 0, 100, NOTHING, TENURE_BASIS_ANNUAL, { 20, NOTHING }, FALSE, NOTHING, 220 },
    { "a cut may be in the value already", NULL, NULL, 0, 100, NOTHING, TENURE_BASIS_TOTAL, { -20, 5 }, FALSE, NOTHING, 105 },
    { "the price stayed", NULL, NULL, 0, 100, NOTHING, TENURE_BASIS_TOTAL, { 0, NOTHING }, FALSE, NOTHING, 100 },
    { "at a price not recorded", NULL, NULL, 0, 100, NOTHING, TENURE_BASIS_TOTAL, { 20, UNKNOWN }, FALSE, NOTHING, NOTHING },
    { "in another currency", NULL, NULL, 0, 100, NOTHING, TENURE_BASIS_TOTAL, { 20, NOTHING }, TRUE, NOTHING, NOTHING },
    { "an uplift", NULL, NULL, 0, 100, NOTHING, TENURE_BASIS_TOTAL, { NOTHING, NOTHING }, FALSE, 1, NOTHING },
    { "an uplift of nothing", NULL, NULL, 0, 100, NOTHING, TENURE_BASIS_TOTAL, { NOTHING, NOTHING }, FALSE, 0, 100 },
  };

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (rows); i++)
    {
      gsize row = i / 2;
      int over = (int) (i % 2);
      g_autoptr (Fixture) fixture = fixture_new ();
      TenureFactAgreement agreement = fixture_term (-1, rows[row].start, rows[row].end, rows[row].value);
      g_autoptr (TenureFacts) facts = NULL;
      g_autoptr (GPtrArray) found = NULL;
      g_autofree char *codes = NULL;
      TenureAgreementParts parts;

      agreement.currency = TENURE_CURRENCY_GBP;
      agreement.basis = (gint8) rows[row].basis;
      agreement.annual_known = rows[row].yearly != NOTHING;
      agreement.annual_minor = rows[row].yearly * 100;
      /* Runs that do not begin at the first element. */
      fixture_add_agreement (fixture, fixture_agreement ("Before"));
      fixture_add_extension (fixture, TENURE_DURATION_MONTHS (600), day ("2025-05-01"));
      fixture_add_agreement (fixture, agreement);
      if (rows[row].option_months > 0)
        fixture_add_extension (fixture, TENURE_DURATION_MONTHS (rows[row].option_months), day ("2026-05-01"));
      for (int n = 0; n < 2 && rows[row].change[n] != NOTHING; n++)
        fixture_add_variation (fixture, (TenureFactVariation){
                                            .made = day ("2026-05-01"),
                                            .price_known = rows[row].change[n] != UNKNOWN,
                                            .price_minor = rows[row].change[n] * 100,
                                            .currency = n == 0 && rows[row].euros ? TENURE_CURRENCY ('E', 'U', 'R')
                                                                                  : TENURE_CURRENCY_GBP,
                                        });
      if (rows[row].uplift_bp != NOTHING)
        fixture_add_uplift (fixture, "2026-04-01", rows[row].uplift_bp);
      fixture_add_payment (fixture, NULL, NULL, rows[row].most == NOTHING ? 1000000 : rows[row].most + over);
      facts = fixture_end (fixture);
      parts = tenure_agreement_parts (facts, 1);
      found = tenure_contradictions_find (&parts);
      codes = dup_codes (found);
      g_test_message ("%s, %d over", rows[row].name, over);
      if (rows[row].most == NOTHING || over == 0)
        g_assert_null (strstr (codes, "paid-above-award"));
      else
        g_assert_cmpstr (codes, ==, "paid-above-award");
    }
}

typedef struct
{
  const char *due;
  int pounds;
} Due;

/* The schedule against the award, against the term and against itself. */
static void
test_schedule (void)
{
  static const struct
  {
    const char *name;
    int profile;
    const char *start, *end;
    int value;
    Due due[MAX_PARTS];
    const char *codes;
  } rows[] = {
    { "the whole", TENURE_PAID_UNKNOWN, NULL, NULL, 100, { { "2026-04-01", 50 }, { "2026-07-01", 50 } }, "" },
    { "less than the whole", TENURE_PAID_UNKNOWN, NULL, NULL, 100, { { "2026-04-01", 50 } }, "" },
    { "a pound more", TENURE_PAID_UNKNOWN, NULL, NULL, 100, { { "2026-07-01", 51 }, { "2026-04-01", 50 } },
      "scheduled-above-award" },
    { "of no recorded value", TENURE_PAID_UNKNOWN, NULL, NULL, 0, { { "2026-04-01", 500 } }, "" },
    { "on the first and the last day", TENURE_PAID_UNKNOWN, "2026-04-01", "2027-03-31", 0,
      { { "2026-04-01", 50 }, { "2027-03-31", 50 } }, "" },
    { "a day before", TENURE_PAID_UNKNOWN, "2026-04-01", "2027-03-31", 0, { { "2026-03-31", 50 } }, "due-before-start" },
    { "a day after", TENURE_PAID_UNKNOWN, "2026-04-01", "2027-03-31", 0, { { "2027-04-01", 50 } }, "due-after-end" },
    { "in advance", TENURE_PAID_ADVANCE, "2026-04-01", "2027-03-31", 0, { { "2026-03-31", 50 }, { "2027-04-01", 50 } },
      "due-after-end@1" },
    { "partly in advance", TENURE_PAID_PART_ADVANCE, "2026-04-01", "2027-03-31", 0,
      { { "2026-03-31", 50 }, { "2027-04-01", 50 } }, "" },
    { "in arrears", TENURE_PAID_ARREARS, "2026-04-01", "2027-03-31", 0, { { "2026-03-31", 50 }, { "2027-04-01", 50 } },
      "due-before-start" },
    { "by results", TENURE_PAID_RESULTS, "2026-04-01", "2027-03-31", 0, { { "2026-03-31", 50 }, { "2027-04-01", 50 } },
      "due-before-start" },
    { "no term", TENURE_PAID_UNKNOWN, NULL, NULL, 0, { { "1999-04-01", 50 }, { "2099-04-01", 50 } }, "" },
    { "twice", TENURE_PAID_UNKNOWN, NULL, NULL, 0, { { "2026-04-01", 50 }, { "2026-07-01", 50 }, { "2026-04-01", 50 } },
      "due-twice@2" },
    { "twice beside another", TENURE_PAID_UNKNOWN, NULL, NULL, 0,
      { { "2026-04-01", 50 }, { "2026-04-01", 49 }, { "2026-04-01", 50 } }, "due-twice@2" },
    { "another amount", TENURE_PAID_UNKNOWN, NULL, NULL, 0, { { "2026-04-01", 50 }, { "2026-04-01", 49 } }, "" },
    { "another day", TENURE_PAID_UNKNOWN, NULL, NULL, 0, { { "2026-04-01", 50 }, { "2026-04-02", 50 } }, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      TenureFactAgreement agreement = fixture_term (-1, rows[i].start, rows[i].end, rows[i].value > 0 ? rows[i].value : -1);
      g_autoptr (TenureFacts) facts = NULL;
      g_autoptr (GPtrArray) found = NULL;
      g_autofree char *codes = NULL;
      TenureAgreementParts parts;

      agreement.payment_profile = (gint8) rows[i].profile;
      fixture_add_agreement (fixture, agreement);
      for (int n = 0; n < MAX_PARTS && rows[i].due[n].due != NULL; n++)
        fixture_add_instalment (fixture, rows[i].due[n].due, rows[i].due[n].pounds);
      facts = fixture_end (fixture);
      parts = tenure_agreement_parts (facts, 0);
      found = tenure_contradictions_find (&parts);
      codes = dup_codes (found);
      g_test_message ("%s", rows[i].name);
      g_assert_cmpstr (codes, ==, rows[i].codes);
    }
}

/* An option that was taken up moves the end; another currency is neither too much nor the same. */
static void
test_schedule_moved (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) mixed = NULL;
  g_autofree char *codes = NULL;
  g_autofree char *mixed_codes = NULL;
  TenureAgreementParts parts;

  fixture_add_agreement (fixture, fixture_term (-1, "2025-04-01", "2026-03-31", 50));
  fixture_add_extension (fixture, TENURE_DURATION_MONTHS (12), day ("2026-01-01"));
  fixture_add_instalment (fixture, "2027-03-31", 50);
  fixture_add_instalment (fixture, "2027-03-31", 50);
  facts = fixture_end (fixture);
  parts = tenure_agreement_parts (facts, 0);
  found = tenure_contradictions_find (&parts);
  codes = dup_codes (found);
  g_assert_cmpstr (codes, ==, "scheduled-above-award@1 due-twice@1");
  facts->instalments[1].currency = TENURE_CURRENCY ('E', 'U', 'R');
  mixed = tenure_contradictions_find (&parts);
  mixed_codes = dup_codes (mixed);
  g_assert_cmpstr (mixed_codes, ==, "");
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
  g_test_add_func ("/contradictions/award", test_award);
  g_test_add_func ("/contradictions/schedule", test_schedule);
  g_test_add_func ("/contradictions/schedule-moved", test_schedule_moved);
  g_test_add_func ("/contradictions/payments", test_payments);
  g_test_add_func ("/contradictions/funder-twice", test_funder_twice);
  return g_test_run ();
}
