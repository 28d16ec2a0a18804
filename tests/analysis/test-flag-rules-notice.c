/* N1, N2 and P3 at, just under and just over their thresholds, and with inputs unknown: docs/domain.md, section 3. */

#include "judged.h"

/* --- N1, N2 --- */

static void
test_n1 (void)
{
  static const struct
  {
    TenureFact without_cause;
    const char *notice;
    TenureLevel level;
    guint64 missing;
  } cases[] = {
    { TENURE_FACT_YES, "P3M", TENURE_LEVEL_NONE },
    { TENURE_FACT_YES, "P3M1D", TENURE_LEVEL_NONE },
    /* As three months are written in days and weeks. */
    { TENURE_FACT_YES, "P90D", TENURE_LEVEL_NONE },
    { TENURE_FACT_YES, "P13W", TENURE_LEVEL_NONE },
    { TENURE_FACT_YES, "P89D", TENURE_LEVEL_RED },
    { TENURE_FACT_YES, "P12W", TENURE_LEVEL_RED },
    { TENURE_FACT_YES, "P2M30D", TENURE_LEVEL_NONE },
    { TENURE_FACT_YES, "P2M29D", TENURE_LEVEL_RED },
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

/* A notice is as long on one day as on another: 90 days are three months whether February lies in them or not. */
static void
test_n1_on_any_day (void)
{
  static const char *const days[] = { "2026-11-22", "2026-12-01", "2027-02-01", "2027-03-05", "2028-02-29" };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    for (gint16 notice = 89; notice <= 90; notice++)
      {
        g_autoptr (Fixture) fixture = fixture_new ();
        g_autoptr (TenureFacts) facts = NULL;
        g_autoptr (TenureAnalysis) analysis = NULL;
        TenureFactAgreement agreement = fixture_term (0, "2024-04-01", "2030-03-31", 12000);

        fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
        agreement.funder_without_cause = TENURE_FACT_YES;
        agreement.funder_notice = TENURE_DURATION_DAYS (notice);
        fixture_add_agreement (fixture, agreement);
        facts = fixture_end (fixture);
        analysis = tenure_analysis_new (facts, day (days[i]), NULL, NULL);
        g_test_message ("%d days on %s", notice, days[i]);
        g_assert_cmpuint (analysis->flags->counts[TENURE_RULE_N1][TENURE_LEVEL_RED], ==, notice < 90);
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
    guint64 missing;
  } cases[] = {
    { "2024-04-01", "2026-11-21", TENURE_RENEWAL_NOT_STARTED, TENURE_LEVEL_RED },
    { "2024-04-01", "2027-02-19", TENURE_RENEWAL_NOT_STARTED, TENURE_LEVEL_RED },
    { "2024-04-01", "2027-02-20", TENURE_RENEWAL_NOT_STARTED, TENURE_LEVEL_AMBER },
    { "2024-04-01", "2027-05-19", TENURE_RENEWAL_IN_PROGRESS, TENURE_LEVEL_AMBER },
    { "2024-04-01", "2027-05-20", TENURE_RENEWAL_IN_PROGRESS, TENURE_LEVEL_NOTE },
    { "2024-04-01", "2027-02-21", TENURE_RENEWAL_NOT_STARTED, TENURE_LEVEL_AMBER },
    { "2024-04-01", "2027-05-21", TENURE_RENEWAL_NOT_STARTED, TENURE_LEVEL_NOTE },
    { "2024-04-01", "2027-11-21", TENURE_RENEWAL_NOT_STARTED, TENURE_LEVEL_NONE },
    { "2024-04-01", "2027-11-20", TENURE_RENEWAL_UNKNOWN, TENURE_LEVEL_NONE },
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

/* To 31 Dec 2026, with a signed successor: what comes late, or on no recorded day, leaves the renewal open. */
static void
test_n2_late_successor (void)
{
  static const struct
  {
    const char *start;
    TenureLevel level;
    guint64 missing;
  } cases[] = {
    { "2027-01-01", TENURE_LEVEL_NONE },
    { "2027-01-02", TENURE_LEVEL_RED },
    { "2028-01-01", TENURE_LEVEL_RED },
    { NULL, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_SUCCESSOR_START },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      TenureFactAgreement agreement = fixture_term (0, "2024-01-01", "2026-12-31", 12000);
      TenureFactAgreement successor = fixture_term (0, cases[i].start, "2030-02-19", 12000);
      g_auto (Judged) judged = { 0 };

      fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
      agreement.renewal = TENURE_RENEWAL_NOT_STARTED;
      fixture_add_agreement (fixture, agreement);
      successor.predecessor = 0;
      successor.signed_day = day ("2026-11-01");
      fixture_add_agreement (fixture, successor);
      judged = judge (fixture);
      g_test_message ("%s", cases[i].start);
      assert_level (&judged, TENURE_RULE_N2, 0, cases[i].level, cases[i].missing);
      if (cases[i].missing != 0)
        {
          const TenureFlag *flag = find_flag (&judged, TENURE_RULE_N2, 0);
          g_autoptr (TenureExplanation) explanation = tenure_flag_explain (judged.analysis->flags, flag);
          g_autofree char *reason = tenure_flag_dup_reason (judged.analysis->flags, flag);

          g_assert_cmpstr (reason, ==, "Cannot tell. Not recorded: Start of the agreement that renews it.");
          g_assert_cmpint (g_array_index (explanation->missing, TenureExplanationMissing, 0).record, ==,
                           judged.facts->agreements[1].id);
        }
    }
}

/* --- P3 --- */

static void
test_p3 (void)
{
  const guint32 all = TENURE_MISSING_FULL_COST | TENURE_MISSING_VALUE | TENURE_MISSING_OTHER_FUNDING;
  const struct
  {
    gint64 value, other, cost; /* -1: not recorded */
    TenureLevel level;
    guint64 missing;
  } cases[] = {
    { 9999, 0, 10000, TENURE_LEVEL_RED },
    { 10000, 0, 10000, TENURE_LEVEL_NONE },
    { 10001, 0, 10000, TENURE_LEVEL_NONE },
    { 6000, 3999, 10000, TENURE_LEVEL_RED },
    { 6000, 4000, 10000, TENURE_LEVEL_NONE },
    { 10000, -1, 10000, TENURE_LEVEL_NONE },
    { 9999, -1, 10000, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_OTHER_FUNDING },
    { -1, -1, 10000, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_VALUE | TENURE_MISSING_OTHER_FUNDING },
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flag-rules-notice/n1", test_n1);
  g_test_add_func ("/flag-rules-notice/n1-on-any-day", test_n1_on_any_day);
  g_test_add_func ("/flag-rules-notice/n2", test_n2);
  g_test_add_func ("/flag-rules-notice/n2-applies-to", test_n2_applies_to);
  g_test_add_func ("/flag-rules-notice/n2-late-successor", test_n2_late_successor);
  g_test_add_func ("/flag-rules-notice/p3", test_p3);
  return g_test_run ();
}
