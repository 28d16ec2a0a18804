/* Every rule at, just under and just over its thresholds, with inputs unknown, and exempted: docs/domain.md, section 3. */

#include "analysis/analysis.h"

#include "fixture.h"

#include <string.h>

#define AS_OF "2026-11-21"

/* Everything about a fixture on a day, and the flag of one rule on one record. */
typedef struct
{
  TenureFacts *facts;
  TenureAnalysis *analysis;
} Judged;

static Judged
judge_on (Fixture *fixture, const char *as_of)
{
  Judged judged = { .facts = fixture_end (fixture) };
  g_autoptr (GError) error = NULL;

  judged.analysis = tenure_analysis_new (judged.facts, day (as_of), NULL, NULL, &error);
  g_assert_no_error (error);
  return judged;
}

static Judged
judge (Fixture *fixture)
{
  return judge_on (fixture, AS_OF);
}

static void
judged_clear (Judged *judged)
{
  tenure_analysis_free (judged->analysis);
  tenure_facts_free (judged->facts);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Judged, judged_clear)

static const TenureFlag *
find_flag (const Judged *judged, TenureRuleId rule, gint32 index)
{
  for (guint i = 0; i < judged->analysis->flags->n_flags; i++)
    if (judged->analysis->flags->flags[i].rule == rule && judged->analysis->flags->flags[i].index == index)
      return &judged->analysis->flags->flags[i];
  return NULL;
}

static void
assert_level (const Judged *judged, TenureRuleId rule, gint32 index, TenureLevel level, guint32 missing)
{
  const TenureFlag *flag = find_flag (judged, rule, index);

  g_assert_cmpstr (tenure_level_code (flag != NULL ? flag->level : TENURE_LEVEL_NONE), ==, tenure_level_code (level));
  if (flag != NULL)
    g_assert_cmphex (flag->missing, ==, missing);
}

/* One agreement of a voluntary-sector provider, and what one rule says of it. */
static void
assert_rule (TenureFactAgreement agreement, TenureRuleId rule, TenureLevel level, guint32 missing)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_auto (Judged) judged = { 0 };

  agreement.provider = fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  fixture_add_agreement (fixture, agreement);
  judged = judge (fixture);
  assert_level (&judged, rule, 0, level, missing);
}

/* --- T1, T2 ------------------------------------------------------------------------------------------------------- */

static void
test_t1_t2 (void)
{
  static const struct
  {
    const char *start, *end;
    TenureLevel t1, t2;
    guint32 missing;
  } cases[] = {
    { "2026-04-01", "2027-03-30", TENURE_LEVEL_RED, TENURE_LEVEL_NONE },
    { "2026-04-01", "2027-03-31", TENURE_LEVEL_RED, TENURE_LEVEL_NONE },
    { "2026-04-01", "2027-04-01", TENURE_LEVEL_RED, TENURE_LEVEL_NONE }, /* the anniversary */
    { "2026-04-01", "2027-04-02", TENURE_LEVEL_NONE, TENURE_LEVEL_AMBER },
    { "2026-04-01", "2029-03-30", TENURE_LEVEL_NONE, TENURE_LEVEL_AMBER },
    { "2026-04-01", "2029-03-31", TENURE_LEVEL_NONE, TENURE_LEVEL_NONE },
    { "2026-04-01", "2029-04-01", TENURE_LEVEL_NONE, TENURE_LEVEL_NONE },
    { "2026-12-01", "2027-11-30", TENURE_LEVEL_RED, TENURE_LEVEL_NONE }, /* planned */
    { "2025-04-01", "2026-03-31", TENURE_LEVEL_NONE, TENURE_LEVEL_NONE }, /* ended: not judged */
    { "2026-04-01", NULL, TENURE_LEVEL_CANNOT_TELL, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_END },
    { NULL, "2027-03-31", TENURE_LEVEL_CANNOT_TELL, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_START },
    { NULL, NULL, TENURE_LEVEL_CANNOT_TELL, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_START | TENURE_MISSING_END },
    { NULL, "2026-03-31", TENURE_LEVEL_NONE, TENURE_LEVEL_NONE }, /* ended, whenever it began */
    { "2027-04-01", "2027-03-31", TENURE_LEVEL_CANNOT_TELL, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_END },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureFactAgreement agreement = fixture_term (0, cases[i].start, cases[i].end, 12000);

      g_test_message ("%s to %s", cases[i].start, cases[i].end);
      assert_rule (agreement, TENURE_RULE_T1, cases[i].t1, cases[i].missing);
      assert_rule (agreement, TENURE_RULE_T2, cases[i].t2, cases[i].missing);
    }
}

/* Meant to be short: one-off, spot, citizen-directed. Not recorded whether: judged. */
static void
test_t1_applies_to (void)
{
  TenureFactAgreement agreement = fixture_term (0, "2026-04-01", "2027-03-31", 12000);

  agreement.one_off = TENURE_FACT_YES;
  assert_rule (agreement, TENURE_RULE_T1, TENURE_LEVEL_NONE, 0);
  agreement.one_off = TENURE_FACT_NO;
  assert_rule (agreement, TENURE_RULE_T1, TENURE_LEVEL_RED, 0);
  for (int kind = TENURE_KIND_UNKNOWN; kind <= TENURE_KIND_CITIZEN_DIRECTED; kind++)
    {
      gboolean meant = kind == TENURE_KIND_SPOT || kind == TENURE_KIND_CITIZEN_DIRECTED;

      agreement.kind = (gint8) kind;
      assert_rule (agreement, TENURE_RULE_T1, meant ? TENURE_LEVEL_NONE : TENURE_LEVEL_RED, 0);
    }
}

