/* What the page of a board says, without widgets. */

#include "config.h"

#include "app/boards/board-words.h"
#include "fixture.h"

#include <string.h>

#define AS_OF "2026-11-21"

typedef struct
{
  TenureFacts *facts;
  TenureAnalysis *analysis;
} Table;

/* The board of domain.md § 6, [36: 20,17,15,…] in small: NHS 3 votes, council 2, VCS 1; quota 4 gives 3/5, 1/5, 1/5. */
static void
add_voting_board (Fixture *fixture, gboolean power)
{
  static const struct
  {
    TenureBloc bloc;
    gint32 weight;
    const char *held_from; /* NULL: vacant */
  } seats[] = {
    { TENURE_BLOC_NHS, 3, "2024-04-01" },
    { TENURE_BLOC_COUNCIL, 2, "2025-01-01" },
    { TENURE_BLOC_VCS, 1, "2026-05-01" },
    { TENURE_BLOC_VCS, 0, NULL },
  };
  TenureFactBoard board = fixture_board ("Place board");

  board.votes = TENURE_FACT_YES;
  board.type = "place committee";
  board.from_day = day ("2024-04-01");
  board.decision_rule = TENURE_DECIDES_MAJORITY;
  board.bloc_power = power ? TENURE_FACT_YES : TENURE_FACT_UNKNOWN;
  board.target_bp = 6000;
  fixture_add_board (fixture, board);
  for (guint i = 0; i < G_N_ELEMENTS (seats); i++)
    {
      TenureFactSeat seat = fixture_seat (seats[i].bloc);

      seat.vote_weight = seats[i].weight;
      seat.title = i == 0 ? "Executive lead" : NULL;
      seat.role = i == 0 ? TENURE_SEAT_ROLE_CHAIR : TENURE_SEAT_ROLE_MEMBER;
      seat.established = day ("2024-04-01");
      fixture_add_seat (fixture, seat);
      if (seats[i].held_from != NULL)
        {
          TenureFactAppointment appointment = fixture_appointment (fixture_add_person (fixture, "Ada Example"));

          appointment.from_day = day (seats[i].held_from);
          fixture_add_appointment (fixture, appointment);
        }
    }
}

static void
set_up (Table *table, gboolean power)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  TenureFactBoard board = fixture_board ("Advisory group");

  add_voting_board (fixture, power);
  board.votes = TENURE_FACT_NO;
  fixture_add_board (fixture, board);
  fixture_add_seat (fixture, fixture_seat (TENURE_BLOC_UNKNOWN));
  fixture_add_board (fixture, fixture_board ("Unheard of"));
  board.name = "Former board";
  board.to_day = day ("2026-03-31");
  fixture_add_board (fixture, board);
  table->facts = fixture_end (fixture);
  table->analysis = tenure_analysis_new (table->facts, day (AS_OF), NULL, NULL);
}

static void
tear_down (Table *table)
{
  tenure_analysis_free (table->analysis);
  tenure_facts_free (table->facts);
}

static void
test_shares (void)
{
  Table table;
  TenureBoardWords words;

  set_up (&table, TRUE);
  words = tenure_board_words (table.analysis, 0);
  g_assert_true (words.seats.known);
  g_assert_true (g_str_has_prefix (words.seats.value, "2 of 4, 50"));
  g_assert_cmpfloat_with_epsilon (words.seats.fraction, 0.5, 1e-9);
  g_assert_cmpstr (words.seats.note, ==, "Of the 3 filled seats: 1.");
  g_assert_true (g_str_has_prefix (words.votes.value, "1 of 6, 16.7"));
  g_assert_true (words.power.known);
  g_assert_true (g_str_has_prefix (words.power.value, "1 of 5, 20"));
  g_assert_nonnull (strstr (words.power.note, "says nothing of a board whose members decide each for themselves"));
  /* 60 % of 4 is 2.4: one seat short by turning over; (2.4 − 2) ÷ 0.4 = 1 to be added. */
  g_assert_false (words.target_met);
  g_assert_nonnull (strstr (words.target, ": 1 seat must change hands, or 1 be added."));
  tenure_board_words_clear (&words);
  tear_down (&table);
}

static void
test_not_applicable (void)
{
  Table table;
  TenureBoardWords words;

  /* Power is said only where it is switched on, votes only of boards that vote. */
  set_up (&table, FALSE);
  words = tenure_board_words (table.analysis, 0);
  g_assert_false (words.power.shown);
  tenure_board_words_clear (&words);
  words = tenure_board_words (table.analysis, 1);
  g_assert_false (words.votes.shown);
  g_assert_cmpstr (words.seats.note, ==, "No seat is filled. The bloc of 1 seat is not recorded.");
  g_assert_cmpstr (words.target, ==, "No target share is set for this board.");
  tenure_board_words_clear (&words);
  /* Nothing recorded: nothing invented. */
  words = tenure_board_words (table.analysis, 2);
  g_assert_true (words.seats.shown && !words.seats.known);
  g_assert_cmpstr (words.seats.value, ==, "no seats recorded");
  g_assert_cmpstr (words.votes.value, ==, "not recorded whether it votes");
  tenure_board_words_clear (&words);
  /* Of a board that is over nothing is told but that. */
  words = tenure_board_words (table.analysis, 3);
  g_assert_cmpstr (words.seats.value, ==, "ended on 31 Mar 2026");
  g_assert_false (words.seats.known || words.votes.shown || words.power.shown);
  tenure_board_words_clear (&words);
  tear_down (&table);
}

