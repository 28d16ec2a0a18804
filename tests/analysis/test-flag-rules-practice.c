/* K1, Q1, E1 and A1: docs/domain.md, section 3. */

#include "judged.h"

static void
test_k1 (void)
{
  static const struct
  {
    gboolean person, cover;
    TenureFact rests;
    TenureLevel level;
  } cases[] = {
    { FALSE, FALSE, TENURE_FACT_UNKNOWN, TENURE_LEVEL_NONE },
    { FALSE, TRUE, TENURE_FACT_UNKNOWN, TENURE_LEVEL_NONE },
    { TRUE, TRUE, TENURE_FACT_UNKNOWN, TENURE_LEVEL_NONE },
    { TRUE, FALSE, TENURE_FACT_UNKNOWN, TENURE_LEVEL_AMBER },
    /* There is none; there is one whom nobody names; and who is named stands against a "no". */
    { FALSE, FALSE, TENURE_FACT_NO, TENURE_LEVEL_NONE },
    { FALSE, FALSE, TENURE_FACT_YES, TENURE_LEVEL_AMBER },
    { FALSE, TRUE, TENURE_FACT_YES, TENURE_LEVEL_NONE },
    { TRUE, FALSE, TENURE_FACT_YES, TENURE_LEVEL_AMBER },
    { TRUE, FALSE, TENURE_FACT_NO, TENURE_LEVEL_AMBER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_auto (Judged) judged = { 0 };
      TenureFactAgreement agreement
          = fixture_term (fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES), "2024-04-01", "2028-03-31", 1);

      fixture_add_person (fixture, "Ann Example");
      fixture_add_person (fixture, "Ben Example");
      agreement.key_person = cases[i].person ? 0 : -1;
      agreement.key_cover = cases[i].cover ? 1 : -1;
      agreement.rests_on_one = (gint8) cases[i].rests;
      fixture_add_agreement (fixture, agreement);
      judged = judge (fixture);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      assert_level (&judged, TENURE_RULE_K1, 0, cases[i].level, 0);
    }
}

static void
test_q1 (void)
{
  static const TenureLevel levels[] = { TENURE_LEVEL_NONE, TENURE_LEVEL_NOTE, TENURE_LEVEL_NONE,
                                        TENURE_LEVEL_NONE, TENURE_LEVEL_NONE, TENURE_LEVEL_NOTE };

  for (gsize tightness = 0; tightness < G_N_ELEMENTS (levels); tightness++)
    {
      TenureFactAgreement agreement = fixture_term (0, "2024-04-01", "2028-03-31", 1);

      agreement.tightness = (gint8) tightness;
      assert_rule (agreement, TENURE_RULE_Q1, levels[tightness], 0);
    }
}

