/* Which flags are put off on a day: before, on and after its days, when the level rises or falls, and of which record. */

#include "judged.h"

#include "analysis/snooze.h"

#define RECORD 77
#define NEITHER (-1)
#define NOT_RECORDED (-1)

static TenureFactSnooze
snooze_of (TenureId record, int rule, const char *from, const char *until, int level)
{
  return (TenureFactSnooze){ .record = record, .rule = rule, .from_day = day (from), .until = day (until), .level = level };
}

static void
test_days (void)
{
  static const struct
  {
    const char *from, *until, *as_of;
    gboolean held;
  } cases[] = {
    { "2026-11-20", "2026-12-14", "2026-11-19", FALSE },
    { "2026-11-20", "2026-12-14", "2026-11-20", TRUE },
    { "2026-11-20", "2026-12-14", "2026-12-13", TRUE },
    { "2026-11-20", "2026-12-14", "2026-12-14", FALSE }, /* on the day it names it is listed again */
    { "2026-11-20", "2026-12-14", "2026-12-15", FALSE },
    { NULL, "2026-12-14", "2019-01-01", TRUE }, /* no first day recorded: it always has been */
    { "2026-11-20", NULL, "2026-11-20", FALSE }, /* without a day it would be off the list for ever */
    { "2026-11-20", "2026-11-20", "2026-11-20", FALSE }, /* woken on the day it was put off */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureFactSnooze fact = snooze_of (RECORD, TENURE_RULE_N2, cases[i].from, cases[i].until, TENURE_LEVEL_RED);
      TenureFacts facts = { .snoozes = &fact, .n_snoozes = 1 };
      g_autoptr (TenureSnoozes) snoozes = tenure_snoozes_new (&facts, day (cases[i].as_of));

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (tenure_snoozes_find (snoozes, RECORD, TENURE_RULE_N2, TENURE_LEVEL_RED), ==,
                       cases[i].held ? 0 : NEITHER);
    }
}

static void
test_levels (void)
{
  static const struct
  {
    int then;
    TenureLevel now;
    gboolean held;
  } cases[] = {
    { TENURE_LEVEL_AMBER, TENURE_LEVEL_AMBER, TRUE },
    { TENURE_LEVEL_AMBER, TENURE_LEVEL_RED, FALSE }, /* it got worse */
    { TENURE_LEVEL_AMBER, TENURE_LEVEL_NOTE, TRUE },
    { TENURE_LEVEL_AMBER, TENURE_LEVEL_CANNOT_TELL, TRUE },
    { TENURE_LEVEL_CANNOT_TELL, TENURE_LEVEL_NOTE, FALSE }, /* it can be told now */
    { TENURE_LEVEL_RED, TENURE_LEVEL_RED, TRUE },
    { NOT_RECORDED, TENURE_LEVEL_RED, TRUE }, /* the level was not recorded: the day alone wakes it */
    { NOT_RECORDED, TENURE_LEVEL_NONE, TRUE },
    { TENURE_LEVEL_AMBER, TENURE_LEVEL_NONE, TRUE }, /* to be decided, not flagged yet */
    { TENURE_LEVEL_NONE, TENURE_LEVEL_NONE, TRUE }, /* put off before the rule fired, and it still does not */
    { TENURE_LEVEL_NONE, TENURE_LEVEL_CANNOT_TELL, FALSE }, /* any flag is worse than none */
    { TENURE_LEVEL_NONE, TENURE_LEVEL_AMBER, FALSE },
    { TENURE_LEVEL_NONE, TENURE_LEVEL_RED, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureFactSnooze fact = snooze_of (RECORD, TENURE_RULE_N2, "2026-11-20", "2026-12-14", cases[i].then);
      TenureFacts facts = { .snoozes = &fact, .n_snoozes = 1 };
      g_autoptr (TenureSnoozes) snoozes = tenure_snoozes_new (&facts, day ("2026-11-21"));

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (tenure_snoozes_find (snoozes, RECORD, TENURE_RULE_N2, cases[i].now), ==,
                       cases[i].held ? 0 : NEITHER);
    }
}

/* Of another record or rule, of a rule that this version does not know, and of several on one. */
static void
test_which (void)
{
  TenureFactSnooze several[] = {
    snooze_of (RECORD, TENURE_RULE_N2, NULL, "2026-12-01", TENURE_LEVEL_RED),
    snooze_of (RECORD, TENURE_RULE_N2, NULL, "2027-02-01", TENURE_LEVEL_AMBER),
    snooze_of (RECORD + 1, TENURE_RULE_T1, NULL, "2027-02-01", TENURE_LEVEL_RED),
    snooze_of (RECORD, -1, NULL, "2027-02-01", TENURE_LEVEL_RED),
    snooze_of (TENURE_ID_NONE, TENURE_RULE_D3, NULL, "2027-02-01", TENURE_LEVEL_NOTE),
  };
  TenureFacts facts = { .snoozes = several, .n_snoozes = G_N_ELEMENTS (several) };
  static const struct
  {
    TenureId record;
    TenureRuleId rule;
    TenureLevel level;
    gint32 found;
  } cases[] = {
    { RECORD, TENURE_RULE_N2, TENURE_LEVEL_AMBER, 1 }, /* the one that lasts longest */
    { RECORD, TENURE_RULE_N2, TENURE_LEVEL_RED, 0 },   /* the one that covers it */
    { RECORD, TENURE_RULE_T1, TENURE_LEVEL_RED, NEITHER },
    { RECORD + 1, TENURE_RULE_T1, TENURE_LEVEL_RED, 2 },
    { RECORD + 1, TENURE_RULE_N2, TENURE_LEVEL_RED, NEITHER },
    { RECORD + 2, TENURE_RULE_N2, TENURE_LEVEL_RED, NEITHER },
    { TENURE_ID_NONE, TENURE_RULE_D3, TENURE_LEVEL_NOTE, 4 },
    { TENURE_ID_NONE, TENURE_RULE_G5, TENURE_LEVEL_NOTE, NEITHER },
  };
  g_autoptr (TenureSnoozes) snoozes = tenure_snoozes_new (&facts, day ("2026-11-21"));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (tenure_snoozes_find (snoozes, cases[i].record, cases[i].rule, cases[i].level), ==, cases[i].found);
    }
}

