/* The sector's part of a board between two numbers, and the boards on which it has no seat. */

#include "analysis/board-voice.h"

#include "judged.h"

/* A board where the voice is expected, of @vcs seats of the sector, @other others and @unknown of no recorded bloc. */
static void
add_expecting (Fixture *fixture, const char *name, TenureFact expected, guint vcs, guint other, guint unknown)
{
  TenureFactBoard board = fixture_board (name);

  board.voice_expected = (gint8) expected;
  board.votes = TENURE_FACT_YES;
  add_board (fixture, board, vcs, other, unknown, 1);
}

static void
exempt (Fixture *fixture, guint board)
{
  TenureFactExemption exemption = {
    .rule = TENURE_RULE_G1,
    .record = g_array_index (fixture->boards, TenureFactBoard, board).id,
    .from_day = day ("2026-04-01"),
    .review = day ("2027-04-01"),
  };

  fixture_add_exemption (fixture, exemption);
}

static void
test_part (void)
{
  static const struct
  {
    guint vcs, other, unknown;
    const char *label;
  } cases[] = {
    { 2, 12, 0, "2 of 14, 14.3 %" },
    { 0, 22, 0, "0 of 22, 0.0 %" },
    { 1, 12, 1, "1 or 2 of 14, 7.1 % or 14.3 %" },
    { 0, 0, 3, "0 to 3 of 3, 0.0 % to 100.0 %" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_auto (Judged) judged = { 0 };
      TenureBoardPart seats, votes;
      g_autofree char *label = NULL;

      add_expecting (fixture, "Place Board", TENURE_FACT_YES, cases[i].vcs, cases[i].other, cases[i].unknown);
      judged = judge (fixture);
      g_assert_true (tenure_board_seat_part (&judged.analysis->boards->boards[0], &seats));
      label = tenure_board_part_dup_label (&seats);
      g_assert_cmpstr (label, ==, cases[i].label);
      /* One vote each: the same of votes. */
      g_assert_true (tenure_board_vote_part (&judged.facts->boards[0], &judged.analysis->boards->boards[0], &votes));
      g_assert_cmpint (votes.least, ==, seats.least);
      g_assert_cmpint (votes.most, ==, seats.most);
      g_assert_cmpint (votes.whole, ==, seats.whole);
    }
}

static void
test_no_part (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_auto (Judged) judged = { 0 };
  TenureFactBoard mute = fixture_board ("Advisory group"), silent = fixture_board ("Unheard of");
  TenureBoardPart part;

  mute.votes = TENURE_FACT_NO;
  silent.votes = TENURE_FACT_YES;
  add_board (fixture, fixture_board ("Empty"), 0, 0, 0, 1);
  add_board (fixture, mute, 1, 1, 0, 1);
  add_board (fixture, silent, 1, 1, 0, -1);
  judged = judge (fixture);
  g_assert_false (tenure_board_seat_part (&judged.analysis->boards->boards[0], &part));
  for (guint i = 0; i < 3; i++)
    g_assert_false (tenure_board_vote_part (&judged.facts->boards[i], &judged.analysis->boards->boards[i], &part));
}

/* Three boards expect the voice and lack it; one of them is exempted, and one may have it. */
static void
test_count (void)
{
  static const TenureVoicePresence presences[] = { TENURE_PRESENCE_MISSING, TENURE_PRESENCE_EXEMPTED,
                                                   TENURE_PRESENCE_CANNOT_TELL, TENURE_PRESENCE_PRESENT,
                                                   TENURE_PRESENCE_APART };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_auto (Judged) judged = { 0 };
  TenureVoiceCount count;

  add_expecting (fixture, "Care Board", TENURE_FACT_YES, 0, 16, 0);
  add_expecting (fixture, "Audit Committee", TENURE_FACT_YES, 0, 7, 0);
  exempt (fixture, 1);
  add_expecting (fixture, "Delivery Group", TENURE_FACT_YES, 0, 4, 1);
  add_expecting (fixture, "Place Board", TENURE_FACT_YES, 1, 12, 1);
  add_expecting (fixture, "Finance Group", TENURE_FACT_NO, 0, 9, 0);
  judged = judge (fixture);
  count = tenure_board_voice_count (judged.analysis->flags);
  g_assert_true (count.expected);
  g_assert_cmpuint (count.n, ==, 3);
  g_assert_cmpuint (count.known, ==, 2);
  g_assert_cmpuint (count.missing, ==, 1);
  g_assert_cmpuint (count.exempted, ==, 1);
  /* Seats of the three: 16, 5 and 14. */
  g_assert_cmpint (count.seats.least, ==, 1);
  g_assert_cmpint (count.seats.most, ==, 3);
  g_assert_cmpint (count.seats.whole, ==, 35);
  for (guint i = 0; i < G_N_ELEMENTS (presences); i++)
    g_assert_cmpint (tenure_board_voice_presence (judged.analysis->flags, &count, i), ==, presences[i]);
}

static void
test_none_marked (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_auto (Judged) judged = { 0 };
  TenureVoiceCount count;

  add_expecting (fixture, "Care Board", TENURE_FACT_UNKNOWN, 0, 16, 0);
  add_expecting (fixture, "Place Board", TENURE_FACT_NO, 2, 12, 0);
  judged = judge (fixture);
  count = tenure_board_voice_count (judged.analysis->flags);
  g_assert_false (count.expected);
  g_assert_cmpuint (count.known, ==, 2);
  g_assert_cmpuint (count.missing, ==, 1);
}

/* Days up to 60, then whole calendar months, then years and months. */
static void
test_vacancy (void)
{
  static const struct
  {
    const char *established, *words;
  } cases[] = {
    { "2026-11-20", "1 day" },    { "2026-09-22", "60 days" },  { "2026-09-21", "2 months" },
    { "2026-09-20", "2 months" }, { "2026-06-01", "5 months" }, { "2025-11-21", "1 year" },
    { "2024-10-21", "2 years and 1 month" }, { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_auto (Judged) judged = { 0 };
      TenureFactSeat seat = fixture_seat (TENURE_BLOC_VCS);
      g_autofree char *words = NULL;

      seat.established = day (cases[i].established);
      fixture_add_board (fixture, fixture_board ("Place Board"));
      fixture_add_seat (fixture, seat);
      judged = judge (fixture);
      words = tenure_boards_dup_vacancy (judged.analysis->boards, 0);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/board-voice/part", test_part);
  g_test_add_func ("/board-voice/no-part", test_no_part);
  g_test_add_func ("/board-voice/count", test_count);
  g_test_add_func ("/board-voice/none-marked", test_none_marked);
  g_test_add_func ("/board-voice/vacancy", test_vacancy);
  return g_test_run ();
}
