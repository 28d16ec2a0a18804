/* Dates, security, yearly value and decision day of one agreement: the worked cases of docs/domain.md, section 2. */

#include "analysis/term.h"

#include "fixture.h"

#define AS_OF "2026-11-21"

/* The figures of the agreement added last, on @as_of. */
typedef struct
{
  TenureFacts *facts;
  TenureTerms *terms;
  const TenureAgreementFigures *figures;
} Seen;

static Seen
see (Fixture *fixture, const char *as_of)
{
  Seen seen = { .facts = fixture_end (fixture) };

  seen.terms = tenure_terms_new (seen.facts, day (as_of), NULL);
  seen.figures = &seen.terms->agreements[seen.facts->n_agreements - 1];
  return seen;
}

static void
seen_clear (Seen *seen)
{
  tenure_terms_free (seen->terms);
  tenure_facts_free (seen->facts);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Seen, seen_clear)

static Seen
see_one (TenureFactAgreement agreement, const char *as_of)
{
  g_autoptr (Fixture) fixture = fixture_new ();

  fixture_add_agreement (fixture, agreement);
  return see (fixture, as_of);
}

static void
assert_months (TenureMonths found, int whole, int part, int length)
{
  g_assert_cmpint (found.whole, ==, whole);
  g_assert_cmpint (found.part, ==, part);
  g_assert_true (part == 0 || found.length == length);
}

/* --- Term --- */

static const struct
{
  const char *start, *end, *duration;
  int whole, part, length; /* whole < 0: no known term */
  TenureBand band;
  gboolean derived, anniversary, disagrees, reversed;
} terms[] = {
  { "2026-04-01", "2027-03-31", NULL, 12, 0, 1, TENURE_BAND_LE12 },
  { "2026-04-01", "2027-03-30", NULL, 11, 30, 31, TENURE_BAND_LE12 },
  { "2026-04-01", "2027-04-02", NULL, 12, 2, 30, TENURE_BAND_GT12_LT36 },
  /* On the anniversary itself: read as exactly twelve, eighteen, thirty-six months. */
  { "2015-04-01", "2016-04-01", NULL, 12, 0, 1, TENURE_BAND_LE12, .anniversary = TRUE },
  { "2015-04-15", "2016-10-15", NULL, 18, 0, 1, TENURE_BAND_GT12_LT36, .anniversary = TRUE },
  { "2024-04-01", "2027-04-01", NULL, 36, 0, 1, TENURE_BAND_GE36, .anniversary = TRUE },
  { "2024-04-01", "2027-03-31", NULL, 36, 0, 1, TENURE_BAND_GE36 },
  { "2024-04-01", "2027-03-30", NULL, 35, 30, 31, TENURE_BAND_GT12_LT36 },
  { "2024-02-29", "2025-02-28", NULL, 12, 0, 1, TENURE_BAND_LE12, .anniversary = TRUE },
  { "2026-04-01", "2026-04-01", NULL, 0, 1, 30, TENURE_BAND_LE12 },
  /* A stated length alone gives the end; beside an end it is only compared. */
  { "2026-04-01", NULL, "P12M", 12, 0, 1, TENURE_BAND_LE12, .derived = TRUE },
  { "2026-04-01", NULL, "P84D", 2, 23, 30, TENURE_BAND_LE12, .derived = TRUE },
  { "2026-04-01", "2027-03-31", "P12M", 12, 0, 1, TENURE_BAND_LE12 },
  { "2026-04-01", "2027-04-30", "P12M", 13, 0, 1, TENURE_BAND_GT12_LT36 },
  { "2026-04-01", "2027-05-01", "P12M", 13, 0, 1, TENURE_BAND_GT12_LT36, .anniversary = TRUE, .disagrees = TRUE },
  { "2026-04-01", "2027-03-31", "P36M", 12, 0, 1, TENURE_BAND_LE12, .disagrees = TRUE },
  /* What is missing or cannot be. */
  { "2026-04-01", NULL, NULL, -1, 0, 0, TENURE_BAND_UNKNOWN },
  { NULL, "2027-03-31", "P12M", -1, 0, 0, TENURE_BAND_UNKNOWN },
  { NULL, NULL, NULL, -1, 0, 0, TENURE_BAND_UNKNOWN },
  { "2026-04-01", "2026-03-31", NULL, -1, 0, 0, TENURE_BAND_UNKNOWN, .reversed = TRUE },
  { "2026-04-01", "1926-04-01", NULL, -1, 0, 0, TENURE_BAND_UNKNOWN, .reversed = TRUE },
  /* Centuries, and the last day there is. */
  { "1066-10-14", "2066-10-13", NULL, 12000, 0, 1, TENURE_BAND_GE36 },
  { "0001-01-01", "9999-12-31", NULL, 119988, 0, 1, TENURE_BAND_GE36 },
};