/* Six months from 21 Nov 2026 is 21 May 2027. */
static void
test_e1 (void)
{
  static const struct
  {
    TenureFundedRole role;
    const char *start, *end;
    TenureFact open_ended;
    TenureLevel level;
    guint64 missing;
  } cases[] = {
    { TENURE_FUNDED_ROLE_CHAIR, "2024-04-01", "2027-05-20", TENURE_FACT_NO, TENURE_LEVEL_AMBER },
    { TENURE_FUNDED_ROLE_CHAIR, "2024-04-01", "2027-05-21", TENURE_FACT_NO, TENURE_LEVEL_AMBER },
    { TENURE_FUNDED_ROLE_CHAIR, "2024-04-01", "2027-05-22", TENURE_FACT_NO, TENURE_LEVEL_NONE },
    { TENURE_FUNDED_ROLE_COORDINATOR, "2024-04-01", "2026-11-21", TENURE_FACT_NO, TENURE_LEVEL_AMBER },
    { TENURE_FUNDED_ROLE_INFRASTRUCTURE, "2024-04-01", "2026-11-20", TENURE_FACT_NO, TENURE_LEVEL_NONE }, /* ended */
    { TENURE_FUNDED_ROLE_INFRASTRUCTURE, "2026-12-01", "2027-05-21", TENURE_FACT_NO, TENURE_LEVEL_AMBER }, /* planned */
    { TENURE_FUNDED_ROLE_NONE, "2024-04-01", "2027-01-01", TENURE_FACT_NO, TENURE_LEVEL_NONE },
    { TENURE_FUNDED_ROLE_CHAIR, NULL, "2027-05-21", TENURE_FACT_NO, TENURE_LEVEL_AMBER },
    { TENURE_FUNDED_ROLE_CHAIR, "2024-04-01", NULL, TENURE_FACT_NO, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_END },
    { TENURE_FUNDED_ROLE_CHAIR, "2024-04-01", NULL, TENURE_FACT_YES, TENURE_LEVEL_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureFactAgreement agreement = fixture_term (0, cases[i].start, cases[i].end, 1);

      agreement.funded_role = (gint8) cases[i].role;
      agreement.open_ended = (gint8) cases[i].open_ended;
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      assert_rule (agreement, TENURE_RULE_E1, cases[i].level, cases[i].missing);
    }
}

/* To 31 Dec 2026, with a signed successor: only one that follows at once keeps the role. */
static void
test_e1_late_successor (void)
{
  static const struct
  {
    const char *start;
    TenureLevel level;
    guint64 missing;
  } cases[] = {
    { "2027-01-01", TENURE_LEVEL_NONE },
    { "2027-01-02", TENURE_LEVEL_AMBER },
    { NULL, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_SUCCESSOR_START },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      TenureFactAgreement agreement = fixture_term (0, "2024-04-01", "2026-12-31", 1);
      TenureFactAgreement successor = fixture_term (0, cases[i].start, "2029-12-31", 1);
      g_auto (Judged) judged = { 0 };

      fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
      agreement.funded_role = TENURE_FUNDED_ROLE_CHAIR;
      fixture_add_agreement (fixture, agreement);
      successor.predecessor = 0;
      successor.signed_day = day ("2026-11-01");
      fixture_add_agreement (fixture, successor);
      judged = judge (fixture);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      assert_level (&judged, TENURE_RULE_E1, 0, cases[i].level, cases[i].missing);
    }
}

static void
test_a1 (void)
{
  enum
  {
    NO = TENURE_FACT_NO,
    YES = TENURE_FACT_YES,
    UNKNOWN = TENURE_FACT_UNKNOWN,
  };
  const struct
  {
    const char *start;
    gint8 specification, measures, variation;
    gboolean communities;
    TenureLevel level;
    guint64 missing;
  } cases[] = {
    { "2027-04-01", YES, YES, YES, TRUE, TENURE_LEVEL_NONE },
    { "2027-04-01", NO, YES, YES, TRUE, TENURE_LEVEL_AMBER },
    { "2027-04-01", YES, NO, YES, TRUE, TENURE_LEVEL_AMBER },
    { "2027-04-01", YES, YES, NO, TRUE, TENURE_LEVEL_AMBER },
    { "2027-04-01", YES, YES, YES, FALSE, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_COMMUNITIES },
    { "2027-04-01", UNKNOWN, YES, YES, TRUE, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_SPECIFICATION },
    { "2027-04-01", NO, UNKNOWN, YES, TRUE, TENURE_LEVEL_AMBER, TENURE_MISSING_MEASURES },
    { "2027-04-01", YES, YES, UNKNOWN, TRUE, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_VARIATION_WAY },
    { "2027-04-01", YES, UNKNOWN, YES, TRUE, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_MEASURES },
    { "2027-04-01", UNKNOWN, UNKNOWN, UNKNOWN, FALSE, TENURE_LEVEL_CANNOT_TELL,
      TENURE_MISSING_SPECIFICATION | TENURE_MISSING_MEASURES | TENURE_MISSING_VARIATION_WAY | TENURE_MISSING_COMMUNITIES },
    { NULL, NO, NO, NO, TRUE, TENURE_LEVEL_NONE }, /* not known to be planned */
    { "2026-11-22", NO, NO, NO, TRUE, TENURE_LEVEL_AMBER },
    { "2026-11-21", NO, NO, NO, TRUE, TENURE_LEVEL_NONE }, /* started */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureFactAgreement agreement = fixture_term (0, cases[i].start, "2028-03-31", 1);

      agreement.specification_agreed = cases[i].specification;
      agreement.measures_agreed = cases[i].measures;
      agreement.variation_agreed = cases[i].variation;
      agreement.communities_known = cases[i].communities;
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      assert_rule (agreement, TENURE_RULE_A1, cases[i].level, cases[i].missing);
    }
}

static void
test_words (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_auto (Judged) judged = { 0 };
  static const struct
  {
    TenureRuleId rule;
    gint32 index;
    const char *reason;
  } cases[] = {
    { TENURE_RULE_K1, 0, "The service rests on Ann Example, and no cover is recorded." },
    { TENURE_RULE_Q1, 0, "The specification lays down every step: nothing can be adapted." },
    { TENURE_RULE_E1, 0, "Independent chair: the money ends on 31 Mar 2027." },
    { TENURE_RULE_A1, 1, "It starts on 1 Apr 2027. Not so yet: Measures agreed." },
  };
  TenureFactAgreement running, planned;
  gint32 provider = fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);

  running = fixture_term (provider, "2024-04-01", "2027-03-31", 1);
  running.key_person = fixture_add_person (fixture, "Ann Example");
  running.tightness = 5;
  running.funded_role = TENURE_FUNDED_ROLE_CHAIR;
  planned = fixture_term (provider, "2027-04-01", "2028-03-31", 1);
  planned.measures_agreed = TENURE_FACT_NO;
  fixture_add_agreement (fixture, running);
  fixture_add_agreement (fixture, planned);
  judged = judge (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TenureFlag *flag = find_flag (&judged, cases[i].rule, cases[i].index);
      g_autofree char *reason = tenure_flag_dup_reason (judged.analysis->flags, flag);

      g_assert_cmpstr (reason, ==, cases[i].reason);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flag-rules-practice/k1", test_k1);
  g_test_add_func ("/flag-rules-practice/q1", test_q1);
  g_test_add_func ("/flag-rules-practice/e1", test_e1);
  g_test_add_func ("/flag-rules-practice/e1-late-successor", test_e1_late_successor);
  g_test_add_func ("/flag-rules-practice/a1", test_a1);
  g_test_add_func ("/flag-rules-practice/words", test_words);
  return g_test_run ();
}
