/* B1 to B4: docs/domain.md, section 3. The thresholds are in test-rule-circumstances.c. */

#include "judged.h"
#include "participation-world.h"

static Fixture *
start (void)
{
  Fixture *fixture = fixture_new ();

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  add_board (fixture, fixture_board ("Place Board"), 1, 1, 0, 1);
  return fixture;
}

static Judged
judge_world (Fixture *fixture, World *world)
{
  g_autoptr (TenureFacts) facts = world_end (world);

  fixture_set_participation (fixture, facts->participation);
  facts->participation = (TenureParticipationFacts){ 0 };
  return judge (fixture);
}

static char *
dup_reason (const Judged *judged, TenureRuleId rule, gint32 index)
{
  const TenureFlag *flag = find_flag (judged, rule, index);

  g_assert_nonnull (flag);
  return tenure_flag_dup_reason (judged->analysis->flags, flag);
}

/* Of 100 minutes so many are paid, so many unpaid, and of the rest it is not said. What may be either is told of both. */
static void
test_b1 (void)
{
  static const struct
  {
    gint32 paid, unpaid;
    TenureLevel level;
    guint64 missing;
  } cases[] = {
    { 100, 0, TENURE_LEVEL_NONE, 0 },
    { 60, 40, TENURE_LEVEL_NOTE, 0 },
    { 49, 51, TENURE_LEVEL_AMBER, 0 },
    { 0, 100, TENURE_LEVEL_RED, 0 },
    { 60, 0, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_PAYER },
    { 40, 50, TENURE_LEVEL_NOTE, TENURE_MISSING_PAYER },
    { 0, 80, TENURE_LEVEL_AMBER, TENURE_MISSING_PAYER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = start ();
      World world = world_new ();
      g_auto (Judged) judged = { 0 };
      gint32 untold = 100 - cases[i].paid - cases[i].unpaid;

      world_add_meeting (&world, 0, day ("2025-11-22"));
      world_add_given (&world, cases[i].paid, TENURE_PAYER_OTHER, -1, -1)->seat = 0;
      world_add_given (&world, cases[i].unpaid, TENURE_PAYER_OWN, -1, -1)->seat = 0;
      world_add_given (&world, untold, TENURE_PAYER_UNKNOWN, -1, -1)->seat = 0;
      judged = judge_world (fixture, &world);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      assert_level (&judged, TENURE_RULE_B1, 0, cases[i].level, cases[i].missing);
    }
}

/* Twelve months back, and no further; nobody of the sector, or no time: nothing to judge. */
static void
test_b1_when (void)
{
  static const struct
  {
    const char *held;
    gint32 seat, minutes;
    gboolean fires;
  } cases[] = {
    { "2025-11-22", 0, 60, TRUE },
    { "2025-11-21", 0, 60, FALSE },
    { "2026-11-21", 0, 60, TRUE },
    { "2026-11-22", 0, 60, FALSE },
    { "2026-11-01", 1, 60, FALSE },
    { "2026-11-01", 0, -1, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = start ();
      World world = world_new ();
      g_auto (Judged) judged = { 0 };

      world_add_meeting (&world, 0, day (cases[i].held));
      world_add_given (&world, cases[i].minutes, TENURE_PAYER_OWN, -1, -1)->seat = cases[i].seat;
      judged = judge_world (fixture, &world);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      assert_level (&judged, TENURE_RULE_B1, 0, cases[i].fires ? TENURE_LEVEL_RED : TENURE_LEVEL_NONE, 0);
    }
}

static void
test_b1_words (void)
{
  g_autoptr (Fixture) fixture = start ();
  World world = world_new ();
  g_auto (Judged) judged = { 0 };
  g_autofree char *reason = NULL;

  world_add_meeting (&world, 0, day ("2026-11-01"));
  world_add_given (&world, 60, TENURE_PAYER_OTHER, -1, -1)->seat = 0;
  world_add_given (&world, 90, TENURE_PAYER_OWN, -1, -1)->seat = 0;
  judged = judge_world (fixture, &world);
  reason = dup_reason (&judged, TENURE_RULE_B1, 0);
  g_assert_cmpstr (reason, ==, "Paid: 1.0 of the 2.5 hours that the VCS gave in 12 months.");
}

/* By the hour £20 comes to £150 a day and £80 a half day; £19 does not. A rate that has ended, or of others, is not judged. */
static void
test_b2 (void)
{
  static const struct
  {
    TenurePayee payee;
    gint64 hour; /* pence; −1: not recorded */
    const char *to;
    TenureCurrency currency;
    TenureLevel level;
    guint64 missing;
  } cases[] = {
    { TENURE_PAYEE_LIVED_EXPERIENCE, 2000, NULL, TENURE_CURRENCY_GBP, TENURE_LEVEL_NONE, 0 },
    { TENURE_PAYEE_LIVED_EXPERIENCE, 1900, NULL, TENURE_CURRENCY_GBP, TENURE_LEVEL_AMBER, 0 },
    { TENURE_PAYEE_LIVED_EXPERIENCE, 1900, "2026-11-20", TENURE_CURRENCY_GBP, TENURE_LEVEL_NONE, 0 },
    { TENURE_PAYEE_LIVED_EXPERIENCE, 1900, "2026-11-21", TENURE_CURRENCY_GBP, TENURE_LEVEL_AMBER, 0 },
    { TENURE_PAYEE_LIVED_EXPERIENCE, 1900, NULL, TENURE_CURRENCY_NONE, TENURE_LEVEL_AMBER, 0 },
    { TENURE_PAYEE_LIVED_EXPERIENCE, -1, NULL, TENURE_CURRENCY_GBP, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_RATE },
    { TENURE_PAYEE_CHAIR, 1900, NULL, TENURE_CURRENCY_GBP, TENURE_LEVEL_NONE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = start ();
      World world = world_new ();
      TenureFactPayRate *rate = &g_array_index (world.rates, TenureFactPayRate, 0);
      g_auto (Judged) judged = { 0 };

      rate->payee = (gint8) cases[i].payee;
      rate->half_day_known = rate->day_known = FALSE;
      rate->hour_known = cases[i].hour >= 0;
      rate->hour_minor = MAX (cases[i].hour, 0);
      rate->to_day = day (cases[i].to);
      rate->currency = cases[i].currency;
      judged = judge_world (fixture, &world);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      assert_level (&judged, TENURE_RULE_B2, 0, cases[i].level, cases[i].missing);
    }
}

/* Amounts in another currency are not measured by pounds. */
static void
test_b2_currency (void)
{
  g_autoptr (Fixture) fixture = start ();
  World world = world_new ();
  TenureFactPayRate *rate = &g_array_index (world.rates, TenureFactPayRate, 0);
  g_auto (Judged) judged = { 0 };

  rate->currency = tenure_currency_from_code ("EUR");
  g_assert_cmpint (rate->currency, !=, TENURE_CURRENCY_NONE);
  rate->day_minor = 1;
  judged = judge_world (fixture, &world);
  assert_level (&judged, TENURE_RULE_B2, 0, TENURE_LEVEL_NONE, 0);
}

/* With a rate for its staff there is nothing to say. */
static void
test_b3 (void)
{
  for (gboolean rated = FALSE; rated <= TRUE; rated++)
    {
      g_autoptr (Fixture) fixture = start ();
      World world = world_new ();
      TenureFactPayRate rate = g_array_index (world.rates, TenureFactPayRate, 0);
      TenureFactGiven *given;
      g_auto (Judged) judged = { 0 };

      rate.payee = TENURE_PAYEE_STAFF;
      rate.id = 4242;
      rate.organisation = 0;
      if (rated)
        g_array_append_val (world.rates, rate);
      world_add_meeting (&world, 0, day ("2026-11-01"));
      given = world_add_given (&world, 60, TENURE_PAYER_OWN, -1, -1);
      given->payee = TENURE_PAYEE_STAFF;
      given->organisation = 0;
      judged = judge_world (fixture, &world);
      assert_level (&judged, TENURE_RULE_B3, 0, rated ? TENURE_LEVEL_NONE : TENURE_LEVEL_NOTE, 0);
      if (!rated)
        {
          g_autofree char *reason = dup_reason (&judged, TENURE_RULE_B3, 0);

          g_assert_cmpstr (reason, ==, "Its staff took part 1 time for which no rate is entered.");
        }
    }
}

/* £75 so far on 21 November, of the year from April; a budget of other years is over or still to come. */
static void
test_b4 (void)
{
  static const struct
  {
    gint64 pounds;
    const char *from, *to;
    TenureLevel level;
    guint64 missing;
  } cases[] = {
    { 1000, "2026-04-01", "2027-03-31", TENURE_LEVEL_NONE, 0 },
    { 74, "2026-04-01", "2027-03-31", TENURE_LEVEL_RED, 0 },
    { 80, "2026-04-01", "2027-03-31", TENURE_LEVEL_RED, 0 }, /* at this rate */
    { -1, "2026-04-01", "2027-03-31", TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_BUDGET_AMOUNT },
    { 74, "2026-04-01", NULL, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_BUDGET_END },
    { 74, "2025-04-01", "2026-11-20", TENURE_LEVEL_NONE, 0 },
    { 74, "2026-11-22", "2027-03-31", TENURE_LEVEL_NONE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = start ();
      World world = world_new ();
      g_auto (Judged) judged = { 0 };

      world_add_budget (&world, cases[i].pounds, cases[i].from, cases[i].to);
      world_add_meeting (&world, 0, day ("2026-11-01"));
      world_add_given (&world, 60, TENURE_PAYER_BUDGET, 0, -1);
      judged = judge_world (fixture, &world);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      assert_level (&judged, TENURE_RULE_B4, 0, cases[i].level, cases[i].missing);
    }
}

static void
test_b4_words (void)
{
  g_autoptr (Fixture) fixture = start ();
  World world = world_new ();
  g_auto (Judged) judged = { 0 };
  g_autofree char *reason = NULL, *name = NULL;

  world_add_budget (&world, 74, "2026-04-01", "2027-03-31");
  world_add_meeting (&world, 0, day ("2026-11-01"));
  world_add_given (&world, 60, TENURE_PAYER_BUDGET, 0, -1);
  judged = judge_world (fixture, &world);
  reason = dup_reason (&judged, TENURE_RULE_B4, 0);
  name = tenure_flag_dup_name (judged.analysis->flags, find_flag (&judged, TENURE_RULE_B4, 0));
  g_assert_cmpstr (reason, ==, "Since 1 Nov 2026 more is committed than there is.");
  g_assert_cmpstr (name, ==, "Taking part");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flag-rules-participation/b1", test_b1);
  g_test_add_func ("/flag-rules-participation/b1-when", test_b1_when);
  g_test_add_func ("/flag-rules-participation/b1-words", test_b1_words);
  g_test_add_func ("/flag-rules-participation/b2", test_b2);
  g_test_add_func ("/flag-rules-participation/b2-currency", test_b2_currency);
  g_test_add_func ("/flag-rules-participation/b3", test_b3);
  g_test_add_func ("/flag-rules-participation/b4", test_b4);
  g_test_add_func ("/flag-rules-participation/b4-words", test_b4_words);
  return g_test_run ();
}