static void
test_term (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      TenureFactAgreement agreement = fixture_term (-1, terms[i].start, terms[i].end, -1);
      g_auto (Seen) seen = { 0 };

      tenure_duration_parse_iso (terms[i].duration, &agreement.duration);
      seen = see_one (agreement, AS_OF);
      g_test_message ("%s to %s, %s", terms[i].start, terms[i].end, terms[i].duration);
      g_assert_true (seen.figures->term_known == (terms[i].whole >= 0));
      if (terms[i].whole >= 0)
        assert_months (seen.figures->term, terms[i].whole, terms[i].part, terms[i].length);
      g_assert_cmpint (seen.figures->band, ==, terms[i].band);
      g_assert_true (seen.figures->end_derived == terms[i].derived);
      g_assert_true (seen.figures->end_as_anniversary == terms[i].anniversary);
      g_assert_true (seen.figures->duration_disagrees == terms[i].disagrees);
      g_assert_true (seen.figures->reversed == terms[i].reversed);
    }
}

/* Signed to 31 Mar 2027 with two options of a year; what is exercised moves the committed end, what is not the maximum. */
static void
test_extensions (void)
{
  static const struct
  {
    const char *first, *second, *terminated, *published;
    const char *committed, *maximum;
    gboolean options;
  } cases[] = {
    { NULL, NULL, NULL, NULL, "2027-03-31", "2029-03-31", TRUE },
    { "2026-10-01", NULL, NULL, NULL, "2028-03-31", "2029-03-31", TRUE },
    { "2026-10-01", "2026-11-01", NULL, NULL, "2029-03-31", "2029-03-31", FALSE },
    /* Taken up only after the day we look from. */
    { "2026-12-01", NULL, NULL, NULL, "2027-03-31", "2029-03-31", TRUE },
    { "2026-10-01", NULL, "2026-12-31", NULL, "2026-12-31", "2026-12-31", FALSE },
    { NULL, NULL, "2031-12-31", NULL, "2027-03-31", "2027-03-31", FALSE },
    { NULL, NULL, NULL, "2030-03-31", "2027-03-31", "2030-03-31", TRUE },
    { "2026-10-01", "2026-11-01", NULL, "2028-03-31", "2029-03-31", "2029-03-31", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      TenureFactAgreement agreement = fixture_term (-1, "2024-04-01", "2027-03-31", -1);
      g_auto (Seen) seen = { 0 };

      agreement.terminated = day (cases[i].terminated);
      agreement.maximum_end = day (cases[i].published);
      fixture_add_agreement (fixture, agreement);
      fixture_add_extension (fixture, TENURE_DURATION_MONTHS (12), day (cases[i].first));
      fixture_add_extension (fixture, TENURE_DURATION_MONTHS (12), day (cases[i].second));
      seen = see (fixture, AS_OF);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (seen.figures->committed_end, ==, day (cases[i].committed));
      g_assert_cmpint (seen.figures->maximum_end, ==, day (cases[i].maximum));
      g_assert_true (seen.figures->has_options == cases[i].options);
    }
}

/* A month's end stays a month's end: 28 Feb 2027 and a month is 31 Mar, not 28 Mar. */
static void
test_extension_from_a_months_end (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_auto (Seen) seen = { 0 };

  fixture_add_agreement (fixture, fixture_term (-1, "2026-03-01", "2027-02-28", -1));
  fixture_add_extension (fixture, TENURE_DURATION_MONTHS (1), day ("2026-10-01"));
  seen = see (fixture, AS_OF);
  g_assert_cmpint (seen.figures->committed_end, ==, day ("2027-03-31"));
}

static void
test_extension_of_unknown_length (void)
{
  g_autoptr (Fixture) taken = fixture_new (), open = fixture_new ();
  g_auto (Seen) seen_taken = { 0 }, seen_open = { 0 };

  fixture_add_agreement (taken, fixture_term (-1, "2024-04-01", "2027-03-31", -1));
  fixture_add_extension (taken, TENURE_DURATION_UNKNOWN, day ("2026-10-01"));
  seen_taken = see (taken, AS_OF);
  g_assert_cmpint (seen_taken.figures->committed_end, ==, TENURE_DAY_NONE);
  g_assert_cmpint (seen_taken.figures->missing & TENURE_MISSING_EXTENSION_LENGTH, !=, 0);

  fixture_add_agreement (open, fixture_term (-1, "2024-04-01", "2027-03-31", -1));
  fixture_add_extension (open, TENURE_DURATION_UNKNOWN, TENURE_DAY_NONE);
  seen_open = see (open, AS_OF);
  g_assert_cmpint (seen_open.figures->committed_end, ==, day ("2027-03-31"));
  g_assert_cmpint (seen_open.figures->maximum_end, ==, TENURE_DAY_NONE);
  g_assert_true (seen_open.figures->has_options);
}

/* --- Status --- */

static void
test_status (void)
{
  static const struct
  {
    const char *start, *end, *terminated;
    TenureFact open_ended;
    TenureStatus status;
    TenureFact running;
    gboolean live;
  } cases[] = {
    { "2026-11-22", "2027-11-21", NULL, TENURE_FACT_UNKNOWN, TENURE_STATUS_PLANNED, TENURE_FACT_NO, TRUE },
    { "2026-11-21", "2027-11-20", NULL, TENURE_FACT_NO, TENURE_STATUS_ACTIVE, TENURE_FACT_YES, TRUE },
    /* Six months left to the day are not less than six months. */
    { "2024-04-01", "2027-05-20", NULL, TENURE_FACT_NO, TENURE_STATUS_ACTIVE, TENURE_FACT_YES, TRUE },
    { "2024-04-01", "2027-05-19", NULL, TENURE_FACT_NO, TENURE_STATUS_ENDING, TENURE_FACT_YES, TRUE },
    { "2024-04-01", "2026-11-21", NULL, TENURE_FACT_NO, TENURE_STATUS_ENDING, TENURE_FACT_YES, TRUE },
    { "2024-04-01", "2026-11-20", NULL, TENURE_FACT_NO, TENURE_STATUS_ENDED, TENURE_FACT_NO, FALSE },
    { "2024-04-01", "2027-03-31", "2026-09-30", TENURE_FACT_NO, TENURE_STATUS_TERMINATED, TENURE_FACT_NO, FALSE },
    { "2024-04-01", "2026-09-30", "2026-09-30", TENURE_FACT_NO, TENURE_STATUS_ENDED, TENURE_FACT_NO, FALSE },
    { "2024-04-01", "2027-10-31", "2026-12-31", TENURE_FACT_NO, TENURE_STATUS_ENDING, TENURE_FACT_YES, TRUE },
    { "2020-04-01", NULL, NULL, TENURE_FACT_YES, TENURE_STATUS_OPEN_ENDED, TENURE_FACT_YES, TRUE },
    { "2027-04-01", NULL, NULL, TENURE_FACT_YES, TENURE_STATUS_PLANNED, TENURE_FACT_NO, TRUE },
    { "2020-04-01", NULL, "2026-09-30", TENURE_FACT_YES, TENURE_STATUS_TERMINATED, TENURE_FACT_NO, FALSE },
    { NULL, NULL, NULL, TENURE_FACT_YES, TENURE_STATUS_UNKNOWN, TENURE_FACT_UNKNOWN, TRUE },
    { "2024-04-01", NULL, NULL, TENURE_FACT_UNKNOWN, TENURE_STATUS_UNKNOWN, TENURE_FACT_UNKNOWN, TRUE },
    { NULL, "2027-03-31", NULL, TENURE_FACT_UNKNOWN, TENURE_STATUS_UNKNOWN, TENURE_FACT_UNKNOWN, TRUE },
    { NULL, "2026-03-31", NULL, TENURE_FACT_UNKNOWN, TENURE_STATUS_ENDED, TENURE_FACT_NO, FALSE },
    { NULL, NULL, NULL, TENURE_FACT_UNKNOWN, TENURE_STATUS_UNKNOWN, TENURE_FACT_UNKNOWN, TRUE },
    /* The wrong way round, and the day lies between. */
    { "2027-01-01", "2026-01-01", NULL, TENURE_FACT_UNKNOWN, TENURE_STATUS_UNKNOWN, TENURE_FACT_UNKNOWN, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureFactAgreement agreement = fixture_term (-1, cases[i].start, cases[i].end, -1);
      g_auto (Seen) seen = { 0 };

      agreement.terminated = day (cases[i].terminated);
      agreement.open_ended = (gint8) cases[i].open_ended;
      seen = see_one (agreement, AS_OF);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (tenure_status_code ((TenureStatus) seen.figures->status), ==, tenure_status_code (cases[i].status));
      g_assert_cmpint (seen.figures->running, ==, cases[i].running);
      g_assert_true (seen.figures->live == cases[i].live);
    }
}

/* --- Remaining and secured --- */

static void
test_secured (void)
{
  static const struct
  {
    const char *start, *end;
    TenureFact open_ended, without_cause;
    const char *notice;
    int remaining_whole, remaining_part, remaining_length; /* whole < 0: not known */
    TenureSecuredState state;
    int whole, part, length;
  } cases[] = {
    /* From 21 Nov 2026: to 20 Mar 2028 are sixteen months. */
    { "2024-04-01", "2028-03-20", TENURE_FACT_NO, TENURE_FACT_NO, NULL, 16, 0, 1, TENURE_SECURED_TO_END, 16, 0, 1 },
    { "2024-04-01", "2028-03-20", TENURE_FACT_NO, TENURE_FACT_YES, "P3M", 16, 0, 1, TENURE_SECURED_BY_NOTICE, 3, 0, 1 },
    { "2024-04-01", "2028-03-20", TENURE_FACT_NO, TENURE_FACT_YES, "P0D", 16, 0, 1, TENURE_SECURED_BY_NOTICE, 0, 0, 1 },
    { "2024-04-01", "2028-03-20", TENURE_FACT_NO, TENURE_FACT_YES, "P84D", 16, 0, 1, TENURE_SECURED_BY_NOTICE, 2, 23, 31 },
    { "2024-04-01", "2028-03-20", TENURE_FACT_NO, TENURE_FACT_YES, NULL, 16, 0, 1, TENURE_SECURED_CANNOT_TELL, 0, 0, 1 },
    { "2024-04-01", "2028-03-20", TENURE_FACT_NO, TENURE_FACT_UNKNOWN, "P3M", 16, 0, 1, TENURE_SECURED_CANNOT_TELL, 0, 0, 1 },
    /* A notice that reaches to the end secures the same either way. */
    { "2024-04-01", "2028-03-20", TENURE_FACT_NO, TENURE_FACT_UNKNOWN, "P16M", 16, 0, 1, TENURE_SECURED_TO_END, 16, 0, 1 },
    { "2024-04-01", "2028-03-20", TENURE_FACT_NO, TENURE_FACT_YES, "P24M", 16, 0, 1, TENURE_SECURED_TO_END, 16, 0, 1 },
    /* Planned: from its start. */
    { "2027-04-01", "2028-03-31", TENURE_FACT_NO, TENURE_FACT_YES, "P6M", 12, 0, 1, TENURE_SECURED_BY_NOTICE, 6, 0, 1 },
    { "2027-04-01", "2028-04-01", TENURE_FACT_NO, TENURE_FACT_NO, NULL, 12, 0, 1, TENURE_SECURED_TO_END, 12, 0, 1 },
    /* Ended, open-ended, unknown. */
    { "2024-04-01", "2026-11-20", TENURE_FACT_NO, TENURE_FACT_YES, "P3M", 0, 0, 1, TENURE_SECURED_TO_END, 0, 0, 1 },
    { "2024-04-01", "2026-11-21", TENURE_FACT_NO, TENURE_FACT_NO, NULL, 0, 1, 30, TENURE_SECURED_TO_END, 0, 1, 30 },
    { "2020-04-01", NULL, TENURE_FACT_YES, TENURE_FACT_UNKNOWN, "P6M", -1, 0, 1, TENURE_SECURED_BY_NOTICE, 6, 0, 1 },
    { "2020-04-01", NULL, TENURE_FACT_YES, TENURE_FACT_YES, NULL, -1, 0, 1, TENURE_SECURED_CANNOT_TELL, 0, 0, 1 },
    { "2020-04-01", NULL, TENURE_FACT_NO, TENURE_FACT_YES, "P6M", -1, 0, 1, TENURE_SECURED_CANNOT_TELL, 0, 0, 1 },
    { NULL, "2028-03-20", TENURE_FACT_NO, TENURE_FACT_NO, NULL, 16, 0, 1, TENURE_SECURED_TO_END, 16, 0, 1 },
    { "2026-04-01", "2026-03-31", TENURE_FACT_NO, TENURE_FACT_NO, NULL, 0, 0, 1, TENURE_SECURED_TO_END, 0, 0, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureFactAgreement agreement = fixture_term (-1, cases[i].start, cases[i].end, -1);
      g_auto (Seen) seen = { 0 };

      agreement.open_ended = (gint8) cases[i].open_ended;
      agreement.funder_without_cause = (gint8) cases[i].without_cause;
      tenure_duration_parse_iso (cases[i].notice, &agreement.funder_notice);
      seen = see_one (agreement, AS_OF);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_true (seen.figures->remaining_known == (cases[i].remaining_whole >= 0));
      if (seen.figures->remaining_known)
        assert_months (seen.figures->remaining, cases[i].remaining_whole, cases[i].remaining_part,
                       cases[i].remaining_length);
      g_assert_cmpint (seen.figures->secured_state, ==, cases[i].state);
      if (cases[i].state != TENURE_SECURED_CANNOT_TELL)
        assert_months (seen.figures->secured, cases[i].whole, cases[i].part, cases[i].length);
    }
}

/* --- Money --- */

static void
test_annual (void)
{
  static const struct
  {
    const char *start, *end;
    gint64 value, annual; /* pence; -1: not recorded */
    TenureValueBasis basis;
    TenureAnnualState state;
    gint64 expected; /* pence a year */
    gint64 total;    /* of the whole term; -1: cannot tell */
  } cases[] = {
    /* A three-month £30,000 is £30,000 a year, not £120,000. */
    { "2026-04-01", "2026-06-30", 3000000, -1, TENURE_BASIS_TOTAL, TENURE_ANNUAL_WHOLE_TOTAL, 3000000, 3000000 },
    { "2026-04-01", "2027-03-31", 3000000, -1, TENURE_BASIS_TOTAL, TENURE_ANNUAL_WHOLE_TOTAL, 3000000, 3000000 },
    { "2024-04-01", "2027-03-31", 9000000, -1, TENURE_BASIS_TOTAL, TENURE_ANNUAL_FROM_TOTAL, 3000000, 9000000 },
    /* £1 over 36 months: 33⅓p; £1 over 30 months: 40p; 5p over 24 months: 2.5p, half to even 2p; 7p: 3.5p, 4p. */
    { "2024-04-01", "2027-03-31", 100, -1, TENURE_BASIS_TOTAL, TENURE_ANNUAL_FROM_TOTAL, 33, 100 },
    { "2024-04-01", "2026-09-30", 100, -1, TENURE_BASIS_TOTAL, TENURE_ANNUAL_FROM_TOTAL, 40, 100 },
    { "2024-04-01", "2026-03-31", 5, -1, TENURE_BASIS_TOTAL, TENURE_ANNUAL_FROM_TOTAL, 2, 5 },
    { "2024-04-01", "2026-03-31", 7, -1, TENURE_BASIS_TOTAL, TENURE_ANNUAL_FROM_TOTAL, 4, 7 },
    /* 13 months and 10 of 31 days: total × 12 × 31 ÷ 413. */
    { "2026-04-01", "2027-05-10", 413000, -1, TENURE_BASIS_TOTAL, TENURE_ANNUAL_FROM_TOTAL, 372000, 413000 },
    { "2024-04-01", "2027-03-31", 3000000, -1, TENURE_BASIS_ANNUAL, TENURE_ANNUAL_STATED, 3000000, 9000000 },
    { "2026-04-01", "2026-09-30", 3000000, -1, TENURE_BASIS_ANNUAL, TENURE_ANNUAL_STATED, 3000000, 1500000 },
    { "2024-04-01", NULL, 3000000, -1, TENURE_BASIS_ANNUAL, TENURE_ANNUAL_STATED, 3000000, -1 },
    { "2024-04-01", "2027-03-31", 9000000, 2900000, TENURE_BASIS_UNKNOWN, TENURE_ANNUAL_STATED, 2900000, 9000000 },
    { "2024-04-01", "2027-03-31", -1, 2900000, TENURE_BASIS_UNKNOWN, TENURE_ANNUAL_STATED, 2900000, 8700000 },
    /* Without a basis both readings agree up to twelve months, and not beyond. */
    { "2026-04-01", "2027-03-31", 3000000, -1, TENURE_BASIS_UNKNOWN, TENURE_ANNUAL_WHOLE_TOTAL, 3000000, -1 },
    { "2026-04-01", "2027-04-30", 3000000, -1, TENURE_BASIS_UNKNOWN, TENURE_ANNUAL_NO_BASIS, -1, -1 },
    { "2024-04-01", NULL, 3000000, -1, TENURE_BASIS_TOTAL, TENURE_ANNUAL_NO_TERM, -1, 3000000 },
    { "2026-04-01", "2026-03-01", 3000000, -1, TENURE_BASIS_TOTAL, TENURE_ANNUAL_NO_TERM, -1, 3000000 },
    { "2026-04-01", "2027-03-31", -1, -1, TENURE_BASIS_TOTAL, TENURE_ANNUAL_NO_VALUE, -1, -1 },
    { "2026-04-01", "2027-03-31", 0, -1, TENURE_BASIS_TOTAL, TENURE_ANNUAL_WHOLE_TOTAL, 0, 0 },
    { "0001-01-01", "9999-12-31", G_MAXINT64, -1, TENURE_BASIS_ANNUAL, TENURE_ANNUAL_STATED, G_MAXINT64, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureFactAgreement agreement = fixture_term (-1, cases[i].start, cases[i].end, -1);
      g_auto (Seen) seen = { 0 };

      agreement.value_known = cases[i].value >= 0;
      agreement.value_minor = MAX (0, cases[i].value);
      agreement.annual_known = cases[i].annual >= 0;
      agreement.annual_minor = MAX (0, cases[i].annual);
      agreement.basis = (gint8) cases[i].basis;
      seen = see_one (agreement, AS_OF);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (seen.figures->annual_state, ==, cases[i].state);
      g_assert_true (seen.figures->annual_known == (cases[i].expected >= 0));
      if (cases[i].expected >= 0)
        g_assert_cmpint (seen.figures->annual_minor, ==, cases[i].expected);
      g_assert_true (seen.figures->total_known == (cases[i].total >= 0));
      if (cases[i].total >= 0)
        g_assert_cmpint (seen.figures->total_minor, ==, cases[i].total);
    }
}

static void
test_annual_without_currency (void)
{
  TenureFactAgreement agreement = fixture_term (-1, "2026-04-01", "2027-03-31", 30000);
  g_auto (Seen) seen = { 0 };

  agreement.currency = TENURE_CURRENCY_NONE;
  seen = see_one (agreement, AS_OF);
  g_assert_cmpint (seen.figures->annual_state, ==, TENURE_ANNUAL_NO_CURRENCY);
  g_assert_false (seen.figures->annual_known);
  g_assert_cmpint (seen.figures->missing & TENURE_MISSING_CURRENCY, !=, 0);
}

/* Ended a year into three, £90,000 was still agreed at £30,000 a year. */
static void
test_annual_after_termination (void)
{
  TenureFactAgreement agreement = fixture_term (-1, "2025-04-01", "2028-03-31", 90000);
  g_auto (Seen) seen = { 0 };

  agreement.terminated = day ("2027-03-31");
  seen = see_one (agreement, AS_OF);
  g_assert_cmpint (seen.figures->annual_minor, ==, 3000000);
  assert_months (seen.figures->term, 24, 0, 1);
}

/* --- Decision --- */

/* Committed to 31 Mar 2027: six months' renewal notice and three months' lead time give 30 Sep and 30 Jun 2026. */
static void
test_decision_day (void)
{
  TenureFactAgreement agreement = fixture_term (-1, "2024-04-01", "2027-03-31", -1);
  g_auto (Seen) seen = { 0 };

  agreement.renewal_notice = TENURE_DURATION_MONTHS (6);
  agreement.lead_time = TENURE_DURATION_MONTHS (3);
  seen = see_one (agreement, AS_OF);
  g_assert_cmpint (seen.figures->notice_day, ==, day ("2026-09-30"));
  g_assert_cmpint (seen.figures->decision_day, ==, day ("2026-06-30"));
  g_assert_false (seen.figures->notice_assumed || seen.figures->lead_assumed);
  /* 21 Nov 2026 to 31 Mar 2027. */
  g_assert_true (seen.figures->lead_known);
  g_assert_cmpint (seen.figures->lead_days, ==, 130);
  g_assert_cmpint (seen.terms->n_assumed, ==, 0);
}

static void
test_decided (void)
{
  static const struct
  {
    const char *day;
    TenureRenewal renewal;
    gboolean decided;
    gint32 lead;
  } cases[] = {
    { "2026-10-01", TENURE_RENEWAL_UNKNOWN, TRUE, 181 },
    /* Decided after the day we look from: not yet. */
    { "2026-12-01", TENURE_RENEWAL_RENEWED, FALSE, 130 },
    { NULL, TENURE_RENEWAL_RENEWED, TRUE, 130 },
    { NULL, TENURE_RENEWAL_NOT_RENEWING, TRUE, 130 },
    { NULL, TENURE_RENEWAL_IN_PROGRESS, FALSE, 130 },
    { NULL, TENURE_RENEWAL_UNKNOWN, FALSE, 130 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureFactAgreement agreement = fixture_term (-1, "2024-04-01", "2027-03-31", -1);
      g_auto (Seen) seen = { 0 };

      agreement.decided = day (cases[i].day);
      agreement.renewal = (gint8) cases[i].renewal;
      seen = see_one (agreement, AS_OF);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_true (seen.figures->decided == cases[i].decided);
      g_assert_cmpint (seen.figures->lead_days, ==, cases[i].lead);
    }
}

/* The most specific row wins: funder and kind, then funder, then kind, then neither; for each length apart. */
static void
test_usual_terms (void)
{
  static const struct
  {
    int funder; /* 0 North Council, 1 South Council */
    TenureAgreementKind kind;
    int notice; /* months expected; -1: none */
    int lead;
  } cases[] = {
    { 0, TENURE_KIND_GRANT, 6, 4 },
    { 0, TENURE_KIND_CONTRACT, 5, 1 },
    { 1, TENURE_KIND_GRANT, 3, 4 },
    { 1, TENURE_KIND_SLA, 2, 1 },
    { 1, TENURE_KIND_UNKNOWN, 2, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      TenureFactAgreement agreement = fixture_term (-1, "2024-04-01", "2027-03-31", -1);
      g_auto (Seen) seen = { 0 };
      TenureDay notice;

      fixture_add_usual_terms (fixture, (TenureFactUsualTerms){ -1, TENURE_KIND_UNKNOWN, TENURE_DURATION_MONTHS (2),
                                                                TENURE_DURATION_MONTHS (1) });
      fixture_add_usual_terms (fixture, (TenureFactUsualTerms){ -1, TENURE_KIND_GRANT, TENURE_DURATION_MONTHS (3),
                                                                TENURE_DURATION_MONTHS (4) });
      fixture_add_usual_terms (fixture, (TenureFactUsualTerms){ 0, TENURE_KIND_UNKNOWN, TENURE_DURATION_MONTHS (5),
                                                                TENURE_DURATION_UNKNOWN });
      fixture_add_usual_terms (fixture, (TenureFactUsualTerms){ 0, TENURE_KIND_GRANT, TENURE_DURATION_MONTHS (6),
                                                                TENURE_DURATION_UNKNOWN });
      /* A second row for the same: the earlier stays. */
      fixture_add_usual_terms (fixture, (TenureFactUsualTerms){ 0, TENURE_KIND_GRANT, TENURE_DURATION_MONTHS (9),
                                                                TENURE_DURATION_UNKNOWN });
      agreement.kind = (gint8) cases[i].kind;
      fixture_add_agreement (fixture, agreement);
      fixture_add_funder (fixture, cases[i].funder);
      seen = see (fixture, AS_OF);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      notice = tenure_day_add_months (day ("2027-03-31"), -cases[i].notice);
      g_assert_cmpint (seen.figures->notice_day, ==, notice);
      g_assert_cmpint (seen.figures->decision_day, ==, tenure_day_add_months (notice, -cases[i].lead));
      g_assert_true (seen.figures->notice_assumed && seen.figures->lead_assumed);
      g_assert_cmpint (seen.terms->n_assumed, ==, 1);
    }
}

/* Each length is counted with the row that gave it; what has ended, or records its own, is not. */
static void
test_usual_terms_use (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  TenureFactAgreement agreement = fixture_term (-1, "2024-04-01", "2027-03-31", -1);
  TenureFactAgreement ended = fixture_term (-1, "2020-04-01", "2021-03-31", -1);
  g_autofree TenureUsualTermsUse *uses = NULL;
  g_auto (Seen) seen = { 0 };

  fixture_add_usual_terms (fixture, (TenureFactUsualTerms){ -1, TENURE_KIND_UNKNOWN, TENURE_DURATION_MONTHS (2),
                                                            TENURE_DURATION_MONTHS (1) });
  fixture_add_usual_terms (fixture, (TenureFactUsualTerms){ -1, TENURE_KIND_GRANT, TENURE_DURATION_MONTHS (3),
                                                            TENURE_DURATION_UNKNOWN });
  fixture_add_usual_terms (fixture, (TenureFactUsualTerms){ -1, TENURE_KIND_GRANT, TENURE_DURATION_MONTHS (9),
                                                            TENURE_DURATION_UNKNOWN });
  fixture_add_agreement (fixture, agreement);
  fixture_add_agreement (fixture, ended);
  agreement.kind = TENURE_KIND_GRANT;
  fixture_add_agreement (fixture, agreement);
  agreement.renewal_notice = TENURE_DURATION_MONTHS (6);
  fixture_add_agreement (fixture, agreement);
  seen = see (fixture, AS_OF);
  uses = tenure_terms_count_usual (seen.terms);
  g_assert_cmpuint (uses[0].notices, ==, 1);
  g_assert_cmpuint (uses[0].leads, ==, 3);
  g_assert_cmpuint (uses[1].notices, ==, 1);
  g_assert_cmpuint (uses[1].leads, ==, 0);
  g_assert_cmpuint (uses[2].notices, ==, 0);
}

/* A termination, past or to come, is a decision too: none is due, and nothing of it rests on what is usual. */
static void
test_terminated_is_decided (void)
{
  static const char *const last_days[] = { "2026-10-31", "2026-12-31" };

  for (gsize i = 0; i < G_N_ELEMENTS (last_days); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      TenureFactAgreement agreement = fixture_term (-1, "2024-04-01", "2027-03-31", -1);
      g_auto (Seen) seen = { 0 };

      fixture_add_usual_terms (fixture, (TenureFactUsualTerms){ -1, TENURE_KIND_UNKNOWN, TENURE_DURATION_MONTHS (2),
                                                                TENURE_DURATION_MONTHS (1) });
      agreement.terminated = day (last_days[i]);
      fixture_add_agreement (fixture, agreement);
      seen = see (fixture, AS_OF);
      g_assert_true (seen.figures->decided);
      g_assert_cmpint (seen.figures->notice_day, ==, TENURE_DAY_NONE);
      g_assert_cmpint (seen.figures->decision_day, ==, TENURE_DAY_NONE);
      g_assert_false (seen.figures->notice_assumed || seen.figures->lead_assumed || seen.figures->lead_known);
      g_assert_cmpint (seen.figures->missing & (TENURE_MISSING_RENEWAL_NOTICE | TENURE_MISSING_LEAD_TIME), ==, 0);
      g_assert_cmpint (seen.terms->n_assumed, ==, 0);
    }
}

/* What the agreement records itself goes before what is usual; without either the day cannot be told. */
static void
test_usual_terms_fill_only_gaps (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  TenureFactAgreement agreement = fixture_term (-1, "2024-04-01", "2027-03-31", -1);
  g_auto (Seen) seen = { 0 }, bare = { 0 };

  fixture_add_usual_terms (fixture, (TenureFactUsualTerms){ -1, TENURE_KIND_UNKNOWN, TENURE_DURATION_MONTHS (2),
                                                            TENURE_DURATION_MONTHS (1) });
  agreement.renewal_notice = TENURE_DURATION_MONTHS (6);
  fixture_add_agreement (fixture, agreement);
  seen = see (fixture, AS_OF);
  g_assert_cmpint (seen.figures->decision_day, ==, day ("2026-08-30"));
  g_assert_false (seen.figures->notice_assumed);
  g_assert_true (seen.figures->lead_assumed);

  bare = see_one (agreement, AS_OF);
  g_assert_cmpint (bare.figures->notice_day, ==, day ("2026-09-30"));
  g_assert_cmpint (bare.figures->decision_day, ==, TENURE_DAY_NONE);
  g_assert_cmpint (bare.figures->missing & TENURE_MISSING_LEAD_TIME, !=, 0);
}

static void
test_scope (void)
{
  static const struct
  {
    TenureFact vcs, to_individual;
    gboolean provider;
    TenureScope scope;
  } cases[] = {
    { TENURE_FACT_YES, TENURE_FACT_UNKNOWN, TRUE, TENURE_SCOPE_VCS },
    { TENURE_FACT_NO, TENURE_FACT_UNKNOWN, TRUE, TENURE_SCOPE_OTHER },
    { TENURE_FACT_UNKNOWN, TENURE_FACT_UNKNOWN, TRUE, TENURE_SCOPE_UNKNOWN },
    { TENURE_FACT_YES, TENURE_FACT_YES, TRUE, TENURE_SCOPE_OTHER },
    { TENURE_FACT_YES, TENURE_FACT_NO, FALSE, TENURE_SCOPE_UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      gint32 provider = fixture_add_organisation (fixture, "Lantern House", cases[i].vcs);
      TenureFactAgreement agreement = fixture_term (cases[i].provider ? provider : -1, NULL, NULL, -1);
      g_auto (Seen) seen = { 0 };

      agreement.to_individual = (gint8) cases[i].to_individual;
      fixture_add_agreement (fixture, agreement);
      seen = see (fixture, AS_OF);
      g_assert_cmpint (seen.figures->scope, ==, cases[i].scope);
      g_assert_true (tenure_terms_in_scope (seen.terms, 0, TENURE_SCOPE_ALL));
    }
}

static void
test_no_agreements (void)
{
  g_autoptr (TenureFacts) facts = tenure_facts_new ();
  g_autoptr (TenureTerms) none = tenure_terms_new (facts, day (AS_OF), NULL);

  g_assert_cmpuint (none->n_agreements, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/term/term", test_term);
  g_test_add_func ("/term/extensions", test_extensions);
  g_test_add_func ("/term/extension-from-a-months-end", test_extension_from_a_months_end);
  g_test_add_func ("/term/extension-of-unknown-length", test_extension_of_unknown_length);
  g_test_add_func ("/term/status", test_status);
  g_test_add_func ("/term/secured", test_secured);
  g_test_add_func ("/term/annual", test_annual);
  g_test_add_func ("/term/annual-without-currency", test_annual_without_currency);
  g_test_add_func ("/term/annual-after-termination", test_annual_after_termination);
  g_test_add_func ("/term/decision-day", test_decision_day);
  g_test_add_func ("/term/terminated-is-decided", test_terminated_is_decided);
  g_test_add_func ("/term/decided", test_decided);
  g_test_add_func ("/term/usual-terms", test_usual_terms);
  g_test_add_func ("/term/usual-terms-use", test_usual_terms_use);
  g_test_add_func ("/term/usual-terms-fill-only-gaps", test_usual_terms_fill_only_gaps);
  g_test_add_func ("/term/scope", test_scope);
  g_test_add_func ("/term/no-agreements", test_no_agreements);
  return g_test_run ();
}
