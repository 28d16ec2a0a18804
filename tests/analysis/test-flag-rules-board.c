/* D3 and G1 to G8 at, just under and just over their thresholds, and with inputs unknown: docs/domain.md, section 3. */

#include "judged.h"

/* --- D3 --- */

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
  g_autofree char *reason = NULL;

  for (gint32 i = 0; i < 21; i++)
    {
      fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
      fixture_add_agreement (fixture, fixture_term (i, "2026-04-01", "2027-03-31", i < 10 ? 7 : 0));
    }
  judged = judge (fixture);
  assert_level (&judged, TENURE_RULE_D3, -1, TENURE_LEVEL_NOTE, 0);
  reason = tenure_flag_dup_reason (judged.analysis->flags, find_flag (&judged, TENURE_RULE_D3, -1));
  g_assert_cmpstr (reason, ==, "The spend on 21 providers is as concentrated as if 10.0 shared it equally (index 1,000, on a scale "
                               "to 10,000 for one provider alone).");
}

/* Thirty providers with the same running year, of which so many have a value: from two thirds on the rule speaks, and says
 * what is missing. With none, there is no spend. */
static void
test_d3_unknown (void)
{
  static const struct
  {
    gint32 known;
    TenureLevel level;
    guint64 missing;
  } cases[] = {
    { 0, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_VALUE },
    { 19, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_VALUE },
    { 20, TENURE_LEVEL_AMBER, TENURE_MISSING_VALUE },
    { 29, TENURE_LEVEL_AMBER, TENURE_MISSING_VALUE },
    { 30, TENURE_LEVEL_AMBER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_auto (Judged) judged = { 0 };

      for (gint32 n = 0; n < 30; n++)
        {
          fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
          fixture_add_agreement (fixture, fixture_term (n, "2026-04-01", "2027-03-31",
                                                        n >= cases[i].known ? -1 : n == 0 ? 1000 : 1));
        }
      judged = judge (fixture);
      g_test_message ("%d known", cases[i].known);
      assert_level (&judged, TENURE_RULE_D3, -1, cases[i].level, cases[i].missing);
    }
}

static void
test_d3_applies_from_21_providers (void)
{
  g_assert_cmpint (judge_d3 (19, 1000), ==, TENURE_LEVEL_NONE);
  g_assert_cmpint (judge_d3 (20, 1000), ==, TENURE_LEVEL_AMBER);
}

/* --- Boards --- */

/* From its first day to its last, both included: 21 Nov 2026 is the day of judgement. */
static void
test_board_days (void)
{
  static const struct
  {
    const char *from, *to;
    gboolean exists;
  } cases[] = {
    { "2026-11-21", NULL, TRUE }, { "2026-11-22", NULL, FALSE }, { NULL, "2026-11-21", TRUE }, { NULL, "2026-11-20", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      TenureFactBoard board = fixture_board ("Place Board");
      g_auto (Judged) judged = { 0 };
      const TenureLevel red = cases[i].exists ? TENURE_LEVEL_RED : TENURE_LEVEL_NONE;
      const TenureLevel amber = cases[i].exists ? TENURE_LEVEL_AMBER : TENURE_LEVEL_NONE;

      board.from_day = day (cases[i].from);
      board.to_day = day (cases[i].to);
      board.voice_expected = board.votes = TENURE_FACT_YES;
      board.target_bp = 5000;
      add_board (fixture, board, 0, 9, 0, 1);
      add_board (fixture, board, 1, 9, 0, 0);
      for (guint seat = 0; seat < fixture->seats->len; seat++)
        g_array_index (fixture->seats, TenureFactSeat, seat).established = day ("2020-01-01");
      judged = judge (fixture);
      g_test_message ("%s to %s", cases[i].from, cases[i].to);
      assert_level (&judged, TENURE_RULE_G1, 0, red, 0);
      assert_level (&judged, TENURE_RULE_G2, 1, red, 0);
      assert_level (&judged, TENURE_RULE_G3, 0, amber, 0);
      assert_level (&judged, TENURE_RULE_G8, 9, amber, 0);
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
    guint64 missing;
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
    { TENURE_FACT_YES, 0, 0, 22, NULL, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_BLOC },
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
    guint64 missing;
  } cases[] = {
    { TENURE_FACT_YES, 1, 0, TENURE_LEVEL_RED },
    { TENURE_FACT_YES, 2, 1, TENURE_LEVEL_NONE },
    { TENURE_FACT_YES, 0, 0, TENURE_LEVEL_NONE },
    { TENURE_FACT_NO, 1, 0, TENURE_LEVEL_NONE },
    { TENURE_FACT_YES, 1, -1, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_VOTE_WEIGHT },
    { TENURE_FACT_UNKNOWN, 1, 0, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_BOARD_VOTES },
    { TENURE_FACT_UNKNOWN, 1, 1, TENURE_LEVEL_NONE },
    { TENURE_FACT_UNKNOWN, 1, -1, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_VOTE_WEIGHT | TENURE_MISSING_BOARD_VOTES },
    { TENURE_FACT_NO, 1, -1, TENURE_LEVEL_NONE },
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
    guint64 missing;
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
    guint64 missing;
  } cases[] = {
    { { 1, 1, 2, 3, 0 }, 0, 0, TENURE_LEVEL_NONE },                             /* four seats: does not apply */
    { { 1, 1, 2, 2, 3, 0 }, 0, 0, TENURE_LEVEL_RED },                           /* 4 of 5 */
    { { 1, 1, 1, 2, 2, 2, 3, 4, 0 }, 0, 0, TENURE_LEVEL_RED },                  /* 6 of 8: exactly three quarters */
    { { 1, 1, 1, 2, 2, 3, 4, 5, 0 }, 0, 0, TENURE_LEVEL_AMBER },                /* 5 of 8 */
    { { 1, 1, 2, 2, 3, 4, 5, 6, 0 }, 0, 0, TENURE_LEVEL_AMBER },                /* 4 of 8: exactly half */
    { { 1, 1, 2, 3, 4, 5, 6, 0 }, 0, 0, TENURE_LEVEL_NONE },                    /* 3 of 7 */
    { { 1, 1, 2, 3, 4, 5, 0 }, 2, 0, TENURE_LEVEL_NONE },                       /* 3 of 8, two of them vacant */
    { { 1, 1, 2, 3, 4, 5, 0 }, 0, 1, TENURE_LEVEL_CANNOT_TELL, TENURE_MISSING_PERSON }, /* 3, or 4, of 7 */
    { { 1, 2, 3, 4, 5, 6, 0 }, 0, 1, TENURE_LEVEL_NONE },                       /* 2, or 3, of 7: under half either way */
    { { 1, 1, 2, 2, 3, 4, 0 }, 0, 2, TENURE_LEVEL_AMBER, TENURE_MISSING_PERSON }, /* 4 of 8, or 6: it may be worse */
    { { 1, 1, 2, 2, 3, 4, 0 }, 1, 1, TENURE_LEVEL_AMBER },                      /* 4 of 8, or 5: amber either way */
    { { 1, 1, 2, 2, 0 }, 0, 1, TENURE_LEVEL_RED },                              /* 4 of 5, or 5 */
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
    guint64 missing;
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flag-rules-board/d3", test_d3);
  g_test_add_func ("/flag-rules-board/d3-at-the-threshold", test_d3_at_the_threshold);
  g_test_add_func ("/flag-rules-board/d3-unknown", test_d3_unknown);
  g_test_add_func ("/flag-rules-board/d3-applies-from-21-providers", test_d3_applies_from_21_providers);
  g_test_add_func ("/flag-rules-board/board-days", test_board_days);
  g_test_add_func ("/flag-rules-board/g1", test_g1);
  g_test_add_func ("/flag-rules-board/g2", test_g2);
  g_test_add_func ("/flag-rules-board/g3", test_g3);
  g_test_add_func ("/flag-rules-board/g5", test_g5);
  g_test_add_func ("/flag-rules-board/g6-g8", test_g6_g8);
  return g_test_run ();
}