static void
test_lines (void)
{
  Table table;
  g_autofree char *facts = NULL;
  static const char *const summaries[]
      = { "4 seats, 2 VCS; 1 of 6 votes", "1 seat, 0 or 1 VCS; does not vote", "0 seats, 0 VCS; votes not recorded",
          "ended on 31 Mar 2026" };

  set_up (&table, TRUE);
  facts = tenure_board_dup_facts (table.analysis, 0);
  g_assert_cmpstr (facts, ==, "place committee, since 1 Apr 2024, decides by majority");
  for (guint i = 0; i < G_N_ELEMENTS (summaries); i++)
    {
      g_autofree char *summary = tenure_board_dup_summary (table.analysis, i);

      g_assert_cmpstr (summary, ==, summaries[i]);
    }
  tear_down (&table);
}

static void
test_seats (void)
{
  static const struct
  {
    guint seat;
    char *(*words) (const TenureAnalysis *analysis, guint seat);
    const char *text;
  } cases[] = {
    { 0, tenure_seat_dup_title, "Executive lead (chair)" },
    { 1, tenure_seat_dup_title, "Seat without a title" },
    { 0, tenure_seat_dup_holder, "Ada Example" },
    { 3, tenure_seat_dup_holder, "vacant for 2 years and 7 months" }, /* 1 Apr 2024 to 21 Nov 2026 */
    { 2, tenure_seat_dup_since, "1 May 2026" },
    { 3, tenure_seat_dup_since, "" },
    { 0, tenure_seat_dup_vote, "3" },
    { 3, tenure_seat_dup_vote, "none" },
    { 4, tenure_seat_dup_vote, "–" },
  };
  Table table;

  set_up (&table, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = cases[i].words (table.analysis, cases[i].seat);

      g_test_message ("row %u", i);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
  tear_down (&table);
}

/* A place board of 14 seats, each with a vote: one vacant seat is the sector's, one is nobody knows whose. */
static void
test_bounds (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureAnalysis) analysis = NULL;
  g_autofree char *summary = NULL;
  TenureFactBoard board = fixture_board ("Place board");
  TenureBoardWords words;

  board.votes = TENURE_FACT_YES;
  fixture_add_board (fixture, board);
  for (guint i = 0; i < 14; i++)
    {
      TenureFactSeat seat =
          fixture_seat (i == 0 ? TENURE_BLOC_VCS : i == 1 ? TENURE_BLOC_UNKNOWN : TENURE_BLOC_NHS);

      seat.vote_weight = 1;
      fixture_add_seat (fixture, seat);
      if (i > 0)
        fixture_add_appointment (fixture, fixture_appointment (fixture_add_person (fixture, "Ada Example")));
    }
  facts = fixture_end (fixture);
  analysis = tenure_analysis_new (facts, day (AS_OF), NULL, NULL);
  words = tenure_board_words (analysis, 0);
  g_assert_cmpstr (words.seats.value, ==, "1 or 2 of 14, 7.1 % or 14.3 %");
  g_assert_cmpstr (words.seats.note, ==, "Of the 13 filled seats: 0. The bloc of 1 seat is not recorded.");
  g_assert_cmpstr (words.votes.value, ==, "1 or 2 of 14, 7.1 % or 14.3 %");
  tenure_board_words_clear (&words);
  summary = tenure_board_dup_summary (analysis, 0);
  g_assert_cmpstr (summary, ==, "14 seats, 1 or 2 VCS; 1 or 2 of 14 votes");
}

/* Who has no vote has no vote that can never decide. */
static void
test_no_vote (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureAnalysis) analysis = NULL;
  /* NHS, council and sector; the NHS alone decides on the second. */
  static const gint32 votes[][3] = { { 3, 2, 0 }, { 3, 1, 1 } };
  static const TenureBloc blocs[] = { TENURE_BLOC_NHS, TENURE_BLOC_COUNCIL, TENURE_BLOC_VCS };
  TenureFactBoard board = fixture_board ("Place board");
  TenureBoardWords words;

  board.votes = TENURE_FACT_YES;
  board.bloc_power = TENURE_FACT_YES;
  board.decision_rule = TENURE_DECIDES_MAJORITY;
  for (guint k = 0; k < G_N_ELEMENTS (votes); k++)
    {
      fixture_add_board (fixture, board);
      for (guint i = 0; i < G_N_ELEMENTS (blocs); i++)
        {
          TenureFactSeat seat = fixture_seat (blocs[i]);

          seat.vote_weight = votes[k][i];
          fixture_add_seat (fixture, seat);
        }
    }
  facts = fixture_end (fixture);
  analysis = tenure_analysis_new (facts, day (AS_OF), NULL, NULL);
  words = tenure_board_words (analysis, 0);
  g_assert_cmpstr (words.power.value, ==, "has no vote");
  tenure_board_words_clear (&words);
  words = tenure_board_words (analysis, 1);
  g_assert_cmpstr (words.power.value, ==, "a vote that can never decide");
  tenure_board_words_clear (&words);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/board-words/shares", test_shares);
  g_test_add_func ("/board-words/bounds", test_bounds);
  g_test_add_func ("/board-words/no-vote", test_no_vote);
  g_test_add_func ("/board-words/not-applicable", test_not_applicable);
  g_test_add_func ("/board-words/lines", test_lines);
  g_test_add_func ("/board-words/seats", test_seats);
  return g_test_run ();
}