/* A one-year agreement is red by T1. Put off, it is as red as before: in the flags, in the levels, in the counts. */
static void
test_flags_stand (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_auto (Judged) judged = { 0 };
  const TenureFlags *flags;
  gboolean found = FALSE;

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2027-03-31", 12000));
  fixture_add_snooze (fixture, snooze_of (g_array_index (fixture->agreements, TenureFactAgreement, 0).id, TENURE_RULE_T1,
                                          NULL, "2027-11-21", TENURE_LEVEL_RED));
  judged = judge (fixture);
  flags = judged.analysis->flags;
  assert_level (&judged, TENURE_RULE_T1, 0, TENURE_LEVEL_RED, 0);
  g_assert_cmpuint (flags->counts[TENURE_RULE_T1][TENURE_LEVEL_RED], ==, 1);
  g_assert_cmpint (flags->agreement_levels[0], ==, TENURE_LEVEL_RED);
  for (guint i = 0; i < flags->n_flags; i++)
    {
      g_autoptr (TenureSnoozes) snoozes = tenure_snoozes_new (judged.analysis->facts, judged.analysis->as_of);
      gboolean is_t1 = flags->flags[i].rule == TENURE_RULE_T1;

      g_assert_cmpint (tenure_snoozes_find_flag (snoozes, &flags->flags[i]), ==, is_t1 ? 0 : NEITHER);
      found |= is_t1;
    }
  g_assert_true (found);
}

/* A seat whose holder's mandate is not recorded: put off by itself, and with its board. */
static void
test_seat_with_its_board (void)
{
  for (int with_board = 0; with_board < 2; with_board++)
    {
      TenureFactBoard boards[] = { { .id = 5 } };
      TenureFactSeat seats[] = { { .id = 6, .board = 0 } };
      TenureFactSnooze fact = snooze_of (with_board ? 5 : 6, TENURE_RULE_G6, NULL, "2027-01-01", TENURE_LEVEL_AMBER);
      TenureFacts facts = { .boards = boards, .n_boards = 1, .seats = seats, .n_seats = 1, .snoozes = &fact, .n_snoozes = 1 };
      TenureFlag flag = { .rule = TENURE_RULE_G6, .level = TENURE_LEVEL_AMBER, .record_type = TENURE_RECORD_SEAT, .id = 6 };
      g_autoptr (TenureSnoozes) snoozes = tenure_snoozes_new (&facts, day ("2026-11-21"));

      g_assert_cmpint (tenure_snoozes_find_flag (snoozes, &flag), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/snooze/days", test_days);
  g_test_add_func ("/snooze/levels", test_levels);
  g_test_add_func ("/snooze/which", test_which);
  g_test_add_func ("/snooze/flags-stand", test_flags_stand);
  g_test_add_func ("/snooze/seat-with-its-board", test_seat_with_its_board);
  return g_test_run ();
}
