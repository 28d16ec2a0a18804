/* T1 to T5 at, just under and just over their thresholds, and with inputs unknown: docs/domain.md, section 3. */

#include "judged.h"

#include <string.h>

/* --- T1, T2 --- */

static void
test_t1_t2 (void)
{
  static const struct
  {
    const char *start, *end;
    TenureLevel t1, t2;
    guint64 missing;
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
    { "P365D", TENURE_LEVEL_RED, TENURE_LEVEL_NONE },  { "P52W", TENURE_LEVEL_RED, TENURE_LEVEL_NONE },
    { "P373D", TENURE_LEVEL_NONE, TENURE_LEVEL_AMBER }, { "P48M", TENURE_LEVEL_NONE, TENURE_LEVEL_AMBER },
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

/* --- T3 --- */

static void
test_t3 (void)
{
  static const struct
  {
    const char *end, *published;
    gboolean option, length_known;
    TenureLevel level;
    guint64 missing;
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

/* --- T4, T5 --- */

static void
test_t4 (void)
{
  static const struct
  {
    const char *first_start, *first_end, *start, *end;
    gint32 first_provider;
    TenureLevel level;
    guint64 missing;
  } cases[] = {
    { "2025-04-01", "2026-03-31", "2026-04-01", "2027-03-31", 0, TENURE_LEVEL_RED },
    { "2025-04-01", "2026-03-31", "2026-05-02", "2027-03-31", 0, TENURE_LEVEL_RED },
    { "2025-04-01", "2026-03-31", "2026-05-03", "2027-03-31", 0, TENURE_LEVEL_NONE },
    { "2025-04-01", "2026-03-31", "2026-04-01", "2027-04-02", 0, TENURE_LEVEL_NONE },
    { "2025-04-01", "2026-03-31", "2026-05-01", "2027-03-31", 0, TENURE_LEVEL_RED },  /* 30 days apart */
    { "2024-04-01", "2025-04-01", "2025-04-02", "2026-04-02", 0, TENURE_LEVEL_NONE }, /* over: not judged any more */
    { "2024-03-30", "2026-03-31", "2026-04-01", "2027-03-31", 0, TENURE_LEVEL_NONE },
    { "2025-04-01", "2026-03-31", "2026-04-01", "2027-03-31", 1, TENURE_LEVEL_NONE },
    { "2025-04-01", "2026-03-31", "2026-04-01", "2027-03-31", -1, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_PREDECESSOR_PROVIDER },
    { "2025-04-01", "2026-03-31", "2026-05-02", "2027-03-31", -1, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_PREDECESSOR_PROVIDER },
    { "2025-04-01", "2026-03-31", "2026-05-03", "2027-03-31", -1, TENURE_LEVEL_NONE },
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

/* Two years one by one of one provider. A recorded renewal says that the service is the same unless both are recorded and
 * differ; without one, both services must be recorded. */
static void
test_t4_service (void)
{
  static const struct
  {
    gint32 services[2];
    gboolean linked;
    TenureLevel level;
    gint32 lacks; /* which of the two is named */
  } cases[] = {
    { { -1, -1 }, TRUE, TENURE_LEVEL_RED },
    { { 0, -1 }, TRUE, TENURE_LEVEL_RED },
    { { 0, 0 }, TRUE, TENURE_LEVEL_RED },
    { { 0, 1 }, TRUE, TENURE_LEVEL_NONE },
    { { 0, 0 }, FALSE, TENURE_LEVEL_RED },
    { { 0, 1 }, FALSE, TENURE_LEVEL_NONE },
    { { -1, -1 }, FALSE, TENURE_LEVEL_CANNOT_TELL, 1 },
    { { 0, -1 }, FALSE, TENURE_LEVEL_CANNOT_TELL, 1 },
    { { -1, 0 }, FALSE, TENURE_LEVEL_CANNOT_TELL, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_auto (Judged) judged = { 0 };
      const TenureFlag *flag;

      fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
      fixture_add_service (fixture, "Advice");
      fixture_add_service (fixture, "Choir");
      for (int year = 0; year < 2; year++)
        {
          TenureFactAgreement agreement = fixture_term (0, year == 0 ? "2025-04-01" : "2026-04-01",
                                                        year == 0 ? "2026-03-31" : "2027-03-31", 12000);

          agreement.service = cases[i].services[year];
          agreement.predecessor = year == 1 && cases[i].linked ? 0 : -1;
          fixture_add_agreement (fixture, agreement);
        }
      judged = judge (fixture);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      assert_level (&judged, TENURE_RULE_T4, 1, cases[i].level,
                    cases[i].level == TENURE_LEVEL_CANNOT_TELL ? TENURE_MISSING_SERVICE : 0);
      flag = find_flag (&judged, TENURE_RULE_T4, 1);
      if (cases[i].level == TENURE_LEVEL_CANNOT_TELL)
        {
          g_autoptr (TenureExplanation) explanation = tenure_flag_explain (judged.analysis->flags, flag);

          g_assert_cmpint (g_array_index (explanation->missing, TenureExplanationMissing, 0).record, ==,
                           judged.facts->agreements[cases[i].lacks].id);
        }
    }
}

/* From 36 months in all: long-term in fact, short-term on paper. The last term may be a day short of its year. */
static void
test_t4_long_in_fact (void)
{
  static const struct
  {
    int years, days_short;
    const char *length;
    gboolean is_long;
  } cases[] = {
    { 2, 0, "24 months", FALSE },
    { 3, 1, "35 months and 30 days", FALSE },
    { 3, 0, "36 months", TRUE },
    { 4, 1, "47 months and 30 days", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const int years = cases[i].years;
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autofree char *reason = NULL;
      g_auto (Judged) judged = { 0 };

      fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
      for (int year = 0; year < years; year++)
        {
          TenureFactAgreement agreement = fixture_term (0, NULL, NULL, 12000);

          agreement.start = tenure_day_add_months (day ("2026-04-01"), -12 * (years - 1 - year));
          agreement.end = tenure_day_add_months (agreement.start, 12) - 1 - (year == years - 1 ? cases[i].days_short : 0);
          agreement.predecessor = year - 1;
          fixture_add_agreement (fixture, agreement);
        }
      judged = judge (fixture);
      assert_level (&judged, TENURE_RULE_T4, years - 1, TENURE_LEVEL_RED, 0);
      reason = tenure_flag_dup_reason (judged.analysis->flags, find_flag (&judged, TENURE_RULE_T4, years - 1));
      g_test_message ("%s", reason);
      g_assert_true ((strstr (reason, "Long-term in fact") != NULL) == cases[i].is_long);
      g_assert_nonnull (strstr (reason, cases[i].length));
    }
}

/* Signed 1 Dec 2026 for a start on 1 Apr: on 21 Nov it runs, unsigned, for 234 days; on 1 Dec it was signed 244 late. */
static void
test_t5_words (void)
{
  static const struct
  {
    const char *as_of, *reason;
  } cases[] = {
    { AS_OF, "It has run for 234 days without a signature." },
    { "2026-04-02", "It has run for 1 day without a signature." },
    { "2026-12-01", "It was signed 244 days after it had started." },
    { "2027-01-31", "It was signed 244 days after it had started." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autoptr (TenureFacts) facts = NULL;
      g_autoptr (TenureAnalysis) analysis = NULL;
      g_autofree char *reason = NULL;
      TenureFactAgreement agreement = fixture_term (0, "2026-04-01", "2029-03-31", 12000);
      Judged judged = { 0 };

      fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
      agreement.signed_day = day ("2026-12-01");
      fixture_add_agreement (fixture, agreement);
      facts = fixture_end (fixture);
      analysis = tenure_analysis_new (facts, day (cases[i].as_of), NULL, NULL);
      judged.analysis = analysis;
      reason = tenure_flag_dup_reason (analysis->flags, find_flag (&judged, TENURE_RULE_T5, 0));
      g_assert_cmpstr (reason, ==, cases[i].reason);
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
    guint64 missing;
  } cases[] = {
    { NULL, "2026-04-01", "2026-04-01", FALSE, TENURE_LEVEL_NONE },
    { NULL, "2026-04-01", "2026-03-01", FALSE, TENURE_LEVEL_NONE },
    { NULL, "2026-04-01", "2026-04-02", FALSE, TENURE_LEVEL_AMBER },
    { NULL, "2026-04-01", NULL, FALSE, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_SIGNED },
    { NULL, NULL, "2026-04-02", FALSE, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_START },
    { NULL, NULL, NULL, FALSE, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_START | TENURE_MISSING_SIGNED },
    /* Not begun, so not signed late yet. */
    { NULL, "2026-12-01", NULL, FALSE, TENURE_LEVEL_NONE },
    { NULL, "2026-12-01", "2026-12-15", FALSE, TENURE_LEVEL_NONE },
    /* A signature that is still to come is none: late since the start, but not on the day itself. */
    { NULL, "2026-04-01", "2026-12-01", FALSE, TENURE_LEVEL_AMBER },
    { NULL, "2026-11-20", "2026-11-22", FALSE, TENURE_LEVEL_AMBER },
    { NULL, "2026-11-21", "2026-11-22", FALSE, TENURE_LEVEL_NONE },
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flag-rules-term/t1-t2", test_t1_t2);
  g_test_add_func ("/flag-rules-term/t1-applies-to", test_t1_applies_to);
  g_test_add_func ("/flag-rules-term/t1-open-ended", test_t1_open_ended);
  g_test_add_func ("/flag-rules-term/t3", test_t3);
  g_test_add_func ("/flag-rules-term/t4", test_t4);
  g_test_add_func ("/flag-rules-term/t4-service", test_t4_service);
  g_test_add_func ("/flag-rules-term/t4-long-in-fact", test_t4_long_in_fact);
  g_test_add_func ("/flag-rules-term/t5", test_t5);
  g_test_add_func ("/flag-rules-term/t5-words", test_t5_words);
  return g_test_run ();
}