/* Open-ended is classed by its notice, and never as long-term. */
static void
test_t1_open_ended (void)
{
  static const struct
  {
    const char *notice;
    TenureLevel t1, t2;
  } cases[] = {
    { "P3M", TENURE_LEVEL_RED, TENURE_LEVEL_NONE },   { "P12M", TENURE_LEVEL_RED, TENURE_LEVEL_NONE },
    { "P366D", TENURE_LEVEL_NONE, TENURE_LEVEL_AMBER }, { "P48M", TENURE_LEVEL_NONE, TENURE_LEVEL_AMBER },
    { NULL, TENURE_LEVEL_CANNOT_TELL, TENURE_LEVEL_CANNOT_TELL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureFactAgreement agreement = fixture_term (0, "2020-04-01", NULL, 12000);

      agreement.open_ended = TENURE_FACT_YES;
      tenure_duration_parse_iso (cases[i].notice, &agreement.funder_notice);
      g_test_message ("notice %s", cases[i].notice);
      assert_rule (agreement, TENURE_RULE_T1, cases[i].t1, TENURE_MISSING_FUNDER_NOTICE * (cases[i].notice == NULL));
      assert_rule (agreement, TENURE_RULE_T2, cases[i].t2, TENURE_MISSING_FUNDER_NOTICE * (cases[i].notice == NULL));
    }
}

static void
test_scope (void)
{
  static const struct
  {
    TenureFact vcs;
    TenureLevel level;
    guint unknown;
  } cases[] = {
    { TENURE_FACT_YES, TENURE_LEVEL_RED, 0 },
    { TENURE_FACT_NO, TENURE_LEVEL_NONE, 0 },
    { TENURE_FACT_UNKNOWN, TENURE_LEVEL_NONE, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_auto (Judged) judged = { 0 };

      fixture_add_organisation (fixture, "Lantern House", cases[i].vcs);
      fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2027-03-31", 12000));
      judged = judge (fixture);
      assert_level (&judged, TENURE_RULE_T1, 0, cases[i].level, 0);
      g_assert_cmpuint (judged.analysis->flags->n_scope_unknown, ==, cases[i].unknown);
    }
}

/* --- T3 ----------------------------------------------------------------------------------------------------------- */

static void
test_t3 (void)
{
  static const struct
  {
    const char *end, *published;
    gboolean option, length_known;
    TenureLevel level;
    guint32 missing;
  } cases[] = {
    { "2027-03-31", NULL, FALSE, FALSE, TENURE_LEVEL_NONE },
    { "2027-03-31", NULL, TRUE, TRUE, TENURE_LEVEL_NOTE },
    { "2027-03-31", "2028-03-31", FALSE, FALSE, TENURE_LEVEL_NOTE },
    { "2027-03-31", "2027-03-31", FALSE, FALSE, TENURE_LEVEL_NONE },
    { "2027-03-31", "2027-04-01", FALSE, FALSE, TENURE_LEVEL_NOTE },
    { "2027-03-31", NULL, TRUE, FALSE, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_EXTENSION_LENGTH },
    { NULL, NULL, TRUE, TRUE, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_END },
    { NULL, NULL, FALSE, FALSE, TENURE_LEVEL_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      TenureFactAgreement agreement = fixture_term (0, "2024-04-01", cases[i].end, 12000);
      g_auto (Judged) judged = { 0 };

      fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
      agreement.maximum_end = day (cases[i].published);
      fixture_add_agreement (fixture, agreement);
      if (cases[i].option)
        fixture_add_extension (fixture, cases[i].length_known ? TENURE_DURATION_MONTHS (12) : TENURE_DURATION_UNKNOWN,
                               TENURE_DAY_NONE);
      judged = judge (fixture);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      assert_level (&judged, TENURE_RULE_T3, 0, cases[i].level, cases[i].missing);
    }
}

/* --- T4, T5 ------------------------------------------------------------------------------------------------------- */

static void
test_t4 (void)
{
  static const struct
  {
    const char *first_start, *first_end, *start, *end;
    gint32 first_provider;
    TenureLevel level;
    guint32 missing;
  } cases[] = {
    { "2025-04-01", "2026-03-31", "2026-04-01", "2027-03-31", 0, TENURE_LEVEL_RED },
    { "2025-04-01", "2026-03-31", "2026-05-02", "2027-03-31", 0, TENURE_LEVEL_RED },
    { "2025-04-01", "2026-03-31", "2026-05-03", "2027-03-31", 0, TENURE_LEVEL_NONE },
    { "2025-04-01", "2026-03-31", "2026-04-01", "2027-04-02", 0, TENURE_LEVEL_NONE },
    { "2024-03-30", "2026-03-31", "2026-04-01", "2027-03-31", 0, TENURE_LEVEL_NONE },
    { "2025-04-01", "2026-03-31", "2026-04-01", "2027-03-31", 1, TENURE_LEVEL_NONE },
    { "2025-04-01", "2026-03-31", "2026-04-01", "2027-03-31", -1, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_PREDECESSOR_PROVIDER },
    { NULL, "2026-03-31", "2026-04-01", "2027-03-31", 0, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_PREDECESSOR_START },
    { "2025-04-01", NULL, "2026-04-01", "2027-03-31", 0, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_PREDECESSOR_END },
    { "2025-04-01", "2026-03-31", "2026-04-01", NULL, 0, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_END },
    /* A firm no to one question settles it, whatever else is missing. */
    { "2024-03-30", "2026-03-31", "2026-04-01", NULL, 0, TENURE_LEVEL_NONE },
    { NULL, "2026-03-31", "2026-06-01", "2027-03-31", 0, TENURE_LEVEL_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      TenureFactAgreement second = fixture_term (0, cases[i].start, cases[i].end, 12000);
      g_auto (Judged) judged = { 0 };

      fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
      fixture_add_organisation (fixture, "Harbour Rights", TENURE_FACT_YES);
      fixture_add_agreement (fixture, fixture_term (cases[i].first_provider, cases[i].first_start, cases[i].first_end, 12000));
      second.predecessor = 0;
      fixture_add_agreement (fixture, second);
      judged = judge (fixture);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      assert_level (&judged, TENURE_RULE_T4, 1, cases[i].level, cases[i].missing);
    }
}

/* From 36 months in all: long-term in fact, short-term on paper. */
static void
test_t4_long_in_fact (void)
{
  for (int years = 2; years <= 3; years++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autofree char *reason = NULL;
      g_auto (Judged) judged = { 0 };

      fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
      for (int year = 0; year < years; year++)
        {
          TenureFactAgreement agreement = fixture_term (0, NULL, NULL, 12000);

          agreement.start = tenure_day_add_months (day ("2026-04-01"), -12 * (years - 1 - year));
          agreement.end = tenure_day_add_months (agreement.start, 12) - 1;
          agreement.predecessor = year - 1;
          fixture_add_agreement (fixture, agreement);
        }
      judged = judge (fixture);
      assert_level (&judged, TENURE_RULE_T4, years - 1, TENURE_LEVEL_RED, 0);
      reason = tenure_flag_dup_reason (judged.analysis->flags, find_flag (&judged, TENURE_RULE_T4, years - 1));
      g_test_message ("%s", reason);
      g_assert_true ((strstr (reason, "Long-term in fact") != NULL) == (years >= 3));
      g_assert_nonnull (strstr (reason, years == 2 ? "24 months" : "36 months"));
    }
}

static void
test_t5 (void)
{
  static const struct
  {
    const char *before_end, *start, *signed_day;
    gboolean linked;
    TenureLevel level;
    guint32 missing;
  } cases[] = {
    { NULL, "2026-04-01", "2026-04-01", FALSE, TENURE_LEVEL_NONE },
    { NULL, "2026-04-01", "2026-03-01", FALSE, TENURE_LEVEL_NONE },
    { NULL, "2026-04-01", "2026-04-02", FALSE, TENURE_LEVEL_AMBER },
    { NULL, "2026-04-01", NULL, FALSE, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_SIGNED },
    { NULL, NULL, "2026-04-02", FALSE, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_START },
    { NULL, NULL, NULL, FALSE, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_START | TENURE_MISSING_SIGNED },
    /* Not begun, so not signed late yet. */
    { NULL, "2026-12-01", NULL, FALSE, TENURE_LEVEL_NONE },
    { "2026-03-31", "2026-04-01", "2026-04-01", TRUE, TENURE_LEVEL_NONE },
    { "2026-03-30", "2026-04-01", "2026-04-01", TRUE, TENURE_LEVEL_AMBER },
    { "2026-06-30", "2026-04-01", "2026-04-01", TRUE, TENURE_LEVEL_NONE },
    { "2026-03-30", "2026-04-01", NULL, TRUE, TENURE_LEVEL_AMBER, TENURE_MISSING_SIGNED },
    { NULL, "2026-04-01", "2026-04-01", TRUE, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_PREDECESSOR_END },
    { NULL, "2026-04-01", "2026-04-02", TRUE, TENURE_LEVEL_AMBER, TENURE_MISSING_PREDECESSOR_END },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      TenureFactAgreement second = fixture_term (0, cases[i].start, "2029-03-31", 12000);
      g_auto (Judged) judged = { 0 };

      fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
      fixture_add_agreement (fixture, fixture_term (0, "2023-04-01", cases[i].before_end, 12000));
      second.signed_day = day (cases[i].signed_day);
      second.predecessor = cases[i].linked ? 0 : -1;
      fixture_add_agreement (fixture, second);
      judged = judge (fixture);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      assert_level (&judged, TENURE_RULE_T5, 1, cases[i].level, cases[i].missing);
    }
}

/* --- N1, N2 ------------------------------------------------------------------------------------------------------- */

static void
test_n1 (void)
{
  static const struct
  {
    TenureFact without_cause;
    const char *notice;
    TenureLevel level;
    guint32 missing;
  } cases[] = {
    { TENURE_FACT_YES, "P3M", TENURE_LEVEL_NONE },
    /* From 21 Nov 2026 three months are 92 days. */
    { TENURE_FACT_YES, "P92D", TENURE_LEVEL_NONE },
    { TENURE_FACT_YES, "P91D", TENURE_LEVEL_RED },
    { TENURE_FACT_YES, "P2M", TENURE_LEVEL_RED },
    { TENURE_FACT_YES, "P0D", TENURE_LEVEL_RED },
    { TENURE_FACT_NO, "P2M", TENURE_LEVEL_NONE },
    { TENURE_FACT_NO, NULL, TENURE_LEVEL_NONE },
    { TENURE_FACT_UNKNOWN, "P3M", TENURE_LEVEL_NONE },
    { TENURE_FACT_UNKNOWN, "P2M", TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_WITHOUT_CAUSE },
    { TENURE_FACT_YES, NULL, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_FUNDER_NOTICE },
    { TENURE_FACT_UNKNOWN, NULL, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_FUNDER_NOTICE | TENURE_MISSING_WITHOUT_CAUSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureFactAgreement agreement = fixture_term (0, "2024-04-01", "2028-03-31", 12000);

      agreement.funder_without_cause = (gint8) cases[i].without_cause;
      tenure_duration_parse_iso (cases[i].notice, &agreement.funder_notice);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      assert_rule (agreement, TENURE_RULE_N1, cases[i].level, cases[i].missing);
    }
}

static void
test_n2 (void)
{
  static const struct
  {
    const char *start, *end;
    TenureRenewal renewal;
    TenureLevel level;
    guint32 missing;
  } cases[] = {
    { "2024-04-01", "2026-11-21", TENURE_RENEWAL_NOT_STARTED, TENURE_LEVEL_RED },
    { "2024-04-01", "2027-02-19", TENURE_RENEWAL_NOT_STARTED, TENURE_LEVEL_RED },
    { "2024-04-01", "2027-02-20", TENURE_RENEWAL_NOT_STARTED, TENURE_LEVEL_AMBER },
    { "2024-04-01", "2027-05-19", TENURE_RENEWAL_IN_PROGRESS, TENURE_LEVEL_AMBER },
    { "2024-04-01", "2027-05-20", TENURE_RENEWAL_IN_PROGRESS, TENURE_LEVEL_NOTE },
    { "2024-04-01", "2027-11-19", TENURE_RENEWAL_NOT_STARTED, TENURE_LEVEL_NOTE },
    { "2024-04-01", "2027-11-20", TENURE_RENEWAL_NOT_STARTED, TENURE_LEVEL_NONE },
    { "2024-04-01", "2027-02-19", TENURE_RENEWAL_RENEWED, TENURE_LEVEL_NONE },
    { "2024-04-01", "2027-02-19", TENURE_RENEWAL_NOT_RENEWING, TENURE_LEVEL_NONE },
    /* Not recorded: before the end still to be made, after it not to be told. */
    { "2024-04-01", "2027-02-19", TENURE_RENEWAL_UNKNOWN, TENURE_LEVEL_RED, TENURE_MISSING_RENEWAL_STATUS },
    { "2024-04-01", "2026-11-20", TENURE_RENEWAL_UNKNOWN, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_RENEWAL_STATUS },
    { "2024-04-01", "2026-11-20", TENURE_RENEWAL_NOT_STARTED, TENURE_LEVEL_RED },
    { "2014-04-01", "2016-11-20", TENURE_RENEWAL_IN_PROGRESS, TENURE_LEVEL_RED },
    { "2024-04-01", "2026-11-20", TENURE_RENEWAL_NOT_RENEWING, TENURE_LEVEL_NONE },
    { "2026-11-22", "2027-02-19", TENURE_RENEWAL_NOT_STARTED, TENURE_LEVEL_NONE }, /* planned */
    { "2024-04-01", NULL, TENURE_RENEWAL_NOT_STARTED, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_END },
    { NULL, "2027-02-19", TENURE_RENEWAL_NOT_STARTED, TENURE_LEVEL_RED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureFactAgreement agreement = fixture_term (0, cases[i].start, cases[i].end, 12000);

      agreement.renewal = (gint8) cases[i].renewal;
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      assert_rule (agreement, TENURE_RULE_N2, cases[i].level, cases[i].missing);
    }
}

/* Covered by a signed successor, ended by termination, open-ended: nothing is left to decide. */
static void
test_n2_applies_to (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  TenureFactAgreement agreement = fixture_term (0, "2024-04-01", "2027-02-19", 12000);
  TenureFactAgreement successor = fixture_term (0, "2027-02-20", "2030-02-19", 12000);
  g_auto (Judged) judged = { 0 };

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  agreement.renewal = TENURE_RENEWAL_NOT_STARTED;
  fixture_add_agreement (fixture, agreement);
  successor.predecessor = 0;
  successor.signed_day = day ("2026-11-01");
  fixture_add_agreement (fixture, successor);
  agreement.terminated = day ("2026-12-31");
  fixture_add_agreement (fixture, agreement);
  agreement.terminated = TENURE_DAY_NONE;
  agreement.open_ended = TENURE_FACT_YES;
  fixture_add_agreement (fixture, agreement);
  judged = judge (fixture);
  for (gint32 i = 0; i < 4; i++)
    assert_level (&judged, TENURE_RULE_N2, i, TENURE_LEVEL_NONE, 0);
}

/* --- P3 ----------------------------------------------------------------------------------------------------------- */

static void
test_p3 (void)
{
  const guint32 all = TENURE_MISSING_FULL_COST | TENURE_MISSING_VALUE | TENURE_MISSING_OTHER_FUNDING;
  const struct
  {
    gint64 value, other, cost; /* -1: not recorded */
    TenureLevel level;
    guint32 missing;
  } cases[] = {
    { 9999, 0, 10000, TENURE_LEVEL_RED },
    { 10000, 0, 10000, TENURE_LEVEL_NONE },
    { 10001, 0, 10000, TENURE_LEVEL_NONE },
    { 6000, 3999, 10000, TENURE_LEVEL_RED },
    { 6000, 4000, 10000, TENURE_LEVEL_NONE },
    { 10000, -1, 10000, TENURE_LEVEL_NONE },
    { 9999, -1, 10000, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_OTHER_FUNDING },
    { -1, 10000, 10000, TENURE_LEVEL_NONE },
    { -1, 9999, 10000, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_VALUE },
    { 9999, 0, -1, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_FULL_COST },
    { -1, -1, -1, TENURE_LEVEL_CANNOT_TELL, all },
    { G_MAXINT64 / 2, G_MAXINT64 / 2, G_MAXINT64, TENURE_LEVEL_RED },
    { G_MAXINT64, G_MAXINT64, G_MAXINT64, TENURE_LEVEL_NONE },
    { 0, 0, 0, TENURE_LEVEL_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureFactAgreement agreement = fixture_term (0, "2026-04-01", "2029-03-31", -1);

      agreement.value_known = cases[i].value >= 0;
      agreement.value_minor = cases[i].value;
      agreement.other_funding_known = cases[i].other >= 0;
      agreement.other_funding_minor = cases[i].other;
      agreement.full_cost_known = cases[i].cost >= 0;
      agreement.full_cost_minor = cases[i].cost;
      agreement.basis = TENURE_BASIS_ANNUAL;
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      if (cases[i].value >= G_MAXINT64 / 2)
        agreement.one_off = TENURE_FACT_NO;
      assert_rule (agreement, TENURE_RULE_P3, cases[i].level, cases[i].missing);
    }
}

/* --- D3 ----------------------------------------------------------------------------------------------------------- */

/* @n providers of £1 a year each, and one of @pounds. */
static TenureLevel
judge_d3 (guint n, gint64 pounds)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_auto (Judged) judged = { 0 };
  const TenureFlag *flag;

  for (guint i = 0; i < n + 1; i++)
    {
      fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
      fixture_add_agreement (fixture, fixture_term ((gint32) i, "2026-04-01", "2027-03-31", i < n ? 1 : pounds));
    }
  judged = judge (fixture);
  flag = find_flag (&judged, TENURE_RULE_D3, -1);
  return flag != NULL ? flag->level : TENURE_LEVEL_NONE;
}

static void
test_d3 (void)
{
  g_assert_cmpint (judge_d3 (63, 27), ==, TENURE_LEVEL_NONE);  /* (63 + 729) ÷ 90² × 10,000 = 977.8 */
  g_assert_cmpint (judge_d3 (63, 28), ==, TENURE_LEVEL_NOTE);  /* (63 + 784) ÷ 91² = 1022.8 */
  g_assert_cmpint (judge_d3 (63, 45), ==, TENURE_LEVEL_NOTE);  /* (63 + 2025) ÷ 108² = 1790.1 */
  g_assert_cmpint (judge_d3 (63, 46), ==, TENURE_LEVEL_AMBER); /* (63 + 2116) ÷ 109² = 1834.0 */
}

/* Ten equal shares, and eleven providers of nothing: exactly 1,000. */
static void
test_d3_at_the_threshold (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_auto (Judged) judged = { 0 };

  for (gint32 i = 0; i < 21; i++)
    {
      fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
      fixture_add_agreement (fixture, fixture_term (i, "2026-04-01", "2027-03-31", i < 10 ? 7 : 0));
    }
  judged = judge (fixture);
  assert_level (&judged, TENURE_RULE_D3, -1, TENURE_LEVEL_NOTE, 0);
}

static void
test_d3_applies_from_21_providers (void)
{
  g_assert_cmpint (judge_d3 (19, 1000), ==, TENURE_LEVEL_NONE);
  g_assert_cmpint (judge_d3 (20, 1000), ==, TENURE_LEVEL_AMBER);
}

/* --- Boards ------------------------------------------------------------------------------------------------------- */

/* A board of @vcs voluntary-sector seats, @other NHS seats and @unknown of no recorded bloc, one vote each. */
static void
add_board (Fixture *fixture, TenureFactBoard board, guint vcs, guint other, guint unknown, gint32 vcs_weight)
{
  fixture_add_board (fixture, board);
  for (guint i = 0; i < vcs + other + unknown; i++)
    {
      TenureBloc bloc = i < vcs ? TENURE_BLOC_VCS : i < vcs + other ? TENURE_BLOC_NHS : TENURE_BLOC_UNKNOWN;
      TenureFactSeat seat = fixture_seat (bloc);

      seat.vote_weight = i < vcs ? vcs_weight : 1;
      fixture_add_seat (fixture, seat);
    }
}

static void
test_g1 (void)
{
  static const struct
  {
    TenureFact expected;
    guint vcs, other, unknown;
    const char *until;
    TenureLevel level;
    guint32 missing;
  } cases[] = {
    { TENURE_FACT_YES, 0, 22, 0, NULL, TENURE_LEVEL_RED },
    { TENURE_FACT_YES, 1, 21, 0, NULL, TENURE_LEVEL_NONE },
    { TENURE_FACT_YES, 0, 21, 1, NULL, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_BLOC },
    { TENURE_FACT_YES, 1, 20, 1, NULL, TENURE_LEVEL_NONE },
    { TENURE_FACT_YES, 0, 0, 0, NULL, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_SEATS },
    { TENURE_FACT_NO, 0, 22, 0, NULL, TENURE_LEVEL_NONE },
    { TENURE_FACT_UNKNOWN, 0, 22, 0, NULL, TENURE_LEVEL_NONE },
    { TENURE_FACT_YES, 0, 22, 0, "2026-11-21", TENURE_LEVEL_RED },
    { TENURE_FACT_YES, 0, 22, 0, "2026-11-20", TENURE_LEVEL_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      TenureFactBoard board = fixture_board ("Place Board");
      g_auto (Judged) judged = { 0 };

      board.voice_expected = (gint8) cases[i].expected;
      board.to_day = day (cases[i].until);
      add_board (fixture, board, cases[i].vcs, cases[i].other, cases[i].unknown, 1);
      judged = judge (fixture);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      assert_level (&judged, TENURE_RULE_G1, 0, cases[i].level, cases[i].missing);
    }
}

static void
test_g2 (void)
{
  static const struct
  {
    TenureFact votes;
    guint vcs;
    gint32 weight;
    TenureLevel level;
    guint32 missing;
  } cases[] = {
    { TENURE_FACT_YES, 1, 0, TENURE_LEVEL_RED },
    { TENURE_FACT_YES, 2, 1, TENURE_LEVEL_NONE },
    { TENURE_FACT_YES, 0, 0, TENURE_LEVEL_NONE },
    { TENURE_FACT_NO, 1, 0, TENURE_LEVEL_NONE },
    { TENURE_FACT_YES, 1, -1, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_VOTE_WEIGHT },
    { TENURE_FACT_UNKNOWN, 1, 0, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_BOARD_VOTES },
    { TENURE_FACT_UNKNOWN, 1, 1, TENURE_LEVEL_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      TenureFactBoard board = fixture_board ("Place Board");
      g_auto (Judged) judged = { 0 };

      board.votes = (gint8) cases[i].votes;
      add_board (fixture, board, cases[i].vcs, 5, 0, cases[i].weight);
      judged = judge (fixture);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      assert_level (&judged, TENURE_RULE_G2, 0, cases[i].level, cases[i].missing);
    }
}

static void
test_g3 (void)
{
  static const struct
  {
    gint32 target;
    guint vcs, other, unknown;
    TenureLevel level;
    guint32 missing;
  } cases[] = {
    { -1, 0, 10, 0, TENURE_LEVEL_NONE },
    { 1000, 1, 9, 0, TENURE_LEVEL_NONE },
    { 1000, 1, 10, 0, TENURE_LEVEL_AMBER },
    { 1001, 1, 9, 0, TENURE_LEVEL_AMBER },
    { 999, 1, 9, 0, TENURE_LEVEL_NONE },
    { 0, 0, 10, 0, TENURE_LEVEL_NONE },
    { 1000, 0, 9, 1, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_BLOC },
    { 2000, 0, 9, 1, TENURE_LEVEL_AMBER },
    { 1000, 1, 0, 9, TENURE_LEVEL_NONE },
    { 1000, 0, 0, 0, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_SEATS },
    { 10000, 9, 1, 0, TENURE_LEVEL_AMBER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      TenureFactBoard board = fixture_board ("Place Board");
      g_auto (Judged) judged = { 0 };

      board.target_bp = cases[i].target;
      add_board (fixture, board, cases[i].vcs, cases[i].other, cases[i].unknown, 1);
      judged = judge (fixture);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      assert_level (&judged, TENURE_RULE_G3, 0, cases[i].level, cases[i].missing);
    }
}

/* Seats held by each person in turn (0: held by nobody recorded, -1: vacant). */
static void
test_g5 (void)
{
  static const struct
  {
    int holders[9]; /* person, from 1; 0 ends */
    guint vacant, unknown;
    TenureLevel level;
    guint32 missing;
  } cases[] = {
    { { 1, 1, 2, 3, 0 }, 0, 0, TENURE_LEVEL_NONE },                             /* four seats: does not apply */
    { { 1, 1, 2, 2, 3, 0 }, 0, 0, TENURE_LEVEL_RED },                           /* 4 of 5 */
    { { 1, 1, 1, 2, 2, 2, 3, 4, 0 }, 0, 0, TENURE_LEVEL_RED },                  /* 6 of 8: exactly three quarters */
    { { 1, 1, 1, 2, 2, 3, 4, 5, 0 }, 0, 0, TENURE_LEVEL_AMBER },                /* 5 of 8 */
    { { 1, 1, 2, 2, 3, 4, 5, 6, 0 }, 0, 0, TENURE_LEVEL_AMBER },                /* 4 of 8: exactly half */
    { { 1, 1, 2, 3, 4, 5, 6, 0 }, 0, 0, TENURE_LEVEL_NONE },                    /* 3 of 7 */
    { { 1, 1, 2, 3, 4, 5, 0 }, 2, 0, TENURE_LEVEL_NONE },                       /* 3 of 8, two of them vacant */
    { { 1, 1, 2, 3, 4, 5, 0 }, 0, 1, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_PERSON }, /* 3, or 4, of 7 */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_auto (Judged) judged = { 0 };

      for (int person = 0; person < 6; person++)
        fixture_add_person (fixture, "Robin Vale");
      fixture_add_board (fixture, fixture_board ("Place Board"));
      for (guint seat = 0; cases[i].holders[seat] != 0; seat++)
        {
          fixture_add_seat (fixture, fixture_seat (TENURE_BLOC_VCS));
          fixture_add_appointment (fixture, fixture_appointment (cases[i].holders[seat] - 1));
        }
      for (guint seat = 0; seat < cases[i].vacant; seat++)
        fixture_add_seat (fixture, fixture_seat (TENURE_BLOC_VCS));
      for (guint seat = 0; seat < cases[i].unknown; seat++)
        {
          fixture_add_seat (fixture, fixture_seat (TENURE_BLOC_VCS));
          fixture_add_appointment (fixture, fixture_appointment (-1));
        }
      judged = judge (fixture);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      assert_level (&judged, TENURE_RULE_G5, -1, cases[i].level, cases[i].missing);
    }
}

static void
test_g6_g8 (void)
{
  static const struct
  {
    const char *established, *from, *to;
    gboolean appointed;
    TenureMandate mandate;
    TenureLevel g6, g8;
    guint32 missing;
  } cases[] = {
    { "2020-01-01", "2025-01-01", NULL, TRUE, TENURE_MANDATE_OF, TENURE_LEVEL_NONE, TENURE_LEVEL_NONE },
    { "2020-01-01", "2025-01-01", "2026-11-21", TRUE, TENURE_MANDATE_UNKNOWN, TENURE_LEVEL_AMBER, TENURE_LEVEL_NONE },
    { NULL, NULL, NULL, TRUE, TENURE_MANDATE_UNKNOWN, TENURE_LEVEL_AMBER, TENURE_LEVEL_NONE },
    /* Vacant from 23 Aug: 90 days on 21 Nov; from 22 Aug: 91. */
    { "2020-01-01", "2025-01-01", "2026-08-22", TRUE, TENURE_MANDATE_UNKNOWN, TENURE_LEVEL_NONE, TENURE_LEVEL_NONE },
    { "2020-01-01", "2025-01-01", "2026-08-21", TRUE, TENURE_MANDATE_UNKNOWN, TENURE_LEVEL_NONE, TENURE_LEVEL_AMBER },
    /* Never held. */
    { "2026-08-23", NULL, NULL, FALSE, TENURE_MANDATE_UNKNOWN, TENURE_LEVEL_NONE, TENURE_LEVEL_NONE },
    { "2026-08-22", NULL, NULL, FALSE, TENURE_MANDATE_UNKNOWN, TENURE_LEVEL_NONE, TENURE_LEVEL_AMBER },
    { NULL, NULL, NULL, FALSE, TENURE_MANDATE_UNKNOWN, TENURE_LEVEL_NONE, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_ESTABLISHED },
    { "2026-11-22", NULL, NULL, FALSE, TENURE_MANDATE_UNKNOWN, TENURE_LEVEL_NONE, TENURE_LEVEL_NONE },
    /* Held only from tomorrow. */
    { "2026-01-01", "2026-11-22", NULL, TRUE, TENURE_MANDATE_OF, TENURE_LEVEL_NONE, TENURE_LEVEL_AMBER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      TenureFactBoard board = fixture_board ("Place Board");
      TenureFactSeat seat = fixture_seat (TENURE_BLOC_VCS);
      TenureFactAppointment appointment = fixture_appointment (0);
      g_auto (Judged) judged = { 0 };

      fixture_add_person (fixture, "Robin Vale");
      board.votes = TENURE_FACT_NO;
      fixture_add_board (fixture, board);
      seat.established = day (cases[i].established);
      fixture_add_seat (fixture, seat);
      appointment.from_day = day (cases[i].from);
      appointment.to_day = day (cases[i].to);
      appointment.mandate = (gint8) cases[i].mandate;
      if (cases[i].appointed)
        fixture_add_appointment (fixture, appointment);
      judged = judge (fixture);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      assert_level (&judged, TENURE_RULE_G6, 0, cases[i].g6, 0);
      assert_level (&judged, TENURE_RULE_G8, 0, cases[i].g8, cases[i].missing);
      g_assert_cmpint (judged.analysis->flags->board_levels[0], ==, MAX (cases[i].g6, cases[i].g8));
    }
}

/* --- Exemptions, severity, words ---------------------------------------------------------------------------------- */

static void
test_exemptions (void)
{
  static const struct
  {
    int rule;
    const char *from, *review;
    gboolean exempted;
  } cases[] = {
    { TENURE_RULE_T1, NULL, "2026-11-22", TRUE },
    { TENURE_RULE_T1, NULL, "2026-11-21", FALSE }, /* from this day on the rule applies again */
    { TENURE_RULE_T1, "2026-11-21", "2027-11-21", TRUE },
    { TENURE_RULE_T1, "2026-11-22", "2027-11-21", FALSE },
    { TENURE_RULE_T1, NULL, NULL, FALSE }, /* without a review day it would hold for ever */
    { TENURE_RULE_N1, NULL, "2027-11-21", FALSE },
    { -1, NULL, "2027-11-21", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      TenureFactExemption exemption = { .rule = cases[i].rule, .from_day = day (cases[i].from),
                                        .review = day (cases[i].review), .reason = "A pilot meant to be short" };
      g_auto (Judged) judged = { 0 };
      const TenureFlags *flags;

      fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
      fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2027-03-31", 12000));
      exemption.record = g_array_index (fixture->agreements, TenureFactAgreement, 0).id;
      fixture_add_exemption (fixture, exemption);
      judged = judge (fixture);
      flags = judged.analysis->flags;
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      assert_level (&judged, TENURE_RULE_T1, 0, cases[i].exempted ? TENURE_LEVEL_NONE : TENURE_LEVEL_RED, 0);
      g_assert_cmpuint (flags->counts[TENURE_RULE_T1][TENURE_LEVEL_RED], ==, cases[i].exempted ? 0 : 1);
      if (cases[i].rule != TENURE_RULE_T1 || !cases[i].exempted)
        continue;
      g_assert_cmpuint (flags->n_exempted, ==, 1);
      g_assert_cmpint (flags->exempted[0].rule, ==, TENURE_RULE_T1);
      g_assert_cmpint (flags->exempted[0].exemption, ==, 0);
    }
}

static void
test_seat_exempted_with_its_board (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  TenureFactSeat seat = fixture_seat (TENURE_BLOC_VCS);
  TenureFactExemption exemption = { .rule = TENURE_RULE_G8, .from_day = TENURE_DAY_NONE, .review = day ("2027-11-21"),
                                    .reason = "An audit committee" };
  g_auto (Judged) judged = { 0 };

  fixture_add_board (fixture, fixture_board ("Audit Committee"));
  seat.established = day ("2020-01-01");
  fixture_add_seat (fixture, seat);
  exemption.record = g_array_index (fixture->boards, TenureFactBoard, 0).id;
  fixture_add_exemption (fixture, exemption);
  judged = judge (fixture);
  assert_level (&judged, TENURE_RULE_G8, 0, TENURE_LEVEL_NONE, 0);
  g_assert_cmpuint (judged.analysis->flags->n_exempted, ==, 1);
}

/* The worst rule that fires: on the agreement, and on its provider. */
static void
test_severity (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint32));
  TenureFactAgreement agreement = fixture_term (0, "2026-04-01", "2028-03-31", 12000);
  g_auto (Judged) judged = { 0 };
  const TenureFlags *flags;

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  fixture_add_organisation (fixture, "Harbour Rights", TENURE_FACT_YES);
  fixture_add_agreement (fixture, agreement);
  agreement.provider = 1;
  fixture_add_agreement (fixture, agreement);
  agreement.end = day ("2027-03-31");
  fixture_add_agreement (fixture, agreement);
  judged = judge (fixture);
  flags = judged.analysis->flags;
  g_assert_cmpint (flags->agreement_levels[0], ==, TENURE_LEVEL_AMBER);
  g_assert_cmpint (flags->agreement_levels[2], ==, TENURE_LEVEL_RED);
  g_assert_cmpint (flags->organisation_levels[0], ==, TENURE_LEVEL_AMBER);
  g_assert_cmpint (flags->organisation_levels[1], ==, TENURE_LEVEL_RED);

  found = tenure_flags_find (flags, TENURE_RECORD_AGREEMENT, judged.facts->agreements[2].id);
  g_assert_cmpuint (found->len, >=, 3);
  for (guint i = 1; i < found->len; i++)
    g_assert_cmpint (((TenureFlag *) found->pdata[i - 1])->level, >=, ((TenureFlag *) found->pdata[i])->level);
  tenure_flags_sort_worst (flags, order);
  g_assert_cmpuint (order->len, ==, flags->n_flags);
  for (guint i = 1; i < order->len; i++)
    g_assert_cmpint (flags->flags[g_array_index (order, guint32, i - 1)].level, >=,
                     flags->flags[g_array_index (order, guint32, i)].level);
}

/* Only the agreements selected; boards whatever is selected. */
static void
test_selection (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  TenureFactBoard board = fixture_board ("Place Board");
  static const guint32 chosen[] = { 1, 99 };
  const TenureSelection selection = { chosen, G_N_ELEMENTS (chosen) };
  g_auto (Judged) judged = { 0 };

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2027-03-31", 12000));
  fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2027-03-31", 12000));
  board.voice_expected = TENURE_FACT_YES;
  add_board (fixture, board, 0, 3, 0, 1);
  judged.facts = fixture_end (fixture);
  judged.analysis = tenure_analysis_new (judged.facts, day (AS_OF), NULL, &selection, NULL);
  assert_level (&judged, TENURE_RULE_T1, 0, TENURE_LEVEL_NONE, 0);
  assert_level (&judged, TENURE_RULE_T1, 1, TENURE_LEVEL_RED, 0);
  assert_level (&judged, TENURE_RULE_G1, 0, TENURE_LEVEL_RED, 0);
}

/* A caller's own thresholds instead of the catalogue's. */
static void
test_own_rules (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  TenureRule rules[TENURE_N_RULES];
  TenureAnalysisOptions options = { .rules = rules };
  g_auto (Judged) judged = { 0 };

  for (int rule = 0; rule < TENURE_N_RULES; rule++)
    rules[rule] = *tenure_rule ((TenureRuleId) rule);
  rules[TENURE_RULE_T1].red = 24;
  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2028-03-31", 12000));
  judged.facts = fixture_end (fixture);
  judged.analysis = tenure_analysis_new (judged.facts, day (AS_OF), &options, NULL, NULL);
  assert_level (&judged, TENURE_RULE_T1, 0, TENURE_LEVEL_RED, 0);
  assert_level (&judged, TENURE_RULE_T2, 0, TENURE_LEVEL_NONE, 0);
}

/* Every flag of a fixture where most rules fire can say why, in words, as lines and as JSON. */
static void
test_words (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  TenureFactBoard board = fixture_board ("Place Board");
  TenureFactAgreement agreement = fixture_term (0, "2025-04-01", "2026-03-31", 12000);
  TenureFactSeat seat = fixture_seat (TENURE_BLOC_VCS);
  g_auto (Judged) judged = { 0 };
  guint seen[TENURE_N_RULES] = { 0 };

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  fixture_add_agreement (fixture, agreement);
  agreement = fixture_term (0, "2026-04-15", "2027-01-31", 12000);
  agreement.predecessor = 0;
  agreement.signed_day = day ("2026-05-01");
  agreement.funder_without_cause = TENURE_FACT_YES;
  agreement.funder_notice = TENURE_DURATION_MONTHS (1);
  agreement.full_cost_known = agreement.other_funding_known = TRUE;
  agreement.full_cost_minor = 1500000;
  fixture_add_agreement (fixture, agreement);
  fixture_add_extension (fixture, TENURE_DURATION_MONTHS (12), TENURE_DAY_NONE);
  fixture_add_agreement (fixture, fixture_agreement ("Nothing known"));
  g_array_index (fixture->agreements, TenureFactAgreement, 2).provider = 0;
  fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2028-03-31", 12000));
  board.voice_expected = board.votes = TENURE_FACT_YES;
  board.target_bp = 2000;
  add_board (fixture, board, 0, 5, 0, 1);
  add_board (fixture, board, 1, 9, 0, 0);
  seat.established = day ("2020-01-01");
  fixture_add_seat (fixture, seat);
  judged = judge (fixture);
  for (guint i = 0; i < judged.analysis->flags->n_flags; i++)
    {
      const TenureFlag *flag = &judged.analysis->flags->flags[i];
      g_autofree char *reason = tenure_flag_dup_reason (judged.analysis->flags, flag);
      g_autofree char *name = tenure_flag_dup_name (judged.analysis->flags, flag);
      g_autoptr (TenureExplanation) explanation = tenure_flag_explain (judged.analysis->flags, flag);
      g_autofree char *text = tenure_explanation_dup_text (explanation);
      g_autoptr (GString) json = g_string_new (NULL);

      seen[flag->rule]++;
      tenure_flag_append_inputs_json (judged.analysis->flags, flag, json);
      g_test_message ("%s\n%s\n%s", name, text, json->str);
      g_assert_true (g_str_has_suffix (reason, "."));
      g_assert_cmpuint (explanation->lines->len, >, 0);
      g_assert_nonnull (explanation->formula);
      g_assert_nonnull (explanation->source);
      g_assert_cmpuint (explanation->missing->len > 0, ==, flag->missing != 0);
      g_assert_true (g_str_has_prefix (json->str, "{\"") && g_str_has_suffix (json->str, "}"));
    }
  for (int rule = 0; rule < TENURE_N_RULES; rule++)
    g_assert_true (rule == TENURE_RULE_D3 || rule == TENURE_RULE_G5 || rule == TENURE_RULE_G6 || seen[rule] > 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flags/t1-t2", test_t1_t2);
  g_test_add_func ("/flags/t1-applies-to", test_t1_applies_to);
  g_test_add_func ("/flags/t1-open-ended", test_t1_open_ended);
  g_test_add_func ("/flags/scope", test_scope);
  g_test_add_func ("/flags/t3", test_t3);
  g_test_add_func ("/flags/t4", test_t4);
  g_test_add_func ("/flags/t4-long-in-fact", test_t4_long_in_fact);
  g_test_add_func ("/flags/t5", test_t5);
  g_test_add_func ("/flags/n1", test_n1);
  g_test_add_func ("/flags/n2", test_n2);
  g_test_add_func ("/flags/n2-applies-to", test_n2_applies_to);
  g_test_add_func ("/flags/p3", test_p3);
  g_test_add_func ("/flags/d3", test_d3);
  g_test_add_func ("/flags/d3-at-the-threshold", test_d3_at_the_threshold);
  g_test_add_func ("/flags/d3-applies-from-21-providers", test_d3_applies_from_21_providers);
  g_test_add_func ("/flags/g1", test_g1);
  g_test_add_func ("/flags/g2", test_g2);
  g_test_add_func ("/flags/g3", test_g3);
  g_test_add_func ("/flags/g5", test_g5);
  g_test_add_func ("/flags/g6-g8", test_g6_g8);
  g_test_add_func ("/flags/exemptions", test_exemptions);
  g_test_add_func ("/flags/seat-exempted-with-its-board", test_seat_exempted_with_its_board);
  g_test_add_func ("/flags/severity", test_severity);
  g_test_add_func ("/flags/selection", test_selection);
  g_test_add_func ("/flags/own-rules", test_own_rules);
  g_test_add_func ("/flags/words", test_words);
  return g_test_run ();
}
